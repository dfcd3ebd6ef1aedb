"""English names of holidays and how their days are computed; data alone."""

from __future__ import annotations

FIXED_HOLIDAYS = {
    "new year's day": (1, 1),
    "inauguration day": (1, 20),
    "australia day": (1, 26),
    "valentine's day": (2, 14),
    "st patrick's day": (3, 17),
    "april fools' day": (4, 1),
    "april fool's day": (4, 1),
    "anzac day": (4, 25),
    "may day": (5, 1),
    "juneteenth": (6, 19),
    "canada day": (7, 1),
    "fourth of july": (7, 4),
    "the fourth of july": (7, 4),
    "bastille day": (7, 14),
    "halloween": (10, 31),
    "bonfire night": (11, 5),
    "armistice day": (11, 11),
    "veterans day": (11, 11),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
}
"""Days with the same date wherever the name is used: (month, day)."""

WEEKDAY_HOLIDAYS = {
    "martin luther king day": (1, 0, 3, 1),
    "martin luther king jr. day": (1, 0, 3, 1),
    "presidents' day": (2, 0, 3, 1),
    "presidents day": (2, 0, 3, 1),
    "memorial day": (5, 0, -1, 1),
    "labor day": (9, 0, 1, 1),
    "columbus day": (10, 0, 2, 1),
    "election day": (11, 1, 0, 2),
    "remembrance sunday": (11, 6, 2, 1),
    "thanksgiving day": (11, 3, 4, 1),
    "thanksgiving": (11, 3, 4, 1),
}
"""(month, weekday, which one of the month, every how many years); -1 is the last one, 0 the first one after
the first Monday, as American elections are."""

DAYS_FROM_EASTER = {
    "ash wednesday": -46,
    "palm sunday": -7,
    "maundy thursday": -3,
    "good friday": -2,
    "easter sunday": 0,
    "easter monday": 1,
    "easter": 0,
    "shrove tuesday": -47,
    "holy saturday": -1,
    "ascension day": 39,
    "pentecost": 49,
    "whit sunday": 49,
    "whit monday": 50,
}
"""Distance in days from western Easter Sunday."""
