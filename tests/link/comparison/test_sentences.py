from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.link.comparison.sentences import SentenceIndex, find_sentence, iter_sentences
from onrecord.pages import page_from_text
from onrecord.records.page import REPORTED


def test_sentences_keep_titles_and_quotes_whole() -> None:
    text = "Mr. Gall said so. “It is late.” He left at 5.30 p.m. on Friday.\n\nNobody saw."
    page = page_from_text(text)
    found = [text[start:end] for start, end in iter_sentences(page, REPORTED)]
    assert found[0] == "Mr. Gall said so."
    assert found[-1] == "Nobody saw."


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="aB. \n“”!?1", min_size=1, max_size=60), st.integers(0, 59))
def test_sentence_span_is_inside_the_text(text: str, position: int) -> None:
    start, end = find_sentence(text, min(position, len(text) - 1))
    assert 0 <= start <= end <= len(text)


def test_a_sentence_ends_with_its_zone() -> None:
    text = "The lamp is lit\n\nGall said so. Nobody saw."
    page = page_from_text(text)
    sentences = SentenceIndex({page.id: page})
    start, end = sentences.locate(page.id, text.index("so"))
    assert text[start:end] == "Gall said so."
    start, end = sentences.locate(page.id, 0)
    assert text[start:end] == "The lamp is lit"
