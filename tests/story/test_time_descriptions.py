"""Times for a person: what stands behind TIMEX3's codes."""

from __future__ import annotations

import pytest

from onrecord.records import Evidence, Time
from onrecord.story.time_descriptions import describe_time, describe_timex_value


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("2017", "2017"),
        ("2017-03", "March 2017"),
        ("2017-03-05", "5 March 2017"),
        ("2017-03-05T10:30", "5 March 2017, 10:30"),
        ("2017-03-05T10:30:00+02:00", "5 March 2017, 10:30"),
        ("2017-03-05TNI", "5 March 2017, night"),
        ("2017-SP", "spring 2017"),
        ("2017-Q3", "third quarter of 2017"),
        ("2017-H1", "first half of 2017"),
        ("2021-W07", "the week of 15 February 2021"),
        ("2021-W07-WE", "the weekend of 20 February 2021"),
        ("201", "the 2010s"),
        ("TEV", "in the evening"),
        ("P6M", "6 months"),
        ("P1Y", "1 year"),
        ("P2.5Y", "2.5 years"),
        ("PT30M", "30 minutes"),
        ("P1DT2H", "1 day and 2 hours"),
        ("P2Y6M", "2 years and 6 months"),
        ("PT1H30M", "1 hour and 30 minutes"),
        ("P1Y2M3D", "1 year, 2 months and 3 days"),
        ("BC0218", "218 BC"),
        ("PXD", "some days"),
        ("PRESENT_REF", "now"),
    ],
)
def test_a_known_code_is_told_in_words(value: str, told: str) -> None:
    assert describe_timex_value(value) == told


@pytest.mark.parametrize(
    "value",
    [
        "XXXX-WXX-1",
        "2017-13-45",
        "2021-W60",
        "20",
        "P",
        "PT",
        "P2YT",
        "BC",
        "T10:00",
        "",
        "XXXX-12-25",
    ],
)
def test_a_code_that_is_not_known_stays_as_it_is(value: str) -> None:
    assert describe_timex_value(value) == value


@pytest.mark.parametrize(
    ("value", "mod", "told"),
    [
        ("2018", "END", "the end of 2018"),
        ("P1W", "LESS_THAN", "less than 1 week"),
        ("2018", "UNHEARD", "2018"),
        ("2018", None, "2018"),
        (None, "END", None),
    ],
)
def test_a_mod_is_told_with_its_value(value: str | None, mod: str | None, told: str | None) -> None:
    at = Evidence("p-1", 0, 4, None, "then", "times@1")
    assert describe_time(Time("t-1", at, "DATE", value, mod=mod)) == told
