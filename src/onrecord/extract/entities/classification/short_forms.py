"""Short forms of bodies: "the Front" where the name of one body on the page ends with that word.

In: a page's blocks and its names. Out: the short forms, each with its full name. Out of scope: acronyms and surnames.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from onrecord.extract.entities.classification.type_evidence import is_settled
from onrecord.extract.entities.clusters.name_parts import split_name
from onrecord.extract.entities.clusters.occurrence import Occurrence
from onrecord.extract.entities.en.boundary_words import OF_OR_FOR
from onrecord.language.en.names import ORGANISATION_WORDS
from onrecord.language.span_index import OccupiedSpans
from onrecord.language.syntax.neighbours import get_neighbour
from onrecord.records import Block

if TYPE_CHECKING:
    from spacy.tokens import Token


def find_short_forms(
    blocks: Sequence[Block], occurrences: Sequence[Occurrence]
) -> Iterator[tuple[Occurrence, str]]:
    """Yield ("the Front", full name) where the name of exactly one body on the page ends with that word."""
    bodies = _index_bodies(occurrences)
    unsettled = {(name.start, name.end) for name in occurrences if not is_settled(name)}
    taken = OccupiedSpans((name.start, name.end) for name in occurrences)
    for block in blocks:
        for token in block.doc[1:]:
            full_names = bodies.get(token.text, ())
            if token.text not in ORGANISATION_WORDS or len(full_names) != 1:
                continue
            if get_neighbour(token, -1).lower_ != "the" or _is_continued(token):
                continue
            start, end = block.span_of(token, token)
            if (start, end) in unsettled or not taken.has_overlap(start, end):
                (full,) = full_names
                why = f"short for {full}, the one such name on the page"
                short = Occurrence(start, end, token.text, "organisation", "pattern", None, why=why)
                yield short, full


def _index_bodies(occurrences: Sequence[Occurrence]) -> dict[str, set[str]]:
    """Return the names of bodies and groups without article, by their last word."""
    bodies: dict[str, set[str]] = defaultdict(set)
    for occurrence in occurrences:
        parts = split_name(occurrence.name)
        if occurrence.type in {"organisation", "group"} and len(parts) > 1:
            bodies[parts[-1]].add(occurrence.name.removeprefix("the ").removeprefix("The "))
    return bodies


def _is_continued(token: Token) -> bool:
    """Return whether a name that begins with `token` goes on with a capitalised word, or with "of" and one."""
    if token.i + 1 >= len(token.doc):
        return False
    after = get_neighbour(token)
    return after.text[:1].isupper() or (
        after.lower_ in OF_OR_FOR
        and after.i + 1 < len(after.doc)
        and get_neighbour(after).text[:1].isupper()
    )
