"""How likely words bind somebody to an act, by readings of an encoder made by hand."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.extract import extract
from onrecord.language import get_backbone
from onrecord.language.clauses.binding_words import estimate_binding
from onrecord.language.pipeline.event_readings import (
    EXPLICIT,
    FIELD_PLACES,
    FIELDS,
    NO_PROMISE,
    PLAN,
    PROMISE,
    WORD_OUTPUTS,
    decode_events,
    keep_readings,
)
from onrecord.pages import page_from_text

FIRST, _ = FIELD_PLACES[PROMISE]
"""The place of the first output of the field."""
LIKELY, UNLIKELY = 0.5, 0.1


@pytest.mark.parametrize(
    ("text", "word", "kind", "act"),
    [
        ("Kestria will send 60 trainers.", "will", PLAN, "send"),
        ("Kestria pledged to send 60 trainers.", "pledged", EXPLICIT, "send"),
        ("The plan is to send 60 trainers.", "to", PLAN, "send"),
    ],
)
def test_words_around_an_act_bind(text: str, word: str, kind: str, act: str) -> None:
    doc = get_backbone().nlp(text)
    scores = np.zeros((len(doc), WORD_OUTPUTS), np.float32)
    scores[:, FIRST + FIELDS[PROMISE].index(NO_PROMISE)] = 4.0
    place = next(token.i for token in doc if token.text == word)
    scores[place, FIRST + FIELDS[PROMISE].index(kind)] = 8.0
    keep_readings(doc, decode_events(scores))
    binding = estimate_binding(next(token for token in doc if token.text == act))
    assert binding is not None
    assert binding.probability > LIKELY
    assert binding.is_explicit == (kind == EXPLICIT)
    thing = estimate_binding(next(token for token in doc if token.text == "trainers"))
    assert thing is not None
    assert thing.probability < UNLIKELY


def test_without_an_encoder_nothing_is_estimated() -> None:
    doc = get_backbone().nlp("Kestria will send 60 trainers.")
    assert estimate_binding(doc[2]) is None


def test_what_somebody_denies_to_have_planned_is_no_promise() -> None:
    pytest.importorskip("onnxruntime")
    backbone = get_backbone("accurate")
    page = page_from_text(
        "Castleby denied that Kestria was planning to send combat troops. Kestria pledged to send 40 nurses.",
        published="2017-04-12",
    )
    found = extract(page, backbone.parse(page))
    triggers = {event.id: event.trigger.start for event in found.events}
    (promise,) = found.commitments
    assert page.text[triggers[promise.event] :].startswith("send 40 nurses")
    assert promise.strength == "explicit"
