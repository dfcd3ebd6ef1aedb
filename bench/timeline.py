"""Days of a timeline measured against experts' timelines: Timeline17 (date F1, exact days).

Run it: `python -m bench.timeline [TOPIC…]`. In: the data folder (`../shared/data` or
`$ONRECORD_BENCH_DATA`). Out: one line a gold timeline, with the days most written on as a baseline.
Timeline17 may only be measured on: nothing in onrecord is derived from it. What is not there is
skipped, not passed.

Source: Tran, Alrifai & Nguyen, "Predicting relevant news events for timeline summaries" (WWW 2013);
date F1 as in Martschat & Markert, "Improving ROUGE for timeline summarization" (EACL 2017). Every
timeline has as many days as the gold one.
"""

from __future__ import annotations

import csv
import lzma
import re
import sys
import tarfile
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from bench.data import find_data_folder
from onrecord.run import RunOptions, build
from onrecord.story import open_story
from onrecord.timeline import build_timeline

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_JOINED = ((" ,", ","), (" .", "."), (" '", "'"), (" n't", "n't"), ("`` ", '"'), (" ''", '"'))
"""The articles come tokenised; the most frequent gaps are closed again."""


def compute_date_f1(wanted: set[str], found: set[str]) -> float:
    """Return the harmonic mean of precision and recall of `found` days."""
    right = len(wanted & found)
    return 2 * right / (len(wanted) + len(found)) if right else 0.0


def main() -> None:
    """Print the measure of the topics named, or of all."""
    folder = find_data_folder("timeline17")
    if folder is None:
        return
    csv.field_size_limit(sys.maxsize)
    with tempfile.TemporaryDirectory() as made:
        root = Path(made)
        with tarfile.open(folder / "timeline17.tar.xz") as archive:
            archive.extractall(root, filter="data")
        topics = sys.argv[1:] or sorted(path.name for path in (root / "Dataset" / "T17").iterdir())
        scores = [score for topic in topics for score in _measure_topic(root, topic)]
    if scores:
        ours, theirs = (sum(one) / len(scores) for one in zip(*scores, strict=True))
        print(f"{'mean':40} date F1 {ours:.3f}  most written on {theirs:.3f}")


def _measure_topic(root: Path, topic: str) -> Iterator[tuple[float, float]]:
    articles = list(read_articles(root / "Dataset" / "T17" / topic / "outputwithpub.csv.xz"))
    story = root / f"{topic}.db"
    build(
        [_write_pages(root / topic, articles)],
        story,
        RunOptions(manifest=root / topic / "manifest.csv"),
    )
    written = Counter(day for day, _ in articles)
    with open_story(story) as opened:
        for path in sorted((root / "gold-timelines" / f"tl17-{topic}").glob("*.txt")):
            wanted = set(_DAY.findall(path.read_text("utf-8", "replace")))
            entries = build_timeline(opened, length=len(wanted), start=min(wanted), end=max(wanted))
            found = {entry.day for entry in entries if entry.day is not None}
            inside = [day for day, _ in written.most_common() if min(wanted) <= day <= max(wanted)]
            scores = (
                compute_date_f1(wanted, found),
                compute_date_f1(wanted, set(inside[: len(wanted)])),
            )
            name = f"{topic}/{path.stem} ({len(articles)} articles)"
            print(f"{name:40} date F1 {scores[0]:.3f}  most written on {scores[1]:.3f}", flush=True)
            yield scores


def read_articles(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the day and the text of each article of a topic."""
    with lzma.open(path, "rt", encoding="utf-8", errors="replace", newline="") as rows:
        for row in csv.DictReader(rows):
            text = row["text"]
            for written, joined in _JOINED:
                text = text.replace(written, joined)
            yield (
                row["date"][:10],
                "\n\n".join(line.strip() for line in text.splitlines() if line.strip()),
            )


def _write_pages(folder: Path, articles: list[tuple[str, str]]) -> Path:
    pages = folder / "pages"
    pages.mkdir(parents=True)
    with (folder / "manifest.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["path", "url", "published", "language"])
        for number, (day, text) in enumerate(articles):
            name = f"{number:05d}.txt"
            (pages / name).write_text(text, "utf-8")
            rows.writerow(
                [f"pages/{name}", f"https://t17.example/{folder.name}/{number}", day, "en"]
            )
    return pages


if __name__ == "__main__":
    main()
