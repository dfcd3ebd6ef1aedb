"""Entities across pages: which pages name the same one.

In: every page's entities. Out: page-level id → story-wide id, and `same_entity` links with reasons.
Out of scope: pronouns and roles without a name. A surname, a short form or an acronym joins only
where the whole story has one thing it can stand for; a person is never joined with anything else.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from onrecord.language.names.gazetteer import look_up_key
from onrecord.link.comparison.link_features import build_feature, build_link
from onrecord.link.comparison.union_find import UnionFind
from onrecord.records import Entity, Link

_TITLES = frozenset(
    """
    mr mrs ms miss dr sir dame lord lady baroness prof professor rev father sister president vice prime minister
    secretary general admiral colonel major captain lieutenant brigadier corporal private sergeant staff
    commander marshal senator congressman congresswoman councillor judge justice king queen prince princess
    pope mayor governor ambassador chancellor inspector constable detective superintendent mp gen col maj capt lt sgt
    """.split()
)
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?$")
_SUFFIXES = frozenset("jr sr ii iii iv mp".split())
_THINGS = frozenset({"organisation", "group", "product", "law", "facility", "place"})


@dataclass(frozen=True, slots=True)
class _Form:
    """One way a page names an entity, by which it may be joined: the key, the name as written."""

    key: str
    name: str
    reason: str
    weight: float


def entities(
    found: Collection[tuple[Entity, str]],
) -> tuple[Mapping[str, str], tuple[Link, ...]]:
    """Return (page-level id → story-wide id for every entity, `same_entity` links).

    The one that stands for its group has a full name if any has, then the most mentions, then the
    smallest id.

    Args:
        found: every entity with the family of copies its page belongs to. A role without a name is
            joined inside a family only: next year's minister is another.
    """
    family = {entity.id: of for entity, of in found}
    listed = sorted((entity for entity, _ in found), key=lambda entity: entity.id)
    forms = {entity.id: tuple(_forms(entity, family[entity.id])) for entity in listed}
    unions = UnionFind(entity.id for entity in listed)
    _join_by_key(forms, unions)
    _join_middles(forms, unions)
    _join_surnames(listed, forms, unions)
    _join_acronyms(listed, forms, unions)
    _join_heads(listed, unions)
    by_id = {entity.id: entity for entity in listed}
    same: dict[str, str] = {}
    links: list[Link] = []
    for group in unions.groups():
        members = [by_id[id_] for id_ in group]
        tails = {
            f" {name.casefold()}"
            for one in members
            for name in (one.name, *one.names)
            if " " in name
        }
        first = min(members, key=lambda one: _standing(one, tails))
        for member in members:
            same[member.id] = first.id
            if member.id != first.id:
                links.append(_link(first, member, forms))
    return same, tuple(sorted(links, key=lambda link: (link.a, link.b)))


def _standing(entity: Entity, tails: Collection[str]) -> tuple[bool, int, str]:
    """Return what the one that stands for its group has least of.

    Args:
        tails: the group's longer names: "the League" stands after "Rennet League".
    """
    name = bare(entity.name).casefold()
    short = " " not in name and (
        entity.type == "person"
        or (entity.type == "organisation" and any(tail.endswith(f" {name}") for tail in tails))
    )
    return short, -entity.mentions, entity.id


def bare(name: str) -> str:
    """Return `name` without article, possessive and titles, white space made single.

    Examples:
        >>> bare("the Prime Minister Ada Rell"), bare("Mrs Rell’s")
        ('Ada Rell', 'Rell')
    """
    name = _POSSESSIVE.sub("", _ARTICLE.sub("", " ".join(name.split())))
    words = name.split()
    while len(words) > 1 and words[0].casefold().rstrip(".") in _TITLES:
        words = words[1:]
    return " ".join(words)


def _forms(entity: Entity, family: str) -> Iterator[_Form]:
    """Yield the keys of an entity: well-known names, full names, acronyms; the weakest last."""
    kind = _kind(entity.type)
    if entity.type == "role":
        key = f"role {family} {entity.name.casefold()}"
        yield _Form(key, entity.name, "same role in a copy", 0.9)
        return
    for name in dict.fromkeys((entity.name, *entity.names)):
        short = bare(name)
        known = look_up_key(_ARTICLE.sub("", " ".join(name.split())))
        if known is not None and kind == "thing":
            # A capital that acts is its government, not the town.
            seat = entity.type == "organisation" and known.startswith("city:")
            yield _Form(f"{'seat' if seat else 'known'} {known}", name, "known by both names", 0.95)
        elif kind == "person":
            person = _person(short)
            if " " in person:
                yield _Form(f"person {person}", name, "same full name", 0.95)
        elif len(short.split()) > 1 or name == entity.name:
            weight = 0.95 if len(short.split()) > 1 else 0.8
            yield _Form(f"{kind} {short.casefold()}", name, "same name", weight)


def _kind(type_: str) -> str:
    return "thing" if type_ in _THINGS else type_


def _person(name: str) -> str:
    words = [word for word in name.casefold().split() if word.rstrip(".") not in _SUFFIXES]
    return " ".join(words)


def _join_by_key(forms: Mapping[str, tuple[_Form, ...]], unions: UnionFind) -> None:
    holders: dict[str, list[str]] = defaultdict(list)
    for id_, own in forms.items():
        for form in own:
            holders[form.key].append(id_)
    for ids in holders.values():
        for other in ids[1:]:
            unions.join(ids[0], other)


def _join_middles(forms: Mapping[str, tuple[_Form, ...]], unions: UnionFind) -> None:
    """Join "Ada Rell" with "Ada M. Rell", unless the story has an "Ada P. Rell" too."""
    holders = {
        form.key: id_
        for id_, own in forms.items()
        for form in own
        if form.key.startswith("person ")
    }
    by_ends: dict[tuple[str, str], set[str]] = defaultdict(set)
    for key in holders:
        _, first, *middle, last = key.split()
        if all(len(word.rstrip(".")) == 1 for word in middle):
            by_ends[first, last].add(key)
    for keys in by_ends.values():
        if len({key for key in keys if len(key.split()) > 3}) <= 1:
            first, *others = sorted(keys)
            for other in others:
                unions.join(holders[first], holders[other])


def _join_surnames(
    listed: list[Entity], forms: Mapping[str, tuple[_Form, ...]], unions: UnionFind
) -> None:
    """Join a person known on a page by one name only to the story's one bearer of it, if not to two."""
    people = [entity for entity in listed if entity.type == "person"]
    bearers: dict[str, set[str]] = defaultdict(set)
    for person in people:
        for form in forms[person.id]:
            bearers[form.key.split()[-1]].add(unions.find(person.id))
    alone: dict[str, list[Entity]] = defaultdict(list)
    for person in people:
        short = bare(person.name)
        if not forms[person.id] and len(short.split()) == 1:
            alone[short.casefold()].append(person)
    for surname, persons in alone.items():
        fulls = bearers.get(surname, set())
        if len(fulls) > 1:
            continue
        holder = next(iter(fulls)) if fulls else persons[0].id
        for person in persons:
            unions.join(holder, person.id)


