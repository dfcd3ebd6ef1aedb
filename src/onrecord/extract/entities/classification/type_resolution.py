"""Agreement: what type a page's names have, by what stands inside and beside them all over the page.

In: a page's blocks and the names found in them. Out: the names with corrected types, fewer where nothing
supports one. Out of scope: names that lists know or whose own words show their type.

A tagger reads a name once; a page names it many times: "in Velmara" once speaks for a place everywhere. Each mention
gives signs with weights (`onrecord.extract.entities.features.context_features`), the tagger's reading is one of them, and the sum decides.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from onrecord.extract.entities.classification.type_evidence import (
    NAMED,
    SURE,
    TRUSTED,
    Tally,
    is_settled,
    tallies_of,
)
from onrecord.extract.entities.clusters.name_clusters import Occurrence, words
from onrecord.extract.entities.detection.products import NO_MODEL_ENDS
from onrecord.extract.entities.en.feature_words import OUTCRIES
from onrecord.language.en.names import CENTRES, DIRECTIONS, OCCASION_WORDS
from onrecord.language.names.common_words import is_common_word
from onrecord.language.names.gazetteer import look_up_name
from onrecord.language.names.given_names import is_given_name, load_surnames
from onrecord.language.syntax.verb_lemmas import look_up_lemma
from onrecord.records import Block

_COMMON = frozenset("JJ NN NNS RB VB VBD VBG VBN VBP VBZ UH".split())
CLEAR = 2.5
"""Weight of signs of a person that an adjective like a people's ("Kestrian") does not outweigh."""
BARE = 0.9
"""Weight of signs of a person that a surname on the lists has by itself."""
LONG = 200
"""Words from which on a page names its people in full or by what they do; a lone name at a sentence's start is none."""
_OTHERS = ("organisation", "place", "product")
LEANING = 1
"""Weight of signs of another type that says more of a lone name than the tagger does."""
UNKNOWN = "unknown"


def agreed(blocks: Sequence[Block], occurrences: Sequence[Occurrence]) -> list[Occurrence]:
    """Return `occurrences` with the types that all signs on the page agree on, in the same order.

    A lone name that is part of a fuller person's name on the page is that person's.
    """
    tallies = tallies_of(blocks, occurrences)
    seen = {
        token.text
        for block in blocks
        for token in block.doc
        if token.text[:1].isupper() or (token.is_alpha and token.tag_ in _COMMON)
    }
    several = [kept for held in occurrences if (kept := _of_several(held, tallies)) is not None]
    parts = _person_parts(several)
    models = {
        words(held.name)[-1].casefold()
        for held in several
        if held.type == "product" and " " in held.name
    }
    long = sum(len(block.doc) for block in blocks) > LONG
    settled = (_of_one(held, tallies, parts, seen, long=long) for held in several)
    return [_of_model(held, models, tallies) for held in settled if held is not None]


def _of_model(held: Occurrence, models: set[str], tallies: Mapping[str, Tally]) -> Occurrence:
    """Return a lone name as a product's where the page has it after its maker's ("Sentra")."""
    if held.name.casefold() not in models or is_settled(held):
        return held
    weights = tallies[held.name].weights
    body = held.type == "organisation" and weights["organisation"] >= SURE
    if body or weights["person"] >= SURE:
        return held
    return replace(held, type="product", why="a product's name on the page ends with it")


def _of_several(held: Occurrence, tallies: dict[str, Tally]) -> Occurrence | None:
    if is_settled(held) or len(words(held.name)) < 2:
        return held
    if words(held.name)[-1] in OCCASION_WORDS:
        return None
    tally = tallies[held.name]
    if tally.type == "place" and words(held.name)[-1] in CENTRES:
        return replace(
            held, type="facility", why="a place by its signs, a building by its last word"
        )
    if held.type in {"person", "place"} and _is_model(held.name, tally, tallies):
        return replace(held, type="product", why="a firm's name goes before its own")
    if held.type == "person" and _is_no_person(tally):
        return replace(
            held, type=UNKNOWN, why=f"{tally.told}; ordinary words, as in no person's name"
        )
    return replace(held, type=tally.type, why=tally.told)


def _is_no_person(tally: Tally) -> bool:
    """Return whether signs speak against a person where the tagger reads one, and for nothing else."""
    if tally.share("person") >= TRUSTED or tally.weights["person"] > -SURE:
        return False
    return max(tally.weights[type_] for type_ in _OTHERS) < LEANING


