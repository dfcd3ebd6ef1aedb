"""What a page's markup states of it: title, authors, outlet, language, and when it was published and updated.

In: a `PageTree` and its URL. Out: a `PageMetadata`, each date with how it is known. Out of scope: what a manifest
states, which overrules the markup; the text on show (`article_parts`); the date of saving, which is never one of
publication.

Source: Open Graph, schema.org (JSON-LD and microdata), Dublin Core and the `article:` properties.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from onrecord.pages.article.author_names import parse_author_names
from onrecord.pages.article.json_ld import LinkedData, read_linked_data
from onrecord.pages.article.metadata_keys import (
    AUTHOR_NAMES,
    OUTLET_NAMES,
    PUBLISHED_NAMES,
    PUBLISHED_PROPERTIES,
    SUMMARY_NAMES,
    TITLE_NAMES,
    UPDATED_NAMES,
    UPDATED_PROPERTIES,
)
from onrecord.pages.article.outlet import TITLE_SEPARATOR, find_outlet, strip_outlet
from onrecord.pages.dates.day_order import infer_day_order
from onrecord.pages.dates.parsing import parse_both_orders, parse_numeric_date, parse_timestamp
from onrecord.pages.dom.element import Element
from onrecord.pages.dom.tree import PageTree
from onrecord.records import Dated

_ADDRESS = re.compile(r"^(?:https?:)?//|@\S+\.\w+$|^www\.")
_LANGUAGE = re.compile(r"[A-Za-z]{2}(?![A-Za-z])")

_Metas = dict[str, list[str]]
"""The contents of a page's `<meta>` elements by their name or property, in lower case."""


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """What the markup states; None or empty where it does not.

    `types`: of the page and what it is about, as JSON-LD and Open Graph name them; `generator`: what made the page.
    """

    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: Dated | None = None
    updated: Dated | None = None
    url: str | None = None
    language: str | None = None
    summary: str | None = None
    types: str = ""
    generator: str = ""


def read_metadata(tree: PageTree, url: str | None, saved_from: str | None = None) -> PageMetadata:
    """Return what the page at `url` states of itself; never fails.

    Args:
        tree: the page.
        url: its address, where that is stated beside it.
        saved_from: its address as the program that saved it wrote it; the page's own word comes first.

    """
    metas = _read_metas(tree)
    own_url = url or _read_url(tree, metas) or saved_from
    data = read_linked_data(tree.scan.json_ld, own_url)
    nodes = data.articles
    document_title = tree.scan.title
    outlet = (
        _find_first(metas, OUTLET_NAMES[:1])
        or _find_publisher(data)
        or _find_first(metas, OUTLET_NAMES[1:])
        or find_outlet(tree, document_title, own_url)
    )
    title = (
        _find_first(metas, TITLE_NAMES[:2])
        or _find_text(nodes, "headline")
        or _find_first(metas, TITLE_NAMES[2:])
    )
    title, outlet = _separate_outlet(title or document_title, document_title, outlet, own_url)
    published = _iter_stamps(tree, metas, nodes, PUBLISHED_PROPERTIES, PUBLISHED_NAMES)
    updated = _iter_stamps(tree, metas, nodes, UPDATED_PROPERTIES, UPDATED_NAMES)
    return PageMetadata(
        title,
        outlet if outlet and not _ADDRESS.search(outlet) else None,
        _find_authors(metas, data),
        _parse_first_date(tree, published, own_url),
        _parse_first_date(tree, updated, own_url),
        own_url,
        _read_language(tree, metas),
        _find_first(metas, SUMMARY_NAMES),
        " ".join([*data.types, *metas.get("og:type", ())]),
        " ".join(metas.get("generator", ())),
    )


def _read_metas(tree: PageTree) -> _Metas:
    metas: _Metas = {}
    for kind, tag in tree.scan.head_tags:
        attributes = tag.attributes
        content = _collapse_space(attributes.get("content", ""))
        if not content or kind != "meta":
            continue
        for key in ("property", "name", "itemprop"):
            for name in attributes.get(key, "").lower().split():
                metas.setdefault(name, []).append(content)
    return metas


