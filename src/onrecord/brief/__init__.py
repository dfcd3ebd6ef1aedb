"""The brief: a story on two to six pages for a person to read and print, every line with the words that support it.

In: a story and a file's name. Out: the file: a web page, Markdown, or a document for a word processor. Out of scope: every reading; the brief only chooses and words.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from onrecord.brief.content import Brief
from onrecord.brief.docx_writer import write_docx
from onrecord.brief.html_writer import format_html
from onrecord.brief.markdown_writer import format_markdown
from onrecord.brief.sections import build_brief
from onrecord.brief.thresholds import THRESHOLDS
from onrecord.errors import ConfigError, StoreError
from onrecord.story import Story

TEXT_FORMATS: dict[str, Callable[[Brief], str]] = {
    ".html": format_html,
    ".md": format_markdown,
}
"""Endings of files of text."""
DOCX = ".docx"
ENDINGS = (*TEXT_FORMATS, DOCX)


def write_brief(story: Story, output: Path, *, sheets: int = THRESHOLDS.sheets) -> Path:
    """Write the brief of a story and return its file.

    Args:
        story: an open story.
        output: the file; its ending says what is written, one of ENDINGS.
        sheets: about how many printed pages it may have.

    Raises:
        ConfigError: if the ending is none of these, or `sheets` is not from 2 to 6; MissingExtra: if python-docx is not installed for a document;
        StoreError: if `output` can't be written or is the story itself.

    """
    ending = output.suffix.lower()
    if ending not in ENDINGS:
        raise ConfigError(f"{output}: a brief ends in {', '.join(ENDINGS)}; name it so")
    if not THRESHOLDS.fewest_sheets <= sheets <= THRESHOLDS.most_sheets:
        raise ConfigError(
            f"a brief has {THRESHOLDS.fewest_sheets} to {THRESHOLDS.most_sheets} pages, not {sheets}"
        )
    if output.exists() and output.samefile(story.path):
        raise StoreError(f"{output}: is the story itself; name another file")
    brief = build_brief(story, sheets)
    try:
        if ending == DOCX:
            write_docx(brief, output)
        else:
            output.write_text(TEXT_FORMATS[ending](brief), encoding="utf-8")
    except OSError as error:
        raise StoreError(
            f"{output}: can't be written ({error.strerror}); name another place"
        ) from error
    return output


__all__ = ["ENDINGS", "Brief", "build_brief", "write_brief"]
