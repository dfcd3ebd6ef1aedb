"""Thresholds of dates as pages write them."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.thresholds import define_threshold


@dataclass(frozen=True, slots=True)
class DateThresholds:
    """Bounds of the rules that parse stamps and find datelines."""

    max_stamp_length: int = define_threshold(
        200,
        "characters",
        "what of a stamp is read; longer text is no stamp",
        "limit: time per text; stamps have some tens",
    )
    max_stated_stamp_length: int = define_threshold(
        60,
        "characters",
        "a `<meta>` content that may be a date is shorter",
        "by hand: longer contents are sentences",
    )
    century_turn: int = define_threshold(
        70,
        "years",
        "two-digit years below it are of this century",
        "by hand: nothing on the Web is older than the Web",
    )
    max_dateline_length: int = define_threshold(
        160, "characters", "length of a line that is a dateline", "by hand: place, date and agency"
    )
    min_dateline_city_length: int = define_threshold(
        4,
        "characters",
        "length of a city in capitals that a dash alone marks as a dateline",
        "by hand: shorter words in capitals are abbreviations",
    )
    max_offset_hours: int = define_threshold(
        14,
        "hours",
        "hours between a time zone and UTC",
        "law: IANA tz database, Pacific/Kiritimati",
    )


THRESHOLDS = DateThresholds()
"""The table in use."""
