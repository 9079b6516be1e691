"""Serve the dashboard to this machine, and to nobody else."""

from __future__ import annotations

import threading
import webbrowser
from typing import TYPE_CHECKING

from flask import abort, request
from werkzeug.serving import WSGIRequestHandler, make_server

import netgraph as ng
from netgraph_dashboard.app import create_app

if TYPE_CHECKING:
    from werkzeug.serving import BaseWSGIServer

HOST = "127.0.0.1"
_TRIES = 50


class _Quiet(WSGIRequestHandler):
    """Keep requests out of the terminal: addresses there would carry names."""

    def log_request(self, *_args: object, **_options: object) -> None:
        """Print nothing."""


def serve(contacts: ng.Contacts, *, port: int = 8050, browser: bool = True) -> None:
    """Show the dashboard until Ctrl-C.

    Parameters
    ----------
    contacts
        Whose network to show.
    port
        The first port to try; a taken one moves on to the next.
    browser
        Whether to open a browser window.

    Raises
    ------
    netgraph.NetgraphError
        If no port is free.
    """
    server = open_server(contacts, port=port)
    address = f"http://{HOST}:{server.port}/"
    if server.port != port:
        print(f"Port {port} is taken; using {server.port}.")
    print(f"netgraph is at {address} (only this machine can see it; Ctrl-C ends it)", flush=True)
    if browser:
        threading.Timer(0.3, webbrowser.open, [address]).start()
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        print("\nnetgraph has ended.")
    finally:
        server.server_close()


def open_server(contacts: ng.Contacts, *, port: int) -> BaseWSGIServer:
    """Bind the dashboard to the first free port from `port` on; do not serve yet."""
    app = create_app(contacts).server
    app.before_request(_refuse_other_hosts)
    for candidate in range(port, min(port + _TRIES, 65_536)):
        try:
            return make_server(HOST, candidate, app, threaded=True, request_handler=_Quiet)
        except (OSError, SystemExit):  # werkzeug exits on a taken port
            continue
    last = min(port + _TRIES, 65_536) - 1
    raise ng.NetgraphError(
        f"no free port from {port} to {last}", remedy="Choose another with --port, such as 9000"
    )


def _refuse_other_hosts() -> None:
    """Answer only to this machine's own names: a web page elsewhere must not read it."""
    name = request.host.rsplit(":", 1)[0]
    if name not in {HOST, "localhost"}:
        abort(403)
