"""English words around quantities: data only."""

from __future__ import annotations

MEASURE_PREPOSITIONS = frozenset({"of", "in", "for", "worth"})
"""What a measure is of follows these: "£20m in aid", "two thirds of voters"."""

MOVES = frozenset(
    {
        "rise", "fall", "increase", "decrease", "grow", "shrink", "climb", "drop", "jump", "slip",
        "soar", "plunge", "double", "decline", "swell", "reach", "total", "stand", "exceed", "number",
        "cost", "weigh", "measure", "be", "surge", "tumble", "slump", "hit", "average", "expand",
    }
)  # fmt: skip
"""Verbs whose subject is what the figure measures."""
