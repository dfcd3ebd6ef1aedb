"""How much of the body's F1 comes from tuning on the pages it is measured on.

In: the pages of `bodies`. Out: counts of pages that the rules have not seen. The pages are split into folds; for each
fold, words and thresholds are removed from the body's rules, and the rest is measured on the fold: first those that
change something on the fold and gain nothing on the other folds, which is what tuning on these pages can have added;
then, as the lowest bound, all that gain nothing on the other folds, including what is right everywhere and rarely needed.
Out of scope: the rules' form, which stays.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from types import ModuleType
from typing import Any

from onrecord.pages.article import body, body_element, labels
from onrecord.pages.dom.markup import scan_markup
from onrecord.pages.dom.tree import build_tree
from onrecord.pages.source_maps.decoding import decode_source

Page = tuple[str, bytes, str, str]
Overlap = tuple[float, float, float]
_LABEL_PATTERNS = ((labels, "UNLIKELY_LABELS"), (labels, "NEVER_BODY_LABELS"), (labels, "LIKELY_LABELS"), (labels, "BODY_LABELS"), (body, "CAPTION_LABELS"))  # fmt: skip
_LINE_PATTERNS = ((body, "CALL_TO_ACTION"), (body, "PICTURE_CREDIT"), (body, "PUBLICATION_LINE"))
_NEUTRAL_THRESHOLDS = {"inner_share": 1.0, "named_gain": 1.0}
"""Thresholds of the article and the value at which each has no effect."""


@dataclass(frozen=True, slots=True)
class RulePart:
    """One word of a rule's list, or a threshold (`word` None), and the pages it may affect."""

    module: ModuleType
    name: str
    word: str | None
    pages: frozenset[int]


@dataclass(frozen=True, slots=True)
class FoldedScores:
    """The overlap of each page by rules that were not tuned on it, and how many parts were removed for each fold."""

    counts: list[Overlap]
    removed: list[int]


def validate_across_folds(
    pages: list[Page], folds: int, measure: Callable[[list[Page]], list[Overlap]]
) -> tuple[list[Overlap], FoldedScores, FoldedScores]:
    """Return the counts by the rules as they are, without what was tuned on each page's fold, and the lowest bound."""
    parts = list(_iter_parts(pages))
    whole = measure(pages)
    gains_of_parts = [(part, _compute_gains(part, pages, whole, measure)) for part in parts]
    results = []
    for only_tuned in (True, False):
        scores = FoldedScores([(0.0, 0.0, 0.0)] * len(pages), [])
        for fold in range(folds):
            dropped = [
                part
                for part, gains in gains_of_parts
                if sum(gain for page, gain in gains.items() if page % folds != fold) <= 0
                and (not only_tuned or any(page % folds == fold for page in gains))
            ]
            scores.removed.append(len(dropped))
            in_fold = [number for number in range(len(pages)) if number % folds == fold]
            with remove_parts(dropped):
                counts = measure([pages[number] for number in in_fold])
            for number, count in zip(in_fold, counts, strict=True):
                scores.counts[number] = count
        results.append(scores)
    return whole, results[0], results[1]


def _iter_parts(pages: list[Page]) -> Iterator[RulePart]:
    """Yield the parts of the rules that may affect a page; a part that affects none can't have been tuned."""
    labels_of_pages, lines = [], []
    for _, data, _, _ in pages:
        tree = build_tree(scan_markup(decode_source(data, None).text))
        labels_of_pages.append(
            {token for e in tree.elements for token in e.label_words.split("  ")}
        )
        lines.append([block.text for block in tree.blocks])
    for rows, texts in ((_LABEL_PATTERNS, labels_of_pages), (_LINE_PATTERNS, lines)):
        for module, name in rows:
            pattern: re.Pattern[str] = getattr(module, name)
            for word in split_alternatives(pattern.pattern):
                alone = _compile_alternatives(pattern, [word])
                hit = (n for n, found in enumerate(texts) if any(map(alone.search, found)))
                if affected := frozenset(hit):
                    yield RulePart(module, name, word, affected)
    for name in _NEUTRAL_THRESHOLDS:
        yield RulePart(body_element, name, None, frozenset(range(len(pages))))


def _compute_gains(
    part: RulePart,
    pages: list[Page],
    whole: list[Overlap],
    measure: Callable[[list[Page]], list[Overlap]],
) -> dict[int, float]:
    """Return what each page's F1 gains by the part; pages where it changes nothing are missing."""
    places = sorted(part.pages)
    with remove_parts([part]):
        counts = measure([pages[place] for place in places])
    gains = (
        (p, compute_f1(whole[p]) - compute_f1(count))
        for p, count in zip(places, counts, strict=True)
    )
    return {place: gain for place, gain in gains if gain}


@contextmanager
def remove_parts(parts: list[RulePart]) -> Iterator[None]:
    """Remove `parts` from the rules inside the `with` block."""
    kept: dict[tuple[ModuleType, str], Any] = {}
    for module, name in {(part.module, part.name) for part in parts}:
        removed = {part.word for part in parts if (part.module, part.name) == (module, name)}
        if name in _NEUTRAL_THRESHOLDS:
            kept.setdefault((module, "THRESHOLDS"), module.THRESHOLDS)
            neutral = replace(module.THRESHOLDS, **{name: _NEUTRAL_THRESHOLDS[name]})
            vars(module)["THRESHOLDS"] = neutral
        else:
            kept[module, name] = whole = getattr(module, name)
            left = [word for word in split_alternatives(whole.pattern) if word not in removed]
            setattr(module, name, _compile_alternatives(whole, left or [r"(?!)"]))
    _clear_caches()
    try:
        yield
    finally:
        for (module, name), value in kept.items():
            setattr(module, name, value)
        _clear_caches()


def _clear_caches() -> None:
    for value in vars(labels).values():
        if hasattr(value, "cache_clear"):
            value.cache_clear()


def split_alternatives(pattern: str) -> list[str]:
    """Return the words of a list: what stands between `|` in the pattern's first group, or in all of it.

    Examples:
        >>> split_alternatives("(?:^| )(?:a|b (?:c|d))(?= |$)"), split_alternatives("a|(?:b|c)$")
        (['a', 'b (?:c|d)'], ['a', '(?:b|c)$'])

    """
    inner = pattern.removeprefix(_BEFORE).removesuffix(_AFTER)
    words, depth, begun, at = [], 0, 0, 0
    while at < len(inner):
        sign = inner[at]
        depth += (sign in "([") - (sign in ")]")
        if sign == "|" and not depth:
            words.append(inner[begun:at])
            begun = at + 1
        at += 2 if sign == "\\" else 1
    return [*words, inner[begun:]]


_BEFORE, _AFTER = "(?:^| )(?:", ")(?= |$)"


def _compile_alternatives(pattern: re.Pattern[str], words: list[str]) -> re.Pattern[str]:
    joined = "|".join(words)
    if pattern.pattern.startswith(_BEFORE):
        joined = f"{_BEFORE}{joined}{_AFTER}"
    return re.compile(joined, pattern.flags)


def compute_f1(count: Overlap) -> float:
    """Return a page's F1."""
    both, extra, missed = count
    return 2 * both / (2 * both + extra + missed) if both else 0.0
