"""English words around quantities: data only."""

from __future__ import annotations

import re

MEASURE_PREPOSITIONS = frozenset({"of", "in", "worth"})
"""What a measure is of follows these: "£20m in aid", "two thirds of voters"."""

MEASURED_BEFORE = frozenset({"of", "worth", "totalling", "totaling", "at", "exceeding"})
"""What a measure is of stands before these: "a settlement of £24bn"."""

QUANTIFIERS = frozenset({"all", "both"})
"""Kept at the beginning of what is counted: "half of *all military units*"."""

CAUSING = frozenset(
    """cut reduce raise set put pay bring push drive send move book post report record lift lower trim slash
    boost increase add take double price value estimate""".split()
)
"""Verbs whose subject brings another thing to the quantity, unless they are passive."""

MEASURING = frozenset(
    """cover hold contain span extend stretch produce generate carry weigh measure cost last reach hit total
    exceed average number equal rise fall gain lose climb climbe drop slip jump shed add grow shrink
    yield return consume emit need require sell fetch""".split()
)
"""Verbs whose object is a measure of their subject ("the tour covers 3,360 km")."""

GIVING = frozenset("pay give owe award offer lend send hand fine charge grant donate ask".split())
"""Verbs whose object before a sum is who gets or owes it."""

DIMENSIONS = frozenset(
    "high long wide deep tall thick away old broad heavy large big square apart across".split()
)
"""After a measure these say of what kind it is ("98 metres high")."""

MOVES = frozenset(
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

CHANGING = re.compile(
    r"\b(?:ris(?:e|es|en|ing)|rose|f[ae]ll\w*|gr[eo]w\w*|increas\w*|decreas\w*|drop\w*|cut\w*|rais\w*|reduc\w*"
    r"|climb\w*|jump\w*|slash\w*|low(?:er|ers|ered|ering)|up|down|chang\w*|mov\w*|went|go(?:es|ing)?|shr[aiu]nk\w*|doubl\w*"
    r"|tripl\w*|expand\w*|surg\w*|soar\w*|plung\w*|slip\w*|slid\w*|swell\w*|improv\w*|switch\w*|shift\w*|declin\w*"
    r"|boost\w*|lift\w*|widen\w*|narrow\w*|extend\w*|advanc\w*|return\w*|revis\w*|downgrad\w*|upgrad\w*)\b[^.;!?]*$",
    re.IGNORECASE,
)
"""With one of these before it in the sentence, "from 5 to 12" is a change and no range."""

NOT_AS_OF = frozenset(
    {"since", "until", "till", "after", "before", "from", "to", "than", "against", "between"}
)
"""Before a time these bound a stretch or compare: the figure does not hold for that time itself."""

EMPTY = frozenset(
    """average total mean median maximum minimum tune sum equivalent high low peak excess order lieu
    rest combined aggregate""".split()
)
"""Nouns before "of" that say how an amount is reckoned, not what it is of ("an average of 441 calories")."""

EXPECTING = frozenset(
    """expect want ask tell force allow forecast predict estimate see hope plan project require order urge
    help cause let enable lead push""".split()
)
"""Verbs whose object, not their subject, does what the infinitive after them says."""

PARTS = frozenset({"cent", "percent", "%", "percentage", "point", "points", "pc"})
"""Nouns of a figure itself, which are not what it counts."""

AGED_PEOPLE = frozenset(
    """people men women children adults voters patients residents those pensioners players anyone
    everyone drivers girls boys workers citizens males females teenagers youngsters kids students pupils
    person child woman man persons americans britons australians canadians participants respondents
    homeowners couples adult girl boy migrants refugees""".split()
)
"""People of whom "over 65" and "under five" are ages."""

KIN = frozenset(
    """mother father son daughter wife husband brother sister grandmother grandfather grandson
    granddaughter partner aunt uncle nephew niece cousin widow widower mum mom dad girlfriend boyfriend
    fiancee stepson stepdaughter twin victim suspect driver president minister man woman boy girl
    teenager pensioner""".split()
)
"""Nouns of one person whose age is told as a bare number after "is"."""
BEING = frozenset(
    "is was are were be been being 's 'm 're am now only just nearly almost still about ’s ’m ’re".split()
)
"""The word before an age told as a bare predicate ("is 82", "was only 19")."""

KIN_OWNERS = frozenset({"his", "her", "their", "my", "our", "your", "whose", "the", "whom"})

TEMPERATURE = re.compile(
    r"\b(?:temperatures?|degrees?|heat\w*|weather|cold|hot|warm\w*|freez\w*|cool\w*|fever|oven)\b|°",
    re.IGNORECASE,
)
"""With one of these near, "104 F" is a temperature."""

SCORING = re.compile(
    r"\b(?:w[io]n|wins|winning|beat(?:en|s|ing)?|los[et]|loses|losing|lead|leads|led|leading|vot(?:ed|e|es|ing)"
    r"|pass(?:ed|es)?|defeat\w*|victory|win|draw|drew|scor\w+|trail\w*|defeats?|tally|result|margin)\b[^.,;]{0,22}$",
    re.IGNORECASE,
)
"""Before "52-48" these say that it is a result."""

NOT_COUNTED_HYPHENED = frozenset(
    """state star pronged way fold sided time off digit dimensional part step tier stage track faced
    handed piece edged eyed legged headed fit horse trick pointer up down on to one two some
    figure party hit class pack stroke cylinder speed wicket under over percent cent wheeler wheel drive liner bagger d for in man-made""".split()
)
"""After a number and a hyphen these make a manner or a kind, not a count ("a four-star general")."""

RECKONED_BEFORE = frozenset(
    """last past next coming previous preceding following recent every each other final upcoming
    ensuing""".split()
)
RECKONED_AFTER = re.compile(
    r" (?:ago|later|earlier|before|after|from now|hence|since|previously|prior|on from|on,|past|beforehand|afterwards)\b",
    re.IGNORECASE,
)
"""With these, a length of time tells a day or a stretch of the calendar, and is no figure."""
