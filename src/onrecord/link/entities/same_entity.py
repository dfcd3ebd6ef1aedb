"""Entities across pages: which pages name the same one.

In: every page's entities. Out: page-level id → story-wide id, and `same_entity` links with reasons.
Out of scope: pronouns and roles without a name. A surname, a short form or an acronym is joined only
where the whole story has one thing it can refer to; a person is never joined with anything else.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from onrecord.language.names.gazetteer import look_up_key
from onrecord.language.names.marked_names import drop_nicknames
from onrecord.link.comparison.link_features import build_feature, build_link
from onrecord.link.comparison.union_find import UnionFind
from onrecord.link.comparison.weights import FeatureWeight, load_weight
from onrecord.link.en.names import LEGAL_FORMS, NAME_SUFFIXES, PROVINCE_WORDS, TITLES
from onrecord.link.thresholds import THRESHOLDS
from onrecord.records import Entity, Feature, Link

_KIND = "same_entity"
_SAME_ROLE_IN_COPY = load_weight(_KIND, "same role in a copy")
_KNOWN_BY_BOTH = load_weight(_KIND, "known by both names")
_SAME_FULL_NAME = load_weight(_KIND, "same full name")
_SAME_LONG_NAME = load_weight(_KIND, "same name", case="of several words")
_SAME_ONE_WORD_NAME = load_weight(_KIND, "same name", case="of one word")
_SAME_BUT_FOR_INITIAL = load_weight(_KIND, "same name but for an initial")
_ONLY_BEARER = load_weight(_KIND, "only bearer of the name in the story")
_ACRONYM = load_weight(_KIND, "acronym of one name in the story")
_THIRD_PAGE = load_weight(_KIND, "through a third page's names")
_SAME_ROLE = load_weight(_KIND, "same role")

_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?$")
_THING_TYPES = frozenset({"organisation", "group", "product", "law", "facility", "place"})
_PERSON_KEY, _GAZETTEER_KEY = "person ", "known "
"""How keys of full names of people, and of entries of the gazetteer, begin."""


@dataclass(frozen=True, slots=True)
class _NameKey:
    """A name of an entity as a key by which it is joined, the name as written, and the feature it makes."""

    key: str
    name: str
    weight: FeatureWeight


_KeysByEntity = Mapping[str, tuple[_NameKey, ...]]


def link_entities(
    entities: Collection[tuple[Entity, str]],
) -> tuple[Mapping[str, str], tuple[Link, ...]]:
    """Return (page-level id → story-wide id for every entity, `same_entity` links).

    The representative of a group has a full name if any has, then the most mentions, then the
    smallest id.

    Args:
        entities: each with the family of copies its page belongs to. A role without a name is
            joined inside a family only: next year's minister is another.
    """
    family_of = {entity.id: family for entity, family in entities}
    listed = sorted((entity for entity, _ in entities), key=lambda entity: entity.id)
    keys = {entity.id: tuple(_iter_name_keys(entity, family_of[entity.id])) for entity in listed}
    unions = UnionFind(entity.id for entity in listed)
    _join_by_key(keys, unions)
    _join_middle_initials(keys, unions)
    _join_surnames(listed, keys, unions)
    _join_acronyms(listed, keys, unions)
    _join_last_words(listed, unions)
    _join_registered_names(listed, unions)
    by_id = {entity.id: entity for entity in listed}
    story_entity_of: dict[str, str] = {}
    links: list[Link] = []
    for group in unions.list_groups():
        members = [by_id[id_] for id_ in group]
        representative = _choose_representative(members)
        for member in members:
            story_entity_of[member.id] = representative.id
            if member.id != representative.id:
                links.append(_link_entity(representative, member, keys))
    return story_entity_of, tuple(sorted(links, key=lambda link: (link.a, link.b)))


def _choose_representative(members: list[Entity]) -> Entity:
    longer_names = {
        f" {name.casefold()}"
        for member in members
        for name in (member.name, *member.names)
        if " " in name
    }
    return min(members, key=lambda member: _rank_representative(member, longer_names))


def _rank_representative(entity: Entity, longer_names: Collection[str]) -> tuple[bool, int, str]:
    """Return a sort key; the representative of a group has the least.

    Args:
        longer_names: the group's names of several words: "the League" ranks after "Rennet League".
    """
    name = strip_titles(entity.name).casefold()
    is_short = " " not in name and (
        entity.type == "person"
        or (
            entity.type == "organisation"
            and any(longer.endswith(f" {name}") for longer in longer_names)
        )
    )
    return is_short, -entity.mentions, entity.id


def strip_titles(name: str) -> str:
    """Return `name` without article, possessive and titles, white space made single.

    Examples:
        >>> strip_titles("the Prime Minister Ada Rell"), strip_titles("Mrs Rell’s")
        ('Ada Rell', 'Rell')
    """
    name = _POSSESSIVE.sub("", _ARTICLE.sub("", " ".join(drop_nicknames(name).split())))
    words = name.split()
    while len(words) > 1 and words[0].casefold().rstrip(".") in TITLES:
        words = words[1:]
    return " ".join(words)


def _iter_name_keys(entity: Entity, family: str) -> Iterator[_NameKey]:
    """Yield the keys of an entity's names, in order of its names; a role has one key in its family of copies."""
    if entity.type == "role":
        yield _NameKey(f"role {family} {entity.name.casefold()}", entity.name, _SAME_ROLE_IN_COPY)
        return
    for name in dict.fromkeys((entity.name, *entity.names)):
        if (key := _build_name_key(entity, name)) is not None:
            yield key


