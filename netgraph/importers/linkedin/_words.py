"""How much was written: all that is kept of a text."""

from __future__ import annotations

import html
import re

_MARKUP = re.compile(r"<[^<>]*>")


def count_words(content: str) -> int:
    """Count the words of a message, its markup left out.

    Examples
    --------
    >>> count_words("<p>Hi Ada,<br>see&nbsp;you</p>")
    4
    """
    if "<" in content:
        content = _MARKUP.sub(" ", content)
    if "&" in content:
        content = html.unescape(content)
    return len(content.split())
