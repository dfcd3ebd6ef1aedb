"""Dependency labels that the rules for quotes ask for, Universal Dependencies' and ClearNLP's.

In: nothing. Out: frozen sets of `Token.dep_`. Out of scope: sets that other questions ask for too
(`onrecord.language.syntax.dependency_labels`).
"""

from __future__ import annotations

from onrecord.language.syntax.dependency_labels import (
    COMPLEMENT_CLAUSE_LABELS,
    DIRECT_OBJECT_LABELS,
)

ROOT_LABELS = frozenset({"ROOT", "root"})

EXTENDABLE_LABELS = frozenset({"acl", "acl:relcl", "advcl", "nmod", "obl", "xcomp"})
"""Labels of phrases that continue an attitude's content."""

DESCRIBING_LABELS = frozenset({"acl", "acl:relcl", "amod", "appos", "nmod", "nummod", "relcl"})
"""Labels of what describes a source after its head."""

CLAUSE_CARRIER_LABELS = frozenset({"acl", "advcl", "ccomp", "parataxis"})

SUBORDINATE_AS_LABELS = frozenset({"acl", "advcl", "dep"})

NOUN_MODIFIER_LABELS = frozenset({"acl", "amod", "compound"})

VERB_DEPENDENT_LABELS = frozenset({"advcl", "advmod", "ccomp", "obl", "xcomp"})

CLAUSAL_OR_ADVERBIAL_LABELS = frozenset({"advcl", "ccomp"})

PREPOSITIONAL_LABELS = frozenset({"advcl", "ccomp", "nmod", "obl", "obl:arg", "xcomp"})

HEARSAY_COMPLEMENT_LABELS = frozenset({"advcl", "ccomp", "obl", "xcomp"})

INFINITIVE_LABELS = frozenset({"advcl", "ccomp", "xcomp"})

INFINITIVE_CARRIER_LABELS = frozenset({"acl", "advcl", "ccomp", "xcomp"})

OBJECT_PREDICATE_LABELS = frozenset({"advcl", "obl", "xcomp"})

COORDINATED_CLAUSE_LABELS = frozenset({"advcl", "conj", "parataxis"})

OBJECT_TAIL_LABELS = frozenset({"advcl", "nmod", "obl", "xcomp"})

REASON_LABELS = frozenset({"advcl", "obl"})

VERB_GROUP_LABELS = frozenset({"advmod", "aux", "aux:pass", "auxpass", "neg"})

NOUN_OPENER_LABELS = frozenset({"advmod", "case", "det", "mark"})

NO_VERB_LABELS = frozenset({"amod", "aux", "aux:pass", "case", "compound", "cop", "mark"})

NAME_LABELS = frozenset({"appos", "compound", "flat", "nmod", "nmod:desc", "nsubj"})

NAMING_LABELS = frozenset({"appos", "flat"})

APPOSITION_OR_LIST_LABELS = frozenset({"appos", "list"})

APPOSITION_OR_NUMBER_LABELS = frozenset({"appos", "nummod"})

AUXILIARY_OR_COPULA_LABELS = frozenset({"aux", "cop"})

COPULA_OR_AUXILIARY_LABELS = frozenset({"aux", "aux:pass", "cop"})

COMPLEMENT_OR_OBJECT_LABELS = frozenset({"ccomp", "obj", "xcomp"})

EXTRAPOSED_CLAUSE_LABELS = frozenset({"ccomp", "csubj", "csubj:outer", "csubj:pass", "nsubj:pass"})

NAME_CHILD_LABELS = frozenset({"compound", "flat"})

OBLIQUE_OR_NOMINAL_LABELS = frozenset({"compound", "nmod", "nmod:poss", "obl"})

NOMINAL_SUBJECT_LABELS = frozenset({"nsubj", "nsubj:outer", "nsubj:pass"})

SOURCE_SUBJECT_LABELS = frozenset({"nsubj", "nsubj:outer", "nsubj:pass", "nsubjpass"})

SUBJECT_OR_OBLIQUE_LABELS = frozenset({"nsubj", "obl"})

OBJECT_OR_COMPLEMENT_LABELS = frozenset({"obj", "xcomp"})

SUBJECT_LABEL_PREFIXES = ("nsubj", "expl", "csubj")
"""Beginnings of the labels of subjects, nominal, expletive and clausal."""

DOCUMENT_COMPLEMENT_LABELS = DIRECT_OBJECT_LABELS | COMPLEMENT_CLAUSE_LABELS | {"iobj"}
"""Labels of what a document shows."""
