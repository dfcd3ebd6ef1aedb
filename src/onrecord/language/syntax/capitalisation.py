"""Capitals: which words of a block stand capitalised, and whether capitals mean anything there.

In: a spaCy Doc. Out: runs of capitalised tokens. Out of scope: what the runs name.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.language.en.names import CONNECTORS, NOT_NAMES, PARTICLES
from onrecord.language.syntax.token_span import TokenSpan

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SHOUTED = 0.7
"""Share of letters in capitals from which a line of four words or more is shouted."""


@lru_cache(maxsize=128)
def read_doc_text(doc: Doc) -> str:
    """Return the text of `doc`, which spaCy puts together from its words each time it is asked."""
    return doc.text


@lru_cache(maxsize=128)
def is_all_caps(doc: Doc) -> bool:
    """Return whether `doc` is written in capitals, so that they mark no names."""
    letters = [char for char in read_doc_text(doc) if char.isalpha()]
    return len(doc) >= 3 and sum(map(str.isupper, letters)) > SHOUTED * max(1, len(letters))


@lru_cache(maxsize=128)
def is_title_case(doc: Doc) -> bool:
    """Return whether `doc` is Written Like a Title: every long word capitalised, no full stop."""
    words = [token.text for token in doc if token.is_alpha and len(token) > 3]
    return (
        len(words) >= 3
        and read_doc_text(doc).rstrip()[-1:] not in {".", "”", '"'}
        and sum(word[0].isupper() for word in words) >= 0.8 * len(words)
    )


def is_capitalised(token: Token) -> bool:
    """Return whether `token` is written with a capital, or is an ordinal or designation like "1st", "F-16"."""
    text = token.text
    return text[:1].isupper() or (text[:1].isdigit() and text[-2:] in {"st", "nd", "rd", "th"})


def is_sentence_initial(token: Token) -> bool:
    """Return whether `token` is capitalised by its place: first in a sentence, a line, a quotation or after a colon."""
    if token.i == 0 or token.is_sent_start:
        return True
    before = token.nbor(-1)
    return before.text in {"“", '"', "‘", "«", "„", ":", "—", "•", "["} or "\n" in before.text


def iter_capitalised_runs(doc: Doc) -> Iterator[TokenSpan]:
    """Yield the token span of each run of capitalised words, with small words between them.

    An ordinary word that is capitalised by its place does not begin a run.
    """
    index = 0
    while index < len(doc):
        if not _begins(doc[index]):
            index += 1
            continue
        end = _run_end(doc, index)
        yield TokenSpan(index, end)
        index = end


def _begins(token: Token) -> bool:
    if not is_capitalised(token) or token.text.lower() in NOT_NAMES:
        return False
    return not (
        is_sentence_initial(token) and token.tag_ not in {"NNP", "NNPS", "JJ", "NN", "NNS", "CD"}
    )


def _run_end(doc: Doc, index: int) -> int:
    last = index
    while (step := _next_capital(doc, last)) is not None:
        last = step
    return last + 1


def _next_capital(doc: Doc, last: int) -> int | None:
    """Return the index of the run's next capitalised word after `last`, over at most two small words."""
    index = last + 1
    while index < len(doc) and index <= last + 3:
        token = doc[index]
        if (
            is_capitalised(token)
            and token.text != "I"
            and (
                token.is_alpha
                or index == last + 1
                or token.text[0].isdigit()
                or "." in token.text
                or "-" in token.text
                or "’" in token.text
            )
        ):
            return index
        if not _joins(token):
            return None
        index += 1
    return None


def _joins(token: Token) -> bool:
    if token.text == "-":
        return token.i > 0 and not (token.whitespace_ or token.nbor(-1).whitespace_)
    return token.text in CONNECTORS or token.text in PARTICLES or token.text == "al-"
