"""How fine a TIMEX3 value is, in words: "a day", "a decade", "a length".

In: a value. Out: words for a reader. Out of scope: arithmetic on values (`arithmetic`).
"""

from __future__ import annotations

import re

_DESCRIPTIONS = (
    (r".*_REF", "no day is stated"),
    (r"P.*", "a length"),
    (r"X.*", "each one"),
    (r"BC\d{4}", "a year"),
    (r"BC\d\d", "a century"),
    (r"T.*", "of a day that is not stated"),
    (r".*T\d\d:.*", "a minute"),
    (r".*T.*", "a part of a day"),
    (r".*-WE", "a weekend"),
    (r".*-W\d\d", "a week"),
    (r".*-Q\d", "a quarter"),
    (r".*-H\d", "half a year"),
    (r".*-(?:SP|SU|FA|WI)", "a season"),
    (r"\d{4}-\d\d-\d\d", "a day"),
    (r"\d{4}-\d\d", "a month"),
    (r"\d{4}", "a year"),
    (r"\d{3}", "a decade"),
    (r"\d\d", "a century"),
)
"""The shape of a value and its name; the first shape that matches counts."""
_ANY_SHAPE = re.compile("|".join(f"({shape})" for shape, _ in _DESCRIPTIONS))


def describe_precision(value: str) -> str:
    """Return in words how fine a TIMEX3 value is.

    Examples:
        >>> describe_precision("2021-02-06"), describe_precision("2021-W05"), describe_precision("199")
        ('a day', 'a week', 'a decade')

    """
    match = _ANY_SHAPE.fullmatch(value)
    return _DESCRIPTIONS[(match.lastindex or 1) - 1][1] if match else "as written"
