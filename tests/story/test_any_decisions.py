"""Whatever people decide, in whatever order it is merged, the story is read; and undone, it is as it was drawn."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.decisions import Decision, Target, make_decision
from onrecord.errors import DecisionError
from onrecord.records.event import STATUSES
from onrecord.story import Story, open_story, verify
from onrecord.story.decided.table import add_decisions
from onrecord.story.schema import KINDS
from onrecord.timeline import build_timeline
from tests.web.made import make_story


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("drawn") / "ferry.db"
    make_story(path)
    return path


def targets_of(path: Path) -> list[Target]:
    with open_story(path) as story:
        ids = [row["id"] for row in story.rows("SELECT id FROM kinds ORDER BY id")]
        ids += [head.id for head in story.heads()]
        return [story.target(ident) for ident in ids]


def read_everything(story: Story) -> dict[str, Any]:
    read: dict[str, Any] = {kind: story.records(kind) for kind in KINDS}
    return read | {
        "who": story.who(),
        "links": story.links(),
        "undertakings": story.undertakings(),
        "heads": story.heads(),
        "timeline": build_timeline(story),
        "counts": story.counts(),
        "members": story.entities_by_who(),
        "by who": [story.records("events", entity=one.id) for one in story.who()],
    }


@st.composite
def decisions(draw: st.DrawFn, targets: list[Target]) -> list[Decision]:
    made: list[Decision] = []
    for second in range(draw(st.integers(1, 12))):
        kind = draw(
            st.sampled_from(
                ("wrong", "right", "set", "join", "split", "note", "tag", "pin", "undo")
            )
        )
        chosen = draw(st.lists(st.sampled_from(targets), min_size=1, max_size=3, unique=True))
        values: dict[str, Any] = {}
        if kind in {"join", "split"}:
            chosen = [one for one in chosen if one.kind == "entities"]
        elif kind == "undo":
            chosen = [Target(draw(st.sampled_from(made)).id, "decisions")] if made else []
        elif kind == "pin":
            chosen, values = [], {"value": draw(st.sampled_from(("2019-03", "2020-05-04", "1999")))}
        else:
            chosen = chosen[:1]
        if kind == "tag":
            values = {"value": "lead"}
        if kind == "set":
            values = draw(
                st.sampled_from(
                    [
                        *({"field": "status", "value": status} for status in STATUSES),
                        {"field": "day", "value": "2018-02"},
                        {"field": "outlet", "value": "The Post"},
                        {"field": "name", "value": "A. M."},
                        {"field": "type", "value": "place"},
                    ]
                )
            )
        who = draw(st.sampled_from(("Ann", "Ben")))
        at = f"2026-05-01T12:00:{second:02}+00:00"
        try:
            made.append(make_decision(kind, chosen, who=who, reason="seen", at=at, **values))
        except DecisionError:
            continue
    return made


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_any_decisions_are_read_merged_and_undone(drawn: Path, data: st.DataObject) -> None:
    taken = data.draw(decisions(targets_of(drawn)))
    order = data.draw(st.permutations(taken))
    with tempfile.TemporaryDirectory() as folder:
        first, second = Path(folder) / "first.db", Path(folder) / "second.db"
        for path, given_order in ((first, taken), (second, order)):
            shutil.copy(drawn, path)
            add_decisions(path, given_order)
        with open_story(first) as one, open_story(second) as other:
            read = read_everything(one)
            assert read == read_everything(other), "the order of merging does not matter"
            assert list(verify(one)) == []
            wrong = {ident for ids in one.corrections.wrong.values() for ident in ids}
            listed = {record.id for kind in KINDS for record in read[kind]}
            assert not listed & wrong, "what is wrong is in no list"
            for ident in wrong:
                assert one.record(ident).id == ident, "and still found"
            alive = [
                standing.decision
                for standing in one.decisions
                if standing.undone is None and standing.decision.kind != "undo"
            ]
        undos = [
            make_decision("undo", [Target(decision.id, "decisions")], who="Cy", reason="all of it")
            for decision in alive
        ]
        add_decisions(first, undos)
        with open_story(first) as undone, open_story(drawn, as_drawn=True) as before:
            assert read_everything(undone) == read_everything(before)
