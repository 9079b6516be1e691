"""Ways in words: what is known of each tie, and what to do next."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from netgraph.paths.targets import Target

_KINDS = {
    "contact": "connected",
    "message": "wrote to each other",
    "introduction": "brought together by an introduction",
    "thread": "in the same conversations",
    "mail": "in the same mails",
    "meeting": "in the same meetings",
    "noted": "in touch, as you noted",
    "related": "named as related",
    "edge": "a tie in your files",
}
_MORE = 0.05
"""By so much all ways together have to be likelier than the one to be told."""

_SHARED = {"employer": "both at {}", "school": "both at the school {}"}


def name_of(graph: nx.Graph, person: str) -> str:
    """Name a person; you are called so.

    Examples
    --------
    >>> import networkx as nx
    >>> graph = nx.Graph([("ego", "ann")], ego="ego")
    >>> name_of(graph, "ego"), name_of(graph, "ann")
    ('You', 'ann')
    """
    if person == graph.graph.get("ego"):
        return "You"
    return str(graph.nodes[person].get("name") or person)


def tie_in_words(tie: dict[str, object]) -> str:
    """Tell what is known of a tie.

    Parameters
    ----------
    tie
        The attributes that `build_graph` gives it.

    Examples
    --------
    >>> tie_in_words({"kinds": "employer", "evidence": "inferred", "probability": 0.5,
    ...               "organisation": "Acme", "together": "2019 to 2021"})
    'inferred (50 %): both at Acme, 2019 to 2021'
    >>> tie_in_words({"kinds": "contact; message", "count": 3, "evidence": "observed"})
    'connected; wrote to each other; 3 events'
    """
    told = [_kind(kind, tie) for kind in str(tie.get("kinds", "edge")).split("; ")]
    events, since, last = tie.get("count"), tie.get("since"), tie.get("last_at")
    if since is not None:
        told.append(f"since {since:%Y-%m-%d}")
    if isinstance(events, int) and events:
        told.append("1 event" if events == 1 else f"{events:,} events")
    if last is not None:
        told.append(f"the last on {last:%Y-%m-%d}")
    text = "; ".join(told)
    if tie.get("evidence") == "inferred":
        return f"inferred ({tie.get('probability', 1.0):.0%}): {text}".replace("%)", " %)")
    return text


def _kind(kind: str, tie: dict[str, object]) -> str:
    if kind not in _SHARED:
        return _KINDS.get(kind, kind)
    years = f", {tie['together']}" if "together" in tie else ""
    return _SHARED[kind].format(tie.get("organisation", "one place")) + years


def percent(chance: float) -> str:
    """Write a chance as a person would say it.

    Examples
    --------
    >>> percent(0.123), percent(0.004), percent(0.0)
    ('12 %', 'below 1 %', '0 %')
    """
    return "below 1 %" if 0.0 < chance < 0.005 else f"{100 * chance:.0f} %"  # noqa: PLR2004


def what_to_do(graph: nx.Graph, route: tuple[str, ...]) -> str:
    """Say whom to ask for what; never for an introduction to somebody whom one knows.

    Examples
    --------
    >>> import networkx as nx
    >>> graph = nx.Graph([("ego", "ann"), ("ann", "bo"), ("ego", "cy"), ("cy", "ann")], ego="ego")
    >>> what_to_do(graph, ("ego", "ann", "bo")), what_to_do(graph, ("ego", "cy", "ann"))
    ('Ask ann for an introduction to bo', 'Ask cy to put in a word for you with ann')
    """
    first, *names = ("you" if p == graph.graph.get("ego") else name_of(graph, p) for p in route)
    if len(names) == 1:
        return f"Write to {names[0]}"
    middle = " and then ".join(names[1:-1])
    over = f", who is to ask {middle}," if middle else ""
    tie = graph.get_edge_data(route[0], route[-1])
    if tie is not None and tie.get("evidence", "observed") == "observed":
        return f"Ask {names[0]}{over} to put in a word for {first} with {names[-1]}"
    return f"Ask {names[0]}{over} for an introduction to {names[-1]}"


def of_chance(
    graph: nx.Graph, route: tuple[str, ...], through: float, together: float, *, alone: bool
) -> dict[str, object]:
    """Give the chance by which ways are ordered, and say what it is of.

    Parameters
    ----------
    graph, route
        A way.
    through, together
        As `find_paths` gives them.
    alone
        Whether one person is looked for; else ways to several are compared.
    """
    first, last = name_of(graph, route[1]), name_of(graph, route[-1])
    if not alone:
        return {"chance": together, "chance_is": f"that somebody whom you ask leads to {last}"}
    if len(route) == 2:  # noqa: PLR2004 - nobody in between
        return {"chance": through, "chance_is": "that they take it up"}
    return {"chance": through, "chance_is": f"that asking {first} leads to {last}"}


def next_step(graph: nx.Graph, best: pd.Series) -> str:
    """Say what to do to go the likeliest way."""
    source = best["route"][0]
    asker = "" if source == graph.graph.get("ego") else f"{name_of(graph, source)}: "
    between = f"between {percent(best['low'])} and {percent(best['high'])}"
    likely = f"{percent(best['chance'])} {best['chance_is']}"
    if best["chance"] >= best["probability"] + _MORE:
        between = f"by this way alone {percent(best['probability'])}, {between}"
    told = f"{asker}{best['what_to_do']} ({likely}; {between})."
    if len(best["route"]) == 2:  # noqa: PLR2004 - nobody in between
        return told
    one, two = best["weakest_tie"]
    weak = f"{name_of(graph, one)} and {name_of(graph, two)}"
    if graph.edges[one, two].get("evidence") == "inferred":
        return f"{told} Ask first whether {weak} know each other: that is inferred."
    return f"{told} The weakest tie is that of {weak} ({percent(best['weakest_chance'])})."


def known_in_words(graph: nx.Graph, source: str, target: Target, known: list[str]) -> str:
    """Say how many of those who are meant the source knows.

    Parameters
    ----------
    graph
        Where names stand.
    source
        From whom.
    target
        Who is meant.
    known
        Those of them whom the source knows.
    """
    you = name_of(graph, source)
    know = "know" if you == "You" else "knows"
    if not target.meant:
        return f"{you} {know} {name_of(graph, known[0])}." if known else ""
    if not known:
        there = _people(len(target.people), target.meant)
        return f"{you} {know} nobody who {_singular(target.meant)}; in reach: {there}."
    former = sum(person in target.former for person in known)
    if former == len(known):
        return f"{you} {know} {_people(former, target.meant.replace('work at', 'have worked at'))}."
    told = f"{you} {know} {_people(len(known), target.meant)}"
    return f"{told} ({former:,} formerly)." if former else f"{told}."


def beyond_in_words(target: Target, known: list[str]) -> str:
    """Say that nobody else who is meant is in the files than those whom the source knows.

    Of a field of work it is not said: there, others are supposed.
    """
    if target.code is not None or not target.meant or not set(target.people) <= set(known):
        return ""
    return (
        "Nobody beyond these direct contacts is known there, so nobody has to introduce you; an "
        "older export, an address book or mail may name others."
    )


def _people(count: int, meant: str) -> str:
    return f"1 person who {_singular(meant)}" if count == 1 else f"{count:,} people who {meant}"


def untied_in_words(names: list[str]) -> str:
    """Say that people stand in the files, but have no tie."""
    listed = ", ".join(names[:3]) or "This person"
    stand, their = ("stands", "tie") if len(names) <= 1 else ("stand", "ties")
    return f"{listed} {stand} in your files, but no {their} to anybody is known."


def unreached_in_words(graph: nx.Graph, source: str, target: Target, why: str) -> str:
    """Say that nobody who is meant can be reached, and why."""
    if not target.people:
        return f"Nobody else in this network is known to {target.meant}. {target.hint}".strip()
    if list(target.people) == [source]:
        return f"{name_of(graph, source)}: that is the one from whom the way begins."
    first = name_of(graph, next(iter(target.people)))
    count = len(target.people)
    whom = first if not target.meant else f"the {count:,} who {target.meant}"
    if count == 1 and target.meant:
        whom = f"{first}, who {_singular(target.meant)}"
    return f"{why} {whom}."


def _singular(meant: str) -> str:
    """Bring what is meant to one person: ``work at Acme`` to ``works at Acme``."""
    return re.sub(r"\b(work|have)\b(?= in | at | the title | worked at )", _third_person, meant)


def _third_person(verb: re.Match[str]) -> str:
    return "has" if verb[0] == "have" else f"{verb[0]}s"
