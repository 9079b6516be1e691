"""The notebooks run from top to bottom, and their outputs in the repository are small."""

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

NOTEBOOKS = sorted((Path(__file__).parents[1] / "notebooks").glob("*.ipynb"))
each_notebook = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)


def test_there_are_notebooks():
    assert NOTEBOOKS


@each_notebook
def test_runs_from_top_to_bottom(path, tmp_path):
    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(
        notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": tmp_path}}
    )
    client.execute()  # an error in a cell is raised here
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert all(cell.execution_count for cell in cells)
    assert any("plotly" in kind for cell in cells for kind in outputs(cell))


@each_notebook
def test_committed_outputs_are_small(path):
    assert path.stat().st_size < 300_000


def outputs(cell):
    return [kind for output in cell.outputs for kind in output.get("data", {})]
