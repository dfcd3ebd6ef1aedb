"""How much of an article's body is found, beside other extractors, on pages with known bodies.

In: `pages/bodies.tar.xz` of the data folder (`ONRECORD_BENCH_DATA`, or `../shared/data` beside the
project): 181 saved pages and the text of their bodies. Out: precision, recall and F1 over 4-word
shingles and pages per CPU second of one core, a line for each extractor that can be imported; then our
measures as the gate takes them. Ours is timed with zones, thread, metadata and byte map. With `--folds 5`: ours alone,
each page by rules that were not tuned on it (`body_cross_validation`).
Out of scope: training; these pages only measure.

Source: article-extraction-benchmark (Zyte): bags of 4-word shingles; precision and recall are means
over pages, F1 is of those means.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import statistics
import sys
import tarfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from bench.body_cross_validation import Overlap, compute_f1, validate_across_folds
from onrecord.errors import PageError
from onrecord.pages import page_from_html
from onrecord.records import Zone

_TOKEN = re.compile(r"\w+")
_LOW_F1 = 0.9
Extractor = Callable[[bytes, str], str]


def main() -> int:
    """Print the scores; return 0, also where the data is not there."""
    found = find_archive()
    if found is None:
        print("bodies: data not there: skipped, not passed")
        return 0
    pages = read_bodies(found)
    if folds := _parse_folds():
        return _print_cross_validation(pages, folds)
    for name, extract in (("onrecord", _extract_body), *iter_peers()):
        extract(pages[0][1], pages[0][2])  # load once, outside the time measured
        counts, seconds = measure(pages, extract)
        scores = compute_scores(counts)
        print(
            f"bodies {name:22} F1 {scores['f1']:.4f}  precision {scores['precision']:.4f}  "
            f"recall {scores['recall']:.4f}  {len(pages) / seconds:.0f} pages/CPU s"
        )
        if name == "onrecord":
            our_scores = scores
            low = [
                page[0][:12]
                for page, count in zip(pages, counts, strict=True)
                if compute_f1(count) < _LOW_F1
            ]
    print(f"bodies of onrecord below {_LOW_F1}: {len(low)}: {' '.join(low)}")
    for name, value in our_scores.items():
        print(f"bodies.{name}={value:.4f}")
    return 0


def _parse_folds() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--folds", type=int, default=0, help="measure each page by rules that were not tuned on it"
    )
    return int(parser.parse_args().folds)


def _print_cross_validation(pages: list[tuple[str, bytes, str, str]], folds: int) -> int:
    tuned, unseen, lowest = validate_across_folds(
        pages, folds, lambda some: measure(some, _extract_body)[0]
    )
    for name, counts, removed in (
        ("tuned on these pages", tuned, []),
        (f"not tuned on the page, {folds} folds", unseen.counts, unseen.removed),
        ("lowest bound", lowest.counts, lowest.removed),
    ):
        scores = "  ".join(f"{key} {value:.4f}" for key, value in compute_scores(counts).items())
        parts = f"  parts taken out, by fold: {', '.join(map(str, removed))}" if removed else ""
        print(f"bodies onrecord {name:32} {scores}{parts}")
    print(f"bodies.folded.f1={compute_scores(unseen.counts)['f1']:.4f}")
    return 0


def find_archive() -> Path | None:
    """Return the archive with pages and their bodies, or None."""
    beside = Path(__file__).parents[2] / "shared" / "data"
    found = Path(os.environ.get("ONRECORD_BENCH_DATA", beside)) / "pages" / "bodies.tar.xz"
    return found if found.is_file() else None


def read_bodies(archive: Path) -> list[tuple[str, bytes, str, str]]:
    """Return (name, page's bytes, URL, body's text) of every page in `archive`, by name."""
    with tarfile.open(archive) as members:
        files = {
            member.name.removeprefix("./"): handle.read()
            for member in members
            if member.isfile() and (handle := members.extractfile(member))
        }
    gold: dict[str, Any] = json.loads(files["ground-truth.json"])
    return [
        (name, files[f"html/{name}.html"], row.get("url", ""), row.get("articleBody") or "")
        for name, row in sorted(gold.items())
    ]


def iter_peers() -> Iterator[tuple[str, Extractor]]:
    """Yield the other extractors that are installed, at each of their settings."""
    for load in (_load_trafilatura, _load_resiliparse, _load_newspaper, _load_readability):
        try:
            yield from load()
        except ImportError:
            print(
                f"bodies {load.__name__.removeprefix('_load_'):22} peer not installed: skipped, not passed"
            )


def _load_trafilatura() -> list[tuple[str, Extractor]]:
    import trafilatura  # type: ignore[import-not-found,import-untyped,unused-ignore]

    def set_options(**settings: bool) -> Extractor:
        def extract(data: bytes, url: str) -> str:
            found = trafilatura.extract(data, url=url or None, include_comments=False, **settings)
            return found or ""

        return extract

    return [
        ("trafilatura", set_options()),
        ("trafilatura precision", set_options(favor_precision=True)),
        ("trafilatura recall", set_options(favor_recall=True)),
        ("trafilatura fast", set_options(fast=True)),
    ]


def _load_resiliparse() -> list[tuple[str, Extractor]]:
    from resiliparse.extract.html2text import extract_plain_text  # type: ignore[import-not-found,import-untyped,unused-ignore]

    def extract(data: bytes, _url: str) -> str:
        return str(extract_plain_text(_decode_page(data), main_content=True, alt_texts=False))

    _decode_page(b"")
    return [("resiliparse", extract)]


def _load_newspaper() -> list[tuple[str, Extractor]]:
    import newspaper  # type: ignore[import-not-found,import-untyped,unused-ignore]

    def extract(data: bytes, url: str) -> str:
        article = newspaper.Article(url or "http://page.invalid/", fetch_images=False)
        try:
            article.download(input_html=_decode_page(data))
            article.parse()
        except ImportError:  # a language that needs a package more
            return ""
        return str(article.text)

    return [("newspaper4k", extract)]


def _load_readability() -> list[tuple[str, Extractor]]:
    import lxml.html  # type: ignore[import-not-found,import-untyped,unused-ignore]
    import readability  # type: ignore[import-not-found,import-untyped,unused-ignore]

    def extract(data: bytes, _url: str) -> str:
        summary = readability.Document(_decode_page(data)).summary(html_partial=True)
        return str(lxml.html.fromstring(summary).text_content())

    return [("readability-lxml", extract)]


def _decode_page(data: bytes) -> str:
    """Return a page as text, for extractors that take no bytes."""
    from resiliparse.parse.encoding import bytes_to_str, detect_encoding  # type: ignore[import-not-found,import-untyped,unused-ignore]

    return str(bytes_to_str(data, detect_encoding(data)))


def _extract_body(data: bytes, url: str) -> str:
    try:
        page = page_from_html(data, url=url or None)
    except PageError:
        return ""
    return join_body(page.text, page.zones)


def join_body(text: str, zones: Sequence[Zone]) -> str:
    """Return the text of the body; a dateline on its first line belongs to it, as in the data."""
    words = []
    for zone, following in zip(zones, [*zones[1:], None], strict=True):
        opens_line = following is not None and "\n" not in text[zone.end : following.start]
        if zone.role == "body" or (zone.role == "dateline" and opens_line):
            words.append(text[zone.start : zone.end])
    return "\n\n".join(words)


def measure(
    pages: list[tuple[str, bytes, str, str]], extract: Extractor
) -> tuple[list[Overlap], float]:
    """Return the overlap of what `extract` finds with each page's body, and the CPU seconds it took."""
    counts, spent = [], 0.0
    for _, data, url, gold in pages:
        begun = time.process_time()
        found = extract(data, url)
        spent += time.process_time() - begun
        counts.append(overlap(gold, found))
    return counts, spent


