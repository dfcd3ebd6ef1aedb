"""Sets of Penn tags and entity labels for the rules of language and of several wings; data only.

In: nothing. Out: frozen sets of `Token.tag_` and `Token.ent_type_`. Out of scope: sets of one wing, which are in its `en/`.

Source: Santorini (1990), "Part-of-speech tagging guidelines for the Penn Treebank"; Universal Dependencies' English `xpos`.
"""

from __future__ import annotations

FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})
NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
PROPER_NOUN_TAGS = frozenset({"NNP", "NNPS"})
DETERMINER_TAGS = frozenset({"DT", "PRP$"})
PERSON_LABELS = frozenset({"PER", "PERSON"})
COMMON_NOUN_TAGS = frozenset({"NN", "NNS"})
COMMON_OR_PROPER_SINGULAR_TAGS = frozenset({"NN", "NNP"})
SINGULAR_OR_PROPER_TAGS = frozenset({"NN", "NNP", "NNS"})
PLURAL_NOUN_TAGS = frozenset({"NNPS", "NNS"})
NOUN_OR_ADJECTIVE_TAGS = frozenset({"JJ", "NN", "NNS"})
SINGULAR_OR_ADJECTIVE_TAGS = frozenset({"JJ", "NN"})
NUMBER_OR_NAME_TAGS = frozenset({"CD", "NNP"})
AMOUNT_TAGS = frozenset({"$", "CD"})
ADJECTIVE_OR_PARTICIPLE_TAGS = frozenset({"JJ", "VBN"})
PAST_FORM_TAGS = frozenset({"VBD", "VBN"})
PARTICIPLE_TAGS = frozenset({"VBG", "VBN"})
TENSED_TAGS = frozenset({"VBD", "VBP", "VBZ"})
PRESENT_TAGS = frozenset({"VBP", "VBZ"})
BASE_OR_PRESENT_TAGS = frozenset({"VB", "VBP"})
BASE_OR_GERUND_TAGS = frozenset({"VB", "VBG"})
VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
ADVERB_TAGS = frozenset({"RB", "RBR", "RBS"})
COMPARATIVE_TAGS = frozenset({"JJR", "RBR"})
MODAL_OR_ADVERB_TAGS = frozenset({"MD", "RB"})
RELATIVE_PRONOUN_TAGS = frozenset({"WDT", "WP"})
PREPOSITION_TAGS = frozenset({"IN", "TO"})
PREPOSITION_OR_BASE_TAGS = frozenset({"IN", "VB"})
FUNCTION_WORD_TAGS = frozenset({"DT", "IN", "TO"})
PLACE_LABELS = frozenset({"GPE", "LOC"})
NUMERIC_LABELS = frozenset({"CARDINAL", "DATE", "MONEY", "ORDINAL", "PERCENT", "QUANTITY", "TIME"})
NOUN_SUBSTITUTE_TAGS = frozenset({"CD", "DT", "PRP", "WP"})
"""Tags of words that can stand for a noun: pronouns, determiners, numbers."""
NOUN_ADJECTIVE_OR_NUMBER_TAGS = frozenset({"CD", "JJ", "NN", "NNP", "NNPS", "NNS"})
"""Tags of words that may begin a name where all are capitalised there, or that a number before them may count."""
PAST_OR_THIRD_PERSON_TAGS = frozenset({"VBD", "VBN", "VBZ"})
PHRASE_BREAK_TAGS = frozenset({",", "-LRB-", "-RRB-", ":"})
HYPHEN_OR_QUOTE_TAGS = frozenset({"''", "HYPH", "``"})
