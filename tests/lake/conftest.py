"""A crawl, the lake that is made of it, linked, and the story that `build` makes of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord import run
from tests.lake.crawl import write_crawl

ARCHIVES, PAGES_EACH = 6, 2


@pytest.fixture(scope="session")
def crawl(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six web archives of two pages; the last also holds the first page again."""
    return write_crawl(tmp_path_factory.mktemp("crawl"), ARCHIVES, PAGES_EACH)


@pytest.fixture(scope="session")
def built(crawl: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The crawl as a story file."""
    path = tmp_path_factory.mktemp("built") / "story.db"
    run.build([crawl], path, run.RunOptions(model="small", title="A crawl"))
    return path
