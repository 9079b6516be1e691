"""Ties among those who take part in the same conversations."""

from __future__ import annotations

import pandas as pd

from netgraph.contacts import EGO
from netgraph.importers._threads import find_thread_ties


def conversation(thread, *messages):
    """Make interactions: a message is (event, day, source, targets)."""
    return pd.DataFrame(
        [
            {
                "kind": "message",
                "thread": thread,
                "event": event,
                "at": pd.Timestamp(2024, 3, day),
                "source": source,
                "target": target,
            }
            for event, day, source, targets in messages
            for target in targets
        ]
    )


def ties_of(*parts):
    ties = find_thread_ties(pd.concat(parts, ignore_index=True))
    return {
        (row["source"], row["target"]): (row["since"].day, row["last_at"].day, row["count"])
        for row in ties.to_dict("records")
    }


def test_all_pairs_beside_you():
    talk = conversation("t", (1, 5, EGO, ["ada", "bob", "cy"]), (2, 9, "cy", [EGO, "ada", "bob"]))
    # three people give three pairs; two messages, from the 5th to the 9th
    assert ties_of(talk) == dict.fromkeys([("ada", "bob"), ("ada", "cy"), ("bob", "cy")], (5, 9, 2))


def test_several_conversations_of_a_pair_are_one_tie():
    first = conversation("t1", (1, 5, EGO, ["ada", "bob"]), (2, 6, EGO, ["ada", "bob"]))
    second = conversation("t2", (3, 1, "bob", [EGO, "ada"]))
    assert ties_of(first, second) == {("ada", "bob"): (1, 6, 3)}


def test_a_conversation_with_one_other_ties_nobody():
    assert ties_of(conversation("t", (1, 5, EGO, ["ada"]), (2, 6, "ada", [EGO]))) == {}


def test_fifteen_others_are_tied_and_sixteen_are_not():
    people = [f"p{number:02}" for number in range(16)]
    assert len(ties_of(conversation("t", (1, 5, EGO, people[:15])))) == 105  # 15 * 14 / 2
    assert ties_of(conversation("t", (1, 5, EGO, people))) == {}


def test_messages_without_a_conversation_tie_nobody():
    assert ties_of(conversation(None, (1, 5, EGO, ["ada", "bob"]))) == {}


def test_invitations_tie_nobody():
    invitation = conversation("t", (1, 5, EGO, ["ada", "bob"])).assign(kind="invitation")
    assert ties_of(invitation) == {}


def test_thread_ties_are_observed():
    ties = find_thread_ties(conversation("t", (1, 5, EGO, ["ada", "bob"])))
    assert ties[["kind", "evidence", "probability"]].iloc[0].tolist() == ["thread", "observed", 1.0]
