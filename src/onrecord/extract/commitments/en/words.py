"""Words of commitments: verbs and nouns of intention, adverbs of forecasts, prepositions of a term.

In: nothing. Out: frozen sets of lower-case words, and prefixes and suffixes. Out of scope: verbs of promising
(`onrecord.language.en.modals`).

Source: written for onrecord.
"""

from __future__ import annotations

from typing import Final

INTENTION_WORDS: Final = frozenset(
    "plan intend decide prepare aim arrange go choose opt determined committed prepared ready plans plan"
    " intention decision goal target".split()
)
"""Lemmas and forms by which somebody states an intention of their own."""
DECISION_VERBS: Final = frozenset({"decide", "choose", "opt", "go", "elect"})
"""Verbs whose simple past says of what was decided that it is done, or was dropped."""
GO_FORMS: Final = frozenset({"go", "went", "gone", "goes"})
"""Forms of "go" that are motion: "went to vote" is done, not meant."""
TERM_WORDS: Final = frozenset({"by", "within", "before", "until", "over", "next", "coming"})
"""Words before or in a time that make it a term."""
DURATION_TERM_PHRASES: Final = ("within", "in", "in the next")
"""Phrases before a duration that make it a term ("within two years")."""
COMMITTED_ACTS: Final = frozenset(
    "suicide crime murder offence offense fraud perjury atrocity sin adultery robbery error mistake foul"
    " violation abuse genocide treason injustice wrong outrage blunder act".split()
)
"""What somebody commits without a promise."""
INDEFINITE_PEOPLE: Final = frozenset(
    {"someone", "somebody", "nobody", "people", "most", "many", "others", "some"}
)
GENERIC_QUANTIFIERS: Final = frozenset({"many", "most", "some", "more", "all", "any", "few"})
"""Quantifiers of a plural that means anybody of a kind ("many schools will close")."""
FORECAST_ADVERBS: Final = frozenset(
    "probably likely certainly inevitably eventually undoubtedly surely doubtless perhaps presumably".split()
)
"""Adverbs that make a future a forecast."""
FIRST_PERSON_POSSESSIVES: Final = ("our ", "my ")
"""Beginnings of what belongs to a speaker."""
RECIPIENT_VERBS: Final = frozenset({"assure", "agree"})
"""Verbs, beside those of promising, whose object or "to" is who gets the promise."""
UNNAMED_OBJECT_TAGS: Final = frozenset({"PRP", "DT", "WDT"})
"""Tags of objects that name nothing promised ("promised it")."""
