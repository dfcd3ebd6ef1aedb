from __future__ import annotations

import pytest

from onrecord.link.comparison.text_keys import (
    find_head_stem,
    find_phrase_core,
    find_stems,
    find_trigger_stem,
    split_words,
    stem,
)


@pytest.mark.parametrize(
    "forms",
    ["send sends sent sending", "train trains trained training", "plan planned planning", "carry carried carries",
     "build built builds", "promise promised promises", "city cities"],
)  # fmt: skip
def test_forms_share_a_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("a", "b"), [("army", "arm"), ("mission", "miss"), ("deal", "dead"), ("ship", "shop")]
)
def test_other_words_do_not(a: str, b: str) -> None:
    assert stem(a) != stem(b)


@pytest.mark.parametrize(
    ("phrase", "head"),
    [
        ("the northern coastguard of Orland", "coastguard"),
        ("soldiers killed in the storm", "soldier"),
        ("a 40-bed field hospital at Tarn, on the lake", "hospital"),
    ],
)
def test_head(phrase: str, head: str) -> None:
    assert find_head_stem(phrase) == head


def test_stop_words_carry_no_meaning() -> None:
    assert find_stems("It will have been there") == frozenset()


def test_a_word_of_one_letter_over_and_over_has_a_stem() -> None:
    assert all(stem(letter * many) for letter in "aeis" for many in range(1, 9))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The League’s 1,400 tents", ["the", "league's", "1,400", "tents"]),
        ("e-mail, snake_case", ["e", "mail", "snake", "case"]),
        ("… — !", []),
        ("", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert split_words(text) == words


@pytest.mark.parametrize(
    ("trigger", "expected"),
    [("pulled out", "pull"), ("carries", "carry"), ("was", "be"), ("bus", "bus")],
)
def test_trigger_stem(trigger: str, expected: str) -> None:
    assert find_trigger_stem(trigger) == expected


def test_a_phrase_ends_at_its_head() -> None:
    assert find_phrase_core("two Orlish lamps of the harbour") == ["two", "Orlish", "lamps"]
    assert find_phrase_core(", which") == []
