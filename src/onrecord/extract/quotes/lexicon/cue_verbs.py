"""Cue verbs: which words are forms of a verb that may attribute a statement.

In: a token. Out: the lemma of `onrecord.language.en.attribution_cues`, or None. Out of scope: whether it attributes here.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from onrecord.extract.quotes.en.verbs import SAY_FORMS
from onrecord.language.en.attribution_cues import ASK, FIND, IRREGULAR, QUOTE_ONLY, SAY, TELL, URGE
from onrecord.language.en.punctuation import HYPHENS
from onrecord.language.syntax.neighbours import get_neighbour

if TYPE_CHECKING:
    from spacy.tokens import Token

_PARTICLES = {"point_out": "out", "spell_out": "out", "go_on": "on"}
"""The particle that must follow a form of these verbs."""
_EXCLUDED_PARTICLES = {"find": "out", "put": "up"}
"""The particle that must not follow a form of these verbs."""


@cache
def _load_cue_forms() -> dict[str, str]:
    """Return each form of a verb that may attribute → its lemma."""
    forms: dict[str, str] = {}
    for lemma in sorted(SAY | TELL | FIND | ASK | QUOTE_ONLY | URGE):
        for form in (lemma, *inflect_cue_verb(lemma)):
            forms.setdefault(form, lemma)
    return forms


def inflect_cue_verb(lemma: str) -> tuple[str, ...]:
    """Return the inflected forms of an English verb: third person, past, participles."""
    if lemma in IRREGULAR:
        return IRREGULAR[lemma]
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s")
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"
    if lemma.endswith("e"):
        return third, lemma + "d", lemma[:-1] + "ing"
    return third, lemma + "ed", lemma + "ing"


def find_cue_lemma(token: Token) -> str | None:
    """Return the lemma of `token` if it is a verb that may attribute, else None."""
    lemma = _load_cue_forms().get(token.lower_)
    if lemma is None:
        return None
    after = get_neighbour(token).lower_ if token.i + 1 < len(token.doc) else ""
    if _PARTICLES.get(lemma, after) != after or _EXCLUDED_PARTICLES.get(lemma) == after:
        return None
    before = get_neighbour(token, -1) if token.i else None
    if before is not None and before.text in HYPHENS and not before.whitespace_:
        return None
    return lemma if token.tag_.startswith("VB") or token.lower_ in SAY_FORMS else None
