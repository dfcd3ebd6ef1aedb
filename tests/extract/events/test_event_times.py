"""When events take place: a time that only bounds a stretch is not when."""

from __future__ import annotations

import pytest

from onrecord.extract import extract
from onrecord.language import Backbone
from onrecord.pages import page_from_text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The plant closed in May 2019.", ["May 2019"]),
        ("The plant closed between May and June 2019.", []),
        ("The firm sold its ships from 2002 to 2009.", []),
        ("The clerk left on Monday and came back on Friday.", ["Monday", "Friday"]),
    ],
)
def test_times(backbone: Backbone, text: str, expected: list[str]) -> None:
    page = page_from_text(text)
    found = extract(page, backbone.parse(page))
    words = {time.id: time.evidence.text for time in found.times}
    assert [words[event.time] for event in found.events if event.time is not None] == expected
