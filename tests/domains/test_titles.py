"""Titles to domain and level.

`titles.tsv` beside this file holds titles written for these tests: language,
title, the domains and the levels that count as right.
"""

from __future__ import annotations

import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.domains import DOMAINS, SENIORITY, Title, classify_title
from netgraph.domains.cleaning import split_title

TABLE = [
    line.split("\t")
    for line in Path(__file__).with_name("titles.tsv").read_text(encoding="utf-8").splitlines()
]
ROWS = [
    pytest.param(title, domains.split("/"), levels.split("/"), id=f"{language}-{title}")
    for language, title, domains, levels in TABLE
]
TITLES = sorted({row[1] for row in TABLE})


@pytest.mark.parametrize(("title", "domains", "levels"), ROWS)
def test_domain_and_level(title, domains, levels):
    found = classify_title(title)
    assert found.domain in domains
    assert found.seniority in levels


def test_the_table_holds_every_domain_and_level_in_seven_languages_and_indian_english():
    assert {d for row in TABLE for d in row[2].split("/")} == {*DOMAINS, "UNK"}
    assert {s for row in TABLE for s in row[3].split("/")} == {*SENIORITY, "UNK"}
    assert {row[0] for row in TABLE} == {"en", "hi", "es", "pt", "de", "fr", "it", "nl"}


# --- traps -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "domain"),
    [
        ("International Tax Manager", "FINA"),
        ("Director", "UNK"),
        ("Director at Springfield Community Bank", "UNK"),
        ("VP", "UNK"),
        ("Product Manager", "PROD"),
        ("Product @ Hooli", "PROD"),
        ("Product Designer", "DSGN"),
        ("Product Marketing Manager", "MKTG"),
        ("Product Engineer", "ENGI"),
        ("PM", "PROD"),
        ("Nurse Recruiter", "HRTA"),
        ("Accounting Professor", "EDUC"),
        ("Professor of Nursing", "EDUC"),
        ("Business Developer", "SALE"),
        ("Hospital Administrator", "HLTH"),
        ("Legal Recruiter", "HRTA"),
        ("Software Sales Executive", "SALE"),
        ("Assistant to the CEO", "ADMN"),
        ("Assistant Manager", "UNK"),
        ("General Manager - Supply Chain", "OPSC"),
        ("General Manager", "EXEC"),
        ("Founder & CEO @ Initech | ex-Globex | helping people hire nurses", "EXEC"),
        ("Ex-Globex | Data Analyst", "DATA"),
        ("Former nurse", "UNK"),
        ("Business Partner", "UNK"),
        ("HR Business Partner", "HRTA"),
        ("Helping nurses find their calling", "UNK"),
    ],
)
def test_words_that_mislead_about_the_domain(title, domain):
    assert classify_title(title).domain == domain


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("International Tax Manager", "M"),
        ("Internal Auditor", "P"),
        ("Internist", "P"),
        ("Assistant to the Managing Director", "P"),
        ("Product Owner", "P"),
        ("Business Owner", "X"),
        ("Account Executive", "P"),
        ("Chief Executive", "X"),
        ("Vice President", "D"),
        ("President", "X"),
        ("Senior Vice President", "D"),
        ("Senior Manager", "M"),
        ("Senior Developer", "S"),
        ("Staff Engineer", "S"),
        ("Staff Nurse", "P"),
        ("Team Lead", "M"),
        ("Lead Generation Specialist", "P"),
        ("Director of Student Affairs", "D"),
        ("Director of Early Careers and Internships", "D"),
        ("HR Business Partner", "P"),
        ("Partner", "X"),
        ("SDE I", "P"),
        ("SDE-2", "P"),
        ("SDE III", "S"),
        ("Management Trainee", "E"),
        ("Aspiring Product Manager", "E"),
        ("Data Entry Operator", "P"),
        ("Systems Engineer - Trainee", "E"),
        ("Document Controller", "P"),
        ("Asesor comercial senior", "S"),
        ("Auditor interno", "P"),
    ],
)
def test_words_that_mislead_about_the_level(title, level):
    assert classify_title(title).seniority == level


