"""What verdicts make of a promise: the side of each, and the state that all of them give it.

In: sides of verdicts. Out: a state. Out of scope: finding verdicts (`verdict_sentences`) and what they are about (`outcomes`).
"""

from __future__ import annotations

FOR, AGAINST, PARTLY = "for", "against", "partly"
"""What a verdict states: the promise was kept, broken, kept in part."""
LINK_KINDS = {FOR: "keeps", AGAINST: "breaks", PARTLY: "updates"}
"""The kind of a verdict's link by its side."""
SIDES = {kind: side for side, kind in LINK_KINDS.items()}
"""The side of a verdict by the kind of its link."""


def classify_state(sides: set[str]) -> str | None:
    """Return the state that verdicts give a promise, or None without any."""
    if not sides:
        return None
    if sides == {FOR}:
        return "kept"
    if sides == {AGAINST}:
        return "broken"
    return "partly kept" if PARTLY in sides else "unclear"
