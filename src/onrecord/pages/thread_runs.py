"""Comments of systems that stand in no table: blocks of one shape that repeat, each by someone, on a day.

In: a `Tree`. Out: comments like those of `thread`, read by the same `comment`. A run is believed where
its blocks each have a stamp, an author in the same place (more than one over the run), and words of
their own that are not links; and where something says that readers wrote them: a name of an element,
links to profiles, or "reply" and "quote" on most. Lists of articles have none of that, or a headline
each. Leaves alone: a single comment, which repeats nothing.

Source: repeated structure after Liu et al., Mining data records in Web pages (KDD 2003); the tests are ours.
"""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from onrecord.pages.comment import Found, Item, item_of, read_comment
from onrecord.pages.element import Element
from onrecord.pages.platforms import GENERAL, READERS, REPLY_WORDS
from onrecord.pages.thread_fields import Fields, find_fields
from onrecord.pages.thread_stamps import Stamp, shape, stamp_groups
from onrecord.pages.tree import Tree

_HIGHEST = 14  # how far above a stamp its comment's element may stand
_MOST = 0.85  # of the blocks must have what all should: saved pages lack a part here and there
_HALF = 0.5
_TITLE_TAGS = frozenset({"h1", "h2", "h3", "h4"})
_TITLE = 12  # characters of the shortest headline that counts; without a heading, twice that
_AGAIN = re.compile(r"^(?:(?:re|aw|antw|sv|odp)(?:\^\d+|\[\d+\])?\s*:\s*)+", re.IGNORECASE)


def find_runs(tree: Tree) -> list[Found]:
    """Return the comments of the run with the most words in it; none where no run is believed."""
    best: list[Found] = []
    most = 0.0
    for stamps in stamp_groups(tree):
        for items in _parted(tree, stamps):
            found = _read(tree, items, stamps)
            size = len(found) * sum(len(_words(tree, comment)) for comment in found) ** _HALF
            if size > most:
                best, most = found, size
    return best


def _parted(tree: Tree, stamps: Sequence[Stamp]) -> Iterator[list[Item]]:
    """Yield the ways to part the page into items, of which each has one of `stamps`."""
    seen = []
    for owners in (_owners(tree, stamps), _shares(tree, stamps)):
        if len(owners) > 1 and owners not in seen:
            seen.append(owners)
            yield [item_of(owner) for owner in owners]
            if len(stretches := _stretches(tree, owners)) > 1:
                yield stretches


def _owners(tree: Tree, stamps: Sequence[Stamp]) -> list[Element]:
    """Return the outermost elements of one shape that hold a stamp each; one may hold others like it."""
    nearest: dict[str, dict[int, int]] = {}
    for stamp in stamps:
        seen = set()
        for height, element in enumerate(tree.ancestors(stamp.element.index)[:_HIGHEST]):
            kind = shape(element)
            if kind not in seen and element.tag not in {"body", "html"}:
                seen.add(kind)
                nearest.setdefault(kind, {}).setdefault(element.index, height)
    enough = max(2.0, _MOST * len(stamps))
    fitting = [owners for owners in nearest.values() if len(owners) >= enough]
    if not fitting:
        return []
    outermost = max(fitting, key=lambda owners: sum(owners.values()) / len(owners))
    return [tree.elements[index] for index in sorted(outermost)]


def _shares(tree: Tree, stamps: Sequence[Stamp]) -> list[Element]:
    """Return the outermost elements that hold one stamp each, where they are siblings."""
    held = Counter(e.index for stamp in stamps for e in tree.ancestors(stamp.element.index))
    shares = []
    for stamp in stamps:
        alone = [e for e in tree.ancestors(stamp.element.index) if held[e.index] == 1]
        if alone:
            shares.append(alone[-1])
    return shares if len({share.parent for share in shares}) == 1 else []


