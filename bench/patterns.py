"""Patterns: regular expressions whose time grows faster than what they read.

Run it: `python -m bench.patterns [NAME…]` (`make patterns`, a part of `make check`). A pattern that was searched before is known by its hash, in `patterns_known.tsv`, and
not searched again unless `--all` asks for it; `--note` writes there what came of the others. Every other compiled pattern that a module of onrecord holds is searched in strings made to hurt it: for each of its repetitions what stands before
it, then what is repeated many times, then a character that no pattern expects; and repeats of common words and marks. A pattern that takes more than 2.5 times as long for twice as many is
printed, unless `BOUNDED` says why nothing long reaches it, and the exit status is 1; those that are noted as slow are counted. The times are CPU time, and measured again before a pattern is told.
"""

from __future__ import annotations

import argparse
import importlib
import math
import pkgutil
import re
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from re import _constants as codes  # type: ignore[attr-defined]  # Python has no other way to read a pattern
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import onrecord
from onrecord.language import thresholds as language
from onrecord.link import thresholds as link
from onrecord.records.ids import hash_sha256
from onrecord.run.time_limit import TooSlow, limit_cpu_time

MOST_PER_DOUBLING = 2.5
"""How many times as long twice the text may take."""
PAGE_CHARS = 8_000
"""How many characters a text has in which patterns are searched that read whole pages."""
MOST_SECONDS = 2.0
"""A search that takes longer is broken off: nothing that takes as long is linear."""
KNOWN = Path(__file__).parent / "patterns_known.tsv"
"""Hash, verdict and place of each pattern that was searched."""
LEAST_SECONDS = 0.1
"""A search that takes less is not judged: one in linear time takes a hundredth of it."""
REACH = {
    "extract.": language.THRESHOLDS.chunk_chars,
    "language.": language.THRESHOLDS.chunk_chars,
    "link.": link.THRESHOLDS.sentence_chars,
    "timeline.": link.THRESHOLDS.sentence_chars,
}
"""How many characters at once the patterns of a folder are searched in: a piece of the parse, a sentence; others in a page."""
_CALL = re.compile(r"\b(\w+)\.(search|match|fullmatch|sub|subn|split|finditer|findall)\b")
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
    pattern: re.Pattern[Any],
    before: str,
    repeated: str,
    *,
    chars: int = PAGE_CHARS,
    method: str = "search",
) -> tuple[float, float]:
    """Return how many times as long a search takes for twice the text, and its seconds; (1.0, 0.0) for one too short to judge.

    Args:
        pattern: the pattern.
        before: what comes once.
        repeated: what is repeated after it.
        chars: how long a text it is searched in; where that is less than a page, runs without a blank and runs of blanks are bounded as well.
        method: of the pattern, that the code asks.

    """
    is_piece = chars < PAGE_CHARS
    whole, half = (
        _build_text(before, repeated, size, is_piece=is_piece) for size in (chars, chars // 2)
    )
    first = _search(pattern, half, method)
    if first < LEAST_SECONDS / 4:
        return 1.0, 0.0
    if not math.isfinite(first):
        return math.inf, first
    seconds = min(_search(pattern, whole, method) for _ in range(2))
    if seconds < LEAST_SECONDS:
        return 1.0, 0.0
    return seconds / min(_search(pattern, half, method) for _ in range(2)), seconds


def _build_text(before: str, repeated: str, chars: int, *, is_piece: bool) -> str:
    most = chars
    if is_piece and not any(map(str.isspace, repeated)):
        most = language.THRESHOLDS.unbroken_chars - 1
    elif is_piece and not any(map(str.isalpha, repeated)):
        most = language.THRESHOLDS.wordless_chars
    once = before + repeated * (min(most, chars) // len(repeated)) + NO_PATTERN_EXPECTS
    return " and ".join([once] * max(1, chars // len(once)))


def _search(pattern: re.Pattern[Any], text: str | bytes, method: str) -> float:
    """Return the seconds that a search takes, infinite where it takes more than `MOST_SECONDS`."""
    if isinstance(pattern.pattern, bytes) and isinstance(text, str):
        text = text.encode("utf-8", "replace")

    begun = time.process_time()
    try:
        with limit_cpu_time(MOST_SECONDS):
            getattr(pattern, method)(text)
    except TooSlow:
        return math.inf
    return time.process_time() - begun


def find_growth(place: str, pattern: re.Pattern[Any]) -> tuple[float, str, float] | None:
    """Return how many times as long, for twice which text, and the seconds of a pattern that is too slow; None for one that is not."""
    chars, method = choose_reach(place), choose_method(place)
    for before, repeated in iter_attacks(pattern):
        growth, seconds = measure_growth(pattern, before, repeated, chars=chars, method=method)
        if growth > MOST_PER_DOUBLING and math.isfinite(growth):
            again, _ = measure_growth(pattern, before, repeated, chars=chars, method=method)
            growth = min(growth, again)
        if growth > MOST_PER_DOUBLING:
            return growth, before + repeated, seconds
    return None


def choose_reach(place: str) -> int:
    """Return how many characters at once the pattern of a place is searched in."""
    return next((REACH[folder] for folder in REACH if place.startswith(folder)), PAGE_CHARS)


@cache
def _read_calls() -> dict[str, dict[str, frozenset[str]]]:
    """Return module → name → the methods of that name which the module's code asks."""
    calls: dict[str, dict[str, frozenset[str]]] = {}
    root = Path(onrecord.__file__).parent
    for path in root.rglob("*.py"):
        module = ".".join(path.relative_to(root).with_suffix("").parts).removesuffix(".__init__")
        own: dict[str, frozenset[str]] = defaultdict(frozenset)
        for name, method in _CALL.findall(path.read_text(encoding="utf-8")):
            own[name] |= {method}
        calls[module] = own
    return calls


def choose_method(place: str) -> str:
    """Return what the code asks of the pattern of a place: "match" or "fullmatch" where it is nowhere searched for, else "search"."""
    module, _, name = place.partition("[")[0].rpartition(".")
    calls = _read_calls()
    of_module = [calls.get(module, {})] if name.startswith("_") else list(calls.values())
    methods = frozenset[str]().union(*(own.get(name, frozenset()) for own in of_module))
    if not methods or methods - {"match", "fullmatch"}:
        return "search"
    return "match" if "match" in methods else "fullmatch"


def hash_pattern(place: str, pattern: re.Pattern[Any]) -> str:
    """Return a hash of all that the time of a search hangs on: the pattern, its flags, how much it is searched in."""
    return hash_sha256(
        repr((pattern.pattern, pattern.flags, choose_reach(place), choose_method(place))).encode()
    )[:16]


def read_known(path: Path = KNOWN) -> dict[str, str]:
    """Return hash → "linear" or "slow" of the patterns that were searched before."""
    if not path.exists():
        return {}
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return {row[0]: row[1] for row in rows}


def write_known(known: Mapping[str, str], places: Mapping[str, str], path: Path = KNOWN) -> None:
    """Write what is known of the patterns that there are; `places`: hash → where one is."""
    lines = [f"{one}\t{known[one]}\t{places[one]}\n" for one in sorted(known) if one in places]
    path.write_text("".join(lines), encoding="utf-8")


BOUNDED: Mapping[str, str] = {
    "pages.article.saving_notes._HTTRACK": "matched at the beginning of a comment, by a variable",
    "pages.article.saving_notes._MONOLITH": "matched at the beginning of a comment, by a variable",
    "pages.article.saving_notes._SAVED_FROM": "matched at the beginning of a comment, by a variable",
    "pages.article.saving_notes._SINGLE_FILE": "matched at the beginning of a comment, by a variable",
    "story.time_descriptions._COUNT": "searched in a value that we wrote",
}
"""Patterns that take too long for long texts, and why none reaches them."""


def main() -> int:
    """Search every pattern in what may hurt it and print those that it does; return the exit status."""
    parser_ = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser_.add_argument("names", nargs="*", help="parts of the places of the patterns to try")
    parser_.add_argument("--all", action="store_true", help="search known patterns again")
    parser_.add_argument("--note", action="store_true", help="write what came of it")
    given = parser_.parse_args()
    patterns = collect_patterns()
    hashes = {place: hash_pattern(place, pattern) for place, pattern in patterns.items()}
    known = read_known()
    asked = {place for place in patterns if any(name in place for name in given.names or [""])}
    wrong = searched = 0
    for place in sorted(asked):
        if hashes[place] in known and not given.all:
            continue
        searched += 1
        found = find_growth(place, patterns[place])
        known[hashes[place]] = "slow" if found else "linear"
        if found and place not in BOUNDED:
            wrong += 1
            growth, text, seconds = found
            print(f"{place}: {growth:.1f} times as long for twice {text!r} ({seconds:.2f} s)", flush=True)  # fmt: skip
    stale = sorted(place for place in BOUNDED if place in asked and known[hashes[place]] != "slow")
    if stale:
        print(f"no longer slow, so not to be excused: {', '.join(stale)}")
    if given.note:
        write_known(known, {one: place for place, one in hashes.items()})
    slow = sum(known[hashes[place]] == "slow" for place in asked)
    linear = 1 - slow / max(len(asked), 1)
    print(
        f"{len(asked)} patterns, {searched} searched, {wrong} of these too slow, {slow} slow in all"
    )
    print(f"patterns.linear={linear:.3f}")
    return 1 if stale or (wrong and not given.note) else 0


if __name__ == "__main__":
    sys.exit(main())
