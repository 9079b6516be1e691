"""A summary as tables in the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from netgraph.gaps import LEAST_CLASSIFIED

if TYPE_CHECKING:
    import pandas as pd

    from netgraph.summary import Summary

_MOST_ROWS = 10


def print_summary(summary: Summary, rejected: pd.DataFrame) -> None:
    """Print the answers: what was read, how sure it is, clusters, brokers, gaps."""
    console = Console()
    console.print(f"\n[bold]{escape(summary.sentence)}[/bold]\n", highlight=False)
    _print_files(console, summary.files, rejected)
    console.print("[bold]How sure is this?[/bold]", summary.evidence["verdict"])
    console.print(summary.evidence["advice"] + "\n", style="dim")
    _print_clusters(console, summary.clusters)
    _print_brokers(console, summary.brokers)
    _print_gaps(console, summary.gaps)
    console.print("The same in pictures: netgraph dashboard", style="dim")


def _print_files(console: Console, files: pd.DataFrame, rejected: pd.DataFrame) -> None:
    used = files[(files["rows"] > 0) & ~files["warnings"].str.startswith("not used", na=False)]
    table = Table("File", "Format", title="What was read", title_justify="left")
    for column in ("Rows", "Kept", "Rejected"):
        table.add_column(column, justify="right")
    for row in used.to_dict("records"):
        table.add_row(
            escape(row["file"].rpartition("/")[2]),
            row["format"],
            f"{row['rows']:,}",
            f"{row['kept']:,}",
            f"{row['rejected']:,}",
        )
    console.print(table)
    for reason, count in rejected["reason"].value_counts().head(_MOST_ROWS).items():
        console.print(f"  {count:,} rejected: {escape(str(reason))}", style="dim", highlight=False)
    told = files[(files["rows"] > 0) & ~files["warnings"].str.startswith("not used", na=True)]
    for row in told.to_dict("records"):
        console.print(escape(f"  {row['file']}: {row['warnings']}"), style="dim", highlight=False)
    left = int(files["warnings"].str.startswith("not used", na=False).sum())
    if left:
        console.print(
            f"  {left} files of the archive say nothing about who knows whom", style="dim"
        )
    console.print()


def _print_clusters(console: Console, clusters: pd.DataFrame) -> None:
    if clusters.empty:
        console.print("[bold]Clusters[/bold] none to be seen in these files.\n")
        return
    table = Table("Cluster", title="Clusters", title_justify="left")
    for column in ("People", "Named by", "Stable", "Ties observed", "Outward ties"):
        table.add_column(column, justify="right")
    for row in clusters.head(_MOST_ROWS).to_dict("records"):
        support = row["support"] if isinstance(row["support"], str) else "-"
        table.add_row(
            escape(row["label"]),
            f"{row['size']:,}",
            support,
            f"{row['stability']:.0%}",
            f"{row['observed']:.0%}",
            f"{row['outward_ties']:,}",
        )
    console.print(table)
    _print_more(console, clusters, "clusters")


def _print_brokers(console: Console, brokers: pd.DataFrame) -> None:
    if brokers.empty:
        console.print("[bold]Brokers[/bold] cannot be told: no tie among contacts was observed.\n")
        return
    connecting = brokers[brokers["clusters_reached"] > 1]
    if connecting.empty:
        console.print("[bold]Brokers[/bold] none: nobody is tied to more than one cluster.\n")
        return
    table = Table("Person", "Cluster", title="Brokers", title_justify="left")
    for column in ("Rank", "Likely rank", "Ties expected", "Clusters reached", "Ties observed"):
        table.add_column(column, justify="right")
    for row in connecting.head(_MOST_ROWS).to_dict("records"):
        cluster = row["label"] if isinstance(row["label"], str) else "-"
        table.add_row(
            escape(row["name"]),
            escape(cluster),
            str(row["rank"]),
            _interval(row["rank_low"], row["rank_high"]),
            f"{row['degree']:,}",
            str(row["clusters_reached"]),
            f"{row['evidence']:.0%}",
        )
    console.print(table)
    _print_more(console, connecting, "people who connect clusters")


def _interval(low: int, high: int) -> str:
    return str(low) if low == high else f"{low} to {high}"


def _print_gaps(console: Console, gaps: pd.DataFrame) -> None:
    title = f"Gaps, compared with {gaps.attrs['baseline']}"
    table = Table("Field of work", "Verdict", title=title, title_justify="left")
    for column in ("People", "Ratio", "90 % interval", "Missing"):
        table.add_column(column, justify="right")
    shown = gaps[gaps["verdict"].isin(["gap", "uncertain", "thin"])]
    for row in shown.rename(columns={"count": "people"}).to_dict("records"):
        interval = f"{row['ratio_low']:.2f} to {row['ratio_high']:.2f}"
        table.add_row(
            row["name"],
            row["verdict"],
            f"{row['people']:,}",
            f"{row['ratio']:.2f}",
            interval,
            f"{row['shortfall']:,}",
        )
    if (gaps["verdict"] == "no verdict").all():
        console.print(
            f"[bold]Gaps[/bold] cannot be told: {gaps.attrs['classified']:,} contacts have a known "
            f"field of work, and {LEAST_CLASSIFIED} are needed.\n"
        )
        return
    if shown.empty:
        known = gaps.attrs["classified"]
        console.print(
            f"[bold]{title}[/bold]: none found among {known:,} contacts of known field.\n"
        )
        return
    console.print(table)
    console.print(
        f"  {gaps.attrs['classified']:,} contacts have a known field of work, "
        f"{gaps.attrs['unknown']:,} do not.\n",
        style="dim",
        highlight=False,
    )


def _print_more(console: Console, table: pd.DataFrame, what: str) -> None:
    rest = len(table) - _MOST_ROWS
    console.print(f"  and {rest:,} more {what}\n" if rest > 0 else "", style="dim", highlight=False)
