"""Function words that the rules for quotes ask for: pronouns, determiners, auxiliaries, prepositions, subordinators.

In: nothing. Out: lower-case words. Out of scope: sets that other questions ask for too (`onrecord.language.en.function_words`).
"""

from __future__ import annotations

AUXILIARIES = frozenset({"are", "been", "had", "has", "have", "is", "was", "were"})

DO_OR_AUXILIARIES = frozenset(
    {"are", "been", "did", "do", "does", "had", "has", "have", "is", "was", "were"}
)

PERFECT_AUXILIARIES = frozenset({"had", "has", "have"})

FINITE_BE_FORMS = frozenset({"are", "been", "is", "was", "were"})

PRESENT_OR_PAST_BE = frozenset({"'s", "is", "was", "’s"})

ATTITUDE_COPULAS = frozenset(
    """
    'm 're 's are be became become been being is remain remained remains seem seemed seems was
    were ’re ’s
    """.split()
)
"""Forms that join somebody to an adjective of mind."""

COLON_COPULAS = frozenset(
    {"'s", "are", "came", "comes", "is", "remained", "remains", "was", "were", "’s"}
)
"""Forms that join a noun of saying to its manner before a colon."""

WHETHER_OR_IF = frozenset({"if", "whether"})

THAT_OR_WHETHER = frozenset({"that", "whether"})

HE_OR_SHE = frozenset({"he", "she"})

NAME_FOLLOWERS = frozenset({"(", ",", ".", "of", "who"})
"""What may follow the name of who speaks after an inverted verb."""

CLAUSE_SEPARATORS = frozenset(
    {",", ";", "although", "and", "as", "but", "though", "while", "–", "—"}
)
"""Words and marks before a clause of another source."""

ASKED_OPENERS = frozenset({",", "When", "when"})
"""What may precede "asked whether …"."""

INDEFINITE_DETERMINERS = frozenset({"a", "an", "another"})

TOPIC_PREPOSITIONS = frozenset({"about", "after", "ahead", "amid", "as", "before", "on", "over"})
"""Prepositions after which a headline's label says what is spoken of."""

OBJECT_TAIL_PREPOSITIONS = frozenset({"about", "against", "as", "for", "from", "of", "over", "to"})
"""Prepositions whose phrase after an object continues what was said of it."""

ADJECTIVE_PREPOSITIONS = frozenset({"about", "at", "by", "for", "of", "over", "to", "with"})
"""Prepositions that an adjective of mind takes."""

QUESTION_OPENERS = frozenset(
    {"about", "how", "if", "what", "when", "where", "whether", "who", "why"}
)

QUESTION_WORDS = frozenset({"how", "if", "what", "when", "where", "whether", "which", "who", "why"})

ADJUNCT_OPENERS = frozenset(
    """
    according after although as at before during in on though when while
    """.split()
)
"""Words that open an adjunct of the verb of saying, which is no content."""

ADDITION_OPENERS = frozenset({"according", "although", "but", "though", "while"})
"""Words that add something of the writer's after a comma."""

SUBORDINATORS = frozenset(
    """
    after although as asked because before if once pressed questioned since though when while
    """.split()
)
"""Words that open a sentence that no postposed verb reports."""

CIRCUMSTANCE_PREPOSITIONS = frozenset(
    {"after", "amid", "before", "by", "during", "on", "over", "since", "until"}
)

TIME_OR_PLACE_PREPOSITIONS = frozenset(
    {"after", "as", "at", "before", "by", "during", "in", "since", "until", "when", "while"}
)
"""Words that open no more of an attitude's content."""

NO_APPOSITION_WORDS = frozenset(
    {"all", "both", "each", "such", "that", "there", "these", "this", "those"}
)
"""Determiners and pronouns that open no apposition."""

ROLE_ADVERBS = frozenset({"also", "currently", "formerly", "now", "once", "then"})

NON_CLAUSE_SAYINGS = frozenset(
    """
    amen anything goodbye hello hi less little more much no nothing so something sorry yes
    """.split()
)
"""What may be said and is no clause."""

AGENT_PREPOSITIONS = frozenset({"among", "by", "from"})

PHRASE_LINKS = frozenset(
    {"and", "at", "by", "close", "familiar", "for", "from", "in", "of", "on", "to", "with"}
)
"""Words inside a noun phrase that describe its head."""

CONTRASTIVE_COORDINATORS = frozenset({"and", "but", "yet"})

INDEPENDENT_DETERMINERS = frozenset(
    {"another", "both", "many", "none", "one", "others", "several", "some"}
)
"""Words that are a source by themselves right before the verb."""

