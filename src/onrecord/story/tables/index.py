"""What a row needs besides its record: the page it is from, the entities it names, the times and quotes it refers to.

In: look-ups of an open story. Out: values. Out of scope: reading the story.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from onrecord.records import Entity, Source
from onrecord.story.views import PageHead


@dataclass(frozen=True, slots=True)
class TableIndex:
    """Look-ups of one story.

    Attributes:
        heads: pages by id.
        entities: story-wide entities, by their own ids and by those of the pages' entities they are merged from.
        times: (value or None, words) of each time, by id.
        sources: source of each quote, or None, by id.
        versions: what made each page's records, in words, by page.
        read_text: returns a page's text.
        read_words: returns (page, words) of a record, (page, title) of a page, None of anything else.

    """

    heads: Mapping[str, PageHead]
    entities: Mapping[str, Entity]
    times: Mapping[str, tuple[str | None, str]]
    sources: Mapping[str, Source | None]
    versions: Mapping[str, str]
    read_text: Callable[[str], str]
    read_words: Callable[[str], tuple[str, str] | None]

    def find_entity(self, entity: str | None) -> Entity | None:
        """Return the story-wide entity of an entity's id; None where there is none."""
        return self.entities.get(entity) if entity else None

    def find_name(self, entity: str | None) -> str | None:
        """Return the name of an entity; None where it has no name, but only a role."""
        found = self.find_entity(entity)
        return None if found is None or found.type == "role" else found.name

    def find_time_value(self, time: str | None) -> str | None:
        """Return the TIMEX3 value of a time; None where it is open."""
        return self.times[time][0] if time is not None and time in self.times else None

    def find_time_words(self, time: str | None) -> str | None:
        """Return the words of a time."""
        return self.times[time][1] if time is not None and time in self.times else None

    def find_source(self, quote: str | None) -> Source | None:
        """Return the source of a quote, None where it has none or there is no quote."""
        return self.sources.get(quote) if quote else None
