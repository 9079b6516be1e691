"""Small networks, and the example with its earlier export."""

import json
from pathlib import Path
from types import SimpleNamespace

import pandas as pd
import pytest

import netgraph as ng

TRUTH = Path(__file__).parents[2] / "data" / "example" / "truth.json"


def network(people, ties=(), talk=()):
    """Contacts of an ego: name -> columns; ties (source, target, kind, since); events."""
    table = pd.DataFrame.from_dict({"ego": {}, **people}, orient="index")
    table = table.assign(name=[name.title() for name in table.index])
    table["is_ego"] = table.index == "ego"
    ties = pd.DataFrame(ties, columns=["source", "target", "kind", "since"])
    talk = pd.DataFrame(talk, columns=["source", "target", "kind", "at"])
    return ng.Contacts(
        people=table,
        ties=ties.assign(since=pd.to_datetime(ties["since"])),
        interactions=talk.assign(at=pd.to_datetime(talk["at"])),
    )


@pytest.fixture(scope="session")
def planted():
    """The example after both exports: its contacts, changes, exports, and what was planted."""
    with ng.Workspace(":memory:") as workspace:
        workspace.add(*ng.example(earlier=True))
        workspace.add(next(path for path in ng.example() if path.suffix == ".zip"))
        contacts = workspace.contacts
        found = SimpleNamespace(
            contacts=contacts, changes=ng.changes(workspace), history=workspace.history
        )
    known = contacts.identifiers
    found.ids = dict(zip(known["value"], known["person_id"], strict=True))
    found.truth = json.loads(TRUTH.read_text(encoding="utf-8"))["changes"]
    return found
