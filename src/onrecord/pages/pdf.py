"""PDF files made pages: a thin form.

In: a capture of application/pdf. Out: a `Page` of its text, lines joined to paragraphs, zoned as a
flattened page is; it has no byte map, as a PDF's words don't stand in its bytes. Leaves alone: columns,
tables, scanned pages. Needs the extra `pdf`.
"""

from __future__ import annotations

import re

from onrecord.errors import PageError

_BROKEN_WORD = re.compile("[\x02\ufffe]")  # how PDFium writes a hyphen at a line's end
_HYPHEN = re.compile(r"(?<=[a-z])[-\u2010]$")
_ENDS = re.compile(r"[.!?:;…][\"'”’)\]]*$")


def text_of_pdf(data: bytes, path: str) -> str:
    """Return the text of a PDF, a paragraph a line, parted by blank lines.

    Raises:
        PageError: `no_reader` without the extra, `broken` if it can't be opened, `no_text` if it holds
            only pictures.

    """
    try:
        import pypdfium2
    except ImportError as error:
        message = f"{path}: a PDF; to read it: pip install 'onrecord[pdf]'"
        raise PageError("no_reader", message) from error
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise PageError("broken", f"{path}: not a PDF that can be opened ({error})") from error
    try:
        sheets = []
        for number in range(len(document)):
            sheet = document[number]
            words = sheet.get_textpage()
            sheets.append(words.get_text_bounded())
            words.close()
            sheet.close()
    finally:
        document.close()
    text = "\n\n".join(_paragraphs("\n".join(sheets)))
    if not text.strip():
        raise PageError("no_text", f"{path}: a PDF of pictures; run OCR on it first")
    return text


def _paragraphs(text: str) -> list[str]:
    """Return paragraphs: a line goes on in the next one unless it is short or ends a sentence."""
    text = _BROKEN_WORD.sub("-\n", text).replace("\r", "\n")
    lines = [" ".join(line.split()) for line in text.split("\n")]
    widest = sorted(len(line) for line in lines if line)
    usual = widest[len(widest) * 3 // 4] if widest else 0
    found: list[str] = []
    going = False
    for line in lines:
        if not line:
            continue
        if going and _HYPHEN.search(found[-1]):
            found[-1] = found[-1][:-1] + line
        elif going:
            found[-1] += f" {line}"
        else:
            found.append(line)
        going = len(line) > usual * 0.75 and not (_ENDS.search(line) and len(line) < usual * 0.95)
    return found
