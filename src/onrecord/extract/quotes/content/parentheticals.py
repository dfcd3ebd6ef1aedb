"""Around: the sentence that a verb of saying or "according to" stands in, which is what it reports.

In: a cue set off by commas in a Doc. Out: (first, last) token spans of the content, before and after it. Out of scope:
cues before what they report (`onrecord.extract.quotes.content.complement_clauses`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.quotes.content.clause_boundaries import trim_spans
from onrecord.extract.quotes.cue import Cue, TokenSpans
from onrecord.extract.quotes.en.labels import SUBORDINATE_AS_LABELS
from onrecord.extract.quotes.en.punctuation import COMMA_OR_DASH, PARENTHETICAL_END_MARKS
from onrecord.extract.quotes.en.tags import (
    COORDINATOR_OR_ADVERB_TAGS,
    COORDINATOR_OR_RELATIVE_TAGS,
    GERUND_OR_RELATIVE_TAGS,
    PARENTHETICAL_CLAUSE_TAGS,
)
from onrecord.extract.quotes.en.verbs import CLAUSAL_SAY_VERBS, PARENTHETICAL_VERBS
from onrecord.language.en.cues import (
    ASKED_FIRST,
    FIND,
    QUOTE_ONLY,
    SAY,
    TELL,
    URGE,
)
from onrecord.language.syntax.dependency_labels import (
    ADVERB_OR_MARKER_LABELS,
    COMPLEMENT_CLAUSE_LABELS,
)
from onrecord.language.syntax.tag_sets import FINITE_TAGS, MODAL_OR_ADVERB_TAGS, PAST_FORM_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def find_around_as_clause(doc: Doc, verb: Token, cue: Cue) -> TokenSpans:
    """Return the sentence around "as the minister noted", set off by commas, or ()."""
    mark = next(
        (c for c in verb.lefts if c.lower_ == "as" and c.dep_ in ADVERB_OR_MARKER_LABELS), None
    )
    sentence = verb.sent
    if (
        mark is None
        or cue.source is None
        or cue.negated
        or verb.dep_ not in SUBORDINATE_AS_LABELS
        or any(child.dep_ in COMPLEMENT_CLAUSE_LABELS for child in verb.rights)
    ):
        return ()
    last = max(cue.last, cue.source[1])
    comma = next((t.i for t in doc[last + 1 : sentence.end] if t.text in COMMA_OR_DASH), None)
    if mark.i == sentence.start or (
        mark.i == sentence.start + 1 and doc[sentence.start].tag_ == "CC"
    ):
        return ((comma + 1, sentence.end - 1),) if comma is not None and comma - last < 8 else ()
    if doc[mark.i - 1].text not in COMMA_OR_DASH:
        return ()
    before = (sentence.start, mark.i - 2)
    return (
        (before, (comma + 1, sentence.end - 1))
        if comma is not None and comma - last < 8
        else (before,)
    )


def find_around_parenthetical(doc: Doc, cue: Cue) -> TokenSpans:
    """Return the sentence around ", officials say," or before ", said the ministry."."""
    if cue.lemma in TELL | URGE | QUOTE_ONLY and cue.lemma != "tell":
        return ()
    sentence = doc[cue.first].sent
    thing = cue.head is None or not (cue.head.tag_.startswith("PRP") or cue.head.tag_ == "NNP")
    if cue.source is None or (cue.lemma in FIND - SAY and thing):
        return ()
    begin, end = min(cue.first, cue.source[0]), max(cue.last, cue.source[1])
    while (begin > sentence.start and doc[begin - 1].tag_ in MODAL_OR_ADVERB_TAGS) or (
        begin > sentence.start and doc[begin - 1].tag_.startswith("VB")
    ):
        begin -= 1
    after = _skip_adverbial(doc, end + 1, sentence.end)
    ends = after >= sentence.end or doc[after].text in PARENTHETICAL_END_MARKS
    if begin <= sentence.start or doc[begin - 1].text != "," or not ends:
        return ()
    goes_on = after < sentence.end - 2 and doc[after].text == ","
    goes_on = goes_on and doc[after + 1].tag_ not in GERUND_OR_RELATIVE_TAGS
    splits = goes_on and (
        doc[after + 1].tag_ in FINITE_TAGS | {"VBN"} or _is_before_clause(doc, cue, after)
    )
    if not splits and not any(token.tag_ in FINITE_TAGS for token in doc[sentence.start : begin]):
        return ()
    if doc[sentence.start].lower_ in ASKED_FIRST and doc[sentence.start].tag_ in PAST_FORM_TAGS:
        return ()  # "Asked whether it would, he said …": that was asked of him
    before = (sentence.start, begin - 2)
    return (before, (after + 1, sentence.end - 1)) if goes_on else (before,)


def _is_before_clause(doc: Doc, cue: Cue, comma: int) -> bool:
    """Return whether a clause begins after the comma: "In several towns, officials say, the pumps have failed"."""
    opens = doc[comma + 1]
    return (
        cue.lemma in CLAUSAL_SAY_VERBS | PARENTHETICAL_VERBS
        and opens.tag_ in PARENTHETICAL_CLAUSE_TAGS
        and any(token.tag_ in FINITE_TAGS for token in doc[opens.i : opens.sent.end])
    )


def _skip_adverbial(doc: Doc, index: int, stop: int) -> int:
    """Return the index after "on Monday", "in a statement", "yesterday", "at the time"."""
    while index < stop and index < len(doc):
        token = doc[index]
        if token.text in PARENTHETICAL_END_MARKS:
            return index
        if token.tag_ in FINITE_TAGS or token.tag_ in COORDINATOR_OR_RELATIVE_TAGS:
            return index
        index += 1
    return index


def find_around_according_to(doc: Doc, cue: Cue) -> TokenSpans:
    """Return the sentence that "according to …" stands in, without it."""
    assert cue.source is not None
    sentence = doc[cue.first].sent
    after = cue.source[1] + 1
    while after < sentence.end and doc[after].text != "," and doc[after].tag_ not in FINITE_TAGS:
        after += 1
    if all(
        token.tag_ in COORDINATOR_OR_ADVERB_TAGS or token.is_punct
        for token in doc[sentence.start : cue.first]
    ):
        return trim_spans(doc, ((after, sentence.end - 1),))
    before = (sentence.start, cue.first - 1)
    rest = (
        (after + 1, sentence.end - 1) if after < sentence.end and doc[after].text == "," else None
    )
    return trim_spans(doc, (before, rest) if rest is not None and rest[0] <= rest[1] else (before,))