SINGLE_DETERMINERS = frozenset({"another", "each", "either", "neither", "one"})

QUANTIFIERS = frozenset({"both", "few", "many", "most", "others", "several", "some"})

ANYBODY_WORDS = frozenset(
    {"anybody", "anyone", "everybody", "everyone", "nobody", "people", "somebody", "someone", "way"}
)

NO_SOURCE_WORDS = frozenset({"anyone", "everybody", "everyone", "i", "nobody", "none", "we", "you"})
"""Words that are no source: the writer, the reader, nobody."""

EMPTY_CONTENT_WORDS = frozenset(
    {"anything", "everything", "lot", "nothing", "say", "so", "something", "thing", "things"}
)
"""Words that are no content by themselves."""

AMOUNT_WORDS = frozenset(
    {"anything", "less", "little", "lot", "more", "much", "nothing", "something"}
)
"""Words before "to say" for how much was said."""

PREDICATE_PREPOSITIONS = frozenset({"as", "like", "to", "with"})

AS_OR_OF = frozenset({"as", "of"})

MOTION_PREPOSITIONS = frozenset({"away", "into", "off", "onto"})

PARTICLES = frozenset({"back", "in", "off", "on", "out", "up"})

CAUSAL_SUBORDINATORS = frozenset({"because", "if", "so", "unless", "until"})

ANIMATE_PRONOUNS = frozenset(
    """
    both few he her his it many most others she some their they those who
    """.split()
)

ELIDED_WORDS = frozenset({"bout", "cause", "em", "n", "til", "tis", "twas"})
"""Words that an apostrophe opens."""

SENDER_PREPOSITIONS = frozenset({"by", "from", "of"})

NEGATIONS = frozenset({"cannot", "n't", "neither", "never", "nor", "not", "n’t", "unable"})

NEGATIVE_ADVERBS = frozenset({"never", "not"})

NO_OR_LITTLE = frozenset({"little", "no"})

WITHOUT_WORDS = frozenset({"lack", "lacked", "lacks", "no", "without"})

POSSIBILITY_MODALS = frozenset({"could", "may", "might", "should", "will", "would"})

DAY_MODIFIERS = frozenset({"earlier", "early", "last", "late", "on", "this"})

DAY_WORDS = frozenset(
    """
    earlier friday later monday recently saturday sunday then thursday today tuesday wednesday
    yesterday
    """.split()
)

IN_OF_OR_FOR = frozenset({"for", "in", "of"})

FOR_OF_OR_TO = frozenset({"for", "of", "to"})

ON_UPON_OR_FOR = frozenset({"for", "on", "upon"})

ON_OR_UPON = frozenset({"on", "upon"})

OUT_OR_ON = frozenset({"on", "out"})

SUBJECT_PRONOUNS = frozenset({"he", "i", "it", "she", "they", "we"})

SINGULAR_PRONOUNS = frozenset({"he", "i", "she"})

PLURAL_PRONOUNS = frozenset({"their", "they", "we", "you"})

OBJECT_PRONOUNS = frozenset({"her", "him"})

CLAUSE_OPENERS = frozenset({"if", "that", "whether"})

HYPOTHETICAL_MARKERS = frozenset({"if", "unless", "whether"})

NO_SPEAKER_WORDS = frozenset(
    """
    it nobody none one that there these this those what which who
    """.split()
)
"""Words that name no speaker."""

NON_NOMINAL_SUBJECTS = frozenset({"it", "that", "which", "who"})

DEFINITE_OR_POSSESSIVE = frozenset({"its", "the", "their"})

FIRST_OR_SECOND_POSSESSIVES = frozenset({"my", "our", "your"})

NEGATIVE_SUBJECTS = frozenset({"neither", "no", "nobody", "none"})

ONE_OR_THOSE = frozenset({"one", "those"})

PEOPLE_PRONOUNS = frozenset({"people", "them", "us"})

DEMONSTRATIVES = frozenset({"that", "these", "this"})

RELATIVE_ADVERBIALS = frozenset({"that", "where", "which"})

RELATIVE_WORDS = frozenset({"that", "which", "who", "whose"})

THE_OR_THIS = frozenset({"the", "this"})

TO_OR_TOLD = frozenset({"to", "told"})

TO_OR_WITH = frozenset({"to", "with"})

MANAGING_OR_OF = frozenset({"acting", "from", "managing", "of"})

FRONTED_CASES = frozenset({"over", "during", "at", "in", "after"})
"""Prepositions of a phrase that opens a sentence before its subject ("Over the two-day conference")."""

REFLEXIVE_ENDINGS = ("self", "selves")
"""Endings of reflexive pronouns."""

ABOUT = frozenset({"about"})
