"""The conda recipe and the image say what the project says of itself."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import yaml  # type: ignore[import-untyped]

from onrecord import __version__

ROOT = Path(__file__).parents[1]
BROUGHT_ALONG = ("accurate", "web")
"""Extras that the conda package needs, because conda has none."""


def read_recipe() -> dict[str, Any]:
    recipe: dict[str, Any] = yaml.safe_load((ROOT / "conda/recipe.yaml").read_text("utf-8"))
    return recipe


def read_project() -> dict[str, Any]:
    project: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return project


def test_the_recipe_needs_what_the_project_needs() -> None:
    project, recipe = read_project(), read_recipe()
    extras = [one for name in BROUGHT_ALONG for one in project["optional-dependencies"][name]]
    needed = {re.sub(r"\[.*\]", "", one) for one in [*project["dependencies"], *extras]}
    first, *others = recipe["requirements"]["run"]
    assert first.startswith("python ")
    assert {one.replace(" ", "") for one in others} == needed
    assert recipe["context"]["python_min"] == project["requires-python"].removeprefix(">=")


def test_the_recipe_tells_version_licence_summary_and_command() -> None:
    project, recipe = read_project(), read_recipe()
    assert recipe["context"]["version"] == __version__
    assert recipe["about"]["license"] == project["license"]
    assert recipe["about"]["summary"] == project["description"]
    assert recipe["build"]["python"]["entry_points"] == [
        f"{name} = {target}" for name, target in project["scripts"].items()
    ]
    for name in recipe["about"]["license_file"]:
        assert (ROOT / name).is_file()


def test_the_image_installs_what_is_locked_and_runs_as_nobody_in_particular() -> None:
    lines = (ROOT / "Dockerfile").read_text("utf-8").splitlines()
    copied = [
        line.split()[1] for line in lines if line.startswith("COPY ") and "--from" not in line
    ]
    assert all((ROOT / name).exists() for name in copied)
    assert any("pip install" in line and "-r /source/requirements.lock" in line for line in lines)
    users = [line.split()[1] for line in lines if line.startswith("USER ")]
    assert users
    assert "0" not in users
    assert "root" not in users
    versions = {m[1] for line in lines if (m := re.match(r"FROM python:(\d+\.\d+)-slim", line))}
    assert len(versions) == 1
    assert tuple(map(int, versions.pop().split("."))) >= (3, 11)
