"""The reference of thresholds lists every number as it is."""

from __future__ import annotations

from bench.thresholds import REFERENCE, iter_tables, render_reference, vary

from onrecord.thresholds import describe


def test_the_reference_is_what_the_command_writes() -> None:
    """`python -m bench.thresholds --page` writes it again."""
    assert REFERENCE.read_text(encoding="utf-8") == render_reference()


def test_every_table_is_in_it() -> None:
    text = REFERENCE.read_text(encoding="utf-8")
    rooms = dict(iter_tables())
    assert {"extract.quotes", "pages", "link", "story"} <= rooms.keys()
    for room, table in rooms.items():
        assert f"## `{room}`" in text
        assert all(f"| `{number.name}` | " in text for number in describe(table))


def test_half_and_double_of_a_number_are_others() -> None:
    assert [vary(8, 0.5), vary(8, 2.0), vary(1, 2.0), vary(0, 2.0)] == [4, 16, 2, 1]
    assert [vary(0.4, 0.5), vary(0.4, 2.0), vary(0.8, 2.0), vary(2.5, 2.0)] == [0.2, 0.8, 1.0, 5.0]