def _build_name_key(entity: Entity, name: str) -> _NameKey | None:
    """Return the key of a name, or None for a surname, and for a short form of one word."""
    kind = _classify_type(entity.type)
    short = strip_titles(name)
    listed = look_up_key(_ARTICLE.sub("", " ".join(name.split())))
    if listed is not None and kind == "thing":
        # A capital that acts is its government, not the town.
        is_government = entity.type == "organisation" and listed.startswith("city:")
        return _NameKey(
            f"{'government' if is_government else 'known'} {listed}", name, _KNOWN_BY_BOTH
        )
    if kind == "person":
        person = _strip_suffixes(short)
        return _NameKey(f"{_PERSON_KEY}{person}", name, _SAME_FULL_NAME) if " " in person else None
    is_long = len(short.split()) > 1
    if not is_long and name != entity.name:
        return None
    weight = _SAME_LONG_NAME if is_long else _SAME_ONE_WORD_NAME
    return _NameKey(f"{kind} {_strip_designators(short)}", name, weight)


def _strip_designators(name: str) -> str:
    """Return a name in lower case without the legal form or the word for a province at its end.

    Examples:
        >>> _strip_designators("Harbour Lines plc"), _strip_designators("Lower Oresk Province")
        ('harbour lines', 'lower oresk')
    """
    words = name.casefold().split()
    while len(words) > 1 and words[-1].strip(".,") in LEGAL_FORMS | PROVINCE_WORDS:
        words = [*words[:-2], words[-2].rstrip(",")]
    return " ".join(words)


def _classify_type(type_: str) -> str:
    """Return the kind within which names are compared: pages disagree on types of things."""
    return "thing" if type_ in _THING_TYPES else type_


def _strip_suffixes(name: str) -> str:
    words = [word for word in name.casefold().split() if word.rstrip(".") not in NAME_SUFFIXES]
    return " ".join(words)


def _join_by_key(keys: _KeysByEntity, unions: UnionFind) -> None:
    holders: dict[str, list[str]] = defaultdict(list)
    for id_, own in keys.items():
        for name_key in own:
            holders[name_key.key].append(id_)
    for ids in holders.values():
        for other in ids[1:]:
            unions.join(ids[0], other)


def _join_middle_initials(keys: _KeysByEntity, unions: UnionFind) -> None:
    """Join "Ada Rell" with "Ada M. Rell", unless the story has an "Ada P. Rell" too."""
    holder_of = {
        name_key.key: id_
        for id_, own in keys.items()
        for name_key in own
        if name_key.key.startswith(_PERSON_KEY)
    }
    by_ends: dict[tuple[str, str], set[str]] = defaultdict(set)
    for key in holder_of:
        _, first, *middle, last = key.split()
        if all(len(word.rstrip(".")) == 1 for word in middle):
            by_ends[first, last].add(key)
    for full_names in by_ends.values():
        if len({key for key in full_names if len(key.split()) > 3}) <= 1:
            first, *others = sorted(full_names)
            for other in others:
                unions.join(holder_of[first], holder_of[other])


