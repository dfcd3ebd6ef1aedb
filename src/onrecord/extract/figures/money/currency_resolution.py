"""Currency resolution: which country's dollar, krone or shilling a bare name means on a page.

In: a bare name and what the page shows of its country: its address, its outlet, its words. Out: an ISO 4217 code and
its basis, or no code where nothing decides. Out of scope: names that only one country has.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from onrecord.extract.figures.en.currencies import (
    CURRENCY_STATEMENT,
    DOLLAR_COUNTRIES,
    DOLLAR_DOMAINS,
    DOLLAR_OUTLET_WORDS,
    YUAN_WORDS,
)
from onrecord.extract.figures.explanation import UnitResolution
from onrecord.extract.figures.money.iso4217 import load_currency_families
from onrecord.records.address import split_address


@dataclass(frozen=True, slots=True)
class CurrencyContext:
    """What a page shows of its country: its address, its outlet's name, its text.

    `resolved` keeps what was found for each bare name, since the text is long and names are frequent.
    """

    url: str | None
    outlet: str | None
    text: str
    resolved: dict[tuple[str, str], UnitResolution] = field(default_factory=dict, compare=False)


def resolve_currency(
    name: str, default: str, context: CurrencyContext, near: str
) -> UnitResolution:
    """Return the ISO 4217 code of a bare name on a page, with its basis.

    Args:
        name: "dollar", "cent", "yuan", "grand" or a name of `load_currency_families`.
        default: code of the commonest currency so called, or "".
        context: what the page shows of its country.
        near: the words around the name.

    """
    if name == "cent" and "€" in near and "$" not in near:
        return UnitResolution(name, "EUR", "nearby sign")
    if (name, default) not in context.resolved:
        context.resolved[name, default] = _resolve_by_page(name, default, context)
    return context.resolved[name, default]


def _resolve_by_page(name: str, default: str, context: CurrencyContext) -> UnitResolution:
    match name:
        case "yuan":
            return _resolve_yen_sign(name, context)
        case "dollar" | "cent":
            return _resolve_dollar(name, context)
        case "grand":
            return _resolve_grand(name, context)
        case _:
            return _resolve_by_country(name, default, context.text)


def _resolve_yen_sign(name: str, context: CurrencyContext) -> UnitResolution:
    if YUAN_WORDS.search(context.text):
        return UnitResolution(name, "CNY", "page words")
    return UnitResolution(name, "JPY", "assumed")


def _resolve_grand(name: str, context: CurrencyContext) -> UnitResolution:
    """Return pounds or dollars, whichever more of the page's sums are in."""
    pounds, dollars = context.text.count("£"), context.text.count("$")
    if pounds > dollars:
        return UnitResolution(name, "GBP", "page sums")
    if dollars > pounds:
        return _resolve_dollar(name, context)
    return UnitResolution(name, None, "unresolved")


def _resolve_dollar(name: str, context: CurrencyContext) -> UnitResolution:
    stated = CURRENCY_STATEMENT.search(context.text) if "dollar" in context.text else None
    if stated:
        code = DOLLAR_COUNTRIES[stated["country"].lower()]
        return UnitResolution(name, code, "page statement", stated[0])
    host = split_address(context.url).hostname or ""
    domain = host.rpartition(".")[2]
    if domain in DOLLAR_DOMAINS:
        return UnitResolution(name, DOLLAR_DOMAINS[domain], "page address", domain)
    for words, code in DOLLAR_OUTLET_WORDS.items():
        if context.outlet and re.search(rf"\b{words}\b", context.outlet, re.IGNORECASE):
            return UnitResolution(name, code, "outlet", context.outlet)
    return UnitResolution(name, "USD", "assumed")


def _resolve_by_country(name: str, default: str, text: str) -> UnitResolution:
    """Return the currency of that name whose country the page names most often."""
    counts = {
        code: sum(len(re.findall(rf"\b{re.escape(word)}\b", text)) for word in words)
        for code, words in load_currency_families()[name].items()
    }
    best = max(sorted(counts), key=lambda code: counts[code])
    if counts[best]:
        return UnitResolution(name, best, "page country")
    if default:
        return UnitResolution(name, default, "assumed")
    return UnitResolution(name, None, "unresolved")
