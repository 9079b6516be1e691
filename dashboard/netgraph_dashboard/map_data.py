"""What the map draws, as one compact JSON answer: a list per column, not an object per person."""

from __future__ import annotations

import gzip
import hashlib
import json
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from flask import Response, request

import netgraph as ng
from netgraph_dashboard.theme import GREY, cluster_colour, domain_colours
from netgraph_dashboard.words import at_work

if TYPE_CHECKING:
    import networkx as nx
    from flask import Flask

    from netgraph_dashboard.session import Session

ROUTE = "/map.json"
NO_CLUSTER, NO_DOMAIN = "In no cluster", "Field unknown"


def serve(server: Flask, session: Session) -> None:
    """Answer `ROUTE`: packed where the browser can unpack, and once as long as it is the same."""

    @server.get(ROUTE)
    def map_json() -> Response:
        body = json.dumps(describe_map(session), ensure_ascii=False, separators=(",", ":")).encode()
        response = Response(body, mimetype="application/json")
        response.set_etag(hashlib.blake2b(body, digest_size=16).hexdigest())
        response.headers["Cache-Control"] = "no-cache"  # ask each time whether it is the same
        response.headers["Vary"] = "Accept-Encoding"
        response.make_conditional(request)
        if response.status_code == 200 and "gzip" in request.headers.get("Accept-Encoding", ""):  # noqa: PLR2004 - HTTP's OK
            response.set_data(gzip.compress(body, compresslevel=5, mtime=0))
            response.headers["Content-Encoding"] = "gzip"
        return response


def describe_map(session: Session) -> dict[str, Any]:
    """Describe people, ties, areas and what colours mean.

    Returns
    -------
    dict
        ``people``: columns ``id name work x y area cluster domain degree
        betweenness``, where cluster and domain are places in ``colours``;
        ``ties``: columns ``source target`` (places in people) and ``inferred``
        (0 or 1), and ``expected``: how many of the inferred ones are to be expected;
        ``areas``: columns ``label x y radius size kind colour``;
        ``bonds``: how many ties run between two areas, columns ``source target
        observed inferred``; ``colours``: for cluster and domain the entries of the
        legend, columns ``label colour size``.
    """
    placed = session.layout.people
    people = session.people.reindex(placed.index)
    clusters, cluster_of = _cluster_entries(session, people)
    domains, domain_of = _domain_entries(people)
    ties = tie_columns(session.graph, placed.index)
    return {
        "people": {
            "id": [session.address(str(person)) for person in placed.index],
            "name": people["name"].tolist(),
            "work": [at_work(*w) for w in zip(people["title"], people["company"], strict=True)],
            "x": placed["x"].round(3).tolist(),
            "y": placed["y"].round(3).tolist(),
            "area": placed["area"].astype(int).tolist(),
            "cluster": cluster_of,
            "domain": domain_of,
            "degree": people["degree"].fillna(0).astype(int).tolist(),
            "betweenness": people["betweenness"].fillna(0).round(6).tolist(),
        },
        "ties": {
            **{name: ties[name].tolist() for name in ("source", "target", "inferred")},
            "expected": round(float(session.evidence["inferred_expected"])),
        },
        "areas": _area_columns(session.layout.areas),
        "bonds": _bonds(ties, placed["area"].to_numpy(dtype=int)),
        "colours": {"cluster": clusters, "domain": domains},
    }


def tie_columns(graph: nx.Graph, people: pd.Index) -> pd.DataFrame:
    """List the ties among `people` by their places, observed ties last (drawn on top)."""
    place = {person: row for row, person in enumerate(people)}
    rows = [
        (place[one], place[two], how == "inferred")
        for one, two, how in graph.edges(data="evidence", default="observed")
        if one in place and two in place
    ]
    ties = pd.DataFrame(rows, columns=["source", "target", "inferred"]).astype(int)
    return ties.sort_values("inferred", ascending=False, kind="stable", ignore_index=True)


def _cluster_entries(session: Session, people: pd.DataFrame) -> tuple[dict[str, Any], list[int]]:
    described = session.described
    entries = {
        "label": [*described["label"].tolist(), NO_CLUSTER],
        "colour": [*(cluster_colour(c) for c in described.index), GREY],
        "size": [*described["size"].astype(int).tolist(), int(people["cluster"].isna().sum())],
    }
    place = {cluster: row for row, cluster in enumerate(described.index)}
    of = people["cluster"].map(place).fillna(len(place)).astype(int)
    return entries, of.tolist()


def _domain_entries(people: pd.DataFrame) -> tuple[dict[str, Any], list[int]]:
    counts = people["domain"].value_counts()
    colours = domain_colours(counts)
    entries = {
        "label": [*(ng.DOMAINS.get(code, code) for code in colours), NO_DOMAIN],
        "colour": [*colours.values(), GREY],
        "size": [*(int(counts[code]) for code in colours), int(people["domain"].isna().sum())],
    }
    place = {code: row for row, code in enumerate(colours)}
    of = people["domain"].map(place).fillna(len(place)).astype(int)
    return entries, of.tolist()


def _area_columns(areas: pd.DataFrame) -> dict[str, list[Any]]:
    colours = [
        cluster_colour(cluster) if kind == "cluster" else GREY
        for kind, cluster in zip(areas["kind"], areas["cluster"], strict=True)
    ]
    return {
        "label": areas["label"].astype(str).tolist(),
        "x": areas["x"].round(3).tolist(),
        "y": areas["y"].round(3).tolist(),
        "radius": areas["radius"].round(3).tolist(),
        "size": areas["size"].astype(int).tolist(),
        "kind": areas["kind"].astype(str).tolist(),
        "colour": colours,
    }


def _bonds(ties: pd.DataFrame, area: np.ndarray) -> dict[str, list[int]]:
    """Count the ties between each two areas, by how they are known."""
    ends = np.sort(area[ties[["source", "target"]].to_numpy()].reshape(-1, 2), axis=1)
    pairs = pd.DataFrame(
        {"source": ends[:, 0], "target": ends[:, 1], "inferred": ties["inferred"], "all": 1}
    )
    across = pairs[pairs["source"] != pairs["target"]]
    counts = across.groupby(["source", "target"], as_index=False)[["inferred", "all"]].sum()
    counts["observed"] = counts["all"] - counts["inferred"]
    return {c: counts[c].astype(int).tolist() for c in ("source", "target", "observed", "inferred")}
