"""Sets of tags and labels that rules of times ask for; data alone.

In: nothing. Out: frozen sets of `Token.tag_`, of its first letters, of `Token.dep_` and of `Token.ent_type_`.

Source: Penn Treebank tags; Universal Dependencies v2; ClearNLP guidelines for the labels of spaCy's pipelines.
"""

from __future__ import annotations

from onrecord.language.syntax.tag_sets import NOUN_TAGS, PERSON_LABELS

EVENT_NAME_TAGS = NOUN_TAGS | {
    "DT", "PRP$", "JJ", "JJR", "JJS", "VBN", "VBG", "POS", "HYPH", "CD", "``", "''",
}  # fmt: skip
"""Tags of the noun phrase that names an event ("the second “Battle of Hull”")."""
COUNT_MODIFIER_TAGS = frozenset({"JJ", "JJR", "NN", "NNP", "VBN"})
"""Tags between a number and the plural that it counts ("2000 more British soldiers")."""
NAME_LABELS = PERSON_LABELS | {"ORG"}
VERB_OR_ADJECTIVE_PREFIXES = frozenset({"VB", "JJ"})
COPULA_AUXILIARY_OR_DETERMINER_LABELS = frozenset({"aux", "cop", "det"})
PARTICIPLE_CLAUSE_LABELS = frozenset({"acl", "relcl"})
