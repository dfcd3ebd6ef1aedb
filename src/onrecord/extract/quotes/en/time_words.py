"""Words for a time or a place of saying, which are no part of what was said."""

from __future__ import annotations

TIME_WORDS = frozenset(
    {
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "week",
        "month", "year", "day", "morning", "night", "evening", "weekend", "yesterday", "hour", "hours",
        "minutes", "days", "weeks", "months", "years", "twitter", "facebook", "television", "radio",
        "stage",
    }
)  # fmt: skip
