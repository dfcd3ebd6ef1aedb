"""Short names and the full name each is a form of: "Holt" of "Maria Holt", "Corran Mills" of "Corran Mills Ltd".

In: the names of a page with their types. Out: the full name of a short one. Out of scope: short forms that the page
introduces itself (`onrecord.extract.entities.classification.short_forms`).
"""

from __future__ import annotations

from collections import defaultdict

from onrecord.extract.entities.clusters.name_parts import join_initials, split_name
from onrecord.extract.entities.en.boundary_words import OF_OR_FOR
from onrecord.extract.entities.thresholds import THRESHOLDS
from onrecord.language.en.names import LEGAL_FORMS, PARTICLES
from onrecord.language.names.marked_names import find_nicknames


class FullNameIndex:
    """Finds the one full name that a short one is a form of, by an index of the words in all names."""

    def __init__(self, types_by_name: dict[str, set[str]]) -> None:
        self._types_by_name = types_by_name
        self._names_by_word: dict[str, list[str]] = defaultdict(list)
        for name in types_by_name:
            parts = [part.lower() for part in split_name(name)]
            if len(parts) > 1:
                for part in {*parts, join_initials(name).lower()}:
                    self._names_by_word[part].append(name)

    def find(self, name: str) -> str:
        """Return the full name, or `name` itself if there is none, or several that no one of them covers."""
        likely = self._find_likely(name)
        if len(likely) > THRESHOLDS.compared_names:
            return name
        candidates = {full for full in likely if self._is_short_for(name, full)}
        longest = {
            full
            for full in candidates
            if not any(
                full != other
                and (
                    _is_short_person(split_name(full), split_name(other), sure=True)
                    or _is_by_nickname(full, other)
                )
                for other in candidates
            )
        }
        return longest.pop() if len(longest) == 1 else name

    def _find_likely(self, name: str) -> list[str]:
        """Return the names that have the last word of `name`, or the initials that `name` is."""
        parts = split_name(name)
        likely = self._names_by_word.get(parts[-1].lower(), []) if parts else []
        if len(parts) == 1:
            likely = [*likely, *self._names_by_word.get(name.replace(".", "").lower(), [])]
        return likely

    def _is_short_for(self, short: str, full: str) -> bool:
        types, full_types = self._types_by_name[short], self._types_by_name[full]
        if short == full:
            return False
        if "person" in full_types and _is_by_nickname(short, full):
            return True
        if "person" in full_types and types & {"person", "organisation", "place"}:
            return _is_short_person(split_name(short), split_name(full), sure="person" in types)
        if "product" in full_types & types:
            return split_name(full)[1:] == split_name(short)  # "Sentra", of "Nissan Sentra"
        if "organisation" in full_types and types & {"organisation", "place"}:
            return _is_short_body(short, full)
        return False


def _is_short_person(short: list[str], full: list[str], *, sure: bool) -> bool:
    """Return whether `short` is the surname, the first name (if `sure` of a person), or both, of `full`."""
    if not short or len(short) >= len(full) or len(full) < 2:
        return False
    short, full = [part.lower() for part in short], [part.lower() for part in full]
    is_ending = full[-len(short) :] == short
    if len(short) == 1:
        return is_ending or (sure and full[0] == short[0])
    if short[0] in PARTICLES:
        return is_ending
    return short[0] == full[0] and short[-1] == full[-1]


def _is_by_nickname(short: str, full: str) -> bool:
    """Return whether `short` is the nickname inside `full`, alone or with the surname: "Mimi Holt" of "Maria “Mimi” Holt"."""
    return any(
        split_name(short) in (split_name(nickname), [*split_name(nickname), split_name(full)[-1]])
        for nickname in find_nicknames(full)
    )


def _is_short_body(short: str, full: str) -> bool:
    """Return whether `short` is `full` without its legal form, its initials, or its beginning or end of two words."""
    *words, last = split_name(full) or [""]
    if last in LEGAL_FORMS and words == split_name(short):
        return True
    if join_initials(full) == short.replace(".", ""):
        return True
    if len(split_name(short)) < 2:
        return False
    begins = full.startswith(short + " ") and full.split()[len(short.split())] in OF_OR_FOR
    return begins or full.endswith(" " + short)
