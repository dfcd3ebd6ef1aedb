"""The article of a flattened page: the role of every line outside the thread.

In: lines (the thread's left out). Out: a `FlatArticle`: a role for each line, where a dateline before the
text ends, and what the head of the article states. Out of scope: comments, and the wording: a title,
standfirst or caption is found by its place and shape, or there is none.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.pages.dates.dateline import find_dateline_end
from onrecord.pages.flat.article_head import FlatArticle, read_article_head
from onrecord.pages.flat.byline import parse_byline
from onrecord.pages.flat.line_kinds import LineKind
from onrecord.pages.flat.lines import FlatLine, count_words, is_prose, is_sentence_end
from onrecord.pages.flat.main_content import find_main_content
from onrecord.pages.flat.thresholds import THRESHOLDS
from onrecord.pages.flat.words.article_words import CAPTION_CUES

_OTHER_PARTS = (LineKind.SECTION_HEADING, LineKind.FORM, LineKind.THREAD_HEADING)
_BESIDE_TEXT = (LineKind.TEXT, LineKind.TIME, LineKind.BADGE)


def read_article(lines: Sequence[FlatLine]) -> FlatArticle:
    """Return the roles of `lines` and what the head of their article states."""
    article = FlatArticle(["furniture"] * len(lines))
    begin, end = find_main_content(lines)
    first = _find_first_paragraph(lines[:end], begin)
    if first is None:
        _set_all_body(lines, article)
        return article
    read_article_head(lines, article, first)
    _set_body(lines[:end], article, first)
    body = next((i for i in range(first, len(lines)) if article.roles[i] == "body"), None)
    if body is not None and (text_start := find_dateline_end(lines[body].text)):
        article.text_starts[body] = text_start
    return article


def _find_first_paragraph(lines: Sequence[FlatLine], begin: int) -> int | None:
    """Return the first line from `begin` of the article's text: the first that ends as sentences do; or None."""
    prose = [i for i in range(begin, len(lines)) if is_prose(lines[i])]
    paragraphs = [i for i in prose if _is_paragraph(lines[i])]
    if not paragraphs:
        return prose[0] if prose else None
    for i in paragraphs:
        below = (
            line for line in lines[i + 1 : i + 3] if line.kind in (LineKind.TEXT, LineKind.TIME)
        )
        after = next(below, None)
        is_over_byline = after is not None and parse_byline(after.words) is not None
        if not is_over_byline or i == 0 or i == paragraphs[-1]:
            return _find_first_verse(lines, i)
    return paragraphs[0]


def _find_first_verse(lines: Sequence[FlatLine], index: int) -> int:
    """Return the first of the lines that a sentence runs over, the last of them at `index`."""
    while index and not lines[index].blanks and lines[index - 1].kind == LineKind.TEXT:
        if not (lines[index].text[0].islower() or lines[index - 1].text[-1] in ",;"):
            break
        index -= 1
    return index


def _is_paragraph(line: FlatLine) -> bool:
    return is_prose(line) and (is_sentence_end(line.words) or line.words[-1] in ':”"')


def _set_all_body(lines: Sequence[FlatLine], article: FlatArticle) -> None:
    for index, line in enumerate(lines):
        if line.kind == LineKind.TEXT:
            article.roles[index] = "body"


def _set_body(lines: Sequence[FlatLine], article: FlatArticle, first: int) -> None:
    """Set the roles of the article's first paragraph and everything after it."""
    in_other_part = False
    waiting: list[int] = []
    for index in range(first, len(lines)):
        line = lines[index]
        in_other_part = in_other_part or line.kind in _OTHER_PARTS
        if line.kind != LineKind.TEXT or (in_other_part and not _may_resume(lines, index)):
            continue
        in_other_part = False
        if is_prose(line):
            article.roles[index] = "caption" if _is_caption(line) else "body"
            for short in waiting:
                article.roles[short] = "body"
            waiting = []
        elif _is_caption(line):
            article.roles[index] = "caption"
        elif (byline := parse_byline(line.words)) is not None and byline.is_signed:
            article.roles[index] = "byline"
            article.add_stated(byline)
        else:
            waiting.append(index)
    _set_tail(lines, article, waiting, first)


def _is_caption(line: FlatLine) -> bool:
    return (
        count_words(line.words) <= THRESHOLDS.longest_caption_words
        and bool(CAPTION_CUES.search(line.words))
        and (not is_sentence_end(line.words) or line.words.endswith(")"))
    )


def _may_resume(lines: Sequence[FlatLine], index: int) -> bool:
    """Return whether the article goes on after a form or box: two paragraphs of twelve words running."""
    pair = [line for line in lines[index : index + 3] if line.kind == LineKind.TEXT][:2]
    return len(pair) == 2 and all(
        _is_paragraph(line) and count_words(line.words) >= THRESHOLDS.long_line_words
        for line in pair
    )


def _set_tail(
    lines: Sequence[FlatLine], article: FlatArticle, short: Sequence[int], first: int
) -> None:
    """Set the roles of `short` lines after the last paragraph: text only where nothing else is near."""
    has_boxes = any(line.kind not in _BESIDE_TEXT for line in lines[first:])
    is_spaced = any(line.blanks for line in lines[1:])
    for index in short:
        goes_on = is_spaced and lines[index].blanks == 0 and article.roles[index - 1] == "body"
        if not has_boxes or goes_on:
            article.roles[index] = "body"
