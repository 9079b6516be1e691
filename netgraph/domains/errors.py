"""How often the rules take one field of work for another, as measured."""

from __future__ import annotations

from functools import cache

import pandas as pd

from netgraph.domains.codes import DOMAINS, UNKNOWN
from netgraph.domains.rules import read_rows


def classifier_errors() -> pd.DataFrame:
    """Count which domain the rules gave to titles whose domain is known.

    The titles stand in ``tests/domains/held_out.tsv``: some hundred job titles
    and headlines in eight usages (English, Indian English, German, Spanish,
    French, Portuguese, Italian, Dutch), about as many for each domain, written
    down before the rules were asked and never used to improve them. Where a
    title may rightly be one of several domains, any of them counts as right.

    Returns
    -------
    pandas.DataFrame
        A row for each true domain, a column for each answer: the 25 codes of
        `DOMAINS` and ``"UNK"``, for a title that says nothing and for no
        answer. Cells are numbers of titles. A row divided by its sum is the
        chance of each answer, given the true domain; with about 20 titles a
        row such a chance is rough. Column sums tell nothing about your
        contacts: the domains are as frequent as the list has them.

    Notes
    -----
    The counts stand in ``netgraph/domains/rules/confusions.tsv``;
    ``python benchmarks/titles.py --store`` writes them anew. The list is of
    our own making, so titles of your contacts that are written in another way
    may be misread more often.

    Examples
    --------
    >>> errors = classifier_errors()
    >>> errors.shape
    (26, 26)
    >>> bool(errors.loc["LEGL", "LEGL"] > errors.loc["LEGL"].sum() / 2)
    True
    """
    return _counts().copy()


@cache
def _counts() -> pd.DataFrame:
    labels = [*DOMAINS, UNKNOWN]
    table = pd.DataFrame(
        0,
        index=pd.Index(labels, name="domain", dtype="str"),
        columns=pd.Index(labels, name="answered", dtype="str"),
    )
    for true, answered, titles in read_rows("confusions.tsv"):
        table.loc[true, answered] = int(titles)
    return table
