"""The JSON-LD of a page: the objects that describe it.

In: the scripts of a page. Out: objects, and the names in them. Out of scope: comments in JSON-LD (`thread.json_ld`).

Source: JSON-LD 1.1, schema.org.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from onrecord.pages.article.metadata_keys import ARTICLE_TYPE, NESTED_PROPERTIES
from onrecord.pages.article.thresholds import THRESHOLDS


def iter_article_objects(scripts: Iterable[str]) -> Iterator[dict[str, Any]]:
    """Yield every object of the scripts whose type describes a page or an article; broken scripts are skipped."""
    for script in scripts:
        try:
            data = json.loads(script.strip(), strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _iter_objects(data, THRESHOLDS.max_json_ld_depth):
            if _is_article(node):
                yield node


def iter_names(value: Any) -> Iterator[str]:
    """Yield the names in a property's value: a string, an object with a name, or a list of them."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from iter_names(value.get("name"))
    elif isinstance(value, list):
        for item in value:
            yield from iter_names(item)


def _iter_objects(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth and isinstance(data, list):
        for item in data:
            yield from _iter_objects(item, depth - 1)
    elif depth and isinstance(data, dict):
        yield data
        for key in NESTED_PROPERTIES:
            yield from _iter_objects(data.get(key), depth - 1)


def _is_article(node: dict[str, Any]) -> bool:
    types = node.get("@type")
    return any(
        isinstance(name, str) and ARTICLE_TYPE.search(name)
        for name in (types if isinstance(types, list) else [types])
    )
