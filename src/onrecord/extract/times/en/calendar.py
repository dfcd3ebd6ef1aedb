"""English calendar words: data only."""

from __future__ import annotations

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
DOUBTFUL_MONTHS = frozenset({"may", "march", "mar", "august", "april", "june", "dec", "jan"})
"""Months that are also verbs, adjectives or given names: alone they need a sign that they are times."""

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
SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""First month of each season, northern and meteorological."""

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
PARTS_OF_DAY = {
    "morning": "MO",
    "mid-morning": "MO",
    "afternoon": "AF",
    "evening": "EV",
    "night": "NI",
    "lunchtime": "AF",
    "daytime": "DT",
}
DAY_WORDS = {"yesterday": -1, "today": 0, "tomorrow": 1}
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
KINDS = frozenset({"annual", "quarterly", "biennial", "yearly", "nightly"})
"""Those that before a noun mostly say what kind it is."""

FUZZY = {
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
"""What says only before, at or after the day of writing."""

DECADES = {
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
NOT_TIMES_AFTER_WEEKDAY = frozenset(
    {
        "times",
        "telegraph",
        "mirror",
        "express",
        "mail",
        "post",
        "herald",
        "independent",
        "sun",
        "star",
        "people",
        "agreement",
        "accord",
        "accords",
        "club",
        "massacre",
        "school",
        "mosque",
        "live",
        "programme",
        "politics",
        "world",
        "service",
        "supplement",
        "age",
        "best",
        "roast",
    }
)
"""Words after a weekday, or Today, that make it a paper's, a programme's or an event's name."""

NOT_TIMES_BEFORE_WEEKDAY = frozenset({"black", "bloody", "super", "cyber", "ruby", "man", "girl"})
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
"""TIMEX3 mod of the words before a calendar unit."""

ZONES = {
    "gmt": "Z", "utc": "Z", "bst": "+01:00", "wat": "+01:00", "cet": "+01:00", "cest": "+02:00",
    "cat": "+02:00", "sast": "+02:00", "eet": "+02:00", "eest": "+03:00", "msk": "+03:00",
    "eat": "+03:00", "gst": "+04:00", "pkt": "+05:00", "hkt": "+08:00", "sgt": "+08:00",
    "awst": "+08:00", "jst": "+09:00", "kst": "+09:00", "aest": "+10:00", "aedt": "+11:00",
    "nzst": "+12:00", "nzdt": "+13:00", "est": "-05:00", "edt": "-04:00", "cst": "-06:00",
    "cdt": "-05:00", "mst": "-07:00", "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00",
    "et": "", "pt": "", "local time": "", "eastern time": "", "central time": "",
    "pacific time": "", "mountain time": "",
}  # fmt: skip
"""Abbreviations of time zones; the empty ones leave the offset unsaid."""

TIME_PREPOSITIONS = frozenset(
    {
        "in", "since", "by", "until", "till", "til", "from", "to", "between", "of", "during",
        "before", "after", "around", "through", "throughout", "circa", "than", "early", "late",
        "mid", "on", "for", "about", "and", "or", "towards", "toward", "last", "next", "this",
    }
)  # fmt: skip
"""Words after which a doubtful word is a time."""

WEAK_PREPOSITIONS = frozenset({"for", "on", "about", "than", "to", "of", "and", "or", "from"})
"""Those of them that stand before counts as well."""

COUNTING = frozenset(
    {"about", "around", "some", "over", "nearly", "almost", "under", "least", "most", "roughly",
     "estimated", "approximately", "only", "just", "another", "than"}
)  # fmt: skip
"""Words before a count."""

DETERMINERS = frozenset(
    {"the", "its", "their", "his", "her", "our", "your", "my", "a", "this", "that"}
)
PAST_WORDS = frozenset({"since", "last", "past", "previous"})
FUTURE_WORDS = frozenset({"until", "till", "next", "by"})
"""Words that say whether a day without a year or week is the last or the next one."""
LENGTH_WORDS = frozenset(
    {
        "for", "in", "within", "over", "after", "than", "of", "about", "nearly", "almost", "under",
        "lasted", "lasting", "took", "take", "takes", "taken", "taking", "spent", "spend", "during",
        "least", "most", "to", "just", "only", "around", "exactly", "another", "waited", "every",
        "some", "barely", "and", "not", "or", "is", "was", "past", "half", "with", "be", "by",
        "through", "last", "wait", "cost", "need", "needs", "needed", "served", "serve",
    }
)  # fmt: skip
"""Words after which "a year" is a length."""
CLOCK_PREPOSITIONS = frozenset(
    {"at", "by", "until", "from", "to", "around", "about", "before", "after", "since", "between",
     "and", "till", "than"}
)  # fmt: skip
"""Words after which 16:00 is a clock's."""
