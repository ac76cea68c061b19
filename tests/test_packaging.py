"""What is installed: two locks that agree, name no address, and bring users nothing under a copyleft licence."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LOCKS = ("run", "dev")
PIN = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>[^ ]+)", re.MULTILINE)


def text(lock: str) -> str:
    return (ROOT / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")


def pins(lock: str) -> set[tuple[str, str]]:
    return {(match["name"], match["version"]) for match in PIN.finditer(text(lock))}


def names(requirements: list[str]) -> set[str]:
    return {re.split(r"[\[<>=!~; ]", requirement)[0].lower() for requirement in requirements}


def test_what_users_get_is_what_is_tested() -> None:
    assert pins("run") < pins("dev")


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_is_pinned_by_hash(lock: str) -> None:
    entries = re.split(r"^(?=[a-z])", text(lock), flags=re.MULTILINE)[1:]
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_address(lock: str) -> None:
    assert not re.search(r"https?:|file:|--(extra-)?index-url|--find-links| @ ", text(lock))


def test_what_the_project_asks_for_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [requirement for extra in project["optional-dependencies"].values() for requirement in extra]
    assert names(project["dependencies"]) <= {name for name, _ in pins("run")}
    assert names(extras) - {"vnkg"} <= {name for name, _ in pins("dev")}


def test_users_get_nothing_under_the_gpl() -> None:
    for name in {name for name, _ in pins("run")}:
        about = metadata(name)
        fields = ("License-Expression", "License", "Classifier")
        licences = [value for field in fields for value in about.get_all(field, [])]
        assert licences, f"{name} states no licence"
        assert not any(re.search(r"\b[AL]?GPL|GNU", licence) for licence in licences), name
