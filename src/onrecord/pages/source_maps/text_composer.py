"""A page's text, zones and byte map, made together.

In: the pieces of the source, zone by zone. Out: the text, in which each zone's white space is
collapsed and zones stand a blank line apart; the zones; the map to the bytes. Out of scope: which
words belong to which zone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.pages.dom.markup import LINE_BREAK
from onrecord.pages.dom.text_runs import TextRun
from onrecord.pages.source_maps.bytemap import SegmentMap, SegmentMapBuilder
from onrecord.pages.source_maps.decoding import DecodedSource
from onrecord.records import Zone

SourceStretch = tuple[int, Iterable[TextRun]]
"""What stands before some pieces (`markup.JOINED`, SPACED, LINE, EDGE), and the pieces."""


@dataclass(frozen=True, slots=True)
class ComposedText:
    """The text, its zones and its map."""

    text: str
    zones: tuple[Zone, ...]
    byte_map: SegmentMap


class TextComposer:
    """Takes zones one after the other; `finish` gives the whole."""

    def __init__(self, source: DecodedSource, *, markup: bool) -> None:
        self._maker = SegmentMapBuilder(source, markup=markup)
        self._out: list[str] = []
        self._size = 0
        self._zones: list[Zone] = []

    def add(
        self, role: str, stretches: Iterable[SourceStretch], *, edges: str = " "
    ) -> Zone | None:
        """Add a zone of `role`; return it, or None where the stretches hold no words.

        Args:
            role: the zone's role.
            stretches: its words, which stand one after the other in the source.
            edges: what parts stretches with a block's edge between them.

        """
        begun, gap = self._size, "\n\n" if self._size else ""
        fresh = True
        space: TextRun | None = None
        for before, pieces in stretches:
            if before and not gap:
                gap = "\n" if before == LINE_BREAK else edges if before > LINE_BREAK else " "
            for piece in pieces:
                text, start, end, even = piece
                if text == " ":
                    gap, space = gap or " ", space or piece
                    continue
                if gap:
                    self._part(gap, None if fresh else space)
                    gap = ""
                if fresh:
                    begun, fresh = self._size, False
                space = None
                if not even:
                    self._maker.add_whole(self._size, start, end)
                else:
                    if text[0] == " " and (not self._out or self._out[-1][-1].isspace()):
                        text, start = text[1:], start + 1
                    self._maker.add_even(self._size, start, text)
                self._out.append(text)
                self._size += len(text)
        if fresh:
            return None
        zone = Zone(role, begun, self._size)
        self._zones.append(zone)
        return zone

    def finish(self) -> ComposedText:
        """Return the text, zones and map of what was added."""
        return ComposedText("".join(self._out), tuple(self._zones), self._maker.finish())

    def _part(self, gap: str, space: TextRun | None) -> None:
        """Write the white space `gap`; a single one comes from the bytes of `space`, if there is one."""
        if not self._size:
            return
        if gap == " " and space is not None:
            self._maker.add_whole(self._size, space[1], space[2])
        else:
            self._maker.add_gap(self._size)
        self._out.append(gap)
        self._size += len(gap)