def _join_surnames(listed: list[Entity], keys: _KeysByEntity, unions: UnionFind) -> None:
    """Join a person whom a page calls by one name only to the story's one bearer of it, but not where it has two."""
    people = [entity for entity in listed if entity.type == "person"]
    bearers: dict[str, set[str]] = defaultdict(set)
    for person in people:
        for name_key in keys[person.id]:
            bearers[name_key.key.split()[-1]].add(unions.find(person.id))
    by_surname: dict[str, list[Entity]] = defaultdict(list)
    for person in people:
        short = strip_titles(person.name)
        if not keys[person.id] and len(short.split()) == 1:
            by_surname[short.casefold()].append(person)
    for surname, persons in by_surname.items():
        full_bearers = bearers.get(surname, set())
        if len(full_bearers) > 1:
            continue
        holder = next(iter(full_bearers)) if full_bearers else persons[0].id
        for person in persons:
            unions.join(holder, person.id)


def _join_acronyms(listed: list[Entity], keys: _KeysByEntity, unions: UnionFind) -> None:
    """Join a thing that a page calls by an acronym only to the story's one thing it abbreviates."""
    things = [entity for entity in listed if _classify_type(entity.type) == "thing"]
    spelled: dict[str, set[str]] = defaultdict(set)
    for thing in things:
        for name in (thing.name, *thing.names):
            for acronym in _build_acronyms(strip_titles(name)):
                spelled[acronym].add(unions.find(thing.id))
            if is_acronym(name) and name != thing.name:
                spelled[strip_titles(name)].add(unions.find(thing.id))
    for thing in things:
        name = strip_titles(thing.name)
        is_listed = any(name_key.key.startswith(_GAZETTEER_KEY) for name_key in keys[thing.id])
        if is_acronym(name) and not is_listed:
            own = unions.find(thing.id)
            others = {unions.find(id_) for id_ in spelled.get(name, ())} - {own}
            if len(others) == 1:
                unions.join(own, next(iter(others)))


def _join_last_words(listed: list[Entity], unions: UnionFind) -> None:
    """Join a body that a page calls by its last word only ("the League") to the story's one such body.

    Another page must call that body both, and no other body's name may end in the word.
    """
    bodies = [entity for entity in listed if entity.type == "organisation"]
    ending_in: dict[str, set[str]] = defaultdict(set)
    called_both: dict[str, set[str]] = defaultdict(set)
    for body in bodies:
        names = {strip_titles(name).casefold() for name in (body.name, *body.names)}
        for last in {name.split()[-1] for name in names if " " in name}:
            ending_in[last].add(unions.find(body.id))
            if last in names:
                called_both[last].add(unions.find(body.id))
    for body in bodies:
        short = strip_titles(body.name).casefold()
        others = called_both.get(short, set())
        if len(others) == 1 and ending_in[short] == others and set(body.names) <= {body.name}:
            unions.join(body.id, next(iter(others)))


def _join_registered_names(listed: list[Entity], unions: UnionFind) -> None:
    """Join a body called by the first words of a company's registered name ("Rennet Springs" of "Rennet Springs Beverages Ltd") to the story's one such company."""
    bodies = [entity for entity in listed if entity.type in {"organisation", "facility"}]
    beginning_with: dict[str, set[str]] = defaultdict(set)
    for body in bodies:
        for words in (strip_titles(name).casefold().split() for name in (body.name, *body.names)):
            if words and words[-1].strip(".,") in LEGAL_FORMS:
                for count in range(THRESHOLDS.registered_name_words, len(words) - 1):
                    beginning_with[" ".join(words[:count])].add(body.id)
    for body in bodies:
        companies = {unions.find(id_) for id_ in beginning_with[strip_titles(body.name).casefold()]}
        if len(companies) == 1:
            unions.join(body.id, next(iter(companies)))


def is_acronym(name: str) -> bool:
    """Return whether `name` is one word of two to six letters, at least two of them capitals ("NMI", "MoD")."""
    name = strip_titles(name)
    is_of_length = THRESHOLDS.acronym_shortest <= len(name) <= THRESHOLDS.acronym_longest
    return is_of_length and name.isalpha() and sum(map(str.isupper, name)) >= 2


