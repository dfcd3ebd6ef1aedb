"""Entities: who and what a page names, one record each, with every place that names it.

In: a page and its parse. Out: entities and mentions. Out of scope: pronouns, other pages, comments.

Names are the pipeline's, corrected by name lists, by the words names are built with, by titles, and by
agreement inside the page. Roles without a name ("a senior defence source") are entities of type `role`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from onrecord.extract.entities.classification.short_forms import short_forms
from onrecord.extract.entities.classification.type_explanation import type_steps
from onrecord.extract.entities.classification.type_resolution import agreed
from onrecord.extract.entities.clusters.conjoined_names import parted
from onrecord.extract.entities.clusters.metonymy import acting
from onrecord.extract.entities.clusters.name_clusters import (
    ACTING,
    Group,
    Occurrence,
    acronyms_of,
    grouped,
    is_acronym,
    words,
)
from onrecord.extract.entities.clusters.role_holders import holder
from onrecord.extract.entities.detection.mentions import names_in
from onrecord.extract.entities.features.role_phrases import offices
from onrecord.language.en.cues import MEDIA, SAY, TELL
from onrecord.language.en.names import CALENDAR
from onrecord.language.en.roles import TITLES
from onrecord.language.names.gazetteer import look_up_name
from onrecord.language.names.name_span import NameSpan
from onrecord.language.span_index import OccupiedSpans
from onrecord.language.syntax.capitalisation import is_all_caps, is_title_case
from onrecord.records import Block, Entity, Mention, Page, Parse, Records
from onrecord.records.ids import content_id

if TYPE_CHECKING:
    from spacy.tokens import Token

NAME = "entities@4"
_NOUNS = frozenset({"NNP", "NNPS", "NN", "NNS", "JJ"})
"""Tags a surname gets; taggers take those they never saw for common nouns and adjectives."""

_BRACKETED = re.compile(r"\s?\((?:the\s+)?([A-Z][A-Za-z.]{1,9})\)")


def extract(page: Page, parse: Parse, found: Records) -> Records:
    """Return the entities of `page` and their mentions, each in order of text."""
    del found
    named = [(block, names_in(block)) for block in parse.blocks]
    read = [_occurrence(page, block, name) for block, names in named for name in names]
    occurrences = list(parted(read))
    occurrences += _bracketed(page, occurrences)
    occurrences += _in_headlines(parse, occurrences)
    occurrences += _surnames(parse, occurrences)
    occurrences = acting(parse.blocks, agreed(parse.blocks, occurrences))
    short = list(short_forms(parse.blocks, occurrences))
    anew = {(held.start, held.end) for held, _ in short}
    occurrences = [held for held in occurrences if (held.start, held.end) not in anew]
    occurrences += [held for held, _ in short]
    occurrences.sort(key=lambda held: (held.start, held.end))
    joined = _acronyms(page, occurrences) | {held.name: full for held, full in short}
    groups = grouped(occurrences, joined)
    for group in groups:
        group.shown = _shown(group)
    groups += _roles(page, named, groups)
    return _records(page, groups)


def _occurrence(page: Page, block: Block, named: NameSpan) -> Occurrence:
    start, end = block.span_of(block.doc[named.first], block.doc[named.last])
    ends = named.name.split()[-1]
    is_outlet = named.key is None and ends in MEDIA - {"Agency"} and named.type != "place"
    if is_outlet and start - 4 >= block.start and page.text[start - 4 : start] == "The ":
        # An outlet's article is its own: "The Harbour Times".
        start, name = start - 4, f"The {named.name}"
        return Occurrence(start, end, name, "organisation", "built", None)
    return Occurrence(
        start, end, named.name, named.type, named.how, named.key, named.roles, named.odds
    )


def _shown(group: Group) -> str | None:
    key = next((held.key for held in group.occurrences if held.key), None)
    if key and key.startswith(ACTING):
        return None
    entry = look_up_name(next(held.name for held in group.occurrences if held.key)) if key else None
    return entry.name if entry else None


def _acronyms(page: Page, occurrences: Iterable[Occurrence]) -> dict[str, str]:
    """Return the short forms `page` introduces in brackets after the name, to the name."""
    pairs = {}
    for held in occurrences:
        bracket = _BRACKETED.match(page.text, held.end)
        if bracket and is_acronym(bracket[1], held.name):
            pairs[bracket[1]] = held.name
    bodies = {held.name for held in occurrences if held.type == "organisation"}
    short = {letters: name for name in sorted(bodies) for letters in acronyms_of(name)}
    for name in sorted(bodies):
        full = short.get(name.replace(".", "").lower())
        if full is not None and is_acronym(name, full):
            pairs.setdefault(name, full)
    return pairs


def _bracketed(page: Page, occurrences: list[Occurrence]) -> Iterator[Occurrence]:
    """Yield acronyms that stand in brackets after their name, and elsewhere on the page, as names of its type."""
    taken = OccupiedSpans((held.start, held.end) for held in occurrences)
    for held in tuple(occurrences):
        bracket = _BRACKETED.match(page.text, held.end)
        if not bracket or not is_acronym(bracket[1], held.name):
            continue
        for match in re.finditer(rf"(?<!\w){re.escape(bracket[1])}(?!\w)", page.text):
            zone = page.zone_at(match.start())
            if (
                zone
                and zone.role in {"body", "headline", "standfirst", "caption"}
                and not taken.has_overlap(*match.span())
            ):
                taken.add(*match.span())
                why = f"short for {held.name}, as the page says in brackets"
                yield Occurrence(*match.span(), bracket[1], held.type, "built", None, why=why)


def _in_headlines(parse: Parse, occurrences: list[Occurrence]) -> Iterator[Occurrence]:
    """Yield names that the rest of the page gives where capitals tell nothing: in shouted or titled lines."""
    lines = [block for block in parse.blocks if is_all_caps(block.doc) or is_title_case(block.doc)]
    sure = {held.name: held for held in occurrences if held.how != "second" and held.key is None}
    if not lines or not sure:
        return
    taken = OccupiedSpans((held.start, held.end) for held in occurrences)
    folded = {name.casefold(): held for name, held in sure.items()}
    longest = sorted(sure, key=len, reverse=True)
    names = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)", re.IGNORECASE)
    for block in lines:
        for match in names.finditer(block.doc.text):
            held = folded.get(match.group().casefold())
            start, end = block.start + match.start(), block.start + match.end()
            if (
                held is not None
                and not match.group().islower()
                and not taken.has_overlap(start, end)
            ):
                taken.add(start, end)
                yield Occurrence(start, end, held.name, held.type, held.how, None)


def _surnames(parse: Parse, occurrences: list[Occurrence]) -> Iterator[Occurrence]:
    """Yield surnames that stand alone, of people whom the page names in full."""
    people = [words(held.name) for held in occurrences if held.type == "person" and not held.key]
    last_names = {
        parts[-1]
        for parts in people
        if len(parts) > 1 and parts[-1] not in CALENDAR and look_up_name(parts[-1]) is None
    }
    taken = OccupiedSpans((held.start, held.end) for held in occurrences)
    for block in parse.blocks:
        for token in block.doc:
            if token.text not in last_names or token.tag_ not in _NOUNS:
                continue
            start, end = block.span_of(token, token)
            if _stands_alone(token) and not taken.has_overlap(start, end):
                why = "last name of a person whom the page names in full"
                yield Occurrence(start, end, token.text, "person", "parsed", None, why=why)


def _stands_alone(token: Token) -> bool:
    """Return whether no other part of a name stands beside `token`."""
    before = token.nbor(-1) if token.i else None
    after = token.nbor() if token.i + 1 < len(token.doc) else None
    if before is not None and before.text.istitle() and before.text.endswith("."):
        return before.lower_.rstrip(".") in TITLES
    return not any(
        other is not None and other.tag_ == "NNP" and other.text.istitle()
        for other in (before, after)
    )


def _roles(
    page: Page, named: list[tuple[Block, list[NameSpan]]], people: list[Group]
) -> list[Group]:
    """Return roles that nobody on the page is named by, one group for each role's words.

    A role whose holder the page names is noted with the holder.
    """
    groups: dict[str, Group] = {}
    holders = [
        (str(number), group.roles, min(held.start for held in group.occurrences if held.roles))
        for number, group in enumerate(people)
        if group.roles and group.type == "person"
    ]
    for block, names in named:
        for first, last in _role_spans(block, names):
            start, end = block.span_of(block.doc[first], block.doc[last])
            name = " ".join(page.text[start:end].split())
            held = Occurrence(start, end, name, "role", "built", None)
            definite = first > 0 and block.doc[first - 1].lower_ == "the"
            # News names the office first and its holder later; "the minister" only looks back.
            known_by = [
                (key, roles)
                for key, roles, place in holders
                if place < start or len(name.split()) > 1
            ]
            if (key := holder(name, definite, known_by)) is not None:
                people[int(key)].offices.append(held)
            else:
                groups.setdefault(name.lower(), Group()).occurrences.append(held)
    return list(groups.values())


def _role_spans(block: Block, names: list[NameSpan]) -> Iterator[tuple[int, int]]:
    doc = block.doc
    people = {
        index
        for name in names
        if name.type == "person"
        for index in range(name.first, name.last + 1)
    }
    beside = set()
    for name in names:
        for role in name.roles:
            at = doc.text.find(role, max(0, doc[name.first].idx - len(role) - 2))
            beside |= {token.i for token in doc if at <= token.idx < at + len(role)}
    whole = {
        index
        for name in names
        if name.last > name.first
        for index in range(name.first, name.last + 1)
    }
    speaking = frozenset(
        token.i
        for token in doc
        if token.dep_.startswith("nsubj") and token.head.lemma_.lower() in SAY | TELL
    )
    for first, _, last in offices(doc, frozenset(people | beside | whole), speaking):
        yield first, last


def _records(page: Page, groups: list[Group]) -> Records:
    entities: list[Entity] = []
    mentions: list[Mention] = []
    for group in groups:
        ident = content_id("n", page.id, group.name, group.type)
        for held in (*group.occurrences, *group.offices):
            evidence = page.evidence(held.start, held.end, NAME)
            type_ = held.type if held in group.offices else group.type
            mentions.append(
                Mention(content_id("m", page.id, held.start, held.end), evidence, type_, ident)
            )
        first = min(group.occurrences, key=lambda held: held.start)
        entities.append(
            Entity(
                ident,
                page.evidence(first.start, first.end, NAME),
                group.type,
                group.name,
                group.names,
                group.roles,
                len(group.occurrences) + len(group.offices),
                tuple(type_steps(group)),
            )
        )
    entities.sort(key=lambda entity: (entity.evidence.start, entity.evidence.end))
    mentions.sort(key=lambda mention: (mention.evidence.start, mention.evidence.end))
    return Records(entities=tuple(entities), mentions=tuple(mentions))
