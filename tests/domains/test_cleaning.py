"""Titles cut into phrases."""

from __future__ import annotations

import pytest

from netgraph.domains.cleaning import LONGEST, plain, split_title


def phrases(title):
    return [" ".join(phrase.words) for phrase in split_title(title)]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Köchin", "kochin"),
        ("STRAßE", "strasse"),
        ("Ingénieur", "ingenieur"),
        ("𝗗𝗮𝘁𝗮 𝓢𝓬𝓲𝓮𝓷𝓽𝓲𝓼𝓽", "data scientist"),
        ("Ｎｕｒｓｅ", "nurse"),
        ("łódź", "lodz"),
    ],
)
def test_plain_letters(written, read):
    assert plain(written) == read


@pytest.mark.parametrize(
    ("title", "parts"),
    [
        ("Data Engineer @ Globex", ["data engineer"]),
        ("Data Engineer at Globex", ["data engineer"]),
        ("Entwicklerin bei Globex", ["entwicklerin"]),
        ("Ingénieure chez Globex", ["ingenieure"]),
        ("Nurse | Author • Speaker", ["nurse", "author", "speaker"]),
        ("Nurse — Author", ["nurse", "author"]),
        ("Co-Founder", ["co founder"]),
        ("VP, Engineering", ["vp", "engineering"]),
        ("Sr. Buyer", ["sr buyer"]),
        ("Asst. Mgr., Mktg", ["assistant manager", "marketing"]),
        ("S/W Engr", ["software engineer"]),
        ("Nurse ⭐ Author", ["nurse", "author"]),
        ("Entwickler (m/w/d)", ["entwickler"]),
        ("Entwickler m/w/d", ["entwickler"]),
        ("Entwickler/in", ["entwickler"]),
        ("Entwickler:in", ["entwickler"]),
        ("Entwickler*innen", ["entwickler"]),
        ("Développeur·se", ["developpeur"]),
        ("Abogado/a", ["abogado"]),
        ("Enfermero(a)", ["enfermero"]),
        ("Comptable H/F", ["comptable"]),
        ("C++ Developer", ["cplusplus developer"]),
        ("R&D Manager", ["research development manager"]),
        ("Media&Radio Host", ["media radio host"]),
        ("Ph.D. Student", ["phd student"]),
        ("M.D.", ["mdoctor"]),
        ("I.T. Manager", ["it manager"]),
        ("Physician (Cardiology)", ["physician", "cardiology"]),
        ("Buyer | ex-Globex", ["buyer"]),
        ("Former Buyer | Author", ["author"]),
        ("Buyer | Helping people grow", ["buyer"]),
        ("Secretary to the Board", ["secretary"]),
        ("Owner\nGlobex", ["owner", "globex"]),
    ],
)
def test_phrases_of_a_title(title, parts):
    assert phrases(title) == parts


def test_prepositions_are_dropped_and_counted():
    (phrase,) = split_title("Head of Sales for the North of Italy")
    assert phrase.words == ("head", "sales", "north", "italy")
    assert phrase.depth == (0, 1, 2, 3)


def test_a_preposition_at_the_start_counts_for_nothing():
    (phrase,) = split_title("In Sales")
    assert phrase.depth == (0,)


def test_and_links_the_word_before_it():
    (phrase,) = split_title("Sales & Marketing Manager")
    assert phrase.words == ("sales", "marketing", "manager")
    assert phrase.linked == (True, False, False)


def test_little_words_tell_the_family_of_languages():
    (phrase,) = split_title("Gerente de ventas")
    assert phrase.families == {"romance"}


def test_only_the_beginning_of_a_long_title_is_read():
    title = "x" * LONGEST + " | nurse"
    assert phrases(title) == ["x" * LONGEST]
