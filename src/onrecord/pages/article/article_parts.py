"""Headline, standfirst, byline, dateline and captions: what stands around an article's body.

In: a `PageTree`, its body and what its markup states. Out: a role for blocks that have one; authors and
day as the page shows them. Out of scope: the body's own blocks and comments.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from onrecord.pages.article.body import ArticleBody, measure_width
from onrecord.pages.article.metadata import PageMetadata, parse_author_names
from onrecord.pages.article.outlet import TITLE_SEPARATOR
from onrecord.pages.article.visible_dates import find_visible_dates
from onrecord.pages.dates.dateline import find_dateline_end
from onrecord.pages.dates.day_order import infer_day_order
from onrecord.pages.dates.parsing import parse_timestamp
from onrecord.pages.dom.element import Element, is_heading
from onrecord.pages.dom.selectors import (
    BYLINE_LABELS,
    CALL_TO_ACTION,
    CAPTION_LABELS,
    DATELINE_LABELS,
    PICTURE_CREDIT,
    STANDFIRST_LABELS,
    SUMMARY_LABELS,
)
from onrecord.pages.dom.tree import PageTree
from onrecord.records import Dated

_TOKEN = re.compile(r"\w+")
_BY = re.compile(
    r"^(?:(?:written|posted|story|words|report) )?(?:by|von|par|por) (?=\S)"
    r"|^(?:di|da|door|af|av|przez) (?-i:(?=[A-ZÀ-ÖØ-Þ]))",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"(?-i:(?:By|BY|Von|Par|Por|Di|Door|Af|Av)) (?-i:[A-ZÀ-ÖØ-Þ])[^.!?]{2,100}\.?")
_STAMPED = re.compile(
    r"\n|\||\d|@|\s[-–—•·]\s|\b(?:updated|published|posted|last modified)\b"
    r"|,?\s(?:on )?\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
    r"|\b(?:january|february|march|april|june|july|august|september|october|november|december|(?:jan|feb|aug|sept?|oct|nov|dec)\.?)\s\d",
    re.IGNORECASE,
)
_NEAR_BLOCKS = 14
_LEADING = 3
_DESCRIPTION = frozenset({"description", "abstract", "alternativeHeadline"})


@dataclass(slots=True)
class ArticleParts:
    """Roles of blocks by their place; what the page shows of authors and days."""

    roles: dict[int, str] = field(default_factory=dict)
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: Dated | None = None
    updated: Dated | None = None


def find_parts(
    tree: PageTree, body: ArticleBody, stated: PageMetadata, taken: frozenset[int]
) -> ArticleParts:
    """Return the roles of blocks outside `body`, and of those in it that only lead to its text.

    Args:
        tree: the page.
        body: its body.
        stated: what the markup states: the title to know the headline by, the summary.
        taken: places of blocks that are comments.

    """
    parts = ArticleParts()
    own = frozenset(body.blocks)
    title = stated.title
    _lead(tree, parts, body.blocks, stated.summary)
    first = next(place for place in body.blocks if place not in parts.roles)
    headline = find_headline(tree, title, first)
    if headline is not None and headline not in own:
        parts.roles[headline] = "headline"
        parts.title = tree.blocks[headline].text.replace("\n", " ")
    start = headline if headline is not None and headline < first else max(0, first - _NEAR_BLOCKS)
    for place in range(start, body.blocks[-1]):
        if place in own or place in taken or place in parts.roles or not tree.blocks[place].text:
            continue
        role = _role(tree, place, before=start < place < first)
        if role:
            parts.roles[place] = role
    _read_authors(tree, parts)
    captions = {place for place, role in parts.roles.items() if role == "caption"}
    parts.published, parts.updated = _days(tree, own | captions, (start, first), stated)
    return parts


def find_headline(tree: PageTree, title: str | None, first: int) -> int | None:
    """Return the place of the block that is the page's headline, or None.

    Args:
        tree: the page.
        title: what the markup states.
        first: place of the body's first block; the headline stands before it.

    """
    titles = [title or "", *TITLE_SEPARATOR.split(title or "")]
    wanted = [set(_TOKEN.findall(part.casefold())) for part in titles if len(part) > 12]
    shortest = min((len("".join(part)) for part in wanted), default=0) * 0.9 - 2
    best, most = None, 0.35
    for place, block in enumerate(tree.blocks[: first + 1]):
        holder = tree.elements[block.element]
        if holder.hidden or len(block.text) > 300 or measure_width(block.text) > 300:
            continue
        heading = next((e for e in tree.list_ancestors(block.element)[:3] if is_heading(e)), None)
        named = heading is not None or "headline" in holder.label_words
        if not named and not shortest <= len(block.text) <= 300:
            continue
        words = set(_TOKEN.findall(block.text.casefold()))
        shared = max(
            (len(part & words) / max(1, len(part | words)) for part in wanted), default=0.0
        )
        if not named and shared < 0.9:
            continue
        tag = heading.tag if heading is not None else ""
        score = shared + (0.3 if tag == "h1" else 0.05) + 0.1 * (first - place < _NEAR_BLOCKS)
        if "headline" in holder.get("itemprop") or "headline" in holder.label_words:
            score += 0.2
        if block.link_density > 0.5 and shared < 0.5:
            score -= 0.3
        if score > most or (score == most and score > 0.35):
            best, most = place, score
    return best


def _role(tree: PageTree, place: int, *, before: bool) -> str | None:
    """Return the role of a block between the headline and the body's end, if it has one."""
    block = tree.blocks[place]
    above = tree.list_ancestors(block.element)[:4]
    holder = above[0]
    if holder.hidden or (block.link_density > 0.9 and not _is(above, BYLINE_LABELS)):
        return None
    size = measure_width(block.text)
    if size < 250 and PICTURE_CREDIT.search(block.text):
        return "caption"
    if size < 600 and (_is(above, CAPTION_LABELS) or any(e.tag == "figcaption" for e in above)):
        return "caption"
    if _under_picture(tree, place):
        return "caption"
    if not before:
        return None
    if size < 160 and (_BY.match(block.text) or (_is(above[:3], BYLINE_LABELS) and size < 100)):
        return "byline"
    if (
        size < 120
        and parse_timestamp(block.text)
        and (size < 60 or _is(above[:3], DATELINE_LABELS))
    ):
        return "dateline"
    if (
        size > 40
        and block.link_density < 0.5
        and (_is(above[:3], STANDFIRST_LABELS) or _describes(holder))
    ):
        return "standfirst"
    if size > 40 and holder.tag in {"h2", "h3"} and block.link_density < 0.3:
        return "standfirst"
    return None


