"""Thresholds of flattened pages: how long, how many and how far, for rules that find zones and comments by lines.

In: nothing. Out: `THRESHOLDS`. Out of scope: threads in markup (`pages.thread.thresholds`).
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.thresholds import define_threshold


@dataclass(frozen=True, slots=True)
class FlatThresholds:
    """Bounds of the rules that find zones and comments in flattened text."""

    # --- one line ----------------------------------------------------------------------------------

    longest_furniture: int = define_threshold(
        300,
        "characters",
        "longest line that may be anything but text",
        "limit: bounds what patterns are matched against; longer lines are paragraphs",
    )
    longest_controls: int = define_threshold(
        120,
        "characters",
        "longest line of controls alone",
        "by hand: a dozen controls with their separators fit",
    )
    most_control_words: int = define_threshold(
        12,
        "words",
        "most words of a line of controls",
        "by hand: more are sentences made of the same words",
    )
    furniture_sentence_words: int = define_threshold(
        7,
        "words",
        "fewest words of a line that begins as furniture does and is a sentence",
        "by hand: “More on this will follow …”",
    )
    longest_time_line: int = define_threshold(
        160,
        "characters",
        "longest line in which a time is looked for",
        "limit: bounds what patterns are matched against",
    )
    comment_count_chars: int = define_threshold(
        40,
        "characters",
        "how far into a line a count of comments is looked for",
        "by hand: the title of the article may stand after it",
    )
    prose_words: int = define_threshold(
        14,
        "words",
        "fewest words of a line that is running text however it ends",
        "by hand: menus and titles are shorter",
    )
    sentence_words: int = define_threshold(
        5,
        "words",
        "fewest words of a line that is running text because it ends as sentences do",
        "by hand: shorter ones are labels and exclamations",
    )
    sentence_end_chars: int = define_threshold(
        12,
        "characters",
        "how far from a line's end the end of a sentence is looked for",
        "limit: a stop with quotation marks and brackets after it fits",
    )
    written_share: float = define_threshold(
        0.6,
        "share of texts",
        "texts that read as something someone wrote, from which all are comments",
        "by hand: some comments are a word or a link",
    )

    # --- lines broken at a fixed width -------------------------------------------------------------

    narrowest_wrap: int = define_threshold(
        40,
        "characters",
        "least width of a text broken at a fixed width",
        "by hand: shorter lines are verses and lists",
    )
    widest_wrap: int = define_threshold(
        120,
        "characters",
        "greatest width of a text broken at a fixed width",
        "by hand: longer lines are paragraphs",
    )
    fewest_wrapped: int = define_threshold(
        4,
        "lines",
        "fewest adjoining lines by which a text may be broken at a fixed width",
        "by hand: fewer may be so by chance",
    )
    wrapped_share: float = define_threshold(
        0.9,
        "share of adjoining lines",
        "lines that are broken, from which the text is",
        "by hand: headings and last lines of paragraphs are not",
    )

    # --- names of commenters -----------------------------------------------------------------------

    most_alone_name_words: int = define_threshold(
        5,
        "words",
        "most words of a name that stands alone on its line",
        "by hand: a title, names and a particle fit",
    )
    most_name_words: int = define_threshold(
        7,
        "words",
        "most words of a name that something beside it confirms",
        "by hand: a name with a place or role fits",
    )
    longest_alone_name: int = define_threshold(
        40,
        "characters",
        "longest name that stands alone on its line",
        "by hand: as long as five words",
    )
    longest_name: int = define_threshold(
        60,
        "characters",
        "longest name that something beside it confirms",
        "by hand: as long as seven words",
    )
    last_name_code_point: int = define_threshold(
        0x2190,
        "code point",
        "last character that may stand in a name alone on its line",
        "law: Unicode's arrows, symbols and signs begin there",
    )

    # --- headers and comments ----------------------------------------------------------------------

    longest_header: int = define_threshold(
        140,
        "characters",
        "longest line that begins a comment's header",
        "by hand: a name, a date and words around them fit",
    )
    lines_to_time: int = define_threshold(
        4,
        "lines",
        "how far below a name its time may stand, badges between them",
        "by hand: themes show up to three badges or signs",
    )
    most_badge_lines: int = define_threshold(
        5,
        "lines",
        "most lines of badges, votes and controls after a header",
        "limit: longer runs are menus",
    )
    most_comment_lines: int = define_threshold(
        40,
        "lines",
        "how far from its header the controls or signature of a comment may stand",
        "limit: further away they are another's",
    )
    fewest_cut_words: int = define_threshold(
        6,
        "words",
        "fewest words of a line that may be cut short",
        "by hand: shorter ones are links alone",
    )
    longest_heading_words: int = define_threshold(
        8,
        "words",
        "longest line that looks like a heading or furniture and ends a comment",
        "by hand: longer ones are sentences of a comment",
    )

    # --- threads -----------------------------------------------------------------------------------

    frame_lines: int = define_threshold(
        14,
        "lines",
        "how many lines may stand between a thread's heading and its first comment",
        "by hand: a form and its rules fit",
    )
    fewest_under_bare_heading: int = define_threshold(
        5,
        "names",
        'fewest names over texts under a bare "Comments"',
        "by hand: it heads menus, too",
    )
    fewest_markers: int = define_threshold(
        3,
        "markers",
        "fewest markers that may separate comments",
        "by hand: two may be so by chance",
    )
    longest_marker_words: int = define_threshold(
        4, "words", "longest line that may be a marker", 'by hand: "Liked by" with two names'
    )
    spare_markers: int = define_threshold(
        2,
        "markers",
        "how many more markers there may be than comments are counted",
        "by hand: counts leave out comments that were added or removed",
    )
    marked_share: float = define_threshold(
        0.8,
        "share of markers",
        "markers that must have a comment each",
        "by hand: some comments are pictures",
    )

    # --- replies -----------------------------------------------------------------------------------

    shortest_quotation: int = define_threshold(
        5,
        "words",
        "shortest words between quotation marks that may be an earlier comment's",
        "by hand: shorter ones are sayings",
    )
    shortest_repeated_line: int = define_threshold(
        8,
        "words",
        "shortest line without quotation marks that may be an earlier comment's",
        "by hand: shorter ones are said twice by chance",
    )
    compared_comments: int = define_threshold(
        100,
        "comments",
        "of how many earlier comments that hold the first words of a quotation the rest is looked for",
        "limit: as many comments quote as are quoted",
    )
    shortest_quoted_line: int = define_threshold(
        4,
        "words",
        "shortest quotation that may be an earlier comment's at all",
        "by hand: shorter ones are titles",
    )

    # --- the article -------------------------------------------------------------------------------

    fewest_page_lines: int = define_threshold(
        30,
        "lines",
        "fewest lines of a page on which an article is looked for among menus",
        "by hand: shorter pages hold little else",
    )
    short_line_cost: float = define_threshold(
        6.0,
        "words",
        "what a short line costs the stretch it stands in",
        "by hand: about what a menu's line or a title of another article has",
    )
    quiet_line_cost: float = define_threshold(
        2.0,
        "words",
        "what a line of furniture costs the stretch it stands in",
        "by hand: dates and controls stand in articles, too",
    )
    most_line_words: float = define_threshold(
        60.0,
        "words",
        "what a line is worth at most",
        "by hand: a long paragraph; one line alone must not decide",
    )
    unfinished_line_divisor: float = define_threshold(
        3,
        "divisor",
        "by what the words of a line are divided that does not end as a sentence",
        "by hand: teasers are cut",
    )
    small_head_lines: int = define_threshold(
        8,
        "lines",
        "most lines of text before an article of which the first fitting one is the headline",
        "by hand: more are menus",
    )
    title_candidates: int = define_threshold(
        10,
        "lines",
        "how many lines before an article may be its headline, where menus stand above",
        "by hand: headline, standfirst, byline and captions fit",
    )
    lines_to_byline: int = define_threshold(
        3,
        "lines",
        "how far below a headline its byline may stand",
        "by hand: a standfirst and a caption fit between them",
    )
    usual_title_words: int = define_threshold(
        4,
        "words",
        "fewest words of a line that is preferred as the headline",
        "by hand: shorter ones name sections",
    )
    most_title_words: int = define_threshold(
        30, "words", "most words of a headline", "by hand: longer ones are paragraphs"
    )
    fewest_standfirst_words: int = define_threshold(
        5, "words", "fewest words of a standfirst", "by hand: shorter ones are labels"
    )
    most_standfirst_words: int = define_threshold(
        60, "words", "most words of a standfirst", "by hand: longer ones are paragraphs"
    )
    long_line_words: int = define_threshold(
        12,
        "words",
        "fewest words of a paragraph after a standfirst, or after a box",
        "by hand: teasers and captions are shorter",
    )
    fewest_caption_words: int = define_threshold(
        4,
        "words",
        "fewest words of a phrase without a verb that is a caption",
        "by hand: shorter ones are labels",
    )
    longest_caption_words: int = define_threshold(
        40,
        "words",
        "most words of a caption within the article",
        "by hand: longer ones are paragraphs that speak of a photo",
    )
    longest_byline: int = define_threshold(
        160,
        "characters",
        "longest line of byline and dates",
        "by hand: three authors with roles and two dates fit",
    )
    most_role_words: int = define_threshold(
        6,
        "words",
        "most words of a role in a byline",
        'by hand: "Associate Editor for Science and Health"',
    )
    most_person_words: int = define_threshold(
        5,
        "words",
        "most words of a person's name in a byline, or of a role on a line of its own",
        "by hand: names with particles fit",
    )

    # --- caches ------------------------------------------------------------------------------------

    cached_lines: int = define_threshold(
        4_096,
        "answers",
        "how many times found in lines are kept",
        "limit: memory; a line is asked about several times",
    )


THRESHOLDS = FlatThresholds()
"""The table in use."""
