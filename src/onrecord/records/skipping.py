"""Why something was skipped: the reasons' codes, and what they mean in words.

In: a reason's code. Out: a few words for a person. Out of scope: what was skipped and where (`Skipped.message`).
"""

from __future__ import annotations

NO_MANIFEST = "no_manifest"
"""Reason of the line that says that nothing of a manifest could be used."""

REASON_MEANINGS = {
    "about": "what an archive says of itself",
    "binary": "no text: a picture, a program or noise",
    "bomb": "unpacks to far more than pages do",
    "broken": "broken inside",
    "digest": "in the story, but its archive notes another digest of its bytes",
    "copy_of_skipped": "the same bytes as a skipped file",
    "empty": "nothing in it",
    "encoding": "packed in a way that can't be undone",
    "failed": "a fault of onrecord's own",
    "http_error": "the site answered that it was not found, or refused",
    "manifest": "a row of the manifest that could not be used",
    "missing": "not there",
    "no_content": "an entry of a feed without its text",
    "no_reader": "a kind that nothing installed reads",
    "no_text": "pictures without words in it",
    NO_MANIFEST: "a manifest of which nothing could be used",
    "not_a_page": "not a page (a picture, a script, a list …)",
    "not_json": "not JSON that can be read",
    "redirect": "the site pointed to another address",
    "request": "what the crawler sent to ask for a page",
    "revisit": "seen again by the crawler, its page kept elsewhere",
    "signature": "in the story, but the signature of its archive does not hold",
    "stated_twice": "one page stated in two ways",
    "too_large": "more bytes than are read",
    "too_long": "more words or tags than are read",
    "too_slow": "took more time than a page may",
    "truncated": "breaks off",
    "unread": "a page in the story, whose end was not read for records",
    "unreadable": "the system lets nobody read it",
}
"""What each reason's code means."""


def describe_reason(reason: str) -> str:
    """Return what a reason's code means, or the code where it is not known.

    Examples:
        >>> describe_reason("request")
        'what the crawler sent to ask for a page'

    """
    return REASON_MEANINGS.get(reason, reason.replace("_", " "))
