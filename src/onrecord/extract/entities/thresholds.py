"""Thresholds of entities: how far names reach, how much evidence settles their type, how their forms are joined."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.thresholds import define_threshold


@dataclass(frozen=True, slots=True)
class EntityThresholds:
    """Bounds of the rules that find, type and join names."""

    compared_names: int = define_threshold(
        200,
        "names",
        "of how many names of a page that share a word, or people with roles, it is asked which one a short form or a role means",
        "limit: more of them are a list, and what may mean so many means none for sure",
    )

    # Where names begin and end.
    boundary_score: float = define_threshold(
        0.9,
        "score of a tagger",
        "from which a tagger's own boundaries win over those of name patterns",
        "measured: of 10 such boundaries in dev parts 8 were right",
    )
    landform_name_words: int = define_threshold(
        3,
        "tokens",
        "capitalised words before the noun of a landform",
        "by hand: “the Upper Sule river”",
    )
    title_words: int = define_threshold(
        9,
        "tokens",
        "longest title of a work between quotation marks",
        "limit: a longer stretch is a quotation",
    )
    title_introducer_words: int = define_threshold(
        2,
        "tokens",
        "words between a work's noun and its title",
        "by hand: “the song, called “Night Harbour””",
    )
    person_name_tokens: int = define_threshold(
        7,
        "tokens",
        "longest person's name before “of” and a place",
        "by hand: initials and particles count as tokens",
    )
    position_letters: int = define_threshold(
        4,
        "characters",
        "longest abbreviation of a position before a person's name",
        "by hand: “QB Dan Hale”",
    )
    product_name_words: int = define_threshold(
        3,
        "tokens",
        "capitalised words before a number, or after a firm's name, that may be a product's",
        "by hand: “Wi-Fi Range Extender 300”",
    )
    ship_name_words: int = define_threshold(
        4, "tokens", "capitalised words after a ship's prefix", "by hand: “HMS Prince of Wales”"
    )
    weapon_name_words: int = define_threshold(
        2,
        "tokens",
        "capitalised words before a weapon's noun that may be its name",
        "by hand: “a Javelin missile”",
    )
    apposed_role_words: int = define_threshold(
        9,
        "tokens",
        "after a name's comma among which the role is",
        "limit: a longer phrase is seldom one role",
    )
    role_modifiers: int = define_threshold(
        4,
        "tokens",
        "of a role before its head",
        "by hand: more are not the role's (“the two-day virtual conference defence ministers”)",
    )
    acronym_letters: int = define_threshold(
        4,
        "characters",
        "longest word in capitals that may modify a role",
        "by hand: “NATO minister”, not “BREAKING minister”",
    )
    phrase_words: int = define_threshold(
        7,
        "tokens",
        "among which the head of the phrase after a name is",
        "limit: a longer phrase is another one",
    )
    person_context_weight: float = define_threshold(
        0.5,
        "weight of features",
        "above which the words around a name speak for a person",
        "by hand: a preposition (“by”, “with”) is not enough",
    )

    # What settles a type. Weights are on the scale of `features/weights.json`: 1 is about one reading of the tagger.
    comma_list_names: int = define_threshold(
        4, "names", "that commas alone make a coordination", "by hand: “Ann Hale, Oslo” is none"
    )
    frequent_mentions: int = define_threshold(
        3,
        "mentions",
        "from which the tagger's readings weigh more",
        "by hand: several readings make up for errors",
    )
    frequent_factor: float = define_threshold(
        1.5,
        "factor",
        "by which the tagger's readings of a frequent name weigh more",
        "by hand: half as much again",
    )
    reading_weight: float = define_threshold(
        1.5,
        "weight of features",
        "of all readings of one name together, by their shares",
        "by hand: two clear features outweigh them",
    )
    score_weight: float = define_threshold(
        5.0,
        "weight of features",
        "of all scores of one name together, by their means",
        "by hand: a sure score outweighs any one feature",
    )
    sure_score: float = define_threshold(
        0.8,
        "score of a tagger",
        "from which a scored person needs no other evidence",
        "by hand: what the model `accurate` is sure of (docs/explain/entities.md)",
    )
    sure_readings: int = define_threshold(
        3,
        "mentions",
        "all read as no person, against which a surname on the page is no evidence",
        "by hand: “Hale” and the firm Hale",
    )
    sure_weight: float = define_threshold(
        1.5,
        "weight of features",
        "from which a name gives its type to the names it is coordinated with, or keeps it against a rule",
        "by hand: as much as the tagger's readings of one name",
    )
    leaning_weight: float = define_threshold(
        1,
        "weight of features",
        "for another type that outweighs a tagger's lone person",
        "by hand: about one reading of the tagger",
    )
    clear_person_weight: float = define_threshold(
        2.5,
        "weight of features",
        "for a person that a demonym on the page (“Kestrian”) does not outweigh",
        "by hand: a title, or two weaker features",
    )
    listed_surname_weight: float = define_threshold(
        0.9,
        "weight of features",
        "up to which a person's lone name may be a common word",
        "by hand: just above that of a surname on the lists alone",
    )
    common_word_weight: float = define_threshold(
        0.5,
        "weight of features",
        "below which a lone common word names nothing",
        "by hand: half the weight that makes another type",
    )
    explained_features: int = define_threshold(
        6, "features", "named in the explanation of a type", "limit: a line that a person reads"
    )
    long_page_tokens: int = define_threshold(
        200,
        "tokens",
        "above which a page names people in full or by what they do",
        "by hand: of 32 lone names in the short texts of dev parts 14 were people (docs/explain/entities.md)",
    )

    # Which names mean the same thing.
    age_digits: int = define_threshold(
        2,
        "digits",
        "of a number after a name and a comma that is an age",
        "by hand: a year has four",
    )
    hyphenated_half_letters: int = define_threshold(
        6,
        "letters",
        "of the second half of a hyphenated given name, in lower case",
        "by hand: syllables of Korean and Chinese names have at most six",
    )
    syllable_letters: int = define_threshold(
        3,
        "letters",
        "of a word up to which lists of English words say nothing about a name's syllable",
        "by hand: “su”, “ho” and “na” are on the lists",
    )
    firm_context_chars: int = define_threshold(
        40,
        "characters",
        "before two surnames in which a noun of firms may stand",
        "limit: “shareholders of the retailer ” takes 30",
    )
    family_word_letters: int = define_threshold(
        5,
        "letters",
        "of an English word that may be a family name before a hyphenated given name",
        "by hand: “Young Su-min”, but “Welcome Daehak-ro”",
    )
    hyphenated_name_letters: int = define_threshold(
        7,
        "letters",
        "of a family name, or the first half of a given name, before a hyphen and a half in lower case",
        "by hand: a syllable, or two",
    )
    posting_words: int = define_threshold(
        5,
        "words",
        "before “on” and a platform's name among which what is posted is looked for",
        "by hand: “shared the clip of the fire on”",
    )
    pattern_votes: int = define_threshold(
        3,
        "votes",
        "of a name by its own words on the type of its cluster",
        "by hand: surer than a tagger",
    )
    listed_votes: int = define_threshold(
        4, "votes", "of a listed name on the type of its cluster", "by hand: the surest"
    )
    titled_votes: int = define_threshold(
        3,
        "votes",
        "of a name after a title on the type of its cluster",
        "by hand: surer than a tagger",
    )
    parsed_votes: int = define_threshold(
        2,
        "votes",
        "of a tagger's name on the type of its cluster",
        "by hand: two of them are as much as one listed name",
    )
    ambiguous_votes: int = define_threshold(
        1,
        "votes",
        "of an ambiguous listed name on the type of its cluster",
        "by hand: the least sure",
    )
    outcome_words: int = define_threshold(
        3,
        "tokens",
        "before “over” or “to” among which a game's outcome is",
        "by hand: “a 2-1 win over Norwick”",
    )


THRESHOLDS = EntityThresholds()
"""The table in use."""