def _is_model(name: str, tally: Tally, tallies: Mapping[str, Tally]) -> bool:
    """Return whether `name` goes on from a firm's name ("Nissan Sentra"); "Nissan Ireland" is a firm, "Ford Madox" none."""
    maker, *rest = words(name)
    if (
        look_up_name(rest[-1]) is not None
        or any(map(is_given_name, rest))
        or rest[-1] in load_surnames()
    ):
        return False
    if rest[-1] in NO_MODEL_ENDS or rest[-1].islower():
        return False
    if tally.weights["person"] >= SURE or "facility" in tally.inside_says:
        return False
    entry = look_up_name(maker)
    if entry is not None and entry.key.startswith("firm:"):
        return True
    firm = maker in tallies and tallies[maker].type == "organisation"
    sure = firm and tallies[maker].weights["organisation"] >= LEANING
    return sure and not (is_given_name(maker) or maker in load_surnames())


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


def _of_one(
    held: Occurrence, tallies: dict[str, Tally], parts: set[str], seen: set[str], *, long: bool
) -> Occurrence | None:
    name = words(held.name)
    if is_settled(held) or len(name) != 1:
        return held
    tally = tallies[held.name]
    if name[0] in parts and not tally.is_surely_none and tally.weights["person"] > -SURE:
        return replace(held, type="person", why="part of a person's name on the page")
    if name[0] in DIRECTIONS:
        return replace(held, type="place", why="a direction with a capital")
    if _is_people_of(name[0], seen) and held.type in NAMED:
        return replace(
            held, type="group", why="made of a place's name on the page, as of its people"
        )
    if _has_people(name[0], seen) and tally.weights["person"] < CLEAR:
        return replace(
            held, type="place", why="the page has an adjective made of it, as of a place"
        )
    if _is_ordinary(held, tally, seen):
        return None
    if tally.type == "person" and not tally.is_person:
        return _of_unknown(held, tally, long=long)
    return replace(held, type=tally.type, why=tally.told)


def _of_unknown(held: Occurrence, tally: Tally, *, long: bool) -> Occurrence | None:
    """Return a lone name that only the tagger takes for a person's as what it may be.

    Pages name people in full, with a title, or by what they do; in a few sentences there is no room for that.
    """
    if tally.scored:
        type_ = "person" if tally.share("person") >= TRUSTED else UNKNOWN
        return replace(held, type=type_, why=tally.told)
    if not long:
        return replace(held, type="person", why=tally.told)
    other = max(_OTHERS, key=lambda type_: tally.weights[type_])
    if tally.weights[other] >= LEANING:
        return replace(held, type=other, why=tally.told)
    if tally.inside or tally.times > 1:
        return replace(
            held, type=UNKNOWN, why=f"{tally.told}; nothing else says that it is a person"
        )
    return None


def _is_ordinary(held: Occurrence, tally: Tally, seen: set[str]) -> bool:
    """Return whether a lone name is a common word that only its place capitalises, wherever it stands."""
    low = held.name.lower()
    if held.name.isupper() and (tally.common or low in OUTCRIES or (len(low) > 3 and low in seen)):
        return True  # "a UAV", "ATTEND"
    if tally.inside or look_up_name(held.name) is not None:
        return False
    if tally.is_person and (tally.tagged or tally.weights["person"] > BARE):
        return False
    untagged = tally.tagged == 0 and not held.name.isupper() and tally.share(held.type) < TRUSTED
    if untagged or low in seen or look_up_lemma(low) is not None:
        return True
    return is_common_word(low) and max(tally.weights.values(), default=0) < LEANING / 2


def _has_people(name: str, seen: set[str]) -> bool:
    """Return whether the page has an adjective made of `name`, as of a place ("Velmara", "Velmaran")."""
    return len(name) > 3 and any(form in seen for form in _peoples(name))


def _is_people_of(word: str, seen: set[str]) -> bool:
    return any(name in seen and word in _peoples(name) for name in _roots(word))


def _roots(word: str) -> Iterator[str]:
    """Yield the places' names a people's name may be made of."""
    bare = word.removesuffix("s") if word.endswith("ns") else word
    for ending in ("n", "ian", "ese"):
        if bare.endswith(ending) and len(bare) - len(ending) > 2:
            stem = bare.removesuffix(ending)
            yield from (
                root
                for root in (stem, stem + "a", stem + "o", stem + "e", stem + "y")
                if len(root) > 3
            )


def _peoples(name: str) -> tuple[str, ...]:
    if name[-1] in "ao":
        return name + "n", name + "ns", name[:-1] + "ian", name[:-1] + "ians"
    if name[-1] in "ey":
        return name[:-1] + "ian", name[:-1] + "ians"
    return name + "ian", name + "ians", name + "ese"
