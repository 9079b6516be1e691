"""What the gaps are measured by: the fields that matter, how much, and the field that is home."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import dash_mantine_components as dmc
from dash import dcc, html

import netgraph as ng

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from netgraph_dashboard.session import Session

BASELINE, HOME, WEIGHTS, WEIGHT, CHOICE = (
    "gaps-baseline", "gaps-home", "gaps-weights", "gaps-weight", "gaps-choice",
)  # fmt: skip
IMPORTANCE = {"1": "matters", "2": "matters more", "3": "matters most"}
FIELDS = [{"value": code, "label": name} for code, name in ng.DOMAINS.items()]
OF_HOME = {
    "you": "Yours by your own title. Fields far from it come first.",
    "contacts": "Most of your contacts work there; choose your own. Fields far from it come first.",
}


class Choice(NamedTuple):
    """What was chosen; nothing means the default."""

    weights: tuple[tuple[str, int], ...] = ()
    """Fields that matter, each with its importance from 1 to 3, by code."""

    home: str | None = None

    @classmethod
    def read(cls, data: Mapping[str, object] | None) -> Choice:
        """Take over what the browser keeps; what is none of the fields is left out."""
        weights = (data or {}).get("weights")
        given = weights.items() if isinstance(weights, dict) else ()
        known = sorted((c, w) for c, w in given if c in ng.DOMAINS and str(w) in IMPORTANCE)
        home = (data or {}).get("home")
        return cls(tuple(known), home if isinstance(home, str) and home in ng.DOMAINS else None)

    def kept(self) -> dict[str, object]:
        """Give what the browser keeps: the other way round."""
        return {"weights": dict(self.weights), "home": self.home}

    @property
    def baseline(self) -> list[str] | dict[str, float] | None:
        """Give it as `netgraph.find_gaps` takes it."""
        if not self.weights:
            return None
        if len({weight for _, weight in self.weights}) == 1:
            return [code for code, _ in self.weights]
        return {code: float(weight) for code, weight in self.weights}


def gaps_of(session: Session, choice: Choice) -> pd.DataFrame:
    """Compare with what was chosen, with who leads to each gap."""
    return session.once(
        f"gaps with brokers {choice}",
        lambda: ng.find_gaps(
            session.contacts,
            home=choice.home,
            baseline=choice.baseline,
            graph=session.graph,
            clusters=session.clusters,
            calibration=calibration(session),
        ),
    )


def calibration(session: Session) -> ng.Calibration:
    """Tell how likely somebody passes a request on, from your own introductions if there are."""
    return session.once(
        "calibration", lambda: ng.calibrate_introductions(session.contacts, session.graph)
    )


def chooser(gaps: pd.DataFrame) -> html.Div:
    """Offer to name the fields that matter, and your own field."""
    return html.Div(
        [
            dmc.MultiSelect(
                id=BASELINE,
                label="Which fields matter to you?",
                description="None chosen: all professional fields matter, and each as much.",
                placeholder="All professional fields",
                data=FIELDS,
                searchable=True,
                clearable=True,
                hidePickedOptions=True,
                selectFirstOptionOnChange=True,
            ),
            dmc.Select(
                id=HOME,
                label="Your own field",
                description=OF_HOME.get(gaps.attrs["home_from"], ""),
                value=gaps.attrs["home"],
                data=FIELDS,
                searchable=True,
                allowDeselect=False,
            ),
            html.Div(id=WEIGHTS, className="gap-weights"),
            dcc.Store(id=CHOICE),
        ],
        className="gap-choice",
    )


def weight_switches(codes: list[str], given: Mapping[str, int]) -> list[html.Div]:
    """Offer to say how much each chosen field matters; with one field there is nothing to weigh."""
    if len(codes) < 2:  # noqa: PLR2004 - nothing to weigh
        return []
    return [
        html.Div(
            [
                html.Span(ng.DOMAINS[code]),
                dmc.SegmentedControl(
                    id={"type": WEIGHT, "code": code},
                    data=[{"value": v, "label": words} for v, words in IMPORTANCE.items()],
                    value=str(given.get(code, 1)),
                    size="xs",
                    **{"aria-label": f"How much {ng.DOMAINS[code]} matters"},
                ),
            ],
            className="gap-weight",
        )
        for code in codes
    ]
