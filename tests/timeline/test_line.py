from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.timeline import build_timeline, select_best
from tests.link.story_builder import StoryBuilder
from tests.timeline.stories import LAND, build_attack, list_entries, open_story_of


@pytest.mark.parametrize(
    ("value", "day", "sureness"),
    [
        ("2020-03-08", "2020-03-08", "day"),
        ("2020-03", "2020-03", "month"),
        ("2019", "2019", "year"),
        ("2019-SU", "2019", "year"),
        (None, "2020-05-01", "before_published"),
    ],
)
def test_day_and_sureness(tmp_path: Path, value: str | None, day: str, sureness: str) -> None:
    builder = StoryBuilder()
    text = "Orland attacked Westmark back then."
    times = {"back then": value} if value else None
    builder.add_page(
        text,
        "2020-05-01",
        entities=LAND,
        times=times,
        events=[build_attack(time="back then" if value else None)],
    )
    (entry,) = list_entries(tmp_path, builder)
    assert (entry.day, entry.sureness, entry.status) == (day, sureness, "happened")


def test_plans_without_a_time_have_no_day(tmp_path: Path) -> None:
    builder = StoryBuilder()
    builder.add_page(
        "Orland will attack Westmark.",
        "2020-05-01",
        entities=LAND,
        events=[build_attack(trigger="attack", status="planned")],
    )
    (entry,) = list_entries(tmp_path, builder)
    assert (entry.day, entry.sureness, entry.status) == (None, "unknown", "planned")


def test_undated_page_gives_no_day(tmp_path: Path) -> None:
    builder = StoryBuilder()
    builder.add_page("Orland attacked Westmark.", None, entities=LAND, events=[build_attack()])
    (entry,) = list_entries(tmp_path, builder)
    assert (entry.day, entry.sureness) == (None, "unknown")


def test_a_time_after_the_page_is_not_when_it_happened(tmp_path: Path) -> None:
    builder = StoryBuilder()
    text = "Orland promised Westmark a bridge by 2023."
    row = build_attack(trigger="promised", type="AGREE", time="2023")
    builder.add_page(text, "2020-05-01", entities=LAND, times={"2023": "2023"}, events=[row])
    (entry,) = list_entries(tmp_path, builder)
    assert (entry.day, entry.sureness) == ("2020-05-01", "before_published")


def test_copies_are_one_entry_and_one_report(tmp_path: Path) -> None:
    builder = StoryBuilder()
    text = (
        "Orland attacked Westmark at dawn on Friday, with forty rowing boats and a brass band on the largest.\n\n"
        "The oars were muffled with wool, the band was not, and the harbour watch had breakfast waiting for them."
    )
    for outlet in ("One", "Two", "Three"):
        builder.add_page(
            text,
            "2020-05-02",
            outlet=outlet,
            url=f"https://{outlet}.example",
            entities=LAND,
            times={"Friday": "2020-05-01"},
            events=[build_attack(time="Friday")],
        )
    builder.add_page("On Friday Orland attacked Westmark.", "2020-05-02", outlet="Four", entities=LAND,
              times={"Friday": "2020-05-01"}, events=[build_attack(time="Friday")])  # fmt: skip
    (entry,) = list_entries(tmp_path, builder)
    assert len(entry.pages) == 4
    assert len(entry.events) == 4
    assert entry.reports == 2


def test_light_and_nameless_events_are_left_out(tmp_path: Path) -> None:
    builder = StoryBuilder()
    rows = [
        {"trigger": "has", "actors": ["Orland"]},
        {"trigger": "sang", "actors": ["They"]},
        {"trigger": "might sink", "actors": ["Orland"], "status": "possible"},
    ]
    builder.add_page(
        "Orland has boats. They sang. Orland might sink.",
        "2020-05-01",
        entities={"Orland": "place"},
        events=rows,
    )
    assert list_entries(tmp_path, builder) == []


