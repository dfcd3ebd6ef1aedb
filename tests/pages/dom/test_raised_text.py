"""Raised text: powers, cents and fractions are told from marks of notes, and the bytes spell the words again."""

from __future__ import annotations

import pytest

from onrecord.pages import page_from_html
from onrecord.pages.source_maps.bytemap import decode_words
from onrecord.records import Span


@pytest.mark.parametrize(
    ("markup", "text", "notes"),
    [
        ("The kiln fired 10<sup>5</sup> tiles", "The kiln fired 10⁵ tiles", []),
        ("a field of 3 km<sup>2</sup> or so", "a field of 3 km² or so", []),
        ("The fare was &pound;7<sup>25</sup> then", "The fare was £7²⁵ then", []),
        ("They ran 2<sup>1</sup>/<sub>2</sub> leagues", "They ran 2½ leagues", []),
        ("about <sup>7</sup>&frasl;<sub>16</sub> inch", "about ⁷⁄₁₆ inch", []),
        ("It held 340<sup>4</sup> sheep", "It held 340 sheep", ["4"]),
        ("The tower<sup><a href='#fn3'>3</a></sup> fell.", "The tower fell.", ["3"]),
        ("It fell in 1904.<sup>[12]</sup> Nobody wept.", "It fell in 1904. Nobody wept.", ["[12]"]),
        ("the 9<sup>th</sup> of June, CO<sub>2</sub>", "the 9th of June, CO2", []),
    ],
)
def test_raised_text(markup: str, text: str, notes: list[str]) -> None:
    data = f"<main><p>{markup}</p><p>{'It rained on the hills all day, they said. ' * 9}</p></main>".encode()
    page = page_from_html(data)
    words = [page.text[zone.start : zone.end] for zone in page.zones]
    assert words[0] == text
    assert words[1 : 1 + len(notes)] == notes
    for zone in page.zones:
        byte_range = page.bytes_of(Span(zone.start, zone.end))
        assert byte_range is not None
        assert page.byte_map is not None
        spelled = decode_words(data, byte_range, page.byte_map)  # type: ignore[arg-type,unused-ignore]
        assert spelled.split() == page.text[zone.start : zone.end].split()
