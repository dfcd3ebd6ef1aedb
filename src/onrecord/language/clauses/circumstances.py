"""Circumstances: where and when an event takes place.

In: a verb of a block, and the mentions and times of its page. Out: the words of a place, or a `Time` record; None where the
clause states none. Out of scope: who takes part (`participants`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.language.clauses.mention_index import MentionIndex
from onrecord.language.en.agents import PLACES
from onrecord.language.en.function_words import (
    BOUNDARY_PREPOSITIONS,
    LOCATIVE_PREPOSITIONS,
    PLACE_OR_GOAL_PREPOSITIONS,
)
from onrecord.language.syntax.dependencies import find_objects
from onrecord.language.syntax.dependency_labels import (
    CASE_OR_MARKER_LABELS,
    NON_FINITE_DEPENDENT_LABELS,
    PREMODIFIER_OR_CASE_LABELS,
    PREPOSITIONAL_NOUN_LABELS,
)
from onrecord.language.syntax.obliques import find_obliques
from onrecord.language.syntax.phrases import find_noun_phrase
from onrecord.language.syntax.tag_sets import PLACE_LABELS
from onrecord.language.syntax.verb_group import is_verb, read_tense
from onrecord.records import Block, Mention, Part, Time

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

PLACE_TYPES = ("place", "facility")
"""Types of entities that are places."""
_PLACE_JOINT = re.compile(r", | in | of (?=[A-Z])")
"""What stands between a place and the larger one that holds it."""
_RANGE_START = re.compile(r"\b(?:between|from) $", re.IGNORECASE)
_RANGE_START_CHARS = len(" between ")
_RANGE_MIDDLE = re.compile(r" (?:and|to|until|till|through) ")
"""What stands before the first time of a stretch, and between its two."""
_LISTED = re.compile(r",? (?:and|or) (?:the )?[A-Z]|['’]s\b")
"""What goes on with a list of places, or says whose something else is ("in Paris, France's minister said")."""
_TYPES_WITHOUT_DATE = ("SET", "DURATION")
"""Types of times that do not say when an event takes place."""


def find_place(index: MentionIndex, block: Block, verb: Token) -> Part | None:
    """Return where the event of `verb` takes place: the place named after a preposition of place, or None."""
    fallback: Part | None = None
    for words, noun in _iter_locatives(verb):
        if not _is_locative(words) or index.is_time(block.at(noun)):
            continue
        phrase = find_noun_phrase(noun, complements="none")
        part = index.page.part(*block.extent_of(phrase))
        if _is_place(index.find_mention(block.at(noun))) or noun.ent_type_ in PLACE_LABELS:
            return part
        if fallback is None and noun.lemma_.lower() in PLACES:
            fallback = part
    return fallback or _find_embedded_place(index, block, verb)


def widen_place(index: MentionIndex, part: Part) -> Part:
    """Return the words for a place with those of the larger places that hold it, written right after it ("Houston, Texas", "Tomsk in Siberia", "the Wadi area of Damascus")."""
    text, end = index.page.text, part.end
    while (joint := _PLACE_JOINT.match(text, end)) is not None:
        mention = index.find_mention(joint.end())
        if mention is None or not _is_place(mention) or mention.evidence.start != joint.end():
            break
        if _LISTED.match(text, mention.evidence.end) is not None:
            break  # "in Sudan, Chad and Niger"
        end = mention.evidence.end
    return part if end == part.end else index.page.part(part.start, end)


def find_time(
    index: MentionIndex, block: Block, verb: Token, within: tuple[int, int]
) -> Time | None:
    """Return the time of an event: one that depends on its verb, or on what governs the verb; or None.

    Args:
        index: the page's times.
        block: the block of `verb`.
        verb: the word that denotes the event.
        within: code points of the clause; times outside it are not considered.

    """
    chain = _find_time_sharing_verbs(verb)
    governed = verb.dep_ != "conj"
    best: tuple[int, int, Time] | None = None
    for time in index.times:
        if not within[0] <= time.evidence.start < within[1] or time.type in _TYPES_WITHOUT_DATE:
            continue
        rank = _rank_attachment(block, time, chain)
        if rank is None or (rank and governed and time.evidence.start < block.at(verb)):
            continue
        candidate = (rank, abs(time.evidence.start - block.at(verb)), time)
        if best is None or candidate[:2] < best[:2]:
            best = candidate
    return None if best is None or _is_bound(index, best[2]) else best[2]


def _is_bound(index: MentionIndex, time: Time) -> bool:
    """Return whether a time is only the first or last of a stretch ("between May and June", "from 2002 to 2009")."""
    text, place = index.page.text, bisect_left(index.times, time.evidence.start, key=_get_start)
    near = index.times[max(0, place - 1) : place + 2]
    return any(
        _RANGE_MIDDLE.fullmatch(text, first.evidence.end, last.evidence.start) is not None
        and _RANGE_START.search(
            text[max(0, first.evidence.start - _RANGE_START_CHARS) : first.evidence.start]
        )
        is not None
        for first, last in pairwise(near)
        if time in (first, last)
    )


def _get_start(time: Time) -> int:
    return time.evidence.start


def _iter_locatives(verb: Token) -> Iterator[tuple[str, Token]]:
    """Yield (preposition, noun) of the prepositional phrases of a verb and of the objects after it."""
    yield from find_obliques(verb)
    for noun in find_objects(verb):
        if noun.i > verb.i:
            yield from find_obliques(noun)


def _is_locative(words: str) -> bool:
    return words in LOCATIVE_PREPOSITIONS or words.rpartition(" ")[2] in LOCATIVE_PREPOSITIONS


def _is_place(mention: Mention | None) -> bool:
    return mention is not None and mention.type in PLACE_TYPES


def _find_embedded_place(index: MentionIndex, block: Block, verb: Token) -> Part | None:
    """Return a named place after the verb that a parser attached to a noun in between, or None."""
    for token in verb.subtree:
        if token.i < verb.i or token.dep_ not in PREPOSITIONAL_NOUN_LABELS:
            continue
        mention = index.find_mention(block.at(token))
        if mention is None or not _is_place(mention):
            continue
        cases = {child.lower_ for child in token.lefts if child.dep_ == "case"}
        cases.add(token.head.lower_)
        verbs_between = [t for t in token.ancestors if t.i > verb.i and is_verb(t)]
        if not PLACE_OR_GOAL_PREPOSITIONS.isdisjoint(cases) and not verbs_between:
            return index.page.part(mention.evidence.start, mention.evidence.end)
    return None


def _rank_attachment(block: Block, time: Time, chain: list[int]) -> int | None:
    """Return how near to the event's verb a time is attached (0 nearest), or None if it is the time of another event."""
    span = block.tokens_in(time.evidence.start, time.evidence.end)
    if span is None:
        return None
    token = span.root
    previous = token
    for ancestor in (token, *token.ancestors):
        if ancestor.i in chain:
            return None if _is_boundary(previous) else 2 * chain.index(ancestor.i)
        previous = ancestor
        if is_verb(ancestor) and ancestor.dep_ not in PREMODIFIER_OR_CASE_LABELS:
            return None
    return None


def _is_boundary(phrase: Token) -> bool:
    """Return whether a phrase states what an event came after or lasted from, not when it took place."""
    return phrase.lower_ in BOUNDARY_PREPOSITIONS or any(
        child.dep_ in CASE_OR_MARKER_LABELS and child.lower_ in BOUNDARY_PREPOSITIONS
        for child in phrase.lefts
    )


def _find_time_sharing_verbs(verb: Token) -> list[int]:
    """Return the indices of `verb` and of the verbs whose time is also its own, nearest first."""
    chain = [verb.i]
    token = verb
    while token.dep_ in NON_FINITE_DEPENDENT_LABELS and token.head != token:
        if token.dep_ == "advcl" and token.tag_ != "VBN" and read_tense(token) is not None:
            break
        token = token.head
        chain.append(token.i)
    chain.extend(child.i for child in verb.children if child.dep_ == "xcomp")
    return chain
