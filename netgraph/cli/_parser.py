"""The parser of the command: its mistakes are told as all others are."""

from __future__ import annotations

import argparse
import re
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, NoReturn

from netgraph.errors import NetgraphError

if TYPE_CHECKING:
    from collections.abc import Iterable

USER_ERROR = 2
_ALIKE = 0.7
_NUMBERS = {"int": "a whole number", "float": "a number"}


class Parser(argparse.ArgumentParser):
    """A parser that says what is wrong, why, and what to do; also that of each command."""

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:  # noqa: ANN401 - as argparse has it
        """Parse; what is left over is told by the command to which it was given."""
        known, left = super().parse_known_args(args, namespace)
        if left:
            self.error(f"unrecognized arguments: {' '.join(left)}")
        return known, left

    def error(self, message: str) -> NoReturn:
        """Say what is wrong in one paragraph, and end with the status of a user's mistake."""
        about, _, wrong = message.partition(": ") if message.startswith("argument ") else ("",) * 3
        named = about.removeprefix("argument ")
        told = self._of_argument(named, wrong) if named else self._of_all(message)
        reason, remedy = told or (message, f"What there is: {self.prog} --help")
        self.exit(USER_ERROR, f"netgraph: {NetgraphError(reason, remedy=remedy)}\n")

    def _of_argument(self, named: str, wrong: str) -> tuple[str, str]:
        """Say what is wrong with one option, or with the command."""
        option = named.partition("/")[2] or named
        if found := re.match(r"invalid choice: '(.*)' \(choose", wrong):
            choices = self._choices(named)
            if option == "COMMAND":
                near = [f"netgraph {each}" for each in _near(found[1], choices)]
                return (
                    f"there is no command {found[1]!r}",
                    f"{_perhaps(near)}All commands: netgraph --help",
                )
            return (
                f"{option} is {found[1]!r}, which there is not",
                f"{_perhaps(_near(found[1], choices))}There are: {', '.join(choices)}",
            )
        if found := re.match(r"invalid (\w+) value: '(.*)'", wrong):
            kind = _NUMBERS.get(found[1], found[1])
            return f"{option} is {found[2]!r}", f"Give {kind}: {option} {kind.split()[-1].upper()}"
        if found := re.match(r"not allowed with argument (.*)", wrong):
            other = found[1].partition("/")[2] or found[1]
            return f"{option} and {other} exclude each other", "Give one of both"
        if wrong.startswith("expected "):
            return f"{option} is followed by nothing that it needs", f"Give {self._usage(named)}"
        return f"{option}: {wrong}", f"What it takes: {self.prog} --help"

    def _of_all(self, message: str) -> tuple[str, str] | None:
        """Say what is too much, or what is lacking."""
        helped = f"What there is: {self.prog} --help"
        kind, _, what = message.partition(": ")
        if kind == "unrecognized arguments":
            return self._too_much(what)
        if kind == "the following arguments are required":
            return self._lacking(what)
        if found := re.match(r"one of the arguments (.*) is required", message):
            return f"{self.prog} lacks one of {found[1].replace(' ', ', ')}", helped
        if found := re.match(r"ambiguous option: (\S+) could match (.*)", message):
            return f"{found[1]} could be {found[2].replace(', ', ' or ')}", "Write it in full"
        return None

    def _too_much(self, what: str) -> tuple[str, str]:
        helped = f"What there is: {self.prog} --help"
        first = what.split(maxsplit=1)[0].partition("=")[0]
        if not first.startswith("-"):
            return f"{self.prog} takes no {what!r} here", helped
        if first == "--debug":
            return "--debug stands in the wrong place", "It stands first: netgraph --debug ..."
        near = _perhaps(_near(first, self._option_string_actions))
        return f"{self.prog} has no option {first}", f"{near}{helped}"

    def _lacking(self, what: str) -> tuple[str, str]:
        if what == "COMMAND":
            return "no command is named", "Begin with: netgraph demo; all: netgraph --help"
        free = {str(action.metavar) for action in self._actions if action.nargs == "*"}
        needed = ", ".join(name for name in what.split(", ") if name not in free)
        example = self.epilog or f"What there is: {self.prog} --help"
        return f"{self.prog} lacks {needed}", example.rstrip(".")

    def _choices(self, named: str) -> list[str]:
        for action in self._actions:
            names = ["/".join(action.option_strings), action.metavar, action.dest]
            if named in names and action.choices is not None:
                return [str(each) for each in action.choices]
        return []

    def _usage(self, named: str) -> str:
        for action in self._actions:
            if named == "/".join(action.option_strings):
                needed = " or ".join(map(str, action.choices or ())) or action.metavar
                return f"{action.option_strings[-1]} {needed or action.dest.upper()}"
        return named


def _near(text: str, there: Iterable[str]) -> list[str]:
    return get_close_matches(text, list(there), n=2, cutoff=_ALIKE)


def _perhaps(near: list[str]) -> str:
    return f"Did you mean {' or '.join(near)}? " if near else ""
