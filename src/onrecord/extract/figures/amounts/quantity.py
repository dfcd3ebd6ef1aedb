"""A quantity as read from text.

In: nothing. Out: the record that the readers of quantities fill. Out of scope: how it is read.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from onrecord.language.numerals import round_binary_noise


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity read: `start, end` index the text from its hedge to its unit.

    Attributes:
        number: where the number itself starts.
        value, low, high, hedge, unit: as in `records.Figure`.
        kind: `count`, `range`, `order`, `fraction`, `percent`, `money` or `measure`.
        bare: the name of money that several countries have ("dollar", "cent"), or None.
        scale: the scale said ("million"), 1 where none is.

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
        """Return the quantity with every number multiplied."""
        return replace(
            self,
            value=_multiply(self.value, factor),
            low=_multiply(self.low, factor),
            high=_multiply(self.high, factor),
        )


def _multiply(number: float | None, factor: float) -> float | None:
    return None if number is None else round_binary_noise(number * factor)
