"""What the letters mean that tell how sure it is that somebody is within reach."""

from __future__ import annotations

GRADES = {
    "A": "words went both ways between you and the one you would turn to",
    "B": "a tie is in your files, and no words both ways",
    "C": "a tie on the way is inferred, or stands in your address book alone",
}
LEGEND = "; ".join(f"{grade}: {says}" for grade, says in GRADES.items()) + "."
