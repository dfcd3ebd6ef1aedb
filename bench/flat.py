"""What is found in flattened pages: readers' threads beside their gold, invented threads, bodies, speed.

In: `pages/threads.tar.xz` of the data folder (65 pages with threads; their gold is `bench.threads`')
and `pages/bodies.tar.xz` (181 saved pages with their bodies, `bench.bodies`). Each page is flattened as
crawlers do it, by `flatten_pages.py` in the tools beside the data; ways whose library is not installed
are skipped. Out: for each way the comments, authors, dates and replies found, dev pages and held-out pages
apart, beside trafilatura's comments in the page's markup (`bench.threads`); the pages in which a thread is found that
their markup does not have; the body's F1 over 4-word shingles beside that of the whole text; pages per
second. Out of scope: training; these pages only measure.

Run it: `python -m bench.flat [--misses PAGE --layout NAME]`; misses are of the dev pages only.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from types import ModuleType

from bench.bodies import compute_scores, find_archive, join_body, overlap, read_bodies
from bench.data import load_tool
from bench.threads import FLOORS, Comments, GoldPage, iter_gold_pages, load_scorer, print_misses
from onrecord.errors import PageError
from onrecord.pages import page_from_html
from onrecord.pages.flat.layout import read_flat

Flatten = Callable[[bytes], str]
_LIBRARIES = {"lxml": "lxml", "nolinks": "lxml"}
"""The library that a way of flattening needs, where it is not its own name."""


def main() -> int:
    """Print the tables; return 0, also where data, tools or libraries are not there."""
    given = _parse_arguments()
    ways = list_layouts()
    if not ways:
        return 0
    scorer, pages = load_scorer(), list(iter_gold_pages())
    if scorer is not None and pages:
        if given.misses:
            _print_misses(scorer, pages, dict(ways)[given.layout], given.misses)
            return 0
        _print_threads(scorer, pages, ways)
    archive = find_archive()
    if archive is None:
        print("flat: data not there: skipped, not passed", file=sys.stderr)
        return 0
    _print_articles([(data, gold) for _, data, _, gold in read_bodies(archive)], ways)
    return 0


def _parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--misses", metavar="PAGE", help="what was missed and made up on a page")
    parser.add_argument("--layout", default="lxml", help="the way of flattening for --misses")
    return parser.parse_args()


def list_layouts() -> list[tuple[str, Flatten]]:
    """Return the ways of flattening whose library is installed."""
    tool = load_tool("flatten_pages") if find_spec("lxml") else None
    if tool is None:
        print("flat: tool or lxml not there: skipped, not passed", file=sys.stderr)
    found: list[tuple[str, Flatten]] = []
    for name, flatten in tool.FLAVOURS.items() if tool else ():
        if find_spec(_LIBRARIES.get(name, name)):
            found.append((name, flatten))
        else:
            print(f"flat {name}: not installed: skipped, not passed", file=sys.stderr)
    return found


def find_comments(text: str) -> Comments:
    """Return the thread that the project finds in a flattened page, as the scorer wants it."""
    return [
        {
            "id": place,
            "author": comment.author,
            "time_text": comment.time_text,
            "time_iso": comment.time,
            "parent": comment.parent,
            "text": text[comment.start : comment.end],
        }
        for place, comment in enumerate(read_flat(text).comments)
    ]


def _print_threads(
    scorer: ModuleType, pages: Sequence[GoldPage], ways: Sequence[tuple[str, Flatten]]
) -> None:
    """Print what is found of the threads, each way a line for dev and one for the held-out pages."""
    print(f"{'flat':24}{scorer.HEAD[18:]}")
    for name, flatten in ways:
        rows: dict[bool, list[dict[str, int]]] = {False: [], True: []}
        for page in pages:
            rows[page.is_held_out].append(
                scorer.score_page(page.gold, find_comments(flatten(page.data)))
            )
        for is_held_out, some in rows.items():
            shown = scorer.line("", scorer.total(some))[18:].rstrip()
            print(f"{name + (' aside' if is_held_out else ' dev'):24}{shown}")
        rates = scorer.rates(scorer.total(rows[True]))
        for measure, rate in FLOORS.items():
            print(f"flat.{name}.{measure}={rates[rate]:.3f}")


def _print_misses(
    scorer: ModuleType, pages: Sequence[GoldPage], flatten: Flatten, wanted: str
) -> None:
    for page in pages:
        if wanted in page.name and not page.is_held_out:
            print_misses(scorer, page.name, page.gold, find_comments(flatten(page.data)))


def _print_articles(
    pages: Sequence[tuple[bytes, str]], ways: Sequence[tuple[str, Flatten]]
) -> None:
    """Print what is found on pages of articles, and the most threads that any way invented."""
    threaded = [_has_thread(data) for data, _ in pages]
    golds = [gold for _, gold in pages]
    most = 0
    for name, flatten in ways:
        texts = [flatten(data) for data, _ in pages]
        begun = time.perf_counter()
        found = [read_flat(text) for text in texts]
        spent = time.perf_counter() - begun
        invented = sum(
            bool(layout.comments) and not real for layout, real in zip(found, threaded, strict=True)
        )
        most = max(most, invented)
        bodies = [join_body(text, layout.zones) for text, layout in zip(texts, found, strict=True)]
        ours = compute_scores([overlap(g, b) for g, b in zip(golds, bodies, strict=True)])
        whole = compute_scores([overlap(g, t) for g, t in zip(golds, texts, strict=True)])
        print(
            f"flat {name:12} threads made up {invented} of {len(pages)}  body F1 {ours['f1']:.4f}  "
            f"(whole text {whole['f1']:.4f})  {len(pages) / spent:.0f} pages/s"
        )
    # Negative, because a floor is a minimum: -2 holds where no way invents more than two threads.
    print(f"flat.made_up={-most}")


def _has_thread(data: bytes) -> bool:
    try:
        return bool(page_from_html(data).thread)
    except PageError:
        return False


if __name__ == "__main__":
    sys.exit(main())
