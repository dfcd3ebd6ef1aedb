"""Footnotes: each record that a line rests on gets one, once.

In: records of a story. Out: numbers for lines, and the footnotes in the order they were asked for. Out of scope: which records a line rests on.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.brief.content import Footnote
from onrecord.brief.thresholds import THRESHOLDS
from onrecord.errors import NotFound
from onrecord.records import Evidence, Page, Record
from onrecord.story import PageHead, Story


class Footnotes:
    """The footnotes of a brief, numbered as they are asked for."""

    def __init__(self, story: Story, heads: Sequence[PageHead]) -> None:
        self._story = story
        self._heads = {head.id: head for head in heads}
        self._notes: dict[tuple[str, int, int, str], Footnote] = {}
        self._pages: dict[str, Page] = {}

    def cite(self, record: Record) -> int:
        """Return the number of the footnote that quotes a record."""
        return self._note(record.evidence, record.id)

    def cite_words(self, page: str, start: int, end: int, record: str) -> int:
        """Return the number of the footnote that quotes words of a page for the record with this id."""
        if page not in self._pages:
            self._pages[page] = self._story.page(page)
        return self._note(self._pages[page].evidence(start, end, ""), record)

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

    def _note(self, evidence: Evidence, record: str) -> int:
        key = evidence.page, evidence.start, evidence.end, record
        if key not in self._notes:
            head = self._heads[evidence.page]
            place = f"{head.path}, characters {evidence.start}–{evidence.end}"
            if evidence.bytes is not None:
                place += f", bytes {evidence.bytes[0]}–{evidence.bytes[1]}"
            self._notes[key] = Footnote(
                number=len(self._notes) + 1,
                words=cut(evidence.text, THRESHOLDS.note_chars),
                source=cut(
                    f"{self.describe_page(head.id)}: {head.title or 'no title'}",
                    THRESHOLDS.note_chars,
                ),
                url=head.url,
                place=place,
                record=record,
            )
        return self._notes[key].number


def quote(words: str) -> str:
    """Return words in quotation marks, but for those that begin or end with one of their own."""
    opening = "" if words[:1] in '“"' else "“"
    closing = "" if words[-1:] in '”"' else "”"
    return f"{opening}{words}{closing}"


def cut(words: str, longest: int) -> str:
    """Return words on one line, cut after a word so that they have at most `longest` characters."""
    flat = " ".join(words.split())
    if len(flat) <= longest:
        return flat
    whole = flat[:longest].rpartition(" ")[0] or flat[: longest - 1]
    return whole.rstrip(" ,;:–—-") + "…"
