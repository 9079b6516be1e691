"""Serving the dashboard to the browser of this machine, and to nobody else."""

from __future__ import annotations

import logging
import socket
import sys
import threading
import webbrowser
from contextlib import closing
from typing import TYPE_CHECKING

from werkzeug.serving import make_server

from netgraph_dashboard.app import create_app

if TYPE_CHECKING:
    import netgraph as ng

HOST = "127.0.0.1"
_TRIES = 50


def serve(
    contacts: ng.Contacts | None = None,
    *,
    port: int = 8050,
    browser: bool = True,
    example: bool = False,
) -> None:
    """Show the dashboard until it is interrupted.

    Parameters
    ----------
    contacts
        As `netgraph.load` gives them; None to begin with the page Data.
    port
        The first port to try; the next free one is taken.
    browser
        Whether to open a browser window.
    example
        Whether the contacts are an invented person's.
    """
    logging.getLogger("werkzeug").setLevel(logging.ERROR)  # no line per request
    app = create_app(contacts, example=example)
    server = make_server(HOST, free_port(port), app.server, threaded=True)
    address = f"http://{HOST}:{server.port}"
    print(f"The dashboard is at {address} on this machine only. Ctrl+C ends it.", file=sys.stderr)
    if browser:
        threading.Timer(0.3, webbrowser.open, [address]).start()
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        print(file=sys.stderr)
    finally:
        server.server_close()


def free_port(first: int) -> int:
    """Find a port that nothing listens on, from `first` upwards.

    Raises
    ------
    OSError
        If none of 50 is free.
    """
    for port in range(first, first + _TRIES):
        with closing(socket.socket(socket.AF_INET, socket.SOCK_STREAM)) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((HOST, port))
            except OSError:
                continue
            return port
    raise OSError(f"none of the ports {first} to {first + _TRIES - 1} is free: name another")
