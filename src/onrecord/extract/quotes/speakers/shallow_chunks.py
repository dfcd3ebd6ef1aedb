"""Shallow chunks: the noun phrase beside a verb of saying by its words and tags, where the parse is wrong.

In: a Doc and a place in it. Out: a phrase's head, or where a phrase ends (half-open). Out of scope: dependencies,
except for how far a phrase after the verb reaches.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.quotes.en.function_words import (
    CIRCUMSTANCE_PREPOSITIONS,
    DAY_WORDS,
    NO_SPEAKER_WORDS,
    ONE_OR_THOSE,
)
from onrecord.extract.quotes.en.labels import (
    APPOSITION_OR_NUMBER_LABELS,
    DESCRIBING_LABELS,
    NAME_CHILD_LABELS,
)
from onrecord.extract.quotes.en.punctuation import (
    CLAUSE_MARKS,
    CLOSING_BRACKETS,
    DATELINE_DASHES,
    MODIFIER_BREAK_MARKS,
)
from onrecord.extract.quotes.en.tags import (
    CHUNK_HEAD_TAGS,
    CHUNK_TAGS,
    CLAUSE_SUBJECT_TAGS,
    COMPLEMENTISER_TAGS,
    DAY_TAGS,
    NAME_OR_PRONOUN_TAGS,
    PHRASE_EDGE_TAGS,
    TRAILING_EDGE_TAGS,
)
from onrecord.extract.quotes.thresholds import THRESHOLDS
from onrecord.language.syntax.dependency_labels import RELATIVE_CLAUSE_LABELS
from onrecord.language.syntax.neighbours import get_neighbour
from onrecord.language.syntax.phrases import find_noun_phrase
from onrecord.language.syntax.tag_sets import NUMBER_OR_NAME_TAGS
from onrecord.language.syntax.token_span import TokenSpan

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def is_no_source(head: Token) -> bool:
    """Return whether a phrase with this head names no speaker; "those surveyed" and "one in five" do."""
    described = any(child.dep_.startswith(("nmod", "acl", "case")) for child in head.rights)
    return head.lower_ in NO_SPEAKER_WORDS and not (head.lower_ in ONE_OR_THOSE and described)


def find_chunk_head(doc: Doc, start: int, end: int | None = None) -> Token | None:
    """Return the head of the noun phrase that begins at `start`, or None: the last noun before anything else, or before `end`."""
    head: Token | None = None
    limit = len(doc) if end is None else end
    for token in doc[start : min(start + THRESHOLDS.chunk_tokens, limit)]:
        if token.tag_ == "VBN" and head is not None and doc[token.i - 1].text != "-":
            break  # a participle that describes the noun
        if token.tag_ in CHUNK_HEAD_TAGS or (token.text[:1].isupper() and token.i > start):
            head = token
        elif token.tag_ == "POS":
            head = None
        elif token.tag_ not in CHUNK_TAGS and not (token.tag_ == "VBG" and token.dep_ == "amod"):
            break
    return head


def cut_at_comma(doc: Doc, start: int, end: int) -> int:
    """Return `end`, or the first comma from `start` before the phrase's last token, so that no clause is taken in."""
    for index in range(start, end - 1):
        if doc[index].text in CLAUSE_MARKS and doc[index].tag_ != "HYPH":
            return index
    return end


def trim_phrase(head: Token, start: int, end: int) -> TokenSpan:
    """Return the span without function words and marks at its edges; it always holds `head`."""
    doc = head.doc
    while start < head.i and (doc[start].is_punct or doc[start].tag_ in PHRASE_EDGE_TAGS):
        start += 1
    while end - 1 > head.i:
        last = doc[end - 1]
        if not (last.is_punct or last.tag_ in TRAILING_EDGE_TAGS):
            break
        if last.text == ")" and any(token.text == "(" for token in doc[start : end - 1]):
            break  # "Ann Hale (R-Ohio)"
        end -= 1
    return TokenSpan(min(start, head.i), max(end, head.i + 1))


