"""Phrase spans: which words belong to a source, given the head of its phrase.

In: the head and its verb in a Doc, and which tokens are quoted. Out: the phrase's `TokenSpan`. Out of scope: which token is
the head (`onrecord.extract.quotes.speakers.subject_heads`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.quotes.en.function_words import AUXILIARIES
from onrecord.extract.quotes.en.labels import NAME_LABELS, NOUN_MODIFIER_LABELS
from onrecord.extract.quotes.en.punctuation import PHRASE_BREAK_MARKS
from onrecord.extract.quotes.en.tags import (
    COORDINATOR_OR_RELATIVE_TAGS,
    MODIFIER_OPENER_TAGS,
    NAME_OR_PLURAL_TAGS,
    ROLE_TAGS,
)
from onrecord.extract.quotes.speakers.adjacent_phrases import find_phrase_between
from onrecord.extract.quotes.speakers.descriptions import (
    extend_over_description,
    find_description_limit,
    find_name_end,
)
from onrecord.extract.quotes.speakers.shallow_chunks import (
    cut_at_comma,
    extend_over_apposition,
    extend_over_modifiers,
    is_content_that,
    is_day,
    trim_day,
    trim_phrase,
)
from onrecord.extract.quotes.thresholds import THRESHOLDS
from onrecord.language.en.roles import PERSON_ROLES
from onrecord.language.syntax.dependency_labels import RELATIVE_CLAUSE_LABELS
from onrecord.language.syntax.neighbours import get_neighbour
from onrecord.language.syntax.phrases import find_noun_phrase
from onrecord.language.syntax.tag_sets import (
    FINITE_TAGS,
    MODAL_OR_ADVERB_TAGS,
    PAST_FORM_TAGS,
    PROPER_NOUN_TAGS,
)
from onrecord.language.syntax.token_span import TokenSpan

if TYPE_CHECKING:
    from spacy.tokens import Token


def find_phrase_span(head: Token, verb: Token, quoted: frozenset[int]) -> TokenSpan:
    """Return the tokens of a source's phrase, with what belongs to it and an apposition.

    It never reaches into quotation marks, nor to or over the verb.
    """
    start, end = _find_bounds(head, verb, quoted)
    is_name = head.tag_ in PROPER_NOUN_TAGS
    if head.i < verb.i:
        subject = _find_noun_before_lost_verb(head, start)
        if subject is not None:
            whole = find_noun_phrase(subject)
            start = start if start <= subject.i else whole.start
            return trim_phrase(subject, start, subject.i + 1)
        start, end = _extend_up_to_verb(head, start, end, verb, quoted)
    elif is_name:
        end = max(head.i + 1, cut_at_comma(head.doc, head.i + 1, end))
    end = extend_over_modifiers(head, end, _find_limit(head, verb, quoted))
    if is_name:  # "Ann Hale gestured, then leaned in and said": a verb tagged as a participle
        end = next((t.i for t in head.doc[head.i + 1 : end] if _is_finite_root(t)), end)
    end = max(head.i + 1, trim_day(head.doc, start, end))
    if head.i > verb.i and is_name:
        name_end = find_name_end(head)
        limit = find_description_limit(head.doc, name_end, quoted)
        end = max(end, extend_over_description(head.doc, name_end, limit))
    return trim_phrase(head, start, end)


def _find_bounds(head: Token, verb: Token, quoted: frozenset[int]) -> tuple[int, int]:
    """Return the noun phrase of `head` with an apposition, on its side of the verb and outside quotation marks."""
    doc = head.doc
    whole = find_noun_phrase(head, conjuncts=True, complements="all")
    start, end = whole.start, extend_over_apposition(head, whole.end)
    if head.i < verb.i:
        end = min(end, verb.i)
    else:
        start, end = max(start, verb.i + 1), min(end, _find_limit(head, verb, quoted))
    while start < head.i and start in quoted:
        start += 1
    breaks = {
        i for i in (*range(start, end), head.i) if i in quoted or doc[i].text in PHRASE_BREAK_MARKS
    }
    start = max((i + 1 for i in breaks if i <= head.i), default=start)
    end = min((i for i in breaks if i >= head.i), default=end)
    return start, end


def _extend_up_to_verb(
    head: Token, start: int, end: int, verb: Token, quoted: frozenset[int]
) -> tuple[int, int]:
    """Return the span with the role before it, and with what describes the head up to the verb after it."""
    end = _extend_over_name(_extend_over_description(head, end, verb, quoted), verb)
    if head.i - 1 not in quoted:
        start = _extend_over_role(head, start)
    if head.tag_ in PROPER_NOUN_TAGS:
        phrase = find_phrase_between(head.doc, start, verb.i)
        end = max(end, phrase.span.end) if phrase is not None else end
    return start, end


def _is_finite_root(token: Token) -> bool:
    return token.dep_ == "ROOT" and token.tag_ in FINITE_TAGS


def _extend_over_role(head: Token, start: int) -> int:
    """Return `start`, moved back over a role that the parse cut from the name ("Harbour Board chair Ann Hale said")."""
    doc, sentence_start = head.doc, head.sent.start
    before = doc[start - 1] if start > sentence_start else None
    if head.tag_ != "NNP" or before is None or is_day(before):
        return start
    is_named = before.tag_ == "NNP" and before.dep_ in NAME_LABELS
    if not is_named and not (before.tag_ == "NN" and before.lemma_ in PERSON_ROLES):
        return start
    while start > sentence_start and (
        doc[start - 1].tag_ in ROLE_TAGS or (is_named and doc[start - 1].lower_ == "of")
    ):
        start -= 1
    return start


def _find_limit(head: Token, verb: Token, quoted: frozenset[int]) -> int:
    """Return the token before which a description of `head` must end: its verb, a mark or the sentence's end."""
    doc, is_after = head.doc, head.i > verb.i
    limit = verb.i if head.i < verb.i else head.sent.end
    ends = (
        i for i in range(head.i, limit) if i in quoted or (is_after and is_content_that(doc[i]))
    )
    return next(ends, limit)


