"""Penn tags that the rules for quotes ask for.

In: nothing. Out: frozen sets of `Token.tag_`; `PERSON_OR_PEOPLE_LABELS` of `Token.ent_type_`. Out of scope: sets that other
questions ask for too (`onrecord.language.syntax.tag_sets`).
"""

from __future__ import annotations

from onrecord.language.syntax.tag_sets import FINITE_TAGS, NOUN_TAGS, PROPER_NOUN_TAGS

NOUN_OR_PRONOUN_PREFIXES = frozenset({"NN", "PR"})
"""The first two letters of a noun's and a pronoun's tags."""

COORDINATOR_OR_ADVERB_TAGS = frozenset({"CC", "RB"})

COORDINATOR_OR_RELATIVE_TAGS = frozenset({"CC", "WDT", "WP"})

PHRASE_EDGE_TAGS = frozenset({"CC", "IN", "RB", "TO"})
"""Tags of words that begin no noun phrase of a source."""

TRAILING_EDGE_TAGS = frozenset({"CC", "DT", "IN", "RB", "TO"})
"""Tags of words that end no noun phrase of a source."""

NUMBER_OR_DETERMINER_TAGS = frozenset({"CD", "DT"})

CLAUSE_SUBJECT_TAGS = frozenset({"DT", "EX", "NNP", "PRP", "PRP$"})
"""Tags that open a clause for certain after a phrase such as "in an interview"."""

COMPLEMENTISER_TAGS = frozenset({"IN", "WDT"})

THAT_TAGS = frozenset({"DT", "IN", "WDT"})
"""Tags that "that" may have before a clause."""

ADVERB_OR_PARTICIPLE_TAGS = frozenset({"RB", "VBN"})

RELATIVE_TAGS = frozenset({"WDT", "WP", "WP$"})

CHUNK_HEAD_TAGS = frozenset({"CD", "NN", "NNP", "NNPS", "NNS", "PRP"})
"""Tags of words that may be the head of a source's phrase."""

CHUNK_MODIFIER_TAGS = frozenset(
    {"$", "AFX", "DT", "HYPH", "JJ", "JJR", "JJS", "NFP", "PDT", "POS", "PRP$", "VBN"}
)
"""Tags of words inside a noun phrase that are not its head."""

CHUNK_TAGS = CHUNK_HEAD_TAGS | CHUNK_MODIFIER_TAGS
"""Tags of the words of a noun phrase."""

LOST_NOUN_PHRASE_TAGS = frozenset(
    {"$", "CD", "DT", "HYPH", "JJ", "JJR", "NN", "NNP", "NNPS", "NNS", "POS", "PRP$", "RB", "VBN"}
)
"""Tags of words right after a verb that a parse left out of its clause."""

AMOUNT_OPENER_TAGS = frozenset({"$", "CD", "DT", "PDT"})

SUBJECT_BREAK_TAGS = frozenset({",", ":", "CC", "IN", "TO", "WRB"})
"""Tags that are never between a clause's first noun and its verb."""

NO_SOURCE_TAGS = frozenset({":", "CC", "EX", "TO", "VBG", "WDT", "WP", "WRB"})
"""Tags of words that begin no source after a comma."""

CLAIM_OBJECT_TAGS = frozenset(
    {"CC", "CD", "DT", "HYPH", "IN", "JJ", "NN", "NNP", "NNPS", "NNS", "POS", "PRP$", "RP", "VBN"}
)
"""Tags between a verb of denial and a noun of claiming."""

EMPTY_CONTENT_TAGS = frozenset({"CC", "DT", "IN", "PRP", "PRP$", "RB", "TO", "WDT", "WP"})
"""Tags of words that are no content by themselves."""

DESCRIPTION_EDGE_TAGS = frozenset({"CC", "DT", "TO", "WP", "WP$"})
"""Tags of words that end no description."""

GAP_EDGE_TAGS = frozenset({"CC", "IN", "RB"})
"""Tags of a word right after a quotation that is not part of the source."""

COORDINATOR_OR_MODAL_TAGS = frozenset({"CC", "MD"})

CLAUSE_BREAK_TAGS = frozenset({"CC", "MD", "VBD", "VBP", "VBZ"})
"""Tags of words that end the object of a verb."""

COORDINATOR_OR_QUESTION_TAGS = frozenset({"CC", "WDT", "WP", "WRB"})

PARENTHETICAL_CLAUSE_TAGS = frozenset({"CD", "DT", "EX", "JJ", "NN", "NNP", "NNS", "PRP", "PRP$"})
"""Tags that open a clause after a parenthetical attribution."""

NOMINAL_TAGS = frozenset({"CD", "DT", "EX", "NN", "NNP", "NNPS", "NNS", "PRP", "PRP$"})
"""Tags of words that open a noun phrase or are one."""

CLAUSE_OPENER_TAGS = NOMINAL_TAGS | {"$", "JJ", "JJR", "JJS", "PDT", "VBG"}
"""Tags of words that open a clause right after a verb of saying."""

NAME_PHRASE_TAGS = frozenset(
    {"CD", "DT", "HYPH", "JJ", "NN", "NNP", "NNPS", "NNS", "POS", "PRP", "PRP$", "RB"}
)
"""Tags of words between a quotation and its verb that may name who speaks."""

SPEAKER_OPENER_TAGS = frozenset({"CD", "DT", "JJ", "NNP", "NNPS", "NNS", "PRP$"})
"""Tags of the first word of who speaks, after the bare present of a verb of saying."""

