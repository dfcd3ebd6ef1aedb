"""Gold threads, built of pages and their selectors.

In: a page's bytes and its `Selectors`. Out: its readers' comments as the scorer wants them. Needs lxml,
which parses the page otherwise than the project does. Out of scope: what the project finds.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from bench.thread_gold.gold_dates import parse_day
from bench.thread_gold.selectors import Selectors

Element = Any
Comment = dict[str, Any]
"""id, author, author_url, time_text, time_iso, time_alt, time_visible, parent, text, alt."""

_DROPPED_TAGS = frozenset(
    "script style noscript template form textarea select button svg iframe".split()
)
_BLOCK_TAGS = frozenset(
    "address article aside blockquote br dd div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 "
    "header hr li main nav ol p pre section table tbody td tfoot th thead tr ul".split()
)
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?")


@dataclass(slots=True)
class Gold:
    """A page's comments, without those that have no word of their own, and how many were excluded and how many are pingbacks."""

    comments: list[Comment] = field(default_factory=list)
    wordless: int = 0
    apart: int = 0


def build_gold(data: bytes, selectors: Selectors) -> Gold:
    """Return the comments of the page `data`, in its order."""
    if not selectors.comment:
        return Gold()
    tree = _parse_tree(data)
    pingbacks = set(_find_all(tree, selectors.pingback))
    items = _find_all(tree, selectors.comment)
    gold = Gold(apart=sum(item in pingbacks for item in items))
    places = {item: str(place) for place, item in enumerate(items) if item not in pingbacks}
    parents = _find_parents(items, places, selectors)
    for item, place in places.items():
        comment = _read_comment(item, set(items), selectors)
        comment |= {"id": place, "parent": parents.get(item)}
        gold.comments.append(comment)
    worded = {comment["id"] for comment in gold.comments if comment["text"]}
    gold.wordless = len(gold.comments) - len(worded)
    gold.comments = [comment for comment in gold.comments if comment["id"] in worded]
    for comment in gold.comments:
        if comment["parent"] not in worded:
            comment["parent"] = None
    return gold


def _parse_tree(data: bytes) -> Element:
    from lxml import html  # type: ignore[import-untyped,import-not-found,unused-ignore]

    text = decode_page(data)
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text.replace("\0", ""))
    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True
    )
    return html.document_fromstring(text.encode(), parser=parser)


def decode_page(data: bytes) -> str:
    """Return the page's text: UTF-8 where it is that, else as it says, else Windows' Western."""
    stated = re.search(rb"charset=[\"']?\s*([\w-]+)", data[:4096])
    name = stated[1].decode() if stated else "cp1252"
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        return data.decode(name, "replace")
    except LookupError:
        return data.decode("cp1252", "replace")


def _find_all(item: Element, selector: str) -> list[Any]:
    """Return the elements, or the words, that `selector` gives within `item`."""
    if not selector:
        return []
    if not selector.startswith(("/", "./", "(")):
        return list(item.cssselect(selector))
    found = item.xpath(selector)
    return found if isinstance(found, list) else [found]


def _find_inside(item: Element, items: set[Element], selector: str) -> list[Any]:
    """Return what `selector` gives within `item` and not within a comment inside it."""
    found = []
    for one in _find_all(item, selector):
        # A string knows its element, unless a function of XPath produced it.
        holder = one.getparent() if isinstance(one, str) and hasattr(one, "getparent") else one
        holder = None if isinstance(holder, str) else holder
        while holder is not None and holder not in items:
            holder = holder.getparent()
        if holder is item or holder is None:
            found.append(one)
    return found


def _read_comment(item: Element, items: set[Element], selectors: Selectors) -> Comment:
    scopes = _find_inside(item, items, selectors.text) if selectors.text else [item]
    dropped = {one for drop in selectors.drop for one in _find_inside(item, items, drop)}
    dropped |= items - {item}
    quotes = set(_find_inside(item, items, selectors.quote))
    whole = _join_words(scopes, dropped)
    text = _join_words(scopes, dropped | quotes) or whole
    comment: Comment = {"text": text, "alt": [whole] if whole != text else []}
    return comment | _read_author(item, items, selectors) | _read_time(item, items, selectors)


