"""Money words: signs, names and ISO 4217 codes, before and after an amount.

In: a text and where an amount starts or ends. Out: an ISO 4217 code, what part of its unit is meant, and the bare
name that several countries have. Out of scope: amounts, and whose a bare name is (`whose_money`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.extract.figures.en.currencies import (
    AMBIGUOUS_CODES,
    CURRENCY_NAMES,
    CURRENCY_SIGNS,
    DOLLAR_COUNTRIES,
    POSTPOSED_SIGNS,
    SUBUNIT_NAMES,
)
from onrecord.extract.figures.money.iso4217 import (
    list_current_codes,
    load_currency_families,
    load_currency_names,
)
from onrecord.language.numerals import build_alternation


@dataclass(frozen=True, slots=True)
class WrittenCurrency:
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
    currency_name: str | None = None


_SIGNS = {sign.lower().replace(" ", ""): code for sign, code in CURRENCY_SIGNS.items()}
_BARE_SIGNS = {"$": "dollar", "¥": "yuan"}
_LONG = build_alternation(sign for sign in CURRENCY_SIGNS if len(sign) != 2).replace(r"\$", r" ?\$")
_SHORT = build_alternation(sign for sign in CURRENCY_SIGNS if len(sign) == 2)
_BEFORE = re.compile(rf"(?P<sign>(?i:{_LONG})|{_SHORT}) ?(?=[-−]?[\d.]|[a-z])")
_AFTER = re.compile(rf" ?(?P<sign>{build_alternation(POSTPOSED_SIGNS)})(?![\w]| ?\d)")
_CODE = r"(?P<mega>[MK]|mn |m )?(?P<code>[A-Z]{3})"
_CODE_BEFORE = re.compile(rf"{_CODE} ?(?=[\d.]\d*)")
_CODE_AFTER = re.compile(rf"(?: |-)?{_CODE}(?![A-Za-z\d])")
_WHICH = re.compile(
    rf"(?: dollars?)? \(?(?P<word>{build_alternation(DOLLAR_COUNTRIES)}|[A-Z]{{3}})(?: dollars?)?\b\)?",
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


def parse_currency_before(text: str, position: int) -> WrittenCurrency | None:
    """Return the currency whose sign or code stands at `position`, before an amount."""
    found = _BEFORE.match(text, position)
    if found:
        sign = found["sign"].lower().replace(" ", "")
        written = found["sign"]
        if not (written[0].isalpha() and written.islower() and "$" not in written):
            return WrittenCurrency(found.end(), _SIGNS[sign], 1.0, _BARE_SIGNS.get(sign))
    lettered = _LETTERS.match(text, position)
    if lettered:
        sign = lettered["sign"].lower()
        bare = "shilling" if sign.startswith("sh") else None
        return WrittenCurrency(lettered.end(), _LETTER_CODES[sign], 1.0, bare)
    dollars = _CODE_SIGN.match(text, position)
    code = dollars["code"].upper() if dollars else ""
    if dollars and (code in _PESOS or (code in list_current_codes() and code[2] == "D")):
        return WrittenCurrency(dollars.end(), code)
    small = _SMALL_CODE.match(text, position)
    if small:
        return WrittenCurrency(
            small.end(), CURRENCY_NAMES.get(small["code"], small["code"].upper())
        )
    coded = _CODE_BEFORE.match(text, position)
    if coded and coded["code"] in list_current_codes() and not (coded["mega"] or "").endswith(" "):
        large = re.match(
            r"\d{1,3}(?:,\d{3}|(?:\.\d+)? ?(?:m|bn|million|billion))",
            text[coded.end() : coded.end() + 24],
        )
        if coded["code"] not in AMBIGUOUS_CODES or large:
            return WrittenCurrency(coded.end(), coded["code"], _MEGA.get(coded["mega"] or "", 1.0))
    return None


def parse_dollar_country(text: str, position: int) -> WrittenCurrency | None:
    """Return the dollar that words after "$5 million" tell: "Canadian", "(AUD)", "US"."""
    found = _WHICH.match(text, position)
    if found is None:
        return None
    word = found["word"]
    code = DOLLAR_COUNTRIES.get(word.lower()) if not word.isupper() or word == "US" else word
    if code is None or (word.islower() and word == "us") or not code.endswith("D"):
        return None
    named = " dollar" in found[0].lower() or "(" in found[0] or word.isupper()
    follows = re.match(r" [a-z]", text[found.end() : found.end() + 2])
    if code not in list_current_codes() or not (named or not follows):
        return None
    return WrittenCurrency(found.end(), code)


def parse_currency_after(text: str, position: int, *, of: bool = False) -> WrittenCurrency | None:
    """Return the currency whose sign, code or name stands at `position`, after an amount.

    Args:
        of: "of" may stand between ("hundreds of millions of euros").

    Examples:
        >>> parse_currency_after("5 Iraqi dinars", 1).code, parse_currency_after("30 pence", 2).factor
        ('IQD', 0.01)

    """
    sign = _AFTER.match(text, position)
    if sign:
        written = sign["sign"]
        return WrittenCurrency(sign.end(), CURRENCY_SIGNS[written], 1.0, _BARE_SIGNS.get(written))
    code = _CODE_AFTER.match(text, position)
    if code and code["code"] in list_current_codes() - AMBIGUOUS_CODES:
        return WrittenCurrency(code.end(), code["code"], _MEGA.get(code["mega"] or "", 1.0))
    if code and code["code"].upper() == "USD":
        return WrittenCurrency(code.end(), "USD")
    return _parse_currency_name(text, position, of=of)


def _parse_currency_name(text: str, position: int, *, of: bool) -> WrittenCurrency | None:
    found = _NAME.match(text, position)
    if found is None or (" of " in found[0][:4] and not of):
        return None
    words = found["words"].split()
    if words[0].rstrip(".") == "grand":
        return (
            None
            if _NO_GRAND.match(text, position)
            else WrittenCurrency(position + 6, "", 1e3, "grand")
        )
    for count in range(len(words), 0, -1):
        phrase = " ".join(words[:count])
        end = found.start("words") + len(phrase.rstrip("."))
        told = _look_up_shared_name(phrase) or look_up_currency(phrase.lower().rstrip("."))
        if isinstance(told, WrittenCurrency):
            return WrittenCurrency(end, told.code, told.factor, told.currency_name)
        if told[0]:
            weight = phrase.lower().startswith("pound") and text.startswith(" of ", end)
            return None if weight else WrittenCurrency(end, told[0], told[1])
    return None


def _look_up_shared_name(phrase: str) -> WrittenCurrency | None:
    small = phrase.lower().rstrip(".")
    singular = _SINGULAR.get(small, small.removesuffix("s"))
    if singular == "dollar":
        return WrittenCurrency(0, "USD", 1.0, "dollar")
    if singular == "cent":
        return WrittenCurrency(0, "USD", 0.01, "cent")
    if singular in load_currency_families() and len(load_currency_families()[singular]) > 1:
        default = CURRENCY_NAMES.get(singular)
        return WrittenCurrency(0, default or "", 1.0, singular)
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


def look_up_currency(phrase: str) -> tuple[str | None, float]:
    """Return the ISO 4217 code `phrase` names, singular or plural, and its part of that unit.

    Examples:
        >>> look_up_currency("iraqi dinars"), look_up_currency("pence"), look_up_currency("troops")
        (('IQD', 1.0), ('GBP', 0.01), (None, 1.0))

    """
    for word in (phrase, phrase.removesuffix("s")):
        if word in SUBUNIT_NAMES:
            return SUBUNIT_NAMES[word]
    code = CURRENCY_NAMES.get(phrase) or CURRENCY_NAMES.get(phrase.removesuffix("s"))
    named = (
        load_currency_names().get(phrase) or load_currency_names().get(phrase.removesuffix("s"))
        if " " in phrase
        else None
    )
    return code or named, 1.0
