"""Records that are one person."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pandas as pd

from netgraph.contacts import Contacts, renamed_tables
from netgraph.identity.blocking import candidates
from netgraph.identity.commonness import measure_commonness
from netgraph.identity.components import Components, new_ids
from netgraph.identity.decisions import YOUR_WORD, apply_decisions, check_decisions
from netgraph.identity.evidence import IDENTIFIERS
from netgraph.identity.mentions import find_mentions
from netgraph.identity.records import LINEAGE, read_records
from netgraph.identity.verdict import compare_all, judge, probability
from netgraph.identity.wording import reasons_and_doubts

if TYPE_CHECKING:
    import numpy.typing as npt

    from netgraph.identity.agreement import Agreement
    from netgraph.identity.records import Records

MERGE, ASK = 0.97, 0.35
"""From which probability two records are made one, and from which you are asked."""
_NOT_ONE = ("related", "introduction", "thread")


class _Merge(NamedTuple):
    """One record that went into another: who stays, who goes, how sure, and why."""

    keep: int
    drop: int
    probability: float
    reason: str


def resolve(contacts: Contacts, decisions: pd.DataFrame | None = None) -> Contacts:
    r"""Make one person of the records that are surely the same human.

    Evidence adds up in log-odds. For each pair of records that share part of a
    name or an address,

    .. math:: L = \min(\ln(0.6 / n), 3) + \sum_k w_k - \ln(1 + R)

    where *n* is the number of other people whom one may expect to be called so,
    judging by how common the given and the family name are in these files;
    *w* are the weights of all that agrees (an e-mail address 8, a phone number
    6, employer, title, place and group the more, the rarer they are; an address
    that bears the other's name up to 1.4) or disagrees (other employers -1.2,
    other titles -1.5, entries of one address book -1.5, two LinkedIn profiles
    -7, other given names -8); and *R* are the odds of the other rows of a
    LinkedIn file that the record fits. The probability is 1 / (1 + exp(-L)).

    From 0.97 on two records are one person. From 0.35 on they stand in
    ``review``, and you are asked. A name alone comes to 0.95 at best. Names
    agree as they are, by sound (``Дмитрий``, Dmitry), by a short form (Bob,
    Robert), an initial, a typing slip, in the other order, or by part of a
    double family name.

    Whatever the evidence, two rows of one LinkedIn file, two LinkedIn
    profiles, and people whose given names differ are not made one, also not
    through a third record. Only your own decision does that.

    Somebody of whom nothing but a name is known (in a list of introductions,
    say, or in an entry that holds no more) is the one person of that name, if
    exactly one is known.

    Parameters
    ----------
    contacts
        As `read` gives them.
    decisions
        What you decided: columns ``one`` and ``other`` (ids of records, or of
        people) and ``verdict``: ``merge`` joins the two whatever speaks against
        it, ``apart`` keeps them two for ever. Of two that contradict, the later
        row counts. Ids that nobody bears are left out.

    Returns
    -------
    Contacts
        With fewer people. ``matches`` has a row for each record that went into
        another: how sure that is, why, and what the record said. ``review``
        has a row for each pair to ask about, the surest first.

    Raises
    ------
    ContactsError
        If `decisions` lacks a column or holds an unknown verdict.

    Notes
    -----
    The result does not depend on the order of the rows, and resolving what is
    resolved changes nothing. The sum of agreement weights is that of Fellegi
    and Sunter (1969), "A theory for record linkage", eq. 6.

    Examples
    --------
    >>> people = pd.DataFrame({"name": ["Ann Lee", "Anne Lee"], "company": ["Acme", "ACME Inc."]},
    ...                       index=["in/ann", "mail/a@x.example"])
    >>> one = resolve(Contacts(people=people))
    >>> one.people.index.tolist(), one.matches["probability"].round(2).tolist()
    (['in/ann'], [0.98])
    >>> apart = pd.DataFrame([("in/ann", "mail/a@x.example", "apart")],
    ...                      columns=["one", "other", "verdict"])
    >>> len(resolve(Contacts(people=people), apart).people)
    2
    """
    return resolve_prepared(prepare(contacts), decisions)


class Prepared(NamedTuple):
    """What of deciding who is who does not depend on your decisions.

    Attributes
    ----------
    contacts
        As `read` gives them.
    records
        What is known of each record.
    pairs
        Which of them are worth comparing.
    compared
        What was found of two names; it is filled as they are compared.
    """

    contacts: Contacts
    records: Records
    pairs: pd.DataFrame
    compared: dict[tuple[int, int], Agreement]


def prepare(contacts: Contacts) -> Prepared:
    """Do what `resolve` needs to do once for all decisions: most of its work."""
    records = read_records(contacts)
    return Prepared(contacts, records, candidates(records), {})


def resolve_prepared(prepared: Prepared, decisions: pd.DataFrame | None) -> Contacts:
    """Give what `resolve` gives for the same contacts and decisions."""
    contacts, records = prepared.contacts, prepared.records
    components = Components(records)
    merges = []
    if decisions is not None:
        check_decisions(decisions)
        joined = apply_decisions(decisions, contacts, components)
        merges += [_Merge(keep, drop, 1.0, YOUR_WORD) for keep, drop in joined]
    rounds = _Rounds(prepared, components)
    while found := rounds.run():
        merges += found
    return _told(contacts, records, components, merges, rounds.review())


class _Rounds:
    """Rounds of merging, until no evidence is left that suffices."""

    def __init__(self, prepared: Prepared, components: Components) -> None:
        self.records, self.components = prepared.records, components
        self.pairs, self.compared = prepared.pairs, prepared.compared
        self.written = pd.Series(prepared.contacts.people["name"].to_numpy(dtype=object))
        self.between = _between(prepared.contacts, prepared.records)
        self.judged = pd.DataFrame()

    def run(self) -> list[_Merge]:
        """Judge all pairs of people once, and join those that are surely one."""
        roots = self.components.roots
        folded = self.records.fold(roots)
        commonness = measure_commonness(folded)
        pairs = self._open(_renumbered(self.pairs, roots)[["a", "b"]].drop_duplicates(), folded)
        between = {
            (min(p), max(p)) for p in ((int(roots[a]), int(roots[b])) for a, b in self.between)
        }
        agreements = compare_all(folded, pairs, self.compared)
        self.judged = judge(folded, agreements, pairs, commonness, between)
        merges = self._join_surest(agreements)
        if merges:
            return merges
        return [
            _Merge(
                *pair, found.probability, f"mentioned by name, and only one {found.key!r} is known"
            )
            for found in find_mentions(folded, self.components, commonness)
            if (pair := self.components.join(found.known, found.mention))
        ]

    def review(self) -> list[tuple[str, str, float, str, str]]:
        """List the pairs to ask about, the surest first."""
        rows = self.judged
        if rows.empty:
            return []
        sure = probability(rows["logit"])
        own = (rows[["a", "b"]] == self.records.ego).any(axis=1) & ~_identified(rows)
        asked = rows[(sure >= ASK) & ~own].assign(probability=sure[(sure >= ASK) & ~own])
        ids, names = self.records.ids, self._names()
        found = []
        for row in asked.itertuples(index=False):
            pair: Any = row
            one, other = self._in_rank(pair)
            told = reasons_and_doubts(pair, names[one], names[other])
            found.append((ids[one], ids[other], float(pair.probability), *told))
        return sorted(found, key=lambda pair: (-round(pair[2], 9), pair[0], pair[1]))

    def _names(self) -> pd.Series:
        """Give the name under which each person goes: the first that is written."""
        roots = self.components.roots
        own = self.written.where(roots == np.arange(len(roots)))
        return own.groupby(roots).first().fillna(self.written.groupby(roots).first())

    def _in_rank(self, row: Any) -> tuple[int, int]:  # noqa: ANN401 - a row of what `judge` gives
        """Give the two of a pair, first the one whose id says more."""
        return min(row.a, row.b, key=self.components.rank), max(
            row.a, row.b, key=self.components.rank
        )

    def _open(self, pairs: pd.DataFrame, folded: Records) -> pd.DataFrame:
        """Leave out what is answered: two rows of a LinkedIn file, and what you keep apart."""
        a, b = pairs["a"].to_numpy(), pairs["b"].to_numpy()
        free = (folded.linkedin[a] & folded.linkedin[b]) == 0
        decided = self.components.decided()
        if decided:
            told = zip(a.tolist(), b.tolist(), strict=True)
            free &= np.array([pair not in decided for pair in told], dtype=bool)
        open_pairs: pd.DataFrame = pairs.loc[free]
        return open_pairs.sort_values(["a", "b"], ignore_index=True)

    def _join_surest(self, agreements: pd.DataFrame) -> list[_Merge]:
        """Join pairs, the surest first, as far as nothing that was joined forbids it."""
        rows = self.judged
        own = (rows[["a", "b"]] == self.records.ego).any(axis=1) & ~_identified(rows)
        sure = probability(rows["logit"])
        edges = rows[(sure >= MERGE) & ~own]
        concerned = set(edges["a"]) | set(edges["b"])
        apart = agreements[agreements["apart"]]
        apart = apart[apart["a"].isin(concerned) & apart["b"].isin(concerned)]
        for one, other in apart[["a", "b"]].drop_duplicates().itertuples(index=False):
            self.components.keep_apart(one, other)
        ids, names = self.records.ids, self._names()
        found: list[Any] = list(edges.itertuples(index=False))
        order = sorted(
            found,
            key=lambda row: (-round(row.logit, 9), *sorted((ids[row.a], ids[row.b]))),
        )
        merges = []
        for row in order:
            if self.components.are_apart(row.a, row.b) or self.components.clash(row.a, row.b):
                continue
            one, other = self._in_rank(row)
            if pair := self.components.join(one, other):
                reasons, doubts = reasons_and_doubts(row, names[one], names[other])
                reason = f"{reasons}; but {doubts}" if doubts else reasons
                merges.append(_Merge(*pair, float(probability(row.logit)), reason))
        return merges


def _identified(rows: pd.DataFrame) -> pd.Series:
    return (rows[list(IDENTIFIERS)] > 0).any(axis=1)


def _renumbered(table: pd.DataFrame, roots: npt.NDArray[np.intp]) -> pd.DataFrame:
    """Speak of people instead of records; the lower number first, nobody with themselves."""
    one, other = roots[table["a"].to_numpy()], roots[table["b"].to_numpy()]
    renumbered = table.assign(a=np.minimum(one, other), b=np.maximum(one, other))
    two: pd.DataFrame = renumbered.loc[one != other]
    return two


def _between(contacts: Contacts, records: Records) -> set[tuple[int, int]]:
    """Find pairs of whom the files tell that one introduced, or is related to, the other."""
    number = {person: record for record, person in enumerate(records.ids)}
    ties = contacts.ties
    ties = ties[ties["kind"].isin(_NOT_ONE) & (ties["evidence"] == "observed")]
    ends = zip(ties["source"].map(number), ties["target"].map(number), strict=True)
    return {(int(a), int(b)) for a, b in ends if a == a and b == b and a != b}  # noqa: PLR0124 - NaN


def _told(
    contacts: Contacts,
    records: Records,
    components: Components,
    merges: list[_Merge],
    review: list[tuple[str, str, float, str, str]],
) -> Contacts:
    """Write down who went into whom, and whom to ask about."""
    renamed = new_ids(records.ids, components.roots)
    gone = contacts.people.iloc[[merge.drop for merge in merges]]
    matches = pd.DataFrame(
        {
            "person_id": [records.ids[components.find(merge.drop)] for merge in merges],
            "merged_id": [records.ids[merge.drop] for merge in merges],
            "probability": [merge.probability for merge in merges],
            "reason": [merge.reason for merge in merges],
            **{column: gone[column].array for column in LINEAGE},
        }
    )
    before = contacts.matches
    before = before.assign(person_id=before["person_id"].replace(dict(renamed)))
    columns = ["person_id", "other_id", "probability", "reasons", "doubts"]
    stay_first = np.argsort(components.roots != np.arange(len(records)), kind="stable")
    people = contacts.people.iloc[stay_first]  # of two values, that of the record that stays
    tables = renamed_tables(contacts, renamed, people) if renamed else {"people": people}
    tables["matches"] = pd.concat([before, matches], ignore_index=True) if len(matches) else before
    tables["review"] = pd.DataFrame(review, columns=columns)
    return replace(contacts, **tables)
