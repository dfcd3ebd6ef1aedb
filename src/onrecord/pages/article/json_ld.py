"""The JSON-LD of a page: the objects that describe it, and what they refer to.

In: the scripts of a page. Out: objects with plain property names, and the names in them, by whatever of the scripts they
are stated. Out of scope: comments in JSON-LD (`thread.json_ld`).

Source: JSON-LD 1.1 (node identifiers, lists and sets), schema.org.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin

from onrecord.pages.article.metadata_keys import (
    ARTICLE_TYPE,
    NAME_PARTS,
    NESTED_PROPERTIES,
    SITE_TYPE,
)
from onrecord.pages.article.thresholds import THRESHOLDS
from onrecord.pages.dom.json_ld_scripts import read_json_ld

_VOCABULARY = re.compile(r"^(?:schema:|https?://schema\.org/)")

JsonObject = dict[str, Any]


@dataclass(slots=True)
class LinkedData:
    """What a page's JSON-LD states.

    Attributes:
        articles: every object whose type describes a page or an article, in order.
        types: the types of all objects at the top, in graphs and of what pages are about.
        by_id: every object that has an `@id`, by its address; what is stated of one in several places is joined.
        base: the page's address, to which relative ids belong.

    """

    articles: list[JsonObject] = field(default_factory=list)
    types: list[str] = field(default_factory=list)
    by_id: dict[str, JsonObject] = field(default_factory=dict)
    base: str = ""

    def iter_objects(self, value: Any) -> Iterator[JsonObject]:
        """Yield the objects of a property's value, each joined with what is stated elsewhere of its `@id`."""
        for item in _iter_items(value, THRESHOLDS.max_json_ld_depth):
            if isinstance(item, dict):
                known = self.by_id.get(_resolve_id(item.get("@id"), self.base) or "", {})
                yield {**known, **item}
            elif (known_id := _resolve_id(item, self.base)) in self.by_id:
                yield self.by_id[known_id]

    def iter_names(self, value: Any) -> Iterator[str]:
        """Yield the names in a property's value: strings, names of objects, those of objects it refers to."""
        for item in _iter_items(value, THRESHOLDS.max_json_ld_depth):
            if isinstance(item, str) and _resolve_id(item, self.base) not in self.by_id:
                yield item
                continue
            for one in self.iter_objects(item):
                yield from _iter_object_names(one)

    def find_site_name(self) -> str | None:
        """Return the name of the site or paper that the page is said to be part of, or None."""
        for article in self.articles:
            whole = [article]
            for _ in range(THRESHOLDS.max_parts_of_site):
                whole = [one for part in whole for one in self.iter_objects(part.get("isPartOf"))]
                sites = (one for one in whole if _has_type(one, SITE_TYPE))
                name = next((n for site in sites for n in _iter_object_names(site)), None)
                if name:
                    return name
        return None


def read_linked_data(scripts: Iterable[str], url: str | None) -> LinkedData:
    """Return what the scripts of the page at `url` state; what can't be read is left out."""
    data = LinkedData(base=url or "")
    for script in scripts:
        for value in read_json_ld(script):
            plain = _read_plain(value, THRESHOLDS.max_json_ld_depth)
            _index_objects(plain, data)
            for node in _iter_described(plain, THRESHOLDS.max_json_ld_depth):
                data.types += [
                    name for name in _iter_items(node.get("@type"), 2) if isinstance(name, str)
                ]
                if _has_type(node, ARTICLE_TYPE):
                    data.articles.append(node)
    # What is stated of an article elsewhere belongs to it as well.
    data.articles = [next(data.iter_objects(node)) for node in data.articles]
    return data


def _read_plain(data: Any, depth: int) -> Any:
    """Return `data` with property names as schema.org has them, without its prefix."""
    if depth and isinstance(data, list):
        return [_read_plain(item, depth - 1) for item in data]
    if depth and isinstance(data, dict):
        return {_VOCABULARY.sub("", key): _read_plain(data[key], depth - 1) for key in data}
    return data if not isinstance(data, list | dict) else None


def _index_objects(data: Any, found: LinkedData) -> None:
    """Add every object of `data` that has an `@id` to `found`; the first to state a property counts."""
    if isinstance(data, list):
        for item in data:
            _index_objects(item, found)
    elif isinstance(data, dict):
        address = _resolve_id(data.get("@id"), found.base)
        if address and len(data) > 1:
            found.by_id[address] = {**data, **found.by_id.get(address, {})}
        for value in data.values():
            _index_objects(value, found)


def _resolve_id(written: Any, base: str) -> str | None:
    """Return an `@id` in full where the page's address is known; None for what is none."""
    if not isinstance(written, str) or not written:
        return None
    try:
        return urljoin(base, written)
    except ValueError:  # no valid address, as "http://["
        return written


def _iter_items(value: Any, depth: int) -> Iterator[Any]:
    """Yield the objects and texts of a value, those of lists, sets and marked values as well."""
    if depth and isinstance(value, list):
        for item in value:
            yield from _iter_items(item, depth - 1)
    elif depth and isinstance(value, dict):
        inner = [value[key] for key in ("@list", "@set", "@value") if key in value]
        if inner:
            yield from _iter_items(inner, depth - 1)
        else:
            yield value
    elif isinstance(value, str):
        yield value


def _iter_object_names(node: JsonObject) -> Iterator[str]:
    """Yield the names of one object, or the one that its parts make."""
    depth = THRESHOLDS.max_json_ld_depth
    names = [name for name in _iter_items(node.get("name"), depth) if isinstance(name, str)]
    names = [name for name in names if name.strip()]
    if not names:
        parts = (next(_iter_items(node.get(key), depth), "") for key in NAME_PARTS)
        names = [" ".join(part.strip() for part in parts if isinstance(part, str)).strip()]
    yield from filter(None, names)


def _iter_described(data: Any, depth: int) -> Iterator[JsonObject]:
    if depth and isinstance(data, list):
        for item in data:
            yield from _iter_described(item, depth - 1)
    elif depth and isinstance(data, dict):
        yield data
        for key in NESTED_PROPERTIES:
            yield from _iter_described(data.get(key), depth - 1)


def _has_type(node: JsonObject, types: re.Pattern[str]) -> bool:
    stated = node.get("@type")
    return any(
        isinstance(name, str) and types.search(name)
        for name in (stated if isinstance(stated, list) else [stated])
    )
