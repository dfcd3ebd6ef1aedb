"""Patterns: regular expressions whose time grows faster than what they read.

Run it: `python -m bench.patterns [NAME…]`; part of `make check`. Every compiled pattern that a module of onrecord holds is searched in strings made to hurt it: for each of its repetitions what stands before
it, then what is repeated many times, then a character that no pattern expects; and repeats of common words and marks. A pattern that takes more than 2.5 times as long for twice as many is
printed, unless `BOUNDED` says why nothing long reaches it, and the exit status is 1. The times are CPU time, and measured again before a pattern is told.
"""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import re
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from re import _constants as codes  # type: ignore[attr-defined]  # Python has no other way to read a pattern
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import onrecord
from onrecord.language import thresholds as language

MOST_PER_DOUBLING = 2.5
"""How many times as long twice the text may take."""
PAGE_CHARS = 8_000
"""How many characters a text has in which patterns are searched that read whole pages; those of what is parsed are searched in one of its pieces."""
LEAST_SECONDS = 0.025
"""A search that takes less is not judged: one in linear time takes a hundredth of it."""
OF_PARSED = ("extract.", "language.")
"""Where the patterns are that read only what is parsed."""
NO_PATTERN_EXPECTS = "\u0001"
COMMON = ("a", "A", "1", " ", "\n", "\t", ".", ",", "-", "'", "“", "”", '"', "(", "&", "/", "a ", "A ", "1 ", "1,", "a, ", "A. ", "Mr ", "a-", "a.", "a\n", "1 1", "said ", "“a” ", "1/", "1:", "> ", "by ", "http://")  # fmt: skip
_FIRST_CHARACTERS = "ab1A ,.-:/'\"\n“_@é"


def collect_patterns() -> dict[str, re.Pattern[Any]]:
    """Return the compiled patterns of onrecord's modules, each once, by where the first module holds it."""
    for module in pkgutil.walk_packages(onrecord.__path__, "onrecord."):
        if not module.name.endswith(("__main__", "subprocess_reader")):
            importlib.import_module(module.name)
    found: dict[tuple[Any, int], tuple[str, re.Pattern[Any]]] = {}
    for name, loaded in sorted(sys.modules.items()):
        if name.partition(".")[0] == "onrecord":
            for own, value in vars(loaded).items():
                for pattern in _iter_patterns(value, depth=0):
                    place = f"{name.removeprefix('onrecord.')}.{own}"
                    found.setdefault((pattern.pattern, pattern.flags), (place, pattern))
    by_place: dict[str, re.Pattern[Any]] = {}
    for place, pattern in found.values():
        number = sum(1 for other in by_place if other.partition("[")[0] == place)
        by_place[f"{place}[{number}]" if number else place] = pattern
    return by_place


def _iter_patterns(value: Any, depth: int) -> Iterator[re.Pattern[Any]]:
    """Yield the patterns in a value, its items and fields."""
    if isinstance(value, re.Pattern):
        yield value
    elif depth < 4 and isinstance(value, tuple | list | set | frozenset):
        for item in value:
            yield from _iter_patterns(item, depth + 1)
    elif depth < 4 and isinstance(value, Mapping):
        for item in (*value.keys(), *value.values()):
            yield from _iter_patterns(item, depth + 1)
    elif depth < 4 and is_dataclass(value):
        for one in fields(value):
            yield from _iter_patterns(getattr(value, one.name, None), depth + 1)


def iter_attacks(pattern: re.Pattern[Any]) -> Iterator[tuple[str, str]]:
    """Yield (what comes before, what is repeated) for each repetition of a pattern without a small bound, then `COMMON`."""
    source = pattern.pattern
    source = source.decode("latin-1") if isinstance(source, bytes) else source
    seen = set()
    for attack in _iter_repeated(list(parser.parse(source, pattern.flags & ~re.DEBUG)), ""):
        if attack not in seen and attack[1]:
            seen.add(attack)
            yield attack
    for repeated in COMMON:
        if ("", repeated) not in seen:
            yield "", repeated


def _iter_repeated(parsed: list[Any], before: str) -> Iterator[tuple[str, str]]:
    for place, (code, value) in enumerate(parsed):
        prefix = before + _write(parsed[:place])
        if code in {codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT}:
            _, most, inner = value
            if most > 20:
                for repeated in _vary(list(inner)):
                    yield prefix, repeated
                    yield "", repeated
                    if place + 1 < len(parsed):
                        yield "", repeated + _write(parsed[place + 1 : place + 2])
            yield from _iter_repeated(list(inner), prefix)
        elif code is codes.SUBPATTERN:
            yield from _iter_repeated(list(value[3]), prefix)
        elif code is codes.BRANCH:
            for branch in value[1]:
                yield from _iter_repeated(list(branch), prefix)
        elif code in {codes.ASSERT, codes.ASSERT_NOT}:
            yield from _iter_repeated(list(value[1]), prefix)
        elif code is codes.ATOMIC_GROUP:
            yield from _iter_repeated(list(value), prefix)


def _vary(parsed: list[Any]) -> list[str]:
    """Return some texts that a repeated part matches: one for each of its branches, or for some characters of its class."""
    if len(parsed) == 1:
        code, value = parsed[0]
        if code is codes.BRANCH:
            return [_write(list(branch)) for branch in value[1]][:12]
        if code is codes.IN:
            return [char for char in _FIRST_CHARACTERS if _is_in(value, char)][:6] or [_pick(value)]
        if code is codes.SUBPATTERN:
            return _vary(list(value[3]))
    return [_write(parsed)]


