"""What a quantity counts: the noun phrase, by the parse.

In: a block, a quantity and its tokens. Out: the span of the words counted, or None. The phrase is the
noun with what stands before it and its of- and from-phrases, without determiner, number, and relative
clauses ("over 120,000 *Iraqi and Kurdish security forces*"). Leaves alone who counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.en.figures import MEASURE_PREPOSITIONS, MOVES
from onrecord.language.quantities import Quantity
from onrecord.language.tree import lemma_of, noun_phrase, subject
from onrecord.records import Block

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_LEADING = frozenset(
    {"DT", "PDT", "PRP$", "CD", "POS", "HYPH", "IN", ",", "RB", "RBR", "JJR", "CC"}
)
_INSIDE = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "POS", "CC", "RB", *_NOUNS})


def what_of(block: Block, quantity: Quantity, tokens: Span) -> tuple[int, int] | None:
    """Return `(start, end)` in the page of what `quantity` counts, or None where nothing says."""
    noun = _counted_noun(quantity, tokens)
    if noun is None:
        return None
    first, last = noun_phrase(noun)
    last = _with_from(noun, last)
    doc = tokens.doc
    start = max(first.i, tokens.end) if noun.i >= tokens.end else first.i
    while start < noun.i and (doc[start].tag_ in _LEADING or doc[start].lower_ == "of"):
        if doc[start].lower_ in {"all", "both"}:
            break
        start += 1
    end = (
        last.i
        if noun.i >= tokens.end
        else min(last.i, max(noun.i, _before(quantity, block, tokens)))
    )
    return block.span_of(doc[start], doc[end])


def _before(quantity: Quantity, block: Block, tokens: Span) -> int:
    """Return the index of the last token before the quantity that is no preposition."""
    span = tokens.doc.char_span(quantity.start, quantity.end, alignment_mode="expand")
    index = (span.start if span is not None else tokens.start) - 1
    while index > 0 and tokens.doc[index].tag_ in {"IN", "TO", "DT"}:
        index -= 1
    return index


def _counted_noun(quantity: Quantity, tokens: Span) -> Token | None:
    after = _noun_after(tokens)
    if after is not None:
        return after
    if quantity.kind in {"money", "percent"} or quantity.unit:
        return _of_after(tokens) or _noun_before(tokens, quantity) or _moved(tokens)
    return _of_after(tokens) or (_moved(tokens) if quantity.kind != "fraction" else None)


def _noun_after(tokens: Span) -> Token | None:
    """Return the head of the noun phrase that goes on right after the number."""
    doc, index = tokens.doc, tokens.end
    if index < len(doc) and doc[index].tag_ == "HYPH":
        index += 1
    if index >= len(doc) or doc[index].tag_ not in _INSIDE - {"CC", "POS", "RB"}:
        return None
    head = tokens[-1].head
    if head.i >= index and head.tag_ in _NOUNS and _is_run(tokens, index, head.i):
        return head
    last = None
    for token in doc[index : index + 8]:
        if token.tag_ in _NOUNS:
            last = token
            if token.tag_ in {"NNS", "NNPS"} and not _goes_on(token):
                break
        elif token.tag_ not in _INSIDE or (
            last is not None and token.tag_ not in {"HYPH", "POS", "NN"}
        ):
            break
    return last


def _is_run(tokens: Span, index: int, end: int) -> bool:
    return all(token.tag_ in _INSIDE | {"CD", ",", "``", "''"} for token in tokens.doc[index:end])


def _goes_on(token: Token) -> bool:
    return token.i + 1 < len(token.doc) and token.nbor().tag_ in _NOUNS and token.head.i > token.i


def _of_after(tokens: Span) -> Token | None:
    """Return the noun of the phrase after the quantity: "half of all units", "£20m in aid"."""
    doc, index = tokens.doc, tokens.end
    if index >= len(doc):
        return None
    word = doc[index].lower_
    if word in {"the", "its", "their", "all", "those", "these", "his", "her", "our"}:
        return _head_of_run(doc, index)
    if word not in MEASURE_PREPOSITIONS:
        return None
    return _head_of_run(doc, index + 1)


def _head_of_run(doc, index: int) -> Token | None:
    """Return the last noun of the noun phrase that starts at `index`."""
    last = None
    for token in doc[index : index + 9]:
        if token.tag_ in _NOUNS:
            last = token
        elif token.tag_ not in _INSIDE | {"DT", "PDT", "PRP$", "CD"} or (
            last is not None and token.tag_ in {"VBG", "VBN", "RB", "CC", "DT"}
        ):
            break
    return last


def _noun_before(tokens: Span, quantity: Quantity) -> Token | None:
    """Return the noun the quantity is a measure of: "a settlement of more than £24bn"."""
    span = tokens.doc.char_span(quantity.start, quantity.end, alignment_mode="expand")
    index = (span.start if span is not None else tokens.start) - 1
    doc = tokens.doc
    if index < 1 or doc[index].lower_ not in {"of", "worth", "totalling", "at"}:
        return None
    before = doc[index - 1]
    return before if before.tag_ in _NOUNS else None


def _moved(tokens: Span) -> Token | None:
    """Return what rose or fell: the subject of a verb of change above the quantity."""
    for above in tokens.root.ancestors:
        if lemma_of(above) in MOVES:
            found = subject(above)
            return found if found is not None and found.tag_ in _NOUNS else None
        if above.tag_.startswith("VB"):
            return None
    return None


def _with_from(noun: Token, last: Token) -> Token:
    """Return the last token of the phrase, a from-phrase right after it taken in."""
    doc = noun.doc
    if last.i + 1 >= len(doc) or doc[last.i + 1].lower_ != "from":
        return last
    end = _head_of_run(doc, last.i + 2)
    return last if end is None or doc[last.i + 2].tag_ == "CD" else end
