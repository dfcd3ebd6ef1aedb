"""Which text of a page is parsed: all that people write, and bounds on what they don't."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.language import Backbone, get_backbone
from onrecord.language.pipeline import chunking
from onrecord.language.pipeline.chunking import group_into_batches, split_into_chunks
from onrecord.language.thresholds import THRESHOLDS
from onrecord.pages import page_from_text
from onrecord.records import Page, Zone

SENTENCE = "The council said on Tuesday that it would mend the bridge. "
TRIMMED = SENTENCE.strip()


def build_page(text: str) -> Page:
    return Page("p", None, "", text, (Zone("body", 0, len(text)),))


def list_chunk_texts(page: Page) -> list[str]:
    return [page.text[chunk.start : chunk.end] for chunk in split_into_chunks(page)[0]]


@pytest.mark.parametrize(
    "run",
    ["- " * 400, "1 2 3 " * 100, "“ ” " * 200, "a b c " * 100, "\u0301 " * 300, "= " * 3_000],
    ids=["dashes", "figures", "marks", "letters", "accents", "rule"],
)
def test_a_stretch_without_words_is_not_parsed(run: str) -> None:
    texts = list_chunk_texts(build_page(f"{SENTENCE}{run}“{TRIMMED}”"))
    assert texts[0].strip() == TRIMMED
    assert texts[-1].strip() == f"“{TRIMMED}”"
    assert sum(map(len, texts)) < 2 * len(SENTENCE) + 8


@pytest.mark.parametrize(
    "text",
    [
        SENTENCE + "* * * " + SENTENCE,
        SENTENCE + "1 2 3 4 5 " * 30 + SENTENCE,
        "I " * 9 + SENTENCE,
        "…",
        "7",
    ],
)
def test_what_people_write_is_one_chunk(text: str) -> None:
    assert list_chunk_texts(build_page(text)) == [text]


def test_chunks_of_a_long_paragraph_end_with_a_sentence() -> None:
    texts = list_chunk_texts(build_page(SENTENCE * 300))
    assert "".join(texts) == SENTENCE * 300
    assert all(len(text) <= THRESHOLDS.chunk_chars and text.endswith("bridge. ") for text in texts)


def test_batches_keep_the_chunks_and_their_order() -> None:
    chunks, unread = split_into_chunks(build_page(SENTENCE * 2_000))
    grouped = list(group_into_batches(chunks))
    assert not unread
    assert tuple(chunk for batch in grouped for chunk in batch) == chunks
    assert all(batch[-1].end - batch[0].start <= THRESHOLDS.batch_chars for batch in grouped)
    assert not list(group_into_batches(()))


def test_the_end_of_an_endless_page_is_counted_as_unread() -> None:
    text = "ab " * (THRESHOLDS.page_words + 9_000)
    chunks, unread = split_into_chunks(build_page(text))
    assert 0 < unread < 9_000 * 3 + THRESHOLDS.chunk_chars
    assert chunks[-1].end + unread == len(text)


def test_a_parse_says_what_is_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chunking, "THRESHOLDS", replace(THRESHOLDS, page_words=30))
    backbone: Backbone = get_backbone()
    parse = backbone.parse(page_from_text(f"{SENTENCE}\n\n{SENTENCE}\n\n{SENTENCE}\n\n{SENTENCE}"))
    assert [block.doc.text for block in parse.blocks] == [TRIMMED] * 2
    assert parse.unread == 2 * len(TRIMMED)
