"""How near two fields of work are to each other: our own judgement, as a table to read."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import numpy as np
import pandas as pd

from netgraph.domains import DOMAINS


def domain_similarity() -> pd.DataFrame:
    """Tell how near each two fields of work are to each other.

    The numbers are a judgement, written down in ``netgraph/gaps/similarity.tsv``
    with the reason for each pair, not a measurement. Of four steps: 0.6 the same
    trade in two places, 0.4 the same teams or clients, 0.2 regular meetings at
    work, 0 none of these. A field is as near to itself as can be, 1.

    Returns
    -------
    pandas.DataFrame
        A row and a column for each of the 25 domains; symmetric, from 0 to 1.

    Notes
    -----
    The pairs were judged from what the occupations of the International Standard
    Classification of Occupations 2008 in each field do, and with whom.

    Examples
    --------
    >>> near = domain_similarity()
    >>> float(near.loc["SOFT", "DATA"]), float(near.loc["SOFT", "LEGL"])
    (0.6, 0.0)
    """
    return _table().copy()


@cache
def _table() -> pd.DataFrame:
    with (files("netgraph.gaps") / "similarity.tsv").open(encoding="utf-8") as lines:
        pairs = pd.read_csv(lines, sep="\t")
    codes = list(DOMAINS)
    table = pd.DataFrame(np.eye(len(codes)), index=codes, columns=codes)
    for one, two, value in pairs[["one", "two", "similarity"]].itertuples(index=False):
        table.loc[one, two] = table.loc[two, one] = value
    return table.rename_axis("domain")
