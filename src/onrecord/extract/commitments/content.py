"""Content: the words for what is promised, and for what it depends on.

In: an event in its clause. Out: parts of the page. Out of scope: who promises, to whom (`parties`) and by when (`due_times`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.commitments.rules import (
    EventInClause,
    find_committed_actor,
    find_promised_clause,
    is_arrival,
    is_pledge,
)
from onrecord.extract.commitments.thresholds import THRESHOLDS
from onrecord.language.clauses.event_status import read_status
from onrecord.language.en.function_words import CONDITIONAL_CONJUNCTIONS
from onrecord.language.syntax.dependencies import find_objects, find_subject
from onrecord.language.syntax.neighbours import get_neighbour
from onrecord.language.syntax.phrases import find_clause, find_noun_phrase
from onrecord.language.syntax.tag_sets import RELATIVE_PRONOUN_TAGS
from onrecord.language.syntax.verb_group import find_auxiliaries, is_verb
from onrecord.records import Part

if TYPE_CHECKING:
    from spacy.tokens import Token


def find_content(clause: EventInClause) -> Part:
    """Return the words for what is promised: the thing, or the act from its first auxiliary to the end of its clause.

    The act begins at its subject where somebody else is to bring it about ("the gate will be closed", "assured them that the guards would leave").
    """
    verb = clause.verb
    if not is_arrival(verb):
        thing = _find_thing(clause)
        if thing is not None:
            return thing
    first = min([verb, *find_auxiliaries(verb)], key=lambda token: token.i)
    subject = find_subject(verb) if is_verb(verb) else None
    if subject is not None and _is_part_of_act(subject, first, verb):
        first = next(token for token in subject.subtree if token.dep_ != "cc")
    return _cut(clause, first, _find_end(verb))


def _is_part_of_act(subject: Token, first: Token, verb: Token) -> bool:
    """Return whether the phrase of a verb's subject stands right before its first word and does not name who makes the commitment."""
    if subject.right_edge.i != first.i - 1 or subject.tag_ in RELATIVE_PRONOUN_TAGS:
        return False
    return subject != find_committed_actor(verb, read_status(verb))


def _find_thing(clause: EventInClause) -> Part | None:
    """Return the words of a thing or a clause that is promised, or None where an act is."""
    verb, page, block = clause.verb, clause.mentions.page, clause.block
    if not is_verb(verb):
        return page.part(*block.extent_of(find_noun_phrase(verb, complements="of")))
    if is_pledge(clause):
        phrase = find_noun_phrase(find_objects(verb)[-1], complements="all")
        return page.part(*block.extent_of(phrase))
    promised = find_promised_clause(clause)
    return None if promised is None else _cut(clause, promised.left_edge, promised.right_edge)


def _find_end(verb: Token) -> Token:
    """Return the last word of what is promised: before a condition, and before who says so ("…, the ministry said")."""
    last = find_clause(verb)[-1].i
    condition = _find_condition_clause(verb)
    if condition is not None and condition[0].i > verb.i:
        last = min(last, condition[0].i - 1)
    for child in verb.rights:
        if child.dep_ == "parataxis" and child.left_edge.i > verb.i:
            last = min(last, child.left_edge.i - 1)
    while last > verb.i and verb.doc[last].is_punct:
        last -= 1
    return verb.doc[max(last, verb.i)]


def _cut(clause: EventInClause, first: Token, last: Token) -> Part:
    """Return the words from `first` to `last` without a mark at the end, and no further than the event's evidence where that holds the first."""
    if last.is_punct and last.i > first.i:
        last = get_neighbour(last, -1)
    start, end = clause.block.span_of(first, last)
    evidence = clause.event.evidence
    if evidence.start <= start < evidence.end < end:
        end = evidence.end
    page = clause.mentions.page
    words = page.text[start:end]
    if words.count("”") > words.count("“") and page.text[:start].endswith("“"):
        start -= 1
    is_open = words.count("“") > words.count("”")
    closing = page.text.find("”", end, end + THRESHOLDS.closing_mark_chars) if is_open else -1
    return page.part(start, closing + 1 if closing >= 0 else end)


def find_condition(clause: EventInClause) -> Part | None:
    """Return the words of the condition that the act or its promise depends on ("if the talks fail"), or None."""
    if not is_verb(clause.verb):
        return None
    words = _find_condition_clause(clause.verb)
    if words is None:
        governor = read_status(clause.verb).governor
        words = _find_condition_clause(governor) if governor is not None else None
    return None if words is None else clause.mentions.page.part(*clause.block.span_of(*words))


def _find_condition_clause(verb: Token) -> tuple[Token, Token] | None:
    """Return the first and last word of the conditional clause that depends on a verb, or None."""
    for child in verb.children:
        if child.dep_ != "advcl":
            continue
        mark = next((t for t in child.lefts if t.lower_ in CONDITIONAL_CONJUNCTIONS), None)
        if mark is not None:
            last = child.right_edge
            return mark, get_neighbour(last, -1) if last.is_punct and last.i > child.i else last
    return None
