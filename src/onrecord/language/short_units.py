"""Short units: what a letter or sign right after digits measures.

In: a quantity, what stands around it. Out: the quantity in feet and inches, stones, degrees, pence, metres
of a race or a jump, picometres, millions of years. Leaves alone units said by their names.
"""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.language.amounts import Amount
from onrecord.language.en.figures import TEMPERATURE
from onrecord.language.en.units import EXTENTS, METRE_WORDS, SMALLER, TRACK_WORDS, TRACKS
from onrecord.language.numerals import either, tidied
from onrecord.language.quantity import Quantity

NEAR_CHARS = 60
"""How far a word may stand that says whether "5m" is a length and "10 pounds" a weight."""


_FEET = re.compile(r"['′’] ?(?:(?P<inches>\d{1,2}) ?(?:[\"″”]|'')(?!\w))")
_STONES = re.compile(r"st(?![a-z])")
_AEONS = re.compile(r" ?(?P<size>[kMG])(?:a|yr)(?= (?:ago|old|to|and|before|after)\b|[.,;:)–-]|$)")
_AEON_SIZES = {"k": 1e3, "M": 1e6, "G": 1e9}
_PICO = re.compile(r" (?P<prefix>[pa])m(?![\w.]\w)")


def odd_unit(text: str, quantity: Quantity, amount: Amount) -> Quantity | None:
    """Read feet and inches by their signs, "12st" (no "21st"), "2.1 pm" (a clock has two digits or none), "66 Ma"."""
    written, value = text[quantity.number : amount.end], quantity.value or 0
    if aeons := _AEONS.match(text, quantity.end):
        many = quantity.times(_AEON_SIZES[aeons["size"]])
        return replace(many, end=aeons.end(), unit="year", kind="measure")
    if not written.isdigit():
        pico = _PICO.match(text, quantity.end)
        if pico is None or not re.fullmatch(r"\d+\.(?:\d|\d{3,})", written):
            return None
        name = {"p": "picometre", "a": "attometre"}[pico["prefix"]]
        return replace(quantity, end=pico.end(), unit=name, kind="measure")
    feet, stones = _FEET.match(text, quantity.end), _STONES.match(text, quantity.end)
    if feet and int(feet["inches"]) < SMALLER["foot", "inch"]:
        value += int(feet["inches"]) / SMALLER["foot", "inch"]
        return replace(quantity, end=feet.end(), value=tidied(value), unit="foot", kind="measure")
    if stones and value >= _LIGHTEST and (value % 10 != 1 or value % 100 == 11):
        return replace(quantity, end=stones.end(), unit="stone", kind="measure")
    return None


_LIGHTEST = 5
"""Stones that anybody weighs."""


def lettered(text: str, quantity: Quantity, letter: re.Match[str]) -> Quantity:
    """Read "41C", "100F", "50p", "5c"."""
    told = letter["letter"].strip()
    near = text[max(0, quantity.number - NEAR_CHARS) : letter.end() + NEAR_CHARS]
    if letter["letter"][0] == " " and not TEMPERATURE.search(near):
        return quantity
    if told == "p":
        return replace(quantity.times(0.01), end=letter.end(), unit="GBP", kind="money")
    if told in {"c", "¢"}:
        if told == "c" and "$" not in text and "€" not in text:
            return quantity
        found = replace(quantity.times(0.01), end=letter.end(), unit="USD", kind="money")
        return replace(found, bare="cent")
    name = {"C": "degree Celsius", "F": "degree Fahrenheit"}[told]
    return replace(quantity, end=letter.end(), unit=name, kind="measure")


def is_metres(text: str, quantity: Quantity, amount: Amount) -> bool:
    """Return whether "5m" is a length: "the 100m sprint", "cleared 2.05m", "5.4m-long"."""
    if amount.short != "m":
        return False
    if re.match(rf"[ -](?:{either(EXTENTS)})\b", text[quantity.end : quantity.end + 16]):
        return True
    before, after = text[max(0, quantity.number - 6) : quantity.number], text[quantity.end :]
    if re.match(r" ?[x×] ?\d", after) or re.search(r"\dm? ?[x×] ?$", before):
        return True
    value = round(amount.value / amount.scale, 6)
    followed = re.match(r"[- ](?:[a-z]+[- ]){0,2}[a-z]+s\b", text[quantity.end :])
    if text[amount.plain : amount.plain + 1] == " ":
        return not followed
    near = text[max(0, quantity.number - NEAR_CHARS) : quantity.end + NEAR_CHARS]
    if value in TRACKS and _RACE.match(text, quantity.end) and TRACK_WORDS.search(near):
        return not re.search(r"[£$€]|%", near)
    if followed or value >= 1000:
        return False
    return bool(METRE_WORDS.search(near)) and not re.search(r"[£$€]|%", near)


_RACE = re.compile(
    r"[.,;:)]|$| in (?:\d|an? |under|just)| (?:and|at|title|gold|silver|bronze|champions?|finals?|heats?|world|record|event"
    r"|individual|butterfly|backstroke|breaststroke|medley|steeplechase|races?|sprints?|run|swim|walk)\b"
)
"""After "the 200m" these say that it is run or swum."""
