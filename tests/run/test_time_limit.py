"""The limit of time: what takes too long is broken off and told, and what was set before is set again."""

from __future__ import annotations

import signal
import threading

import pytest

from onrecord.config import Settings
from onrecord.language import load_backbone
from onrecord.pages import make_page
from onrecord.records import Capture, Page, Skipped
from onrecord.run import process
from onrecord.run.time_limit import TooSlow, limit_cpu_time

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


def test_a_page_past_the_limit_is_told_and_the_next_is_drawn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:

    def spin_or_make(capture: Capture, *, settings: Settings) -> Page:
        if b"slow" in capture.data:
            _spin()
        return make_page(capture, settings=settings)

    monkeypatch.setattr("onrecord.run.process.make_page", spin_or_make)
    backbone, settings = load_backbone(), Settings(max_seconds=1)
    words = b"It rained all day in the hills, they said."
    slow = process.process_capture(
        Capture("0" * 64, b"slow " + words, "a.txt", "text/plain"), backbone, settings
    )
    assert isinstance(slow, Skipped)
    assert (slow.reason, slow.path) == ("too_slow", "a.txt")
    assert isinstance(process.process_capture(Capture("1" * 64, words, "b.txt", "text/plain"), backbone, settings), process.ProcessedPage)  # fmt: skip
