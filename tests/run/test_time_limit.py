"""The limit of time: what takes too long is broken off and told, and what was set before is set again."""

from __future__ import annotations

import pydoc
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from onrecord import run
from onrecord.config import Settings
from onrecord.extract import EXTRACTORS
from onrecord.run.steps import StepRunner
from onrecord.run.thresholds import THRESHOLDS
from onrecord.run.time_limit import TooSlow, limit_cpu_time, limit_each
from onrecord.story import open_story

pytestmark = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no such signal here")


def _spin() -> None:
    while True:
        pass


def test_work_without_end_is_broken_off_and_the_timer_and_handler_are_as_before() -> None:
    before = signal.getsignal(signal.SIGPROF)
    with pytest.raises(TooSlow), limit_cpu_time(0.02):
        _spin()
    assert signal.getsignal(signal.SIGPROF) == before
    assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)


def test_work_that_catches_all_errors_is_broken_off_too() -> None:
    def work() -> None:
        try:
            _spin()
        except Exception:  # noqa: BLE001 - as a library might
            pytest.fail("the limit was taken for an error of the work's own")

    with pytest.raises(TooSlow), limit_cpu_time(0.02):
        work()


def test_elsewhere_than_in_the_main_thread_there_is_no_limit() -> None:
    done: list[bool] = []

    def work() -> None:
        with limit_cpu_time(0.001):
            done.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [True]


def test_a_file_whose_next_page_takes_too_long_is_left_there() -> None:
    def read() -> Iterator[str]:
        yield "one"
        _spin()

    assert list(limit_each(read(), 0.02, lambda: "too slow")) == ["one", "too slow"]


def test_steps_share_their_time() -> None:
    steps = StepRunner(0.05)
    assert steps.run("first", lambda: 1) == 1
    assert steps.run("second", _spin) is None
    assert steps.run("third", lambda: pytest.fail("begun without time")) is None
    assert [(fault.step, fault.reason) for fault in steps.faults] == [
        ("second", "too_slow"),
        ("third", "too_slow"),
    ]


WORDS = "It rained all day in the hills, Ana Pell said on Monday. "


def _spin_if_slow(real: Callable[..., Any]) -> Callable[..., Any]:
    """Return `real`, but for what has the word "endless" without end."""

    def work(*given: Any, **options: Any) -> Any:
        if any("endless" in repr(one) for one in given):
            _spin()
        return real(*given, **options)

    return work


@pytest.mark.parametrize(
    ("step", "place"),
    [
        ("page", "onrecord.run.process.make_page"),
        ("parse", "onrecord.language.pipeline.backbone.Backbone.parse"),
        ("quotes", "extractor"),
        ("commitments", "extractor"),
    ],
)
def test_a_page_past_the_limit_is_told_with_its_step_and_the_next_is_processed(
    step: str, place: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    if place == "extractor":
        slowed = [
            (name, _spin_if_slow(work) if name.startswith(step) else work)
            for name, work in EXTRACTORS
        ]
        monkeypatch.setattr(sys.modules["onrecord.extract"], "EXTRACTORS", tuple(slowed))
    else:
        module, _, name = place.rpartition(".")
        owner = pydoc.locate(module)
        monkeypatch.setattr(owner, name, _spin_if_slow(getattr(owner, name)))
    (tmp_path / "a.txt").write_text(f"The endless rain\n\n{WORDS}")
    (tmp_path / "b.txt").write_text(f"The rain\n\n{WORDS}")
    files, story_path = [tmp_path / "a.txt", tmp_path / "b.txt"], tmp_path / "s.db"
    report = run.build(files, story_path, run.RunOptions(settings=Settings(max_seconds=1)))
    (slow,) = report.skipped
    assert slow.reason == "too_slow"
    assert "1 seconds" in slow.message
    if step == "page":
        assert (slow.path, report.pages_new) == (str(tmp_path / "a.txt"), 1)
        return
    assert (slow.path, report.pages_new) == (f"{tmp_path / 'a.txt'}#{step}", 2)
    assert f"step “{step}”" in slow.message
    with open_story(story_path) as story:
        found = {head.path: story.records_of(head.id) for head in story.heads()}
    assert found[str(tmp_path / "b.txt")].quotes
    assert bool(found[str(tmp_path / "a.txt")].times) is (step != "parse")
    assert bool(found[str(tmp_path / "a.txt")].quotes) is (step == "commitments")
    # With the same time it is as it is, with more it is processed again.
    again = run.add(story_path, files, run.RunOptions(settings=Settings(max_seconds=1)))
    assert (again.pages_new, again.pages_same) == (0, 2)
    monkeypatch.undo()
    again = run.add(story_path, files, run.RunOptions(settings=Settings(max_seconds=30)))
    assert (again.pages_new, again.pages_again, again.skipped) == (0, 1, ())
    with open_story(story_path) as story:
        assert story.skipped() == ()


def test_linking_past_the_limit_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"The rain\n\n{WORDS}")
    limits = replace(THRESHOLDS, link_seconds_per_page=0.01)
    monkeypatch.setattr("onrecord.run.pipeline.THRESHOLDS", limits)
    monkeypatch.setattr("onrecord.link.events.same_event.link_events", lambda _: _spin())
    options = run.RunOptions(settings=Settings(max_seconds=1))
    report = run.build([tmp_path / "a.txt"], tmp_path / "s.db", options)
    assert {item.reason for item in report.skipped} == {"too_slow"}
    assert report.skipped[0].path == f"{tmp_path / 's.db'}#links between events"
    with open_story(tmp_path / "s.db") as story:
        assert story.counts()["quotes"] == 1
