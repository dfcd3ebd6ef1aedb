"""Thresholds of PDF: what a file may cost, and how lines make columns and paragraphs.

A sheet is a printed page of a PDF; a point is 1/72 inch.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.thresholds import define_threshold


@dataclass(frozen=True, slots=True)
class SheetThresholds:
    """Bounds of the rules that read sheets, columns and paragraphs."""

    # --- the process that reads the file ----------------------------------------------------------
    max_memory_bytes: int = define_threshold(
        900_000_000,
        "bytes",
        "address space of the process that reads a PDF",
        "limit: memory; no input may take more than a gigabyte",
    )
    max_image_pixels: int = define_threshold(
        4_000_000, "pixels", "pixels of a rendered sheet", "limit: memory and size of the image"
    )
    extra_wait_seconds: int = define_threshold(
        5,
        "seconds",
        "time on the clock that the process gets beyond its CPU time before it is ended",
        "limit: time; starting and answering takes less",
    )
    max_coordinate: float = define_threshold(
        1e6,
        "points",
        "distance from the sheet's corner up to which a glyph's box is believed",
        "limit: PDF viewers stop at 200 inches, and hostile files state any place",
    )
    # --- columns ----------------------------------------------------------------------------------
    min_column_lines: int = define_threshold(
        4, "lines", "lines of a column of prose", "by hand: fewer are captions and addresses"
    )
    min_column_words: int = define_threshold(
        3, "words", "words of the median line of a column of prose", "by hand: fewer are cells"
    )
    min_line_fill: float = define_threshold(
        0.6,
        "share of the column's width",
        "width of the median line of a column of prose",
        "by hand: lines of prose are mostly full",
    )
    gutter_width: int = define_threshold(
        7,
        "points",
        "width of a gap between words, and of a strip of paper, that may separate columns",
        "by hand: wider than a space between words, narrower than the gutters of print",
    )
    max_gutter_crossings: float = define_threshold(
        0.25,
        "share of the lines at the fullest place",
        "lines that may cross a gutter: headlines and wide tables",
        "by hand: what spans columns is less",
    )
    max_sheet_width: int = define_threshold(
        2_000, "points", "wider sheets are not searched for columns", "limit: time and memory"
    )
    row_gap: float = define_threshold(
        1.6,
        "line heights",
        "distance of two base lines beyond which there is a gap between rows of a table",
        "by hand: lines of a paragraph stand closer",
    )
    min_row_gaps: int = define_threshold(
        2,
        "gaps",
        "gaps at the same heights in all columns that make them a table",
        "by hand: one is a paragraph's end by chance",
    )
    min_paragraph_fill: float = define_threshold(
        0.75,
        "share of the column's width",
        "width of the median line of a paragraph, but for its last",
        "by hand: cells are ragged",
    )
    min_ended_paragraphs: float = define_threshold(
        0.75,
        "share of a column's paragraphs",
        "paragraphs that end a sentence before a gap",
        "by hand: cells are phrases; one in four may be a heading",
    )
    min_paragraph_lines: int = define_threshold(
        3,
        "lines",
        "lines of the median part between gaps that is a paragraph, though those beside it begin at its height",
        "by hand: cells of sentences have one or two",
    )
    # --- paragraphs -------------------------------------------------------------------------------
    paragraph_gap: float = define_threshold(
        1.35,
        "letter heights",
        "distance of two base lines up to which they are of one paragraph",
        "by hand: leading is 1.0 to 1.3 of the letters' height, a paragraph's gap adds a third at least",
    )
    max_line_step: int = define_threshold(
        4,
        "letter heights",
        "distance of two base lines up to which one stands under the other",
        "by hand: further down it is another part of the sheet",
    )
    size_change: float = define_threshold(
        1.15,
        "factor",
        "change of the letters' height that begins a paragraph",
        "by hand: headings are larger by more",
    )
    full_line_share: float = define_threshold(
        0.75,
        "share of the usual line's length",
        "a line that is longer is full",
        "by hand: a shorter line that ends a sentence ends a paragraph",
    )
    surely_full_line_share: float = define_threshold(
        0.95,
        "share of the usual line's length",
        "the same, of a line whose distance to the next is not known",
        "by hand: nothing else separates paragraphs there",
    )
    edge_lines: int = define_threshold(
        2,
        "lines",
        "lines at a sheet's head and foot that may be running titles",
        "by hand: a title and a page number",
    )
    min_sheets_with_running_lines: int = define_threshold(
        3,
        "sheets",
        "sheets of a PDF in which running titles are looked for",
        "by hand: on two sheets a line repeats by chance",
    )


THRESHOLDS = SheetThresholds()
"""The table in use."""
