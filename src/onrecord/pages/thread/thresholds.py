"""Thresholds of threads in markup: how long, how many, how far and how much, for rules that find and read comments.

In: nothing. Out: `THRESHOLDS`. Out of scope: threads in flattened text (`pages.flat.thresholds`).
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.thresholds import define_threshold


@dataclass(frozen=True, slots=True)
class ThreadThresholds:
    """Bounds of the rules that find a thread in markup and read its comments."""

    # --- finding the thread ------------------------------------------------------------------------

    clearly_more: float = define_threshold(
        1.5,
        "times as many comments",
        "what a more general way must find to be believed over a more specific one",
        "by hand: a general name also fits parts of comments that a specific one finds once each",
    )
    most_link_share: float = define_threshold(
        0.5,
        "share of characters",
        "links among the words of comments, beyond which they are a list of titles",
        "by hand: titles of opinion pieces are called comments, too; lists of articles are mostly links",
    )
    most_nested: int = define_threshold(
        50,
        "comments",
        "how deep comments may stand in one another",
        "limit: each is read with all that is in it, which takes too long where comments were never closed",
    )
    pingback_levels: int = define_threshold(
        4,
        "elements",
        "how many elements, from the comment's upwards, may be named for pingbacks",
        "by hand: a list of pingbacks stands right around them, a page's wrapper is named for other things",
    )
    dated_comments: float = define_threshold(
        0.8,
        "share of comments",
        "comments with a time in dated lists, from which lists without times are links from elsewhere",
        "by hand: in nearly all threads either all comments show a time or none does",
    )
    common_share: float = define_threshold(
        0.6,
        "share of comments",
        "comments that must have a part for it to belong to the thread's template: author, label, text",
        "by hand: some comments lack a part, and other parts stand on a few",
    )

    # --- one comment -------------------------------------------------------------------------------

    longest_header: int = define_threshold(
        150,
        "characters",
        "longest element of who and when that holds nothing else",
        "by hand: longer ones hold the comment's words as well",
    )
    longest_member_panel: int = define_threshold(
        100,
        "characters",
        "longest element around an author's name that shows what forums know of members: rank, number of posts",
        "by hand: longer ones hold the comment's words as well",
    )
    header_levels: int = define_threshold(
        3,
        "elements",
        "how many elements above an author's may be its line or panel",
        "by hand: name, link, line and header are nested so deep in common systems",
    )
    longest_author_line: int = define_threshold(
        120,
        "characters",
        "longest line that says who wrote, and maybe when",
        'by hand: a full name, a full date and time, and words like "submitted by" fit',
    )
    longest_author: int = define_threshold(
        60,
        "characters",
        "longest name of an author where markup names one",
        "by hand: a full name with titles fits",
    )
    longest_name: int = define_threshold(
        50,
        "characters",
        "longest name where nothing but its position says that it is one",
        "by hand: shorter than where markup names the author",
    )
    most_name_words: int = define_threshold(
        6,
        "words",
        "most words of a name that nothing but its position marks",
        "by hand: a full name with a title and particles fits",
    )
    form_levels: int = define_threshold(
        6,
        "elements",
        "how many elements, from the author's upwards, may be a form, in which no author is looked for",
        "by hand: fields of a form are nested so deep",
    )
    longest_vote_count: int = define_threshold(
        12,
        "characters",
        "longest count of votes, separators among its digits",
        "limit: longer ones are ids",
    )
    longest_timestamp: int = define_threshold(
        60,
        "characters",
        "longest day or age with nothing else on its line",
        "by hand: weekday, date, time and zone in full fit",
    )
    most_age_words: int = define_threshold(
        6,
        "words",
        "most words of an age with nothing else on its line",
        'by hand: "over 3 years and 2 months ago" is one more',
    )
    longest_time_element: int = define_threshold(
        100,
        "characters",
        "longest element that states when, other words of its line among them",
        "by hand: longer ones hold the comment's words as well",
    )
    epoch_seconds_digits: int = define_threshold(
        10,
        "digits",
        "digits of a time in seconds since 1970",
        "law: POSIX time has ten digits from 2001 to 2286",
    )
    epoch_milliseconds_digits: int = define_threshold(
        13,
        "digits",
        "digits of a time in milliseconds since 1970",
        "law: three digits more than in seconds",
    )
    longest_membership_label: int = define_threshold(
        40,
        "characters",
        "longest words before a day that say that it is one of joining",
        'by hand: "Member since" and its like',
    )
    longest_time_run: int = define_threshold(
        80,
        "characters",
        "longest words around a comment's own that may be its time",
        'by hand: a date and time with words like "posted on" fit',
    )
    longest_leading_line: int = define_threshold(
        50,
        "characters",
        "longest words at a comment's beginning that may be its time",
        "by hand: longer ones are its first sentence",
    )
    title_levels: int = define_threshold(
        3,
        "elements",
        "how many elements, from that of a comment's first words upwards, may be its title",
        "by hand: a link or emphasis within the heading is passed",
    )
    larger_text: float = define_threshold(
        4,
        "times as many characters",
        "what a later element named for a text must hold to be the comment's instead of the first",
        'by hand: "From:" and its like are named for a text as well',
    )

    # --- notices and controls ----------------------------------------------------------------------

    shortest_removal_notice: int = define_threshold(
        7,
        "characters",
        "shortest words that say that a comment was removed",
        'by hand: "removed" and "deleted" have seven letters',
    )
    longest_removal_notice: int = define_threshold(
        260,
        "characters",
        "longest words that say that a comment was removed, with by whom and why",
        "limit: bounds what the pattern is matched against",
    )
    longest_awaiting_notice: int = define_threshold(
        100,
        "characters",
        "longest block that says that a comment awaits moderation",
        "by hand: longer ones speak of moderation",
    )
    longest_quote_introduction: int = define_threshold(
        100,
        "characters",
        "longest line before a quotation that says who wrote it",
        'by hand: a name, a date and "wrote:" fit',
    )

    # --- parents -----------------------------------------------------------------------------------

    reply_list_levels: int = define_threshold(
        5,
        "elements",
        "how many elements above a comment's may be the list of replies it stands in",
        "by hand: item, list and wrapper of a reply are nested so deep",
    )
    wrapper_levels: int = define_threshold(
        3,
        "elements",
        "how many elements above a comment's may be its own wrapper",
        "by hand: replies' wrappers stand in it",
    )
    depth_levels: int = define_threshold(
        3,
        "elements",
        "how many elements, from the comment's upwards, may state its depth",
        "by hand: item and wrappers",
    )
    depth_elements: int = define_threshold(
        11,
        "elements",
        "how many elements at the beginning of a comment may state its depth",
        "by hand: spacers and levels stand before the header",
    )

    # --- data for machines -------------------------------------------------------------------------

    deepest_json: int = define_threshold(
        40,
        "levels",
        "how deep comments are looked for in JSON-LD",
        "limit: bounds recursion on hostile data",
    )
    text_key: int = define_threshold(
        120,
        "letters and digits",
        "beginning that two texts must share to be the same comment's",
        "by hand: replies may quote a whole sentence",
    )
    shortest_text_key: int = define_threshold(
        8,
        "letters and digits",
        "beginning of a text by which its element is looked for",
        "by hand: shorter ones recur on a page",
    )
    same_text: float = define_threshold(
        0.9,
        "share of the longer text",
        "how long the shorter of two texts must be for both to be the same",
        "by hand: systems add or leave out words at the end",
    )

    # --- stated count ------------------------------------------------------------------------------

    stated_count_header: int = define_threshold(
        200,
        "characters",
        "how far before a comment's words its author may be named",
        "by hand: what forums show of a member fits",
    )
    stated_count_distance: int = define_threshold(
        3_000,
        "characters",
        "how far from the thread its count may stand",
        "by hand: a form and its rules fit between them",
    )

    # --- furniture ---------------------------------------------------------------------------------

    fewest_recurring: int = define_threshold(
        3,
        "comments",
        "fewest comments that show what recurs on all",
        "by hand: what stands on two may be theirs",
    )
    few_different: float = define_threshold(
        0.5,
        "share of comments",
        "most different words in one position, for it to be furniture",
        "by hand: ranks and labels are few, words of comments all differ",
    )
    same_words_share: float = define_threshold(
        0.5,
        "share of comments",
        "comments with the same words in one position, from which these are furniture",
        "by hand: two readers who write the same are few on a thread",
    )
    longest_furniture: int = define_threshold(
        60,
        "characters",
        "longest block that recurs on comments and is none of their words",
        "by hand: labels, ranks and buttons fit",
    )
    shortest_signature: int = define_threshold(
        15,
        "characters",
        "shortest words that two posts of one author both end with",
        "by hand: shorter ones are greetings",
    )

    # --- repeated blocks ---------------------------------------------------------------------------

    nearly_all_share: float = define_threshold(
        0.85,
        "share of blocks",
        "blocks that must have what all should",
        "by hand: saved pages lack a part here and there",
    )
    evidence_share: float = define_threshold(
        0.5,
        "share of blocks",
        "blocks that show a piece of evidence of readers, from which it counts",
        "by hand: most, as a part of a thread may be shown in another way",
    )
    titled_share: float = define_threshold(
        0.5,
        "share of blocks",
        "blocks with a linked title of their own, beyond which they are a list of articles",
        "by hand: some comments have a title, and a link in their words",
    )
    text_below_day: float = define_threshold(
        0.5,
        "share of characters",
        "words below their day, among all words of blocks, from which what stands above is a header",
        "by hand: otherwise the words stand above the day",
    )
    undated_evidence: int = define_threshold(
        2,
        "pieces of evidence",
        "how much evidence of readers blocks need that show no day",
        "by hand: one more than for blocks with days",
    )
    shortest_median_text: int = define_threshold(
        12,
        "characters",
        "least median length of the words of blocks",
        "by hand: shorter ones are labels",
    )
    shortest_headline: int = define_threshold(
        12,
        "characters",
        "longest linked heading that is no article's; without a heading, twice that",
        "by hand: names and numbers are shorter",
    )
    longest_time_block: int = define_threshold(
        160,
        "characters",
        "longest block that states a day or an age",
        "by hand: name, rank and day on one line fit",
    )
    longest_numeric_date: int = define_threshold(
        30,
        "characters",
        "longest date of numbers with its hour",
        'by hand: "03/04/2016, 10:04:33 PM" fits',
    )
    shortest_time: int = define_threshold(
        6,
        "characters",
        "shortest words within a block that may be a day alone",
        'by hand: "3.5.16"',
    )
    fewest_alike_times: int = define_threshold(
        2,
        "elements",
        "fewest elements of one shape with a day that may belong to comments",
        "law: arithmetic, one repeats nothing",
    )
    most_time_groups: int = define_threshold(
        8,
        "groups",
        "how many groups of elements with days are tried",
        "limit: each is read in several ways",
    )
    most_of_page: float = define_threshold(
        0.5,
        "share of unlinked characters",
        "what an element named for a sidebar holds, from which it is the page's content",
        "by hand: wrappers are named for what they have at their side",
    )
    fewest_alike_members: int = define_threshold(
        3,
        "elements",
        "fewest elements of one shape that name members of a thread",
        "by hand: without days, two may be anything",
    )
    most_member_groups: int = define_threshold(
        4,
        "groups",
        "how many groups of elements with members are tried",
        "limit: each is read in several ways",
    )
    highest_block: int = define_threshold(
        14,
        "elements",
        "how far above its day or author a block may begin",
        "limit: bounds the shapes that are compared",
    )
    fewest_replies: int = define_threshold(
        2,
        "blocks",
        "fewest replies for an opening post of another shape to be looked for",
        "by hand: one reply has no shape of its own",
    )
    reader_levels: int = define_threshold(
        5,
        "elements",
        "how many elements, from the block upwards, may be named for what readers write in",
        "by hand: further up, sections are named for other things",
    )
    longest_member_detail: int = define_threshold(
        60,
        "characters",
        "longest block of what boards show of a member",
        'by hand: "Location" and its like with a value',
    )
    evidence_sample: int = define_threshold(
        60,
        "comments",
        "how many comments are looked through for evidence of readers",
        "limit: nested ones hold each other, and looking through all takes too long",
    )
    longest_post_number: int = define_threshold(
        7,
        "characters",
        "longest number of a post in its topic, with its sign",
        'by hand: "# 12345"',
    )

    # --- fields of repeated blocks -----------------------------------------------------------------

    least_text_share: float = define_threshold(
        0.25,
        "share of unlinked characters",
        "least that the elements of the words must hold of all blocks",
        "by hand: quotations and panels hold the rest",
    )
    whole_text: float = define_threshold(
        0.93,
        "share of characters",
        "what a smaller part must hold of the largest part's words to be taken instead",
        'by hand: lines like "edited by" stand in the larger one only',
    )
    fitting_names: float = define_threshold(
        0.8,
        "share of elements",
        "elements of a column that must read like names, or link to profiles",
        "by hand: some names are numbers or dates",
    )
    least_author_score: float = define_threshold(
        3.0,
        "points",
        "least score of a column of authors",
        "by hand: a column that is named for authors, on all and all different, has more",
    )
    author_base: float = define_threshold(
        1.0,
        "points",
        "for a column of words that read like names",
        "by hand: weighed against the other points",
    )
    author_named: float = define_threshold(
        2.0,
        "points",
        "for a column whose class is named for authors",
        "by hand: weighed against the other points",
    )
    author_profiles: float = define_threshold(
        2.0,
        "points",
        "for a column of links to profiles",
        "by hand: weighed against the other points",
    )
    author_tag: float = define_threshold(
        0.7,
        "points",
        "for a column whose tag sets off names",
        "by hand: weighed against the other points",
    )
    author_wordy: float = define_threshold(
        0.4,
        "points taken",
        "for a column of names of more than three words each",
        "by hand: weighed against the other points",
    )
    most_usual_name_words: int = define_threshold(
        3, "words", "most words of a name, on average over a column", "by hand: more are titles"
    )

    # --- authors by their position in the thread ---------------------------------------------------

    most_missing: float = define_threshold(
        0.25,
        "share of comments",
        "comments without an author, beyond which another position is looked for",
        "by hand: some comments have none",
    )
    position_named: float = define_threshold(
        1.6,
        "points",
        "for a position named for authors",
        "by hand: weighed against the other points",
    )
    position_profiles: float = define_threshold(
        1.6,
        "points",
        "for a position of links to profiles",
        "by hand: weighed against the other points",
    )
    position_explicit: float = define_threshold(
        1.4,
        "points",
        'for a position of lines like "by Ann"',
        "by hand: weighed against the other points",
    )
    position_tag: float = define_threshold(
        0.7,
        "points",
        "for a position whose tag sets off names",
        "by hand: weighed against the other points",
    )
    position_timed: float = define_threshold(
        1.0,
        "points",
        "for a position of lines that state who and when",
        "by hand: weighed against the other points",
    )
    position_headline: float = define_threshold(
        1.5,
        "points taken",
        "for a position named for titles",
        "by hand: weighed against the other points",
    )
    position_own_link: float = define_threshold(
        1.0,
        "points taken",
        "for a position of links to the comments themselves",
        "by hand: weighed against the other points",
    )
    position_split: float = define_threshold(
        0.4,
        "points taken",
        "for a position of which a part has an element to itself",
        "by hand: weighed against the other points",
    )
    position_numbers: float = define_threshold(
        2.0,
        "points taken",
        "for a position of words that begin with digits",
        "by hand: weighed against the other points",
    )
    position_wordy: float = define_threshold(
        0.6,
        "points taken",
        "for a position of names of more than three words each",
        "by hand: weighed against the other points",
    )
    position_loose: float = define_threshold(
        2.0,
        "points taken",
        "for lines of which a smaller part is the name alone",
        "by hand: weighed against the other points",
    )
    least_position_score: float = define_threshold(
        3.0,
        "points",
        "least score of a position of authors",
        "by hand: a named position that varies has more",
    )
    constant_bonus: float = define_threshold(
        0.5,
        "points",
        "how much less is needed where the authors found are all the same",
        "by hand: weighed against the other points",
    )
    better_position: float = define_threshold(
        0.1,
        "points",
        "how much better a position must be than the authors found",
        "by hand: ties keep what stands on each comment",
    )

    # --- caches ------------------------------------------------------------------------------------

    cached_labels: int = define_threshold(
        32_768,
        "answers",
        "how many answers about classes, ids and tags are kept",
        "limit: memory; names recur on all pages of a site",
    )
    cached_lines: int = define_threshold(
        4_096,
        "answers",
        "how many answers about lines of words are kept",
        "limit: memory; a line is asked about several times",
    )


THRESHOLDS = ThreadThresholds()
"""The table in use."""
