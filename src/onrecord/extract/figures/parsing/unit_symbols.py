"""Short units: what a letter or sign right after digits measures.

In: a quantity, what stands around it. Out: the quantity in feet and inches, stones, degrees, pence, metres
of a race or a jump, picometres, millions of years. Out of scope: units said by their names.
"""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.extract.figures.amounts.amount import Amount
from onrecord.extract.figures.amounts.quantity import Quantity
from onrecord.extract.figures.en.unit_context import (
    EXTENT_WORDS,
    LENGTH_CONTEXT,
    RACE_CONTEXT,
    RACE_LENGTHS,
    TEMPERATURE_CONTEXT,
)
from onrecord.extract.figures.en.units import SUBUNIT_RATIOS
from onrecord.language.numerals import build_alternation, round_binary_noise

NEAR_CHARS = 60
"""How far a word may stand that says whether "5m" is a length and "10 pounds" a weight."""


_FEET = re.compile(r"['′’] ?(?:(?P<inches>\d{1,2}) ?(?:[\"″”]|'')(?!\w))")
_STONES = re.compile(r"st(?![a-z])")
_AEONS = re.compile(r" ?(?P<size>[kMG])(?:a|yr)(?= (?:ago|old|to|and|before|after)\b|[.,;:)–-]|$)")
_AEON_SIZES = {"k": 1e3, "M": 1e6, "G": 1e9}
_PICO = re.compile(r" (?P<prefix>[pa])m(?![\w.]\w)")


def attach_symbol_unit(text: str, quantity: Quantity, amount: Amount) -> Quantity | None:
    """Read feet and inches by their signs, "12st" (no "21st"), "2.1 pm" (a clock has two digits or none), "66 Ma"."""
    written, value = text[quantity.number_start : amount.end], quantity.value or 0
    if aeons := _AEONS.match(text, quantity.end):
        many = quantity.multiply(_AEON_SIZES[aeons["size"]])
        return replace(many, end=aeons.end(), unit="year", kind="measure")
    if not written.isdigit():
        pico = _PICO.match(text, quantity.end)
        if pico is None or not re.fullmatch(r"\d+\.(?:\d|\d{3,})", written):
            return None
        name = {"p": "picometre", "a": "attometre"}[pico["prefix"]]
        return replace(quantity, end=pico.end(), unit=name, kind="measure")
    feet, stones = _FEET.match(text, quantity.end), _STONES.match(text, quantity.end)
    if feet and int(feet["inches"]) < SUBUNIT_RATIOS["foot", "inch"]:
        value += int(feet["inches"]) / SUBUNIT_RATIOS["foot", "inch"]
        return replace(
            quantity, end=feet.end(), value=round_binary_noise(value), unit="foot", kind="measure"
        )
    if stones and value >= _LIGHTEST and (value % 10 != 1 or value % 100 == 11):
        return replace(quantity, end=stones.end(), unit="stone", kind="measure")
    return None


_LIGHTEST = 5
"""Stones that anybody weighs."""


def attach_letter_unit(text: str, quantity: Quantity, letter: re.Match[str]) -> Quantity:
    """Read "41C", "100F", "50p", "5c"."""
    told = letter["letter"].strip()
    near = text[max(0, quantity.number_start - NEAR_CHARS) : letter.end() + NEAR_CHARS]
    if letter["letter"][0] == " " and not TEMPERATURE_CONTEXT.search(near):
        return quantity
    if told == "p":
        return replace(quantity.multiply(0.01), end=letter.end(), unit="GBP", kind="money")
    if told in {"c", "¢"}:
        if (
            told == "c"
            and "$" not in text
            and "€" not in text
            and not _PRICED.match(text, letter.end())
        ):
            return quantity
        found = replace(quantity.multiply(0.01), end=letter.end(), unit="USD", kind="money")
        return replace(found, currency_name="cent")
    name = {"C": "degree Celsius", "F": "degree Fahrenheit"}[told]
    return replace(quantity, end=letter.end(), unit=name, kind="measure")


_PRICED = re.compile(
    r"(?: an? |/| per )(?:kilo|kg|kilogram|lit(?:re|er)|pound|lb|tonne|dozen|bushel|share|unit|kWh)\b"
)
"""After "512c" this says that it is cents."""


def is_metres(text: str, quantity: Quantity, amount: Amount) -> bool:
    """Return whether "5m" is a length: "the 100m sprint", "cleared 2.05m", "5.4m-long"."""
    if amount.scale_abbreviation != "m":
        return False
    if re.match(
        rf"[ -](?:{build_alternation(EXTENT_WORDS)}|across(?=[.,;)]|$| and| with| in))\b",
        text[quantity.end : quantity.end + 16],
    ):
        return True
    if _is_grouped_thousand(text, quantity, amount):
        return True
    before, after = (
        text[max(0, quantity.number_start - 6) : quantity.number_start],
        text[quantity.end :],
    )
    if re.match(r" ?[x×] ?\d", after) or re.search(r"\dm? ?[x×] ?$", before):
        return True
    value = round(amount.value / amount.scale, 6)
    followed = re.match(r"[- ](?:[a-z]+[- ]){0,2}[a-z]+s\b", text[quantity.end :])
    if text[amount.unscaled_end : amount.unscaled_end + 1] == " ":
        return not followed
    near = text[max(0, quantity.number_start - NEAR_CHARS) : quantity.end + NEAR_CHARS]
    if value in RACE_LENGTHS and _RACE.match(text, quantity.end) and RACE_CONTEXT.search(near):
        return not re.search(r"[£$€]|%", near)
    if followed or value >= 1000:
        return False
    return bool(LENGTH_CONTEXT.search(near)) and not re.search(r"[£$€]|%", near)


def convert_race_distance(text: str, quantity: Quantity, amount: Amount) -> Quantity | None:
    """Return "5k", "10K" of a race in kilometres, or None where it counts thousands."""
    if amount.scale_abbreviation.lower() != "k" or amount.value / amount.scale not in _RUNS:
        return None
    near = text[max(0, quantity.number_start - NEAR_CHARS) : quantity.end + NEAR_CHARS]
    if re.match(r" (?:[a-z]+ )?[a-z]{2,}s\b", text[quantity.end :]) and not re.match(
        r" (?:races|runs)\b", text[quantity.end :]
    ):
        return None
    if not _RAN.search(near) or re.search(r"[£$€]", near):
        return None
    return replace(quantity.multiply(1 / amount.scale), unit="kilometre", kind="measure", scale=1.0)


_RUNS = frozenset({5, 10, 15, 20, 50})
_RAN = re.compile(
    r"\b(?:ran|run|runner|runners|running|race[ds]?|racing|jog\w*|parkrun|charity walk|marathon)\b",
    re.IGNORECASE,
)


def _is_grouped_thousand(text: str, quantity: Quantity, amount: Amount) -> bool:
    """Return whether "3,870m" is metres: nobody tells thousands of millions of anything but money so."""
    written = text[quantity.number_start : amount.unscaled_end]
    if amount.unscaled_end == quantity.end - 1 and re.fullmatch(r"\d,\d{3}", written):
        before = text[max(0, quantity.start - 24) : quantity.start]
        return not re.search(r"[£$€¥₹]|\b[A-Z]{3} ?$", before)
    return False


_RACE = re.compile(
    r"[.,;:)]|$| in (?:\d|an? |under|just)| (?:and|at|title|gold|silver|bronze|champions?|finals?|heats?|world|record|event"
    r"|individual|butterfly|backstroke|breaststroke|medley|steeplechase|races?|sprints?|run|swim|walk)\b"
)
"""After "the 200m" these say that it is run or swum."""
