"""Comments that a page states as data for machines (schema.org `Comment` in JSON-LD), joined with those it shows.

In: a `PageTree` and the comments found in its markup. Out: authors, days, votes and parents the markup does not
state, for comments of the same words; and where the markup's comments were not found, those whose words stand
on the page. Out of scope: comments that are data only, as no words of the page support them.

Source: schema.org, types `Comment`, `UserComments` and `Answer`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.pages.dates.parsing import parse_timestamp
from onrecord.pages.dom.element import Element
from onrecord.pages.dom.json_ld_scripts import read_json_ld
from onrecord.pages.dom.markup import extract_words
from onrecord.pages.dom.tree import PageTree
from onrecord.pages.thread.comment.candidate import CommentCandidate
from onrecord.pages.thread.comment.extent import build_extent
from onrecord.pages.thread.parents import break_circles
from onrecord.pages.thread.thresholds import THRESHOLDS
from onrecord.pages.thread.words.markup_words import COMMENT_TYPES

_VOTES = re.compile(r"-?\d{1,9}")
_ID_KEYS = ("@id", "url", "identifier")


@dataclass(slots=True)
class _StatedComment:
    """A comment as the data state it: the key of its words, its fields, and the place of its parent in the list."""

    key: str
    author: str | None
    author_url: str | None
    time: str | None
    votes: int | None
    parent: int | None


def find_json_ld_comments(tree: PageTree) -> list[CommentCandidate]:
    """Return the comments that data state and whose words an element of the page holds, and nothing else."""
    stated = _read_stated_comments(tree)
    return _find_shown(tree, stated) if stated else []


def add_json_ld_fields(tree: PageTree, comments: Sequence[CommentCandidate]) -> None:
    """Add to `comments`, in place, what the data of the same words state and their markup does not."""
    if stated := _read_stated_comments(tree):
        _join(tree, comments, stated)


# --- reading the data ------------------------------------------------------------------------------


def _read_stated_comments(tree: PageTree) -> list[_StatedComment]:
    """Return the comments of all JSON-LD scripts of a page, in order."""
    stated: list[_StatedComment] = []
    for script in tree.scan.json_ld:
        if "omment" not in script and "nswer" not in script:
            continue
        place_of: dict[str, int | None] = {}
        waiting: list[tuple[int, str]] = []
        data = read_json_ld(script)
        # The list of a script's values is a level of its own.
        for node, parent in _iter_comments(data, None, THRESHOLDS.deepest_json + 1, stated):
            place = len(stated) - 1
            _note_ids(node, place, place_of)
            if parent is None and (parent_id := _read_id(node.get("parentItem"))):
                waiting.append((place, parent_id))
        for place, parent_id in waiting:
            stated[place].parent = place_of.get(parent_id)
    return stated


def _iter_comments(
    data: Any, parent: int | None, depth: int, stated: list[_StatedComment]
) -> Iterator[tuple[dict[str, Any], int | None]]:
    """Yield every comment in `data` and the place of the one it stands in, each added to `stated`."""
    if not depth:
        return
    if isinstance(data, list):
        for item in data:
            yield from _iter_comments(item, parent, depth - 1, stated)
    elif isinstance(data, dict):
        enclosing = parent
        if _is_comment(data):
            stated.append(_build_stated(data, parent))
            enclosing = len(stated) - 1
            yield data, parent
        for key, value in data.items():
            if key != "parentItem" and isinstance(value, dict | list):
                yield from _iter_comments(value, enclosing, depth - 1, stated)


def _is_comment(node: dict[str, Any]) -> bool:
    types = node.get("@type")
    all_types = types if isinstance(types, list) else [types]
    is_comment = any(isinstance(t, str) and t.lower() in COMMENT_TYPES for t in all_types)
    return is_comment and any(isinstance(node.get(key), str) for key in ("text", "commentText"))


def _build_stated(node: dict[str, Any], parent: int | None) -> _StatedComment:
    text = node.get("text") or node.get("commentText") or ""
    author = _get_first(node.get("author") or node.get("creator"))
    name = author.get("name") if isinstance(author, dict) else author
    url = author.get("url") if isinstance(author, dict) else None
    time_keys = ("dateCreated", "datePublished", "commentTime")
    time = next((node[key] for key in time_keys if key in node), "")
    votes = node.get("upvoteCount", "")
    return _StatedComment(
        key=_build_key(extract_words(text)) if isinstance(text, str) else "",
        author=" ".join(extract_words(name).split()) or None if isinstance(name, str) else None,
        author_url=url if isinstance(url, str) and url else None,
        time=time if isinstance(time, str) and parse_timestamp(time) else None,
        votes=int(str(votes)) if _VOTES.fullmatch(str(votes)) else None,
        parent=parent,
    )


def _get_first(value: Any) -> Any:
    return value[0] if isinstance(value, list) and value else value


def _note_ids(node: dict[str, Any], place: int, place_of: dict[str, int | None]) -> None:
    """Note which comment each id of `node` identifies: None where others have it as well, as the page's address."""
    ids = {node[key] for key in _ID_KEYS if isinstance(node.get(key), str)}
    for one in ids:
        place_of[one] = None if one in place_of else place


