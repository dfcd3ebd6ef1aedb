"""How much of an article's body is found, beside other extractors, on pages with known bodies.

In: `pages/bodies.tar.xz` of the data folder (`ONRECORD_BENCH_DATA`, or `../shared/data` beside the
project): 181 saved pages and the text of their bodies. Out: precision, recall and F1 over 4-word
shingles, a line for each extractor that can be imported, and pages per second.
Leaves alone: training; these pages only measure.

Source: article-extraction-benchmark (Zyte): bags of 4-word shingles; precision and recall are means
over pages, F1 is of those means.
"""

from __future__ import annotations

import json
import os
import re
import statistics
import sys
import tarfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from onrecord.errors import PageError
from onrecord.pages import page_from_html
from onrecord.records import Zone

_TOKEN = re.compile(r"\w+")
Extractor = Callable[[bytes, str], str]


def main() -> int:
    """Print the scores; return 0, also where the data is not there."""
    found = data_file()
    if found is None:
        print("bodies: data not there: skipped, not passed")
        return 0
    pages = read_bodies(found)
    for name, extract in extractors():
        scores, seconds = measure(pages, extract)
        print(
            f"bodies {name:12} F1 {scores['f1']:.4f}  precision {scores['precision']:.4f}  "
            f"recall {scores['recall']:.4f}  {len(pages) / seconds:.0f} pages/s"
        )
    return 0


def data_file() -> Path | None:
    """Return the archive with pages and their bodies, or None."""
    beside = Path(__file__).parents[2] / "shared" / "data"
    found = Path(os.environ.get("ONRECORD_BENCH_DATA", beside)) / "pages" / "bodies.tar.xz"
    return found if found.is_file() else None


def read_bodies(archive: Path) -> list[tuple[str, bytes, str, str]]:
    """Return (name, page's bytes, URL, body's text) of every page in `archive`, by name."""
    with tarfile.open(archive) as members:
        held = {
            member.name.removeprefix("./"): handle.read()
            for member in members
            if member.isfile() and (handle := members.extractfile(member))
        }
    gold: dict[str, Any] = json.loads(held["ground-truth.json"])
    return [
        (name, held[f"html/{name}.html"], row.get("url", ""), row.get("articleBody") or "")
        for name, row in sorted(gold.items())
    ]


def extractors() -> list[tuple[str, Extractor]]:
    """Return ours and those of the peers that are installed."""
    found: list[tuple[str, Extractor]] = [("onrecord", _ours)]
    try:
        import trafilatura  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        print("bodies trafilatura  not installed: not measured", file=sys.stderr)
    else:
        found.append(
            ("trafilatura", lambda data, url: trafilatura.extract(
                data, url=url or None, include_comments=False) or "")
        )  # fmt: skip
    return found


def _ours(data: bytes, url: str) -> str:
    try:
        page = page_from_html(data, url=url or None)
    except PageError:
        return ""
    return body_words(page.text, page.zones)


def body_words(text: str, zones: Sequence[Zone]) -> str:
    """Return the words of the body; a dateline on its first line is body here, as in the data."""
    words = []
    for zone, following in zip(zones, [*zones[1:], None], strict=True):
        leads = following is not None and "\n" not in text[zone.end : following.start]
        if zone.role == "body" or (zone.role == "dateline" and leads):
            words.append(text[zone.start : zone.end])
    return "\n\n".join(words)


def measure(
    pages: list[tuple[str, bytes, str, str]], extract: Extractor
) -> tuple[dict[str, float], float]:
    """Return precision, recall and F1 of `extract` on `pages`, and the seconds it took."""
    counts, spent = [], 0.0
    for _, data, url, gold in pages:
        begun = time.perf_counter()
        found = extract(data, url)
        spent += time.perf_counter() - begun
        counts.append(overlap(gold, found))
    return scores_of(counts), spent


def overlap(gold: str, found: str) -> tuple[float, float, float]:
    """Return the shares of shingles that both have, only `found` has, and only `gold` has."""
    ours, theirs = shingles(found), shingles(gold)
    both = (ours & theirs).total()
    extra, missed = (ours - theirs).total(), (theirs - ours).total()
    whole = both + extra + missed or 1
    return both / whole, extra / whole, missed / whole


def shingles(text: str, size: int = 4) -> Counter[tuple[str, ...]]:
    """Return the bag of `size`-word shingles of `text`."""
    tokens = _TOKEN.findall(text)
    starts = range(max(1, len(tokens) - size + 1)) if tokens else ()
    return Counter(tuple(tokens[start : start + size]) for start in starts)


def scores_of(counts: list[tuple[float, float, float]]) -> dict[str, float]:
    """Return mean precision and recall over pages, and the F1 of the two."""
    precision = statistics.mean(_share(tp, fp, fn) for tp, fp, fn in counts if tp + fp)
    recall = statistics.mean(_share(tp, fn, fp) for tp, fp, fn in counts if tp + fn)
    both = precision + recall
    f1 = 2 * precision * recall / both if both else 0.0
    return {"f1": f1, "precision": precision, "recall": recall}


def _share(both: float, wrong: float, other: float) -> float:
    if wrong == other == 0:
        return 1.0
    return both / (both + wrong) if both else 0.0


if __name__ == "__main__":
    sys.exit(main())
