"""Whether words could be the name a reader goes by.

In: the words of a line or a part of it. Out: yes or no. Out of scope: whether a comment stands under
them (`flat_heads`, `flat_names`).
"""

from __future__ import annotations

import re

from onrecord.pages.flat.words import FUNCTION_WORDS, OPINION_WORDS

_EPITHET = re.compile(r"[A-Z][\w'’-]+ (?:the|of|from) [A-Z][\w'’-]+")  # "Sid the Sceptic"


def looks_like_name(words: str, *, strict: bool = True) -> bool:
    """Return whether `words` could be a commenter's name.

    Args:
        words: trimmed words.
        strict: the line stands alone, with no "says:" or time beside it to confirm it.

    """
    if strict and words.rstrip()[-1:] == ",":
        return False
    words = words.strip(" •·|,–—")
    tokens = words.split()
    if not 1 <= len(tokens) <= (5 if strict else 7) or len(words) > (40 if strict else 60):
        return False
    if not any(c.isalnum() for c in words) or re.search(r"[!?;:…\"“”<>{}/\\=]", words):
        return False
    if words[-1] == "." and not re.search(r"\b[A-Z][a-z]?\.$|\b[JSjs]r\.$", words):
        return False
    lowered = [t.strip(".,()'’").lower() for t in tokens]
    if not strict:
        return len(tokens) < 3 or sum(t in FUNCTION_WORDS for t in lowered) < 2
    if any(t in OPINION_WORDS for t in lowered):
        return False
    if any(t in FUNCTION_WORDS for t in lowered) and not _EPITHET.fullmatch(words):
        return False
    if any(ord(c) > 0x2190 for c in words) or all(c.isdigit() for c in words):
        return False
    return _cased_like_name(tokens)


def _cased_like_name(tokens: list[str]) -> bool:
    capitals = sum(not t[0].islower() for t in tokens)
    return len(tokens) <= 2 or capitals * 2 > len(tokens)
