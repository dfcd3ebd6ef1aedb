"""A brief as Markdown, with footnotes as most readers of it have them.

In: a brief. Out: text. Out of scope: what it says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.brief.content import Brief, Footnote, Line
from onrecord.brief.footnotes import quote
from onrecord.records.address import is_web_address

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~&])")


def format_markdown(brief: Brief) -> str:
    """Return the brief as CommonMark with footnotes (`[^1]`)."""
    return "\n".join(_iter_lines(brief)) + "\n"


def _iter_lines(brief: Brief) -> Iterator[str]:
    yield f"# {_escape(brief.title)}"
    yield ""
    yield _escape(brief.made_of)
    for section in brief.sections:
        yield ""
        yield f"## {_escape(section.heading)}"
        yield ""
        yield f"*{_escape(section.about)}*" if section.lines else _escape(section.nothing)
        if section.lines:
            yield ""
        yield from (_format_line(line) for line in section.lines)
    yield ""
    yield from (_format_note(note) for note in brief.footnotes)


def _format_line(line: Line) -> str:
    lead = f"**{_escape(line.lead)}** " if line.lead else ""
    return f"- {lead}{_escape(line.text)}{''.join(f'[^{number}]' for number in line.notes)}"


def _format_note(note: Footnote) -> str:
    address = f" <{note.url}>" if note.url and is_web_address(note.url) else ""
    return (
        f"[^{note.number}]: {_escape(quote(note.words))} — {_escape(note.source)}.{address}"
        f" {_escape(note.place)}. {note.record}"
    )


def _escape(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
