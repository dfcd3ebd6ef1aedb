"""Words that no page needs: what links must end on them all the same."""

from __future__ import annotations

from onrecord.link.commitments.promise_keys import find_topic_stems
from onrecord.link.comparison.demonyms import Power, Powers
from onrecord.link.comparison.text_keys import stem

TARN = Powers({"tarn": Power("tarn", "Tarn", None)}, {"tarn": "tarn"})


def test_a_run_of_thousands_of_capitals_is_read_once() -> None:
    found = list(TARN.iter_mentions("Mr. " * 4_000 + "Tarn " + "Mr. " * 4_000))
    assert [(start, end) for start, end, _ in found] == [(16_000, 16_004)]


def test_a_word_of_one_letter_over_and_over_has_a_stem() -> None:
    assert all(stem(letter * many) for letter in "aeis" for many in range(1, 9))
    assert find_topic_stems("EEEEEE sees eeee") >= {"eeeeee", "eeee"}
