"""What the encoder says of events, decoded: a row a word, probabilities by class."""

from __future__ import annotations

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc

from onrecord.language.pipeline.event_readings import (
    FIELDS,
    OUTPUTS,
    STATUS,
    copy_readings,
    decode_events,
    find_readings,
    keep_readings,
)


def test_scores_become_probabilities_of_each_word() -> None:
    doc = spacy.blank("en")("Troops left Oresk")
    scores = np.zeros((len(doc), OUTPUTS), np.float32)
    scores[1, 0] = 2.0
    scores[1, 1 + FIELDS[STATUS].index("denied")] = 5.0
    readings = decode_events(scores)
    assert 0 < readings.get_event(doc[0]) < readings.get_event(doc[1]) < 1
    for field, classes in FIELDS.items():
        found = readings.get_classes(field, doc[1])
        assert tuple(found) == classes
        assert sum(found.values()) == pytest.approx(1.0, abs=1e-5)
    statuses = readings.get_classes(STATUS, doc[1])
    assert max(statuses, key=lambda name: statuses[name]) == "denied"


def test_readings_are_kept_with_their_doc_alone() -> None:
    doc, other = (spacy.blank("en")("It rained.") for _ in range(2))
    readings = decode_events(np.zeros((len(doc), OUTPUTS), np.float32))
    keep_readings(doc, readings)
    found = find_readings(doc)
    assert found is not None
    assert np.array_equal(found.table, readings.table)
    assert find_readings(other) is None
    again = Doc(doc.vocab).from_bytes(doc.to_bytes())
    assert find_readings(again) is not None
    part = doc[1:].as_doc()
    copy_readings(doc, 1, part)
    copied = find_readings(part)
    assert copied is not None
    assert len(copied.table) == len(part)


def test_no_words_are_no_rows() -> None:
    assert decode_events(np.zeros((0, OUTPUTS), np.float32)).table.shape == (0, OUTPUTS)
