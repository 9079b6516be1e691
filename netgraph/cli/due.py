"""`netgraph due`: to whom you owe a word, and which deep ties sleep."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import netgraph as ng
from netgraph.cli._network import (
    load_network,
    one_person,
    open_workspace,
    somebody,
    tell_unreadable,
)
from netgraph.cli._options import add_files, add_json, add_workspace
from netgraph.cli._printing import (
    as_day,
    as_records,
    as_text,
    console,
    number_of,
    print_as_of,
    print_json,
)

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    import pandas as pd

    from netgraph.cli._options import Commands

_MOST = 10
_SNOOZE = 7
_STATES = {"done": "done", "skip": "skipped", "snooze": "snoozed"}
_HELP = {
    "done": "you have written or done it",
    "skip": "not this time",
    "snooze": "later: see --days",
}
_KINDS = {
    "unanswered": "waits for an answer",
    "promise": "a promise",
    "met": "met",
    "connected": "connected",
    "due": "a word is due",
}


def add_to(commands: Commands) -> None:
    """Add `due` to the commands."""
    parser = commands.add_parser(
        "due",
        help="to whom you owe a word, and which deep ties sleep",
        description="List who waits for a word of yours: an answer, a promise, somebody met or "
        "connected, a tie that is silent for longer than is your habit; then deep ties that "
        "have fallen silent.",
        epilog="For example: netgraph due; netgraph due --done 'Ada Example'; "
        "netgraph due --snooze 'Bo Sample' --days 14",
    )
    add_files(parser, nargs="*", otherwise=" (default: the workspace)")
    for option, told in _HELP.items():
        parser.add_argument(
            f"--{option}",
            action="append",
            default=[],
            metavar="PERSON",
            help=f"a name or an id that is listed; {told}; may be repeated",
        )
    parser.add_argument(
        "--days", type=int, metavar="NUMBER", help=f"for how long to snooze (default: {_SNOOZE})"
    )
    parser.add_argument(
        "--ahead",
        type=int,
        default=0,
        metavar="DAYS",
        help="list also what is due within so many days",
    )
    parser.add_argument(
        "--most",
        type=int,
        default=_MOST,
        metavar="NUMBER",
        help="so many of each at most (default: %(default)s)",
    )
    add_workspace(parser)
    add_json(parser)
    parser.set_defaults(run=_due)


def _due(options: argparse.Namespace) -> int:
    settles = any(getattr(options, option) for option in _STATES)
    _check(options, settles=settles)
    if settles:
        return _settle(options)
    if options.files:
        contacts = load_network(options)
        settled, promises = None, None
    else:
        with open_workspace(options) as workspace:
            contacts = somebody(workspace)
            settled, promises = workspace.settled, workspace.promises
    follow_ups, dormant = _find(contacts, settled, promises, ahead=options.ahead)
    if options.json:
        print_json(
            {
                "as_of": as_day(follow_ups.attrs["now"]),
                "says": {"follow_ups": follow_ups.attrs["says"], "dormant": dormant.attrs["says"]},
                "needs": {
                    "follow_ups": follow_ups.attrs["needs"],
                    "dormant": dormant.attrs["needs"],
                },
                "follow_ups": as_records(follow_ups.head(options.most)),
                "dormant": as_records(dormant.head(options.most)),
            }
        )
    else:
        print_as_of(follow_ups.attrs["now"])
        _print(follow_ups, _told_of_follow_up, options.most)
        print()
        _print(dormant, _told_of_dormant, options.most)
    return tell_unreadable(contacts.files) if options.files else 0


def _check(options: argparse.Namespace, *, settles: bool) -> None:
    if options.files and settles:
        raise ng.NetgraphError(
            "what is done is kept in a workspace only",
            remedy="Import the files first: netgraph import FILE...",
        )
    if options.days is not None and not options.snooze:
        raise ng.NetgraphError("--days says for how long to snooze", remedy="Add --snooze PERSON")
    for name, least in (("days", 1), ("ahead", 0), ("most", 1)):
        given = getattr(options, name)
        if given is not None and given < least:
            raise ng.NetgraphError(
                f"{name} is {given}", remedy=f"Give a whole number from {least} on"
            )


def _find(
    contacts: ng.Contacts,
    settled: pd.DataFrame | None,
    promises: pd.DataFrame | None,
    *,
    ahead: int = 0,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    with console(errors=True).status("Looking who waits ..."):
        relations = ng.find_relations(contacts)
        follow_ups = ng.find_follow_ups(
            contacts, relations=relations, settled=settled, promises=promises, ahead=ahead
        )
        dormant = ng.find_dormant(
            contacts, relations=relations, settled=settled, most=len(contacts.people)
        )
    return follow_ups, dormant


def _settle(options: argparse.Namespace) -> int:
    """Write down what became of advice, of everybody who is listed or of nobody."""
    import pandas as pd  # noqa: PLC0415 - `--help` stays quick

    until = pd.Timestamp.now().normalize() + pd.Timedelta(days=options.days or _SNOOZE)
    with open_workspace(options) as workspace:
        follow_ups, dormant = _find(somebody(workspace), workspace.settled, workspace.promises)
        asked = [
            (*one_person(workspace, text), state)
            for option, state in _STATES.items()
            for text in getattr(options, option)
        ]
        listed = {"follow_up": set(follow_ups["person_id"]), "dormant": set(dormant["person_id"])}
        for person, name, _ in asked:
            if not any(person in people for people in listed.values()):
                raise ng.NetgraphError(
                    f"{name} is not among those who wait, nor a dormant tie",
                    remedy="To see who is: netgraph due; to note a contact: netgraph log",
                )
        for person, name, state in asked:
            ends = until.date().isoformat() if state == "snoozed" else None
            for what, people in listed.items():
                if person in people:
                    workspace.settle(person, what, state, until=ends)
            if state == "done":
                _keep(workspace, follow_ups[follow_ups["person_id"] == person])
            print(f"{name}: {state}{f' until {ends}' if ends else ''}.")
    print("To take it back: netgraph undo")
    return 0


def _keep(workspace: ng.Workspace, rows: pd.DataFrame) -> None:
    """Write down that the promises among these follow-ups are kept."""
    for evidence in rows["evidence"]:
        for table, row in evidence:
            if table == "promises":
                workspace.keep_promise(int(row))


def _print(table: pd.DataFrame, told: Any, most: int) -> None:  # noqa: ANN401 - a function of a row
    print(table.attrs["says"])
    if table.attrs["needs"]:
        print(f"What would tell: {table.attrs['needs']}.")
    for place, row in enumerate(table.head(most).to_dict("records"), start=1):
        print()
        for line in told(place, row):
            print(line)
    left = len(table) - most
    if left > 0:
        print(f"\nand {number_of(left, 'more', 'more')}: netgraph due --most {len(table)}")


def _told_of_follow_up(place: int, row: dict[Any, Any]) -> Iterable[str]:
    days = row["overdue_days"]
    late = "" if days != days else _overdue(int(days))  # noqa: PLR0124 - NA
    kind = f"{_KINDS[row['what']]}{late}, {row['minutes']:g} minutes"
    yield f"{place}. {as_text(row['name'])}: {kind}"
    yield f"   {as_text(row['what_to_do'])}."
    yield f"   Why: {as_text(row['why'])} ({row['grade']})."


def _overdue(days: int) -> str:
    if days > 0:
        return f", {number_of(days, 'day')} overdue"
    return ", due today" if days == 0 else f", due in {number_of(-days, 'day')}"


def _told_of_dormant(place: int, row: dict[Any, Any]) -> Iterable[str]:
    yield f"{place}. {as_text(row['name'])}: a dormant tie, {row['minutes']:g} minutes"
    yield f"   {as_text(row['what_to_do'])}."
    yield f"   Why: {as_text(row['why'])}."
    yield (
        f"   Score {row['score']:.2f}: depth {row['depth_part']:.2f}, "
        f"novelty {row['novelty_part']:.2f}."
    )
