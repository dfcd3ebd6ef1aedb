from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.timeline.entry_text import is_sentence_opening
from tests.link.story_builder import StoryBuilder
from tests.timeline.stories import LAND, build_attack, list_entries


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Orland left", True),
        ("“We left”", True),
        ("40 boats left", True),
        ("£3m was lost", True),
        ("that Orland left", False),
        ("(Orland left)", False),
    ],
)
def test_sentence_opening(text: str, *, expected: bool) -> None:
    assert is_sentence_opening(text) is expected


def test_denied_reads_with_its_whole_sentence(tmp_path: Path) -> None:
    builder = StoryBuilder()
    text = "The minister denied that Orland attacked Westmark."
    row = build_attack(status="denied", negated=True, clause="Orland attacked Westmark")
    builder.add_page(text, "2020-05-01", entities=LAND, events=[row])
    (entry,) = list_entries(tmp_path, builder)
    assert entry.text == text


def test_fragments_read_in_their_sentence_and_are_marked_where_the_sentence_tells_another_time(
    tmp_path: Path,
) -> None:
    builder = StoryBuilder()
    text = "On Friday the council wept over the bridge that Orland promised Westmark in 2016."
    row = build_attack(
        trigger="promised",
        type="AGREE",
        time="in 2016",
        clause="that Orland promised Westmark in 2016",
    )
    builder.add_page(
        text,
        "2020-05-02",
        entities=LAND,
        times={"On Friday": "2020-05-01", "in 2016": "2016"},
        events=[row],
    )
    (entry,) = list_entries(tmp_path, builder)
    assert entry.text == text
    assert entry.told is not None
    assert entry.text[slice(*entry.told)] == "that Orland promised Westmark in 2016"


def test_a_fragment_of_a_very_long_sentence_keeps_what_it_hangs_on(tmp_path: Path) -> None:
    builder = StoryBuilder()
    clause = "that Orland promised Westmark in 2016"
    text = f"{'On Friday the council wept, and wept again, ' * 12}over the bridge {clause}."
    row = build_attack(trigger="promised", type="AGREE", time="in 2016", clause=clause)
    times = {"On Friday": "2020-05-01", "in 2016": "2016"}
    builder.add_page(text, "2020-05-02", entities=LAND, times=times, events=[row])
    (entry,) = list_entries(tmp_path, builder)
    assert entry.text.startswith("… ")
    assert entry.text.endswith(f"over the bridge {clause}.")
    assert entry.told is not None
    assert entry.text[slice(*entry.told)] == clause
