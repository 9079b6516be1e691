"""What a title says, and why, in sentences."""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from netgraph.domains.cleaning import LONGEST
from netgraph.domains.codes import DOMAINS, SENIORITY, UNKNOWN
from netgraph.domains.overrides import Own, read_overrides

if TYPE_CHECKING:
    from netgraph.domains.titles import Title

_SCRIPT_OF_RULES = "Latin"
_CLEAR, _CLOSE = 0.999, 0.25


def describe_title(title: object, *, overrides: Own = None) -> str:
    """Say in words which field and level a title names, and what decided.

    Parameters
    ----------
    title
        A job title or headline; anything else counts as an empty title.
    overrides
        Your own rules; see `classify`.

    Returns
    -------
    str
        One to three sentences. Where no field is named they tell why: the
        title is empty, holds no letters, is in a script that the rules do not
        know, or no word in it names a field.

    Examples
    --------
    >>> describe_title("Senior Data Engineer")
    'Data and analytics, by "data engineer"; nothing else is named. Level: Senior individual.'
    >>> describe_title("Director")
    'No field of work: no word in it names one. Level: Director or vice president.'
    >>> describe_title("🚀🚀")
    'No field of work: it holds no letters.'
    """
    found, own = read_overrides(overrides).decide(title)
    said = [_field(found, own=own) if found.domain != UNKNOWN or own else _why_not(title)]
    if found.seniority != UNKNOWN:
        said.append(f"Level: {SENIORITY[found.seniority]}.")
    if isinstance(title, str) and len(title) > LONGEST:
        said.append(f"Only its first {LONGEST} characters are read.")
    return " ".join(said)


def _field(found: Title, *, own: bool) -> str:
    if found.domain == UNKNOWN:
        return "No field of work: you said so."
    name = DOMAINS[found.domain]
    if own:
        return f'{name}, by your rule "{found.phrase}".'
    by = f'{name}, by "{found.phrase}"'
    if found.margin >= _CLEAR:
        return f"{by}; nothing else is named."
    if found.margin == 0:
        return f"{by}, which stands first; another field is named just as much."
    near = "closely " if found.margin < _CLOSE else ""
    return f"{by}; another field follows {near}behind (margin {found.margin:.2f})."


def _why_not(title: object) -> str:
    if not isinstance(title, str) or not title.strip():
        return "No field of work: there is no title."
    letters = [sign for sign in title[:LONGEST] if sign.isalpha()]
    if not letters:
        return "No field of work: it holds no letters."
    scripts = Counter(_script(sign) for sign in letters)
    script = scripts.most_common(1)[0][0]
    if script != _SCRIPT_OF_RULES:
        return f"No field of work: it is written in {script} letters, which the rules do not know."
    return "No field of work: no word in it names one."


def _script(sign: str) -> str:
    """Name the script of a letter, after the first word of its Unicode name."""
    plain = unicodedata.normalize("NFKD", sign)[0]
    name = unicodedata.name(plain, "unknown").split()[0]
    return "Chinese" if name == "CJK" else name.capitalize()
