"""Built names: runs of capitals whose own words show what they name ("Ministry of …", "… Airport").

In: a Doc. Out: `Named` stretches. Leaves alone: what a tagger or a list says of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.language.cased import is_titled, runs
from onrecord.language.en.names import (
    DESIGNATED,
    FACILITY_WORDS,
    LAW_WORDS,
    LEADING_ORGANISATION_WORDS,
    LEADING_PLACE_WORDS,
    MISSION_WORDS,
    ORGANISATION_WORDS,
    OUTLET_WORDS,
    PARTICLES,
    PLACE_WORDS,
    UNDERTAKING_WORDS,
)
from onrecord.language.en.roles import TITLES
from onrecord.language.names import known

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Named:
    """A stretch that names something: tokens `first` to `last` of a block, its type and how it was found.

    `key` is the key of `onrecord.language.names`, or None; `roles` are titles and roles beside it, as written.
    `how` is one of `built` (its own words show it), `listed`, `titled`, `parsed`, `second`.
    """

    first: int
    last: int
    name: str
    type: str
    how: str
    key: str | None = None
    roles: tuple[str, ...] = ()


def built(doc: Doc) -> Iterator[Named]:
    """Yield runs of capitals whose own words show what they name."""
    if is_titled(doc):
        return
    for first, last in runs(doc):
        for begin, end in _pieces(doc, first, last):
            named = _by_words(doc, begin, end)
            if named is not None:
                yield named


def _pieces(doc: Doc, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield the run, cut at "and" between names and at possessives."""
    begin = first
    for index in range(first, last + 1):
        if doc[index].text in {"and", "on", "for", "the"} and not _inside_name(
            doc, begin, index, last
        ):
            if begin < index:
                yield begin, index - 1
            begin = index + 1
    if begin <= last:
        yield begin, last


def _inside_name(doc: Doc, begin: int, index: int, last: int) -> bool:
    """Return whether the small word at `index` is inside a name ("Department for Transport")."""
    if any(token.text in LEADING_ORGANISATION_WORDS for token in doc[begin:index]):
        return doc[index].text != "and" or any(
            token.text in {"of", "for"} for token in doc[begin:index]
        )
    return (
        doc[index].text == "and"
        and doc[last].text in ORGANISATION_WORDS
        and index - begin == 1
        and last - index == 2
    )


def _by_words(doc: Doc, first: int, last: int) -> Named | None:
    while (
        first <= last
        and (doc[first].lower_ in TITLES or doc[first].text in {"of", "de"})
        and first < last
        and doc[first].text not in LEADING_ORGANISATION_WORDS
    ):
        first += 1
    words = [token.text for token in doc[first : last + 1]]
    text = doc[first : last + 1].text
    if first == last:
        return _designation(doc, first)
    outlet = first > 0 and doc[first - 1].lower_ == "the" and words[-1] in OUTLET_WORDS
    if (kind := "organisation" if outlet else _kind_by_words(words)) is None:
        return None
    entry = known(text)
    return Named(
        first, last, text, entry.type if entry else kind, "built", entry.key if entry else None
    )


def _kind_by_words(words: list[str]) -> str | None:
    begins, ends = words[0], words[-1]
    of = {"of", "for"} & set(words[1:])
    if begins in LAW_WORDS and (of or ends[0].isdigit()):
        return "law"
    if begins in LEADING_ORGANISATION_WORDS and (of or begins in {"Ministry", "University"}):
        return "organisation"
    if begins in UNDERTAKING_WORDS:
        return None
    if ends in LAW_WORDS or (ends.isdigit() and words[-2] in LAW_WORDS):
        return "law"
    if ends in FACILITY_WORDS:
        return "facility"
    if ends in ORGANISATION_WORDS or any(word in MISSION_WORDS for word in words[1:]):
        return "organisation"
    if ends in PLACE_WORDS or (begins in LEADING_PLACE_WORDS and not of):
        return "place"
    if any(word in ORGANISATION_WORDS for word in words[:-2]) and of:
        return "organisation"
    return (
        "person"
        if any(word.lower() in PARTICLES for word in words[1:-1]) and "-" in words and not of
        else None
    )


def _designation(doc: Doc, index: int) -> Named | None:
    """Return a product named by a designation ("F-16", "T-72"), if the next noun says it is a thing."""
    last = index
    if index + 2 < len(doc) and doc[index + 1].text == "-" and doc[index + 2].text[0].isdigit():
        last = index + 2
    text = doc[index : last + 1].text
    after = doc[last + 1 : last + 4]
    thing = any(
        token.lemma_.lower() in DESIGNATED or token.lower_.rstrip("s") in DESIGNATED
        for token in after
    )
    if not thing or not any(map(str.isdigit, text)) or " " in text:
        return None
    return Named(index, last, text, "product", "built")
