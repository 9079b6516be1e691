"""Overview: the network in one sentence, what stands behind it, and what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import dash_mantine_components as dmc
from dash import Dash, dcc, html

from netgraph_dashboard import components, findings, words
from netgraph_dashboard import steps as proposed

if TYPE_CHECKING:
    from netgraph_dashboard.findings import Finding
    from netgraph_dashboard.session import Session

TITLE, PATH, ORDER, GROUP = "Overview", "/", 10, "See"
GRADES = {"sure": "well founded", "fair": "fair", "weak": "weak", "none": "cannot be told"}


def layout(session: Session) -> html.Div:
    """Show what stands out."""
    if session.people.empty:
        return beginning(session)
    return html.Div(
        [
            html.H1(TITLE, className="visually-hidden"),
            html.P(findings.sentence(session), className="headline"),
            html.Div([card(found) for found in findings.all_findings(session)], className="cards"),
            components.columns(
                steps(session),
                html.Div([evidence(session), import_report(session)], className="stack"),
                weights="3fr 2fr",
            ),
        ],
        className="page overview",
    )


def beginning(session: Session) -> html.Div:
    """Show how to begin, where there is nobody yet."""
    return html.Div(
        [
            html.H1(TITLE, className="visually-hidden"),
            html.P(findings.sentence(session), className="headline"),
            components.missing(
                "Begin with your own exports",
                "A LinkedIn archive shows whom you know and what they do; messages, mail, "
                "calendars and lists of introductions show who of them knows whom.",
                "Everything stays on this machine.",
            ),
        ],
        className="page overview",
    )


def card(found: Finding) -> html.Section:
    """Show one number with how it is computed and how sure it is."""
    return html.Section(
        [
            html.Div(
                [html.H2(found.title), components.badge(GRADES[found.grade], found.grade)],
                className="card-head",
            ),
            html.P(found.value, className="value"),
            html.P(found.means, className="means"),
            components.folded(
                "How is this known?",
                html.P([html.B("Computed: "), found.computed]),
                html.P([html.B("How sure: "), found.sure]),
            ),
        ],
        className="card",
    )


def steps(session: Session) -> html.Section:
    """Show the three next steps."""
    items = [
        html.Li(
            [
                dcc.Link(title, href=address, className="step-title"),
                html.P(reason),
            ]
        )
        for title, reason, address in proposed.next_steps(session)
    ]
    return components.section("Three next steps", html.Ol(items, className="steps"))


def evidence(session: Session) -> html.Section:
    """Tell how much is known of ties among the contacts."""
    known = session.evidence
    share = 0.0 if not known["people"] else float(known["coverage"])
    observed = 0.0 if not known["people"] else float(known["observed_coverage"])
    return components.section(
        "What stands behind it",
        dmc.ProgressRoot(
            [
                dmc.ProgressSection(value=100 * observed, color="var(--observed)"),
                dmc.ProgressSection(value=100 * (share - observed), color="var(--inferred)"),
            ],
            size="md",
            **{"aria-label": f"{words.percent(share)} of contacts have a known tie to another"},
        ),
        html.P(known["verdict"], className="evidence-verdict"),
        html.P(known["advice"], className="says"),
    )


def import_report(session: Session) -> html.Section:
    """Tell what was read, and that nothing was lost silently."""
    files = session.contacts.files
    if files.empty:
        return components.section("Files", html.P("No file was read yet."))
    kept, rows, rejected = (int(files[c].fillna(0).sum()) for c in ("kept", "rows", "rejected"))
    warned = int(files["warnings"].notna().sum())
    text = f"{words.count(len(files), 'file')}: {rows:,} rows read, {kept:,} kept, "
    text += f"{rejected:,} rejected"
    text += f"; {words.count(warned, 'file')} with warnings." if warned else "."
    return components.section("Files", html.P([text, " ", dcc.Link("See each file", href="/data")]))


def register(_app: Dash, _session: Session) -> None:
    """Nothing on this page answers back."""
