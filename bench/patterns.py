"""Patterns: regular expressions whose time grows faster than what they read.

Run it: `python -m bench.patterns [NAME…]` (`make patterns`). Every compiled pattern that a module of onrecord holds is searched in strings made to hurt it: for each of its repetitions what stands before
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
from onrecord.link import thresholds as link

MOST_PER_DOUBLING = 2.5
"""How many times as long twice the text may take."""
PAGE_CHARS = 8_000
"""How many characters a text has in which patterns are searched that read whole pages."""
LEAST_SECONDS = 0.1
"""A search that takes less is not judged: one in linear time takes a hundredth of it."""
REACH = {
    "extract.": language.THRESHOLDS.chunk_chars,
    "language.": language.THRESHOLDS.chunk_chars,
    "link.": link.THRESHOLDS.sentence_chars,
    "timeline.": link.THRESHOLDS.sentence_chars,
}
"""How many characters at once the patterns of a folder are searched in: a piece of the parse, a sentence; others in a page."""
LEAST_REPEATS = 20
"""A part that may stand no more often than this is no repetition."""
NO_PATTERN_EXPECTS = "\u0001"
COMMON = (
    "a",
    "A",
    "1",
    " ",
    ".",
    ",",
    "-",
    "“",
    "a ",
    "A ",
    "1 ",
    "1,",
    "A. ",
    "a-",
    "Mr ",
    "said ",
    "> ",
)
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
        if code in _REPEATS and value[1] > LEAST_REPEATS:
            for repeated in _vary(list(value[2])):
                yield prefix, repeated
                if place + 1 < len(parsed):
                    yield "", repeated + _write(parsed[place + 1 : place + 2])
        for inner in _list_inner(code, value):
            yield from _iter_repeated(inner, prefix)


def _list_inner(code: Any, value: Any) -> list[list[Any]]:
    """Return the parts of a part, alternatives each on its own."""
    if code is codes.BRANCH:
        return [list(branch) for branch in value[1]]
    place = _INNER_PLACES.get(code)
    if code is codes.ATOMIC_GROUP:
        return [list(value)]
    return [] if place is None else [list(value[place])]


def _vary(parsed: list[Any]) -> list[str]:
    """Return some texts that a repeated part matches: one for each of its branches, or for some characters of its class."""
    if len(parsed) == 1:
        code, value = parsed[0]
        if code is codes.BRANCH:
            return [_write(list(branch)) for branch in value[1]][:12]
        if code is codes.IN:
            return [char for char in _FIRST_CHARACTERS if _is_in(value, char)][:2] or [_pick(value)]
        if code is codes.SUBPATTERN:
            return _vary(list(value[3]))
    return [_write(parsed)]


def _write(parsed: list[Any]) -> str:
    """Return a short text that a parsed pattern matches, as far as that is easily told."""
    return "".join(_write_one(code, value) for code, value in parsed)


def _write_one(code: Any, value: Any) -> str:
    if code is codes.LITERAL:
        return chr(int(value))
    if code is codes.NOT_LITERAL:
        return next(char for char in _FIRST_CHARACTERS if ord(char) != value)
    if code is codes.IN:
        return _pick(list(value))
    if code in {codes.ASSERT, codes.ASSERT_NOT} or code not in _INNER_PLACES.keys() | _GROUPS:
        return "a" if code is codes.ANY else ""
    times = max(1, int(value[0])) if code in _REPEATS else 1
    return _write(_list_inner(code, value)[0]) * times


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


_REPEATS = {codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT}
_GROUPS = {codes.BRANCH, codes.ATOMIC_GROUP}
_INNER_PLACES = {
    **dict.fromkeys(_REPEATS, 2),
    codes.SUBPATTERN: 3,
    codes.ASSERT: 1,
    codes.ASSERT_NOT: 1,
}
"""Parts that hold others, and where."""
_CATEGORIES = {
    codes.CATEGORY_DIGIT: r"\d",
    codes.CATEGORY_NOT_DIGIT: r"\D",
    codes.CATEGORY_SPACE: r"\s",
    codes.CATEGORY_NOT_SPACE: r"\S",
    codes.CATEGORY_WORD: r"\w",
    codes.CATEGORY_NOT_WORD: r"\W",
}


def measure_growth(
    pattern: re.Pattern[Any], before: str, repeated: str, *, chars: int = PAGE_CHARS
) -> tuple[float, float]:
    """Return how many times as long a search takes for twice the text, and its seconds; (1.0, 0.0) for one too short to judge.

    Args:
        pattern: the pattern.
        before: what comes once.
        repeated: what is repeated after it.
        chars: how long a text it is searched in; where that is less than a page, runs without a blank and runs of blanks are bounded as well.

    """
    is_piece = chars < PAGE_CHARS
    whole, half = (
        _build_text(before, repeated, size, is_piece=is_piece) for size in (chars, chars // 2)
    )
    if _search(pattern, half) < LEAST_SECONDS / 4:
        return 1.0, 0.0
    seconds = min(_search(pattern, whole) for _ in range(2))
    if seconds < LEAST_SECONDS:
        return 1.0, 0.0
    return seconds / min(_search(pattern, half) for _ in range(2)), seconds


def _build_text(before: str, repeated: str, chars: int, *, is_piece: bool) -> str:
    most = chars
    if is_piece and not any(map(str.isspace, repeated)):
        most = language.THRESHOLDS.unbroken_chars - 1
    elif is_piece and not any(map(str.isalpha, repeated)):
        most = language.THRESHOLDS.wordless_chars
    once = before + repeated * (min(most, chars) // len(repeated)) + NO_PATTERN_EXPECTS
    return " and ".join([once] * max(1, chars // len(once)))


def _search(pattern: re.Pattern[Any], text: str | bytes) -> float:
    if isinstance(pattern.pattern, bytes) and isinstance(text, str):
        text = text.encode("utf-8", "replace")
    begun = time.process_time()
    pattern.search(text)
    return time.process_time() - begun


BOUNDED: Mapping[str, str] = {
    "extract.events.quoted_events._FIRST_PERSON_POSSESSIVE": "matched at the beginning of an actor's words",
    "extract.times.en.periods._DETERMINED_OR_AGO": "matched at the beginning of a time's words",
    "extract.times.timex.granularity._ANY_SHAPE": "must match the whole of a value that we wrote",
    "language.names.gazetteer._GOVERNMENT": "must match the whole of a name",
    "story.time_descriptions._COUNT": "searched in a value that we wrote",
    "story.verify._WHOLE_OBJECTS": "must match the whole of an object's bytes",
}
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
        chars = next((REACH[folder] for folder in REACH if place.startswith(folder)), PAGE_CHARS)
        for before, repeated in iter_attacks(pattern):
            growth, seconds = measure_growth(pattern, before, repeated, chars=chars)
            if growth > MOST_PER_DOUBLING:
                growth = min(growth, measure_growth(pattern, before, repeated, chars=chars)[0])
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
