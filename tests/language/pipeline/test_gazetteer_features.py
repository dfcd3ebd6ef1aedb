"""Gazetteer features: which lists hold a word, and that the network for names gets them."""

from __future__ import annotations

import pytest
import spacy
from spacy.attrs import ID  # type: ignore[import-not-found]

from onrecord.language import Backbone
from onrecord.language.pipeline.gazetteer_features import (
    add_gazetteer_features,
    encode_list_membership,
)


@pytest.mark.parametrize(
    ("word", "bit"),
    [("Imran", 2), ("Oslo", 8), ("Norway", 16), ("Danish", 32), ("Ministry", 128), ("Monday", 256), ("minister", 512)],
)  # fmt: skip
def test_a_listed_word_has_the_bit_of_its_list(word: str, bit: int) -> None:
    assert encode_list_membership(word) & bit


@pytest.mark.parametrize("word", ["table", "oslo", "imran", "Zqxv"])
def test_other_words_have_no_bit(word: str) -> None:
    assert encode_list_membership(word) == 0


@pytest.mark.parametrize("word", ["", "42", "—", "(", "'s"])
def test_what_is_not_a_word_has_a_bit_of_its_own(word: str) -> None:
    assert encode_list_membership(word) == 1


def test_capitals_change_nothing_in_a_long_word() -> None:
    assert encode_list_membership("OSLO") == encode_list_membership("Oslo")


def test_words_met_while_the_pipeline_loaded_have_the_feature_too(
    backbone: Backbone,
) -> None:
    doc = backbone.nlp.make_doc("Gov. Imran Hale left Oslo on Monday.")
    assert [int(value) for value in doc.to_array(ID)] == [
        encode_list_membership(word.text) for word in doc
    ]


def test_a_pipeline_that_does_not_read_the_feature_is_unchanged() -> None:
    nlp = spacy.blank("en")
    add_gazetteer_features(nlp)
    assert [int(value) for value in nlp("Oslo").to_array(ID)] != [encode_list_membership("Oslo")]
