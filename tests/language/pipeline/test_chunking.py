"""What is parsed of a page: all that people write, and bounds on what they don't."""

from __future__ import annotations

import pytest

from onrecord.language import Backbone, get_backbone
from onrecord.language.pipeline.chunking import (
    MAX_BATCH_CHARS,
    MAX_PIECE_CHARS,
    MAX_WORDS,
    group_into_batches,
    split_into_chunks,
)
from onrecord.pages import page_from_text
from onrecord.records import Page, Zone

SAID = "The council said on Tuesday that it would mend the bridge. "
LEAST = SAID.strip()


def page_of(text: str) -> Page:
    return Page("p", None, "", text, (Zone("body", 0, len(text)),))


def words_of(page: Page) -> list[str]:
    return [page.text[piece.start : piece.end] for piece in split_into_chunks(page)[0]]


@pytest.mark.parametrize(
    "run",
    ["- " * 400, "1 2 3 " * 100, "“ ” " * 200, "a b c " * 100, "\u0301 " * 300, "= " * 3_000],
    ids=["dashes", "figures", "marks", "letters", "accents", "rule"],
)
def test_a_stretch_without_words_is_not_parsed(run: str) -> None:
    words = words_of(page_of(f"{SAID}{run}“{LEAST}”"))
    assert words[0].strip() == LEAST
    assert words[-1].strip() == f"“{LEAST}”"
    assert sum(map(len, words)) < 2 * len(SAID) + 8


@pytest.mark.parametrize(
    "text",
    [SAID + "* * * " + SAID, SAID + "1 2 3 4 5 " * 30 + SAID, "I " * 9 + SAID, "…", "7"],
)
def test_what_people_write_is_one_piece(text: str) -> None:
    assert words_of(page_of(text)) == [text]


def test_long_paragraphs_end_their_pieces_with_a_sentence() -> None:
    words = words_of(page_of(SAID * 300))
    assert "".join(words) == SAID * 300
    assert all(len(held) <= MAX_PIECE_CHARS and held.endswith("bridge. ") for held in words)


def test_batches_keep_the_pieces_and_their_order() -> None:
    pieces, unread = split_into_chunks(page_of(SAID * 2_000))
    grouped = list(group_into_batches(pieces))
    assert not unread
    assert tuple(piece for batch in grouped for piece in batch) == pieces
    assert all(batch[-1].end - batch[0].start <= MAX_BATCH_CHARS for batch in grouped)
    assert not list(group_into_batches(()))


def test_the_end_of_an_endless_page_is_told_as_unread() -> None:
    text = "ab " * (MAX_WORDS + 9_000)
    pieces, unread = split_into_chunks(page_of(text))
    assert 0 < unread < 9_000 * 3 + MAX_PIECE_CHARS
    assert pieces[-1].end + unread == len(text)


def test_a_parse_says_what_is_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.language.pipeline.chunking.MAX_WORDS", 30)
    backbone: Backbone = get_backbone()
    parse = backbone.parse(page_from_text(f"{SAID}\n\n{SAID}\n\n{SAID}\n\n{SAID}"))
    assert [block.doc.text for block in parse.blocks] == [LEAST] * 2
    assert parse.unread == 2 * len(LEAST)
