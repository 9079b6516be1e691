"""`netgraph demo` and `netgraph dashboard`: the pages in the browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import netgraph as ng
from netgraph.cli._network import nobody_named, open_workspace, tell_unreadable
from netgraph.cli._options import add_files, add_workspace
from netgraph.cli._printing import console

if TYPE_CHECKING:
    import argparse

    from netgraph.cli._options import Commands

_IN_MEMORY = ":memory:"


def add_to(commands: Commands) -> None:
    """Add `demo` and `dashboard` to the commands."""
    demo = commands.add_parser(
        "demo", help="open the dashboard on the network of an invented person"
    )
    _add_server_options(demo)
    demo.set_defaults(run=_demo)

    dashboard = commands.add_parser(
        "dashboard",
        help="open the dashboard on your own network",
        description="Open the dashboard. Without files it shows the workspace, and what you add "
        "or decide is kept there. With files it shows these, and nothing is kept; with files "
        "and --workspace they are imported first.",
    )
    add_files(dashboard, nargs="*")
    add_workspace(dashboard)
    _add_server_options(dashboard)
    dashboard.set_defaults(run=_dashboard)


def _add_server_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--port", type=int, default=8050, help="first port to try (default: %(default)s)"
    )
    parser.add_argument("--no-browser", action="store_true", help="do not open a browser window")


def _demo(options: argparse.Namespace) -> int:
    with ng.Workspace(_IN_MEMORY) as workspace:
        with console(errors=True).status("Reading the example ..."):
            workspace.add(*ng.example(earlier=True))
            workspace.add(*ng.example())
        return _serve(workspace, options, example=True)


def _dashboard(options: argparse.Namespace) -> int:
    in_memory = bool(options.files) and not options.workspace
    with ng.Workspace(_IN_MEMORY) if in_memory else open_workspace(options) as workspace:
        if options.files:
            _read(workspace, options)
        return _serve(workspace, options)


def _read(workspace: ng.Workspace, options: argparse.Namespace) -> None:
    with console(errors=True).status("Reading the files ..."):
        read = workspace.add(*options.files, ego=options.ego)
        if workspace.contacts.people["is_ego"].all():
            raise nobody_named(options.files, read.files, read.rejected)
    tell_unreadable(read.files)


def _serve(workspace: ng.Workspace, options: argparse.Namespace, *, example: bool = False) -> int:
    terminal = console(errors=True)
    with terminal.status("Putting together who is who ..."):
        contacts = workspace.contacts
    if len(contacts.files):
        terminal.print(f"{contacts!r}", soft_wrap=True)
    with terminal.status("Starting the dashboard ..."):
        from netgraph_dashboard.server import serve  # noqa: PLC0415 - dash takes its time
    serve(workspace, port=options.port, browser=not options.no_browser, example=example)
    return 0
