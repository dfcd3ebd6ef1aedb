from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from onrecord.link import LinkInput, link
from onrecord.records import Capture, Records
from onrecord.records.ids import sha256_hex
from onrecord.story import Story, StoryWriter, open_story
from onrecord.timeline import Entry, best, timeline
from tests.link.desk import Desk

LAND = {"Orland": "place", "Westmark": "place"}


@contextmanager
def story_of(desk: Desk, path: Path) -> Iterator[Story]:
    """Write the desk's pages into a story and open it."""
    with StoryWriter(path, create=True) as writer:
        writer.begin_run(version="0", model="none")
        shelf = LinkInput(tuple(desk.pages), desk.records)
        for page in desk.pages:
            data = page.text.encode()
            capture = Capture(sha256_hex(data), data, page.path, "text/plain")
            records = desk.records.get(page.id, Records())
            writer.write_page(capture, replace(page, capture=capture.sha256), records, page.id)
        linked = link(shelf)
        writer.write_links(
            "k",
            links=linked.links,
            same=linked.same,
            undertakings=linked.undertakings,
            commitments=linked.commitments,
        )
        writer.finish_run(pages_new=len(desk.pages), pages_same=0, skipped=0)
    with open_story(path) as story:
        yield story


def attack(**changes: Any) -> dict[str, Any]:
    row = {"trigger": "attacked", "actors": ["Orland"], "targets": ["Westmark"], "type": "ASSAULT"}
    return {**row, **changes}


def lines(tmp_path: Path, desk: Desk, **asked: Any) -> list[Entry]:
    with story_of(desk, tmp_path / "s.db") as story:
        return list(timeline(story, **asked))


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
    desk = Desk()
    text = "Orland attacked Westmark back then."
    times = {"back then": value} if value else None
    desk.page(
        text,
        "2020-05-01",
        entities=LAND,
        times=times,
        events=[attack(time="back then" if value else None)],
    )
    (entry,) = lines(tmp_path, desk)
    assert (entry.day, entry.sureness, entry.status) == (day, sureness, "happened")


def test_plans_without_a_time_have_no_day(tmp_path: Path) -> None:
    desk = Desk()
    desk.page(
        "Orland will attack Westmark.",
        "2020-05-01",
        entities=LAND,
        events=[attack(trigger="attack", status="planned")],
    )
    (entry,) = lines(tmp_path, desk)
    assert (entry.day, entry.sureness, entry.status) == (None, "unknown", "planned")


def test_undated_page_gives_no_day(tmp_path: Path) -> None:
    desk = Desk()
    desk.page("Orland attacked Westmark.", None, entities=LAND, events=[attack()])
    (entry,) = lines(tmp_path, desk)
    assert (entry.day, entry.sureness) == (None, "unknown")


def test_a_time_after_the_page_is_not_when_it_happened(tmp_path: Path) -> None:
    desk = Desk()
    text = "Orland promised Westmark a bridge by 2023."
    row = attack(trigger="promised", type="AGREE", time="2023")
    desk.page(text, "2020-05-01", entities=LAND, times={"2023": "2023"}, events=[row])
    (entry,) = lines(tmp_path, desk)
    assert (entry.day, entry.sureness) == ("2020-05-01", "before_published")


def test_copies_are_one_entry_and_one_report(tmp_path: Path) -> None:
    desk = Desk()
    text = (
        "Orland attacked Westmark at dawn on Friday, with forty rowing boats and a brass band on the largest.\n\n"
        "The oars were muffled with wool, the band was not, and the harbour watch had breakfast waiting for them."
    )
    for outlet in ("One", "Two", "Three"):
        desk.page(
            text,
            "2020-05-02",
            outlet=outlet,
            url=f"https://{outlet}.example",
            entities=LAND,
            times={"Friday": "2020-05-01"},
            events=[attack(time="Friday")],
        )
    desk.page("On Friday Orland attacked Westmark.", "2020-05-02", outlet="Four", entities=LAND,
              times={"Friday": "2020-05-01"}, events=[attack(time="Friday")])  # fmt: skip
    (entry,) = lines(tmp_path, desk)
    assert len(entry.pages) == 4
    assert len(entry.events) == 4
    assert entry.reports == 2


def test_light_and_nameless_events_are_left_out(tmp_path: Path) -> None:
    desk = Desk()
    rows = [
        {"trigger": "has", "actors": ["Orland"]},
        {"trigger": "sang", "actors": ["They"]},
        {"trigger": "might sink", "actors": ["Orland"], "status": "possible"},
    ]
    desk.page(
        "Orland has boats. They sang. Orland might sink.",
        "2020-05-01",
        entities={"Orland": "place"},
        events=rows,
    )
    assert lines(tmp_path, desk) == []


def test_a_when_clause_joins_the_clause_before_it(tmp_path: Path) -> None:
    desk = Desk()
    text = "Orland pilots were killed on Friday when Westmark attacked Orland."
    rows = [
        {
            "trigger": "killed",
            "targets": ["Orland"],
            "type": "ASSAULT",
            "time": "Friday",
            "clause": "Orland pilots were killed on Friday",
        },
        attack(actors=["Westmark"], targets=["Orland"], clause="when Westmark attacked Orland"),
    ]
    desk.page(text, "2020-05-02", entities=LAND, times={"Friday": "2020-05-01"}, events=rows)
    (entry,) = lines(tmp_path, desk)
    assert (entry.day, len(entry.events)) == ("2020-05-01", 2)


