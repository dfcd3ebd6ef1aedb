"""English signs, codes and names of currencies, and what shows whose dollar is meant: data only.

Names that contain a country ("Iraqi dinars") come from Unicode CLDR (`money.iso4217`).
"""

from __future__ import annotations

import re

from onrecord.language.numerals import build_alternation

CURRENCY_SIGNS = {
    "£": "GBP",
    "$": "USD",
    "US$": "USD",
    "U.S.$": "USD",
    "U.S $": "USD",
    "USD$": "USD",
    "€": "EUR",
    "¥": "JPY",
    "元": "CNY",
    "円": "JPY",
    "₹": "INR",
    "Rs": "INR",
    "Rs.": "INR",
    "₽": "RUB",
    "₺": "TRY",
    "₪": "ILS",
    "₩": "KRW",
    "₦": "NGN",
    "₴": "UAH",
    "₫": "VND",
    "₱": "PHP",
    "฿": "THB",
    "₾": "GEL",
    "₸": "KZT",
    "₡": "CRC",
    "₭": "LAK",
    "₵": "GHS",
    "GH₵": "GHS",
    "A$": "AUD",
    "AU$": "AUD",
    "AUD$": "AUD",
    "C$": "CAD",
    "CA$": "CAD",
    "CAD$": "CAD",
    "CDN$": "CAD",
    "NZ$": "NZD",
    "HK$": "HKD",
    "S$": "SGD",
    "SG$": "SGD",
    "NT$": "TWD",
    "J$": "JMD",
    "TT$": "TTD",
    "Z$": "ZWL",
    "N$": "NAD",
    "R$": "BRL",
    "MX$": "MXN",
    "Mex$": "MXN",
    "₿": "BTC",
    "CN¥": "CNY",
    "RMB": "CNY",
    "Sfr": "CHF",
    "SFr.": "CHF",
    "RM": "MYR",
    "Rp": "IDR",
    "KSh": "KES",
    "Ksh": "KES",
    "USh": "UGX",
    "E£": "EGP",
}
"""Before an amount. Whose a bare dollar sign is, the page decides (`money.currency_resolution`); ¥ is Japan's, as in CLDR's English."""
AMBIGUOUS_SIGNS = {"$": "dollar", "¥": "yuan"}
"""Signs that several countries have → the currency's name."""

POSTPOSED_SIGNS = frozenset(
    {"£", "€", "$", "₽", "₺", "₪", "₴", "₫", "₾", "₸", "₡", "₭", "元", "円"}
)
"""Signs that are also written after the amount ("10 €")."""

AMBIGUOUS_CODES = frozenset(
    "ALL ANG BAM BOB COP CUP ERN GEL LAK MAD MOP PEN RON SIT SOS SUR TOP TRY".split()
)
"""ISO codes that are also words or stand before other numbers ("COP26", "TOP 10"): not money by themselves."""

DOLLAR_COUNTRIES = {
    "australian": "AUD",
    "aussie": "AUD",
    "aus": "AUD",
    "canadian": "CAD",
    "cdn": "CAD",
    "us": "USD",
    "u.s.": "USD",
    "american": "USD",
    "new zealand": "NZD",
    "kiwi": "NZD",
    "singapore": "SGD",
    "singaporean": "SGD",
    "hong kong": "HKD",
    "jamaican": "JMD",
    "taiwan": "TWD",
    "taiwanese": "TWD",
}
"""Words that say which dollar is meant, before "dollars" or after the amount ("$5 million Canadian")."""

DOLLAR_DOMAINS = {
    "au": "AUD",
    "ca": "CAD",
    "nz": "NZD",
    "sg": "SGD",
    "hk": "HKD",
    "jm": "JMD",
    "tt": "TTD",
    "bb": "BBD",
    "bs": "BSD",
    "fj": "FJD",
    "gy": "GYD",
    "na": "NAD",
    "bz": "BZD",
}
"""Last labels of hosts whose country's press writes "$" for its own dollar."""

DOLLAR_OUTLET_WORDS = {
    "australia": "AUD",
    "australian": "AUD",
    "canada": "CAD",
    "canadian": "CAD",
    "new zealand": "NZD",
    "singapore": "SGD",
    "hong kong": "HKD",
    "jamaica": "JMD",
    "sydney": "AUD",
    "melbourne": "AUD",
    "brisbane": "AUD",
    "toronto": "CAD",
    "vancouver": "CAD",
    "ottawa": "CAD",
    "calgary": "CAD",
    "auckland": "NZD",
    "wellington": "NZD",
}
"""Words of an outlet's name that say whose dollar it writes."""

