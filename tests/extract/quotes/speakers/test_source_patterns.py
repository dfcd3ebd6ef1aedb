"""Source patterns: which of them finds the source of a quote, that a story keeps its name, and that the reference has it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from tests.extract.quotes.test_quotes import extract_records

from onrecord import run
from onrecord.extract.quotes.pattern_names import PATTERN_NAMES
from onrecord.language import Backbone
from onrecord.records import Quote
from onrecord.story import open_story, why

CASES = [
    ("The dredger will leave in May, harbour master Oda Fenn said on Monday.", "said", "harbour master Oda Fenn",
     "postposed attribution"),
    ("Pilot Oda Fenn says the channel is silting up but denied that it was closed.", "denied", "Pilot Oda Fenn",
     "coordinated cue"),
    ("A lawyer for Fenn said the sale was dead.", "said", "A lawyer for Fenn", "fronted subject"),
    ("Mr. Fenn, whose third boat sank off the port, said that he would sail again.", "said",
     "Mr. Fenn, whose third boat sank off the port", "name over commas"),
    ("“We saw the light go out,” the pilots' leader, Oda Fenn, said.", "said", "the pilots' leader, Oda Fenn",
     "shallow subject"),
    ("The pilots said that the channel was closed.", "said", "The pilots", "subject of the verb"),
    ("The board met on Monday, adding that the bar was rough.", "adding", "The board", "inherited subject"),
    ("The master urged the crews to stay ashore, saying that the bar was rough.", "saying", "The master",
     "subject of the request"),
    ("The board issued a statement saying that the channel was safe.", "issued a statement saying", "The board",
     "issuer of the document"),
    ("The plan was criticised by the pilots.", "was criticised", "the pilots", "passive agent"),
    ("It was a long night, says Oda Fenn.", "says", "Oda Fenn", "inverted subject"),
    ("According to the keeper, the lamp went out at dawn.", "According to", "the keeper", "according to"),
    ("His promise to reopen the channel came late.", "promise", "His", "possessor of the noun"),
    ("The pilots voiced concern about the channel.", "voiced concern about", "The pilots",
     "subject of the light verb"),
    ("A letter from the pilots to the board: “Nobody crosses the bar tonight.”", "letter", "the pilots",
     "prepositional phrase of the noun"),
    ("“The bar is rough,” the keeper boomed.", "boomed", "the keeper", "phrase between quotation and verb"),
    ("“The bar is rough,” boomed the foghorn keeper.", "boomed", "the foghorn keeper", "phrase after the verb"),
    ("“The lamp went out.” — Oda Fenn, keeper", None, "Oda Fenn, keeper", "signature"),
    ("It did not surprise Oda Fenn: “The bar was always rough in May.”", None, "Oda Fenn", "name before a colon"),
    ("Oda Fenn welcomed the new lamp. “It shines far out over the bay at last.”", None, "Oda Fenn",
     "speaker of the statement before"),
    ("It is said that the lamp is cursed.", "is said", None, None),
    ("There were reports that the lamp had failed.", "reports", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cue", "source", "pattern"), CASES)
def test_the_pattern_that_finds_a_source(
    backbone: Backbone, text: str, cue: str | None, source: str | None, pattern: str | None
) -> None:
    quotes = extract_records(backbone, text).quotes
    (quote,) = (q for q in quotes if (q.cue.text if q.cue else None) == cue)
    assert (quote.source.text if quote.source else None, quote.source_pattern) == (source, pattern)
    assert quote.to_dict()["source_pattern"] == pattern
    assert Quote.from_dict(quote.to_dict()) == quote


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("patterns")
    text = "\n\n".join(text for text, *_ in CASES)
    (folder / "lamp.txt").write_text(text, encoding="utf-8")
    run.build([folder / "lamp.txt"], folder / "s.db", run.RunOptions())
    return folder / "s.db"


@pytest.mark.parametrize(
    ("cue", "source", "pattern"),
    [
        (cue, source, pattern)
        for _, cue, source, pattern in CASES
        if cue is not None and pattern is not None
    ],
)
def test_why_names_the_pattern(story: Path, cue: str, source: str, pattern: str) -> None:
    with open_story(story) as opened:
        quotes = [record for record in opened.records("quotes") if isinstance(record, Quote)]
        (quote,) = (
            quote
            for quote in quotes
            if (quote.cue and quote.cue.text, quote.source and quote.source.text) == (cue, source)
        )
        steps = why(opened, quote.id).steps
    assert f"source found: {pattern}" in steps


def test_why_names_no_pattern_where_there_is_no_source(story: Path) -> None:
    with open_story(story) as opened:
        quotes = [record for record in opened.records("quotes") if isinstance(record, Quote)]
        found = [quote for quote in quotes if quote.source is None]
        assert found
        for quote in found:
            steps = why(opened, quote.id).steps
            assert not any(step.startswith("source found") for step in steps)


def test_a_story_of_before_there_were_patterns_is_read(story: Path, tmp_path: Path) -> None:
    old = tmp_path / "old.db"
    old.write_bytes(story.read_bytes())
    with sqlite3.connect(old) as connection:
        connection.execute("ALTER TABLE quotes DROP COLUMN source_pattern")
        connection.execute("DROP TABLE seals")
    with open_story(old) as opened:
        quotes = opened.records("quotes")
        assert quotes
        assert all(isinstance(q, Quote) and q.source_pattern is None for q in quotes)
        assert all(why(opened, quote.id).steps for quote in quotes)
    run.build([story.parent / "lamp.txt"], old, run.RunOptions())
    with open_story(old) as opened:
        assert opened.records("quotes")


def test_every_pattern_is_in_the_reference() -> None:
    page = Path(__file__).parents[4] / "docs" / "reference" / "records.md"
    text = page.read_text(encoding="utf-8")
    assert [name for name in PATTERN_NAMES if f"| `{name}` |" not in text] == []
