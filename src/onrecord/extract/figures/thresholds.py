"""Thresholds of figures: how far words are looked for, and which sizes numbers of a kind have.

In: nothing. Out: `THRESHOLDS`. Out of scope: words (`en/`), and numbers of formats.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.thresholds import define_threshold


@dataclass(frozen=True, slots=True)
class FigureThresholds:
    """Bounds of the rules that find figures and what they count."""

    joined_scales: int = define_threshold(
        4,
        "scales",
        "smaller scales that may follow one another in one number",
        "limit: depth of recursion; “2 billion 3 million 4 thousand 5 hundred and 6” has four",
    )
    fraction_top: int = define_threshold(
        99,
        "number",
        "largest numerator of a fraction written in words",
        "by hand: “twelve hundredths” is one, “one hundred and thirty fifths” is not",
    )
    tiny_fraction_top: int = define_threshold(
        999,
        "number",
        "largest numerator of millionths and smaller parts",
        "by hand: “a hundred trillionths” of a second",
    )
    phrase_before: int = define_threshold(
        40,
        "characters",
        "stretch before a number in which a phrase that ends at it is looked for",
        "limit: cost; longer than the longest such phrase",
    )
    phrase_after: int = define_threshold(
        24,
        "characters",
        "stretch after a number that decides whether a plural follows that it counts",
        "by hand: three short words, as in “3-1 home wins”",
    )
    unit_context: int = define_threshold(
        60,
        "characters",
        "stretch around a number in which a word says whether “5m” is a length and “10 pounds” a weight",
        "by hand: about a clause of news prose",
    )
    currency_context: int = define_threshold(
        200,
        "characters",
        "stretch around “cents” in which a euro sign says whose they are",
        "by hand: about the sentence and its neighbours",
    )
    duration_verb: int = define_threshold(
        12,
        "characters",
        "stretch before “over three days” that holds the verb it may complete",
        "limit: cost; “delayed ” and the other verbs fit in",
    )
    word_reach: int = define_threshold(
        80,
        "characters",
        "stretch on both sides of a number in which the ends of its word are looked for",
        "limit: cost of web addresses and other words without blanks",
    )
    caption_before: int = define_threshold(
        24,
        "characters",
        "stretch before a number that holds a caption's words or “an app or”",
        "by hand: “photograph 12 of” and two words of ordinary length",
    )
    score_context: int = define_threshold(
        30,
        "characters",
        "stretch before “3-1” in which a word of winning or voting is looked for",
        "by hand: “won the final in Leeds 3-1”",
    )
    score_points: int = define_threshold(
        20,
        "points",
        "score of a game above which two numbers are votes or counts",
        "by hand: goals, sets and frames; “lost by 272 to 264” counts votes",
    )
    games_of_match: int = define_threshold(
        9,
        "games",
        "most games or sets that “won in 5” may mean",
        "by hand: series of up to nine games",
    )
    words_to_counted_plural: int = define_threshold(
        4,
        "tokens",
        "distance from the number to a plural that it counts over a name",
        "by hand: “five Olympic swimming pools”",
    )
    name_words: int = define_threshold(
        6,
        "tokens",
        "longest name after a number that opens it",
        "by hand: “3 Commando Brigade Royal Marines”",
    )
    plural_reach: int = define_threshold(
        5,
        "tokens",
        "distance after a number in which the plural that it counts is looked for",
        "by hand: “30 newly trained medical officers”",
    )
    title_words_before: int = define_threshold(
        7,
        "tokens",
        "stretch before a number in which a word in lower case says that it is no title",
        "by hand: headlines where each word has a capital",
    )
    title_words_after: int = define_threshold(
        6,
        "tokens",
        "stretch after a number in which a word in lower case says that it is no title",
        "by hand: headlines where each word has a capital",
    )
    oldest_age: int = define_threshold(
        115,
        "years",
        "age above which a bare number is no person's age",
        "by hand: about the oldest people alive",
    )
    latest_hour: int = define_threshold(
        12, "hours", "number up to which “at 9, he left” gives an hour", "law: twelve-hour clock"
    )
    years_of_span: int = define_threshold(
        8,
        "characters",
        "stretch before the last year of a span in which the first one is",
        "law: four digits, a dash with blanks, and what stands before them",
    )
    age_phrase: int = define_threshold(
        60,
        "characters",
        "stretch before a bare number in which “aged” or an event of life is looked for",
        "by hand: “aged 19, 22, 24, 31, 33, 35, 38, 40, 41, 44 and” takes 50",
    )
    age_unit_phrase: int = define_threshold(
        9,
        "characters",
        "stretch before a length of time in which “aged” is looked for",
        "by hand: as long as “ages, of ”",
    )
    bare_age_tokens: int = define_threshold(
        3, "tokens", "longest bare number that is an age", "by hand: “ninety-one” is three tokens"
    )
    bearer_words_after: int = define_threshold(
        9,
        "tokens",
        "distance after “23-year” in which the noun of who is so old is looked for",
        "by hand: “-old former British army officer”",
    )
    bearer_words_before: int = define_threshold(
        7,
        "tokens",
        "distance before “aged 19” in which the noun of who is so old is looked for",
        "by hand: “two men from Leeds, both aged 19”",
    )
    phrase_words: int = define_threshold(
        9,
        "tokens",
        "longest noun phrase after a number",
        "by hand: “120,000 Iraqi and Kurdish security forces” and longer",
    )
    amount_words: int = define_threshold(
        7,
        "tokens",
        "stretch after “of” in which an amount of the noun before is looked for",
        "by hand: “efficiencies of around 24%”",
    )
    verb_reach: int = define_threshold(
        22,
        "tokens",
        "distance before a quantity in which its verb of change or its whole is looked for",
        "by hand: sentences that compare several amounts and times",
    )
    unit_symbol_length: int = define_threshold(
        4,
        "characters",
        "length from which a noun in capitals after a number is no unit's symbol",
        "by hand: “14,820 MW”, “GWh”",
    )
    words_before_by: int = define_threshold(
        6,
        "tokens",
        "words of what is changed between the verb and “by”",
        "by hand: “cut the number of beds by 5%”",
    )
    lightest_stones: int = define_threshold(
        5,
        "stones",
        "weight in stones below which “2 stone” is no unit",
        "by hand: weights of people",
    )
    smallest_sum_in_won: int = define_threshold(
        1000,
        "won",
        "sum below which “won” after a number is a verb",
        "by hand: “3 won” counts games; prices in won are larger",
    )
    currency_before: int = define_threshold(
        24,
        "characters",
        "stretch before “3,870m” in which a sign or code of money is looked for",
        "by hand: “US$” and a hedge",
    )
    scale_after_brackets: int = define_threshold(
        16,
        "characters",
        "stretch after “$(4.7)” that holds its scale",
        "limit: cost; “ million” and longer scales fit in",
    )
    sum_scale: float = define_threshold(
        1e6,
        "number",
        "scale from which a number without a noun after it may be a sum",
        "by hand: “up from 1.31 billion”; smaller numbers count things",
    )
    compared_sums_distance: int = define_threshold(
        120,
        "characters",
        "distance between two sums of which the second has no currency",
        "by hand: within a sentence",
    )
    words_after: int = define_threshold(
        40,
        "characters",
        "stretch after “a mile” or “5%” in which words show that it is measured or a change",
        "limit: cost; longer than three words and than the longest such phrase",
    )
    ratio_whole: int = define_threshold(
        100_000, "number", "largest whole of “one in …”", "by hand: risks of rare diseases"
    )
    tolerance_distance: int = define_threshold(
        60,
        "characters",
        "distance from the beginning of a number to the sign of its tolerance",
        "limit: cost; longer than any number with its unit",
    )
    range_context: int = define_threshold(
        24,
        "characters",
        "stretch before “from 5 to 12” in which a verb of ranging or a plural is looked for",
        "by hand: “ranging anywhere ”",
    )
    change_context: int = define_threshold(
        120,
        "characters",
        "stretch before “from 5 to 12” in which a word of change makes it two levels",
        "by hand: about the length of a clause with its subject",
    )
    smallest_more_than: int = define_threshold(
        30,
        "number",
        "number from which “over” means “more than” even before innings, and “north of” before a number",
        "by hand: “over 12 rounds” lasts as long, “north of 600” is more",
    )
    side_ratio: int = define_threshold(
        10,
        "times",
        "how many times as long as the other side a side may be",
        "by hand: “3 x 4 m” has sides, “4 x 100m” is a relay",
    )
    currency_code_length: int = define_threshold(
        5, "characters", "longest sign or code of money in letters", "by hand: “US$”, “KShs.”"
    )


THRESHOLDS = FigureThresholds()
"""The table in use."""
