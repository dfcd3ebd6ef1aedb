"""Written currencies: signs, names and ISO 4217 codes before and after an amount.

In: a text and a code point where an amount begins or ends. Out: an ISO 4217 code, what part of its unit is meant, and the bare
name that several countries have. Out of scope: amounts, and which country's a bare name is (`currency_resolution`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from onrecord.extract.figures.en.currencies import (
    AMBIGUOUS_CODES,
    AMBIGUOUS_SIGNS,
    COMPOUND_AFTER_GRAND,
    CURRENCY_NAMES,
    CURRENCY_SIGNS,
    DOLLAR_COUNTRIES,
    LETTER_CODES,
    LOWER_CASE_CODES,
    PESO_CODES,
    POSTPOSED_SIGNS,
    SINGULAR_NAMES,
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
        end: code point of the text after its words.
        code: ISO 4217 code; of a bare name the commonest one.
        factor: what part of the currency's unit is meant: 0.01 of cents, a million of "MSEK".
        currency_name: the name that several currencies have ("dollar", "cent", "krone"), or None.

    """

    end: int
    code: str
    factor: float = 1.0
    currency_name: str | None = None


class _Meaning(NamedTuple):
    """What a currency's name means: as in `WrittenCurrency`."""

    code: str
    factor: float
    currency_name: str | None


_SIGN_CODES = {sign.lower().replace(" ", ""): code for sign, code in CURRENCY_SIGNS.items()}
_LONG = build_alternation(sign for sign in CURRENCY_SIGNS if len(sign) != 2).replace(r"\$", r" ?\$")
_SHORT = build_alternation(sign for sign in CURRENCY_SIGNS if len(sign) == 2)
_SIGN_BEFORE = re.compile(rf"(?P<sign>(?i:{_LONG})|{_SHORT}) ?(?=[-−]?[\d.]|[a-z])")
_SIGN_AFTER = re.compile(rf" ?(?P<sign>{build_alternation(POSTPOSED_SIGNS)})(?![\w]| ?\d)")
_CODE = r"(?P<multiple>[MK]|mn |m )?(?P<code>[A-Z]{3})"
_CODE_BEFORE = re.compile(rf"{_CODE} ?(?=[\d.]\d*)")
_CODE_AFTER = re.compile(rf"(?: |-)?{_CODE}(?![A-Za-z\d])")
_MULTIPLES = {"M": 1e6, "K": 1e3, "mn ": 1e6, "m ": 1e6}
_CODE_AND_DOLLAR = re.compile(r"(?P<code>[A-Z]{3}|[a-z]{3}) ?\$ ?(?=\.?\d)")
_LOWER_CASE_CODE = re.compile(rf"(?P<code>{build_alternation(LOWER_CASE_CODES)}) (?=\d)")
_LETTERS = re.compile(
    r"(?P<sign>KShs?|Kshs?|Shs?|N|R)\.? ?(?=\d[\d,.]*(?P<large> ?(?:m|bn|tn|million|billion|trillion)\b|,\d{3}))"
)
_LARGE_SUM = re.compile(r"\d{1,3}(?:,\d{3}|(?:\.\d+)? ?(?:m|bn|million|billion))")
_COUNTRY_AFTER = re.compile(
    rf"(?: dollars?)? \(?(?P<word>{build_alternation(DOLLAR_COUNTRIES)}|[A-Z]{{3}})(?: dollars?)?\b\)?",
    re.IGNORECASE,
)
_WORD_AFTER = re.compile(r" [a-z]")
_NAME = re.compile(r"[- ](?:of )?(?P<words>[A-Za-z.]+(?: [A-Za-z.]+){0,2})(?![A-Za-z\d])")


def parse_currency_before(text: str, position: int) -> WrittenCurrency | None:
    """Return the currency whose sign or code stands at `position`, before an amount, or None."""
    for parse in _FORMS_BEFORE:
        currency = parse(text, position)
        if currency is not None:
            return currency
    return None


def _parse_sign(text: str, position: int) -> WrittenCurrency | None:
    found = _SIGN_BEFORE.match(text, position)
    if found is None:
        return None
    written = found["sign"]
    if written[0].isalpha() and written.islower() and "$" not in written:
        return None
    sign = written.lower().replace(" ", "")
    return WrittenCurrency(found.end(), _SIGN_CODES[sign], 1.0, AMBIGUOUS_SIGNS.get(sign))


def _parse_letters(text: str, position: int) -> WrittenCurrency | None:
    """Return the currency of letters before a large sum ("KSh 5 million", "N2.5bn")."""
    found = _LETTERS.match(text, position)
    if found is None:
        return None
    letters = found["sign"].lower()
    name = "shilling" if letters.startswith("sh") else None
    return WrittenCurrency(found.end(), LETTER_CODES[letters], 1.0, name)


def _parse_code_and_dollar(text: str, position: int) -> WrittenCurrency | None:
    """Return the currency of a code with a dollar sign after it ("NZD$15")."""
    found = _CODE_AND_DOLLAR.match(text, position)
    if found is None:
        return None
    code = found["code"].upper()
    if code in PESO_CODES or (code in list_current_codes() and code[2] == "D"):
        return WrittenCurrency(found.end(), code)
    return None


def _parse_lower_case_code(text: str, position: int) -> WrittenCurrency | None:
    found = _LOWER_CASE_CODE.match(text, position)
    if found is None:
        return None
    return WrittenCurrency(found.end(), CURRENCY_NAMES.get(found["code"], found["code"].upper()))