PREPOSITIONAL_OBJECT_TAGS = frozenset(
    {"CD", "DT", "HYPH", "JJ", "NN", "NNP", "NNPS", "NNS", "POS", "PRP$"}
)
"""Tags of words inside a short phrase such as "in a long interview"."""

APPOSITION_TAGS = NOUN_TAGS | {"CD", "DT", "JJ", "JJS", "PRP$"}
"""Tags of words that open an apposition after a comma ("a lawyer", "46", "Republican of Ohio", "his brother")."""

GAP_OPENER_TAGS = PROPER_NOUN_TAGS | {"CD", "DT", "JJ", "NN", "NNS", "PRP$"}
"""Tags of the first word of a phrase between a quotation and its verb."""

SENTENCE_OPENER_TAGS = frozenset({"CD", "DT", "JJ", "NN", "PRP$"})
"""Tags of words before the noun for people that opens a sentence."""

NAME_NUMBER_OR_DETERMINER_TAGS = frozenset({"CD", "DT", "NNP", "NNPS"})

NAME_OR_NUMBER_TAGS = frozenset({"CD", "NNP", "NNPS"})

TITLE_TAGS = frozenset({"DT", "HYPH", "JJ", "NN", "NNP", "NNPS", "NNS", "POS", "PRP$", "VBN"})
"""Tags of words of a title before a name."""

ROLE_TAGS = frozenset({"DT", "HYPH", "JJ", "NN", "NNP", "NNPS", "POS"})
"""Tags of words of a role before a name."""

NAME_BEFORE_ASIDE_TAGS = frozenset({"DT", "JJ", "NN", "NNP", "NNPS", "POS"})
"""Tags of words of a name that opens a sentence before an aside."""

OBJECT_OPENER_TAGS = frozenset({"DT", "NN", "NNP", "NNS", "PRP", "PRP$"})
"""Tags that open an object."""

PLACE_NAME_TAGS = frozenset({"DT", "NNP", "NNPS"})

NEW_SENTENCE_TAGS = frozenset({"DT", "PRP", "PRP$", "RB"})
"""Tags of a capitalised word that opens a new sentence after a quotation."""

NAME_PART_TAGS = frozenset({"HYPH", "NNP", "NNPS"})

GOVERNOR_MODIFIER_TAGS = frozenset({"IN", "JJ", "RB", "RBR", "RP"})
"""Tags of words beside a verb that governs an infinitive ("went on to", "has been quick to")."""

MODIFIER_OPENER_TAGS = frozenset({"IN", "JJ", "VBG", "VBN"})
"""Tags of words that open what describes a noun after it."""

PREPOSITION_OR_PRONOUN_TAGS = frozenset({"IN", "PRP"})

PREPOSITION_OR_ADVERB_TAGS = frozenset({"IN", "RB"})

PREPOSITION_OR_PARTICLE_TAGS = frozenset({"IN", "RP", "TO"})

PREPOSITION_OR_GERUND_TAGS = frozenset({"IN", "VBG"})

ASIDE_OPENER_TAGS = frozenset({"IN", "VBG", "VBN", "WRB"})
"""Tags of words that open an aside after a name."""

MISTAGGED_VERB_TAGS = frozenset({"JJ", "NN", "NNS", "VBN"})
"""Tags that a tagger gives a verb of saying by mistake."""

ADVERB_TAGS = frozenset({"MD", "RB", "RBR"})

ANY_VERB_TAGS = frozenset({"MD", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})

MODAL_OR_RELATIVE_TAGS = frozenset({"MD", "WDT", "WP"})

DAY_TAGS = frozenset({"NN", "NNP", "RB"})

NAME_OR_PRONOUN_TAGS = frozenset({"NNP", "NNPS", "PRP"})

NAME_OR_PLURAL_TAGS = frozenset({"NNP", "NNS"})

PRONOUN_OR_NAME_TAGS = frozenset({"NNP", "PRP"})

PLURAL_OR_PRONOUN_TAGS = frozenset({"NNPS", "NNS", "PRP"})

PRONOUN_OR_PLURAL_NAME_TAGS = frozenset({"NNPS", "PRP"})

PERSON_OR_PEOPLE_LABELS = frozenset({"NORP", "PER", "PERSON"})

PRONOUN_OR_RELATIVE_TAGS = frozenset({"PRP", "WDT", "WP"})

INFINITIVE_PARTICIPLE_OR_RELATIVE_TAGS = frozenset({"TO", "VBG", "VBN", "WDT", "WP"})

INFINITIVE_OR_RELATIVE_TAGS = frozenset({"TO", "WDT", "WP"})

BASE_OR_PARTICIPLE_TAGS = frozenset({"VB", "VBN"})

GERUND_OR_PAST_TAGS = frozenset({"VBD", "VBG"})

TENSED_OR_PARTICIPLE_TAGS = frozenset({"VBD", "VBN", "VBP", "VBZ"})

ASIDE_PHRASE_TAGS = frozenset({"VBG", "VBN", "WDT", "WP", "WP$"})
"""Tags of words that open an aside in commas beside those of noun phrases."""

GERUND_OR_RELATIVE_TAGS = frozenset({"VBG", "WDT", "WP", "WP$"})

SPLIT_CLAUSE_END_TAGS = FINITE_TAGS | {"CC", "VBG", "WDT", "WP"}
"""Tags of a word after a comma that ends a relative clause around "he said"."""
