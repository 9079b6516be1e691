"""Small networks of invented people: you, Ann, Bo, Cy, and what passed between you."""

import pandas as pd

import netgraph as ng

NAMES = ("ann", "bo", "cy")
TEXTS = ("source", "target", "kind", "channel", "thread")


def letter(source, target, at, *, words=None, questions=None, **more):
    """One letter; `more` are further columns."""
    told = {"kind": "message", "channel": "linkedin", "thread": None} | more
    return {"source": source, "target": target, "at": at, "words": words,
            "questions": questions, **told}  # fmt: skip


def contacts(*events, names=NAMES, ego="ego", tied=(), people=None, **tables):
    """Put events (dicts) between you and others into `Contacts`."""
    everybody = ["ego", *names]
    told = {"name": [name.title() for name in everybody], "is_ego": [p == ego for p in everybody]}
    table = pd.DataFrame(told | (people or {}), index=everybody)
    ties = pd.DataFrame({"source": "ego", "target": list(tied), "kind": "contact"})
    ties = pd.concat([ties, tables.pop("ties", pd.DataFrame())], ignore_index=True)
    interactions = pd.DataFrame(list(events))
    if len(interactions):
        interactions["at"] = pd.to_datetime(interactions["at"], format="mixed")
    return ng.Contacts(people=table, ties=ties, interactions=interactions, **tables)
