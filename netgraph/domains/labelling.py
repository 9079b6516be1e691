"""Contacts whose people carry a domain and a level."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd

from netgraph.domains.codes import DOMAINS, SENIORITY, UNKNOWN
from netgraph.domains.overrides import read_overrides

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from netgraph.contacts import Contacts
    from netgraph.domains.titles import Title

_LABELS = ["domain", "seniority", "domain_phrase", "domain_margin"]


def classify(
    contacts: Contacts, *, overrides: Mapping[str, str] | str | Path | None = None
) -> Contacts:
    """Tell each person's domain and level from the title, or else from the headline.

    Parameters
    ----------
    contacts
        People with a `title`; where it is missing or names no domain, a column
        `headline`, if there is one, is read too. The ego is treated alike.
    overrides
        Your own rules: a mapping from title to domain, or the path of a CSV
        file with the columns ``title`` and ``domain``. An exact title comes
        before a pattern (``*``, ``?``), a pattern before the built-in rules.

    Returns
    -------
    Contacts
        With `domain` (a code of `DOMAINS`) and `seniority` (a code of
        `SENIORITY`) in ``people``, and two further columns: `domain_phrase`,
        the words that decided, and `domain_margin`, from 0 (a tie) to 1
        (nothing else was named). All are NA where the title says nothing. A
        code that the files themselves gave stays, without phrase or margin.

    Raises
    ------
    UnknownNameError
        If an override names no domain.
    ImportFormatError
        If the file of overrides cannot be read.

    Examples
    --------
    >>> import pandas as pd
    >>> from netgraph.contacts import Contacts
    >>> people = pd.DataFrame({"title": ["Pflegefachfrau", "Ninja"]}, index=["ann", "bo"])
    >>> classify(Contacts(people), overrides={"ninja": "SOFT"}).people["domain"].to_dict()
    {'ann': 'HLTH', 'bo': 'SOFT'}
    """
    classify_one = read_overrides(overrides).classify
    people = contacts.people
    labels = _label(people["title"], classify_one)
    if "headline" in people:
        labels = _complete(labels, _label(people["headline"], classify_one))
    labels = _keep_given(people, labels)
    return replace(contacts, people=people.assign(**{name: labels[name] for name in _LABELS}))


def find_unmapped_titles(contacts: Contacts) -> pd.DataFrame:
    """List the titles that named no domain, by the number of people who bear them.

    Parameters
    ----------
    contacts
        Contacts that `classify` has labelled.

    Returns
    -------
    pandas.DataFrame
        Columns `title` and `people`, most people first; what a file of
        overrides would best begin with.

    Examples
    --------
    >>> import pandas as pd
    >>> from netgraph.contacts import Contacts
    >>> titles = ["Director", "Nurse", "Director", "Ninja"]
    >>> people = pd.DataFrame({"title": titles}, index=["ann", "bo", "cy", "di"])
    >>> find_unmapped_titles(classify(Contacts(people)))
          title  people
    0  Director       2
    1     Ninja       1
    """
    people = contacts.people
    titles = people.loc[people["domain"].isna(), "title"].dropna()
    counts = titles.groupby(titles).size().sort_values(ascending=False, kind="stable")
    return counts.rename_axis("title").rename("people").reset_index()


def _label(titles: pd.Series[str], classify_one: Callable[[object], Title]) -> pd.DataFrame:
    """Classify each distinct title once; UNK becomes NA."""
    codes, distinct = pd.factorize(titles)
    found = [classify_one(title) for title in distinct]
    table = pd.DataFrame(
        {
            "domain": pd.Series([t.domain for t in found], dtype="str"),
            "seniority": pd.Series([t.seniority for t in found], dtype="str"),
            "domain_phrase": pd.Series([t.phrase for t in found], dtype="str"),
            "domain_margin": pd.Series([t.margin for t in found], dtype="float64"),
        }
    )
    untold = table["domain"] == UNKNOWN
    table.loc[untold, ["domain", "domain_phrase", "domain_margin"]] = float("nan")
    table.loc[table["seniority"] == UNKNOWN, "seniority"] = float("nan")
    return table.reindex(codes).set_axis(titles.index)


def _complete(labels: pd.DataFrame, others: pd.DataFrame) -> pd.DataFrame:
    """Take the domain from `others` where `labels` has none, and the level likewise."""
    untold = labels["domain"].isna()
    completed = labels.where(~untold, others)
    return completed.assign(seniority=labels["seniority"].fillna(others["seniority"]))


def _keep_given(people: pd.DataFrame, labels: pd.DataFrame) -> pd.DataFrame:
    """Put back what the files themselves said: codes that stand there without a phrase."""
    given = people["domain"].isin(list(DOMAINS))
    level_given = people["seniority"].isin(list(SENIORITY))
    if "domain_phrase" in people:  # labelled before: only what has no phrase is the file's own
        given &= people["domain_phrase"].isna()
        level_given &= given
    kept = labels.copy()
    kept["domain"] = labels["domain"].where(~given, people["domain"])
    kept["domain_phrase"] = labels["domain_phrase"].mask(given)
    kept["domain_margin"] = labels["domain_margin"].mask(given)
    kept["seniority"] = labels["seniority"].where(~level_given, people["seniority"])
    return kept
