"""How fine a TIMEX3 value is, in words: "a day", "a decade", "a length".

In: a value. Out: words for a reader. Out of scope: arithmetic on values (`timex`).
"""

from __future__ import annotations

import re

_FORMS = (
    (r".*_REF", "no day is said"),
    (r"P.*", "a length"),
    (r"X.*", "each one"),
    (r"BC\d{4}", "a year"),
    (r"BC\d\d", "a century"),
    (r"T.*", "of a day that is not said"),
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
_FORM = re.compile("|".join(f"({form})" for form, _ in _FORMS))


def precision(value: str) -> str:
    """Return in words how fine a TIMEX3 value is.

    Examples:
        >>> precision("2021-02-06"), precision("2021-W05"), precision("199"), precision("P3M")
        ('a day', 'a week', 'a decade', 'a length')

    """
    found = _FORM.fullmatch(value)
    return _FORMS[(found.lastindex or 1) - 1][1] if found else "as written"
