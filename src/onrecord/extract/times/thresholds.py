"""Thresholds of times: the numbers that the rules for time expressions use, with unit, meaning and basis."""

from dataclasses import dataclass

from onrecord.thresholds import define_threshold


@dataclass(frozen=True, slots=True)
class TimeThresholds:
    """Bounds of the rules that find time expressions and compute their values."""

    # What rules look at.
    context_chars: int = define_threshold(
        40,
        "characters",
        "text before and after a match that a rule may look at",
        "limit: each match copies this much text; the longest phrases that patterns look for there fit",
    )
    required_word_chars: int = define_threshold(
        64,
        "characters",
        "from where a rule may start to a word without which it cannot match",
        "by hand: “a little more than twenty-five consecutive academic years”",
    )
    counted_noun_tokens: int = define_threshold(
        4,
        "tokens",
        "after a number in which the plural noun that it counts may stand",
        "by hand: “2000 more British soldiers”",
    )
    event_name_tokens: int = define_threshold(
        8,
        "tokens",
        "after “a week after” in which the noun phrase that names the event may end",
        "limit: a longer phrase is mostly a misparse",
    )
    hedge_chars: int = define_threshold(
        15,
        "characters",
        "text before a time in which its hedge may stand",
        "by hand: “approximately ” alone takes 14",
    )
    scene_preposition_chars: int = define_threshold(
        8,
        "characters",
        "text before a time in which “in the” may stand",
        "law: the length of “ in the ”",
    )
    speech_day_chars: int = define_threshold(
        70,
        "characters",
        "between a verb of speech and the day of speaking, and between that day and the quote",
        "by hand: “she told the inquiry in March 2004”",
    )
    head_depth: int = define_threshold(
        6,
        "heads",
        "tokens above a time expression among which its verb is looked for",
        "limit: verbs further up belong to other clauses",
    )
    cancelling_head_depth: int = define_threshold(
        3,
        "heads",
        "tokens above a plan among which a verb that cancels it is looked for",
        "limit: verbs further up belong to other clauses",
    )

    # Times before.
    antecedent_blocks: int = define_threshold(
        2,
        "blocks",
        "blocks after its own in which a time can be the antecedent of later ones",
        "by hand: news is often written a sentence a paragraph",
    )

    # Days, months and holidays without a year.
    nearest_months: int = define_threshold(
        2,
        "months",
        "how far ahead a month, or a day that modifies a noun, may be to be the nearest without a verb",
        "by hand: “the December debate”, “as early as June”",
    )
    far_months: int = define_threshold(
        6,
        "months",
        "from which on a day without a year is too far from publication for the present tense",
        "by hand: nobody leaves out the year of a day that far away",
    )
    past_tense_months: int = define_threshold(
        2,
        "months",
        "under which a day ahead is meant, even in the past tense, rather than one of the year before",
        "by hand: nobody leaves out the year of a day so long past",
    )
    holiday_months: int = define_threshold(
        2,
        "months",
        "a holiday ahead by less, whose last day is behind by more, is the one ahead, whatever the tense",
        "by hand: “Christmas” in November is the coming one",
    )
    holiday_span_years: int = define_threshold(
        4,
        "years",
        "years before and after publication in which a holiday's days are listed",
        "law: a US presidential election comes every four years, a federal one every two",
    )
    new_year_past_month: int = define_threshold(
        8,
        "month",
        "month of publication after which “the new year” is the next one, whatever the tense",
        "by hand: in autumn the new year is the coming one",
    )
    new_year_months: int = define_threshold(
        2,
        "month",
        "month of publication after which “the new year” is the next one, unless the verb is in the past",
        "by hand: in January and February the new year is the current one",
    )
    weekday_search_months: int = define_threshold(
        15,
        "months",
        "months searched for a day of the month that is a given weekday (Friday the 13th)",
        "law: the 13th is a Friday at least once in any 14 months",
    )

    # Years.
    first_recent_year: int = define_threshold(
        1900,
        "year",
        "first year that four digits can be by the words around them alone",
        "by hand: earlier numbers in news are mostly counts",
    )
    last_recent_year: int = define_threshold(
        2099,
        "year",
        "last year that four digits can be by the words around them alone",
        "by hand: later numbers in news are mostly counts",
    )
    short_year_pivot: int = define_threshold(
        40,
        "year",
        "two digits from which on a year after an apostrophe is of the 20th century ('74)",
        "by hand: news looks back further than ahead",
    )
    short_year_ahead_years: int = define_threshold(
        4,
        "years",
        "after publication, up to which a year after an apostrophe may be ahead (the '18 vote)",
        "by hand: next elections and games are named so, and not much further ahead",
    )
    slashed_year_pivot: int = define_threshold(
        70,
        "year",
        "two digits from which on the year of a date in digits is of the 20th century (03/02/74)",
        "by hand: about that of POSIX, which is 69",
    )
    year_range_years: int = define_threshold(
        150,
        "years",
        "length from which on two years joined by a dash are no range",
        "by hand: longer ranges are mostly codes and page numbers",
    )
    first_province_year: int = define_threshold(
        1800,
        "year",
        "year from which on “BC” is the Canadian province (“2019 BC election”)",
        "by hand: dates before Christ in news are rarely that early",
    )
    last_century: int = define_threshold(
        30,
        "century",
        "last century that a number before “century” can be",
        "by hand: later centuries are not in news",
    )

    # Lengths and distances.
    vague_offset_count: int = define_threshold(
        2000,
        "units",
        "count above which “… ago” states only that a time is past",
        "limit: such distances mostly leave the years that a value can state",
    )
    max_shift_count: int = define_threshold(
        10_000,
        "units",
        "largest count by which a value is shifted",
        "limit: years of values end at 9999",
    )
    short_format_count: float = define_threshold(
        1e5,
        "units",
        "count from which on a duration is written as a whole number",
        "law: Python's `g` format rounds to six digits and then writes exponents",
    )


THRESHOLDS = TimeThresholds()
"""The table in use."""
