"""One key from the keyboard; one line where the input is no terminal."""

from __future__ import annotations

import sys

_INTERRUPT, _END = "\x03", "\x04"


def read_key() -> str:
    """Read one key in small letters; "" when the input has ended.

    Raises
    ------
    KeyboardInterrupt
        On Ctrl+C.
    """
    if not sys.stdin.isatty():
        line = sys.stdin.readline()
        return (line.strip()[:1] or " ").casefold() if line else ""
    key = _from_keyboard()
    if key == _INTERRUPT:
        raise KeyboardInterrupt
    return "" if key == _END else key.casefold()


def _from_keyboard() -> str:
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - of Windows alone

        return msvcrt.getwch()
    import termios  # noqa: PLC0415 - not of Windows
    import tty  # noqa: PLC0415 - not of Windows

    keyboard = sys.stdin.fileno()
    before = termios.tcgetattr(keyboard)
    try:
        tty.setcbreak(keyboard, termios.TCSADRAIN)  # what was typed ahead counts
        return sys.stdin.read(1)
    finally:
        termios.tcsetattr(keyboard, termios.TCSADRAIN, before)
