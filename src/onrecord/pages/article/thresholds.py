"""Thresholds of the article: scores of blocks and elements, lengths of its parts, and where they are looked for.

"Width" is length in characters, those of scripts without spaces counted twice. The weights of `body` and
`body_element` were tuned by hand on the 181 pages of article-extraction-benchmark (`docs/explain/pages.md`).
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.thresholds import define_threshold

_TUNED = "by hand: tuned on 181 pages (bench bodies)"


@dataclass(frozen=True, slots=True)
class ArticleThresholds:
    """Bounds and weights of the rules that find an article and its parts."""

    # --- score of a block -------------------------------------------------------------------------
    max_heading_link_density: float = define_threshold(
        0.5, "share of characters in links", "headings with more links count as menus", _TUNED
    )
    linked_heading_score: float = define_threshold(
        -2.0, "score", "score of a heading that counts as a menu", _TUNED
    )
    max_text_link_density: float = define_threshold(
        0.6, "share of characters in links", "blocks with more links count against the body", _TUNED
    )
    max_link_penalty_width: int = define_threshold(
        150, "width", "width beyond which a block of links costs no more", _TUNED
    )
    link_penalty_divisor: int = define_threshold(
        2, "width per point", "width of a block of links that costs one point", _TUNED
    )
    min_text_width: int = define_threshold(
        40, "width", "shorter blocks count only if they end like a sentence", _TUNED
    )
    fragment_score: float = define_threshold(
        -3.0, "score", "score of a short block that is no sentence", _TUNED
    )
    max_scored_width: int = define_threshold(
        1200, "width", "width beyond which a block scores no more", _TUNED
    )
    comma_score: int = define_threshold(
        10, "score per comma", "what a comma adds to the score of a block", _TUNED
    )
    comma_window: int = define_threshold(
        1000, "characters", "beginning of a block in which commas are counted", _TUNED
    )
    list_item_factor: float = define_threshold(
        0.5, "factor", "what the score of a list item is multiplied by", _TUNED
    )
    max_aside_penalty_width: int = define_threshold(
        60, "width", "width beyond which a block beside the article costs no more", _TUNED
    )
    aside_penalty_divisor: int = define_threshold(
        3, "width per point", "width of a block beside the article that costs one point", _TUNED
    )
    max_aside_share: float = define_threshold(
        0.4,
        "share of the page's score",
        "what elements labelled as beside the article may hold and still be left out",
        _TUNED,
    )
    max_never_body_share: float = define_threshold(
        0.7,
        "share of the page's score",
        "what an element may hold whose label or tag never is the article's",
        "measured: pages of WCXB that were refused (bench page_kinds)",
    )
    # --- the body's element -----------------------------------------------------------------------
    inner_share: float = define_threshold(
        0.93,
        "share of the best element's score",
        "what an inner element must hold to be preferred: the outer one adds only teasers",
        _TUNED,
    )
    named_gain: float = define_threshold(
        1.2,
        "factor",
        "how much more an outer element labelled as the article must hold to be preferred",
        _TUNED,
    )
    body_label_factor: float = define_threshold(
        1.4, "factor", "what a label of an article's text multiplies an element's score by", _TUNED
    )
    likely_label_factor: float = define_threshold(
        1.1, "factor", "what a label often used for articles multiplies the score by", _TUNED
    )
    paragraph_tag_factor: float = define_threshold(
        0.8, "factor", "what the score of a paragraph, row or list is multiplied by", _TUNED
    )
    article_body_factor: float = define_threshold(
        1.5, "factor", "what microdata `articleBody` multiplies an element's score by", _TUNED
    )
    article_tag_factor: float = define_threshold(
        1.15, "factor", "what `<article>` and `<main>` multiply an element's score by", _TUNED
    )
    cached_labels: int = define_threshold(
        65_536,
        "labels",
        "labels whose meaning is cached; they are few, and the same on all pages of an outlet",
        "limit: memory of the caches",
    )
    # --- blocks kept in the body ------------------------------------------------------------------
    max_inner_aside_share: float = define_threshold(
        0.5,
        "share of the body's score",
        "what elements labelled as beside the article may hold and still be cut from it",
        _TUNED,
    )
    max_kept_link_density: float = define_threshold(
        0.7, "share of characters in links", "shorter blocks with more links are cut", _TUNED
    )
    min_kept_linked_width: int = define_threshold(
        300, "width", "blocks of this width are kept, however many links they have", _TUNED
    )
    max_linked_sentences: int = define_threshold(
        2,
        "blocks",
        "blocks beside each other that are links and yet the article's sentences",
        "by hand: more are a list of other pages",
    )
    min_linked_sentence_words: int = define_threshold(
        12,
        "words",
        "words of a linked block that is the article's",
        "by hand: headlines have fewer",
    )
    min_lower_case_share: float = define_threshold(
        0.5,
        "share of words",
        "words in lower case of a linked block that is the article's",
        "by hand: headlines may be capitalised",
    )
    max_credit_width: int = define_threshold(
        250, "width", "width of a block that a picture credit makes a caption", _TUNED
    )
    max_call_width: int = define_threshold(
        220, "width", "width of a line that is a call to action", _TUNED
    )
    max_date_line_width: int = define_threshold(
        80, "width", "a line in the body that only dates the page is narrower", _TUNED
    )
    teaser_ancestors: int = define_threshold(
        4, "elements", "elements around a block that are tested for being a teaser", _TUNED
    )
    max_teaser_blocks: int = define_threshold(
        5, "blocks", "blocks of an element that is a teaser of another page", _TUNED
    )
    min_teaser_link_density: float = define_threshold(
        0.8, "share of characters in links", "the heading of a teaser has more", _TUNED
    )
    max_teaser_share: float = define_threshold(
        0.25,
        "share of the body's score",
        "what elements headed by links may hold and still be pointers to other pages",
        "by hand: of entries of a review or a list they hold most",
    )
    max_mean_teaser_score: float = define_threshold(
        130.0,
        "score per block",
        "what blocks headed by links score at most in the mean, to be teasers",
        "by hand: teasers are a line or a date, entries are paragraphs",
    )
    min_edge_sentence_width: int = define_threshold(
        20, "width", "wider sentences may begin or end the body", _TUNED
    )
    min_edge_text_width: int = define_threshold(
        70, "width", "wider blocks may begin or end the body though they are no sentence", _TUNED
    )
    # --- listings ---------------------------------------------------------------------------------
    min_main_share: float = define_threshold(
        0.3,
        "share of the characters shown",
        "what an element marked as the page's main part holds more of",
        "by hand: some sites mark a banner so",
    )
    min_share_of_plain_text: float = define_threshold(
        0.3,
        "share of the text without links that the page's main part shows",
        "what an article's body holds at least, to be all of the main text",
        "by hand: other parts of a long text stand in elements of their own",
    )
    min_article_share: float = define_threshold(
        0.1,
        "share of what the page's main part shows",
        "what the body holds at least on a page that says that it is an article",
        "by hand: a short notice among teasers",
    )
    min_unstated_article_share: float = define_threshold(
        0.2,
        "share of what the page's main part shows",
        "what the body holds at least on any other page; with less it lists other pages",
        "by hand: an introduction over a list",
    )
    max_introduction_chars: int = define_threshold(
        3_000,
        "characters",
        "a body that is a small part of a page and yet as long is an article with a long list below it",
        "by hand: introductions over lists are shorter",
    )
    min_code_blocks: int = define_threshold(
        3,
        "blocks",
        "blocks of code on a page of documentation",
        "by hand: articles show one or two",
    )
    min_listing_link_share: float = define_threshold(
        0.2,
        "share of characters in links",
        "what a page that lists others has more of",
        "by hand: titles of entries are links",
    )
    min_paragraph_width: int = define_threshold(
        80, "width", "a paragraph of an article is wider", "by hand: one sentence"
    )
    min_article_paragraphs: int = define_threshold(
        2,
        "paragraphs",
        "paragraphs of an article, where nothing else says what a page is",
        "by hand: a notice",
    )
    min_hidden_factor: float = define_threshold(
        2.0,
        "factor",
        "how much more sentences a hidden element holds than all that is shown, to be what scripts show first",
        "by hand: dialogs and notices hold less than the text",
    )
    # --- headline ---------------------------------------------------------------------------------
    headline_reach: int = define_threshold(
        14,
        "blocks",
        "distance before the body in which its headline, byline and date are looked for",
        "by hand: menus and share buttons stand between headline and body",
    )
    min_title_part_length: int = define_threshold(
        12,
        "characters",
        "longer parts of the stated title are compared with headings",
        "by hand: shorter parts are names of sections and outlets",
    )
    title_length_share: float = define_threshold(
        0.9,
        "share of the stated title's letters",
        "length that a headline which is no heading has at least",
        "by hand: such a headline repeats the stated title",
    )
    title_length_slack: int = define_threshold(
        2,
        "characters",
        "what a headline that is no heading may lack beyond that share",
        "by hand: such a headline repeats the stated title",
    )
    max_headline_length: int = define_threshold(
        300, "characters", "length and width of a headline", "by hand: longer blocks are paragraphs"
    )
    min_headline_score: float = define_threshold(
        0.35,
        "score",
        "a headline's score is higher",
        "by hand: an h1, or a heading that shares a third of the stated title's words",
    )
    unmarked_headline_overlap: float = define_threshold(
        0.9,
        "share of words in common",
        "what a headline that is no heading shares with the stated title",
        "by hand: nothing else marks it",
    )
    h1_score: float = define_threshold(
        0.3, "score", "what `<h1>` adds to a headline's score", "by hand: weight among the scores"
    )
    heading_score: float = define_threshold(
        0.05, "score", "what any other tag adds to it", "by hand: weight among the scores"
    )
    near_heading_score: float = define_threshold(
        0.1, "score", "what standing near the body adds to it", "by hand: weight among the scores"
    )
    headline_label_score: float = define_threshold(
        0.2, "score", "what a label `headline` adds to it", "by hand: weight among the scores"
    )
    linked_headline_score: float = define_threshold(
        -0.3,
        "score",
        "what a heading that is a link adds to it, unless it repeats the title",
        "by hand: such headings are teasers of other pages",
    )
    max_headline_link_density: float = define_threshold(
        0.5, "share of characters in links", "a heading with more is a link", "by hand: half of it"
    )
    linked_headline_overlap: float = define_threshold(
        0.5,
        "share of words in common",
        "a linked heading that shares as much with the stated title is no teaser",
        "by hand: half of the words",
    )
    # --- other parts ------------------------------------------------------------------------------
    label_ancestors: int = define_threshold(
        3,
        "elements",
        "a block's element and those around it whose labels name a headline, byline, date or summary",
        "by hand: labels further out name larger parts of the page",
    )
    caption_ancestors: int = define_threshold(
        4,
        "elements",
        "a block's element and those around it whose labels name a caption",
        "by hand: captions are nested deeper in their figures",
    )
    max_part_link_density: float = define_threshold(
        0.9,
        "share of characters in links",
        "blocks with more are no part of an article, bylines aside",
        "by hand: authors' names are links",
    )
    max_caption_width: int = define_threshold(
        600,
        "width",
        "a block labelled as a caption is narrower",
        "by hand: long captions were seen",
    )
    max_byline_width: int = define_threshold(
        160, "width", "a byline that begins as one is narrower", "by hand: names, titles and a date"
    )
    max_labelled_byline_width: int = define_threshold(
        100,
        "width",
        "a byline known only by its label is narrower",
        "by hand: longer blocks there are biographies",
    )
    max_signed_byline_width: int = define_threshold(
        120, "width", "a first paragraph that is a byline is narrower", "by hand: names and titles"
    )
    max_labelled_dateline_width: int = define_threshold(
        120, "width", "a date line known by its label is narrower", "by hand: two dates and words"
    )
    max_dateline_width: int = define_threshold(
        60, "width", "a date line without a label is narrower", "by hand: a date and a time"
    )
    min_standfirst_width: int = define_threshold(
        40, "width", "a standfirst is wider", "by hand: shorter lines there are headings or labels"
    )
    max_standfirst_link_density: float = define_threshold(
        0.5,
        "share of characters in links",
        "a standfirst known by its label has fewer",
        "by hand: half of it",
    )
    max_heading_standfirst_link_density: float = define_threshold(
        0.3,
        "share of characters in links",
        "a standfirst that is a heading has fewer",
        "by hand: linked headings are teasers",
    )
    leading_blocks: int = define_threshold(
        3,
        "blocks",
        "first blocks of a body that may be its summary or byline",
        "by hand: summary, byline and text",
    )
    max_summary_blocks: int = define_threshold(
        2,
        "blocks",
        "blocks of an element labelled as a summary",
        "by hand: larger ones hold the text as well",
    )
    min_stated_summary_length: int = define_threshold(
        40,
        "characters",
        "a stated description that is longer is compared with the first paragraph",
        "by hand: shorter ones name the section or the outlet",
    )
    min_picture_text_width: int = define_threshold(
        15, "width", "text alone under a picture that is wider is a caption", "by hand: no labels"
    )
    max_picture_text_width: int = define_threshold(
        300, "width", "text alone under a picture that is narrower is a caption", "by hand: no text"
    )
    min_picture_text_words: int = define_threshold(
        4, "words", "words of a caption that only its picture marks", "by hand: fewer are labels"
    )
    max_picture_text_link_density: float = define_threshold(
        0.3,
        "share of characters in links",
        "a caption that only its picture marks has no more",
        "by hand: linked text under a picture is a teaser",
    )
    # --- metadata ---------------------------------------------------------------------------------
    max_json_ld_depth: int = define_threshold(
        12, "levels", "levels of JSON-LD that are searched", "limit: time on nested lists"
    )
    max_parts_of_site: int = define_threshold(
        3,
        "objects",
        "objects that one is part of, one in the other, up to the site",
        "by hand: article, page and site",
    )
    saving_note_chars: int = define_threshold(
        4_096,
        "characters",
        "beginning of a page in which the program that saved it says so",
        "by hand: such comments stand before the head or first in it",
    )
    min_author_length: int = define_threshold(
        2, "characters", "an author's name is longer", "by hand: initials alone are no name"
    )
    max_author_length: int = define_threshold(
        60, "characters", "an author's name is shorter", "by hand: longer text is a sentence"
    )
    max_author_words: int = define_threshold(
        6, "words", "words of an author's name", "by hand: more are a sentence"
    )
    min_linked_headline_words: int = define_threshold(
        5,
        "words",
        "words of a link that is another story's headline",
        "by hand: authors' names and sections have fewer",
    )
    min_site_name_length: int = define_threshold(
        3,
        "characters",
        "the name in an address that words are compared with has as many at least",
        "by hand: two letters are the initials of anything",
    )
    max_outlet_words: int = define_threshold(
        7, "words", "words of an outlet's name", "by hand: more are a headline or a slogan"
    )
    max_outlet_line_length: int = define_threshold(
        300,
        "characters",
        "length of a block in which an outlet is named",
        "by hand: longer is text",
    )
    outlet_head_blocks: int = define_threshold(
        3,
        "blocks",
        "first blocks of a page that may name its outlet; a brand element holds fewer",
        "by hand: the head of a site",
    )
    # --- dates on show ----------------------------------------------------------------------------
    blocks_above_headline: int = define_threshold(
        3,
        "blocks",
        "blocks above the headline in which the page's date is looked for",
        "by hand: section, date and share buttons",
    )
    time_blocks_below_start: int = define_threshold(
        3,
        "blocks",
        "blocks below the body's first in which a `<time>` is looked for",
        "by hand: `<time>` further down dates other things",
    )
    blocks_below_start: int = define_threshold(
        7,
        "blocks",
        "blocks from the body's first on in which a date in words is looked for",
        "by hand: some pages date an article below its first paragraphs",
    )
    max_article_head_blocks: int = define_threshold(
        12,
        "blocks",
        "blocks of an element that holds the headline and is no head of a site",
        "by hand: larger ones hold the menu as well",
    )
    max_visible_date_width: int = define_threshold(
        160, "width", "a block that dates the page is narrower", "by hand: author, two dates, words"
    )
    max_date_label_width: int = define_threshold(
        25,
        "width",
        "a block before a date that labels it is narrower",
        "by hand: “Last updated” in an element of its own",
    )
    max_date_link_density: float = define_threshold(
        0.5,
        "share of characters in links",
        "a block that dates the page has fewer",
        "by hand: half",
    )
    max_labelled_date_link_density: float = define_threshold(
        0.9,
        "share of characters in links",
        "a block labelled as byline or date, below the headline, has fewer",
        "by hand: the author beside the date is a link",
    )
    date_label_ancestors: int = define_threshold(
        2,
        "elements",
        "a block's element and the one around it whose labels name a byline or a date",
        "by hand: labels further out name larger parts of the page",
    )


THRESHOLDS = ArticleThresholds()
"""The table in use."""
