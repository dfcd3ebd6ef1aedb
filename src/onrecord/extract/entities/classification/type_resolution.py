"""The type of each name on a page, by what stands inside and beside it all over the page.

In: a page's blocks and the names found in them. Out: the names with corrected types, without those that nothing supports.
Out of scope: names that lists hold or whose own words show their type.

A tagger reads a name at one place; a page names it at many: "in Velmara" at one of them speaks for a place at all.
Each mention gives features with weights (`onrecord.extract.entities.features.context_features`), the tagger's reading is
one of them, and the sum decides.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.extract.entities.classification.derived_demonyms import has_demonym, is_demonym
from onrecord.extract.entities.classification.type_evidence import (
    SETTLED_TYPES,
    TypeEvidence,
    collect_type_evidence,
    is_settled,
)
from onrecord.extract.entities.clusters.name_parts import split_name
from onrecord.extract.entities.clusters.occurrence import Occurrence
from onrecord.extract.entities.en.feature_words import INTERJECTION_ACRONYMS
from onrecord.extract.entities.en.product_words import NO_MODEL_ENDS
from onrecord.extract.entities.en.tags import LOWER_CASE_WORD_TAGS
from onrecord.extract.entities.thresholds import THRESHOLDS
from onrecord.language.en.names import CENTRE_WORDS, DIRECTION_NAMES, OCCASION_WORDS
from onrecord.language.names.common_words import is_common_word
from onrecord.language.names.gazetteer import look_up_name
from onrecord.language.names.given_names import is_given_name, load_surnames
from onrecord.language.syntax.verb_lemmas import look_up_lemma
from onrecord.records import Block

UNKNOWN = "unknown"
_OTHER_TYPES = ("organisation", "place", "product")
"""Types that a name may be of instead where features speak against a person."""


@dataclass(frozen=True, slots=True)
class PageNames:
    """What the names of a page are judged by: evidence by name, parts of people's names, words, length."""

    evidence: Mapping[str, TypeEvidence]
    person_parts: frozenset[str]
    words: frozenset[str]
    is_long: bool


def resolve_types(blocks: Sequence[Block], occurrences: Sequence[Occurrence]) -> list[Occurrence]:
    """Return `occurrences` with the types that the evidence of the whole page gives, in the same order.

    A lone name that is part of a full person's name on the page is that person's.
    """
    evidence = collect_type_evidence(blocks, occurrences)
    multiword = [
        resolved
        for name in occurrences
        if (resolved := _resolve_multiword(name, evidence)) is not None
    ]
    page = PageNames(
        evidence,
        _collect_person_parts(multiword),
        _collect_words(blocks),
        sum(len(block.doc) for block in blocks) > THRESHOLDS.long_page_tokens,
    )
    models = {
        split_name(name.name)[-1].casefold()
        for name in multiword
        if name.type == "product" and " " in name.name
    }
    resolved_names = (_resolve_single_word(name, page) for name in multiword)
    return [_resolve_model(name, models, page) for name in resolved_names if name is not None]


def _collect_words(blocks: Sequence[Block]) -> frozenset[str]:
    """Return the capitalised and the ordinary words of the page."""
    return frozenset(
        token.text
        for block in blocks
        for token in block.doc
        if token.text[:1].isupper() or (token.is_alpha and token.tag_ in LOWER_CASE_WORD_TAGS)
    )


def _collect_person_parts(occurrences: Sequence[Occurrence]) -> frozenset[str]:
    """Return the first and last names of the people whom the page names in full or with a title."""
    parts: set[str] = set()
    for occurrence in occurrences:
        name = split_name(occurrence.name)
        is_person = occurrence.type == "person"
        if is_person and len(name) > 1:
            parts |= {name[0], name[-1]}
        elif name and (occurrence.origin == "titled" or (is_person and occurrence.roles)):
            parts.add(name[-1])
    return frozenset(parts)


def _resolve_model(name: Occurrence, models: set[str], page: PageNames) -> Occurrence:
    """Return a lone name as a product's where the page has it after its maker's ("Sentra")."""
    if name.name.casefold() not in models or is_settled(name):
        return name
    weights = page.evidence[name.name].weights
    body = name.type == "organisation" and weights["organisation"] >= THRESHOLDS.sure_weight
    if body or weights["person"] >= THRESHOLDS.sure_weight:
        return name
    return replace(name, type="product", why="a product's name on the page ends with it")


def _resolve_multiword(
    name: Occurrence, evidence_by_name: Mapping[str, TypeEvidence]
) -> Occurrence | None:
    """Return a name of several words with its type, or None if it is an occasion's; any other name as it is."""
    words = split_name(name.name)
    if is_settled(name) or len(words) < 2:
        return name
    if words[-1] in OCCASION_WORDS:
        return None
    evidence = evidence_by_name[name.name]
    if evidence.type == "place" and words[-1] in CENTRE_WORDS:
        why = "a place by its features, a building by its last word"
        return replace(name, type="facility", why=why)
    if name.type in {"person", "place"} and _is_model(words, evidence, evidence_by_name):
        return replace(name, type="product", why="a firm's name goes before its own")
    if name.type == "person" and _is_against_person(evidence):
        why = f"{evidence.explanation}; ordinary words, as in no person's name"
        return replace(name, type=UNKNOWN, why=why)
    return replace(name, type=evidence.type, why=evidence.explanation)


def _is_against_person(evidence: TypeEvidence) -> bool:
    """Return whether features speak against the person that the tagger reads, and for nothing else."""
    if evidence.compute_mean_score("person") >= THRESHOLDS.sure_score:
        return False
    if evidence.weights["person"] > -THRESHOLDS.sure_weight:
        return False
    return max(evidence.weights[type_] for type_ in _OTHER_TYPES) < THRESHOLDS.leaning_weight


