"""Words and shapes on screen: the label and the symbol of each kind, status, state and sureness.

In: nothing, or a link or an outcome. Out: tables; their label. Out of scope: the codes of the records, which these only explain.
"""

from __future__ import annotations

from onrecord.records import Link, Outcome
from onrecord.records.event import REAL

KINDS = {
    "quotes": "Quotes",
    "events": "Events",
    "commitments": "Promises",
    "figures": "Figures",
    "times": "Times",
    "mentions": "Names",
}
"""Kinds that are marked on a page, in the order of their switches."""

ONE_OF = {
    "quotes": "quote",
    "events": "event",
    "commitments": "promise",
    "figures": "figure",
    "times": "time",
    "mentions": "name",
    "entities": "who",
    "comments": "comment",
}

STATUSES = {
    "happened": "happened",
    "ongoing": "ongoing",
    "planned": "planned",
    "promised": "promised",
    "possible": "possible",
    "called_for": "called for",
    "alleged": "alleged",
    "denied": "denied",
}

STRENGTHS = {
    "explicit": "a promise in words",
    "plan": "a declared plan, not a promise in words",
    "": "",
}
"""What binds the giver of a promise."""

SHAPES = {
    "happened": "M1 1h8v8H1z",
    "ongoing": "M1.5 .8L9.2 5L1.5 9.2z",
    "planned": "M1.5 1.5h7v7h-7z",
    "promised": "M5 .9L9.1 5L5 9.1L.9 5z",
    "possible": "M5 1.2L9 8.6H1z",
    "called_for": "M5 1v5M5 8.2v1",
    "alleged": "M1.2 3h7.6M1.2 7h3M5.8 7h3",
    "denied": "M1.5 1.5l7 7M8.5 1.5l-7 7",
    "open": "M5 1a4 4 0 1 0 .001 0z",
    "kept": "M1 5.4l2.8 2.8L9 2",
    "partly kept": "M1 5.4l2.8 2.8L9 2",
    "broken": "M1.5 1.5l7 7M8.5 1.5l-7 7",
    "superseded": "M1 5h7M5.4 2.2L8.4 5L5.4 7.8",
    "unclear": "M2.6 3.4a2.4 2.2 0 1 1 3.4 2q-1 .5-1 1.4M5 8.4v.9",
}
"""SVG paths in a box of 10 × 10: a status or state is shown by shape and word, never by colour only."""

FILLED = REAL
"""Statuses with a filled symbol: what took or takes place; what is only expected has a hollow one."""

SURENESS = {
    "day": ("●", "day known"),
    "month": ("◐", "month known"),
    "year": ("○", "year known"),
    "before_published": ("◌", "before publication"),
    "unknown": ("◌", "day unknown"),
}

KNOWN = frozenset({"day", "month", "year"})
"""Sureness of a day that the words themselves give."""

QUOTE_KINDS = {
    "direct": "word for word",
    "indirect": "in the page’s words",
    "mixed": "partly word for word",
}
"""How near a quote is to what was said."""

SPEECH = {
    "said": "",
    "asked": "asked for, not stated",
    "judged": "what the source thinks of it",
    "believed": "what the source holds true",
    "wanted": "what the source intends",
}
"""What a quote is where it is not what was said."""

LINKS = {
    "copy": "is a copy of",
    "version": "is a version of",
    "same_story": "tells the same story as",
    "same_entity": "is the same as",
    "same_event": "is the same event as",
    "same_figure": "is the same figure as",
    "updates": "is updated by",
    "contradicts": "contradicts",
    "follows": "is followed by",
    "keeps": "is kept by",
    "breaks": "is broken by",
}
"""How `a` relates to `b`."""

LINKED_BACK = LINKS | {
    "updates": "updates",
    "follows": "follows",
    "keeps": "speaks for",
    "breaks": "speaks against",
}
"""How `b` relates to `a`."""


def describe_link(link: Link, *, back: bool = False) -> str:
    """Return how the first of a link's ends relates to the second, or (`back`) the second to the first; "to check: …" of a candidate."""
    relation = (LINKED_BACK if back else LINKS).get(link.kind, link.kind)
    return f"to check: perhaps {relation}" if link.candidate else relation


def describe_side(outcome: Outcome) -> str:
    """Return the label of evidence for or against a promise."""
    return outcome.describe_side() if outcome.candidate else f"evidence {outcome.side}"


GO_KEYS = {
    "timeline": "t",
    "pages": "p",
    "quotes": "q",
    "figures": "f",
    "who": "w",
    "network": "n",
    "map": "m",
}
"""Keys that lead to a view, after `g`."""

SOURCE_KINDS = {
    "named": "named",
    "role": "by role only",
    "collective": "a body or a group",
    "document": "a document",
    "unknown": "not known who",
}

ENTITY_TYPES = {
    "person": "people",
    "organisation": "organisations",
    "place": "places",
    "group": "groups",
    "role": "roles",
    "product": "products",
    "law": "laws",
    "operation": "operations",
    "facility": "facilities",
    "unknown": "of unknown type",
}

HOW_KNOWN = {
    "stated": "as stated with the capture",
    "manifest": "as the manifest states",
    "feed": "as the feed states",
    "mail": "as the e-mail states",
    "jsonl": "as the crawler’s JSON states",
    "json-ld": "from the page’s JSON-LD",
    "meta": "from the page’s metadata",
    "microdata": "from the page’s microdata",
    "time": "from a <time> element",
    "text": "read in the text",
    "url": "read in the address",
    "by hand": "set by hand",
}

ACTS = {
    "events": (
        *(
            ("set:status=" + status, f"the status is: {words}")
            for status, words in STATUSES.items()
        ),
        ("set:day", "the day is … (write it below: 2019-05-03)"),
    ),
    "pages": (
        ("set:day", "the day of publication is … (write it below: 2019-05-03)"),
        ("set:outlet", "the outlet is … (write it below)"),
    ),
    "who": (
        *(("set:type=" + name, f"it is: {name}") for name in ENTITY_TYPES),
        ("set:name", "its name is … (write it below)"),
        ("join", "the same as … (write the other’s name or id below)"),
    ),
}
"""What a form offers beside the acts that every record has: the act, and its words."""

KIND_OF_TYPE = {
    "Quote": "quotes",
    "Event": "events",
    "Commitment": "commitments",
    "Figure": "figures",
    "Time": "times",
    "Mention": "mentions",
    "Entity": "entities",
    "Comment": "comments",
}
"""Kind of a record by its type's name."""

IDENTIFICATION_HEADINGS = {
    "named": "Named sources",
    "unnamed": "Unnamed sources",
    "unknown": "Source not known",
}
