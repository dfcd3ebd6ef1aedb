"""Whether a page writes the day before the month, by its numbers, its language and its address."""

from __future__ import annotations

import pytest

from onrecord.pages.dates.day_order import infer_day_order
from onrecord.pages.dom.markup import scan_markup
from onrecord.pages.dom.tree import build_tree


@pytest.mark.parametrize(
    ("html", "url", "is_day_first"),
    [
        ("<p>13/04/2019</p><p>02/05/2019</p>", None, True),
        ("<p>04/13/2019</p>", None, False),
        ("<html lang=en-GB><p>02/05/2019</p>", None, True),
        ("<html lang=en-US><p>02/05/2019</p>", None, False),
        ("<p>5 May</p>", "https://harbour.example.co.uk/a", True),
        ("<p>5 May</p>", None, None),
    ],
)
def test_order_of_day_and_month(html: str, url: str | None, *, is_day_first: bool | None) -> None:
    assert infer_day_order(build_tree(scan_markup(html)), url) is is_day_first
