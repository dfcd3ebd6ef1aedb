"""A brief as a document for a word processor.

In: a brief. Out: a .docx file. Out of scope: what it says. Needs python-docx (the extra `docx`).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from onrecord.brief.content import Brief, Line
from onrecord.brief.footnotes import quote
from onrecord.errors import MissingExtra

_NOT_XML = dict.fromkeys(n for n in (*range(0x20), 0xFFFE, 0xFFFF) if chr(n) not in "\t\n\r")
"""Characters that XML cannot hold."""


def write_docx(brief: Brief, output: Path) -> None:
    """Write the brief as a document; notes stand at its end, by number.

    Raises:
        MissingExtra: if python-docx is not installed.

    """
    try:
        import docx
    except ImportError as error:
        raise MissingExtra("docx", "a brief as a .docx document") from error
    document = docx.Document()
    document.core_properties.title = _clean(brief.title)
    document.add_heading(_clean(brief.title), level=0)
    document.add_paragraph(_clean(brief.made_of))
    for section in brief.sections:
        document.add_heading(_clean(section.heading), level=1)
        document.add_paragraph(_clean(section.about if section.lines else section.nothing))
        for line in section.lines:
            _add_line(document, line)
    document.add_heading("Notes", level=1)
    for note in brief.footnotes:
        words = f"{note.number}. {quote(note.words)} — {note.source}. {note.url or ''}"
        document.add_paragraph(_clean(f"{words} {note.place}; {note.record}"))
    document.save(str(output))


def _add_line(document: Any, line: Line) -> None:
    paragraph = document.add_paragraph(style="List Bullet")
    if line.lead:
        paragraph.add_run(_clean(line.lead) + " ").bold = True
    paragraph.add_run(_clean(line.text))
    if line.notes:
        paragraph.add_run(" " + " ".join(map(str, line.notes))).font.superscript = True


def _clean(text: str) -> str:
    return text.translate(_NOT_XML)
