"""Words that are shown cut: on a line of a list, in a title.

In: words. Out: their beginning. Out of scope: evidence, which is never cut.
"""

from __future__ import annotations


def cut_text(text: str, most: int) -> str:
    """Return `text`, or of a longer one the beginning with "…", `most` characters (code points) together."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