# --- what every answer keeps ---------------------------------------------------------


@pytest.mark.parametrize(
    "nothing",
    [None, "", "   ", float("nan"), 7, [], "🚀🚀", "|||", "—", "(m/w/d)", "@ Globex", "..."],
)
def test_nothing_to_read_is_unknown(nothing):
    assert classify_title(nothing) == Title("UNK", "UNK", "", 0.0)


@pytest.mark.parametrize("title", ["инженер", "软件工程师", "مهندس", "ソフトウェア", "सॉफ्टवेयर"])
def test_a_script_without_rules_is_unknown(title):
    assert classify_title(title) == Title("UNK", "UNK", "", 0.0)


@pytest.mark.parametrize(
    "title", ["nurse " * 1_700, "x" * 10_000, "(" * 10_000, "- " * 5_000, "a.b" * 3_000]
)
def test_a_very_long_title_is_read_quickly(title):
    classify_title("the rules are read at the first title")
    start = time.perf_counter()
    classify_title(title)
    assert time.perf_counter() - start < 1


@given(st.text(max_size=120))
def test_any_text_gets_a_valid_answer(title):
    found = classify_title(title)
    assert found.domain in {*DOMAINS, "UNK"}
    assert found.seniority in {*SENIORITY, "UNK"}
    assert 0 <= found.margin <= 1
    assert (found.domain == "UNK") == (found.phrase == "")


def test_the_deciding_phrase_stands_in_the_title():
    for title in TITLES:
        read = [" ".join(phrase.words) for phrase in split_title(title)]
        assert any(classify_title(title).phrase in words for words in [*read, ""]), title


def test_a_post_yields_to_a_field_behind_it_but_not_to_another_trade():
    assert classify_title("General Manager - Globex (Finance)").domain == "FINA"
    assert classify_title("General Manager | Nurse").domain == "EXEC"


def test_margin_is_zero_for_a_tie_and_the_first_one_named_is_given():
    # "sales" and "marketing" are one-word fields (5), both beside the manager (+1): 6 to 6
    assert classify_title("Sales and Marketing Manager") == Title("SALE", "M", "sales", 0.0)
    assert classify_title("Marketing and Sales Manager") == Title("MKTG", "M", "marketing", 0.0)


def test_margin_by_hand():
    # recruiter: a trade as head, 8 + 2 = 10; nurse: a trade that is not, 8 x 0.6 = 4.8
    assert classify_title("Nurse Recruiter").margin == pytest.approx((10 - 4.8) / 10)


# --- laws ----------------------------------------------------------------------------


def without_accents(text):
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c))


@pytest.mark.parametrize(
    "change",
    [
        str.upper,
        str.lower,
        str.title,
        without_accents,
        lambda title: unicodedata.normalize("NFD", title),
        lambda title: f"  {title}  ",
        lambda title: f"🚀 {title} 🌍",
        lambda title: f"{title} @ Globex",
        lambda title: f"{title} at Globex",
        lambda title: f"{title} | Globex",
        lambda title: f"{title} - Globex",
        lambda title: f"{title}, Globex",
        lambda title: f"{title} • ex-Initech",
        lambda title: f"{title} (m/w/d)",
        lambda title: f"{title} | Helping people grow",
    ],
    ids=[
        "upper", "lower", "title", "accents", "decomposed", "spaces", "emoji", "@", "at", "bar",
        "dash", "comma", "former", "gender", "slogan",
    ],
)  # fmt: skip
def test_what_surrounds_a_title_does_not_change_its_answer(change):
    changed = {
        title: (classify_title(title)[:2], classify_title(change(title))[:2]) for title in TITLES
    }
    assert {title: both for title, both in changed.items() if both[0] != both[1]} == {}
