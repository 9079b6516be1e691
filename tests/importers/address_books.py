"""Small address books, and what was read of them."""

from netgraph.importers import read


def book(*lines, file="contacts.csv", **options):
    return read((file, "\r\n".join(lines).encode()), **options)


def format_of(contacts):
    return contacts.files["format"].iloc[0]


def related(contacts):
    names = contacts.people["name"]
    ties = contacts.ties[contacts.ties["kind"] == "related"]
    return {(names[a], names[b]) for a, b in zip(ties["source"], ties["target"], strict=True)}


def values(contacts, kind):
    told = contacts.identifiers
    return told.loc[told["kind"] == kind, "value"].tolist()
