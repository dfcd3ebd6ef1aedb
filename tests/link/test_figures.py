from __future__ import annotations

import pytest

from onrecord.link import build_series
from onrecord.link.comparison.value_bounds import may_both_hold
from onrecord.records import Evidence, Figure
from tests.link.desk import Desk

LAND = {"Orland": "place"}


def found(desk: Desk, *kinds: str) -> list[tuple[str, str, str]]:
    return [
        (link.kind, desk.words(link.a), desk.words(link.b))
        for link in desk.linked().links
        if link.kind in kinds
    ]


def ferries(
    desk: Desk, text: str, published: str, words: str, value: float, **given: object
) -> None:
    row = {"words": words, "value": value, "what": "ferries", **given}
    desk.page(text, published, entities=LAND, figures=[row])


def test_later_count_updates_the_earlier() -> None:
    desk = Desk()
    ferries(desk, "Orland has 12 ferries on the lake.", "2019-01-05", "12", 12)
    ferries(desk, "Orland has 17 ferries on the lake.", "2021-03-01", "17", 17)
    assert found(desk, "updates", "contradicts") == [("updates", "12", "17")]


def test_two_counts_in_one_week_contradict() -> None:
    desk = Desk()
    ferries(desk, "Orland has 12 ferries on the lake.", "2019-01-05", "12", 12)
    ferries(desk, "Orland has 17 ferries on the lake.", "2019-01-07", "17", 17)
    assert found(desk, "updates", "contradicts") == [("contradicts", "12", "17")]


def test_hedges_that_agree_are_the_same_figure() -> None:
    desk = Desk()
    ferries(
        desk,
        "Orland has more than 12 ferries on the lake.",
        "2019-01-05",
        "more than 12",
        12,
        hedge="over",
    )
    ferries(desk, "Orland has 17 ferries on the lake.", "2019-01-07", "17", 17)
    assert found(desk, "updates", "contradicts", "same_figure") == [
        ("same_figure", "more than 12", "17")
    ]


@pytest.mark.parametrize(
    "second",
    [
        "Westmark has 17 ferries on the lake.",
        "Orland will have 17 more ferries on the lake.",
        "Orland has 17 car ferries near 30 rowing boats.",
    ],
)
def test_another_thing_is_not_joined(second: str) -> None:
    desk = Desk()
    ferries(desk, "Orland has 12 ferries on the lake.", "2019-01-05", "12", 12)
    row: dict[str, object] = {
        "words": "17",
        "value": 17.0,
        "what": "ferries" if "boats" not in second else "rowing boats",
    }
    name = "Westmark" if "Westmark" in second else "Orland"
    desk.page(second, "2019-01-07", entities={name: "place"}, figures=[row])
    assert found(desk, "updates", "contradicts", "same_figure") == []


def test_rival_count_in_the_next_sentence_contradicts() -> None:
    desk = Desk()
    desk.page(
        "The ministry says about 900 pupils have passed the course. The teachers’ union counts 610.",
        "2019-01-05",
        figures=[
            {"words": "about 900", "value": 900.0, "hedge": "about", "what": "pupils"},
            {"words": "610", "value": 610.0},
        ],
    )
    assert found(desk, "contradicts") == [("contradicts", "about 900", "610")]


@pytest.mark.parametrize(
    "text",
    [
        "About 900 pupils have passed the course. The town has 610.",
        "About 900 pupils have passed the course.\n\nThe union counts 610.",
        "About 900 pupils have passed the course. The union counts 610 more.",
    ],
)
def test_no_rival_without_counting_or_beside_it(text: str) -> None:
    desk = Desk()
    rows = [{"words": "900", "value": 900.0, "what": "pupils"}, {"words": "610", "value": 610.0}]
    desk.page(text, "2019-01-05", figures=rows)
    assert found(desk, "contradicts") == []


