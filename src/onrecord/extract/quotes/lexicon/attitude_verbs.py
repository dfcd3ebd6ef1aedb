"""Attitude verbs: the forms of verbs by which somebody says, thinks, wants, asks or judges.

In: nothing. Out: each form with the lemmas of `onrecord.extract.quotes.en.attitudes` it may be of. Out of scope: verbs that
bring in words in marks (`onrecord.extract.quotes.lexicon.cue_verbs`), and whether one attributes here.
"""

from __future__ import annotations

from functools import cache

from onrecord.extract.quotes.en.attitudes import (
    ASKED_FIRST_LEMMAS,
    CLAUSES,
    DIRECTIONS,
    HEARSAY,
    INFINITIVES,
    NAMED_AS,
    OBJECTS,
    PHRASAL,
    PREPOSITIONS,
    SET_APART,
    SHOWS,
)
from onrecord.language.en.inflections import inflect_verb, load_irregular_forms


@cache
def attitude_forms() -> dict[str, tuple[str, ...]]:
    """Return each form of a verb that attributes by what it takes → its lemmas."""
    known = {*PREPOSITIONS, *SET_APART, *NAMED_AS, *SHOWS, *HEARSAY, *ASKED_FIRST_LEMMAS}
    known.update(phrase.partition("_")[0] for phrase in PHRASAL)
    for table in (CLAUSES, INFINITIVES, DIRECTIONS, OBJECTS):
        known.update(*table.values())
    irregular = load_irregular_forms()
    forms: dict[str, tuple[str, ...]] = {
        form: (lemma,) for form, lemma in irregular.items() if lemma in known
    }
    for lemma in sorted(known):
        for form in {lemma, *inflect_verb(lemma)} - irregular.keys():
            forms[form] = (*forms.get(form, ()), lemma)
    return forms
