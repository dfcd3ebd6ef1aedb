"""Keys by which words are compared across pages: case-folded words, stems, heads of noun phrases.

In: words of a page or record. Out: keys. Out of scope: parses, which linking has none of: it works from records and
text alone, so that it can be done again without a pipeline.

Source: the suffix rules are a small part of Porter's (1980); the irregular forms are our own list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from onrecord.link.en.function_words import AFTER_HEAD, STOP_WORDS
from onrecord.link.en.inflections import IRREGULAR_FORMS

_WORD = re.compile(r"[^\W_]+(?:[.,][0-9]+)*(?:['’][^\W_]+)?")


class _Suffix(NamedTuple):
    """An inflection: what it ends in, of words longer than how many letters, and what replaces it."""

    ending: str
    longer_than: int
    replacement: str = ""
    is_doubling: bool = False
    """Whether the consonant before it may be doubled ("planned")."""


_SUFFIXES = (
    _Suffix("ing", 5, is_doubling=True),
    _Suffix("ied", 4, "y"),
    _Suffix("ies", 4, "y"),
    _Suffix("ed", 4, is_doubling=True),
    _Suffix("es", 4),
    _Suffix("s", 3),
)
"""In the order they are tried."""
_UNINFLECTED_ENDINGS = ("ss", "us", "is")
_DOUBLED_CONSONANT = re.compile(r"([bdgmnprt])\1$")


def split_words(text: str) -> list[str]:
    """Return the words of `text`, case folded, typographic apostrophes made plain."""
    return [match.group().replace("’", "'").casefold() for match in _WORD.finditer(text)]


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return the part of `word` that its inflected forms share; approximate, and the same for every form.

    Examples:
        >>> {stem(word) for word in ("send", "sends", "sent", "sending")}
        {'send'}
    """
    word = word.casefold().replace("’", "'").removesuffix("'s").removesuffix("'")
    if word in IRREGULAR_FORMS:
        return IRREGULAR_FORMS[word]
    if not word.endswith(_UNINFLECTED_ENDINGS):
        for suffix in _SUFFIXES:
            if word.endswith(suffix.ending) and len(word) > suffix.longer_than:
                return _remove_suffix(word, suffix)
    return _remove_final_e(word) if len(word) > 3 else word


def _remove_suffix(word: str, suffix: _Suffix) -> str:
    base = word[: -len(suffix.ending)]
    if suffix.replacement:
        return base + suffix.replacement
    return _remove_final_e(_DOUBLED_CONSONANT.sub(r"\1", base) if suffix.is_doubling else base)


def _remove_final_e(word: str) -> str:
    return word.rstrip("e") or word


def stem_all(words: Iterable[str]) -> frozenset[str]:
    """Return the stems of `words`."""
    return frozenset(stem(word) for word in words)


def find_stems(text: str) -> frozenset[str]:
    """Return the stems of the words of `text`, but for stop words."""
    return stem_all(word for word in split_words(text) if word not in STOP_WORDS)


def find_trigger_stem(trigger: str) -> str:
    """Return the stem of the first of a trigger's words, its verb; `trigger` is not empty."""
    return stem(trigger.split(maxsplit=1)[0])


def find_head_stem(phrase: str) -> str:
    """Return the stem of an English noun phrase's head: its last word before any postmodifier; "" without a word.

    Examples:
        >>> find_head_stem("Velmaran soldiers and police officers") == find_head_stem("an officer of the army")
        True
    """
    words = find_phrase_core(phrase)
    return stem(words[-1]) if words else ""


def find_phrase_core(phrase: str) -> list[str]:
    """Return the words of a noun phrase up to its head, as written, without postmodifiers."""
    return _WORD.findall(AFTER_HEAD.split(phrase, maxsplit=1)[0])
