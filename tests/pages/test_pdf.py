"""PDF files: their text as pages, and what is no PDF."""

from __future__ import annotations

import pytest

from onrecord.errors import PageError
from onrecord.pages import make_page
from onrecord.pages.pdf import text_of_pdf
from onrecord.records import Capture, Page
from onrecord.records.ids import sha256_hex

pytest.importorskip("pypdfium2")


def pdf_of(lines: list[str]) -> bytes:
    shown = b"".join(f"({line}) Tj 0 -14 Td ".encode() for line in lines)
    content = b"BT /F1 12 Tf 72 720 Td " + shown + b"ET"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources 6 0 R >>",
        b"<< /Length %d >>\nstream\n" % len(content) + content + b"\nendstream",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Font << /F1 5 0 R >> >>",
    ]
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    return (
        out + head + table + b"trailer << /Size 7 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % len(out)
    )


def page_of(data: bytes) -> Page:
    return make_page(Capture(sha256_hex(data), data, "a.pdf", "application/pdf"))


def test_lines_are_joined_to_paragraphs() -> None:
    lines = ["Ministers agreed on Monday to send a second team of engi-", "neers to the flooded valley, officials said.",
             "The first team has been there since the month of March and", "will stay."]  # fmt: skip
    assert (
        text_of_pdf(pdf_of(lines), "a.pdf")
        .split("\n\n")[-1]
        .endswith("month of March and will stay.")
    )
    page = page_of(pdf_of(lines))
    assert "team of engineers to the flooded valley" in page.text
    assert page.byte_map is None
    assert page.capture


@pytest.mark.parametrize(
    ("data", "reason"), [(b"%PDF-1.4 and no more", "broken"), (pdf_of([]), "no_text")]
)
def test_pdfs_that_yield_no_page(data: bytes, reason: str) -> None:
    with pytest.raises(PageError) as raised:
        page_of(data)
    assert raised.value.reason == reason
