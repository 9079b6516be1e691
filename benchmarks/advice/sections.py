"""The parts of the evaluation: each asks its questions and tells what came out."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pandas as pd

import netgraph as ng
from advice import invented, planted_gaps, report, story
from advice.hidden_ties import (
    HIDDEN,
    ask,
    introducer_questions,
    newcomer_questions,
    two_steps_seen,
)
from advice.networks import Network, read_network
from advice.pictures import Mark
from advice.report import share
from advice.scores import mean_interval, reliability
from advice.worlds import invent

EXAMPLE = Path(__file__).parents[2] / "data" / "example"


@dataclass(frozen=True)
class Size:
    """How much is asked.

    Attributes
    ----------
    repeats
        How often ties are hidden anew.
    cases
        Questions of a repeat.
    teams
        Teams with a department taken away.
    runs
        How often the example network is thinned or drawn anew.
    worlds
        Seeds of invented worlds; two worlds each.
    """

    repeats: int = 5
    cases: int = 60
    teams: int = 40
    runs: int = 10
    worlds: int = 6


FULL, QUICK, TINY = Size(), Size(2, 25, 8, 3, 2), Size(1, 4, 1, 1, 1)


@dataclass(frozen=True)
class Section:
    """What a part found: text, and what the pictures draw of it."""

    text: str
    marks: dict[str, list[Mark]] = field(default_factory=dict)
    curves: dict[str, dict[str, pd.DataFrame]] = field(default_factory=dict)


def hidden_ties(path: Path | None, size: Size) -> Section:
    """Hide ties of a network and ask the way to people and into groups."""
    whole = read_network(path) if path else as_network()
    ties, shared = two_steps_seen(whole, repeats=size.repeats, seed=1)
    every = f"{size.repeats} times {HIDDEN:.0%} of {len(whole.ties):,} ties hidden"
    text = (
        f"### {whole.name}: {len(whole):,} people, {every}\n\n"
        f"Of {ties:,} hidden ties {shared / ties:.0%} join two people who share a seen "
        "acquaintance: there a route of two seen ties is right by construction, whoever proposes "
        "it, and it is not asked for.\n\n"
    )
    said = ask(
        list(introducer_questions(whole, repeats=size.repeats, cases=size.cases, seed=2)), seed=2
    )
    text += f"Which contact knows this person? {len(said.places)} questions.\n\n"
    text += report.answers_table(said)
    marks = {f"who knows them, {whole.name}": report.answers_marks(said)}
    if len(set(whole.group.tolist())) > len(ng.DOMAINS) or path is None:
        asked = newcomer_questions(whole, repeats=size.repeats, cases=size.cases, seed=3)
        said = ask(list(asked), seed=3)
        text += f"\nWhom to ask for in a group of strangers? {len(said.places)} questions.\n\n"
        text += report.answers_table(said)
        marks[f"whom to ask for, {whole.name}"] = report.answers_marks(said)
    return Section(text, marks)


def as_network(seed: int = 0) -> Network:
    """Take an invented world as a network whose ties are all known."""
    world = invent(seed, "generous")
    ties = np.array(sorted(world.closeness), dtype=np.int64)
    return Network("invented", ties, world.home.astype(np.int64))


def departments(path: Path, size: Size) -> Section:
    """Take departments out of teams' contacts."""
    whole = read_network(path)
    found = planted_gaps.look_at_teams(whole, cases=size.teams, seed=4)
    gaps = found.gaps
    truth = np.where(
        gaps["planted"],
        "planted gap",
        np.where(gaps["true_ratio"] < planted_gaps.GAP, "gap by itself", "no gap"),
    )
    text = f"### {whole.name}: a department taken out of {gaps['team'].nunique()} teams' contacts\n"
    text += "\n" + report.verdicts_table(gaps["verdict"], pd.Series(truth, index=gaps.index))
    is_gap = gaps["true_ratio"] < planted_gaps.GAP
    text += "\n" + report.verdict_scores(gaps["verdict"], is_gap, gaps["planted"]) + "\n"
    text += "\nOf the first ten people named for the planted gap, share who truly know somebody "
    text += "there:\n\n" + report.means_table(found.hits, "share", ["level", "method"], "team")
    text += "\nBy chance it is the share of all contacts who do: " + ", ".join(
        f"{share(part['share'].mean())} ({level})" for level, part in found.base.groupby("level")
    )
    text += ".\n\n" + report.grades_table(found.named, "team", by="level")
    text += "\n`knows` against whether they do:\n\n"
    text += report.chances_table(found.named, ["level"], ("knows", "leads"), "team")
    return Section(text, _team_marks(found.hits))


def _team_marks(hits: pd.DataFrame) -> dict[str, list[Mark]]:
    return {
        f"who leads to it (email), {level}": [
            Mark(str(m), *mean_interval(part["share"].dropna()), report.is_ours(str(m)))
            for m, part in rows.groupby("method", sort=False)
        ]
        for level, rows in hits.groupby("level")
    }


