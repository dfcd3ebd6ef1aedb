"""Names that only the rest of the page helps to find: acronyms, names in lines of capitals, surnames that stand alone.

In: a page or its parse, and the names found block by block. Out: more of them, none overlapping another. Out of scope:
which names mean the same thing, except for acronyms.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from onrecord.extract.entities.clusters.name_parts import build_acronyms, is_acronym, split_name
from onrecord.extract.entities.clusters.occurrence import Occurrence
from onrecord.extract.entities.en.tags import SURNAME_TAGS
from onrecord.language.en.names import CALENDAR
from onrecord.language.en.roles import TITLES
from onrecord.language.names.gazetteer import look_up_name
from onrecord.language.span_index import OccupiedSpans
from onrecord.language.syntax.capitalisation import is_all_caps, is_title_case
from onrecord.language.syntax.neighbours import get_neighbour
from onrecord.records import Page, Parse

if TYPE_CHECKING:
    from spacy.tokens import Token

_WORD_START = re.compile(r"(?<!\w)\S")
_WORD, _WORD_CHARACTER = re.compile(r"\w+"), re.compile(r"\w")
_BRACKETED = re.compile(r"\s?\((?:the\s+)?([A-Z][A-Za-z.]{1,9})\)")


def pair_acronyms(page: Page, occurrences: Iterable[Occurrence]) -> dict[str, str]:
    """Return full names by acronym: of those in brackets after the name, and of names that are another's initials."""
    pairs = {}
    for name in occurrences:
        if (acronym := _read_bracketed_acronym(page, name)) is not None:
            pairs[acronym] = name.name
    bodies = sorted({name.name for name in occurrences if name.type == "organisation"})
    full_by_letters = {letters: body for body in bodies for letters in build_acronyms(body)}
    for body in bodies:
        full = full_by_letters.get(body.replace(".", "").lower())
        if full is not None and is_acronym(body, full):
            pairs.setdefault(body, full)
    return pairs


def _read_bracketed_acronym(page: Page, name: Occurrence) -> str | None:
    """Return the acronym in brackets after `name` ("Ministry of Transport (MoT)"), or None."""
    bracket = _BRACKETED.match(page.text, name.end)
    return bracket[1] if bracket and is_acronym(bracket[1], name.name) else None


def find_acronym_mentions(page: Page, occurrences: list[Occurrence]) -> Iterator[Occurrence]:
    """Yield acronyms in brackets after their name, and wherever else the page has them, as names of its type."""
    taken = OccupiedSpans((name.start, name.end) for name in occurrences)
    name_by_acronym: dict[str, Occurrence] = {}
    for name in tuple(occurrences):
        acronym = _read_bracketed_acronym(page, name)
        if acronym is not None:
            name_by_acronym.setdefault(acronym, name)
    starts = _find_words(page.text, name_by_acronym)
    for acronym, name in name_by_acronym.items():
        why = f"short for {name.name}, as the page says in brackets"
        for start in starts[acronym]:
            end, zone = start + len(acronym), page.zone_at(start)
            if (
                zone
                and zone.role in {"body", "headline", "standfirst", "caption"}
                and not taken.has_overlap(start, end)
            ):
                taken.add(start, end)
                yield Occurrence(start, end, acronym, name.type, "pattern", None, why=why)


def _find_words(text: str, words: Collection[str]) -> Mapping[str, list[int]]:
    """Return for each of `words` where `text` has it, found in one pass over the text."""
    starts: dict[str, list[int]] = {word: [] for word in words}
    lengths = sorted({len(word) for word in words})
    if not lengths:
        return starts
    for match in _WORD_START.finditer(text):
        start = match.start()
        for length in lengths:
            found = starts.get(text[start : start + length])
            is_whole = not _WORD_CHARACTER.match(text, start + length)
            if found is not None and is_whole and not (found and start < found[-1] + length):
                found.append(start)
    return starts


def find_names_in_capitals(parse: Parse, occurrences: list[Occurrence]) -> Iterator[Occurrence]:
    """Yield names that the rest of the page gives in lines where capitals mark no names: headlines, mostly."""
    lines = [block for block in parse.blocks if is_all_caps(block.doc) or is_title_case(block.doc)]
    known = {
        name.name: name for name in occurrences if name.origin != "ambiguous" and name.key is None
    }
    if not lines or not known:
        return
    taken = OccupiedSpans((name.start, name.end) for name in occurrences)
    names = _FoldedNames({text.casefold(): name for text, name in known.items()}, known)
    for block in lines:
        text = block.doc.text
        for first, last, name in names.find_in(text):
            start, end = block.start + first, block.start + last
            if not text[first:last].islower() and not taken.has_overlap(start, end):
                taken.add(start, end)
                yield Occurrence(start, end, name.name, name.type, name.origin, None)


class _FoldedNames:
    """Names that are found in text whatever its case, the longest first, with no more work for many names than for few."""

    def __init__(self, by_casefold: Mapping[str, Occurrence], written: Iterable[str]) -> None:
        self._by_casefold = by_casefold
        lengths: dict[str, set[int]] = defaultdict(set)
        for name in written:
            lengths[self._fold_first(name, 0)].add(len(name))
        self._lengths = {first: sorted(own, reverse=True) for first, own in lengths.items()}

    def find_in(self, text: str) -> Iterator[tuple[int, int, Occurrence]]:
        """Yield (start, end, name) of each name in `text`, in order, none within another."""
        after = 0
        for match in _WORD_START.finditer(text):
            start = match.start()
            if start < after:
                continue
            for length in self._lengths.get(self._fold_first(text, start), ()):
                end = start + length
                name = self._by_casefold.get(text[start:end].casefold())
                if name is not None and not _WORD_CHARACTER.match(text, end):
                    yield start, end, name
                    after = end
                    break

    @staticmethod
    def _fold_first(text: str, start: int) -> str:
        """Return the word or character at `start`, its case folded."""
        match = _WORD.match(text, start)
        return (match.group() if match else text[start : start + 1]).casefold()


def find_lone_surnames(parse: Parse, occurrences: list[Occurrence]) -> Iterator[Occurrence]:
    """Yield surnames that stand alone, of people whom the page names in full."""
    surnames = _collect_surnames(occurrences)
    taken = OccupiedSpans((name.start, name.end) for name in occurrences)
    why = "last name of a person whom the page names in full"
    for block in parse.blocks:
        for token in block.doc:
            if token.text not in surnames or token.tag_ not in SURNAME_TAGS:
                continue
            start, end = block.span_of(token, token)
            if _is_alone(token) and not taken.has_overlap(start, end):
                yield Occurrence(start, end, token.text, "person", "parsed", None, why=why)


def _collect_surnames(occurrences: Iterable[Occurrence]) -> set[str]:
    """Return the last names of people with a full name that are no days or months and on no list."""
    full_names = (
        split_name(name.name) for name in occurrences if name.type == "person" and not name.key
    )
    return {
        parts[-1]
        for parts in full_names
        if len(parts) > 1 and parts[-1] not in CALENDAR and look_up_name(parts[-1]) is None
    }


def _is_alone(token: Token) -> bool:
    """Return whether no other part of a name stands beside `token`."""
    before = get_neighbour(token, -1) if token.i else None
    after = get_neighbour(token) if token.i + 1 < len(token.doc) else None
    if before is not None and before.text.istitle() and before.text.endswith("."):
        return before.lower_.rstrip(".") in TITLES
    return not any(
        other is not None and other.tag_ == "NNP" and other.text.istitle()
        for other in (before, after)
    )
