"""Who does what to whom: heads of actors and undergoers, and places and times of an event."""

from __future__ import annotations

import pytest

from onrecord.language import Backbone
from onrecord.language.clauses.circumstances import find_place, find_time
from onrecord.language.clauses.mention_index import index_mentions
from onrecord.language.clauses.participants import find_actors, find_undergoers
from onrecord.records import Mention, Page, Records, Time, Zone


@pytest.mark.parametrize(
    ("text", "verb", "actors", "undergoers"),
    [
        ("The council sold the pier to a firm.", "sold", ["council"], ["pier"]),
        ("The pier was sold by the council.", "sold", ["council"], ["pier"]),
        ("The pier was sold.", "sold", [], ["pier"]),
        ("The council is committed to selling the pier.", "committed", ["council"], []),
        ("The council's decision closed the pier.", "closed", ["council"], ["pier"]),
        ("The plan was passed by 40 votes.", "passed", [], ["plan"]),
        ("It was said that the pier had gone.", "said", [], []),
    ],
)
def test_heads(
    backbone: Backbone, text: str, verb: str, actors: list[str], undergoers: list[str]
) -> None:
    token = next(token for token in backbone.nlp(text) if token.text == verb)
    assert [noun.text for noun in find_actors(token)] == actors
    assert [noun.text for noun in find_undergoers(token)] == undergoers


def build_page(text: str) -> Page:
    return Page("p-test", None, "", text, (Zone("body", 0, len(text)),), language="en")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The firm sold the pier in Oresk.", "Oresk"),
        ("The firm sold the pier at Oresk harbour.", "Oresk harbour"),
        ("The firm sold the pier with Oresk.", None),
        ("The firm sold the pier in haste.", None),
    ],
)
def test_a_place_follows_a_preposition_of_place(
    backbone: Backbone, text: str, expected: str | None
) -> None:
    page = build_page(text)
    start = text.find("Oresk")
    mentions = (
        (Mention("m-1", page.evidence(start, len(text) - 1, "t@1"), "place", "n-1"),)
        if start > 0
        else ()
    )
    (block,) = backbone.parse(page).blocks
    verb = next(token for token in block.doc if token.text == "sold")
    place = find_place(index_mentions(page, Records(mentions=mentions)), block, verb)
    assert (place.text if place is not None else None) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The firm sold the pier on Monday.", "Monday", True),
        ("The firm sold the pier after Monday.", "Monday", False),
        ("Divers came on Monday because the firm sold the pier.", "Monday", False),
    ],
)
def test_a_time_depends_on_the_verb(
    backbone: Backbone, text: str, words: str, expected: bool
) -> None:
    page = build_page(text)
    start = text.index(words)
    time = Time("t-1", page.evidence(start, start + len(words), "t@1"), "DATE", "2030-05-13")
    (block,) = backbone.parse(page).blocks
    verb = next(token for token in block.doc if token.text == "sold")
    index = index_mentions(page, Records(times=(time,)))
    assert (find_time(index, block, verb, (0, len(text))) == time) is expected


def test_mentions_and_times_are_found_by_position() -> None:
    page = build_page("Ada Marsh left Oresk on Monday.")
    place = Mention("m-1", page.evidence(15, 20, "t@1"), "place", "n-1")
    time = Time("t-1", page.evidence(24, 30, "t@1"), "DATE", "2030-05-13")
    index = index_mentions(page, Records(mentions=(place,), times=(time,)))
    assert [index.find_mention(position) for position in (14, 15, 19, 20)] == [
        None,
        place,
        place,
        None,
    ]
    assert [index.is_time(position) for position in (23, 24, 29, 30)] == [False, True, True, False]
