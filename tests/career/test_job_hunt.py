"""Whom to turn to about companies and roles, and in which order."""

import pandas as pd
import pytest

import netgraph as ng


def network():
    """You know Ann, Bo, Cleo, Dee and Eve; Eve knows Fay."""
    people = pd.DataFrame(
        [
            ("You", None, "Engineer", "SOFT", "P", True),
            ("Ann", "Acme", "Engineer", "SOFT", "P", False),
            ("Bo", "Acme", "Head of Engineering", "SOFT", "D", False),
            ("Cleo", "Acme", "Recruiter", "HRTA", "P", False),
            ("Dee", "Birch", "Data Analyst", "DATA", "P", False),
            ("Eve", "Birch", "Data Analyst", "DATA", "P", False),
            ("Fay", "Cedar", "Notary", "LEGL", "P", False),
        ],
        columns=["name", "company", "title", "domain", "seniority", "is_ego"],
        index=["ego", "ann", "bo", "cleo", "dee", "eve", "fay"],
    )
    ties = pd.DataFrame(
        [("ego", p, "contact") for p in ("ann", "bo", "cleo", "dee", "eve")]
        + [("eve", "fay", "introduction")],
        columns=["source", "target", "kind"],
    )
    stays = pd.DataFrame(
        {"person_id": ["dee"], "organisation": ["Acme"], "kind": "employer", "role": "Clerk",
         "end": "2020"}
    )  # fmt: skip
    return ng.Contacts(people=people, ties=ties, affiliations=stays)


def silent(contacts, person):
    """The same, with a long talk with somebody that ended eight years ago."""
    then = pd.date_range("2012-01-01", periods=80, freq="14D")
    both = ["ego", person] * 40
    talk = pd.DataFrame({"source": both, "target": both[::-1], "at": then, "kind": "message"})
    return ng.Contacts(
        people=contacts.people,
        ties=contacts.ties,
        affiliations=contacts.affiliations,
        interactions=talk,
    )


def steps(plan):
    return list(zip(plan["step"], plan["name"], strict=True))


def test_those_who_know_the_place_come_first_and_those_who_decide_last():
    plan = ng.plan_job_hunt(network(), ["Acme"])
    learn = {name for step, name in steps(plan) if step == "learn"}
    assert learn == {"Ann", "Dee"}  # a colleague to be, and one who worked there
    assert {name for step, name in steps(plan) if step == "ask"} == {"Bo", "Cleo"}
    assert plan["step"].tolist() == ["learn", "learn", "ask", "ask"]
    assert plan["order"].tolist() == [1, 2, 3, 4]


def test_where_nobody_is_known_the_one_between_is_asked():
    plan = ng.plan_job_hunt(network(), ["Cedar"])
    assert steps(plan) == [("widen", "Fay")]
    assert plan["names"].iloc[0] == ("You", "Eve", "Fay")
    assert plan["what_to_do"].iloc[0] == "Ask Eve whether they would introduce you to Fay"


def test_a_company_of_nobody_says_so():
    plan = ng.plan_job_hunt(network(), ["Acme Games", "Acme"])
    assert plan["step"].iloc[0] == "nobody known"
    assert pd.isna(plan["order"].iloc[0])
    assert "Acme" in plan["why"].iloc[0]
    assert plan.attrs["says"] == "2 targets: 2 to learn from, 2 to ask last. At 1 nobody is known."


def test_a_role_is_read_in_titles():
    plan = ng.plan_job_hunt(network(), roles=["Data Analyst"])
    assert {(step, name) for step, name in steps(plan)} == {("learn", "Dee"), ("learn", "Eve")}
    assert plan["kind"].unique().tolist() == ["role"]


def test_a_role_that_nobody_has_leads_into_its_field():
    plan = ng.plan_job_hunt(network(), roles=["Corporate Lawyer"])
    assert steps(plan) == [("widen", "Fay")]
    assert plan["why"].iloc[0].startswith("works in the field of 'Corporate Lawyer'")


def test_nobody_is_introduced_to_whom_you_know():
    contacts = network()
    more = pd.DataFrame({"source": ["dee"], "target": ["eve"], "kind": ["introduction"]})
    tied = ng.Contacts(people=contacts.people, ties=pd.concat([contacts.ties, more]))
    plan = ng.plan_job_hunt(tied, roles=["Data Analyst"])
    assert plan["status"].tolist() == ["you know them", "you know them"]


def test_a_tie_that_fell_silent_is_taken_up_before_anything_is_asked():
    plan = ng.plan_job_hunt(silent(network(), "ann"), ["Acme"], now="2026-01-01")
    ann = plan[plan["name"] == "Ann"].iloc[0]
    assert (ann["state"], ann["intent"]) == ("dormant", "reconnect")
    assert ann["what_to_do"] == "Take up with Ann again first, without a request"


def test_no_draft_of_the_plan_asks_for_a_job():
    contacts = network()
    plan = ng.plan_job_hunt(contacts, ["Acme"])
    for person, intent in zip(plan["person_id"], plan["intent"], strict=True):
        assert "job" not in str(ng.draft(contacts, person, intent)).casefold()


def test_whom_nothing_is_to_suggest_is_left_out_and_nobody_else_asked_over_them():
    contacts = network()
    hidden = contacts.people.assign(tags=None)
    hidden.loc[["ann", "eve"], "tags"] = "hidden from suggestions"
    without = ng.Contacts(people=hidden, ties=contacts.ties, affiliations=contacts.affiliations)
    plan = ng.plan_job_hunt(without, ["Acme", "Cedar"])
    assert [name for name in plan["name"] if isinstance(name, str)] == ["Dee", "Bo", "Cleo"]
    cedar = plan[plan["target"] == "Cedar"].iloc[0]
    assert (cedar["step"], cedar["why"]) == (
        "nobody known",
        "whom you know there is hidden from suggestions",
    )


