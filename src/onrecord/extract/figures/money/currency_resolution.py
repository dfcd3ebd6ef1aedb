"""Whose money: which country's dollar, krone or shilling a bare name means on a page.

In: a bare name and what the page shows of its country: its address, its outlet, its words. Out: an ISO 4217 code and
how it is known, or None where nothing tells. Out of scope: names that one country has.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from onrecord.extract.figures.en.currencies import (
    DOLLAR_COUNTRIES,
    DOLLAR_DOMAINS,
    DOLLAR_OUTLET_WORDS,
)
from onrecord.extract.figures.money.iso4217 import load_currency_families
from onrecord.language.numerals import build_alternation
from onrecord.records.address import split_address


@dataclass(frozen=True, slots=True)
class CurrencyContext:
    """What a page shows of its country: its address, its outlet's name, its text.

    `told` keeps what the page tells of each bare name, for its text is long and names come often.
    """

    url: str | None
    outlet: str | None
    text: str
    told: dict[tuple[str, str], tuple[str | None, str]] = field(default_factory=dict, compare=False)


def resolve_currency(
    bare: str, default: str, place: CurrencyContext, near: str
) -> tuple[str | None, str]:
    """Return (ISO code, how it is known) of a bare name.

    Args:
        bare: "dollar", "cent", "yuan", "grand" or a name of `_families`. default: the commonest code, or "".
        near: the words around it.

    """
    if bare == "cent" and "€" in near and "$" not in near:
        return "EUR", "the euro's sign stands near"
    if (bare, default) not in place.told:
        place.told[bare, default] = _resolve_by_name(bare, default, place)
    return place.told[bare, default]


def _resolve_by_name(bare: str, default: str, place: CurrencyContext) -> tuple[str | None, str]:
    if bare == "yuan":
        if re.search(r"\b(?:yuan|renminbi|RMB)\b", place.text):
            return "CNY", "the page tells of yuan"
        return "JPY", "assumed: “¥” is the yen's sign in English"
    if bare in {"dollar", "cent"}:
        return _resolve_dollar(place)
    if bare == "grand":
        return _resolve_grand(place)
    return _resolve_by_country(bare, default, place.text)


def _resolve_grand(place: CurrencyContext) -> tuple[str | None, str]:
    """Return pounds or dollars, whichever the page's sums are in."""
    pounds, dollars = place.text.count("£"), place.text.count("$")
    if pounds > dollars:
        return "GBP", "the page's sums are in pounds"
    if dollars > pounds:
        return _resolve_dollar(place)
    return None, "nothing on the page says a thousand of what"


_STATED = re.compile(
    rf"\b(?:figures|amounts|prices|sums|currency|values|dollars)\b[^.\n]{{0,40}}?\b({build_alternation(DOLLAR_COUNTRIES)}) (?:dollars?|currency)\b",
    re.IGNORECASE,
)


def _resolve_dollar(place: CurrencyContext) -> tuple[str, str]:
    stated = _STATED.search(place.text) if "dollar" in place.text else None
    if stated:
        return DOLLAR_COUNTRIES[stated[1].lower()], f"the page states it: “{stated[0]}”"
    host = split_address(place.url).hostname or ""
    domain = host.rpartition(".")[2]
    if domain in DOLLAR_DOMAINS:
        return DOLLAR_DOMAINS[domain], f"the page's address ends in .{domain}"
    for words, code in DOLLAR_OUTLET_WORDS.items():
        if place.outlet and re.search(rf"\b{words}\b", place.outlet, re.IGNORECASE):
            return code, f"the outlet is {place.outlet}"
    return "USD", "assumed: nothing on the page says whose dollar"


def _resolve_by_country(bare: str, default: str, text: str) -> tuple[str | None, str]:
    """Return the currency of that name whose country the page names most often."""
    counts = {
        code: sum(len(re.findall(rf"\b{re.escape(word)}\b", text)) for word in words)
        for code, words in load_currency_families()[bare].items()
    }
    best = max(sorted(counts), key=lambda code: counts[code])
    if counts[best]:
        return best, "the page tells of its country"
    if default:
        return default, f"assumed: the commonest {bare}"
    return None, f"nothing on the page says whose {bare}"
