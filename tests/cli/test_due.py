"""`netgraph due`: who waits for a word, and what became of it."""

import pytest

import netgraph as ng

PROFILE = "First Name,Last Name,Headline\nMira,Sample,Engineer\n"
CONNECTIONS = """First Name,Last Name,URL,Email Address,Company,Position,Connected On
Annabel,Leeward,https://www.linkedin.com/in/annabel,,Acme,Nurse,05 Mar 2020
Bodo,Sampleman,https://www.linkedin.com/in/bodo,,Beta,Baker,20 Feb 2024
"""
MESSAGES = """CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,\
DATE,SUBJECT,CONTENT,FOLDER
t1,,Mira Sample,https://www.linkedin.com/in/mira,Annabel Leeward,\
https://www.linkedin.com/in/annabel,2024-01-02 10:00:00 UTC,,Hello Annabel,INBOX
t1,,Annabel Leeward,https://www.linkedin.com/in/annabel,Mira Sample,\
https://www.linkedin.com/in/mira,2024-03-01 10:00:00 UTC,,Could you look at my talk?,INBOX
t2,,Mira Sample,https://www.linkedin.com/in/mira,Cyra Testwell,\
https://www.linkedin.com/in/cyra,2024-03-08 10:00:00 UTC,,Good morning,INBOX
"""


@pytest.fixture
def waiting(tmp_path, told):
    """A workspace in which Annabel waits for an answer, and Bodo has just connected."""
    folder = tmp_path / "export"
    folder.mkdir()
    for name, text in (
        ("Profile.csv", PROFILE),
        ("Connections.csv", CONNECTIONS),
        ("messages.csv", MESSAGES),
    ):
        (folder / name).write_text(text, encoding="utf-8")
    told("import", str(folder))


def listed(told, *options):
    printed = told("due", "--json", *options)
    return [(row["person_id"], row["what"]) for row in printed["follow_ups"]]


BOTH = [("in/annabel", "unanswered"), ("in/bodo", "connected")]


@pytest.mark.usefixtures("waiting")
def test_who_waits_is_told_with_why_and_what_to_do(told):
    printed = told("due")
    first, rest = printed.split("\n", 1)
    assert first == "As of 2024-03-08, the last day of which the files tell."
    assert rest.startswith("1 letter without an answer, 1 connected without a word yet.")
    assert "1. Annabel Leeward: waits for an answer, 4 days overdue, 10 minutes" in printed
    assert "Answer Annabel Leeward, or say when you will." in printed
    assert "they asked you something 7 days ago, on 2024-03-01" in printed
    assert "Which ties sleep is not known" in printed
    assert "What would tell: messages.csv" in printed


@pytest.mark.usefixtures("waiting")
def test_as_json_each_row_has_its_evidence(told):
    printed = told("due", "--json", "--most", "1")
    assert [row["evidence"] for row in printed["follow_ups"]] == [[["interactions", 1]]]
    assert set(printed) == {"as_of", "says", "needs", "follow_ups", "dormant"}
    assert listed(told) == BOTH


@pytest.mark.usefixtures("waiting")
@pytest.mark.parametrize(("option", "state"), [("--done", "done"), ("--skip", "skipped")])
def test_done_and_skipped_stay_away_until_it_is_taken_back(told, option, state):
    assert f"Annabel Leeward: {state}." in told("due", option, "annabel leeward")
    assert listed(told) == BOTH[1:]
    told("undo")
    assert listed(told) == BOTH


@pytest.mark.usefixtures("waiting")
def test_snoozed_for_some_days(told, workspace):
    assert "Bodo Sampleman: snoozed until 20" in told("due", "--snooze", "bodo", "--days", "3")
    assert listed(told) == BOTH[:1]
    with ng.Workspace(workspace) as kept:
        kept.settle("in/bodo", "follow_up", "snoozed", until="2024-03-20")  # by now in the past
    assert listed(told) == BOTH


@pytest.mark.usefixtures("waiting")
def test_a_promise_that_is_done_is_kept(told):
    told("promise", "bodo", "a paper", "--due", "2024-03-01")
    assert ("in/bodo", "promise") in listed(told)
    told("due", "--done", "bodo")
    assert told("promise") == "No promise is open.\n"


@pytest.mark.usefixtures("waiting")
def test_a_call_that_was_noted_is_a_word(told):
    told("log", "annabel leeward", "--called", "--at", "2024-03-08")
    assert listed(told) == BOTH[1:]


def test_a_bare_list_of_connections_tells_what_is_not_known(connections, told):
    printed = told("due", connections)
    assert "“Connected on” is no contact" in printed
    assert "What would tell: messages.csv of your LinkedIn archive" in printed
    assert listed(told, connections) == []


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        (["--done", "Annabel", "FILE"], "kept in a workspace only"),
        (["--days", "3"], "--days says for how long to snooze"),
        (["--ahead", "-1"], "ahead is -1"),
        (["--most", "0"], "most is 0"),
        (["--done", "cyra testwell"], "Cyra Testwell is not among those who wait"),
        (["--done", "nobody at all"], "nobody"),
    ],
)
@pytest.mark.usefixtures("waiting")
def test_mistakes_are_told_with_a_remedy(run, connections, given, wrong, told):
    status, printed, errors = run("due", *[connections if g == "FILE" else g for g in given])
    assert (status, printed) == (2, "")
    assert wrong in errors
    assert listed(told) == BOTH