def _read_author(item: Element, items: set[Element], selectors: Selectors) -> Comment:
    found = _find_inside(item, items, selectors.author)
    if not found:
        return {"author": None}
    name = _flatten(found[0])
    if selectors.author_cut:
        name = re.sub(selectors.author_cut, "", name).strip()
    links = [] if isinstance(found[0], str) else [*found[0].iter("a"), *found[0].iterancestors("a")]
    url = next((at for link in links if not (at := link.get("href", "#")).startswith("#")), None)
    return {"author": name or None, "author_url": url}


def _read_time(item: Element, items: set[Element], selectors: Selectors) -> Comment:
    found = _find_inside(item, items, selectors.time)
    if not found:
        return {}
    words = " ".join(filter(None, map(_flatten, found)))
    if selectors.time_pattern:
        match = re.search(selectors.time_pattern, words)
        words = match[0] if match else ""
    visible = parse_day(words)
    stated = _read_time_attribute(found[0], selectors.time_attribute)
    time: Comment = {"time_text": words or None, "time_visible": visible is not None}
    if stated or visible:
        time["time_iso"] = stated or visible
    if stated and visible:
        time["time_alt"] = visible
    return time


def _read_time_attribute(element: Element, name: str) -> str | None:
    """Return the time that the attribute `name` gives of `element` or one in it: ISO 8601, seconds since 1970, or as written."""
    if not name or isinstance(element, str):
        return None
    value = next((one.get(name) for one in element.iter() if one.get(name)), "").strip()
    if re.fullmatch(r"\d{10}(\d{3})?", value):
        return datetime.fromtimestamp(int(value[:10]), UTC).isoformat()
    iso = _ISO.match(value)
    return iso[0] if iso else parse_day(value)


def _find_parents(
    items: list[Element], places: dict[Element, str], selectors: Selectors
) -> dict[Element, str | None]:
    """Return the place of the comment that each answers; comments that answer none are missing, or None."""
    if selectors.parent == "nested":
        return {
            item: next((places[up] for up in item.iterancestors() if up in places), None)
            for item in items
        }
    if selectors.parent == "level":
        return _find_parents_by_level(items, places, selectors)
    keys, wanted = {}, {}
    for item in items:
        at = item.get("id", "")
        if own := re.search(selectors.key, at):
            keys[own[1]] = places.get(item)
        if up := re.search(selectors.parent_key, at):
            wanted[item] = up[1]
    return {item: keys.get(key) for item, key in wanted.items()}


def _find_parents_by_level(
    items: list[Element], places: dict[Element, str], selectors: Selectors
) -> dict[Element, str | None]:
    above: list[tuple[int, str | None]] = []
    parents = {}
    for item in items:
        found = _find_inside(item, set(items), selectors.level)
        number = re.search(r"\d+", _flatten(found[0])) if found else None
        level = int(number[0]) if number else 0
        above = [one for one in above if one[0] < level]
        parents[item] = above[-1][1] if above else None
        above.append((level, places.get(item)))
    return parents


def _join_words(scopes: list[Element], dropped: set[Element]) -> str:
    """Return the words of `scopes` without those of the elements `dropped`, blocks on lines of their own."""
    out: list[str] = []
    for scope in scopes:
        if isinstance(scope, str):
            out.append(scope)
        else:
            _gather(scope, dropped, out)
        out.append("\n")
    lines = (" ".join(line.split()) for line in "".join(out).split("\n"))
    return "\n".join(line for line in lines if line)


def _gather(element: Element, dropped: set[Element], out: list[str]) -> None:
    if element.tag not in _DROPPED_TAGS and element not in dropped:
        edge = "\n" if element.tag in _BLOCK_TAGS else ""
        out.append(edge + re.sub(r"\s+", " ", element.text or ""))
        for child in element:
            _gather(child, dropped, out)
            out.append(re.sub(r"\s+", " ", child.tail or ""))
        out.append(edge)


def _flatten(found: Any) -> str:
    if isinstance(found, str):
        return " ".join(found.split())
    return " ".join(_join_words([found], set()).split())
