"""PDF sheets in columns: read down each column; what spans columns, tables and notes are the counter-examples."""

from __future__ import annotations

from itertools import chain, zip_longest

import pytest

from onrecord.pages import make_page
from onrecord.pages.sheets.glyphs import read_sheets, read_words_in
from onrecord.records import Capture, Page, Span
from onrecord.records.ids import hash_sha256

pytest.importorskip("pypdfium2")
Placed = tuple[int, int, int, str]
LEFT = [
    "The river board met on Monday to talk of",
    "the weir at Orsk, which has been broken",
    "since the spring flood, and of the cost of",
    "mending it before the winter comes again.",
    "Nobody in the hall spoke against the plan,",
    "though several asked who would pay for it.",
]
RIGHT = [
    "Farmers below the weir have lost two crops",
    "to high water, and say they can not wait",
    "for another year. The board promised them",
    "an answer by June, and money by autumn.",
    "A second meeting will be held in the old",
    "mill, where the flood mark can be seen.",
]
TITLE: Placed = (60, 740, 18, "Weir at Orsk to be mended")


def build_pdf(*sheets: list[Placed]) -> bytes:
    """Return a PDF whose words stand where they are said to (left, base, size), drawn in that order."""
    kids = b" ".join(b"%d 0 R" % (4 + 2 * n) for n in range(len(sheets)))
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [%b] /Count %d >>" % (kids, len(sheets)),
        3: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    }
    for n, words in enumerate(sheets):
        placed = b"".join(
            b"BT /F1 %d Tf %d %d Td (%b) Tj ET\n" % (size, left, base, text.encode("cp1252"))
            for left, base, size, text in words
        )
        objects[4 + 2 * n] = (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >>"
            b" /Contents %d 0 R >>" % (5 + 2 * n)
        )
        objects[5 + 2 * n] = b"<< /Length %d >>\nstream\n%b\nendstream" % (len(placed), placed)
    out, places = b"%PDF-1.4\n", []
    for number in sorted(objects):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + objects[number] + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    end = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF"
    return out + head + table + end % (len(objects) + 1, len(out))


def place_column(lines: list[str], left: int, top: int = 700) -> list[Placed]:
    return [(left, top - 14 * n, 11, line) for n, line in enumerate(lines)]


def merge_rows(*columns: list[Placed]) -> list[Placed]:
    """Return columns drawn row by row."""
    return [word for word in chain.from_iterable(zip_longest(*columns)) if word is not None]


def build_page(*words: Placed) -> Page:
    data = build_pdf(list(words))
    return make_page(Capture(hash_sha256(data), data, "a.pdf", "application/pdf"))


@pytest.mark.parametrize(
    "placed",
    [
        [*place_column(LEFT, 60), *place_column(RIGHT, 320)],
        [*place_column(RIGHT, 320), *place_column(LEFT, 60)],
        merge_rows(place_column(LEFT, 60), place_column(RIGHT, 320)),
        merge_rows(place_column(LEFT, 60), place_column(RIGHT, 320, top=695)),
        [*merge_rows(place_column(LEFT, 60), place_column(RIGHT, 320))[::-1]],
    ],
)
def test_columns_are_read_one_after_the_other(placed: list[Placed]) -> None:
    page = build_page(TITLE, *placed)
    assert " ".join(page.text.split()) == " ".join([TITLE[3], *LEFT, *RIGHT])


def test_a_line_parted_leads_to_its_own_boxes() -> None:
    placed = merge_rows(place_column(LEFT, 60), place_column(RIGHT, 320))
    page = build_page(TITLE, *placed)
    sheets = read_sheets(build_pdf([TITLE, *placed]), "a.pdf")
    start = page.text.index("Farmers below")
    end = page.text.index(" and say they can not wait")
    boxes = page.boxes_of(Span(start, end))
    assert all(box.left > 300 for box in boxes)
    assert read_words_in(sheets, boxes) == page.text[start:end]


def test_a_word_broken_at_a_column_s_end_is_joined() -> None:
    left = [*LEFT[:-1], "though several asked who would pay, and whe-"]
    right = ["ther the state would help them to mend it.", *RIGHT[1:]]
    for placed in (merge_rows(place_column(left, 60), place_column(right, 320)), place_column(left, 60) + place_column(right, 320)):  # fmt: skip
        assert "and whether the state" in build_page(TITLE, *placed).text


def test_what_spans_columns_parts_them() -> None:
    heading = (60, 596, 16, "The mill is to be sold as well, the board has said")
    below = merge_rows(place_column(RIGHT, 60, top=570), place_column(LEFT, 320, top=570))
    page = build_page(
        TITLE, *merge_rows(place_column(LEFT, 60), place_column(RIGHT, 320)), heading, *below
    )
    parts = [TITLE[3], *LEFT, *RIGHT, heading[3], *RIGHT, *LEFT]
    assert " ".join(page.text.split()) == " ".join(parts)


def test_three_columns() -> None:
    three = [
        [" ".join(line.split()[at : at + 3]) for line in [*LEFT, *RIGHT] if len(line.split()) > at + 2]
        for at in (0, 3, 5)
    ]  # fmt: skip
    page = build_page(TITLE, *merge_rows(place_column(three[0], 50), place_column(three[1], 230), place_column(three[2], 410)))  # fmt: skip
    assert " ".join(page.text.split()) == " ".join([TITLE[3], *three[0], *three[1], *three[2]])


