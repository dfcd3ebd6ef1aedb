"""English words beside times, by which rules tell a time from a name, a count or a length; data alone."""

from __future__ import annotations

NAME_WORDS_AFTER_WEEKDAY = frozenset(
    {
        "times", "telegraph", "mirror", "express", "mail", "post", "herald", "independent", "sun",
        "star", "people", "agreement", "accord", "accords", "club", "massacre", "school", "mosque",
        "live", "programme", "politics", "world", "service", "supplement", "age", "best", "roast",
    }
)  # fmt: skip
"""Words after a weekday or "Today" that make it the name of a paper, a programme or an event ("Sunday Times")."""
NAME_WORDS_BEFORE_WEEKDAY = frozenset({"black", "bloody", "super", "cyber", "ruby", "man", "girl"})
"""Words before a weekday that make it a name ("Black Friday")."""
WORDS_BEFORE_TIMES = frozenset(
    {
        "in", "since", "by", "until", "till", "til", "from", "to", "between", "of", "during",
        "before", "after", "around", "through", "throughout", "circa", "than", "early", "late",
        "mid", "on", "for", "about", "and", "or", "towards", "toward", "last", "next", "this",
    }
)  # fmt: skip
"""Words after which a word that could be something else is a time ("in March", "this fall")."""

WORDS_BEFORE_TIMES_AND_COUNTS = frozenset(
    {"for", "on", "about", "than", "to", "of", "and", "or", "from"}
)
"""Those of them that stand before counts as well ("for 2000 men")."""

WORDS_BEFORE_COUNTS = frozenset(
    {"about", "around", "some", "over", "nearly", "almost", "under", "least", "most", "roughly",
     "estimated", "approximately", "only", "just", "another", "than"}
)  # fmt: skip
"""Words that hedge or limit a count ("some 2000")."""

DETERMINERS = frozenset(
    {"the", "its", "their", "his", "her", "our", "your", "my", "a", "this", "that"}
)
"""Articles, possessives and demonstratives before a noun that a year describes ("the 2015 election")."""
BACKWARD_WORDS = frozenset({"since", "last", "past", "previous"})
"""Words after which a day without a year or week is the last one."""
FORWARD_WORDS = frozenset({"until", "till", "next", "by"})
"""Words after which such a day is the next one."""
WORDS_BEFORE_LENGTHS = frozenset(
    {
        "for", "in", "within", "over", "after", "than", "of", "about", "nearly", "almost", "under",
        "lasted", "lasting", "took", "take", "takes", "taken", "taking", "spent", "spend", "during",
        "least", "most", "to", "just", "only", "around", "exactly", "another", "waited", "every",
        "some", "barely", "and", "not", "or", "is", "was", "past", "half", "with", "be", "by",
        "through", "last", "wait", "cost", "need", "needs", "needed", "served", "serve",
    }
)  # fmt: skip
"""Words after which "a year" is a length ("lasted a year")."""
WORDS_BEFORE_CLOCKS = frozenset(
    {"at", "by", "until", "from", "to", "around", "about", "before", "after", "since", "between",
     "and", "till", "than"}
)  # fmt: skip
"""Words after which "16:00" is a clock time."""
