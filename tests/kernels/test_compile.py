"""When loops are compiled, and what is said then."""

import subprocess
import sys

import pytest

from netgraph.kernels import _compile


def in_a_new_process(code):
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return told.stdout.strip()


def test_numba_is_not_imported_before_a_loop_is_needed():
    code = (
        "import sys, networkx as nx, netgraph as ng; graph = nx.path_graph(3);"
        "ng.available_metrics(); ng.Adjacency.from_networkx(graph);"
        "print('numba' in sys.modules); ng.measure(graph, ['constraint']);"
        "print('numba' in sys.modules)"
    )
    assert in_a_new_process(code).split() == ["False", "True"]


def test_networkx_may_be_imported_without_the_library():
    code = (
        "import sys; import netgraph.backend; netgraph.backend.get_info();"
        "print(sorted(sys.modules.keys() & {'numba', 'pandas', 'numpy', 'scipy'}))"
    )
    assert in_a_new_process(code) == "[]"


@pytest.mark.parametrize("terminal", [True, False])
def test_compiling_is_announced_once_and_on_a_terminal_alone(terminal, capsys, monkeypatch):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)
    announcement = _compile.Announcement()
    announcement.on_start(None)
    announcement.on_start(None)
    assert capsys.readouterr().err.count("compiling") == terminal


def test_a_loop_runs_where_nothing_can_be_kept(monkeypatch):
    def njit(*, nogil, cache=False):
        if cache:
            raise RuntimeError("cannot cache function: no locator available")
        return lambda function: function if nogil else None

    monkeypatch.setattr(_compile.numba, "njit", njit)
    assert _compile.kernel(abs)(-2) == 2
