"""Sets of Penn tags that the rules of figures ask for: data only.

In: nothing. Out: frozen sets of `Token.tag_`, or of its first two letters. Out of scope: sets that other wings share
(`language.syntax.tag_sets`).
"""

from __future__ import annotations

from onrecord.language.syntax.tag_sets import NOUN_TAGS

DETERMINER_TAGS = frozenset({"DT", "PDT", "PRP$"})
DETERMINER_OR_NUMBER_TAGS = DETERMINER_TAGS | {"CD"}
OBJECT_START_TAGS = NOUN_TAGS | {"DT", "PRP$", "PRP"}
"""First words of a verb's object."""
ADJECTIVE_OR_HYPHEN_TAGS = frozenset({"JJ", "JJR", "JJS", "HYPH"})
PREMODIFIER_TAGS = NOUN_TAGS | {"JJ", "JJR", "JJS", "VBN", "VBG", "HYPH"}
"""Words before a noun in its phrase, and the noun itself."""
PREMODIFIER_OR_CLITIC_TAGS = PREMODIFIER_TAGS | {"POS"}
NOUN_PHRASE_TAGS = PREMODIFIER_TAGS | {"POS", "CC", "RB", "``", "''"}
"""Words inside a noun phrase, without determiner and number."""
LISTED_PHRASE_TAGS = NOUN_PHRASE_TAGS | {"CD", ","}
"""Words between a number and the head that the parse gives it."""
NAME_PHRASE_TAGS = NOUN_TAGS | {"JJ", "HYPH", "POS"}
COMPARATIVE_OR_PARTICIPLE_TAGS = frozenset({"JJR", "VBN", "VBG"})
ADJECTIVE_COMPARATIVE_OR_PARTICIPLE_TAGS = COMPARATIVE_OR_PARTICIPLE_TAGS | {"JJ"}
CONTENT_TAG_STEMS = frozenset({"VB", "NN", "JJ", "RB"})
"""Words of these tags are in lower case unless they are names or stand in a title."""
CLAUSE_TAG_STEMS = frozenset({"VB", "PR", "MD"})
"""Verbs, pronouns and modals: with one of these between, a noun belongs to another clause."""
AFTER_AGE_TAGS = NOUN_TAGS | {"JJ", "HYPH", "VBN", "VBG", "CC"}
"""Words between "23-year-old" and its noun."""
NOT_IN_BEARER_TAGS = frozenset({"DT", "PRP$", "CD", "HYPH", ","})
"""First words of a noun phrase that are no part of whose age it is."""
BRIDGE_TAGS = frozenset({"IN", "TO", "RB", "RBR", "CD", "$", "DT", "RP", "SYM", "#", "JJR", "JJS"})
"""Words between a verb of change and the quantity it moves to: other amounts, adverbs, prepositions."""
PHRASE_JOINT_TAGS = frozenset({"CC", "HYPH", "POS"})
"""Words at the beginning of a cut noun phrase that belong to what was cut off."""
PAST_OR_PARTICIPLE_TAGS = frozenset({"VBN", "VBD", "VBG"})
CLAUSE_START_TAGS = frozenset({"CC", "MD", "WDT", "WP"})
VERB_OR_NOUN_TAG_STEMS = frozenset({"VB", "NN"})
ADJECTIVE_OR_ADVERB_TAG_STEMS = frozenset({"JJ", "RB"})
LEADING_TAGS = frozenset(
    {"DT", "PDT", "PRP$", "CD", "POS", "HYPH", "IN", ",", "RB", "RBR", "JJR", "CC"}
)
"""Words at the beginning of a noun phrase that are not part of what is counted."""
AMOUNT_HEDGE_TAGS = frozenset({"RB", "JJR", "IN"})
"""Words of a hedge before an amount."""
