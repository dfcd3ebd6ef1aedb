"""Names that the language pipeline's tagger found, with corrected boundaries.

In: a Doc with entities. Out: `NameSpan`s with the tagger's scores, typed by the lists where they hold the name. Out of
scope: what the rest of the page says of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.extract.entities.detection.listed_names import is_led_by
from onrecord.extract.entities.detection.span_boundaries import TypedSpan, split_tagged_name
from onrecord.extract.entities.en.product_words import ACRONYM_NOUNS, WORDS_BEFORE_NUMBERS
from onrecord.language.en.names import CONNECTORS, TYPES_BY_LABEL
from onrecord.language.names.gazetteer import look_up_name
from onrecord.language.names.name_span import NameSpan, TypeScores, find_type_scores
from onrecord.language.syntax.capitalisation import is_title_case
from onrecord.language.syntax.tag_sets import PROPER_NOUN_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span


def find_tagger_names(doc: Doc) -> Iterator[NameSpan]:
    """Yield the tagger's names, trimmed and split, unless they are common nouns, addresses or "US-led"."""
    titled = is_title_case(doc) and len(doc) > 1
    for entity in doc.ents:
        type_ = TYPES_BY_LABEL.get(entity.label_)
        if type_ is None:
            continue
        scores = _read_scores(doc, entity)
        for span in split_tagged_name(doc, entity.start, entity.end, type_):
            name = doc[span.start : span.end]
            if titled and _has_ordinary_word(name):
                continue
            if not (_is_common_noun(name) or is_led_by(doc, span.end)):
                yield replace(_read_name(doc, span), scores=scores)


def _read_scores(doc: Doc, entity: Span) -> TypeScores:
    """Return the tagger's score of each type for `entity`, where it gives them."""
    scores = find_type_scores(doc, entity.start, entity.end)
    return tuple((TYPES_BY_LABEL[label], score) for label, score in scores.items())


def _read_name(doc: Doc, span: TypedSpan) -> NameSpan:
    """Return a name of the tagger's, with the lists' type and key where they outweigh the tagger's reading."""
    start, end, type_ = span
    text = doc[start:end].text
    entry = look_up_name(text)
    tagger_wins = type_ == "person" or (type_ == "organisation" and end - start == 1)
    if entry is None or (entry.certainty == "ambiguous" and tagger_wins):
        return NameSpan(start, end, text, type_, "parsed")
    return NameSpan(start, end, text, entry.type, "listed", entry.key)


def _has_ordinary_word(name: Span) -> bool:
    return any(
        token.tag_ not in PROPER_NOUN_TAGS and token.text not in CONNECTORS for token in name
    )


def _is_common_noun(name: Span) -> bool:
    """Return whether `name` is a common noun ("UAV", "Section 4") or has an address in it."""
    acronym = len(name) == 1 and name[0].text in ACRONYM_NOUNS
    numbered = len(name) == 2 and name[0].text in WORDS_BEFORE_NUMBERS and name[1].is_digit
    return acronym or numbered or any(token.like_url or "/" in token.text for token in name)
