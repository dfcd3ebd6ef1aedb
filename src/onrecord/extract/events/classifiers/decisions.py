"""What the classifiers say of one word: how likely it denotes an event, in what status, of what kind, and who takes part.

In: tokens of a parse. Out: probabilities, and the likeliest class with its probability. Out of scope: what the rules of the wing make of these.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.extract.events.classifiers import role_features, status_features, trigger_features
from onrecord.extract.events.plover import Coding, code_event
from onrecord.extract.events.thresholds import THRESHOLDS
from onrecord.language.classifiers.linear_classifier import LinearClassifier, load_classifier
from onrecord.language.clauses.event_status import read_status
from onrecord.language.clauses.verb_status import StatusReading
from onrecord.language.pipeline.event_readings import KIND, ROOT, STATUS, find_readings
from onrecord.language.syntax.dependencies import find_verb_above
from onrecord.language.syntax.verb_group import is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

TRIGGER, ROLE = "trigger", "role"
"""Names of the classifiers' files; the others are called as their fields."""
EVENT = "event"
"""The class of words that denote an event."""


@dataclass(frozen=True, slots=True)
class LikeliestClass:
    """The likeliest class of a case, and its probability (0–1)."""

    name: str
    probability: float


class WordClassifier:
    """What the classifiers say of the words of one parsed block; each word is read once.

    Where the pipeline has an encoder of events, its readings count in their place.
    """

    def __init__(self) -> None:
        self._codings: dict[int, Coding | None] = {}
        self._features: dict[int, list[str]] = {}
        self._status_features: dict[int, list[str]] = {}
        self._readings: dict[int, StatusReading] = {}
        self._chances: dict[int, float] = {}

    def code_verb(self, verb: Token) -> Coding | None:
        """Return the PLOVER coding of a verb in its clause, or None."""
        if verb.i not in self._codings:
            self._codings[verb.i] = code_event(verb)
        return self._codings[verb.i]

    def read_status(self, verb: Token) -> StatusReading:
        """Return what the clause of a verb states of its event, by rule."""
        if verb.i not in self._readings:
            self._readings[verb.i] = read_status(verb)
        return self._readings[verb.i]

    def estimate_event(self, token: Token) -> float:
        """Return how likely `token` denotes an event (0–1); 0 for words that cannot."""
        if token.i not in self._chances:
            self._chances[token.i] = self._compute_chance(token)
        return self._chances[token.i]

    def _compute_chance(self, token: Token) -> float:
        if not trigger_features.may_denote_event(token):
            return 0.0
        readings = find_readings(token.doc)
        if readings is not None:
            return readings.get_event(token)
        if self._is_hopeless(token):
            return 0.0
        return _load(TRIGGER).compute_probabilities(self.list_trigger_features(token))[EVENT]

    def estimate_statuses(self, token: Token) -> dict[str, float]:
        """Return how likely the text gives each status to the event that `token` denotes."""
        readings = find_readings(token.doc)
        if readings is not None:
            return readings.get_classes(STATUS, token)
        return _load(STATUS).compute_probabilities(self.list_status_features(token))

    def decide_kind(self, token: Token) -> LikeliestClass:
        """Return the likeliest plain kind of the event that `token` denotes."""
        readings = find_readings(token.doc)
        if readings is not None:
            return choose_likeliest(readings.get_classes(KIND, token))
        return choose_likeliest(
            _load(KIND).compute_probabilities(self.list_trigger_features(token))
        )

    def estimate_roots(self, token: Token) -> dict[str, float]:
        """Return how likely the event that `token` denotes has each PLOVER root, and how likely none (NO_ROOT).

        An encoder's readings are pooled with the linear classifier's, which alone learned from records of PLOVER's own.
        """
        ours = _load(ROOT).compute_probabilities(self.list_trigger_features(token))
        readings = find_readings(token.doc)
        return ours if readings is None else _combine(ours, readings.get_classes(ROOT, token))

    def list_event_reasons(self, token: Token) -> list[tuple[str, float]]:
        """Return the features that speak for and against an event, each with its weight, heaviest first."""
        return _load(TRIGGER).list_reasons(self.list_trigger_features(token), EVENT)

    def list_status_reasons(self, token: Token, status: str) -> list[tuple[str, float]]:
        """Return the features that speak for and against a status, each with its weight, heaviest first."""
        return _load(STATUS).list_reasons(self.list_status_features(token), status)

    def list_trigger_features(self, token: Token) -> list[str]:
        """Return the features by which a word's event, kind and root are classified."""
        if token.i not in self._features:
            coding = self.code_verb(token) if token.tag_.startswith("VB") else None
            self._features[token.i] = trigger_features.list_features(token, coding)
        return self._features[token.i]

    def list_status_features(self, token: Token) -> list[str]:
        """Return the features by which the status of a word's event is classified."""
        if token.i not in self._status_features:
            verb = token if is_verb(token) else find_verb_above(token)
            reading = self.read_status(verb) if verb is not None else None
            self._status_features[token.i] = status_features.list_features(token, verb, reading)
        return self._status_features[token.i]

    def _is_hopeless(self, token: Token) -> bool:
        """Return whether a noun or adjective speaks against an event by itself, which its sentence hardly ever outweighs."""
        if token.tag_.startswith("VB") or token.i in self._features:
            return False
        own = _load(TRIGGER).sum_weights(trigger_features.iter_word_features(token), EVENT)
        return own < THRESHOLDS.own_weight


def decide_role(noun: Token, relation: str, word: Token, entity_type: str) -> LikeliestClass:
    """Return the likeliest role of a phrase beside an event noun: AGENT, PATIENT or "none"."""
    features = role_features.list_features(noun, relation, word, entity_type)
    return choose_likeliest(_load(ROLE).compute_probabilities(features))


def _combine(a: Mapping[str, float], b: Mapping[str, float]) -> dict[str, float]:
    """Return the geometric mean of two estimates, normed: a logarithmic opinion pool (Genest and Zidek 1986)."""
    means = {name: math.sqrt(a[name] * b[name]) for name in a}
    total = sum(means.values())
    return {name: mean / total for name, mean in means.items()} if total else dict(a)


def _load(name: str) -> LinearClassifier:
    return load_classifier(__package__, name)


def choose_likeliest(probabilities: Mapping[str, float]) -> LikeliestClass:
    """Return the likeliest class, the first of equals."""
    name = max(probabilities, key=lambda known: probabilities[known])
    return LikeliestClass(name, probabilities[name])
