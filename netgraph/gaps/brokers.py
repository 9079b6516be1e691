"""Who of your contacts is nearest to a field that you lack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netgraph.domains import DOMAINS
from netgraph.domains.naming import find_domain
from netgraph.gaps._search import Where, search
from netgraph.gaps.finding import ASKED, find_gaps

if TYPE_CHECKING:
    from collections.abc import Iterable

    import networkx as nx
    import pandas as pd

    from netgraph.contacts import Contacts
    from netgraph.introductions import Calibration


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
    r"""Name the people who are nearest to each field that you lack, with the evidence.

    .. math:: \text{chance}_b = c(s_b) \cdot \Big( 1 - \prod_e (1 - p_e h_e) \Big)

    where :math:`c(s_b)` is the chance that a contact :math:`b` passes a request on
    (`Calibration`, of the strength of your tie), :math:`h_e` that an introduction leads to
    something once made (1 for who works there) and :math:`p_e` what each piece of
    evidence :math:`e` says of whether they know somebody in the field:

    ===== ============================================= ==============================
    grade evidence                                      :math:`p_e`
    ===== ============================================= ==============================
    A     works there; or an observed tie, such as an   0.9 t; or t (1 - s), with s
          introduction, to somebody who does            your own tie to them
    B     inferred tie to somebody there; worked there  the tie's probability, times
          before; nothing but a former role or the      t (1 - s); 0.6; 0.4
          company's name tells of the field
    C     somebody there is in the same cluster         the cluster's density d, times
                                                        n / mean n, times t (1 - s),
                                                        for each
    C     knows n people, nothing else                  t (1 - (1 - q)^(n / 4))
    D     no path known                                 -
    ===== ============================================= ==============================

    Here t is the share of people read as working in the field who do (``trust`` of
    `find_gaps`), n the number of people whom the contact is known to know, mean n that
    of the cluster, and q the share of the network that works there: one in five of those
    whom somebody knows is supposed to be in no file. That and the numbers 0.9, 0.6 and 0.4 are
    supposed, not measured.

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
        As `calibrate_introductions` gives it; the assumed curve by default.
    domains
        The fields to look at; by default those of `gaps` with the verdict ``gap``,
        ``uncertain`` or ``thin``, the most urgent first.
    most
        So many people a field at most.

    Returns
    -------
    pandas.DataFrame
        A row per field and person, the greatest chance first; a field to which no
        path is known has one row of grade D without a person. ``domain``,
        ``person_id``, ``name``, ``grade`` (of the best evidence). ``chance`` that
        an introduction comes of it, 0 to 1, of which ``passes_on`` is that they
        pass it on (NaN, and not in the chance, where no ego is known) and
        ``knows`` that they know somebody there, ``succeeds`` that it leads to something
        once they introduce you. ``gain``: chance times the change
        of the effective number of fields by one person more there; ``new_people``:
        people there whom they know and you do not, as expected. ``why`` in words;
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
        return f"Nobody was looked for: no field is a gap. {gaps.attrs.get('says', '')}".strip()
    first = brokers.drop_duplicates("domain")
    led = first[first["grade"] != "D"]
    parts = [
        f"{DOMAINS[code]}: ask {name} ({grade}, {chance:.0%})"
        for code, name, grade, chance in led[["domain", "name", "grade", "chance"]].itertuples(
            index=False
        )
    ]
    parts += [f"{DOMAINS[code]}: no path known" for code in first["domain"][first["grade"] == "D"]]
    return "; ".join(parts) + "."
