"""The next contacts: whom to turn to in the minutes that you have."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from netgraph.clusters import find_clusters
from netgraph.errors import ContactsError, GraphError
from netgraph.gaps import find_gap_brokers, find_gaps
from netgraph.graph import build_graph
from netgraph.introductions import Calibration, curve_for
from netgraph.plan._acts import MINUTES, Acts, Hops, chances, find_hops, make_acts
from netgraph.plan._choosing import Task, bound, candidates, choose, guarantee
from netgraph.plan._people import People, find_people, people_meant, turned_to
from netgraph.plan._targets import LACKING, Targets, find_targets
from netgraph.plan._words import COLUMNS, lay_out, reached, says
from netgraph.suggestions import hidden_from_suggestions

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping

    import networkx as nx
    import pandas as pd
    from numpy.typing import NDArray

    from netgraph.contacts import Contacts

    Floats = NDArray[np.float64]

KINDS = ("gap", "dormant", "strong")
DRAWS, LARGE_DRAWS = 30, 10
"""How often what is only inferred is drawn anew; fewer times with much evidence."""

TOGETHER, APART = 1.0, 0.5
"""Doubt of what is only inferred, in logits: of all of one grade together, and of each."""

_MUCH = 20_000
_BROKERS = 25
_CONNECTIONS = "linkedin.connections"


class Outlook(NamedTuple):
    """All that a plan is chosen from."""

    people: People
    targets: Targets
    hops: Hops
    acts: Acts
    weight: Floats
    before: Floats
    budget: float
    mix: bool
    not_known: str = ""
    """Why it cannot be told which fields lack people; empty where it can."""

    silent: str = ""
    """Why it cannot be told which ties live; empty where it can."""

    def task(self, drawn: Floats | None = None) -> Task:
        """Lay out the choice, with other probabilities of the evidence if they are given."""
        chance = chances(self.people, self.hops, self.acts.uses, len(self.weight), drawn)
        rows = chance[self.acts.person]
        return Task(rows.tocsr(), self.weight, self.acts.minutes, self.budget)

    def chosen(self, task: Task) -> tuple[list[int], list[int]]:
        """Choose acts; give also those that are there for the mix."""
        first = self._one_of_each(task) if self.mix else []
        return choose(task, first=first), first

    def _one_of_each(self, task: Task) -> list[int]:
        """Take the act of each kind that gains most a minute beside those taken before."""
        first: list[int] = []
        for kind in KINDS:
            left = [a for a in candidates(task, first) if self.acts.kind[a] == kind]
            if left:
                gain = (task.chance[left] @ task.missed(first)) / task.minutes[left]
                first.append(left[int(np.argmax(gain))])
        return first


def plan_contacts(  # noqa: PLR0913 - what is known already can be passed, by keyword
    contacts: Contacts,
    graph: nx.Graph | None = None,
    *,
    minutes: float = 120,
    seed: int = 0,
    gaps: pd.DataFrame | None = None,
    clusters: pd.DataFrame | None = None,
    calibration: Calibration | None = None,
    hide: Iterable[Hashable] = (),
    done: Iterable[Hashable] = (),
    settled: pd.DataFrame | None = None,
    costs: Mapping[str, float] | None = None,
    mix: bool = True,
) -> pd.DataFrame:
    r"""Choose whom to turn to next, so that the minutes reach most of what you lack.

    .. math:: f(S) = \sum_t w_t \Big( 1 - \prod_{i \in S} (1 - p_{it}) \Big), \qquad
        p_{it} = c_i \Big( 1 - \prod_e (1 - p_e g_e) \Big)

    where :math:`S` are the people, and the targets :math:`t` the fields that
    `find_gaps` finds lacking (weight: ``priority_bits``, less ``access``) and the
    communities in which it is less than 95 % likely that a tie of yours lives
    (weight: size, less that chance) and your dormant ties (weight: depth); they count
    one half, a quarter and a quarter, and a kind that is not there leaves its part to
    the others.
    :math:`c_i` is the chance that person :math:`i` does what you ask
    (`Calibration`, of the strength of your tie, which fades with silence; as
    `find_paths` states it), :math:`p_e` the probability of each piece of evidence
    that they know somebody there and :math:`g_e` how likely an introduction to them is made
    and leads to something.

    Acts: a note to a strong tie (10 minutes), taking up with a dormant one (20),
    asking somebody for an introduction or a talk (``gap``, 25). Nobody stands in
    the plan twice.

    Parameters
    ----------
    contacts
        After `classify`.
    graph
        As `build_graph` gives it with you in it, which is the default.
    minutes
        How much time there is.
    seed
        The same seed gives the same draws.
    gaps, clusters, calibration
        As `find_gaps`, `find_clusters` and `calibrate_introductions` give them;
        found here if they are not given.
    hide
        More people who are not to be suggested, by id or name: those who are
        `hidden_from_suggestions` are left out in any case.
    done
        People to whom you have turned already: they are not suggested, and what
        they open counts as opened in so far as it is likely.
    settled
        What became of former advice, as a workspace keeps it (``person_id``, ``what``,
        ``state``): who is ``done`` of what this plan suggests counts as in `done`.
    costs
        Minutes by kind of act, in place of ``netgraph.plan.MINUTES``.
    mix
        Whether the best act of each kind comes first, as far as the minutes allow,
        so that the plan holds a gap, a dormant and a strong tie.

    Returns
    -------
    pandas.DataFrame
        A row a person: those of the mix first, then by gain per minute.
        ``person_id``, ``name``, ``kind`` (``gap``, ``dormant``, ``strong``),
        ``why``, ``what_to_do``, ``minutes``; ``gain``: what the act adds to
        :math:`f`, the share of all that you lack, 0 to 1; ``chance``
        :math:`c_i`; ``leads``: the chance that ``leads_is`` names, of what the act is for: to
        a field (``field``, its code) it is the ``chance`` that `find_gap_brokers` has;
        ``kept``: share of 30 draws (10 with much evidence) in which the person stays in the
        plan; in each, the logits of what is only inferred
        are shifted at random, all of one grade together by 1 and each by 0.5 more
        (standard deviations), since what such a lead is worth is supposed;
        ``changes``: the targets that it opens most, with your reach there before and after:
        how surely somebody there would help you, from how close your ties are;
        ``evidence`` (``observed``, ``inferred``, ``both``), ``people`` (ids of
        those who stand behind it).

        ``attrs``: ``says``; ``used`` minutes; ``gained`` :math:`f(S)`;
        ``guarantee``, what is proved of the choice, in words; ``at_least``: the
        share of the best possible plan, of any mix, that this plan reaches at
        least, as computed for this very case; ``targets``: list of dicts with
        ``kind``, ``code``, ``name``, ``weight``, ``before``, ``after``; ``basis``
        of the chances.

    Raises
    ------
    ContactsError
        If `minutes` or `costs` are no positive numbers, or of no kind of act.
    GraphError
        If you are not in the graph.
    UnknownNameError
        If somebody in `hide` or `done` is nobody.

    Notes
    -----
    :math:`f` is monotone and submodular. The greedy choice is proved to reach
    :math:`1 - 1/e` of the best where all acts cost the same, or where there are so
    few that all starts of three are tried, and else :math:`1 - 1/\sqrt{e}`. With
    `mix` that holds of what is added to the people of the mix. ``at_least`` is
    mostly far higher.

    References
    ----------
    .. [1] Nemhauser, G. L., Wolsey, L. A. & Fisher, M. L. (1978). An analysis of
       approximations for maximizing submodular set functions. *Mathematical
       Programming* 14, 265-294.
    .. [2] Sviridenko, M. (2004). A note on maximizing a submodular set function
       subject to a knapsack constraint. *Operations Research Letters* 32, 41-43.
    .. [3] Tang, J. et al. (2021). Revisiting modified greedy algorithm for monotone
       submodular maximization with a knapsack constraint. *Proceedings of the ACM
       on Measurement and Analysis of Computing Systems* 5(1), 8.

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
    >>> gaps = ng.find_gaps(contacts, baseline=["LEGL"])
    >>> gaps.loc["LEGL", ["verdict", "priority_bits"]] = "gap", 0.3
    >>> plan = plan_contacts(contacts, minutes=30, gaps=gaps)
    >>> plan[["name", "kind", "minutes", "why"]].values.tolist()
    [['Ann', 'gap', 25.0, 'knows Bo: introduction']]
    """
    prices = _prices(minutes, costs)
    graph = build_graph(contacts) if graph is None else graph
    if contacts.ego is None or graph.graph.get("ego") not in graph:
        raise GraphError(
            "you are not in the graph, and a plan is about your ties",
            remedy="Say who you are with load(..., ego='Your Name'), and build the graph with it",
        )
    gaps = find_gaps(contacts) if gaps is None else gaps
    clusters = find_clusters(graph) if clusters is None else clusters
    curve = curve_for(contacts, graph, calibration)
    brokers = find_gap_brokers(
        contacts, gaps, graph=graph, clusters=clusters, calibration=curve, most=_BROKERS
    )
    people = find_people(contacts, graph, curve)
    targets = find_targets(gaps, clusters, people)
    hops = find_hops(graph, clusters, brokers, people=people, targets=targets, calibration=curve)
    barred = {
        name: people_meant(contacts, given, name)
        for name, given in (("hide", hide), ("done", [*done, *turned_to(contacts, settled)]))
    }
    barred["hide"] |= set(hidden_from_suggestions(contacts))
    acts = make_acts(people, hops, targets, prices, barred["hide"] | barred["done"])
    opened = _opened(people, hops, targets, barred["done"])
    weight = targets.table["weight"].to_numpy(dtype=np.float64) * (1 - opened)
    before = 1 - (1 - targets.table["access"].to_numpy(dtype=np.float64)) * (1 - opened)
    outlook = Outlook(people, targets, hops, acts, weight, before, float(minutes), mix)
    outlook = outlook._replace(not_known=_not_known(gaps, contacts), silent=_silent(people))
    return _plan(outlook, seed, curve.basis)


def _plan(outlook: Outlook, seed: int, basis: str) -> pd.DataFrame:
    task = outlook.task()
    chosen, first = outlook.chosen(task) if len(outlook.acts.person) else ([], [])
    table = lay_out(outlook, task, chosen, _kept(outlook, chosen, seed))
    most = bound(task, chosen) if len(outlook.acts.person) else 0.0
    value = task.value(chosen)
    table.attrs = {
        "used": float(table["minutes"].sum()),
        "gained": value,
        "guarantee": _guarantee(task, first),
        "at_least": min(value / most, 1.0) if most > 0 else np.nan,
        "targets": reached(outlook, task, chosen),
        "basis": basis,
        "not_known": " ".join(filter(None, (outlook.not_known, outlook.silent))),
    }
    table.attrs["says"] = says(outlook, table)
    return table[list(COLUMNS)]


def _not_known(gaps: pd.DataFrame, contacts: Contacts) -> str:
    """Say that no verdict on fields can be given, and what would bring one."""
    known = gaps.attrs
    if not known.get("missing") or gaps["verdict"].isin(LACKING).any():
        return ""
    total = known["classified"] + known["unknown"]
    given = contacts.people["sources"].str.contains(_CONNECTIONS, regex=False).fillna(value=False)
    source = (
        "an address book has them, too" if given.any() else "LinkedIn's Connections.csv has them"
    )
    return (
        f"Which fields you lack is not known: {known['classified']:,} of {total:,} contacts have "
        f"a known field of work, and {known['classified'] + known['missing']:,} are needed. More "
        f"contacts with their titles would tell ({source}). To a field that you name, Paths leads "
        "with any number of contacts."
    )


def _silent(people: People) -> str:
    """Say that no exchange is known, and what would tell."""
    if not len(people.ids) or (people.state != "unknown").any():
        return ""
    return (
        "Which of your ties live is not known: no message, mail or meeting is in your files "
        "(LinkedIn's larger archive has messages.csv; a mailbox or a calendar tells, too)."
    )


def _prices(minutes: float, costs: Mapping[str, float] | None) -> dict[str, float]:
    given = dict(costs or {})
    wrong = [kind for kind in given if kind not in MINUTES]
    if wrong:
        raise ContactsError(
            f"no act is of the kind {wrong[0]!r}", remedy=f"There are {', '.join(MINUTES)}"
        )
    prices = MINUTES | {kind: float(cost) for kind, cost in given.items()}
    for what, number in [("minutes", float(minutes)), *prices.items()]:
        if not (np.isfinite(number) and number > 0):
            raise ContactsError(
                f"{what} is {number:g}", remedy="Give a number of minutes above zero"
            )
    return prices


def _opened(people: People, hops: Hops, targets: Targets, done: set[str]) -> Floats:
    """Tell how likely those to whom you turned already open each target."""
    rows = people.ids.isin(list(done))
    every = np.ones(len(hops.person), dtype=bool)
    chance = chances(people, hops, every, len(targets.table))[np.flatnonzero(rows)].toarray()
    return np.asarray(1.0 - (1.0 - chance).prod(axis=0))


def _kept(outlook: Outlook, chosen: list[int], seed: int) -> Floats:
    """Count in how many draws of what is only inferred each act stays in the plan."""
    probability = outlook.hops.probability
    unsure = (probability > 0) & (probability < 1)
    if not chosen or not unsure.any():
        return np.ones(len(chosen))
    rng = np.random.default_rng(seed)
    draws = LARGE_DRAWS if len(probability) > _MUCH else DRAWS
    stays = np.zeros(len(outlook.acts.person))
    drawn = probability.copy()
    supposed = np.log(probability[unsure] / (1 - probability[unsure]))
    grade = np.unique(np.array(outlook.hops.grade)[unsure], return_inverse=True)[1]
    for _ in range(draws):
        shift = rng.normal(0.0, TOGETHER, grade.max() + 1)[grade]
        shift += rng.normal(0.0, APART, len(supposed))
        drawn[unsure] = 1 / (1 + np.exp(-(supposed + shift)))
        stays[outlook.chosen(outlook.task(drawn))[0]] += 1
    return np.asarray(stays[chosen] / draws)


def _guarantee(task: Task, first: list[int]) -> str:
    if not candidates(task, first):
        return "nothing fits beside the mix" if first else "there is nothing to choose from"
    share, why = guarantee(task, first)
    beside = f" of what can be added to the {len(first)} of the mix" if first else " of the best"
    return f"at least {share:.0%}{beside} ({why})"
