"""`netgraph peers`: who once stood where you stand, what they did next, and what they can."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import netgraph as ng
from netgraph.cli._network import load_network, open_workspace, somebody, tell_unreadable
from netgraph.cli._options import add_answer, add_files
from netgraph.cli._printing import (
    as_records,
    as_text,
    at_work,
    console,
    number_of,
    print_json,
    print_table,
    print_told,
)
from netgraph.cli._sheet import write_sheet

if TYPE_CHECKING:
    import argparse
    from collections.abc import Hashable, Iterable

    import pandas as pd

    from netgraph.cli._options import Commands

_USUAL = 10
_NEXT = {"step": "What they did next", "people": "People", "of": "Of", "who": "Who"}
_SKILLS = {
    "skill": "Skill or certificate", "verdict": "Yours?", "endorsed_by": "Endorsed you",
    "peers": "Peers", "of_peers": "Of", "field": "In the field", "of_field": "Of",
}  # fmt: skip


def add_to(commands: Commands) -> None:
    """Add `peers` to the commands."""
    parser = commands.add_parser(
        "peers",
        help="who once stood where you stand now, what they did next, and which skills they have",
        description="List people whose path resembles yours, count what they did next, and lay "
        "your skills beside theirs.",
        epilog="For example: netgraph peers; netgraph peers --limit 30 -o peers.csv",
    )
    add_files(parser, nargs="*", otherwise=" (default: the workspace, with earlier exports)")
    add_answer(parser, _USUAL)
    parser.set_defaults(run=_peers)


def _peers(options: argparse.Namespace) -> int:
    with console(errors=True).status("Reading ...") as status:
        contacts, history = _read(options)
        status.update("Laying paths side by side ...")
        peers = ng.career_peers(contacts, history=history, graph=ng.build_graph(contacts))
        steps, skills = ng.next_steps(peers), ng.compare_skills(contacts, peers=peers)
    if options.output:
        write_sheet(peers.reset_index(), options.output, "person", "people")
    if options.json:
        print_json(_plain(peers, steps, skills, options.limit))
    else:
        _print_peers(peers, steps, options)
        print()
        _print_skills(skills, options.limit)
    return tell_unreadable(contacts.files) if options.files else 0


def _read(options: argparse.Namespace) -> tuple[ng.Contacts, Iterable[Any]]:
    """Give the contacts; of a workspace also what earlier exports said."""
    if options.files:
        return load_network(options), ()
    with open_workspace(options) as workspace:
        return somebody(workspace), tuple(workspace.history)


def _plain(
    peers: pd.DataFrame, steps: pd.DataFrame, skills: pd.DataFrame, most: int
) -> dict[str, Any]:
    """Give all that was found, for JSON."""
    told = peers.attrs
    return {
        **{name: told[name] for name in ("says", "limits", "path", "known", "of")},
        "peers": as_records(peers.head(most).reset_index()),
        "next_steps": as_records(steps),
        "skills_say": skills.attrs["says"],
        "skills": as_records(skills),
    }


def _print_peers(peers: pd.DataFrame, steps: pd.DataFrame, options: argparse.Namespace) -> None:
    print(peers.attrs["says"])
    if peers.attrs["limits"]:
        print(peers.attrs["limits"])
    if peers.attrs["path"]:
        print(f"Your own path, as far as it is known: {_in_words(peers.attrs['path'])}.")
    if len(steps):
        print(f"\n{steps.attrs['says']}")
        print_table(steps.assign(who=steps["names"].map("; ".join)), _NEXT)
    print_told(peers, _told, most=options.limit, again="netgraph peers")


def _in_words(path: str) -> str:
    """Write the steps of a path out: fields and levels by their names."""
    names = {**ng.DOMAINS, **ng.SENIORITY}
    steps = [[names.get(code, code) for code in step.split()] for step in path.split(" > ")]
    return " > ".join(", ".join(step) for step in steps)


def _told(row: dict[Hashable, Any]) -> Iterable[str]:
    yield f"{as_text(row['name'])}: {at_work(row['title'], row['company'])}"
    yield f"Path: {_in_words(as_text(row['path']))}; alike {row['similarity']:.2f} of 1."
    why = as_text(row["why"])
    yield f"{why[:1].upper()}{why[1:]}."


def _print_skills(skills: pd.DataFrame, most: int) -> None:
    """Print what others can and you do not, then what is yours."""
    print(f"Skills and certificates\n{skills.attrs['says']}")
    if skills.empty:
        return
    theirs = skills[~skills["yours"].astype(bool)]
    print_table(skills.head(max(most, len(theirs))).dropna(axis="columns", how="all"), _SKILLS)
    if theirs.empty:
        print("No skill is known among them that you have not.")
    left = len(skills) - max(most, len(theirs))
    if left > 0:
        print(f"and {number_of(left, 'more', 'more')}: netgraph peers --limit {len(skills)}")
