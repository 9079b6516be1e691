"""How diverse your network is, and what each contact adds to that."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx
import numpy as np
import pandas as pd

from netgraph.domains import DOMAINS, SENIORITY
from netgraph.gaps import access_to, change_by_one, home_domain
from netgraph.graph import build_graph
from netgraph.metrics import ei_test
from netgraph.metrics.diversity._share_functions import hill

if TYPE_CHECKING:
    from netgraph.contacts import Contacts

_ORDERS = (0, 1, 2)
_FEW = "nobody's field is known"
_DRAWS = 1000
_MANY, _SHUFFLES, _FEWER = 50_000, 1000, 200  # ties from which fewer shuffles are made


def describe_diversity(
    contacts: Contacts, *, graph: nx.Graph | None = None, seed: int = 0
) -> pd.DataFrame:
    r"""Tell how diverse the fields and levels of your contacts are, and how sure that is.

    Parameters
    ----------
    contacts
        After `classify`. Only people whom you know yourself are counted.
    graph
        As `build_graph` gives it, which is the default; for the ties among contacts.
    seed
        Makes the draws and shuffles repeatable.

    Returns
    -------
    pandas.DataFrame
        Index ``measure``:

        ``hill_0``, ``hill_1``, ``hill_2``: effective number of fields,
        :math:`(\sum_k p_k^q)^{1/(1-q)}`, 1 to 25; with q = 0 the fields that
        occur, with 1 and 2 common ones count for more (`hill_number`);

        ``ei_you``: :math:`(E - I)/(E + I)` of your own ties, with :math:`E` to
        other fields than yours and :math:`I` to your own, -1 to 1;

        ``ei_contacts``: the same of the observed ties among your contacts, beside
        what chance would give (`ei_test`, 1,000 shuffles; 200 from 50,000 ties on);

        ``positions``: levels reached, summed over fields, 0 to 150: the extensity
        of a position generator whose positions are field and level
        (`describe_positions` tells which).

        Columns: ``value``; ``low`` and ``high``, the 95 % interval, were your
        contacts a sample of more; ``expected`` (by the shuffled network for
        ``ei_contacts``, by equal shares of all fields for ``ei_you``), ``z`` and
        ``p`` (two-sided); ``contacts``: how many people (for ``ei_contacts``: ties)
        it rests on; ``says``: in a sentence, also why a value is NaN.

    Notes
    -----
    Counts are as the titles were read. The intervals are those of
    `diversity_interval`; a value need not lie inside its own. That of ``hill_0`` is
    of another kind, since every field has some share of a larger whole: how many
    fields as many contacts would show, were they drawn anew. For ``ei_you`` the
    chance of each contact to be of another field is taken as 24/25, and z and p are
    those of the binomial distribution (exact for p).

    References
    ----------
    .. [1] Jost, L. (2006). Entropy and diversity. Oikos, 113(2), 363-375.
    .. [2] Krackhardt, D. & Stern, R. N. (1988). Informal networks and organizational
       crises. Social Psychology Quarterly, 51(2), 123-140.
    .. [3] Lin, N. & Dumin, M. (1986). Access to occupations through social ties.
       Social Networks, 8(4), 365-385.

    Examples
    --------
    >>> import netgraph as ng
    >>> people = pd.DataFrame({"name": "x", "domain": ["SOFT"] * 5 + ["LEGL"] * 5},
    ...                       index=list("abcdefghij"))
    >>> described = ng.describe_diversity(ng.Contacts(people=people))
    >>> described.loc[["hill_0", "hill_1"], "value"].tolist()
    [2.0, 2.0]
    """
    near = access_to(contacts).index
    people = contacts.people.loc[near]
    domains = people["domain"].where(people["domain"].isin(list(DOMAINS))).dropna()
    rows = {f"hill_{q}": _hill(domains, q, seed) for q in _ORDERS}
    rows["ei_you"] = _own_ei(domains, home_domain(contacts))
    rows["ei_contacts"] = _ei_among(contacts, graph, seed)
    rows["positions"] = _positions_row(describe_positions(contacts), len(domains))
    columns = ["value", "low", "high", "expected", "z", "p", "contacts", "says"]
    table = pd.DataFrame.from_dict(rows, orient="index").reindex(columns=columns)
    return table.astype({"contacts": "int64"}).rename_axis("measure")


def describe_positions(contacts: Contacts) -> pd.DataFrame:
    """Tell which levels you reach in each field: a position generator.

    Parameters
    ----------
    contacts
        After `classify`. Only people whom you know yourself are counted.

    Returns
    -------
    pandas.DataFrame
        Index ``domain``, a row for each of the 25. ``name``; ``people`` known there;
        ``levels``: how many of the six levels are reached (extensity, 0 to 6);
        ``highest`` and ``lowest`` (codes of `SENIORITY`) and ``range``, steps
        between them (0 to 5), NA where no level is known; ``missing``: the levels
        at which nobody is known, in words; ``level_unknown``: people there whose
        title tells no level, so that a level may be reached without being seen.

    Notes
    -----
    The six levels are an order, not a scale of prestige; none such comes with
    netgraph. `netgraph.metrics.position_generator` takes one of yours.

    Examples
    --------
    >>> import netgraph as ng
    >>> people = pd.DataFrame({"name": "x", "domain": "LEGL", "seniority": ["P", "D", None]},
    ...                       index=["a", "b", "c"])
    >>> row = ng.describe_positions(ng.Contacts(people=people)).loc["LEGL"]
    >>> row["highest"], row["missing"]
    ('D', 'Entry; Senior individual; Manager or lead; Executive or owner')
    """
    people = contacts.people.loc[access_to(contacts).index]
    people = people[people["domain"].isin(list(DOMAINS))]
    level = people["seniority"].where(people["seniority"].isin(list(SENIORITY)))
    reached = pd.crosstab(people["domain"], level) > 0
    reached = reached.reindex(index=list(DOMAINS), columns=list(SENIORITY), fill_value=False)
    rank = np.where(reached, np.arange(len(SENIORITY)), np.nan)
    some = reached.any(axis=1).to_numpy()
    high, low = (np.full(len(reached), np.nan) for _ in range(2))
    high[some], low[some] = np.nanmax(rank[some], axis=1), np.nanmin(rank[some], axis=1)
    codes = pd.Series(list(SENIORITY))
    names = np.array(list(SENIORITY.values()), dtype=object)
    return pd.DataFrame(
        {
            "name": list(DOMAINS.values()),
            "people": people["domain"].value_counts().reindex(list(DOMAINS), fill_value=0),
            "levels": reached.sum(axis=1),
            "highest": pd.Series(high, reached.index).map(codes).astype("str"),
            "lowest": pd.Series(low, reached.index).map(codes).astype("str"),
            "range": pd.array(high - low, dtype="Int64"),
            "missing": ["; ".join(names[~row]) for row in reached.to_numpy()],
            "level_unknown": level.isna()
            .groupby(people["domain"])
            .sum()
            .reindex(list(DOMAINS), fill_value=0),
        },
        index=pd.Index(list(DOMAINS), name="domain"),
    )


def contributions(contacts: Contacts, *, graph: nx.Graph | None = None) -> pd.DataFrame:
    r"""Tell what each contact adds: what would be lost without them.

    .. math:: \Delta_i = {}^1D(c) - {}^1D(c - e_{k(i)}), \qquad
        {}^1D(c) = e^{-\sum_k p_k \ln p_k}

    where :math:`c` counts your contacts by field and :math:`k(i)` is the field of
    contact :math:`i`.

    Parameters
    ----------
    contacts
        After `classify`.
    graph
        As `build_graph` gives it with you in it, which is the default.

    Returns
    -------
    pandas.DataFrame
        Index person_id, a row per contact of yours, those who add most fields first.
        ``name``, ``domain``; ``domains``: change of the effective number of fields
        (:math:`\Delta_i`, in fields; below 0 where the field is so common that one
        less would even out the mix; NaN where the field is not known); ``only``:
        whether nobody else whom you know works there; ``reach``: people that you
        reach in two steps through them alone, expected where ties are inferred;
        ``level_only``: whether nobody else reaches that level in that field.
        ``attrs["raise"]``: what would raise the number most, as pairs of field and
        change for one person more; ``attrs["says"]`` in a sentence.

    Examples
    --------
    >>> import netgraph as ng
    >>> people = pd.DataFrame({"name": ["Ann", "Bo", "Cy"], "domain": ["SOFT", "SOFT", "LEGL"]},
    ...                       index=["ann", "bo", "cy"])
    >>> ng.contributions(ng.Contacts(people=people))["domains"].round(2).to_dict()
    {'cy': 0.89, 'ann': -0.11, 'bo': -0.11}
    """
    near = access_to(contacts).index
    people = contacts.people.loc[near]
    domain = people["domain"].where(people["domain"].isin(list(DOMAINS)))
    counts = domain.value_counts().reindex(list(DOMAINS), fill_value=0)
    graph = build_graph(contacts) if graph is None else graph
    place = domain.str.cat(people["seniority"])
    table = pd.DataFrame(
        {
            "name": people["name"],
            "domain": domain,
            "domains": domain.map(-change_by_one(counts, -1)).astype(float),
            "only": domain.map(counts).eq(1),
            "level_only": place.map(place.value_counts()).eq(1),
            "reach": pd.Series(_reach_alone(graph, contacts.ego, near), dtype=float),
        },
        index=near,
    )
    table = table.sort_values(["domains", "reach"], ascending=False, kind="stable")
    more = change_by_one(counts, 1).dropna().sort_values(ascending=False, kind="stable")
    table.attrs["raise"] = [[code, round(float(change), 6)] for code, change in more.items()]
    table.attrs["says"] = _what_raises(more, counts)
    return table.rename_axis("person_id")


def _what_raises(more: pd.Series, counts: pd.Series) -> str:
    if more.empty:
        return f"Nothing can be said: {_FEW}."
    best = more[more >= more.iloc[0] - 1e-9].index
    listed = ", ".join(f"{DOMAINS[code]} ({counts[code]} known)" for code in best)
    return f"One person more would add most, {more.iloc[0]:.2f} fields, in: {listed}."


def _reach_alone(graph: nx.Graph, ego: str | None, near: pd.Index) -> dict[str, float]:
    """Count, for each contact, whom only they lead to: others' ties to them do not exist.

    With several ties of probability p_j to a stranger, contact i leads there alone
    with p_i times the product of all other 1 - p_j.
    """
    alone = dict.fromkeys(near, 0.0)
    contacts = set(near)
    for stranger in graph:
        if stranger == ego or stranger in contacts:
            continue
        chances = {
            person: float(tie.get("probability", 1.0))
            for person, tie in graph[stranger].items()
            if person in contacts
        }
        for person, chance in chances.items():
            others = (1.0 - other for name, other in chances.items() if name != person)
            alone[person] += chance * float(np.prod(list(others)))
    return alone


def _hill(domains: pd.Series, q: int, seed: int) -> dict[str, object]:
    """Work one Hill number out, with the middle 95 % of the draws of the shares."""
    if domains.empty:
        return {"contacts": 0, "says": f"not defined: {_FEW}"}
    counts = domains.value_counts().reindex(list(DOMAINS), fill_value=0).to_numpy(dtype=float)
    rng = np.random.default_rng(seed)
    shares, drawn = counts / counts.sum(), rng.dirichlet(counts + 1.0 / len(counts), _DRAWS)
    value = round(float(hill(shares, shares, q)), 12)
    # of a larger whole every field has some share, so for q = 0 contacts are drawn from it
    values = hill(drawn, drawn, q) if q else (rng.multinomial(len(domains), drawn) > 0).sum(axis=1)
    low, high = np.quantile(values, [0.025, 0.975]).tolist()
    said = {
        0: f"{value:.0f} of {len(DOMAINS)} fields occur",
        1: f"as diverse as {value:.1f} equally common fields",
        2: f"as diverse as {value:.1f} equally common fields, where common ones count for more",
    }
    return {
        "value": value,
        "low": low,
        "high": high,
        "contacts": len(domains),
        "says": said[q],
    }


def _own_ei(domains: pd.Series, home: str | None) -> dict[str, object]:
    """Compare the ties to other fields with those to one's own."""
    from scipy.stats import beta, binomtest  # noqa: PLC0415 - only needed here

    if domains.empty or home is None:
        return {"contacts": len(domains), "says": f"not defined: {_FEW}"}
    ties, outside = len(domains), int((domains != home).sum())
    chance = 1.0 - 1.0 / len(DOMAINS)
    tails = np.array([0.025, 0.975])
    low, high = np.asarray(beta.ppf(tails, outside + 0.5, ties - outside + 0.5)).tolist()
    sd = np.sqrt(chance * (1.0 - chance) / ties)
    return {
        "value": 2.0 * outside / ties - 1.0,
        "low": 2.0 * low - 1.0,
        "high": 2.0 * high - 1.0,
        "expected": 2.0 * chance - 1.0,
        "z": (outside / ties - chance) / sd,
        "p": float(binomtest(outside, ties, chance).pvalue),
        "contacts": ties,
        "says": f"{outside:,} of {ties:,} contacts work outside {DOMAINS[home]}; if all "
        f"{len(DOMAINS)} fields were equally common it would be {chance:.0%}",
    }