def _join_acronyms(
    listed: list[Entity], forms: Mapping[str, tuple[_Form, ...]], unions: UnionFind
) -> None:
    """Join a thing known on a page by an acronym only to the story's one thing it abbreviates."""
    things = [entity for entity in listed if _kind(entity.type) == "thing"]
    spelled: dict[str, set[str]] = defaultdict(set)
    for thing in things:
        for name in (thing.name, *thing.names):
            for acronym in _initials(bare(name)):
                spelled[acronym].add(unions.find(thing.id))
            if is_acronym(name) and name != thing.name:
                spelled[bare(name)].add(unions.find(thing.id))
    for thing in things:
        name = bare(thing.name)
        if is_acronym(name) and not any(form.key.startswith("known ") for form in forms[thing.id]):
            own = unions.find(thing.id)
            meant = {unions.find(id_) for id_ in spelled.get(name, ())} - {own}
            if len(meant) == 1:
                unions.join(own, next(iter(meant)))


def _join_heads(listed: list[Entity], unions: UnionFind) -> None:
    """Join a body known on a page by its last word only ("the League") to the story's one such body.

    Another page must call that body both, and no other body's name may end in the word.
    """
    bodies = [entity for entity in listed if entity.type == "organisation"]
    ending: dict[str, set[str]] = defaultdict(set)
    called: dict[str, set[str]] = defaultdict(set)
    for body in bodies:
        names = {bare(name).casefold() for name in (body.name, *body.names)}
        for last in {name.split()[-1] for name in names if " " in name}:
            ending[last].add(unions.find(body.id))
            if last in names:
                called[last].add(unions.find(body.id))
    for body in bodies:
        short = bare(body.name).casefold()
        meant = called.get(short, set())
        if len(meant) == 1 and ending[short] == meant and set(body.names) <= {body.name}:
            unions.join(body.id, next(iter(meant)))


def is_acronym(name: str) -> bool:
    """Return whether `name` is one word of two to six letters, mostly capitals ("NMI", "MoD")."""
    name = bare(name)
    return 2 <= len(name) <= 6 and name.isalpha() and sum(map(str.isupper, name)) >= 2


def _initials(name: str) -> set[str]:
    words = re.findall(r"[^\W\d_]+", name)
    if not 2 <= len(words) <= 7:
        return set()
    capitals = "".join(word[0] for word in words if word[0].isupper())
    every = "".join(word[0] for word in words)
    # "UN Office Kosovo" may be UNOK: an acronym at the front can stay whole.
    whole = words[0] + "".join(word[0] for word in words[1:]) if words[0].isupper() else ""
    return {form for form in (capitals, every, whole) if len(form) >= 2}


def _link(a: Entity, b: Entity, forms: Mapping[str, tuple[_Form, ...]]) -> Link:
    # The first form of a key is the one nearest to the name an entity is shown by.
    ours = {form.key: form for form in reversed(forms[a.id])}
    theirs = [form for form in forms[b.id] if form.key in ours]
    if theirs:
        best = max(theirs, key=lambda form: form.weight)
        names = (ours[best.key].name, best.name)
        if best.key.startswith("known "):
            # A list's own name for it stands on no page; the first mentions do.
            names = (a.evidence.text, b.evidence.text)
        shown = [build_feature(best.reason, best.weight, *names)]
    elif a.type == "person":
        shown = [build_feature("same name but for an initial", 0.85, a.name, b.name)]
        if len(bare(b.name).split()) == 1:
            shown = [build_feature("only bearer of the name in the story", 0.7, a.name, b.name)]
    elif is_acronym(b.name) or is_acronym(a.name):
        shown = [build_feature("acronym of one name in the story", 0.7, a.name, b.name)]
    else:
        shown = [build_feature("through a third page's names", 0.6, a.name, b.name)]
    if set(a.roles) & set(b.roles):
        role = min(set(a.roles) & set(b.roles))
        shown.append(build_feature("same role", 0.05, role, role))
    return build_link("same_entity", a.id, b.id, shown)
