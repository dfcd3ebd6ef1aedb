"""A brief as one web page that prints well and loads nothing.

In: a brief. Out: HTML. Out of scope: what it says.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from onrecord.brief.content import Brief, Footnote, Line
from onrecord.brief.footnotes import quote
from onrecord.records.address import is_web_address

STYLE = """
@page { size: A4; margin: 18mm 20mm 20mm }
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.45 Georgia, "Times New Roman", serif;
  color: #1a1a1a; background: #fff }
h1 { font-size: 1.7rem; margin: 0 0 .3rem }
h2 { font-size: 1.1rem; margin: 1.6rem 0 .2rem; border-bottom: 1px solid #bbb; break-after: avoid }
.about, .made { color: #555; font-size: .85rem; margin: .1rem 0 .5rem }
ul { list-style: none; margin: 0; padding: 0 }
li { margin: 0 0 .35rem; break-inside: avoid }
li b { margin-right: .35rem }
sup { line-height: 0; font-size: .68rem }
sup a { text-decoration: none; padding: 0 .1rem }
a { color: #1d4f8b }
ol { font-size: .78rem; line-height: 1.35; padding-left: 2rem }
ol li { overflow-wrap: anywhere }
.place { color: #555 }
li:target { background: #fff3c4 }
@media print {
  body { margin: 0; max-width: none; padding: 0; font-size: 9.5pt; line-height: 1.35 }
  h2 { margin-top: .9rem }
  ol { columns: 2; column-gap: 1.5rem; font-size: 6.8pt; padding-left: 1.5rem }
  a { color: inherit }
}
"""


def format_html(brief: Brief) -> str:
    """Return the brief as one HTML page without scripts."""
    return "\n".join(_iter_parts(brief)) + "\n"


def _iter_parts(brief: Brief) -> Iterator[str]:
    yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width">'
    yield f"<title>{escape(brief.title)}: a brief</title>\n<style>{STYLE}</style>\n</head>\n<body>"
    yield f'<h1>{escape(brief.title)}</h1>\n<p class="made">{escape(brief.made_of)}</p>'
    cited: set[int] = set()
    for section in brief.sections:
        yield f"<section>\n<h2>{escape(section.heading)}</h2>"
        yield f'<p class="about">{escape(section.about if section.lines else section.nothing)}</p>'
        if section.lines:
            yield "<ul>"
            yield from (_format_line(line, cited) for line in section.lines)
            yield "</ul>"
        yield "</section>"
    yield "<section>\n<h2>Notes</h2>\n<ol>"
    yield from map(_format_note, brief.footnotes)
    yield "</ol>\n</section>\n</body>\n</html>"


def _format_line(line: Line, cited: set[int]) -> str:
    lead = f"<b>{escape(line.lead)}</b>" if line.lead else ""
    notes = "".join(_format_reference(number, cited) for number in line.notes)
    return f"<li>{lead}{escape(line.text)}{notes}</li>"


def _format_reference(number: int, cited: set[int]) -> str:
    """Return the number of a note as a link; the first one to it is what the note links back to."""
    anchor = "" if number in cited else f' id="r{number}"'
    cited.add(number)
    return f'<sup><a href="#n{number}"{anchor}>{number}</a></sup>'


def _format_note(note: Footnote) -> str:
    source = escape(note.source)
    if note.url and is_web_address(note.url):
        source = f'<a href="{escape(note.url)}" rel="noreferrer">{source}</a>'
    return (
        f'<li id="n{note.number}" value="{note.number}">{escape(quote(note.words))} — {source}.'
        f' <span class="place">{escape(note.place)}; {escape(note.record)}</span>'
        f' <a href="#r{note.number}" aria-label="back to the line">↑</a></li>'
    )
