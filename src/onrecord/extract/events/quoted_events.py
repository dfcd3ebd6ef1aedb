"""Events in quotes: what the quote around an event states of who acts and how certain it is.

In: a page's quotes; an event's words, participants and reading. Out: the quote that contains an event, its participants as
the speaker means them, and the status of a speaker's own "will". Out of scope: events that the page itself reports.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from onrecord.extract.events.en.function_words import THIRD_PERSON_SUBJECTS
from onrecord.extract.events.en.nouns import OFFICES
from onrecord.extract.events.en.verbs import ANNOUNCEMENT_CUES
from onrecord.language.clauses.verb_status import StatusReading
from onrecord.language.en.function_words import FIRST_PERSON_SUBJECTS
from onrecord.language.span_index import ContainingSpans
from onrecord.records import Part, Participant, Quote

_FIRST_PERSON_POSSESSIVE = re.compile(r"(?:.*\bof )?(?:our|my)\b", re.IGNORECASE)


class QuotedContent(NamedTuple):
    """A quote, and one of the stretches of its content."""

    quote: Quote
    content: Part


class QuoteIndex:
    """The quotes of a page, found by position."""

    def __init__(self, quotes: Iterable[Quote]) -> None:
        self._contents = sorted(
            (QuotedContent(quote, part) for quote in quotes for part in quote.content),
            key=lambda one: (one.content.end - one.content.start, one.quote.id),
        )
        self._by_position = ContainingSpans(
            (one.content.start, one.content.end, one) for one in self._contents
        )

    def is_quoted(self, position: int) -> bool:
        """Return whether code point `position` is in the content of a quote."""
        return self._by_position.find_owner(position) is not None

    def find_quote(self, words: Part) -> QuotedContent | None:
        """Return the shortest quoted content that contains `words`, or None."""
        shortest = self._by_position.find_owner(words.start)
        if shortest is None or words.end <= shortest.content.end:
            return shortest
        # Words that run past the end of the shortest content may be in a longer one.
        return next((one for one in self._contents if _is_within(words, one.content)), None)


def _is_within(words: Part, content: Part) -> bool:
    return content.start <= words.start and words.end <= content.end


def filter_quoted_participants(
    participants: tuple[Participant, ...], quoted: QuotedContent | None
) -> tuple[Participant, ...]:
    """Return the participants that a direct quote contains: a parse does not reach past its quotation marks.

    Outside a direct quote all are returned.
    """
    if quoted is None or quoted.quote.kind != "direct":
        return participants
    content = quoted.content
    return tuple(p for p in participants if content.start <= p.start and p.end <= content.end)


def resolve_first_person(
    actors: tuple[Participant, ...], quote: Quote | None
) -> tuple[Participant, ...]:
    """Return the actors, "I" in direct speech with the entity of the quote's source."""
    if quote is None or quote.kind == "indirect" or quote.source is None:
        return actors
    entity = quote.source.entity
    return tuple(replace(actor, entity=entity) if actor.text == "I" else actor for actor in actors)


def resolve_quoted_status(
    reading: StatusReading, actors: tuple[Participant, ...], quote: Quote | None
) -> str:
    """Return the status of an event in a quote: a speaker's own "will" is a promise."""
    is_future = reading.status == "planned" and reading.basis == "future"
    if not is_future or quote is None or quote.source is None:
        return reading.status
    is_own = not actors or actors[0].entity is not None
    if is_own and _is_official_announcement(quote):
        return "promised"
    promised = any(_is_speaker(actor, quote) for actor in actors)
    return "promised" if promised else reading.status


def _is_speaker(actor: Participant, quote: Quote) -> bool:
    """Return whether an actor in a quote is its speaker, or belongs to the speaker ("our troops")."""
    word = actor.text.lower()
    is_first_person = word in FIRST_PERSON_SUBJECTS or _FIRST_PERSON_POSSESSIVE.match(actor.text)
    if quote.kind != "indirect" and is_first_person:
        return True
    if quote.kind != "direct" and word in THIRD_PERSON_SUBJECTS:
        return True
    speaker = quote.source.entity if quote.source is not None else None
    return actor.entity is not None and actor.entity == speaker


def _is_official_announcement(quote: Quote) -> bool:
    """Return whether an office announces what its own state or body will do."""
    if quote.cue is None or quote.source is None:
        return False
    cue = quote.cue.text.lower().split()
    source = re.findall(r"\w+", quote.source.text.lower())
    return not (ANNOUNCEMENT_CUES.isdisjoint(cue) or OFFICES.isdisjoint(source))
