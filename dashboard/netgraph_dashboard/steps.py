"""The three next steps that the overview proposes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netgraph_dashboard import acts, views
from netgraph_dashboard.care import due
from netgraph_dashboard.findings import LEAST_CLASSIFIED
from netgraph_dashboard.words import count, listed, percent

if TYPE_CHECKING:
    from netgraph_dashboard.session import Session


def next_steps(session: Session) -> list[tuple[str, str, str]]:
    """Name the three next steps: title, reason, address of the page that leads on.

    Who waits for a word comes first. Then a step falls away: to the data where brokers are
    known, else to the brokers, of whom nothing can be said yet.
    """
    word = _to_word(session)
    if word is None:
        return [_to_gap(session), _to_broker(session), _to_data(session)]
    last = _to_data(session) if session.brokers.empty else _to_broker(session)
    return [word, _to_gap(session), last]


def _to_word(session: Session) -> tuple[str, str, str] | None:
    """Name whoever waits longest for a word, if there is somebody."""
    if session.contacts.ego is None:
        return None
    found = due.find(session)
    if found.empty:
        return None
    top, others = found.iloc[0], found["person_id"].nunique() - 1
    more = f" {count(others, 'more waits', 'more wait')} for a word." if others else ""
    return (
        acts.sentence(top["what_to_do"]),
        f"{acts.sentence(top['why'])}.{more}",
        views.link("/care", due.NAME),
    )


def _to_gap(session: Session) -> tuple[str, str, str]:
    gaps = session.gaps()
    lacking = gaps[gaps["verdict"].isin(["gap", "uncertain"])]
    if lacking.empty:
        if (gaps["verdict"] == "no verdict").all():
            return (
                "Learn where your gaps are",
                (
                    f"{count(gaps.attrs['classified'], 'contact')} with a known field of work "
                    f"are too few to tell; {LEAST_CLASSIFIED} would do."
                ),
                "/gaps",
            )
        return (
            "Choose the fields that matter to you",
            "No field is clearly missing against equal shares; compare with your own goal.",
            "/gaps",
        )
    top = lacking.iloc[0]
    return (
        f"Meet somebody in {top['name']}",
        (
            f"You know {count(top['count'], 'person', 'people')} there, {percent(top['share'])} of "
            f"those with a known field; {top['shortfall']} more would halve the gap."
        ),
        "/gaps",
    )


def _to_broker(session: Session) -> tuple[str, str, str]:
    brokers = session.brokers
    if brokers.empty:
        return (
            "Find out who connects your contacts",
            "Who of them knows whom is in none of your files yet.",
            "/brokers",
        )
    top = brokers.iloc[0]
    labels = _reached_labels(session, str(brokers.index[0]))
    where = f"between {listed(labels, most=3)}" if len(labels) > 1 else "between others"
    return (
        f"Keep in touch with {top['name']}",
        f"With {count(top['degree'], 'tie')}, nobody stands more often {where}.",
        "/brokers",
    )


def _reached_labels(session: Session, person: str) -> list[str]:
    near = [person, *session.graph[person]]
    found = session.clusters.reindex(near).dropna(subset=["cluster"])["cluster"].value_counts()
    return session.described["label"].reindex(found.index).tolist()


def _to_data(session: Session) -> tuple[str, str, str]:
    evidence = session.evidence
    if not evidence["people"]:
        return ("Add an export of your contacts", str(evidence["advice"]), "/data")
    if evidence["observed_coverage"] > 0.5:  # noqa: PLR2004 - more than half
        return (
            "Keep it fresh",
            "Export again in some months and add the new files: they are joined with these.",
            "/data",
        )
    return (
        "Add what shows who knows whom",
        (
            f"{percent(evidence['observed_coverage'])} of your contacts have an observed tie to "
            "another. Messages, mail, calendars and a list of introductions show more."
        ),
        "/data",
    )
