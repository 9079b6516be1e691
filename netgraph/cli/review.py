"""`netgraph review`: pairs of records that may be one person, one key each."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from netgraph.cli._keys import read_key
from netgraph.cli._network import open_workspace, somebody
from netgraph.cli._options import add_json, add_workspace
from netgraph.cli._pair import print_pair
from netgraph.cli._printing import as_records, number_of, print_json, print_table

if TYPE_CHECKING:
    import argparse

    import pandas as pd

    import netgraph as ng
    from netgraph.cli._options import Commands

_VERDICTS = {"m": "merge", "k": "apart"}
_KEYS = "m merge   k keep apart   s skip   u undo   q quit"
_SETTLED = (
    "No pair is in doubt. Pairs that were joined are listed in the dashboard, on the page Review."
)
_COLUMNS = {
    "name": "Name", "other": "and", "probability": "How sure", "reasons": "What speaks for it",
    "doubts": "What against it",
}  # fmt: skip


def add_to(commands: Commands) -> None:
    """Add `review` to the commands."""
    parser = commands.add_parser(
        "review",
        help="decide which records are one person: one key each",
        description="Go through the pairs that may be one person, the surest first. "
        f"Keys: {_KEYS}. Decisions are kept, also when the same files are imported again. "
        "Where the input is no terminal, each line is one answer.",
    )
    parser.add_argument("--list", action="store_true", help="list the pairs and end")
    add_workspace(parser)
    add_json(parser)
    parser.set_defaults(run=_review)


def _review(options: argparse.Namespace) -> int:
    with open_workspace(options) as workspace:
        contacts = somebody(workspace)
        if options.list or options.json:
            _list(contacts, as_json=options.json)
            return 0
        if contacts.review.empty:
            print(_SETTLED)
            return 0
        print(Round(workspace, contacts).ask())
    return 0


def _list(contacts: ng.Contacts, *, as_json: bool) -> None:
    names = contacts.people["name"]
    pairs = contacts.review.assign(
        name=contacts.review["person_id"].map(names),
        other=contacts.review["other_id"].map(names),
    )
    if as_json:
        print_json(as_records(pairs))
    elif pairs.empty:
        print(_SETTLED)
    else:
        sure = pairs["probability"].map("{:.0%}".format, na_action="ignore")
        print_table(pairs.assign(probability=sure), _COLUMNS)
        print(f"{number_of(len(pairs), 'pair')}. To decide: netgraph review")


@dataclass
class Round:
    """One walk through the queue, as it was at the beginning.

    A decision is kept at once; what the later pairs look like is not worked out
    anew, so that the next one comes without waiting.
    """

    workspace: ng.Workspace
    contacts: ng.Contacts
    place: int = 0
    decided: list[tuple[int, str]] = field(default_factory=list)

    def ask(self) -> str:
        """Ask about each pair; give what was decided, in words."""
        pairs = self.contacts.review
        while self.place < len(pairs):
            pair = pairs.iloc[self.place]
            if self._is_settled(pair):
                self.place += 1
                continue
            print_pair(self.contacts, pair, f"{self.place + 1:,} of {len(pairs):,}")
            if not self._answer(pair):
                break
        return self._told(len(pairs) - self.place)

    def _answer(self, pair: pd.Series) -> bool:
        """Take one answer; False when the round is over."""
        while True:
            print(f"{_KEYS} > ", end="", flush=True)
            key = read_key()
            print(key if sys.stdin.isatty() else "")
            if key in {"q", ""}:
                return False
            if key == "s":
                self.place += 1
                return True
            if key in _VERDICTS:
                self._decide(pair, _VERDICTS[key])
                return True
            if key == "u" and self.decided:
                self._undo()
                return True
            print("Nothing was decided in this round." if key == "u" else "One of: m k s u q")

    def _decide(self, pair: pd.Series, verdict: str) -> None:
        self.workspace.decide(pair["person_id"], pair["other_id"], verdict)
        self.decided.append((self.place, verdict))
        self.place += 1

    def _undo(self) -> None:
        print(f"Taken back: {self.workspace.undo()}.")
        self.place, _ = self.decided.pop()

    def _is_settled(self, pair: pd.Series) -> bool:
        """Tell whether both are one person already, by what was merged in this round."""
        merged = [self.contacts.review.iloc[place] for place, how in self.decided if how == "merge"]
        links = [{row["person_id"], row["other_id"]} for row in merged]
        same = {pair["person_id"]}
        while reached := [link for link in links if link & same and not link <= same]:
            same = same.union(*reached)
        return pair["other_id"] in same

    def _told(self, left: int) -> str:
        counts = Counter(verdict for _, verdict in self.decided)
        told = f"{counts['merge']:,} merged, {counts['apart']:,} kept apart"
        rest = f"; {number_of(left, 'pair')} left for another time" if left else ""
        undo = " To take the last one back: netgraph undo" if self.decided else ""
        return f"{told}{rest}.{undo}"
