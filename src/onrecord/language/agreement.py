"""Agreement: what type a page's names have, by what stands beside them all over the page.

In: a page's blocks and the names found in them. Out: the names with corrected types, fewer where nothing
supports one, and more where a short form stands for a fuller name. Leaves alone: names that lists know
or whose own words show their type.

A tagger reads a name once; a page names it many times: "in Velmara" once makes it a place everywhere.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.language.en.cues import MEDIA, SAY, TELL
from onrecord.language.en.names import MIND_VERBS, ORGANISATION_WORDS, WITHIN
from onrecord.language.namesakes import Occurrence, words
from onrecord.language.offices import is_role
from onrecord.records import Block

if TYPE_CHECKING:
    from spacy.tokens import Token

_OPEN = frozenset({"person", "organisation", "place"})
_GUESSED = frozenset({"parsed", "second"})
_SAID = SAY | TELL | MIND_VERBS


@dataclass(slots=True)
class _Signs:
    """What the page says of one name: how often it stands so."""

    within: int = 0
    towards: int = 0
    with_article: int = 0
    acting: int = 0
    in_office: int = 0
    times: int = 0


def agreed(blocks: Sequence[Block], occurrences: Sequence[Occurrence]) -> list[Occurrence]:
    """Return `occurrences` with the types their contexts on the page agree on, in the same order.

    A person's lone name that nobody is called in full, that does nothing a person does and has no title
    is no person: a place if something goes there, else an organisation if it comes often, left out if once.
    """
    signs = _signs(blocks, occurrences)
    seen = {token.text for block in blocks for token in block.doc if token.text[:1].isupper()}
    several = [_of_several(held, signs[held.name]) for held in occurrences]
    parts = _person_parts(several)
    settled = (_of_one(held, signs[held.name], parts, seen) for held in several)
    return [held for held in settled if held is not None]


def _is_settled(held: Occurrence) -> bool:
    return held.how not in _GUESSED or held.key is not None or bool(held.roles)


def _of_several(held: Occurrence, signs: _Signs) -> Occurrence:
    """Return a name of several words with its type: a body's by its last word, a person's in an office."""
    name = words(held.name)
    if _is_settled(held) or len(name) < 2:
        return held
    if name[-1] in ORGANISATION_WORDS | MEDIA:
        return replace(held, type="organisation")
    fits = held.type in {"place", "organisation"} and len(name) < 4 and not held.name.isupper()
    return replace(held, type="person") if fits and signs.in_office else held


def _person_parts(occurrences: Sequence[Occurrence]) -> set[str]:
    """Return the first and last names of the people whom the page names in full or with a title."""
    parts: set[str] = set()
    for held in occurrences:
        name = words(held.name)
        if held.type == "person" and len(name) > 1:
            parts |= {name[0], name[-1]}
        elif name and (held.how == "titled" or (held.type == "person" and held.roles)):
            parts.add(name[-1])
    return parts


def _of_one(held: Occurrence, signs: _Signs, parts: set[str], seen: set[str]) -> Occurrence | None:
    name = words(held.name)
    if _is_settled(held) or len(name) != 1:
        return held
    if name[0] in parts:
        return replace(held, type="person")
    if _is_people_of(name[0], seen) and held.type in _OPEN:
        return replace(held, type="group")
    if held.type in _OPEN and not signs.acting and (signs.within or _has_people(name[0], seen)):
        return replace(held, type="place")
    if held.type != "person" or (signs.acting and not held.name.isupper()):
        return held
    if held.name.isupper() or signs.with_article:
        return replace(held, type="organisation")
    if signs.towards:
        return replace(held, type="place")
    return replace(held, type="organisation") if signs.times > 1 else None


def _has_people(name: str, seen: set[str]) -> bool:
    """Return whether the page has an adjective made of `name`, as of a place ("Velmara", "Velmaran")."""
    return len(name) > 3 and any(form in seen for form in _peoples(name))


def _is_people_of(word: str, seen: set[str]) -> bool:
    return any(
        len(name) > 3 and word in _peoples(name) for name in seen if word.startswith(name[:-1])
    )


def _peoples(name: str) -> tuple[str, ...]:
    if name[-1] in "ao":
        return name + "n", name + "ns", name[:-1] + "ian", name[:-1] + "ians"
    if name[-1] == "e":
        return name[:-1] + "ian", name[:-1] + "ians"
    return name + "ian", name + "ians", name + "ese"


def _signs(blocks: Sequence[Block], occurrences: Sequence[Occurrence]) -> dict[str, _Signs]:
    found: dict[str, _Signs] = defaultdict(_Signs)
    by_start = sorted(occurrences, key=lambda held: held.start)
    for block in blocks:
        ends = {block.at(token) + len(token.text): token for token in block.doc}
        starts = {block.at(token): token for token in block.doc}
        for held in by_start:
            if block.start <= held.start < block.zone.end:
                first, last = starts.get(held.start), ends.get(held.end)
                if first is not None and last is not None:
                    _note(found[held.name], first, last)
    return found


def _note(signs: _Signs, first: Token, last: Token) -> None:
    doc = first.doc
    before = doc[first.i - 1].lower_ if first.i else ""
    after = doc[last.i + 1] if last.i + 1 < len(doc) else None
    signs.times += 1
    owned = after is not None and after.tag_ == "POS"
    bare = after is None or after.tag_[:2] not in {"NN", "JJ", "VB"} or after.tag_ in {"VBD", "VBZ"}
    signs.within += before in WITHIN and not owned and bare
    signs.towards += before in {"to", "from", "of", "for", "at"} and not owned and bare
    signs.with_article += before == "the" and bare
    office = first.i and is_role(doc[first.i - 1])
    apposed = first.i > 1 and before == "," and is_role(doc[first.i - 2])
    signs.in_office += bool(office or apposed)
    who = after is not None and after.lower_ in {"who", "whose"}
    speaks = after is not None and after.lower_ in {"said", "says", "told"}
    does = last.dep_.startswith("nsubj") and last.head.lemma_.lower() in _SAID
    signs.acting += bool(office or apposed or who or speaks or does or before in {"said", "says"})


def short_forms(
    blocks: Sequence[Block], occurrences: Sequence[Occurrence]
) -> Iterator[tuple[Occurrence, str]]:
    """Yield ("the Front", full name) where one fuller name on the page alone ends with that word."""
    bodies: dict[str, set[str]] = defaultdict(set)
    for held in occurrences:
        name = words(held.name)
        if held.type in {"organisation", "group"} and len(name) > 1:
            bodies[name[-1]].add(held.name.removeprefix("the ").removeprefix("The "))
    spans = [(held.start, held.end) for held in occurrences]
    for block in blocks:
        for token in block.doc[1:]:
            full = bodies.get(token.text, ())
            if token.text not in ORGANISATION_WORDS or len(full) != 1:
                continue
            if token.nbor(-1).lower_ != "the" or _goes_on(token):
                continue
            start, end = block.span_of(token, token)
            if not any(a < end and start < b for a, b in spans):
                held = Occurrence(start, end, token.text, "organisation", "built", None)
                yield held, next(iter(full))


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
