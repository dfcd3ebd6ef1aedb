"""English words of the calendar and the clock, with the codes that TIMEX3 values use; data alone."""

from __future__ import annotations

from onrecord.language.en.numbers import ORDINALS

MONTHS = {
    "january": 1,
    "february": 2,
    "march": 3,
    "april": 4,
    "may": 5,
    "june": 6,
    "july": 7,
    "august": 8,
    "september": 9,
    "october": 10,
    "november": 11,
    "december": 12,
}
SHORT_MONTHS = {
    "jan": 1,
    "feb": 2,
    "mar": 3,
    "apr": 4,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "sept": 9,
    "oct": 10,
    "nov": 11,
    "dec": 12,
}
AMBIGUOUS_MONTHS = frozenset({"may", "march", "mar", "august", "april", "june", "dec", "jan"})
"""Months that are also verbs, adjectives or given names: alone they are times only after certain words."""

ORDINAL_DAYS = {
    **ORDINALS,
    **{f"twenty-{word}": 20 + number for word, number in ORDINALS.items() if number < 10},
    "thirtieth": 30,
    "thirty-first": 31,
}
"""Days of a month as they are spoken ("the twenty-third of May")."""

WEEKDAYS = {
    "monday": 0,
    "tuesday": 1,
    "wednesday": 2,
    "thursday": 3,
    "friday": 4,
    "saturday": 5,
    "sunday": 6,
}
SHORT_WEEKDAYS = {
    "mon": 0,
    "tue": 1,
    "tues": 1,
    "wed": 2,
    "weds": 2,
    "thu": 3,
    "thur": 3,
    "thurs": 3,
    "fri": 4,
    "sat": 5,
    "sun": 6,
}
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
SEASON_FIRST_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""First month of each season: meteorological, northern hemisphere."""

UNITS = {
    "second": "S",
    "minute": "MIN",
    "hour": "H",
    "day": "D",
    "night": "N",
    "weekend": "WE",
    "week": "W",
    "fortnight": "FN",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "DE",
    "century": "CE",
    "millennium": "ML",
}
IRREGULAR_UNITS = {
    "centuries": "CE",
    "millennia": "ML",
    "hr": "H",
    "hrs": "H",
    "mins": "MIN",
    "min": "MIN",
    "secs": "S",
    "yr": "Y",
    "yrs": "Y",
}
CLOCK_UNITS = frozenset({"S", "MIN", "H"})
MONTH_UNITS = frozenset({"M", "Y"})
"""Codes of the units that are parts of a clock time, and of those that are whole months."""
PARTS_OF_DAY = {
    "morning": "MO",
    "mid-morning": "MO",
    "afternoon": "AF",
    "evening": "EV",
    "night": "NI",
    "lunchtime": "AF",
    "daytime": "DT",
}
DEICTIC_DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1}
FREQUENCIES = {
    "hourly": "PT1H",
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "quarterly": "P3M",
    "yearly": "P1Y",
    "annually": "P1Y",
    "annual": "P1Y",
    "biennial": "P2Y",
}
CLASSIFYING_FREQUENCIES = frozenset({"annual", "quarterly", "biennial", "yearly", "nightly"})
"""Frequencies that before a noun mostly say what kind it is ("the annual meeting")."""

VAGUE_REFERENCES = {
    "now": "PRESENT_REF",
    "right now": "PRESENT_REF",
    "currently": "PRESENT_REF",
    "at present": "PRESENT_REF",
    "at the moment": "PRESENT_REF",
    "presently": "PRESENT_REF",
    "nowadays": "PRESENT_REF",
    "these days": "PRESENT_REF",
    "recently": "PAST_REF",
    "lately": "PAST_REF",
    "long ago": "PAST_REF",
    "the past": "PAST_REF",
    "in the past": "PAST_REF",
    "the recent past": "PAST_REF",
    "the future": "FUTURE_REF",
    "the near future": "FUTURE_REF",
    "the foreseeable future": "FUTURE_REF",
}
"""Phrases that state only whether a time is before, at or after the day of writing."""

DECADE_DIGITS = {
    "noughties": 0,
    "twenties": 2,
    "thirties": 3,
    "forties": 4,
    "fifties": 5,
    "sixties": 6,
    "seventies": 7,
    "eighties": 8,
    "nineties": 9,
}
MODS = {
    "early": "START",
    "start": "START",
    "beginning": "START",
    "dawn": "START",
    "onset": "START",
    "mid": "MID",
    "middle": "MID",
    "midst": "MID",
    "late": "END",
    "end": "END",
    "close": "END",
    "first": "START",
    "opening": "START",
    "last": "END",
    "final": "END",
    "closing": "END",
}
"""The TIMEX3 mod of the words before a calendar unit ("the end of May")."""

ZONE_OFFSETS = {
    "gmt": "Z", "utc": "Z", "bst": "+01:00", "wat": "+01:00", "cet": "+01:00", "cest": "+02:00",
    "cat": "+02:00", "sast": "+02:00", "eet": "+02:00", "eest": "+03:00", "msk": "+03:00",
    "eat": "+03:00", "gst": "+04:00", "pkt": "+05:00", "hkt": "+08:00", "sgt": "+08:00",
    "awst": "+08:00", "jst": "+09:00", "kst": "+09:00", "aest": "+10:00", "aedt": "+11:00",
    "nzst": "+12:00", "nzdt": "+13:00", "est": "-05:00", "edt": "-04:00", "cst": "-06:00",
    "cdt": "-05:00", "mst": "-07:00", "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00",
    "et": "", "pt": "", "local time": "", "eastern time": "", "central time": "",
    "pacific time": "", "mountain time": "",
}  # fmt: skip
"""ISO offsets of time zones' abbreviations; "" where the words do not say which offset."""
