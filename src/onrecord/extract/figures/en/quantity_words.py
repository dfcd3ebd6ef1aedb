"""English words around the quantities of a text: what joins, ranges, compares and halves them: data only."""

from __future__ import annotations

import re

from onrecord.language.numerals import build_alternation

SUM_EXPECTED_BEFORE = re.compile(
    r"(?:\b(?:is|are|was|were|be|been|of|to|at|from|by|totall?ed|reached|showed|reported)|[:=]) \($"
)
"""Before a sum in brackets these show that the sentence needs it ("the result was ($99.99)")."""

COMPARED_SUM_BEFORE = re.compile(
    r"\b(?:from|to|below|above|than|against|versus|with|exceed(?:ed|ing|s)?|beat(?:ing|s)?|of)"
    r"(?: (?:the|an?|about|around|some|nearly|just|estimated|expected|forecast))* $"
)
"""Between a sum and another compared with it, right before the second."""
NO_NOUN_AFTER_SUM = re.compile(
    r"[,.;:)!?]|$| (?:a|an|the|in|on|for|last|this|that|previously|before|after|year|earlier|expected|forecast|seen"
    r"|estimated|predicted|and|but|by|over|as|at|from|to|when|while|during|analysts|one|two|three)\b"
)
"""After a number these show that no noun follows that it counts."""
COMPARISON_BETWEEN = re.compile(
    r"(?: (?:in|for|during|over|by|at|last|this) [^,;.]{1,30})?"
    r"(?:,? (?:up|down|higher|lower|and up|and down) from|,? compared (?:with|to)|,? (?:against|versus)|, from)"
    r"(?: (?:the|an?|about|around|some|nearly|just))* "
)
"""All that stands between two figures of the same thing ("£8m *in the year, up from* £7m")."""

WHOLE_AFTER_HALF = frozenset(
    """of the its their his her our all those these that this as were was are is have had""".split()
)
"""After "half" these show that it is a part of something."""
HALF_OF_WHOLE = re.compile(
    rf"half(?= {build_alternation(WHOLE_AFTER_HALF)}\b)(?! an? )|half(?= (?:people|[a-z]+s)\b)",
    re.IGNORECASE,
)
HALF_ALONE = re.compile(r"half\b")
HALF_OF_UNIT = re.compile(
    r"(?:half|(?:a |one )?quarter(?: of)?) an? |(?:half|(?:a |one )?quarter) of (?:1|one) (?=per|%)",
    re.IGNORECASE,
)
HALF_UNIT = re.compile(r"(?P<part>half|quarter)-", re.IGNORECASE)
OF_UNIT = re.compile(r"(?: of)? an? | of (?:1|one) (?=per|%)")
"""Between a fraction and the unit it is a part of."""
SHARE_AFTER = re.compile(
    r" of\b|[.,;)]|$|-(?:owned|empty|full|majority|stake)| (?:more|less|were|was|are|is|have|had|as|majority"
    r"|stake|share|higher|lower|fewer|ownership|outside|off)\b"
)
"""After "a third" these show that it is a part of something ("a third man" is not)."""
SLASHED_SHARE_AFTER = re.compile(r" of\b| (?:full|empty|majority)\b")
"""After "3/4" these do."""
WHOLE_AFTER_HALF_OF = re.compile(r" of\b|[.,;]|$")
"""After "a half" these do."""
BY_BEFORE = re.compile(
    r"(?<!clever )\bby (?:(?:about|around|almost|nearly|over|roughly|some|at least|up to|more than|less than|just over|just under) )?$"
)
CUT_SHARE_CLOSES = re.compile(
    r"[.,;:)]|$| (?:since|in|from|to|over|on|last|this|next|between|by|within|during|after|before|and|or|but|compared"
    r"|year|a|at|for|if|when|while|overnight|again)\b"
)
"""After "by a third", "by half": what is cut so stands before."""
RATIO_JOINT = re.compile(r" (?:in|out of)(?: every)? |-in-")
PERCENT_AFTER_RATIO = re.compile(r"[\w%]|[.,]\d|-| (?:%|per ?cent|points?)\b")
"""After the second number these show that it is no whole."""
ATTEMPTS_AFTER = re.compile(
    r" (?:[a-z]+ )?(?:games?|match(?:es)?|starts|appearances|innings|outings|tests?|overs|days|minutes|attempts"
    r"|seasons|meetings|races|rounds|weeks|months|years|tries|balls)\b"
)
"""After "17 in 22" these show that "in" gives a time and divides nothing."""
BE_BEFORE = re.compile(r"\b(?:is|are|was|were|be|been) $")

RANGE_JOINT = re.compile(r"-? to |-to-| ?[-–—~] ?| or | and | through ")
RANGE_OPENER = re.compile(r"(?P<word>between|from) ", re.IGNORECASE)
YEAR_OF_SPAN = re.compile(r"(?<![\w.,£$€¥])(?P<year>(?:1[5-9]|20)\d\d) ?[-–—/] ?$")
LAST_YEAR_OF_SPAN = re.compile(r"(?:(?:1[5-9]|20)\d\d|\d\d)(?![\d%]|[.,:/]\d|[kmb]\w?n?\b)")
"""The two years of a span ("2012–13", "2012/13", "1999–2000"): the last is no number of its own."""
YEAR_AFTER_PREPOSITION = re.compile(r"\b(?:in|since|of|by|during|for) (?:19|20)\d\d$")
"""A year that is no end of a range ("5,120 in 2018 to 4,655 now")."""
RANGE_VERB_BEFORE = re.compile(
    r"\b(?:rang(?:e[sd]?|ing)|var(?:y|ies|ied|ying)|anywhere|somewhere|stretch\w*|spann?\w*)[\w ]* (?:from )?$",
    re.IGNORECASE,
)
"""Before "from 5 to 12" these make it a range whatever else the sentence says."""
RANGED_THING_BEFORE = re.compile(r"(?:[a-z]{2,}(?<!s)s|sizes?|available|\d\)?|[,(—–]) $")
"""Before "from 5 to 12": sizes, ages, prices that range so, if nothing in the sentence changes."""
FROM_OR_BY_BEFORE = re.compile(r"\b(?:from|by) $")

SHARED_UNIT_JOINT = re.compile(r",? (?:to|and|or|then) |, ")
"""Between two numbers of which only the second has its unit."""
DIMENSION_JOINT = re.compile(r" ?[x×] ?|[ -]by[ -]")
"""Between the sides of a thing ("3 x 4 m")."""
