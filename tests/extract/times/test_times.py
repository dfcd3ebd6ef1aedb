"""Times: the table of cases, the span law, and the rule that nothing is filled in for a missing date."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.case_tables import read_cases

from onrecord.extract import times
from onrecord.language import Backbone
from onrecord.records import Dated, Page, Records, Time, Zone

CASES = read_cases("times")


def build_page(text: str, published: str | None = None, role: str = "body") -> Page:
    dated = Dated(published, "stated") if published else None
    return Page("p-1", None, "case", text, (Zone(role, 0, len(text)),), published=dated)


def extract_times(backbone: Backbone, text: str, published: str | None = None) -> tuple[Time, ...]:
    page = build_page(text, published)
    return times.extract(page, backbone.parse(page), Records()).times


def select_fields(time: Time, wanted: dict[str, Any]) -> dict[str, Any]:
    row = {"waits_for": None, **time.to_dict()}
    return {key: row[key] for key in ("text", "type", "value", "waits_for", *wanted)}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['text']} ({case['why']})")
def test_cases(backbone: Backbone, case: dict[str, Any]) -> None:
    found = extract_times(backbone, case["text"], case.get("published"))
    wanted = [{"waits_for": None, **row} for row in case["expect"]]
    rows = [
        select_fields(time, row)
        for time, row in zip(found, [*wanted, *({} for _ in found)], strict=False)
    ]
    assert rows == wanted


def test_as_many_cases_yield_nothing_or_stay_open() -> None:
    nothing = [case for case in CASES if not case["expect"]]
    assert len(CASES) >= 420
    assert len(nothing) >= len(CASES) * 0.5


@pytest.mark.parametrize("words", ["yesterday", "last month", "this week", "on Friday", "in May"])
def test_a_page_without_a_date_leaves_values_open(backbone: Backbone, words: str) -> None:
    (time,) = extract_times(backbone, f"The minister resigned {words}.")
    assert (time.value, time.anchor, time.waits_for) == (None, None, "published")
    assert "no date" in time.steps[-2]


def test_the_day_a_page_was_saved_is_never_used(backbone: Backbone) -> None:
    text = "The minister resigned yesterday."
    page = Page("p-1", None, "x", text, (Zone("body", 0, len(text)),), fetched="2020-01-01")
    (time,) = times.extract(page, backbone.parse(page), Records()).times
    assert time.value is None


def test_anchor_and_steps_show_how_a_value_was_computed(backbone: Backbone) -> None:
    (time,) = extract_times(backbone, "He arrived on Monday.", "2016-03-16")
    assert time.anchor == "2016-03-16"
    assert any("past" in step for step in time.steps)


def test_the_anchor_of_a_time_computed_from_another_is_its_id(backbone: Backbone) -> None:
    first, second = extract_times(backbone, "War came in 2003. Three years later he left.")
    assert second.anchor == first.id


def test_comments_and_furniture_are_out_of_scope(backbone: Backbone) -> None:
    for role in ("comment", "furniture"):
        page = build_page("It ended in 2003.", role=role)
        assert not times.extract(page, backbone.parse(page), Records()).times


_WORDS = st.sampled_from(
    [
        "in",
        "on",
        "the",
        "last",
        "next",
        "2003",
        "2",
        "March",
        "May",
        "12",
        "two",
        "days",
        "ago",
        "years",
        "later",
        "Monday",
        "at",
        "4pm",
        "£",
        "1,000",
        "-",
        ",",
        ".",
        "“",
        "early",
        "of",
        "summer",
        "first",
        "quarter",
        "½",
        "é",
        "中",
        "999999999",
        "to",
        "and",
        "half",
        "a",
        "an",
        "31",
        "February",
    ]
)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(_WORDS, max_size=14), st.sampled_from([None, "2016", "2016-03", "2016-03-31", ""]))
def test_spans_hold_whatever_the_words(
    backbone: Backbone, words: list[str], published: str | None
) -> None:
    text = " ".join(words)
    found = extract_times(backbone, text, published)
    for time in found:
        assert text[time.evidence.start : time.evidence.end] == time.evidence.text
        assert (time.value is None) == (time.waits_for is not None) or time.type == "DURATION"
    ends = [time.evidence.end for time in found]
    starts = [time.evidence.start for time in found]
    assert all(end <= start for end, start in zip(ends, starts[1:], strict=False))


@pytest.mark.shared
def test_seed_one_stays_open_where_it_has_no_date(backbone: Backbone, shared: Path) -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted((shared / "seeds").iterdir())]
    found = {time.evidence.text: time for time in extract_times(backbone, texts[0])}
    assert found["2003"].value == "2003"
    assert found["2011"].value == "2011"
    assert found["eight years after the invasion"].waits_for == "event"
    for words in ("earlier in the year", "the coming days", "the summer"):
        assert found[words].waits_for == "published"


@pytest.mark.shared
def test_seed_two(backbone: Backbone, shared: Path) -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted((shared / "seeds").iterdir())]
    found = {time.evidence.text: time for time in extract_times(backbone, texts[1])}
    assert found["two-day"].value == "P2D"
    assert found["this week"].waits_for == "published"
    assert found["the coming weeks and months"].waits_for == "published"


def extract_from_blocks(backbone: Backbone, published: str, *blocks: str) -> tuple[Time, ...]:
    text = "\n\n".join(blocks)
    starts = [text.index(block) for block in blocks]
    zones = tuple(
        Zone("body", start, start + len(block)) for start, block in zip(starts, blocks, strict=True)
    )
    page = Page("p-1", None, "case", text, zones, published=Dated(published, "stated"))
    return times.extract(page, backbone.parse(page), Records()).times


@pytest.mark.parametrize(
    ("heading", "days"),
    [
        ("Tour 2023 dates:", ["2023-06-09", "2023-08-10", "2021-05-04"]),
        ("What fell in the war of 2020:", ["2020", "2020-06-09", "2020-08-10", "2021-05-04"]),
        ("Dates:", ["2021-06-09", "2021-08-10", "2021-05-04"]),
        ("In 2023 it will be 50: a feast.", ["2023", "2021-06-09", "2021-08-10", "2021-05-04"]),
    ],
)
def test_a_list_of_days_is_of_the_year_in_its_heading(
    backbone: Backbone, heading: str, days: list[str]
) -> None:
    lines = ("June 9 – Leeds, Corn Hall", "August 10 – Hull", "More is to come.", "May 4 – York")
    found = extract_from_blocks(backbone, "2021-11-18", heading, *lines)
    assert [time.value for time in found] == days


@pytest.mark.parametrize(
    ("announced", "year"),
    [("The tour will begin on 9 June in Leeds.", "2020"), ("The tour began on 9 June.", "2019")],
)
def test_a_list_of_days_is_on_the_side_of_the_verb_that_announces_it(
    backbone: Backbone, announced: str, year: str
) -> None:
    lines = ("12 June – Leeds, Corn Hall", "26 July – Cork, Old Barn")
    found = extract_from_blocks(backbone, "2019-11-20", announced, *lines)
    assert [time.value for time in found] == [f"{year}-06-09", f"{year}-06-12", f"{year}-07-26"]


def test_a_day_word_in_a_quote_is_anchored_at_the_day_of_speech(backbone: Backbone) -> None:
    first, _ = extract_times(backbone, "“I leave tomorrow,” he said on Monday.", "2021-11-18")
    assert (first.value, first.anchor) == ("2021-11-16", "2021-11-15")
    assert "said on 2021-11-15: from that day" in first.steps


@pytest.mark.parametrize(
    "text",
    [
        "“I leave tomorrow,” he said.",
        "“I leave tomorrow.” The talks ended on Monday.",
        "“I leave tomorrow,” said the man who was shot on Monday.",
        "He said on Monday that he would leave tomorrow.",
    ],
)
def test_a_day_word_that_no_verb_of_speech_dates_is_computed_from_publication(
    backbone: Backbone, text: str
) -> None:
    values = {t.evidence.text: t.value for t in extract_times(backbone, text, "2021-11-18")}
    assert values["tomorrow"] == "2021-11-19"


def test_a_quarter_in_the_future_is_no_antecedent(backbone: Backbone) -> None:
    text = "Profit rose in the third quarter of 2021. It will fall in the first quarter of 2022."
    *_, last = extract_times(backbone, f"{text} In the year-ago quarter it was flat.", "2021-11-18")
    assert last.value == "2020-Q3"


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("The fair is on Saturday week.", "a week after Saturday, 2021-11-20"),
        ("He died four days before Bastille Day.", "four days before that: 2021-07-10"),
        ("She fell on the night of 3 May 2015.", "TNI of it"),
        ("The debate is due as early as June.", "the nearest"),
        ("Prices doubled over the past decade.", "one decade before publication"),
        ("It rained yesterday.", "the day before publication"),
        ("It will rain tomorrow.", "the day after publication"),
        ("Saturday 14 March: Leeds Hall", "that is no Saturday: the year when it is"),
    ],
)
def test_steps_show_how_a_value_was_computed(backbone: Backbone, text: str, step: str) -> None:
    *_, time = extract_times(backbone, text, "2021-11-18")
    assert any(step in line for line in time.steps), time.steps
