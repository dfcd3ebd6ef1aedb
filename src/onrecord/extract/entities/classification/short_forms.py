"""Short forms: "the Front" where one fuller name on the page alone ends with that word.

In: a page's blocks and its names. Out: the short forms, with the full name each stands for. Out of scope: acronyms and
surnames.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from onrecord.extract.entities.classification.type_evidence import is_settled
from onrecord.extract.entities.clusters.name_clusters import Occurrence, words
from onrecord.language.en.names import ORGANISATION_WORDS
from onrecord.language.span_index import OccupiedSpans
from onrecord.records import Block

if TYPE_CHECKING:
    from spacy.tokens import Token


def short_forms(
    blocks: Sequence[Block], occurrences: Sequence[Occurrence]
) -> Iterator[tuple[Occurrence, str]]:
    """Yield ("the Front", full name) where one fuller name on the page alone ends with that word."""
    bodies: dict[str, set[str]] = defaultdict(set)
    for held in occurrences:
        name = words(held.name)
        if held.type in {"organisation", "group"} and len(name) > 1:
            bodies[name[-1]].add(held.name.removeprefix("the ").removeprefix("The "))
    open_ = {(held.start, held.end) for held in occurrences if not is_settled(held)}
    taken = OccupiedSpans((held.start, held.end) for held in occurrences)
    for block in blocks:
        for token in block.doc[1:]:
            full = bodies.get(token.text, ())
            if token.text not in ORGANISATION_WORDS or len(full) != 1:
                continue
            if token.nbor(-1).lower_ != "the" or _goes_on(token):
                continue
            start, end = block.span_of(token, token)
            if (start, end) in open_ or not taken.has_overlap(start, end):
                whole = next(iter(full))
                why = f"short for {whole}, the one such name on the page"
                yield (
                    Occurrence(start, end, token.text, "organisation", "built", None, why=why),
                    whole,
                )


def _goes_on(token: Token) -> bool:
    """Return whether a capitalised word, or "of", goes on a name that begins with `token`."""
    if token.i + 1 >= len(token.doc):
        return False
    after = token.nbor()
    return after.text[:1].isupper() or (
        after.lower_ in {"of", "for"}
        and after.i + 1 < len(after.doc)
        and after.nbor().text[:1].isupper()
    )
