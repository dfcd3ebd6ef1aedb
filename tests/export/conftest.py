"""The hostile story, and exports of it and of the example."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from onrecord.export import export
from onrecord.story import open_story, parse_selection
from tests.export.hostile_story import make_hostile_story


@dataclass(frozen=True)
class HostileStory:
    path: Path
    ids: dict[str, str]


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> HostileStory:
    path = tmp_path_factory.mktemp("hostile") / "hostile.db"
    return HostileStory(path, make_hostile_story(path))


Exported = Callable[..., list[Path]]


@pytest.fixture
def exported(tmp_path: Path) -> Exported:
    """Return what writes a story in a format and returns the files: `exported(path, form, name, *wheres, notes=[])`."""

    def write(
        story: Path, form: str, name: str, *wheres: str, notes: list[str] | None = None
    ) -> list[Path]:
        told = notes if notes is not None else []
        with open_story(story) as opened:
            selection = parse_selection(opened, wheres)
            return export(opened, form, tmp_path / name, selection=selection, report=told.append)

    return write
