"""Whom an article's own part of a page names as its authors.

In: a `PageTree`, the article's body, and where its headline stands. Out: names that microdata, a link's relation or a
label marks, or that stand beside the day ("3 May 2016 by Ann Ode"). Out of scope: authors in metadata (`metadata`), lines
that begin with "By" (`article_parts`); the names of other stories' authors beside the article.
"""

from __future__ import annotations

from onrecord.pages.article.author_names import parse_byline_names
from onrecord.pages.article.block_scores import measure_width
from onrecord.pages.article.byline_words import BYLINE_AFTER_DATE, PERSON_SHAPE
from onrecord.pages.article.extent import ArticleExtent, is_beside_article
from onrecord.pages.article.metadata_keys import NAME_PARTS
from onrecord.pages.article.selectors import (
    AUTHOR_LABELS,
)
from onrecord.pages.article.thresholds import THRESHOLDS
from onrecord.pages.dates.lexicon import CLOCK_OR_AGE
from onrecord.pages.dates.parsing import parse_timestamp
from onrecord.pages.dom.element import Element
from onrecord.pages.dom.tree import PageTree


def find_marked_authors(tree: PageTree, extent: ArticleExtent) -> tuple[str, ...]:
    """Return whom microdata, a link's relation or a label marks as the article's authors; those over its text first."""
    for marks in (_read_marked, _read_labelled):
        found = [
            (element, names)
            for element in tree.elements
            if element.attributes
            and not element.hidden
            and extent.has_block(element.block_start)
            and (names := marks(tree, element))
            and not is_beside_article(tree, element, extent.body.element)
        ]
        over = [row for row in found if row[0].block_start < extent.head[1]] or found
        # Of one mark within another the inner one is the name.
        indices = [element.index for element, _ in over]
        inner = [row for row in over if not any(row[0].index < n < row[0].end for n in indices)]
        if authors := tuple(dict.fromkeys(name for _, names in inner for name in names)):
            return authors
    return ()


def find_dated_authors(
    tree: PageTree, extent: ArticleExtent, roles: dict[int, str]
) -> tuple[str, ...]:
    """Return whom a line over the article's text names after its day, or ()."""
    for index in range(*extent.head):
        block = tree.blocks[index]
        if roles.get(index) in {"headline", "caption"}:
            continue
        if measure_width(block.text) >= THRESHOLDS.max_byline_width:
            continue
        for line in block.text.split("\n"):
            match = BYLINE_AFTER_DATE.search(line)
            if match is None or not _has_date(line[: match.start()]):
                continue
            names = parse_byline_names(match["names"])
            if names and not is_beside_article(
                tree, tree.elements[block.element], extent.body.element
            ):
                return names
    return ()


def _read_marked(tree: PageTree, element: Element) -> tuple[str, ...]:
    """Return the names in an element that microdata, RDFa or a link's relation marks as the author."""
    stated = {
        *element.get("itemprop").split(),
        *element.get("rel").lower().split(),
        element.get("property").removeprefix("schema:"),
    }
    if "author" not in stated:
        return ()
    inner = tree.elements[element.index : element.end]
    by_property = {
        (e.get("itemprop") or e.get("property")).removeprefix("schema:"): e for e in inner
    }
    if "name" in by_property:
        words = tree.read_text(by_property["name"])
    elif NAME_PARTS[-1] in by_property:
        words = " ".join(
            tree.read_text(by_property[key]) for key in NAME_PARTS if key in by_property
        )
    else:
        words = tree.read_text(element) or _read_empty_name(tree, element)
    is_short = THRESHOLDS.min_author_length < len(words) < THRESHOLDS.max_author_length
    return parse_byline_names(words) if is_short else ()


def _read_empty_name(tree: PageTree, element: Element) -> str:
    """Return the name that `<meta>` elements within `element` state."""
    stated = {
        empty.attributes.get("itemprop", ""): empty.attributes.get("content", "")
        for empty in tree.empty_elements
        if element.index <= empty.parent < element.end
    }
    return stated.get("name") or " ".join(stated[key] for key in NAME_PARTS if stated.get(key))


def _read_labelled(tree: PageTree, element: Element) -> tuple[str, ...]:
    """Return the persons in a small element whose label says that it names an author."""
    if not element.label_words or not AUTHOR_LABELS.search(element.label_words):
        return ()
    words = tree.read_text(element)
    if not THRESHOLDS.min_author_length < len(words) < THRESHOLDS.max_labelled_byline_width:
        return ()
    names = parse_byline_names(words)
    return names if all(PERSON_SHAPE.fullmatch(name) for name in names) else ()


def _has_date(words: str) -> bool:
    return bool(parse_timestamp(words, short=True) or CLOCK_OR_AGE.search(words)) or any(
        char.isdigit() for char in words
    )
