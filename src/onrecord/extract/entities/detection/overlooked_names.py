"""Names that taggers cut or overlook: given names that are other words too ("April Holt"), and hyphenated ones ("Ban Su-min").

In: a Doc. Out: `NameSpan`s of people. Out of scope: names after a title or a listed first name (`person_names`), and towns.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.extract.entities.en.boundary_words import (
    COMPOUND_ADJECTIVE_ENDINGS,
    HYPHENS_AND_EN_DASH,
    NOT_LAST_NAMES,
)
from onrecord.extract.entities.en.overlooked_words import (
    AMBIGUOUS_GIVEN_NAMES,
    CALENDAR_GIVEN_NAMES,
    MODAL_GIVEN_NAMES,
    OFFICE_ENDINGS,
    TIME_PREPOSITIONS,
)
from onrecord.extract.entities.en.tags import (
    APPOSITION_OPENER_TAGS,
    DETERMINING_TAGS,
    LIST_TAGS,
    PARTICIPLE_OR_POSSESSIVE_TAGS,
    PARTICLE_TAGS,
    PHRASE_BREAK_TAGS,
)
from onrecord.extract.entities.thresholds import THRESHOLDS
from onrecord.language.en.names import CALENDAR, NOT_NAMES, ORGANISATION_WORDS
from onrecord.language.en.roles import PERSON_ROLES, TITLES
from onrecord.language.names.common_words import is_common_word
from onrecord.language.names.gazetteer import look_up_name
from onrecord.language.names.marked_names import find_nickname_runs
from onrecord.language.names.name_span import NameSpan
from onrecord.language.syntax.capitalisation import (
    is_capitalised,
    is_sentence_initial,
    is_title_case,
    read_doc_text,
)
from onrecord.language.syntax.neighbours import get_neighbour
from onrecord.language.syntax.tag_sets import FINITE_TAGS, PROPER_NOUN_TAGS
from onrecord.language.syntax.verb_lemmas import look_up_lemma

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def find_overlooked_people(doc: Doc) -> Iterator[NameSpan]:
    """Yield people with a nickname in marks, and whose given name is a month or a verb or goes on in lower case after a hyphen."""
    for run in find_nickname_runs(read_doc_text(doc)):
        name = doc.char_span(run.start, run.end, alignment_mode="expand")
        if name is not None:
            yield NameSpan(name.start, name.end, name.text, "person", "pattern")
    if is_title_case(doc):
        return
    for token in doc[:-1]:
        end = _find_end_of_ambiguous(token) or _find_end_of_hyphenated(token)
        if end is not None:
            yield NameSpan(token.i, end, doc[token.i : end].text, "person", "pattern")


def _find_end_of_ambiguous(given: Token) -> int | None:
    """Return the end of "April Holt", "Will Marsh" where they are no time and no question, or None."""
    if given.text not in AMBIGUOUS_GIVEN_NAMES:
        return None
    doc, surname = given.doc, get_neighbour(given)
    if not _may_be_family(surname):
        return None
    before = get_neighbour(given, -1) if given.i else None
    if before is not None and _is_in_name_or_time(before):
        return None
    end = surname.i + 1
    after = doc[end] if end < len(doc) else None
    opens = is_sentence_initial(given)
    if given.text in MODAL_GIVEN_NAMES and opens:
        return (
            end if after is not None and after.tag_ in FINITE_TAGS and after.tag_ != "VBP" else None
        )
    if given.text in CALENDAR_GIVEN_NAMES and not _is_person_by_what_follows(doc, end, opens=opens):
        return None
    return end


def _may_be_family(token: Token) -> bool:
    """Return whether a word after a given name may be the family name: capitalised, and no other known thing."""
    return (
        token.is_alpha
        and is_capitalised(token)
        and not token.is_upper
        and token.text not in CALENDAR | ORGANISATION_WORDS | NOT_LAST_NAMES
        and token.lower_ not in NOT_NAMES
        and token.lower_ not in PERSON_ROLES
        and look_up_name(token.text) is None
    )


def _is_in_name_or_time(before: Token) -> bool:
    """Return whether the word before shows that a month or verb follows, or that a longer name goes on."""
    if before.lower_ in TIME_PREPOSITIONS or before.like_num or before.text in CALENDAR:
        return True
    earlier = get_neighbour(before, -1) if before.i else None
    if before.tag_ in LIST_TAGS and earlier is not None and earlier.text in CALENDAR:
        return True
    is_title = before.lower_.rstrip(".") in TITLES | PERSON_ROLES
    return before.tag_ in DETERMINING_TAGS or (
        before.tag_ in PROPER_NOUN_TAGS and is_capitalised(before) and not is_title
    )


def _is_person_by_what_follows(doc: Doc, end: int, *, opens: bool) -> bool:
    """Return whether a verb, an age, a relative clause or the end of a list follows the name, and no day or year."""
    if end >= len(doc):
        return not opens
    after = doc[end]
    beyond = doc[end + 1] if end + 1 < len(doc) else None
    if after.like_num or (beyond is not None and after.text == "," and beyond.like_num):
        is_age = beyond is not None and len(beyond) <= THRESHOLDS.age_digits
        return after.text == "," and is_age
    if after.tag_ in FINITE_TAGS or after.tag_ in PARTICIPLE_OR_POSSESSIVE_TAGS:
        return True
    if after.text == "," and beyond is not None and beyond.tag_ in APPOSITION_OPENER_TAGS:
        return True
    return not opens and (after.is_punct or after.tag_ in PHRASE_BREAK_TAGS)


def _find_end_of_hyphenated(family: Token) -> int | None:
    """Return the end of "Ban Su-min": a family name, and a given name whose second half is in lower case; or None."""
    doc = family.doc
    if family.i + 3 >= len(doc):
        return None
    first, hyphen, second = doc[family.i + 1 : family.i + 4]
    is_joined = hyphen.text in HYPHENS_AND_EN_DASH and not (first.whitespace_ or hyphen.whitespace_)
    if not is_joined or not all(word.is_alpha and is_capitalised(word) for word in (family, first)):
        return None
    is_given = _is_syllable(first) and _is_second_half(second)
    return family.i + 4 if is_given and _may_be_family_before(family, first) else None


def _is_syllable(first: Token) -> bool:
    is_short = len(first) <= THRESHOLDS.hyphenated_name_letters
    return is_short and not _is_longer_word(first.lower_) and look_up_name(first.text) is None


def _is_second_half(second: Token) -> bool:
    """Return whether what follows the hyphen is a syllable in lower case and no English word."""
    is_short = len(second) <= THRESHOLDS.hyphenated_half_letters
    return second.is_alpha and second.is_lower and is_short and not _is_word_after_hyphen(second)


def _may_be_family_before(family: Token, first: Token) -> bool:
    """Return whether a word before "Su-min" may be the family name: no title, no body's word, no place, no longer English word."""
    low = family.lower_.rstrip(".")
    if _is_small_word(family) or low in PERSON_ROLES | TITLES or family.text in ORGANISATION_WORDS:
        return False
    if len(family) > THRESHOLDS.hyphenated_name_letters:
        return False
    if len(family) > THRESHOLDS.family_word_letters and is_common_word(low):
        return False
    return not any(map(look_up_name, (family.text, f"{family.text} {first.text}")))


def _is_small_word(family: Token) -> bool:
    """Return whether it is the "An" of a sentence's start; after a title or inside a sentence its capital is a name's."""
    before = get_neighbour(family, -1).lower_.rstrip(".") if family.i else ""
    is_small = family.lower_ in NOT_NAMES and is_sentence_initial(family)
    return is_small and before not in TITLES | PERSON_ROLES


def _is_longer_word(word: str) -> bool:
    """Return whether it is an ordinary word of more letters than the syllables that lists of words hold as well ("su", "ho")."""
    return len(word) > THRESHOLDS.syllable_letters and is_common_word(word)


def _is_word_after_hyphen(second: Token) -> bool:
    """Return whether the second half is an English word: "Hong Kong-based", "Governor Holt-elect"."""
    low = second.lower_
    return (
        low in COMPOUND_ADJECTIVE_ENDINGS
        or low in OFFICE_ENDINGS
        or low.endswith("ed")
        or (low.endswith("ing") and len(low) > THRESHOLDS.family_word_letters)  # "Mei-ling"
        or second.tag_ in PARTICLE_TAGS
        or _is_longer_word(low)
        or look_up_lemma(low) is not None
    )
