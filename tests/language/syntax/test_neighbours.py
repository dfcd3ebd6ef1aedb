"""The words beside a word, and that nothing asks spaCy for them past the edge of a block."""

from __future__ import annotations

from pathlib import Path

import pytest

import onrecord
from onrecord.extract import extract
from onrecord.language import get_backbone
from onrecord.language.syntax.neighbours import EDGE, get_neighbour
from onrecord.pages import page_from_text


def test_neighbours_end_at_the_edge() -> None:
    doc = get_backbone().nlp("It rained hard")
    assert get_neighbour(doc[0]).text == "rained"
    assert get_neighbour(doc[2], -2).text == "It"
    for beyond in (get_neighbour(doc[0], -1), get_neighbour(doc[2]), get_neighbour(EDGE, -1)):
        assert beyond is EDGE
        assert (beyond.text, beyond.tag_, beyond.head.lower_, len(beyond)) == ("", "", "", 0)


def test_no_room_asks_beyond_the_edge() -> None:
    root = Path(onrecord.__file__).parent
    asking = [p for p in root.rglob("*.py") if ".nbor(" in p.read_text(encoding="utf-8")]
    assert asking == []


@pytest.mark.parametrize(
    "text",
    [
        "Believe me, the ferry never left the harbour on Monday.",
        "Said to be worth £3m, it was sold.",
        "Up to 40 per cent",
        "of 30",
        "the",
        "co",
        "never to",
        "12, 13,",
    ],
)
def test_a_block_may_begin_and_end_with_any_word(text: str) -> None:
    words = text.split()
    for first in range(len(words)):
        for last in range(first + 1, len(words) + 1):
            page = page_from_text(" ".join(words[first:last]))
            extract(page, get_backbone().parse(page))
