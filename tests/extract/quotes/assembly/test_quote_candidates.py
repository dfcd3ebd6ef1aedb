"""Drafts: which stretches of a page are told already."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract.quotes.assembly.candidates import SpanCover, join_overlapping_spans

SPANS = st.lists(
    st.tuples(st.integers(0, 40), st.integers(1, 12)).map(lambda it: (it[0], it[0] + it[1])),
    max_size=8,
)


@given(SPANS, st.integers(0, 50), st.integers(1, 10))
def test_cover_touches_as_a_walk_through_all_does(
    spans: list[tuple[int, int]], start: int, length: int
) -> None:
    end = start + length
    walked = any(first < end and start < last for first, last in spans)
    assert SpanCover(spans).has_overlap(start, end) == walked


@given(SPANS, st.integers(0, 50), st.integers(1, 10))
def test_cover_holds_what_one_of_them_holds(
    spans: list[tuple[int, int]], start: int, length: int
) -> None:
    end = start + length
    walked = any(first <= start and end <= last for first, last in spans)
    assert SpanCover(spans).has_span(start, end) == walked


@given(SPANS)
def test_joined_spans_keep_every_character_once(spans: list[tuple[int, int]]) -> None:
    joined = join_overlapping_spans(spans)
    covered = [place for start, end in joined for place in range(start, end)]
    assert len(covered) == len(set(covered))
    assert set(covered) == {place for start, end in spans for place in range(start, end)}
