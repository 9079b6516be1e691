"""Who has another id in a newer export."""

import pandas as pd

from netgraph.contacts import Contacts
from netgraph.workspace._succession import successors


def book(*rows):
    """Contacts of (id, name, e-mail, since); "" where it is not told."""
    ids = [row[0] for row in rows]
    emails = [(row[0], "email", row[2]) for row in rows if row[2]]
    return Contacts(
        people=pd.DataFrame({"name": [row[1] or None for row in rows]}, index=ids),
        identifiers=pd.DataFrame(emails, columns=["person_id", "kind", "value"]),
        ties=pd.DataFrame(
            {
                "source": ids[0],
                "target": ids[1:],
                "kind": "contact",
                "since": pd.to_datetime([row[3] or None for row in rows[1:]]),
            }
        ),
    )


YOU = ("you", "You", "", "")


def test_one_name_and_one_day_of_connection_are_one_person():
    older = book(YOU, ("in/ann", "Ann Lee", "", "2024-03-05"))
    assert successors(older, [book(YOU, ("in/ann-lee", "Ann Lee", "", "2024-03-05"))]) == {
        "in/ann": "in/ann-lee"
    }
    assert successors(older, [book(YOU, ("in/ann-lee", "Ann Lee", "", "2025-01-01"))]) == {}


def test_one_address_is_one_person_if_the_names_have_a_word_in_common():
    older = book(YOU, ("name/ann", "Ann", "a@x.test", ""))
    assert successors(older, [book(YOU, ("mail/a@x.test", "Ann Lee", "a@x.test", ""))]) == {
        "name/ann": "mail/a@x.test"
    }
    assert successors(older, [book(YOU, ("mail/a@x.test", "Bo Lee", "a@x.test", ""))]) == {}


def test_who_is_in_both_has_no_successor():
    both = ("in/ann", "Ann Lee", "", "")
    assert successors(book(YOU, both), [book(YOU, both, ("in/ann-2", "Ann Lee", "", ""))]) == {}


def test_of_two_of_one_name_none_is_the_successor():
    older = book(YOU, ("name/ann lee", "Ann Lee", "", ""))
    newer = book(YOU, ("in/a", "Ann Lee", "", ""), ("in/b", "Ann Lee", "", ""))
    assert successors(older, [newer]) == {}
    assert successors(newer, [older]) == {}