def extend_over_apposition(head: Token, end: int) -> int:
    """Return `end`, or the end of an apposition of `head` that is near it."""
    for child in head.children:
        is_near = end <= child.i < end + THRESHOLDS.apposition_gap
        if child.dep_ == "appos" and child.i > head.i and is_near:
            return max(end, find_noun_phrase(child, complements="all").end)
    return end


def extend_over_modifiers(head: Token, end: int, limit: int) -> int:
    """Return `end`, or the end of what describes `head` after it, before token `limit`.

    "Ann Hale, 46, a lawyer in Port Marrick who drafted the bill": appositions and relative clauses say who
    speaks, so they belong to the source (Pareti 2013). A description that holds quotation marks is not taken, nor
    one that only adds something about a name ("Ann Hale, who arrived late, said").
    """
    doc = head.doc
    for child in head.rights:
        if child.dep_ not in DESCRIBING_LABELS or not head.i < child.i < limit:
            continue
        if _is_aside(head, child):
            continue
        modifier_end = _find_modifier_end(child, limit)
        is_near = (
            child.left_edge.i <= end + 2 and modifier_end - head.i - 1 <= THRESHOLDS.modifier_tokens
        )
        if is_near and not any(t.text in MODIFIER_BREAK_MARKS for t in doc[head.i : modifier_end]):
            end = max(end, modifier_end)
    return end


def _is_aside(head: Token, child: Token) -> bool:
    """Return whether the modifier only adds something about a name, or says when or where it speaks."""
    if head.tag_ not in NAME_OR_PRONOUN_TAGS or child.dep_ in APPOSITION_OR_NUMBER_LABELS:
        return False
    left = child.left_edge
    if child.dep_ == "nmod":
        return any(case.lower_ in CIRCUMSTANCE_PREPOSITIONS for case in child.lefts)
    if child.dep_ in RELATIVE_CLAUSE_LABELS and any(
        c.dep_ in NAME_CHILD_LABELS for c in head.children
    ):
        return False
    return "," in {left.text, head.doc[left.i - 1].text}


def is_day(token: Token) -> bool:
    """Return whether it is a day, which speaks in no sentence ("A report published Friday found")."""
    return token.lower_ in DAY_WORDS and token.tag_ in DAY_TAGS


def is_in_dateline(head: Token, verb: Token) -> bool:
    """Return whether `head` is in the place and agency before a page's first dash ("ROME (AP) — Hale said")."""
    doc = head.doc
    dashes = (t.i for t in doc[1 : THRESHOLDS.dateline_tokens] if t.text in DATELINE_DASHES)
    dash = next(dashes, None)
    if dash is None or not head.i < dash < verb.i or doc[dash - 1].text != ")":
        return False
    return all(t.is_punct or t.tag_ in NUMBER_OR_NAME_TAGS or t.is_upper for t in doc[:dash])


def is_content_that(token: Token) -> bool:
    """Return whether it is the "that" before reported words ("was told by the captain that the ship …")."""
    if token.lower_ != "that" or token.i + 1 >= len(token.doc):
        return False
    return token.tag_ in COMPLEMENTISER_TAGS and get_neighbour(token).tag_ in CLAUSE_SUBJECT_TAGS


def trim_day(doc: Doc, start: int, end: int) -> int:
    """Return `end`, moved back before a day that the parse gave to the source ("Hale on Thursday told")."""
    if end - 1 > start and doc[end - 1].lower_ in DAY_WORDS:
        end -= 1
        if end - 1 > start and doc[end - 1].tag_ == "IN":
            end -= 1
    return end


def _find_modifier_end(child: Token, limit: int) -> int:
    """Return the end of what `child` heads, `limit` at most, without marks at its end except closing brackets."""
    doc, end = child.doc, min(child.right_edge.i + 1, limit)
    while end - 1 > child.i and doc[end - 1].is_punct and doc[end - 1].text not in CLOSING_BRACKETS:
        end -= 1
    return end
