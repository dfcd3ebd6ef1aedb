"""Words that say what a figure counts: heads, verbs by predicate, and words too vague to compare.

Source: our own lists.
"""

from __future__ import annotations

import re

PEOPLE_WORDS: dict[str, str] = {
    "trainers": "trainer instructor",
    "forces": "soldier troop force officer recruit serviceman servicewoman personnel police",
    "people": "people person men women civilian resident",
}
"""Head nouns by the kind of people they mean: those of one kind count the same where the rest agrees."""

DEATH_WORDS = "kill killed die dead death deaths fatality fatalities"
INJURY_WORDS = "wound wounded injure injured injury injuries hurt"
COST_WORDS = "cost costs bill price"
TRAINING_WORDS = "train teach graduate"
COMPLETION_WORDS = "complete finish pass"
COURSE_WORDS = "course camp camps training"
STOCK_WORDS = "be have number remain stand keep include contain provide serve station base reach total stay say count"
"""Verbs that only say how many there are."""
UNDERTAKING_WORDS = (
    "mission operation effort training train programme program campaign contingent deployment"
)
"""What costs money and is called by any of these is one undertaking."""
VAGUE_WORDS = """number total part half third thing way time other one lot rest figure kind year month week day hour minute
    decade people person page comment member occasion point question reason step"""
"""Head nouns that do not say what is counted."""
VAGUE_COST_WORDS = "true figure"
"""Words before a cost that do not say what it is the cost of."""

STOCK_VERBS_BEFORE = frozenset({"has", "have", "had", "provides", "provide", "includes", "keeps"})
"""Verbs right before a figure that only say how many there are."""
AUXILIARIES_THEN_WORD = re.compile(
    r"\s+(?:(?:ha(?:s|ve|d)|were|was|are|been|also|already|now|still)\s+)+(\w+)"
)
"""Auxiliaries and adverbs right after a counted noun, and the word they lead to."""
PARTICIPLE_ENDINGS = ("ed", "en")

CHANGE_WORDS = re.compile(
    r"\b(?:more|extra|additional|further|another|fewer|less)\b", re.IGNORECASE
)
"""Words that make a count a difference from an earlier count."""
CORRECTION_WORDS = re.compile(
    r"\b(?:correction|corrected|clarification|earlier version|was amended|has been amended)\b",
    re.IGNORECASE,
)
"""Words of a note on a correction: its figures are quoted, not reported."""
DETERMINED_OF = re.compile(r"^of (?:the |our |its |their )?")
"""What opens the noun of a partitive ("of the 900 recruits")."""

COUNTING_VERBS = re.compile(
    r"\b(?:counts?|counted|claim(?:s|ed)?|puts? (?:the|its|this|that)|estimat(?:es?|ed)|reckon(?:s|ed)?|reports?|reported|says?|said|found|finds?|"
    r"gives?|gave|records?|recorded)\b",
    re.IGNORECASE,
)
"""Verbs by which a source gives a count of its own."""
COUNT_NOUNS = re.compile(r"\b(?:figure|number|dead|toll|count|tally|total|sum|bill)\b")
"""Nouns of a count that do not say what is counted."""
