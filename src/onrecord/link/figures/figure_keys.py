"""What a figure counts, in a form that can be compared: head noun, modifiers, predicate, unit, object of a cost.

In: a figure and the record index. Out: a `FigureKey`, or None where the words are too vague. Out of scope: the value,
and paraphrases that no rule here knows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.language.en.function_words import COORDINATORS
from onrecord.link.comparison.text_keys import (
    find_phrase_core,
    find_stems,
    find_trigger_stem,
    stem,
    stem_all,
)
from onrecord.link.en.counted_things import (
    AUXILIARIES_THEN_WORD,
    CHANGE_WORDS,
    COMPLETION_WORDS,
    CORRECTION_WORDS,
    COST_WORDS,
    COURSE_WORDS,
    DEATH_WORDS,
    DETERMINED_OF,
    INJURY_WORDS,
    PARTICIPLE_ENDINGS,
    PEOPLE_WORDS,
    STOCK_VERBS_BEFORE,
    STOCK_WORDS,
    TRAINING_WORDS,
    UNDERTAKING_WORDS,
    VAGUE_COST_WORDS,
    VAGUE_WORDS,
)
from onrecord.link.en.function_words import STOP_WORDS
from onrecord.link.index.record_index import RecordIndex
from onrecord.link.thresholds import THRESHOLDS
from onrecord.records import Event, Figure
from onrecord.records.event import AHEAD

_PEOPLE_KINDS = {stem(word): kind for kind, words in PEOPLE_WORDS.items() for word in words.split()}
"""Kind of people by head stem: heads of one kind count the same where the rest agrees."""
_DEATH_STEMS = stem_all(DEATH_WORDS.split())
_INJURY_STEMS = stem_all(INJURY_WORDS.split())
_COST_STEMS = stem_all(COST_WORDS.split())
_TRAINING_STEMS = stem_all(TRAINING_WORDS.split())
_COMPLETION_STEMS = stem_all(COMPLETION_WORDS.split())
_COURSE_STEMS = stem_all(COURSE_WORDS.split())
_STOCK_STEMS = stem_all(STOCK_WORDS.split())
_UNDERTAKING_STEMS = stem_all(UNDERTAKING_WORDS.split())
_VAGUE_STEMS = stem_all(VAGUE_WORDS.split())
_VAGUE_COST_STEMS = _COST_STEMS | stem_all(VAGUE_COST_WORDS.split())

DEAD, HURT, COST, TRAINED, STOCK = "dead", "hurt", "cost", "trained", "stock"
"""Predicates: classes of verbs that say the same of what is counted."""
INCIDENT_PREDICATES = frozenset((DEAD, HURT))
"""Predicates of which each incident has a count of its own."""
_PREDICATE_STEMS = (
    (DEAD, _DEATH_STEMS),
    (HURT, _INJURY_STEMS),
    (COST, _COST_STEMS),
    (TRAINED, _TRAINING_STEMS),
)
"""Stems by predicate, in the order they are tried."""
_UNDERTAKING = "undertaking"


@dataclass(frozen=True, slots=True)
class FigureKey:
    """What a figure counts.

    Attributes:
        unit: as the figure has it. heads: stems of the head nouns, or the kind of people they mean.
        predicate: class or stem of the verb; `stock` where it only states how many there are, "" unknown.
        is_ahead: it is planned or promised. is_change: it is a difference from an earlier count.
        proper: powers the noun phrase names. plain: its other modifiers. about: powers, bodies and
            places its sentence names; cost_of: stems of what costs, empty for any other predicate.
    """

    unit: str | None
    heads: frozenset[str]
    predicate: str
    is_ahead: bool
    is_change: bool
    proper: frozenset[str]
    plain: frozenset[str]
    about: frozenset[str]
    cost_of: frozenset[str]


@dataclass(frozen=True, slots=True)
class _FigureContext:
    """A figure with the event that governs it and the words of its sentence before and after it."""

    figure: Figure
    event: Event | None
    sentence: str
    before: str
    after: str


def build_figure_key(index: RecordIndex, figure: Figure) -> FigureKey | None:
    """Return what `figure` counts, or None where its words are too vague to compare."""
    page = figure.evidence.page
    start, end = index.locate_sentence(page, figure.evidence.start)
    context = _read_context(index, figure, start, end)
    if not _is_reported(index, context):
        return None
    heads, plain = _split_phrase(_find_counted_words(figure))
    predicate = _classify_predicate(context, heads)
    if predicate in INCIDENT_PREDICATES and figure.what:
        heads = frozenset({"people"})
    cost_of: frozenset[str] = frozenset()
    if _is_money(figure) and (predicate == COST or heads & _COST_STEMS):
        predicate, heads, cost_of = COST, frozenset({COST}), _find_cost_object(context)
        if not cost_of:
            return None
    if not heads or heads <= _VAGUE_STEMS or _is_small_count(figure):
        return None
    what = figure.what
    return FigureKey(
        unit=figure.unit,
        heads=frozenset(_PEOPLE_KINDS.get(head, head) for head in heads),
        predicate=predicate,
        is_ahead=context.event is not None and context.event.status in AHEAD,
        is_change=is_change(index, figure),
        proper=index.find_powers_in(page, what.start, what.end) if what else frozenset(),
        plain=plain,
        about=index.find_entities_in(page, start, end) | index.find_powers_in(page, start, end),
        cost_of=cost_of,
    )


def _read_context(index: RecordIndex, figure: Figure, start: int, end: int) -> _FigureContext:
    """Return a figure with its context in the sentence `start, end`."""
    text = index.pages[figure.evidence.page].text
    counted_end = figure.what.end if figure.what else figure.evidence.end
    return _FigureContext(
        figure=figure,
        event=find_governing_event(index, figure, start, end),
        sentence=text[start:end],
        before=text[start : figure.evidence.start],
        after=text[counted_end:end],
    )


def _is_reported(index: RecordIndex, context: _FigureContext) -> bool:
    """Return whether the page reports a figure itself: not in a note on a correction, a comment or furniture."""
    at = context.figure.evidence
    zone = index.pages[at.page].zone_at(at.start)
    return (
        not CORRECTION_WORDS.search(context.sentence)
        and zone is not None
        and zone.role not in {"comment", "furniture"}
    )


def _find_counted_words(figure: Figure) -> list[str]:
    return find_phrase_core(DETERMINED_OF.sub("", figure.what.text)) if figure.what else []


def _is_money(figure: Figure) -> bool:
    return figure.unit is not None and len(figure.unit) == 3 and figure.unit.isupper()


def _is_small_count(figure: Figure) -> bool:
    """Return whether it is a small bare number: "two camps" on two pages need not be the same two."""
    return (
        figure.unit is None and figure.value is not None and figure.value < THRESHOLDS.least_counted
    )


def _split_phrase(words: list[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Return (stems of the heads, stems of the common nouns and adjectives before them) of a coordinated phrase."""
    conjuncts: list[list[str]] = [[]]
    for word in words:
        if word.casefold() in COORDINATORS:
            conjuncts.append([])
        else:
            conjuncts[-1].append(word)
    conjuncts = [conjunct for conjunct in conjuncts if conjunct]
    # "Danish and Estonian pilots": a conjunct that is only capitalised modifies what comes after it.
    heads = stem_all(conjunct[-1] for conjunct in conjuncts if not conjunct[-1][0].isupper())
    plain = stem_all(
        word
        for conjunct in conjuncts
        for word in conjunct[:-1]
        if word[0].islower() and word not in STOP_WORDS and not CHANGE_WORDS.fullmatch(word)
    )
    return heads, plain


