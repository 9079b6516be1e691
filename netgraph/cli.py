"""The `netgraph` command: parses arguments, calls the public face, prints."""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import netgraph as ng

_OK, _USER_ERROR = 0, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; give its exit status.

    A mistake of the user ends with one paragraph and status 2, never with a
    traceback; ``--debug`` shows the traceback all the same.
    """
    options = _parser().parse_args(arguments)
    try:
        status: int = options.run(options)
    except KeyboardInterrupt:
        print(file=sys.stderr)
        return _OK
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output has gone
        return _OK
    except Exception as error:
        from netgraph.errors import NetgraphError  # noqa: PLC0415 - `--help` stays quick

        if options.debug or not isinstance(error, NetgraphError):
            raise
        print(f"netgraph: {error}", file=sys.stderr)
        return _USER_ERROR
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="netgraph",
        description="See your professional network from your own exports. "
        "Nothing leaves this machine.",
        epilog="Begin with: netgraph demo",
    )
    parser.add_argument("--debug", action="store_true", help="show the traceback of an error")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    demo = commands.add_parser(
        "demo", help="open the dashboard on the network of an invented person"
    )
    _add_server_options(demo)
    demo.set_defaults(run=_demo)

    dashboard = commands.add_parser("dashboard", help="open the dashboard on your own exports")
    _add_files(dashboard, nargs="*")
    _add_server_options(dashboard)
    dashboard.set_defaults(run=_dashboard)

    summary = commands.add_parser("summary", help="print clusters, brokers and gaps here")
    _add_files(summary, nargs="+")
    summary.add_argument("--json", action="store_true", help="print JSON, for scripts")
    summary.set_defaults(run=_summary)

    metrics = commands.add_parser("metrics", help="measure everybody; print a table as CSV or JSON")
    _add_files(metrics, nargs="*")
    metrics.add_argument("--list", action="store_true", help="list the metrics and end")
    metrics.add_argument(
        "--metric", action="append", metavar="NAME", help="one of `--list`; may be repeated"
    )
    metrics.add_argument("--with-me", action="store_true", help="measure with you in the network")
    metrics.add_argument("--json", action="store_true", help="print JSON, for scripts")
    metrics.set_defaults(run=_metrics)
    return parser


def _add_files(parser: argparse.ArgumentParser, *, nargs: str) -> None:
    parser.add_argument(
        "files",
        nargs=nargs,
        metavar="FILE",
        help="a LinkedIn archive (ZIP), its unpacked folder or single files, "
        "a list of introductions (CSV)",
    )
    parser.add_argument("--ego", metavar="NAME", help="your own name, if the files do not tell it")


def _add_server_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--port", type=int, default=8050, help="first port to try (default: %(default)s)"
    )
    parser.add_argument("--no-browser", action="store_true", help="do not open a browser window")


def _demo(options: argparse.Namespace) -> int:
    import netgraph as ng  # noqa: PLC0415 - pandas takes a second that `--help` need not wait for

    return _serve(lambda: ng.load(*ng.example()), options, example=True)


def _dashboard(options: argparse.Namespace) -> int:
    def contacts() -> ng.Contacts:
        import netgraph as ng  # noqa: PLC0415 - as above

        return _load_somebody(options) if options.files else ng.Contacts()

    return _serve(contacts, options)


def _serve(
    load: Callable[[], ng.Contacts], options: argparse.Namespace, *, example: bool = False
) -> int:
    from rich.console import Console  # noqa: PLC0415 - as above

    console = Console(stderr=True)
    with console.status("Reading the files ..."):
        contacts = load()
    _tell_unreadable(contacts)
    if len(contacts.files):
        console.print(f"{contacts!r}", highlight=False, soft_wrap=True)
    with console.status("Starting the dashboard ..."):
        from netgraph_dashboard.server import serve  # noqa: PLC0415 - dash takes its time, too
    serve(contacts, port=options.port, browser=not options.no_browser, example=example)
    return _OK


def _summary(options: argparse.Namespace) -> int:
    from rich.console import Console  # noqa: PLC0415 - as above

    import netgraph as ng  # noqa: PLC0415 - as above

    with Console(stderr=True).status("Reading the files ...") as status:
        contacts = _load_somebody(options)
        summary = ng.summarise(contacts, progress=lambda step: status.update(f"{step} ..."))
    if options.json:
        print(json.dumps(summary.to_dict(), ensure_ascii=False, indent=1))
    else:
        from netgraph.terminal import print_summary  # noqa: PLC0415 - as above

        print_summary(summary, contacts.rejected)
    return _tell_unreadable(contacts)


def _metrics(options: argparse.Namespace) -> int:
    from rich.console import Console  # noqa: PLC0415 - as above

    import netgraph as ng  # noqa: PLC0415 - as above

    if options.list:
        for name, row in ng.available_metrics().iterrows():
            print(f"{name:<20} {row['summary']}")
        return _OK
    if not options.files:
        raise ng.ImportFormatError("no file is named", remedy="See `netgraph metrics --help`")
    with Console(stderr=True).status("Reading the files ...") as status:
        contacts = _load_somebody(options)
        status.update("Measuring ...")
        graph = ng.build_graph(contacts, ego=options.with_me)
        table = ng.measure(graph, options.metric)
    withheld = table.attrs["withheld"]
    table.insert(0, "name", contacts.people["name"].reindex(table.index))
    table = table.round(6)
    print(table.reset_index().to_json(orient="records") if options.json else table.to_csv())
    for reason in dict.fromkeys(withheld.values()):
        names = ", ".join(name for name, why in withheld.items() if why == reason)
        print(f"netgraph: withheld: {names}: {reason}", file=sys.stderr)
    return _tell_unreadable(contacts)


def _load_somebody(options: argparse.Namespace) -> ng.Contacts:
    """Load the files; to find nobody in them is an error, not an empty answer."""
    import netgraph as ng  # noqa: PLC0415 - as above

    contacts = ng.load(*options.files, ego=options.ego)
    if not contacts.people["is_ego"].all():
        return contacts
    files = contacts.files
    noted = files[
        files["warnings"].notna() & ~files["warnings"].str.startswith("not used", na=False)
    ]
    told = [f"{row['file']}: {row['warnings']}" for row in noted.to_dict("records")]
    refused = contacts.rejected.drop_duplicates("file").to_dict("records")
    told += [f"{row['file']}, row {row['row']}: {row['reason']}" for row in refused]
    raise ng.ImportFormatError(
        f"nobody is named in {', '.join(options.files)}"
        + "".join(f"; {line.rstrip('.')}" for line in told),
        remedy="Give the ZIP of a LinkedIn export with its Connections.csv; "
        "`netgraph demo` shows what it gives",
    )


def _tell_unreadable(contacts: ng.Contacts) -> int:
    """Say on the error stream what could not be read; give the status for it."""
    unread = contacts.files[contacts.files["format"] == "unreadable"]
    for row in unread.to_dict("records"):
        print(f"netgraph: {row['file']}: {row['warnings']}", file=sys.stderr)
    if len(unread):
        print("netgraph: what could be read is kept and counted.", file=sys.stderr)
    return _USER_ERROR if len(unread) else _OK


if __name__ == "__main__":
    sys.exit(main())