def _find_noun_before_lost_verb(head: Token, start: int) -> Token | None:
    """Return the noun before a verb that the parse took for a modifier ("The FRM denied blame, saying"), or None."""
    for token in head.doc[max(1, start) : head.i]:
        before = get_neighbour(token, -1)
        is_verbal = token.tag_ in PAST_FORM_TAGS and token.dep_ in NOUN_MODIFIER_LABELS
        if is_verbal and before.tag_ in NAME_OR_PLURAL_TAGS and not get_neighbour(token).is_punct:
            return before
    return None


def _extend_over_name(end: int, verb: Token) -> int:
    """Return `end`, or the end of a name in commas between it and the verb ("The mayor, Ann Hale, said")."""
    doc, comma = verb.doc, verb.i - 1
    if not end < comma < end + THRESHOLDS.name_in_commas_tokens:
        return end
    if doc[end].text != "," or doc[comma].text != ",":
        return end
    inside = doc[end + 1 : comma]
    is_name = len(inside) and all(word.text[:1].isupper() for word in inside)
    return comma if is_name else end


def _extend_over_description(head: Token, end: int, verb: Token, quoted: frozenset[int]) -> int:
    """Return `end`, cut before a finite verb, or moved up to the verb where the words before it describe the head.

    "A report published last week by the group found that": all of it belongs to the source.
    """
    doc = head.doc
    for token in doc[head.i + 1 : end]:
        if token.tag_ in FINITE_TAGS and token.dep_ not in RELATIVE_CLAUSE_LABELS:
            return int(token.i)
    group_start = verb.i
    while group_start > end and (
        doc[group_start - 1].tag_ in MODAL_OR_ADVERB_TAGS
        or doc[group_start - 1].lower_ in AUXILIARIES
    ):
        group_start -= 1
    is_plain = not any(
        token.tag_ in FINITE_TAGS | COORDINATOR_OR_RELATIVE_TAGS
        or token.is_punct
        or token.i in quoted
        for token in doc[end:group_start]
    )
    describes = verb.i - end > 1 and doc[end].tag_ in MODIFIER_OPENER_TAGS
    is_near = group_start - end <= THRESHOLDS.modifier_gap
    return group_start if is_plain and describes and is_near else end
