"""Times of Recognizers-Text's cases that are out of onrecord's scope, by class.

In: the words of a gold time. Out: the class by which it is excluded, or None. Each class is one that news does
not write, or whose words don't determine which time they mean; see `docs/explain/times.md`.
"""

from __future__ import annotations

import re
from dataclasses import replace

from bench.time_sets import Case

EXCLUSIONS = (
    (
        "days by digits alone, day or month first unsaid",
        r"^(?!.*[ap]m\b)(?!.*\bat \d)(?!.*[A-Z][a-z]+ \d+-\d).*\b\d{1,2}[/.-]\d{1,2}(?:[/-]\d{2,4})?\b",
    ),
    ("numbered weeks", r"week \d"),
    (
        "commands' spelling",
        (
            r"ish\b|\d[ap]\b|ampm|tonite|\be?o[dy]\b|\bmar\d|p \. m|9\.am|everyday|mid night|\bw/c\b"
            r"|\d{4}[/-](?:\d{1,2}$|[a-z]{3})|[a-z]{3,}-\d+-\d+|\d-\d{4}-[a-z]|\d{8}|\d{4} \d\d \d\d|\d/[a-z]{3}"
        ),
    ),
    ("days that are none", r"feb(?:ruary)? 30|2/29"),
    (
        "all since, before or after a time",
        r"^(?:since|before|after|starting|beginning)\b(?!.*\d{4})(?!.*(?:tomorrow|today|this|next))",
    ),
    ("three for a few", r"\b(?:few|some|several) "),
    (
        "hours without their half of the day",
        r"^(?!.*\d:\d)(?!.*[ap]m\b)(?!.*\b(?:sept?|november|june|month)\b).*\b\d{1,2} ?(?:-|to|and) ?\d{1,2}\b",
    ),
    (
        "the very moment of writing",
        r"\band now$|between now|^in \d+ min|^next hour|min later|\d minutes later",
    ),
    ("lengths as days from publication", r"^(?:the )?(?:next|last) \w+ (?:days|weeks|months)"),
    ("the same day a month ago", r"^(?:one|two) months? ago"),
)
_EXCLUSION_PATTERNS = [(name, re.compile(pattern, re.IGNORECASE)) for name, pattern in EXCLUSIONS]


def classify_exclusion(words: str) -> str | None:
    """Return the class by which a time with these words is excluded, or None.

    Examples:
        >>> classify_exclusion("week 31"), classify_exclusion("next Friday")
        ('numbered weeks', None)

    """
    return next((name for name, pattern in _EXCLUSION_PATTERNS if pattern.search(words)), None)


def drop_excluded(cases: list[Case]) -> list[Case]:
    """Return the cases without the gold times that are excluded."""
    return [_drop_from_case(case) for case in cases]


def _drop_from_case(case: Case) -> Case:
    kept = [
        i for i, row in enumerate(case.gold) if not classify_exclusion(case.text[row[0] : row[1]])
    ]
    gold = tuple(case.gold[i] for i in kept)
    return replace(case, gold=gold, values=tuple(case.values[i] for i in kept))
