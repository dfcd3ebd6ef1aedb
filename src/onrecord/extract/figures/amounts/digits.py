"""Numbers in digits: "12,34,567", "1.234.567", "1,3 million", "10 1/2", "3 × 10⁶".

In: a text and a code point where digits may begin. Out: the amount, without the scale after it. Out of scope: scales, signs
below zero, and fractions alone ("3/4").
"""

from __future__ import annotations

import re

from onrecord.extract.figures.amounts.amount import Amount
from onrecord.extract.figures.en.units import PERCENT_WORDS, SUPERSCRIPTS
from onrecord.extract.figures.units.unit_names import parse_unit
from onrecord.language.en.numbers import SCALES, VULGAR_FRACTIONS
from onrecord.language.numerals import MAX_DIGITS, build_alternation

_DIGITS = re.compile(
    r"\d{1,3}(?:,\d{3})+(?![\d])(?:\.\d+)?"
    r"|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)(?:\.\d+)?"
    r"|(?P<dots>\d{1,3}(?:\.\d{3}){2,}(?![\d.]))"
    r"|(?P<thousand>[1-9]\d{0,2}\.000)(?= (?:[a-z]+ ){0,2}[a-z]{3,}s\b)"
    r"|(?P<comma>\d{1,3}(?:\.\d{3})+,\d{1,2}(?!\d))"
    r"|\d{1,3}(?: \d{3})+(?!\d|[,.]\d{3})(?:\.\d+)?"
    r"|\d+(?:\.\d+)?|\.\d+"
)
_VULGAR = f"(?P<sign>[{''.join(VULGAR_FRACTIONS)}])"
_VULGAR_ALONE = re.compile(_VULGAR)
_VULGAR_AFTER = re.compile(rf"[ -]?{_VULGAR}")
_CUT_BY_COMMA = re.compile(r",\d")
_MIXED = re.compile(r"[ -]+(?P<top>\d{1,2}) ?/ ?(?P<bottom>[1-9]\d?)(?![\d/]|[.,]\d)")
_POWER = re.compile(
    r"e([-+]?\d{1,3})(?!\w|\.\d)| ?[×x] ?10(?:(?:\^|(?=[-−]))([-−+]?\d{1,2})(?!\d)|([⁻⁺]?[⁰¹²³⁴-⁹]{1,2}))"
    r"|\^([-+]?\d{1,2})(?!\d)| ?[×x*] ?(\d{1,3})\^([-+]?\d{1,2})(?!\d)"
)
_RAISED = re.compile(r"[⁻⁺]?[⁰¹²³⁴-⁹]{1,2}(?![⁰¹²³⁴-⁹])")
_RAISED_CENTS = re.compile(r"[⁰¹²³⁴-⁹]{2}(?![⁰¹²³⁴-⁹])")
_CURRENCY_BEFORE = re.compile(r"[$£€¥₹] ?$")
_COMMA_IN_DIGITS = re.compile(r"\d+,\d")
_DECIMAL_COMMA = re.compile(r"(?P<whole>\d{1,3}),(?P<decimals>\d{1,2})(?!\d|[.,]\d)")
"""Perhaps a decimal comma ("1,3 million"): what is before or after it must say so."""
_SHOWS_DECIMAL_COMMA = re.compile(
    rf"[ -]?(?:{build_alternation(PERCENT_WORDS)}|{build_alternation(SCALES)}|bn|mn|m)(?![a-z])",
    re.IGNORECASE,
)


def parse_digits(text: str, start: int) -> Amount | None:
    """Return the number in digits at `start`, with its part ("10 1/2", "2½") or power ("3 × 10⁶"), or None."""
    if _COMMA_IN_DIGITS.match(text, start) and (amount := _parse_decimal_comma(text, start)):
        return amount
    found = _DIGITS.match(text, start)
    if found is None:
        return _build_with_vulgar(_VULGAR_ALONE.match(text, start), 0.0)
    if len(found[0]) > MAX_DIGITS:
        return None
    value, end = _read_digits(found), found.end()
    amount = _build_with_vulgar(_VULGAR_AFTER.match(text, end), value)
    if amount is None and not _CUT_BY_COMMA.match(text, end):
        return (
            _parse_mixed(text, found, value)
            or _parse_raised(text, found, value)
            or _parse_power(text, found, value)
            or _build(value, end)
        )
    return amount


def _build(value: float, end: int) -> Amount:
    return Amount(end, value, in_digits=True, unscaled_end=end)


def _build_with_vulgar(sign: re.Match[str] | None, whole: float) -> Amount | None:
    return _build(whole + VULGAR_FRACTIONS[sign["sign"]], sign.end()) if sign else None


def _read_digits(found: re.Match[str]) -> float:
    digits = found[0].replace(" ", "")
    if found["dots"] or found["thousand"]:
        digits = digits.replace(".", "")
    if found["comma"]:
        digits = digits.replace(".", "").replace(",", ".")
    return float(digits.replace(",", ""))


def _parse_mixed(text: str, found: re.Match[str], whole: float) -> Amount | None:
    """Return a whole number and a fraction with a slash ("10 1/2"), or None."""
    mixed = _MIXED.match(text, found.end())
    if mixed is None or int(mixed["top"]) >= int(mixed["bottom"]) or "." in found[0]:
        return None
    return _build(whole + int(mixed["top"]) / int(mixed["bottom"]), mixed.end())


def _parse_raised(text: str, found: re.Match[str], value: float) -> Amount | None:
    """Return a power of ten ("10⁶") or a price with raised cents ("$11⁹⁹"), or None."""
    is_price = _CURRENCY_BEFORE.search(text, max(0, found.start() - 2), found.start())
    cents = _RAISED_CENTS.match(text, found.end()) if is_price and "." not in found[0] else None
    if cents:
        return _build(value + int(cents[0].translate(SUPERSCRIPTS)) / 100, cents.end())
    power = _RAISED.match(text, found.end()) if found[0] == "10" else None
    return _build(value ** int(power[0].translate(SUPERSCRIPTS)), power.end()) if power else None


def _parse_power(text: str, found: re.Match[str], value: float) -> Amount | None:
    """Return a number times or to a power ("1.2e6", "3 × 10⁶", "2^10", "8x2^10"), or None."""
    power = _POWER.match(text, found.end())
    raised = _raise_to_power(value, power) if power else None
    return _build(raised, power.end()) if power and raised is not None else None


def _raise_to_power(value: float, power: re.Match[str]) -> float | None:
    written = power[1] or power[2] or power[3] or power[4] or power[6]
    exponent = int(written.translate(SUPERSCRIPTS).replace("−", "-"))
    base = float(power[5] or 10)
    try:
        raised = value**exponent if power[4] else value * base**exponent
    except (OverflowError, ZeroDivisionError):
        return None
    return raised if abs(raised) < 10.0**MAX_DIGITS else None


def _parse_decimal_comma(text: str, start: int) -> Amount | None:
    """Return a number with a decimal comma, where money before or a scale or unit after says that it is one."""
    found = _DECIMAL_COMMA.match(text, start)
    if found is None:
        return None
    priced = len(found["decimals"]) == 2 and text[max(0, start - 2) : start].rstrip()[-1:] in (
        "€",
        "£",
    )
    if not (
        priced or _SHOWS_DECIMAL_COMMA.match(text, found.end()) or parse_unit(text, found.end())
    ):
        return None
    return _build(float(f"{found['whole']}.{found['decimals']}"), found.end())
