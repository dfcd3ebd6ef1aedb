"""Thresholds of exports: lengths of what is quoted or shortened."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.thresholds import define_threshold


@dataclass(frozen=True, slots=True)
class ExportThresholds:
    """Bounds of what exported files hold."""

    headline_chars: int = define_threshold(
        90,
        "characters",
        "length of a slide's headline; longer text ends with an ellipsis",
        "by hand: two lines of a slide",
    )
    context_chars: int = define_threshold(
        32,
        "characters",
        "length of prefix and suffix in a TextQuoteSelector",
        "by hand: enough to tell the same words apart within a page; the position selector is exact",
    )
    cell_chars: int = define_threshold(
        32767,
        "characters",
        "length of a text that a cell of a workbook holds; longer text is cut and says so",
        "law: Excel's limit of a cell",
    )
    rows_per_sheet: int = define_threshold(
        1048575,
        "rows",
        "rows on one sheet of a workbook, without the header",
        "law: Excel's limit of a sheet is 2^20 rows",
    )
    sheets_per_table: int = define_threshold(
        99, "sheets", "sheets that one table of a workbook may fill", "limit: memory"
    )


THRESHOLDS = ExportThresholds()
"""The table in use."""
