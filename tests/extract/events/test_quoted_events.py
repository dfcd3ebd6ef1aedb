"""Which quote contains an event, and what its speaker's "will" states."""

from __future__ import annotations

import random

import pytest

from onrecord.extract.events.quoted_events import QuoteIndex, resolve_quoted_status
from onrecord.language.clauses.verb_status import StatusReading
from onrecord.records import Evidence, Part, Participant, Quote, Source

WORDS = "x" * 60


def quote(id_: str, *spans: tuple[int, int], kind: str = "direct") -> Quote:
    parts = tuple(Part(WORDS[start:end], start, end) for start, end in spans)
    held = Evidence("p-1", spans[0][0], spans[-1][1], None, "", "quotes@1")
    cue, source = Part("said", 0, 4), Source("Ida Noor", 5, 13, "named", "n-1")
    return Quote(id_, held, kind, parts, cue, source, (), "body")


def test_the_shortest_content_that_holds_all_the_words_is_found() -> None:
    chance = random.Random(3)
    for _ in range(200):
        quotes = []
        for number in range(chance.randrange(5)):
            start = chance.randrange(50)
            quotes.append(quote(f"q-{number}", (start, start + chance.randrange(1, 12))))
        index = QuoteIndex(quotes)
        for start in range(0, 58, 3):
            words = Part("", start, start + chance.randrange(1, 4))
            holding = [
                (one, part)
                for one in quotes
                for part in one.content
                if part.start <= words.start and words.end <= part.end
            ]
            first = min(
                holding, key=lambda held: (held[1].end - held[1].start, held[0].id), default=None
            )
            assert index.find_quote(words) == first
            held = any(one.content[0].start <= start < one.content[0].end for one in quotes)
            assert index.is_quoted(start) is held


@pytest.mark.parametrize(
    ("word", "entity", "kind", "status"),
    [
        ("We", None, "direct", "promised"),
        ("our troops", None, "mixed", "promised"),
        ("she", None, "indirect", "promised"),
        ("Noor", "n-1", "indirect", "promised"),
        ("she", None, "direct", "planned"),
        ("we", None, "indirect", "planned"),
        ("the council", "n-2", "direct", "planned"),
    ],
)
def test_a_speaker_s_own_will_is_a_promise(
    word: str, entity: str | None, kind: str, status: str
) -> None:
    reading = StatusReading("planned", negated=False, basis="future")
    actors = (Participant(word, 0, len(word), entity),)
    assert resolve_quoted_status(reading, actors, quote("q-1", (0, 9), kind=kind)) == status
    assert resolve_quoted_status(reading, actors, None) == "planned"
