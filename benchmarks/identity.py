"""Who is who, counted: persons, companies, and what 50,000 records cost.

    python benchmarks/identity.py [--records FILE --truth FILE] [--companies FILE]
                                  [--size 50000] [--errors]

Without arguments: invented people in four scripts as three sources tell of
them, once with 1 % shared names and once with 15 %. Precision is the share of
pairs made one that are one, recall the share of true pairs made one; "with the
queue" counts what is one after the queue is answered truthfully. Then 3,000
spellings of invented companies.

``--records`` is a CSV with the columns rid, src (linkedin, google, vcard,
messages), name, email, phone, company; ``--truth`` one with rid, eid.
``--companies`` is a table without header: spelling, company, between tabs. A
truth that parts two companies whose names are one but for a legal form at the
end is printed beside the same without these pairs.
"""

from __future__ import annotations

import argparse
import csv
import re
import resource
import sys
import time
from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

sys.path.insert(1, str(Path(__file__).parents[1]))  # a checkout, where nothing is installed

from _invented import Row, World, as_contacts
from _invented_companies import invented_companies

import netgraph as ng
from netgraph.identity._company_forms import LEGAL
from netgraph.importers._identifiers import phone_numbers

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping


STRESS = 0.15
COMPANIES = "P .99, R .92"


class Count(NamedTuple):
    """Pairs that are one in truth, as said, and in both."""

    true: int
    said: int
    both: int

    def __str__(self) -> str:
        precision, recall = self.both / max(1, self.said), self.both / max(1, self.true)
        return f"P {precision:.4f}  R {recall:.4f}  ({self.said:,} pairs said, {self.true:,} true)"


