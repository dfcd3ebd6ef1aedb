"""Referents: the noun phrase that a quantity counts, by the parse.

In: a quantity and its tokens. Out: the words counted, or None. The phrase is the noun with what stands before it and its of- and
from-phrases, without determiner, number and relative clauses ("over 140,000 *Danish and Swedish flood victims*"). Out of scope: who
counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.figures.amounts.quantity import Quantity
from onrecord.extract.figures.en.referent_words import (
    COORDINATED_DIMENSIONS,
    DIMENSION_ADJECTIVES,
    HYPHENATED_DIMENSIONS,
    MEASURE_PREPOSITIONS,
    PERCENT_NOUNS,
    PREPOSED_MEASURE_WORDS,
    QUANTIFIERS,
    STATISTIC_NOUNS,
)
from onrecord.extract.figures.en.tags import (
    DETERMINER_TAGS,
    LEADING_TAGS,
    LISTED_PHRASE_TAGS,
    PREMODIFIER_TAGS,
)
from onrecord.extract.figures.en.time_words import CALENDAR_WORDS
from onrecord.extract.figures.en.units import TIME_UNITS
from onrecord.extract.figures.referents.changed_referent import (
    find_changed_referent,
    is_verb_hedged,
)
from onrecord.extract.figures.referents.phrase_boundaries import (
    extend_to_word_end,
    extend_to_word_start,
    extend_with_conjunct,
    extend_with_from_phrase,
    find_first_token,
    find_run_head,
    trim_amount,
)
from onrecord.extract.figures.referents.verb_arguments import find_verb_argument
from onrecord.extract.figures.referents.wholes import find_whole
from onrecord.extract.figures.thresholds import THRESHOLDS
from onrecord.language.syntax.neighbours import get_neighbour
from onrecord.language.syntax.phrases import find_noun_phrase
from onrecord.language.syntax.tag_sets import (
    ADJECTIVE_OR_PARTICIPLE_TAGS,
    COMMON_OR_PROPER_SINGULAR_TAGS,
    FUNCTION_WORD_TAGS,
    NOUN_TAGS,
    PLURAL_NOUN_TAGS,
)

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


def find_referent(quantity: Quantity, tokens: Span) -> Span | None:
    """Return the words of what `quantity` counts or measures, or None where nothing says.

    Args:
        quantity: the quantity.
        tokens: the tokens of its number and unit, without the hedge.

    """
    member = _find_hyphenated_noun(quantity, tokens)
    if member is not None:
        return tokens.doc[member.i : member.i + 1]
    if tokens.doc[tokens.end : tokens.end + 3].text.lower().startswith(("-a-", "-an-")):
        return None
    first = find_first_token(quantity, tokens)
    is_hedged = quantity.kind != "count" and is_verb_hedged(tokens, first)
    noun = None if is_hedged else _find_counted_noun(quantity, tokens, first)
    if noun is None:
        if quantity.kind in {"order", "age"} or quantity.unit in TIME_UNITS:
            return None
        return find_whole(tokens, first) or find_changed_referent(tokens, first)
    return None if _is_own_word(noun, quantity) else _find_phrase(noun, quantity, tokens)


def _find_hyphenated_noun(quantity: Quantity, tokens: Span) -> Token | None:
    """Return the noun that a hyphen joins to a bare number ("a 12-member panel"), or None."""
    doc = tokens.doc
    if quantity.kind != "count" or tokens.end + 1 >= len(doc) or doc[tokens.end].tag_ != "HYPH":
        return None
    member = doc[tokens.end + 1]
    return member if member.tag_ in NOUN_TAGS and member.lower_ != "strong" else None


def _is_own_word(noun: Token, quantity: Quantity) -> bool:
    """Return whether a noun is a sign or a unit of the quantity itself."""
    if not noun.text.strip() or "$" in noun.text:
        return True
    is_percentage = noun.lower_ in PERCENT_NOUNS
    return is_percentage and (bool(quantity.unit) or "point" not in noun.lower_)


def _find_phrase(noun: Token, quantity: Quantity, tokens: Span) -> Span | None:
    """Return the phrase of the noun counted, without determiner, number and amounts."""
    doc, phrase = tokens.doc, find_noun_phrase(noun)
    start, end = (
        _find_bounds_after(noun, phrase, tokens)
        if noun.i >= tokens.end
        else _find_bounds_before(noun, phrase, quantity, tokens)
    )
    end = trim_amount(noun, end)
    while start < noun.i and doc[start].tag_ in LEADING_TAGS:
        if doc[start].lower_ in QUANTIFIERS:
            break
        start += 1
    is_hyphenated = start > 0 and doc[start - 1].tag_ == "HYPH"
    if is_hyphenated and start < noun.i and doc[start].lower_ in HYPHENATED_DIMENSIONS:
        start += 1
    if doc[start].lower_ == "worth" and start + 2 < end:
        start += 2
    if start >= end:
        return None
    return doc[extend_to_word_start(start, tokens) : extend_to_word_end(end, tokens)]


def _find_bounds_after(noun: Token, phrase: Span, tokens: Span) -> tuple[int, int]:
    """Return where the phrase of a noun after the number starts and ends."""
    start = max(phrase.start, tokens.end)
    skipped = tokens.doc[tokens.end : start]
    if all(token.tag_ in PREMODIFIER_TAGS | {"CC"} for token in skipped):
        start = tokens.end  # "Danish and Baltic victims", joined to another word by the parse
    return start, extend_with_from_phrase(noun, extend_with_conjunct(noun, phrase.end))


def _find_bounds_before(
    noun: Token, phrase: Span, quantity: Quantity, tokens: Span
) -> tuple[int, int]:
    """Return where the phrase of a noun before the number starts and ends."""
    first = find_first_token(quantity, tokens)
    end = max(noun.i + 1, min(phrase.end, _find_end_before(first, tokens)))
    changed = find_changed_referent(tokens, first)
    if changed is not None and changed.start < phrase.start <= noun.i < changed.end:
        return changed.start, end
    return phrase.start, end


def _find_end_before(first: int, tokens: Span) -> int:
    """Return the index after the last token before the quantity that is no preposition or article."""
    index = first - 1
    while index > 0 and tokens.doc[index].tag_ in FUNCTION_WORD_TAGS:
        index -= 1
    return index + 1


def _find_counted_noun(quantity: Quantity, tokens: Span, first: int) -> Token | None:
    may_be_of = quantity.kind in {"money", "order"}
    after = _find_noun_after(tokens) or _find_complement_noun(tokens, may_be_of=may_be_of)
    if after is not None and after.lower_ not in CALENDAR_WORDS:
        return after
    if quantity.kind in {"fraction", "order"}:
        return None
    return _find_noun_before(tokens, first) or find_verb_argument(quantity, tokens)


def _find_noun_after(tokens: Span) -> Token | None:
    """Return the head of the noun phrase that goes on right after the number, or None."""
    doc, index = tokens.doc, _skip_joints(tokens)
    if index >= len(doc) or doc[index].tag_ not in PREMODIFIER_TAGS:
        return None
    following = doc[index + 1 : index + 2].text
    if doc[index].lower_ in DIMENSION_ADJECTIVES and following in COORDINATED_DIMENSIONS:
        return None  # "12 feet high and five feet deep"
    head = tokens[-1].head
    is_near = index <= head.i < index + THRESHOLDS.phrase_words and head.tag_ in NOUN_TAGS
    if is_near and all(token.tag_ in LISTED_PHRASE_TAGS for token in doc[index : head.i]):
        return _find_compound_head(head)
    return find_run_head(doc, index)


def _skip_joints(tokens: Span) -> int:
    """Return the index after the number and a unit's full stop, a hyphen and the dimension after it."""
    doc, index = tokens.doc, tokens.end
    if index + 1 < len(doc) and doc[index].text == "." and doc[index + 1].text.islower():
        index += 1  # "4 oz. cooked chicken"
    if index < len(doc) and doc[index].tag_ == "HYPH":
        index += 1
    if index < len(doc) and index > tokens.end and doc[index].lower_ in DIMENSION_ADJECTIVES:
        index += 1
    return index


