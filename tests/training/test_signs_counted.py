"""Signs counted: each sign goes to the type its name has in gold, names that lists know are left out."""

from __future__ import annotations

from collections import Counter

import pytest

pytest.importorskip("faker", reason="training/requirements.txt is not installed")

from training.names import NamedText
from training.signs import count, log_odds

from onrecord.language import load_backbone

TEXTS = (
    ("Brandlow’s widow lives near Oresk.", ("Brandlow", "PER"), ("Oresk", "LOC")),
    ("The town of Oresk is small.", ("Oresk", "LOC")),
    ("They met in Paris.", ("Paris", "LOC")),
)


def _named(text: str, *names: tuple[str, str]) -> NamedText:
    spans = tuple((text.index(name), text.index(name) + len(name), kind) for name, kind in names)
    return NamedText(text, spans)


def test_signs_go_to_the_type_of_gold() -> None:
    counted = count(load_backbone().nlp, [_named(text, *names) for text, *names in TEXTS])
    assert counted.names == {"PER": 1, "LOC": 2}  # every list knows Paris
    places = {place: dict(names) for (place, _), names in counted.signs.items()}
    assert places["after"] == {"PER": 1}
    assert places["before near"] == {"LOC": 1}
    assert places["before of"] == {"LOC": 1}


def test_log_odds_weigh_a_sign_against_all_names() -> None:
    names = Counter(PER=50, ORG=30, LOC=20)
    assert log_odds(Counter(PER=20), names, "PER") > 3
    assert log_odds(Counter(PER=20), names, "ORG") < -2
    assert abs(log_odds(names, names, "PER")) < 0.1
