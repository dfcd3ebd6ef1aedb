"""Thresholds of quotes: how far cues, sources, content and continuations may be from each other.

In: nothing. Out: `THRESHOLDS`. Out of scope: words and tags (`onrecord.extract.quotes.en`).
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.thresholds import define_threshold


@dataclass(frozen=True, slots=True)
class QuoteThresholds:
    """Bounds of the rules that find cues, attribute quotes and follow a speaker."""

    # Cues.
    colon_noun_gap: int = define_threshold(
        16,
        "tokens",
        "before a colon in which a noun of saying introduces the quotation",
        "by hand: “Her message to the crews of both ferries on Monday night was blunt:”",
    )
    positional_cue_gap: int = define_threshold(
        14,
        "tokens",
        "between quoted words and the verb that attributes them by its place",
        "by hand: lets through a name with its title and age",
    )
    gap_name_tokens: int = define_threshold(
        12,
        "tokens",
        "between quoted words and their verb that may be the name of who speaks",
        "by hand: a name with its title, and no clause",
    )
    governor_tokens: int = define_threshold(
        4,
        "tokens",
        "that govern the infinitive of a cue and belong to it",
        "by hand: “has been quick to say”",
    )
    according_relative_tokens: int = define_threshold(
        23,
        "tokens",
        "of a relative clause, with its commas, after whom a statement is according to",
        "by hand: “according to Ann Hale, who leads the search,”",
    )
    shared_whether_verbs: int = define_threshold(
        3,
        "verbs",
        "joined to one another that share one “whether”",
        "by hand: “whether Hale thinks, says or hopes so”",
    )
    denial_gap: int = define_threshold(
        8,
        "tokens",
        "before a noun of claiming that may hold the verb that rejects it",
        "by hand: “rejected media reports and claims that”",
    )
    denied_confirmation_gap: int = define_threshold(
        4,
        "tokens",
        "before a verb of confirming in which it is negated or refused",
        "by hand: “declined to publicly confirm reports that”",
    )
    refutation_gap: int = define_threshold(
        40,
        "tokens",
        "after the clause of a claim among which the page calls it untrue",
        "limit: a copula farther away seldom belongs to the claim",
    )
    refutation_tokens: int = define_threshold(
        7,
        "tokens",
        "from the copula after a claim to the word that calls it untrue",
        "by hand: “is said to be wholly without foundation”",
    )

    # Sources.
    issued_gap: int = define_threshold(
        8,
        "tokens",
        "from “issued” to “saying”",
        "by hand: “issued a short statement on Monday saying”",
    )
    participle_gap: int = define_threshold(
        12,
        "tokens",
        "from a verb of saying to the participle that continues it",
        "by hand: “said in a statement on Monday, adding”",
    )
    modifier_gap: int = define_threshold(
        14,
        "tokens",
        "between a source's noun phrase and its verb that may describe the head",
        "by hand: “A report published last week by the group found”",
    )
    apposition_gap: int = define_threshold(
        8,
        "tokens",
        "from the end of a source's noun phrase to the head of its apposition",
        "by hand: “the mayor of the old port, Ann Hale, said”",
    )
    name_in_commas_tokens: int = define_threshold(
        8,
        "tokens",
        "from a source's last word to the comma that closes a name after it",
        "by hand: “The mayor, Ann Hale, said”",
    )
    chunk_tokens: int = define_threshold(
        12,
        "tokens",
        "of a noun phrase read by tags alone",
        "limit: a longer run of nouns is a list or a table",
    )
    modifier_tokens: int = define_threshold(
        40,
        "tokens",
        "from a source's head to the end of what describes it after it",
        "by hand: a relative clause of thirty words and a name",
    )
    description_tokens: int = define_threshold(
        45,
        "tokens",
        "of the description of a name",
        "limit: a longer run of such tags is a sentence of its own",
    )
    parenthesis_tokens: int = define_threshold(
        7,
        "tokens",
        "from an opening parenthesis after a name to its end",
        "by hand: “(R-Ohio)”, “(Kestria West)”",
    )
    described_name_tokens: int = define_threshold(
        6,
        "tokens",
        "of a name with several descriptions in commas, at least",
        "law: a name, a word and two commas twice are the fewest tokens there can be",
    )
    gap_name_without_parse_tokens: int = define_threshold(
        3,
        "tokens",
        "between a quotation and its verb that are a name though no tag says so",
        "by hand: “…,” Ann de Vree said",
    )
    fronted_people_tokens: int = define_threshold(
        5,
        "tokens",
        "before the noun for people that opens a sentence",
        "by hand: “The two senior new harbour engineers”",
    )
    fronted_gap: int = define_threshold(
        16,
        "tokens",
        "between the people who open a sentence and their verb",
        "by hand: “Scientists using a telescope atop Mount Hale have confirmed”",
    )
    postposed_source_tokens: int = define_threshold(
        14,
        "tokens",
        "from the last comma of a sentence to the verb that ends it",
        "by hand: “figures that the ministry released on Tuesday show”",
    )
    postposed_adjunct_tokens: int = define_threshold(
        9,
        "tokens",
        "after a postposed verb that say when or where it was said",
        "by hand: “in the Assembly on Monday”",
    )
    postposed_dateline_tokens: int = define_threshold(
        14,
        "tokens",
        "of a sentence with a postposed attribution that may hold the dash of a dateline",
        "by hand: “ROME, Dec. 11 (AP) —”",
    )
    dateline_tokens: int = define_threshold(
        12,
        "tokens",
        "of a page's first sentence that may hold the dash of a dateline",
        "by hand: “ROME (AP) —”",
    )
    subject_gap: int = define_threshold(
        30,
        "tokens",
        "before a verb in which its subject is looked for by tags alone",
        "by hand: “The mayor, a lawyer who had drafted the bill in the spring, told”",
    )
    aside_tokens: int = define_threshold(
        45,
        "tokens",
        "of an aside in commas between a name that opens a sentence and its verb",
        "by hand: “Mr. Holt, citing “the cost of the bridge” and the coming winter, said”",
    )
    light_verb_gap: int = define_threshold(
        6,
        "tokens",
        "from a verb that lends a noun of attitude its subject to the noun",
        "by hand: “voiced the deepest and most lasting concern”",
    )
    made_clear_gap: int = define_threshold(
        3,
        "tokens",
        "from “made” to “clear”",
        "by hand: “made it very clear that”",
    )
    owner_preposition_chars: int = define_threshold(
        20,
        "code points",
        "before a name in which “for” or “of” makes it an owner",
        "by hand: “a lawyer for Ms. Hale”",
    )
    antecedent_chars: int = define_threshold(
        600,
        "code points",
        "before a pronoun in which its antecedent is looked for",
        "by hand: about three sentences of news",
    )
    credit_chars: int = define_threshold(
        160,
        "code points",
        "of a block that credits a picture",
        "by hand: “© Ann Hale/Reuters” after a short caption",
    )

    # Content.
    that_gap: int = define_threshold(
        25,
        "tokens",
        "after a cue in which “that” may open its content",
        "by hand: “said in an interview with the paper on Monday evening that”",
    )
    as_clause_tail: int = define_threshold(
        6,
        "tokens",
        "between “as the minister noted” and the comma that closes it",
        "by hand: “, as the minister noted in the Assembly on Monday,”",
    )
    short_phrase_tokens: int = define_threshold(
        7,
        "tokens",
        "of a phrase right after a verb of saying, its preposition among them",
        "by hand: “in a long interview”",
    )
    infinitive_gap: int = define_threshold(
        3,
        "tokens",
        "from a verb of wanting to the “to” of its infinitive",
        "by hand: “hopes one day to return”",
    )
    quoted_object_gap: int = define_threshold(
        12,
        "tokens",
        "from a verb of judging to quoted words in its object",
        "by hand: “called the plan of the harbour board “a disgrace””",
    )
    reported_words: int = define_threshold(
        2,
        "words",
        "outside quotation marks from which a clause counts as reported",
        "by hand: with fewer, all that the clause says is in marks",
    )

    # Quotation marks.
    open_quote_paragraphs: int = define_threshold(
        8,
        "paragraphs",
        "after an unclosed quotation in which its closing mark is looked for",
        "limit: a mark that nothing closes would take in the rest of the page",
    )
    work_name_words: int = define_threshold(
        7,
        "words",
        "of the quoted name of a work",
        "by hand: “The Morning Harbour and Other Ferry Stories”",
    )
    title_words: int = define_threshold(
        9,
        "words",
        "of quoted words that look like a title",
        "by hand: titles of ten words are rare, statements are not",
    )
    minor_word_letters: int = define_threshold(
        3,
        "letters",
        "of a word that a title may leave in lower case",
        "law: title case of English headlines leaves articles and short prepositions in lower case",
    )

    # Labels and transcripts.
    role_label_words: int = define_threshold(
        4,
        "words",
        "of a role that signs a headline",
        "by hand: “We will not pay” – harbour mayor",
    )
    label_chars: int = define_threshold(
        120,
        "code points",
        "of a paragraph that hold the colon of its label",
        "limit: spares the pattern where no label can be",
    )
    transcript_labels: int = define_threshold(
        3,
        "paragraphs",
        "with a label from which a page holds a transcript",
        "by hand: one or two labels are headings (“Update: …”)",
    )
    interviewee_gap: int = define_threshold(
        80,
        "code points",
        "after “talks to” in which the person interviewed is named",
        "by hand: “talks to the poet and former harbour pilot Ann Hale”",
    )

    # Attribution of direct quotes.
    words_before_cue: int = define_threshold(
        1,
        "words",
        "between a closing mark and its attribution",
        "by hand: “then”, “also”",
    )
    words_after_cue: int = define_threshold(
        14,
        "words",
        "between an attribution and the colon or comma before a quotation",
        "by hand: “in a statement on Monday”",
    )
    addressee_tokens: int = define_threshold(
        5,
        "tokens",
        "of an addressee between a verb of telling and a quoted sentence",
        "by hand: “told the harbour board members “We …””",
    )
    colon_chars: int = define_threshold(
        8,
        "code points",
        "before quoted words in which a colon introduces them",
        "by hand: a colon, a space or a line's end, and the marks",
    )
    continuation_words: int = define_threshold(
        8,
        "words",
        "after an attribution before its quotation continues",
        "by hand: “…,” he said on Monday. “…”",
    )
    continuation_sentence_words: int = define_threshold(
        40,
        "words",
        "the same, where they are all one sentence",
        "by hand: “…,” said X, who has taught there since spring. “…”",
    )
    label_line_tokens: int = define_threshold(
        16,
        "tokens",
        "of a line without a verb that names who speaks in the next paragraph",
        "by hand: “Ann Hale, chair of the Harbour Board and a former pilot” takes 12",
    )
    deed_tokens: int = define_threshold(
        14,
        "tokens",
        "of a sentence that tells what somebody did right before speaking",
        "by hand: longer sentences tell a story of their own",
    )
    whole_quote_words: int = define_threshold(
        5,
        "words",
        "of a quotation without an attribution of its own that counts as a quote",
        "by hand: shorter paragraphs in marks are headings and mottoes",
    )


THRESHOLDS = QuoteThresholds()
"""The table in use."""
