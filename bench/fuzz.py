"""A fuzzer: hostile files through readers, pages, language and extraction, each in a child of its own.

Run it: `python -m bench.fuzz [READER] --minutes N [--seed S] [--keep FOLDER]`; READER: html, pdf, warc, mail, manifest and so on, without it all in turn. A child that crashes,
takes more than 20 CPU seconds or a gigabyte, or whose page breaks an invariant of pages is printed, with the
number that makes the same input again, and the input is kept in FOLDER. Exit 1 if there was one.
"""

from __future__ import annotations

import argparse
import os
import pickle
import resource
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from random import Random

from bench.hostile import EXAMPLE, KINDS, make_input
from onrecord.config import Settings
from onrecord.errors import OnRecordError, PageError
from onrecord.extract import extract
from onrecord.language import Backbone, load_backbone
from onrecord.link import LinkInput, link
from onrecord.pages import make_page
from onrecord.readers import read
from onrecord.records import Capture, Page, Skipped
from onrecord.run.process import compute_page_key
from onrecord.story import StoryWriter

CPU_SECONDS, WALL_SECONDS = 20, 120
MAX_BYTES = 1_000_000_000
FINDINGS = ("crash", "died", "hang", "memory")
MAX_PAGES = 6
"""Pages of one file whose records are extracted; a larger file is still read to its end."""
_PAGE_BYTES = resource.getpagesize()


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a child ended: `ok` or what is wrong, with detail; its CPU seconds and peak bytes."""

    kind: str
    detail: str
    seconds: float
    peak: int


def run_input(path: Path, backbone: Backbone, share: bool) -> Outcome:
    """Return how a child ended that processed the file at `path`; with `share` up to records and a story."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        with os.fdopen(writing, "wb") as out:
            pickle.dump(_process_input(path, backbone, share), out)
            out.flush()
            os._exit(0)
    os.close(writing)
    killed, peak, status, seconds = _watch_child(child)
    with os.fdopen(reading, "rb") as pipe:
        written = pipe.read()
    if killed or not written:
        kind = killed or ("hang" if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGXCPU else "died")  # fmt: skip
        return Outcome(kind, f"status {status}", seconds, peak)
    kind, detail = pickle.loads(written)
    return Outcome(kind, detail, seconds, peak)


def _watch_child(child: int) -> tuple[str, int, int, float]:
    """Return why the child was killed or "", its peak bytes, its status and CPU seconds."""
    begun, killed, peak = time.monotonic(), "", 0
    while True:
        done, status, used = os.wait4(child, os.WNOHANG)
        if done:
            return killed, max(peak, used.ru_maxrss * 1024), status, used.ru_utime + used.ru_stime
        peak = max(peak, _read_resident_bytes(child))
        why = "memory" if peak > MAX_BYTES else ""
        why = why or ("hang" if time.monotonic() - begun > WALL_SECONDS else "")
        if why and not killed:
            killed = why
            os.kill(child, signal.SIGKILL)
        time.sleep(0.02)


def _read_resident_bytes(child: int) -> int:
    try:
        return int(Path(f"/proc/{child}/statm").read_text().split()[1]) * _PAGE_BYTES
    except (OSError, IndexError):
        return 0


def _process_input(path: Path, backbone: Backbone, share: bool) -> tuple[str, str]:
    """Return (kind, detail) of processing the file in this process, a child."""
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 5))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    reasons: Counter[str] = Counter()
    try:
        for item in _read_file(path):
            if isinstance(item, Skipped):
                str(item.message).encode("utf-8", "surrogateescape")
                reasons[item.reason] += 1
            elif reasons["page"] < MAX_PAGES:
                reasons[_extract_capture(item, backbone, share)] += 1
    except BaseException as error:  # noqa: BLE001 - whatever comes out is the finding
        where = "; ".join(f"{f.filename.rpartition('/')[2]}:{f.lineno} {f.name}" for f in traceback.extract_tb(error.__traceback__)[-3:])  # fmt: skip
        return "crash", f"{type(error).__name__}: {str(error)[:200]} at {where}"
    return "ok", ", ".join(sorted(reasons))


