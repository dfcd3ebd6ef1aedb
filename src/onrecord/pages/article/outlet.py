"""The outlet of a page whose markup does not state it: the name that the page itself shows.

In: a `PageTree` and the title of its document. Out: the outlet's name as written, and titles without it. Out of scope:
what Open Graph and JSON-LD state, which comes first (`metadata`).

A part of the document's title ("Headline | The Post", "The Post - Headline") is the outlet's name only where it stands
on the page as such too: in a link to the site's first page, a logo, a copyright line or the page's first words. A
section's name or the headline's own second half stands in none of these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.pages.article.outlet_words import BESIDE_NAME, BRAND_LABELS, COPYRIGHT, HOME_PATH
from onrecord.pages.article.selectors import MENU_OR_ARTICLE_TAGS, WEB_SCHEMES
from onrecord.pages.article.site_names import is_same_site_name, is_site_address_name
from onrecord.pages.article.thresholds import THRESHOLDS
from onrecord.pages.dom.element import Element
from onrecord.pages.dom.tree import PageTree
from onrecord.records.address import split_address

TITLE_SEPARATOR = re.compile(r"(?<!\s)\s+(?:[|–—·•»:-]|::|--)\s+|(?:(?<!\s)\s+)?[|»]\s*")


def find_outlet(tree: PageTree, document_title: str | None, url: str | None = None) -> str | None:
    """Return the outlet's name as the page shows it, or None where neither the page nor its address confirms one."""
    publisher = _find_publisher(tree)
    if publisher:
        return publisher
    parts = TITLE_SEPARATOR.split(document_title) if document_title else []
    ends = dict.fromkeys(part.strip() for part in (*parts[-1:], *parts[:1])) if parts[1:] else {}
    candidates = {
        _normalise_name(name): name
        for name in ends
        if 0 < len(name.split()) <= THRESHOLDS.max_outlet_words
    }
    candidates.pop("", None)
    if not candidates:
        return None
    shown = (name for name in _iter_shown_names(tree, candidates) if name in candidates)
    spelled = (name for name in candidates.values() if is_site_address_name(name, url))
    return next((candidates[name] for name in shown), None) or next(spelled, None)


def strip_outlet(title: str, outlet: str, url: str | None = None) -> str:
    """Return `title` without the outlet's name at its end or beginning, however it is spelled there.

    Args:
        title: a title.
        outlet: the outlet's name.
        url: the page's address, which may spell the name as well.

    Examples:
        >>> strip_outlet("The Post - Rain - and snow", "The Post")
        'Rain - and snow'

    """
    for separator in TITLE_SEPARATOR.finditer(title):
        first, last = title[: separator.start()].strip(), title[separator.end() :].strip()
        for name, rest in ((last, first), (first, last)):
            if rest and (is_same_site_name(name, outlet) or is_site_address_name(name, url)):
                return rest
    return title


def _find_publisher(tree: PageTree) -> str | None:
    """Return the publisher that microdata states."""
    for empty in tree.empty_elements:
        is_publisher = "publisher" in empty.attributes.get("itemprop", "").split()
        if is_publisher and (name := _read_content(empty.attributes)):
            return name
    for element in tree.find_with_attribute("itemprop"):
        if "publisher" in element.get("itemprop").split():
            if name := _find_meta_name(tree, element):
                return name
            inner = tree.elements[element.index : element.end]
            words = tree.read_text(next((e for e in inner if e.get("itemprop") == "name"), element))
            if 0 < len(words.split()) <= THRESHOLDS.max_outlet_words:
                return words
    return None


def _find_meta_name(tree: PageTree, element: Element) -> str | None:
    """Return the name that a `<meta>` within `element` states."""
    for empty in tree.empty_elements:
        is_name = element.index <= empty.parent < element.end and "name" in empty.attributes.get(
            "itemprop", ""
        )
        if is_name and (name := _read_content(empty.attributes)):
            return name
    return None


def _read_content(attributes: dict[str, str]) -> str | None:
    """Return the content of a `<meta>` that may be a name: not empty, and no address."""
    words = " ".join(attributes.get("content", "").split())
    return words if words and "/" not in words else None


def _iter_shown_names(tree: PageTree, candidates: dict[str, str]) -> Iterator[str]:
    """Yield, normalised, the names that stand where a page names its outlet."""
    for element in tree.elements:
        is_home = element.tag == "a" and _is_home_address(element.get("href"))
        is_small = element.block_end - element.block_start < THRESHOLDS.outlet_head_blocks
        if is_home or (is_small and BRAND_LABELS.search(element.label_words)):
            yield _normalise_name(tree.read_text(element))
    for tag, attributes, parent in tree.empty_elements:
        if tag == "img" and "alt" in attributes and _is_logo(attributes, tree.elements[parent]):
            yield _normalise_name(attributes["alt"])
    for index, block in enumerate(tree.blocks):
        if len(block.text) > THRESHOLDS.max_outlet_line_length:
            continue
        is_first = index < THRESHOLDS.outlet_head_blocks
        if is_first and not _is_in_menu_or_article(tree.list_ancestors(block.element)):
            yield _normalise_name(block.text.split("\n")[0])
        if COPYRIGHT.search(block.text):
            words = f" {_normalise_name(block.text)} "
            yield from (name for name in candidates if f" {name} " in words)


def _is_home_address(address: str) -> bool:
    parts = split_address(address)
    return (
        bool(parts.netloc or parts.path)
        and not parts.query
        and parts.scheme in WEB_SCHEMES
        and bool(HOME_PATH.fullmatch(parts.path))
    )


def _is_logo(image: dict[str, str], parent: Element) -> bool:
    """Return whether a picture is called a logo or leads to the site's first page."""
    names = " ".join(image.get(key, "") for key in ("alt", "class", "id", "src"))
    is_home = parent.tag == "a" and _is_home_address(parent.get("href"))
    return is_home or "logo" in names.lower()


def _is_in_menu_or_article(above: list[Element]) -> bool:
    return any(element.tag in MENU_OR_ARTICLE_TAGS for element in above)


def _normalise_name(words: str) -> str:
    """Return `words` in lower case, without what stands beside a name in a logo or a copyright line."""
    return " ".join(BESIDE_NAME.sub(" ", words.casefold()).split())
