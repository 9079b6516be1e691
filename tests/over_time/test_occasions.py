"""Changes of job as occasions to write."""

import pandas as pd
import pytest

import netgraph as ng
from netgraph.suggestions import HIDDEN

from .conftest import network

THEN, NOW = pd.Timestamp("2024-11-04"), pd.Timestamp("2026-11-02")


def told(*rows, since=THEN, until=NOW):
    """Changes: (person, change, before, after)."""
    table = pd.DataFrame(rows, columns=["person_id", "change", "before", "after"])
    return table.assign(
        name=table["person_id"].str.title(), since=since, until=until, source="linkedin.connections"
    )


def person(title=None, company=None, **more):
    return {"title": title, "company": company, "domain": None, "seniority": None, **more}


def occasion(changes, **people):
    table = ng.find_occasions(changes, network(people))
    return table.iloc[0] if len(table) else None


def test_a_higher_level_is_a_promotion():
    changes = told(("ann", "title", "Data Engineer", "Senior Data Engineer"))
    row = occasion(changes, ann=person("Senior Data Engineer", "Acme"))
    assert (row["what"], row["level_before"], row["level_after"]) == ("promotion", "P", "S")
    assert (row["before"], row["after"]) == ("Data Engineer, Acme", "Senior Data Engineer, Acme")
    assert row["sure"]
    assert "rose from professional to senior individual" in row["why"]


def test_a_lower_level_is_not():
    changes = told(("ann", "title", "Head of Design", "UX Designer"))
    row = occasion(changes, ann=person("UX Designer", "Acme"))
    assert (row["what"], row["sure"]) == ("title", False)


def test_another_field_is_told_and_how_few_you_know_there():
    changes = told(
        ("ann", "title", "Accountant", "Corporate Lawyer"), ("ann", "employer", "Acme", "Beta")
    )
    contacts = network(
        {"ann": person("Corporate Lawyer", "Beta", domain="LEGL")},
        [("ego", "ann", "contact", "2020-01-01")],
    )
    (row,) = ng.find_occasions(changes, contacts).to_dict("records")
    assert row["what"] == "employer; field"
    assert (row["domain_before"], row["domain_after"]) == ("FINA", "LEGL")
    assert "moved from Acme to Beta" in row["why"]
    assert "into Law and compliance, where you know 1 person" in row["why"]


def test_your_own_word_on_a_title_counts():
    changes = told(("ann", "title", "Accountant", "Wizard of Light"))
    row = occasion(changes, ann=person("Wizard of Light", "Acme", domain="DSGN", seniority="D"))
    assert row["domain_after"] == "DSGN"
    assert row["what"] == "promotion; field"


@pytest.mark.parametrize(
    ("company", "title", "intent"),
    [
        ("Beta", "Accountant", "congratulate"),
        ("Open to work", "Accountant", "offer_help"),
        ("Self-employed", "Founder", "congratulate"),
    ],
)
def test_who_names_no_employer_any_more_is_offered_help(company, title, intent):
    changes = told(("ann", "employer", "Acme", company), ("ann", "title", "Clerk", title))
    assert occasion(changes, ann=person(title, company))["intent"] == intent


def test_only_the_latest_change_of_a_person_is_one():
    later = told(("ann", "employer", "Beta", "Gamma"))
    earlier = told(("ann", "employer", "Acme", "Beta"), until=THEN)
    table = ng.find_occasions(
        pd.concat([earlier, later], ignore_index=True), network({"ann": person(None, "Gamma")})
    )
    assert table[["before", "after"]].to_numpy().tolist() == [["Beta", "Gamma"]]


def test_the_nearest_come_first_and_other_words_for_a_post_last():
    people = {p: person("Clerk", "Beta") for p in ("ann", "bo", "cy")}
    talk = [
        (*ends, "message", f"2026-0{month}-01")
        for month in range(1, 9)
        for ends in (("ego", "bo"), ("bo", "ego"))
    ]
    talk += [(*ends, "message", "2026-09-01") for ends in (("ego", "cy"), ("cy", "ego"))] * 9
    changes = told(
        ("ann", "employer", "Acme", "Beta"),
        ("bo", "employer", "Acme", "Beta"),
        ("cy", "title", "Office Clerk", "Clerk"),
    )
    table = ng.find_occasions(changes, network(people, talk=talk))
    assert table["person_id"].tolist() == ["bo", "ann", "cy"]
    assert table["last_at"].notna().tolist() == [True, False, True]
    assert "No exchange of yours is in the files" in table["why"].iloc[1]


def test_who_joined_left_or_is_hidden_is_no_occasion():
    changes = told(
        ("ann", "joined", None, "Clerk"),
        ("bo", "employer", "Acme", "Beta"),
        ("gone", "employer", "Acme", "Beta"),
        ("ego", "employer", "Acme", "Beta"),
    )
    people = {"ann": person(), "bo": person(tags=HIDDEN)}
    table = ng.find_occasions(changes, network(people))
    assert table.empty
    assert "No change of job is known" in table.attrs["says"]


@pytest.mark.parametrize(
    ("state", "at", "until", "left"),
    [
        ("done", "2026-11-03", None, 0),
        ("skipped", "2026-11-03", None, 0),
        ("done", "2026-01-01", None, 1),  # before this change was known
        ("snoozed", "2026-11-03", "2026-12-01", 0),
        ("snoozed", "2026-09-03", "2026-09-10", 1),
    ],
)
def test_what_is_settled_rests(state, at, until, left):
    settled = pd.DataFrame(
        {"person_id": ["ann"], "what": "occasion", "state": state, "at": pd.Timestamp(at),
         "until": pd.to_datetime([until])}
    )  # fmt: skip
    talk = [("ego", "ann", "message", "2026-10-30")]
    table = ng.find_occasions(
        told(("ann", "employer", "Acme", "Beta")),
        network({"ann": person("Clerk", "Beta")}, talk=talk),
        settled=settled,
    )
    assert len(table) == left


def test_the_planted_ones_are_found(planted):
    table = ng.find_occasions(planted.changes, planted.contacts).set_index("person_id")
    truth, ids = planted.truth, planted.ids
    changed = {ids[c["person"]] for kind in ("employer", "title") for c in truth[kind]}
    assert set(table.index) == changed
    what = table["what"].str.split("; ")
    for kind, want, precision, recall in (
        ("employer", {ids[c["person"]] for c in truth["employer"]}, 1.0, 1.0),
        ("promotion", {ids[p] for p in truth["promoted"]}, 0.9, 0.9),
        ("field", {ids[c["person"]] for c in truth["field"]}, 0.8, 0.9),
    ):
        got = set(table.index[what.map(lambda kinds, kind=kind: kind in kinds)])
        assert len(got & want) >= recall * len(want), kind
        assert len(got & want) >= precision * len(got), kind


def test_a_draft_can_be_written_of_each(planted):
    table = ng.find_occasions(planted.changes, planted.contacts)
    first = table.iloc[0]
    text = ng.draft(
        planted.contacts, first["person_id"], first["intent"], changes=planted.changes
    ).text
    assert "Congratulations" in text
    assert text.count("I saw") == 1
