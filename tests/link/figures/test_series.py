from __future__ import annotations

from onrecord.link import build_series
from tests.link.figures.counts import add_ferries
from tests.link.story_builder import StoryBuilder


def test_series_is_in_order_of_day_and_counts_reports_once() -> None:
    builder = StoryBuilder()
    add_ferries(builder, "Orland has 17 ferries on the lake.", "2021-03-01", "17", 17)
    add_ferries(builder, "Orland has 12 ferries on the lake.", "2019-01-05", "12", 12)
    add_ferries(builder, "On the lake Orland has 17 ferries now.", "2021-03-03", "17", 17)
    figures = [figure for one in builder.records.values() for figure in one.figures]
    (one,) = build_series(figures, builder.pages, links=builder.link().links)
    assert [(point.day, point.value) for point in one.points] == [
        ("2021-03-01", 17),
        ("2021-03-03", 17),
    ]
    # Whether 17 is a later count of the 12 is for a person to check: a candidate makes no series.
    assert one.what == "ferries"
    assert {point.sureness for point in one.points} == {"published"}
