"""Sentences with their quantities: quantulum3's cases, Recognizers' specs, and our own news sentences.

In: the data folder, and `own_figures.jsonl` beside this file. Out: cases in one shape, units in one
naming. Out of scope: how they are scored.
"""

from __future__ import annotations

import json
import re
import tarfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.data import data_folder
from onrecord.extract.figures.money.currency_words import look_up_currency
from onrecord.extract.figures.money.iso4217 import list_currency_codes

OWN = Path(__file__).with_name("own_figures.jsonl")
SECOND = Path(__file__).with_name("own_figures_2.jsonl")
_CASES = "quantulum3/_lang/en_US/tests/quantities.json"
_NUMBERS = ("Number/English/NumberModel.json", "Number/English/PercentModel.json")
_UNITS = tuple(
    f"NumberWithUnit/English/{kind}Model.json"
    for kind in ("Currency", "Dimension", "Age", "Temperature")
)
_BARE_YEAR = re.compile(r"(?:19|20)\d\d|19\d0s?")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity as gold or a finder gives it: half-open span, value (a range's middle), unit's key."""

    start: int
    end: int
    value: float | None
    unit: str
    hedge: str | None = None
    what: str | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """A text with all its quantities, or with those of one `kind` only ("currency", "age", …)."""

    text: str
    gold: tuple[Quantity, ...]
    kind: str | None = None


def quantulum3() -> list[Case] | None:
    """Return quantulum3's own cases; bare years are left out, for they are times."""
    folder = data_folder("quantulum3")
    if folder is None:
        return None
    (rows,) = _members(folder / "quantulum3.tar.xz", (_CASES,))
    cases = []
    for row in rows:
        gold, position = [], 0
        for one in row["res"]:
            start = row["req"].find(one["surface"], position)
            if start < 0:
                continue
            position = start + len(one["surface"])
            if not _BARE_YEAR.fullmatch(one["surface"]):
                gold.append(Quantity(start, position, *keyed(one["value"], one["unit"])))
        cases.append(Case(row["req"], tuple(gold)))
    return cases


_REFUSED = (
    (r"", r"(?i:zero|an? (?!dozen|half|third|quarter|hundred|[a-z]*illion|thousand|gallon|kibibyte|baker).*)", r""),
    (r"(?:\b[A-Z]\w*|\bi\d) $", r"\d+", r"(?! [a-z])"),
    (r"(?<!ranged)(?<!,) from (?:about )?$", r".* to .*", r""),
    (r"", r".*", r" time\b"),
    (r"", r".*tpd", r""),
    (r"\byears and $", r".* months?", r""),
    (r"", r".* years", r" and \w+ months?\b"),
    (r"\bHe will be $", r"\d+", r""),
)  # fmt: skip
"""(before, the gold's words, after) of what we hold to be no figure, or another one, by convention: a unit
with no number, a name's number, a change as a range, a day reckoned, "tpd" as short tons, a length told in two units
as two, an age as a count."""


_REFUSED_NUMBERS = (
    (r"", r"(?i:.*\bover\b.*|.*\^--.*)", r""),
    (r"", r"(?i:.*\b(?:hundred|thousand|twenty)\b.*(?:fifths?|firsts|illionths))", r""),
    (r"[A-Z./+-]$|\d,$|\bnrs\. $", r"\d+", r""),
    (r"", r"\d+", r"[./-]\d"),
    (r"^$", r"(?i:zero|nought|naught|-?\d/\d|three quarters)", r"(?: is 0)?$"),
    (r"", r"- .*|.* - .*", r""),
)  # fmt: skip
"""The same for Recognizers' numbers: sums ("one over three", "one hundred thirty fifths"), pieces of codes and
lists ("192" of "192.168.1.2", "22,24"), a nought or a fraction alone, numbers broken by blanks."""

_REFUSED_BY_SET = {"quantulum3": _REFUSED, "recognizers.number": _REFUSED_NUMBERS}


def is_refused(text: str, one: Quantity, name: str = "quantulum3") -> bool:
    """Return whether gold of the set `name` is what our conventions refuse (`docs/explain/figures.md`)."""
    return any(
        re.search(before, text[: one.start])
        and re.fullmatch(words, text[one.start : one.end])
        and re.match(after, text[one.end :])
        for before, words, after in _REFUSED_BY_SET.get(name, ())
    )


def recognizers(which: str) -> list[Case] | None:
    """Return the English specs of `number` (numbers and percentages) or `unit` (the rest)."""
    folder = data_folder("recognizers")
    if folder is None:
        return None
    names = tuple(f"Specs/{name}" for name in (_NUMBERS if which == "number" else _UNITS))
    cases = []
    for name, rows in zip(names, _members(folder / "recognizers.tar.xz", names), strict=True):
        kind = re.sub(r".*/(\w+)Model.json", r"\1", name).lower()
        for row in rows:
            gold = [_spec(row["Input"], one, kind) for one in row["Results"] if one]
            told = tuple(one for one in gold if one is not None)
            only = "%" if kind == "percent" else None if which == "number" else kind
            cases.append(Case(row["Input"], told, only))
    return cases


def own(path: Path = OWN) -> list[Case]:
    """Return our own sentences (`OWN` of news, `SECOND` of many trades), written before anything was run on them."""
    cases = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        gold, position = [], 0
        for one in row["gold"]:
            start = row["text"].index(one["surface"], position)
            position = start + len(one["surface"])
            value, unit = keyed(middle(**_bounds(one)), one["unit"] or "")
            gold.append(Quantity(start, position, value, unit, one["hedge"], one["what"]))
        cases.append(Case(row["text"], tuple(gold)))
    return cases


def _bounds(one: dict[str, Any]) -> dict[str, float | None]:
    return {name: one.get(name) for name in ("value", "low", "high")}


def middle(value: float | None, low: float | None, high: float | None) -> float | None:
    """Return the value, or the middle of a range, or the lower bound."""
    if value is not None or low is None:
        return value
    return low if high is None else (low + high) / 2


def _spec(text: str, one: dict[str, Any], kind: str) -> Quantity | None:
    resolution = one.get("Resolution") or {}
    start = one["Start"] if "Start" in one else text.lower().find(one["Text"].lower())
    value = str(resolution.get("value") or "").rstrip("%")
    if start < 0 or not re.fullmatch(r"[-\d.eE+]+", value):
        return None
    unit = resolution.get("isoCurrency") or resolution.get("unit") or ""
    unit = {"percent": "percentage", "age": "year" if unit == "Age" else unit}.get(kind, unit)
    if kind == "dimension" and unit == "Pound":
        unit = "pound-mass"
    return Quantity(start, start + len(one["Text"]), *keyed(float(value), unit))


def _members(archive: Path, names: tuple[str, ...]) -> list[Any]:
    found: dict[str, Any] = {}
    with tarfile.open(archive) as tar:
        for member in tar:
            if member.name in names:
                stream = tar.extractfile(member)
                assert stream is not None
                found[member.name] = json.loads(stream.read().decode("utf-8-sig"))
    return [found[name] for name in names]


_ALIASES: dict[str, tuple[float, str]] = {
    "dimensionless": (1, ""), "fraction": (1, ""), "count": (1, ""), "percentage": (1, "%"),
    "pound": (1, "GBP"), "penny": (0.01, "GBP"), "pence": (0.01, "GBP"), "cent": (0.01, "USD"),
    "dime": (0.1, "USD"), "c": (1, "degree celsius"), "f": (1, "degree fahrenheit"),
    "dozen": (12, ""), "gross": (144, ""), "baker's dozen": (13, ""), "metric ton": (1, "tonne"),
    "cubic centimetre": (1, "millilitre"), "stere": (1, "cubic metre"),
    "dollar": (1, "USD"), "bitcoin": (1, "BTC"), "btc": (1, "BTC"), "watt hour": (1, "watt-hour"),
    "megawatt hour": (1, "megawatt-hour"), "kilowatt hour": (1, "kilowatt-hour"),
    "dollar per hour": (1, "USD"), "dollar per kilogram": (1, "USD"), "count per week": (1, "time"),
    "franc": (1, "CHF"), "netherlands guilder": (1, "NLG"), "megayear": (1e6, "year"), "gigayear": (1e9, "year"),
    "kilogram-force": (1, "kilogram"), "per cent": (1, "%"), "percentage point": (1, "percentage point"),
}  # fmt: skip
"""Small names that libraries give → factor and our key. Prices by the piece are prices."""
_SPELT = (
    ("per square second", "per second squared"),
    ("meter", "metre"),
    ("liter", "litre"),
    ("mmetre", "mmeter"),
)


def keyed(value: float | None, unit: str) -> tuple[float | None, str]:
    """Return the value and the key of a unit, whatever library named it.

    Examples:
        >>> keyed(50.0, "Cent"), keyed(3.0, "Kilometer")
        ((0.5, 'USD'), (3.0, 'kilometre'))

    """
    if unit in list_currency_codes():
        return value, unit
    small = unit.lower()
    for written, british in _SPELT:
        small = small.replace(written, british)
    factor, key = _ALIASES.get(small, (1, small))
    if key == small and (code := look_up_currency(small)[0]):
        factor, key = look_up_currency(small)[1], code
    return (None if value is None else value * factor), key


def kind_of(unit: str) -> str:
    """Return the kind of Recognizers' specs that a unit's key belongs to."""
    if unit in list_currency_codes():
        return "currency"
    if unit.startswith(("degree", "kelvin")):
        return "temperature"
    if unit in {"year", "month", "week", "day"}:
        return "age"
    if unit in {"hour", "minute", "second", "decade", "century", "time", ""}:
        return "none"
    return "%" if unit == "%" else "dimension"
