"""The number that the parsers of `amounts` return.

In: nothing. Out: `Amount`. Out of scope: how it is parsed, and units (`quantity`).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as written, without currency, unit or hedge.

    Attributes:
        end: code point of the text after its last character.
        value: the number.
        scale: its last scale (1_000_000.0 in "two million"), 1 without one.
        scale_abbreviation: the letters of a scale right after the digits ("m" in "5m"), which may be a unit
            instead; "" without them.
        in_digits: it begins with digits.
        is_fraction: it is a part of a whole ("two thirds").
        unscaled_end: code point after the number without its scale.

    """

    end: int
    value: float
    scale: float = 1.0
    scale_abbreviation: str = ""
    in_digits: bool = False
    is_fraction: bool = False
    unscaled_end: int = 0
