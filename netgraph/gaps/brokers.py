"""Who of your contacts is nearest to a field that you lack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netgraph.domains import DOMAINS
from netgraph.domains.naming import find_domain
from netgraph.gaps._led import Where, search
from netgraph.gaps.finding import ASKED, find_gaps
from netgraph.leads.wording import LEADS, percent

if TYPE_CHECKING:
    from collections.abc import Iterable

    import networkx as nx
    import pandas as pd

    from netgraph.contacts import Contacts
    from netgraph.introductions import Calibration

_GRADES = {"A": "observed", "B": "inferred", "C": "a guess"}


def find_gap_brokers(  # noqa: PLR0913 - the contacts stand first, the rest by keyword
    contacts: Contacts,
    gaps: pd.DataFrame | None = None,
    *,
    graph: nx.Graph | None = None,
    clusters: pd.DataFrame | None = None,
    calibration: Calibration | None = None,
    domains: Iterable[str] | None = None,
    most: int = 10,
) -> pd.DataFrame:
    r"""Name the people who lead to each field that you lack, with the evidence.

    Whom you know in the field comes first: they can be asked themselves, and nobody is
    suggested to introduce you to them. Then come those who may introduce you to others.

    .. math:: \text{chance}_b = g(s_b) \cdot t, \qquad
        \text{chance}_b = g(s_b) \cdot \Big( 1 - \prod_e \big(1 - p_e\, g(s_e)\, h(s_e)
        \big) \Big)

    for the former and the latter, where :math:`g(s_b)` is the chance that a contact
    :math:`b` takes a request up (`Calibration`, of the strength of your tie), :math:`t` the
    share of people read as working in the field who do (``trust`` of `find_gaps`),
    :math:`g(s_e) h(s_e)` that whoever they know agrees and the introduction leads to something
    (of the strength of their tie; .1 where it is not known), and :math:`p_e` what each piece
    of evidence :math:`e` says of whether they know somebody in the field whom you do not:

    ===== ============================================= ==============================
    grade evidence                                      :math:`p_e`
    ===== ============================================= ==============================
    A     observed tie, such as an introduction, to     t
          somebody there whom you do not know
    B     inferred tie to somebody there; worked there  the tie's probability, times t;
          before; nothing but a former role or the      0.6; 0.4
          company's name tells of the field
    B     knows people there, all of whom you know too  t (1 - (1 - r)^(n / 4))
    B     knows somebody who knows somebody there,      both ties' probability, times t
          if nothing above is known of anybody
    C     somebody there is in the same cluster         the cluster's density d, times
                                                        n / mean n, times t, for each
    C     knows n people, nothing else                  t (1 - (1 - q)^(n / 4))
    D     no path known                                 -
    ===== ============================================= ==============================

    Here n is the number of people whom the contact is known to know, mean n that of the
    cluster, q the share of the network that works in the field, and r that share among those
    whom the contact knows and four people of the usual mix. One in five of those
    whom somebody knows is supposed to be in no file. That and the numbers 0.6 and 0.4 are
    supposed, not measured. `find_paths` (of a field) and `plan_contacts` give the same
    people, order and chances.

    Parameters
    ----------
    contacts
        After `classify`.
    gaps
        As `find_gaps` gives them, which is the default.
    graph
        As `build_graph` gives it with you in it, which is the default.
    clusters
        As `find_clusters` gives them; found if they are needed and not given.
        Grade C is looked for only where nobody of grade A or B is known.
    calibration
        As `calibrate_introductions` gives it, which is the default.
    domains
        The fields to look at; by default those of `gaps` with the verdict ``gap``,
        ``uncertain`` or ``thin``, the most urgent first.
    most
        So many people a field at most, of those whom you know there and of the others each.

    Returns
    -------
    pandas.DataFrame
        A row per field and person: whom you know there first, then by chance; a field to which
        no path is known has one row of grade D without a person. ``domain``,
        ``person_id``, ``name``; ``direct``: whether they work there themselves, and you know
        them; ``grade`` (of the best evidence). ``chance`` that asking
        them leads to something there, 0 to 1: ``passes_on`` that they take it up (NaN, and
        not in the chance, where no ego is known), times ``knows`` that they know
        somebody there whom you do not (direct: that they do work there), times
        ``succeeds`` that whoever that is agrees and it leads to something (direct: 1).
        ``gain``: the chance that asking leads to somebody new (direct: who works there is
        taken to know others there in 0.9) times the change of the effective number of fields
        by one person more there; ``new_people``: people there whom they know and you do
        not, as expected. ``tie``: your tie to them in words (`tie_health`);
        ``what_to_do``; ``target``: to whom they could introduce you (NA where nobody is
        known by name). ``why`` in words;
        ``evidence`` (``observed``, ``inferred`` or ``none``); ``people``: who
        stands behind it, as a tuple of ids. ``attrs["says"]``: the answer in a
        sentence.

    Raises
    ------
    GraphError
        If you are not in the graph.
    UnknownNameError
        If `domains` names no domain.

    Examples
    --------
    >>> import netgraph as ng
    >>> import pandas as pd
    >>> people = pd.DataFrame(
    ...     {"name": ["You", "Ann", "Bo"], "domain": ["SOFT", "SOFT", "LEGL"],
    ...      "is_ego": [True, False, False]}, index=["you", "ann", "bo"])
    >>> ties = pd.DataFrame({"source": ["you", "ann"], "target": ["ann", "bo"],
    ...                      "kind": ["contact", "introduction"]})
    >>> contacts = ng.Contacts(people=people, ties=ties)
    >>> find_gap_brokers(contacts, domains=["LEGL"])[["name", "grade", "why"]].values.tolist()
    [['Ann', 'A', 'knows Bo: introduction']]
    """
    gaps = find_gaps(contacts) if gaps is None else gaps
    asked = gaps.index[gaps["verdict"].isin(ASKED)].tolist()
    codes = asked if domains is None else [find_domain(code) for code in domains]
    where = Where(graph, clusters, calibration)
    table = search(contacts, gaps, codes, where, most=most)
    table.attrs["says"] = _sentence(table, gaps)
    return table


def _sentence(brokers: pd.DataFrame, gaps: pd.DataFrame) -> str:
    """Say who leads where, or why nobody was looked for."""
    if brokers.empty:
        return _nobody(gaps)
    parts = [
        f"{DOMAINS[str(code)]}: {_who(part)}"
        for code, part in brokers.groupby("domain", sort=False)
    ]
    told = f"{'; '.join(parts)}."
    if brokers["person_id"].isna().all():
        return told
    return f"{told} In brackets: the chance {LEADS}."


def _nobody(gaps: pd.DataFrame) -> str:
    """Say why nobody was looked for: nothing lacks, or it is not known what does."""
    says = gaps.attrs.get("says", "")
    if gaps.attrs.get("missing"):
        return (
            "Nobody was looked for, for which fields lack people is not known, which is no good "
            f"news. {says} More contacts with their titles would tell; to a field that you name, "
            "Paths leads with any number of contacts."
        )
    return f"Nobody was looked for: no field is a gap, uncertain or thin. {says}".strip()


def _who(part: pd.DataFrame) -> str:
    """Say whom you know in a field, and who leads to others there."""
    if part["grade"].iloc[0] == "D":
        return "no path known"
    first = part.drop_duplicates("direct")
    known = int(part["direct"].sum())
    more = f" and {known - 1} more" if known > 1 else ""
    told = [
        f"you know {name} there ({percent(chance)}){more}"
        if direct
        else f"{name} may lead to others ({percent(chance)})"
        if known
        else f"ask {name} ({percent(chance)}, {_GRADES[grade]})"
        for name, chance, direct, grade in first[["name", "chance", "direct", "grade"]].itertuples(
            index=False
        )
    ]
    return ", and ".join(told)
