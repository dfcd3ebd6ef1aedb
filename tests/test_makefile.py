"""`make story`: pages of one's own never go into the example's story."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def story_of(*settings: str) -> str:
    """Return the story that `make story` would write, without running anything."""
    make = shutil.which("make")
    if make is None:
        pytest.skip("make is not installed here")
    done = subprocess.run(
        [make, "--no-print-directory", "-n", "story", *settings],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    found = re.search(r' build "[^"]*" -o "([^"]*)"( --manifest)?', done.stdout)
    assert found is not None, done.stdout
    return found[1] + (" and its manifest" if found[2] else "")


@pytest.mark.parametrize(
    ("settings", "story"),
    [
        ((), "story.db and its manifest"),
        (("PAGES=examples/northbridge/pages/",), "story.db and its manifest"),
        (("PAGES=/somewhere/saved-pages",), "saved-pages.db"),
        (("PAGES=saved/",), "saved.db"),
        (("PAGES=/somewhere/story",), "story-pages.db"),
        (("PAGES=my saved pages",), "my saved pages.db"),
        (("PAGES=/",), "pages.db"),
        (("PAGES=saved", "STORY=mine.db"), "mine.db"),
    ],
)
def test_each_folder_of_pages_has_a_story_of_its_own(settings: tuple[str, ...], story: str) -> None:
    assert story_of(*settings) == story
