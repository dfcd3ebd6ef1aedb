"""Names in a block: the pipeline's, corrected by name lists, by the words names are built with, and by titles.

In: a block of a parse. Out: `NameSpan` stretches with a type, a key where a list knows them, and roles as written.
Out of scope: which names mean the same thing (`onrecord.extract.entities.clusters.name_clusters`), and roles without a name
(`onrecord.extract.entities.features.role_phrases`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.extract.entities.detection.geographic_names import landforms
from onrecord.extract.entities.detection.name_patterns import built
from onrecord.extract.entities.detection.products import products
from onrecord.extract.entities.detection.span_boundaries import cut, may_be_surname
from onrecord.extract.entities.detection.work_titles import works
from onrecord.extract.entities.en.product_words import ACRONYM_NOUNS, NUMBERED
from onrecord.extract.entities.features.context_features import signs_around
from onrecord.extract.entities.features.internal_features import is_coined
from onrecord.extract.entities.features.role_phrases import role_after, role_before
from onrecord.language.en.demonyms import NOT_ALONE
from onrecord.language.en.names import (
    COMPANY_WORDS,
    CONNECTORS,
    FACILITY_WORDS,
    LABELS,
    LAW_WORDS,
    OCCASION_WORDS,
    OPERATION_WORDS,
    PARTICLES,
    PLACE_WORDS,
    STATES_SHORT,
)
from onrecord.language.en.roles import PERSON_ROLES, TITLES
from onrecord.language.names.gazetteer import (
    GazetteerEntry,
    find_known_names,
    is_state_code,
    look_up_name,
    resolve_state,
)
from onrecord.language.names.given_names import is_given_name
from onrecord.language.names.name_span import ODDS, NameSpan, Odds
from onrecord.language.syntax.capitalisation import (
    is_all_caps,
    is_capitalised,
    is_sentence_initial,
    is_title_case,
    read_doc_text,
)
from onrecord.language.syntax.tag_sets import PERSON_LABELS, PROPER_NOUN_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from onrecord.records import Block

_LED = frozenset(
    [
        "led",
        "backed",
        "funded",
        "trained",
        "made",
        "sponsored",
        "supported",
    ]
)
_NO_SURNAMES = (
    FACILITY_WORDS | PLACE_WORDS | LAW_WORDS | OPERATION_WORDS | OCCASION_WORDS | COMPANY_WORDS
)
_STATE = re.compile(r",\s+(?:[A-Z]{2}\b|(?:[A-Z][a-z]*\.)+)")
"""What a text has somewhere that names a state short; most have not."""
SURE = 0.9
"""Share from which a tagger's own borders are better than those that words show (dev parts: 8 right to 2)."""
_STRENGTH = {"built": 4, "listed": 3, "titled": 3, "parsed": 2, "second": 1}


def names_in(block: Block) -> list[NameSpan]:
    """Return the names in `block` in order, none overlapping another.

    In a shouted line only listed names and none of the pipeline's are returned; callers look for names
    that the rest of the page gives.
    """
    doc = block.doc
    shouted = is_all_caps(doc)
    found = list(_listed(doc))
    if not shouted:
        parsed = list(_parsed(doc))
        sure = [one for one in parsed if any(share >= SURE for _, share in one.odds)]
        found += [one for one in built(doc) if not _is_crossed(one, sure)]
        found += [*products(doc), *_states(doc), *landforms(doc)]
        found += [*parsed, *_titled(doc), *_people(doc)]
    titles = {index for first, last in works(doc) for index in range(first, last + 1)}
    kept = [one for one in _longest(found) if not titles.issuperset({one.first, one.last})]
    return [_with_roles(doc, named) for named in kept]


def _is_crossed(built: NameSpan, sure: Iterable[NameSpan]) -> bool:
    """Return whether a tagger that scores its names is sure of other borders there."""
    return any(
        one.first <= built.last
        and built.first <= one.last
        and (one.first, one.last) != (built.first, built.last)
        for one in sure
    )


def _longest(found: Iterable[NameSpan]) -> list[NameSpan]:
    """Return `found` without overlaps: a longer one wins, then a surer one."""
    kept: list[NameSpan] = []
    taken: set[int] = set()
    for named in sorted(found, key=lambda named: (named.first - named.last, -_STRENGTH[named.how])):
        tokens = set(range(named.first, named.last + 1))
        if not tokens & taken:
            taken |= tokens
            kept.append(named)
    return sorted(kept, key=lambda named: named.first)


def _parsed(doc: Doc) -> Iterator[NameSpan]:
    """Yield the pipeline's names, trimmed and cut, unless lists or capitals speak against them."""
    titled = is_title_case(doc)
    for entity in doc.ents:
        label = LABELS.get(entity.label_)
        if label is None:
            continue
        odds = _odds(doc, entity)
        for first, last, kind in cut(doc, entity.start, entity.end - 1, label):
            if titled and len(doc) > 1 and _is_ordinary(doc, first, last):
                continue
            common = first == last and doc[first].text in ACRONYM_NOUNS
            common |= last == first + 1 and doc[first].text in NUMBERED and doc[last].is_digit
            common |= any(token.like_url or "/" in token.text for token in doc[first : last + 1])
            if not (common or _is_led(doc, last)):
                yield replace(_read(doc, first, last, kind), odds=odds)


def _odds(doc: Doc, entity: Span) -> Odds:
    """Return the tagger's odds of each type for `entity`, where it gives them."""
    shares = doc.user_data.get(ODDS, {}).get((entity.start, entity.end), {})
    return tuple((LABELS[label], share) for label, share in shares.items())