def _read_file(path: Path) -> Iterator[Capture | Skipped]:
    """Yield what the readers make of a file; of a manifest, what they make of pages of which it states something."""
    if not path.name.startswith("manifest"):
        yield from read([path], settings=Settings())
        return
    try:
        yield from read(sorted(EXAMPLE.iterdir())[:2], manifest=path, settings=Settings())
    except OnRecordError as error:
        yield Skipped(path.name, "manifest", str(error))


def _extract_capture(capture: Capture, backbone: Backbone, share: bool) -> str:
    try:
        page = make_page(capture)
    except PageError as error:
        return error.reason
    _check(page)
    if share:
        records = extract(page, backbone.parse(page))
        with (
            tempfile.TemporaryDirectory() as folder,
            StoryWriter(Path(folder) / "a.story", create=True) as writer,
        ):
            writer.begin_run(version="0", model=backbone.name)
            writer.write_page(capture, page, records, compute_page_key(capture, backbone.name))
            writer.story.page(page.id)
        link(LinkInput((page,), {page.id: records}))
    return "page"


def _check(page: Page) -> None:
    """Raise if zones overlap or leave the text, or words have no bytes, or can't be written."""
    page.text.encode("utf-8")
    at = 0
    for zone in page.zones:
        assert at <= zone.start < zone.end <= len(page.text), f"zone {zone}"
        at = zone.end
    for zone in page.zones[:200]:
        evidence = page.evidence(zone.start, zone.end, "fuzz")
        assert evidence.text == page.text[zone.start : zone.end]


def main() -> int:
    """Fuzz for the minutes asked and print what was found; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("reader", nargs="?", choices=KINDS)
    parser.add_argument("--kind", choices=KINDS, help="the same as READER")
    parser.add_argument(
        "--share", type=float, default=0.3, help="of inputs whose records are extracted"
    )
    parser.add_argument("--only", type=int, help="number of the one input to try")
    parser.add_argument("--keep", type=Path, help="where inputs that fail are kept")
    given = parser.parse_args()
    backbone = load_backbone()
    chosen = given.reader or given.kind
    kinds = [chosen] if chosen else list(KINDS)
    ended = time.monotonic() + given.minutes * 60
    counts: Counter[str] = Counter()
    seconds, peak = 0.0, 0
    numbers = count() if given.only is None else iter([given.only])
    for number in numbers:
        kind = kinds[number % len(kinds)]
        outcome = _try_input(given, kind, number, backbone)
        counts.update([outcome.kind, f"{kind} inputs"])
        seconds, peak = max(seconds, outcome.seconds), max(peak, outcome.peak)
        if time.monotonic() > ended:
            break
    print("; ".join(f"{what}: {many:,}" for what, many in sorted(counts.items())))
    print(f"worst: {seconds:.1f} CPU s, {peak >> 20} MB")
    return 1 if any(counts[bad] for bad in FINDINGS) else 0


def _try_input(given: argparse.Namespace, kind: str, number: int, backbone: Backbone) -> Outcome:
    """Return how the input of that kind and number ended; print it if it is a finding or slow."""
    random = Random(f"{given.seed} {kind} {number}")
    name, data = make_input(random, kind)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        outcome = run_input(path, backbone, share=random.random() < given.share)
    if outcome.kind != "ok" or outcome.seconds > CPU_SECONDS / 4 or given.only is not None:
        again = f"--seed {given.seed} --kind {kind} --only {number} --share {given.share}"
        cost = f"{len(data):,} bytes, {outcome.seconds:.1f} s, {outcome.peak >> 20} MB"
        print(f"{outcome.kind}: {again}: {cost}: {outcome.detail}", flush=True)
    if outcome.kind in FINDINGS and given.keep:
        given.keep.mkdir(parents=True, exist_ok=True)
        (given.keep / f"{given.seed}-{number}-{name}").write_bytes(data)
    return outcome


if __name__ == "__main__":
    sys.exit(main())
