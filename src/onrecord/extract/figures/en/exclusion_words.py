"""English words beside a number that counts nothing ("one day", "a four-star general", "won 3-1"): data only."""

from __future__ import annotations

import re

from onrecord.language.en.numbered_nouns import NUMBERED_NOUNS
from onrecord.language.numerals import build_alternation

UNCOUNTED_AFTER_ONE = frozenset(
    {
        "day", "thing", "side", "way", "hand", "point", "reason", "time", "night", "morning", "can",
        "another", "another's", "of", "such", "else", "that", "who", "which", "would", "should", "must",
        "stage", "area", "moment", "more", "word", "sense", "place", "or", "step", "might", "could",
        "may", "is", "has", "was", "sort", "kind", "form", "end", "extreme", "example",
    }
)  # fmt: skip
"""Words after "one" with which it counts nothing."""

UNCOUNTED_BEFORE_ONE = frozenset(
    "no this that the any every each which another some day number".split()
)
"""Words before "one" with which it counts nothing."""

UNCOUNTED_HYPHENATED = frozenset(
    """state star pronged way fold sided time off digit dimensional part step tier stage track faced
    handed piece edged eyed legged headed fit horse trick pointer up down on to one two some
    figure party hit class pack stroke cylinder speed wicket under over percent cent wheeler wheel drive liner bagger d for in man-made""".split()
)
"""After a number and a hyphen these make a manner or a kind, not a count ("a four-star general")."""

FUNCTION_WORDS_IN_CAPITALS = frozenset({"AND", "OF", "IN", "THE"})
"""Words in capitals that are no brand ("AND 15")."""

SCORE_CONTEXT = re.compile(
    r"\b(?:w[io]n|wins|winning|beat(?:en|s|ing)?|los[et]|loses|losing|lead|leads|led|leading|vot(?:ed|e|es|ing)"
    r"|pass(?:ed|es)?|defeat\w*|victory|win|draw|drew|scor\w+|trail\w*|defeats?|tally|result|margin)\b[^.,;]{0,22}$",
    re.IGNORECASE,
)
"""Before "52-48" these say that it is a result."""
PLURAL_OF_SCORE = re.compile(r" (?:against|was|is|as)\b")
"""After "3-1" these end in s and are no plural that it counts."""
WON_IN = re.compile(
    r"\b(?:w[io]n|wins|winning|beat|beats|triumph(?:s|ed)?|los[et]|prevail(?:s|ed)?|series|victory) in $"
)
"""Before a number of games ("won in 5")."""
SECOND_SCORE_AFTER = re.compile(r" to \d\d?(?![\w,.%]*\d| ?(?:%|per)| [a-z]+s\b(?<!was)(?<!as))")
"""After the first number of a result ("5 *to 3*")."""
CLAUSE_CONTINUES = re.compile(
    r"[.,;:)]|$| (?:after|before|against|over|on|at|and|but|with|when|while|as|in|to)\b"
)
"""After a number these say that no noun follows that it counts."""

RELEASE_BEFORE = re.compile(
    r"\b(?:new|chang(?:es?|ed)|fixed|introduced|releas(?:ed?|ing)|deprecated|upgrad(?:ed?|ing)|updat(?:ed?|ing)|shipp(?:ed|ing)"
    r"|bugs?|features?|landed|arriv\w+|coming|supported|since) (?:in|for|with|to|as|by|from)? ?$",
    re.IGNORECASE,
)
"""Before a version ("new in 2.26")."""
DETERMINER_BEFORE_MODEL = re.compile(r"\b(?:the|a|an|its|new|this|that|of) $", re.IGNORECASE)
PRODUCT_NOUN_AFTER = re.compile(
    r" (?:program(?:me)?|model|jet|airliner|plane|airplane|variant|helicopter|prototype|airframe|fuselage)\b"
)
"""A number before one of these, in the singular, counts nothing ("the 777 program")."""
MODEL_NUMBER = re.compile(
    r"(?<![\w$£€.,-])(?P<number>[1-9]\d{2})"
    r"(?:-\d{1,2}(?:[A-Z]{1,3})?(?![\w,.-]\d|\w)|[xX]?s?(?= (?:Max|Dreamliner|Pro|Plus|Ultra)\b)|[X](?!\w))"
)
"""A number with what makes it a model's ("787-9", "777X", "737 Max")."""

STREET_NAME_AFTER = re.compile(
    r" (?:[NSEW]\.? |North |South |East |West )?(?:[A-Z][\w’'.-]+ ){1,3}"
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Way|Court|Place|Square|Terrace|Highway|Parkway)\b"
)
"""After a house's number ("15 *Rose Lane*")."""
NUMBER_SIGN_BEFORE = re.compile(r"\b(?:[Nn]os?\.|No|NO\.?) ?$")
FRAGMENT_BEFORE = re.compile(
    r"\d-\d \($|\b(?:image|photo|slide|page|part|picture|episode|chapter) \d+ (?:of|/|of /) ?$|\ban? (?:\w+ )?\w+ or $",
    re.IGNORECASE,
)
"""Before a tie-break's points ("7-6 (5)"), a caption's count ("Image 1 of 5"), "an app or two"."""
CIRCA_BEFORE = re.compile(r"\b(?:c\.|circa|ca\.) ?$")
FIRST_NUMBERED_BEFORE = re.compile(
    rf"\b{build_alternation(NUMBERED_NOUNS)}s? \d+[A-Z]?(?:, ?\d+)?,? (?:and|or|to|&)$",
    re.IGNORECASE,
)
"""Before the second number of a name: "junctions 10 and 11"."""

PART_OF_THING_BEFORE = re.compile(
    r"\b(?:first|second|other|latter|final|opening|better|later|1st|2nd|upper|lower|top|bottom|left|right|front|back"
    r"|rear|northern|southern|eastern|western|inner|outer)[ -]$",
    re.IGNORECASE,
)
"""Before "half" these make a part of a match or a place, and no fraction ("the upper half")."""
ZERO_IDIOM_BEFORE = re.compile(r"\b(?:net|ground|absolute|sub|to|below|from|a)[ -]$")
"""Before "zero" these make a name or a point of a scale ("net zero")."""
ACCELERATION_TEST_BEFORE = re.compile(
    r"\b(?:zero|0)(?: ?k?mph)?(?: to |-to-)(?:\d+ ?k?mph? \()?$", re.IGNORECASE
)
"""Before the second number of "from zero to 50 mph (80 kph)"."""
FILING_AFTER = re.compile(r" (?:be )?fil(?:ed|ing|er)")
"""After "13F" these say that it is a form's name."""
TIMES_IDIOM_BEFORE = frozenset({"at", "other", "past"})
"""Before "times" these make no multiple ("at times")."""
