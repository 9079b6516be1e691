"""People whose path resembles yours, and where it led them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from netgraph.career._paths import (
    Likeness,
    Path,
    all_alike,
    career_steps,
    path_in_words,
    paths_of,
)
from netgraph.career._reach import reach_of
from netgraph.career._standing import counted, find_self, post_in_words, unknown_self
from netgraph.graph import build_graph
from netgraph.introductions import curve_for
from netgraph.suggestions import hidden_from_suggestions

if TYPE_CHECKING:
    from collections.abc import Iterable

    import networkx as nx

    from netgraph.contacts import Contacts
    from netgraph.domains.career import Earlier

_COLUMNS = [
    "name", "similarity", "path", "steps", "step", "at", "next", "next_domain", "next_seniority",
    "next_role", "title", "company", "strength", "hops", "via_name", "why",
]  # fmt: skip


def career_peers(
    contacts: Contacts,
    *,
    history: Iterable[Earlier] = (),
    graph: nx.Graph | None = None,
    now: pd.Timestamp | str | None = None,
) -> pd.DataFrame:
    r"""Find people who once stood where you stand now, by how much their path resembles yours.

    A path is what is known of somebody's posts at employers, as steps of a field and a
    level. Somebody stood where you stand if a step of theirs has your level and your
    field, or one near to it. The similarity compares your steps with theirs up to there:

    .. math:: L = \max_{k:\, s(x_n, y_k) \ge 0.6}
        \frac{2 \left( A(x_{1..n-1}, y_{1..k-1}) + s(x_n, y_k) \right)}{n + k}, \qquad
        s(x, y) = d(x, y) \cdot \max(0, 1 - |l_x - l_y| / 2)

    with :math:`x_1 \dots x_n` your steps, :math:`y` theirs, :math:`d` the similarity of two
    fields (`domain_similarity`), :math:`l` the place of a level, and :math:`A` the best
    sum of :math:`s` over steps laid side by side in their order. What comes after step
    :math:`k` is what they did next.

    Parameters
    ----------
    contacts
        After `classify`.
    history
        Earlier exports, as ``Workspace.history`` gives them: most exports hold the present
        title alone, and these tell former ones.
    graph
        As `build_graph` gives it, with you in it; else made here.
    now
        The day to look back from, where the graph is made here.

    Returns
    -------
    pandas.DataFrame
        Index person_id, those whose former posts are known first, then by similarity and
        strength: ``name``; ``similarity``, above 0 to 1; ``path`` (``DATA P > DATA S``);
        ``steps``, how many are known (1: the present post alone, so the path is not
        known); ``step``, in which of them, from 0, they stood where you stand, and ``at``, that
        post; ``next`` in words,
        ``next_domain``, ``next_seniority`` and ``next_role``, NA where nothing after it is
        known; ``title`` and ``company`` now; ``strength`` of your tie on the way,
        ``hops``, ``via_name``; ``why``. ``attrs``: ``says``, ``limits`` (how much is known),
        ``path`` (yours), ``known`` (how many people's path is known) and ``of`` (of how
        many people). People hidden
        from suggestions are left out, and so is who is more than two steps away.

    Notes
    -----
    The alignment is that of Needleman and Wunsch, as it is used on sequences of lives [1]_;
    similarities of fields and levels are judgements.

    References
    ----------
    .. [1] Abbott, A. & Hrycak, A. (1990). Measuring resemblance in sequence data: an
       optimal matching analysis of musicians' careers. *American Journal of Sociology*
       96(1), 144-185.

    Examples
    --------
    >>> from netgraph.contacts import Contacts
    >>> people = pd.DataFrame({"name": ["You", "Ann"], "domain": "DATA", "is_ego": [True, False],
    ...                        "title": ["Senior Data Engineer", "Head of Data"],
    ...                        "seniority": ["S", "D"]}, index=["ego", "ann"])
    >>> posts = pd.DataFrame({"person_id": ["ann"], "role": ["Senior Data Engineer"],
    ...                       "organisation": "Acme", "kind": "employer", "end": ["2020"]})
    >>> ties = pd.DataFrame({"source": ["ego"], "target": ["ann"], "kind": ["contact"]})
    >>> peers = career_peers(Contacts(people=people, ties=ties, affiliations=posts))
    >>> peers[["path", "next"]].values.tolist()
    [['DATA S > DATA D', 'Data and analytics, director or vice president']]
    """
    me = find_self(contacts)
    lacking = unknown_self(me)
    steps = career_steps(contacts, history)
    paths = paths_of(steps)
    mine = paths.pop(me.ego or "", ())
    if lacking or not mine:
        return _answer(
            pd.DataFrame(columns=_COLUMNS),
            lacking or unknown_self(me._replace(level=None)),
            (),
            (0, 0),
        )
    network = build_graph(contacts, now=now) if graph is None else graph
    reach = reach_of(network, curve_for(contacts, network))
    near = reach.index.difference(hidden_from_suggestions(contacts), sort=False)
    paths = {person: path for person, path in paths.items() if person in near}
    known = sum(len(path) > 1 for path in paths.values()), len(near)
    found = _compare(mine, paths, steps)
    people = contacts.people.reindex(found.index)
    found = found.join(people[["name", "title", "company"]]).join(reach[["strength", "hops"]])
    found["via_name"] = reach["via"].reindex(found.index).map(contacts.people["name"])
    found["why"] = [
        _why(*row) for row in zip(found["at"], found["next"], found["steps"], strict=True)
    ]
    found["told"] = found["steps"] > 1
    found = found.sort_values(
        ["told", "similarity", "strength", "name"], ascending=[False, False, False, True]
    )
    return _answer(found, _says(found), mine, known)


def next_steps(peers: pd.DataFrame) -> pd.DataFrame:
    """Count where people went from where you stand now.

    Parameters
    ----------
    peers
        As `career_peers` gives it.

    Returns
    -------
    pandas.DataFrame
        A row a step, the most frequent first: ``domain``, ``seniority``, ``step`` in words,
        ``people`` (how many took it), ``of`` (how many are known to have gone on),
        ``share`` of these (0 to 1), ``names`` and ``person_ids`` (tuples).
        ``attrs["says"]``: the support in words.

    Examples
    --------
    >>> peers = pd.DataFrame({"name": ["Ann", "Bo", "Cy"], "steps": [2, 2, 1],
    ...                       "next_domain": ["DATA", "DATA", None],
    ...                       "next_seniority": ["M", "M", None]}, index=["ann", "bo", "cy"])
    >>> next_steps(peers)[["step", "people", "of"]].values.tolist()
    [['Data and analytics, manager or lead', 2, 2]]
    """
    went = peers.dropna(subset=["next_domain", "next_seniority"])
    went = went.assign(person_id=went.index)
    keys = ["next_domain", "next_seniority"]
    table = went.groupby(keys, sort=False).agg(
        people=("person_id", "size"), names=("name", tuple), person_ids=("person_id", tuple)
    )
    table = table.reset_index().rename(
        columns={"next_domain": "domain", "next_seniority": "seniority"}
    )
    table["of"] = len(went)
    table["share"] = table["people"] / max(len(went), 1)
    table["step"] = [
        post_in_words(*pair) for pair in zip(table["domain"], table["seniority"], strict=True)
    ]
    table = table.sort_values(["people", "step"], ascending=[False, True], ignore_index=True)
    columns = ["domain", "seniority", "step", "people", "of", "share", "names", "person_ids"]
    table = table[columns]
    table.attrs["says"] = (
        f"Of {counted(len(peers), 'person', 'people')} who stand where you do, or stood there "
        f"once, it is known of {len(went):,} what they did next."
    )
    return table


def _compare(mine: Path, paths: dict[str, Path], steps: pd.DataFrame) -> pd.DataFrame:
    alike = all_alike(mine, paths.values())
    first = steps.drop_duplicates("person_id").set_index("person_id").index
    begin = pd.Series((~steps["person_id"].duplicated()).to_numpy().nonzero()[0], index=first)
    roles, places = steps["role"].tolist(), steps["organisation"].tolist()
    rows = []
    for person, path in paths.items():
        like = alike.get(path)
        if like is None:
            continue
        here = int(begin[person]) + like.step
        rows.append(_row(person, path, like, (roles, places), here))
    columns = [
        "person_id", "similarity", "path", "steps", "step", "at", "next_domain",
        "next_seniority", "next_role", "next",
    ]  # fmt: skip
    table = pd.DataFrame(rows, columns=columns).set_index("person_id")
    texts = dict.fromkeys(
        ["path", "at", "next_domain", "next_seniority", "next_role", "next"], "str"
    )
    return table.astype({**texts, "similarity": float, "steps": "int64", "step": "int64"})


def _row(
    person: str, path: Path, like: Likeness, told: tuple[list[str], list[str]], here: int
) -> tuple[object, ...]:
    roles, places = told
    onward = like.step + 1 < len(path)
    further = path[like.step + 1] if onward else (None, None)
    return (
        person,
        like.similarity,
        path_in_words(path),
        len(path),
        like.step,
        _post(roles[here], places[here]),
        *further,
        _post(roles[here + 1], places[here + 1]) if onward else None,
        post_in_words(*further) if onward else None,
    )


def _post(role: object, organisation: object) -> str:
    told = [part for part in (role, organisation) if isinstance(part, str)]
    return ", ".join(told)


def _why(at: str, onward: object, steps: int) -> str:
    if steps == 1:
        return f"stands where you stand: {at}; former posts are not known from these files"
    if isinstance(onward, str):
        return f"stood where you stand: {at}; then {onward[0].lower()}{onward[1:]}"
    return f"came to where you stand: {at}; nothing after it is known"


def _answer(found: pd.DataFrame, says: str, mine: Path, known: tuple[int, int]) -> pd.DataFrame:
    found = found[_COLUMNS].rename_axis("person_id")
    told, of = known
    limits = (
        f"A former post is known of {told:,} of {counted(of, 'person', 'people')}: most exports "
        "hold the present title alone. Earlier exports in the same workspace, old address books "
        "and vCards tell more."
    )
    if len(mine) == 1:
        limits += " Of yourself only the present post is known (Positions.csv tells the others)."
    found.attrs = {"says": says, "limits": limits if mine else ""}
    found.attrs |= {"path": path_in_words(mine), "known": told, "of": of}
    return found


def _says(found: pd.DataFrame) -> str:
    told = found[found["steps"] > 1]
    if told.empty:
        return (
            "Nobody is known from these files to have stood where you stand and gone on; "
            f"{counted(len(found), 'person stands', 'people stand')} there now."
        )
    onward = int(told["next"].notna().sum())
    who = counted(len(told), "person whose path is known", "people whose paths are known")
    verb = "has" if len(told) == 1 else "have"
    return f"{who} {verb} stood where you stand now; of {onward:,} it is known what they did next."
