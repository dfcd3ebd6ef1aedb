"""That-clauses: the clause with "that" that completes a verb of saying.

In: a cue in a Doc, and the Doc's other cues. Out: the clause's tokens, without "that". Out of scope: clauses without
"that" (`onrecord.extract.quotes.content.bare_clauses`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.extract.quotes.cue import Cue, TokenSpans
from onrecord.extract.quotes.en.punctuation import ASIDE_MARKS, PHRASE_BREAK_MARKS
from onrecord.extract.quotes.en.tags import COMPLEMENTISER_TAGS, THAT_TAGS
from onrecord.extract.quotes.en.verbs import CLAUSAL_SAY_VERBS, CLAUSE_QUOTE_VERBS
from onrecord.extract.quotes.thresholds import THRESHOLDS
from onrecord.language.en.attribution_cues import QUOTE_ONLY
from onrecord.language.syntax.tag_sets import FINITE_TAGS
from onrecord.language.syntax.token_span import TokenSpan

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def find_that_clause(doc: Doc, cue: Cue, others: Sequence[Cue]) -> TokenSpans:
    """Return the clause that "that" opens after the cue, before the next cue, or ()."""
    if cue.lemma in QUOTE_ONLY - CLAUSE_QUOTE_VERBS:
        return ()
    limit = min(doc[cue.start].sent.end, cue.end + THRESHOLDS.that_gap)
    limit = min([limit, *(other.start for other in others if other.start >= cue.end)])
    for token in doc[_skip_aside(doc, cue.end, limit) : limit]:
        if _is_complementiser(token, cue):
            return (TokenSpan(token.i + 1, _extend_to_predicate(doc, _find_clause_end(token))),)
        if token.tag_ in FINITE_TAGS or token.text in PHRASE_BREAK_MARKS:
            break
    return ()


def _skip_aside(doc: Doc, start: int, limit: int) -> int:
    """Return the index after an aside in dashes or commas that begins at `start`, if "that" follows it; else `start`."""
    if start < limit and doc[start].text in ASIDE_MARKS:
        for index in range(start + 1, limit - 1):
            if doc[index].text == doc[start].text and doc[index + 1].lower_ == "that":
                return index + 1
    return start


def _is_complementiser(token: Token, cue: Cue) -> bool:
    """Return whether the token is a "that" that opens a clause, not the one of "that day" or "the man that came"."""
    if token.lower_ != "that" or token.tag_ not in THAT_TAGS or token.i + 1 >= len(token.doc):
        return False
    is_right_after = token.i == cue.end
    if token.dep_ == "mark":
        return is_right_after or token.tag_ in COMPLEMENTISER_TAGS
    return token.tag_ == "IN" and (is_right_after or cue.lemma in CLAUSAL_SAY_VERBS)


def _find_clause_end(mark: Token) -> int:
    """Return the end of the clause that `mark` opens, with clauses joined to it by "and that"."""
    doc, limit = mark.doc, mark.sent.end
    if mark.head.i <= mark.i or mark.dep_ != "mark":
        return int(limit)
    end = mark.head.right_edge.i + 1
    while end + 1 < limit and _is_coordinated_that(doc, end):
        joined = next(token for token in doc[end:limit] if token.lower_ == "that")
        end = max(joined.head.right_edge.i, joined.i) + 1 if joined.dep_ == "mark" else limit
    return int(min(end, limit))


def _is_coordinated_that(doc: Doc, index: int) -> bool:
    words = [token.lower_ for token in doc[index : index + 3] if token.text != ","]
    return words[:1] in (["and"], ["but"], ["or"]) and words[1:2] == ["that"]


def _extend_to_predicate(doc: Doc, end: int) -> int:
    """Return `end`, or its sentence's end where a finite verb follows that must belong to the clause.

    "that the units trained so far had fought": the parse may end the clause at "far".
    """
    limit = doc[end - 1].sent.end
    index = end
    while index < limit - 1 and doc[index].tag_ == "RB":
        index += 1
    return limit if index < limit - 1 and doc[index].tag_ in FINITE_TAGS else end
