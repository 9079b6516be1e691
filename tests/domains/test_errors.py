"""The measured errors of the rules."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from netgraph.domains import DOMAINS, classifier_errors, classify_title

HERE = Path(__file__).parent
HELD_OUT = [
    (language, title, domains.split("/"), levels.split("/"))
    for language, title, domains, levels in (
        line.split("\t") for line in (HERE / "held_out.tsv").read_text("utf-8").splitlines()
    )
]
SEEN = {line.split("\t")[1] for line in (HERE / "titles.tsv").read_text("utf-8").splitlines()}


def right(rows):
    return sum(classify_title(title).domain in domains for _, title, domains, _ in rows) / len(rows)


def test_rows_are_true_domains_and_columns_answers():
    errors = classifier_errors()
    assert list(errors.index) == list(errors.columns) == [*DOMAINS, "UNK"]
    assert errors.index.name == "domain"
    assert errors.columns.name == "answered"


def test_counts_are_what_the_rules_say_today():
    # else: python benchmarks/titles.py --store
    counts = Counter()
    for _, title, domains, _ in HELD_OUT:
        answer = classify_title(title).domain
        counts[answer if answer in domains else domains[0], answer] += 1
    stored = classifier_errors().stack()
    assert stored[stored > 0].to_dict() == dict(counts)


def test_every_domain_was_measured_on_some_titles():
    assert classifier_errors().sum(axis=1).min() >= 8


def test_the_table_is_ones_own_to_change():
    errors = classifier_errors()
    errors.loc["LEGL", "LEGL"] = 0
    assert classifier_errors().loc["LEGL", "LEGL"] > 0


def test_no_held_out_title_stands_among_those_the_rules_were_made_with():
    assert {title for _, title, _, _ in HELD_OUT} & SEEN == set()


def test_held_out_titles_are_mostly_read_right():
    assert right(HELD_OUT) >= 0.93
    answered = [row for row in HELD_OUT if classify_title(row[1]).domain != "UNK"]
    assert right(answered) >= 0.95
    levels = [classify_title(title).seniority in levels for _, title, _, levels in HELD_OUT]
    assert sum(levels) / len(levels) >= 0.94


@pytest.mark.parametrize("language", sorted({row[0] for row in HELD_OUT}))
def test_held_out_titles_are_mostly_read_right_in_each_language(language):
    assert right([row for row in HELD_OUT if row[0] == language]) >= 0.85