def _ei_among(contacts: Contacts, graph: nx.Graph | None, seed: int) -> dict[str, object]:
    """Test the observed ties among contacts against shuffled fields."""
    graph = build_graph(contacts) if graph is None else graph
    among, ego = nx.Graph(), contacts.ego
    for one, two, how in graph.edges(data="evidence", default="observed"):
        if ego not in (one, two) and how == "observed":
            among.add_edge(one, two)
    domain = {p: d for p, d in graph.nodes(data="domain") if p in among and isinstance(d, str)}
    ties = sum(one in domain and two in domain for one, two in among.edges)
    if not ties:
        why = "not defined: no tie among contacts of known field was observed"
        return {"contacts": 0, "says": why}
    nx.set_node_attributes(among, domain, "domain")
    found = ei_test(among, permutations=_SHUFFLES if ties < _MANY else _FEWER, seed=seed)
    way = "more" if found["observed"] < found["expected"] else "less"
    said = f"ties among your contacts stay within a field {way} than chance would have it"
    return {
        "value": found["observed"],
        "expected": found["expected"],
        "z": found["z"],
        "p": found["p"],
        "contacts": ties,
        "says": said,
    }


def _positions_row(positions: pd.DataFrame, known: int) -> dict[str, object]:
    most = len(DOMAINS) * len(SENIORITY)
    reached = int(positions["levels"].sum())
    return {
        "value": float(reached) if known else np.nan,
        "contacts": known,
        "says": f"{reached} of {most} positions (field and level) are reached, in "
        f"{int((positions['levels'] > 0).sum())} fields"
        if known
        else f"not defined: {_FEW}",
    }
