"""Wording: the noun phrase beside a verb of saying by its words and tags alone, where a parse slips.

In: a Doc and a place in it. Out: the phrase's head and its (first, last) tokens. Out of scope: dependencies,
but for how far a phrase after the verb reaches.
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
    CHUNK_MODIFIER_TAGS,
    CLAUSE_SUBJECT_TAGS,
    COMPLEMENTISER_TAGS,
    DAY_TAGS,
    NAME_OR_PRONOUN_TAGS,
    PHRASE_EDGE_TAGS,
    TRAILING_EDGE_TAGS,
)
from onrecord.extract.quotes.thresholds import THRESHOLDS
from onrecord.language.syntax.dependencies import find_noun_phrase
from onrecord.language.syntax.dependency_labels import RELATIVE_CLAUSE_LABELS
from onrecord.language.syntax.tag_sets import NUMBER_OR_NAME_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

PHRASE_TAGS = CHUNK_HEAD_TAGS | CHUNK_MODIFIER_TAGS
_FAR = 30
"""Tokens that a relative clause of a source has at most, and some."""


def is_nobody(head: Token) -> bool:
    """Return whether a phrase with this head names no speaker; "those surveyed" and "one in five" do."""
    told = any(child.dep_.startswith(("nmod", "acl", "case")) for child in head.rights)
    return head.lower_ in NO_SPEAKER_WORDS and not (head.lower_ in ONE_OR_THOSE and told)


def find_chunk_head(doc: Doc, index: int, stop: int | None = None) -> Token | None:
    """Return the head of the noun phrase that begins at `index`: the last noun before anything else, or before `stop`."""
    head: Token | None = None
    for token in doc[index : min(index + 12, len(doc) if stop is None else stop)]:
        described = token.tag_ == "VBN" and head is not None and doc[token.i - 1].text != "-"
        if described:
            break
        if token.tag_ in CHUNK_HEAD_TAGS or (token.text[:1].isupper() and token.i > index):
            head = token
        elif token.tag_ == "POS":
            head = None
        elif token.tag_ not in PHRASE_TAGS and not (token.tag_ == "VBG" and token.dep_ == "amod"):
            break
    return head


def cut_at_comma(doc: Doc, last: int, first: int) -> int:
    """Return `last`, moved back before the first comma, so that no clause is taken along."""
    for index in range(first + 2, last):
        if doc[index].text in CLAUSE_MARKS and doc[index].tag_ != "HYPH":
            return index - 1
    return last


def trim_phrase(head: Token, first: int, last: int) -> tuple[int, int]:
    """Return the span without small words and marks at its edges."""
    doc = head.doc
    while first < head.i and (doc[first].is_punct or doc[first].tag_ in PHRASE_EDGE_TAGS):
        first += 1
    while last > head.i and (doc[last].is_punct or doc[last].tag_ in TRAILING_EDGE_TAGS):
        if doc[last].text == ")" and any(token.text == "(" for token in doc[first:last]):
            break  # "Ann Hale (R-Ohio)"
        last -= 1
    return min(first, head.i), max(last, head.i)


def extend_over_apposition(head: Token, last: int) -> int:
    """Return `last`, or the end of a near apposition of `head`."""
    for child in head.children:
        if child.dep_ == "appos" and child.i > head.i and last < child.i <= last + 8:
            return max(last, find_noun_phrase(child, complements="all").end - 1)
    return last


def extend_over_modifiers(head: Token, last: int, limit: int) -> int:
    """Return `last`, or the end of what describes `head` after it, before token `limit`.

    "Ann Hale, 46, a lawyer in Port Marrick who drafted the bill": appositions and relative clauses tell who
    speaks, so they are the source's (Pareti 2013). A description cut by the limit or by marks is not taken, nor
    what is told of a name by the way ("Ann Hale, who arrived late, said").
    """
    doc, end = head.doc, last
    for child in head.rights:
        if (
            child.dep_ not in DESCRIBING_LABELS
            or not head.i < child.i < limit
            or _is_aside(head, child)
        ):
            continue
        right = _find_modifier_end(child, limit)
        near = child.left_edge.i <= end + 3 and right < limit and right - head.i <= _FAR + 10
        if near and not any(doc[i].text in MODIFIER_BREAK_MARKS for i in range(head.i, right + 1)):
            end = max(end, right)
    return end


def _is_aside(head: Token, child: Token) -> bool:
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
    """Return whether it is a day, which says nothing ("A report published Friday found")."""
    return token.lower_ in DAY_WORDS and token.tag_ in DAY_TAGS


def is_in_dateline(head: Token, verb: Token) -> bool:
    """Return whether `head` stands in the place and agency before a page's first dash ("ROME (AP) — Hale said")."""
    doc = head.doc
    dash = next(
        (t.i for t in doc[1 : THRESHOLDS.dateline_tokens] if t.text in DATELINE_DASHES), None
    )
    if dash is None or not head.i < dash < verb.i or doc[dash - 1].text != ")":
        return False
    return all(t.is_punct or t.tag_ in NUMBER_OR_NAME_TAGS or t.is_upper for t in doc[:dash])


def is_content_that(token: Token) -> bool:
    """Return whether it is the "that" of what was said ("was told by the captain that the ship …")."""
    if token.lower_ != "that" or token.i + 1 >= len(token.doc):
        return False
    return token.tag_ in COMPLEMENTISER_TAGS and token.nbor().tag_ in CLAUSE_SUBJECT_TAGS


def trim_day(doc: Doc, first: int, last: int) -> int:
    """Return `last`, moved back before a day that a parse took for the source's ("Hale on Thursday told")."""
    end = last
    if end > first and doc[end].lower_ in DAY_WORDS:
        end -= 1
        if end > first and doc[end].tag_ == "IN":
            end -= 1
    return end


def _find_modifier_end(child: Token, limit: int) -> int:
    """Return the last token of what `child` heads, before `limit`, without marks that close nothing."""
    right = min(child.right_edge.i, limit - 1)
    while (
        right > child.i
        and child.doc[right].is_punct
        and child.doc[right].text not in CLOSING_BRACKETS
    ):
        right -= 1
    return right
