"""The article of a flattened page: the role of every line outside the thread.

In: lines (the thread's left out). Out: an `Article`: a role for each line, where a dateline before the
text ends, and what the head of the article states. Out of scope: comments, and the wording: a title,
standfirst or caption is found by its place and shape, or there is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.pages.dates.dateline import find_dateline_end, is_dateline
from onrecord.pages.flat.byline import (
    Masthead,
    is_person_line,
    is_role_line,
    read_masthead,
)
from onrecord.pages.flat.lines import (
    BADGE,
    EDITED,
    FORM_LINE,
    OPENER,
    SECTION,
    TEXT,
    TIME,
    Line,
    ends_sentence,
    is_prose,
    word_count,
)
from onrecord.pages.flat.main_content import find_core
from onrecord.pages.flat.timestamps import Stamp, find_stamp
from onrecord.pages.flat.words import CAPTION_CUES, FINITE

_CLAUSE = re.compile(r",?\s+(?:who|which|whose|whom|where|that|as|after|while|when)\b|[;:]")
_SMALL_HEAD_LINES = 8
_LONGEST_TITLE_WORDS = 30
_LONGEST_STANDFIRST_WORDS = 60
_LONG_WORDS = 12


@dataclass(slots=True)
class Article:
    """Roles by line, and what the head states; filled while the lines are gone through.

    Attributes:
        roles: role of each line, in order.
        text_starts: of lines that begin with a dateline, the code point of the line after it.
        title: index of the headline's line, or None.

    """

    roles: list[str]
    text_starts: dict[int, int] = field(default_factory=dict)
    title: int | None = None
    authors: tuple[str, ...] = ()
    published: Stamp | None = None
    updated: Stamp | None = None

    def state(self, masthead: Masthead) -> None:
        """Keep what a masthead line states, the first that states it."""
        self.authors = self.authors or masthead.authors
        self.published = self.published or masthead.published
        self.updated = self.updated or masthead.updated


def read_article(lines: Sequence[Line]) -> Article:
    """Return the roles of `lines` and what the head of their article states."""
    article = Article(["furniture"] * len(lines))
    begin, end = find_core(lines)
    first = _first_paragraph(lines[:end], begin)
    if first is None:
        _all_body(lines, article)
        return article
    _head(lines, article, first)
    _body(lines[:end], article, first)
    for index in range(first, len(lines)):
        if article.roles[index] == "body":
            begins = find_dateline_end(lines[index].text)
            if begins:
                article.text_starts[index] = begins
            break
    return article


def _first_paragraph(lines: Sequence[Line], begin: int) -> int | None:
    """Return the first line from `begin` of the article's text: the first that ends as sentences do."""
    prose = [i for i in range(begin, len(lines)) if is_prose(lines[i])]
    ended = [i for i in prose if _is_paragraph(lines[i])]
    if not ended:
        return prose[0] if prose else None
    for i in ended:
        after = next((line for line in lines[i + 1 : i + 3] if line.kind in {TEXT, TIME}), None)
        masthead = after and read_masthead(after.words)
        if not masthead or i == 0 or i == ended[-1]:
            return _first_verse(lines, i)
    return ended[0]


def _first_verse(lines: Sequence[Line], index: int) -> int:
    """Return the first of the lines that a sentence runs over, the last of them at `index`."""
    while index and not lines[index].blanks and lines[index - 1].kind == TEXT:
        if not (lines[index].text[0].islower() or lines[index - 1].text[-1] in ",;"):
            break
        index -= 1
    return index


def _is_paragraph(line: Line) -> bool:
    return is_prose(line) and (ends_sentence(line.words) or line.words[-1] in ':”"')


def _all_body(lines: Sequence[Line], article: Article) -> None:
    for index, line in enumerate(lines):
        if line.kind == TEXT:
            article.roles[index] = "body"


def _head(lines: Sequence[Line], article: Article, first: int) -> None:
    """Set the roles of the lines before the article's first paragraph."""
    mastheads = {i: m for i in range(first) if (m := _masthead(lines[i])) is not None}
    article.title = _title(lines, first, mastheads)
    if article.title is not None:
        article.roles[article.title] = "headline"
    begin = -1 if article.title is None else article.title
    for index, masthead in mastheads.items():
        if index > begin or index == begin - 1:
            article.state(masthead)
            article.roles[index] = "byline" if masthead.signed else "dateline"
    below = [i for i in range(begin + 1, first) if lines[i].kind == TEXT and i not in mastheads]
    for index in below:
        article.roles[index] = _below_title(lines, article, index)


def _masthead(line: Line) -> Masthead | None:
    return read_masthead(line.words) if line.kind in {TEXT, TIME, OPENER, EDITED} else None


