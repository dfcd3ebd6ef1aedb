"""Who published a page, where its markup does not state it: as the page itself shows it.

In: a `PageTree` and the title of its document. Out: the outlet's name as written, and titles without it.
Out of scope: what Open Graph and JSON-LD state, which comes first (`metadata`).

A part of the document's title ("Headline | The Post", "The Post - Headline") is the outlet's name only
where it stands on the page as such too: in a link to the site's first page, a logo, a copyright line or
the page's first words. A section's name or the headline's own second half stands in none of these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.pages.dom.element import Element
from onrecord.pages.dom.tree import PageTree
from onrecord.records.address import split_address

TITLE_SEPARATOR = re.compile(r"\s+(?:[|–—·•»:-]|::|--)\s+|\s*[|»]\s*")
_BRAND = re.compile(
    r"(?:^| )(?:logo|brand|site ?(?:name|title|logo)|blog ?(?:name|title)|masthead|mast)(?= |$)"
)
_HOME = re.compile(r"/?(?:(?:index|home|default)(?:\.\w{2,5})?/?)?", re.IGNORECASE)
_COPYRIGHT = re.compile(r"©|\(c\)|\bcopyright\b", re.IGNORECASE)
_BESIDE_NAME = re.compile(
    r"\b(?:logo|home ?page|home|copyright|all rights reserved|\(c\)|(?:19|20)\d\d)\b|[©.,:–—-]",
    re.IGNORECASE,
)
_LONGEST_WORDS = 7
_LONGEST_LINE_CHARS = 300
_FIRST_BLOCKS = 3


def find_outlet(tree: PageTree, document_title: str | None) -> str | None:
    """Return the outlet's name as the page shows it, or None where nothing confirms one."""
    stated = _publisher(tree)
    if stated:
        return stated
    parts = TITLE_SEPARATOR.split(document_title) if document_title else []
    ends = dict.fromkeys(part.strip() for part in (*parts[-1:], *parts[:1])) if parts[1:] else {}
    likely = {_bare(name): name for name in ends if 0 < len(name.split()) <= _LONGEST_WORDS}
    likely.pop("", None)
    if not likely:
        return None
    return next((likely[shown] for shown in _shown(tree, likely) if shown in likely), None)


def strip_outlet(title: str, outlet: str) -> str:
    """Return `title` without the outlet's name at its end or beginning.

    Examples:
        >>> strip_outlet("The Post - Rain - and snow", "The Post")
        'Rain - and snow'

    """
    name = outlet.casefold()
    for cut in TITLE_SEPARATOR.finditer(title):
        if title[cut.end() :].casefold().strip() == name:
            return title[: cut.start()].strip() or title
        if title[: cut.start()].casefold().strip() == name:
            return title[cut.end() :].strip() or title
    return title


def _publisher(tree: PageTree) -> str | None:
    """Return the publisher that microdata states."""
    for _, attributes, _ in tree.empty_elements:
        words = " ".join(attributes.get("content", "").split())
        if words and "/" not in words and "publisher" in attributes.get("itemprop", "").split():
            return words
    for element in tree.find_with_attribute("itemprop"):
        if "publisher" in element.get("itemprop").split():
            if stated := _meta_name(tree, element):
                return stated
            inner = tree.elements[element.index : element.end]
            name = next((e for e in inner if e.get("itemprop") == "name"), element)
            words = tree.read_text(name)
            if 0 < len(words.split()) <= _LONGEST_WORDS:
                return words
    return None


def _meta_name(tree: PageTree, element: Element) -> str | None:
    """Return the name that a `<meta>` within `element` states."""
    for _, attributes, holder in tree.empty_elements:
        if element.index <= holder < element.end and "name" in attributes.get("itemprop", ""):
            words = " ".join(attributes.get("content", "").split())
            if words and "/" not in words:
                return words
    return None


def _shown(tree: PageTree, likely: dict[str, str]) -> Iterator[str]:
    """Yield the bare names that stand where a page names its outlet."""
    for element in tree.elements:
        home = element.tag == "a" and _is_home(element.get("href"))
        if home or (
            element.block_end - element.block_start < _FIRST_BLOCKS
            and _BRAND.search(element.label_words)
        ):
            yield _bare(tree.read_text(element))
    for tag, attributes, holder in tree.empty_elements:
        if tag == "img" and "alt" in attributes and _is_logo(attributes, tree.elements[holder]):
            yield _bare(attributes["alt"])
    for place, block in enumerate(tree.blocks):
        if len(block.text) > _LONGEST_LINE_CHARS:
            continue
        if place < _FIRST_BLOCKS and not _in_menu(tree.list_ancestors(block.element)):
            yield _bare(block.text.split("\n")[0])
        if _COPYRIGHT.search(block.text):
            words = f" {_bare(block.text)} "
            yield from (name for name in likely if f" {name} " in words)


def _is_home(address: str) -> bool:
    parts = split_address(address)
    return bool(parts.netloc or parts.path) and not parts.query and (
        parts.scheme in {"", "http", "https"} and bool(_HOME.fullmatch(parts.path))
    )  # fmt: skip


def _is_logo(image: dict[str, str], holder: Element) -> bool:
    """Return whether a picture is called a logo or leads to the site's first page."""
    called = " ".join(image.get(key, "") for key in ("alt", "class", "id", "src"))
    linked = holder.tag == "a" and _is_home(holder.get("href"))
    return linked or "logo" in called.lower()


def _in_menu(above: list[Element]) -> bool:
    return any(element.tag in {"nav", "li", "h1", "article", "main"} for element in above)


def _bare(words: str) -> str:
    """Return `words` without what stands beside a name in a logo or a copyright line."""
    return " ".join(_BESIDE_NAME.sub(" ", words.casefold()).split())
