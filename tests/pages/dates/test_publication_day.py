"""Which of several publication days counts."""

from __future__ import annotations

import pytest

from onrecord.pages.dates.publication_day import choose_publication_day
from onrecord.records.capture import Stated
from onrecord.records.page import Dated

META, SHOWN = Dated("2016-03-08", "meta"), Dated("2016-03-07", "text")


@pytest.mark.parametrize(
    ("stated", "found", "day"),
    [
        (Stated(), (META, SHOWN), META),
        (Stated(), (None, SHOWN), SHOWN),
        (Stated(), (None, None), None),
        (Stated(), (), None),
        (Stated(published="2016-03-01"), (META, SHOWN), Dated("2016-03-01", "stated")),
        (
            Stated(published="2016-03-01", hows=(("published", "feed"),)),
            (META,),
            Dated("2016-03-01", "feed"),
        ),
    ],
)
def test_what_is_stated_beside_a_page_counts_first(
    stated: Stated, found: tuple[Dated | None, ...], day: Dated | None
) -> None:
    assert choose_publication_day(stated, *found) == day
