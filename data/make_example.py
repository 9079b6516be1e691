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

sys.path.insert(0, str(Path(__file__).parent))

from _address_books import write_google_contacts, write_vcards
from _calendar import write_calendar
from _favours import (
    Introduction,
    make_endorsements,
    make_introductions,
    make_invitations,
    make_recommendations,
)
from _linkedin import EGO_EMAILS, EGO_NAME, EGO_URL, write_archive
from _mail import write_mbox
from _records import Record, duplicates, make_records
from _story import GAPS, LAST_DAY, Story, build_story
from _talk import hold_talks

EXAMPLE = Path(__file__).parent / "example"
INTRODUCTIONS_HEADER = (
    "introducer,introducer_id,introduced,introduced_id,introduced_to,introduced_to_id,date,channel,"
    "outcome,context,strength,confidence,source"
).split(",")


def main(folder: Path = EXAMPLE) -> None:
    """Write all files of the example into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    story = build_story()
    records = make_records(story)
    introductions = make_introductions(story)
    messages, close = hold_talks(story)
    write_archive(
        folder,
        story,
        messages,
        make_invitations(story),
        make_endorsements(story),
        make_recommendations(story, close),
    )
    write_google_contacts(folder, records["google"])
    write_vcards(folder, records["phone"])
    write_introductions(folder, introductions)
    write_calendar(folder, story, records["calendar"])
    write_mbox(folder, records["mail"])
    write_truth(folder, story, records, introductions)


def write_introductions(folder: Path, introductions: list[Introduction]) -> None:
    """Write the canonical schema; dates as precise as one remembers, blank means the ego."""
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(INTRODUCTIONS_HEADER)
    for made in introductions:
        by = (
            ("me", "")
            if made.introducer is None
            else (made.introducer.name, made.introducer.identity)
        )
        to = [("me", "") if p is None else (p.name, p.identity) for p in made.to]
        rows.writerow(
            [
                *by, made.introduced.name, made.introduced.identity,
                "; ".join(name for name, _ in to), "; ".join(identity for _, identity in to),
                made.date, made.channel, made.outcome, made.context, made.strength, "stated", "notebook",
            ]
        )  # fmt: skip
    (folder / "introductions.csv").write_bytes(text.getvalue().encode())


def write_truth(
    folder: Path,
    story: Story,
    records: dict[str, list[Record]],
    introductions: list[Introduction],
) -> None:
    """Write what is planted; people are named by LinkedIn address, else by e-mail."""
    ids = _identities
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
                "address_book_only": ids([p for p in story.offline if p.community == c.key]),
            }
            for c in story.communities
        },
        "brokers": [
            {
                "person": broker.identity,
                "communities": broker.reserved.split()[2:],
                "introductions": sum(made.introducer is broker for made in introductions),
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
        "duplicates": duplicates(records),
        "homonyms": [sorted([one.identity, other.identity]) for one, other in story.homonyms],
        "domains": {code: sorted(people) for code, people in sorted(domains.items())},
    }
    text = json.dumps(truth, ensure_ascii=False, indent=1)
    (folder / "truth.json").write_bytes(f"{text}\n".encode())


def _identities(people: list) -> list[str]:
    return sorted(person.identity for person in people)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
