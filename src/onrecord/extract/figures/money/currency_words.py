"""Money words: signs, names and ISO 4217 codes, before and after an amount.

In: a text and where an amount starts or ends. Out: an ISO 4217 code, what part of its unit is meant, and the bare
name that several countries have. Out of scope: amounts, and whose a bare name is (`whose_money`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.extract.figures.money.iso4217 import currency_families, currency_names, tender
from onrecord.language.en.units import (
    CURRENCY_SIGNS,
    CURRENCY_WORDS,
    DOLLARS,
    MINOR_WORDS,
    NO_CODES,
    SIGNS_AFTER,
)
from onrecord.language.numerals import build_alternation


@dataclass(frozen=True, slots=True)
class Money:
    """A currency as written.

    Attributes:
        end: where its words end.
        code: ISO 4217 code; of a bare name the commonest one.
        factor: what part of the currency's unit is meant: 0.01 of cents, a million of "MSEK".
        bare: the name that several currencies have ("dollar", "cent", "krone"), or None.

    """

    end: int
    code: str
    factor: float = 1.0
    bare: str | None = None


_SIGNS = {sign.lower().replace(" ", ""): code for sign, code in CURRENCY_SIGNS.items()}
_BARE_SIGNS = {"$": "dollar", "¥": "yuan"}
_LONG = build_alternation(sign for sign in CURRENCY_SIGNS if len(sign) != 2).replace(r"\$", r" ?\$")
_SHORT = build_alternation(sign for sign in CURRENCY_SIGNS if len(sign) == 2)
_BEFORE = re.compile(rf"(?P<sign>(?i:{_LONG})|{_SHORT}) ?(?=[-−]?[\d.]|[a-z])")
_AFTER = re.compile(rf" ?(?P<sign>{build_alternation(SIGNS_AFTER)})(?![\w]| ?\d)")
_CODE = r"(?P<mega>[MK]|mn |m )?(?P<code>[A-Z]{3})"
_CODE_BEFORE = re.compile(rf"{_CODE} ?(?=[\d.]\d*)")
_CODE_AFTER = re.compile(rf"(?: |-)?{_CODE}(?![A-Za-z\d])")
_WHICH = re.compile(
    rf"(?: dollars?)? \(?(?P<word>{build_alternation(DOLLARS)}|[A-Z]{{3}})(?: dollars?)?\b\)?",
    re.IGNORECASE,
)
_NAME = re.compile(r"[- ](?:of )?(?P<words>[A-Za-z.]+(?: [A-Za-z.]+){0,2})(?![A-Za-z\d])")
_CODE_SIGN = re.compile(r"(?P<code>[A-Z]{3}|[a-z]{3}) ?\$ ?(?=\.?\d)")
_PESOS = frozenset({"MXN", "CLP", "COP", "ARS", "UYU", "BRL"})
_SMALL_CODE = re.compile(r"(?P<code>usd|eur|gbp|rmb|aud|cad|inr|ngn) (?=\d)")
_LETTERS = re.compile(
    r"(?P<sign>KShs?|Kshs?|Shs?|N|R)\.? ?(?=\d[\d,.]*(?P<large> ?(?:m|bn|tn|million|billion|trillion)\b|,\d{3}))"
)
_LETTER_CODES = {"sh": "KES", "shs": "KES", "ksh": "KES", "kshs": "KES", "n": "NGN", "r": "ZAR"}
"""Letters before a large sum: shillings (Kenya's where no other land is named), naira, rand."""
_MEGA = {"M": 1e6, "K": 1e3, "mn ": 1e6, "m ": 1e6}


def money_before(text: str, position: int) -> Money | None:
    """Return the currency whose sign or code stands at `position`, before an amount."""
    found = _BEFORE.match(text, position)
    if found:
        sign = found["sign"].lower().replace(" ", "")
        written = found["sign"]
        if not (written[0].isalpha() and written.islower() and "$" not in written):
            return Money(found.end(), _SIGNS[sign], 1.0, _BARE_SIGNS.get(sign))
    lettered = _LETTERS.match(text, position)
    if lettered:
        sign = lettered["sign"].lower()
        bare = "shilling" if sign.startswith("sh") else None
        return Money(lettered.end(), _LETTER_CODES[sign], 1.0, bare)
    dollars = _CODE_SIGN.match(text, position)
    code = dollars["code"].upper() if dollars else ""
    if dollars and (code in _PESOS or (code in tender() and code[2] == "D")):
        return Money(dollars.end(), code)
    small = _SMALL_CODE.match(text, position)
    if small:
        return Money(small.end(), CURRENCY_WORDS.get(small["code"], small["code"].upper()))
    coded = _CODE_BEFORE.match(text, position)
    if coded and coded["code"] in tender() and not (coded["mega"] or "").endswith(" "):
        large = re.match(
            r"\d{1,3}(?:,\d{3}|(?:\.\d+)? ?(?:m|bn|million|billion))",
            text[coded.end() : coded.end() + 24],
        )
        if coded["code"] not in NO_CODES or large:
            return Money(coded.end(), coded["code"], _MEGA.get(coded["mega"] or "", 1.0))
    return None


def which_dollar(text: str, position: int) -> Money | None:
    """Return the dollar that words after "$5 million" tell: "Canadian", "(AUD)", "US"."""
    found = _WHICH.match(text, position)
    if found is None:
        return None
    word = found["word"]
    code = DOLLARS.get(word.lower()) if not word.isupper() or word == "US" else word
    if code is None or (word.islower() and word == "us") or not code.endswith("D"):
        return None
    named = " dollar" in found[0].lower() or "(" in found[0] or word.isupper()
    follows = re.match(r" [a-z]", text[found.end() : found.end() + 2])
    if code not in tender() or not (named or not follows):
        return None
    return Money(found.end(), code)


def money_after(text: str, position: int, *, of: bool = False) -> Money | None:
    """Return the currency whose sign, code or name stands at `position`, after an amount.

    Args:
        of: "of" may stand between ("hundreds of millions of euros").

    Examples:
        >>> money_after("5 Iraqi dinars", 1).code, money_after("30 pence", 2).factor
        ('IQD', 0.01)

    """
    sign = _AFTER.match(text, position)
    if sign:
        written = sign["sign"]
        return Money(sign.end(), CURRENCY_SIGNS[written], 1.0, _BARE_SIGNS.get(written))
    code = _CODE_AFTER.match(text, position)
    if code and code["code"] in tender() - NO_CODES:
        return Money(code.end(), code["code"], _MEGA.get(code["mega"] or "", 1.0))
    if code and code["code"].upper() == "USD":
        return Money(code.end(), "USD")
    return _named(text, position, of=of)


def _named(text: str, position: int, *, of: bool) -> Money | None:
    found = _NAME.match(text, position)
    if found is None or (" of " in found[0][:4] and not of):
        return None
    words = found["words"].split()
    if words[0].rstrip(".") == "grand":
        return None if _NO_GRAND.match(text, position) else Money(position + 6, "", 1e3, "grand")
    for count in range(len(words), 0, -1):
        phrase = " ".join(words[:count])
        end = found.start("words") + len(phrase.rstrip("."))
        told = _bare(phrase) or currency_word(phrase.lower().rstrip("."))
        if isinstance(told, Money):
            return Money(end, told.code, told.factor, told.bare)
        if told[0]:
            weight = phrase.lower().startswith("pound") and text.startswith(" of ", end)
            return None if weight else Money(end, told[0], told[1])
    return None


def _bare(phrase: str) -> Money | None:
    small = phrase.lower().rstrip(".")
    singular = _SINGULAR.get(small, small.removesuffix("s"))
    if singular == "dollar":
        return Money(0, "USD", 1.0, "dollar")
    if singular == "cent":
        return Money(0, "USD", 0.01, "cent")
    if singular in currency_families() and len(currency_families()[singular]) > 1:
        default = CURRENCY_WORDS.get(singular)
        return Money(0, default or "", 1.0, singular)
    return None


_NO_GRAND = re.compile(
    r"-| grand(?:-| (?!for|on|in|an?|to|from|and|or|more|less|each|per|at|off|by|out|up|down|short|that|this|was|is|of|if|when"
    r"|with|so|but|last|after|before|he|she|they|we|I|it|his|her|my|worth|every|just|back|over|under|as|too|extra)\w)"
)
"""A grand with a noun after it is none: "five grand pianos", "two grand juries"."""
_SINGULAR = {
    "crown": "crown",
    "crowns": "crown",
    "kroner": "krone",
    "kronor": "krona",
    "kronur": "krona",
    "pesos": "peso",
}


def currency_word(phrase: str) -> tuple[str | None, float]:
    """Return the ISO 4217 code `phrase` names, singular or plural, and its part of that unit.

    Examples:
        >>> currency_word("iraqi dinars"), currency_word("pence"), currency_word("troops")
        (('IQD', 1.0), ('GBP', 0.01), (None, 1.0))

    """
    for word in (phrase, phrase.removesuffix("s")):
        if word in MINOR_WORDS:
            return MINOR_WORDS[word]
    code = CURRENCY_WORDS.get(phrase) or CURRENCY_WORDS.get(phrase.removesuffix("s"))
    named = (
        currency_names().get(phrase) or currency_names().get(phrase.removesuffix("s"))
        if " " in phrase
        else None
    )
    return code or named, 1.0
