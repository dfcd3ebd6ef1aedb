"""The quantity that the parsers of figures pass on: a number with hedge, unit and kind.

In: nothing. Out: `Quantity`. Out of scope: how it is parsed, and what it counts.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from onrecord.language.numerals import round_binary_noise


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity in a block's text: code points `start, end`, half-open, reach from its hedge to its unit.

    Attributes:
        number_start: code point where the number itself begins.
        value, low, high, hedge, unit: as in `records.Figure`.
        kind: one of `records.figure.FIGURE_KINDS`.
        currency_name: the currency's name as written, singular, where several countries have one of that name
            ("dollar", "cent"); else None.
        scale: the scale written ("million"), 1 without one.

    """

    start: int
    end: int
    number_start: int
    value: float | None
    low: float | None = None
    high: float | None = None
    hedge: str | None = None
    unit: str | None = None
    kind: str = "count"
    currency_name: str | None = None
    scale: float = 1.0

    def multiply(self, factor: float) -> Quantity:
        """Return the quantity with value and bounds multiplied."""
        return replace(
            self,
            value=_multiply(self.value, factor),
            low=_multiply(self.low, factor),
            high=_multiply(self.high, factor),
        )


def _multiply(number: float | None, factor: float) -> float | None:
    return None if number is None else round_binary_noise(number * factor)
