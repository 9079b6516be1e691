"""What each contact is to you, from each kind of evidence."""

import pandas as pd
import pytest

import netgraph as ng
from netgraph.care.relations._reading import read_aside, read_label

STAYS = ["person_id", "organisation", "kind", "role", "start", "end"]
MINE = [
    ("ego", "Acme Ltd", "employer", "Data Engineer", "2020-01", None),
    ("ego", "Old Mill Co", "employer", "Analyst", "2014-06", "2019-12"),
    ("ego", "Norrvassa University", "school", "BSc", "2009", "2012"),
    ("ego", "Norrvassa University", "school", "MSc", "2012", "2014"),
    ("ego", "Plumbline Data Guild", "association", "Member", "2018", None),
    ("ego", "Lanternhouse", "volunteering", "Mentor", "2019", None),
]


def world(people, *, stays=(), mine=tuple(MINE), **tables):
    """You and some people, all of them contacts; `people` name -> columns."""
    rows = pd.DataFrame.from_dict(
        {"ego": {"name": "You", "is_ego": True, "seniority": "P"}, **people}, orient="index"
    )
    rows["is_ego"] = rows["is_ego"].eq(True)
    others = [person for person in rows.index if person != "ego"]
    ties = pd.DataFrame({"source": "ego", "target": others, "kind": "contact"})
    ties["since"] = [rows.get("since", pd.Series(dtype=str)).get(person) for person in others]
    ties = pd.concat([ties, tables.pop("ties", pd.DataFrame())], ignore_index=True)
    ties["since"] = pd.to_datetime(ties["since"])
    return ng.Contacts(
        people=rows.drop(columns="since", errors="ignore"),
        ties=ties,
        affiliations=pd.DataFrame([*mine, *stays], columns=STAYS),
        **tables,
    )


def relations(*args, now="2026-01-01", **kwargs):
    found = ng.find_relations(world(*args, **kwargs), now=now)
    return found.set_index(["person_id", "relation"])


def test_a_shared_company_makes_a_present_colleague():
    row = relations({"ann": {"company": "ACME"}}).loc[("ann", "colleague")]
    assert (row["present"], row["grade"]) == (True, "observed")
    assert row["evidence"] == "works at ACME, as you do since 2020"


@pytest.mark.parametrize(
    ("since", "grade", "says"),
    [
        ("2016-05-01", "observed", "and you connected in that time"),
        ("2020-06-01", "observed", "and you connected in that time"),  # half a year later
        ("2023-05-01", "inferred", "whether at the same time is not in the files"),
        (None, "inferred", "whether at the same time is not in the files"),
    ],
)
def test_who_is_where_you_were_was_there_with_you_if_you_connected_then(since, grade, says):
    row = relations({"ann": {"company": "Old Mill", "since": since}}).loc[("ann", "colleague")]
    assert (row["present"], row["grade"]) == (False, grade)
    assert row["evidence"].endswith(says)


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        ("2016", "2018", (False, "observed")),  # both, until they left
        ("2021", None, (True, "observed")),
        ("2012", "2013", None),  # before you came
    ],
)
def test_dates_of_stays_tell_present_from_former_colleagues(start, end, told):
    where = "Acme Ltd" if start == "2021" else "Old Mill Co"
    stays = [("ann", where, "employer", None, start, end)]
    found = relations({"ann": {"company": None}}, stays=stays)
    if told is None:
        assert found.empty
    else:
        assert tuple(found.loc[("ann", "colleague"), ["present", "grade"]]) == told


def test_an_old_address_book_does_not_make_a_present_colleague_of_who_has_left():
    stays = [("ann", "Acme Ltd", "employer", None, None, None)]
    row = relations({"ann": {"company": "Elsewhere"}}, stays=stays).loc[("ann", "colleague")]
    assert (row["present"], row["grade"]) == (False, "inferred")


def test_a_stay_that_ended_after_the_day_looked_back_from_is_present():
    mine = [("ego", "Acme Ltd", "employer", None, "2015", "2020-06")]
    people = {"ann": {"company": "Acme"}}
    then, later = (relations(people, mine=mine, now=day) for day in ("2019-01-01", "2021-01-01"))
    assert [frame["present"].item() for frame in (then, later)] == [True, False]


