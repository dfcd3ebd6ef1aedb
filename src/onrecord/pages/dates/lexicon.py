"""Words beside a date, and codes that say nothing of its order.

Words of relative times, of memberships and of edits, in English, German, French, Spanish, Dutch, Portuguese, Italian,
Indonesian, Russian, Norwegian and Polish.
"""

from __future__ import annotations

import re

RELATIVE_TIME = re.compile(
    r"\d+\s*\w+ ago|\b(?:an?|one) \w+ ago|yesterday|just now|\bvor \w+ \w+|\bil y a\b|\bhace \w+ \w+"
    r"|\b\w+ \w+ geleden\b|\bhá \w+ \w+|\b\w+ \w+ fa\b|\b\w+ \w+ temu\b|\bназад\b|\bfor \w+ \w+ siden\b|\bgestern\b",
    re.IGNORECASE,
)
"""A time relative to that of reading: "2 days ago", "yesterday"."""

RELATIVE_TIME_SIGNS = (
    "ago", "yesterday", "just now", "vor ", "y a ", "hace ", "geleden", "há ", " fa", "temu", "назад", "siden", "gestern",
)  # fmt: skip
"""One of these, in lower case, is in whatever `RELATIVE_TIME` finds: a quick test before it."""

CLOCK_OR_AGE = re.compile(
    r"\d\d?[:.]\d\d|\b\d+ (?:jahre?|monate?|wochen?|tage?|stunden?|years?|months?|weeks?|days?|hours?)\b",
    re.IGNORECASE,
)
"""A clock time, or an age in digits."""

MEMBERSHIP_OR_EDIT = re.compile(
    r"\b(?:join(?:ed)?|join date|regist\w+|member since|(?:dabei|mitglied) seit|anmeldungsdatum|anmeldedatum|angemeldet|inscri\w+"
    r"|membre depuis|miembro desde|iscritto|lid (?:sinds|geworden)|dołączył\w*|last (?:visit|seen|active|online|edit\w*)|zuletzt (?:bearbeitet|online|gesehen)"
    r"|edited|bearbeitet|geändert|modifié|modificato|editado|bewerkt|geburt\w*|birth\w*|age|alter)\b",
    re.IGNORECASE,
)
"""Words beside a date that is not of writing: of joining, of a last visit, of an edit, of birth."""

UTC_NAMES = frozenset({"Z", "UTC", "GMT"})
MONTH_AND_DAY = (
    r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}"
    r"(?:, (?:19|20)\d\d)?|\d{1,2} (?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
    r"(?: (?:19|20)\d\d)?"
)
"""Pattern of an English date in a dateline: "March 3", "3 March 2016"."""

GENERIC_COUNTRY_DOMAINS = frozenset(
    "ad ai as bz cc cd co dj fm gg io la me ms nu sc sr su tv tk ws eu".split()
)
"""Country domains that sites of any country use. Source: those that Google Search treats as generic."""
