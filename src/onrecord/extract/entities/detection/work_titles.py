"""Titles of films, songs and books, whose words are no names of entities.

In: a Doc. Out: the token spans of titles: in quotation marks, or bare after the noun of a work. Out of scope: titles
that only italics show, which the text does not have.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.extract.entities.en.tags import TITLE_LABELS
from onrecord.extract.entities.en.work_words import (
    TITLE_INTRODUCERS,
    TITLE_MARKS,
    WORD_BEFORE_TITLE,
    WORDS_BEFORE_TITLE,
    WORK_NOUNS,
)
from onrecord.extract.entities.thresholds import THRESHOLDS
from onrecord.language.names.given_names import is_given_name, load_surnames
from onrecord.language.syntax.capitalisation import is_capitalised, read_doc_text
from onrecord.language.syntax.token_span import TokenSpan

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token


def find_work_titles(doc: Doc) -> Iterator[TokenSpan]:
    """Yield the token span of each title, without its quotation marks."""
    if WORD_BEFORE_TITLE.search(read_doc_text(doc)) is None:
        return
    for token in doc:
        if token.lower_ not in WORDS_BEFORE_TITLE:
            continue
        start = token.i + 1
        while (
            start < len(doc)
            and start - token.i <= THRESHOLDS.title_introducer_words
            and doc[start].lower_ in TITLE_INTRODUCERS
        ):
            start += 1
        title = _read_title_in_marks(doc, start)
        if title is None and token.lower_ in WORK_NOUNS:
            title = _read_bare_title(doc, token, start)
        if title is not None:
            yield title


def _read_title_in_marks(doc: Doc, opening: int) -> TokenSpan | None:
    """Return the words in the marks that open at `opening` if they are capitalised as a title is, or None."""
    closing = TITLE_MARKS.get(doc[opening].text) if opening < len(doc) else None
    if closing is None:
        return None
    start = opening + 1
    for index in range(start, min(len(doc), start + THRESHOLDS.title_words + 1)):
        if doc[index].text == closing:
            words = doc[start:index]
            return TokenSpan(start, index) if _is_capitalised_title(words) else None
    return None


def _is_capitalised_title(words: Span) -> bool:
    """Return whether the first and every long word of `words` are capitalised."""
    return (
        len(words) > 0
        and is_capitalised(words[0])
        and all(is_capitalised(word) for word in words if word.is_alpha and len(word) > 3)
    )


def _read_bare_title(doc: Doc, noun: Token, start: int) -> TokenSpan | None:
    """Return the capitalised words from `start` that are the title of `noun` ("the film Night Harbour"), or None.

    The name of who made the work may follow as well: "the film Hale directed", "her book, Ann Hale said".
    """
    end = start
    while end < len(doc) and is_capitalised(doc[end]) and doc[end].is_alpha:
        end += 1
    if end == start:
        return None
    if is_given_name(doc[start].text) and not (
        start > noun.i + 1 and doc[end - 1].text not in load_surnames()
    ):
        return None
    after = doc[end] if end < len(doc) else None
    ends_phrase = after is None or after.is_punct or after.tag_ == "IN"
    head = doc[start:end].root
    is_of_noun = head.head.i == noun.i and head.dep_ in TITLE_LABELS
    return TokenSpan(start, end) if ends_phrase and (is_of_noun or start == noun.i + 1) else None