def _write(parsed: list[Any]) -> str:
    """Return a short text that a parsed pattern matches, as far as that is easily told."""
    return "".join(_write_one(code, value) for code, value in parsed)


def _write_one(code: Any, value: Any) -> str:
    if code is codes.LITERAL:
        return chr(value)
    if code is codes.NOT_LITERAL:
        return next(char for char in _FIRST_CHARACTERS if ord(char) != value)
    if code is codes.ANY:
        return "a"
    if code is codes.IN:
        return _pick(value)
    if code is codes.BRANCH:
        return _write(list(value[1][0]))
    if code is codes.SUBPATTERN:
        return _write(list(value[3]))
    if code is codes.ATOMIC_GROUP:
        return _write(list(value))
    if code in {codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT}:
        return _write(list(value[2])) * max(1, value[0])
    return ""


def _pick(members: list[Any]) -> str:
    """Return a character of a class."""
    for char in _FIRST_CHARACTERS:
        if _is_in(members, char):
            return char
    code, value = members[-1]
    return chr(value[0] if code is codes.RANGE else value) if code is not codes.CATEGORY else "a"


def _is_in(members: list[Any], char: str) -> bool:
    found, negated = False, False
    for code, value in members:
        if code is codes.NEGATE:
            negated = True
        elif code is codes.LITERAL:
            found |= ord(char) == value
        elif code is codes.RANGE:
            found |= value[0] <= ord(char) <= value[1]
        elif code is codes.CATEGORY:
            found |= re.match(_CATEGORIES[value], char) is not None
    return found != negated


_CATEGORIES = {
    codes.CATEGORY_DIGIT: r"\d",
    codes.CATEGORY_NOT_DIGIT: r"\D",
    codes.CATEGORY_SPACE: r"\s",
    codes.CATEGORY_NOT_SPACE: r"\S",
    codes.CATEGORY_WORD: r"\w",
    codes.CATEGORY_NOT_WORD: r"\W",
}


def measure_growth(
    pattern: re.Pattern[Any], before: str, repeated: str, *, is_of_parsed: bool
) -> tuple[float, float]:
    """Return how many times as long a search takes for twice the text, and its seconds; (1.0, 0.0) for one too short to judge.

    Args:
        pattern: the pattern.
        before: what comes once.
        repeated: what is repeated after it.
        is_of_parsed: whether the pattern is only searched in what is parsed: pieces whose length, and that of runs without a blank and of blanks, is bounded.

    """
    chars = language.THRESHOLDS.chunk_chars if is_of_parsed else PAGE_CHARS
    whole, half = (
        _build_text(before, repeated, size, is_of_parsed) for size in (chars, chars // 2)
    )
    if _search(pattern, half) < LEAST_SECONDS / 4:
        return 1.0, 0.0
    seconds = min(_search(pattern, whole) for _ in range(2))
    if seconds < LEAST_SECONDS:
        return 1.0, 0.0
    return seconds / min(_search(pattern, half) for _ in range(2)), seconds


def _build_text(before: str, repeated: str, chars: int, is_of_parsed: bool) -> str:
    most = chars
    if is_of_parsed and not any(map(str.isspace, repeated)):
        most = language.THRESHOLDS.unbroken_chars - 1
    elif is_of_parsed and not any(map(str.isalpha, repeated)):
        most = language.THRESHOLDS.wordless_chars
    once = before + repeated * (min(most, chars) // len(repeated)) + NO_PATTERN_EXPECTS
    return " and ".join([once] * max(1, chars // len(once)))


def _search(pattern: re.Pattern[Any], text: str | bytes) -> float:
    if isinstance(pattern.pattern, bytes) and isinstance(text, str):
        text = text.encode("utf-8", "replace")
    begun = time.process_time()
    pattern.search(text)
    return time.process_time() - begun


BOUNDED: Mapping[str, str] = {}
"""Patterns that take too long for long texts, and why none reaches them."""


def main() -> int:
    """Search every pattern in what may hurt it and print those that it does; return the exit status."""
    parser_ = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser_.add_argument("names", nargs="*", help="parts of the places of the patterns to try")
    given = parser_.parse_args()
    patterns = collect_patterns()
    kept = {place: pattern for place, pattern in patterns.items() if any(name in place for name in given.names or [""])}  # fmt: skip
    found = []
    for place, pattern in kept.items():
        is_of_parsed = place.startswith(OF_PARSED)
        for before, repeated in iter_attacks(pattern):
            growth, seconds = measure_growth(pattern, before, repeated, is_of_parsed=is_of_parsed)
            if growth > MOST_PER_DOUBLING:
                again = measure_growth(pattern, before, repeated, is_of_parsed=is_of_parsed)
                growth = min(growth, again[0])
            if growth > MOST_PER_DOUBLING:
                found.append(place)
                if place not in BOUNDED:
                    print(f"{place}: {growth:.1f} times as long for twice {before + repeated!r} ({seconds:.2f} s)", flush=True)  # fmt: skip
                break
    wrong = sorted(set(found) - BOUNDED.keys())
    stale = sorted(place for place in BOUNDED if place in kept and place not in found)
    if stale:
        print(f"no longer slow, so not to be excused: {', '.join(stale)}")
    print(f"{len(kept)} patterns, {len(wrong)} too slow, {len(found) - len(wrong)} of them known")
    return 1 if wrong or stale else 0


if __name__ == "__main__":
    sys.exit(main())
