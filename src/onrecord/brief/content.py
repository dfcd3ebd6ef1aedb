"""What a brief holds, whatever it is written as.

In: nothing. Out: frozen data. Out of scope: what is chosen (`sections`), how it looks (the writers).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Footnote:
    """The words that support a line, and where they stand.

    Attributes:
        number: as lines refer to it, from 1.
        words: the exact words, long ones cut at the end.
        source: outlet, title and day of the page, as far as known.
        url: the page's address as it was given, or None.
        place: where in the page's text (code points, half-open) and in the saved file's bytes (half-open), and the file.
        record: id of the record.

    """

    number: int
    words: str
    source: str
    url: str | None
    place: str
    record: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a section.

    Attributes:
        lead: what it is about, set apart (a day, a name, a state); may be empty.
        text: the line.
        notes: numbers of its footnotes.

    """

    lead: str
    text: str
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A section: its heading, what it holds (said in small print), and its lines; `nothing` is said where there are none."""

    heading: str
    about: str
    lines: tuple[Line, ...]
    nothing: str


@dataclass(frozen=True, slots=True)
class Brief:
    """A brief: title, what it was made of, sections and footnotes in order."""

    title: str
    made_of: str
    sections: tuple[Section, ...]
    footnotes: tuple[Footnote, ...]
