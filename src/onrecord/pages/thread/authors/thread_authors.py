"""Who wrote the comments of a thread, told by the place where all of them have it.

In: the comments of a thread, each read by itself. Out: for those whose author is missing, or was taken from
a place that names no one on the thread as a whole (the same words on all, a headline on each), the element
that does. A place is a part of one shape that most comments have; its words vary, and are names, or lines
that say who wrote ("by Ann on 3 May 2016"). Out of scope: authors whose element is named for them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.pages.dom.element import Element
from onrecord.pages.dom.tree import PageTree
from onrecord.pages.thread.authors.attribute_fields import add_stated
from onrecord.pages.thread.comment.attribution_lines import LONGEST_LINE, read_line, reads_like_name
from onrecord.pages.thread.comment.author import author_words, is_name
from onrecord.pages.thread.comment.extent import Item
from onrecord.pages.thread.comment.header import within_item
from onrecord.pages.thread.comment.reader import Found, Named
from onrecord.pages.thread.element_shape import describe_shape
from onrecord.pages.thread.words.platforms import CONTROLS, GENERAL, PROFILE, QUOTED, SAYS, is_in
from onrecord.pages.thread.words.reader_words import BADGE, NO_NAME

_ENOUGH = 0.6  # of the comments have what tells their authors
_DOUBTFUL = 0.25  # of the comments without an author: another place is looked for
_LEAST = 3.0
_LOOSE = 2.0
_IF_CONSTANT = 0.5
_BETTER = 0.1
_FEWEST = 2
_HEADLINE = re.compile(
    r"(?:^| )(?:titles?|subjects?|headlines?|permalink|heading|betreff|titel|titre|asunto|oggetto)(?= |$)"
)
_AUTHOR_TAGS = frozenset({"cite", "strong", "b", "h3", "h4", "h5", "h6", "a", "comment-author"})
_NAMED = re.compile(
    r"\b(?:[\w-]*user-?_?(?:name|handle)?|[\w-]*author[\w-]*|[\w-]*nick(?:name)?|[\w-]*poster|name|member|profile-?name|display-?name"
    r"|pseudo|autor|auteur|autore|utente|usuario|naam|who|by|writer|commenter)\b"
)
_ITSELF = re.compile(r"^(?:[^#]*#|.*/comments?/)", re.IGNORECASE)


@dataclass(slots=True)
class _Place:
    """What stands in one place of the comments: names by the comment's number, and the score as authors."""

    names: dict[int, Named]
    score: float = 0.0


def name_authors(
    tree: PageTree, comments: Sequence[Found], inner: dict[int, Item]
) -> dict[int, Named]:
    """Return, by the comment's number, authors that are better than what `comments` have; mostly none."""
    if len(comments) < _FEWEST:
        return {}
    if _are_missing(comments):
        add_stated(tree, comments)
    picked = [comment for comment in comments if comment.author]
    doubtful = _is_doubtful(tree, picked)
    if not doubtful and not _are_missing(comments):
        return {}
    least = _LEAST - _IF_CONSTANT * _is_constant(picked)
    places = [place for place in _places(tree, comments, inner) if place.score >= least]
    ranks = [place.score - _LOOSE * _is_loose(tree, place) for place in places]
    if not ranks or max(ranks) < _score_of_picks(tree, comments) + _BETTER:
        return {}
    best = places[ranks.index(max(ranks))]
    if doubtful:
        return best.names
    return {number: named for number, named in best.names.items() if not comments[number].author}


def _are_missing(comments: Sequence[Found]) -> bool:
    missing = sum(not comment.author for comment in comments)
    return missing > _DOUBTFUL * len(comments)


def _is_constant(picked: Sequence[Found]) -> bool:
    return len(picked) > _FEWEST and len({comment.author for comment in picked}) == 1


def _is_doubtful(tree: PageTree, picked: Sequence[Found]) -> bool:
    """Return whether authors are the same on all of several comments, or of places not named for them."""
    if _is_constant(picked):
        return True
    named = sum(c.by is None or _is_named(tree, c.by) for c in picked)
    return named < _ENOUGH * len(picked)


def _is_named(tree: PageTree, element: Element) -> bool:
    return any(
        e.get("itemprop") in {"author", "creator"}
        or bool(e.label and is_in(GENERAL.author, e.label.lower()))
        for e in tree.ancestors(element.index)[:3]
    )


def _score_of_picks(tree: PageTree, comments: Sequence[Found]) -> float:
    """Return how much the authors that `comments` have are like authors."""
    names = {
        number: Named(comment.by, comment.author, None, sure=False)
        for number, comment in enumerate(comments)
        if comment.author and comment.by is not None
    }
    return _score(tree, names, len(comments)) if len(names) >= _FEWEST else 0.0