FIGURES = [("Ward", "Votes", "Turnout"), ("Orsk East", "1,204", "41%"), ("Orsk West", "2,310", "44%"), ("Holm", "988", "39%"), ("Whitford", "3,120", "52%")]  # fmt: skip
DECISIONS = [
    (["The weir will be mended", "before the winter comes."], ["The clerk asks three firms", "for a price by Friday."]),
    (["The mill is to be sold."], ["The owner is told so by", "letter, and may object."]),
    (["The road by the mill is", "closed until May comes."], ["Signs are put up on both", "sides of the bridge."]),
    (["The next meeting is in", "the old school hall."], ["The hall is booked by", "the clerk for Monday."]),
]  # fmt: skip


def test_a_table_s_rows_are_read_across() -> None:
    lines = ["The count of the wards ended on Monday night, and the clerk gave these figures."]
    cells = merge_rows(
        *(place_column([row[n] for row in FIGURES], 60 + 180 * n, top=600) for n in range(3))
    )
    text = " ".join(build_page(TITLE, *place_column(lines, 60), *cells).text.split())
    assert "Orsk West 2,310 44% Holm 988 39%" in text


def test_a_table_of_sentences_is_no_columns() -> None:
    placed: list[Placed] = []
    top = 700
    for left, right in DECISIONS:
        placed += merge_rows(place_column(left, 60, top), place_column(right, 320, top))
        top -= 14 * max(len(left), len(right)) + 12
    text = " ".join(build_page(TITLE, *placed).text.split())
    assert text.index("The owner is told") < text.index("The road by the mill")


def test_names_beside_what_is_said_stay_with_it() -> None:
    said = [f"{line} {RIGHT[n]}"[:60] for n, line in enumerate(LEFT)]
    placed = merge_rows(place_column(["MR NOOR:", "MS PELL:"] * 3, 60), place_column(said, 160))
    text = " ".join(build_page(TITLE, *placed).text.split())
    assert all(f"{name} {words}" in text for name, words in zip(["MR NOOR:", "MS PELL:"] * 3, said, strict=True))  # fmt: skip


def test_one_column_keeps_its_maker_s_order() -> None:
    wide = [f"{line} {RIGHT[n]}" for n, line in enumerate(LEFT)]
    note = (60, 60, 8, "Printed by the river board")
    text = build_page(note, TITLE, *place_column(wide, 60)).text
    assert " ".join(text.split()) == " ".join([note[3], TITLE[3], *wide])


def place_paragraphs(paragraphs: list[list[str]], left: int, top: int = 700) -> list[Placed]:
    """Return a column of paragraphs with a line's gap between them."""
    placed: list[Placed] = []
    for lines in paragraphs:
        placed += place_column(lines, left, top)
        top -= 14 * (len(lines) + 1)
    return placed


NEWS = [
    ["The river board met on Monday to talk of", "the weir at Orsk, which has been broken", "since the flood in spring."],
    ["Nobody in the hall spoke against the plan,", "though several asked who would pay for it", "if the state does not help."],
    ["A second meeting will be held in the old", "mill, where the flood mark can be seen and", "where the clerk lives."],
]  # fmt: skip
LETTERS = [
    ["Farmers below the weir have lost two crops", "to high water, and say they can not wait", "for another year."],
    ["The board promised them an answer by June,", "and the money by autumn, but no one of the", "farmers believes it now."],
    ["The school at Holm is to be closed as well,", "its teachers were told in a letter that was", "sent out on Friday."],
]  # fmt: skip
SHORT = [["Three men were held over the fire at Holm,", "and one was set free."], ["The bridge stays shut until the end of May", "and longer if it rains."]]  # fmt: skip


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (NEWS, LETTERS),
        (
            NEWS,
            [LETTERS[0], [*LETTERS[1][:2], "farmers, who have", "heard it before."], LETTERS[2]],
        ),
        ([*SHORT, *NEWS], [LETTERS[0], *SHORT[::-1], *LETTERS[1:]]),
        ([NEWS[0], *SHORT, NEWS[1]], [SHORT[0], LETTERS[0], SHORT[1], LETTERS[1]]),
    ],
)
def test_paragraphs_with_gaps_between_them_are_no_table(
    left: list[list[str]], right: list[list[str]]
) -> None:
    placed = merge_rows(place_paragraphs(left, 60), place_paragraphs(right, 320))
    text = " ".join(build_page(TITLE, *placed).text.split())
    assert text == " ".join([TITLE[3], *chain.from_iterable([*left, *right])])


def test_paragraphs_in_three_columns() -> None:
    narrow = [[[" ".join(line.split()[:4]) for line in lines[:-1]] + ["it said."] for lines in part] for part in (NEWS, LETTERS, NEWS)]  # fmt: skip
    placed = merge_rows(*(place_paragraphs(part, left) for part, left in zip(narrow, (50, 230, 410), strict=True)))  # fmt: skip
    text = " ".join(build_page(TITLE, *placed).text.split())
    assert text == " ".join([TITLE[3], *chain.from_iterable(chain.from_iterable(narrow))])
