"""Columns of integers packed into bytes and restored."""

from __future__ import annotations

from array import array

from hypothesis import given
from hypothesis import strategies as st

from onrecord.pages.source_maps.packed_columns import pack_columns, undo_delta, unpack_columns

COLUMNS = st.lists(st.integers(-(2**30), 2**30), max_size=20).map(lambda row: array("i", row))


@given(COLUMNS.map(lambda column: array("i", sorted(column))), COLUMNS)
def test_columns_are_restored(rising: array[int], plain: array[int]) -> None:
    columns = unpack_columns(pack_columns((rising,), (plain,)))
    assert undo_delta(columns[: len(rising)]) == rising
    assert columns[len(rising) :] == plain
