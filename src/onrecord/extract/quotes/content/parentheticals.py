"""Parentheticals: the sentence around a verb of saying or "according to", which is what it reports.

In: a cue set off by commas in a Doc. Out: token spans of the content, before and after it. Out of scope:
cues before what they report (`onrecord.extract.quotes.content.complement_clauses`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.quotes.content.clause_boundaries import trim_spans
from onrecord.extract.quotes.cue import Cue, SourcePhrase, TokenSpans
from onrecord.extract.quotes.en.labels import SUBORDINATE_AS_LABELS
from onrecord.extract.quotes.en.punctuation import COMMA_OR_DASH, PARENTHETICAL_END_MARKS
from onrecord.extract.quotes.en.tags import (
    COORDINATOR_OR_ADVERB_TAGS,
    COORDINATOR_OR_RELATIVE_TAGS,
    GERUND_OR_RELATIVE_TAGS,
    PARENTHETICAL_CLAUSE_TAGS,
)
from onrecord.extract.quotes.en.verbs import CLAUSAL_SAY_VERBS, PARENTHETICAL_VERBS
from onrecord.extract.quotes.thresholds import THRESHOLDS
from onrecord.language.en.attribution_cues import (
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
from onrecord.language.syntax.token_span import TokenSpan

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def find_around_as_clause(doc: Doc, cue: Cue) -> TokenSpans:
    """Return the sentence around "as the minister noted", set off by commas, or ()."""
    mark = _find_as_mark(doc[cue.start], cue)
    if mark is None or cue.source is None:
        return ()
    sentence, end = mark.sent, max(cue.end, cue.source.span.end)
    comma = next((t.i for t in doc[end : sentence.end] if t.text in COMMA_OR_DASH), None)
    after: TokenSpans = ()
    if comma is not None and comma - end <= THRESHOLDS.as_clause_tail:
        after = (TokenSpan(comma + 1, sentence.end),)
    if mark.i == sentence.start or (mark.i == sentence.start + 1 and sentence[0].tag_ == "CC"):
        return after
    if doc[mark.i - 1].text not in COMMA_OR_DASH:
        return ()
    return (TokenSpan(sentence.start, mark.i - 1), *after)


def _find_as_mark(verb: Token, cue: Cue) -> Token | None:
    """Return the "as" that opens the clause of the verb, or None where the clause says more than who reports."""
    if cue.negated or verb.dep_ not in SUBORDINATE_AS_LABELS:
        return None
    if any(child.dep_ in COMPLEMENT_CLAUSE_LABELS for child in verb.rights):
        return None
    marks = (c for c in verb.lefts if c.lower_ == "as" and c.dep_ in ADVERB_OR_MARKER_LABELS)
    return next(marks, None)


def find_around_parenthetical(doc: Doc, cue: Cue) -> TokenSpans:
    """Return the sentence around ", officials say," or before ", said the ministry.", or ()."""
    if cue.source is None or not _may_be_parenthetical(cue, cue.source):
        return ()
    sentence = doc[cue.start].sent
    start = _find_group_start(doc, min(cue.start, cue.source.span.start))
    end = _skip_adverbial(doc, max(cue.end, cue.source.span.end), sentence.end)
    is_closed = end >= sentence.end or doc[end].text in PARENTHETICAL_END_MARKS
    if start <= sentence.start or doc[start - 1].text != "," or not is_closed:
        return ()
    continues = _is_continued(doc, end, sentence.end)
    splits_clause = continues and (
        doc[end + 1].tag_ in FINITE_TAGS | {"VBN"} or _is_before_clause(doc, cue, end)
    )
    statement = doc[sentence.start : start]
    if not splits_clause and not any(token.tag_ in FINITE_TAGS for token in statement):
        return ()
    if statement[0].lower_ in ASKED_FIRST and statement[0].tag_ in PAST_FORM_TAGS:
        return ()  # "Asked whether it would, he said …": that was asked of him
    before = TokenSpan(sentence.start, start - 1)
    return (before, TokenSpan(end + 1, sentence.end)) if continues else (before,)


def _may_be_parenthetical(cue: Cue, source: SourcePhrase) -> bool:
    """Return whether the cue may be inside or after what it reports; "the data show" only where somebody speaks."""
    if cue.lemma in TELL | URGE | QUOTE_ONLY and cue.lemma != "tell":
        return False
    is_person = source.head.tag_.startswith("PRP") or source.head.tag_ == "NNP"
    return is_person or cue.lemma not in FIND - SAY


def _find_group_start(doc: Doc, start: int) -> int:
    """Return where the verbs and adverbs before `start` begin, in its sentence."""
    sentence_start = doc[start].sent.start
    while start > sentence_start and (
        doc[start - 1].tag_ in MODAL_OR_ADVERB_TAGS or doc[start - 1].tag_.startswith("VB")
    ):
        start -= 1
    return start


def _is_continued(doc: Doc, comma: int, sentence_end: int) -> bool:
    """Return whether the statement continues after the comma at `comma`."""
    if comma >= sentence_end - 2 or doc[comma].text != ",":
        return False
    return doc[comma + 1].tag_ not in GERUND_OR_RELATIVE_TAGS


def _is_before_clause(doc: Doc, cue: Cue, comma: int) -> bool:
    """Return whether a clause begins after the comma: "In several towns, officials say, the pumps have failed"."""
    opener = doc[comma + 1]
    return (
        cue.lemma in CLAUSAL_SAY_VERBS | PARENTHETICAL_VERBS
        and opener.tag_ in PARENTHETICAL_CLAUSE_TAGS
        and any(token.tag_ in FINITE_TAGS for token in doc[opener.i : opener.sent.end])
    )


def _skip_adverbial(doc: Doc, start: int, limit: int) -> int:
    """Return the index after "on Monday", "in a statement", "yesterday", "at the time"."""
    stop_tags = FINITE_TAGS | COORDINATOR_OR_RELATIVE_TAGS
    for token in doc[start:limit]:
        if token.text in PARENTHETICAL_END_MARKS or token.tag_ in stop_tags:
            return int(token.i)
    return max(start, limit)


def find_around_according_to(doc: Doc, cue: Cue) -> TokenSpans:
    """Return the sentence that holds "according to …", without it."""
    assert cue.source is not None
    sentence = doc[cue.start].sent
    end = cue.source.span.end
    while end < sentence.end and doc[end].text != "," and doc[end].tag_ not in FINITE_TAGS:
        end += 1
    before = doc[sentence.start : cue.start]
    if all(token.tag_ in COORDINATOR_OR_ADVERB_TAGS or token.is_punct for token in before):
        return trim_spans(doc, (TokenSpan(end, sentence.end),))
    spans = [TokenSpan(sentence.start, cue.start)]
    if end + 1 < sentence.end and doc[end].text == ",":
        spans.append(TokenSpan(end + 1, sentence.end))
    return trim_spans(doc, tuple(spans))
