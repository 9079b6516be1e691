"""How much was written, and how much was asked: all that is kept of a text."""

from __future__ import annotations

import html
import re

_MARKUP = re.compile(r"<[^<>]*>")
_ADDRESS = re.compile(
    r"(?:\b[a-z][a-z0-9+.-]{1,15}://|\bwww\.|\bmailto:)\S*[\w/=&#%~+-]", re.IGNORECASE
)
"""A web address as far as its last letter: a question mark behind it is none of its own."""
_UNSURE = re.compile(r"[(\[]\s*[?？؟]+\s*[)\]]")
"""A "(?)" doubts a word and asks nobody."""
_MARK = (
    r"[\u037e\u055e\u061f\u1367\u1945\u203d\u2047-\u2049\u2753\u2754\u2cfa\u2cfb\u2e2e"
    r"\ua60f\ua6f7\ufe56\uff1f\U00011143]"
    r"|(?<=[\u0370-\u03ff\u1f00-\u1fff]);"  # a Greek question mark is mostly typed as ";"
    r"|\?(?![\w%~-]{1,64}=)"  # not before the first field of an address: example.org?id=1
)
_ASKED = re.compile(rf"(?:{_MARK})(?:[\s!！.…]*(?:{_MARK}))*")
"""One question mark, or a run of them: "??", "?!?", "? ?"."""


def count_words(content: str) -> int:
    """Count the words of a message, its markup left out.

    Examples
    --------
    >>> count_words("<p>Hi Ada,<br>see&nbsp;you</p>")
    4
    """
    return len(_plain(content).split())


def count_questions(content: str) -> int | None:
    """Count the sentences of a message that ask, by the question marks of all scripts.

    A run of marks counts once. What stands in a web address counts not, nor
    "(?)", nor a mark amid a word, which is a letter that an encoding lost.
    A question without a mark is not seen.

    Returns
    -------
    int, or None
        None where there is no text: whether an attachment asks is not known.

    Examples
    --------
    >>> count_questions("How are you?? Have you read https://example.org/?page=2?")
    2
    >>> count_questions("Τι κάνεις; Καλά.")
    1
    >>> count_questions("") is None
    True
    """
    text = _plain(content)
    if not text.strip():
        return None
    if text.isascii() and "?" not in text:
        return 0
    text = _UNSURE.sub(" ", _ADDRESS.sub(" ", text))
    return sum(not _within_a_word(text, *mark.span()) for mark in _ASKED.finditer(text))


def _within_a_word(text: str, begin: int, end: int) -> bool:
    before, after = text[begin - 1 : begin], text[end : end + 1]
    return text[begin:end] == "?" and before.isalpha() and after.islower()


def _plain(content: str) -> str:
    """Take the markup out of a text."""
    if "<" in content:
        content = _MARKUP.sub(" ", content)
    return html.unescape(content) if "&" in content else content
