"""Sets of dependency labels that rules of several wings ask for, Universal Dependencies' and ClearNLP's; data alone.

In: nothing. Out: frozen sets of `Token.dep_`. Out of scope: sets of one wing, which stand in its own `en/`.

Source: Universal Dependencies v2; ClearNLP guidelines (Choi & Palmer 2012) for pipelines that spaCy ships.
"""

from __future__ import annotations

DIRECT_OBJECT_LABELS = frozenset({"dobj", "obj"})
OBJECT_LABELS = frozenset({"dative", "dobj", "iobj", "obj"})
PASSIVE_SUBJECT_LABELS = frozenset({"nsubj:pass", "nsubjpass"})
COMPLEMENT_CLAUSE_LABELS = frozenset({"ccomp", "xcomp"})
COMPLEMENT_OR_PARATAXIS_LABELS = frozenset({"ccomp", "parataxis", "xcomp"})
RELATIVE_CLAUSE_LABELS = frozenset({"acl:relcl", "relcl"})
NOUN_CLAUSE_LABELS = frozenset({"acl", "acl:relcl"})
MODIFIER_CLAUSE_LABELS = frozenset({"acl", "advcl"})
NON_FINITE_DEPENDENT_LABELS = frozenset({"advcl", "conj", "pcomp", "xcomp"})
POSSESSIVE_LABELS = frozenset({"nmod:poss", "poss"})
PREPOSITION_LABELS = frozenset({"case", "prep"})
CASE_OR_MARKER_LABELS = frozenset({"case", "mark"})
ADVERB_OR_MARKER_LABELS = frozenset({"advmod", "mark"})
ADVERB_CASE_OR_MARKER_LABELS = frozenset({"advmod", "case", "mark"})
AUXILIARY_COPULA_OR_MARKER_LABELS = frozenset({"aux", "cop", "mark"})
COPULA_OR_PASSIVE_AUXILIARY_LABELS = frozenset({"aux:pass", "cop"})
PREMODIFIER_LABELS = frozenset({"amod", "compound"})
PREMODIFIER_OR_CASE_LABELS = frozenset({"amod", "case", "compound"})
PARTICLE_LABELS = frozenset({"compound:prt", "prt"})
AUXILIARY_LABELS = frozenset({"aux", "aux:pass", "auxpass", "cop"})
PASSIVE_AUXILIARY_LABELS = frozenset({"aux:pass", "auxpass"})
SUBJECT_LABELS = frozenset(
    {"csubj", "csubj:pass", "csubjpass", "nsubj", "nsubj:outer", "nsubj:pass", "nsubjpass"}
)
