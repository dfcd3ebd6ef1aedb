"""Descriptions: how far the words reach that say who somebody is, after a name that follows its verb.

In: a Doc, where a name ends, and where a description must end. Out: the description's end (half-open). Out of scope: what
the parse says of the words, which is often wrong where they are many.

"…," said Ann Hale of Port Marrick, a former aide to the mayor who drafted the bill, in an interview on Monday.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.quotes.en.function_words import (
    NO_APPOSITION_WORDS,
    RELATIVE_ADVERBIALS,
    RELATIVE_WORDS,
    ROLE_ADVERBS,
)
from onrecord.extract.quotes.en.punctuation import DESCRIPTION_BREAK_MARKS
from onrecord.extract.quotes.en.tags import (
    ADVERB_OR_PARTICIPLE_TAGS,
    APPOSITION_TAGS,
    DESCRIPTION_EDGE_TAGS,
    NAME_OR_NUMBER_TAGS,
    NAME_PART_TAGS,
    PLACE_NAME_TAGS,
    PREPOSITION_OR_ADVERB_TAGS,
)
from onrecord.extract.quotes.en.verbs import SERVING_PARTICIPLES
from onrecord.extract.quotes.speakers.shallow_chunks import is_content_that, is_day
from onrecord.extract.quotes.thresholds import THRESHOLDS
from onrecord.language.en.function_words import OF_OR_FROM, PERSONAL_RELATIVES
from onrecord.language.en.punctuation import SENTENCE_END_MARKS
from onrecord.language.syntax.dependency_labels import PREMODIFIER_LABELS
from onrecord.language.syntax.neighbours import get_neighbour
from onrecord.language.syntax.tag_sets import FINITE_TAGS, NOUN_TAGS, PROPER_NOUN_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def extend_over_description(doc: Doc, name_end: int, limit: int) -> int:
    """Return `name_end`, or the end of what describes the name after it, `limit` at most."""
    name_end = _extend_over_place(doc, name_end, limit)
    if name_end + 1 >= limit or not (
        _is_description_start(doc, name_end) or doc[name_end].lower_ in PERSONAL_RELATIVES
    ):
        return name_end
    end, is_relative = _find_description_end(doc, name_end, limit)
    edge_tags = DESCRIPTION_EDGE_TAGS
    if not is_relative:
        edge_tags = edge_tags | PREPOSITION_OR_ADVERB_TAGS
    while end > name_end:
        last = doc[end - 1]
        if last.text == ")" or not (last.is_punct or last.tag_ in edge_tags):
            break
        end -= 1
    return end


def _find_description_end(doc: Doc, name_end: int, limit: int) -> tuple[int, bool]:
    """Return the end of the description from `name_end` on, and whether it ends in a relative clause."""
    end = comma = name_end
    is_relative = False
    while end < min(limit, name_end - 1 + THRESHOLDS.description_tokens):
        token = doc[end]
        if token.text in DESCRIPTION_BREAK_MARKS:
            break
        if token.text == ",":
            comma = end
            if end > name_end and not _is_description_continued(doc, end, relative=is_relative):
                break
            is_relative = is_relative and not _is_description_start(doc, end, named=False)
        is_relative = is_relative or token.lower_ in RELATIVE_WORDS
        if token.tag_ in FINITE_TAGS and not is_relative:
            return comma, is_relative
        end += 1
    return end, is_relative


def _extend_over_place(doc: Doc, end: int, limit: int) -> int:
    """Return `end`, or the end of "(R-Ohio)", "Jr.", "of Port Marrick" or "from Marrick" right after the name."""
    if end + 1 < limit and doc[end].text == "(":
        inside = doc[end : end + THRESHOLDS.parenthesis_tokens]
        close = next((token.i for token in inside if token.text == ")"), None)
        end = close + 1 if close is not None and close < limit else end
    if end + 1 < limit and doc[end].lower_ in OF_OR_FROM:
        place_end = end + 1
        while place_end < limit and (
            doc[place_end].tag_ in PLACE_NAME_TAGS or doc[place_end].lower_ == "of"
        ):
            place_end += 1
        end = place_end if doc[place_end - 1].tag_ in PROPER_NOUN_TAGS else end
    return end


def _is_description_start(doc: Doc, comma: int, *, named: bool = True) -> bool:
    """Return whether a comma and a description begin at token `comma`; `named`: a bare name may be one too."""
    if doc[comma].text != "," or comma + 1 >= len(doc):
        return False
    opener = doc[comma + 1]
    if opener.lower_ in PERSONAL_RELATIVES | ROLE_ADVERBS:
        return True
    if opener.tag_ == "VBG":
        return _is_before_noun(opener)
    if (
        is_day(opener)
        or opener.lower_ in NO_APPOSITION_WORDS
        or (opener.tag_ in PROPER_NOUN_TAGS and not named)
    ):
        return False
    return opener.tag_ in APPOSITION_TAGS


def _is_description_continued(doc: Doc, comma: int, *, relative: bool) -> bool:
    """Return whether a description continues after a comma in the middle of it."""
    after = doc[comma + 1]
    if _is_description_start(doc, comma) or after.lower_ in RELATIVE_ADVERBIALS:
        return True
    if after.tag_ == "VBN":
        return True
    if after.tag_ == "CC" and comma + 2 < len(doc):
        tags = FINITE_TAGS if relative else APPOSITION_TAGS
        joined = doc[comma + 2]
        return (
            joined.tag_ in tags | ADVERB_OR_PARTICIPLE_TAGS
            or joined.lower_ in PERSONAL_RELATIVES | ROLE_ADVERBS
        )
    return after.lower_ in OF_OR_FROM and doc[comma - 1].tag_ in NAME_OR_NUMBER_TAGS


def _is_before_noun(token: Token) -> bool:
    """Return whether a participle describes the noun after it ("managing director")."""
    after = get_neighbour(token) if token.i + 1 < len(token.doc) else None
    describes = token.dep_ in PREMODIFIER_LABELS or token.lower_ in SERVING_PARTICIPLES
    return after is not None and after.tag_ in NOUN_TAGS and describes


def find_name_end(head: Token) -> int:
    """Return the end of the name that `head` opens ("Ilse Marr-Lenn", "Tom Early")."""
    doc, end = head.doc, head.i + 1
    while end < len(doc) and _is_name_word(doc[end]):
        end += 1
    return end


def _is_name_word(token: Token) -> bool:
    is_flat = token.dep_ == "flat" and token.text[:1].isupper()
    return is_flat or token.tag_ in NAME_PART_TAGS


def find_description_limit(doc: Doc, start: int, quoted: frozenset[int] = frozenset()) -> int:
    """Return the first token from `start` that ends a description: a full stop, a quotation mark, quoted words or "that"."""
    return next(
        (
            token.i
            for token in doc[start:]
            if token.text in SENTENCE_END_MARKS
            or token.i in quoted
            or token.text in DESCRIPTION_BREAK_MARKS
            or is_content_that(token)
        ),
        len(doc),
    )
