"""The search for slow patterns finds them, knows those it has searched, and asks of each what the code asks."""

from __future__ import annotations

import re
from pathlib import Path

from bench.patterns import (
    BOUNDED,
    choose_method,
    collect_patterns,
    find_growth,
    hash_pattern,
    measure_growth,
    read_known,
    write_known,
)

SLOW = re.compile(r"\s+(?:[|–—·•»:-]|::|--)\s+|\s*[|»]\s*")
GUARDED = re.compile(r"(?<!\s)\s+(?:[|–—·•»:-]|::|--)\s+|(?:(?<!\s)\s+)?[|»]\s*")


def test_a_slow_pattern_is_found_and_its_mended_form_is_not() -> None:
    found = find_growth("pages.a._SLOW", SLOW)
    assert found is not None
    assert find_growth("pages.a._SLOW", GUARDED) is None


def test_a_search_without_end_is_broken_off() -> None:
    growth, _ = measure_growth(re.compile(r"(?:a+)+$"), "", "a")
    assert growth == float("inf")


def test_a_pattern_that_is_only_matched_is_slow_only_where_a_match_is() -> None:
    assert measure_growth(SLOW, "", " ", method="match") == (1.0, 0.0)
    assert choose_method("story.verify._WHOLE_OBJECTS") == "fullmatch"
    assert choose_method("pages.flat.byline._LIST_SEPARATOR") == "search"


def test_nearly_every_pattern_is_known_and_none_is_excused_for_nothing(tmp_path: Path) -> None:
    patterns, known = collect_patterns(), read_known()
    hashes = {place: hash_pattern(place, pattern) for place, pattern in patterns.items()}
    unknown = [place for place, one in hashes.items() if one not in known]
    assert len(unknown) < len(patterns) / 20
    assert BOUNDED.keys() <= patterns.keys()
    write_known({"b": "slow", "a": "linear"}, {"a": "x", "b": "y"}, tmp_path / "k.tsv")
    assert read_known(tmp_path / "k.tsv") == {"a": "linear", "b": "slow"}