def example(size: Size) -> Section:
    """Ask for later introductions, planted brokers and gaps, and ranges of ranks."""
    said = story.ask_for_introducers()
    asked = sum(len(part.places) for part in said.values())
    text = f"### The example network: {asked} introductions, each hidden with all of its year and "
    text += "later\n"
    for both, part in said.items():
        how = "is" if both else "is not"
        text += f"\nThe introducer {how} seen to know both otherwise: {len(part.places)}.\n\n"
        text += report.answers_table(part)
    truth = story.read_truth(EXAMPLE)
    brokers = story.find_planted_brokers(truth, size.runs)
    text += "\nShare of the five planted brokers among the first five, "
    text += "all ties seen (hidden False), and one in five hidden:\n\n"
    text += report.means_table(brokers, "share", ["hidden", "method"], "run")
    gaps = story.find_planted_gaps(truth, size.runs)
    for hidden, part in gaps.groupby("hidden"):
        words = "one contact in five hidden" if hidden else "all contacts seen"
        named = part["verdict"] == "gap"
        text += (
            f"\nGaps, {words}: {int((named & part['planted']).sum())} of "
            f"{int(part['planted'].sum())} planted ones called so (the same four each time), and "
            f"{int((named & ~part['planted']).sum())} others.\n"
        )
    ranks = story.cover_ranks(2 * size.runs)
    text += f"\nRanges of ranks (90 %) of the first {story.TOP} brokers that hold the rank:\n\n"
    text += report.means_table(ranks, "covered", ["drawn"], "run")
    seen = {True: "introducer seen", False: "introducer not seen"}
    marks = {
        f"{seen[both]} ({len(part.places)}), example": report.answers_marks(part)
        for both, part in said.items()
    }
    return Section(text, marks)


def worlds(size: Size, first: int = 0) -> invented.Findings:
    """Look at invented worlds; `tell_worlds` puts them into words."""
    return invented.look_at_worlds(size.worlds, first=first)


def tell_worlds(found: invented.Findings) -> Section:
    """Put the findings of all invented worlds into words."""
    gaps, leads, plain, routes, brokers = (
        pd.DataFrame(rows)
        for rows in (found.gaps, found.leads, found.plain, found.routes, found.found)
    )
    counted = invented.gap_table(found.gaps)
    text = f"### {gaps['world'].nunique()} invented worlds\n\nVerdicts by what the planted gap "
    text += "holds of the baseline's share (labels: one in ten wrong, one in ten unknown):\n\n"
    rows = [[str(size), *(str(n) for n in row)] for size, row in zip(
        counted.index, counted.to_numpy(), strict=True)]  # fmt: skip
    text += report.table(["holds", *counted.columns], rows)
    is_gap, planted = gaps["true_ratio"] < planted_gaps.GAP, gaps["size"].notna()
    text += "\n" + report.verdict_scores(gaps["verdict"], is_gap, planted) + "\n"
    text += "\nShare of the four planted brokers among the first four:\n\n"
    text += report.means_table(brokers, "share", ["method"], "world")
    text += _tell_leads(leads, plain)
    text += "\nRoutes to outsiders, `probability` against whether the way led to something:\n\n"
    text += report.chances_table(routes, ["curve", "calibration"], ("stated", "came"), "world")
    text += "\nBy the number of inferred ties on the route:\n\n"
    text += report.chances_table(routes, ["inferred", "calibration"], ("stated", "came"), "world")
    curves = {
        f"routes, {how}": {
            curve: reliability(part["stated"], part["came"])
            for curve, part in routes[routes["calibration"] == how].groupby("curve", sort=False)
        }
        for how in invented.CALIBRATIONS
    }
    once = leads[leads["calibration"] == invented.CALIBRATIONS[0]]
    curves["people named for a gap"] = {
        report.GRADES.get(str(grade), str(grade)): reliability(part["knows"], part["holds"])
        for grade, part in once.groupby("grade")
    }
    return Section(text, _world_marks(brokers, leads, plain), curves)


def _tell_leads(leads: pd.DataFrame, plain: pd.DataFrame) -> str:
    once = leads[leads["calibration"] == invented.CALIBRATIONS[0]]
    text = f"\nThe first {invented.NAMED} people named for each planted gap: who truly knows "
    text += "somebody there?\n\n"
    both = pd.concat([once.assign(method="netgraph"), plain])
    text += report.means_table(both.astype({"leads": float}), "leads", ["method"], "world")
    text += "\n" + report.grades_table(once, "world")
    text += "\n`chance` against whether asking them led to something there:\n\n"
    text += report.chances_table(leads, ["curve", "calibration"], ("chance", "came"), "world")
    text += "\nThe same, whom the ego knows there (direct) and others apart:\n\n"
    text += report.chances_table(
        leads, ["direct", "curve", "calibration"], ("chance", "came"), "world"
    )
    text += "\n`knows` against whether it holds:\n\n"
    return text + report.chances_table(once, ["direct", "grade"], ("knows", "holds"), "world")


def _world_marks(
    brokers: pd.DataFrame, leads: pd.DataFrame, plain: pd.DataFrame
) -> dict[str, list[Mark]]:
    """Give the marks of brokers and of who leads there."""
    found = [
        Mark(str(m), *mean_interval(part["share"], groups=part["world"]), report.is_ours(str(m)))
        for m, part in brokers.groupby("method", sort=False)
    ]
    once = leads[leads["calibration"] == invented.CALIBRATIONS[0]].assign(method="netgraph")
    named = [
        Mark(str(m), *mean_interval(part["leads"], groups=part["world"]), report.is_ours(str(m)))
        for m, part in pd.concat([once, plain]).groupby("method", sort=False)
    ]
    return {"planted brokers, invented": found, "who leads to it, invented": named}
