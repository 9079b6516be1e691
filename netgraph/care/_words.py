"""Follow-ups in words: why, what to do, and what the files do not tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from netgraph.care.exchanges import ago

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

ORDER = ("unanswered", "promise", "met", "connected", "due")

MINUTES: Mapping[str, float] = {
    "unanswered": 10.0,
    "promise": 15.0,
    "met": 10.0,
    "connected": 5.0,
    "due": 10.0,
}
"""What each takes: an assumption."""

INTENTS = {
    "unanswered": "answer",
    "promise": "introduce",
    "met": "follow_up",
    "connected": "follow_up",
    "due": "reconnect",
}

COUNTED = {
    "unanswered": ("letter without an answer", "letters without an answer"),
    "promise": ("promise to keep", "promises to keep"),
    "met": ("met without a word since", "met without a word since"),
    "connected": ("connected without a word yet", "connected without a word yet"),
    "due": ("tie that a word is due to", "ties that a word is due to"),
}

KNOWN_AS: Mapping[object, str] = {
    "mentor": "they are your mentor",
    "mentee": "you are their mentor",
    "client": "they are a client or supplier",
    "partner": "they are a partner of yours",
    "colleague": "you work together",
    "former colleague": "you worked together",
    "friend": "they are a friend",
    "community": "you share a professional community",
    "alumni": "you studied together",
    "recruiter": "they are a recruiter whom you know well",
}
"""Relations of `netgraph.care.cadence.CADENCE`, in words."""

_NO_LETTERS = (
    "When you last wrote to whom is not known from these files, and “Connected on” is no contact"
)
_NEEDS = "messages.csv of your LinkedIn archive, or a mailbox; a calendar tells whom you met"
_DARK = (
    "whether you wrote to {:,} of your contacts on LinkedIn is not known: its messages are not "
    "among these files"
)
_NEEDS_LINKEDIN = "messages.csv of your LinkedIn archive"


class Unknown(NamedTuple):
    """What the files do not tell, in words, and which would; None if nothing is missing."""

    says: str | None
    needs: str | None


def nothing_known(*, letters: bool, dark: int) -> Unknown:
    """Say what is not known: without any letters, or for so many people."""
    if not letters:
        return Unknown(_NO_LETTERS, _NEEDS)
    return Unknown(_DARK.format(dark), _NEEDS_LINKEDIN) if dark else Unknown(None, None)


def sum_up(found: pd.DataFrame, unknown: Unknown) -> str:
    """Sum the follow-ups up, and say what is not known."""
    counts = found["what"].value_counts()
    parts = [
        f"{counts[what]:,} {COUNTED[what][int(counts[what] > 1)]}"
        for what in ORDER
        if what in counts
    ]
    if parts:
        said = f"{', '.join(parts)}."
    elif unknown.says is None:
        return "Nobody waits for a word of yours, as far as these files tell."
    else:
        said = ""
    rest = f"{unknown.says[0].upper()}{unknown.says[1:]}." if unknown.says else ""
    return f"{said} {rest}".strip()


def in_words(
    row: dict[Hashable, Any], names: pd.Series, day: pd.Timestamp
) -> tuple[str, str, str | None]:
    """Say why, what to do, and which draft suits."""
    name, since = row["name"], row["since"]
    when = "" if pd.isna(since) else f"{ago(max((day - since).days, 0))}, on {since:%Y-%m-%d}"
    intent: str | None = INTENTS[row["what"]]
    if row["what"] == "unanswered":
        if row["grade"] == "observed":
            why = f"they asked you something {when}, and no word of yours followed"
            return why, f"Answer {name}, or say when you will", intent
        why = (
            f"they wrote {when}, and no word of yours followed; mostly you answer them "
            "(whether they asked is not known)"
        )
        return why, f"Read again what {name} wrote, and answer if it asks", intent
    if row["what"] == "met":
        return f"you met {when}, and no word followed", f"Write {name} what stayed with you", intent
    if row["what"] == "connected":
        why = f"you connected {when}, and neither of you has written yet"
        return why, f"Write {name} a line: where you met, or what made you connect", intent
    if row["what"] == "promise":
        return _of_promise(row, names, when)
    who = KNOWN_AS.get(row["relation"], "you were close")
    why = f"{who}; the last word was {when}, and one is due every {row['days']:.0f} days"
    return why, f"Write {name} a few lines, and ask for nothing", intent


def _of_promise(
    row: dict[Hashable, Any], names: pd.Series, when: str
) -> tuple[str, str, str | None]:
    other = row["other_id"] if isinstance(row["other_id"], str) else None
    to_whom = str(names.get(other, other)) if other is not None else None
    name, told = row["name"], f" {when}" if when else ""
    if row["table"] == "introductions":
        stands = "stands as" if row["grade"] == "inferred" else "is"
        why = f"your introduction of {name} to {to_whom} {stands} “{row['text']}”"
        why += f", begun{told}" if told else ""
        return why, f"Introduce {name} to {to_whom}, or note what came of it", "introduce"
    why = f"you promised{told}: {row['text']}"
    if to_whom is None:
        return why, f"Do what you promised {name}, or say that you cannot", None
    return why, f"Introduce {name} to {to_whom}, or say that you cannot", "introduce"
