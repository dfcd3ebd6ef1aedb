"""Features of a pair of events: what agrees and what differs, by name.

In: the profiles of two events. Out: names of the features that hold. Out of scope: what each weighs (the file of weights that `training.event_identity` fits) and
which pairs are compared (`pair_candidates`).

A feature is named by what is compared and how it turned out ("days: apart"); most are there a second time joined with how the triggers compare ("days: apart, same stem"), since
an equal day says more of two "arrests" than of an "arrest" and a "trial".

Source: ECB+ guidelines (Cybulska and Vossen 2014): two mentions are of one event where action, participants, time and place agree.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from onrecord.link.comparison.day_intervals import measure_gap_days
from onrecord.link.events.event_profile import EventProfile, EventProfiles, measure_cosine
from onrecord.link.thresholds import THRESHOLDS

SAME_STEM, SAME_PREFIX, SAME_KIND, SAME_ROOT, OTHER = (
    "same stem",
    "same beginning",
    "same kind",
    "same root",
    "other words",
)
"""How two triggers compare, the closest first."""
OTHER_DAYS = "days: apart"
"""The feature of two events of which both days are known and lie apart."""
_GENERIC_KINDS = ("other", "statement")
"""Kinds that say too little for two events of them to be alike."""
EMBEDDING = "meaning"
"""What is compared by the embeddings of two triggers."""
_SHARE_STEPS = (0.05, 0.1, 0.2, 0.35, 0.6)
_PAGE_STEPS = (0.05, 0.1, 0.15, 0.2, 0.3, 0.5)
_COSINE_STEPS = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
_GAP_STEPS = (1, 4, 15, 60)
"""Where the features begin of shared words, of how alike pages are, of how near embeddings are, and of days between; names of features, which the fitted weights refer to."""
_GAP_NAMES = ("that day", "within days", "within two weeks", "within two months", "later")
_ALONE = (
    "figures",
    "headline",
    "kind",
    "names in both sentences",
    "negation",
    "page",
    "place",
    "root",
)
"""What is compared whatever the triggers; all else is joined with how these compare."""


def list_features(profiles: EventProfiles, a: EventProfile, b: EventProfile) -> list[str]:
    """Return the names of the features that hold for two events; the same for either order."""
    trigger = compare_triggers(a, b)
    features = ["trigger: " + trigger]
    for what, how in _iter_comparisons(profiles, a, b):
        features.append(_name_feature(what, how))
        if what not in _ALONE:
            features.append(_name_feature(what, how, trigger))
    return features


def split_feature(name: str) -> tuple[str, str]:
    """Return what a feature compares, and its name without how the triggers compare.

    Examples:
        >>> split_feature("days: apart, same stem")
        ('days', 'days: apart')
    """
    plain = name
    for trigger in (SAME_STEM, SAME_PREFIX, SAME_KIND, SAME_ROOT, OTHER):
        plain = plain.removesuffix(f", {trigger}")
    return plain.partition(":")[0], plain


def compare_triggers(a: EventProfile, b: EventProfile) -> str:
    """Return how the triggers of two events compare, the closest first."""
    if a.stem and a.stem == b.stem:
        return SAME_STEM
    if a.stem_prefix and a.stem_prefix == b.stem_prefix:
        return SAME_PREFIX
    kind = a.event.kind
    if kind is not None and kind == b.event.kind and kind not in _GENERIC_KINDS:
        return SAME_KIND
    return SAME_ROOT if a.event.type is not None and a.event.type == b.event.type else OTHER


@cache
def _name_feature(what: str, how: str, trigger: str = "") -> str:
    return f"{what}: {how}, {trigger}" if trigger else f"{what}: {how}"


def _iter_comparisons(
    profiles: EventProfiles, a: EventProfile, b: EventProfile
) -> Iterator[tuple[str, str]]:
    """Yield what is compared and how it turned out."""
    yield "days", _compare_days(a, b)
    yield "actor", _compare_role(a.actors, b.actors, a.actor_heads, b.actor_heads)
    yield "target", _compare_role(a.targets, b.targets, a.target_heads, b.target_heads)
    yield "status", " and ".join(sorted({a.status, b.status}))
    shares, weights = _SHARE_STEPS, profiles.word_weights
    clauses, sentences = profiles.clause_weights, profiles.sentence_weights
    of_both = clauses[a.event.id] + clauses[b.event.id]
    yield "clause", _name_step(measure_overlap(a.clause, b.clause, weights, of_both), shares)
    of_both = sentences[a.event.id] + sentences[b.event.id]
    yield "sentence", _name_step(measure_overlap(a.sentence, b.sentence, weights, of_both), shares)
    cosine = measure_cosine(a, b)
    if cosine is not None:
        yield EMBEDDING, _name_step(cosine, _COSINE_STEPS)
    for what, vectors in (("pages", profiles.page_words), ("names of pages", profiles.page_names)):
        yield what, _name_step(float(vectors[a.page] @ vectors[b.page]), _PAGE_STEPS)
    for what, of_a, of_b in (
        ("places beside", a.places, b.places),
        ("people beside", a.people, b.people),
        ("others beside", a.others, b.others),
        ("figures", a.figures, b.figures),
        ("place", a.place, b.place),
    ):
        if of_a and of_b:
            yield what, "shared" if of_a & of_b else "differ"
    yield from _compare_names(a, b)
    for what, value_of_a, value_of_b in (
        ("kind", a.event.kind, b.event.kind),
        ("root", a.event.type, b.event.type),
    ):
        if value_of_a is not None and value_of_b is not None:
            yield what, "same" if value_of_a == value_of_b else "differ"
    if a.event.negated != b.event.negated:
        yield "negation", "differs"
    if a.is_headline or b.is_headline:
        yield "headline", "both" if a.is_headline and b.is_headline else "one"
    if a.page == b.page:
        yield "page", "same"


def _compare_names(a: EventProfile, b: EventProfile) -> Iterator[tuple[str, str]]:
    """Yield whether who takes part in one is named beside the other, or has another role in it."""
    if not (a.actors & b.actors or a.targets & b.targets) and a.participants & b.participants:
        yield "participants", "in another role"
    if (a.participants - b.participants) & b.named or (b.participants - a.participants) & a.named:
        yield "participants", "named beside the other"
    both = len(a.named & b.named)
    if both:
        yield "names in both sentences", "one" if both == 1 else "several"


def _compare_days(a: EventProfile, b: EventProfile) -> str:
    if a.days is not None and b.days is not None:
        gap = measure_gap_days(a.days, b.days)
        if gap:
            return "near" if gap <= THRESHOLDS.near_days else "apart"
        return "same day" if {a.days.sureness, b.days.sureness} == {"day"} else "meet"
    if a.days is None and b.days is None:
        return "none, published " + _name_gap(measure_gap_days(a.published, b.published))
    dated, other = (a, b) if a.days is not None else (b, a)
    return "of one, the other published " + _name_gap(measure_gap_days(dated.days, other.published))


def _compare_role(
    of_a: frozenset[str],
    of_b: frozenset[str],
    heads_of_a: frozenset[str],
    heads_of_b: frozenset[str],
) -> str:
    if of_a & of_b:
        return "same name"
    if heads_of_a & heads_of_b:
        return "same noun"
    if of_a and of_b:
        return "other names"
    return "other words" if (of_a or heads_of_a) and (of_b or heads_of_b) else "missing"


def measure_overlap(
    a: frozenset[str], b: frozenset[str], weights: Mapping[str, float], of_both: float
) -> float:
    """Return the share of the weight of all keys that both have (0–1): a weighted Jaccard index.

    Args:
        a, b: the keys. weights: what each weighs.
        of_both: what those of `a` and those of `b` weigh, added.

    """
    shared = math.fsum(weights.get(key, 0.0) for key in a & b)
    every = of_both - shared
    return shared / every if every > 0 else 0.0


def _name_step(value: float, steps: Sequence[float]) -> str:
    place = bisect_right(steps, value)
    return f"from {steps[place - 1]:g}" if place else f"below {steps[0]:g}"


def _name_gap(gap: int | None) -> str:
    if gap is None:
        return "on a day not known"
    return _GAP_NAMES[bisect_right(_GAP_STEPS, gap)]
