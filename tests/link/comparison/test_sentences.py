from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.link.comparison.sentences import SentenceIndex, find_sentence, iter_sentences
from onrecord.link.thresholds import THRESHOLDS
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


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="aB. \n!", min_size=1, max_size=60).filter(str.strip), st.integers(0, 59))
def test_the_sentence_of_a_position_is_the_first_that_ends_after_it(
    text: str, position: int
) -> None:
    page = page_from_text(f"Aa.\n\n{text}")
    position = min(position, len(page.text) - 1)
    zone = page.zone_at(position)
    own = [s for s in iter_sentences(page, REPORTED) if zone and zone.start <= s[0] < zone.end]
    after = [s for s in own if position < s[1]]
    first, last = (zone.start, zone.end) if zone else (0, len(page.text))
    found = SentenceIndex({page.id: page}).locate(page.id, position)
    if zone:
        assert found == (after[0] if after else (first, last))
    assert 0 <= found[0] <= found[1] <= len(page.text)


def test_a_stretch_without_stops_is_cut_after_words_and_found_from_any_of_its_places() -> None:
    page = page_from_text("word " * 2_000 + "end")
    sentences = list(iter_sentences(page, REPORTED))
    assert max(end - start for start, end in sentences) <= THRESHOLDS.sentence_chars
    assert " ".join(page.text[start:end] for start, end in sentences) == page.text
    index = SentenceIndex({page.id: page})
    assert [index.locate(page.id, start) for start, _ in sentences] == sentences
    start, end = find_sentence(page.text, 6_000)
    assert start <= 6_000 < end <= start + THRESHOLDS.sentence_chars