def test_an_address_at_your_employer_makes_a_colleague():
    emails = pd.DataFrame(
        {"person_id": ["ann", "bo"], "kind": "email", "value": ["a@acme.example", "b@gmail.com"]}
    )
    found = relations({"ann": {}, "bo": {}}, identifiers=emails)
    assert found.index.tolist() == [("ann", "colleague")]
    assert pd.isna(found["present"].item())


def test_schools_make_alumni_and_say_when():
    stays = [
        ("ann", "Norrvassa University", "school", None, "2010", "2013"),
        ("bo", "Norrvassa University", "school", None, "1990", "1994"),
    ]
    found = relations({"ann": {}, "bo": {}}, stays=stays)["evidence"]
    assert found[("ann", "alumni")].endswith("at the same time")
    assert found[("bo", "alumni")].endswith("at another time")


def test_associations_make_a_community_and_colleagues_there_too():
    stays = [
        ("ann", "Plumbline Data Guild", "association", None, "2019", None),
        ("bo", "Plumbline Data Guild", "employer", None, None, None),
        ("cy", "Plumbline Data Guild", "association", None, "2018", "2020"),
    ]
    found = relations({"ann": {}, "bo": {}, "cy": {}}, stays=stays)["present"]
    assert found[("ann", "community")]
    assert pd.isna(found[("bo", "community")])
    assert not found[("cy", "community")]


@pytest.mark.parametrize(
    ("label", "relation", "grade"),
    [
        ("Friends", "friend", "observed"), ("Freunde", "friend", "observed"),
        ("Amis", "friend", "observed"), ("amigos", "friend", "observed"),
        ("Amici", "friend", "observed"), ("vrienden", "friend", "observed"),
        ("Przyjaciele", "friend", "observed"), ("meus amigos", "friend", "observed"),
        ("Famille", "family", "observed"), ("Angehörige", "family", "observed"),
        ("Angehoerige", "family", "observed"), ("Rodzina", "family", "observed"),
        ("Kunden", "client", "observed"), ("Clientes", "client", "observed"),
        ("Klanten", "client", "observed"), ("Meine Kollegen", "colleague", "observed"),
        ("Geschäftspartner", "partner", "observed"), ("My mentors", "mentor", "observed"),
        ("Mentees", "mentee", "observed"), ("Recruiters", "recruiter", "observed"),
        ("Climbing friends", "friend", "inferred"), ("Class of 1999", "alumni", "inferred"),
        ("Python meetup Oslo", "community", "inferred"),
    ],
)  # fmt: skip
def test_labels_in_eight_languages(label, relation, grade):
    row = relations({"ann": {"groups": label}})
    assert row.index.tolist() == [("ann", relation)]
    assert row["grade"].item() == grade


@pytest.mark.parametrize(
    "label", ["Old client dinner", "Mentors, spring term", "Newsletter", "Ski week", "Red", "2019"]
)
def test_titles_that_only_mention_a_word_tell_nothing(label):
    assert relations({"ann": {"groups": label}}).empty


@pytest.mark.parametrize(
    ("label", "relation", "present"),
    [
        ("Norrvassa maths dinner", "alumni", None),
        ("Guild meetup", "community", None),  # a word of the name that nobody else bears
        ("PDG board", "community", None),  # its initials
        ("Acme lunch", "colleague", None),
        ("Old Mill Co", "colleague", False),
        ("Lanternhouse robots", "community", None),
    ],
)
def test_a_label_that_names_a_place_of_yours_tells_where_you_met(label, relation, present):
    found = relations({"ann": {"groups": label}})
    assert found.index.tolist() == [("ann", relation)]
    assert found["grade"].item() == "observed"
    assert found["present"].isna().item() == (present is None)
    assert present is None or found["present"].item() == present


def test_a_word_that_many_organisations_bear_names_none_of_yours():
    stays = [(f"p{n}", f"Norrvassa {n}", "employer", None, None, None) for n in "abc"]
    people = {**{f"p{n}": {} for n in "abc"}, "ann": {"groups": "Norrvassa maths dinner"}}
    assert relations(people, stays=stays).empty
    assert len(relations(people)) == 1


def test_the_rest_of_a_group_is_what_most_of_it_is():
    people = {name: {"groups": "Norrvassa; Ski week"} for name in ("a", "b", "c")}
    people |= {name: {"groups": "Ski week"} for name in ("x", "y")}
    found = relations(people)
    assert set(found.index) == {(name, "alumni") for name in "abcxy"}
    assert found.loc[("x", "alumni"), "grade"] == "inferred"
    assert "3 of 5 are known from Norrvassa University" in found.loc[("x", "alumni"), "evidence"]
    assert "from 2009 to 2014" in found.loc[("x", "alumni"), "evidence"]


