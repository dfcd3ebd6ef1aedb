"""Thresholds of linking: how near in time, size and words two records or pages must be to be linked."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.thresholds import define_threshold


@dataclass(frozen=True, slots=True)
class LinkThresholds:
    """Bounds of the rules that link records and pages, in the order of the folders of `onrecord.link`."""

    feature_value_chars: int = define_threshold(
        160, "characters", "longest value a feature shows", "limit: the size of a link's row"
    )
    title_lookback: int = define_threshold(
        8,
        "characters",
        "how far before a full stop a title or initials are looked for",
        "limit: the longest abbreviation of the list is four letters",
    )
    sentence_chars: int = define_threshold(
        2_000,
        "characters",
        "a longer stretch without the end of a sentence is cut after a word",
        "limit: the words of a sentence are read for each record in it; of 12,198 sentences on 246 saved pages one is longer",
    )
    nearly_margin: float = define_threshold(
        0.1,
        "share of the value",
        'how far below "nearly 500" a value may be',
        "by hand: 450 to 500",
    )
    about_margin: float = define_threshold(
        0.05,
        "share of the value",
        'how far from "about 500" a value may be',
        "by hand: five per cent",
    )
    demonym_stem_letters: int = define_threshold(
        4,
        "letters",
        "shortest part of an adjective that may be a country's name",
        'by hand: "Orlandian" is Orland\'s; a shorter part is found in ordinary words',
    )
    power_name_words: int = define_threshold(
        12,
        "words",
        "longest name of a country or body that is looked up",
        "limit: a page in capitals alone is one run of thousands of words",
    )
    registered_name_words: int = define_threshold(
        2,
        "words",
        "of so many first words at least a company's registered name has a short form",
        "by hand: one word alone is the name of many",
    )
    acronym_shortest: int = define_threshold(
        2, "letters", "shortest acronym of a name", 'by hand: "UN", "EU"'
    )
    acronym_longest: int = define_threshold(
        6, "letters", "longest acronym of a name", 'by hand: "UNAMID"'
    )
    acronym_name_words: int = define_threshold(
        7,
        "words",
        "longest name that an acronym is made of",
        'by hand: "UN Office on Drugs and Crime" has six',
    )
    page_containment: float = define_threshold(
        0.3,
        "share of the shorter page's shingles",
        "containment from which a page counts as a copy",
        "measured: on the example story two reports of one event in their own words share under 0.05, "
        "its cut and its lengthened wire copies over 0.8",
    )
    reprint_containment: float = define_threshold(
        0.7,
        "share of the shorter page's shingles",
        "containment from which two pages of one outlet, or a short page, count as copies",
        "by hand: what one outlet prints twice below it is furniture",
    )
    short_page_shingles: int = define_threshold(
        60, "shingles", "below so many a page is short", "by hand: about two paragraphs"
    )
    least_shingles: int = define_threshold(
        20, "shingles", "fewer are too few to compare a page by", "by hand: about one sentence"
    )
    shingle_words: int = define_threshold(
        5, "words", "length of a shingle", "law: five-word shingles, Gibson, Wellner & Lubar (2008)"
    )
    shingle_sampling: int = define_threshold(
        4,
        "shingles to one looked up",
        "sampling of shingles by hash value when candidates are found; pairs are then compared in full",
        "limit: size of the look-up table",
    )
    paired_posting: int = define_threshold(
        12,
        "pages",
        "longest posting of which all pairs are compared; of a longer one neighbours only",
        "limit: keeps the pairs linear in the number of pages",
    )
    posting_neighbours: int = define_threshold(
        2,
        "pages",
        "how many next pages of a long posting a page is compared with",
        "limit: keeps the pairs linear in the number of pages",
    )
    furniture_articles: int = define_threshold(
        3,
        "articles of one outlet",
        "words printed in so many are its furniture",
        "by hand: footers and sign-up boxes",
    )
    unquoted_containment: float = define_threshold(
        0.05,
        "share of the shorter page's shingles",
        "least containment outside quotation marks: two reports of one speech share its words and are no copies",
        "by hand: a shared quote alone makes no copy",
    )
    rewrite_containment: float = define_threshold(
        0.08,
        "share of the shorter page's shingles",
        "containment from which a page may be rewritten from another; doubled where a day is not known",
        "measured: on the example story the rewritten release shares 0.19, no other pair 0.04",
    )
    rewrite_shingles: int = define_threshold(
        8,
        "shingles",
        "shared shingles outside quotation marks of a page rewritten from another",
        "by hand: more than one sentence by chance",
    )
    rewrite_days: int = define_threshold(
        7,
        "days",
        "how far apart a page and its rewriting are published",
        "by hand: a release is rewritten while it is news",
    )
    version_resemblance: float = define_threshold(
        0.4,
        "share of both pages' shingles",
        "resemblance from which two pages at one address are versions of one article",
        "by hand: an address that is used again for another article shares less",
    )
    story_gap_days: int = define_threshold(
        3,
        "days",
        "how far apart pages of one story may be published",
        "measured: with `story_cosine`, on 383 articles of 69 stories",
    )
    story_cosine: float = define_threshold(
        0.2,
        "cosine",
        "similarity of names, figures and headline words, weighted by rarity, from which two pages are of one story",
        "measured: on 383 articles of 69 stories no pair is wrong, 0.44 of the pairs within three days are found",
    )
    story_key_reach: int = define_threshold(
        30,
        "pages",
        "how many next pages, in order of time, a key is looked for in",
        "limit: a name on every page says nothing of the story",
    )
    story_shared_keys: int = define_threshold(
        3, "keys", "fewest shared keys of a candidate pair of pages", "limit: pairs to compare"
    )
    story_least_figure: int = define_threshold(
        10,
        "units",
        "smallest figure that is a key of its page",
        "by hand: smaller numbers are on every page",
    )
    story_shown_keys: int = define_threshold(
        6, "keys", "how many shared keys a link shows", "limit: length of a feature's value"
    )
    stem_prefix: int = define_threshold(
        5,
        "letters",
        "how many first letters of two stems must agree for triggers with the same beginning (“resign”, “resignation”)",
        "by hand: most derived nouns keep five letters of their verb",
    )
    page_vector_size: int = define_threshold(
        256,
        "numbers",
        "how long the vectors are by which the words of pages are compared",
        "by hand: long enough for the error of a product to be a few hundredths",
    )
    event_block: int = define_threshold(
        200,
        "events",
        "how many events with one key an event is compared with at most, the last before it",
        "limit: pairs to compare",
    )
    compared_events: int = define_threshold(
        40,
        "events",
        "how many earlier events an event is compared with, the most alike first",
        "limit: pairs to compare",
    )
    embedding_rows: int = define_threshold(
        1024,
        "events",
        "how many events' embeddings are compared with all earlier ones at once",
        "limit: memory",
    )
    near_cosine: float = define_threshold(
        0.4,
        "cosine",
        "how near the embeddings of two triggers must be for their events to be compared whatever their words",
        "by hand: with the other keys three in four pairs across pages of ECB+ that are one event are compared",
    )
    likeness_step: float = define_threshold(
        0.2,
        "cosine",
        "what each thing that two events share counts beside the cosine of their embeddings where the events to compare are chosen",
        "by hand: two shared names are as much as triggers of like meaning",
    )
    least_likeness: float = define_threshold(
        0.7,
        "cosine",
        "how alike two events must be by that rough measure to be compared",
        "measured: on 120 news pages half of the pairs fall below, and one in a thousand of those that are joined or kept as candidates",
    )
    near_days: int = define_threshold(
        2,
        "days",
        "how far apart the days of two events may be to count as near",
        "by hand: a report of the next day may give its own",
    )
    same_event_probability: float = define_threshold(
        0.84,
        "0–1",
        "how likely two events must be one to be joined",
        "measured: of 20 such pairs across pages of real news that a reader judged 18 were one; of 26 from 0.8 to 0.9 21, of 23 from 0.7 to 0.8 twelve",
    )
    mean_probability: float = define_threshold(
        0.6,
        "0–1",
        "how likely the compared pairs of two clusters of events must be on the mean for the clusters to be joined",
        "by hand: more likely than not",
    )
    candidate_event_probability: float = define_threshold(
        0.6,
        "0–1",
        "how likely two events must be one for the pair to be kept for a person to check",
        "measured: half of the pairs from here on that a reader judged were one",
    )
    candidate_mean_probability: float = define_threshold(
        0.4,
        "0–1",
        "how likely the compared pairs of two clusters must be on the mean for their pair to be kept for a person to check",
        "by hand: below `mean_probability`",
    )
    compared_share: float = define_threshold(
        0.3,
        "share of pairs",
        "how many pairs of two clusters of events must have been compared for the clusters to be joined",
        "by hand: fewer say nothing of the clusters",
    )
    compared_pairs: int = define_threshold(
        20,
        "pairs",
        "how many compared pairs of two clusters are enough whatever their share",
        "by hand: half of what an event is compared with",
    )
    link_reasons: int = define_threshold(
        6,
        "features",
        "how many features a link between events keeps, the heaviest that speak for it",
        "by hand: what a person reads",
    )
    least_counted: int = define_threshold(
        5,
        "things",
        "smallest bare number that is compared across pages",
        'by hand: "two camps" on two pages need not be the same two',
    )
    change_lookahead: int = define_threshold(
        6,
        "characters",
        'how far after a figure\'s noun "more" is looked for',
        'by hand: "80 troops more"',
    )
    count_gap_days: int = define_threshold(
        7, "days", "counts of one thing so near in time are of the same time", "by hand: a week"
    )
    incident_days: int = define_threshold(
        14,
        "days",
        "how long the count of the dead and hurt of one incident changes; a later one is of another incident",
        "by hand: tolls settle within two weeks",
    )
    competing_factor: float = define_threshold(
        3.0,
        "times the smaller value",
        "values of one time further apart count different things, whatever their words",
        "by hand: 11,000 and 9,400 trained soldiers compete, 11,000 and 900 do not",
    )
    growth_factor: float = define_threshold(
        25.0,
        "times the smaller value",
        "values of different times further apart count different things, whatever their words",
        "by hand: a mission may grow from 300 to 5,000",
    )
    least_competing: int = define_threshold(
        10,
        "things",
        "smallest value that has a competing count",
        "by hand: small numbers stand side by side everywhere",
    )
    figure_block_reach: int = define_threshold(
        12,
        "figures",
        "how many next figures of a block a figure is compared with",
        "limit: pairs to compare",
    )
    frame_words: int = define_threshold(
        6,
        "words",
        "shortest sentence, without its figure, that is known again in a later version",
        "by hand: a shorter one may be any sentence",
    )
    act_stem_letters: int = define_threshold(
        4,
        "letters",
        "how many first letters of the act promised and of a verdict's verb must agree to be one act (“withdraw”, “withdrew”)",
        "by hand: past forms keep their first letters",
    )
    verdict_share: float = define_threshold(
        0.4,
        "share of the weight of a promise's words",
        "what the paragraph of a verdict must hold of the promise's content",
        'by hand: "the lighthouse promised for Skerry Point was never built" passes, another lighthouse does not',
    )
    verdict_rest_share: float = define_threshold(
        0.6,
        "share of a promise's words",
        'what the paragraphs before "the promise was kept" must hold of the promise\'s content',
        "by hand: nearly all, where the sentence itself names nothing",
    )
    verdict_rest_words: int = define_threshold(
        3,
        "words",
        'least words of a promise\'s content in the paragraphs before "the promise was kept"',
        "by hand: two words in common may be chance",
    )
    verdict_paragraphs: int = define_threshold(
        2,
        "paragraphs",
        'how many before its own a short verdict ("The promise was kept") may refer to',
        "by hand: the promise is named right before",
    )
    verdict_chars: int = define_threshold(
        2_000,
        "characters",
        "how much of its own paragraph on either side of a verdict, and of those before, is read",
        "limit: the words are read for each verdict; paragraphs of reports are shorter",
    )
    negation_words: int = define_threshold(
        4,
        "words",
        "how far before a verdict a negation is looked for",
        'by hand: "has not yet been cancelled"',
    )
    promises_per_head: int = define_threshold(
        100,
        "promises",
        "how many of the latest promises with one head noun a verdict is compared with",
        "limit: the work must not grow with their square",
    )
    outcomes_per_promise: int = define_threshold(
        12,
        "outcomes",
        "how many outcomes of one promise are kept",
        "limit: size of a commitment's row",
    )
    retold_days: int = define_threshold(
        14, "days", "how soon a promise may be repeated without its number", "by hand: two weeks"
    )
    same_promise_share: float = define_threshold(
        0.4,
        "share of the shorter promise's words",
        "shared words of two promises with the same verb",
        "by hand: head noun and verb agree already",
    )
    same_promise_share_other_verb: float = define_threshold(
        0.6,
        "share of the shorter promise's words",
        "shared words of two promises with different verbs",
        "by hand: more than with the same verb, which is evidence of its own",
    )
    least_promised_number: int = define_threshold(
        5,
        "things",
        "smallest number that distinguishes promises",
        "by hand: smaller ones are in every paragraph",
    )
    stem_weight_floor: float = define_threshold(
        0.3,
        "logarithm of families per family",
        "added to the weight of every stem",
        "by hand: a stem on every page still counts",
    )
    renaming_gap: int = define_threshold(
        60,
        "characters",
        'longest distance between an undertaking and the name given to it ("…, known as Operation Heron")',
        "by hand: an apposition",
    )
    bare_mention_gap: int = define_threshold(
        600,
        "characters",
        'how far before "the mission" the mission it refers to may stand, where the page has several',
        "by hand: about three paragraphs",
    )
    undertaking_block: int = define_threshold(
        200,
        "undertakings",
        "of a lead, or a last word of names, that more have, no short form is joined to a longer",
        "limit: pairs to compare; a short form that may mean so many means none",
    )
    opening_paragraphs: int = define_threshold(
        4,
        "paragraphs",
        "how many, headline and standfirst with them, show what a page is about",
        "by hand: the lead of a report",
    )
    cell_chars: int = define_threshold(
        160, "characters", "longest words of a card's cell", "limit: the size of a card"
    )
    power_offset: int = define_threshold(
        4,
        "characters",
        "where in an actor's words the name of a country that acts begins at the latest",
        'by hand: "the French officers", not "an officer of France"',
    )


THRESHOLDS = LinkThresholds()
"""The table in use."""
