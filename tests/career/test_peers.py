"""People on a path like yours, what they did next, and what they can that you cannot."""

import pandas as pd
import pytest

import netgraph as ng
from netgraph.career._paths import Likeness, career_steps, likeness, paths_of

MINE = (("EDUC", "P"), ("DATA", "P"), ("DATA", "S"))


@pytest.mark.parametrize(
    ("theirs", "expected"),
    [
        # DATA P and DATA S fit: 2 (1 + 1) / (3 + 2), then a step further
        ((("DATA", "P"), ("DATA", "S"), ("DATA", "M")), Likeness(0.8, 1)),
        (MINE, Likeness(1.0, 2)),
        # the present post alone: 2 x 1 / (3 + 1)
        ((("DATA", "S"),), Likeness(0.5, 0)),
        # software is as near as 0.6: 2 x 0.6 / (3 + 1)
        ((("SOFT", "S"),), Likeness(0.3, 0)),
        # stood there twice: first with one step before, 2 (1 + 1) / 5; later 2 (1 + 1) / 7
        ((("DATA", "P"), ("DATA", "S"), ("PROD", "M"), ("DATA", "S")), Likeness(0.8, 1)),
        # never at your level in a field near to yours
        ((("DATA", "P"), ("DATA", "M")), None),
        ((("LEGL", "S"),), None),
        # in another order the steps before do not fit side by side: 2 (1 + 1) / 6
        ((("DATA", "P"), ("EDUC", "P"), ("DATA", "S")), Likeness(4 / 6, 2)),
    ],
)
def test_likeness_is_worked_by_hand(theirs, expected):
    found = likeness(MINE, theirs)
    if expected is None:
        assert found is None
    else:
        assert found.step == expected.step
        assert found.similarity == pytest.approx(expected.similarity)


def contacts_of(*posts):
    """(person, role, organisation, end); the last of each person is the present one."""
    table = pd.DataFrame(posts, columns=["person_id", "role", "organisation", "end"])
    now = table.drop_duplicates("person_id", keep="last").set_index("person_id")
    people = pd.DataFrame(
        {"name": now.index, "title": now["role"], "company": now["organisation"]}, index=now.index
    ).assign(is_ego=[person == "ego" for person in now.index])
    others = [person for person in now.index if person != "ego"]
    ties = pd.DataFrame({"source": "ego", "target": others, "kind": "contact"})
    contacts = ng.Contacts(people=people, ties=ties, affiliations=table.assign(kind="employer"))
    return ng.classify(contacts)


OURS = (
    ("ego", "Data Engineer", "Elm", "2020"),
    ("ego", "Senior Data Engineer", "Oak", None),
)


def test_steps_are_in_order_and_the_same_post_elsewhere_is_no_step():
    contacts = contacts_of(
        *OURS,
        ("ann", "Senior Data Engineer", "Ash", "2019"),
        ("ann", "Data Engineer", "Fir", "2015"),
        ("ann", "Senior Data Engineer", "Oak", "2021"),
        ("ann", "Head of Data Science", "Yew", None),
    )
    paths = paths_of(career_steps(contacts))
    assert paths["ann"] == (("DATA", "P"), ("DATA", "S"), ("DATA", "D"))


def test_old_cards_without_a_date_stand_before_the_present_post():
    contacts = contacts_of(
        *OURS,
        ("ann", "Senior Data Engineer", "Ash", None),  # two old cards, in any order
        ("ann", "Data Engineer", "Ash", None),
        ("ann", "Data Engineering Manager", "Yew", None),
    )
    peers = ng.career_peers(contacts)
    assert peers.loc["ann", "path"] == "DATA P > DATA S > DATA M"
    assert peers.loc["ann", ["at", "next_role"]].tolist() == [
        "Senior Data Engineer, Ash",
        "Data Engineering Manager, Yew",
    ]
    assert peers.loc["ann", "similarity"] == 1.0


