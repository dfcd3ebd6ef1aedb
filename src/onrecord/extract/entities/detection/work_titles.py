"""Works: where a title of a film, a song or a book stands, whose words name nobody.

In: a Doc. Out: (first, last) tokens of titles: what stands in marks or by itself after the noun of a work. Out of scope:
titles that only italics show, which the text does not have.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.language.names.given_names import is_given_name, load_surnames
from onrecord.language.syntax.capitalisation import is_capitalised, read_doc_text

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

WORKS = frozenset(
    """
    album anthem autobiography ballad biopic blockbuster book bestseller comedy debut documentary drama duet ep film
    memoir miniseries movie musical novel novella opera podcast poem remake sequel series show sitcom song soundtrack
    thriller trilogy
    """.split()
)
"""Nouns of works; "single", "play" and "track" are other things as often."""
_IN_MARKS = frozenset("hit paper play single story title track version".split())
"""Nouns that are of a work if a title in marks follows."""
_SUNG = frozenset(
    """
    covered covers directed directing directs entitled performed performing performs rehearsed sang sing singing sings
    sung titled
    """.split()
)
"""Forms of verbs after which a title in marks follows."""
_LINKS = frozenset({"called", "titled", "entitled", "named", ",", ":"})
_OPENING = {"“": "”", '"': '"', "‘": "’", "'": "'", "«": "»"}
_MOST_WORDS = 9
_WORDS = WORKS | _IN_MARKS | _SUNG
_ANY = re.compile(rf"\b(?:{'|'.join(sorted(_WORDS))})\b", re.IGNORECASE)


def works(doc: Doc) -> Iterator[tuple[int, int]]:
    """Yield the first and last token of each title."""
    if _ANY.search(read_doc_text(doc)) is None:
        return
    for token in doc:
        low = token.lower_
        if low in _WORDS:
            at = token.i + 1
            while at < len(doc) and at - token.i < 3 and doc[at].lower_ in _LINKS:
                at += 1
            title = _in_marks(doc, at)
            if title is None and low in WORKS:
                title = _bare(doc, token, at)
            if title is not None:
                yield title


def _in_marks(doc: Doc, opening: int) -> tuple[int, int] | None:
    """Return the words in the marks that open at `opening` if they are capitalised as a title is, or None."""
    closing = _OPENING.get(doc[opening].text) if opening < len(doc) else None
    if closing is None:
        return None
    for index in range(opening + 1, min(len(doc), opening + 2 + _MOST_WORDS)):
        if doc[index].text == closing:
            words = doc[opening + 1 : index]
            return (opening + 1, index - 1) if len(words) and _is_title(list(words)) else None
    return None


def _is_title(words: list[Token]) -> bool:
    return is_capitalised(words[0]) and all(
        is_capitalised(word) for word in words if word.is_alpha and len(word) > 3
    )


def _bare(doc: Doc, noun: Token, first: int) -> tuple[int, int] | None:
    """Return the capitalised words that go with `noun` as its name ("the film Night Harbour"), or None.

    Who made it may stand there as well: "the film Hale directed", "her book, Ann Hale said".
    """
    last = first - 1
    while last + 1 < len(doc) and is_capitalised(doc[last + 1]) and doc[last + 1].is_alpha:
        last += 1
    if last < first:
        return None
    after = doc[last + 1] if last + 1 < len(doc) else None
    if is_given_name(doc[first].text) and not (
        first > noun.i + 1 and doc[last].text not in load_surnames()
    ):
        return None
    ends = after is None or after.is_punct or after.tag_ == "IN"
    head = doc[first : last + 1].root
    named = head.head.i == noun.i and head.dep_ in {"appos", "flat", "nmod:unmarked", "compound"}
    return (first, last) if ends and (named or first == noun.i + 1) else None