def _below_title(lines: Sequence[Line], article: Article, index: int) -> str:
    """Return the role of a line between the headline and the first paragraph."""
    words = lines[index].words
    count = word_count(words)
    if is_dateline(words):
        article.state(Masthead(published=find_stamp(words)))
        return "dateline"
    if article.title is not None and _signature(lines, article, index):
        return "byline"
    if CAPTION_CUES.search(words) or (count >= 4 and is_noun_phrase(words)):
        return "caption" if article.title is not None else "furniture"
    if article.title is None:
        return "body" if is_prose(lines[index]) else "furniture"
    if count < 5 or count > _LONGEST_STANDFIRST_WORDS:
        return "body" if is_prose(lines[index]) else "furniture"
    return (
        "body" if "standfirst" in article.roles[:index] and count >= _LONG_WORDS else "standfirst"
    )


def _signature(lines: Sequence[Line], article: Article, index: int) -> bool:
    """Return whether a line is an author's name (over a line with the author's role) or that role."""
    words = lines[index].words
    if is_role_line(words):
        return index > 0 and article.roles[index - 1] == "byline"
    following = lines[index + 1].words if index + 1 < len(lines) else ""
    if is_person_line(words) and (is_role_line(following) or " in " in words):
        article.authors = article.authors or (re.split(r"\s+in\s+", words)[0],)
        return True
    return False


def is_noun_phrase(words: str) -> bool:
    """Return whether `words` have no verb of their own, as far as closed word lists tell: a caption.

    Examples:
        >>> is_noun_phrase("Local fighters, who have joined the army")
        True
        >>> is_noun_phrase("The army is to be joined by local fighters")
        False

    """
    if ends_sentence(words) or not words[0].isupper():
        return False
    main = _CLAUSE.split(words)[0].lower()
    tokens = re.findall(r"[\w'’-]+", main)
    return bool(tokens) and not any(t in FINITE or t.endswith(("n't", "n’t")) for t in tokens)


def _title(lines: Sequence[Line], first: int, mastheads: dict[int, Masthead]) -> int | None:
    """Return the index of the headline's line, or None where no line looks like one."""
    fit = [i for i in range(first) if i not in mastheads and _could_head(lines[i])]
    if not fit:
        return None
    long = [i for i in fit if word_count(lines[i].words) >= 4]
    if sum(line.kind == TEXT for line in lines[:first]) <= _SMALL_HEAD_LINES:
        return (long or fit)[0]
    near = (long or fit)[-10:]
    people = [i for i in near if is_person_line(re.split(r"[,|]", lines[i].words)[0])]
    near = [i for i in near if i not in people] or near
    signed = [i for i in near if any(j in mastheads for j in range(i + 1, i + 4))]
    again = [i for i in near if sum(x.words == lines[i].words for x in lines) > 1]
    return (signed or again or near)[-1 if signed or not again else 0]


def _could_head(line: Line) -> bool:
    words = line.words
    if line.kind != TEXT or not 2 <= word_count(words) <= _LONGEST_TITLE_WORDS:
        return False
    if words[-1] in ".,:;…" or CAPTION_CUES.search(words) or is_dateline(words):
        return False
    return any(c.isalpha() for c in words)


def _body(lines: Sequence[Line], article: Article, first: int) -> None:
    """Set the roles of the article's first paragraph and everything after it."""
    muted = False
    waiting: list[int] = []
    for index in range(first, len(lines)):
        line = lines[index]
        if line.kind in {SECTION, FORM_LINE, OPENER}:
            muted = True
        if line.kind != TEXT:
            continue
        if muted and not _resumes(lines, index):
            continue
        muted = False
        if is_prose(line):
            article.roles[index] = "body" if not _is_caption(line) else "caption"
            for held in waiting:
                article.roles[held] = "body"
            waiting = []
        elif _is_caption(line):
            article.roles[index] = "caption"
        elif (masthead := read_masthead(line.words)) is not None and masthead.signed:
            article.roles[index] = "byline"
            article.state(masthead)
        else:
            waiting.append(index)
    _tail(lines, article, waiting, first)


def _is_caption(line: Line) -> bool:
    return (
        word_count(line.words) <= 40
        and bool(CAPTION_CUES.search(line.words))
        and (not ends_sentence(line.words) or line.words.endswith(")"))
    )


def _resumes(lines: Sequence[Line], index: int) -> bool:
    """Return whether the article goes on after a form or box: two paragraphs of twelve words running."""
    pair = [line for line in lines[index : index + 3] if line.kind == TEXT][:2]
    return len(pair) == 2 and all(
        _is_paragraph(line) and word_count(line.words) >= _LONG_WORDS for line in pair
    )


def _tail(lines: Sequence[Line], article: Article, waiting: Sequence[int], first: int) -> None:
    """Set the roles of short lines after the last paragraph: text only where nothing else is near."""
    boxes = any(line.kind not in {TEXT, TIME, BADGE} for line in lines[first:])
    spaced = any(line.blanks for line in lines[1:])
    for index in waiting:
        joined = spaced and lines[index].blanks == 0 and article.roles[index - 1] == "body"
        if not boxes or joined:
            article.roles[index] = "body"
