"""Money words: signs, names and ISO 4217 codes, and which of several currencies a bare name means.

In: a text and where an amount starts or ends; for a bare "$", "cents" or "kroner" what the page shows of
its country. Out: an ISO 4217 code, what part of its unit is meant, and how the code is known. Leaves
alone amounts.

Source: ISO 4217 codes, English currency names and territories' currencies of Unicode CLDR, through Babel.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from babel import Locale
from babel.numbers import get_currency_name, get_territory_currencies

from onrecord.language.en.units import (
    CURRENCY_SIGNS,
    CURRENCY_WORDS,
    DOLLAR_DOMAINS,
    DOLLAR_OUTLETS,
    DOLLARS,
    MINOR_WORDS,
    NO_CODES,
    SIGNS_AFTER,
)
from onrecord.language.numerals import either
from onrecord.records.address import split_address


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
_LONG = either(sign for sign in CURRENCY_SIGNS if len(sign) != 2).replace(r"\$", r" ?\$")
_SHORT = either(sign for sign in CURRENCY_SIGNS if len(sign) == 2)
_BEFORE = re.compile(rf"(?P<sign>(?i:{_LONG})|{_SHORT}) ?(?=[-−]?[\d.]|[a-z])")
_AFTER = re.compile(rf" ?(?P<sign>{either(SIGNS_AFTER)})(?![\w]| ?\d)")
_CODE = r"(?P<mega>[MK]|mn |m )?(?P<code>[A-Z]{3})"
_CODE_BEFORE = re.compile(rf"{_CODE} ?(?=[\d.]\d*)")
_CODE_AFTER = re.compile(rf"(?: |-)?{_CODE}(?![A-Za-z\d])")
_WHICH = re.compile(
    rf"(?: dollars?)? \(?(?P<word>{either(DOLLARS)}|[A-Z]{{3}})(?: dollars?)?\b\)?", re.IGNORECASE
)
_NAME = re.compile(r"[- ](?:of )?(?P<words>[A-Za-z.]+(?: [A-Za-z.]+){0,2})(?![A-Za-z\d])")
_CODE_SIGN = re.compile(r"(?P<code>[A-Z]{3}|[a-z]{3}) ?\$ ?(?=\.?\d)")
_PESOS = frozenset({"MXN", "CLP", "COP", "ARS", "UYU", "BRL"})
_SMALL_CODE = re.compile(r"(?P<code>usd|eur|gbp|rmb|aud|cad|inr|ngn) (?=\d)")
_MEGA = {"M": 1e6, "K": 1e3, "mn ": 1e6, "m ": 1e6}


def money_before(text: str, position: int) -> Money | None:
    """Return the currency whose sign or code stands at `position`, before an amount."""
    found = _BEFORE.match(text, position)
    if found:
        sign = found["sign"].lower().replace(" ", "")
        written = found["sign"]
        if not (written[0].isalpha() and written.islower() and "$" not in written):
            return Money(found.end(), _SIGNS[sign], 1.0, _BARE_SIGNS.get(sign))
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
    if singular in _families() and len(_families()[singular]) > 1:
        default = CURRENCY_WORDS.get(singular)
        return Money(0, default or "", 1.0, singular)
    return None


_SINGULAR = {"kroner": "krone", "kronor": "krona", "kronur": "krona", "pesos": "peso"}
_PLAIN = frozenset({"pound", "euro", "real", "mark", "point", "leu", "lev", "sterling"})
"""Names never resolved by the page: one currency has them in English news, or they are other words."""


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
        _names().get(phrase) or _names().get(phrase.removesuffix("s")) if " " in phrase else None
    )
    return code or named, 1.0


@dataclass(frozen=True, slots=True)
class Place:
    """What a page shows of its country: its address, its outlet's name, its text.

    `told` keeps what the page tells of each bare name, for its text is long and names come often.
    """

    url: str | None
    outlet: str | None
    text: str
    told: dict[tuple[str, str], tuple[str | None, str]] = field(default_factory=dict, compare=False)


def told_currency(bare: str, default: str, place: Place, near: str) -> tuple[str | None, str]:
    """Return (ISO code, how it is known) of a bare name.

    Args:
        bare: "dollar", "cent", "yuan" or a name of `_families`. default: the commonest code, or "".
        near: the words around it.

    """
    if bare == "cent" and "€" in near and "$" not in near:
        return "EUR", "the euro's sign stands near"
    if (bare, default) not in place.told:
        place.told[bare, default] = _told(bare, default, place)
    return place.told[bare, default]


def _told(bare: str, default: str, place: Place) -> tuple[str | None, str]:
    if bare == "yuan":
        if re.search(r"\b(?:yuan|renminbi|RMB)\b", place.text):
            return "CNY", "the page tells of yuan"
        return "JPY", "assumed: “¥” is the yen's sign in English"
    if bare in {"dollar", "cent"}:
        return _told_dollar(place)
    return _told_by_country(bare, default, place.text)


_STATED = re.compile(
    rf"\b(?:figures|amounts|prices|sums|currency|values|dollars)\b[^.\n]{{0,40}}?\b({either(DOLLARS)}) (?:dollars?|currency)\b",
    re.IGNORECASE,
)


def _told_dollar(place: Place) -> tuple[str, str]:
    stated = _STATED.search(place.text) if "dollar" in place.text else None
    if stated:
        return DOLLARS[stated[1].lower()], f"the page states it: “{stated[0]}”"
    host = split_address(place.url).hostname or ""
    domain = host.rpartition(".")[2]
    if domain in DOLLAR_DOMAINS:
        return DOLLAR_DOMAINS[domain], f"the page's address ends in .{domain}"
    for words, code in DOLLAR_OUTLETS.items():
        if place.outlet and re.search(rf"\b{words}\b", place.outlet, re.IGNORECASE):
            return code, f"the outlet is {place.outlet}"
    return "USD", "assumed: nothing on the page says whose dollar"


def _told_by_country(bare: str, default: str, text: str) -> tuple[str | None, str]:
    """Return the currency of that name whose country the page names most often."""
    counts = {
        code: sum(len(re.findall(rf"\b{re.escape(word)}\b", text)) for word in words)
        for code, words in _families()[bare].items()
    }
    best = max(sorted(counts), key=lambda code: counts[code])
    if counts[best]:
        return best, "the page tells of its country"
    if default:
        return default, f"assumed: the commonest {bare}"
    return None, f"open: nothing on the page says whose {bare}"


@cache
def currency_codes() -> frozenset[str]:
    """Return the ISO 4217 codes that CLDR's English names."""
    return frozenset(Locale("en").currencies)


