"""Told in a quote: what the quote around an event says of who acts and of how sure it is.

In: a page's quotes; an event's words, people and reading. Out: the quote an event is told in, its people as the
speaker means them, and the status of what a speaker says will be. Out of scope: events the page tells itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from onrecord.language.clauses.verb_status import StatusReading
from onrecord.language.en.function_words import FIRST_PERSON_SUBJECTS
from onrecord.language.span_index import ContainingSpans
from onrecord.records import Part, Participant, Quote

Said = tuple[Quote, Part]
"""A quote, and the part of its content that is meant."""
_THIRD_PERSON = frozenset({"he", "she", "they", "it"})
_ANNOUNCING = frozenset(
    "announce announces announced announcing confirm confirms confirmed confirming pledges pledged".split()
)
_OFFICES = frozenset(
    "minister ministers ministry government president chancellor premier secretary cabinet department mayor"
    " council chairman executive spokesman spokeswoman spokesperson".split()
)
"""Words of sources that speak for their state or body."""
_OUR = re.compile(r"(?:.*\bof )?(?:our|my)\b", re.IGNORECASE)


class Saying:
    """A page's quotes, to be asked which one holds a place."""

    def __init__(self, quotes: Iterable[Quote]) -> None:
        self._said = sorted(
            ((quote, part) for quote in quotes for part in quote.content),
            key=lambda held: (held[1].end - held[1].start, held[0].id),
        )
        self._held = ContainingSpans((said[1].start, said[1].end, said) for said in self._said)

    def is_said(self, position: int) -> bool:
        """Return whether a quote's content holds `position`."""
        return self._held.find_owner(position) is not None

    def at(self, words: Part) -> Said | None:
        """Return the shortest quote in whose content `words` stand, and that content; or None."""
        near = self._held.find_owner(words.start)
        if near is None or words.end <= near[1].end:
            return near
        # Words that run over the shortest one's end may stand in a longer one.
        return next((said for said in self._said if _holds(said[1], words)), None)


def _holds(content: Part, words: Part) -> bool:
    return content.start <= words.start and words.end <= content.end


def within(people: tuple[Participant, ...], said: Said | None) -> tuple[Participant, ...]:
    """Return those of `people` that a direct quote holds: no parse reaches past its quote marks."""
    if said is None or said[0].kind != "direct":
        return people
    return tuple(p for p in people if said[1].start <= p.start and p.end <= said[1].end)


def speaking(actors: tuple[Participant, ...], quote: Quote | None) -> tuple[Participant, ...]:
    """Return the actors, "I" of a direct quote as its source's entity."""
    if quote is None or quote.kind == "indirect" or quote.source is None:
        return actors
    entity = quote.source.entity
    return tuple(replace(a, entity=entity) if a.text == "I" else a for a in actors)


def spoken_status(
    reading: StatusReading, actors: tuple[Participant, ...], quote: Quote | None
) -> str:
    """Return the status, where a speaker's own "will" is a promise."""
    own = reading.status == "planned" and reading.kind == "will"
    if not own or quote is None or quote.source is None:
        return reading.status
    if _is_announced(quote) and (not actors or actors[0].entity is not None):
        return "promised"
    promised = any(_is_speaker(actor, quote) for actor in actors)
    return "promised" if promised else reading.status


def _is_speaker(actor: Participant, quote: Quote) -> bool:
    """Return whether an actor of a quote is who says it, or the speaker's own."""
    word = actor.text.lower()
    if quote.kind != "indirect" and (word in FIRST_PERSON_SUBJECTS or _OUR.match(actor.text)):
        return True
    if quote.kind != "direct" and word in _THIRD_PERSON:
        return True
    whose = quote.source.entity if quote.source is not None else None
    return actor.entity is not None and actor.entity == whose


def _is_announced(quote: Quote) -> bool:
    """Return whether an office announces what its own state or body will do."""
    if quote.cue is None or quote.source is None:
        return False
    cue, source = quote.cue.text.lower().split(), re.findall(r"\w+", quote.source.text.lower())
    return not (_ANNOUNCING.isdisjoint(cue) or _OFFICES.isdisjoint(source))
