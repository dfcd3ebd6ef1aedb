"""Positional verbs: forms of verbs of saying, of manner and of writing, which may attribute quoted words beside them.

In: a token. Out: whether its form is one of them, whatever the tagger says. Out of scope: whether it attributes
(`onrecord.extract.quotes.cues.positional_cues`).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from onrecord.extract.quotes.en.frames import CLAUSE_VERBS
from onrecord.extract.quotes.en.verbs import MANNER_VERBS, UNCHANGED_PAST_VERBS
from onrecord.extract.quotes.lexicon.cue_verbs import inflect_cue_verb
from onrecord.language.en.attribution_cues import ASK, SAY, TELL
from onrecord.language.en.inflections import inflect_verb, load_irregular_forms

if TYPE_CHECKING:
    from spacy.tokens import Token

_SPEECH_VERBS = SAY | TELL | ASK


def is_manner_form(token: Token) -> bool:
    """Return whether it is a form of a verb of manner or writing, or of one whose clause is something said."""
    return token.lower_ in _list_manner_forms()


def is_speech_form(token: Token) -> bool:
    """Return whether it is a past or third person of a verb of saying."""
    return token.lower_ in _list_speech_forms()


def is_base_form(token: Token) -> bool:
    """Return whether it is the base of a verb of saying or of manner, unless the verb's past is the same."""
    return token.lower_ in _list_base_forms()


@cache
def _list_manner_forms() -> frozenset[str]:
    verbs = MANNER_VERBS | CLAUSE_VERBS["said"]
    irregular = {form for form, lemma in load_irregular_forms().items() if lemma in verbs}
    return frozenset({form for lemma in verbs for form in inflect_verb(lemma)} | irregular)


@cache
def _list_speech_forms() -> frozenset[str]:
    verbs = _SPEECH_VERBS | {"disagree"}
    forms = {form for lemma in verbs for form in inflect_cue_verb(lemma)}
    return frozenset(form for form in forms if not form.endswith("ing"))


@cache
def _list_base_forms() -> frozenset[str]:
    bases = {lemma.partition("_")[0] for lemma in _SPEECH_VERBS | MANNER_VERBS}
    return frozenset(bases - UNCHANGED_PAST_VERBS)