def _read_url(tree: PageTree, metas: _Metas) -> str | None:
    links = (tag.attributes for kind, tag in tree.scan.head_tags if kind == "link")
    canonical = (link for link in links if "canonical" in link.get("rel", "").lower().split())
    address = next((link["href"] for link in canonical if "href" in link), "")
    candidates = (address, *metas.get("og:url", []))
    return next((url for url in candidates if url.startswith(("http://", "https://"))), None)


def _find_first(metas: _Metas, names: tuple[str, ...]) -> str | None:
    return next((metas[name][0] for name in names if name in metas), None)


def _find_text(nodes: list[dict[str, Any]], key: str) -> str | None:
    texts = (_collapse_space(node[key]) for node in nodes if isinstance(node.get(key), str))
    return next(filter(None, texts), None)


def _find_publisher(data: LinkedData) -> str | None:
    for node in data.articles:
        for name in data.iter_names(node.get("publisher")):
            return _collapse_space(name) or None
    return _collapse_space(data.find_site_name() or "") or None


def _separate_outlet(
    title: str | None, document_title: str | None, outlet: str | None, url: str | None
) -> tuple[str | None, str | None]:
    """Return the title without the outlet's name, and the outlet, read from the document's title if need be."""
    parts = TITLE_SEPARATOR.split(document_title) if document_title else []
    if outlet is None and title and len(parts) > 1 and title == parts[0] != document_title:
        outlet = parts[-1]
    return strip_outlet(title, outlet, url) if title and outlet else title, outlet


def _read_language(tree: PageTree, metas: _Metas) -> str | None:
    root: Element | None = tree.elements[0] if tree.elements else None
    stated = root.attributes.get("lang", "") if root is not None else ""
    stated = stated or _find_first(metas, ("og:locale", "content-language")) or ""
    code = _LANGUAGE.match(stated)
    return code[0].lower() if code else None


# --- authors --------------------------------------------------------------------------------------


def _find_authors(metas: _Metas, data: LinkedData) -> tuple[str, ...]:
    names = [name for node in data.articles for name in data.iter_names(node.get("author"))]
    if not names:
        names = next((metas[name] for name in AUTHOR_NAMES if name in metas), [])
    return parse_author_names("; ".join(names)) if names else ()


def _is_in_comment(tree: PageTree, element: Element) -> bool:
    above = tree.list_ancestors(element.index)[1:]
    return any("omment" in e.get("itemtype") + e.label for e in above)


# --- dates ----------------------------------------------------------------------------------------


def _parse_first_date(
    tree: PageTree, stamps: Iterator[tuple[str, str]], url: str | None
) -> Dated | None:
    """Return the first date of `stamps`; a numeric one only where the page determines its order."""
    ambiguous: list[tuple[str, str]] = []
    for stamp, how in stamps:
        if value := parse_timestamp(stamp, short=True):
            return Dated(value, how)
        if parse_both_orders(stamp):
            ambiguous.append((stamp, how))
    day_first = infer_day_order(tree, url) if ambiguous else None
    if day_first is None:
        return None
    dates = (
        (parse_numeric_date(stamp, day_comes_first=day_first), how) for stamp, how in ambiguous
    )
    return next((Dated(value, how) for value, how in dates if value), None)


def _iter_stamps(
    tree: PageTree,
    metas: _Metas,
    nodes: list[dict[str, Any]],
    properties: tuple[str, ...],
    names: tuple[str, ...],
) -> Iterator[tuple[str, str]]:
    """Yield what the markup states under `properties` and `names`, and where: what is most often right first."""
    for key in properties:
        yield from ((node[key], "json-ld") for node in nodes if isinstance(node.get(key), str))
    for name in names:
        yield from ((content, "meta") for content in metas.get(name, ()))
    for element in tree.find_with_attribute("itemprop"):
        if element.get("itemprop") in properties and not _is_in_comment(tree, element):
            written = element.attributes.get("datetime") or element.attributes.get("content")
            yield written or tree.read_text(element), "microdata"


def _collapse_space(text: str) -> str:
    return " ".join(text.split())
