"""Names in a block: the pipeline's, corrected by name lists, by the words names are built with, and by titles.

In: a block of a parse. Out: `Named` stretches with a type, a key where a list knows them, and roles as written.
Leaves alone: which names mean the same thing (`onrecord.language.namesakes`), and roles without a name
(`onrecord.language.offices`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.language.built import Named, built
from onrecord.language.cased import is_capital, is_shouted, is_titled, opens_sentence
from onrecord.language.en.demonyms import NOT_ALONE
from onrecord.language.en.names import (
    CALENDAR,
    CONNECTORS,
    LABELS,
    NOT_NAMES,
    ORGANISATION_WORDS,
    PARTICLES,
    UNDERTAKING_WORDS,
)
from onrecord.language.en.roles import PERSON_ROLES, TITLES
from onrecord.language.names import Known, known, known_in
from onrecord.language.offices import role_after, role_before

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from onrecord.records import Block

_LED = frozenset(
    [
        "led",
        "backed",
        "based",
        "born",
        "funded",
        "run",
        "owned",
        "controlled",
        "held",
        "trained",
        "made",
        "sponsored",
        "supported",
    ]
)
_STRENGTH = {"built": 4, "listed": 3, "titled": 3, "parsed": 2, "second": 1}


def names_in(block: Block) -> list[Named]:
    """Return the names in `block` in order, none overlapping another.

    In a shouted line only listed names and none of the pipeline's are returned; callers look for names
    that the rest of the page gives.
    """
    doc = block.doc
    shouted = is_shouted(doc)
    found = list(_listed(doc))
    if not shouted:
        found += [*built(doc), *_parsed(doc), *_titled(doc)]
    return [_with_roles(doc, named) for named in _longest(found)]


def _longest(found: Iterable[Named]) -> list[Named]:
    """Return `found` without overlaps: a longer one wins, then a surer one."""
    kept: list[Named] = []
    taken: set[int] = set()
    for named in sorted(found, key=lambda named: (named.first - named.last, -_STRENGTH[named.how])):
        tokens = set(range(named.first, named.last + 1))
        if not tokens & taken:
            taken |= tokens
            kept.append(named)
    return sorted(kept, key=lambda named: named.first)


def _parsed(doc: Doc) -> Iterator[Named]:
    """Yield the pipeline's names, trimmed, unless lists or capitals speak against them."""
    titled = is_titled(doc)
    for entity in doc.ents:
        kind = LABELS.get(entity.label_)
        span = _trimmed(doc, entity.start, entity.end - 1)
        if span is not None and (holder := _holder(doc, *span)) is not None:
            span, kind = holder, "person" if kind else None
        if kind is None or span is None or (titled and len(doc) > 1 and _is_ordinary(doc, *span)):
            continue
        if _is_led(doc, span[1]):
            continue
        text = doc[span[0] : span[1] + 1].text
        entry = known(text)
        if entry is None or (kind == "person" and entry.standing == "second"):
            if kind == "person" and text.split()[0] in UNDERTAKING_WORDS:
                kind = "organisation"
            yield Named(*span, text, kind, "parsed")
        else:
            yield Named(*span, text, entry.type, "listed", entry.key)


def _holder(doc: Doc, first: int, last: int) -> tuple[int, int] | None:
    """Return the person's name after the office a pipeline took along ("Defence Minister Ann Hale"), or None."""
    for index in range(last - 1, first - 1, -1):
        low = doc[index].lower_.rstrip(".")
        if low in PERSON_ROLES | TITLES and is_capital(doc[index]):
            named = all(_is_surname(doc, after) for after in range(index + 1, last + 1))
            return (index + 1, last) if named else None
    return None


def _trimmed(doc: Doc, first: int, last: int) -> tuple[int, int] | None:
    """Return the span without article, title, possessive and marks at its edges, or None if no name is left."""
    while first <= last and not _may_stand(doc, first, first == last):
        first += 1
    while last >= first and (
        not (is_capital(doc[last]) or doc[last].text[0].isalnum())
        or doc[last].tag_ == "POS"
        or doc[last].text in CONNECTORS
    ):
        last -= 1
    words = doc[first : last + 1]
    if first > last or not any(is_capital(token) for token in words):
        return None
    if doc[last].lower_.rstrip("s") in PERSON_ROLES and doc[last].lower_ != "general":
        return None  # "Defence Minister": an office
    if all(
        token.text in CALENDAR
        or token.text.lower() in NOT_NAMES
        or token.text.lower().rstrip("s") in PERSON_ROLES
        for token in words
    ):
        return None
    return first, last


