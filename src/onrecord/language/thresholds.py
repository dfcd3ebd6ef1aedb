"""Thresholds of language: the bounds of parsing, syntax and clauses, each with its unit, meaning and basis."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.thresholds import define_threshold


@dataclass(frozen=True, slots=True)
class LanguageThresholds:
    """Bounds of what is parsed, of word pieces and windows, and of searches in a dependency tree."""

    chunk_chars: int = define_threshold(
        5_000,
        "characters",
        "longer zones are parsed in chunks of at most this length",
        "limit: the parser's memory, and the time of some rules, grow with its square",
    )
    sentence_words: int = define_threshold(
        200,
        "words and punctuation marks",
        "a longer sentence of the parse is cut, and its pieces are parsed again",
        "limit: rules look at a sentence for each word of it; of 50,895 sentences on 512 saved pages three, in logs and a manual, are longer",
    )
    batch_chars: int = define_threshold(
        20_000,
        "characters",
        "chunks that the pipeline gets at once hold at most this much text together",
        "limit: the pipeline holds the matrices of a whole batch in memory",
    )
    page_words: int = define_threshold(
        80_000,
        "words and punctuation marks",
        "the part of a page that is parsed",
        "limit: about 400,000 characters; prose of 60,000 words took 14 CPU seconds to records, “said” 40,000 times 11",
    )
    wordless_chars: int = define_threshold(
        400,
        "characters",
        "a longer stretch without a word of two letters is not parsed",
        "by hand: rules of dashes and rows of bare figures are longer, what people write is shorter",
    )
    unbroken_chars: int = define_threshold(
        1_001,
        "characters",
        "a run this long without a blank is not parsed",
        "limit: no word is that long; the tokenizer's time grows with it",
    )
    capitals_letters: int = define_threshold(
        4,
        "letters",
        "a word in capitals this long is looked up in name lists as if it were not (“PARIS”)",
        "by hand: shorter words in capitals are mostly abbreviations",
    )
    window_pieces: int = define_threshold(
        120,
        "word pieces",
        "a window that the accurate names' encoder reads holds at most this many",
        "law: the encoder was trained on windows of this length",
    )
    window_words: int = define_threshold(
        20,
        "words",
        "a window ends early, at a sentence's end, only where it then holds more than this many",
        "law: the windows that the encoder was trained on were cut so",
    )
    event_slope: float = define_threshold(
        0.69,
        "per logarithm of odds",
        "by what the encoder's score of an event is multiplied",
        "measured: with `event_shift` the likeliest on the dev part of our annotations; uncalibrated the encoder is too sure",
    )
    event_shift: float = define_threshold(
        -0.53,
        "logarithm of odds",
        "what is added to the encoder's score of an event",
        "measured: see `event_slope`",
    )
    status_sharpness: float = define_threshold(
        0.77,
        "per logarithm of odds",
        "by what the encoder's scores of statuses are multiplied",
        "measured: the likeliest on the dev part of our annotations",
    )
    kind_sharpness: float = define_threshold(
        0.85,
        "per logarithm of odds",
        "by what the encoder's scores of kinds are multiplied",
        "measured: the likeliest on the dev part of our annotations",
    )
    root_sharpness: float = define_threshold(
        0.84,
        "per logarithm of odds",
        "by what the encoder's scores of roots are multiplied",
        "measured: the likeliest on the dev part of our annotations",
    )
    excluded_label_score: float = define_threshold(
        -1e9,
        "score",
        "added to sequences of labels that cannot be, such as I-PER after O",
        "law: lower than any sum of the encoder's scores",
    )
    wordpiece_word_chars: int = define_threshold(
        40,
        "characters",
        "a longer word is one unknown piece",
        "limit: the time of the longest-match search grows with its square",
    )
    wordpiece_word_pieces: int = define_threshold(
        12,
        "word pieces",
        "what a word keeps of its pieces",
        "limit: one odd word must not fill a window",
    )
    wordpiece_cache_words: int = define_threshold(
        200_000,
        "words",
        "words whose pieces are remembered",
        "limit: memory of a long run",
    )
    all_caps_letters: float = define_threshold(
        0.7,
        "share of letters",
        "above it a line is written in capitals, so that they mark no names",
        "by hand: a line in capitals may hold a few words that are not",
    )
    title_case_words: float = define_threshold(
        0.8,
        "share of words longer than three letters",
        "from it on a line is Written Like a Title",
        "by hand: titles leave some long prepositions in lower case",
    )
    subject_steps: int = define_threshold(
        6,
        "heads",
        "how far up a tree the subject of a non-finite verb is looked for",
        "limit: deeper trees are parse errors, and the search is recursive",
    )
    clause_steps: int = define_threshold(
        6,
        "heads",
        "how far up a tree the verb is looked for whose subject begins a clause",
        "limit: deeper trees are parse errors",
    )
    status_steps: int = define_threshold(
        8,
        "governors",
        "how many governors of a verb are asked for its status; beyond, it counts as happened",
        "limit: deeper trees are parse errors, and the reading is recursive",
    )
    apposition_chars: int = define_threshold(
        2,
        "code points",
        "the most that stands between a noun and the name in apposition to it",
        "law: a comma and a blank",
    )
    cached_docs: int = define_threshold(
        8,
        "parsed texts",
        "of how many the words that a rule looks for are remembered",
        "limit: memory; a text's words are asked for one after the other",
    )
    weight_steps: int = define_threshold(
        10,
        "steps",
        "in how many steps a unit of weight is stored in files of weights",
        "measured: on the dev part of our annotations tenths decide as hundredths do",
    )
    number_digits: int = define_threshold(
        24,
        "digits",
        "a longer run of digits is not read as a number",
        "limit: no count, sum or measure in a text is that long; such runs are keys and codes",
    )


THRESHOLDS = LanguageThresholds()
"""The table in use."""
