"""Columns of integers packed into few bytes: how every map of a page is stored.

In: arrays. Out: bytes, and the arrays again. Out of scope: what the columns mean, and how many there are.
"""

from __future__ import annotations

import sys
import zlib
from array import array
from collections.abc import Iterable
from itertools import accumulate


def pack_columns(rising: Iterable[array[int]], plain: Iterable[array[int]] = ()) -> bytes:
    """Return columns as bytes, little-endian and compressed.

    Args:
        rising: columns that are delta-encoded first, as their steps are small.
        plain: columns that follow as they are.

    """
    columns = array("i")
    for column in rising:
        columns.extend(b - a for a, b in zip([0, *column], column, strict=False))
    for column in plain:
        columns.extend(column)
    if sys.byteorder == "big":
        columns.byteswap()
    return zlib.compress(columns.tobytes(), 6)


def unpack_columns(packed: bytes) -> array[int]:
    """Return what `pack_columns` packed, one column after the other; `undo_delta` restores a rising one."""
    columns = array("i")
    columns.frombytes(zlib.decompress(packed))
    if sys.byteorder == "big":
        columns.byteswap()
    return columns


def undo_delta(steps: array[int]) -> array[int]:
    """Return the column whose steps these are."""
    return array("i", accumulate(steps))