def _build_acronyms(name: str) -> set[str]:
    """Return the acronyms that a name of several words may have."""
    words = re.findall(r"[^\W\d_]+", name)
    if not 2 <= len(words) <= THRESHOLDS.acronym_name_words:
        return set()
    of_capitals = "".join(word[0] for word in words if word[0].isupper())
    of_all = "".join(word[0] for word in words)
    # "UN Office Kosovo" may be UNOK: an acronym at the front can stay whole.
    whole_first = words[0] + "".join(word[0] for word in words[1:]) if words[0].isupper() else ""
    acronyms = (of_capitals, of_all, whole_first)
    return {acronym for acronym in acronyms if len(acronym) >= THRESHOLDS.acronym_shortest}


def _link_entity(a: Entity, b: Entity, keys: _KeysByEntity) -> Link:
    features = [_build_name_feature(a, b, keys)]
    if set(a.roles) & set(b.roles):
        role = min(set(a.roles) & set(b.roles))
        features.append(build_feature(_SAME_ROLE, role, role))
    return build_link(_KIND, a.id, b.id, features)


def _build_name_feature(a: Entity, b: Entity, keys: _KeysByEntity) -> Feature:
    """Return why two entities of one group have the same name: a shared key, else how the group was joined."""
    # Of names with one key the first is shown: it is nearest to the name an entity is shown by.
    keys_of_a = {name_key.key: name_key for name_key in reversed(keys[a.id])}
    shared = [name_key for name_key in keys[b.id] if name_key.key in keys_of_a]
    if shared:
        best = max(shared, key=lambda name_key: name_key.weight.base)
        names = (keys_of_a[best.key].name, best.name)
        if best.key.startswith(_GAZETTEER_KEY):
            # The gazetteer's own name for it is on no page; the first mentions are.
            names = (a.evidence.text, b.evidence.text)
        return build_feature(best.weight, *names)
    if a.type == "person":
        is_short = len(strip_titles(b.name).split()) == 1
        return build_feature(_ONLY_BEARER if is_short else _SAME_BUT_FOR_INITIAL, a.name, b.name)
    weight = _ACRONYM if is_acronym(b.name) or is_acronym(a.name) else _THIRD_PAGE
    return build_feature(weight, a.name, b.name)


@dataclass(frozen=True, slots=True)
class NameTokens:
    """By what an entity may be joined with others, for whoever looks for candidates in parts of a corpus.

    Attributes:
        keys: entities that share one are compared: they have a name in common, or full names that differ by initials.
        held: short names that may refer to it. asked: short names it goes by, joined only where one thing holds them.

    """

    keys: frozenset[str]
    held: frozenset[str]
    asked: frozenset[str]


def list_name_tokens(entity: Entity, family: str) -> NameTokens:
    """Return by what `entity`, of a page of this family of copies, may be joined; the rules of `link_entities` ask nothing else."""
    own = tuple(_iter_name_keys(entity, family))
    keys, held, asked = {one.key for one in own}, set[str](), set[str]()
    short = strip_titles(entity.name)
    names = [strip_titles(name) for name in (entity.name, *entity.names)]
    if entity.type == "person":
        for key in tuple(keys):
            _, first, *_, last = key.split()
            keys.add(f"ends {first} {last}")
            held.add(f"surname {last}")
        if not keys and len(short.split()) == 1:
            asked.add(f"surname {short.casefold()}")
    if _classify_type(entity.type) == "thing":
        spelled = {acronym for name in names for acronym in _build_acronyms(name)}
        spelled |= {
            strip_titles(one) for one in entity.names if is_acronym(one) and one != entity.name
        }
        held |= {f"acronym {acronym}" for acronym in spelled}
        if is_acronym(short):
            asked.add(f"acronym {short}")
    folded = {name.casefold() for name in names}
    if entity.type == "organisation":
        held |= {f"last {name.split()[-1]}" for name in folded if " " in name}
        asked.add(f"last {short.casefold()}")
    if entity.type in {"organisation", "facility"}:
        for words in (name.split() for name in folded):
            if words and words[-1].strip(".,") in LEGAL_FORMS:
                counts = range(THRESHOLDS.registered_name_words, len(words) - 1)
                held |= {f"registered {' '.join(words[:count])}" for count in counts}
        asked.add(f"registered {short.casefold()}")
    return NameTokens(frozenset(keys), frozenset(held), frozenset(asked))


def link_to_representative(representative: tuple[Entity, str], member: tuple[Entity, str]) -> Link:
    """Return the link of an entity to the one that represents its group, each with its page's family of copies."""
    keys = {
        entity.id: tuple(_iter_name_keys(entity, family))
        for entity, family in (representative, member)
    }
    return _link_entity(representative[0], member[0], keys)
