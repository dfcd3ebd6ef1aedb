from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.link.comparison.day_intervals import measure_gap_days, read_interval
from onrecord.link.comparison.demonyms import find_demonym_adjectives, find_powers
from onrecord.link.comparison.sentences import find_sentence, iter_sentences
from onrecord.link.comparison.text_keys import find_head_stem, find_stems, stem
from onrecord.pages import page_from_text
from onrecord.records import Entity, Evidence
from onrecord.records.page import REPORTED


@pytest.mark.parametrize(
    "forms",
    ["send sends sent sending", "train trains trained training", "plan planned planning", "carry carried carries",
     "build built builds", "promise promised promises", "city cities"],
)  # fmt: skip
def test_forms_share_a_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("a", "b"), [("army", "arm"), ("mission", "miss"), ("deal", "dead"), ("ship", "shop")]
)
def test_other_words_do_not(a: str, b: str) -> None:
    assert stem(a) != stem(b)


@pytest.mark.parametrize(
    ("phrase", "head"),
    [
        ("the northern coastguard of Orland", "coastguard"),
        ("soldiers killed in the storm", "soldier"),
        ("a 40-bed field hospital at Tarn, on the lake", "hospital"),
    ],
)
def test_head(phrase: str, head: str) -> None:
    assert find_head_stem(phrase) == head


def test_stop_words_carry_no_meaning() -> None:
    assert find_stems("It will have been there") == frozenset()


def test_sentences_keep_titles_and_quotes_whole() -> None:
    text = "Mr. Gall said so. “It is late.” He left at 5.30 p.m. on Friday.\n\nNobody saw."
    page = page_from_text(text)
    found = [text[start:end] for start, end in iter_sentences(page, REPORTED)]
    assert found[0] == "Mr. Gall said so."
    assert found[-1] == "Nobody saw."


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="aB. \n“”!?1", min_size=1, max_size=60), st.integers(0, 59))
def test_sentence_span_is_inside_the_text(text: str, position: int) -> None:
    start, end = find_sentence(text, min(position, len(text) - 1))
    assert 0 <= start <= end <= len(text)


@pytest.mark.parametrize(
    ("value", "shown", "sureness"),
    [
        ("2016-03-08", "2016-03-08", "day"),
        ("2016-03-08T17:20:00+02:00", "2016-03-08", "day"),
        ("2016-03", "2016-03", "month"),
        ("2016", "2016", "year"),
        ("2017-SP", "2017", "year"),
        ("2017-Q2", "2017", "year"),
        ("2017-W14", "2017-04", "month"),
        ("2017-W05", "2017", "year"),
    ],
)
def test_reach(value: str, shown: str, sureness: str) -> None:
    reach = read_interval(value)
    assert reach is not None
    assert (reach.shown, reach.sureness) == (shown, sureness)
    assert reach.first <= reach.last


@pytest.mark.parametrize(
    "value", [None, "", "P2Y", "PRESENT_REF", "XXXX-03", "2016-13", "2016-02-31", "2016-W60"]
)
def test_no_reach(value: str | None) -> None:
    assert read_interval(value) is None


def test_days_between() -> None:
    first, second = read_interval("2016-03"), read_interval("2016-04-05")
    assert measure_gap_days(first, second) == measure_gap_days(second, first) == 5
    assert measure_gap_days(first, read_interval("2016-03-09")) == 0
    assert measure_gap_days(first, None) is None


def entity(name: str, kind: str, *more: str) -> Entity:
    return Entity(
        f"n-{name}", Evidence("p", 0, 1, None, name, "hand@1"), kind, name, (name, *more), (), 1
    )


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Orlandian divers", ["Orland"]),
        ("Tarsian and Orlandian troops", ["Tarsia", "Orland"]),
        ("the HLW", ["Harbour League of Wardens"]),
        ("British troops", ["United Kingdom"]),
        ("a man of Orlando", []),
        ("Tarpaulin", []),
    ],
)
def test_powers(words: str, expected: list[str]) -> None:
    found = [
        entity("Orland", "place"),
        entity("Tarsia", "place"),
        entity("Britain", "place"),
        entity("Harbour League of Wardens", "organisation"),
    ]
    known = find_powers(found, {one.id: one.id for one in found})
    assert [power.name for _, _, power in known.iter_mentions(words)] == expected


def person(name: str) -> Entity:
    return Entity(
        f"n-{name}",
        Evidence("p-1", 0, len(name), None, name, "t@1"),
        "person",
        name,
        (name,),
        (),
        1,
    )


@pytest.mark.parametrize(
    ("people", "text", "expected"),
    [
        (["Osmary"], "The Osmarian engineers left.", ["Osmary"]),
        (["Trell"], "A Trellian plan, critics say.", []),
        (["Osmary", "Ada Osmary"], "The Osmarian engineers left.", []),
        (["Osmary"], "The engineers left.", []),
    ],
    ids=["country taken for a person", "a person's adjective", "a surname", "no adjective"],
)
def test_an_adjective_of_a_people_makes_a_country(
    people: list[str], text: str, expected: list[str]
) -> None:
    found = [person(name) for name in people]
    known = find_powers(found, {}, find_demonym_adjectives(text))
    assert [
        power.name for _, _, power in known.iter_mentions(f"{people[0]} sent 40 divers")
    ] == expected
