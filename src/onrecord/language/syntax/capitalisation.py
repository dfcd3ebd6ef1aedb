"""Capitalisation: which words of a block are capitalised, and whether that marks names there.

In: a spaCy Doc. Out: runs of capitalised tokens, and predicates on tokens and docs. Out of scope: what the runs name.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.language.en.function_words import ORDINAL_SUFFIXES
from onrecord.language.en.names import CONNECTORS, NOT_NAMES, PARTICLES
from onrecord.language.en.punctuation import MARKS_BEFORE_CAPITAL, TEXT_END_MARKS
from onrecord.language.syntax.neighbours import get_neighbour
from onrecord.language.syntax.tag_sets import NOUN_ADJECTIVE_OR_NUMBER_TAGS
from onrecord.language.syntax.token_span import TokenSpan
from onrecord.language.thresholds import THRESHOLDS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@lru_cache(maxsize=128)
def read_doc_text(doc: Doc) -> str:
    """Return the text of `doc`, cached: spaCy joins it from the tokens at each access."""
    return doc.text


@lru_cache(maxsize=128)
def is_all_caps(doc: Doc) -> bool:
    """Return whether `doc` is written in capitals, so that they mark no names; false for fewer than three tokens."""
    letters = [char for char in read_doc_text(doc) if char.isalpha()]
    capitals = sum(map(str.isupper, letters))
    return len(doc) >= 3 and capitals > THRESHOLDS.all_caps_letters * max(1, len(letters))


@lru_cache(maxsize=128)
def is_title_case(doc: Doc) -> bool:
    """Return whether `doc` is Written Like a Title: nearly every long word capitalised, no full stop."""
    words = [token.text for token in doc if token.is_alpha and len(token) > 3]
    return (
        len(words) >= 3
        and read_doc_text(doc).rstrip()[-1:] not in TEXT_END_MARKS
        and sum(word[0].isupper() for word in words) >= THRESHOLDS.title_case_words * len(words)
    )


def is_capitalised(token: Token) -> bool:
    """Return whether `token` is capitalised, or is an ordinal or designation like "1st", "F-16"."""
    text = token.text
    return text[:1].isupper() or (text[:1].isdigit() and text[-2:] in ORDINAL_SUFFIXES)


def is_sentence_initial(token: Token) -> bool:
    """Return whether the place of `token` asks for a capital: first in a sentence, line or quotation, or after a colon."""
    if token.i == 0 or token.is_sent_start:
        return True
    before = get_neighbour(token, -1)
    return before.text in MARKS_BEFORE_CAPITAL or "\n" in before.text


def iter_capitalised_runs(doc: Doc) -> Iterator[TokenSpan]:
    """Yield the token span of each run of capitalised words, with connectors ("of", "and") between them.

    An ordinary word that is capitalised by its place does not begin a run.
    """
    index = 0
    while index < len(doc):
        if not _is_run_start(doc[index]):
            index += 1
            continue
        end = _find_run_end(doc, index)
        yield TokenSpan(index, end)
        index = end


def _is_run_start(token: Token) -> bool:
    if not is_capitalised(token) or token.text.lower() in NOT_NAMES:
        return False
    return not (is_sentence_initial(token) and token.tag_ not in NOUN_ADJECTIVE_OR_NUMBER_TAGS)


def _find_run_end(doc: Doc, index: int) -> int:
    last = index
    while (following := _find_next_capital(doc, last)) is not None:
        last = following
    return last + 1


def _find_next_capital(doc: Doc, last: int) -> int | None:
    """Return the index of the run's next capitalised word after `last`, over at most two connectors; or None."""
    index = last + 1
    while index < len(doc) and index <= last + 3:
        token = doc[index]
        if _may_continue_run(token, is_adjacent=index == last + 1):
            return index
        if not _is_connector(token):
            return None
        index += 1
    return None


def _may_continue_run(token: Token, *, is_adjacent: bool) -> bool:
    """Return whether a capitalised word goes on with a run: past a connector it must look like part of a name."""
    if not is_capitalised(token) or token.text == "I":
        return False
    text = token.text
    return (
        token.is_alpha
        or is_adjacent
        or text[0].isdigit()
        or any(mark in text for mark in (".", "-", "’"))
    )


def _is_connector(token: Token) -> bool:
    if token.text == "-":
        return token.i > 0 and not (token.whitespace_ or get_neighbour(token, -1).whitespace_)
    return token.text in CONNECTORS or token.text in PARTICLES or token.text == "al-"
