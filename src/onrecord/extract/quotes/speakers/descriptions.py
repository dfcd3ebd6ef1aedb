"""Introduced: how far the words go that tell who somebody is, after a name that follows its verb.

In: a Doc, a name's last token, and where a description must end. Out: the description's last token. Out of scope: what
a parse makes of the words, which slips where they are many.

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
from onrecord.extract.quotes.en.punctuation import DESCRIPTION_BREAK_MARKS, SENTENCE_END_MARKS
from onrecord.extract.quotes.en.tags import (
    ADVERB_OR_PARTICIPLE_TAGS,
    APPOSITION_MODIFIER_TAGS,
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
from onrecord.language.syntax.dependency_labels import PREMODIFIER_LABELS
from onrecord.language.syntax.tag_sets import FINITE_TAGS, NOUN_TAGS, PROPER_NOUN_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OPENS = NOUN_TAGS | APPOSITION_MODIFIER_TAGS
"""Tags of words that open an apposition after a comma ("a lawyer", "46", "Republican of Ohio", "his brother")."""
_JOINED = _OPENS | ADVERB_OR_PARTICIPLE_TAGS


def extend_over_description(doc: Doc, last: int, stop: int) -> int:
    """Return `last`, or the end of what is told of a name after it, before `stop`."""
    last = _extend_over_place(doc, last, stop)
    if last + 2 >= stop or not (
        _is_description_start(doc, last + 1) or doc[last + 1].lower_ in PERSONAL_RELATIVES
    ):
        return last
    end = safe = last
    relative = False
    while end + 1 < min(stop, last + THRESHOLDS.description_tokens):
        after = doc[end + 1]
        if after.text in DESCRIPTION_BREAK_MARKS:
            break
        if after.text == ",":
            safe = end
            if end > last and not _is_description_continued(doc, end + 1, relative=relative):
                break
            relative = relative and not _is_description_start(doc, end + 1, named=False)
        relative = relative or after.lower_ in RELATIVE_WORDS
        if after.tag_ in FINITE_TAGS and not relative:
            end = safe
            break
        end += 1
    small = (
        DESCRIPTION_EDGE_TAGS if relative else DESCRIPTION_EDGE_TAGS | PREPOSITION_OR_ADVERB_TAGS
    )
    while end > last and (doc[end].is_punct or doc[end].tag_ in small) and doc[end].text != ")":
        end -= 1
    return end


def _extend_over_place(doc: Doc, last: int, stop: int) -> int:
    """Return `last`, or the end of "(R-Ohio)", "Jr.", "of Port Marrick" or "from Marrick" right after the name."""
    end = last
    if end + 2 < stop and doc[end + 1].text == "(":
        close = next(
            (t.i for t in doc[end + 1 : end + 1 + THRESHOLDS.parenthesis_tokens] if t.text == ")"),
            None,
        )
        end = close if close is not None and close < stop else end
    after = end + 1
    if after + 1 < stop and doc[after].lower_ in OF_OR_FROM:
        place = after + 1
        while place < stop and (doc[place].tag_ in PLACE_NAME_TAGS or doc[place].lower_ == "of"):
            place += 1
        end = place - 1 if doc[place - 1].tag_ in PROPER_NOUN_TAGS else end
    return end


def _is_description_start(doc: Doc, comma: int, *, named: bool = True) -> bool:
    """Return whether a comma and a description begin at token `comma`; `named`: a bare name may be one too."""
    if doc[comma].text != "," or comma + 1 >= len(doc):
        return False
    opens = doc[comma + 1]
    if opens.lower_ in PERSONAL_RELATIVES | ROLE_ADVERBS:
        return True
    if opens.tag_ == "VBG":
        return _is_before_noun(opens)
    if (
        is_day(opens)
        or opens.lower_ in NO_APPOSITION_WORDS
        or (opens.tag_ in PROPER_NOUN_TAGS and not named)
    ):
        return False
    return opens.tag_ in _OPENS


def _is_description_continued(doc: Doc, comma: int, *, relative: bool) -> bool:
    """Return whether what tells of somebody goes on after a comma in the middle of it."""
    after = doc[comma + 1]
    if (
        _is_description_start(doc, comma)
        or after.lower_ in RELATIVE_ADVERBIALS
        or after.tag_ == "VBN"
    ):
        return True
    if after.tag_ == "CC" and comma + 2 < len(doc):
        tags = FINITE_TAGS | ADVERB_OR_PARTICIPLE_TAGS if relative else _JOINED
        return (
            doc[comma + 2].tag_ in tags
            or doc[comma + 2].lower_ in PERSONAL_RELATIVES | ROLE_ADVERBS
        )
    return after.lower_ in OF_OR_FROM and doc[comma - 1].tag_ in NAME_OR_NUMBER_TAGS


def _is_before_noun(token: Token) -> bool:
    """Return whether a participle describes the noun after it ("managing director")."""
    after = token.nbor() if token.i + 1 < len(token.doc) else None
    describes = token.dep_ in PREMODIFIER_LABELS or token.lower_ in SERVING_PARTICIPLES
    return after is not None and after.tag_ in NOUN_TAGS and describes


def find_name_end(head: Token) -> int:
    """Return the last token of the name that `head` opens ("Ilse Marr-Lenn", "Tom Early")."""
    doc, last = head.doc, head.i
    while last + 1 < len(doc) and _is_name_word(doc[last + 1]):
        last += 1
    return last


def _is_name_word(token: Token) -> bool:
    flat = token.dep_ == "flat" and token.text[:1].isupper()
    return flat or token.tag_ in NAME_PART_TAGS


def find_description_limit(doc: Doc, index: int, quoted: frozenset[int] = frozenset()) -> int:
    """Return the token after `index` that ends the words: a full stop, a quotation mark, quoted words or "that"."""
    return next(
        (
            token.i
            for token in doc[index + 1 :]
            if token.text in SENTENCE_END_MARKS
            or token.i in quoted
            or token.text in DESCRIPTION_BREAK_MARKS
            or is_content_that(token)
        ),
        len(doc),
    )
