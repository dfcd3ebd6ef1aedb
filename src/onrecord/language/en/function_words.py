"""English function words: articles, conjunctions, pronouns, prepositions and negations.

In: nothing. Out: frozen sets of lower-case words. Out of scope: verbs (`verbs`, `auxiliaries`) and sets of one wing, which
are in its `en/`.

Source: written for onrecord.
"""

from __future__ import annotations

INDEFINITE_ARTICLES = frozenset({"a", "an"})
ARTICLES = frozenset({"a", "an", "the"})
COORDINATORS = frozenset({"and", "or"})
ALTERNATIVE_COORDINATORS = frozenset({"nor", "or"})
PERSONAL_RELATIVES = frozenset({"who", "whose"})
SUBJECT_RELATIVES = frozenset({"that", "which", "who"})
RELATIVE_PRONOUNS = frozenset({"that", "which", "who", "whom"})
OF_OR_FROM = frozenset({"from", "of"})
BEFORE_OR_AFTER = frozenset({"after", "before"})
FIRST_PERSON_SUBJECTS = frozenset({"i", "we"})
GENERIC_PRONOUNS = frozenset(
    {"you", "everyone", "everybody", "anyone", "anybody", "one", "’s", "'s"}
)
"""Pronouns for people in general; the clitic is "let's"."""
REFLEXIVE_PRONOUNS = frozenset(
    "myself yourself himself herself itself ourselves yourselves themselves oneself".split()
)
IMPERSONAL_PRONOUNS = frozenset(
    {"there", "what", "which", "that", "this", "who", "whom", "those", "these"}
)
"""Words that head a noun phrase and name no participant of their own."""
QUANTIFIED_PEOPLE = frozenset(
    "one two three four five six seven eight nine ten dozens hundreds thousands others both many some"
    " several".split()
)
"""Numbers and quantifiers that stand alone for people mentioned before."""
QUANTITY_NOUNS = frozenset(
    {
        "number", "half", "majority", "lot", "couple", "handful", "dozen", "dozens", "hundreds",
        "thousands", "tens", "millions", "scores", "most", "many", "some", "all", "group", "series",
        "part", "rest", "third", "quarter", "pair", "range", "variety", "total", "one", "two", "none",
    }
)  # fmt: skip
"""Words whose "of" brings in what they count ("a number of officers")."""
FRACTIONS_AND_SCALES = frozenset(
    {"half", "third", "quarter", "fifth", "tenth", "dozen", "hundred", "thousand", "million"}
)
"""Words after "up to" that show that "up" belongs to an amount."""
ORDINAL_SUFFIXES = frozenset({"st", "nd", "rd", "th"})

NEGATIONS = frozenset({"not", "n't", "n’t", "never", "neither", "nor"})
NEGATIVE_DETERMINERS = frozenset({"no", "neither"})
NEGATIVE_PRONOUNS = frozenset({"nobody", "none", "nothing"})
SCARCE_QUANTIFIERS = frozenset({"few"})
"""Quantifiers that deny more than they state where no article is before them ("few countries signed")."""
SCARCE_ANY = frozenset((adverb, "any") for adverb in ("hardly", "scarcely", "barely"))
"""Two words that do the same ("hardly any countries signed")."""
NEAR_MISS_ADVERBS = frozenset({"nearly", "almost"})
"""Adverbs right before a verb whose event did not quite take place ("nearly seized the port")."""

NEARNESS_ADVERBS = frozenset({"close", "closer", "near"})
"""Adverbs after which "to" names what was not reached ("came close to sinking")."""

APPROACH_VERBS = frozenset({"come", "get", "go"})
"""Verbs that say with such an adverb, in the past, that something was not reached."""

DISTANCE_UNITS = frozenset(
    "foot inch metre meter yard mile centimetre centimeter millimetre millimeter kilometre kilometer whisker hair inches feet".split()
)
"""Nouns that say after "within" how near something came ("within feet of hitting"); days and months say when."""

NEGATION_LIMITERS = frozenset({"only", "just", "least", "merely"})
"""Words after a negation that take the verb out of its scope ("not only")."""
REPLACEMENT_ADVERBS = frozenset({"instead", "rather"})
"""Adverbs of "instead of" and "rather than", before what does not take place."""
REPLACEMENT_PREPOSITIONS = frozenset({"of", "than"})

CONDITIONAL_CONJUNCTIONS = frozenset({"if", "unless"})
TEMPORAL_CONJUNCTIONS = frozenset({"when", "once", "until", "after", "before", "soon", "whenever"})
AWAITING_CONJUNCTIONS = frozenset({"until", "till", "before"})
"""Conjunctions before what something lasts up to: in the present perfect it is not yet done."""

VERB_PARTICLES = frozenset({"out", "up", "off", "down", "away", "apart", "together"})
LOCATIVE_PREPOSITIONS = frozenset(
    "in at to into near from across inside outside around throughout on over along through within"
    " towards toward off beyond above ".split()
) | {"out of", "north of", "south of", "east of", "west of"}
PLACE_OR_GOAL_PREPOSITIONS = frozenset({"in", "to", "into", "at", "near", "across"})
BOUNDARY_PREPOSITIONS = frozenset(
    {"after", "since", "before", "until", "till", "following", "from", "than"}
)
"""Prepositions whose time bounds an event, and is not when it takes place."""
GERUND_PREPOSITIONS = frozenset({"of", "for", "on", "in", "against"})
"""Prepositions before a gerund that some words govern ("accused of hiding"); "to" and "from" always bring in one."""

PRONOUN_CLASSES = {
    **dict.fromkeys(("he", "him", "his", "himself"), "he"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "she"),
    **dict.fromkeys(("it", "its", "itself"), "it"),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), "they"),
}
"""Personal pronouns of the third person, by their subject form."""
