"""Whether words of time lie behind or ahead, by the verbs over them.

In: the tokens of a time expression in a parse. Out: `past`, `present`, `future` or None, as `Frame`
takes it. Out of scope: the words' own direction ("last Friday") and the calendar.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.extract.times.en.tense_lexicon import (
    CANCELLING,
    DEFERRING,
    FIXTURES,
    OPEN_ENDED,
    OPENINGS,
    PLAN_NOUNS,
    PLANS,
    SAME_IN_PAST,
    SCHEDULING,
)
from onrecord.language.syntax.dependencies import (
    find_modal,
    is_infinitive,
    is_perfect,
    is_verb,
    read_lemma,
    read_tense,
)
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
from onrecord.language.syntax.verb_group import is_passive, is_progressive, list_auxiliary_lemmas

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

MAX_HEADS = 6
_BEGINNING = frozenset({"begin", "start", "commence"})
_BEFORE_NOW = frozenset({"had", "previously", "originally", "first", "once", "initially"})
_CLOCKS = re.compile(r"[\d:.]+(?:[ap]\.?m\.?)?|[ap]\.?m\.?|[A-Z]{2,4}|noon|midnight|midday|on|,")
"""Words that may stand between "until" and its day ("until 9 a.m. EST on Tuesday")."""


def tense_over(words: Span) -> str | None:
    """Return `past`, `present` or `future` by the nearest verb over `words`; plans are future.

    A verb right before them is the nearest, whatever the parse says ("terms, announced Friday").
    """
    before = _before(words)
    if before is not None and before.lower_ in SCHEDULING and before.tag_[:2] in {"VB", "JJ"}:
        return "past" if _is_over(before) else "future"
    heads = list(words[-1].ancestors)[:MAX_HEADS]
    near = _nearest_verb(words)
    if any(child.dep_ == "cop" for child in words.root.children):
        heads = [words.root, *heads]  # "The parade is on Saturday"
    if before is not None and before.tag_ in PAST_FORM_TAGS:
        heads = [before, *heads]
    elif near is not None:
        heads = [near, *heads]
    open_ended = _first_word_before(words) in OPEN_ENDED
    for verb in heads:
        if _is_fixture(verb):
            return "future"
        if not is_verb(verb) and not any(
            child.dep_ in COPULA_OR_PASSIVE_AUXILIARY_LABELS for child in verb.children
        ):
            continue
        said = _tense_of(verb, words.start, open_ended=open_ended)
        if said == "present" and (open_ended or _is_opening(verb, words)):
            return "future"  # "is in force until Saturday", "Opens on Friday"
        if said == "present" and verb not in (before, near, words.root, words.root.head):
            return None  # In a phrase of its own: "Friday's losses are small".
        if said is not None:
            return said
    return None


def _is_fixture(head: Token) -> bool:
    """Return whether a noun or adjective is a diary's verb misread: with a subject ("Rovers host Dunmore") or first."""
    if head.tag_ == "NNS" and head.is_sent_start and head.lower_.removesuffix("s") in OPENINGS:
        return True  # "Opens on Friday"
    if head.lower_ not in FIXTURES or head.tag_[:2] not in SINGULAR_OR_ADJECTIVE_TAGS:
        return False
    before = {child.dep_ for child in head.lefts}
    return "nsubj" in before and not before & {"cop", "aux", "det"}


def _is_opening(verb: Token, words: Span) -> bool:
    """Return whether a verb in the present says what the diary has, in headlines too ("Opens on Friday")."""
    return read_lemma(verb) in OPENINGS and verb.i < words.start and verb.tag_ in PRESENT_TAGS


