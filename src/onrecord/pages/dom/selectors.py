"""Sets of HTML tags by what they do to the text in and around them.

In: nothing. Out: sets of tag names. Out of scope: which elements hold an article (`article.selectors`).

Source: HTML Standard (void, raw-text and heading elements, optional end tags).
"""

from __future__ import annotations

VOID_TAGS = frozenset(
    (
        "area base br col embed hr img input link meta param source track wbr basefont bgsound frame "
        "keygen"
    ).split()
)
OFTEN_UNCLOSED_TAGS = frozenset(
    (
        "p li dt dd tr td th tbody thead tfoot colgroup caption option optgroup rb rp rt rtc html "
        "body head a b i em strong font u s small tt big strike nobr code"
    ).split()
)
"""Tags often left open: they do not count towards the depth of nesting."""

RAW_TEXT_TAGS = frozenset("script style title textarea xmp iframe noembed noframes".split())
"""Elements whose content is text, not markup."""

INLINE_TAGS = frozenset(
    (
        "a abbr acronym b bdi bdo big blink cite code data del dfn em font i ins kbd mark meter nobr "
        "output q rb ruby s samp small span strike strong sub sup time tt u var wbr img picture "
        "source script style noscript link meta amp-img svg path use g"
    ).split()
)
"""Tags that do not separate words from one another."""

DROPPED_TAGS = frozenset(
    (
        "head script style template svg math iframe object embed select textarea title noframes "
        "noembed xmp audio video canvas map datalist"
    ).split()
)
"""Elements whose content no page shows as text."""

HEADING_TAGS = frozenset("h1 h2 h3 h4 h5 h6".split())
CONTENTLESS_TAGS = frozenset({"img", "meta", "time"})
"""Elements whose attributes are read though they hold no text."""

HEAD_TAGS = frozenset({"meta", "link"})
SCANNED_TAGS = frozenset({"title", "meta", "link", "pre", "sup"})
"""Tags that the scan itself reads: metadata, where white space counts, and raised text."""

CODE_TAGS = frozenset({"script", "style"})
SELF_CLOSED_END_TAGS = frozenset({"</a>", "</i>", "</span>"})
"""Ends of elements that, written as empty (`<i/>`), hold nothing: anchors and icons. HTML leaves them open,
and they would hold the rest of the page, which no browser shows."""
