"""Footnotes: each record that a line rests on gets one, once.

In: records of a story. Out: numbers for lines, and the footnotes in the order they were asked for. Out of scope: which records a line rests on.
"""

from __future__ import annotations

from onrecord.brief.content import Footnote
from onrecord.brief.thresholds import THRESHOLDS
from onrecord.errors import NotFound
from onrecord.records import Record
from onrecord.story import PageHead, Story


class Footnotes:
    """The footnotes of a brief, numbered as they are asked for."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._heads = {head.id: head for head in story.heads()}
        self._notes: dict[tuple[str, int, int], Footnote] = {}

    def cite(self, record: Record) -> int:
        """Return the number of the footnote that quotes a record."""
        evidence = record.evidence
        head = self._heads[evidence.page]
        place = f"characters {evidence.start}–{evidence.end}"
        if evidence.bytes is not None:
            place += f", bytes {evidence.bytes[0]}–{evidence.bytes[1]}"
        return self._note(
            (evidence.page, evidence.start, evidence.end), evidence.text, head, place, record.id
        )

    def cite_words(self, page: str, start: int, end: int, record: str) -> int:
        """Return the number of the footnote that quotes words of a page."""
        head = self._heads[page]
        words = self._story.page(page).text[start:end]
        place = f"characters {start}–{end}"
        return self._note((page, start, end), words, head, place, record)

    def find_record(self, ident: str) -> Record | None:
        """Return a record of the story, or None where there is none of this id."""
        try:
            found = self._story.record(ident)
        except NotFound:
            return None
        return found if isinstance(found, Record) else None

    def describe_page(self, page: str) -> str:
        """Return the outlet and day of a page, as far as known."""
        head = self._heads[page]
        day = head.published.value[:10] if head.published is not None else "day not known"
        return f"{head.outlet or 'outlet not known'}, {day}"

    def list_notes(self) -> tuple[Footnote, ...]:
        """Return the footnotes in order."""
        return tuple(self._notes.values())

    def _note(
        self, key: tuple[str, int, int], words: str, head: PageHead, place: str, record: str
    ) -> int:
        if key not in self._notes:
            self._notes[key] = Footnote(
                number=len(self._notes) + 1,
                words=cut(words, THRESHOLDS.note_chars),
                source=f"{self.describe_page(head.id)}: {head.title or 'no title'}",
                url=head.url,
                place=f"{head.path}, {place}",
                record=record,
            )
        return self._notes[key].number


def cut(words: str, longest: int) -> str:
    """Return words on one line, cut at `longest` characters."""
    flat = " ".join(words.split())
    return flat if len(flat) <= longest else flat[: longest - 1].rstrip() + "…"