def _lead(
    tree: PageTree, parts: ArticleParts, places: tuple[int, ...], summary: str | None
) -> None:
    """Set the roles of the body's first blocks that are its summary or its byline."""
    for at, place in enumerate(places[:_LEADING]):
        if len(places) < _LEADING or at + 1 == len(places):
            return
        if _SIGNED.fullmatch(tree.blocks[place].text) and _is_short(tree, place):
            parts.roles[place] = "byline"
        elif at < 2 and _is_summary(tree, place, places[at + 1], summary):
            parts.roles[place] = "standfirst"
        else:
            return


def _is_short(tree: PageTree, place: int) -> bool:
    return measure_width(tree.blocks[place].text) < 120


def _is_summary(tree: PageTree, place: int, following: int, summary: str | None) -> bool:
    """Return whether a block that reads like the body's first is set off as its summary.

    Names that only say where it stands ("lead", "intro") count, like the page's stated description,
    where something else parts it from the text: a byline, the day, a picture's caption.
    """
    above = tree.list_ancestors(tree.blocks[place].element)[:3]
    if any(
        e.block_end - e.block_start <= 2 and SUMMARY_LABELS.search(e.label_words) for e in above
    ) or _describes(above[0]):
        return True
    between = any(block.text for block in tree.blocks[place + 1 : following])
    if not between or is_heading(tree.elements[tree.blocks[following].element]):
        return False
    words = tree.blocks[place].text
    said = (
        summary is not None and len(summary) > 40 and words.startswith(summary.rstrip("….").strip())
    )
    holder, next_holder = above[0], tree.elements[tree.blocks[following].element]
    alike = (holder.tag, holder.label, holder.parent)
    if alike == (next_holder.tag, next_holder.label, next_holder.parent) or find_dateline_end(
        words
    ):
        return False  # a paragraph like the next: its words were taken for the description
    return said or bool(STANDFIRST_LABELS.search(holder.label_words))


def _describes(element: Element) -> bool:
    return not _DESCRIPTION.isdisjoint(element.get("itemprop").split())


def _under_picture(tree: PageTree, place: int) -> bool:
    """Return whether a block is all the words of a small element that holds a picture as well."""
    block = tree.blocks[place]
    if (
        not 15 < measure_width(block.text) < 300
        or block.link_density > 0.3
        or len(block.text.split()) < 4
    ):
        return False
    if CALL_TO_ACTION.match(block.text) or _BY.match(block.text) or parse_timestamp(block.text):
        return False
    alone = [e for e in tree.list_ancestors(block.element) if e.block_end - e.block_start == 1]
    if any(is_heading(e) or BYLINE_LABELS.search(e.label_words) for e in alone):
        return False
    return any(
        e.index <= image < e.end for e in alone[-1:] for image in tree.image_parents if not e.hidden
    )


def _is(above: list[Element], pattern: re.Pattern[str]) -> bool:
    return any(element.label_words and pattern.search(element.label_words) for element in above)


def _read_authors(tree: PageTree, parts: ArticleParts) -> None:
    for place in sorted(parts.roles):
        if parts.roles[place] == "byline" and not parts.authors:
            parts.authors = parse_author_names(
                _STAMPED.split(tree.blocks[place].text, maxsplit=1)[0]
            )


def _days(
    tree: PageTree, own: frozenset[int], between: tuple[int, int], stated: PageMetadata
) -> tuple[Dated | None, Dated | None]:
    published, updated = find_visible_dates(tree, own, between)
    if published is not None or stated.published is not None:
        return published, updated
    order = infer_day_order(tree, stated.url)
    if order is None:
        return None, updated
    published, again = find_visible_dates(tree, own, between, order=order)
    return published, updated or again
