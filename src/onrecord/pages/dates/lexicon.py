"""Words beside a date, and codes that say nothing of its order.

Words of relative times, of memberships and of edits, in English, German, French, Spanish, Dutch, Portuguese, Italian,
Indonesian, Russian, Norwegian and Polish.
"""

from __future__ import annotations

import re

RELATIVE_TIME = re.compile(
    r"\d{1,9}\s*\w{1,20} ago|\b(?:an?|one) \w+ ago|yesterday|just now|\bvor \w+ \w+|\bil y a\b|\bhace \w+ \w+"
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

ZONE_OFFSETS = {
    "z": "Z", "gmt": "Z", "utc": "Z", "greenwich mean time": "Z", "coordinated universal time": "Z", "wet": "Z",
    "bst": "+01:00", "british summer time": "+01:00", "west": "+01:00", "wat": "+01:00", "cet": "+01:00", "mez": "+01:00",
    "central european time": "+01:00", "cest": "+02:00", "mesz": "+02:00", "central european summer time": "+02:00",
    "cat": "+02:00", "sast": "+02:00", "eet": "+02:00", "eest": "+03:00", "msk": "+03:00", "eat": "+03:00", "trt": "+03:00",
    "gst": "+04:00", "pkt": "+05:00", "npt": "+05:45", "wib": "+07:00", "hkt": "+08:00", "sgt": "+08:00", "awst": "+08:00",
    "jst": "+09:00", "kst": "+09:00", "acst": "+09:30", "aest": "+10:00", "acdt": "+10:30", "aedt": "+11:00", "nzst": "+12:00",
    "nzdt": "+13:00", "ndt": "-02:30", "nst": "-03:30", "adt": "-03:00", "edt": "-04:00", "est": "-05:00", "cdt": "-05:00",
    "cst": "-06:00", "mdt": "-06:00", "mst": "-07:00", "pdt": "-07:00", "pst": "-08:00", "akdt": "-08:00", "akst": "-09:00",
    "hst": "-10:00", "eastern daylight time": "-04:00", "eastern standard time": "-05:00", "central daylight time": "-05:00",
    "central standard time": "-06:00", "mountain daylight time": "-06:00", "mountain standard time": "-07:00",
    "pacific daylight time": "-07:00", "pacific standard time": "-08:00",
}  # fmt: skip
"""ISO offsets of time zones by their names; those that are left out ("IST", "AST", "ET") are several, or change with the season."""

ZONE_NAMES_IN_WORDS = tuple(name for name in ZONE_OFFSETS if " " in name)
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
