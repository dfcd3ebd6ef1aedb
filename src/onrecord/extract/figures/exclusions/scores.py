"""Results: numbers that tell how a game, a match or a vote went, and versions told alone.

In: a quantity and its block's text. Out: whether it is a score ("won 3-1"), a result ("beat them 5 to 3", "won in
5"), a version ("new in 2.26"), and which numbers a page shows to be models' ("787-9"). Out of scope: votes that are
counted ("317 votes to 285").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.extract.figures.amounts.quantity import Quantity
from onrecord.extract.figures.en.exclusion_words import SCORE_CONTEXT

if TYPE_CHECKING:
    from spacy.tokens import Span


def is_score(quantity: Quantity, text: str, after: str) -> bool:
    """Return whether a range is a result: "won 3-1", "voted 48-52"; "lost 10-15 men" is a range."""
    written = text[quantity.number_start : quantity.end]
    if quantity.kind != "range" or not re.search(r"\d ?[-–] ?\d", written) or quantity.hedge:
        return False
    if re.match(r" (?:[a-z]+ ){0,2}[a-z]+s\b", after) and not re.match(
        r" (?:against|was|is|as)\b", after
    ):
        return False
    if (quantity.high or 0) < 20 and not re.match(r" [A-Za-z]+", after):
        return True
    return bool(
        SCORE_CONTEXT.search(text[max(0, quantity.number_start - 30) : quantity.number_start])
    )


def is_game_result(text: str, quantity: Quantity) -> bool:
    """Return whether it is a result told with "to", or how many games it took: "beat them 5 to 3", "won in 5"."""
    before = text[max(0, quantity.number_start - 40) : quantity.number_start]
    if quantity.kind != "count" or re.search(r"\bfrom (?:\d+ to )?$", before):
        return False
    if _TOOK.search(before):
        return (quantity.value or 0) <= MOST_GAMES and bool(_ALONE.match(text, quantity.end))
    if (quantity.value or 0) > MOST_GOALS:
        return False  # "lost by 272 to 264" counts votes
    second = re.search(r"\b\d\d? to $", before)
    if second:
        return bool(
            _ALONE.match(text, quantity.end) and SCORE_CONTEXT.search(before[: second.start()])
        )
    return bool(_TO.match(text, quantity.end) and SCORE_CONTEXT.search(before))


_TOOK = re.compile(
    r"\b(?:w[io]n|wins|winning|beat|beats|triumph(?:s|ed)?|los[et]|prevail(?:s|ed)?|series|victory) in $"
)
MOST_GOALS = 20
"""More than these are votes, and counts."""
MOST_GAMES = 9
"""A match is won in no more games or sets."""
_ALONE = re.compile(
    r"[.,;:)]|$| (?:after|before|against|over|on|at|and|but|with|when|while|as|in|to)\b"
)
_TO = re.compile(r" to \d\d?(?![\w,.%]*\d| ?(?:%|per)| [a-z]+s\b(?<!was)(?<!as))")


def is_version_number(text: str, quantity: Quantity, tokens: Span) -> bool:
    """Return whether a bare number is a version: "what's new in 2.26"."""
    if not re.fullmatch(r"\d+\.\d+", tokens.text) or quantity.unit:
        return False
    before = text[max(0, quantity.number_start - 24) : quantity.number_start]
    return bool(_RELEASED.search(before) and _ALONE.match(text, quantity.end))


_RELEASED = re.compile(
    r"\b(?:new|chang(?:es?|ed)|fixed|introduced|releas(?:ed?|ing)|deprecated|upgrad(?:ed?|ing)|updat(?:ed?|ing)|shipp(?:ed|ing)"
    r"|bugs?|features?|landed|arriv\w+|coming|supported|since) (?:in|for|with|to|as|by|from)? ?$",
    re.IGNORECASE,
)


def is_model_number(text: str, quantity: Quantity) -> bool:
    """Return whether a number names what one is built as: "the 777 program has faced delays"."""
    if quantity.kind != "count" or not _DIGITS.fullmatch(text, quantity.number_start, quantity.end):
        return False
    before = text[max(0, quantity.number_start - 8) : quantity.number_start]
    return bool(_THE.search(before) and _ONE_BUILT.match(text, quantity.end))


_DIGITS = re.compile(r"[1-9]\d{2,3}")
_THE = re.compile(r"\b(?:the|a|an|its|new|this|that|of) $", re.IGNORECASE)
_ONE_BUILT = re.compile(
    r" (?:program(?:me)?|model|jet|airliner|plane|airplane|variant|helicopter|prototype|airframe|fuselage)\b"
)
"""One of these has no number before it that counts."""
_MODEL = re.compile(
    r"(?<![\w$£€.,-])(?P<number>[1-9]\d{2})(?:-\d{1,2}(?:[A-Z]{1,3})?(?![\w,.-]\d|\w)|[xX]?s?(?= (?:Max|Dreamliner|Pro|Plus|Ultra)\b)|[X](?!\w))"
)


def find_model_numbers(text: str) -> frozenset[str]:
    """Return the numbers that the page shows to be models' ("787-9", "777X"), wherever it names them.

    Examples:
        >>> sorted(find_model_numbers("It ordered 787-9 jets and the 777X for 150-200 people."))
        ['777', '787']

    """
    return frozenset(found["number"] for found in _MODEL.finditer(text))
