"""How well readers' threads are found: comments, authors, dates, and which answers which.

In: `pages/threads.tar.xz` of the data folder: 65 saved pages with readers' comments, in German, English
and French; their gold is built of selectors (`bench.thread_gold`). The scorer is `score_threads.py`
in the tools beside the data. Out: totals of the held-out pages and of the others, ours beside
trafilatura's comments, and pages per second. Out of scope: training; these pages only measure.

A comment is found where the token F1 of the texts is 0.9 or more. A peer that gives comments as text
alone is counted twice: each of its lines as a comment, and the words of all its comments together,
as bags, beside the words of all gold comments of the page (`words`, for ours too). Authors, dates and
parents, which it does not give, are not counted.

Run it: `python -m bench.threads [--pages] [--aside] [--misses PAGE]`. Rows and misses are of the pages that are
not held out, unless `--aside` asks for rows of the others.
"""

from __future__ import annotations

import argparse
import importlib.util
import sys
import tarfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from bench.data import find_data_folder, load_tool
from bench.thread_gold import build_gold, is_held_out, read_selectors
from onrecord.errors import PageError
from onrecord.pages import page_from_html
from onrecord.records import Page

Comments = list[dict[str, Any]]
Finder = Callable[[bytes], Comments]
_MEASURES = ("f1", "author", "time", "reply")
FLOORS = dict(zip(("comments", "authors", "dates", "replies"), _MEASURES, strict=True))
"""Names of the floors, and the scorer's measures."""


class GoldPage(NamedTuple):
    """A saved page, the comments it truly has, and whether it is held out."""

    name: str
    data: bytes
    gold: Comments
    is_held_out: bool


@dataclass(slots=True)
class Scores:
    """The scorer's counts of each page, the words both have, we have and gold has, and the seconds spent."""

    rows: dict[str, dict[str, int]] = field(default_factory=dict)
    words: tuple[int, int, int] = (0, 0, 0)
    seconds: float = 0.0


def main() -> int:
    """Print what is asked for; return 0, also where data, scorer or lxml are not there."""
    given = _parse_arguments()
    scorer, pages = load_scorer(), list(iter_gold_pages())
    if scorer is None or not pages:
        return 0
    if given.misses:
        for page in pages:
            if given.misses in page.name and not page.is_held_out:
                print_misses(scorer, page.name, page.gold, find_comments(page.data))
        return 0
    print(f"{'threads':24}{scorer.HEAD[18:]}  words F1  pages/s")
    for part in ("dev", "aside"):
        some = [page for page in pages if page.is_held_out == (part == "aside")]
        for name, find in list_finders():
            scores = measure(scorer, some, find)
            print(_format_row(scorer, f"{name} {part}", scores))
            if name == "onrecord":
                _print_more(scorer, part, scores, given)
    return 0


def _parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", action="store_true", help="a row for each page")
    parser.add_argument("--aside", action="store_true", help="rows of the held-out pages, too")
    parser.add_argument("--misses", metavar="PAGE", help="what was missed and invented on a page")
    return parser.parse_args()


def iter_gold_pages() -> Iterator[GoldPage]:
    """Yield the pages by name; none, and a line that says so, where data or lxml are not there."""
    folder = find_data_folder("pages")
    archive = folder / "threads.tar.xz" if folder else None
    if archive is None or not archive.is_file():
        print("threads: data not there: skipped, not passed", file=sys.stderr)
        return
    if not (importlib.util.find_spec("lxml") and importlib.util.find_spec("cssselect")):
        print("threads: lxml or cssselect not installed: skipped, not passed", file=sys.stderr)
        return
    selectors = read_selectors()
    for name, data in read_archive(archive):
        if name not in selectors:
            print(f"threads: {name} has no gold: left out", file=sys.stderr)
            continue
        yield GoldPage(name, data, build_gold(data, selectors[name]).comments, is_held_out(name))


def read_archive(archive: Path) -> Iterator[tuple[str, bytes]]:
    """Yield (file name, bytes) of the files in `archive`, by name."""
    with tarfile.open(archive) as members:
        files = {
            Path(member.name).name: handle.read()
            for member in members
            if member.isfile() and (handle := members.extractfile(member))
        }
    yield from sorted(files.items())


def load_scorer() -> ModuleType | None:
    """Return the scorer as a module, or None after saying that it is not there."""
    scorer = load_tool("score_threads")
    if scorer is None:
        print("threads: tool not there: skipped, not passed", file=sys.stderr)
    return scorer


def list_finders() -> list[tuple[str, Finder]]:
    """Return ours, and the peer's where it is installed."""
    found: list[tuple[str, Finder]] = [("onrecord", find_comments)]
    if importlib.util.find_spec("trafilatura"):
        found.append(("trafilatura", _find_by_trafilatura))
    else:
        print("threads: trafilatura not installed: skipped, not passed", file=sys.stderr)
    return found


