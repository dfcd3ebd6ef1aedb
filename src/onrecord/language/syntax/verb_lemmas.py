"""From the form of a verb to its lemma, for the verbs of the lexicons.

In: a lower-case word. Out: the lemma, or None for a verb that no lexicon lists. Out of scope: tags and context.
"""

from __future__ import annotations

from functools import cache

from onrecord.language.en import modals, verbs
from onrecord.language.en.inflections import inflect_verb, load_irregular_forms


def look_up_lemma(form: str) -> str | None:
    """Return the lemma of a verb form, or None where no lexicon lists the verb."""
    return _load_lemmas().get(form)


@cache
def _load_lemmas() -> dict[str, str]:
    """Return form → lemma of every verb in the lexicons."""
    known = (
        set(modals.VERB_GOVERNORS) | verbs.STATIVE_VERBS | verbs.REPORTING_VERBS | verbs.PHASE_VERBS
    )
    known |= (
        verbs.CONCRETE_CHANGE_VERBS
        | modals.NON_VOLITIONAL_VERBS
        | modals.ASSERTION_VERBS
        | modals.REPORTED_FUTURE_VERBS
    )
    known |= {word.partition("_")[0] for word in verbs.LIGHT_VERBS | verbs.TERMINATION_VERBS}
    for line in verbs.PLOVER_TABLE.strip().splitlines():
        known |= {_get_verb(spec) for spec in line.split("|")[1].split()}
    irregular = load_irregular_forms()
    forms = {
        form: lemma for lemma in sorted(known) for form in inflect_verb(lemma) if form != lemma
    }
    return forms | {lemma: lemma for lemma in known if lemma not in irregular} | irregular


def _get_verb(spec: str) -> str:
    """Return the verb of a specification in `verbs.TABLE` ("hand_over+ARMS@to": hand)."""
    for mark in ">@+_":
        spec = spec.partition(mark)[0]
    return spec