def is_change(index: RecordIndex, figure: Figure) -> bool:
    """Return whether a figure states a difference: so many more or fewer than before, or by how much something rose."""
    if figure.change is not None:
        return True
    text = index.pages[figure.evidence.page].text
    end = (figure.what or figure.evidence).end + THRESHOLDS.change_lookahead
    words = text[figure.evidence.start : end]
    return bool(CHANGE_WORDS.search(words.removeprefix(figure.evidence.text)))


def find_governing_event(index: RecordIndex, figure: Figure, start: int, end: int) -> Event | None:
    """Return the event of the smallest clause around a figure, within the sentence `start, end`, or None."""
    at = figure.evidence
    around = [
        event
        for event in index.find_events_in(at.page, start, end)
        if event.evidence.start <= at.start and at.end <= event.evidence.end
    ]
    return min(
        around,
        key=lambda event: (
            event.evidence.end - event.evidence.start,
            abs(event.trigger.start - at.start),
            event.id,
        ),
        default=None,
    )


def _classify_predicate(context: _FigureContext, heads: frozenset[str]) -> str:
    """Return the class or stem of the verb that says what is done with the things counted, "" unknown."""
    if heads & _DEATH_STEMS:
        return DEAD
    if heads & _INJURY_STEMS:
        return HURT
    return (
        _classify_trigger(context.event, context.sentence)
        or _classify_verb_before(context.before)
        or _classify_participle_after(context.after)
    )


