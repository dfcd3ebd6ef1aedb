"""Thresholds of the reading room: how much a list shows, how a chart is laid out, how much context is quoted."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.thresholds import define_threshold


@dataclass(frozen=True, slots=True)
class WebThresholds:
    """Bounds of what the reading room shows."""

    rows_per_page: int = define_threshold(
        50, "rows", "rows on one page of a list", "by hand: a list that loads and scrolls fast"
    )
    series_per_page: int = define_threshold(
        10,
        "series",
        "series of figures on one page of their list",
        "limit: each may be a chart and a table",
    )
    undertakings_per_page: int = define_threshold(
        20, "undertakings", "cards on one page of their list", "limit: each is a card with tables"
    )
    contradictions_shown: int = define_threshold(
        20,
        "contradictions",
        "pairs of figures that disagree, or may, on one page of figures",
        "limit: a person checks them one by one; every export holds all",
    )
    best_days: int = define_threshold(
        10,
        "days",
        "days of the story on the front page",
        "by hand: the outline of a story at a glance",
    )
    front_page_rows: int = define_threshold(
        5, "rows", "rows of a list on the front page", "by hand: each list has a view of its own"
    )
    first_words_chars: int = define_threshold(
        80,
        "characters",
        "first words of a page without a title that stand for it in lists",
        "by hand: a line of a list on a phone holds about half of them",
    )
    runs_shown: int = define_threshold(
        20, "runs", "runs listed, latest first", "by hand: as many as a person looks back on"
    )
    records_per_entity: int = define_threshold(
        50,
        "records",
        "records of one kind on an entity's page",
        "limit: the rest is in the lists, filtered by its name",
    )
    entities_offered: int = define_threshold(
        300,
        "names",
        "names offered as one writes into a filter by who; any other can be written",
        "limit: size of a view; a browser looks through them at each letter",
    )
    facet_options: int = define_threshold(
        200,
        "values",
        "values that a filter offers beside those with a fixed order, most frequent first",
        "limit: length of a select field",
    )
    search_name_chars: int = define_threshold(
        80,
        "characters",
        "length of the name that a search's address may give it",
        "by hand: a line of a heading",
    )
    own_years_percent: int = define_threshold(
        95,
        "per cent of the dated pages",
        "pages that the story's own years hold at least",
        "by hand: one old page among twenty is background, not the story",
    )
    events_per_entry: int = define_threshold(
        30,
        "events",
        "events of an entry that are read for its reports",
        "limit: each is a question to the story; an entry may have hundreds",
    )
    reports_per_entry: int = define_threshold(
        6,
        "reports",
        "reports listed below an entry of the timeline; its record lists all",
        "by hand: two lines",
    )
    form_bytes: int = define_threshold(
        64_000,
        "bytes",
        "length of a form that is read",
        "limit: memory; a reason of a few pages, and a list of records",
    )
    form_fields: int = define_threshold(
        600, "fields", "fields of a form that is read", "limit: an entity of so many pages"
    )
    members_offered: int = define_threshold(
        200,
        "entities",
        "pages' entities that an entity's page offers to set apart",
        "limit: length of a form",
    )
    cached_lists: int = define_threshold(
        64,
        "lists",
        "lists kept in memory between requests",
        "limit: memory; enough for a reader's last few filters over every view",
    )
    pages_per_read: int = define_threshold(
        500,
        "pages",
        "pages of which rows are read at once where all pages are gone through",
        "limit: memory; some ten thousand rows",
    )
    kept_answer_bytes: int = define_threshold(
        64_000_000,
        "bytes",
        "answers kept in memory until the story changes",
        "limit: memory; some 600 views of 100,000 bytes",
    )
    tag_chars: int = define_threshold(
        32,
        "hex digits",
        "length of what tells one answer from another (an ETag)",
        "law: two of 16^32 are the same",
    )
    thread_levels: int = define_threshold(
        6,
        "levels",
        "levels of replies that are indented",
        "by hand: more leaves no line length to read on a phone",
    )
    request_seconds: float = define_threshold(
        10.0,
        "seconds",
        "time within which a request must have come in whole, and a connection its first",
        "limit: connections that only wait hold a file each; a browser on this machine takes milliseconds",
    )
    header_bytes: int = define_threshold(
        32_768,
        "bytes",
        "size of a request's line and headers",
        "limit: memory of a connection; browsers send some 2,000 bytes",
    )
    address_bytes: int = define_threshold(
        8_192,
        "bytes",
        "length of an address, path and query",
        "limit: cost of reading it; RFC 9110 asks for 8,000 octets at least",
    )
    body_bytes: int = define_threshold(
        1_000_000,
        "bytes",
        "size of a request's body",
        "limit: memory; nothing in the room sends as much",
    )
    sql_seconds: float = define_threshold(
        10.0,
        "seconds",
        "time that one question to the story may take",
        "limit: no reader waits so long, and another site open in the browser may ask",
    )
    query_chars: int = define_threshold(
        500, "characters", "length of a search query that is used", "limit: cost of a search"
    )
    hits_per_read: int = define_threshold(
        400, "hits", "hits read at once while a filter leaves some out", "limit: cost of one read"
    )
    max_hits: int = define_threshold(
        4000, "hits", "hits read for one search", "limit: cost of a search for a frequent word"
    )
    hit_context_chars: int = define_threshold(
        200,
        "characters",
        "length of the words shown on each side of a hit",
        "by hand: about two lines on each side",
    )
    original_context_bytes: int = define_threshold(
        3000,
        "bytes",
        "length of the original shown before and after the bytes asked for",
        "by hand: some forty lines of markup, enough to know the place",
    )
    whole_original_bytes: int = define_threshold(
        4_000_000,
        "bytes",
        "length of an original that a static room shows whole; of a longer one its beginning",
        "limit: what a browser lays out in a second or two",
    )
    site_search_chars: int = define_threshold(
        30_000_000,
        "characters",
        "length of all pages up to which a static room can be searched",
        "limit: the words are one script, which a browser reads whole",
    )
    name_hash_chars: int = define_threshold(
        12,
        "hex digits",
        "length of what names a filtered list's file in a static room",
        "law: two of 16^12 are the same",
    )
    line_search_bytes: int = define_threshold(
        400,
        "bytes",
        "how far to look for a line's end at which the original may be cut",
        "limit: markup may have no line's end at all",
    )
    sheet_width: int = define_threshold(
        1200,
        "pixels",
        "width of the picture of a PDF's sheet",
        "by hand: letters of 8 points can be read",
    )
    max_months: int = define_threshold(
        180,
        "months",
        "most months that are drawn one by one; beyond that, bars are years",
        "by hand: 15 years; narrower bars can't be told apart",
    )
    years_around: int = define_threshold(
        2,
        "years",
        "years before the first and after the last page that the strip of months covers",
        "by hand: one old date must not squeeze the story into a corner",
    )
    bar_share: float = define_threshold(
        0.82, "share of a month's width", "width of a bar", "by hand: leaves a gap between bars"
    )
    max_bar_percent: float = define_threshold(
        3.0,
        "per cent of the strip",
        "width of the widest bar",
        "by hand: two months must not be two walls",
    )
    years_labelled: int = define_threshold(
        10, "labels", "labels under a strip of months, about", "by hand: labels that do not overlap"
    )
    monthly_label_years: float = define_threshold(
        1.5,
        "years",
        "length of a strip below which the first and last month are labelled, not years",
        "by hand: so short a strip may hold one January",
    )
    nodes_drawn: int = define_threshold(
        28,
        "nodes",
        "names on the drawing of a network; its table has all",
        "by hand: fourteen rows of names on each side fit a screen",
    )
    pairs_drawn: int = define_threshold(
        80,
        "pairs",
        "lines on the drawing of a network, heaviest first",
        "by hand: more hide one another",
    )
    layout_rounds: int = define_threshold(
        20,
        "rounds",
        "rounds of ordering the names of a network around its oval",
        "limit: cost; the order settles within a few, and the best one is kept",
    )
    sole_place_population: int = define_threshold(
        15_000,
        "inhabitants",
        "size from which a town is taken for the one meant without the words after its name saying so",
        "by hand: of 260 news pages, smaller ones were Earth, Texas and Mars, Pennsylvania, where pages spoke of planets",
    )
    large_town_population: int = define_threshold(
        100_000,
        "inhabitants",
        "size from which a town is also found by other spellings of its name, and may be meant by the name of its country's state",
        "by hand: Cologne and New York; Willard, Ohio, once called Chicago, is small, and so are the towns named California",
    )
    place_context_chars: int = define_threshold(
        40,
        "characters",
        "how far after a place's name the name of what it lies in is read",
        "by hand: the longest name of a country has about as many",
    )
    candidates_shown: int = define_threshold(
        5,
        "places",
        "places of one name that the map's table names; its CSV has all",
        "by hand: two lines",
    )
    map_degrees: float = define_threshold(
        16.0,
        "degrees of longitude",
        "width of the smallest stretch that a map shows",
        "by hand: outlines of 1:110m are too coarse for less",
    )
    map_shape: float = define_threshold(
        0.45, "height to width, in degrees", "height of a map, at least", "by hand: half a screen"
    )
    drawing_line_chars: int = define_threshold(
        110,
        "characters",
        "length of a line below a drawing",
        "by hand: fits 720 units at 11 units a letter's height",
    )
    drawing_lines: int = define_threshold(
        4, "lines", "lines of sources below a drawing", "by hand: the table beside it has them all"
    )
    day_ticks: int = define_threshold(
        8, "ticks", "ticks on the axis of days, at most", "by hand: labels that do not overlap"
    )
    value_ticks: int = define_threshold(
        4, "ticks", "ticks on the axis of values, about", "by hand: enough to read a value off"
    )
    tick_tolerance: float = define_threshold(
        0.999,
        "share of a step",
        "how much smaller than needed a round step between ticks may be",
        "law: quotients of floating point numbers may miss a round number by their rounding",
    )
    exact_integers: float = define_threshold(
        1e15,
        "value",
        "size below which a whole number is written in full",
        "law: a float holds 15 decimal digits exactly",
    )
    six_digits: float = define_threshold(
        1e6,
        "value",
        "size below which six significant digits are written",
        "law: it has six digits",
    )
    number_digits: int = define_threshold(
        15,
        "digits",
        "length of a whole number that an address may hold",
        "limit: no count has more; all of them fit SQLite's integers",
    )
    past_reference_chars: int = define_threshold(
        8,
        "characters",
        'how far before a time a word that looks back ("since", "last") is looked for',
        "by hand: reaches one such word and a blank",
    )


THRESHOLDS = WebThresholds()
"""The table in use."""
