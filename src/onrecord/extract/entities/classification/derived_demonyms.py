"""Demonyms that English derives from a place's name ("Velmaran" of "Velmara"), for places that no list has.

In: a word and the words of a page. Out: whether the page has the place, or its demonym. Out of scope: irregular
demonyms (`onrecord.language.en.demonyms`).
"""

from __future__ import annotations

from collections.abc import Iterator


def has_demonym(name: str, page_words: frozenset[str]) -> bool:
    """Return whether a demonym of the place `name` is among `page_words` ("Velmaran" of "Velmara")."""
    return len(name) > 3 and any(form in page_words for form in build_demonyms(name))


def is_demonym(word: str, page_words: frozenset[str]) -> bool:
    """Return whether `word` is the demonym of a place among `page_words` ("Velmaran", where it has "Velmara")."""
    return any(
        name in page_words and word in build_demonyms(name) for name in _iter_place_names(word)
    )


def build_demonyms(name: str) -> tuple[str, ...]:
    """Return the demonyms that English may derive from a place's name.

    Examples:
        >>> build_demonyms("Velmara")
        ('Velmaran', 'Velmarans', 'Velmarian', 'Velmarians')

    """
    if name[-1] in "ao":
        return name + "n", name + "ns", name[:-1] + "ian", name[:-1] + "ians"
    if name[-1] in "ey":
        return name[:-1] + "ian", name[:-1] + "ians"
    return name + "ian", name + "ians", name + "ese"


def _iter_place_names(word: str) -> Iterator[str]:
    """Yield the names of places that the demonym `word` may be derived from."""
    singular = word.removesuffix("s") if word.endswith("ns") else word
    for ending in ("n", "ian", "ese"):
        stem = singular.removesuffix(ending)
        if singular.endswith(ending) and len(stem) > 2:
            yield from (name for letter in ("", *"aoey") if len(name := stem + letter) > 3)
