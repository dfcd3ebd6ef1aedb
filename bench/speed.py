"""Pages per second on one core, and the share of each step.

Run it: `python -m bench.speed [PATH…] [--rounds N]`; without paths, the example story's pages.
Each step is timed in this process by CPU time, the best of the rounds; compare shares and ratios
within one run, not times between machines.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from bench.cpu_clock import CpuClock
from onrecord.config import Settings, load_settings
from onrecord.errors import PageError
from onrecord.extract import EXTRACTORS
from onrecord.language import Backbone, load_backbone
from onrecord.link import LinkInput, link
from onrecord.pages import make_page
from onrecord.readers import read
from onrecord.records import Capture, Page, Records
from onrecord.story import StoryWriter

EXAMPLE = Path(__file__).parents[1] / "examples" / "northbridge" / "pages"


def measure(paths: list[str], rounds: int) -> tuple[dict[str, float], int, int]:
    """Return CPU seconds by step, and how many pages and words they took."""
    settings = load_settings()
    backbone = load_backbone(settings.model)
    backbone.nlp("Warm up once, so that its time is not counted for the first page.")
    clock = CpuClock(min)
    for _ in range(rounds):
        pages = _run_round(paths, settings, backbone, clock)
    words = sum(len(page.text.split()) for page in pages)
    return clock.seconds, len(pages), words


def _run_round(
    paths: list[str], settings: Settings, backbone: Backbone, clock: CpuClock
) -> list[Page]:
    with clock.step("read"):
        captures = [item for item in read(paths, settings=settings) if isinstance(item, Capture)]
    with clock.step("page"):
        kept, pages = _make_pages(captures)
    with clock.step("parse"):
        parses = [backbone.parse(page) for page in pages]
    found = [Records()] * len(pages)
    for name, extractor in EXTRACTORS:
        with clock.step(name.partition("@")[0]):
            extracted = [extractor(*given) for given in zip(pages, parses, found, strict=True)]
        found = [a.merged(b) for a, b in zip(found, extracted, strict=True)]
    with clock.step("link"):
        by_page = {page.id: records for page, records in zip(pages, found, strict=True)}
        link(LinkInput(tuple(pages), by_page))
    with clock.step("store"), tempfile.TemporaryDirectory() as folder:
        _store(Path(folder) / "speed.db", list(zip(kept, pages, found, strict=True)))
    return pages


def _store(path: Path, results: list[tuple[Capture, Page, Records]]) -> None:
    with StoryWriter(path, create=True) as writer:
        writer.begin_run(version="bench", model="bench")
        for capture, page, records in results:
            writer.write_page(capture, page, records, capture.sha256)


def _make_pages(captures: list[Capture]) -> tuple[list[Capture], list[Page]]:
    kept, pages = [], []
    for capture in captures:
        try:
            pages.append(make_page(capture))
        except PageError:
            continue
        kept.append(capture)
    return kept, pages


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="*", default=[str(EXAMPLE)])
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    seconds, pages, words = measure(given.paths, given.rounds)
    total = sum(seconds.values())
    print(f"{pages} pages, {words} words, one core, best of {given.rounds}")
    for step, taken in seconds.items():
        print(f"{step:<12} {taken / max(pages, 1) * 1000:8.1f} ms a page {taken / total:6.1%}")
    print(
        f"{'all':<12} {total / max(pages, 1) * 1000:8.1f} ms a page   {pages / total:.1f} pages/s, {words / total:,.0f} words/s"
    )


if __name__ == "__main__":
    main()
