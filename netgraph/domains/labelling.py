"""Contacts whose people carry a domain and a level."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd

from netgraph.domains.codes import DOMAINS, SENIORITY, UNKNOWN
from netgraph.domains.hints import hints
from netgraph.domains.overrides import read_overrides

if TYPE_CHECKING:
    from netgraph.contacts import Contacts
    from netgraph.domains.overrides import Overrides, Own

BY_YOU = "you said so"
"""Stands in ``domain_phrase`` where you named the domain of a person, not of a title."""

_LABELS = ["domain", "seniority", "domain_phrase", "domain_margin", "domain_source"]
_HINTS = ["domain_hint", "domain_hint_from"]


def classify(contacts: Contacts, *, overrides: Own = None) -> Contacts:
    """Tell each person's domain and level from the title, or else from the headline.

    Parameters
    ----------
    contacts
        People with a `title`; where it is missing or names no domain, a column
        `headline`, if there is one, is read too. The ego is treated alike.
    overrides
        Your own rules: a mapping from title to domain, or to ``{"domain": ..,
        "seniority": ..}``; or the path of a CSV file with the columns
        ``title``, ``domain`` and ``seniority``, or of a YAML file with such a
        mapping. An exact title comes before a pattern (``*``, ``?``), a
        pattern before the built-in rules.

    Returns
    -------
    Contacts
        With `domain` (a code of `DOMAINS`) and `seniority` (a code of
        `SENIORITY`) in ``people``, and further columns:

        - `domain_phrase`, the words that decided;
        - `domain_margin`, from 0 (a tie) to 1 (nothing else was named);
        - `domain_source`, where the domain is from: ``title``, ``headline``,
          ``you`` (an override) or ``file`` (a code that the files gave; it
          stays, without phrase or margin);
        - `domain_hint`, a code where there is no domain but a former role or
          the name of the company leans towards one, and `domain_hint_from`,
          which tells what does. A hint is not counted as a domain anywhere.

        All are NA where nothing is said.

    Raises
    ------
    UnknownNameError
        If an override names no domain or no level.
    ImportFormatError
        If the file of overrides cannot be read.

    Examples
    --------
    >>> import pandas as pd
    >>> from netgraph.contacts import Contacts
    >>> people = pd.DataFrame(
    ...     {"title": ["Pflegefachfrau", "Ninja", "Director"], "company": [None, None, "Elm Bank"]},
    ...     index=["ann", "bo", "cy"],
    ... )
    >>> labelled = classify(Contacts(people), overrides={"ninja": "SOFT"}).people
    >>> labelled.loc[["ann", "bo"], ["domain", "domain_source"]].to_numpy().tolist()
    [['HLTH', 'title'], ['SOFT', 'you']]
    >>> labelled.loc["cy", ["domain_hint", "domain_hint_from"]].tolist()
    ['FINA', 'company: bank']
    """
    rules = read_overrides(overrides)
    people = contacts.people
    labels = _label(people["title"], rules, "title")
    if "headline" in people:
        labels = _complete(labels, _label(people["headline"], rules, "headline"))
    labels = _keep_given(people, labels)
    labelled = people.drop(columns=_HINTS, errors="ignore")
    labelled = labelled.assign(**{name: labels[name] for name in _LABELS})
    told = hints(replace(contacts, people=labelled))
    return replace(contacts, people=labelled.join(told))


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


def _label(titles: pd.Series[str], rules: Overrides, source: str) -> pd.DataFrame:
    """Classify each distinct title once; UNK becomes NA."""
    codes, distinct = pd.factorize(titles)
    decided = [rules.decide(title) for title in distinct]
    found = [title for title, _ in decided]
    told = ["you" if own else source for _, own in decided]
    table = pd.DataFrame(
        {
            "domain": pd.Series([t.domain for t in found], dtype="str"),
            "seniority": pd.Series([t.seniority for t in found], dtype="str"),
            "domain_phrase": pd.Series([t.phrase for t in found], dtype="str"),
            "domain_margin": pd.Series([t.margin for t in found], dtype="float64"),
            "domain_source": pd.Series(told, dtype="str"),
        }
    )
    untold = table["domain"] == UNKNOWN
    columns = ["domain", "domain_phrase", "domain_margin", "domain_source"]
    table.loc[untold, columns] = float("nan")
    table.loc[table["seniority"] == UNKNOWN, "seniority"] = float("nan")
    return table.reindex(codes).set_axis(titles.index)


def _complete(labels: pd.DataFrame, others: pd.DataFrame) -> pd.DataFrame:
    """Take the domain from `others` where `labels` has none, and the level likewise."""
    untold = labels["domain"].isna()
    completed = labels.where(~untold, others)
    return completed.assign(seniority=labels["seniority"].fillna(others["seniority"]))


def _keep_given(people: pd.DataFrame, labels: pd.DataFrame) -> pd.DataFrame:
    """Put back what the files themselves said, and what you said of a person.

    A code that stands there without a phrase is the files' own.
    """
    given = people["domain"].isin(list(DOMAINS))
    level_given = people["seniority"].isin(list(SENIORITY))
    said = pd.Series(False, index=people.index)
    if "domain_phrase" in people:  # labelled before
        said = given & (people["domain_phrase"] == BY_YOU)
        given &= people["domain_phrase"].isna()
        level_given &= given | said
    kept = labels.copy()
    kept["domain"] = labels["domain"].where(~(given | said), people["domain"])
    kept["domain_phrase"] = labels["domain_phrase"].mask(given).mask(said, BY_YOU)
    kept["domain_margin"] = labels["domain_margin"].mask(given).mask(said, 1.0)
    kept["domain_source"] = labels["domain_source"].mask(given, "file").mask(said, "you")
    kept["seniority"] = labels["seniority"].where(~level_given, people["seniority"])
    return kept
