"""Thresholds of markup: how much of it is read and kept, and which blocks are cut into lines."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.thresholds import define_threshold


@dataclass(frozen=True, slots=True)
class DomThresholds:
    """Bounds of the rules that turn HTML into elements and text blocks."""

    max_depth: int = define_threshold(
        512,
        "elements",
        "elements nested within one another that are kept; deeper ones are dropped, their text stays",
        "limit: as in browsers; of 181 news pages none has 300",
    )
    max_attributes: int = define_threshold(
        1_000,
        "attributes",
        "attributes of one tag that are read",
        "limit: time per tag; tags that people write have some tens",
    )
    max_label_chars: int = define_threshold(
        4_000,
        "characters",
        "how much of an element's class and id is read",
        "limit: patterns look for words in any order in it; the longest of 246 saved pages has 2,109",
    )
    max_cached_name_length: int = define_threshold(
        40,
        "characters",
        "longest text before an attribute's value that enters the cache of names",
        "limit: memory of the cache; the names that recur are shorter",
    )
    max_cached_names: int = define_threshold(
        10_000, "names", "attribute names that the cache holds", "limit: memory of the cache"
    )
    max_line_block_lines: int = define_threshold(
        4,
        "lines",
        "lines of a block that is cut into a block per line",
        "by hand: headers and bylines written with line breaks",
    )
    max_line_block_line_length: int = define_threshold(
        100,
        "characters",
        "length of a line in a block that is cut into a block per line",
        "by hand: longer lines are text with a line break in it",
    )
    max_alike_formatting: int = define_threshold(
        3,
        "elements",
        "identical formatting elements that a parser keeps open",
        "law: HTML Standard, the Noah's Ark clause",
    )
    unchecked_formatting_cost: int = define_threshold(
        1_000_000,
        "formatting start tags times skeleton parts",
        "cost up to which a skeleton is not checked for unclosed formatting",
        "limit: time of the check; the parser can not be made slow below it",
    )
    max_reopened_formatting: int = define_threshold(
        300_000,
        "elements",
        "formatting elements that a page may make the parser reopen",
        "limit: time and memory of the parser; some thousands of elements in some thousands of"
        " paragraphs are more than a machine holds",
    )
    open_elements_per_reopening: int = define_threshold(
        50,
        "elements",
        "open formatting elements that the parser passes over in the time of one reopening",
        "limit: estimate of the parser's cost for a start tag",
    )
    max_raised_chars: int = define_threshold(
        600,
        "characters",
        "source of a raised stretch of text that may be a power or a note's mark",
        "by hand: a mark with its links and labels",
    )
    chars_before_raised: int = define_threshold(
        40,
        "characters",
        "text before a raised stretch that decides what it is",
        "by hand: a currency and a number, or a unit",
    )
    max_json_ld_values: int = define_threshold(
        1_000,
        "values",
        "values of one JSON-LD script that are read, where it holds several",
        "limit: time and memory",
    )


THRESHOLDS = DomThresholds()
"""The table in use."""
