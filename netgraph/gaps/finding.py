"""Which fields of work lack people, against a mix that you name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from netgraph.domains import DOMAINS
from netgraph.gaps._access import access_by_domain, own_ties, presence
from netgraph.gaps._baseline import find_home, read_baseline
from netgraph.gaps._cells import NOT_KNOWN, count_cells, without_levels
from netgraph.gaps._correction import count_people
from netgraph.gaps._gain import change_by_one
from netgraph.gaps._groups import group_contacts
from netgraph.gaps._led import Where, search
from netgraph.gaps._posterior import THIN, compare, verdicts
from netgraph.gaps._similarity import domain_similarity
from netgraph.gaps._why import why

if TYPE_CHECKING:
    import networkx as nx

    from netgraph.contacts import Contacts
    from netgraph.gaps._baseline import Baseline
    from netgraph.gaps._correction import Counted
    from netgraph.introductions import Calibration

LEAST_CLASSIFIED = 150
"""With fewer contacts of known domain there is no verdict."""

ASKED = ("gap", "uncertain", "thin")
"""The verdicts for whose fields brokers are looked for."""

_LISTED = 6
_ORDER = {"gap": 0, "uncertain": 1, "thin": 2, "covered": 3, "no verdict": 4}


def find_gaps(  # noqa: PLR0913 - the contacts stand first, the rest by keyword
    contacts: Contacts,
    *,
    home: str | None = None,
    baseline: Baseline = None,
    by: str | None = None,
    graph: nx.Graph | None = None,
    clusters: pd.DataFrame | None = None,
    calibration: Calibration | None = None,
    errors: pd.DataFrame | None = None,
) -> pd.DataFrame:
    r"""Compare the domains of your contacts with a mix that you name.

    Of :math:`N` contacts :math:`n` work in domain :math:`k`, once the errors of
    reading titles are taken out. With the baseline share :math:`q_k`, the
    posterior of the true share is
    :math:`p_k \sim \mathrm{Beta}(n + 4 q_k,\; N - n + 4 (1 - q_k))`, and the
    ratio is :math:`r_k = p_k / q_k`.

    Parameters
    ----------
    contacts
        After `classify`. Only people whom you know yourself are counted.
    home
        Your own domain; by default the one of your own title, else the one
        that most of your contacts work in.
    baseline
        What you compare with: the domains that matter to you (equal shares), as
        a list or ``"LEGL,HLTH"``, or a weight for each; by default equal shares
        of the 21 professional fields (`netgraph.gaps.PROFESSIONAL`). It is a
        yardstick that you choose, not a norm.
    by
        Compare within groups instead: ``seniority``, ``location``, ``community``
        (clusters) or ``decade`` (in which you met). See below.
    graph, clusters, calibration
        As `find_gap_brokers` takes them. With a graph, brokers are looked for.
    errors
        How often the rules that read titles take one domain for another, as
        `classifier_errors` counts them, which is the default.

    Returns
    -------
    pandas.DataFrame
        Index ``domain`` (code), most urgent first.

        ``name``; ``count`` and ``share`` of the classified contacts, as their
        titles were read; ``corrected``: how many to expect if no title were
        misread, 0 or more (below).
        ``baseline`` share; ``ratio`` (posterior mean) with a 90 % interval
        ``ratio_low``, ``ratio_high``; ``below``: probability that the ratio is below one half;
        ``verdict``, and ``why`` in words.
        ``priority_bits``: :math:`q \log_2(q / \max(p, 1/(N+1)))
        \cdot (1 - s)`, what the domain lacks, weighted by how far it is from the
        home domain (:math:`s` as `domain_similarity`); 0 where nothing lacks.
        ``shortfall``: people missing to half the baseline's share.
        ``access``: probability that one of those you know there would answer,
        :math:`1 - \prod (1 - \text{strength})`, 0 to 1; ``presence``: ``absent``
        (nobody is known there), ``dormant`` (somebody is, access below one half),
        ``present``; ``unknown`` where access is NaN, since no ego is known.
        ``trust``: share of the people counted there who do work there, as far as
        titles are misread; 1 for nobody.
        ``one_more``: change of the effective number of domains (`hill_number`,
        q = 1) if you knew one person more there. ``broker`` (person_id), ``grade``
        and ``gain``: of the first row that `find_gap_brokers` has of the field (whom you know
        there, else who is nearest); grade D where no path is known,
        NA where it was not looked for one: without `graph`, and in fields that are
        covered or without verdict.

        ``attrs``: ``baseline`` in words; ``home``; ``home_from`` (``you``: given
        or read off your title; ``contacts``: most of them work there);
        ``classified``; ``unknown``; ``missing``: classified contacts that are
        missing for a verdict; ``outside``: classified contacts in fields that the baseline
        leaves out, which count in every share; ``says``: the answer in a sentence.

        Verdicts: ``gap`` (probability at least 0.925 that the ratio is below one
        half, and 0.9 whatever contacts without a known domain do), ``uncertain``
        (a gap, unless those contacts work there), ``covered`` (probability at
        least 0.9 that the ratio is above one half), ``thin`` (neither), ``no
        verdict`` (fewer than 150 classified contacts, or not in the baseline).

        With `by`, a table of another form: index ``domain`` and ``group``, a row
        for each domain in each group. ``name``; ``count`` as the titles were read;
        ``expected``: what the baseline's share of the group's classified contacts
        would be; ``ratio`` with ``ratio_low`` and ``ratio_high``; ``verdict``;
        ``known`` and ``unknown``: contacts of the group with and without a known
        domain. A verdict stands only in groups of 150 classified contacts or more;
        ``no such level``: titles of the field have other levels (nobody is an executive as a
        professional). ``no data`` is not absence: nobody's domain is known in that group, or the
        row is of those whose group is not known (group ``not known``), who may be
        in any group and make its gaps uncertain. Counts in groups are not
        corrected for misread titles. Of 20 cells that are called a gap, one may be
        none.

    Raises
    ------
    UnknownNameError
        If `home` or `baseline` names no domain, or `by` nothing to split by.

    Notes
    -----
    The correction deals each contact whose domain was read off a title (or
    could not be) to one true domain, 2,000 times, by Bayes' rule with the
    measured errors; so the corrected counts are never negative and, together
    with the titles that tell nothing, sum to the contacts that there are. The
    errors themselves are drawn anew each time, as so few titles leave them
    uncertain, and `ratio`, its interval and the verdict carry all of it. What
    you or a file said of a person's domain is taken as right.

    References
    ----------
    .. [1] Gelman, A. et al. (2013). *Bayesian Data Analysis*, chapters 3 and 11.

    Examples
    --------
    >>> import netgraph as ng
    >>> people = pd.DataFrame({"name": "x", "domain": ["SOFT"] * 200}, index=range(200))
    >>> ng.find_gaps(ng.Contacts(people=people)).loc[["LEGL", "SOFT"], "verdict"].tolist()
    ['gap', 'covered']
    """
    weights, in_words = read_baseline(baseline)
    ties = own_ties(contacts)
    people = contacts.people.loc[ties.index]
    domains = people["domain"].where(people["domain"].isin(list(DOMAINS)))
    classified = int(domains.notna().sum())
    home, home_from = find_home(contacts, domains.dropna(), home)
    known: dict[str, object] = {
        "baseline": in_words,
        "home": home,
        "home_from": home_from,
        "classified": classified,
        "unknown": len(people) - classified,
        "missing": max(LEAST_CLASSIFIED - classified, 0),
        "outside": int((domains.dropna().map(weights) <= 0).sum()),
    }
    if by is not None:
        groups = group_contacts(contacts, ties, by, graph=graph, clusters=clusters)
        cells = count_cells(domains, groups, weights, LEAST_CLASSIFIED)
        if by == "seniority":
            cells = without_levels(cells)
        cells.attrs |= known | {"by": by, "says": _sentence_of_cells(cells, by)}
        return cells
    count = domains.value_counts().reindex(list(DOMAINS), fill_value=0)
    gaps = pd.DataFrame({"name": pd.Series(DOMAINS), "count": count})
    gaps["share"] = gaps["count"] / classified if classified else np.nan
    gaps["baseline"] = weights
    counted = count_people(people.assign(domain=domains), errors)
    _compare(gaps, counted, enough=classified >= LEAST_CLASSIFIED)
    total, missing = float(counted.total.mean()), max(LEAST_CLASSIFIED - classified, 0)
    gaps["why"] = [why(row, total, LEAST_CLASSIFIED, missing) for row in gaps.to_dict("records")]
    _weigh(gaps, total, home)
    gaps["access"] = access_by_domain(domains, ties["strength"], list(DOMAINS))
    gaps["presence"] = presence(gaps["count"], gaps["access"])
    gaps["trust"] = counted.trust
    gaps["one_more"] = change_by_one(gaps["count"], 1)
    order = gaps["verdict"].map(_ORDER)
    gaps = gaps.assign(_order=order).sort_values(
        ["_order", "priority_bits"], ascending=[True, False], kind="stable"
    )
    gaps = gaps.drop(columns="_order").rename_axis("domain")
    gaps.attrs |= known
    gaps.attrs["says"] = _sentence(gaps)
    return _add_brokers(gaps, contacts, Where(graph, clusters, calibration))


def _add_brokers(gaps: pd.DataFrame, contacts: Contacts, where: Where) -> pd.DataFrame:
    """Add who leads to each field that is asked about; nothing where there is no graph."""
    best = pd.DataFrame(columns=["person_id", "grade", "gain"], index=gaps.index[:0])
    if where.graph is not None:
        codes = gaps.index[gaps["verdict"].isin(ASKED)].tolist()
        best = search(contacts, gaps, codes, where, most=1)
        best = best.drop_duplicates("domain").set_index("domain")
    gaps["broker"] = best["person_id"].reindex(gaps.index).astype("str")
    gaps["grade"] = best["grade"].reindex(gaps.index).astype("str")
    gaps["gain"] = best["gain"].reindex(gaps.index).astype(float)
    return gaps


def _compare(gaps: pd.DataFrame, counted: Counted, *, enough: bool) -> None:
    """Add corrected counts, ratios and verdicts."""
    gaps.insert(3, "corrected", counted.people.mean(axis=0))
    asked = (gaps["baseline"] > 0).to_numpy()
    found = compare(counted, gaps["baseline"].to_numpy())
    gaps["ratio"], gaps["ratio_low"], gaps["ratio_high"] = found.ratio, found.low, found.high
    gaps["below"] = found.below
    gaps["verdict"] = np.where(asked & enough, verdicts(found), "no verdict")


def _weigh(gaps: pd.DataFrame, total: float, home: str | None) -> None:
    """Add how urgent each domain is, and how many people are missing."""
    q = gaps["baseline"]
    share = (gaps["corrected"] / max(total, 1e-9)).clip(lower=1 / (total + 1))
    lack = (q * np.log2(q.where(q > 0) / share)).clip(lower=0.0).fillna(0.0)
    near = domain_similarity().loc[home] if home else pd.Series(0.0, index=gaps.index)
    gaps["priority_bits"] = lack * (1.0 - near.reindex(gaps.index))
    missing = (THIN * q * total - gaps["corrected"]).clip(lower=0.0)
    gaps["shortfall"] = np.ceil(missing.round(6).to_numpy()).astype(np.int64)


def _sentence_of_cells(cells: pd.DataFrame, by: str) -> str:
    """Say in how many groups there can be a verdict, and where gaps are."""
    groups = cells.drop(index=NOT_KNOWN, level="group", errors="ignore")
    judged = groups.groupby("group", sort=False)["known"].first() >= LEAST_CLASSIFIED
    found = int((groups["verdict"] == "gap").sum())
    said = f"By {by}: {judged.sum()} of {len(judged)} groups have {LEAST_CLASSIFIED} contacts of "
    said += f"known field, which a verdict needs; gaps there: {found}."
    lost = cells[cells.index.get_level_values("group") == NOT_KNOWN]
    if len(lost):
        row = lost.iloc[0]
        said += f" The {by} of {row['known'] + row['unknown']:,} contacts is not known."
    return said


def _sentence(gaps: pd.DataFrame) -> str:
    known = gaps.attrs
    people = known["classified"] + known["unknown"]
    if not people:
        return "Nobody yet: add an export of your contacts."
    if known["missing"]:
        return (
            f"No verdict: {known['classified']:,} of {people:,} contacts have a known field of "
            f"work, and {LEAST_CLASSIFIED} are needed; {known['missing']:,} more are missing."
        )
    found = gaps[gaps["verdict"] == "gap"]
    compared = f"compared with {known['baseline']}"
    if found.empty:
        return f"No field is surely a gap, {compared}."
    first = found.head(_LISTED)
    listed = ", ".join(
        f"{name} ({count:,})" for name, count in zip(first["name"], first["count"], strict=True)
    )
    if len(found) > _LISTED:
        listed += f" and {len(found) - _LISTED} more"
    fields = "1 gap" if len(found) == 1 else f"{len(found)} gaps"
    return f"{fields}, {compared}: {listed}; in brackets the people you know there."
