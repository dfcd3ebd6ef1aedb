"""The stand-off annotations: labels of the guidelines, spans within their texts, parts as drawn, and no words."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest
from training.annotations.gold import read_rows
from training.annotations.marks import (
    CHAIN_TYPES,
    FORMS,
    KINDS,
    PROMISE_KINDS,
    QUOTE_KINDS,
    ROOTS,
    SPEECH,
    STATUSES,
    iter_spans,
)
from training.annotations.parts import find_part
from training.annotations.texts import load_texts

ROWS = read_rows()
LAYERS = ("chains", "events", "promises", "quotes")


def test_every_document_is_there_once_and_in_its_part() -> None:
    names = [row["document"] for row in ROWS]
    assert names == sorted(set(names))
    assert all(row["part"] == find_part(row["document"]) for row in ROWS)
    assert {row["part"] for row in ROWS} == {"train", "dev", "test"}


def test_labels_are_those_of_the_guidelines() -> None:
    for row in ROWS:
        assert all(chain["type"] in CHAIN_TYPES for chain in row["chains"])
        for event in row["events"]:
            assert event["form"] in FORMS
            assert event["status"] in STATUSES
            assert event["kind"] in KINDS
            assert event["root"] in {*ROOTS, None}
        assert all(promise["kind"] in PROMISE_KINDS for promise in row["promises"])
        assert all(quote["kind"] in QUOTE_KINDS for quote in row["quotes"])
        assert all(quote["speech"] in SPEECH for quote in row["quotes"])


def test_same_names_an_event_of_the_document() -> None:
    for row in ROWS:
        known = {event["id"] for event in row["events"]}
        assert all(event["same"] in {*known, None} for event in row["events"])


def test_rows_hold_offsets_and_labels_and_no_words() -> None:
    for row in ROWS:
        assert row.keys() == {"document", "part", "sha256", *LAYERS}
        for layer in LAYERS:
            for mark in row[layer]:
                for value in mark.values():
                    is_label = value is None or (isinstance(value, str) and " " not in value)
                    assert is_label or isinstance(value, list)


@pytest.mark.shared
def test_spans_are_words_of_the_texts(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if "ONRECORD_BENCH_DATA" not in os.environ:
        monkeypatch.setenv("ONRECORD_BENCH_DATA", str(shared / "data"))
    load_texts.cache_clear()
    texts = load_texts()
    for row in ROWS:
        text = texts[row["document"]]
        assert hashlib.sha256(text.encode()).hexdigest() == row["sha256"]
        for layer in LAYERS:
            for mark in row[layer]:
                spans = [(mark["trigger"][0], mark["trigger"][1])] if "trigger" in mark else []
                rest = {key: value for key, value in mark.items() if key != "trigger"}
                for start, end in [*spans, *iter_spans(rest)]:
                    assert 0 <= start < end <= len(text)
                    assert text[start:end] == text[start:end].strip()