def _read_id(node: Any) -> str | None:
    if isinstance(node, str):
        return node
    if isinstance(node, dict):
        ids = (node.get(key) for key in _ID_KEYS)
        return next((one for one in ids if isinstance(one, str)), None)
    return None


# --- joining them with what the page shows ---------------------------------------------------------


def _build_key(words: str) -> str:
    """Return the letters and digits of `words`, without case: what two texts are compared by."""
    return "".join(filter(str.isalnum, words.casefold()))


def _is_same_text(key: str, other: str) -> bool:
    """Return whether the texts of two keys are the same, but for what a system adds or leaves out at their ends."""
    short, long = sorted((key, other), key=len)
    begins_alike = long[: THRESHOLDS.text_key] == short[: THRESHOLDS.text_key]
    return begins_alike and len(short) >= THRESHOLDS.same_text * len(long)


def _join(
    tree: PageTree, comments: Sequence[CommentCandidate], stated: Sequence[_StatedComment]
) -> None:
    """Add to each of `comments` what the data of the same words state and it lacks."""
    length = THRESHOLDS.text_key
    unmatched: dict[str, list[int]] = {}
    for place, one in enumerate(stated):
        unmatched.setdefault(one.key[:length], []).append(place)
    number_of: dict[int, int] = {}
    for number, comment in enumerate(comments):
        key = _build_key("".join(tree.run_texts[run] for run in comment.runs))
        places = unmatched.get(key[:length], ())
        fitting = [place for place in places if _is_same_text(stated[place].key, key)]
        # The same words twice on a page: the first of one is the first of the other.
        if fitting:
            unmatched[key[:length]].remove(fitting[0])
            number_of[fitting[0]] = number
            _add_fields(comment, stated[fitting[0]])
    _add_parents(comments, stated, number_of)


def _add_parents(
    comments: Sequence[CommentCandidate],
    stated: Sequence[_StatedComment],
    number_of: dict[int, int],
) -> None:
    """Set the parents that data state (`number_of`: the place in `comments` of each stated one) and markup does not."""
    added = set()
    for place, number in number_of.items():
        parent = stated[place].parent
        if comments[number].parent is None and parent is not None:
            comments[number].parent = number_of.get(parent)
            added.add(number)
    break_circles(comments, added)


def _add_fields(comment: CommentCandidate, stated: _StatedComment) -> None:
    comment.author = comment.author or stated.author
    comment.author_url = comment.author_url or stated.author_url
    comment.votes = stated.votes if comment.votes is None else comment.votes
    if comment.time is None and stated.time:
        comment.time_text = comment.time_text or stated.time
        comment.time = parse_timestamp(stated.time)


def _find_shown(tree: PageTree, stated: Sequence[_StatedComment]) -> list[CommentCandidate]:
    """Return the comments of `stated` whose words an element of the page holds, and nothing else."""
    shortest = THRESHOLDS.shortest_text_key
    beginnings = {one.key[:shortest] for one in stated if len(one.key) >= shortest}
    keys = [one.key for one in stated if one.key]
    shown: list[CommentCandidate] = []
    end = -1
    for element in tree.elements:
        if element.index < end or element.hidden or element.block_start >= element.block_end:
            continue
        beginning = _build_key(tree.blocks[element.block_start].text)[:shortest]
        if beginning in beginnings and _has_stated_text(tree, element, keys):
            shown.append(CommentCandidate(build_extent(element), runs=_list_runs(tree, element)))
            end = element.end
    return shown


def _has_stated_text(tree: PageTree, element: Element, keys: Sequence[str]) -> bool:
    key = _build_key(tree.read_text(element))
    return any(_is_same_text(key, stated) for stated in keys)


def _list_runs(tree: PageTree, element: Element) -> list[int]:
    runs = tree.run_order[element.run_start : element.run_end]
    return [run for run in runs if tree.run_texts[run].strip()]
