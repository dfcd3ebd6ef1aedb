"""What a page states of itself: title, authors, outlet, language, when it was published and updated.

In: a `PageTree` and its URL. Out: `PageMetadata`, each time with how it is known. A manifest's word overrules
it. Out of scope: the words on show (`parts`), and the day of saving, which is never a publication
day.

Source: Open Graph, schema.org (JSON-LD and microdata), Dublin Core and the `article:` properties.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from onrecord.pages.article.outlet import TITLE_SEPARATOR, find_outlet, strip_outlet
from onrecord.pages.dates.day_order import infer_day_order
from onrecord.pages.dates.parsing import parse_both_orders, parse_numeric_date, parse_timestamp
from onrecord.pages.dom.element import Element
from onrecord.pages.dom.tree import PageTree
from onrecord.records import Dated

_TITLE = ("og:title", "twitter:title", "dc.title", "dcterms.title", "title", "headline")
_OUTLET = ("og:site_name", "application-name", "dc.publisher", "publisher", "article:publisher")
_AUTHOR = ("author", "article:author", "dc.creator", "byl", "parsely-author", "sailthru.author",
           "dcterms.creator", "article:author_name", "cxenseparse:author")  # fmt: skip
_SUMMARY = ("description", "og:description", "twitter:description", "dc.description")
_PUBLISHED = (
    "article:published_time", "article:published", "og:published_time", "datepublished", "pubdate",
    "publishdate", "publish-date", "publish_date", "dc.date.issued", "dcterms.issued", "dc.date",
    "dcterms.created", "dcterms.date", "dc.created", "sailthru.date", "parsely-pub-date",
    "article_date_original", "published_time", "publication_date", "publicationdate", "date", "pdate",
    "ptime", "displaydate", "cxenseparse:recs:publishtime", "originalpublicationdate", "rnews:datepublished",
    "article.published", "datecreated", "created",
)  # fmt: skip
_UPDATED = (
    "article:modified_time", "og:updated_time", "datemodified", "last-modified", "lastmod", "dcterms.modified",
    "dc.date.modified", "article.updated", "article:modified", "modified_time", "revised", "utime",
)  # fmt: skip
_FIRST, _AGAIN = ("datePublished", "dateCreated"), ("dateModified",)
_ARTICLE = re.compile(r"Article|BlogPosting|Report|WebPage|LiveBlog|Posting|Review|VideoObject")
_ADDRESS = re.compile(r"^(?:https?:)?//|@\S+\.\w+$|^www\.")
_AND = re.compile(r"\s*(?:,|;|\band\b|&|\bund\b|\bet\b|\by\b)\s+")
_POST = re.compile(
    r"\b(?:editor|correspondent|reporter|writer|staff|contributor|analyst)s?\b", re.IGNORECASE
)
_BEFORE_NAME = re.compile(
    r"^\s*(?:(?:view |see |show )?(?:all )?(?:posts|articles|stories) (?:by|of)|alle (?:beiträge|artikel) von"
    r"|(?:(?:written|posted|story|words|report|veröffentlicht|geschrieben|publié|écrit|publicado|escrito)\s+)?"
    r"(?:by|von|par|por|di|da|av|af|door|przez))\b:?(?:\s+|$)",
    re.IGNORECASE,
)
_AFTER_NAME = re.compile(r"\s+(?:(?:le|el|il|am|op|em|on|at|den)|[-–—(]?\s*https?://\S*)$")
_DEEPEST_JSON = 12
_LONGEST_NAME_CHARS = 60


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """What the markup states; None or empty where it does not."""

    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: Dated | None = None
    updated: Dated | None = None
    url: str | None = None
    language: str | None = None
    summary: str | None = None


def read_metadata(tree: PageTree, url: str | None) -> PageMetadata:
    """Return what the page at `url` states of itself; never fails."""
    metas = _metas(tree)
    linked = [node for node in _linked_data(tree) if _is_article(node)]
    own = url or _own_url(tree, metas)
    document_title = tree.scan.title
    outlet = _first(metas, _OUTLET[:1]) or _publisher(linked) or _first(metas, _OUTLET[1:])
    outlet = outlet or find_outlet(tree, document_title)
    title = _first(metas, _TITLE[:2]) or _text_in(linked, "headline") or _first(metas, _TITLE[2:])
    title, outlet = _without_outlet(title or document_title, document_title, outlet)
    return PageMetadata(
        title,
        outlet if outlet and not _ADDRESS.search(outlet) else None,
        _authors(tree, metas, linked),
        _dated(tree, _stamps(tree, metas, linked, _FIRST, _PUBLISHED), own),
        _dated(tree, _stamps(tree, metas, linked, _AGAIN, _UPDATED), own),
        own,
        _language(tree, metas),
        _first(metas, _SUMMARY),
    )


def _metas(tree: PageTree) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for kind, tag in tree.scan.head_tags:
        attributes = tag.attributes
        content = _tidy(attributes.get("content", ""))
        if not content or kind != "meta":
            continue
        for key in ("property", "name", "itemprop"):
            for name in attributes.get(key, "").lower().split():
                found.setdefault(name, []).append(content)
    return found


def _linked_data(tree: PageTree) -> Iterator[dict[str, Any]]:
    """Yield every object in the page's JSON-LD."""
    for written in tree.scan.json_ld:
        try:
            data = json.loads(written.strip(), strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _objects(data, _DEEPEST_JSON)


def _objects(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth and isinstance(data, list):
        for item in data:
            yield from _objects(item, depth - 1)
    elif depth and isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart"):
            yield from _objects(data.get(key), depth - 1)


def _is_article(node: dict[str, Any]) -> bool:
    kinds = node.get("@type")
    return any(
        isinstance(kind, str) and _ARTICLE.search(kind)
        for kind in (kinds if isinstance(kinds, list) else [kinds])
    )


def _own_url(tree: PageTree, metas: dict[str, list[str]]) -> str | None:
    links = (tag.attributes for kind, tag in tree.scan.head_tags if kind == "link")
    stated = (link for link in links if "canonical" in link.get("rel", "").lower().split())
    found = next((link["href"] for link in stated if "href" in link), "")
    for address in (found, *metas.get("og:url", [])):
        if address.startswith(("http://", "https://")):
            return address
    return None


def _first(metas: dict[str, list[str]], names: tuple[str, ...]) -> str | None:
    return next((metas[name][0] for name in names if name in metas), None)


def _text_in(linked: list[dict[str, Any]], key: str) -> str | None:
    return next(
        (tidy for node in linked if isinstance(node.get(key), str) and (tidy := _tidy(node[key]))),
        None,
    )


def _names(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from _names(value.get("name"))
    elif isinstance(value, list):
        for item in value:
            yield from _names(item)


def _publisher(linked: list[dict[str, Any]]) -> str | None:
    for node in linked:
        for name in _names(node.get("publisher")):
            return _tidy(name) or None
    return None


def _authors(
    tree: PageTree, metas: dict[str, list[str]], linked: list[dict[str, Any]]
) -> tuple[str, ...]:
    found = [name for node in linked for name in _names(node.get("author"))]
    if not found:
        found = next((metas[name] for name in _AUTHOR if name in metas), [])
    if not found:
        found = list(_signed(tree))
    return parse_author_names("; ".join(found)) if found else ()


def _signed(tree: PageTree) -> Iterator[str]:
    """Yield the names that microdata or a link's relation marks as the article's authors."""
    for element in tree.elements:
        named = "author" in element.get("itemprop").split()
        if element.hidden or not (named or element.get("rel") == "author"):
            continue
        if _in_comment(tree, element):
            continue
        inner = tree.elements[element.index : element.end]
        name = next((e for e in inner if e.get("itemprop") == "name"), element)
        words = tree.read_text(name)
        if 2 < len(words) < _LONGEST_NAME_CHARS:
            yield words


def _in_comment(tree: PageTree, element: Element) -> bool:
    above = tree.list_ancestors(element.index)[1:]
    return any("omment" in e.get("itemtype") + e.label for e in above)


def parse_author_names(words: str) -> tuple[str, ...]:
    """Return the names in a byline's words, without "By" and addresses."""
    words = _BEFORE_NAME.sub("", words)
    names = (_AFTER_NAME.sub("", _tidy(name)).strip(" .:|•·-–—") for name in _AND.split(words))
    kept = [
        n
        for n in names
        if 2 < len(n) < 60 and n != "Unknown" and not _ADDRESS.search(n) and len(n.split()) < 7
    ]
    named = [name for name in kept if not _POST.search(name)]
    return tuple(dict.fromkeys(named or kept))


def _without_outlet(
    title: str | None, document_title: str | None, outlet: str | None
) -> tuple[str | None, str | None]:
    """Return the title without the outlet's name, and the outlet, read from it if need be."""
    parts = TITLE_SEPARATOR.split(document_title) if document_title else []
    if outlet is None and title and len(parts) > 1 and title == parts[0] != document_title:
        outlet = parts[-1]
    return strip_outlet(title, outlet) if title and outlet else title, outlet


def _dated(
    tree: PageTree,
    stamps: Iterator[tuple[str, str]],
    url: str | None,
) -> Dated | None:
    """Return the first day of `stamps`; one of numbers alone only where the page settles their order."""
    open_: list[tuple[str, str]] = []
    for stamp, how in stamps:
        if value := parse_timestamp(stamp, short=True):
            return Dated(value, how)
        if parse_both_orders(stamp):
            open_.append((stamp, how))
    order = infer_day_order(tree, url) if open_ else None
    if order is None:
        return None
    settled = ((parse_numeric_date(stamp, day_comes_first=order), how) for stamp, how in open_)
    return next((Dated(value, how) for value, how in settled if value), None)


def _stamps(
    tree: PageTree,
    metas: dict[str, list[str]],
    linked: list[dict[str, Any]],
    keys: tuple[str, ...],
    names: tuple[str, ...],
) -> Iterator[tuple[str, str]]:
    """Yield what the markup states under `keys` and `names`, and where: what is most often right first."""
    for key in keys:
        yield from ((node[key], "json-ld") for node in linked if isinstance(node.get(key), str))
    for name in names:
        yield from ((content, "meta") for content in metas.get(name, ()))
    for element in tree.find_with_attribute("itemprop"):
        if element.get("itemprop") in keys and not _in_comment(tree, element):
            written = element.attributes.get("datetime") or element.attributes.get("content")
            yield written or tree.read_text(element), "microdata"


def _language(tree: PageTree, metas: dict[str, list[str]]) -> str | None:
    root: Element | None = tree.elements[0] if tree.elements else None
    stated = root.attributes.get("lang", "") if root is not None else ""
    stated = stated or _first(metas, ("og:locale", "content-language")) or ""
    found = re.match(r"[A-Za-z]{2}(?![A-Za-z])", stated)
    return found[0].lower() if found else None


def _tidy(text: str) -> str:
    return " ".join(text.split())
