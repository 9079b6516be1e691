"""How far one is seen, and who vouches."""

from dataclasses import replace

import pandas as pd

import netgraph as ng


def test_grades_say_how_sure_it_is_that_they_can_reach_you(firm):
    people = firm.people.assign(sources=None).astype({"sources": "str"})
    people.loc["ivy", "sources"] = "linkedin.connections"
    seen = ng.visibility(replace(firm, people=people))
    # Dan and Fay wrote; Ivy is connected; Eve and Jon stand in your own book alone
    assert seen["grade"].to_dict() == {
        "dan": "A", "fay": "A", "ivy": "B", "eve": "C", "jon": "C", "hal": "C",
    }  # fmt: skip
    assert seen.loc["hal", ["hops", "via_name"]].tolist() == [2, "Eve"]
    assert seen["senior"].to_dict() == {
        "dan": True, "fay": False, "ivy": False, "eve": True, "jon": True, "hal": True,
    }  # fmt: skip
    assert seen.index[seen["top"]].tolist() == ["dan"]
    assert seen.attrs["top"] == 2  # Gus is in the files and not within reach
    told = ng.describe_visibility(seen).set_index("what")
    assert told.loc["top management", ["people", "of"]].tolist() == [1, 2]
    assert told.loc["one step", "people"] == 5
    assert told.loc["two steps", "people"] == 1


def test_over_somebody_who_addressed_you_an_observed_tie_is_graded_b(firm):
    met = {"source": ["dan"], "target": ["gus"], "kind": ["meeting"], "evidence": ["observed"]}
    ties = pd.concat([firm.ties, pd.DataFrame(met)])
    seen = ng.visibility(replace(firm, ties=ties))
    assert seen.loc["gus", ["grade", "via_name", "hops"]].tolist() == ["B", "Dan", 2]


def test_who_vouches_stands_with_level_and_skill(firm):
    skills = pd.DataFrame(
        {
            "person_id": "ego",
            "skill": ["SQL", "sql", "SQL", "Law"],
            "kind": "endorsement",
            "source_id": ["dan", "dan", "ivy", "jon"],
            "at": pd.to_datetime(["2020-01-01", "2021-01-01", "2019-01-01", None]),
        }
    )
    praise = pd.DataFrame(
        {"source": ["eve", "ego"], "target": ["ego", "eve"], "kind": "recommendation"}
    )
    contacts = replace(firm, skills=skills, interactions=pd.concat([firm.interactions, praise]))
    table = ng.find_vouchers(contacts)
    assert table["kind"].tolist() == ["recommendation", "endorsement", "endorsement"]
    assert table["people"].tolist() == [1, 2, 1]
    sql = table.iloc[1]
    assert sql["names"] == ("Dan", "Ivy")  # the highest level first
    assert sql[["P", "D", "senior", "unknown"]].tolist() == [1, 1, 1, 0]
    assert sql["last_at"] == pd.Timestamp("2021-01-01")
    seen = ng.visibility(contacts)
    assert seen.loc["eve", "recommended"] == 1  # what you wrote of her does not count
    assert seen.loc["dan", "endorsed_for"] == "SQL; sql"
    assert "1 person wrote a recommendation of you" in table.attrs["says"]


def test_nobody_is_known_to_vouch_in_a_bare_list(bare):
    table = ng.find_vouchers(bare)
    assert table.empty
    assert "Recommendations_Received.csv" in table.attrs["says"]
    seen = ng.visibility(bare)
    assert seen["grade"].tolist() == ["B", "B"]
    assert seen["senior"].isna().all()
    assert seen.attrs["top"] is None
    assert seen.attrs["says"].startswith(
        "2 people have a tie to you; who is one person further is not known: nobody beyond your "
        "own contacts is in these files. Who of them"
    )
    told = ng.describe_visibility(seen).set_index("what")
    assert pd.isna(told.loc["top management", "of"])
    assert "not known" in told.loc["top management", "says"]
    assert told.loc[["two steps", "senior, two steps"], ["people", "share"]].isna().all(axis=None)
    assert "not known" in told.loc["two steps", "says"]
    assert told.loc["one step", "people"] == 2
    dark = ["addressed you", "recommend you", "endorsed you", "senior who vouch", "top management"]
    assert told.loc[dark, "people"].isna().all()  # that nobody did is not known
    assert "Endorsement_Received_Info.csv" in told.loc["endorsed you", "says"]


def test_what_you_wrote_of_others_does_not_tell_that_nobody_wrote_of_you(bare):
    row = pd.DataFrame(
        {"source": [bare.ego], "target": bare.people.index[~bare.people["is_ego"]][:1],
         "kind": "recommendation"}
    )  # fmt: skip
    gave = replace(bare, interactions=row.reindex(columns=bare.interactions.columns))
    told = ng.describe_visibility(ng.visibility(gave)).set_index("what")
    assert pd.isna(told.loc["recommend you", "people"])
    got = gave.interactions.rename(columns={"source": "target", "target": "source"})
    told = ng.describe_visibility(ng.visibility(replace(bare, interactions=got))).set_index("what")
    assert told.loc["recommend you", "people"] == 1


def test_without_you_nobody_sees_you():
    people = pd.DataFrame({"name": ["Ann"]}, index=["ann"])
    seen = ng.visibility(ng.Contacts(people=people))
    assert seen.empty
    assert seen.attrs["says"].startswith("Not known")


def test_of_the_example_recommendations_and_top_management_are_counted(mira):
    contacts, graph, truth, ids = mira
    seen = ng.visibility(contacts, graph=graph)
    assert seen.loc[ids[truth["director"]], ["top", "senior", "grade"]].tolist() == [
        True,
        True,
        "B",
    ]
    praised = contacts.interactions.query("kind == 'recommendation' and target == 'ego'")
    assert seen["recommended"].sum() == len(praised)
    given = contacts.skills.query("kind == 'endorsement' and person_id == 'ego'")
    assert seen["endorsed"].sum() == len(given)
