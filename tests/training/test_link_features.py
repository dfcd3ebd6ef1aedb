"""Fitted weights of link features: what gold pairs share weighs more, and the table is written whole."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from training.ecbplus import find_day, join_tokens
from training.gold_pairs import GoldPairs
from training.link_features import (
    INTERCEPT,
    KIND,
    WEIGHTS,
    fit_logistic,
    fit_weights,
    fit_without_negative,
    flatten_weights,
    score_weights,
    split_topics,
    write_weights,
)

from onrecord.link.comparison.weights import load_table

DAY, NEAR, ACTOR = "same day", "published within days", "same actor (same entity)"


def build_pairs() -> list[GoldPairs]:
    """Return pairs of ten topics in which a day and an actor together make one event."""
    patterns = (
        ((INTERCEPT, DAY, ACTOR), True, 9),
        ((INTERCEPT, NEAR, ACTOR), True, 6),
        ((INTERCEPT, DAY), False, 5),
        ((INTERCEPT, NEAR), False, 20),
        ((), True, 4),
        (None, True, 2),
    )
    return [
        GoldPairs((str(topic), str(topic)), features, is_same, count)
        for topic in range(10)
        for features, is_same, count in patterns
    ]


def test_a_feature_of_right_pairs_gets_weight() -> None:
    rows = np.array([[1.0, 0.0], [0.0, 0.0], [1.0, 1.0], [0.0, 1.0]])
    coefficients = fit_logistic(
        rows, np.array([1.0, 0.0, 1.0, 0.0]), np.array([9.0, 9.0, 5.0, 5.0])
    )
    assert coefficients[0] > 2
    assert abs(coefficients[1]) < 0.1


def test_a_feature_that_counts_against_a_pair_has_no_weight() -> None:
    rows = np.array([[1.0, 0.0], [0.0, 1.0]])
    labels, counts = np.array([0.0, 1.0]), np.array([8.0, 8.0])
    kept = fit_without_negative(rows, labels, counts, [False, False])
    assert kept[0] == 0.0
    assert kept[1] > 0
    assert fit_without_negative(rows, labels, counts, [True, False])[0] < 0


def test_fitted_weights_find_what_the_used_miss_and_are_as_precise() -> None:
    pairs, used = build_pairs(), flatten_weights(load_table()[KIND])
    fitted = fit_weights(pairs, used)
    assert set(fitted) == set(used)
    assert all(0 <= weight <= 1 for weight in fitted.values())
    before, after = score_weights(pairs, used), score_weights(pairs, fitted)
    assert (before.right, after.right, after.wanted) == (90, 150, 210)
    assert after.precision == before.precision == 1.0
    assert fit_weights(pairs, used) == fitted


def test_no_pairs_to_find_leave_the_weights_in_use() -> None:
    used = flatten_weights(load_table()[KIND])
    pairs = [GoldPairs(("1", "1"), (INTERCEPT, NEAR), is_same=False, count=3)]
    assert fit_weights(pairs, used) == used


def test_each_topic_is_held_out_once_and_not_learnt_from_then() -> None:
    pairs = [*build_pairs(), GoldPairs(("1", "2"), (), is_same=False, count=1)]
    held_out_topics: list[str] = []
    for learning, held_out in split_topics(pairs):
        topics = {topic for pair in held_out for topic in pair.topics}
        held_out_topics.extend(topics)
        assert not topics & {topic for pair in learning for topic in pair.topics}
    assert sorted(held_out_topics) == sorted(str(topic) for topic in range(10))


def test_written_weights_leave_other_kinds_alone(tmp_path: Path) -> None:
    path = tmp_path / "weights.json"
    path.write_text(WEIGHTS.read_text(encoding="utf-8"), encoding="utf-8")
    weights = dict.fromkeys(flatten_weights(load_table()[KIND]), 0.125)
    write_weights(weights, path)
    written = json.loads(path.read_text(encoding="utf-8"))
    before = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    assert flatten_weights(written["weights"].pop(KIND)) == weights
    before["weights"].pop(KIND)
    assert written == before


def test_tokens_are_joined_and_keep_their_places() -> None:
    sentences = [
        [("1", "http"), ("2", ":")],
        [
            ("3", "Gall"),
            ("4", "’"),
            ("5", "s"),
            ("6", "lamp"),
            ("7", ","),
            ("8", "(lit"),
            ("9", ")"),
        ],
        [("10", "``"), ("11", "Good"), ("12", "''")],
    ]
    text, spans = join_tokens(sentences)
    assert text == "Gall’s lamp, (lit)\n\n“Good”"
    assert {text[slice(*spans[id_])] for id_ in ("5", "6", "11")} == {"s", "lamp", "Good"}
    assert "1" not in spans


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("The lamp is lit May 3rd , 2013 2 : 00pm", "2013-05-03"),
        ("http : / / lamp . example / 2013 / 05 / 02 / lit", "2013-05-02"),
        ("Wednesday 3 September 2014", "2014-09-03"),
        ("in 1923 the lamp", None),
        ("2013 - 02 - 31", None),
    ],
)
def test_day_of_a_heading(heading: str, expected: str | None) -> None:
    assert find_day(heading) == expected
