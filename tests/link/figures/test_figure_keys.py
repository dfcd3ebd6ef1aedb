from __future__ import annotations

import pytest

from onrecord.link.figures.figure_keys import FigureKey, build_figure_key, is_same_thing
from onrecord.link.index.record_index import index_records
from tests.link.figures.counts import LAND
from tests.link.story_builder import StoryBuilder


def build_key(text: str, words: str, value: float, **given: object) -> FigureKey | None:
    builder = StoryBuilder()
    row = {"words": words, "value": value, **given}
    page = builder.add_page(
        text, "2020-05-01", entities=LAND if "Orland" in text else {}, figures=[row]
    )
    index = index_records(builder.build_input(), {}, {page.id: page.id})
    return build_figure_key(index, builder.records[page.id].figures[0])


@pytest.mark.parametrize(
    ("text", "what", "predicate", "heads"),
    [
        ("In Orland 30 miners were killed.", "miners", "dead", {"people"}),
        ("Orland has 30 trainers.", "trainers", "stock", {"trainers"}),
        ("In Orland 30 soldiers were hurt.", "soldiers", "hurt", {"people"}),
        ("In Orland 30 recruits have been trained.", "recruits", "trained", {"forces"}),
        ("In Orland 30 ferries were painted.", "ferries", "paint", {"ferry"}),
        ("In Orland 30 ferries.", "ferries", "", {"ferry"}),
    ],
)
def test_predicate_and_heads(text: str, what: str, predicate: str, heads: set[str]) -> None:
    key = build_key(text, "30", 30.0, what=what)
    assert key is not None
    assert (key.predicate, set(key.heads)) == (predicate, heads)


@pytest.mark.parametrize(
    ("text", "words", "given"),
    [
        ("Orland has 30 things.", "30", {"what": "things"}),
        ("Orland has 4 ferries.", "4", {"what": "ferries"}),
        ("A correction: Orland has 30 ferries.", "30", {"what": "ferries"}),
        ("£30 was the bill.", "£30", {"unit": "GBP", "what": "bill"}),
    ],
    ids=["vague noun", "small count", "note on a correction", "nothing that costs"],
)
def test_vague_words_make_no_key(text: str, words: str, given: dict[str, object]) -> None:
    value = float(words.lstrip("£"))
    assert build_key(text, words, value, **given) is None


def test_a_difference_is_not_a_level() -> None:
    level = build_key("Orland has 30 ferries.", "30", 30.0, what="ferries")
    change = build_key("Orland has 30 more ferries.", "30", 30.0, what="more ferries")
    assert level is not None
    assert change is not None
    assert (level.is_change, change.is_change) == (False, True)
    assert not is_same_thing(level, change)
    assert is_same_thing(level, level)
