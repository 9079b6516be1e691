"""A process whose children import files and are killed while they do; see test_killed.py.

Reads a line of JSON for each child to start: ``path``, ``file``, and ``after``
(seconds) or ``statement`` (the how-manieth SQL statement) to kill it at. Answers
with a line: how the child ended, after how many seconds and statements.
"""

import json
import os
import signal
import struct
import sys
import time

import sqlalchemy as sql

import netgraph as ng
from netgraph.importers import read_parts


def run(path, file, statement, out):
    """Import one file; tell when it begins, and how many statements it took."""
    count = 0

    def counted(*_):
        nonlocal count
        count += 1
        if count == statement:
            os.kill(os.getpid(), signal.SIGKILL)

    sql.event.listen(sql.engine.Engine, "before_cursor_execute", counted)
    sql.event.listen(sql.engine.Engine, "commit", counted)
    os.write(out, struct.pack("i", 0))
    with ng.Workspace(path) as workspace:
        workspace.add(file)
    os.write(out, struct.pack("i", count))


def start(path, file, statement=None, **_):
    """Start a child; gives its id and the pipe that it writes to."""
    here, there = os.pipe()
    child = os.fork()
    if child == 0:
        status = 1
        try:
            run(path, file, statement, there)
            status = 0
        finally:
            os._exit(status)
    os.close(there)
    os.read(here, 4)  # it begins
    return child, here


def finish(child, pipe, begun):
    """Wait for a child."""
    _, status = os.waitpid(child, 0)
    seconds = time.monotonic() - begun
    told = os.read(pipe, 4)
    os.close(pipe)
    ended = "killed" if os.WIFSIGNALED(status) else "done" if status == 0 else "failed"
    return {
        "ended": ended,
        "seconds": seconds,
        "statements": struct.unpack("i", told)[0] if told else 0,
    }


def serve():
    """Do what the lines ask for."""
    read_parts(("a.csv", b"First Name,Last Name,URL,Position,Company,Connected On\n,,,,,\n"))
    for line in sys.stdin:
        jobs = json.loads(line)
        begun = time.monotonic()
        children = [start(**job) for job in jobs]
        for (child, _), job in zip(children, jobs, strict=True):
            if job.get("after") is not None:
                time.sleep(job["after"])
                os.kill(child, signal.SIGKILL)
        print(json.dumps([finish(*child, begun) for child in children]), flush=True)


if __name__ == "__main__":
    serve()
