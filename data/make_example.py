"""Make the example: the exports of one invented person, in the layouts of 2026.

``python data/make_example.py`` writes ``data/example/``. The same files come
out byte for byte wherever and whenever it runs: all chance is seeded, all
dates are fixed. Everybody and every company in it is invented.
"""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent))

from _address_books import write_google_contacts, write_vcards
from _calendar import write_calendar
from _casting import build_story
from _earlier import look_back
from _favours import (
    Introduction,
    make_endorsements,
    make_introductions,
    make_invitations,
    make_recommendations,
)
from _growing import let_grow
from _linkedin import (
    EGO_EMAILS,
    EGO_NAME,
    EGO_URL,
    EXPORTED,
    connections_csv,
    endorsements_csv,
    invitations_csv,
    messages_csv,
    recommendations_csv,
    write_archive,
)
from _mail import write_mbox
from _records import Record, list_duplicates, make_records
from _story import GAPS, LAST_DAY, Story
from _talk import hold_talks

if TYPE_CHECKING:
    from collections.abc import Iterable

    from _people import Person

EXAMPLE = Path(__file__).parent / "example"
INTRODUCTIONS_HEADER = (
    "introducer", "introducer_id", "introduced", "introduced_id", "introduced_to",
    "introduced_to_id", "date", "channel", "outcome", "context", "strength", "confidence", "source",
)  # fmt: skip


def main(folder: Path = EXAMPLE) -> None:
    """Write all files of the example into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    story = build_story()
    records = make_records(story)
    introductions = make_introductions(story)
    messages, close = hold_talks(story, [record.person for record in records["calendar"]])
    endorsements = make_endorsements(story)
    recommendations = make_recommendations(story, close)
    growing = let_grow(story)
    growing.add_records(records)
    messages += growing.messages
    endorsements = sorted(
        [*endorsements, *growing.endorsements], key=lambda e: (e.at, e.person.slug), reverse=True
    )
    write_archive(
        folder,
        {
            "Connections.csv": connections_csv(story.connections),
            "messages.csv": messages_csv(messages),
            "Invitations.csv": invitations_csv(make_invitations(story)),
            "Endorsement_Received_Info.csv": endorsements_csv(endorsements, is_received=True),
            "Endorsement_Given_Info.csv": endorsements_csv(endorsements, is_received=False),
            "Recommendations_Received.csv": recommendations_csv(recommendations, is_received=True),
            "Recommendations_Given.csv": recommendations_csv(recommendations, is_received=False),
        },
    )
    write_google_contacts(folder, records["google"])
    write_vcards(folder, records["phone"])
    write_introductions(folder, introductions)
    write_calendar(folder, story, records["calendar"])
    write_mbox(folder, records["mail"])
    earlier = look_back(story)
    growing.look_back(earlier)
    earlier.write(folder)
    told = {"growing": growing.truth(), "changes": earlier.changes(story, EXPORTED.date())}
    write_truth(folder, story, records, introductions, told)


def write_introductions(folder: Path, introductions: list[Introduction]) -> None:
    """Write the canonical schema, with dates as precise as one remembers them."""
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(INTRODUCTIONS_HEADER)
    for made in introductions:
        people = [made.introducer, made.introduced, *made.to]
        names = ["me" if person is None else person.name for person in people]
        identities = ["" if person is None else person.identity for person in people]
        if made.to == [None] and made.channel == "email":
            names[-1] = ""  # nobody named: the ego
        event = [made.date, made.channel, made.outcome, made.context, made.strength]
        ends = [names[0], identities[0], names[1], identities[1]]
        ends += ["; ".join(names[2:]), "; ".join(identities[2:])]
        rows.writerow([*ends, *event, "stated", "notebook"])
    (folder / "introductions.csv").write_bytes(text.getvalue().encode())


def write_truth(
    folder: Path,
    story: Story,
    records: dict[str, list[Record]],
    introductions: list[Introduction],
    told: dict[str, object],
) -> None:
    """Write what is planted; people are named by LinkedIn address, else by e-mail."""

    def ids(people: Iterable[Person]) -> list[str]:
        return sorted(person.identity for person in people)

    domains: dict[str, list[str]] = {}
    for person in story.connections + story.offline:
        domains.setdefault(person.domain, []).append(person.identity)
    truth = {
        "as_of": LAST_DAY.isoformat(),
        "ego": {
            "name": EGO_NAME,
            "linkedin": EGO_URL,
            "emails": EGO_EMAILS,
            "home": ["SOFT", "DATA"],
        },
        "communities": {
            c.key: {
                "name": c.name,
                "kind": c.kind,
                "google_label": c.label,
                "members": ids(c.members),
                "address_book_only": ids(p for p in story.offline if p.community == c.key),
            }
            for c in story.communities
        },
        "brokers": [
            {
                "person": broker.person.identity,
                "communities": broker.communities,
                "introductions": sum(i.introducer is broker.person for i in introductions),
            }
            for broker in story.brokers
        ],
        "gaps": {code: domains.get(code, []) for code in GAPS},
        "dormant": ids(story.dormant),
        "one_sided": {
            "only_i_write": ids(story.only_i_write),
            "only_they_write": ids(story.only_they_write),
        },
        "overdue": {
            "connected_without_a_word": ids(story.connected_in_silence),
            "met_without_a_word": ids(story.met_in_silence),
            "question_to_me": ids(story.asked_me),
        },
        "duplicates": list_duplicates(records),
        "homonyms": [sorted([one.identity, other.identity]) for one, other in story.homonyms],
        "domains": {code: sorted(named) for code, named in sorted(domains.items())},
    }
    text = json.dumps(truth | told, ensure_ascii=False, indent=1)
    (folder / "truth.json").write_bytes(f"{text}\n".encode())


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
