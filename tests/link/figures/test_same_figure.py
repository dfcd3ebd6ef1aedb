from __future__ import annotations

import pytest

from tests.link.figures.counts import LAND, add_ferries
from tests.link.story_builder import StoryBuilder


def list_links(builder: StoryBuilder, *kinds: str) -> list[tuple[str, str, str]]:
    return [
        (link.kind, builder.quote(link.a), builder.quote(link.b))
        for link in builder.link().links
        if link.kind in kinds
    ]


def list_candidates(builder: StoryBuilder) -> set[str]:
    return {link.kind for link in builder.link().links if link.candidate}


def test_later_count_updates_the_earlier() -> None:
    builder = StoryBuilder()
    add_ferries(builder, "Orland has 12 ferries on the lake.", "2019-01-05", "12", 12)
    add_ferries(builder, "Orland has 17 ferries on the lake.", "2021-03-01", "17", 17)
    assert list_links(builder, "updates", "contradicts") == [("updates", "12", "17")]
    assert list_candidates(builder) == {"updates"}


def test_two_counts_in_one_week_contradict() -> None:
    builder = StoryBuilder()
    add_ferries(builder, "Orland has 12 ferries on the lake.", "2019-01-05", "12", 12)
    add_ferries(builder, "Orland has 17 ferries on the lake.", "2019-01-07", "17", 17)
    assert list_links(builder, "updates", "contradicts") == [("contradicts", "12", "17")]
    assert list_candidates(builder) == {"contradicts"}


def test_hedges_that_agree_are_the_same_figure() -> None:
    builder = StoryBuilder()
    add_ferries(
        builder,
        "Orland has more than 12 ferries on the lake.",
        "2019-01-05",
        "more than 12",
        12,
        hedge="over",
    )
    add_ferries(builder, "Orland has 17 ferries on the lake.", "2019-01-07", "17", 17)
    assert list_links(builder, "updates", "contradicts", "same_figure") == [
        ("same_figure", "more than 12", "17")
    ]
    assert list_candidates(builder) == set()


@pytest.mark.parametrize(
    "second",
    [
        "Westmark has 17 ferries on the lake.",
        "Orland will have 17 more ferries on the lake.",
        "Orland has 17 car ferries near 30 rowing boats.",
    ],
)
def test_another_thing_is_not_joined(second: str) -> None:
    builder = StoryBuilder()
    add_ferries(builder, "Orland has 12 ferries on the lake.", "2019-01-05", "12", 12)
    row: dict[str, object] = {
        "words": "17",
        "value": 17.0,
        "what": "ferries" if "boats" not in second else "rowing boats",
    }
    name = "Westmark" if "Westmark" in second else "Orland"
    builder.add_page(second, "2019-01-07", entities={name: "place"}, figures=[row])
    assert list_links(builder, "updates", "contradicts", "same_figure") == []


def test_rival_count_in_the_next_sentence_contradicts() -> None:
    builder = StoryBuilder()
    builder.add_page(
        "The ministry says about 900 pupils have passed the course. The teachers’ union counts 610.",
        "2019-01-05",
        figures=[
            {"words": "about 900", "value": 900.0, "hedge": "about", "what": "pupils"},
            {"words": "610", "value": 610.0},
        ],
    )
    assert list_links(builder, "contradicts") == [("contradicts", "about 900", "610")]


@pytest.mark.parametrize(
    "text",
    [
        "About 900 pupils have passed the course. The town has 610.",
        "About 900 pupils have passed the course.\n\nThe union counts 610.",
        "About 900 pupils have passed the course. The union counts 610 more.",
    ],
)
def test_no_rival_without_counting_or_beside_it(text: str) -> None:
    builder = StoryBuilder()
    rows = [{"words": "900", "value": 900.0, "what": "pupils"}, {"words": "610", "value": 610.0}]
    builder.add_page(text, "2019-01-05", figures=rows)
    assert list_links(builder, "contradicts") == []


def test_two_figures_of_one_sentence_do_not_contradict() -> None:
    builder = StoryBuilder()
    rows = [
        {"words": "seven", "value": 7.0, "what": "ferries"},
        {"words": "12", "value": 12.0, "what": "ferries"},
    ]
    builder.add_page(
        "Orland has bought only seven of the 12 ferries.", "2019-01-05", entities=LAND, figures=rows
    )
    assert list_links(builder, "contradicts") == []


def test_corrected_version_updates_the_figure() -> None:
    builder = StoryBuilder()
    text = "The bridge over the Alder has cost the town {} since the spring of that year, auditors said on Monday."
    for words, value in (("£124m", 124e6), ("£142m", 142e6)):
        more = "The report runs to eighty pages and was read aloud to the council, who slept through most of it."
        builder.add_page(
            f"{text.format(words)}\n\n{more}",
            "2019-01-05",
            url="https://one.example/bridge",
            figures=[{"words": words, "value": value, "unit": "GBP"}],
        )
    kinds = list_links(builder, "updates", "contradicts")
    assert [kind for kind, _, _ in kinds] == ["updates"]
    assert {kinds[0][1], kinds[0][2]} == {"£124m", "£142m"}
    assert list_candidates(builder) == set()


def test_counts_of_the_dead_of_two_incidents_are_apart() -> None:
    builder = StoryBuilder()
    for published, words, value in (("2019-01-05", "30", 30.0), ("2020-06-05", "12", 12.0)):
        builder.add_page(
            f"In Orland {words} miners were killed in a fall of rock.",
            published,
            entities=LAND,
            figures=[{"words": words, "value": value, "what": "miners"}],
            events=[{"trigger": "killed", "targets": ["miners"]}],
        )
    assert list_links(builder, "updates", "contradicts", "same_figure") == []


def test_since_tells_when_counting_began() -> None:
    builder = StoryBuilder()
    for published, words, value in (("2019-01-05", "900", 900.0), ("2021-01-05", "1,400", 1400.0)):
        builder.add_page(
            f"Orland has trained {words} pilots since 2016.",
            published,
            entities=LAND,
            times={"2016": "2016"},
            figures=[{"words": words, "value": value, "what": "pilots", "as_of": "2016"}],
            events=[{"trigger": "trained", "actors": ["Orland"], "targets": ["pilots"]}],
        )
    assert list_links(builder, "updates", "contradicts") == [("updates", "900", "1,400")]
