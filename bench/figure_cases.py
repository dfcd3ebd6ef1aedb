"""Sentences with their quantities: quantulum3's cases, Recognizers' specs, and our own news sentences.

In: the data folder, and `own_figures.jsonl` beside this file. Out: cases in one shape, units by one
set of names. Out of scope: how they are scored.
"""

from __future__ import annotations

import json
import re
import tarfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.data import find_data_folder
from onrecord.extract.figures.money.currency_words import look_up_currency
from onrecord.extract.figures.money.iso4217 import list_currency_codes

OWN_NEWS = Path(__file__).with_name("own_figures.jsonl")
OWN_TRADES = Path(__file__).with_name("own_figures_2.jsonl")
_QUANTULUM_FILE = "quantulum3/_lang/en_US/tests/quantities.json"
_NUMBER_FILES = ("Number/English/NumberModel.json", "Number/English/PercentModel.json")
_UNIT_FILES = tuple(
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


def read_quantulum3() -> list[Case] | None:
    """Return quantulum3's own cases; bare years are excluded, because they are times."""
    folder = find_data_folder("quantulum3")
    if folder is None:
        return None
    (rows,) = _read_members(folder / "quantulum3.tar.xz", (_QUANTULUM_FILE,))
    cases = []
    for row in rows:
        gold, position = [], 0
        for one in row["res"]:
            start = row["req"].find(one["surface"], position)
            if start < 0:
                continue
            position = start + len(one["surface"])
            if not _BARE_YEAR.fullmatch(one["surface"]):
                gold.append(Quantity(start, position, *normalise_unit(one["value"], one["unit"])))
        cases.append(Case(row["req"], tuple(gold)))
    return cases


_EXCLUDED_QUANTITIES = (
    (r"", r"(?i:zero|an? (?!dozen|half|third|quarter|hundred|[a-z]*illion|thousand|gallon|kibibyte|baker).*)", r""),
    (r"(?:\b[A-Z]\w*|\bi\d) $", r"\d+", r"(?! [a-z])"),
    (r"(?<!ranged)(?<!,) from (?:about )?$", r".* to .*", r""),
    (r"", r".*", r" time\b"),
    (r"", r".*tpd", r""),
    (r"\byears and $", r".* months?", r""),
    (r"", r".* years", r" and \w+ months?\b"),
    (r"\bHe will be $", r"\d+", r""),
)  # fmt: skip
"""(before, the gold's words, after) of what by our conventions is no figure, or another one: a unit
with no number, a number in a name, a change as a range, a computed day, "tpd" as short tons, a length given in two units
as two, an age as a count."""


_EXCLUDED_NUMBERS = (
    (r"", r"(?i:.*\bover\b.*|.*\^--.*)", r""),
    (r"", r"(?i:.*\b(?:hundred|thousand|twenty)\b.*(?:fifths?|firsts|illionths))", r""),
    (r"[A-Z./+-]$|\d,$|\bnrs\. $", r"\d+", r""),
    (r"", r"\d+", r"[./-]\d"),
    (r"^$", r"(?i:zero|nought|naught|-?\d/\d|three quarters)", r"(?: is 0)?$"),
    (r"", r"- .*|.* - .*", r""),
)  # fmt: skip
"""The same for Recognizers' numbers: sums ("one over three", "one hundred thirty fifths"), pieces of codes and
lists ("192" of "192.168.1.2", "22,24"), a zero or a fraction alone, numbers broken by blanks."""

_EXCLUDED_BY_SET = {"quantulum3": _EXCLUDED_QUANTITIES, "recognizers.number": _EXCLUDED_NUMBERS}


def is_excluded(text: str, one: Quantity, name: str = "quantulum3") -> bool:
    """Return whether gold of the set `name` is what our conventions exclude (`docs/explain/figures.md`)."""
    return any(
        re.search(before, text[: one.start])
        and re.fullmatch(words, text[one.start : one.end])
        and re.match(after, text[one.end :])
        for before, words, after in _EXCLUDED_BY_SET.get(name, ())
    )


def read_recognizers(which: str) -> list[Case] | None:
    """Return the English specs of `number` (numbers and percentages) or `unit` (the rest)."""
    folder = find_data_folder("recognizers")
    if folder is None:
        return None
    names = tuple(f"Specs/{name}" for name in (_NUMBER_FILES if which == "number" else _UNIT_FILES))
    cases = []
    for name, rows in zip(names, _read_members(folder / "recognizers.tar.xz", names), strict=True):
        kind = re.sub(r".*/(\w+)Model.json", r"\1", name).lower()
        for row in rows:
            gold = [_read_spec(row["Input"], one, kind) for one in row["Results"] if one]
            quantities = tuple(one for one in gold if one is not None)
            only = "%" if kind == "percent" else None if which == "number" else kind
            cases.append(Case(row["Input"], quantities, only))
    return cases


def read_own(path: Path = OWN_NEWS) -> list[Case]:
    """Return our own sentences (`OWN_NEWS` of news, `OWN_TRADES` of many trades), written before anything was run on them."""
    cases = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        gold, position = [], 0
        for one in row["gold"]:
            start = row["text"].index(one["surface"], position)
            position = start + len(one["surface"])
            value, unit = normalise_unit(compute_middle(**_select_bounds(one)), one["unit"] or "")
            gold.append(Quantity(start, position, value, unit, one["hedge"], one["what"]))
        cases.append(Case(row["text"], tuple(gold)))
    return cases


def _select_bounds(one: dict[str, Any]) -> dict[str, float | None]:
    return {name: one.get(name) for name in ("value", "low", "high")}


def compute_middle(value: float | None, low: float | None, high: float | None) -> float | None:
    """Return the value, or the middle of a range, or the lower bound."""
    if value is not None or low is None:
        return value
    return low if high is None else (low + high) / 2


def _read_spec(text: str, one: dict[str, Any], kind: str) -> Quantity | None:
    resolution = one.get("Resolution") or {}
    start = one["Start"] if "Start" in one else text.lower().find(one["Text"].lower())
    value = str(resolution.get("value") or "").rstrip("%")
    if start < 0 or not re.fullmatch(r"[-\d.eE+]+", value):
        return None
    unit = resolution.get("isoCurrency") or resolution.get("unit") or ""
    unit = {"percent": "percentage", "age": "year" if unit == "Age" else unit}.get(kind, unit)
    if kind == "dimension" and unit == "Pound":
        unit = "pound-mass"
    return Quantity(start, start + len(one["Text"]), *normalise_unit(float(value), unit))


def _read_members(archive: Path, names: tuple[str, ...]) -> list[Any]:
    found: dict[str, Any] = {}
    with tarfile.open(archive) as tar:
        for member in tar:
            if member.name in names:
                stream = tar.extractfile(member)
                assert stream is not None
                found[member.name] = json.loads(stream.read().decode("utf-8-sig"))
    return [found[name] for name in names]


_UNIT_ALIASES: dict[str, tuple[float, str]] = {
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
_BRITISH_SPELLINGS = (
    ("per square second", "per second squared"),
    ("meter", "metre"),
    ("liter", "litre"),
    ("mmetre", "mmeter"),
)


def normalise_unit(value: float | None, unit: str) -> tuple[float | None, str]:
    """Return the value and the key of a unit, whatever library named it.

    Examples:
        >>> normalise_unit(50.0, "Cent"), normalise_unit(3.0, "Kilometer")
        ((0.5, 'USD'), (3.0, 'kilometre'))

    """
    if unit in list_currency_codes():
        return value, unit
    small = unit.lower()
    for written, british in _BRITISH_SPELLINGS:
        small = small.replace(written, british)
    factor, key = _UNIT_ALIASES.get(small, (1, small))
    if key == small and (code := look_up_currency(small)[0]):
        factor, key = look_up_currency(small)[1], code
    return (None if value is None else value * factor), key


def classify_unit(unit: str) -> str:
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
