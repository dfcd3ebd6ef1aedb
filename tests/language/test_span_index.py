"""Span indexes: each answers as a search through all spans would."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.language.span_index import ContainingSpans, OccupiedSpans, SpanIndex

_SPANS = st.lists(
    st.tuples(st.integers(0, 40), st.integers(1, 12)).map(lambda one: (one[0], one[0] + one[1])),
    max_size=12,
)


@given(_SPANS, st.integers(0, 50))
def test_the_first_span_given_owns_a_position(spans: list[tuple[int, int]], place: int) -> None:
    owners = ContainingSpans((start, end, index) for index, (start, end) in enumerate(spans))
    wanted = [index for index, (start, end) in enumerate(spans) if start <= place < end]
    assert owners.find_owner(place) == (wanted[0] if wanted else None)


@given(_SPANS, st.integers(0, 50), st.integers(1, 10))
def test_spans_are_found_by_position(spans: list[tuple[int, int]], start: int, length: int) -> None:
    index = SpanIndex(spans, lambda span: span)
    end = start + length
    assert list(index.find_starting(start, end)) == sorted(
        span for span in spans if start <= span[0] < end
    )
    assert index.find_overlapping(start, end) == sorted(
        span for span in spans if span[0] < end and start < span[1]
    )


@given(_SPANS, st.integers(0, 50), st.integers(1, 10))
def test_an_overlap_is_found(spans: list[tuple[int, int]], start: int, length: int) -> None:
    occupied = OccupiedSpans()
    kept: list[tuple[int, int]] = []
    for span in spans:
        free = not any(span[0] < held[1] and held[0] < span[1] for held in kept)
        assert occupied.has_overlap(*span) is not free
        if free:
            occupied.add(*span)
            kept.append(span)
    overlaps = any(start < held[1] and held[0] < start + length for held in kept)
    assert occupied.has_overlap(start, start + length) is overlaps