def _find_compound_head(head: Token) -> Token:
    """Return the noun that `head` only modifies, where the parser took "troops" of a compound for it."""
    while head.i + 1 < len(head.doc) and get_neighbour(head).tag_ in NOUN_TAGS:
        following = get_neighbour(head)
        is_modifier = (
            head.tag_ in COMMON_OR_PROPER_SINGULAR_TAGS and following.tag_ in PLURAL_NOUN_TAGS
        )
        if not is_modifier and head.head != following:
            break
        head = following
    return head


def _find_complement_noun(tokens: Span, *, may_be_of: bool) -> Token | None:
    """Return the noun of the phrase after the quantity: "half of all units", "£20m in aid"; or None.

    `may_be_of` is whether "in" and "worth" may stand for "of".
    """
    doc, index = tokens.doc, tokens.end
    if index >= len(doc):
        return None
    preposition = doc[index].lower_
    if doc[index].tag_ in DETERMINER_TAGS:
        return find_run_head(doc, index) if tokens[-1].lower_ == "half" else None
    if preposition == "worth" and doc[index + 1 : index + 2].text.lower() == "of":
        return find_run_head(doc, index + 2)
    if preposition != "of" and not (may_be_of and preposition in MEASURE_PREPOSITIONS):
        return None
    is_place = preposition == "in" and doc[index + 1 : index + 2].text[:1].isupper()
    return None if is_place else find_run_head(doc, index + 1)


def _find_noun_before(tokens: Span, first: int) -> Token | None:
    """Return the noun the quantity is a measure of: "a settlement of more than £24bn"; or None."""
    doc, index = tokens.doc, first - 1
    if index > 0 and doc[index].tag_ == "DT":
        index -= 1
    if index < 1 or doc[index].lower_ not in PREPOSED_MEASURE_WORDS:
        return None
    noun = doc[index - 1]
    if noun.lower_ == "front" and index > 1 and get_neighbour(noun, -1).lower_ == "in":
        return None
    if index > 2 and doc[index - 3 : index - 1].text.lower() == "number of":
        # "the number of dead at 19"
        return noun if noun.tag_ in NOUN_TAGS | ADJECTIVE_OR_PARTICIPLE_TAGS else None
    # "found watches worth £40,000"
    is_mistagged = noun.tag_ == "VBZ" and doc[index].lower_ == "worth"
    return noun if (noun.tag_ in NOUN_TAGS or is_mistagged) and _is_named(noun) else None


def _is_named(noun: Token) -> bool:
    """Return whether a noun says what is measured: not "an average of 5", but "a price average of 5"."""
    if noun.lower_ not in STATISTIC_NOUNS:
        return True
    return noun.i > 0 and get_neighbour(noun, -1).tag_ in NOUN_TAGS | {"JJ"}
