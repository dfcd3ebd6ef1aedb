"""Sets of dependency labels, of Universal Dependencies and ClearNLP, for the rules of language and of several wings; data only.

In: nothing. Out: frozen sets of `Token.dep_`. Out of scope: sets of one wing, which are in its `en/`.

Source: Universal Dependencies v2; ClearNLP guidelines (Choi & Palmer 2012) for pipelines that spaCy ships.
"""

from __future__ import annotations

DIRECT_OBJECT_LABELS = frozenset({"dobj", "obj"})
OBJECT_LABELS = frozenset({"dative", "dobj", "iobj", "obj"})
PASSIVE_SUBJECT_LABELS = frozenset({"nsubj:pass", "nsubjpass"})
COMPLEMENT_CLAUSE_LABELS = frozenset({"ccomp", "xcomp"})
CONTENT_CLAUSE_LABELS = frozenset({"acl", "ccomp", "xcomp"})
COMPLEMENT_OR_PARATAXIS_LABELS = frozenset({"ccomp", "parataxis", "xcomp"})
RELATIVE_CLAUSE_LABELS = frozenset({"acl:relcl", "relcl"})
NOUN_CLAUSE_LABELS = frozenset({"acl", "acl:relcl"})
CLAUSAL_SUBJECT_OR_COMPLEMENT_LABELS = frozenset({"advcl", "ccomp", "csubj", "csubj:pass"})
CLAUSE_UNDER_EVIDENTIAL_LABELS = frozenset({"advcl", "ccomp", "csubj", "csubj:pass", "xcomp"})
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
NOMINAL_SUBJECT_LABELS = frozenset({"nsubj", "nsubj:pass", "nsubjpass"})
MAIN_CLAUSE_LABELS = frozenset({"ROOT", "parataxis"})
PLAN_LABELS = frozenset({"ROOT", "acl", "ccomp", "conj", "parataxis", "xcomp"})
"""Labels of a verb whose future may be somebody's plan: no adverbial clause, no relative one."""
FINITE_COMPLEMENT_LABELS = frozenset({"ccomp", "parataxis"})
COMPLEMENT_OR_PREPOSITIONAL_CLAUSE_LABELS = frozenset({"ccomp", "pcomp", "xcomp"})
COMPLEMENT_OR_CONJUNCT_LABELS = frozenset({"ccomp", "conj", "xcomp"})
GOVERNED_CLAUSE_LABELS = frozenset({"advcl", "ccomp", "parataxis", "pcomp", "xcomp"})
ADVERBIAL_CLAUSE_LABELS = frozenset({"advcl", "pcomp"})
EMBEDDED_CLAUSE_LABELS = frozenset({"advcl", "appos", "ccomp", "parataxis"})
PURPOSE_CLAUSE_LABELS = frozenset({"acl", "advcl", "dep", "obl"})
INFINITIVE_CLAUSE_LABELS = frozenset({"acl", "advcl", "xcomp"})
SUBJECT_SHARING_LABELS = frozenset(
    {"acl", "advcl", "ccomp", "dep", "nmod", "obl", "parataxis", "pcomp", "xcomp"}
)
"""Labels of verbs that may have no subject of their own and take that of another clause."""
REDUCED_CLAUSE_LABELS = frozenset({"acl", "advcl", "amod"})
"""Labels of participles without auxiliary ("troops sent home")."""
PARTICIPLE_MODIFIER_LABELS = frozenset({"acl", "advcl", "amod", "nmod", "obl"})
PREPOSITION_COMPLEMENT_LABELS = frozenset({"pcomp", "pobj"})
PREPOSITIONAL_NOUN_LABELS = frozenset({"nmod", "pobj"})
MARKER_OR_PREPOSITION_LABELS = frozenset({"case", "mark", "prep"})
ADVERB_OR_PREPOSITION_LABELS = frozenset({"advmod", "case", "prep"})
AUXILIARY_OR_MARKER_LABELS = frozenset({"aux", "aux:pass", "mark"})
INFINITIVE_MARKER_LABELS = frozenset({"aux", "mark"})
COORDINATION_LABELS = frozenset({"cc", "conj"})
CONJUNCTION_OR_MARKER_LABELS = frozenset({"cc", "mark"})
NOUN_ATTACHMENT_LABELS = frozenset({"appos", "nmod"})
NOUN_COMPLEMENT_LABELS = frozenset({"nmod", "prep"})
DETERMINING_LABELS = frozenset({"det", "nmod:poss", "nummod", "poss"})
NEGATIVE_DETERMINER_LABELS = frozenset({"advmod", "amod", "det"})
NAME_MODIFIER_LABELS = frozenset({"amod", "compound", "nmod", "nmod:desc", "nmod:poss", "poss"})
NOMINAL_MODIFIER_LABELS = frozenset(
    {
        "advmod", "amod", "case", "cc:preconj", "compound", "det", "det:predet", "fixed", "flat", "flat:name", "goeswith",
        "nmod:desc", "nmod:poss", "nmod:unmarked", "nn", "nounmod", "npadvmod", "nummod", "poss", "preconj", "predet",
        "quantmod",
    }
)  # fmt: skip
POSTNOMINAL_MODIFIER_LABELS = frozenset({"fixed", "flat", "flat:name", "nmod:desc", "nummod"})
"""Those of `NOMINAL_MODIFIER_LABELS` that may follow their noun."""
NOUN_PHRASE_LABELS = NOMINAL_MODIFIER_LABELS | {
    "advcl",
    "cc",
    "conj",
    "nmod",
    "obl",
    "pobj",
    "prep",
    "prt",
    "punct",
}
"""Labels inside a modifier that belongs to a noun phrase."""
