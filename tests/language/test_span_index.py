"""Span indexes: each answers as a search through all spans would."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.language.span_index import ContainingSpans, SpanIndex

_SPANS = st.lists(
    st.tuples(st.integers(0, 40), st.integers(1, 12)).map(lambda one: (one[0], one[0] + one[1])),
    max_size=12,
)


@given(_SPANS, st.integers(0, 50))
def test_the_first_span_given_holds_a_place(spans: list[tuple[int, int]], place: int) -> None:
    holding = ContainingSpans((start, end, index) for index, (start, end) in enumerate(spans))
    wanted = [index for index, (start, end) in enumerate(spans) if start <= place < end]
    assert holding.at(place) == (wanted[0] if wanted else None)


@given(_SPANS, st.integers(0, 50), st.integers(1, 10))
def test_spans_are_found_by_place(spans: list[tuple[int, int]], start: int, length: int) -> None:
    standing = SpanIndex(spans, lambda span: span)
    end = start + length
    assert list(standing.within(start, end)) == sorted(
        span for span in spans if start <= span[0] < end
    )
    assert standing.touching(start, end) == sorted(
        span for span in spans if span[0] < end and start < span[1]
    )
