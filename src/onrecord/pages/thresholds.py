"""Thresholds of pages: how large they may be, and when their language is known."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.thresholds import define_threshold


@dataclass(frozen=True, slots=True)
class PageThresholds:
    """Bounds of the rules that make pages of captures."""

    max_nodes: int = define_threshold(
        500_000,
        "tags and texts",
        "tags and texts of one HTML page; pages of more are skipped as `too_long`",
        "limit: memory; real pages have a tenth at most, and a tree of as many takes half a gigabyte",
    )
    html_bytes_per_char: int = define_threshold(
        50,
        "bytes per character",
        "bytes of HTML for each character of text that a page may have",
        "limit: time; pages of 30 bytes per character were seen",
    )
    text_bytes_per_char: int = define_threshold(
        4, "bytes per character", "bytes of plain text per character", "law: UTF-8 has four at most"
    )
    written_chars_per_char: int = define_threshold(
        4,
        "characters per character",
        "characters of text in HTML as written for each that a page may have",
        "limit: time and memory; the rest is hidden or collapses",
    )
    wrapped_chars: int = define_threshold(
        160,
        "characters",
        "how long a line of plain text may be that was broken to fit a width; where one is longer, every line is a paragraph",
        "by hand: editors and mail programs break lines at 72 to 132 characters",
    )
    min_undated_comments: int = define_threshold(
        3,
        "comments",
        "comments without a date that are a thread where no body is found",
        "by hand: one or two such boxes may be the article itself",
    )
    # --- MHTML ------------------------------------------------------------------------------------
    max_mime_depth: int = define_threshold(
        8, "levels", "levels of MIME parts that are read", "limit: time; browsers write one or two"
    )
    max_mime_parts: int = define_threshold(
        10_000, "parts", "parts of a MIME message that are read", "limit: time"
    )
    # --- language ---------------------------------------------------------------------------------
    min_language_chars: int = define_threshold(
        40,
        "characters",
        "text in which a language is looked for",
        "by hand: in less, the names of a title outweigh its words",
    )
    sure_language_chars: int = define_threshold(
        200,
        "characters",
        "text of which `language_certainty` is enough",
        "by hand: shorter texts are taken for other languages more often",
    )
    language_certainty: float = define_threshold(
        0.9,
        "probability",
        "certainty that a language has at least",
        "by hand: less is doubt, which a stated language may end",
    )
    short_language_certainty: float = define_threshold(
        0.98,
        "probability",
        "certainty that the language of a short text has at least",
        "by hand: shorter texts are taken for other languages more often",
    )
    first_language_sample: int = define_threshold(
        240, "characters", "text that is classified first", "limit: time; it is enough for most"
    )
    first_language_certainty: float = define_threshold(
        0.95,
        "probability",
        "certainty at which no more than the first sample is classified",
        "by hand: less is doubt that more text may end",
    )
    second_language_sample: int = define_threshold(
        600, "characters", "text that is classified where the first leaves doubt", "limit: time"
    )
    max_language_sample: int = define_threshold(
        1_500, "characters", "text that is classified at most", "limit: time"
    )
    unread_spaces_factor: int = define_threshold(
        4,
        "characters per character",
        "characters taken from a text for each of the sample, before white space is collapsed",
        "limit: time on texts of white space",
    )


THRESHOLDS = PageThresholds()
"""The table in use."""
