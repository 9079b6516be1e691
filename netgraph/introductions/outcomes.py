"""Past introductions: what came of them, and how strong the ties were before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from netgraph.looking_back import look_back_from
from netgraph.ties import strength_before

if TYPE_CHECKING:
    from netgraph.contacts import Contacts


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


NOT_PASSED = _words(
    "not_passed_on not_introduced not_made never_made introducer_declined introducer_refused "
    "declined_by_introducer refused_by_introducer no_introduction"
)
"""Outcomes that tell that the request was refused, so that no introduction was made."""

FAILED = _words(
    "declined refused rejected no_response no_answer no_reply unanswered ignored failed bounced "
    "cancelled canceled no none never not_interested did_not_meet ghosted unsuccessful nothing "
    "abgelehnt keine_antwort rechazado sin_respuesta refusé sans_réponse rifiutato "
    "nessuna_risposta recusado sem_resposta"
)
"""Outcomes that tell that nothing came of an introduction."""

OPEN = _words(
    "pending open waiting planned asked sent requested scheduled unknown in_progress offen "
    "ausstehend pendiente en_attente in_attesa pendente ?"
)
"""Outcomes that tell nothing yet."""

_ANY_DAY = pd.Timestamp("2000-01-01")


def is_success(outcome: object) -> float:
    """Tell whether an outcome is a success (1), a failure (0), or not known (NaN).

    Where no introduction was made (`NOT_PASSED`), none can have led to anything: NaN.

    Examples
    --------
    >>> is_success("hired"), is_success("no_response"), is_success("pending")
    (1.0, 0.0, nan)
    """
    word = _word(outcome)
    if not word or word in OPEN or word in NOT_PASSED:
        return np.nan
    return 0.0 if word in FAILED else 1.0


def _word(outcome: object) -> str:
    return outcome.strip().casefold().replace(" ", "_") if isinstance(outcome, str) else ""


def known_outcomes(contacts: Contacts, as_of: pd.Timestamp | None) -> pd.DataFrame:
    """Lay out requests of known fate: passed on, success, and how strong the ties were."""
    rows = contacts.introductions
    words = rows["outcome"].map(_word)
    passed = (~words.isin(NOT_PASSED)).astype(float)
    rows = rows.assign(success=rows["outcome"].map(is_success).astype(float), passed=passed)
    rows = rows[rows["success"].notna() | (passed == 0.0)]
    rows = rows.dropna(subset=["introducer", "introduced", "introduced_to"])
    day = pd.to_datetime(rows["date"], format="ISO8601", errors="coerce").astype("datetime64[s]")
    known = look_back_from(contacts)
    last = as_of if as_of is not None else day.max() if pd.isna(known) else known
    day = day.fillna((_ANY_DAY if pd.isna(last) else last).as_unit("s"))
    one, two = (
        strength_before(
            contacts, pd.DataFrame({"source": rows["introducer"], "target": rows[whom], "at": day})
        )
        for whom in ("introduced", "introduced_to")
    )
    rows = rows.assign(one=one, two=two)
    onward = (rows["one"] + rows["two"]) / 2.0
    if contacts.ego is not None:
        onward = onward.mask(rows["introduced_to"] == contacts.ego, rows["one"])
        onward = onward.mask(rows["introduced"] == contacts.ego, rows["two"])
    return rows.assign(onward=onward)
