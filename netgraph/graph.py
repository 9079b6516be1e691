"""Contacts become a networkx graph, and the graph tells how well it is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx
import numpy as np
import pandas as pd

from netgraph.inference import inferred_ties

if TYPE_CHECKING:
    from netgraph.contacts import Contacts


def build_graph(
    contacts: Contacts,
    *,
    ego: bool = True,
    inferred: bool = True,
    min_probability: float = 0.0,
) -> nx.Graph:
    """Join all ties into one network.

    Parameters
    ----------
    contacts
        After `resolve` and `classify`.
    ego
        Whether the person whose contacts these are stands in the graph. They
        know everybody in it, so questions about the others (clusters, brokers)
        are asked without them.
    inferred
        Whether to add ties that are likely but in no file (see `evidence`).
    min_probability
        Inferred ties that are less probable than this are left out.

    Returns
    -------
    networkx.Graph
        Node: person_id, with the known columns of ``people`` as attributes.
        Edge: ``weight`` (probability x (1 + log2(1 + count + stated)), where
        ``stated`` sums the weights that edge lists and graph files give the pair;
        larger is closer), ``count`` (dated events behind it), ``kinds``, ``evidence``
        (``observed`` or ``inferred``), ``probability``. People without any
        tie (a stranger who once wrote to you) are not in it. ``graph.graph``
        holds ``ego`` (or None) and ``personal`` = True.

    Examples
    --------
    >>> from netgraph.contacts import Contacts
    >>> contacts = Contacts(
    ...     people=pd.DataFrame({"name": ["You", "Ann"], "is_ego": [True, False]},
    ...                         index=["ego", "ann"]),
    ...     ties=pd.DataFrame({"source": ["ego"], "target": ["ann"], "kind": ["contact"]}))
    >>> build_graph(contacts).edges["ego", "ann"]["evidence"]
    'observed'
    """
    ties = tie_table(contacts, inferred=inferred, min_probability=min_probability)
    ids = contacts.people.index
    tied = np.zeros(len(ids), dtype=bool)
    tied[ties["source"].to_numpy()] = tied[ties["target"].to_numpy()] = True
    own = _position(contacts)
    if not ego and own >= 0:
        tied[own] = False
        ties = ties[(ties["source"] != own) & (ties["target"] != own)]
    elif own >= 0:
        tied[own] = True
    graph = nx.Graph(personal=True, ego=contacts.ego if ego else None)
    people = contacts.people[tied]
    columns = {column: people[column].tolist() for column in people.columns}
    known = {column: people[column].notna().tolist() for column in people.columns}
    graph.add_nodes_from(
        (person, {c: values[row] for c, values in columns.items() if known[c][row]})
        for row, person in enumerate(people.index)
    )
    names = ids.to_numpy(dtype=object)
    attributes = ties[["weight", "count", "kinds", "evidence", "probability"]]
    graph.add_edges_from(
        zip(
            names[ties["source"].to_numpy()],
            names[ties["target"].to_numpy()],
            attributes.to_dict("records"),
            strict=True,
        )
    )
    return graph


def tie_table(
    contacts: Contacts, *, inferred: bool = True, min_probability: float = 0.0
) -> pd.DataFrame:
    """Fold all evidence on each pair of people into one row.

    Messages make a tie only when they went both ways: a letter that nobody
    answered is no acquaintance.

    Returns
    -------
    pandas.DataFrame
        ``source`` and ``target`` as positions in ``contacts.people`` (source <
        target), with the edge attributes of `build_graph`.
    """
    evidence = [contacts.ties, _two_way(contacts)]
    if inferred:
        evidence.append(inferred_ties(contacts))
    rows = pd.concat([e for e in evidence if len(e)] or [contacts.ties], ignore_index=True)
    stated = rows["weight"] if "weight" in rows else pd.Series(index=rows.index, dtype=float)
    position = pd.Series(np.arange(len(contacts.people)), index=contacts.people.index)
    one = rows["source"].map(position).to_numpy(dtype=np.int64)
    two = rows["target"].map(position).to_numpy(dtype=np.int64)
    rows = pd.DataFrame(
        {
            "source": np.minimum(one, two),
            "target": np.maximum(one, two),
            "kind": rows["kind"],
            "observed": (rows["evidence"] == "observed").to_numpy(),
            "count": rows["count"].fillna(0).to_numpy(dtype=np.int64),
            "stated": stated.fillna(0.0).to_numpy(dtype=float),
            "miss": 1.0 - rows["probability"].fillna(1.0).to_numpy(dtype=float),
        }
    )
    rows = rows[rows["source"] != rows["target"]]
    pairs = rows.groupby(["source", "target"], sort=True)
    ties = pairs.agg(
        observed=("observed", "any"),
        count=("count", "sum"),
        stated=("stated", "sum"),
        miss=("miss", "prod"),
    )
    ties["kinds"] = _kinds_of_pairs(rows)
    ties["probability"] = 1.0 - ties.pop("miss")
    strength = 1.0 + np.log2(1.0 + ties["count"] + ties.pop("stated"))
    ties["weight"] = ties["probability"] * strength
    ties["evidence"] = np.where(ties.pop("observed"), "observed", "inferred")
    return ties[ties["probability"] >= min_probability].reset_index()


def _position(contacts: Contacts) -> int:
    """Give the ego's row in the table of people, or -1."""
    return contacts.people.index.tolist().index(contacts.ego) if contacts.ego is not None else -1


