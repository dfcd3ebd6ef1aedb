"""Places that refer to a body: the government in a capital ("London said"), or a town's team ("Calden beat Norwick 2-1").

In: a page's blocks and its names in order of text. Out: the same names, those bodies typed apart from the towns. Out of
scope: countries, since a country, its government and its team are one; capitals and towns that are only where something
takes place ("in London").

Source: metonymy as in the ACE and SemEval-2007 task 8 guidelines (place-for-people, capital-for-government).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from onrecord.extract.entities.clusters.occurrence import Occurrence
from onrecord.extract.entities.en.metonymy_words import (
    GAME_OUTCOMES,
    GAME_VERBS,
    GOVERNMENT_VERBS,
    OPPONENT_PREPOSITIONS,
)
from onrecord.extract.entities.en.tags import OPPONENT_LABELS
from onrecord.extract.entities.thresholds import THRESHOLDS
from onrecord.language.en.attribution_cues import SAY, TELL
from onrecord.language.en.function_words import OF_OR_FROM
from onrecord.language.en.names import LOCATIVE_PREPOSITIONS
from onrecord.language.names.gazetteer import load_capitals
from onrecord.records import Block

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_SCORE = re.compile(r"(?<![\d\-–$£€/.])\d{1,3}[-–]\d{1,3}(?![\d\-–/.%])")


def resolve_metonymy(
    blocks: Sequence[Block], occurrences: Iterable[Occurrence]
) -> list[Occurrence]:
    """Return `occurrences`, in their order, with capitals that govern and towns that play as organisations."""
    with_spans = list(_find_town_spans(blocks, occurrences))
    teams = {name.name for name, span in with_spans if span is not None and is_team(span)}
    return [_resolve(name, span, teams) for name, span in with_spans]


def _find_town_spans(
    blocks: Sequence[Block], occurrences: Iterable[Occurrence]
) -> Iterator[tuple[Occurrence, Span | None]]:
    """Yield each name of a town or state with its span, every other name with None."""
    remaining = iter(blocks)
    block = next(remaining, None)
    for name in occurrences:
        while block is not None and block.zone.end <= name.start:
            block = next(remaining, None)
        span = None
        town = name.key is None or name.key.startswith(("city:", "state:"))
        if block is not None and name.type == "place" and town:
            span = block.doc.char_span(name.start - block.start, name.end - block.start)
        yield name, span


def _resolve(name: Occurrence, span: Span | None, teams: set[str]) -> Occurrence:
    if span is None:
        return name
    if name.key is not None and is_government(name.name, span[-1]):
        why = "a capital that says or does what governments do"
        return replace(name, type="organisation", key=f"government:{name.name}", why=why)
    before = span.doc[span.start - 1].lower_ if span.start else ""
    located = before in LOCATIVE_PREPOSITIONS | OF_OR_FROM
    if name.name in teams and (is_team(span) or not located):
        key = f"team:{name.name}" if name.key is not None else None
        why = "the team of that name, whose score the sentence or another one states"
        return replace(name, type="organisation", key=key, why=why)
    return name


def is_government(name: str, last: Token) -> bool:
    """Return whether the capital `name`, whose last token is `last`, says or does what governments do."""
    if name not in _load_capital_names():
        return False
    if not last.dep_.startswith("nsubj") or ":pass" in last.dep_:
        return False
    return last.head.lemma_.lower() in SAY | TELL | GOVERNMENT_VERBS


@cache
def _load_capital_names() -> frozenset[str]:
    return frozenset(load_capitals())


def is_team(name: Span) -> bool:
    """Return whether `name` is a side in a game whose score the sentence states."""
    if not _SCORE.search(name.sent.text):
        return False
    head = name.root
    if head.dep_ in OPPONENT_LABELS and head.head.lemma_.lower() in GAME_VERBS:
        return True
    before = name.doc[name.start - 1] if name.start else None
    if before is None or before.lower_ not in OPPONENT_PREPOSITIONS:
        return False
    if before.lower_ == "against":
        return True
    words = name.doc[max(0, before.i - THRESHOLDS.outcome_words) : before.i]
    return any(token.lemma_.lower() in GAME_OUTCOMES for token in words)
