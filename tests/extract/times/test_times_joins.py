"""Readings that belong together: clock times, parts of a day and distances with their day, hedges."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from onrecord.extract.times.en.rules import TIME_RULES
from onrecord.extract.times.extents import extend_to_hedges
from onrecord.extract.times.joins import join_clocks
from onrecord.extract.times.quoted_times import resolve_quoted_days
from onrecord.extract.times.timex.context import TimexContext
from onrecord.extract.times.timex.rules import scan

PUBLISHED = "2016-03-16"


@dataclass(frozen=True)
class Unparsed:
    """A parse that states nothing."""

    tense: str | None = None
    tag_before: str = ""
    tag_after: str = ""
    counts_plural: bool = False
    in_name: bool = False


def read(text: str) -> list[tuple[str, str | None]]:
    """Return the words and values of the text's times, joined, without a parse."""

    def build_context(start: int, end: int) -> TimexContext:
        before, after = text[max(0, start - 40) : start], text[end : end + 40]
        return TimexContext(Unparsed(), PUBLISHED, before=before, after=after)

    readings = join_clocks(scan(text, TIME_RULES, build_context), text)
    readings = resolve_quoted_days(readings, text, PUBLISHED)
    return [(text[r.start : r.end], r.value) for r in extend_to_hedges(readings, text)]


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("at 4.30pm on 3 May 2015", [("4.30pm on 3 May 2015", "2015-05-03T16:30")]),
        ("3 May 2015 at noon", [("3 May 2015 at noon", "2015-05-03T12:00")]),
        ("at 7 on the evening of 3 May 2015", [("the evening of 3 May 2015", "2015-05-03TEV")]),
        ("yesterday evening at 7pm", [("yesterday evening at 7pm", "2016-03-15T19:00")]),
        ("the night of 3 May 2015", [("the night of 3 May 2015", "2015-05-03TNI")]),
        ("the night of the long knives", []),
        ("four days before 3 May 2015", [("four days before 3 May 2015", "2015-04-29")]),
        (
            "four trading days before 3 May 2015",
            [("four trading days before", None), ("3 May 2015", "2015-05-03")],
        ),
        (
            "from 6pm to 8pm on 3 May 2015",
            [("6pm", "2015-05-03T18:00"), ("8pm on 3 May 2015", "2015-05-03T20:00")],
        ),
        ("every Monday at 4pm", [("every Monday at 4pm", "XXXX-WXX-1T16:00")]),
        ("at around 4pm", [("around 4pm", "T16:00")]),
        ("it got around 4pm’s ban", [("4pm", "T16:00")]),
        ("on 3 May 2015, and she ate at 4pm", [("3 May 2015", "2015-05-03"), ("4pm", "2015-05-03T16:00")]),
        ("“Back tomorrow,” he said on 3 May 2015", [("tomorrow", "2015-05-04"), ("3 May 2015", "2015-05-03")]),
        ("“Back tomorrow,” he said in 2014", [("tomorrow", None), ("2014", "2014")]),
        ("“Back tomorrow,” he said", [("tomorrow", "2016-03-17")]),
    ],
)  # fmt: skip
def test_times_beside_each_other(text: str, times: list[tuple[str, str | None]]) -> None:
    assert read(text) == times