def count_pairs(truth: Mapping[str, Hashable], said: Mapping[str, Hashable]) -> Count:
    """Count pairs without listing them: n (n - 1) / 2 of each group."""

    def pairs(groups: Iterable[object]) -> int:
        return sum(n * (n - 1) // 2 for n in Counter(groups).values())

    both = pairs((truth[record], said[record]) for record in truth)
    return Count(pairs(truth.values()), pairs(said[record] for record in truth), both)


def as_said(resolved: ng.Contacts, records: Iterable[str]) -> dict[str, str]:
    """Give record -> person."""
    gone = dict(zip(resolved.matches["merged_id"], resolved.matches["person_id"], strict=True))
    return {record: gone.get(record, record) for record in records}


def answer_queue(
    resolved: ng.Contacts, truth: Mapping[str, Hashable], said: Mapping[str, str]
) -> tuple[int, dict[str, str]]:
    """Answer every question truthfully: how many are one, and record -> person then."""
    members = defaultdict(list)
    for record, person in said.items():
        members[person].append(truth[record])
    main = {person: Counter(all_).most_common(1)[0][0] for person, all_ in members.items()}
    stands = {person: person for person in members}

    def find(person: str) -> str:
        while stands[person] != person:
            person = stands[person]
        return person

    right = 0
    for one, other in resolved.review[["person_id", "other_id"]].itertuples(index=False):
        if main[one] == main[other]:
            right += 1
            stands[find(one)] = find(other)
    return right, {record: find(person) for record, person in said.items()}


def report_people(
    title: str, contacts: ng.Contacts, truth: Mapping[str, Hashable], *, errors: bool
) -> None:
    """Print what became of records whose persons are known."""
    start = time.perf_counter()
    resolved = ng.resolve(contacts)
    seconds = time.perf_counter() - start
    said = as_said(resolved, truth)
    right, answered = answer_queue(resolved, truth, said)
    asked = len(resolved.review)
    print(f"{title}: {len(contacts.people):,} records, {len(set(truth.values())):,} people")
    print(f"  merged          {count_pairs(truth, said)}")
    print(f"  with the queue  {count_pairs(truth, answered)}")
    print(f"  queue           {asked:,} questions, {right / max(1, asked):.3f} of them are one")
    print(f"  seconds         {seconds:.1f}")
    if errors:
        print_rules(resolved)
        print_errors(contacts, resolved, truth, said)


def print_rules(resolved: ng.Contacts) -> None:
    """Print in how many merges each kind of evidence speaks."""
    kinds: Counter[str] = Counter()
    for reason in resolved.matches["reason"]:
        parts = re.split(r"; (?:but )?", reason)
        kinds.update({re.split(r":|, and only| \(", part)[0] for part in parts})
    for kind, number in kinds.most_common():
        print(f"    {number:>6,}  {kind}")


def print_errors(
    contacts: ng.Contacts,
    resolved: ng.Contacts,
    truth: Mapping[str, Hashable],
    said: Mapping[str, str],
    most: int = 25,
) -> None:
    """Print the first records that went into another person, and why."""
    names = contacts.people["name"]
    matches = resolved.matches
    wrong = [
        truth[a] != truth[b]
        for a, b in zip(matches["merged_id"], matches["person_id"], strict=True)
    ]
    for row in matches[wrong].head(most).itertuples():
        print(f"    wrong: {names[row.merged_id]} -> {names[row.person_id]} "
              f"({row.probability:.3f}): {row.reason}")  # fmt: skip
    apart: dict[Hashable, set[str]] = defaultdict(set)
    for record in truth:
        apart[truth[record]].add(said[record])
    missed = [sorted(people) for people in apart.values() if len(people) > 1]
    for people in missed[:most]:
        print(f"    not one: {' | '.join(f'{names[p]} ({p})' for p in people)}")


def read_given(records: Path, truth: Path) -> tuple[ng.Contacts, dict[str, Hashable]]:
    """Read records and their persons from files."""
    with truth.open(encoding="utf-8", newline="") as file:
        person = {row["rid"]: row["eid"] for row in csv.DictReader(file)}
    numbers = {eid: number for number, eid in enumerate(dict.fromkeys(person.values()))}
    rows = []
    with records.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            emails = (row["email"],) if row["email"] else ()
            phone = next(iter(phone_numbers(row["phone"])), "")
            number = numbers[person[row["rid"]]]
            rows.append(Row(number, row["src"], row["name"], emails, phone, row["company"]))
    contacts, told = as_contacts(rows)
    return contacts, told.to_dict()


def without_legal_form(company: str) -> str:
    """Write a company's name in small letters, and without the legal form at its end.

    >>> without_legal_form("Acme, Inc."), without_legal_form("Acme Holdings")
    ('acme', 'acme holdings')
    """
    words = re.findall(r"\w+", company.casefold())
    sizes = [n for n in range(1, len(words)) if " ".join(words[-n:]) in LEGAL]
    return " ".join(words[: -max(sizes)] if sizes else words)


def read_companies(path: Path) -> dict[str, str]:
    """Read spelling -> company."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t")[:2] for line in lines if line)


def report_companies(title: str, truth: Mapping[str, str], *, errors: bool) -> None:
    """Print how spellings of companies are told apart, over all pairs of them.

    Twice: as the truth has it, and without the pairs of companies that it
    parts although their names are one but for a legal form (Acme, Acme Inc.):
    which of the two "ACME" means cannot be told from the name.
    """
    keys = {name: ng.company_key(name) or f"none: {name}" for name in truth}
    bare = {company: without_legal_form(company) for company in truth.values()}
    print(f"{title}: {len(truth):,} spellings, {len(bare):,} companies; target {COMPANIES}")
    ways = {"company_key": lambda a, b: keys[a] == keys[b], "same_company": ng.same_company}
    for way, is_one in ways.items():
        said = [pair for pair in combinations(sorted(truth), 2) if is_one(*pair)]
        wrong = [(a, b) for a, b in said if truth[a] != truth[b]]
        by_form = [(a, b) for a, b in wrong if bare[truth[a]] == bare[truth[b]]]
        as_given = Count(count_pairs(truth, truth).true, len(said), len(said) - len(wrong))
        fair = as_given._replace(said=as_given.said - len(by_form))
        print(f"  {way}")
        print(f"    as given                               {as_given}")
        print(f"    without those parted by a legal form   {fair}")
    against = Counter(" / ".join(sorted((truth[a], truth[b]))) for a, b in wrong)
    for companies, pairs in against.most_common():
        print(f"    {pairs} pairs against the truth, which parts {companies}")
    for one, other in wrong if errors else ():
        print(f"    wrong: {one} | {other}")


def report_cost(size: int) -> None:
    """Print the seconds and the memory that so many records take."""
    world = World(int(size / 1.65), seed=2)
    contacts, truth = as_contacts(world.rows[:size])
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    wall, cpu = time.perf_counter(), time.process_time()
    resolved = ng.resolve(contacts)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"cost: {len(contacts.people):,} records of three sources")
    print(
        f"  {wall:.1f} s ({cpu:.1f} s of one core), peak {peak:,.0f} MB ({before:,.0f} MB before)"
    )
    said = as_said(resolved, truth.index)
    print(f"  merged          {count_pairs(truth.to_dict(), said)}")
    print(f"  queue           {len(resolved.review):,} questions")


def main() -> None:
    """Read the command line and print a report for each thing asked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--records", type=Path, help="records of known persons (CSV)")
    parser.add_argument("--truth", type=Path, help="who they are (CSV)")
    parser.add_argument("--companies", type=Path, help="spellings of companies (TSV)")
    parser.add_argument("--people", type=int, default=1500, help="how many to invent")
    parser.add_argument("--size", type=int, default=0, help="records to measure the cost with")
    parser.add_argument("--errors", action="store_true", help="list rules and wrong merges")
    arguments = parser.parse_args()
    for title, shared in (("invented", 0.01), ("invented, stress", STRESS)):
        contacts, truth = as_contacts(World(arguments.people, shared, seed=1).rows)
        report_people(title, contacts, truth.to_dict(), errors=arguments.errors)
    if arguments.records and arguments.truth:
        contacts, told = read_given(arguments.records, arguments.truth)
        report_people(arguments.records.name, contacts, told, errors=arguments.errors)
    report_companies("invented companies", invented_companies(), errors=arguments.errors)
    if arguments.companies:
        told = read_companies(arguments.companies)
        report_companies(arguments.companies.name, told, errors=arguments.errors)
    if arguments.size:
        report_cost(arguments.size)


if __name__ == "__main__":
    main()
