"""The gold of a story, located in the pages that were built from it.

In: a story's folder and its built story. Out: spans of the gold's words in the pages' text. Out of scope: measuring.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.story import Story

HERE = Path(__file__).parent
DEV, TEST = ("strike", "epidemic"), ("court", "dam")
"""Stories that may be read, and stories of which only totals are looked at."""
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Place:
    """Words of a page of the built story: its id, and where they are in its text (code points, half-open)."""

    page: str
    start: int
    end: int

    def has_overlap(self, page: str, start: int, end: int) -> bool:
        """Return whether a span of a page shares a character with it."""
        return page == self.page and start < self.end and self.start < end


@dataclass(frozen=True, slots=True)
class _Page:
    """A page's text with runs of white space as one space, and where each of its characters was."""

    id: str
    flat: str
    places: list[int]

    def locate(self, sentence: str, words: str | None) -> Place | None:
        """Return where a sentence, or the first occurrence of `words` in it, is in the page's text; None if it is not."""
        sentence = _SPACES.sub(" ", sentence).strip()
        start = self.flat.find(sentence)
        if start < 0:
            return None
        end = start + len(sentence)
        if words is not None:
            start += sentence.find(words)
            end = start + len(words)
        return Place(self.id, self.places[start], self.places[end - 1] + 1)


class GoldStory:
    """The gold of a story over its built pages; what cannot be located (text that the page lost) has no place."""

    def __init__(self, name: str, story: Story) -> None:
        self.name = name
        self.rows: dict[str, Any] = json.loads((HERE / name / "gold.json").read_text("utf-8"))
        self.page_ids = {Path(head.path).name: head.id for head in story.heads()}
        self._pages = {id_: _flatten(id_, story.page(id_).text) for id_ in self.page_ids.values()}

    def locate(self, row: Mapping[str, Any], *, whole: bool = False) -> Place | None:
        """Return the place of a mention's words, or of its `whole` sentence."""
        page = self._pages.get(self.page_ids.get(row["page"], ""))
        return page.locate(row["sentence"], None if whole else row["words"]) if page else None

    def list_mentions(self, rows: Iterable[Mapping[str, Any]]) -> list[Place | None]:
        """Return the places of the mentions that are not weak."""
        return [self.locate(row) for row in rows if not row.get("weak")]


def _flatten(id_: str, text: str) -> _Page:
    characters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        is_space = character.isspace()
        if is_space and (not characters or characters[-1] == " "):
            continue
        characters.append(" " if is_space else character)
        places.append(place)
    return _Page(id_, "".join(characters), places)