def test_a_group_of_which_fewer_than_half_are_known_tells_nothing():
    people = {name: {"groups": "Norrvassa; Ski week"} for name in ("a", "b", "c")}
    people |= {f"x{n}": {"groups": "Ski week"} for n in range(4)}
    assert len(relations(people)) == 3


def test_cards_name_family_managers_and_those_who_named_you():
    ties = pd.DataFrame(
        [("ego", "ann", "spouse"), ("ego", "bo", "manager"), ("cy", "ego", "mentor"),
         ("dee", "bo", "friend"), ("ego", "dee", "partner")],
        columns=["source", "target", "relation"],
    ).assign(kind="related")  # fmt: skip
    found = relations({name: {} for name in ("ann", "bo", "cy", "dee")}, ties=ties)
    assert found.index.tolist() == [
        ("ann", "family"), ("bo", "colleague"), ("cy", "mentee"), ("dee", "family"),
    ]  # fmt: skip


def test_a_sheet_and_notes_say_who_is_a_client_or_a_mentor():
    people = {
        "ann": {"Lifecycle Stage": "customer", "note": "Met in Oslo, my mentor at Acme"},
        "bo": {"Lifecycle Stage": "lead", "note": "knows a mentor"},
    }
    found = relations(people)
    assert found.index.tolist() == [("ann", "client"), ("ann", "mentor")]
    assert found["grade"].tolist() == ["observed", "inferred"]


def test_a_recommendation_down_the_ladder_makes_a_mentor_only_among_colleagues():
    acts = pd.DataFrame(
        [("ann", "ego"), ("bo", "ego"), ("ego", "cy"), ("dee", "ego")],
        columns=["source", "target"],
    ).assign(kind="recommendation", at=pd.Timestamp("2024-01-01"))
    people = {
        "ann": {"company": "Acme", "seniority": "D"},
        "bo": {"company": "Acme", "seniority": "P"},  # a peer
        "cy": {"company": "Acme", "seniority": "E"},
        "dee": {"company": "Elsewhere", "seniority": "X"},
    }
    found = relations(people, interactions=acts)
    found = found[found["grade"] == "inferred"]
    assert found.index.tolist() == [("ann", "mentor"), ("cy", "mentee")]


def test_beginners_where_you_are_a_mentor_may_be_mentees():
    people = {
        "ann": {"groups": "Lanternhouse", "seniority": "E"},
        "bo": {"groups": "Lanternhouse", "seniority": "M"},
    }
    found = relations(people)
    assert ("ann", "mentee") in found.index
    assert ("bo", "mentee") not in found.index


def test_introductions_tell_what_they_became():
    introductions = pd.DataFrame(
        [("bo", "ann", "ego", "friend", None), ("bo", "ego", "cy", "customer", None),
         ("bo", "dee", "ann", "friend", None), ("bo", "dee", "ego", "met", "Mentoring programme")],
        columns=["introducer", "introduced", "introduced_to", "outcome", "context"],
    )  # fmt: skip
    people = {"ann": {}, "bo": {}, "cy": {}, "dee": {"seniority": "X"}}
    found = relations(people, introductions=introductions)
    assert found.index.tolist() == [("ann", "friend"), ("cy", "client"), ("dee", "mentor")]


@pytest.mark.parametrize(
    "title",
    [
        "Technical Recruiter", "Talent Acquisition Manager", "Headhunter", "Personalberaterin",
        "Chargée de recrutement", "Técnica de selección", "Recrutadora", "Selezionatrice",
        "Intercedent", "Starszy specjalista ds. rekrutacji", "Executive Search Consultant",
    ],
)  # fmt: skip
def test_titles_of_recruiters_in_eight_languages(title):
    assert relations({"ann": {"title": title}}).index.tolist() == [("ann", "recruiter")]


@pytest.mark.parametrize(
    "title",
    ["HR Business Partner", "Personal Trainer", "Search Engineer", "Talent Manager", "Head of HR",
     "Sourcing Manager", "Selection Committee Chair"],
)  # fmt: skip
def test_titles_that_only_sound_like_it(title):
    assert relations({"ann": {"title": title, "domain": "HRTA"}}).empty


