"""Names in a block: the tagger's, corrected by name lists, by the words names are built with, and by titles.

In: a block of a parse. Out: `NameSpan`s with a type, a key where a list has them, and roles as written.
Out of scope: which names mean the same thing (`onrecord.extract.entities.clusters.name_clusters`), and roles without a
name (`onrecord.extract.entities.features.role_phrases`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.extract.entities.detection.firm_pairs import find_pairs_in_block
from onrecord.extract.entities.detection.geographic_names import find_landform_names
from onrecord.extract.entities.detection.listed_names import (
    find_abbreviated_states,
    find_listed_names,
)
from onrecord.extract.entities.detection.name_patterns import find_pattern_names
from onrecord.extract.entities.detection.overlooked_names import find_overlooked_people
from onrecord.extract.entities.detection.person_names import (
    find_titled_names,
    find_untagged_people,
)
from onrecord.extract.entities.detection.products import find_product_names
from onrecord.extract.entities.detection.tagger_names import find_tagger_names
from onrecord.extract.entities.detection.town_names import find_town_names
from onrecord.extract.entities.detection.work_titles import find_work_titles
from onrecord.extract.entities.features.role_phrases import find_role_after, find_role_before
from onrecord.extract.entities.thresholds import THRESHOLDS
from onrecord.language.en.roles import PERSON_ROLES
from onrecord.language.names.name_span import NameSpan, Origin
from onrecord.language.syntax.capitalisation import is_all_caps

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from onrecord.records import Block

_OVERLAP_ORDER: dict[Origin, int] = {
    "pattern": 0,
    "listed": 1,
    "titled": 1,
    "parsed": 2,
    "ambiguous": 3,
}
"""Rank by which names of one length win where they overlap, the surest first."""


def find_names(block: Block, firm_pairs: Collection[str] = ()) -> list[NameSpan]:
    """Return the names in `block` in order, none overlapping another.

    `firm_pairs` are the page's firms that are named by two people (`find_firm_pairs`). A line in capitals gives only listed names: there the extractor looks for names from the rest of the page.
    """
    doc = block.doc
    candidates = [*find_pairs_in_block(doc, firm_pairs), *find_listed_names(doc)]
    if not is_all_caps(doc):
        candidates += _find_unlisted(doc)
    names = _remove_overlaps(candidates)
    titles = {index for title in find_work_titles(doc) for index in range(*title)}
    return [
        _add_roles(doc, name) for name in names if not titles.issuperset({name.start, name.end - 1})
    ]


def _find_unlisted(doc: Doc) -> Iterator[NameSpan]:
    """Yield names by their form and context, and the tagger's."""
    tagged = list(find_tagger_names(doc))
    certain = [
        name
        for name in tagged
        if any(score >= THRESHOLDS.boundary_score for _, score in name.scores)
    ]
    yield from find_overlooked_people(doc)
    yield from (name for name in find_pattern_names(doc) if not _is_crossing(name, certain))
    yield from find_product_names(doc)
    yield from find_abbreviated_states(doc)
    yield from find_landform_names(doc)
    yield from find_town_names(doc)
    yield from tagged
    yield from find_titled_names(doc)
    yield from find_untagged_people(doc)


def _is_crossing(name: NameSpan, certain: Iterable[NameSpan]) -> bool:
    """Return whether a tagger that scores its names is certain of other boundaries there."""
    return any(
        other.start < name.end
        and name.start < other.end
        and (other.start, other.end) != (name.start, name.end)
        for other in certain
    )


def _remove_overlaps(candidates: Iterable[NameSpan]) -> list[NameSpan]:
    """Return `candidates` without overlaps: the longer wins, then the surer, then the earlier candidate."""
    kept: list[NameSpan] = []
    taken: set[int] = set()
    for name in sorted(
        candidates, key=lambda name: (name.start - name.end, _OVERLAP_ORDER[name.origin])
    ):
        tokens = range(name.start, name.end)
        if taken.isdisjoint(tokens):
            taken.update(tokens)
            kept.append(name)
    return sorted(kept, key=lambda name: name.start)


def _add_roles(doc: Doc, name: NameSpan) -> NameSpan:
    """Return a person's name with the roles before and after it ("The Defence Minister, Ann Hale,")."""
    if name.type != "person":
        return name
    start = name.start
    if start > 1 and doc[start - 1].text == "," and doc[start - 2].lower_ in PERSON_ROLES:
        start -= 1
    roles = (find_role_before(doc, start), find_role_after(doc, name.end))
    return replace(name, roles=tuple(role for role in roles if role))
