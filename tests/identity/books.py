"""Small books of invented people, for the tests of who is who."""

import pandas as pd

import netgraph as ng

LINKEDIN, GOOGLE, CARDS = "linkedin.connections", "google.contacts", "vcard"
COLUMNS = ("name", "company", "title", "location", "groups", "sources", "is_ego")


def contacts(people, identifiers=(), *, ties=(), files=()):
    """Make contacts of person_id -> name, or person_id -> dict of columns."""
    rows = {
        person: {"name": told} if isinstance(told, str) or told is None else told
        for person, told in people.items()
    }
    table = pd.DataFrame.from_dict(rows, orient="index").reindex(columns=COLUMNS)
    known = pd.DataFrame(list(identifiers), columns=["person_id", "kind", "value"])
    return ng.Contacts(
        people=table.assign(is_ego=table["is_ego"].eq(True)),
        identifiers=known,
        ties=pd.DataFrame(list(ties), columns=["source", "target", "kind"]),
        files=pd.DataFrame({"file": list(files), "format": list(files)}),
    )


def decisions(*rows):
    return pd.DataFrame(list(rows), columns=["one", "other", "verdict"])


def _word(number):
    return "Zu" + "".join(chr(97 + number // 26**place % 26) for place in range(3))


def strangers(count, source=LINKEDIN):
    """Invent people of different names, so that a name can be rare."""
    return {
        f"in/stranger-{number}": {
            "name": f"{chr(65 + number % 26)}{'aeiou'[number % 5]}ba {_word(number)}",
            "company": f"Firm {number}",
            "sources": source,
        }
        for number in range(count)
    }
