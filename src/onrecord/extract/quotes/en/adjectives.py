"""Adjectives and adverbs of attribution: states of mind, truth of claims, hearsay.

In: nothing. Out: lower-case words. Our own selection, by meaning.
"""

from __future__ import annotations

PLAIN_OR_CLEAR = frozenset({"clear", "plain"})

TRUTH_ADJECTIVES = frozenset({"accurate", "correct", "supported", "true"})

ATTITUDE_ADJECTIVES: dict[str, frozenset[str]] = {
    "believed": frozenset(
        """
        adamant afraid alarmed angry anxious apprehensive astonished aware bullish certain clear
        concerned confident convinced conscious cynical disappointed dismayed dubious encouraged fearful
        ashamed content delighted excited happy unhappy insistent mad
        frustrated furious glad grateful hopeful horrified mindful nervous optimistic outraged pessimistic
        pleased positive proud relieved satisfied sceptical skeptical shocked sorry sure surprised
        suspicious thankful thrilled unaware uncertain uneasy unsure upset wary worried doubtful
        """.split()
    ),
    "wanted": frozenset(
        """
        anxious desperate determined eager impatient inclined keen loath prepared reluctant resolved unwilling
        willing hesitant
        """.split()
    ),
    "judged": frozenset(
        (
            "critical supportive dismissive disdainful contemptuous enamoured enamored fond scornful"
            " tolerant intolerant complimentary hostile sympathetic opposed"
        ).split()
    ),
}
"""Adjectives after a form of be that take a clause, an infinitive, or of, about, at, with, to."""

UNTRUE_WORDS = frozenset(
    (
        "baseless bogus debunked discredited disproved disproven fabricated fake false groundless incorrect "
        "nonsense unfounded unsubstantiated untrue"
    ).split()
)
"""Words for a claim that the page does not assert ("the claim that … is unfounded")."""

HEARSAY_ADVERBS = frozenset("allegedly purportedly reportedly supposedly".split())
"""Adverbs that make their clause hearsay."""
