"""What you decide holds, whatever the evidence says."""

import pandas as pd
import pytest

import netgraph as ng
from tests.identity.books import GOOGLE, LINKEDIN, contacts, decisions, strangers

SAME = [("in/a", "email", "a@x.example"), ("mail/a", "email", "a@x.example")]
ANN = {"in/a": "Ann Lee", "mail/a": "Ann Lee"}


def people(*args, rows):
    return sorted(ng.resolve(contacts(*args), decisions(*rows)).people.index)


def test_you_keep_apart_whom_all_evidence_joins():
    resolved = ng.resolve(contacts(ANN, SAME), decisions(("in/a", "mail/a", "apart")))
    assert sorted(resolved.people.index) == ["in/a", "mail/a"]
    assert resolved.review.empty  # it is answered


def test_you_join_whom_all_evidence_keeps_apart():
    row = {"sources": LINKEDIN}
    two = {"in/a": {"name": "Ann Lee", **row}, "in/b": {"name": "Bo Sun", **row}}
    resolved = ng.resolve(contacts(two), decisions(("in/a", "in/b", "merge")))
    assert resolved.people.index.tolist() == ["in/a"]
    assert resolved.matches["probability"].tolist() == [1.0]
    assert resolved.matches["reason"].tolist() == ["you said that they are one"]


def test_apart_holds_through_a_chain():
    chain = {"in/a": "Ann Lee", "mail/a": "Ann Lee", "tel/a": "Ann Lee"}
    told = [*SAME, ("mail/a", "phone", "+491701234567"), ("tel/a", "phone", "+491701234567")]
    assert people(chain, told, rows=[]) == ["in/a"]
    assert people(chain, told, rows=[("in/a", "tel/a", "apart")]) in (
        ["in/a", "mail/a"],
        ["in/a", "tel/a"],
    )


def test_the_later_word_counts():
    merge, apart = ("in/a", "mail/a", "merge"), ("mail/a", "in/a", "apart")
    assert people(ANN, rows=[merge, apart]) == ["in/a", "mail/a"]
    assert people(ANN, rows=[apart, merge]) == ["in/a"]


def test_a_later_apart_breaks_a_chain_of_merges():
    three = {"a": "Ann Lee", "b": "Bo Sun", "c": "Cy Fox"}
    rows = [("a", "b", "merge"), ("b", "c", "merge"), ("a", "c", "apart")]
    assert people(three, rows=rows) == ["a", "b"]  # b and c are one: the later of the two merges


def test_ids_that_nobody_bears_wait_for_the_next_import():
    rows = [("in/gone", "mail/a", "merge"), ("in/a", "in/gone", "apart")]
    assert people(ANN, SAME, rows=rows) == ["in/a"]


def test_a_decision_may_name_an_id_that_went_into_another():
    resolved = ng.resolve(contacts(ANN | {"x": "Bo Sun"}, SAME))
    again = ng.resolve(resolved, decisions(("mail/a", "x", "merge")))
    assert again.people.index.tolist() == ["in/a"]
    assert again.matches["person_id"].tolist() == ["in/a", "in/a"]
    assert sorted(again.matches["merged_id"]) == ["mail/a", "x"]


def test_an_answer_makes_the_other_candidate_sure():
    row = {"name": "Ann Lee", "sources": LINKEDIN}
    three = strangers(300) | {
        "in/1": {**row, "company": "Acme"},
        "in/2": {**row, "company": "Acme"},
        "mail/a": {"name": "Ann Lee", "company": "Acme", "sources": GOOGLE},
    }
    assert len(ng.resolve(contacts(three)).review) == 2
    assert "mail/a" not in people(three, rows=[("in/2", "mail/a", "apart")])


def test_a_missing_column_is_named():
    with pytest.raises(ng.ContactsError, match="no column 'verdict'") as caught:
        ng.resolve(contacts(ANN), pd.DataFrame({"one": [], "other": []}))
    assert caught.value.faults["person_id"].tolist() == ["verdict"]


def test_an_unknown_verdict_is_named():
    with pytest.raises(ng.ContactsError, match=r"'perhaps'.*Write merge or apart") as caught:
        people(ANN, rows=[("in/a", "mail/a", "apart"), ("in/a", "x", "perhaps")])
    assert len(caught.value.faults) == 1
