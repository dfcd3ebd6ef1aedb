"""XLSX: one workbook, a sheet for each table, and one that says what made them.

Every text is written as text, none as a formula or a link, and with the apostrophe that CSV has: a sheet saved as CSV
stays harmless.

Source: ECMA-376, SpreadsheetML; Excel's limits of a sheet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from importlib.util import find_spec
from itertools import islice
from typing import TYPE_CHECKING, BinaryIO

from onrecord.errors import MissingExtra
from onrecord.export.about import describe_export
from onrecord.export.flat_tables import iter_flat_rows, list_columns, list_flat_tables
from onrecord.export.thresholds import THRESHOLDS
from onrecord.story import SelectedStory
from onrecord.story.tables import Cell
from onrecord.story.tables.guarded_text import drop_impossible_in_xml, guard_formula

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

_CUT = " […cut: a cell holds no more]"


def write(selected: SelectedStory, stream: BinaryIO, report: Callable[[str], None]) -> None:
    """Write the workbook to `stream`; a table without rows has no sheet.

    Raises:
        MissingExtra: where XlsxWriter is not installed.

    """
    if find_spec("xlsxwriter") is None:
        raise MissingExtra("xlsx", "a workbook")
    from xlsxwriter import Workbook

    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(stream, {"in_memory": True, **options}) as workbook:
        _set_properties(workbook, selected)
        _write_sheet(workbook, "about", ("what", "value"), iter(describe_export(selected)))
        for table in list_flat_tables(selected):
            names = [column.name for column in list_columns(table)]
            rows = (tuple(row.values()) for row in iter_flat_rows(selected, table))
            cut = _write_sheets(workbook, table, names, rows)
            if cut:
                report(f"{table}: {cut} cell(s) cut at {THRESHOLDS.cell_chars:,} characters")


def _set_properties(workbook: Workbook, selected: SelectedStory) -> None:
    """Set the workbook's day to the last run's: the same story gives the same file."""
    finished = [run.finished for run in selected.story.runs() if run.finished]
    if finished:
        created = datetime.fromisoformat(finished[-1]).replace(tzinfo=None)
        workbook.set_properties({"title": selected.story.path.stem, "created": created})


def _write_sheets(
    workbook: Workbook, table: str, names: Sequence[str], rows: Iterator[tuple[Cell, ...]]
) -> int:
    """Write a table, on more than one sheet where one can't hold it; return how many cells were cut."""
    cut = 0
    for number in range(1, THRESHOLDS.sheets_per_table + 1):
        some = list(islice(rows, THRESHOLDS.rows_per_sheet))
        if not some:
            break
        name = table if number == 1 else f"{table} {number}"
        cut += _write_sheet(workbook, name, names, some)
    return cut


def _write_sheet(
    workbook: Workbook, name: str, names: Sequence[str], rows: Iterable[tuple[Cell, ...]]
) -> int:
    sheet, cut = workbook.add_worksheet(name), 0
    bold = workbook.add_format({"bold": True})
    for at, heading in enumerate(names):
        sheet.write_string(0, at, heading, bold)
    for number, row in enumerate(rows, start=1):
        for at, value in enumerate(row):
            cut += _write_cell(sheet, number, at, value)
    sheet.freeze_panes(1, 0)
    return cut


def _write_cell(sheet: Worksheet, row: int, column: int, value: Cell) -> int:
    """Write one cell and return 1 if its text was cut, else 0."""
    if value is None:
        return 0
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, str):
        text = guard_formula(drop_impossible_in_xml(value))
        is_cut = len(text) > THRESHOLDS.cell_chars
        if is_cut:
            text = text[: THRESHOLDS.cell_chars - len(_CUT)] + _CUT
        sheet.write_string(row, column, text)
        return int(is_cut)
    else:
        sheet.write_number(row, column, value)
    return 0
