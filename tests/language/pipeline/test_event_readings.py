"""What the encoder says of events, decoded: a row a word, probabilities by class."""

from __future__ import annotations

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc

from onrecord.language.pipeline.event_readings import (
    AGENT,
    EMBEDDING_WIDTH,
    FIELDS,
    OUTPUTS,
    PATIENT,
    ROLE_WIDTH,
    ROLES,
    STATUS,
    WORD_OUTPUTS,
    copy_readings,
    decode_events,
    find_readings,
    keep_readings,
)


def test_scores_become_probabilities_of_each_word() -> None:
    doc = spacy.blank("en")("Troops left Oresk")
    scores = np.zeros((len(doc), WORD_OUTPUTS), np.float32)
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
    readings = decode_events(np.zeros((len(doc), WORD_OUTPUTS), np.float32))
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
    assert decode_events(np.zeros((0, WORD_OUTPUTS), np.float32)).table.shape == (0, WORD_OUTPUTS)


def test_roles_are_products_of_an_event_and_a_word() -> None:
    doc = spacy.blank("en")("Troops left Oresk")
    scores = np.zeros((len(doc), WORD_OUTPUTS), np.float32)
    asked = OUTPUTS + ROLES.index(PATIENT) * ROLE_WIDTH
    given = asked + len(ROLES) * ROLE_WIDTH
    scores[1, asked] = 5.0
    scores[0, given], scores[2, given] = -5.0, 5.0
    readings = decode_events(scores)
    chances = readings.get_roles(PATIENT, doc[1])
    assert chances[0] < 0.1
    assert chances[2] > 0.9
    assert readings.get_roles(AGENT, doc[1]) == pytest.approx([0.5] * 3)


def test_embeddings_have_length_one_or_are_nothing() -> None:
    doc = spacy.blank("en")("Troops left")
    scores = np.zeros((len(doc), WORD_OUTPUTS), np.float32)
    scores[1, -EMBEDDING_WIDTH:] = 3.0
    readings = decode_events(scores)
    assert np.linalg.norm(readings.get_embedding(doc[1])) == pytest.approx(1)
    assert not readings.get_embedding(doc[0]).any()


def test_a_table_of_another_encoder_is_none() -> None:
    doc = spacy.blank("en")("It rained.")
    keep_readings(doc, decode_events(np.zeros((len(doc), WORD_OUTPUTS), np.float32)))
    doc.user_data["onrecord_event_readings"] = np.zeros((len(doc), OUTPUTS), np.float32)
    assert find_readings(doc) is None
