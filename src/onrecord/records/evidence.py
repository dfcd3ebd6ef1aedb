"""Evidence: the words that support a record, and the extractor that found them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where the words of a record are, and which extractor made the record.

    Attributes:
        page: id of the page.
        start: first code point of the words in the page's text.
        end: one past the last.
        bytes: `(start, end)` of the same words in the capture, or None where the text was given.
        text: the exact words, `page.text[start:end]`.
        by: extractor and its version, `name@version`.
        confidence: 0–1, or None where the extractor has no measured one.

    """

    page: str
    start: int
    end: int
    bytes: tuple[int, int] | None
    text: str
    by: str
    confidence: float | None = None
