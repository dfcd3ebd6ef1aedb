"""Comments that a page states as data for machines (schema.org `Comment` in JSON-LD), joined with those it shows.

In: a `PageTree` and the comments found in its markup. Out: authors, days, votes and parents the markup does not
tell, for comments of the same words; and where the markup's comments were not found, those whose words stand
on the page. Out of scope: comments that are data only, as no words of the page support them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.pages.dates.parsing import parse_timestamp
from onrecord.pages.dom.element import Element
from onrecord.pages.dom.markup import extract_words
from onrecord.pages.dom.tree import PageTree
from onrecord.pages.thread.comment.extent import item_of
from onrecord.pages.thread.comment.reader import Found
from onrecord.pages.thread.parents import leave_circles

_DEEPEST = 40
_KINDS = frozenset({"comment", "usercomments", "answer"})
_KEY = 120  # letters and digits that two texts share at their beginnings to be the same
_LEAST_KEY = 8
_SAME = 0.9
_VOTES = re.compile(r"-?\d{1,9}")


@dataclass(slots=True)
class _Told:
    """A comment as its data tell it; `parent` is another's place in the list."""

    key: str
    author: str | None
    author_url: str | None
    time: str | None
    votes: int | None
    parent: int | None


def find_by_data(tree: PageTree) -> list[Found]:
    """Return the comments that data tell and whose words an element of the page holds, and nothing else."""
    told = _all_told(tree)
    return _shown(tree, told) if told else []


def add_data(tree: PageTree, comments: Sequence[Found]) -> None:
    """Give `comments` what the data of the same words tell and their markup does not."""
    if told := _all_told(tree):
        _join(tree, comments, told)


def _all_told(tree: PageTree) -> list[_Told]:
    found: list[_Told] = []
    for written in tree.scan.linked:
        if "omment" not in written and "nswer" not in written:
            continue
        try:
            data = json.loads(written.strip(), strict=False)
        except (ValueError, RecursionError):
            continue
        ids: dict[str, int | None] = {}
        waiting: list[tuple[int, str]] = []
        for node, parent in _nodes(data, None, _DEEPEST, found):
            _note_ids(node, len(found) - 1, ids)
            if parent is None and (name := _identity(node.get("parentItem"))):
                waiting.append((len(found) - 1, name))
        for place, name in waiting:
            found[place].parent = ids.get(name)
    return found


def _nodes(
    data: Any, parent: int | None, depth: int, found: list[_Told]
) -> Iterator[tuple[dict[str, Any], int | None]]:
    """Yield every comment in `data` and the place of the one it stands in, each added to `found`."""
    if not depth:
        return
    if isinstance(data, list):
        for item in data:
            yield from _nodes(item, parent, depth - 1, found)
    elif isinstance(data, dict):
        own = parent
        if _is_comment(data):
            found.append(_told(data, parent))
            own = len(found) - 1
            yield data, parent
        for key, value in data.items():
            if key != "parentItem" and isinstance(value, dict | list):
                yield from _nodes(value, own, depth - 1, found)


def _is_comment(node: dict[str, Any]) -> bool:
    kinds = node.get("@type")
    named = kinds if isinstance(kinds, list) else [kinds]
    kind = any(isinstance(k, str) and k.lower() in _KINDS for k in named)
    return kind and any(isinstance(node.get(key), str) for key in ("text", "commentText"))


def _told(node: dict[str, Any], parent: int | None) -> _Told:
    text = node.get("text") or node.get("commentText") or ""
    author = _first(node.get("author") or node.get("creator"))
    name = author.get("name") if isinstance(author, dict) else author
    url = author.get("url") if isinstance(author, dict) else None
    when = next((node[k] for k in ("dateCreated", "datePublished", "commentTime") if k in node), "")
    votes = node.get("upvoteCount", "")
    return _Told(
        _key(extract_words(text)) if isinstance(text, str) else "",
        " ".join(extract_words(name).split()) or None if isinstance(name, str) else None,
        url if isinstance(url, str) and url else None,
        when if isinstance(when, str) and parse_timestamp(when) else None,
        int(str(votes)) if _VOTES.fullmatch(str(votes)) else None,
        parent,
    )


def _first(value: Any) -> Any:
    return value[0] if isinstance(value, list) and value else value


def _note_ids(node: dict[str, Any], place: int, ids: dict[str, int | None]) -> None:
    """Note which comment each name of `node` names: none, where others have it as well, as the page's address."""
    for name in {
        node[key] for key in ("@id", "url", "identifier") if isinstance(node.get(key), str)
    }:
        ids[name] = None if name in ids else place


def _identity(node: Any) -> str | None:
    if isinstance(node, str):
        return node
    if isinstance(node, dict):
        named = (node.get(key) for key in ("@id", "url", "identifier"))
        return next((name for name in named if isinstance(name, str)), None)
    return None


def _key(words: str) -> str:
    return "".join(filter(str.isalnum, words.casefold()))


def _same(one: str, other: str) -> bool:
    """Return whether two texts are the same, but for what a system adds or leaves out at their ends."""
    short, long = sorted((one, other), key=len)
    return long[:_KEY] == short[:_KEY] and len(short) >= _SAME * len(long)


def _join(tree: PageTree, comments: Sequence[Found], told: Sequence[_Told]) -> None:
    """Give each of `comments` what the data of the same words tell and it lacks."""
    ahead: dict[str, list[int]] = {}
    for place, one in enumerate(told):
        ahead.setdefault(one.key[:_KEY], []).append(place)
    found: dict[int, int] = {}
    for number, comment in enumerate(comments):
        key = _key("".join(tree.words[run] for run in comment.runs))
        fitting = [p for p in ahead.get(key[:_KEY], ()) if _same(told[p].key, key)]
        # The same words twice on a page: the first of one is the first of the other.
        if fitting:
            ahead[key[:_KEY]].remove(fitting[0])
            found[fitting[0]] = number
            _add(comment, told[fitting[0]])
    given = set()
    for place, number in found.items():
        parent = told[place].parent
        if comments[number].parent is None and parent is not None:
            comments[number].parent = found.get(parent)
            given.add(number)
    leave_circles(comments, given)


def _add(comment: Found, one: _Told) -> None:
    comment.author = comment.author or one.author
    comment.author_url = comment.author_url or one.author_url
    comment.votes = one.votes if comment.votes is None else comment.votes
    if comment.time is None and one.time:
        comment.time_text, comment.time = comment.time_text or one.time, parse_timestamp(one.time)


def _shown(tree: PageTree, told: Sequence[_Told]) -> list[Found]:
    """Return the comments of `told` whose words an element of the page holds, and nothing else."""
    wanted = {one.key[:_LEAST_KEY]: one for one in told if len(one.key) >= _LEAST_KEY}
    keys = [one.key for one in told if one.key]
    found: list[Found] = []
    end = -1
    for element in tree.elements:
        if element.index < end or element.hidden or element.first >= element.last:
            continue
        start = _key(tree.blocks[element.first].text)[:_LEAST_KEY]
        if start in wanted and _holds_one(tree, element, keys):
            found.append(Found(item_of(element), runs=_runs(tree, element)))
            end = element.end
    return found


def _holds_one(tree: PageTree, element: Element, keys: Sequence[str]) -> bool:
    key = _key(tree.own_text(element))
    return any(_same(key, one) for one in keys)


def _runs(tree: PageTree, element: Element) -> list[int]:
    return [r for r in tree.order[element.first_run : element.last_run] if tree.words[r].strip()]
