"""What the encoder of the model `accurate` says of the events of a doc: one row a word.

In: the encoder's scores of the words. Out: `EventReadings`, kept with the doc. Out of scope: what the extractors make of them.

`training/accurate` trained these outputs: a teacher that learned our annotations read free texts, and the encoder learned to say the same.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from onrecord.language.thresholds import THRESHOLDS
from onrecord.records.event import KINDS, ROOTS, STATUSES

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NO_ROOT = "none"
"""The class of events without a PLOVER root."""
NO_PROMISE, EXPLICIT, PLAN = "none", "explicit", "plan"
"""Classes of words by what they undertake: nothing, something by words of promising, something only planned."""
STATUS, KIND, ROOT, PROMISE = "status", "kind", "root", "promise"
FIELDS: Mapping[str, tuple[str, ...]] = {
    STATUS: STATUSES,
    KIND: KINDS,
    ROOT: (NO_ROOT, *ROOTS),
    PROMISE: (NO_PROMISE, EXPLICIT, PLAN),
}
"""Classes of each field, in the order of the encoder's outputs; before them stands one output for the event itself."""
OUTPUTS = 1 + sum(map(len, FIELDS.values()))
"""How many outputs of the encoder are of events."""
AGENT, PATIENT, PLACE, SOURCE = "agent", "patient", "place", "by"
ROLES = (AGENT, PATIENT, PLACE, SOURCE)
"""What a word may be to an event: who does it, whom it happens to, where it happens, and to whom its status is owed."""
ROLE_WIDTH = 24
"""Numbers of a role's vector: each word has one as an event and one as a participant, whose product is the score of the pair."""
ROLE_OUTPUTS = len(ROLES) * 2 * ROLE_WIDTH
"""How many outputs of the encoder are of roles; they come after those of events."""
EMBEDDING_WIDTH = 32
"""Numbers of the embedding of a word in its sentence; the encoder's last outputs."""
WORD_OUTPUTS = OUTPUTS + ROLE_OUTPUTS + EMBEDDING_WIDTH
"""How many outputs of the encoder come after those of names."""
_KEY = "onrecord_event_readings"


def _locate_fields() -> dict[str, tuple[int, int]]:
    """Return by field which columns of the outputs are its classes: first, and behind the last."""
    places, start = {}, 1
    for name, classes in FIELDS.items():
        places[name] = start, start + len(classes)
        start += len(classes)
    return places


FIELD_PLACES = _locate_fields()
"""Field → the first of its columns, and the one behind its last."""


@dataclass(frozen=True, slots=True)
class EventReadings:
    """What the encoder says of each word of a doc.

    Attributes:
        table: (words, WORD_OUTPUTS): first how likely the word denotes an event, then by field how likely each of its classes is, then the vectors of its roles, then
            its embedding, of length 1. The classes of a field sum to 1. Of a word without an event the fields of events say nothing.

    """

    table: NDArray[np.float32]

    def get_event(self, token: Token) -> float:
        """Return how likely `token` denotes an event (0–1)."""
        return float(self.table[token.i, 0])

    def get_classes(self, field: str, token: Token) -> dict[str, float]:
        """Return how likely each class of `field` is at `token`."""
        start, end = FIELD_PLACES[field]
        return dict(zip(FIELDS[field], map(float, self.table[token.i, start:end]), strict=True))

    def get_roles(self, role: str, token: Token) -> NDArray[np.float32]:
        """Return how likely each word of the doc has `role` (one of ROLES) in the event that `token` denotes; (words,). Beyond its sentence it says nothing."""
        first = OUTPUTS + ROLES.index(role) * ROLE_WIDTH
        asked = self.table[token.i, first : first + ROLE_WIDTH]
        first += len(ROLES) * ROLE_WIDTH
        scores = self.table[:, first : first + ROLE_WIDTH] @ asked / math.sqrt(ROLE_WIDTH)
        chances: NDArray[np.float32] = 1 / (1 + np.exp(-scores))
        return chances

    def get_embedding(self, token: Token) -> NDArray[np.float32]:
        """Return the embedding of `token` in its sentence, of length 1; (EMBEDDING_WIDTH,)."""
        return self.table[token.i, -EMBEDDING_WIDTH:]


def decode_events(scores: NDArray[np.float32]) -> EventReadings:
    """Return the readings of scores (words, WORD_OUTPUTS), calibrated.

    Source: Platt, "Probabilistic outputs for support vector machines" (1999), for the event; Guo et al., "On calibration of modern neural networks"
    (2017), for the fields.
    """
    sharpness = {
        STATUS: THRESHOLDS.status_sharpness,
        KIND: THRESHOLDS.kind_sharpness,
        ROOT: THRESHOLDS.root_sharpness,
    }
    table = scores.copy()
    events = scores[:, 0] * THRESHOLDS.event_slope + THRESHOLDS.event_shift
    table[:, 0] = 1 / (1 + np.exp(-events))
    for name, (start, end) in FIELD_PLACES.items():
        table[:, start:end] = compute_softmax(scores[:, start:end] * sharpness.get(name, 1.0))
    lengths = np.linalg.norm(table[:, -EMBEDDING_WIDTH:], axis=1, keepdims=True)
    table[:, -EMBEDDING_WIDTH:] /= np.maximum(lengths, np.finfo(np.float32).tiny)
    return EventReadings(table)


def compute_softmax(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the softmax of each row; no rows are no rows."""
    if not len(scores):
        return scores
    raised = np.exp(scores - scores.max(1, keepdims=True))
    found: NDArray[np.float32] = raised / raised.sum(1, keepdims=True)
    return found


def keep_readings(doc: Doc, readings: EventReadings) -> None:
    """Keep the readings with their doc, as a plain array: such a doc can be written to bytes."""
    doc.user_data[_KEY] = readings.table


def find_readings(doc: Doc) -> EventReadings | None:
    """Return the readings that are kept with a doc; None where the pipeline has no encoder of events, or another version of it read the doc."""
    found = doc.user_data.get(_KEY)
    if found is None or found.shape[1] != WORD_OUTPUTS:
        return None
    return EventReadings(found)


def copy_readings(doc: Doc, start: int, part: Doc) -> None:
    """Keep with `part`, a copy of the words of `doc` from `start` on, the readings of these words, if there are any."""
    found = doc.user_data.get(_KEY)
    if found is not None:
        part.user_data[_KEY] = found[start : start + len(part)]