def test_a_when_clause_joins_the_clause_before_it(tmp_path: Path) -> None:
    builder = StoryBuilder()
    text = "Orland pilots were killed on Friday when Westmark attacked Orland."
    rows = [
        {
            "trigger": "killed",
            "targets": ["Orland"],
            "type": "ASSAULT",
            "time": "Friday",
            "clause": "Orland pilots were killed on Friday",
        },
        build_attack(
            actors=["Westmark"], targets=["Orland"], clause="when Westmark attacked Orland"
        ),
    ]
    builder.add_page(text, "2020-05-02", entities=LAND, times={"Friday": "2020-05-01"}, events=rows)
    (entry,) = list_entries(tmp_path, builder)
    assert (entry.day, len(entry.events)) == ("2020-05-01", 2)


def test_what_goes_on_within_a_dated_clause_is_of_its_day(tmp_path: Path) -> None:
    builder = StoryBuilder()
    text = "On Friday Orland attacked Westmark, destroying the harbour of Westmark."
    rows = [
        build_attack(time="On Friday", clause=text.rstrip(".")),
        {
            "trigger": "destroying",
            "targets": ["the harbour of Westmark"],
            "type": "ASSAULT",
            "clause": "destroying the harbour of Westmark",
        },
    ]
    builder.add_page(
        text, "2020-05-02", entities=LAND, times={"On Friday": "2020-05-01"}, events=rows
    )
    (entry,) = list_entries(tmp_path, builder)
    assert (entry.day, len(entry.events)) == ("2020-05-01", 2)


def test_a_name_within_the_doer_s_words_is_enough(tmp_path: Path) -> None:
    builder = StoryBuilder()
    rows = [
        {"trigger": "landed", "actors": ["The last of the Orlish divers"]},
        {"trigger": "sank", "actors": ["The last of the boats"]},
    ]
    text = "The last of the Orlish divers landed. The last of the boats sank."
    builder.add_page(text, "2020-05-02", events=rows)
    (entry,) = list_entries(tmp_path, builder)
    assert entry.text.startswith("The last of the Orlish divers landed")


def test_best_of_entries_is_what_the_line_keeps(tmp_path: Path) -> None:
    builder = build_story_of_years()
    with open_story_of(builder, tmp_path / "s.db") as story:
        every = build_timeline(story)
        kept = select_best(every, 2)
        assert sorted(kept, key=lambda one: one.day or "") == list(build_timeline(story, length=2))
        assert select_best(every, 0) == ()


def build_story_of_years() -> StoryBuilder:
    builder = StoryBuilder()
    for year in range(2015, 2021):
        builder.add_page(
            f"Orland attacked Westmark in March {year}.",
            f"{year}-05-01",
            entities=LAND,
            times={f"March {year}": f"{year}-03"},
            events=[build_attack(time=f"March {year}")],
        )
    builder.add_page(
        "Westmark paid Orland.",
        "2020-06-01",
        entities=LAND,
        events=[{"trigger": "paid", "actors": ["Westmark"]}],
    )
    return builder


def test_in_order_of_day_and_filtered(tmp_path: Path) -> None:
    builder = build_story_of_years()
    with open_story_of(builder, tmp_path / "s.db") as story:
        days = [entry.day for entry in build_timeline(story)]
        assert days == sorted(days, key=str)
        assert [entry.day for entry in build_timeline(story, start="2017", end="2018-03")] == [
            "2017-03",
            "2018-03",
        ]
        assert len(build_timeline(story, length=2)) == 2
        orland = next(entity for entity in story.who() if entity.name == "Orland")
        assert all("attacked" in entry.text for entry in build_timeline(story, who=orland.id))


def test_best_days_are_the_surest_and_most_told(tmp_path: Path) -> None:
    builder = build_story_of_years()
    for outlet in ("One", "Two"):
        builder.add_page(
            f"For the {outlet}, on 3 July 2018 Orland attacked Westmark.",
            "2018-07-04",
            outlet=outlet,
            entities=LAND,
            times={"3 July 2018": "2018-07-03"},
            events=[build_attack(time="3 July 2018")],
        )
    (entry,) = list_entries(tmp_path, builder, length=1)
    assert (entry.day, entry.reports) == ("2018-07-03", 2)


def test_to_dict_has_the_contracts_keys(tmp_path: Path) -> None:
    entry = list_entries(tmp_path, build_story_of_years())[0]
    assert list(entry.to_dict()) == [
        "day",
        "sureness",
        "status",
        "text",
        "events",
        "reports",
        "pages",
        "score",
        "told",
        "decided",
    ]
    assert isinstance(entry.to_dict()["events"], list)