def _may_stand(doc: Doc, index: int, alone: bool) -> bool:
    token = doc[index]
    low = token.text.lower().rstrip(".")
    if token.tag_ == "DT" or low in {"the", "a", "an"} or not (token.text[0].isalnum()):
        return False
    return alone or not (
        low in TITLES and low != "justice" and index + 1 < len(doc) and is_capital(doc[index + 1])
    )


def _is_ordinary(doc: Doc, first: int, last: int) -> bool:
    return any(token.tag_ not in {"NNP", "NNPS"} for token in doc[first : last + 1])


def _listed(doc: Doc) -> Iterator[Named]:
    starts = {token.idx: token.i for token in doc}
    ends = {token.idx + len(token): token.i for token in doc}
    whole = doc.text
    for start, end, entry in known_in(whole):
        if start not in starts:
            continue
        first, text = starts[start], whole[start:end]
        last = ends.get(end)
        if last is None:
            continue
        if _is_led(doc, last) or _is_refused(doc, first, last, entry):
            continue
        how = "second" if entry.standing == "second" else "listed"
        yield Named(first, last, text, entry.type, how, entry.key)


def _is_led(doc: Doc, last: int) -> bool:
    """Return whether the name is the first half of "US-led": it tells of the lead, and names nobody."""
    after = doc[last + 1 : last + 3]
    return len(after) == 2 and after[0].text in "-‑–" and after[1].lower_ in _LED


def _is_refused(doc: Doc, first: int, last: int, entry: Known) -> bool:
    token = doc[first]
    if first == last and token.text in NOT_ALONE and entry.type == "group":
        return opens_sentence(token) or (last + 1 < len(doc) and is_capital(doc[last + 1]))
    if first != last:
        return False
    beside = [doc[index] for index in (first - 1, last + 1) if 0 <= index < len(doc)]
    if entry.standing == "second":
        return token.ent_type_ in {"PER", "PERSON"} or any(
            other.tag_ == "NNP" and other.text[0].isupper() for other in beside
        )
    return (
        entry.type == "place"
        and token.ent_type_ in {"PER", "PERSON"}
        and any(other.ent_type_ in {"PER", "PERSON"} for other in beside)
    )


def _titled(doc: Doc) -> Iterator[Named]:
    """Yield capitalised words after a person's title ("Mr Okafor", "General Sir John Hale")."""
    for token in doc[:-1]:
        low = token.lower_.rstrip(".")
        after = token.nbor()
        if (
            low not in TITLES
            or not is_capital(token)
            or not _is_surname(doc, after.i)
            or after.lower_ in TITLES
        ):
            continue
        last = after.i
        while last + 1 < len(doc) and (
            _is_surname(doc, last + 1)
            or (
                doc[last + 1].lower_ in {*PARTICLES, "-"}
                and last + 2 < len(doc)
                and _is_surname(doc, last + 2)
            )
        ):
            last += 1
        if doc[last].lower_ not in PERSON_ROLES | TITLES:
            yield Named(after.i, last, doc[after.i : last + 1].text, "person", "titled")


def _is_surname(doc: Doc, index: int) -> bool:
    token = doc[index]
    return (
        is_capital(token)
        and token.tag_ in {"NNP", "NNPS"}
        and token.text not in ORGANISATION_WORDS | CALENDAR
        and token.lower_ not in NOT_NAMES
        and known(token.text) is None
    )


def _beside(doc: Doc, named: Named) -> tuple[str | None, ...]:
    """Return the roles before the name, after it, and before a comma ("The Defence Minister, Ann Hale,")."""
    apposed = named.first > 1 and doc[named.first - 1].text == "," and doc[named.first - 2]
    before = named.first - 1 if apposed and apposed.lower_ in PERSON_ROLES else named.first
    return role_before(doc, before), role_after(doc, named.last)


def _with_roles(doc: Doc, named: Named) -> Named:
    if named.type != "person":
        return named
    roles = [role for role in _beside(doc, named) if role]
    return replace(named, roles=tuple(roles))
