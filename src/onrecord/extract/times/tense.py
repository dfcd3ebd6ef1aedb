"""Whether a time is in the past or the future, by the verbs over it.

In: the tokens of a time expression in a parse. Out: `past`, `present`, `future` or None, as in
`WordSyntax`. Out of scope: words that state the direction ("last Friday"), and the calendar.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.extract.times.en.lexicon.tags import (
    COPULA_AUXILIARY_OR_DETERMINER_LABELS,
    PARTICIPLE_CLAUSE_LABELS,
    VERB_OR_ADJECTIVE_PREFIXES,
)
from onrecord.extract.times.en.lexicon.tense_words import (
    BEGINNINGS,
    CANCELLING,
    CONDITIONAL_CONJUNCTIONS,
    DEFERRING,
    END_PREPOSITIONS,
    FIXTURES,
    PAST_PLAN_WORDS,
    PLAN_NOUNS,
    PLANS,
    PRESENT_MODALS,
    SAME_IN_PAST,
    SCHEDULED_VERBS,
    SCHEDULING,
)
from onrecord.extract.times.thresholds import THRESHOLDS
from onrecord.language.syntax.dependency_labels import (
    AUXILIARY_COPULA_OR_MARKER_LABELS,
    COPULA_OR_PASSIVE_AUXILIARY_LABELS,
    SUBJECT_LABELS,
)
from onrecord.language.syntax.tag_sets import (
    PAST_FORM_TAGS,
    PRESENT_TAGS,
    PROPER_NOUN_TAGS,
    SINGULAR_OR_ADJECTIVE_TAGS,
)
from onrecord.language.syntax.verb_group import (
    find_modal,
    is_infinitive,
    is_passive,
    is_perfect,
    is_progressive,
    is_verb,
    list_auxiliary_lemmas,
    read_lemma,
    read_tense,
)

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_CLOCK_TOKENS = re.compile(
    r"[\d:.]+(?:[ap]\.?m\.?)?|[ap]\.?m\.?|[A-Z]{2,4}|noon|midnight|midday|on|,"
)
"""Tokens that may stand between "until" and its day ("until 9 a.m. EST on Tuesday")."""


def infer_tense(words: Span) -> str | None:
    """Return `past`, `present` or `future` by the nearest verb over `words`; plans are future.

    A verb right before them is the nearest, whatever the parse says ("terms, announced Friday").
    """
    before = _find_word_before(words)
    if before is not None and _is_schedule(before):
        return "past" if _is_past_plan(before) else "future"
    nearest = _find_nearest_verb(words)
    own_heads = (before, nearest, words.root, words.root.head)
    has_end = _find_word_before_clock(words) in END_PREPOSITIONS
    for head in _list_heads(words, before, nearest):
        if _is_fixture(head):
            return "future"
        if not _is_predicate(head):
            continue
        tense = _read_verb_tense(head, words.start, has_end=has_end)
        if tense == "present" and (has_end or _is_scheduled_present(head, words)):
            return "future"  # "is in force until Saturday", "Opens on Friday"
        if tense == "present" and head not in own_heads:
            return None  # In a phrase of its own: "Friday's losses are small".
        if tense is not None:
            return tense
    return None


def _is_schedule(before: Token) -> bool:
    return before.lower_ in SCHEDULING and before.tag_[:2] in VERB_OR_ADJECTIVE_PREFIXES


def _list_heads(words: Span, before: Token | None, nearest: Token | None) -> list[Token]:
    """Return the tokens that may be the verb over `words`, nearest first."""
    heads = list(words[-1].ancestors)[: THRESHOLDS.head_depth]
    if any(child.dep_ == "cop" for child in words.root.children):
        heads = [words.root, *heads]  # "The parade is on Saturday"
    if before is not None and before.tag_ in PAST_FORM_TAGS:
        return [before, *heads]
    return [nearest, *heads] if nearest is not None else heads


def _is_predicate(head: Token) -> bool:
    """Return whether a token is a verb, or has a copula or passive auxiliary."""
    return is_verb(head) or any(
        child.dep_ in COPULA_OR_PASSIVE_AUXILIARY_LABELS for child in head.children
    )


def _is_fixture(head: Token) -> bool:
    """Return whether a noun or adjective is a scheduled verb mistagged: with a subject ("Rovers host Dunmore") or first."""
    is_first = head.tag_ == "NNS" and head.is_sent_start
    if is_first and head.lower_.removesuffix("s") in SCHEDULED_VERBS:
        return True  # "Opens on Friday"
    if head.lower_ not in FIXTURES or head.tag_[:2] not in SINGULAR_OR_ADJECTIVE_TAGS:
        return False
    before = {child.dep_ for child in head.lefts}
    return "nsubj" in before and not before & COPULA_AUXILIARY_OR_DETERMINER_LABELS


def _is_scheduled_present(verb: Token, words: Span) -> bool:
    """Return whether a verb in the present is about a scheduled event, in headlines too ("Opens on Friday")."""
    is_before = verb.i < words.start and verb.tag_ in PRESENT_TAGS
    return is_before and read_lemma(verb) in SCHEDULED_VERBS


def _read_verb_tense(verb: Token, start: int, *, has_end: bool) -> str | None:
    """Return the tense of `verb` for words that start at token `start`; `has_end` is whether "until" stands before."""
    if _is_plan(verb, start, has_end=has_end) and not _is_past_plan(verb):
        return "future"
    if is_infinitive(verb):
        return _read_infinitive_tense(verb)
    if verb.tag_ == "VBG" and read_lemma(verb) in BEGINNINGS and verb.sent.root != verb:
        # "reports will be published, beginning in June": as the sentence's own verb.
        return read_tense(verb.sent.root)
    return _read_modal_tense(verb) or _read_finite_tense(verb)


def _is_plan(verb: Token, start: int, *, has_end: bool) -> bool:
    """Return whether a verb schedules or defers; in "On Friday they planned a march" the planning was on Friday."""
    lemma = read_lemma(verb)
    if lemma in SCHEDULING and (start > verb.i or is_passive(verb)):
        return True
    return (lemma == "set" and _has_following_for(verb)) or (has_end and lemma in DEFERRING)


def _read_modal_tense(verb: Token) -> str | None:
    """Return the tense of a verb with a modal or in the perfect, else None."""
    modal, is_past = find_modal(verb), is_perfect(verb)
    if modal is not None and modal not in PRESENT_MODALS:
        return "past" if is_past and modal != "will" else "future"
    return "past" if is_past else None


def _read_finite_tense(verb: Token) -> str | None:
    if verb.lower_ in SAME_IN_PAST and not list_auxiliary_lemmas(verb) and _has_subject(verb):
        return "past"  # "Russia beat Croatia on Monday"
    tense = read_tense(verb) or ("present" if _is_bare_present(verb) else None)
    return "future" if tense == "present" and is_progressive(verb) else tense


def _has_subject(verb: Token) -> bool:
    """Return whether a finite verb has a subject, and no conjunction makes it a condition."""
    if any(child.lower_ in CONDITIONAL_CONJUNCTIONS for child in verb.lefts):
        return False  # "if they hit the road on Friday": in the future
    return any(child.dep_ in SUBJECT_LABELS for child in verb.lefts) or verb.dep_ == "conj"


def _has_following_for(verb: Token) -> bool:
    """Return whether "for" follows a participle: "is set for 1 p.m. Sunday"."""
    after = verb.doc[verb.i + 1 : verb.i + 2]
    return verb.tag_ == "VBN" and bool(after) and after[0].lower_ == "for"


def _is_bare_present(verb: Token) -> bool:
    """Return whether a base form with a subject and no auxiliary is the present ("They meet Monday")."""
    before = {child.dep_ for child in verb.lefts}
    return (
        verb.tag_ == "VB" and "nsubj" in before and not before & AUXILIARY_COPULA_OR_MARKER_LABELS
    )


def _read_infinitive_tense(verb: Token) -> str | None:
    """Return `future` where the head of "to do" is a plan: "hopes to", "is to", "papers to be signed"."""
    head = read_lemma(verb.head)
    if head in SCHEDULING and _is_past_plan(verb.head):
        return "past"  # "was once expected to open in October"
    if head in PLANS or head in PLAN_NOUNS or "be" in list_auxiliary_lemmas(verb)[:1]:
        return "future"
    return "future" if verb.dep_ in PARTICIPLE_CLAUSE_LABELS and is_passive(verb) else None


def _find_nearest_verb(words: Span) -> Token | None:
    """Return the verb before `words` where the parse attaches them to a name, as if it were a verb."""
    root = words.root
    if not root.dep_.startswith("obl") or is_verb(root.head):
        return None
    if root.head.tag_ not in PROPER_NOUN_TAGS:
        return None
    before = root.doc[root.sent.start : words.start]
    return next((token for token in reversed(list(before)) if is_verb(token)), None)


def _is_past_plan(plan: Token) -> bool:
    """Return whether a plan is over: "had been planned", "once expected", or cancelled."""
    if any(child.lower_ in PAST_PLAN_WORDS for child in plan.lefts):
        return True
    heads = list(plan.ancestors)[: THRESHOLDS.cancelling_head_depth]
    return any(read_lemma(head) in CANCELLING for head in heads)


def _find_word_before(words: Span) -> Token | None:
    """Return the token before `words`, or before the preposition before them."""
    index = words.start - 1
    if index > 0 and words.doc[index].tag_ == "IN":
        index -= 1
    return words.doc[index] if index >= 0 else None


def _find_word_before_clock(words: Span) -> str:
    """Return the word before `words` and before a clock time that precedes them, in lower case, or ""."""
    index = words.start - 1
    while index > 0 and _CLOCK_TOKENS.fullmatch(words.doc[index].text):
        index -= 1
    return words.doc[index].lower_ if index >= 0 else ""