def test_two_figures_of_one_sentence_do_not_contradict() -> None:
    desk = Desk()
    rows = [
        {"words": "seven", "value": 7.0, "what": "ferries"},
        {"words": "12", "value": 12.0, "what": "ferries"},
    ]
    desk.page(
        "Orland has bought only seven of the 12 ferries.", "2019-01-05", entities=LAND, figures=rows
    )
    assert found(desk, "contradicts") == []


def test_corrected_version_updates_the_figure() -> None:
    desk = Desk()
    text = "The bridge over the Alder has cost the town {} since the spring of that year, auditors said on Monday."
    for words, value in (("£124m", 124e6), ("£142m", 142e6)):
        more = "The report runs to eighty pages and was read aloud to the council, who slept through most of it."
        desk.page(
            f"{text.format(words)}\n\n{more}",
            "2019-01-05",
            url="https://one.example/bridge",
            figures=[{"words": words, "value": value, "unit": "GBP"}],
        )
    kinds = found(desk, "updates", "contradicts")
    assert [kind for kind, _, _ in kinds] == ["updates"]
    assert {kinds[0][1], kinds[0][2]} == {"£124m", "£142m"}


def test_counts_of_the_dead_of_two_incidents_are_apart() -> None:
    desk = Desk()
    for published, words, value in (("2019-01-05", "30", 30.0), ("2020-06-05", "12", 12.0)):
        desk.page(
            f"In Orland {words} miners were killed in a fall of rock.",
            published,
            entities=LAND,
            figures=[{"words": words, "value": value, "what": "miners"}],
            events=[{"trigger": "killed", "targets": ["miners"]}],
        )
    assert found(desk, "updates", "contradicts", "same_figure") == []


def test_series_is_in_order_of_day_and_counts_reports_once() -> None:
    desk = Desk()
    ferries(desk, "Orland has 17 ferries on the lake.", "2021-03-01", "17", 17)
    ferries(desk, "Orland has 12 ferries on the lake.", "2019-01-05", "12", 12)
    ferries(desk, "On the lake Orland has 17 ferries now.", "2021-03-03", "17", 17)
    figures = [figure for one in desk.records.values() for figure in one.figures]
    (one,) = build_series(figures, desk.pages, links=desk.linked().links)
    assert [(point.day, point.value) for point in one.points] == [
        ("2019-01-05", 12),
        ("2021-03-01", 17),
        ("2021-03-03", 17),
    ]
    assert one.what == "ferries"
    assert {point.sureness for point in one.points} == {"published"}


def test_since_tells_when_counting_began() -> None:
    desk = Desk()
    for published, words, value in (("2019-01-05", "900", 900.0), ("2021-01-05", "1,400", 1400.0)):
        desk.page(
            f"Orland has trained {words} pilots since 2016.",
            published,
            entities=LAND,
            times={"2016": "2016"},
            figures=[{"words": words, "value": value, "what": "pilots", "as_of": "2016"}],
            events=[{"trigger": "trained", "actors": ["Orland"], "targets": ["pilots"]}],
        )
    assert found(desk, "updates", "contradicts") == [("updates", "900", "1,400")]


def figure(
    value: float | None,
    hedge: str | None = None,
    low: float | None = None,
    high: float | None = None,
) -> Figure:
    return Figure(
        "f", Evidence("p", 0, 1, None, "x", "hand@1"), value, low=low, high=high, hedge=hedge
    )


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (figure(30, "at least"), figure(19), False),
        (figure(30, "at least"), figure(31), True),
        (figure(500, "about"), figure(512), True),
        (figure(500, "about"), figure(560), False),
        (figure(80, "at most"), figure(35), True),
        (figure(None, low=14, high=16), figure(21), False),
        (figure(None, low=14, high=16), figure(15, "about"), True),
        (figure(2300, "nearly"), figure(2250), True),
        (figure(2300, "nearly"), figure(2310), False),
        (figure(40, "over"), figure(30, "under"), False),
    ],
)
def test_compatible(a: Figure, b: Figure, expected: bool) -> None:
    assert may_both_hold(a, b) is expected
    assert may_both_hold(b, a) is expected
