"""What the views are made of: segments, trees, pages of lists, charts, words on screen."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import onrecord.web
from onrecord.records import Comment, Commitment, Entity, Evidence, Source, Time
from onrecord.records.commitment import STATES
from onrecord.records.event import STATUSES
from onrecord.records.link import LINK_KINDS
from onrecord.records.quote import SPEECH
from onrecord.story.source_identification import classify_source
from onrecord.web import labels
from onrecord.web.charts import Dot, build_month_strip, build_plot
from onrecord.web.due import is_due
from onrecord.web.marks import Mark, cut_segments
from onrecord.web.paging import paginate, parse_whole_number
from onrecord.web.render import build_address, estimate_day, format_day, format_number
from onrecord.web.thresholds import THRESHOLDS
from onrecord.web.trees import Branch, build_tree, count_replies
from onrecord.web.views.original import guess_encoding
from onrecord.web.views.record import compare_texts

TEXT = "The port will send about 40 sailors, said one of them."
CSS = (Path(onrecord.web.__file__).parent / "static" / "room.css").read_text(encoding="utf-8")

spans = st.tuples(st.integers(0, 60), st.integers(1, 60)).map(lambda s: (s[0], s[0] + s[1]))


@settings(max_examples=60)
@given(st.lists(spans, max_size=8), spans)
def test_segments_are_the_text_and_know_what_covers_them(
    found: list[tuple[int, int]], here: tuple[int, int]
) -> None:
    marks = [Mark(start, end, f"r{i}", "quotes") for i, (start, end) in enumerate(found)]
    cut = cut_segments(TEXT, 4, 40, marks, here)
    assert "".join(segment.text for segment in cut) == TEXT[4:40]
    position = 4
    for segment in cut:
        assert segment.text
        over = {m.id for m in marks if m.start <= position < m.end}
        assert set(segment.ids) == over
        assert segment.here == (here[0] <= position < here[1])
        position += len(segment.text)
    assert sum(segment.first for segment in cut) <= 1


def comment(order: int, parent: int | None = None, author: str | None = None) -> Comment:
    at = Evidence("p-1", order, order + 1, None, "x", "comments@1")
    return Comment(f"k{order}", at, order, author, parent=None if parent is None else f"k{parent}")


def flat(branches: list[Branch]) -> list[str]:
    return [id_ for b in branches for id_ in (b.comment.id, *flat(b.branches))]


def depth(branches: list[Branch]) -> int:
    return 1 + max((depth(b.branches) for b in branches), default=-1) if branches else 0


@settings(max_examples=60)
@given(st.lists(st.none() | st.integers(0, 30), max_size=30))
def test_a_tree_holds_every_comment_once_whatever_it_answers(parents: list[int | None]) -> None:
    thread = [comment(order, parent) for order, parent in enumerate(parents)]
    roots = build_tree(thread)
    assert sorted(flat(roots)) == sorted(one.id for one in thread)
    assert depth(roots) <= THRESHOLDS.thread_levels + 1


def test_a_thread_of_a_thousand_answers_is_drawn() -> None:
    thread = [comment(order, order - 1 if order else None) for order in range(1000)]
    assert len(flat(build_tree(thread))) == 1000


def test_who_answers_whom_counts_named_readers_only() -> None:
    thread = [comment(0, None, "Ada"), comment(1, 0, "Ben"), comment(2, 0, "Ben"), comment(3, 0)]
    assert count_replies(thread) == [("Ben", "Ada", 2)]


@pytest.mark.parametrize(
    ("asked", "number_", "first", "last"),
    [
        ("", 1, 1, 50),
        ("2", 2, 51, 100),
        ("3", 3, 101, 120),
        ("9", 3, 101, 120),
        ("-1", 1, 1, 50),
        ("x", 1, 1, 50),
    ],
)
def test_a_list_is_cut_into_pages(asked: str, number_: int, first: int, last: int) -> None:
    page = paginate(range(120), asked)
    assert (page.number, page.page_count, page.first, page.last) == (number_, 3, first, last)
    assert list(page.rows) == list(range(first - 1, last))


def test_an_empty_list_is_one_empty_page() -> None:
    nothing: list[int] = []
    page = paginate(nothing, "4")
    assert (page.number, page.page_count, page.first, page.last, list(page.rows)) == (
        1,
        1,
        0,
        0,
        [],
    )


@pytest.mark.parametrize("asked", ["٣", "²", "1e3", "0x1", " 1", "9" * 40, ""])
def test_only_plain_numbers_of_an_address_are_read(asked: str) -> None:
    assert parse_whole_number(asked, 7) == 7


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("2021-02-06", "6 February 2021"),
        ("2021-02", "February 2021"),
        ("2021", "2021"),
        ("2021-02-06T10:00:00Z", "6 February 2021"),
        ("2017-SP", "2017-SP"),
        ("2021-W07", "2021-W07"),
        ("2021-13", "2021-13"),
        ("P2D", "P2D"),
        ("", "no date"),
        (None, "no date"),
    ],
)
def test_days_are_written_as_people_write_them(value: str | None, shown: str) -> None:
    assert format_day(value) == shown


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("2021-02-06", date(2021, 2, 6)),
        ("2021-02-06T09:30", date(2021, 2, 6)),
        ("2021-02", date(2021, 2, 15)),
        ("2021", date(2021, 7, 1)),
        ("2021-02-30", None),
        ("2021-W07", None),
        ("P2D", None),
        (None, None),
    ],
)
def test_a_day_to_draw_is_in_the_middle_of_what_is_known(
    value: str | None, found: date | None
) -> None:
    assert estimate_day(value) == found


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (120000.0, "120,000"),
        (2.5, "2.5"),
        (0.0, "0"),
        (None, ""),
        (1e18, "1,000,000,000,000,000,000.00"),
    ],
)
def test_numbers_are_written_with_thousands_apart(value: float | None, shown: str) -> None:
    assert format_number(value) == shown


def test_an_address_keeps_its_filters_and_drops_empty_ones() -> None:
    assert build_address("/x", {"a": "1", "b": ""}, page=2) == "/x?a=1&page=2"
    assert build_address("/x", {"a": '&<">'}, a=None) == "/x"
    assert build_address("/x", {"a": '&"'}) == "/x?a=%26%22"


def test_a_strip_is_not_squeezed_by_one_old_date() -> None:
    drawn = build_month_strip(["1914-07", "2020-02", "2020-02-03"], ["2020-01-05", "2021-03"])
    assert drawn is not None
    assert drawn.before == 1
    assert (drawn.bars[0].name, drawn.bars[-1].name, len(drawn.bars)) == ("2020-01", "2021-03", 15)
    assert [bar.happened for bar in drawn.bars[:3]] == [0, 2, 0]
    assert all(0 <= bar.x <= 100 and 0 <= bar.up <= 1 and 0 <= bar.down <= 1 for bar in drawn.bars)


def test_a_long_strip_is_of_years_and_an_empty_one_is_none() -> None:
    drawn = build_month_strip([], [f"{year}-05-01" for year in range(1990, 2021)])
    assert drawn is not None
    assert [bar.name for bar in drawn.bars] == [str(year) for year in range(1990, 2021)]
    assert build_month_strip(["2020", "unknown", ""], []) is None


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(
            st.dates(date(1990, 1, 1), date(2030, 1, 1)),
            st.none() | st.floats(-1e12, 1e12),
            st.none() | st.floats(-1e12, 1e12),
        ),
        max_size=12,
    )
)
def test_a_plot_stays_in_its_box(rows: list[tuple[date, float | None, float | None]]) -> None:
    drawn = build_plot([Dot(d, value, low, None, None, "f-1", "") for d, value, low in rows])
    if drawn is None:
        return
    for dot in drawn.dots:
        assert 0 <= dot.x <= 720
        assert all(0 <= y <= 220 for y in (dot.y, dot.y_low, dot.y_high) if y is not None)
    assert all(0 <= y <= 220 for y, _ in drawn.y_ticks)


def test_one_day_is_no_plot() -> None:
    assert (
        build_plot([Dot(date(2020, 1, 1), value, None, None, None, "f-1", "") for value in (1, 2)])
        is None
    )


def test_changes_are_told_by_paragraph() -> None:
    assert compare_texts("One.\n\nTwo.\n\nThree.", "One.\n\nTwo!\n\nThree.\n\nFour.") == [
        ("changed", "Two.", "Two!"),
        ("new", "", "Four."),
    ]
    assert compare_texts("Same.", "Same.") == []


@pytest.mark.parametrize(
    ("data", "encoding"), [("é".encode(), "utf-8"), (b"\xe9", "windows-1252"), (b"", "utf-8")]
)
def test_an_original_is_shown_in_an_encoding_that_takes_it(data: bytes, encoding: str) -> None:
    assert guess_encoding(data) == encoding


@pytest.mark.parametrize(
    ("said", "words", "value", "due"),
    [
        ("that the port promised 13 months ago", "13 months ago", "2016-03", False),
        ("will sail for the first time since 2009", "2009", "2009", False),
        ("it would open before the end of 2016", "the end of 2016", "2016", True),
        ("will open by the end of last month", "the end of 2019", "2019", True),
    ],
)
def test_what_looks_back_is_no_due_time(said: str, words: str, value: str, *, due: bool) -> None:
    start = max(0, said.find(words))
    at = Evidence("p-1", start, start + len(words), None, words, "times@1")
    promise = Commitment(
        "c-1", Evidence("p-1", 0, len(said), None, said, "commitments@1"), "e-1", None, None, "t-1"
    )
    assert is_due(Time("t-1", at, "DATE", value), promise, "2017-04-12T10:00:00+02:00") is due
    assert is_due(Time("t-1", at, "DATE", value), promise, None)


SOMEONE = Entity(
    "n-1", Evidence("p-1", 0, 9, None, "Ada", "entities@1"), "person", "Ada", ("Ada",), (), 1
)


@pytest.mark.parametrize(
    ("kind", "who", "stands"),
    [
        ("named", None, "named"),
        ("document", None, "named"),
        ("role", None, "unnamed"),
        ("role", SOMEONE, "named"),
        ("role", replace(SOMEONE, type="role"), "unnamed"),
        ("collective", None, "unnamed"),
        ("unknown", None, "unknown"),
        ("unknown", SOMEONE, "named"),
    ],
)
def test_a_source_is_named_only_if_somebody_answers_for_it(
    kind: str, who: Entity | None, stands: str
) -> None:
    assert classify_source(Source("the source", 0, 10, kind), who) == stands
    assert classify_source(None, None) == "unknown"


def test_every_status_state_speech_and_link_has_a_word_and_a_shape() -> None:
    assert set(labels.STATUSES) == set(STATUSES)
    assert set(STATUSES) | set(STATES) <= set(labels.SHAPES)
    assert set(labels.SPEECH) == set(SPEECH)
    assert set(LINK_KINDS) <= set(labels.LINKS)


# WCAG 2.2, success criterion 1.4.3: 4.5 to 1 for text.

_COLOURS = re.findall(r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)", CSS)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a: str, b: str) -> float:
    bright, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_colours_can_be_read_on_what_they_stand_on(theme: int) -> None:
    colours = {name: values[theme] for name, *values in _COLOURS}
    inks = (
        "ink",
        "soft",
        "accent",
        "happened",
        "ongoing",
        "planned",
        "promised",
        "possible",
        "called-for",
        "denied",
    )
    for ink in inks:
        for ground in ("paper", "sheet"):
            assert contrast(colours[ink], colours[ground]) >= 4.5, (ink, ground)
    for ground in ("quote-wash", "here", "lit", "accent-wash"):
        assert contrast(colours["ink"], colours[ground]) >= 4.5, ground
    assert contrast(colours["on-accent"], colours["accent"]) >= 4.5
    assert contrast(colours["accent"], colours["accent-wash"]) >= 4.5
    # 1.4.11: 3 to 1 for what marks a control or a kind.
    for line in ("strong-rule", "figure", "time", "event", "promise"):
        assert contrast(colours[line], colours["paper"]) >= 3, line


def test_the_style_and_script_ask_nobody_else() -> None:
    static = Path(onrecord.web.__file__).parent / "static"
    for path in static.iterdir():
        words = path.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        assert not re.search(
            r"https?:|//\w|@import|url\(|fetch\(|XMLHttp|eval\(|innerHTML", words
        ), path