def overlap(gold: str, found: str) -> Overlap:
    """Return the shares of shingles that both have, only `found` has, and only `gold` has."""
    ours, theirs = count_shingles(found), count_shingles(gold)
    both = (ours & theirs).total()
    extra, missed = (ours - theirs).total(), (theirs - ours).total()
    whole = both + extra + missed or 1
    return both / whole, extra / whole, missed / whole


def count_shingles(text: str, size: int = 4) -> Counter[tuple[str, ...]]:
    """Return the bag of `size`-word shingles of `text`."""
    tokens = _TOKEN.findall(text)
    starts = range(max(1, len(tokens) - size + 1)) if tokens else ()
    return Counter(tuple(tokens[start : start + size]) for start in starts)


def compute_scores(counts: list[Overlap]) -> dict[str, float]:
    """Return mean precision and recall over pages, and the F1 of the two."""
    precision = statistics.mean(_compute_share(tp, fp, fn) for tp, fp, fn in counts if tp + fp)
    recall = statistics.mean(_compute_share(tp, fn, fp) for tp, fp, fn in counts if tp + fn)
    both = precision + recall
    f1 = 2 * precision * recall / both if both else 0.0
    return {"f1": f1, "precision": precision, "recall": recall}


def _compute_share(both: float, wrong: float, other: float) -> float:
    if wrong == other == 0:
        return 1.0
    return both / (both + wrong) if both else 0.0


if __name__ == "__main__":
    sys.exit(main())