def test_human_resources_at_a_firm_of_recruiters_may_recruit():
    people = {
        "ann": {"title": "HR Manager", "domain": "HRTA", "company": "Hill Recruiting LLC"},
        "bo": {"title": "Accountant", "domain": "FINA", "company": "Hill Recruiting LLC"},
    }
    found = relations(people)
    assert found.index.tolist() == [("ann", "recruiter")]
    assert found["grade"].item() == "inferred"


def test_your_own_word_overrules():
    people = {
        "ann": {"company": "Acme", "relations_said": "Mentor; not colleague; not recruiter"},
        "bo": {"title": "Recruiter", "relations_said": "not recruiter"},
        "cy": {"relations_said": "rabbit"},
    }
    found = ng.find_relations(world(people), now="2026-01-01")
    assert found[["person_id", "relation", "grade"]].to_numpy().tolist() == [
        ["ann", "mentor", "stated"]
    ]
    assert found.attrs["not_understood"] == ("rabbit",)


def test_a_tag_is_your_own_word():
    row = relations({"ann": {"tags": "client"}})
    assert row["grade"].tolist() == ["stated"]
    assert row["evidence"].item().startswith("you tagged them 'client'")


def test_one_row_a_relation_with_all_its_evidence():
    row = relations({"ann": {"company": "Acme", "groups": "Acme lunch; Acme choir"}})
    assert len(row) == 1
    assert row["present"].item()
    assert row["evidence"].item().count(";") == 2


def test_who_only_wants_to_connect_and_who_is_merely_named_is_no_contact():
    people = pd.DataFrame(
        {"name": ["You", "Ann", "Bo"], "is_ego": [True, False, False], "company": "Acme"},
        index=["ego", "ann", "bo"],
    )
    asked = pd.DataFrame({"source": ["ann"], "target": ["ego"], "kind": ["invitation"]})
    found = ng.find_relations(ng.Contacts(people=people, interactions=asked))
    assert found.empty
    assert found.attrs["people"] == 0


def test_the_main_relation_is_the_surest_then_the_closest():
    rows = pd.DataFrame(
        [
            ("ann", "friend", None, "inferred"),
            ("ann", "colleague", True, "observed"),
            ("bo", "colleague", False, "observed"),
            ("bo", "alumni", None, "observed"),
            ("cy", "family", None, "observed"),
            ("cy", "client", None, "stated"),
        ],
        columns=["person_id", "relation", "present", "grade"],
    )
    assert ng.main_relation(rows).to_dict() == {"ann": "colleague", "bo": "alumni", "cy": "client"}


def test_nobody_and_no_ego():
    assert ng.find_relations(ng.Contacts()).empty
    people = pd.DataFrame({"name": ["Ann"], "groups": ["Friends"]}, index=["ann"])
    assert ng.find_relations(ng.Contacts(people=people)).empty
    assert ng.main_relation(ng.find_relations(ng.Contacts())).empty


def test_what_is_no_date_is_refused():
    with pytest.raises(ng.ContactsError, match="which is no date"):
        ng.find_relations(ng.Contacts(), now="soonish")


def test_nothing_that_is_given_is_changed():
    contacts = world({"ann": {"company": "Acme", "groups": "Friends"}})
    before = contacts.people.copy()
    ng.find_relations(contacts)
    pd.testing.assert_frame_equal(contacts.people, before)


def test_notes_and_labels_are_read_word_by_word():
    assert read_label("befriended") == ()
    assert read_aside("not my mentor") == ()
    assert [told.relation for told in read_aside("Mein Mentor bei Acme")] == ["mentor"]


def test_a_bare_list_of_connections_tells_recruiters_and_says_what_is_missing():
    listed = (
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        "Ann,Example,https://www.linkedin.com/in/ann-example,,Hill,Technical Recruiter,1 May 2020\n"
        "Bo,Example,https://www.linkedin.com/in/bo-example,,Acme,Analyst,2 May 2020\n"
    )
    found = ng.find_relations(ng.load(("Connections.csv", listed.encode())))
    assert found[["person_id", "relation"]].to_numpy().tolist() == [["in/ann-example", "recruiter"]]
    assert found.attrs["unknown"] == 1
    missing = found.attrs["missing"]
    assert set(missing) == set(ng.RELATIONS) - {"recruiter"}
    assert "Positions.csv" in missing["colleague"]
    assert "Education.csv" in missing["alumni"]
    assert "Organizations.csv" in missing["community"]
