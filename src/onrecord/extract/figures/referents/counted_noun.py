"""What a quantity counts: the noun phrase, by the parse.

In: a block, a quantity and its tokens. Out: the span of the words counted, or None. The phrase is the
noun with what stands before it and its of- and from-phrases, without determiner, number and relative
clauses ("over 140,000 *Danish and Swedish flood victims*"). Out of scope: who counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.figures.amounts.quantity import Quantity
from onrecord.extract.figures.en.number_words import ORDER_WORDS
from onrecord.extract.figures.en.referent_words import (
    CAUSATIVE_VERBS,
    COPULAR_AND_CHANGE_VERBS,
    DIMENSION_ADJECTIVES,
    MEASURE_PREPOSITIONS,
    MEASURE_VERBS,
    OBJECT_CONTROL_VERBS,
    PERCENT_NOUNS,
    PREPOSED_MEASURE_WORDS,
    QUANTIFIERS,
    STATISTIC_NOUNS,
    TRANSFER_VERBS,
)
from onrecord.extract.figures.en.units import TIME_UNITS
from onrecord.extract.figures.referents.changed_quantity import (
    TIMES,
    find_changed_quantity,
    find_whole,
    is_verb_hedged,
)
from onrecord.extract.figures.referents.phrase_boundaries import (
    BEFORE_NOUN,
    INSIDE,
    MAX_WORDS,
    extend_to_word_end,
    extend_to_word_start,
    find_run_head,
    trim_amount,
)
from onrecord.language.en.function_words import COORDINATORS
from onrecord.language.syntax.dependencies import (
    find_noun_phrase,
    find_objects,
    find_subject,
    read_lemma,
)
from onrecord.language.syntax.dependency_labels import SUBJECT_LABELS
from onrecord.language.syntax.tag_sets import (
    ADJECTIVE_OR_PARTICIPLE_TAGS,
    COMMON_OR_PROPER_SINGULAR_TAGS,
    FINITE_TAGS,
    FUNCTION_WORD_TAGS,
    NOUN_TAGS,
    PERSON_LABELS,
    PLURAL_NOUN_TAGS,
)
from onrecord.records import Block

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_WITHIN = frozenset({"in", "within", "over", "during", "after", "before", "by", "every"})
_LEADING = frozenset(
    {"DT", "PDT", "PRP$", "CD", "POS", "HYPH", "IN", ",", "RB", "RBR", "JJR", "CC"}
)


def find_referent(block: Block, quantity: Quantity, tokens: Span) -> tuple[int, int] | None:
    """Return `(start, end)` in the page of what `quantity` counts, or None where nothing says.

    Args:
        block: the block it stands in. quantity: what was read.
        tokens: the tokens of its number and unit, without the hedge.

    """
    if tokens.end + 1 < len(tokens.doc) and tokens.doc[tokens.end].tag_ == "HYPH":
        member = tokens.doc[tokens.end + 1]
        if quantity.kind == "count" and member.tag_ in NOUN_TAGS and member.lower_ != "strong":
            return block.span_of(member, member)
    if tokens.doc[tokens.end : tokens.end + 3].text.lower().startswith(("-a-", "-an-")):
        return None
    hedged = quantity.kind != "count" and is_verb_hedged(
        tokens, _find_hedge_start(quantity, tokens)
    )
    noun = None if hedged else _find_counted_noun(quantity, tokens)
    if noun is None and quantity.kind not in {"order", "age"} and quantity.unit not in TIME_UNITS:
        index = _find_hedge_start(quantity, tokens)
        found = find_whole(tokens, index) or find_changed_quantity(tokens, index)
        return block.span_of(*found) if found else None
    if noun is None or not noun.text.strip() or "$" in noun.text:
        return None
    if noun.lower_ in PERCENT_NOUNS and (quantity.unit or "point" not in noun.lower_):
        return None
    phrase = find_noun_phrase(noun)
    doc, start, last = tokens.doc, phrase.start, phrase[-1]
    if noun.i >= tokens.end:
        start = max(start, tokens.end)
        if all(token.tag_ in BEFORE_NOUN | {"CC"} for token in doc[tokens.end : start]):
            start = tokens.end  # "Danish and Baltic victims", joined to another word by the parse
        last = _extend_with_from_phrase(noun, _extend_with_conjunct(noun, last))
    else:
        last = doc[max(noun.i, min(last.i, _find_end_before(quantity, tokens)))]
        mover = find_changed_quantity(tokens, _find_hedge_start(quantity, tokens))
        if mover and mover[0].i < start <= noun.i <= mover[1].i:
            start = mover[0].i
    last = trim_amount(noun, last)
    while start < noun.i and doc[start].tag_ in _LEADING and doc[start].lower_ not in QUANTIFIERS:
        start += 1
    hyphened = start > 0 and doc[start - 1].tag_ == "HYPH"
    if hyphened and start < noun.i and doc[start].lower_ in DIMENSION_ADJECTIVES | {"strong"}:
        start += 1
    if doc[start].lower_ == "worth" and start + 2 <= last.i:
        start += 2
    if start > last.i:
        return None
    return block.span_of(extend_to_word_start(doc[start], tokens), extend_to_word_end(last, tokens))


def _find_counted_noun(quantity: Quantity, tokens: Span) -> Token | None:
    after = _find_noun_after(tokens) or _find_complement_noun(
        tokens, money=quantity.kind in {"money", "order"}
    )
    if after is not None and after.lower_ not in TIMES:
        return after
    if quantity.kind in {"fraction", "order"}:
        return None
    return _find_noun_before(quantity, tokens) or _find_verb_argument(quantity, tokens)


def _find_noun_after(tokens: Span) -> Token | None:
    """Return the head of the noun phrase that goes on right after the number."""
    doc, index = tokens.doc, tokens.end
    if index + 1 < len(doc) and doc[index].text == "." and doc[index + 1].text.islower():
        index += 1  # "4 oz. cooked chicken"
    if index < len(doc) and doc[index].tag_ == "HYPH":
        index += 1
    if index < len(doc) and index > tokens.end and doc[index].lower_ in DIMENSION_ADJECTIVES:
        index += 1
    if index >= len(doc) or doc[index].tag_ not in BEFORE_NOUN:
        return None
    if doc[index].lower_ in DIMENSION_ADJECTIVES and doc[index + 1 : index + 2].text in {
        ",",
        ".",
        "and",
        "by",
    }:
        return None  # "12 feet high and five feet deep"
    head = tokens[-1].head
    near = index <= head.i < index + MAX_WORDS and head.tag_ in NOUN_TAGS
    if near and all(token.tag_ in INSIDE | {"CD", ","} for token in doc[index : head.i]):
        return _find_compound_head(head)
    return find_run_head(doc, index)


def _find_compound_head(head: Token) -> Token:
    """Return the noun that `head` only modifies, where a parser took "troops" of a compound for it."""
    while head.i + 1 < len(head.doc) and head.nbor().tag_ in NOUN_TAGS:
        following = head.nbor()
        plural = head.tag_ in COMMON_OR_PROPER_SINGULAR_TAGS and following.tag_ in PLURAL_NOUN_TAGS
        if not plural and head.head != following:
            break
        head = following
    return head


def _find_complement_noun(tokens: Span, *, money: bool) -> Token | None:
    """Return the noun of the phrase after the quantity: "half of all units", "£20m in aid"."""
    doc, index = tokens.doc, tokens.end
    if index >= len(doc):
        return None
    if doc[index].tag_ in {"DT", "PDT", "PRP$"}:
        return find_run_head(doc, index) if tokens[-1].lower_ == "half" else None
    if doc[index].lower_ == "worth" and doc[index + 1 : index + 2].text.lower() == "of":
        return find_run_head(doc, index + 2)
    if doc[index].lower_ != "of" and not (money and doc[index].lower_ in MEASURE_PREPOSITIONS):
        return None
    named = doc[index + 1 : index + 2].text[:1].isupper()
    return None if doc[index].lower_ == "in" and named else find_run_head(doc, index + 1)


def _find_noun_before(quantity: Quantity, tokens: Span) -> Token | None:
    """Return the noun the quantity is a measure of: "a settlement of more than £24bn"."""
    index = _find_hedge_start(quantity, tokens) - 1
    doc = tokens.doc
    if index > 0 and doc[index].tag_ == "DT":
        index -= 1
    if index < 1 or doc[index].lower_ not in PREPOSED_MEASURE_WORDS:
        return None
    noun = doc[index - 1]
    if noun.lower_ == "front" and index > 1 and noun.nbor(-1).lower_ == "in":
        return None
    if index > 2 and doc[index - 3 : index - 1].text.lower() == "number of":
        return (
            noun if noun.tag_ in NOUN_TAGS | ADJECTIVE_OR_PARTICIPLE_TAGS else None
        )  # "the number of dead at 19"
    told = noun.lower_ not in STATISTIC_NOUNS or (
        index > 1 and noun.nbor(-1).tag_ in NOUN_TAGS | {"JJ"}
    )
    misread = noun.tag_ == "VBZ" and doc[index].lower_ == "worth"  # "found watches worth £40,000"
    return noun if (noun.tag_ in NOUN_TAGS or misread) and told else None


def _find_end_before(quantity: Quantity, tokens: Span) -> int:
    """Return the index of the last token before the quantity that is no preposition or article."""
    index = _find_hedge_start(quantity, tokens) - 1
    while index > 0 and tokens.doc[index].tag_ in FUNCTION_WORD_TAGS:
        index -= 1
    return index


def _find_hedge_start(quantity: Quantity, tokens: Span) -> int:
    words = tokens.doc.char_span(quantity.start, quantity.end, alignment_mode="expand")
    return tokens.start if words is None else words.start


def _find_verb_argument(quantity: Quantity, tokens: Span) -> Token | None:
    """Return what rose, fell or was brought to the quantity: object or subject of the verb above."""
    root = tokens.root
    if any(child.lower_ == "among" for child in root.children):
        return None  # "the singer was among the 12,000 in the stand"
    if (
        quantity.unit in TIME_UNITS
        and tokens.doc[max(0, _find_hedge_start(quantity, tokens) - 1)].lower_ in _WITHIN
    ):
        return None  # "two crashes in less than five months"
    for above in (root, *root.ancestors):
        measured = any(child.dep_ == "cop" for child in above.children)
        verbal = above.tag_.startswith("VB") or _find_own_subject(above) is not None
        if not verbal and not measured:
            if (
                above.tag_ in NOUN_TAGS
                and above.i < tokens.start
                and _is_postposed_measure(above, tokens)
            ):
                return above
            continue
        if (
            not measured
            and read_lemma(above) not in COPULAR_AND_CHANGE_VERBS
            and not _is_measured_by(above, quantity)
        ):
            return None
        if (
            quantity.kind == "money"
            and read_lemma(above) in TRANSFER_VERBS
            and not _is_passive(above)
        ):
            return None  # "paid an agency $449,000" counts no agency
        before = [
            noun
            for noun in find_objects(above)
            if above.i < noun.i < tokens.start and not _is_amount(noun)
        ]
        if read_lemma(above) == "sell" and quantity.kind != "money":
            return None  # "dealers sold 303,417 cars, up 4%"
        found = before[0] if before else _find_own_subject(above) or _find_controlled_subject(above)
        if not before and read_lemma(above) in CAUSATIVE_VERBS and not _is_passive(above):
            return None
        if (
            found is None
            or found.tag_ not in NOUN_TAGS
            or _is_amount(found)
            or found.lower_ in STATISTIC_NOUNS
        ):
            return None
        if found.i >= _find_hedge_start(quantity, tokens):
            return None
        if quantity.kind in {"count", "range"} and found.ent_type_ in PERSON_LABELS:
            return None  # "Neymar was among the 12,000 in the stand"
        return found if found.i < tokens.start else None
    return None


def _find_own_subject(verb: Token) -> Token | None:
    """Return the noun right before the verb among its subjects ("Pre-tax losses widened")."""
    nouns = [
        child for child in verb.children if child.dep_ in SUBJECT_LABELS and child.tag_ in NOUN_TAGS
    ]
    return nouns[-1] if nouns and nouns[-1].i < verb.i else None


def _find_controlled_subject(verb: Token) -> Token | None:
    """Return what does what `verb` says: "analysts expect *sales* to grow to 5m"."""
    head = verb.head
    infinitive = any(child.lower_ == "to" and child.i < verb.i for child in verb.children)
    if infinitive and head.tag_ in NOUN_TAGS and read_lemma(head.head) in OBJECT_CONTROL_VERBS:
        return head
    if (
        infinitive
        and head.i < verb.i
        and read_lemma(head) in OBJECT_CONTROL_VERBS
        and not _is_passive(head)
    ):
        nouns = [noun for noun in find_objects(head) if head.i < noun.i < verb.i]
        return nouns[-1] if nouns else None
    return find_subject(verb)


def _is_passive(verb: Token) -> bool:
    return any(
        child.dep_ in {"nsubj:pass", "aux:pass", "nsubjpass", "auxpass"} for child in verb.children
    )


def _is_measured_by(verb: Token, quantity: Quantity) -> bool:
    return quantity.kind in {"measure", "money", "percent"} and read_lemma(verb) in MEASURE_VERBS


def _is_amount(noun: Token) -> bool:
    """Return whether a noun is itself a quantity's ("fell 4.2% to 318p")."""
    numbered = any(child.dep_ == "nummod" for child in noun.children)
    return (
        noun.lower_ in PERCENT_NOUNS or noun.tag_ == "$" or not noun.text[0].isalpha() or numbered
    )