def find_comments(data: bytes) -> Comments:
    """Return the thread that the project finds in a page, as the scorer wants it."""
    try:
        page = page_from_html(data)
    except PageError:
        return []
    return convert_thread(page)


def convert_thread(page: Page) -> Comments:
    """Return a page's thread as the scorer wants it."""
    return [
        {
            "id": comment.id,
            "author": comment.author,
            "time_text": comment.time_text,
            "time_iso": comment.time,
            "parent": comment.parent,
            "text": comment.evidence.text,
        }
        for comment in page.thread
    ]


def _find_by_trafilatura(data: bytes) -> Comments:
    import trafilatura  # type: ignore[import-not-found,unused-ignore]

    found = trafilatura.bare_extraction(data, include_comments=True, with_metadata=False)
    shown = getattr(found, "comments", None) or ""
    return [{"id": place, "text": line} for place, line in enumerate(shown.split("\n")) if line]


def measure(scorer: ModuleType, pages: Sequence[GoldPage], find: Finder) -> Scores:
    """Return how `find` does on `pages`."""
    scores = Scores()
    for page in pages:
        begun = time.perf_counter()
        found = find(page.data)
        scores.seconds += time.perf_counter() - begun
        row = scorer.score_page(page.gold, found)
        if find is not find_comments:  # text alone: what it does not give is not counted against it
            row |= {name: 0 for name in row if name.endswith(("_n", "_ok"))}
        scores.rows[page.name] = row
        ours, gold = _count_words(scorer, found), _count_words(scorer, page.gold)
        both, all_ours, all_gold = scores.words
        scores.words = (
            both + (ours & gold).total(),
            all_ours + ours.total(),
            all_gold + gold.total(),
        )
    return scores


def _count_words(scorer: ModuleType, comments: Comments) -> Counter[str]:
    bag: Counter[str] = Counter()
    for comment in comments:
        bag += scorer.tokens(comment["text"])
    return bag


def _format_row(scorer: ModuleType, name: str, scores: Scores) -> str:
    both, ours, gold = scores.words
    words = 2 * both / max(1, ours + gold)
    shown = scorer.line("", scorer.total(scores.rows.values()))[18:].rstrip()
    return f"{name:24}{shown}  {words:8.3f}  {len(scores.rows) / max(1e-9, scores.seconds):7.0f}"


def _print_more(scorer: ModuleType, part: str, scores: Scores, given: argparse.Namespace) -> None:
    if given.pages and (part == "dev" or given.aside):
        for name, row in scores.rows.items():
            print(f"  {scorer.line('', row)[18:].rstrip()}  {name}")
    if part == "aside":
        rates = scorer.rates(scorer.total(scores.rows.values()))
        print("\n".join(f"threads.{name}={rates[what]:.3f}" for name, what in FLOORS.items()))


def print_misses(scorer: ModuleType, name: str, gold: Comments, found: Comments) -> None:
    """Print the comments of a page that were missed, invented and read wrongly."""
    matched = scorer.match(gold, found)
    print(f"{name}: {len(gold)} gold, {len(found)} found, {len(matched)} matched")
    for place, true in enumerate(gold):
        if place not in matched:
            print(f"  missed   {_format_comment(true)}")
        elif wrong := _list_errors(scorer, gold, place, found, matched):
            ours = found[matched[place]]
            print(
                f"  {', '.join(wrong)}\n    gold   {_format_comment(true)}\n    found  {_format_comment(ours)}"
            )
    for place, one in enumerate(found):
        if place not in matched.values():
            print(f"  made up  {_format_comment(one)}")


def _list_errors(
    scorer: ModuleType, gold: Comments, place: int, found: Comments, matched: dict[int, int]
) -> list[str]:
    true, ours = gold[place], found[matched[place]]
    wrong = []
    if true.get("author") and not scorer.same_author(true, ours):
        wrong.append("author")
    if true.get("time_iso") and not scorer.same_time(true, ours):
        wrong.append("date")
    where = {comment["id"]: index for index, comment in enumerate(gold)}
    parent = None if true["parent"] is None else matched.get(where[true["parent"]], -1)
    wanted = None if parent is None else found[parent]["id"] if parent >= 0 else "missed"
    if ours["parent"] != wanted:
        wrong.append("parent")
    return wrong


def _format_comment(comment: dict[str, Any]) -> str:
    text = " ".join(comment["text"].split())
    shown = text if len(text) < 120 else f"{text[:70]} … {text[-40:]}"
    return (
        f"{comment['author']} | {comment.get('time_iso')} ({comment.get('time_text')}) | "
        f"{comment['id']} to {comment['parent']} | {len(text)}: {shown}"
    )


if __name__ == "__main__":
    sys.exit(main())
