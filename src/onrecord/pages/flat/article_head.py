"""The head of a flattened article: headline, byline, standfirst and caption before its first paragraph.

In: lines, and the line of the first paragraph. Out: their roles, and what they state, in a `FlatArticle`. Out of scope: the
article's text (`article`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.pages.dates.dateline import is_dateline
from onrecord.pages.flat.byline import FlatByline, is_person_line, is_role_line, parse_byline
from onrecord.pages.flat.line_kinds import LineKind
from onrecord.pages.flat.lines import FlatLine, count_words, is_prose, is_sentence_end
from onrecord.pages.flat.thresholds import THRESHOLDS
from onrecord.pages.flat.timestamps import FlatTimestamp, find_timestamp
from onrecord.pages.flat.words.article_words import CAPTION_CUES, CLAUSE_START, FINITE_VERBS

_WORD = re.compile(r"[\w'’-]+")
_BYLINE_KINDS = (
    LineKind.TEXT,
    LineKind.TIME,
    LineKind.THREAD_HEADING,
    LineKind.EDIT_STAMP,
)


@dataclass(slots=True)
class FlatArticle:
    """Roles by line, and what the head states; filled while the lines are read.

    Attributes:
        roles: role of each line, in order.
        text_starts: for lines that begin with a dateline, where the text after it begins, in code points of the line.
        title: index of the headline's line, or None.
        authors: of the byline.
        published, updated: when, or None.

    """

    roles: list[str]
    text_starts: dict[int, int] = field(default_factory=dict)
    title: int | None = None
    authors: tuple[str, ...] = ()
    published: FlatTimestamp | None = None
    updated: FlatTimestamp | None = None

    def add_stated(self, byline: FlatByline) -> None:
        """Keep what a line states, unless an earlier one stated it."""
        self.authors = self.authors or byline.authors
        self.published = self.published or byline.published
        self.updated = self.updated or byline.updated


def read_article_head(lines: Sequence[FlatLine], article: FlatArticle, first: int) -> None:
    """Set in `article` the roles of the lines before its first paragraph at line `first`, and what they state."""
    bylines = {i: byline for i in range(first) if (byline := _read_byline(lines[i])) is not None}
    article.title = _find_title(lines, first, bylines)
    if article.title is not None:
        article.roles[article.title] = "headline"
    begin = -1 if article.title is None else article.title
    for index, byline in bylines.items():
        if index > begin or index == begin - 1:
            article.add_stated(byline)
            article.roles[index] = "byline" if byline.is_signed else "dateline"
    for index in range(begin + 1, first):
        if lines[index].kind == LineKind.TEXT and index not in bylines:
            article.roles[index] = _find_role_below_title(lines, article, index)


def _read_byline(line: FlatLine) -> FlatByline | None:
    return parse_byline(line.words) if line.kind in _BYLINE_KINDS else None


def _find_role_below_title(lines: Sequence[FlatLine], article: FlatArticle, index: int) -> str:
    """Return the role of a line between the headline and the first paragraph; what it states is added to `article`."""
    words = lines[index].words
    count = count_words(words)
    has_title = article.title is not None
    if is_dateline(words):
        article.add_stated(FlatByline(published=find_timestamp(words)))
        return "dateline"
    if has_title and _is_signature(lines, article, index):
        return "byline"
    if _is_caption(words, count):
        return "caption" if has_title else "furniture"
    fits = THRESHOLDS.fewest_standfirst_words <= count <= THRESHOLDS.most_standfirst_words
    if not has_title or not fits:
        return "body" if is_prose(lines[index]) else "furniture"
    is_second = "standfirst" in article.roles[:index]
    return "body" if is_second and count >= THRESHOLDS.long_line_words else "standfirst"


def _is_caption(words: str, count: int) -> bool:
    if CAPTION_CUES.search(words):
        return True
    return count >= THRESHOLDS.fewest_caption_words and is_noun_phrase(words)


def _is_signature(lines: Sequence[FlatLine], article: FlatArticle, index: int) -> bool:
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
    """Return whether `words` have no verb of their own, as far as closed word lists show: a caption.

    Examples:
        >>> is_noun_phrase("Local fighters, who have joined the army")
        True
        >>> is_noun_phrase("The army is to be joined by local fighters")
        False

    """
    if is_sentence_end(words) or not words[0].isupper():
        return False
    main_clause = CLAUSE_START.split(words)[0].lower()
    tokens = _WORD.findall(main_clause)
    finite = any(token in FINITE_VERBS or token.endswith(("n't", "n’t")) for token in tokens)
    return bool(tokens) and not finite


def _find_title(
    lines: Sequence[FlatLine], first: int, bylines: dict[int, FlatByline]
) -> int | None:
    """Return the index of the headline's line, or None where no line looks like one."""
    fitting = [i for i in range(first) if i not in bylines and _may_be_title(lines[i])]
    if not fitting:
        return None
    long = [i for i in fitting if count_words(lines[i].words) >= THRESHOLDS.usual_title_words]
    text_lines = sum(line.kind == LineKind.TEXT for line in lines[:first])
    if text_lines <= THRESHOLDS.small_head_lines:
        return (long or fitting)[0]
    return _choose_title(lines, (long or fitting)[-THRESHOLDS.title_candidates :], bylines)


def _choose_title(
    lines: Sequence[FlatLine], near: list[int], bylines: dict[int, FlatByline]
) -> int:
    """Return the headline's line among `near`: the last over a byline, else the first that the page repeats, else the last."""
    people = [i for i in near if is_person_line(re.split(r"[,|]", lines[i].words)[0])]
    near = [i for i in near if i not in people] or near
    reach = THRESHOLDS.lines_to_byline
    signed = [i for i in near if any(j in bylines for j in range(i + 1, i + 1 + reach))]
    repeated = [i for i in near if sum(line.words == lines[i].words for line in lines) > 1]
    if signed:
        return signed[-1]
    return repeated[0] if repeated else near[-1]


def _may_be_title(line: FlatLine) -> bool:
    words = line.words
    if line.kind != LineKind.TEXT or not 2 <= count_words(words) <= THRESHOLDS.most_title_words:
        return False
    if words[-1] in ".,:;…" or CAPTION_CUES.search(words) or is_dateline(words):
        return False
    return any(char.isalpha() for char in words)