def _places(tree: PageTree, comments: Sequence[Found], inner: dict[int, Item]) -> list[_Place]:
    columns: dict[tuple[str, bool], dict[int, Named]] = {}
    for number, comment in enumerate(comments):
        for element in _parts(tree, comment.item, inner):
            named = _name_in(tree, element)
            if named is not None:
                key = (_path(tree, element), named.stamp is not None)
                columns.setdefault(key, {}).setdefault(number, named)
    enough = max(_FEWEST, _ENOUGH * len(comments))
    wanted = [names for names in columns.values() if len(names) >= enough]
    return [_Place(names, _score(tree, names, len(comments))) for names in wanted]


def _path(tree: PageTree, element: Element) -> str:
    return ">".join(describe_shape(e) for e in tree.ancestors(element.index)[:2])


def _parts(tree: PageTree, item: Item, inner: dict[int, Item]) -> Iterator[Element]:
    own, _ = within_item(tree, item, inner)
    quoted = 0
    for element in own:
        if element.index < quoted:
            continue
        if element.tag in {"blockquote", "q"} or is_in(QUOTED, element.words):
            quoted = element.end
        elif element.last - element.first <= 2 and not element.hidden:
            yield element


def _name_in(tree: PageTree, element: Element) -> Named | None:
    """Return the name that the words of `element` are, or say; `stamp` is None where they are the name."""
    words = tree.own_text(element)
    if not 1 < len(words) < LONGEST_LINE:
        return None
    line = read_line(words)
    if is_in(CONTROLS, element.words) and not (line and line.sure):
        return None
    if line:
        return Named(element, line.name, line.stamp, sure=line.sure)
    own = author_words(tree, element)
    name = SAYS.sub("", own).strip()
    if not reads_like_name(name) or not is_name(name) or BADGE.fullmatch(name):
        return None
    return Named(element, name, None, sure=name != own)


def _score(tree: PageTree, names: dict[int, Named], count: int) -> float:
    """Return how much `names` of one place are like the names of those who wrote."""
    sample = [*names.values()]
    different = len({named.name for named in sample})
    if different < _FEWEST or any(
        _has_other_name(named.element) for named in sample if not named.sure
    ):
        return 0.0
    first = sample[0].element
    assert first is not None
    label = f"{first.tag} {first.label} {first.get('itemprop')}".lower()
    score = len(sample) / count + different / len(sample)
    score += 1.6 * bool(_NAMED.search(label) or is_in(GENERAL.author, label))
    score += 1.6 * (_share(sample, lambda element: _is_profile(tree, element)) >= _ENOUGH)
    score += 1.4 * (sum(named.sure for named in sample) >= _ENOUGH * len(sample))
    score += 0.7 * (first.tag in _AUTHOR_TAGS)
    if sample[0].stamp is not None:
        return score + 1.0
    score -= 1.5 * any(_HEADLINE.search(e.words) for e in _around(tree, first))
    score -= 1.0 * (_share(sample, lambda element: _is_link_to_itself(tree, element)) >= _ENOUGH)
    score -= 0.4 * _is_parted(tree, first)
    score -= 2.0 * (
        sum((named.name or "")[:1].isdigit() for named in sample) > _ENOUGH * len(sample)
    )
    words = sum(len((named.name or "").split()) for named in sample)
    return score - 0.6 * (words > 3 * len(sample))


def _share(sample: Sequence[Named], holds: Callable[[Element], bool]) -> float:
    return sum(holds(named.element) for named in sample if named.element is not None) / len(sample)


def _has_other_name(element: Element | None) -> bool:
    return element is not None and is_in(NO_NAME, element.words)


def _around(tree: PageTree, element: Element) -> tuple[Element, ...]:
    """Return `element`, what is in it, and what it stands in."""
    return (
        *tree.elements[element.index : element.end],
        *tree.ancestors(element.index)[1:2],
    )


def _is_loose(tree: PageTree, place: _Place) -> bool:
    """Return whether names are of lines that a part of which is the name alone, or its beginning."""
    named = next(iter(place.names.values()))
    line, name = named.element, named.name or ""
    if line is None or named.sure or named.stamp is None:
        return False
    inner = (tree.own_text(e) for e in tree.elements[line.index + 1 : line.end])
    return any(words and name.startswith(words) for words in inner)


def _is_parted(tree: PageTree, element: Element) -> bool:
    """Return whether a part of the words of `element` has an element to itself."""
    words = tree.own_text(element)
    inner = tree.elements[element.index + 1 : element.end]
    return any(tree.own_text(e) not in {"", words} for e in inner)


def _is_profile(tree: PageTree, element: Element) -> bool:
    return any(e.tag == "a" and PROFILE.search(e.get("href")) for e in _around(tree, element))


def _is_link_to_itself(tree: PageTree, element: Element) -> bool:
    """Return whether `element` is, or holds, a link to the comment's own place, as its headline does."""
    return any(e.tag == "a" and _ITSELF.match(e.get("href")) for e in _around(tree, element))
