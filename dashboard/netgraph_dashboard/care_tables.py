"""The tables that several views of Care read, each worked out once for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import netgraph as ng

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

    from netgraph_dashboard.session import Session


def health(session: Session) -> pd.DataFrame:
    """Tell the state of each tie; see `netgraph.tie_health`."""
    return _once(session, ng.tie_health)


def ledger(session: Session) -> pd.DataFrame:
    """Keep the account of all; see `netgraph.reciprocity`."""
    return _once(session, ng.reciprocity)


def conversations(session: Session) -> pd.DataFrame:
    """Measure all conversations; see `netgraph.conversation_balance`."""
    return _once(session, ng.conversation_balance)


def channels(session: Session) -> pd.DataFrame:
    """Count days of contact in each way; see `netgraph.channel_mix`."""
    return _once(
        session, lambda shown: ng.channel_mix(shown, relations=ng.find_relations(shown)), "channels"
    )


def never_met(session: Session) -> pd.DataFrame:
    """List whom you never met though you write; see `netgraph.never_met`."""
    return _once(session, ng.never_met)


def _once(
    session: Session, make: Callable[[ng.Contacts], pd.DataFrame], name: str = ""
) -> pd.DataFrame:
    key = f"{name or make.__name__}, hidden {session.names_hidden}"
    return session.once(key, lambda: make(session.shown))
