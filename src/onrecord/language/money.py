"""Money words: signs, names and ISO 4217 codes.

In: a sign or the words after a number. Out: an ISO 4217 code, and what part of its unit is meant.
Leaves alone amounts.

Source: ISO 4217 codes and English currency names of Unicode CLDR, through Babel.
"""

from __future__ import annotations

from functools import cache

from babel import Locale
from babel.numbers import get_currency_name

from onrecord.language.en.units import CURRENCY_SIGNS, CURRENCY_WORDS, MINOR_WORDS

_SIGNS = {sign.lower(): code for sign, code in CURRENCY_SIGNS.items()}


def sign_code(sign: str) -> str:
    """Return the ISO 4217 code of a sign before an amount ("£", "US$")."""
    return _SIGNS[sign.strip().lower()]


def currency_word(phrase: str) -> tuple[str | None, float]:
    """Return the ISO 4217 code `phrase` names, singular or plural, and its part of that unit.

    Examples:
        >>> currency_word("iraqi dinars"), currency_word("pence"), currency_word("troops")
        (('IQD', 1.0), ('GBP', 0.01), (None, 1.0))

    """
    if phrase in MINOR_WORDS:
        return MINOR_WORDS[phrase]
    code = CURRENCY_WORDS.get(phrase) or CURRENCY_WORDS.get(phrase.removesuffix("s"))
    return code or (_names().get(phrase) if " " in phrase else None), 1.0


@cache
def currency_codes() -> frozenset[str]:
    """Return the ISO 4217 codes that CLDR's English names."""
    return frozenset(Locale("en").currencies)


@cache
def _names() -> dict[str, str]:
    names: dict[str, str] = {}
    for code in sorted(currency_codes()):
        for count in (1, 2):
            name = get_currency_name(code, count, "en").lower()
            # CLDR gives past currencies with their years: "Afghan afghani (1927–2002)".
            if " " in name and "(" not in name:
                names.setdefault(name, code)
    return names