def _tense_of(verb: Token, start: int, *, open_ended: bool) -> str | None:
    lemma, perfect = read_lemma(verb), is_perfect(verb)
    # "On Friday they planned a march": the planning was on Friday.
    scheduled = lemma in SCHEDULING and (start > verb.i or is_passive(verb))
    scheduled = scheduled or (lemma == "set" and _has_for(verb))
    if (scheduled or (open_ended and lemma in DEFERRING)) and not _is_over(verb):
        return "future"
    if is_infinitive(verb):
        return _tense_of_infinitive(verb)
    if verb.tag_ == "VBG" and lemma in _BEGINNING and verb.sent.root != verb:
        # "reports will be published, beginning in June": as the sentence's own verb tells it.
        return read_tense(verb.sent.root)
    if find_modal(verb) not in {None, "can", "must"}:
        return "past" if perfect and find_modal(verb) != "will" else "future"
    if perfect:
        return "past"
    if verb.lower_ in SAME_IN_PAST and not list_auxiliary_lemmas(verb) and _has_subject(verb):
        return "past"  # "Russia beat Croatia on Monday"
    said = read_tense(verb) or ("present" if _is_bare(verb) else None)
    return "future" if said == "present" and is_progressive(verb) else said


def _has_subject(verb: Token) -> bool:
    """Return whether a finite verb has a subject, and nothing makes what it tells a condition."""
    if any(child.lower_ in {"if", "unless", "once", "until"} for child in verb.lefts):
        return False  # "if they hit the road on Friday": to come
    return any(child.dep_ in SUBJECT_LABELS for child in verb.lefts) or verb.dep_ == "conj"


def _has_for(verb: Token) -> bool:
    """Return whether "for" follows a participle: "is set for 1 p.m. Sunday"."""
    after = verb.doc[verb.i + 1 : verb.i + 2]
    return verb.tag_ == "VBN" and bool(after) and after[0].lower_ == "for"


def _is_bare(verb: Token) -> bool:
    """Return whether a base form with a subject and nothing else is the present ("They meet Monday")."""
    before = {child.dep_ for child in verb.lefts}
    return (
        verb.tag_ == "VB" and "nsubj" in before and not before & AUXILIARY_COPULA_OR_MARKER_LABELS
    )


def _tense_of_infinitive(verb: Token) -> str | None:
    """Return `future` where what "to do" hangs on lies ahead: a plan, "is to", "papers to be signed"."""
    head = verb.head
    if read_lemma(head) in SCHEDULING and _is_over(head):
        return "past"  # "was once expected to open in October"
    if (
        read_lemma(head) in PLANS
        or "be" in list_auxiliary_lemmas(verb)[:1]
        or read_lemma(head) in PLAN_NOUNS
    ):
        return "future"
    ahead = verb.dep_ in {"acl", "relcl"} and is_passive(verb)
    return "future" if ahead else None


def _nearest_verb(words: Span) -> Token | None:
    """Return the verb before `words` where the parse hangs them on a name, as if it were a verb."""
    root = words.root
    if (
        not root.dep_.startswith("obl")
        or is_verb(root.head)
        or root.head.tag_ not in PROPER_NOUN_TAGS
    ):
        return None
    before = root.doc[root.sent.start : words.start]
    return next((token for token in reversed(list(before)) if is_verb(token)), None)


def _is_over(plan: Token) -> bool:
    """Return whether a plan was one before: "had been planned", "once expected", and called off."""
    if any(child.lower_ in _BEFORE_NOW for child in plan.lefts):
        return True
    return any(read_lemma(head) in CANCELLING for head in list(plan.ancestors)[:3])


def _before(words: Span) -> Token | None:
    """Return the word before `words`, or before the preposition before them."""
    index = words.start - 1
    if index > 0 and words.doc[index].tag_ == "IN":
        index -= 1
    return words.doc[index] if index >= 0 else None


def _first_word_before(words: Span) -> str:
    """Return the word before `words` and the clock that stands before them, small, or ""."""
    index = words.start - 1
    while index > 0 and _CLOCKS.fullmatch(words.doc[index].text):
        index -= 1
    return words.doc[index].lower_ if index >= 0 else ""
