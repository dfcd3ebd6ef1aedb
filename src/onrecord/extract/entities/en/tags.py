"""Sets of Penn tags and dependency labels that only the rules for entities use.

In: nothing. Out: frozen sets of `Token.tag_`, of its first two letters where stated, and of `Token.dep_`. Out of scope:
sets that several wings use (`onrecord.language.syntax`).

Source: Santorini (1990), "Part-of-speech tagging guidelines for the Penn Treebank"; Universal Dependencies v2.
"""

from __future__ import annotations

SURNAME_TAGS = frozenset({"NNP", "NNPS", "NN", "NNS", "JJ"})
"""Tags that surnames get: taggers take unknown ones for common nouns and adjectives."""

LOWER_CASE_WORD_TAGS = frozenset(
    {"JJ", "NN", "NNS", "RB", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "UH"}
)
"""Tags of content words that English writes in lower case."""

ROLE_WORD_TAGS = frozenset({"JJ", "JJR", "JJS", "NN", "NNP", "NNPS", "VBN", "HYPH", "AFX"})
"""Tags of the words of a role before its head."""

DETERMINER_OR_POSSESSIVE_TAGS = frozenset({"DT", "POS", "PRP$"})

PREMODIFIED_TAGS = frozenset({"DT", "CD", "JJ", "PRP$", "POS"})
"""Tags of words before a noun phrase's own modifiers: "a", "two", "new", "their", "'s"."""

NOUN_PHRASE_TAGS = frozenset(
    {
        "JJ",
        "JJR",
        "JJS",
        "NN",
        "NNS",
        "NNP",
        "NNPS",
        "VBN",
        "VBG",
        "HYPH",
        "CD",
        "POS",
        "AFX",
        "CC",
        "DT",
        "PRP$",
    }
)
"""Tags of the words between a name and the head of the phrase beside it."""

SINGULAR_OR_NAME_TAGS = frozenset({"NN", "NNP", "NNPS"})
NOUN_OR_HYPHEN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "HYPH"})
ADJECTIVE_OR_HYPHEN_TAGS = frozenset({"JJ", "HYPH"})

MODIFIER_TAGS = frozenset({"JJ", "NN", "NNS", "VBG", "VBN"})
"""Tags of lower-case words that a tagger takes along before a name."""

NUMBER_OR_CONJUNCTION_TAGS = frozenset({"CD", "IN", "WRB"})
"""Tags of words that a sentence's start capitalises before a name: "One", "After", "When"."""

NOUN_PREFIXES = frozenset({"NN", "JJ", "CD"})
"""First two letters of tags of words that continue a noun phrase after its article."""

PHRASE_PREFIXES = frozenset({"NN", "JJ", "VB"})
"""First two letters of tags of words with which the phrase of a name may go on."""

FINITE_THIRD_PERSON_TAGS = frozenset({"VBD", "VBZ"})

AFTER_FIRM_PREFIXES = frozenset({"VB", "IN", "CC", "MD"})
"""First two letters of tags after a firm's "'s" that owns nothing: "Harlan's is"."""

AFTER_ROLE_PREFIXES = frozenset({"VB", "WP", "IN"})
"""First two letters of tags of words with which an apposition ends."""

AFTER_STATE_TAGS = frozenset({"VBD", "VBZ", "IN", "CC"})
"""Tags of words with which a state after a town's name ends."""

ACTIVE_SUBJECT_LABELS = frozenset({"nsubj", "nsubj:outer"})
OBJECT_OR_PASSIVE_SUBJECT_LABELS = frozenset({"obj", "dobj", "nsubj:pass", "nsubjpass"})

OPPONENT_LABELS = frozenset({"nsubj", "obj", "dobj", "nsubj:pass", "obl:agent"})
"""Labels of the sides of a game under its verb."""

TITLE_LABELS = frozenset({"appos", "flat", "nmod:unmarked", "compound"})
"""Labels of a title under the noun of its work."""

PARTICLE_TAGS = frozenset({"CC", "DT", "IN", "RP", "TO"})
"""Tags of small words that end a compound ("the run-up")."""

APPOSITION_OPENER_TAGS = frozenset({"DT", "WP", "WP$"})
"""Tags of words after a name and a comma that begin what describes it."""

DETERMINING_TAGS = frozenset({"CD", "DT", "POS", "PRP$"})
"""Tags of words before a month that make it a time or a noun ("that May", "3 May")."""

LIST_TAGS = frozenset({",", "CC"})
"""Tags of what separates the members of a list."""

PARTICIPLE_OR_POSSESSIVE_TAGS = frozenset({"POS", "VBN"})
"""Tags of what may follow a person's name: a verb whose tag is wrong, or "'s"."""

PHRASE_BREAK_TAGS = frozenset({"CC", "IN", "RB", "RP", "TO"})
"""Tags of words that end the phrase before them."""
