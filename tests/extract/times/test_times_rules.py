"""Time rules: what spares them the words without times must spare no time."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from onrecord.extract.times.en.rules import TIME_RULES
from onrecord.extract.times.timex.reading import Frame, Reading
from onrecord.extract.times.timex.rules import Rule, by_start, scan

TEXTS = [
    json.loads(line)["text"]
    for line in (Path(__file__).parents[2] / "cases" / "times.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
]
RULES = {
    rule.name: rule
    for _, starting in TIME_RULES.words.values()
    for _, group in starting
    for rule in group
}


@dataclass(frozen=True)
class Unparsed:
    """A parse that says nothing."""

    tense: str | None = None
    tag_before: str = ""
    tag_after: str = ""
    counted: bool = False
    named: bool = False


def readings(text: str, rules: dict[str, Rule]) -> list[Reading]:
    index = by_start(rules.values()) if rules is not RULES else TIME_RULES
    return list(
        scan(
            text,
            index,
            lambda start, end: Frame(
                Unparsed(), "2016-03-16", before=text[:start][-40:], after=text[end:][:40]
            ),
        )
    )


def test_needs_and_stems_lose_no_time() -> None:
    free = {name: replace(rule, needs=rule.starts, stem=None) for name, rule in RULES.items()}
    for text in TEXTS[::3]:
        assert readings(text, RULES) == readings(text, free), text


@pytest.mark.parametrize("text", ["İn 2003 it fell.", "٣ March", "’", "-", "", "2003", "’74"])
def test_odd_text_is_read_where_it_stands(text: str) -> None:
    for reading in readings(text, RULES):
        assert 0 <= reading.start < reading.end <= len(text)
        assert "2003" not in text or text[reading.start : reading.end] == "2003"
