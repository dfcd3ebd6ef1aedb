"""Names that only the rest of the page helps to find: acronyms, names in lines of capitals, surnames that stand alone.

In: a page or its parse, and the names found block by block. Out: more of them, none overlapping another. Out of scope:
which names mean the same thing, except for acronyms.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
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
    for name in tuple(occurrences):
        acronym = _read_bracketed_acronym(page, name)
        if acronym is None:
            continue
        why = f"short for {name.name}, as the page says in brackets"
        for match in re.finditer(rf"(?<!\w){re.escape(acronym)}(?!\w)", page.text):
            zone = page.zone_at(match.start())
            if (
                zone
                and zone.role in {"body", "headline", "standfirst", "caption"}
                and not taken.has_overlap(*match.span())
            ):
                taken.add(*match.span())
                yield Occurrence(*match.span(), acronym, name.type, "pattern", None, why=why)


def find_names_in_capitals(parse: Parse, occurrences: list[Occurrence]) -> Iterator[Occurrence]:
    """Yield names that the rest of the page gives in lines where capitals mark no names: headlines, mostly."""
    lines = [block for block in parse.blocks if is_all_caps(block.doc) or is_title_case(block.doc)]
    known = {
        name.name: name for name in occurrences if name.origin != "ambiguous" and name.key is None
    }
    if not lines or not known:
        return
    taken = OccupiedSpans((name.start, name.end) for name in occurrences)
    by_casefold = {text.casefold(): name for text, name in known.items()}
    longest_first = sorted(known, key=len, reverse=True)
    pattern = re.compile(
        rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE
    )
    for block in lines:
        for match in pattern.finditer(block.doc.text):
            name = by_casefold.get(match.group().casefold())
            start, end = block.start + match.start(), block.start + match.end()
            if (
                name is not None
                and not match.group().islower()
                and not taken.has_overlap(start, end)
            ):
                taken.add(start, end)
                yield Occurrence(start, end, name.name, name.type, name.origin, None)


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
