"""A network against the three settings in which networks serve, and what it consists of."""

import pandas as pd
import pytest

import netgraph as ng

NOW = "2026-01-01"
STAYS = ["person_id", "organisation", "kind", "role", "start", "end"]
PEOPLE = {
    # name: company, domain, level, label, days of the last exchange each way
    "ann": ("Acme", "DATA", "D", None, "2025-12-01"),  # colleague, my field, above
    "bo": ("Acme", "LEGL", "P", None, None),  # colleague, another field, my level
    "cy": ("Hill", "DATA", "P", "Norrvassa", "2025-11-01"),  # peer outside, alumna
    "dee": ("Hill", "HRTA", "P", None, "2018-01-01"),  # recruiter
    "eve": ("Old Mill", "DATA", "M", "My mentors", None),  # former colleague, senior, mentor
    "flo": (None, None, None, None, None),  # nothing is known
}


def world(*, mine=True, talk=True, own=("DATA", "P")):
    rows = [("You", True, "Acme" if mine else None, *own, None, "Data Engineer")]
    rows += [
        (name, False, company, domain, level, label, "Recruiter" if name == "dee" else "Analyst")
        for name, (company, domain, level, label, _) in PEOPLE.items()
    ]
    columns = ["name", "is_ego", "company", "domain", "seniority", "groups", "title"]
    stays = [
        ("ego", "Acme", "employer", None, "2020", None),
        ("ego", "Old Mill", "employer", None, "2015", "2019"),
        ("ego", "Norrvassa University", "school", None, "2010", "2014"),
    ]
    said = [
        (*ends, pd.Timestamp(day), "message")
        for name, (*_, day) in PEOPLE.items()
        if day and talk
        for ends in (("ego", name), (name, "ego"))
    ]
    return ng.Contacts(
        people=pd.DataFrame(rows, columns=columns, index=["ego", *PEOPLE]),
        ties=pd.DataFrame({"source": "ego", "target": list(PEOPLE), "kind": "contact"}),
        affiliations=pd.DataFrame(stays if mine else [], columns=STAYS),
        interactions=pd.DataFrame(said, columns=["source", "target", "at", "kind"]),
    )


def who(setting, part, contacts=None):
    found = ng.find_settings(contacts or world(), now=NOW)
    rows = found[(found["setting"] == setting) & (found["part"] == part)]
    return rows["person_id"].tolist()


@pytest.mark.parametrize(
    ("setting", "part", "people"),
    [
        ("workplace", "all", ["ann", "bo"]),
        ("workplace", "own_field", ["ann"]),
        ("workplace", "other_fields", ["bo"]),
        ("workplace", "above", ["ann"]),
        ("workplace", "same_level", ["bo"]),
        ("workplace", "below", []),
        ("career", "peers", ["cy"]),
        ("career", "seniors", ["ann", "eve"]),
        ("career", "mentors", ["eve"]),
        ("career", "alumni", ["cy"]),
        ("career", "all", ["ann", "cy", "eve"]),  # who fits twice counts once
        ("job_hunt", "recruiters", ["dee"]),
        ("job_hunt", "other_companies", ["cy", "dee", "eve"]),
        ("job_hunt", "former_colleagues", ["eve"]),
        ("job_hunt", "weak_ties", ["cy", "dee"]),
        ("job_hunt", "all", ["cy", "dee", "eve"]),
    ],
)
def test_who_is_in_which_part(setting, part, people):
    assert who(setting, part) == people


def test_numbers_of_a_setting():
    found = ng.describe_settings(world(), now=NOW).loc["job_hunt"]
    row = found.loc["all"]
    assert row["people"] == 3
    assert row["share"] == pytest.approx(3 / 6)
    assert (row["fields"], row["levels"]) == (2, 2)  # DATA, HRTA; P, M
    assert row["alive"] == 1  # cy wrote two months ago; dee eight years ago
    assert row["across"] == "Data and analytics 2; Human resources and talent 1"


def test_what_the_workplace_lacks_is_said():
    lacks = ng.describe_settings(world(), now=NOW).loc[("workplace", "all"), "lacks"]
    assert "nobody: below my level" in lacks
    assert "nobody at the level Manager or lead" in lacks
    assert "Director" not in lacks
    assert "people from 2 of 25 fields are known" in lacks