CURRENCY_NAMES = {
    "pound": "GBP",
    "quid": "GBP",
    "pound sterling": "GBP",
    "pounds sterling": "GBP",
    "british pound": "GBP",
    "sterling": "GBP",
    "us dollar": "USD",
    "u.s. dollar": "USD",
    "american dollar": "USD",
    "aussie dollar": "AUD",
    "kiwi dollar": "NZD",
    "singaporean dollar": "SGD",
    "euro": "EUR",
    "yen": "JPY",
    "yuan": "CNY",
    "renminbi": "CNY",
    "rmb": "CNY",
    "rupee": "INR",
    "rouble": "RUB",
    "ruble": "RUB",
    "russian rouble": "RUB",
    "shekel": "ILS",
    "israeli shekel": "ILS",
    "lira": "TRY",
    "lire": "ITL",
    "rand": "ZAR",
    "reais": "BRL",
    "naira": "NGN",
    "cedi": "GHS",
    "hryvnia": "UAH",
    "won": "KRW",
    "zloty": "PLN",
    "zlotys": "PLN",
    "forint": "HUF",
    "baht": "THB",
    "ringgit": "MYR",
    "rupiah": "IDR",
    "franc": "CHF",
    "bitcoin": "BTC",
    "btc": "BTC",
    "usd": "USD",
    "eur": "EUR",
    "peseta": "ESP",
    "guilder": "NLG",
    "dutch guilder": "NLG",
    "deutschmark": "DEM",
    "deutsche mark": "DEM",
    "d-mark": "DEM",
    "drachma": "GRD",
    "escudo": "PTE",
}
"""Names used without a country; those with one ("Iraqi dinars") come from CLDR."""

SUBUNIT_NAMES = {
    "penny": ("GBP", 0.01),
    "pence": ("GBP", 0.01),
    "pennies": ("GBP", 0.01),
    "dime": ("USD", 0.1),
    "kopeck": ("RUB", 0.01),
    "paise": ("INR", 0.01),
    "paisa": ("INR", 0.01),
}
"""Parts of a currency → its code and the share of its unit; cents are the page's dollar's or the euro's (`money.currency_resolution`)."""
CROWN_NAMES = dict.fromkeys(("krona", "krone", "króna", "koruna"), "crown")
"""Names that English news also translates."""
UNRESOLVED_NAMES = frozenset(
    {"pound", "euro", "real", "mark", "point", "leu", "lev", "sterling", "dollar"}
)
"""Names left out of the families: one currency has them in English news, they are other words, or have rules of their own."""
SINGULAR_NAMES = {
    "crown": "crown",
    "crowns": "crown",
    "kroner": "krone",
    "kronor": "krona",
    "kronur": "krona",
    "pesos": "peso",
}
"""Plurals that take more than an s away."""
DECIMAL_CURRENCY_PLURALS = ("dollars", "euros", "pounds")
"""After one of these a bare number is its hundredths ("15 dollars 50")."""
LOWER_CASE_CODES = ("usd", "eur", "gbp", "rmb", "aud", "cad", "inr", "ngn")
"""Codes that are also written in lower case before an amount."""
LETTER_CODES = {"sh": "KES", "shs": "KES", "ksh": "KES", "kshs": "KES", "n": "NGN", "r": "ZAR"}
"""Letters before a large sum → code: shillings (Kenya's where no other country is named), naira, rand."""
PESO_CODES = frozenset({"MXN", "CLP", "COP", "ARS", "UYU", "BRL"})
"""Currencies other than dollars that are written with "$" after their code."""
RUPEE_CODES = frozenset({"INR", "PKR", "NPR", "BDT", "LKR"})
"""Currencies whose sums are counted in lakh and crore."""

CURRENCY_STATEMENT = re.compile(
    r"\b(?:figures|amounts|prices|sums|currency|values|dollars)\b[^.\n]{0,40}?"
    rf"\b(?P<country>{build_alternation(DOLLAR_COUNTRIES)}) (?:dollars?|currency)\b",
    re.IGNORECASE,
)
"""A sentence of the page that names its dollar ("all figures in Canadian dollars")."""
YUAN_WORDS = re.compile(r"\b(?:yuan|renminbi|RMB)\b")
"""With one of these on the page, "¥" is China's."""
COMPOUND_AFTER_GRAND = re.compile(
    r"-| grand(?:-| (?!for|on|in|an?|to|from|and|or|more|less|each|per|at|off|by|out|up|down|short|that|this|was|is|of|if|when"
    r"|with|so|but|last|after|before|he|she|they|we|I|it|his|her|my|worth|every|just|back|over|under|as|too|extra)\w)"
)
"""A grand with a noun after it is none: "five grand pianos", "two grand juries"."""
