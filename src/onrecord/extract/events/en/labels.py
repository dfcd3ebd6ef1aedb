"""Dependency and entity labels that the rules of events ask for; data only.

In: nothing. Out: frozen sets of `Token.dep_` and `Token.ent_type_`. Out of scope: sets that other wings need too
(`onrecord.language.syntax.dependency_labels`, `onrecord.language.syntax.tag_sets`).

Source: Universal Dependencies v2; ClearNLP guidelines (Choi & Palmer 2012).
"""

from __future__ import annotations

NON_TRIGGER_LABELS = frozenset(
    {"aux", "aux:pass", "auxpass", "cop", "amod", "compound", "case", "mark", "fixed"}
)
"""Labels of verb forms that head no clause."""
SUBORDINATE_OR_CONJUNCT_LABELS = frozenset({"ccomp", "xcomp", "conj", "acl", "acl:relcl", "advcl"})
"""Labels between a verb and the one that denies it."""
KEY_WORD_LABELS = frozenset(
    {"compound:prt", "prt", "xcomp", "acomp", "oprd", "advmod", "amod", "case"}
)
"""Labels of words beside a verb that may be part of its key in the PLOVER lexicon."""
MOTION_ADVERB_LABELS = frozenset({"advmod", "compound:prt", "prt"})
NAME_PREDICATE_LABELS = frozenset({"xcomp", "oprd"})
ADVERBIAL_LABELS = frozenset({"advmod", "obl:unmarked"})
TERRITORY_ENTITY_LABELS = frozenset({"FAC", "GPE", "LOC"})
WORD_FEATURE_LABELS = frozenset(
    {
        "advmod", "amod", "aux", "aux:pass", "case", "compound", "compound:prt", "cop", "det", "mark", "nmod:poss", "nummod",
    }
)  # fmt: skip
"""Labels of dependents whose words are features of a word that may denote an event."""
STATUS_WORD_LABELS = frozenset(
    {"advmod", "amod", "aux", "case", "cc", "compound", "det", "mark", "nmod:poss"}
)
"""Labels of dependents whose words may say how real an event is."""
PART_LABELS = frozenset({"appos", "compound", "conj"})
"""Labels of nouns that share the standing of the noun that they depend on."""