def test_a_recruiter_of_the_own_organisation_is_no_help_outside():
    contacts = world()
    contacts.people.loc["dee", "company"] = "Acme"
    assert who("job_hunt", "recruiters", contacts) == []


def test_where_you_work_is_not_known():
    found = ng.describe_settings(world(mine=False), now=NOW)
    inside = found.loc["workplace"]
    assert inside["people"].isna().all()
    assert inside["share"].isna().all()
    assert inside["untold"].str.contains("Positions.csv").all()
    outside = found.loc[("job_hunt", "other_companies")]
    assert outside["people"] == 5
    assert "your colleagues count among these" in outside["untold"]
    assert pd.isna(found.loc[("job_hunt", "former_colleagues"), "people"])


def test_without_your_own_field_and_level_what_depends_on_them_is_not_known():
    found = ng.describe_settings(world(own=(None, None)), now=NOW)
    assert found.loc[("workplace", "all"), "people"] == 2
    unknown = found["people"].isna()
    assert set(found.index[unknown]) == {
        *(("workplace", part) for part in ("own_field", "other_fields", "above", "same_level",
                                           "below")),
        ("career", "peers"), ("career", "seniors"), ("career", "community"),
    }  # fmt: skip
    assert "your own field is not known" in found.loc[("career", "peers"), "untold"]


def test_without_exchanges_nothing_is_said_to_be_alive_or_weak():
    found = ng.describe_settings(world(talk=False), now=NOW)
    assert found["alive"].isna().all()
    assert pd.isna(found.loc[("job_hunt", "weak_ties"), "people"])
    assert "messages.csv" in found.loc[("job_hunt", "weak_ties"), "untold"]


def test_nobody():
    found = ng.describe_settings(ng.Contacts())
    assert found.loc[("job_hunt", "all"), "people"] == 0
    assert pd.isna(found.loc[("workplace", "all"), "people"])
    assert ng.describe_relations(ng.Contacts()).empty


def test_relations_that_are_given_are_used():
    contacts = world()
    relations = ng.find_relations(contacts, now=NOW)
    relations = relations[relations["relation"] != "mentor"]
    assert "mentors" not in ng.find_settings(contacts, relations=relations)["part"].tolist()


def test_a_composition_counts_each_person_in_each_relation():
    found = ng.describe_relations(world(), by="seniority", now=NOW)
    assert found.index.tolist() == ["colleague", "former", "alumni", "mentor", "recruiter", "none"]
    assert found.loc["colleague"].to_dict() == {"P": 1, "M": 0, "D": 1, "unknown": 0}
    assert found.loc["none"].to_dict() == {"P": 0, "M": 0, "D": 0, "unknown": 1}
    assert found.to_numpy().sum() == 2 + 1 + 1 + 1 + 1 + 1  # eve is in two rows


def test_a_composition_by_state():
    found = ng.describe_relations(world(), by="state", now=NOW)
    assert found.loc["recruiter", "lost"] == 1
    assert found.loc["colleague"].to_dict() == {"active": 1, "lost": 0, "unknown": 1}


def test_another_composition_is_refused():
    with pytest.raises(ng.UnknownNameError, match="relations by 'seniorty' are not known"):
        ng.describe_relations(world(), by="seniorty")


@pytest.mark.parametrize("by", ["domain", "seniority", "state"])
def test_figures_show_every_number(by):
    composition = ng.describe_relations(world(), by=by, now=NOW)
    figure = ng.plot_relations(composition)
    if by == "domain":
        assert figure.data[0].customdata.sum() == composition.to_numpy().sum()
        assert "Former colleague" in figure.data[0].x
    else:
        assert sum(sum(bar.x) for bar in figure.data) == composition.to_numpy().sum()
        assert [bar.name for bar in figure.data][-1] == "not known"


def test_the_figure_of_nobody_says_so():
    figure = ng.plot_relations(ng.describe_relations(ng.Contacts()))
    assert figure.layout.annotations[0].text == "No contact is known yet."
