"""Time rules: what keeps them from being tried at words without times must lose no time."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from tests.case_tables import read_cases

from onrecord.extract.times.en.rules import TIME_RULES
from onrecord.extract.times.timex.context import TimexContext
from onrecord.extract.times.timex.reading import TimexReading
from onrecord.extract.times.timex.rules import TimexRule, index_rules, scan

TEXTS = [row["text"] for row in read_cases("times")]
RULES = {
    rule.name: rule
    for entry in TIME_RULES.entries.values()
    for _, group in entry.starting
    for rule in group
}


@dataclass(frozen=True)
class Unparsed:
    """A parse that states nothing."""

    tense: str | None = None
    tag_before: str = ""
    tag_after: str = ""
    counts_plural: bool = False
    in_name: bool = False


def scan_text(text: str, rules: dict[str, TimexRule]) -> list[TimexReading]:
    index = index_rules(rules.values()) if rules is not RULES else TIME_RULES
    return list(
        scan(
            text,
            index,
            lambda start, end: TimexContext(
                Unparsed(), "2016-03-16", before=text[:start][-40:], after=text[end:][:40]
            ),
        )
    )


def test_required_words_and_prefixes_lose_no_time() -> None:
    free = {
        name: replace(rule, required=rule.first_words, prefix=None) for name, rule in RULES.items()
    }
    for text in TEXTS[::3]:
        assert scan_text(text, RULES) == scan_text(text, free), text


@pytest.mark.parametrize("text", ["İn 2003 it fell.", "٣ March", "’", "-", "", "2003", "’74"])
def test_odd_text_is_read_where_it_stands(text: str) -> None:
    for reading in scan_text(text, RULES):
        assert 0 <= reading.start < reading.end <= len(text)
        assert "2003" not in text or text[reading.start : reading.end] == "2003"
