"""English words that link a quantity to what it counts or measures: data only."""

from __future__ import annotations

from onrecord.extract.figures.en.time_words import CALENDAR_WORDS

MEASURE_PREPOSITIONS = frozenset({"of", "in", "worth"})
"""What a measure is of follows these: "£20m in aid", "two thirds of voters"."""

PREPOSED_MEASURE_WORDS = frozenset({"of", "worth", "totalling", "totaling", "at", "exceeding"})
"""What a measure is of stands before these: "a settlement of £24bn"."""

QUANTIFIERS = frozenset({"all", "both"})
"""Kept at the beginning of what is counted ("half of *all military units*")."""

CAUSATIVE_VERBS = frozenset(
    """cut reduce raise set put pay bring push drive send move book post report record lift lower trim slash
    boost increase add take double price value estimate""".split()
)
"""Verbs whose subject brings another thing to the quantity, unless they are passive."""

MEASURE_VERBS = frozenset(
    """cover hold contain span extend stretch produce generate carry weigh measure cost last reach hit total
    exceed average number equal rise fall gain lose climb climbe drop slip jump shed add grow shrink
    yield return consume emit need require sell fetch""".split()
)
"""Verbs whose object is a measure of their subject ("the tour covers 3,360 km")."""

TRANSFER_VERBS = frozenset(
    "pay give owe award offer lend send hand fine charge grant donate ask".split()
)
"""Verbs whose object before a sum is who gets or owes it."""

DIMENSION_ADJECTIVES = frozenset(
    "high long wide deep tall thick away old broad heavy large big square apart across".split()
)
"""After a measure these say of what kind it is ("98 metres high")."""
HYPHENATED_DIMENSIONS = DIMENSION_ADJECTIVES | {"strong"}
"""After a number and a hyphen ("a 500-strong crowd")."""

COPULAR_AND_CHANGE_VERBS = frozenset(
    {
        "rise", "fall", "increase", "decrease", "grow", "shrink", "climb", "drop", "jump", "slip",
        "soar", "plunge", "double", "decline", "swell", "reach", "total", "stand", "exceed", "number",
        "cost", "weigh", "measure", "be", "surge", "tumble", "slump", "hit", "average", "expand",
        "cut", "reduce", "raise", "ease", "widen", "narrow", "slide", "dip", "sink", "gain", "lose",
        "advance", "edge", "rally", "rebound", "recover", "add", "shed", "tick", "plummet", "dive", "leap",
        "triple", "quadruple", "halve", "contract", "trade", "close", "open", "settle", "sell",
        "retail", "price", "value", "estimate", "peak", "top", "approach", "range",
        "vary", "account", "amount", "remain", "stay",
        "improve", "worsen", "strengthen", "weaken", "balloon", "mount", "creep", "nudge", "inch", "spike",
        "crash", "collapse", "recede", "accelerate", "slow", "quicken", "last", "flow", "blow",
        "yield", "pay", "lift", "lower", "trim",
        "slash", "boost",
    }
)  # fmt: skip
"""Verbs whose subject is what the figure measures."""


STATISTIC_NOUNS = frozenset(
    """average total mean median maximum minimum tune sum equivalent high low peak excess order lieu
    rest combined aggregate""".split()
)
"""Nouns before "of" that say how an amount is computed, not what it is of ("an average of 441 calories")."""

OBJECT_CONTROL_VERBS = frozenset(
    """expect want ask tell force allow forecast predict estimate see hope plan project require order urge
    help cause let enable lead push""".split()
)
"""Verbs whose object, not their subject, is the subject of the infinitive after them."""

PERCENT_NOUNS = frozenset({"cent", "percent", "%", "percentage", "point", "points", "pc"})
"""Nouns of a figure itself, which are not what it counts."""

PHRASE_PREPOSITIONS = frozenset("of in on for among from at between with".split())
"""Prepositions inside what moved ("the yield on ten-year bonds")."""
SCALE_AND_RATE_WORDS = frozenset("million billion trillion m bn crore lakh basis per".split())
"""Words of an amount that taggers take for nouns or prepositions."""
VAGUE_HEADS = STATISTIC_NOUNS | PERCENT_NOUNS | CALENDAR_WORDS
"""Nouns that do not say what an amount is of."""
BRIDGE_WORDS = VAGUE_HEADS | SCALE_AND_RATE_WORDS
"""Words between a verb of change and the quantity it moves to."""
RELATIVES_OF_WHOLE = frozenset({"which", "whom"})
DURATION_PREPOSITIONS = frozenset("in within over during after before by every".split())
"""Before a length of time these say when, and not what lasts so long ("two crashes in less than five months")."""
COORDINATED_DIMENSIONS = frozenset({",", ".", "and", "by"})
"""After a dimension these show that no noun follows ("12 feet high and five feet deep")."""
APPOSITION_MARKS = frozenset({",", "("})
NON_NAME_ADJECTIVES = frozenset("last next own other such same past further more".split())
"""Adjectives that never continue a name's noun phrase."""
