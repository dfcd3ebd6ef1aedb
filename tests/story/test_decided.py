"""Decisions in a story: applied at one door to everything that is read, beside records that stay as they were drawn."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord import run
from onrecord.decisions import Decision, Target, make_decision
from onrecord.errors import DecisionError, NotFound, StoreError
from onrecord.export import export
from onrecord.records import Commitment, Entity, Event, Figure, Quote, Time
from onrecord.records.record import Row
from onrecord.story import (
    Story,
    StoryWriter,
    explain_record,
    find_leaving,
    open_story,
    replay_decisions,
    search,
    take_decision,
    verify,
)
from onrecord.story.unsupported_quotes import list_unsupported_quotes
from onrecord.timeline import build_timeline, select_best
from tests.conftest import EXAMPLES
from tests.story.rows import rows_of
from tests.web.made import make_story

Decide = Callable[..., Decision]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ferry.db"


@pytest.fixture
def ids(path: Path) -> dict[str, str]:
    return make_story(path)


@pytest.fixture
def decide(path: Path, ids: dict[str, str]) -> Decide:
    def taken(kind: str, *named: str, who: str = "Ann", **values: str) -> Decision:
        found = [ids.get(name, name) for name in named]
        return take_decision(path, kind, found, who=who, **{"reason": "seen", **values})

    return taken


def ids_in(story: Story, kind: str) -> set[str]:
    return {record.id for record in story.records(kind)}


def test_a_wrong_record_leaves_every_list_and_is_still_found(
    path: Path, ids: dict[str, str], decide: Decide
) -> None:
    with open_story(path) as story:
        before = story.counts()["quotes"]
        assert ids["quote"] in list_unsupported_quotes(story)
    decision = decide("wrong", "quote", reason="the paper’s own words")
    with open_story(path) as story:
        assert ids["quote"] not in ids_in(story, "quotes")
        assert story.counts()["quotes"] == before - 1
        assert list_unsupported_quotes(story) == []
        assert [record.id for record in story.records("quotes", wrong=True)] == [ids["quote"]]
        found = story.record(ids["quote"])
        assert story.is_wrong(ids["quote"])
        (mark,) = found.decided
        assert (mark.decision, mark.kind, mark.who, mark.reason) == (
            decision.id,
            "wrong",
            "Ann",
            "the paper’s own words",
        )
        figure, event = story.record(ids["figure"]), story.record(ids["event"])
        assert isinstance(figure, Figure)
        assert isinstance(event, Event)
        assert figure.according_to is event.said_by is None, "nobody is named by a wrong quote"
        assert [mark.field for mark in (*figure.decided, *event.decided)] == [
            "according_to",
            "said_by",
        ]
        assert story.head(ids["page"]).records == _count_records(path, ids["page"]) - 1


def _count_records(path: Path, page: str) -> int:
    with open_story(path, as_drawn=True) as story:
        return story.head(page).records


def test_nothing_that_was_drawn_is_written_to(
    path: Path, decide: Decide, ids: dict[str, str]
) -> None:
    before = rows_of(path)
    for kind in ("wrong", "note", "tag"):
        decide(kind, "quote", **({"value": "lead"} if kind == "tag" else {}))
    decide("set", "event", field="status", value="happened")
    decide("set", "page", field="day", value="2018-01-02")
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE kept AS SELECT * FROM decisions")
        connection.execute("DELETE FROM decisions")
        connection.commit()
    connection.close()
    assert [row for row in rows_of(path) if not row.startswith("kept")] == before
    assert [item.name for item in path.parent.iterdir()] == [path.name]


def test_an_undo_brings_all_of_it_back(path: Path, ids: dict[str, str], decide: Decide) -> None:
    with open_story(path) as story:
        before = [story.records(kind) for kind in ("quotes", "events", "figures")]
    decision = decide("wrong", "quote")
    undo = decide("undo", decision.id, reason="it was right")
    with open_story(path) as story:
        assert [story.records(kind) for kind in ("quotes", "events", "figures")] == before
        assert [one.undone for one in story.decisions] == [undo.id, None]
    decide("undo", undo.id, reason="wrong after all")
    with open_story(path) as story:
        assert ids["quote"] not in ids_in(story, "quotes")


def test_a_status_set_by_hand_is_read_everywhere(
    path: Path, ids: dict[str, str], decide: Decide, tmp_path: Path
) -> None:
    decide("set", "event", field="status", value="happened", reason="they sailed")
    with open_story(path) as story:
        event = story.record(ids["event"])
        assert isinstance(event, Event)
        assert event.status == "happened"
        assert event.decided[0].drawn == "planned"
        (entry,) = [one for one in build_timeline(story) if ids["event"] in one.events]
        assert (entry.status, entry.decided) == ("happened", event.decided)
        card = story.undertakings()[0]
        assert [one.status for one in card.contributions] == ["happened"]
        assert card.decided
        export(story, "jsonl", tmp_path / "out")
        export(story, "csv", tmp_path / "out")
        export(story, "webannotation", tmp_path / "notes.json")
        export(story, "timelinejs", tmp_path / "line.json")
    lines = (tmp_path / "out" / "events.jsonl").read_text().splitlines()
    (line,) = [line for line in lines if ids["event"] in line]
    assert '"status": "happened"' in line
    assert '"they sailed"' in line
    assert "they sailed" in (tmp_path / "out" / "decisions.jsonl").read_text()
    assert "they sailed" in (tmp_path / "out" / "events.csv").read_text(encoding="utf-8-sig")
    assert "they sailed" in (tmp_path / "notes.json").read_text()


def test_a_day_set_by_hand_leads_on_the_timeline(
    path: Path, ids: dict[str, str], decide: Decide
) -> None:
    decide("set", "event", field="day", value="2019-07")
    with open_story(path) as story:
        (entry,) = [one for one in build_timeline(story) if ids["event"] in one.events]
        assert (entry.day, entry.sureness) == ("2019-07", "month")
        assert build_timeline(story, start="2019-07", end="2019-07")


def test_a_pinned_day_is_among_the_best(path: Path, decide: Decide) -> None:
    with open_story(path) as story:
        best = select_best(build_timeline(story), 1)[0].day
        other = next(one.day for one in build_timeline(story) if one.day not in {best, None})
    decide("pin", value=other or "")
    with open_story(path) as story:
        assert {entry.day for entry in build_timeline(story, length=1)} == {other}
        assert select_best(build_timeline(story), 2)[0].day == other


def test_a_page_with_another_day_leaves_open_what_was_counted_from_it(
    path: Path, ids: dict[str, str], decide: Decide
) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute(
            "UPDATE times SET value = '2019-06-11', anchor = '2019-06-04', waits_for = NULL"
            " WHERE text = 'Tuesday'"
        )
        connection.commit()
    connection.close()
    decide("set", "page", field="day", value="2018-06-04", reason="the day of the reprint")
    decide("set", "page", field="outlet", value="Aldmouth Evening Post")
    with open_story(path) as story:
        head = story.head(ids["page"])
        assert head.published is not None
        assert (head.published.value, head.published.how) == ("2018-06-04", "by hand")
        assert head.outlet == story.page(ids["page"]).outlet == "Aldmouth Evening Post"
        assert [mark.drawn for mark in head.decided] == ["2019-06-04", "Aldmouth Post"]
        times = {one.evidence.text: one for one in story.records("times") if isinstance(one, Time)}
        assert (times["Tuesday"].value, times["Tuesday"].waits_for) == (None, "published")
        assert times["Tuesday"].decided[0].reason == "the day of the reprint"
        assert times["March 2019"].value == "2019-03"


def test_a_wrong_time_dates_nothing(path: Path, ids: dict[str, str], decide: Decide) -> None:
    decide("wrong", "time")
    with open_story(path) as story:
        opened = [one for one in story.records("events") if "old quay" in one.evidence.text]
        assert isinstance(opened[0], Event)
        assert opened[0].time is None
        entries = [one for one in build_timeline(story) if opened[0].id in one.events]
        assert [one.sureness for one in entries] == ["before_published"]


def test_a_link_that_is_wrong_leaves_the_promise_open(
    path: Path, ids: dict[str, str], decide: Decide
) -> None:
    with open_story(path) as story:
        promise = story.record(ids["commitment"])
        assert isinstance(promise, Commitment)
        assert promise.state == "kept"
    decide("wrong", promise.outcomes[0].link, reason="another line")
    with open_story(path) as story:
        promise = story.record(ids["commitment"])
        assert isinstance(promise, Commitment)
        assert (promise.state, promise.outcomes) == ("open", ())
        assert promise.decided[0].field == "state"
        assert story.links(of=ids["commitment"]) == ()


def test_a_candidate_found_right_settles_the_promise(
    path: Path, ids: dict[str, str], decide: Decide
) -> None:
    with open_story(path) as story:
        promise = story.record(ids["commitment"])
        assert isinstance(promise, Commitment)
        link = promise.outcomes[0].link
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE links SET candidate = 1 WHERE id = ?", (link,))
        connection.execute(
            "UPDATE outcomes SET state = 'open', candidate_state = 'kept',"
            " evidence = json_set(evidence, '$[0].candidate', json('true'))"
        )
        connection.commit()
    connection.close()
    decide("right", link)
    with open_story(path) as story:
        promise = story.record(ids["commitment"])
        assert isinstance(promise, Commitment)
        assert (promise.state, promise.candidate_state) == ("kept", None)
        assert not promise.outcomes[0].candidate
        assert [one.candidate for one in story.links(of=ids["commitment"])] == [False]


def test_a_wrong_figure_disagrees_with_nobody_and_leaves_the_card(
    path: Path, ids: dict[str, str], decide: Decide
) -> None:
    decide("wrong", "figure")
    decide("wrong", "event")
    with open_story(path) as story:
        assert story.links(kind="contradicts") == ()
        card = story.undertakings()[0]
        assert (card.contributions, card.tasks) == ((), ())
        assert card.phases


def test_an_entity_that_is_none_is_named_by_nothing(
    path: Path, ids: dict[str, str], decide: Decide
) -> None:
    decide("wrong", "who", reason="a ship")
    with open_story(path) as story:
        assert ids["who"] not in {one.id for one in story.who()}
        assert "Ada Marsh" not in {one.evidence.text for one in story.records("mentions")}
        quotes = [one for one in story.records("quotes") if isinstance(one, Quote)]
        assert {one.source.entity for one in quotes if one.source} == {None}
        promise = story.record(ids["commitment"])
        assert isinstance(promise, Commitment)
        assert promise.who is not None
        assert promise.who.entity is None


def test_an_entity_is_split_joined_renamed_and_retyped(
    path: Path, ids: dict[str, str], decide: Decide
) -> None:
    with open_story(path) as story:
        leaving = find_leaving(story, ids["who"], ids["later"])
        scheme = next(one.id for one in story.who() if one.name == "Night Ferry Scheme")
        with pytest.raises(NotFound, match="not made of anything"):
            find_leaving(story, ids["who"], "Ben Marsh")
    split = decide("split", "who", *leaving, reason="her aunt")
    with open_story(path) as story:
        marsh = [one for one in story.who() if one.name == "Ada Marsh"]
        assert {one.id for one in marsh} == {ids["who"], *leaving}
        assert [one.mentions for one in marsh] == [1, 1]
        assert all(one.decided for one in marsh)
        assert story.records("quotes", entity=ids["who"])
        assert story.records("quotes", entity=leaving[0]) == ()
        assert story.records("mentions", entity=leaving[0])
    join = decide("join", scheme, leaving[0], reason="she is the scheme")
    decide("set", scheme, field="type", value="person")
    decide("set", leaving[0], field="name", value="The Scheme")
    with open_story(path) as story:
        one = next(one for one in story.who() if one.id == scheme)
        assert isinstance(one, Entity)
        assert (one.name, one.type, one.mentions) == ("The Scheme", "person", 2)
        assert {"Ada Marsh", "Night Ferry Scheme"} <= set(one.names)
        assert story.who_is(leaving[0]) == scheme
        assert [one.kind for one in one.decided] == ["split", "join", "set", "set"]
    for decision in (join, split):
        decide("undo", decision.id)
    with open_story(path) as story:
        assert story.who_is(leaving[0]) == ids["who"]


@pytest.mark.parametrize(
    ("kind", "named", "told"),
    [
        ("join", ("entity", "who"), "twice"),
        ("split", ("who", "mention"), "only people"),
        ("wrong", ("q-nothing",), "there is no record"),
        ("undo", ("quote",), "only a decision"),
    ],
)
def test_what_can_not_be_decided_is_told(
    kind: str, named: tuple[str, ...], told: str, decide: Decide
) -> None:
    with pytest.raises((DecisionError, NotFound), match=told):
        decide(kind, *named)


def test_verify_reads_what_was_drawn(path: Path, decide: Decide) -> None:
    decide("wrong", "quote")
    decide("set", "page", field="day", value="2018")
    with open_story(path) as story:
        assert list(verify(story)) == []
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE quotes SET text = 'Other words' WHERE source LIKE '%senior%'")
        connection.commit()
    connection.close()
    with open_story(path) as story:
        assert {wrong.where for wrong in verify(story)} == {"text", "bytes", "row of quotes"}, (
            "of a wrong record too"
        )


def test_a_page_written_again_keeps_its_decisions_and_gone_ones_are_told(
    path: Path, ids: dict[str, str], decide: Decide
) -> None:
    kept, lost = decide("wrong", "quote"), decide("wrong", "figure")
    with open_story(path, as_drawn=True) as story:
        page, records = story.page(ids["page"]), story.records_of(ids["page"])
        data = story.original(ids["page"])
    quotes = tuple(
        replace(one, id=f"q-new{place}") if one.id == ids["quote"] else one
        for place, one in enumerate(records.quotes)
    )
    from onrecord.records import Capture

    capture = Capture(page.capture or "", data, page.path, "text/html")
    with StoryWriter(path, create=False) as writer:
        writer.begin_run(version="1", model="by hand")
        writer.write_page(capture, page, replace(records, quotes=quotes, figures=()), "d-new")
    with open_story(path) as story:
        assert story.corrections.located[kept.id] == ("q-new0",), "found by its words and place"
        assert story.is_wrong("q-new0")
        assert [one.id for one in story.corrections.gone[lost.id]] == [ids["figure"]]
        assert len(story.decisions) == 2


def test_merging_gives_the_same_in_any_order(
    path: Path, ids: dict[str, str], decide: Decide
) -> None:
    other = path.with_name("ben.db")
    shutil.copy(path, other)
    ann = [decide("wrong", "quote"), decide("set", "event", field="status", value="denied")]
    ben = [
        take_decision(other, "right", [ids["quote"]], who="Ben", reason="heard it"),
        take_decision(other, "note", [ids["page"]], who="Ben", reason="call them"),
    ]
    told = replay_decisions(path, ben)
    again = replay_decisions(other, ann)
    assert (len(told.added), told.known, told.gone) == (2, 0, ())
    assert told.conflicts == again.conflicts == ((*sorted((ann[0].id, ben[0].id)),),)
    with open_story(path) as first, open_story(other) as second:
        assert first.decisions == second.decisions
        assert first.records("quotes") == second.records("quotes")
        assert not first.is_wrong(ids["quote"]), "the later one holds"
    assert replay_decisions(path, [*ann, *ben]).added == ()


def test_what_another_story_has_is_kept_and_does_nothing(path: Path, ids: dict[str, str]) -> None:
    foreign = Target("q-elsewhere", "quotes", "p-elsewhere", 3, 9, "no such")
    decision = make_decision("wrong", [foreign], who="Ben", reason="seen there")
    before = rows_of(path)
    done = replay_decisions(path, [decision])
    assert (done.gone, done.conflicts) == ((decision.id,), ())
    assert [row for row in rows_of(path) if not row.startswith("decisions")] == before


def test_a_story_of_an_earlier_version_has_no_decisions_and_takes_some(
    path: Path, ids: dict[str, str]
) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TABLE decisions")
        connection.commit()
    connection.close()
    with open_story(path) as story:
        assert story.decisions == ()
        assert story.record(ids["quote"]).decided == ()
        with pytest.raises(NotFound):
            story.target("d-1")
    take_decision(path, "wrong", [ids["quote"]], who="Ann", reason="seen")
    with open_story(path) as story:
        assert story.is_wrong(ids["quote"])


def test_damaged_decisions_are_told_in_one_line(path: Path, decide: Decide) -> None:
    decide("wrong", "quote")
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE decisions SET targets = '{'")
        connection.commit()
    connection.close()
    with pytest.raises(StoreError, match="decisions in it can't be read"):
        open_story(path)


def test_searching_and_reading_one_page_still_work(
    path: Path, ids: dict[str, str], decide: Decide
) -> None:
    decide("wrong", "mention")
    decide("set", "page", field="outlet", value="The Post")
    with open_story(path) as story:
        assert search(story, "ferry")
        assert story.page(ids["page"]).text
        assert ids["mention"] not in {one.id for one in story.records_of(ids["page"]).mentions}
        assert story.original(ids["page"])


def test_every_row_says_what_was_decided_in_the_same_place(northbridge: Path) -> None:
    """Every row of every list has the field, empty where nothing was decided."""
    with open_story(northbridge) as story:
        rows: list[Row] = [
            *story.who(),
            *story.links(),
            *story.undertakings(),
            *build_timeline(story),
        ]
        rows += [*story.records("events"), *story.records("quotes")]
        assert {tuple(row.to_dict()["decided"]) for row in rows} == {()}
        assert {list(row.to_dict())[-1] for row in rows} == {"decided"}


def test_a_story_built_again_takes_over_what_was_decided(northbridge: Path, tmp_path: Path) -> None:
    """On the real example: joined, set and marked; the same on a story built anew from the same pages."""
    first, second = tmp_path / "first.db", tmp_path / "second.db"
    shutil.copy(northbridge, first)
    with open_story(first) as story:
        people = [one.id for one in story.who() if one.type == "person"][:2]
        quote, event = story.records("quotes")[0].id, story.records("events")[0].id
    taken = [
        take_decision(first, "join", people, who="Ann", reason="one"),
        take_decision(first, "wrong", [quote], who="Ann", reason="no"),
        take_decision(
            first, "set", [event], who="Ann", reason="no", field="status", value="denied"
        ),
    ]
    options = run.RunOptions(manifest=EXAMPLES / "manifest.csv")
    run.build([EXAMPLES / "pages"], first, options)
    shutil.copy(northbridge, second)
    replay_decisions(second, taken)
    for path in (first, second):
        with open_story(path) as story:
            assert story.who_is(people[1]) == people[0]
            assert story.is_wrong(quote)
            found = story.record(event)
            assert isinstance(found, Event)
            assert found.status == "denied"
            assert story.corrections.gone == {}
    with sqlite3.connect(second) as connection:
        connection.execute("DELETE FROM meta WHERE key = 'linked'")
        connection.commit()
    connection.close()
    run.add(second, [EXAMPLES / "pages"], options)
    with open_story(second) as story:
        assert story.who_is(people[1]) == people[0], "after everything was linked again"
        assert list(verify(story)) == []


def test_how_a_record_was_read_is_told_as_it_was_read(
    path: Path, ids: dict[str, str], decide: Decide
) -> None:
    decide("set", "event", field="status", value="happened")
    link = decide("wrong", "link")
    assert link.targets[0].text == "contradicts: about 40 | 55"
    with open_story(path) as story:
        reason = explain_record(story, ids["event"])
        assert "status: planned" in reason.steps
        assert reason.record.decided
