"""Attitude verbs: the forms of verbs by which somebody says, thinks, wants, asks or judges.

In: nothing. Out: each form with the lemmas of `onrecord.extract.quotes.en.frames` that it may be a form of. Out of scope: verbs that
introduce words in marks (`onrecord.extract.quotes.lexicon.cue_verbs`), and whether one attributes here.
"""

from __future__ import annotations

from functools import cache

from onrecord.extract.quotes.en.frames import (
    CLAUSE_VERBS,
    INFINITIVE_VERBS,
    OBJECT_INFINITIVE_VERBS,
    OBJECT_PREPOSITION_VERBS,
    OBJECT_VERBS,
    PHRASAL_VERBS,
    PREDICATIVE_VERBS,
    PREPOSITION_VERBS,
)
from onrecord.extract.quotes.en.verbs import (
    ASK_PASSIVE_VERBS,
    DOCUMENT_VERBS,
    HEARSAY_PASSIVE_VERBS,
)
from onrecord.language.en.inflections import inflect_verb, load_irregular_forms


@cache
def load_attitude_forms() -> dict[str, tuple[str, ...]]:
    """Return each form of a verb that attributes by what it takes → its lemmas."""
    known = {
        *PREPOSITION_VERBS,
        *OBJECT_PREPOSITION_VERBS,
        *PREDICATIVE_VERBS,
        *DOCUMENT_VERBS,
        *HEARSAY_PASSIVE_VERBS,
        *ASK_PASSIVE_VERBS,
    }
    known.update(phrase.partition("_")[0] for phrase in PHRASAL_VERBS)
    for verbs_by_speech in (CLAUSE_VERBS, INFINITIVE_VERBS, OBJECT_INFINITIVE_VERBS, OBJECT_VERBS):
        known.update(*verbs_by_speech.values())
    irregular = load_irregular_forms()
    forms: dict[str, tuple[str, ...]] = {
        form: (lemma,) for form, lemma in irregular.items() if lemma in known
    }
    for lemma in sorted(known):
        for form in {lemma, *inflect_verb(lemma)} - irregular.keys():
            forms[form] = (*forms.get(form, ()), lemma)
    return forms
