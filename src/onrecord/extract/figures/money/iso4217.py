"""Currencies: ISO 4217 codes, their English names and countries, as CLDR lists them.

In: nothing. Out: the codes known and in use, names, families of one name ("krone"). Out of scope: how they are
written in a text (`currency_words`), and which country's a bare name is (`currency_resolution`).

Source: ISO 4217 codes, English currency names and territories' currencies of Unicode CLDR, through Babel.
"""

from __future__ import annotations

import re
from functools import cache

from babel import Locale
from babel.numbers import get_currency_name, get_territory_currencies

from onrecord.extract.figures.en.currencies import CROWN_NAMES, DOLLAR_COUNTRIES, UNRESOLVED_NAMES


@cache
def list_currency_codes() -> frozenset[str]:
    """Return the ISO 4217 codes that CLDR has English names for."""
    return frozenset(Locale("en").currencies)


@cache
def list_current_codes() -> frozenset[str]:
    """Return the codes of the currencies in use now."""
    return frozenset(code for codes in _load_territory_currencies().values() for code in codes)


@cache
def _load_territory_currencies() -> dict[str, list[str]]:
    territories = [
        str(code) for code in Locale("en").territories if re.fullmatch("[A-Z]{2}", str(code))
    ]
    return {
        code: get_territory_currencies(code, tender=True, non_tender=False) for code in territories
    }


@cache
def load_currency_families() -> dict[str, dict[str, tuple[str, ...]]]:
    """Return the last word of currencies' names ("krone") → code → its adjective and its territories' names."""
    english = Locale("en")
    families: dict[str, dict[str, tuple[str, ...]]] = {}
    for territory, codes in _load_territory_currencies().items():
        for code in codes:
            adjective, _, noun = get_currency_name(code, locale="en").rpartition(" ")
            if not adjective or noun.lower() in UNRESOLVED_NAMES or not noun.isalpha():
                continue
            for name in {noun.lower(), CROWN_NAMES.get(noun.lower(), noun.lower())}:
                family = families.setdefault(name, {})
                family[code] = (*family.get(code, (adjective,)), english.territories[territory])
    return families


@cache
def load_currency_names() -> dict[str, str]:
    """Return names that contain their country ("iraqi dinars"), singular and plural, in lower case → code."""
    names: dict[str, str] = {}
    for code in sorted(list_currency_codes()):
        for count in (1, 2):
            name = get_currency_name(code, count, "en").lower()
            # CLDR names past currencies with their years: "Afghan afghani (1927–2002)".
            if " " in name and "(" not in name:
                names.setdefault(name, code)
    return names | {f"{word} dollar": code for word, code in DOLLAR_COUNTRIES.items()}
