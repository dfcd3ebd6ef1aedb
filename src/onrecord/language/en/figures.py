"""English words around quantities: data only."""

from __future__ import annotations

MEASURE_PREPOSITIONS = frozenset({"of", "in", "worth"})
"""What a measure is of follows these: "£20m in aid", "two thirds of voters"."""

MEASURED_BEFORE = frozenset({"of", "worth", "totalling", "totaling", "at", "exceeding"})
"""What a measure is of stands before these: "a settlement of £24bn"."""

QUANTIFIERS = frozenset({"all", "both"})
"""Kept at the beginning of what is counted: "half of *all military units*"."""

MOVES = frozenset(
    {
        "rise", "fall", "increase", "decrease", "grow", "shrink", "climb", "drop", "jump", "slip",
        "soar", "plunge", "double", "decline", "swell", "reach", "total", "stand", "exceed", "number",
        "cost", "weigh", "measure", "be", "surge", "tumble", "slump", "hit", "average", "expand",
        "cut", "reduce", "raise",
    }
)  # fmt: skip
"""Verbs whose subject is what the figure measures."""

NOT_AS_OF = frozenset(
    {"since", "until", "till", "after", "before", "from", "to", "than", "against", "between"}
)
"""Before a time these bound a stretch or compare: the figure does not hold for that time itself."""

PARTS = frozenset({"cent", "percent", "%", "percentage", "point", "points", "pc"})
"""Nouns of a figure itself, which are not what it counts."""
