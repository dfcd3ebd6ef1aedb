"""Source spans: half-open tokens of whoever speaks, by words and tags, before a verb, after it and between."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from onrecord.extract.quotes.content.clause_boundaries import trim_spans
from onrecord.extract.quotes.content.phrase_boundaries import cut_before_addition
from onrecord.extract.quotes.cue import SourcePhrase
from onrecord.extract.quotes.speakers.adjacent_phrases import (
    find_phrase_after,
    find_phrase_before,
    find_phrase_between,
)
from onrecord.extract.quotes.speakers.descriptions import (
    extend_over_description,
    find_description_limit,
    find_name_end,
)
from onrecord.extract.quotes.speakers.shallow_chunks import cut_at_comma, trim_day, trim_phrase
from onrecord.extract.quotes.speakers.shallow_subjects import find_shallow_subject
from onrecord.language import Backbone
from onrecord.language.syntax.token_span import TokenSpan


def find(doc: Doc, word: str) -> int:
    return next(token.i for token in doc if token.text == word)


def get_words(doc: Doc, phrase: SourcePhrase | None) -> str | None:
    return doc[phrase.span.start : phrase.span.end].text if phrase is not None else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The pilots said so.", "The pilots"),
        ("Two officials familiar with a review said so.", "Two officials familiar with a review"),
        ("The keeper, Oda Fenn, said so.", "The keeper, Oda Fenn"),
        ("Fenn later on Thursday said so.", "Fenn"),
        ("The accused said so.", "The accused"),
        ("It said so.", None),
        ("On the same day said so.", None),
        (", said so.", None),
    ],
)
def test_the_phrase_before_a_verb(backbone: Backbone, text: str, expected: str | None) -> None:
    doc = backbone.nlp(text)
    assert get_words(doc, find_shallow_subject(doc, find(doc, "said"), frozenset())) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("said Oda Fenn.", "Oda Fenn"),
        ("said Oda Fenn, a keeper of the lamp at Skerry.", "Oda Fenn, a keeper of the lamp at Skerry"),
        ("said the keeper of the lamp.", "the keeper of the lamp"),
        ("said it.", None),
        ("said.", None),
    ],
)  # fmt: skip
def test_the_phrase_after_a_verb(backbone: Backbone, text: str, expected: str | None) -> None:
    doc = backbone.nlp(text)
    assert get_words(doc, find_phrase_after(doc, 1)) == expected


@pytest.mark.parametrize(
    ("text", "before", "between"),
    [
        ("Oda Fenn said.", "Oda Fenn", "Oda Fenn"),
        ("Oda Fenn, the lawyer who drafted the bill, said.", "Oda Fenn, the lawyer who drafted the bill",
         "Oda Fenn, the lawyer who drafted the bill"),
        ("and Oda Fenn quietly said.", "Oda Fenn", None),
        ("; Oda Fenn left. She said.", None, None),
        ("it said.", "it", None),
    ],
)  # fmt: skip
def test_the_phrase_between_a_quotation_and_its_verb(
    backbone: Backbone, text: str, before: str | None, between: str | None
) -> None:
    doc = backbone.nlp(text)
    verb = find(doc, "said")
    assert get_words(doc, find_phrase_before(doc, 0, verb)) == before
    assert get_words(doc, find_phrase_between(doc, 0, verb)) == between


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oda Fenn said.", "Oda Fenn"),
        ("Oda Fenn (R-Skerry) said.", "Oda Fenn (R-Skerry)"),
        ("Oda Fenn of Skerry said.", "Oda Fenn of Skerry"),
        ("Oda Fenn, a pilot and keeper, said.", "Oda Fenn, a pilot and keeper"),
        ("Oda Fenn, this week, said.", "Oda Fenn"),
    ],
)
def test_the_description_of_a_name(backbone: Backbone, text: str, expected: str) -> None:
    doc = backbone.nlp(text)
    end = find_name_end(doc[0])
    assert doc[:end].text == "Oda Fenn"
    end = extend_over_description(doc, end, find_description_limit(doc, end))
    assert doc[:end].text == expected


def test_edges_of_a_phrase(backbone: Backbone) -> None:
    doc = backbone.nlp("and the keeper on Thursday, of")
    head = doc[2]
    assert trim_phrase(head, 0, 7) == TokenSpan(1, 5)
    assert trim_phrase(head, 3, 3) == TokenSpan(2, 3)
    assert trim_day(doc, 1, 5) == 3
    assert trim_day(doc, 4, 5) == 5
    assert cut_at_comma(doc, 0, 7) == 5
    assert cut_at_comma(doc, 0, 6) == 6


def test_an_addition_ends_a_phrase(backbone: Backbone) -> None:
    doc = backbone.nlp("the lamp, which was old, and the rope, including its hook")
    assert cut_before_addition(doc, 0, len(doc)) == 2
    assert cut_before_addition(doc, 3, len(doc)) == len(doc)


@given(
    st.lists(st.sampled_from([",", "lamp", "—", "old", ";", ":"]), min_size=1, max_size=12),
    st.data(),
)
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_trimmed_spans_are_inside_and_have_a_word(
    backbone: Backbone, tokens: list[str], data: st.DataObject
) -> None:
    doc = Doc(backbone.nlp.vocab, words=tokens)
    start = data.draw(st.integers(0, len(doc)))
    end = data.draw(st.integers(start, len(doc)))
    spans = trim_spans(doc, (TokenSpan(start, end),))
    has_word = any(token.is_alpha for token in doc[start:end])
    assert len(spans) == has_word
    for span in spans:
        assert start <= span.start < span.end <= end
        assert doc[span.start].is_alpha
        assert doc[span.end - 1].is_alpha