def _kinds_of_pairs(rows: pd.DataFrame) -> pd.Series:
    """Name the kinds of ties of each pair: ``"contact; message"``.

    A kind is a bit, so that the many pairs are summed and only the few
    different sums are written out.
    """
    code, names = pd.factorize(rows["kind"], sort=True)
    distinct = rows.assign(bit=2**code).drop_duplicates(["source", "target", "bit"])
    sums = distinct.groupby(["source", "target"], sort=True)["bit"].sum()
    written = {
        total: "; ".join(name for bit, name in enumerate(names) if total >> bit & 1)
        for total in sums.unique().tolist()
    }
    return sums.map(written)


def direct_contacts(contacts: Contacts) -> pd.Index:
    """List the people whom the ego knows themselves, by observed ties.

    Returns
    -------
    pandas.Index
        person_ids without the ego; everybody where no ego is known.
    """
    if contacts.ego is None:
        return contacts.people.index
    ties = tie_table(contacts, inferred=False)
    own = _position(contacts)
    positions = np.concatenate(
        [
            ties.loc[ties["source"] == own, "target"].to_numpy(),
            ties.loc[ties["target"] == own, "source"].to_numpy(),
        ]
    )
    return contacts.people.index[np.sort(positions)]


def evidence(graph: nx.Graph) -> pd.Series:
    """Tell how much is known of the ties among your contacts.

    Constraint, betweenness, clusters and brokers are about those ties. Most
    exports hold none of them, so say first how much stands behind the numbers.

    Parameters
    ----------
    graph
        As `build_graph` gives it, with or without the ego.

    Returns
    -------
    pandas.Series
        ``people``, ``ties_to_you``, ``observed_ties`` and ``inferred_ties``
        (among contacts), ``inferred_expected`` (how many of the inferred ones
        to expect: the sum of their probabilities), ``people_with_ties``,
        ``coverage`` (share of contacts with a known tie to another contact) and
        ``observed_coverage`` (the same, observed ties alone), both NaN without
        contacts; ``verdict`` and ``advice`` in words.

    Examples
    --------
    >>> float(evidence(nx.Graph([("ann", "bo"), ("bo", "cy")])).loc["coverage"])
    1.0
    """
    ego = graph.graph.get("ego")
    among = {"observed": 0, "inferred": 0}
    expected = 0.0
    tied: dict[str, set[object]] = {"observed": set(), "inferred": set()}
    for one, two, tie in graph.edges(data=True):
        if ego not in (one, two):
            how = tie.get("evidence", "observed")
            among[how] += 1
            expected += tie.get("probability", 1.0) if how == "inferred" else 0.0
            tied[how] |= {one, two}
    people = len(graph) - (ego in graph)
    both = tied["observed"] | tied["inferred"]
    known = {"people": people, "covered": len(both), "seen": len(tied["observed"]), **among}
    verdict, advice = _in_words(known, expected)
    return pd.Series(
        {
            "people": people,
            "ties_to_you": graph.degree(ego) if ego in graph else 0,
            "observed_ties": among["observed"],
            "inferred_ties": among["inferred"],
            "inferred_expected": expected,
            "people_with_ties": len(both),
            "coverage": len(both) / people if people else np.nan,
            "observed_coverage": len(tied["observed"]) / people if people else np.nan,
            "verdict": verdict,
            "advice": advice,
        },
        name="evidence",
        dtype=object,
    )


_MORE = "Add messages, mail, a calendar or a list of introductions: they show who knows whom"
_FEW = 30


def _in_words(known: dict[str, int], expected: float) -> tuple[str, str]:
    people, observed, inferred = known["people"], known["observed"], known["inferred"]
    if people == 0:
        return "There is nobody in this network yet.", "Add an export of your contacts."
    if observed + inferred == 0:
        verdict = (
            f"No tie among your {people:,} contacts is known: the files hold your own ties alone, "
            "so clusters, brokers and constraint cannot be told."
        )
        return verdict, f"{_MORE}."
    guessed = (
        f"{inferred:,} pairs share an employer or school, of which about {expected:,.0f} "
        "can be expected to know each other"
    )
    if observed == 0:
        verdict = (
            f"No tie among your {people:,} contacts was observed; {guessed}. "
            "Clusters are guesses, and brokers cannot be told."
        )
        return verdict, f"{_MORE}."
    verdict = (
        f"{known['seen']:,} of {people:,} contacts have an observed tie to another contact, "
        f"{observed:,} ties in all"
    )
    verdict += f"; {guessed}." if inferred else "."
    if people < _FEW or known["seen"] < people / 4:
        return verdict, f"That is little to read brokers from. {_MORE}."
    return verdict, "Enough to read clusters and brokers; the inferred ties are marked."


def _two_way(contacts: Contacts) -> pd.DataFrame:
    """Pairs of people who wrote to each other, both ways."""
    sent = contacts.interactions
    sent = sent[sent["kind"].isin(["message", "mail"])]
    if sent.empty:
        return pd.DataFrame(columns=["source", "target", "kind", "evidence", "count"])
    ways = sent.groupby(["source", "target"], sort=False).size().rename("count").reset_index()
    answers = pd.MultiIndex.from_frame(ways[["target", "source"]])
    both = ways[answers.isin(pd.MultiIndex.from_frame(ways[["source", "target"]]))].copy()
    one, two = (both[end].to_numpy(dtype=object) for end in ("source", "target"))
    both["source"], both["target"] = np.minimum(one, two), np.maximum(one, two)
    pairs = both.groupby(["source", "target"], as_index=False).agg({"count": "sum"})
    return pairs.assign(kind="message", evidence="observed", probability=1.0)
