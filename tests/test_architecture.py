"""The house plan: who may import whom. A floor imports only floors below it."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BASE = {"errors", "contacts"}
ALLOWED = {
    "errors": set(),
    "contacts": {"errors"},
    "own_word": set(),
    "rhythm": set(),
    "reading_once": set(),
    "looking_back": {"contacts", "errors", "own_word"},
    "suggestions": {"contacts"},
    "naming": {"errors"},
    "importers": BASE,
    "identity": BASE,
    "domains": BASE,
    "kernels": set(),
    "adjacency": {"errors"},
    "backend": {"adjacency", "kernels", "metrics"},  # what networkx hands over
    "metrics": {"adjacency", "kernels", "errors", "reading_once"},  # never a table, never a file
    "inference": BASE | {"identity"},
    "ties": BASE | {"inference", "looking_back", "metrics"},
    "graph": BASE | {"inference", "ties"},
    "labels": {"contacts", "domains", "identity"},  # companies and fields have names there
    "clusters": {"labels"},
    "layouts": {"domains", "errors"},
    "brokers": {"adjacency", "clusters", "metrics"},
    "introductions": BASE | {"looking_back", "ties"},
    "leads": BASE | {"care", "clusters", "domains", "introductions", "suggestions"},
    "gaps": BASE
    | {"clusters", "domains", "graph", "identity", "introductions", "leads", "metrics", "ties"},
    "diversity": BASE | {"domains", "gaps", "graph", "metrics"},
    "paths": BASE
    | {"domains", "gaps", "graph", "identity", "introductions", "leads", "naming"}
    | {"suggestions"},
    "referrals": BASE | {"domains", "graph", "identity", "introductions", "naming", "paths"},
    "care": BASE
    | {"clusters", "domains", "gaps", "graph", "identity", "looking_back"}
    | {"metrics", "own_word", "reading_once", "rhythm", "suggestions"},
    "career": BASE
    | {"care", "domains", "gaps", "graph", "identity", "introductions", "paths", "referrals"}
    | {"suggestions"},
    "what_if": BASE
    | {"adjacency", "brokers", "clusters", "domains", "identity", "inference", "naming"},
    "plan": BASE
    | {"care", "clusters", "domains", "exports", "gaps", "graph", "introductions", "leads"}
    | {"naming"}
    | {"suggestions"},
    "figures": {"domains", "layouts", "own_word"},  # names; Layout as a type. Never a graph
    "summary": BASE | {"brokers", "clusters", "domains", "gaps", "graph"},
    "pipeline": {"contacts", "domains", "identity", "importers"},
    "drafts": BASE | {"domains", "identity", "introductions", "looking_back", "naming"},
    "changes": BASE
    | {"identity", "own_word", "rhythm"},  # of a workspace it sees the contacts and the exports
    "over_time": BASE | {"care", "changes", "domains", "identity", "own_word", "suggestions"},
    "workspace": BASE
    | {"changes", "domains", "identity", "importers", "naming", "own_word", "suggestions"},
    "exports": BASE,
    "terminal": {"gaps", "summary"},
    "cli": {"errors", "terminal"},
}
LIBRARY = sorted((ROOT / "netgraph").rglob("*.py"))
DASHBOARD = sorted((ROOT / "dashboard").rglob("*.py"))


def imported(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names}
    return names | {n.module for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) and n.module}


def room_of(path):
    return path.relative_to(ROOT / "netgraph").parts[0].removesuffix(".py")


def test_the_plan_names_every_room():
    assert {room_of(path) for path in LIBRARY} - {"__init__"} == set(ALLOWED)


@pytest.mark.parametrize("path", LIBRARY, ids=lambda p: str(p.relative_to(ROOT)))
def test_each_room_imports_only_what_the_plan_allows(path):
    room = room_of(path)
    if room == "__init__":
        return
    rooms = {name.split(".")[1] for name in imported(path) if name.startswith("netgraph.")}
    assert rooms <= ALLOWED[room] | {room}


@pytest.mark.parametrize("path", LIBRARY, ids=lambda p: str(p.relative_to(ROOT)))
def test_the_library_never_imports_dash(path):
    assert not {name for name in imported(path) if name.split(".")[0].startswith("dash")}


@pytest.mark.parametrize("path", DASHBOARD, ids=lambda p: str(p.relative_to(ROOT)))
def test_the_dashboard_uses_the_public_face_alone(path):
    assert not {name for name in imported(path) if name.startswith("netgraph.")}


@pytest.mark.parametrize("path", LIBRARY + DASHBOARD, ids=lambda p: str(p.relative_to(ROOT)))
def test_nothing_under_the_gpl_is_imported(path):
    assert not {name.split(".")[0] for name in imported(path)} & {
        "igraph",
        "leidenalg",
        "unidecode",
    }
