"""Whether words could be the name a reader writes under.

In: the words of a line or a part of it. Out: yes or no. Out of scope: whether a comment stands under
them (`comment_headers`, `threads_by_name`).
"""

from __future__ import annotations

import re

from onrecord.pages.flat.thresholds import THRESHOLDS
from onrecord.pages.flat.words.name_words import NEVER_NAME, OPINION_WORDS, SENTENCE_WORDS

_EPITHET = re.compile(r"[A-Z][\w'’-]+ (?:the|of|from) [A-Z][\w'’-]+")  # "Sid the Sceptic"
_NAME_EDGES = " •·|,–—"
_NEVER_IN_NAME = re.compile(r"[!?;:…\"“”<>{}/\\=]")
_INITIAL_OR_TITLE_END = re.compile(r"\b[A-Z][a-z]?\.$|\b[JSjs]r\.$")


def may_be_commenter(words: str, *, is_alone: bool = True) -> bool:
    """Return whether `words` could be a commenter's name.

    Args:
        words: trimmed words.
        is_alone: the line holds nothing else, no "says:" or time that confirms the name.

    """
    if is_alone and words.rstrip()[-1:] == ",":
        return False
    words = words.strip(_NAME_EDGES)
    tokens = words.split()
    if not _is_short(words, tokens, is_alone=is_alone) or not _has_name_signs(words):
        return False
    lower = [token.strip(".,()'’").lower() for token in tokens]
    if not is_alone:
        return len(tokens) < 3 or sum(token in SENTENCE_WORDS for token in lower) < 2
    return not (
        any(token in OPINION_WORDS for token in lower)
        or _has_sentence_words(words, lower)
        or _is_symbols_or_digits(words)
        or _is_mostly_lower_case(tokens)
    )


def _is_short(words: str, tokens: list[str], *, is_alone: bool) -> bool:
    most = THRESHOLDS.most_alone_name_words if is_alone else THRESHOLDS.most_name_words
    longest = THRESHOLDS.longest_alone_name if is_alone else THRESHOLDS.longest_name
    return 1 <= len(tokens) <= most and len(words) <= longest


def _has_name_signs(words: str) -> bool:
    """Return whether `words` have letters or digits, no sign that names lack, and no full stop but after an initial."""
    if not any(char.isalnum() for char in words) or _NEVER_IN_NAME.search(words):
        return False
    return words[-1] != "." or _INITIAL_OR_TITLE_END.search(words) is not None


def _has_sentence_words(words: str, lower: list[str]) -> bool:
    sentence = any(token in SENTENCE_WORDS for token in lower)
    return sentence and not _EPITHET.fullmatch(words)


def _is_symbols_or_digits(words: str) -> bool:
    symbols = any(ord(char) > THRESHOLDS.last_name_code_point for char in words)
    return symbols or all(char.isdigit() for char in words)


def _is_mostly_lower_case(tokens: list[str]) -> bool:
    capitals = sum(not token[0].islower() for token in tokens)
    return len(tokens) > 2 and capitals * 2 <= len(tokens)


def is_never_name(words: str) -> bool:
    """Return whether words where a name may stand belong to the page ("Published", "12 comments")."""
    return bool(NEVER_NAME.match(words))