def _parse_code(text: str, position: int) -> WrittenCurrency | None:
    """Return the currency of an ISO code; one that is also a word only before a large sum ("TOP 10,000")."""
    found = _CODE_BEFORE.match(text, position)
    if found is None or found["code"] not in list_current_codes():
        return None
    if (found["multiple"] or "").endswith(" "):
        return None
    if found["code"] in AMBIGUOUS_CODES and not _LARGE_SUM.match(text, found.end()):
        return None
    return WrittenCurrency(found.end(), found["code"], _MULTIPLES.get(found["multiple"] or "", 1.0))


_FORMS_BEFORE = (
    _parse_sign,
    _parse_letters,
    _parse_code_and_dollar,
    _parse_lower_case_code,
    _parse_code,
)
"""Ways to write a currency before an amount; the first that fits is taken."""


def parse_dollar_country(text: str, position: int) -> WrittenCurrency | None:
    """Return the dollar that words after "$5 million" name: "Canadian", "(AUD)", "US"; else None."""
    found = _COUNTRY_AFTER.match(text, position)
    if found is None:
        return None
    word = found["word"]
    code = DOLLAR_COUNTRIES.get(word.lower()) if not word.isupper() or word == "US" else word
    if code is None or (word.islower() and word == "us") or not code.endswith("D"):
        return None
    named = " dollar" in found[0].lower() or "(" in found[0] or word.isupper()
    if code not in list_current_codes() or not (named or not _WORD_AFTER.match(text, found.end())):
        return None
    return WrittenCurrency(found.end(), code)


def parse_currency_after(text: str, position: int, *, of: bool = False) -> WrittenCurrency | None:
    """Return the currency whose sign, code or name stands at `position`, after an amount, or None.

    Args:
        text: a block's text.
        position: code point where the amount ends.
        of: "of" may stand between ("hundreds of millions of euros").

    Examples:
        >>> parse_currency_after("5 Iraqi dinars", 1).code, parse_currency_after("30 pence", 2).factor
        ('IQD', 0.01)

    """
    sign = _SIGN_AFTER.match(text, position)
    if sign:
        written = sign["sign"]
        return WrittenCurrency(
            sign.end(), CURRENCY_SIGNS[written], 1.0, AMBIGUOUS_SIGNS.get(written)
        )
    code = _CODE_AFTER.match(text, position)
    if code and code["code"] in list_current_codes() - AMBIGUOUS_CODES:
        return WrittenCurrency(
            code.end(), code["code"], _MULTIPLES.get(code["multiple"] or "", 1.0)
        )
    if code and code["code"].upper() == "USD":
        return WrittenCurrency(code.end(), "USD")
    return _parse_currency_name(text, position, of=of)


def _parse_currency_name(text: str, position: int, *, of: bool) -> WrittenCurrency | None:
    found = _NAME.match(text, position)
    if found is None or (" of " in found[0][:4] and not of):
        return None
    words = found["words"].split()
    if words[0].rstrip(".") == "grand":
        return _parse_grand(text, position)
    for count in range(len(words), 0, -1):
        phrase = " ".join(words[:count])
        meaning = _look_up_name(phrase)
        if meaning is not None:
            end = found.start("words") + len(phrase.rstrip("."))
            is_weight = phrase.lower().startswith("pound") and text.startswith(" of ", end)
            return None if is_weight else WrittenCurrency(end, *meaning)
    return None


def _parse_grand(text: str, position: int) -> WrittenCurrency | None:
    if COMPOUND_AFTER_GRAND.match(text, position):
        return None
    return WrittenCurrency(position + len(" grand"), "", 1e3, "grand")


def _look_up_name(phrase: str) -> _Meaning | None:
    shared = _look_up_shared_name(phrase)
    if shared is not None:
        return shared
    code, factor = look_up_currency(phrase.lower().rstrip("."))
    return _Meaning(code, factor, None) if code else None


def _look_up_shared_name(phrase: str) -> _Meaning | None:
    """Return the meaning of a name that several currencies have ("dollar", "krone"), or None."""
    name = phrase.lower().rstrip(".")
    singular = SINGULAR_NAMES.get(name, name.removesuffix("s"))
    if singular == "dollar":
        return _Meaning("USD", 1.0, "dollar")
    if singular == "cent":
        return _Meaning("USD", 0.01, "cent")
    families = load_currency_families()
    if singular in families and len(families[singular]) > 1:
        return _Meaning(CURRENCY_NAMES.get(singular) or "", 1.0, singular)
    return None


def look_up_currency(phrase: str) -> tuple[str | None, float]:
    """Return the ISO 4217 code `phrase` names, singular or plural, and its part of that unit.

    Examples:
        >>> look_up_currency("iraqi dinars"), look_up_currency("pence"), look_up_currency("troops")
        (('IQD', 1.0), ('GBP', 0.01), (None, 1.0))

    """
    singular = phrase.removesuffix("s")
    for word in (phrase, singular):
        if word in SUBUNIT_NAMES:
            return SUBUNIT_NAMES[word]
    code = CURRENCY_NAMES.get(phrase) or CURRENCY_NAMES.get(singular)
    if code is None and " " in phrase:
        code = load_currency_names().get(phrase) or load_currency_names().get(singular)
    return code, 1.0