def _classify_trigger(event: Event | None, sentence: str) -> str:
    if event is None:
        return ""
    verb = find_trigger_stem(event.trigger.text)
    for predicate, stems in _PREDICATE_STEMS:
        if verb in stems:
            return predicate
    if verb in _COMPLETION_STEMS and find_stems(sentence) & _COURSE_STEMS:
        return TRAINED
    return STOCK if verb in _STOCK_STEMS else verb


def _classify_verb_before(before: str) -> str:
    """Return the predicate of a verb right before a figure: copulas and "have" are no triggers of events."""
    last = re.findall(r"[\w’']+", before)[-1:]
    if last and stem(last[0]) in _COST_STEMS:
        return COST
    return STOCK if last and last[0].casefold() in STOCK_VERBS_BEFORE else ""


def _classify_participle_after(after: str) -> str:
    """Return the predicate of auxiliaries and a participle right after what is counted, "" without them."""
    match = AUXILIARIES_THEN_WORD.match(after)
    if match is None:
        return ""
    verb = stem(match[1])
    for predicate, stems in _PREDICATE_STEMS:
        if predicate != COST and verb in stems:
            return predicate
    return verb if match[1].endswith(PARTICIPLE_ENDINGS) else STOCK


def _find_cost_object(context: _FigureContext) -> frozenset[str]:
    """Return what costs: stems of the payer's or the thing's words; "undertaking" for any mission."""
    figure, event = context.figure, context.event
    actors = " ".join(actor.text for actor in event.actors) if event else ""
    stems = find_stems(f"{actors or context.before} {figure.what.text if figure.what else ''}")
    objects = frozenset(_UNDERTAKING if word in _UNDERTAKING_STEMS else word for word in stems)
    return frozenset({_UNDERTAKING}) if _UNDERTAKING in objects else objects - _VAGUE_COST_STEMS


def is_same_thing(a: FigureKey, b: FigureKey) -> bool:
    """Return whether two figures count the same thing: nothing known of them differs."""
    if not _is_same_predicate(a, b) or not a.heads & b.heads:
        return False
    if (a.cost_of and not a.cost_of & b.cost_of) or (a.plain and b.plain and not a.plain & b.plain):
        return False
    if a.proper and b.proper:
        return a.proper == b.proper
    if a.proper or b.proper:
        return (a.proper or b.proper) <= (b.about if a.proper else a.about)
    return bool(a.about & b.about)


def _is_same_predicate(a: FigureKey, b: FigureKey) -> bool:
    """Return whether unit, predicate, status and change agree, and the predicate is known."""
    of_a = a.unit, a.predicate, a.is_ahead, a.is_change
    of_b = b.unit, b.predicate, b.is_ahead, b.is_change
    return of_a == of_b and bool(a.predicate)
