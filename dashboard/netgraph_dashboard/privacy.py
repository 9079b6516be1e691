"""What keeps the network of a person on their own machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Response, abort, request

if TYPE_CHECKING:
    from flask import Flask

OWN_HOSTS = frozenset({"localhost", "127.0.0.1", "[::1]"})

SOURCES = {
    "default-src": "'self'",
    "script-src": "'self' 'unsafe-inline' 'unsafe-eval'",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    "worker-src": "'self' blob:",
    "form-action": "'self'",
    "base-uri": "'self'",
    "frame-ancestors": "'none'",
}
"""Tells the browser to ask no other host for anything, whatever a script wants.

Dash sets up its pages with an inline script, and AG Grid's formatters are
compiled from text, so those two have to be allowed; both come from here.
"""


def guard(server: Flask) -> None:
    """Answer this machine alone, and let the browser talk to nobody else."""
    policy = "; ".join(f"{kind} {allowed}" for kind, allowed in SOURCES.items())

    @server.before_request
    def refuse_other_names() -> None:
        # a hostile web page can point its own name at 127.0.0.1 and would then
        # read the answers; the name that it asks by gives it away
        host = request.host.rsplit(":", 1)[0] if not request.host.endswith("]") else request.host
        if host not in OWN_HOSTS:
            abort(403, "The dashboard answers on this machine only: use http://127.0.0.1.")

    @server.after_request
    def seal(response: Response) -> Response:
        response.headers["Content-Security-Policy"] = policy
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["X-Content-Type-Options"] = "nosniff"
        return response