def _stretches(tree: Tree, heads: Sequence[Element]) -> list[Item]:
    """Return the stretches of siblings that begin, or end, with `heads`; empty where they are no siblings."""
    parent = heads[0].parent
    if parent < 0 or any(head.parent != parent for head in heads):
        return []
    outer = tree.elements[parent]
    children = []
    index = parent + 1
    while index < outer.end:
        children.append(tree.elements[index])
        index = children[-1].end
    places = {child.index: place for place, child in enumerate(children)}
    at = [places[head.index] for head in heads]
    lead = _lead([shape(child) for child in children], at)
    ends = [place - lead for place in at[1:]]
    lengths = [end - (begin - lead) for begin, end in zip(at, ends, strict=False)]
    ends.append(min(len(children), at[-1] - lead + int(statistics.median(lengths))))
    return [item_of(*children[b - lead : e]) for b, e in zip(at, ends, strict=True) if e > b - lead]


def _lead(shapes: Sequence[str], at: Sequence[int]) -> int:
    """Return how many siblings before a head belong to it: those that stand before the first one, too."""
    most = min(at[0], *(after - before - 1 for before, after in pairwise(at)))
    lead = 0
    while lead < most and len({shapes[place - lead - 1] for place in at}) == 1:
        lead += 1
    return lead


def _read(tree: Tree, items: Sequence[Item], stamps: Sequence[Stamp]) -> list[Found]:
    inner = {item.index: item for item in items}
    fields = find_fields(tree, items, inner, stamps)
    if not (fields.authors or fields.names) or _lists_articles(tree, items, fields):
        return []
    found = []
    for place, item in enumerate(items):
        known = fields.known(tree, place)
        comment = read_comment(tree, item, GENERAL, inner, known)
        if comment.runs:
            found.append(comment)
    if len(found) < max(2.0, _MOST * len(items)) or not _by_readers(tree, found, fields):
        return []
    return found


def _lists_articles(tree: Tree, items: Sequence[Item], fields: Fields) -> bool:
    """Tell whether most items have a linked title of their own beside their words, as articles in a list do."""
    titles = set()
    for place, item in enumerate(items):
        text = fields.texts.get(place)
        for element in tree.elements[item.index : item.end]:
            if element.tag != "a" or (text is not None and text.index <= element.index < text.end):
                continue
            words = _AGAIN.sub("", tree.own_text(element))
            heads = any(e.tag in _TITLE_TAGS for e in tree.ancestors(element.index)[:3])
            if len(words) > (_TITLE if heads else 2 * _TITLE) and element is not fields.authors.get(
                place
            ):
                titles.add(re.sub(r"\d", "", words))
                break
    return len(titles) > _HALF * len(items)


def _by_readers(tree: Tree, found: Sequence[Found], fields: Fields) -> bool:
    """Tell whether something says that readers wrote these: a name, profiles, or words to answer with."""
    texts = [_words(tree, comment) for comment in found]
    if statistics.median(map(len, texts)) < 12:
        return False
    if link_share(tree, found) > _HALF:
        return False
    writers = {comment.author for comment in found if comment.author}
    if len(writers) < 2:
        return False
    first = found[0].item
    around = (*tree.ancestors(first.index)[:5], *tree.elements[first.index : first.end])
    named = any(e.words and READERS.search(e.words) for e in around)
    answered = sum(_answers(tree, comment) for comment in found) >= _HALF * len(found)
    return named + answered + fields.profiles >= 1


def link_share(tree: Tree, found: Sequence[Found]) -> float:
    """Return the share of links in the blocks of comments' words."""
    linked = total = 0
    for comment in found:
        for block in tree.blocks[comment.item.first : comment.item.last]:
            if set(block.runs) & set(comment.runs):
                linked, total = linked + block.linked, total + len(block.text)
    return linked / total if total else 1.0


def _answers(tree: Tree, comment: Found) -> bool:
    """Tell whether a comment has a link or button to answer, quote or report it with."""
    item = comment.item
    return any(
        REPLY_WORDS.fullmatch(block.text.strip()) for block in tree.blocks[item.first : item.last]
    ) or any(
        REPLY_WORDS.fullmatch(tree.own_text(element))
        for element in tree.elements[item.index : item.end]
        if element.tag in {"a", "button"}
    )


def _words(tree: Tree, comment: Found) -> str:
    return "".join(tree.words[run] for run in comment.runs)
