"""How many people are contacts, and how many are only named."""

from pathlib import Path

import pandas as pd
import pytest

import netgraph as ng
from netgraph.graph import direct_contacts
from netgraph.workspace._acquaintance import count_people

EXAMPLE = Path(__file__).parents[2] / "data" / "example"


def test_contacts_are_counted_as_the_graph_counts_them(memory):
    imported = memory.add(*sorted(p for p in EXAMPLE.iterdir() if p.suffix in {".zip", ".mbox"}))
    contacts, named = count_people(memory.contacts)
    assert contacts == len(direct_contacts(memory.contacts))
    assert contacts + named == len(memory.contacts.people) - 1
    assert named
    told = f"now {contacts:,} contacts, {named:,} more people named."
    assert told in imported.sentence


@pytest.mark.parametrize(
    ("ties", "sent", "contacts"),
    [
        ([("ego", "ann", "observed")], [], 1),
        ([("ann", "ego", "observed")], [("ann", "ego", "mail"), ("ego", "ann", "mail")], 1),
        ([("ego", "ann", "inferred"), ("ann", "bo", "observed")], [], 0),
        ([("ego", "ann", "inferred")], [("ego", "ann", "mail"), ("ann", "ego", "mail")], 1),
        ([], [("ego", "ann", "mail"), ("bo", "ego", "mail")], 0),  # nobody answered
        ([], [("ego", "ann", "mail"), ("ann", "ego", "message")], 1),
        ([], [("ego", "ann", "meeting"), ("ann", "ego", "meeting")], 0),
    ],
)
def test_a_contact_has_an_observed_tie_to_you(ties, sent, contacts):
    people = pd.DataFrame({"is_ego": [True, False, False]}, index=["ego", "ann", "bo"])
    known = ng.Contacts(
        people=people,
        ties=pd.DataFrame(ties, columns=["source", "target", "evidence"]).assign(kind="contact"),
        interactions=pd.DataFrame(sent, columns=["source", "target", "kind"]),
    )
    assert count_people(known) == (contacts, 2 - contacts)
    assert len(direct_contacts(known)) == contacts


def test_without_you_all_are_contacts():
    people = pd.DataFrame({"name": ["Ann", "Bo"]}, index=["ann", "bo"])
    assert count_people(ng.Contacts(people=people)) == (2, 0)
