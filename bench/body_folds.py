"""How much of the body's F1 comes of having been tuned on the pages it is measured on.

In: the pages of `bodies`. Out: counts of pages that the rules have not seen. The pages are dealt into folds; for each
fold, words and constants are taken out of the body's rules, and what is left is measured on the fold: first those that
change something on the fold and did not pay on the other folds, which is what tuning on these pages can have put in;
then, as the lowest bound, all that did not pay on the other folds, also what is right everywhere and rarely needed.
Out of scope: the rules' form, which is not undone.
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
Count = tuple[float, float, float]
_CLASSES = ((labels, "UNLIKELY_LABELS"), (labels, "NEVER_BODY_LABELS"), (labels, "LIKELY_LABELS"), (labels, "BODY_LABELS"), (body, "CAPTION_LABELS"))  # fmt: skip
_LINES = ((body, "CALL_TO_ACTION"), (body, "PICTURE_CREDIT"), (body, "PUBLICATION_LINE"))
_NEUTRAL = {"inner_share": 1.0, "named_gain": 1.0}
"""Thresholds of the article and the value at which each says nothing."""


@dataclass(frozen=True, slots=True)
class Part:
    """One word of a rule's list, or a threshold (`word` None), and the pages it may speak of."""

    module: ModuleType
    name: str
    word: str | None
    pages: frozenset[int]


@dataclass(frozen=True, slots=True)
class Folded:
    """The counts of each page by rules that did not see it, and how many parts each fold lost."""

    counts: list[Count]
    lost: list[int]


def folded(
    pages: list[Page], folds: int, measure: Callable[[list[Page]], list[Count]]
) -> tuple[list[Count], Folded, Folded]:
    """Return the counts by the rules as they are, without what was tuned on each page's fold, and the lowest bound."""
    parts = list(_parts(pages))
    whole = measure(pages)
    pays = [(part, _pays(part, pages, whole, measure)) for part in parts]
    both = []
    for only_tuned in (True, False):
        out = Folded([(0.0, 0.0, 0.0)] * len(pages), [])
        for fold in range(folds):
            dropped = [
                part
                for part, gains in pays
                if sum(gain for page, gain in gains.items() if page % folds != fold) <= 0
                and (not only_tuned or any(page % folds == fold for page in gains))
            ]
            out.lost.append(len(dropped))
            held = [number for number in range(len(pages)) if number % folds == fold]
            with without(dropped):
                counts = measure([pages[number] for number in held])
            for number, count in zip(held, counts, strict=True):
                out.counts[number] = count
        both.append(out)
    return whole, both[0], both[1]


def _parts(pages: list[Page]) -> Iterator[Part]:
    """Yield the parts of the rules that may speak of a page; what speaks of none can't have been tuned."""
    called, lines = [], []
    for _, data, _, _ in pages:
        tree = build_tree(scan_markup(decode_source(data, None).text))
        called.append({token for e in tree.elements for token in e.label_words.split("  ")})
        lines.append([block.text for block in tree.blocks])
    for rows, texts in ((_CLASSES, called), (_LINES, lines)):
        for module, name in rows:
            pattern: re.Pattern[str] = getattr(module, name)
            for word in alternatives(pattern.pattern):
                alone = _compiled(pattern, [word])
                hit = (n for n, found in enumerate(texts) if any(map(alone.search, found)))
                if spoken := frozenset(hit):
                    yield Part(module, name, word, spoken)
    for name in _NEUTRAL:
        yield Part(body_element, name, None, frozenset(range(len(pages))))


def _pays(
    part: Part, pages: list[Page], whole: list[Count], measure: Callable[[list[Page]], list[Count]]
) -> dict[int, float]:
    """Return what each page's F1 gains by the part; pages where it changes nothing are left out."""
    places = sorted(part.pages)
    with without([part]):
        counts = measure([pages[place] for place in places])
    gains = ((p, f1(whole[p]) - f1(count)) for p, count in zip(places, counts, strict=True))
    return {place: gain for place, gain in gains if gain}


@contextmanager
def without(parts: list[Part]) -> Iterator[None]:
    """Take `parts` out of the rules for a while."""
    kept: dict[tuple[ModuleType, str], Any] = {}
    for module, name in {(part.module, part.name) for part in parts}:
        gone = {part.word for part in parts if (part.module, part.name) == (module, name)}
        if name in _NEUTRAL:
            kept.setdefault((module, "THRESHOLDS"), module.THRESHOLDS)
            neutral = replace(module.THRESHOLDS, **{name: _NEUTRAL[name]})
            vars(module)["THRESHOLDS"] = neutral
        else:
            kept[module, name] = whole = getattr(module, name)
            left = [word for word in alternatives(whole.pattern) if word not in gone]
            setattr(module, name, _compiled(whole, left or [r"(?!)"]))
    _forget()
    try:
        yield
    finally:
        for (module, name), value in kept.items():
            setattr(module, name, value)
        _forget()


def _forget() -> None:
    for value in vars(labels).values():
        if hasattr(value, "cache_clear"):
            value.cache_clear()


def alternatives(pattern: str) -> list[str]:
    """Return the words of a list: what stands between `|` in the pattern's first group, or in all of it.

    Examples:
        >>> alternatives("(?:^| )(?:a|b (?:c|d))(?= |$)"), alternatives("a|(?:b|c)$")
        (['a', 'b (?:c|d)'], ['a', '(?:b|c)$'])

    """
    inner = pattern.removeprefix(_BEFORE).removesuffix(_AFTER)
    out, depth, begun, at = [], 0, 0, 0
    while at < len(inner):
        sign = inner[at]
        depth += (sign in "([") - (sign in ")]")
        if sign == "|" and not depth:
            out.append(inner[begun:at])
            begun = at + 1
        at += 2 if sign == "\\" else 1
    return [*out, inner[begun:]]


_BEFORE, _AFTER = "(?:^| )(?:", ")(?= |$)"


def _compiled(pattern: re.Pattern[str], words: list[str]) -> re.Pattern[str]:
    told = "|".join(words)
    if pattern.pattern.startswith(_BEFORE):
        told = f"{_BEFORE}{told}{_AFTER}"
    return re.compile(told, pattern.flags)


def f1(count: Count) -> float:
    """Return a page's F1."""
    both, extra, missed = count
    return 2 * both / (2 * both + extra + missed) if both else 0.0