def _is_model(
    words: list[str], evidence: TypeEvidence, evidence_by_name: Mapping[str, TypeEvidence]
) -> bool:
    """Return whether a name goes on from a firm's ("Nissan Sentra"); "Nissan Ireland" is a firm, "Ford Madox" neither."""
    maker, *rest = words
    if look_up_name(rest[-1]) is not None or any(map(is_given_name, rest)):
        return False
    if rest[-1] in load_surnames() or rest[-1] in NO_MODEL_ENDS or rest[-1].islower():
        return False
    if evidence.weights["person"] >= THRESHOLDS.sure_weight or "facility" in evidence.inside_types:
        return False
    entry = look_up_name(maker)
    if entry is not None and entry.key.startswith("firm:"):
        return True
    return _is_firm_here(maker, evidence_by_name) and not (
        is_given_name(maker) or maker in load_surnames()
    )


def _is_firm_here(name: str, evidence_by_name: Mapping[str, TypeEvidence]) -> bool:
    """Return whether the page has `name` alone and features speak for a body there."""
    if name not in evidence_by_name or evidence_by_name[name].type != "organisation":
        return False
    return evidence_by_name[name].weights["organisation"] >= THRESHOLDS.leaning_weight


def _resolve_single_word(name: Occurrence, page: PageNames) -> Occurrence | None:
    """Return a name of one word with its type, or None if it is none; any other name as it is."""
    words = split_name(name.name)
    if is_settled(name) or len(words) != 1:
        return name
    for classify in _SINGLE_WORD_RULES:
        if (verdict := classify(name, words[0], page)) is not None:
            type_, why = verdict
            return replace(name, type=type_, why=why)
    evidence = page.evidence[name.name]
    if _is_ordinary_word(name, evidence, page.words):
        return None
    if evidence.type == "person" and not evidence.has_person_features:
        return _resolve_unsupported_person(name, evidence, is_long=page.is_long)
    return replace(name, type=evidence.type, why=evidence.explanation)


Verdict = tuple[str, str]
"""A type, and why."""


def _classify_person_part(name: Occurrence, word: str, page: PageNames) -> Verdict | None:
    evidence = page.evidence[name.name]
    if word not in page.person_parts or evidence.is_surely_no_person:
        return None
    if evidence.weights["person"] <= -THRESHOLDS.sure_weight:
        return None
    return "person", "part of a person's name on the page"


def _classify_direction(name: Occurrence, word: str, page: PageNames) -> Verdict | None:
    del name, page
    return ("place", "a direction with a capital") if word in DIRECTION_NAMES else None


def _classify_demonym(name: Occurrence, word: str, page: PageNames) -> Verdict | None:
    if name.type not in SETTLED_TYPES or not is_demonym(word, page.words):
        return None
    return "group", "made of a place's name on the page, as of its people"


def _classify_place_with_demonym(name: Occurrence, word: str, page: PageNames) -> Verdict | None:
    if not has_demonym(word, page.words):
        return None
    if page.evidence[name.name].weights["person"] >= THRESHOLDS.clear_person_weight:
        return None
    return "place", "the page has an adjective made of it, as of a place"


_SINGLE_WORD_RULES: tuple[Callable[[Occurrence, str, PageNames], Verdict | None], ...] = (
    _classify_person_part,
    _classify_direction,
    _classify_demonym,
    _classify_place_with_demonym,
)
"""Tried in this order; the first verdict counts, before any sum of features."""


def _resolve_unsupported_person(
    name: Occurrence, evidence: TypeEvidence, *, is_long: bool
) -> Occurrence | None:
    """Return a lone name that only the tagger reads as a person's with the type it may have, or None.

    Pages name people in full, with a title, or with what they do; short texts have no room for that.
    """
    if evidence.scored_mentions:
        sure = evidence.compute_mean_score("person") >= THRESHOLDS.sure_score
        return replace(name, type="person" if sure else UNKNOWN, why=evidence.explanation)
    if not is_long:
        return replace(name, type="person", why=evidence.explanation)
    other = max(_OTHER_TYPES, key=lambda type_: evidence.weights[type_])
    if evidence.weights[other] >= THRESHOLDS.leaning_weight:
        return replace(name, type=other, why=evidence.explanation)
    if evidence.mid_sentence_mentions or evidence.mentions > 1:
        why = f"{evidence.explanation}; nothing else says that it is a person"
        return replace(name, type=UNKNOWN, why=why)
    return None


def _is_ordinary_word(name: Occurrence, evidence: TypeEvidence, page_words: frozenset[str]) -> bool:
    """Return whether a lone name is a common word that only its place capitalises, wherever the page has it."""
    word = name.name
    low = word.lower()
    if word.isupper() and (
        evidence.indefinite_mentions
        or low in INTERJECTION_ACRONYMS
        or (len(low) > 3 and low in page_words)
    ):
        return True  # "a UAV", "ATTEND"
    if evidence.mid_sentence_mentions or look_up_name(word) is not None:
        return False
    if evidence.has_person_features and (
        evidence.proper_noun_mentions
        or evidence.weights["person"] > THRESHOLDS.listed_surname_weight
    ):
        return False
    untagged = (
        evidence.proper_noun_mentions == 0
        and not word.isupper()
        and evidence.compute_mean_score(name.type) < THRESHOLDS.sure_score
    )
    if untagged or low in page_words or look_up_lemma(low) is not None:
        return True
    strongest = max(evidence.weights.values(), default=0)
    return is_common_word(low) and strongest < THRESHOLDS.common_word_weight
