"""What the classifiers say of one word: how likely it denotes an event, in what status, of what kind, and who takes part.

In: tokens of a parse. Out: probabilities, and the likeliest class with its probability. Out of scope: what the rules of the wing make of these.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.extract.events.classifiers import role_features, status_features, trigger_features
from onrecord.language.classifiers.linear_classifier import LinearClassifier, load_classifier

if TYPE_CHECKING:
    from spacy.tokens import Token

TRIGGER, STATUS, ROLE, KIND, ROOT = "trigger", "status", "role", "kind", "root"
"""Names of the classifiers' files."""
EVENT = "event"
"""The class of words that denote an event."""
NO_ROOT = "none"
"""The class of events without a PLOVER root."""
AGENT, PATIENT = "agent", "patient"
"""Classes of phrases beside an event noun: who does it, and whom or what it is done to."""


@dataclass(frozen=True, slots=True)
class Decision:
    """The likeliest class of a case, and its probability (0–1)."""

    name: str
    probability: float


def estimate_event(token: Token) -> float:
    """Return how likely `token` denotes an event (0–1); 0 for words that cannot."""
    if not trigger_features.may_denote_event(token):
        return 0.0
    features = trigger_features.list_features(token)
    return _load(TRIGGER).compute_probabilities(features)[EVENT]


def estimate_statuses(token: Token) -> dict[str, float]:
    """Return how likely the text gives each status to the event that `token` denotes."""
    return _load(STATUS).compute_probabilities(status_features.list_features(token))


def decide_kind(token: Token) -> Decision:
    """Return the likeliest plain kind of the event that `token` denotes."""
    features = trigger_features.list_features(token)
    return _choose(_load(KIND).compute_probabilities(features))


def decide_root(token: Token) -> Decision:
    """Return the likeliest PLOVER root of the event that `token` denotes, or NO_ROOT."""
    features = trigger_features.list_features(token)
    return _choose(_load(ROOT).compute_probabilities(features))


def decide_role(noun: Token, relation: str, word: Token, entity_type: str) -> Decision:
    """Return the likeliest role of a phrase beside an event noun: AGENT, PATIENT or "none"."""
    features = role_features.list_features(noun, relation, word, entity_type)
    return _choose(_load(ROLE).compute_probabilities(features))


def iter_reasons(token: Token, status: str) -> Iterator[tuple[str, str, float]]:
    """Yield (classifier, feature, weight) of what speaks for and against an event and its status, heaviest first in each."""
    trigger = _load(TRIGGER)
    for feature, weight in trigger.list_reasons(trigger_features.list_features(token), EVENT):
        yield TRIGGER, feature, weight
    for feature, weight in _load(STATUS).list_reasons(status_features.list_features(token), status):
        yield STATUS, feature, weight


def _load(name: str) -> LinearClassifier:
    return load_classifier(__package__, name)


def _choose(probabilities: dict[str, float]) -> Decision:
    name = max(probabilities, key=lambda known: probabilities[known])
    return Decision(name, probabilities[name])
