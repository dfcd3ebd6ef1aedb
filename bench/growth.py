"""Growth measured: what it costs to add one page to stories of 100, 400 and 1,600 pages, as a whole and by step of linking.

Run it: `python -m bench.growth [--pages N…] [--model NAME]`. The pages are articles of timeline17 in the data folder (`ONRECORD_BENCH_DATA`, or `../shared/data` beside the
project), its topics mixed, so that a large story holds several matters. For each size the story is built, then `onrecord add` of one page more is run as a command of its
own: CPU seconds and peak memory of that process. Steps are timed in this process, over the records as they are stored. Other load makes the times longer: compare sizes, not days.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tarfile
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import chain, islice, zip_longest
from pathlib import Path
from typing import TypeVar

from bench.data import find_data_folder
from bench.timeline import read_articles
from onrecord.link import LinkInput, link
from onrecord.run import RunOptions, build
from onrecord.story import open_story

SIZES = (100, 400, 1600)
Result = TypeVar("Result")


def main() -> int:
    """Print what each size costs; return 0, also where the data are not there."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--pages", type=int, nargs="+", default=SIZES)
    parser.add_argument("--model", default="small")
    given = parser.parse_args()
    data = find_data_folder("timeline17")
    if data is None:
        return 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with tarfile.open(data / "timeline17.tar.xz") as packed:
            packed.extractall(folder / "data", filter="data")
        pages = write_pages(folder, max(given.pages) + 1)
        story, there = folder / "story.db", 0
        for size in sorted(given.pages):
            build(pages[there:size], story, RunOptions(model=given.model))
            there = size
            _measure(story, pages[max(given.pages)], size, given.model)
    return 0


def write_pages(folder: Path, most: int) -> list[Path]:
    """Write the first articles, those of the topics in turn, as text files whose first line is the day, and return their paths."""
    topics = sorted((folder / "data").rglob("outputwithpub.csv.xz"))
    articles = [list(read_articles(path)) for path in topics]
    mixed = (one for one in chain.from_iterable(zip_longest(*articles)) if one is not None)
    (folder / "pages").mkdir()
    paths = []
    for number, (day, text) in enumerate(islice(mixed, most)):
        path = folder / "pages" / f"{number:05d}.html"
        paragraphs = "".join(f"<p>{part}</p>" for part in text.split("\n\n"))
        path.write_text(
            f"<html lang=en><meta property='article:published_time' content='{day}'><article>{paragraphs}</article></html>",
            encoding="utf-8",
        )
        paths.append(path)
    return paths


def _measure(story: Path, page: Path, size: int, model: str) -> None:
    copy = story.with_name("copy.db")
    shutil.copyfile(story, copy)
    seconds, megabytes = run_command([sys.executable, "-m", "onrecord", "add", copy, page, "--model", model])  # fmt: skip
    print(f"growth {size}: add {seconds:.2f} CPU s, {megabytes:.0f} MB; story {copy.stat().st_size / size / 1000:.0f} kB a page", flush=True)  # fmt: skip
    for step, spent in measure_steps(story):
        print(f"  {step:<24} {spent:.2f} CPU s", flush=True)


def run_command(words: list[object]) -> tuple[float, float]:
    """Return the CPU seconds and the peak memory (MB) of a command."""
    null = os.open(os.devnull, os.O_WRONLY)
    argv = [str(word) for word in words]
    actions = [(os.POSIX_SPAWN_DUP2, null, 1), (os.POSIX_SPAWN_DUP2, null, 2)]
    process = os.posix_spawn(argv[0], argv, os.environ, file_actions=actions)
    os.close(null)
    _, status, usage = os.wait4(process, 0)
    if status:
        raise RuntimeError(f"{' '.join(argv)}: ended with {status}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1000


def measure_steps(story: Path) -> Iterator[tuple[str, float]]:
    """Yield each step of linking with its CPU seconds, after reading pages and records."""
    spent: dict[str, float] = {}

    def run_step(step: str, work: Callable[[], Result]) -> Result:
        begun = time.process_time()
        try:
            return work()
        finally:
            spent[step] = spent.get(step, 0.0) + time.process_time() - begun

    with open_story(story) as opened:
        begun = time.process_time()
        pages = tuple(opened.page(head.id) for head in opened.heads())
        spent["reading pages"] = time.process_time() - begun
        begun = time.process_time()
        records = {page.id: opened.records_of(page.id) for page in pages}
        spent["reading records"] = time.process_time() - begun
    link(LinkInput(pages, records), run_step=run_step)
    yield from spent.items()


if __name__ == "__main__":
    sys.exit(main())
