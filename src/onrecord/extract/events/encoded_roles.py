"""Who takes part in an event, as the encoder of the model `accurate` reads it: what the rules propose is kept, left out, or added to.

In: the word that denotes an event, and the heads that the rules propose. Out: heads of who does it and of whom it happens to; the head of where it happens, or of who says so. Out of
scope: the words of a participant (`onrecord.language.clauses.participants`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from onrecord.extract.events.thresholds import THRESHOLDS
from onrecord.language.pipeline.event_readings import (
    AGENT,
    PATIENT,
    EventReadings,
    find_readings,
)
from onrecord.language.syntax.dependencies import resolve_antecedent

if TYPE_CHECKING:
    from spacy.tokens import Token


def choose_participants(
    word: Token, actors: Sequence[Token], targets: Sequence[Token]
) -> tuple[list[Token], list[Token]]:
    """Return the heads of who does an event and of whom it happens to, each in the order of the text.

    A proposed head stays where the encoder finds it possible, and what the encoder finds likely is added; nobody is both. Without an encoder the proposed ones stay.

    Args:
        word: the verb, noun or adjective that denotes the event.
        actors, targets: heads that the rules propose.

    """
    readings = find_readings(word.doc)
    if readings is None:
        return list(actors), list(targets)
    doing, undergoing = (_read_heads(readings, word, role) for role in (AGENT, PATIENT))
    proposed = {head.i for head in (*actors, *targets)}
    found = _choose(proposed, doing), _choose(proposed, undergoing)
    for place in found[0].keys() & found[1].keys():
        is_doing = doing[place][1] >= undergoing[place][1]
        del found[is_doing][place]
    chosen_actors, chosen_targets = ([head for _, head in sorted(heads.items())] for heads in found)
    return chosen_actors, chosen_targets


def find_likeliest(word: Token, role: str) -> Token | None:
    """Return the likeliest head of a role in the event that `word` denotes, or None where none is likely."""
    readings = find_readings(word.doc)
    if readings is None:
        return None
    heads = _read_heads(readings, word, role).values()
    head, chance = max(heads, key=lambda pair: pair[1], default=(word, 0.0))
    return head if chance >= THRESHOLDS.added_role else None


def estimate_role(word: Token, role: str, phrase: Iterable[Token]) -> float | None:
    """Return how likely the likeliest word of `phrase` has a role in the event that `word` denotes (0–1), or None without an encoder."""
    readings = find_readings(word.doc)
    if readings is None:
        return None
    chances = readings.get_roles(role, word)
    return max((float(chances[token.i]) for token in phrase), default=0.0)


def _choose(proposed: set[int], heads: dict[int, tuple[Token, float]]) -> dict[int, Token]:
    """Return by place the proposed heads that are possible, and those that are likely."""
    return {
        place: head
        for place, (head, chance) in heads.items()
        if chance >= (THRESHOLDS.kept_role if place in proposed else THRESHOLDS.added_role)
    }


def _read_heads(readings: EventReadings, word: Token, role: str) -> dict[int, tuple[Token, float]]:
    """Return by place the other words of a sentence that may have a role, with how likely; a relative pronoun counts for its antecedent."""
    chances = readings.get_roles(role, word)
    heads: dict[int, tuple[Token, float]] = {}
    for token in word.sent:
        chance = float(chances[token.i])
        if chance < THRESHOLDS.kept_role:
            continue
        head = resolve_antecedent(token, token.head)
        if head.i != word.i and chance >= heads.get(head.i, (head, 0.0))[1]:
            heads[head.i] = (head, chance)
    return heads