def test_what_goes_on_within_a_dated_clause_is_of_its_day(tmp_path: Path) -> None:
    desk = Desk()
    text = "On Friday Orland attacked Westmark, destroying the harbour of Westmark."
    rows = [
        attack(time="On Friday", clause=text.rstrip(".")),
        {
            "trigger": "destroying",
            "targets": ["the harbour of Westmark"],
            "type": "ASSAULT",
            "clause": "destroying the harbour of Westmark",
        },
    ]
    desk.page(text, "2020-05-02", entities=LAND, times={"On Friday": "2020-05-01"}, events=rows)
    (entry,) = lines(tmp_path, desk)
    assert (entry.day, len(entry.events)) == ("2020-05-01", 2)


def test_a_name_within_the_doer_s_words_is_enough(tmp_path: Path) -> None:
    desk = Desk()
    rows = [
        {"trigger": "landed", "actors": ["The last of the Orlish divers"]},
        {"trigger": "sank", "actors": ["The last of the boats"]},
    ]
    text = "The last of the Orlish divers landed. The last of the boats sank."
    desk.page(text, "2020-05-02", events=rows)
    (entry,) = lines(tmp_path, desk)
    assert entry.text.startswith("The last of the Orlish divers landed")


def test_denied_reads_with_its_whole_sentence(tmp_path: Path) -> None:
    desk = Desk()
    text = "The minister denied that Orland attacked Westmark."
    row = attack(status="denied", negated=True, clause="Orland attacked Westmark")
    desk.page(text, "2020-05-01", entities=LAND, events=[row])
    (entry,) = lines(tmp_path, desk)
    assert entry.text == text


def test_fragments_read_in_their_sentence_and_are_marked_where_the_sentence_tells_another_time(
    tmp_path: Path,
) -> None:
    desk = Desk()
    text = "On Friday the council wept over the bridge that Orland promised Westmark in 2016."
    row = attack(
        trigger="promised",
        type="AGREE",
        time="in 2016",
        clause="that Orland promised Westmark in 2016",
    )
    desk.page(
        text,
        "2020-05-02",
        entities=LAND,
        times={"On Friday": "2020-05-01", "in 2016": "2016"},
        events=[row],
    )
    (entry,) = lines(tmp_path, desk)
    assert entry.text == text
    assert entry.told is not None
    assert entry.text[slice(*entry.told)] == "that Orland promised Westmark in 2016"


def test_a_fragment_of_a_very_long_sentence_keeps_what_it_hangs_on(tmp_path: Path) -> None:
    desk = Desk()
    clause = "that Orland promised Westmark in 2016"
    text = f"{'On Friday the council wept, and wept again, ' * 12}over the bridge {clause}."
    row = attack(trigger="promised", type="AGREE", time="in 2016", clause=clause)
    times = {"On Friday": "2020-05-01", "in 2016": "2016"}
    desk.page(text, "2020-05-02", entities=LAND, times=times, events=[row])
    (entry,) = lines(tmp_path, desk)
    assert entry.text.startswith("… ")
    assert entry.text.endswith(f"over the bridge {clause}.")
    assert entry.told is not None
    assert entry.text[slice(*entry.told)] == clause


def test_best_of_entries_is_what_the_line_keeps(tmp_path: Path) -> None:
    desk = story_of_years()
    with story_of(desk, tmp_path / "s.db") as story:
        every = timeline(story)
        kept = best(every, 2)
        assert sorted(kept, key=lambda one: one.day or "") == list(timeline(story, length=2))
        assert best(every, 0) == ()


def story_of_years() -> Desk:
    desk = Desk()
    for year in range(2015, 2021):
        desk.page(
            f"Orland attacked Westmark in March {year}.",
            f"{year}-05-01",
            entities=LAND,
            times={f"March {year}": f"{year}-03"},
            events=[attack(time=f"March {year}")],
        )
    desk.page(
        "Westmark paid Orland.",
        "2020-06-01",
        entities=LAND,
        events=[{"trigger": "paid", "actors": ["Westmark"]}],
    )
    return desk


def test_in_order_of_day_and_filtered(tmp_path: Path) -> None:
    desk = story_of_years()
    with story_of(desk, tmp_path / "s.db") as story:
        days = [entry.day for entry in timeline(story)]
        assert days == sorted(days, key=str)
        assert [entry.day for entry in timeline(story, start="2017", end="2018-03")] == [
            "2017-03",
            "2018-03",
        ]
        assert len(timeline(story, length=2)) == 2
        orland = next(entity for entity in story.who() if entity.name == "Orland")
        assert all("attacked" in entry.text for entry in timeline(story, who=orland.id))


def test_best_days_are_the_surest_and_most_told(tmp_path: Path) -> None:
    desk = story_of_years()
    for outlet in ("One", "Two"):
        desk.page(
            f"For the {outlet}, on 3 July 2018 Orland attacked Westmark.",
            "2018-07-04",
            outlet=outlet,
            entities=LAND,
            times={"3 July 2018": "2018-07-03"},
            events=[attack(time="3 July 2018")],
        )
    (entry,) = lines(tmp_path, desk, length=1)
    assert (entry.day, entry.reports) == ("2018-07-03", 2)


def test_to_dict_has_the_contracts_keys(tmp_path: Path) -> None:
    entry = lines(tmp_path, story_of_years())[0]
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
    ]
    assert isinstance(entry.to_dict()["events"], list)
