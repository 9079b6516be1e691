"""Am I a listener? Who writes, opens, asks and answers, counted on both sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from netgraph.care._groups import balance_in_groups
from netgraph.care._intervals import medians, shares, wilson
from netgraph.care._listening import TALKS_MORE, sum_up, tell_person
from netgraph.care._plain import plain_row
from netgraph.care._talks import SILENCE, find_letters, find_talks, find_turns
from netgraph.care.exchanges import acquainted, find_exchanges
from netgraph.errors import ContactsError

if TYPE_CHECKING:
    from netgraph.contacts import Contacts

KEPT = (
    "Only counts are kept: when somebody wrote, how many words, how many of the sentences ask. "
    "The text is never stored."
)
"""What the files leave behind; said with every answer."""

_NO_LETTERS = (
    "Who writes and who answers is not known from these files: they hold no message and no "
    "mail. LinkedIn's larger archive has messages.csv; a mailbox (mbox) has mail."
)
_SIDES = ("in", "out")
_WHOSE = {"in": "their", "out": "my"}
_EVEN = (0.4, 0.6)
_COUNTS = [f"{what}_{side}" for what in ("letters", "openings", "words", "questions")
           for side in ("out", "in")]  # fmt: skip
_WAITS = ["unanswered_by_me", "unanswered_by_them", "waiting_for_me", "waiting_for_them"]
_SHARES = [f"{what}_{part}" for what in ("word", "opening", "question")
           for part in ("share", "low", "high")]  # fmt: skip
_HOURS = [f"{whose}_reply_{part}" for whose in ("my", "their")
          for part in ("hours", "low", "high", "count")]  # fmt: skip


def conversation_balance(
    contacts: Contacts, *, silence: int = SILENCE, now: pd.Timestamp | str | None = None
) -> pd.DataFrame:
    r"""Tell who says how much, who begins, who asks and who answers, of you and each contact.

    Letters (messages and mail) from one to one other alone count; what goes to several
    stands apart in ``attrs["groups"]``. A letter after `silence` days without a word, a
    meeting or a call opens a talk. Of each measure the share is yours,

    .. math:: p = \frac{\text{yours}}{\text{yours} + \text{theirs}},

    from 0 (all theirs) to 1 (all yours): of words, of openings, of sentences that ask.

    Parameters
    ----------
    contacts
        With ``interactions``. Words and questions are known of LinkedIn's messages only:
        of mail no more than its headers is read.
    silence
        Days; an assumption.
    now
        The day to look back from; by default the last of which the exports
        tell (`netgraph.looking_back`).

    Returns
    -------
    pandas.DataFrame
        Index person_id, everybody with a tie to you or an exchange with you. ``name``;
        ``letters``, ``openings``, ``words`` and ``questions``, each ``_out`` (yours) and
        ``_in``; ``word_share``, ``opening_share`` and ``question_share``, with ``_low`` and
        ``_high``; ``my_reply_hours`` and ``their_reply_hours``, medians from the first
        letter of a turn to the answer, with ``_low``, ``_high`` and ``_count`` (answers);
        ``unanswered_by_me`` and ``_by_them``, letters that open a talk or ask and got no
        answer within `silence` days; ``waiting_for_me`` and ``_for_them``, the younger
        ones; ``talks_more`` (a code of `netgraph.care._listening.TALKS_MORE`); ``says``.
        NA where nothing is known. Unanswered letters are not in the medians: they are
        counted apart, since whether they ever get an answer is not known.

        ``attrs``: ``over_all``, the same of all together (a dict); ``groups``, a dict per
        conversation of several: ``people``, ``letters``, ``letters_out``, ``words``,
        ``words_out``, ``letter_share``, ``word_share``, and ``equal_share``, what each
        would have if all wrote as much; ``says``; ``kept``, what is stored of a
        letter; ``needs``, what is not known and which export would tell; ``silence``;
        ``now``, ``undated``, ``later``.

    Raises
    ------
    ContactsError
        If `now` is no date, or `silence` is less than a day.

    Notes
    -----
    Intervals are at 95 %. For openings it is Wilson's. Words and questions come in lots:
    those of a person are counted by talk, those of all by person (`netgraph.care._intervals`).
    Medians stand between two order statistics. Who writes much is not thereby a bad
    listener: what is measured is who has how much of the room.

    References
    ----------
    .. [1] Wilson, E. B. (1927). Probable inference, the law of succession, and statistical
       inference. *Journal of the American Statistical Association* 22, 209-212.
    .. [2] Korn, E. L. & Graubard, B. I. (1998). Confidence intervals for proportions with
       small expected number of positive counts estimated from survey data. *Survey
       Methodology* 24, 193-201.
    .. [3] Huang, K. et al. (2017). It doesn't hurt to ask: question-asking increases
       liking. *Journal of Personality and Social Psychology* 113, 430-452.

    Examples
    --------
    >>> from netgraph.contacts import Contacts
    >>> people = pd.DataFrame({"name": ["You", "Ann"], "is_ego": [True, False]},
    ...                       index=["ego", "ann"])
    >>> talk = pd.DataFrame({"source": ["ego", "ann"], "target": ["ann", "ego"],
    ...                      "at": pd.to_datetime(["2025-03-01 10:00", "2025-03-01 13:00"]),
    ...                      "kind": "message", "words": [30, 10], "questions": [1, 0]})
    >>> found = conversation_balance(Contacts(people=people, interactions=talk))
    >>> found[["word_share", "opening_share", "their_reply_hours"]].values.tolist()
    [[0.75, 1.0, 3.0]]
    """
    if not silence >= 1:
        raise ContactsError(
            f"silence is {silence!r}, which is less than a day", remedy="Give a number of days"
        )
    events, told = find_exchanges(contacts, now)
    letters = find_letters(contacts, events)
    talks = find_talks(letters, silence)
    turns = find_turns(talks, told["now"], silence)
    talks = talks[~talks["met"]]
    people = acquainted(contacts, letters)
    found = _measure(talks, turns, "other", "talk")
    found.index = contacts.people.index[found.index.to_numpy(dtype=np.int64)]
    found = _filled(found.reindex(people))
    found.insert(0, "name", contacts.people["name"].reindex(people))
    found["talks_more"] = _verdict(found)
    found["says"] = tell_person(found)
    whole = _measure(talks.assign(all=0), turns.assign(all=0), "all", "other")
    over_all = plain_row(_filled(whole.reindex([0])).astype(object).iloc[0])
    groups = balance_in_groups(letters)
    found = found.rename_axis("person_id")
    found.attrs.update(told | {"silence": silence, "kept": KEPT, "over_all": over_all})
    found.attrs["groups"] = [plain_row(row) for _, row in groups.reset_index().iterrows()]
    found.attrs["says"] = sum_up(over_all, groups)
    found.attrs["needs"] = _needs(talks)
    return found


def _measure(talks: pd.DataFrame, turns: pd.DataFrame, by: str, lot: str) -> pd.DataFrame:
    """Measure all that letters and turns tell, a row per `by`, words counted by `lot`."""
    counted = _counts(talks, by)
    parts: list[pd.DataFrame | pd.Series[int]] = [counted]
    for what in ("words", "questions"):
        known = talks[talks[what].notna()]
        lots = known.assign(whole=known[what], own=known[what].where(known["out"], 0.0))
        lots = lots.groupby([by, lot], as_index=False)[["own", "whole"]].sum()
        name = what.removesuffix("s")
        parts.append(shares(lots, by).add_prefix(f"{name}_"))
    opened = counted["openings_out"] + counted["openings_in"]
    opening = (counted["openings_out"] / opened.where(opened > 0)).rename("opening_share")
    low, high = wilson(opening, opened)
    parts.append(pd.DataFrame({"opening_share": opening, "opening_low": low, "opening_high": high}))
    for way, side in enumerate(_SIDES):
        answered = turns[turns["way"] != way]  # the answer is by the other side
        whose = _WHOSE[side]
        typical = medians(answered["hours"], answered[by])
        typical.columns = [f"{whose}_reply_{c}" for c in ("hours", "low", "high", "count")]
        parts.append(typical)
        who = {"my": "me", "their": "them"}[whose]
        due = answered[answered["expects"]]
        for came, name in (("nothing", f"unanswered_by_{who}"), ("waiting", f"waiting_for_{who}")):
            parts.append(due.loc[due["came"] == came].groupby(by).size().rename(name))
    return pd.concat(parts, axis=1)


def _counts(talks: pd.DataFrame, by: str) -> pd.DataFrame:
    """Count letters, openings, words and questions of both sides."""
    sides = {}
    for side in _SIDES:
        own = talks["out"] == (side == "out")
        sides[f"letters_{side}"] = own.astype("float64")
        sides[f"openings_{side}"] = (own & talks["opens"]).astype("float64")
        for what in ("words", "questions"):
            sides[f"{what}_{side}"] = talks[what].where(own | talks[what].isna(), 0.0)
    table = pd.DataFrame(sides).assign(by=talks[by])
    return table.groupby("by").sum(min_count=1).rename_axis(None)


def _filled(found: pd.DataFrame) -> pd.DataFrame:
    """Put the columns in order; no letter at all leaves what follows from letters unknown."""
    found = found.reindex(columns=[*_COUNTS, *_SHARES, *_HOURS, *_WAITS])
    some = found["letters_out"].notna()
    for column in [*_WAITS, *(c for c in _HOURS if c.endswith("_count"))]:
        found[column] = found[column].mask(some & found[column].isna(), 0)
    whole = [*_COUNTS, *_WAITS, *(c for c in _HOURS if c.endswith("_count"))]
    return found.astype(dict.fromkeys(whole, "Int64"))


def _verdict(found: pd.DataFrame) -> np.ndarray[tuple[int], np.dtype[np.str_]]:
    """Tell who has more of the words, where that is sure."""
    low, high = found["word_low"], found["word_high"]
    verdicts = [
        found["word_share"].isna(),
        low > 0.5,  # noqa: PLR2004 - half of the words
        high < 0.5,  # noqa: PLR2004
        (low >= _EVEN[0]) & (high <= _EVEN[1]),
    ]
    codes = ["unknown", "you", "they", "even"]
    assert {*codes, "unclear"} == set(TALKS_MORE)  # noqa: S101 - one list
    return np.select(verdicts, codes, "unclear")


def _needs(talks: pd.DataFrame) -> list[str]:
    """Say what is not known, and which export would tell."""
    if talks.empty:
        return [_NO_LETTERS]
    needs = []
    if talks["words"].isna().all():
        needs.append(
            "How much either side says is not known from these files: of mail only the headers "
            "are read. LinkedIn's larger archive has messages.csv, whose words are counted."
        )
    seen = talks["words"].notna()
    if seen.any() and talks.loc[seen, "questions"].isna().all():
        needs.append(
            "Who asks is not known from these files: they were read before questions were "
            "counted. Import your messages again."
        )
    return needs