def _is_postposed_measure(noun: Token, tokens: Span) -> bool:
    """Return whether the measure is told right after the noun: "the rocket, 98 metres high"."""
    between = tokens.doc[noun.i + 1 : tokens.start]
    following = tokens.doc[tokens.end : tokens.end + 1].text.lower()
    return following in DIMENSION_ADJECTIVES and all(token.text in {",", "("} for token in between)


def _extend_with_conjunct(noun: Token, last: Token) -> Token:
    """Return the last token of the phrase, a plural joined to a plural taken in.

    "40,000 soldiers and police officers" counts both; "500 soldiers and a ship", "soldiers and 30
    officers" and "the men and equipment" count the first alone.
    """
    doc = noun.doc
    if noun.tag_ != "NNS" or last.i + 2 >= len(doc) or doc[last.i + 1].lower_ not in COORDINATORS:
        return last
    joined = find_run_head(doc, last.i + 2)
    if joined is not None and doc[last.i + 2].lower_ in ORDER_WORDS:
        return last
    if joined is None or joined.tag_ != "NNS" or doc[last.i + 2].tag_ in _LEADING:
        return last
    following = doc[joined.i + 1].tag_ if joined.i + 1 < len(doc) else ""
    begins_clause = following in FINITE_TAGS and noun.head.i < noun.i
    verb_before = any(token.tag_.startswith("VB") for token in doc[last.i + 2 : joined.i])
    return last if begins_clause or verb_before else joined


def _extend_with_from_phrase(noun: Token, last: Token) -> Token:
    """Return the last token of the phrase, a from-phrase right after it taken in."""
    doc = noun.doc
    if last.i + 2 >= len(doc) or doc[last.i + 1].lower_ != "from" or doc[last.i + 2].tag_ == "CD":
        return last
    return find_run_head(doc, last.i + 2) or last
