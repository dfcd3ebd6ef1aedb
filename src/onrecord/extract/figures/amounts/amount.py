"""An amount as read from text.

In: nothing. Out: the record that the readers of numbers fill. Out of scope: how it is read.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Amount:
    """A number read.

    Attributes:
        end: where it ends.
        value: the number.
        scale: the last scale said (1_000_000.0 of "two million"), 1 where none is.
        short: the scale is a letter or two at the digits ("5m"), which may be a unit instead.
        digits: it starts with digits.
        part: it is a part of a whole ("two thirds").
        plain: where the number ends without its scale.

    """

    end: int
    value: float
    scale: float = 1.0
    scale_abbreviation: str = ""
    in_digits: bool = False
    is_fraction: bool = False
    unscaled_end: int = 0
