"""The field and the level on a person's card."""

import pytest

import netgraph as ng
from netgraph_dashboard import card_field, person_card
from netgraph_dashboard.session import Session

HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
ROWS = [
    ("uma", "Elm Bank", "Nurse Recruiter"),
    ("vic", "Fir", "nurse  recruiter"),
    ("wes", "Elm Bank", "Member"),
    ("xia", "Oak", ""),
]
UMA, VIC, WES, XIA = (f"in/{row[0]}-lee" for row in ROWS)


@pytest.fixture
def session():
    rows = "".join(
        f"{name},Lee,https://www.linkedin.com/in/{name}-lee,,{company},{title},05 Mar 2024\n"
        for name, company, title in ROWS
    )
    workspace = ng.Workspace(":memory:")
    workspace.add(("Connections.csv", (HEADER + rows).encode()))
    return Session(workspace)


def labels(session, person):
    return session.people.loc[person, ["domain", "seniority"]].fillna("").tolist()


def test_what_decided_is_told(session):
    # 10 for the recruiter, 4.8 for the nurse: a margin of 0.52
    assert card_field.why(session, UMA) == (
        "The title names it: “recruiter”. It names another field too, less clearly "
        "(margin 0.52 of 1)."
    )
    assert card_field.why(session, WES) == (
        "No field of work: no word in it names one. A hint, not counted: Finance, accounting and "
        "insurance, by the name of the company (“bank”)."
    )
    assert card_field.why(session, XIA) == "No field of work: there is no title."


def test_the_card_offers_the_title_with_the_number_of_people(session):
    shown = str(person_card.build(session, UMA).to_plotly_json())
    assert "all with the title “Nurse Recruiter” (2 people)" in shown
    assert "all with the title" not in str(person_card.build(session, XIA).to_plotly_json())


def test_a_person_is_corrected_alone_and_taken_back(session):
    said = card_field.correct(session, UMA, card_field.PERSON, "HLTH", "P")
    assert said == "Field and level are as you say."
    assert labels(session, UMA) == ["HLTH", "P"]
    assert labels(session, VIC) == ["HRTA", "P"]
    assert card_field.why(session, UMA) == "You said this of this person."
    assert card_field.take_back(session, UMA) == "Field and level are as the rules say again."
    assert labels(session, UMA) == ["HRTA", "P"]
    assert card_field.take_back(session, UMA) == "There was nothing to take back."


def test_a_title_is_corrected_for_all_who_have_it_and_taken_back(session):
    card_field.correct(session, UMA, card_field.TITLE, "HLTH", "S")
    assert labels(session, VIC) == ["HLTH", "S"]
    assert card_field.why(session, VIC) == "You said this of everybody with this title."
    card_field.take_back(session, VIC)
    assert labels(session, UMA) == ["HRTA", "P"]


def test_the_page_can_be_undone_with_the_last_action(session):
    card_field.correct(session, UMA, card_field.TITLE, "HLTH", "S")
    assert labels(session, UMA) == ["HLTH", "S"]
    session.undo()
    assert labels(session, UMA) == ["HRTA", "P"]


def test_a_person_counts_before_the_title_which_counts_again_afterwards(session):
    card_field.correct(session, UMA, card_field.TITLE, "HLTH", "P")
    card_field.correct(session, UMA, card_field.PERSON, "LEGL", "P")
    assert labels(session, UMA) == ["LEGL", "P"]
    assert card_field.take_back(session, UMA) == "What you said of the title counts again."
    assert labels(session, UMA) == ["HLTH", "P"]


def test_only_what_differs_is_kept(session):
    card_field.correct(session, UMA, card_field.PERSON, "HLTH", "P")
    assert card_field.own_word(session, UMA, card_field.PERSON) == ("HLTH", None)
    card_field.correct(session, UMA, card_field.PERSON, "HLTH", "D")
    assert card_field.own_word(session, UMA, card_field.PERSON) == ("HLTH", "D")
    said = card_field.correct(session, UMA, card_field.PERSON, "HLTH", "D")
    assert said.startswith("Nothing was changed")


def test_who_has_no_title_has_none_to_correct(session):
    said = card_field.correct(session, XIA, card_field.TITLE, "HLTH", "P")
    assert said == "There is no title to correct."
    assert session.kept.tables.overrides.empty


def test_the_button_back_is_shown_where_you_said_something(session):
    def button():
        card = str(person_card.build(session, UMA).to_plotly_json())
        return card.count("hidden=True")

    shown = button()
    card_field.correct(session, UMA, card_field.PERSON, "HLTH", "P")
    assert button() == shown - 1