def test_whose_path_is_not_known_comes_last_and_is_told_apart():
    contacts = contacts_of(
        *OURS,
        ("bo", "Senior Data Engineer", "Ash", None),
        ("ann", "Senior Data Engineer", "Ash", "2020"),
        ("ann", "Data Engineering Manager", "Yew", None),
        ("cy", "Nurse", "Fir", None),
    )
    peers = ng.career_peers(contacts)
    assert peers.index.tolist() == ["ann", "bo"]
    assert peers["steps"].tolist() == [2, 1]
    assert "not known from these files" in peers.loc["bo", "why"]
    assert peers.attrs["path"] == "DATA P > DATA S"
    assert (peers.attrs["known"], peers.attrs["of"]) == (1, 3)
    steps = ng.next_steps(peers)
    assert steps[["domain", "seniority", "people", "of", "share"]].to_numpy().tolist() == [
        ["DATA", "M", 1, 1, 1.0]
    ]
    assert "Of 2 people" in steps.attrs["says"]


def test_a_bare_list_tells_no_path(bare):
    peers = ng.career_peers(bare)
    assert peers.empty
    assert "Positions.csv" in peers.attrs["says"]
    assert ng.next_steps(peers).empty


def test_the_planted_peers_of_the_example_are_found(mira):
    contacts, graph, truth, ids = mira
    planted = {ids[person] for person in truth["on_cards"]}
    peers = ng.career_peers(contacts, graph=graph)
    assert set(peers.index[peers["steps"] > 1]) == planted
    now = {ids[peer["person"]]: peer["now"] for peer in truth["peers"]}
    for person in planted:
        assert peers.loc[person, "next_role"].startswith(now[person])
    steps = ng.next_steps(peers)
    assert steps[["seniority", "people", "of"]].to_numpy().tolist() == [["M", 3, 4], ["D", 1, 4]]


def test_an_earlier_export_tells_more_paths():
    with ng.Workspace(":memory:") as workspace:
        workspace.add(*ng.example(earlier=True))
        workspace.add(next(path for path in ng.example() if path.suffix == ".zip"))
        contacts = workspace.contacts
        peers = ng.career_peers(contacts, history=workspace.history)
    assert peers.attrs["known"] > 25  # the archive alone tells former posts of nobody
    went = peers.dropna(subset=["next"])
    assert {"DATA M", "DATA D", "PROD M"} <= {
        f"{d} {s}" for d, s in zip(went["next_domain"], went["next_seniority"], strict=True)
    }


def test_skills_that_peers_have_and_you_do_not_come_first(mira):
    contacts, graph, truth, _ = mira
    table = ng.compare_skills(contacts, peers=ng.career_peers(contacts, graph=graph))
    theirs = table[table["verdict"] == "theirs, not yours"]
    assert set(truth["skills"]) | {truth["certificate"]} <= set(theirs["skill"])
    assert table["skill"].iloc[0] == "Stream Processing"
    assert table.loc[0, "peers"] == 3
    kinds = table.set_index("skill")["kind"]
    assert kinds[truth["certificate"]] == "certification"
    assert kinds["Certified Data Steward"] == "certification"
    mine = table.set_index("skill").loc["Certified Data Steward"]
    assert mine["verdict"] == "yours, attested"


def test_skills_are_compared_whatever_their_case(firm):
    skills = pd.DataFrame(
        {
            "person_id": ["ego", "ego", "ego", "ivy", "jon"],
            "skill": ["SQL", "sql ", "Python", "Spark", "Law"],
            "kind": ["skill", "endorsement", "endorsement", "endorsement", "endorsement"],
            "source_id": [None, "dan", "ivy", "ego", "ego"],
        }
    )
    contacts = ng.Contacts(people=firm.people, ties=firm.ties, skills=skills)
    table = ng.compare_skills(contacts).set_index("skill")
    assert table.loc["SQL", ["said", "endorsed_by", "senior_endorsers"]].tolist() == [True, 1, 1]
    assert table.loc["SQL", "verdict"] == "yours, endorsed by 1 person"
    assert table.loc["Python", "verdict"] == "endorsed by 1 person, not on your profile"
    assert table.loc["Spark", ["field", "of_field"]].tolist() == [1, 1]  # of Jon, a lawyer, not
    assert table.loc["Law", ["field", "yours"]].tolist() == [0, False]


def test_no_skill_of_anybody_is_said_to_be_unknown(bare):
    table = ng.compare_skills(bare)
    assert table.empty
    assert "Endorse" in table.attrs["says"] or "endorsements" in table.attrs["says"]
