"""Serving the dashboard to the browser of this machine, and to nobody else."""

from __future__ import annotations

import logging
import socket
import threading
import webbrowser
from typing import TYPE_CHECKING

from werkzeug.serving import make_server

import netgraph as ng
from netgraph_dashboard.app import create_app

if TYPE_CHECKING:
    from flask import Flask
    from werkzeug.serving import BaseWSGIServer

HOST = "127.0.0.1"
_TRIES = 50
_LAST_PORT = 65_535


def serve(
    shown: ng.Contacts | ng.Workspace | None = None,
    *,
    port: int = 8050,
    browser: bool = True,
    example: bool = False,
) -> None:
    """Show the dashboard until it is interrupted.

    Parameters
    ----------
    shown
        A workspace, in which everything is kept; or contacts as `netgraph.load`
        gives them, or None to begin with the page Data: what is added to these
        is in memory only.
    port
        The first port to try; the next free one is taken.
    browser
        Whether to open a browser window.
    example
        Whether they are an invented person's.

    Raises
    ------
    netgraph.NetgraphError
        If no port is free.
    """
    logging.getLogger("werkzeug").setLevel(logging.ERROR)  # no line per request: they carry names
    app = create_app(shown, example=example)
    server = listen(app.server, port)
    address = f"http://{HOST}:{server.port}/"
    if server.port != port:
        print(f"Port {port} is taken; using {server.port}.")
    print(f"The dashboard is at {address}, for this machine only. Ctrl+C ends it.", flush=True)
    threading.Thread(target=app.server.extensions["netgraph"].prepare, daemon=True).start()
    if browser:
        threading.Timer(0.3, webbrowser.open, [address]).start()
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        print("\nThe dashboard has ended.")
    finally:
        server.server_close()


def listen(application: Flask, first: int) -> BaseWSGIServer:
    """Bind to the first free port from `first` on; the server still has to be started.

    Raises
    ------
    netgraph.NetgraphError
        If none of 50 ports is free, or there is no such port.
    """
    if not 1 <= first <= _LAST_PORT:
        raise ng.NetgraphError(
            f"port {first} does not exist", remedy=f"Name one from 1 to {_LAST_PORT} with --port"
        )
    last = min(first + _TRIES - 1, _LAST_PORT)
    for port in range(first, last + 1):
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as bound:
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                bound.bind((HOST, port))
            except OSError:
                continue
            bound.listen()  # the server takes over what is bound: nobody comes between
            return make_server(HOST, port, application, threaded=True, fd=bound.fileno())
    raise ng.NetgraphError(
        f"none of the ports {first} to {last} is free", remedy="Name another with --port"
    )