def _read(doc: Doc, first: int, last: int, kind: str) -> NameSpan:
    """Return a name of the pipeline's, with what the lists know of it."""
    text = doc[first : last + 1].text
    entry = look_up_name(text)
    doubts = {"person", "organisation"} if first == last else {"person"}
    if entry is not None and not (entry.standing == "second" and kind in doubts):
        return NameSpan(first, last, text, entry.type, "listed", entry.key)
    return NameSpan(first, last, text, kind, "parsed")


def _is_ordinary(doc: Doc, first: int, last: int) -> bool:
    return any(
        token.tag_ not in PROPER_NOUN_TAGS and token.text not in CONNECTORS
        for token in doc[first : last + 1]
    )


def _listed(doc: Doc) -> Iterator[NameSpan]:
    starts = {token.idx: token.i for token in doc}
    ends = {token.idx + len(token): token.i for token in doc}
    whole = read_doc_text(doc)
    for start, end, entry in find_known_names(whole):
        if start not in starts:
            continue
        first, text = starts[start], whole[start:end]
        last = ends.get(end)
        if last is None:
            continue
        if _is_led(doc, last) or _is_refused(doc, first, last, entry):
            continue
        how = "second" if entry.standing == "second" else "listed"
        yield NameSpan(first, last, text, entry.type, how, entry.key)


def _is_led(doc: Doc, last: int) -> bool:
    """Return whether the name is the first half of "US-led": it tells of the lead, and names nobody."""
    after = doc[last + 1 : last + 3]
    return len(after) == 2 and after[0].text in "-‑–" and after[1].lower_ in _LED


def _is_refused(doc: Doc, first: int, last: int, entry: GazetteerEntry) -> bool:
    token = doc[first]
    if first == last and token.text in NOT_ALONE and entry.type == "group":
        return is_sentence_initial(token) or (last + 1 < len(doc) and is_capitalised(doc[last + 1]))
    if first != last:
        return False
    if token.text in {"Commons", "Lords"} and (not first or doc[first - 1].lower_ != "the"):
        return True
    beside = [doc[index] for index in (first - 1, last + 1) if 0 <= index < len(doc)]
    if last + 1 < len(doc) and doc[last + 1].text in OCCASION_WORDS:
        return True  # "Stanley Cup"
    if entry.standing == "second":
        return token.ent_type_ in PERSON_LABELS or any(
            other.tag_ == "NNP" and other.text[0].isupper() for other in beside
        )
    return (
        entry.type == "place"
        and token.ent_type_ in PERSON_LABELS
        and any(other.ent_type_ in PERSON_LABELS for other in beside)
    )


def _states(doc: Doc) -> Iterator[NameSpan]:
    """Yield a state as news shortens it after a town's name ("Dorvan, Calif.", "Dorvan, MA")."""
    if _STATE.search(read_doc_text(doc)) is None:
        return
    for token in doc:
        if token.i < 2:
            continue
        text = token.text
        if text not in STATES_SHORT and not is_state_code(text):
            continue
        if (
            token.nbor(-1).text == ","
            and is_capitalised(token.nbor(-2))
            and token.nbor(-2).is_alpha
        ):
            yield NameSpan(token.i, token.i, text, "place", "built", resolve_state(text))


def _titled(doc: Doc) -> Iterator[NameSpan]:
    """Yield capitalised words after a person's title ("Mr Okafor", "General Sir John Hale")."""
    for token in doc[:-1]:
        low = token.lower_.rstrip(".")
        after = token.nbor()
        if (
            low not in TITLES
            or not is_capitalised(token)
            or not after.text[0].isalpha()
            or not may_be_surname(doc, after.i)
            or after.lower_.rstrip(".") in TITLES
            or is_coined(after.text)
        ):
            continue
        last = after.i
        while last + 1 < len(doc) and (
            may_be_surname(doc, last + 1)
            or (
                doc[last + 1].lower_ in {*PARTICLES, "-"}
                and last + 2 < len(doc)
                and may_be_surname(doc, last + 2)
            )
        ):
            last += 1
        if doc[last].lower_ not in PERSON_ROLES | TITLES:
            yield NameSpan(after.i, last, doc[after.i : last + 1].text, "person", "titled")


def _people(doc: Doc) -> Iterator[NameSpan]:
    """Yield a first name and what follows it like a surname, where the pipeline saw no name at all."""
    if is_title_case(doc):
        return
    for token in doc[:-1]:
        first = token.i
        if token.ent_type_ or token.tag_ != "NNP" or not is_given_name(token.text):
            continue
        if not may_be_surname(doc, first) or (
            first and doc[first - 1].tag_ == "NNP" and look_up_name(doc[first - 1].text) is None
        ):
            continue
        last = first
        while (
            last + 1 < len(doc)
            and not doc[last + 1].ent_type_
            and doc[last + 1].is_alpha
            and may_be_surname(doc, last + 1)
        ):
            last += 1
        beside = signs_around(token, doc[last])
        acts = any(type_ == "person" and weight > 0.5 for type_, weight in beside)
        if 0 < last - first < 3 and acts and doc[last].text not in _NO_SURNAMES:
            yield NameSpan(first, last, doc[first : last + 1].text, "person", "parsed")


def _beside(doc: Doc, named: NameSpan) -> tuple[str | None, ...]:
    """Return the roles before the name, after it, and before a comma ("The Defence Minister, Ann Hale,")."""
    apposed = named.first > 1 and doc[named.first - 1].text == "," and doc[named.first - 2]
    before = named.first - 1 if apposed and apposed.lower_ in PERSON_ROLES else named.first
    return role_before(doc, before), role_after(doc, named.last)


def _with_roles(doc: Doc, named: NameSpan) -> NameSpan:
    if named.type != "person":
        return named
    roles = [role for role in _beside(doc, named) if role]
    return replace(named, roles=tuple(roles))
