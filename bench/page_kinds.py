"""How much of a page's main text is found, by kind of page: articles, forums, documentation, listings.

In: `pages/wcxb_dev.tar.xz` of the data folder (`ONRECORD_BENCH_DATA`, or `../shared/data` beside the project): saved
pages and their main text. Out: for each kind the mean F1 over the bag of words and the share of pages refused, a line for
each extractor that can be imported; then our measures as the gate takes them. A page's main text is its body and its
readers' comments. Out of scope: training and word lists; these pages only measure.

Source: WCXB (Web Content eXtraction Benchmark, 2026): word F1, a page refused counts 0.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import statistics
import sys
import tarfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.bodies import Extractor
from onrecord.errors import PageError
from onrecord.pages import page_from_html

_TOKEN = re.compile(r"\w+")
_MAIN_ROLES = frozenset({"body", "dateline", "comment"})


@dataclass(frozen=True, slots=True)
class KnownPage:
    """A saved page, what kind of page it is, and its main text."""

    name: str
    kind: str
    url: str
    data: bytes
    main_text: str


def main() -> int:
    """Print the scores; return 0, also where the data is not there."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--worst", type=int, default=0, help="list so many of each kind's worst pages"
    )
    worst = int(parser.parse_args().worst)
    pages = list(iter_known_pages())
    if not pages:
        print("page_kinds: data not there: skipped, not passed")
        return 0
    for name, extract in (("onrecord", extract_main_text), *_iter_peers()):
        rows = [(page, *score_page(page, extract)) for page in pages]
        for kind in sorted({page.kind for page in pages}):
            of_kind = [row for row in rows if row[0].kind == kind]
            f1, precision, recall = (
                statistics.mean(column) for column in list(zip(*of_kind, strict=True))[1:4]
            )
            refused = sum(row[4] for row in of_kind)
            print(
                f"page_kinds {name:14} {kind:14} F1 {f1:.4f}  precision {precision:.4f}  recall {recall:.4f}"
                f"  refused {refused} of {len(of_kind)}"
            )
            if name == "onrecord":
                print(f"page_kinds.{kind}.f1={f1:.4f}")
                for row in sorted(of_kind, key=lambda row: row[1])[:worst]:
                    print(
                        f"  {row[0].name} F1 {row[1]:.3f} P {row[2]:.3f} R {row[3]:.3f} {row[0].url[:90]}"
                    )
        if name == "onrecord":
            print(f"page_kinds.read={1 - statistics.mean(row[4] for row in rows):.4f}")
    return 0


def iter_known_pages() -> Iterator[KnownPage]:
    """Yield the pages in order of their names; none where the archive is not there."""
    beside = Path(__file__).parents[2] / "shared" / "data"
    archive = Path(os.environ.get("ONRECORD_BENCH_DATA", beside)) / "pages" / "wcxb_dev.tar.xz"
    if not archive.is_file():
        return
    with tarfile.open(archive) as members:
        files = {
            member.name.removeprefix("./"): handle.read()
            for member in members
            if member.isfile() and (handle := members.extractfile(member))
        }
    for line in files["gold.jsonl"].decode().strip().split("\n"):
        row = json.loads(line)
        data = files[f"html/{row['id']}.html"]
        yield KnownPage(row["id"], row["type"], row["url"] or "", data, row["main_content"] or "")


def extract_main_text(data: bytes, url: str) -> str:
    """Return the body and the comments of a page, "" where it is refused."""
    try:
        page = page_from_html(data, url=url or None)
    except PageError:
        return ""
    zones = (zone for zone in page.zones if zone.role in _MAIN_ROLES)
    return "\n\n".join(page.text[zone.start : zone.end] for zone in zones)


def score_page(page: KnownPage, extract: Extractor) -> tuple[float, float, float, bool]:
    """Return F1, precision and recall over the words of a page, and whether it was refused."""
    text = extract(page.data, page.url)
    found, known = (Counter(_TOKEN.findall(words.lower())) for words in (text, page.main_text))
    both = (found & known).total()
    precision = both / found.total() if found else float(not known)
    recall = both / known.total() if known else float(not found)
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return f1, precision, recall, not text


def _iter_peers() -> Iterator[tuple[str, Extractor]]:
    try:
        import trafilatura  # type: ignore[import-not-found,import-untyped,unused-ignore]
    except ImportError:
        print("page_kinds trafilatura    peer not installed: skipped, not passed")
        return

    def extract(data: bytes, url: str) -> str:
        return trafilatura.extract(data, url=url or None, include_comments=True) or ""

    yield "trafilatura", extract


if __name__ == "__main__":
    sys.exit(main())
