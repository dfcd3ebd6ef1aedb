"""Names of tags, attributes and types that comments are marked with: data only.

In: nothing. Out: sets of names, and tuples where the order of search counts. Out of scope: classes and ids (`label_words`).
Source: HTML Standard (tags), WAI-ARIA (`aria-level`), schema.org (types, `itemprop`); `data-*` names are those of publishing systems.
"""

from __future__ import annotations

import re

# --- tags ------------------------------------------------------------------------------------------

NEVER_COMMENT_TAGS = frozenset({"a", "span", "form", "body", "button", "input", "section", "p"})
"""Tags that mark no comment, whatever their class: parts of one, or what holds many."""

NAME_TAGS = frozenset({"cite", "strong", "b", "h3", "h4", "h5", "h6"})
"""Tags that set off a name."""

NAME_COLUMN_TAGS = NAME_TAGS | {"a", "comment-author"}
"""Tags of the part that holds the author on all comments of a thread."""

AUTHOR_LINE_TAGS = frozenset({"p", "div", "span", "small", "footer", "em", "i"})
"""Tags of a line around a comment's words."""

HEADER_TAGS = frozenset({"header", "footer", "hgroup"})
"""Tags of a comment's header and of what closes it."""

FORM_TAGS = frozenset({"form", "button"})
"""Tags of forms and buttons on a comment."""

NEVER_TEXT_TAGS = frozenset({"a", "form", "textarea"})
"""Tags that never hold a comment's words."""

CONTROL_TAGS = frozenset({"a", "button"})
"""Tags of what a reader presses to reply."""

NUMBER_TAGS = frozenset({"a", "span", "strong", "b"})
"""Tags of a post's number in its topic."""

QUOTE_TAGS = frozenset({"blockquote", "q"})
"""Tags of quotations."""

TITLE_TAGS = frozenset({"h1", "h2", "h3", "h4"})
"""Tags of headings that a list of articles has."""

TIME_TAGS = frozenset({"time", "relative-time", "time-ago", "faceplate-timeago"})
"""Tags of dates and times, custom elements of large sites among them."""

TIME_HINT_TAGS = frozenset({"a", "span", "abbr", "small", "em", "i", "b"})
"""Tags whose hints may state a day that their words state only in part."""

SIDE_CONTENT_TAGS = frozenset({"nav", "aside"})
"""Tags of what stands beside a page's own content."""

ROOT_TAGS = frozenset({"body", "html"})
"""Tags that hold the whole page."""

# --- attributes ------------------------------------------------------------------------------------

AUTHOR_ATTRIBUTES = ("data-author", "data-author-name", "data-username", "data-user-name", "data-comment-author",
          "data-display-name", "author")  # fmt: skip
"""Attributes of a comment's element that name its author, the first that does counts."""

TIME_HINT_ATTRIBUTES = frozenset(
    [
        "data-tippy-content", "data-tooltip", "data-title", "data-content", "data-date", "data-datetime", "data-created",
        "data-created-at", "data-published", "aria-label", "data-tip",
    ]
)  # fmt: skip
"""Attributes that show a day when pointed at."""

EPOCH_ATTRIBUTES = (
    "data-time",
    "data-timestamp",
    "data-utime",
    "data-unixtime",
    "data-epoch",
    "livetimestamp",
)
"""Attributes that hold seconds or milliseconds since 1970, in order."""

ID_ATTRIBUTES = (
    "id",
    "data-id",
    "data-comment-id",
    "data-post-id",
    "thingid",
    "data-fullname",
)
"""Attributes that identify a comment, in order."""

PARENT_ATTRIBUTES = ("data-parent-id", "data-parent", "data-parent-comment-id", "data-parentid", "parentid", "data-reply-to",
           "data-comment-parent", "data-in-reply-to")  # fmt: skip
"""Attributes that hold the id of the comment answered, in order."""

DEPTH_ATTRIBUTES = (
    "aria-level",
    "data-depth",
    "data-level",
    "depth",
    "data-nesting-level",
    "indent",
)
"""Attributes that hold how deep a comment is nested, in order."""

# --- schema.org ------------------------------------------------------------------------------------

AUTHOR_PROPERTIES = frozenset({"author", "creator"})
"""`itemprop` of who wrote."""

TIME_PROPERTIES = frozenset({"datepublished", "datecreated", "commenttime"})
"""`itemprop` of when it was written, lower case."""

COMMENT_TYPES = frozenset({"comment", "usercomments", "answer"})
"""`@type` of a comment in JSON-LD, lower case."""

SCHEMA_TYPES = re.compile(
    r"schema\.org/(?:(?:user)?comment|answer|question|(?:discussionforum|socialmedia)posting)"
)
"""`itemtype` of comments and posts in microdata, lower case."""
