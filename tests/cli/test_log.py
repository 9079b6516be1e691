"""`netgraph log`: contacts that no export tells."""

import pytest


@pytest.mark.usefixtures("known")
def test_a_contact_is_noted_and_read_and_taken_back(told):
    said = told("log", "cyra", "--met", "in Delft", "--at", "2024-06-01")
    assert said == "Noted: met Cyra Testwell on 2024-06-01. To take it back: netgraph undo\n"
    (noted,) = told("log", "cyra", "--json")
    assert [noted[c] for c in ("person_id", "kind", "by", "text")] == [
        "in/cyra",
        "met",
        "me",
        "in Delft",
    ]
    assert noted["at"].startswith("2024-06-01")
    assert "in Delft" in told("log", "cyra")
    told("undo")
    assert told("log", "cyra") == (
        "Nothing is noted of Cyra Testwell. To note a meeting: netgraph log in/cyra --met\n"
    )


@pytest.mark.parametrize(
    ("given", "told_as"),
    [
        (["--called"], "called Cyra Testwell on"),
        (["--called", "--them"], "Cyra Testwell called you on"),
        (["--wrote", "--them"], "Cyra Testwell wrote to you on"),
        (["--gave", "advice"], "did Cyra Testwell a favour on"),
        (["--received", "a book"], "Cyra Testwell did you a favour on"),
    ],
)
@pytest.mark.usefixtures("known")
def test_who_began_it_is_told(told, given, told_as):
    assert told_as in told("log", "cyra", *given)


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        (["--at", "2024-06-01"], "it is not said what took place"),
        (["--met", "--at", "soon"], "'soon', which is no day"),
        (["--met", "--at", "2100-01-01"], "lies ahead"),
        (["--met", "--them"], "'met' cannot be by 'them'"),
    ],
)
@pytest.mark.usefixtures("known")
def test_a_mistake_is_told_and_nothing_noted(run, told, given, wrong):
    status, _, errors = run("log", "cyra", *given)
    assert status == 2
    assert wrong in errors
    assert told("log", "cyra", "--json") == []


@pytest.mark.usefixtures("known")
def test_a_favour_needs_words(run, capsys):
    with pytest.raises(SystemExit):
        run("log", "cyra", "--gave")
    assert "--gave is followed by nothing that it needs. Give --gave " in capsys.readouterr().err
