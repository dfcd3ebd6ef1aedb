"""Entities: who and what a page names, one record each, with every place that names it.

In: a page and its parse. Out: entities and mentions. Out of scope: pronouns, other pages, comments.

Names are the pipeline's, corrected by name lists, by the words names are built with, by titles, and by the evidence of
the whole page. Roles without a name ("a senior defence source") are entities of type `role`.
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.extract.entities.classification.short_forms import find_short_forms
from onrecord.extract.entities.classification.type_explanation import explain_type
from onrecord.extract.entities.classification.type_resolution import resolve_types
from onrecord.extract.entities.clusters.conjoined_names import split_conjoined_names
from onrecord.extract.entities.clusters.metonymy import resolve_metonymy
from onrecord.extract.entities.clusters.name_clusters import (
    NameCluster,
    cluster_names,
    is_metonym_key,
)
from onrecord.extract.entities.clusters.occurrence import Occurrence
from onrecord.extract.entities.clusters.unnamed_roles import BlockNames, cluster_roles
from onrecord.extract.entities.detection.firm_pairs import find_firm_pairs
from onrecord.extract.entities.detection.mentions import find_names
from onrecord.extract.entities.detection.repeated_names import (
    find_acronym_mentions,
    find_lone_surnames,
    find_names_in_capitals,
    pair_acronyms,
)
from onrecord.language.en.attribution_cues import MEDIA
from onrecord.language.names.gazetteer import look_up_name
from onrecord.language.names.marked_names import strip_marks
from onrecord.language.names.name_span import NameSpan
from onrecord.records import Block, Entity, Mention, Page, Parse, Records
from onrecord.records.ids import build_content_id

NAME = "entities@5"


def extract(page: Page, parse: Parse, found: Records) -> Records:
    """Return the entities of `page` and their mentions, each in order of text."""
    del found
    pairs = find_firm_pairs(parse.blocks)
    named_blocks = [BlockNames(block, find_names(block, pairs)) for block in parse.blocks]
    occurrences = _find_occurrences(page, parse, named_blocks)
    occurrences = resolve_metonymy(parse.blocks, resolve_types(parse.blocks, occurrences))
    occurrences, full_by_short = _add_short_forms(parse, occurrences)
    clusters = cluster_names(occurrences, pair_acronyms(page, occurrences) | full_by_short)
    for cluster in clusters:
        cluster.listed_name = _look_up_listed_name(cluster)
    clusters += cluster_roles(page, named_blocks, clusters)
    return _build_records(page, clusters)


def _find_occurrences(page: Page, parse: Parse, named_blocks: list[BlockNames]) -> list[Occurrence]:
    """Return the names of the page, those of each block first, then those that the rest of the page helps to find."""
    read = [
        _build_occurrence(page, named.block, name) for named in named_blocks for name in named.names
    ]
    occurrences = list(split_conjoined_names(read))
    occurrences += find_acronym_mentions(page, occurrences)
    occurrences += find_names_in_capitals(parse, occurrences)
    occurrences += find_lone_surnames(parse, occurrences)
    return occurrences


def _build_occurrence(page: Page, block: Block, name: NameSpan) -> Occurrence:
    whole = block.span_of(block.doc[name.start], block.doc[name.end - 1])
    start, end = strip_marks(page.text, *whole)
    if (start, end) != whole:
        name = replace(name, name=page.text[start:end])
    last_word = name.name.split()[-1]
    is_outlet = name.key is None and last_word in MEDIA - {"Agency"} and name.type != "place"
    if is_outlet and start - 4 >= block.start and page.text[start - 4 : start] == "The ":
        # An outlet's article is its own: "The Harbour Times".
        full = f"The {name.name}"
        return Occurrence(start - 4, end, full, "organisation", "pattern", None)
    return Occurrence(
        start, end, name.name, name.type, name.origin, name.key, name.roles, name.scores
    )


def _add_short_forms(
    parse: Parse, occurrences: list[Occurrence]
) -> tuple[list[Occurrence], dict[str, str]]:
    """Return `occurrences` with short forms of bodies, in order of text, and the full names by short form."""
    short_forms = list(find_short_forms(parse.blocks, occurrences))
    spans = {(short.start, short.end) for short, _ in short_forms}
    merged = [name for name in occurrences if (name.start, name.end) not in spans]
    merged += [short for short, _ in short_forms]
    merged.sort(key=lambda name: (name.start, name.end))
    return merged, {short.name: full for short, full in short_forms}


def _look_up_listed_name(cluster: NameCluster) -> str | None:
    """Return the list's name of the first occurrence that has a key, or None."""
    listed = next((name for name in cluster.occurrences if name.key), None)
    if listed is None or is_metonym_key(listed.key):
        return None
    entry = look_up_name(listed.name)
    return entry.name if entry else None


def _build_records(page: Page, clusters: list[NameCluster]) -> Records:
    entities: list[Entity] = []
    mentions: list[Mention] = []
    for cluster in clusters:
        type_of_all = cluster.type  # counted over all its places, so only once
        ident = build_content_id("n", page.id, cluster.name, type_of_all)
        typed = [(name, type_of_all) for name in cluster.occurrences]
        typed += [(name, name.type) for name in cluster.role_mentions]
        for name, type_ in typed:
            evidence = page.evidence(name.start, name.end, NAME)
            mention_id = build_content_id("m", page.id, name.start, name.end)
            mentions.append(Mention(mention_id, evidence, type_, ident))
        first = min(cluster.occurrences, key=lambda name: name.start)
        entities.append(
            Entity(
                ident,
                page.evidence(first.start, first.end, NAME),
                type_of_all,
                cluster.name,
                cluster.names,
                cluster.roles,
                len(cluster.occurrences) + len(cluster.role_mentions),
                tuple(explain_type(cluster)),
            )
        )
    entities.sort(key=lambda entity: (entity.evidence.start, entity.evidence.end))
    mentions.sort(key=lambda mention: (mention.evidence.start, mention.evidence.end))
    return Records(entities=tuple(entities), mentions=tuple(mentions))