@pytest.mark.parametrize("nothing", [{}, {"roles": ["", " "]}])
def test_nothing_asked_for_is_an_error(nothing):
    with pytest.raises(ng.NetgraphError, match="no company and no role"):
        ng.plan_job_hunt(network(), **nothing)


def test_where_many_are_known_some_to_be_introduced_to_are_named_too():
    ids = ["ego", *(f"in{i}" for i in range(4)), *(f"out{i}" for i in range(5))]
    people = pd.DataFrame(
        {"name": ids, "company": [None, *["Acme"] * 9], "is_ego": [True, *[False] * 9],
         "seniority": "P"}, index=ids,
    )  # fmt: skip
    ties = pd.DataFrame(
        [("ego", f"in{i}", "contact") for i in range(4)]
        + [("in0", f"out{i}", "introduction") for i in range(5)],
        columns=["source", "target", "kind"],
    )
    contacts = ng.Contacts(people=people, ties=ties)
    everybody = ng.plan_job_hunt(contacts, ["Acme"], most=8)["step"].tolist()
    assert everybody == ["learn"] * 4 + ["widen"] * 3  # no more than three, though five are near
    plan = ng.plan_job_hunt(contacts, ["Acme"], most=3)
    assert plan["step"].tolist() == ["learn"] * 3 + ["widen"] * 3
    assert set(plan["names"].iloc[-1][:2]) == {"You", "in0"}


def test_where_all_who_are_known_are_hidden_the_way_to_show_them_again_is_told():
    people = pd.DataFrame(
        {"name": ["You", "Ann"], "company": [None, "Acme"], "is_ego": [True, False],
         "tags": [None, "hidden from suggestions"]}, index=["ego", "ann"],
    )  # fmt: skip
    ties = pd.DataFrame({"source": ["ego"], "target": ["ann"], "kind": ["contact"]})
    plan = ng.plan_job_hunt(ng.Contacts(people=people, ties=ties), ["Acme"])
    assert plan["step"].tolist() == ["nobody known"]
    assert "netgraph hide NAME --again" in plan["what_to_do"].iloc[0]
    assert "Paths" not in plan["what_to_do"].iloc[0]


def of_list(titles):
    """You are connected with so many people, each of whom is called by the title."""
    ids = ["ego", *(f"p{i}" for i in range(len(titles)))]
    people = pd.DataFrame(
        {"name": ["You", *titles], "title": [None, *titles], "company": None,
         "is_ego": [True, *[False] * len(titles)]}, index=ids,
    )  # fmt: skip
    ties = pd.DataFrame({"source": "ego", "target": ids[1:], "kind": "contact"})
    return ng.classify(ng.Contacts(people=people, ties=ties))


def test_who_is_not_known_by_name_stands_in_no_row_beside_who_is(tmp_path):
    lines = ["First Name,Last Name,URL,Email Address,Company,Position,Connected On"]
    titles = ["Data Analyst", *["Software Engineer"] * 4]
    lines += [f"{t},{n},https://www.linkedin.com/in/p{n},,Korven Systems,{t},01 Feb 2020"
              for n, t in zip("ABCDE", titles, strict=True)]  # fmt: skip
    (tmp_path / "Connections.csv").write_text("\n".join(lines), encoding="utf-8")
    contacts = ng.load(str(tmp_path / "Connections.csv"))
    ways = ng.find_paths(ng.build_graph(contacts), domain="DATA", contacts=contacts, k=8)
    assert ways["target"].isna().any()  # who may know somebody in the field names nobody
    plan = ng.plan_job_hunt(contacts, ["Nowhere Limited"], roles=["Head of Data"])
    assert steps(plan)[1:] == [("learn", "Data Analyst A")]
    assert (plan["step"] == "nobody known").sum() == 1
    assert plan.attrs["says"] == "2 targets: 1 to learn from. At 1 nobody is known."


def test_a_role_of_names_that_nobody_bears_is_one_row():
    plan = ng.plan_job_hunt(of_list(["Software Engineer"] * 6), roles=["Head of Data"])
    assert plan["step"].tolist() == ["nobody known"]
    assert plan.attrs["says"] == "1 target: nobody is known."


def test_a_role_whose_bearers_decide_has_people_of_its_field_to_learn_from_first():
    titles = ["Head of Data Science", "Data Analyst", "Data Scientist", "Data Engineer",
              "Data Analyst", "Notary"]  # fmt: skip
    contacts = of_list(titles)
    talk = pd.DataFrame(
        {"source": ["ego", "p3"] * 20, "target": ["p3", "ego"] * 20, "kind": "message",
         "at": pd.date_range("2024-01-01", periods=40, freq="7D")},
    )  # fmt: skip
    contacts = ng.Contacts(people=contacts.people, ties=contacts.ties, interactions=talk)
    plan = ng.plan_job_hunt(contacts, roles=["Head of Data"])
    assert plan["step"].tolist() == ["learn"] * 3 + ["ask"]
    assert plan["name"].iloc[0] == "Data Engineer"  # the strongest tie first
    assert plan["name"].iloc[-1] == "Head of Data Science"
    assert plan["names"].iloc[0] == ("You", "Data Engineer")


def test_the_chances_are_those_of_your_own_introductions():
    contacts = ng.load(*ng.example())
    graph = ng.build_graph(contacts)
    own = ng.calibrate_introductions(contacts, graph)
    plan = ng.plan_job_hunt(contacts, roles=["Head of Data"], graph=graph)
    assert own.basis.startswith("from ")
    assert plan.attrs["basis"] == own.basis
