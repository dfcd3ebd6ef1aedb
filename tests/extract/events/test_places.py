"""Where events take place: with the larger places right after, and no list of places as one."""

from __future__ import annotations

import pytest

from onrecord.extract import extract
from onrecord.language import Backbone
from onrecord.pages import page_from_text


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Several people were wounded in Houston, Texas on Monday.", "Houston, Texas"),
        ("A man was arrested in Marlow in Kent on Friday.", "Marlow in Kent"),
        ("Rebels attacked villages in Sudan, Chad and Niger.", "Sudan"),
        ("She was arrested in Paris, France's interior minister said.", "Paris"),
        ("Protesters marched in London, Scotland Yard said.", "London"),
    ],
)
def test_places(backbone: Backbone, text: str, place: str) -> None:
    page = page_from_text(text)
    found = extract(page, backbone.parse(page)).events
    assert [event.place.text for event in found if event.place is not None] == [place]