@cache
def tender() -> frozenset[str]:
    """Return the codes of the currencies now in use."""
    return frozenset(code for codes in _in_use().values() for code in codes)


@cache
def _in_use() -> dict[str, list[str]]:
    territories = [
        str(code) for code in Locale("en").territories if re.fullmatch("[A-Z]{2}", str(code))
    ]
    return {
        code: get_territory_currencies(code, tender=True, non_tender=False) for code in territories
    }


@cache
def _families() -> dict[str, dict[str, tuple[str, ...]]]:
    """Return the last word of currencies' names → code → its adjective and its territories' names."""
    english = Locale("en")
    families: dict[str, dict[str, tuple[str, ...]]] = {}
    for territory, codes in _in_use().items():
        for code in codes:
            adjective, _, noun = get_currency_name(code, locale="en").rpartition(" ")
            if not adjective or noun.lower() in _PLAIN | {"dollar"} or not noun.isalpha():
                continue
            family = families.setdefault(noun.lower(), {})
            family[code] = (*family.get(code, (adjective,)), english.territories[territory])
    return families


@cache
def _names() -> dict[str, str]:
    names: dict[str, str] = {}
    for code in sorted(currency_codes()):
        for count in (1, 2):
            name = get_currency_name(code, count, "en").lower()
            # CLDR gives past currencies with their years: "Afghan afghani (1927–2002)".
            if " " in name and "(" not in name:
                names.setdefault(name, code)
    return names | {f"{word} dollar": code for word, code in DOLLARS.items()}
