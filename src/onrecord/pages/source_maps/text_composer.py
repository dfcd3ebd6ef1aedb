"""A page's text, zones and byte map, made together.

In: the text runs of the source, zone by zone. Out: the text, in which each zone's white space is collapsed and zones are
separated by a blank line; the zones; the map to the bytes. Out of scope: which words belong to which zone.
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
"""What stands before some text runs (`markup.NO_BREAK` to `PARAGRAPH_BREAK`), and the runs."""


@dataclass(frozen=True, slots=True)
class ComposedText:
    """The text, its zones and its map."""

    text: str
    zones: tuple[Zone, ...]
    byte_map: SegmentMap


class TextComposer:
    """Takes zones one after the other; `finish` returns the whole."""

    def __init__(self, source: DecodedSource, *, markup: bool) -> None:
        self._map_builder = SegmentMapBuilder(source, markup=markup)
        self._parts: list[str] = []
        self._size = 0
        self._zones: list[Zone] = []

    def add(
        self, role: str, stretches: Iterable[SourceStretch], *, block_gap: str = " "
    ) -> Zone | None:
        """Add a zone of `role`; return it, or None where the stretches hold no words.

        Args:
            role: the zone's role.
            stretches: its words, which follow one another in the source.
            block_gap: what separates stretches with a block's edge between them.

        """
        zone_start: int | None = None
        gap = "\n\n" if self._size else ""
        space: TextRun | None = None
        for before, runs in stretches:
            if before and not gap:
                gap = "\n" if before == LINE_BREAK else block_gap if before > LINE_BREAK else " "
            for run in runs:
                if run[0] == " ":
                    gap, space = gap or " ", space or run
                    continue
                if gap:
                    self._add_gap(gap, None if zone_start is None else space)
                    gap = ""
                if zone_start is None:
                    zone_start = self._size
                space = None
                self._add_run(run)
        if zone_start is None:
            return None
        zone = Zone(role, zone_start, self._size)
        self._zones.append(zone)
        return zone

    def finish(self) -> ComposedText:
        """Return the text, zones and map of what was added."""
        return ComposedText("".join(self._parts), tuple(self._zones), self._map_builder.finish())

    def _add_run(self, run: TextRun) -> None:
        text, start, end, is_even = run
        if not is_even:
            self._map_builder.add_whole(self._size, start, end)
        else:
            if text[0] == " " and (not self._parts or self._parts[-1][-1].isspace()):
                text, start = text[1:], start + 1
            self._map_builder.add_even(self._size, start, text)
        self._parts.append(text)
        self._size += len(text)

    def _add_gap(self, gap: str, space: TextRun | None) -> None:
        """Add the white space `gap`; a single space has the bytes of `space`, if there is one."""
        if not self._size:
            return
        if gap == " " and space is not None:
            self._map_builder.add_whole(self._size, space[1], space[2])
        else:
            self._map_builder.add_gap(self._size)
        self._parts.append(gap)
        self._size += len(gap)
