"""How often a page's day of publication is found, and found right, beside other finders of dates.

In: `pages/bodies.tar.xz` of the data folder and `dates.tsv`, the days of its first 60 pages as read by eye.
Out: for the pages as they were saved, and again with words alone (no metadata, no scripts, no
`datetime` attributes, no address): how many have a day that is right, wrong or missing, and how ours is known.
Out of scope: the time of day.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bench.bodies import find_archive, read_bodies
from onrecord.errors import PageError
from onrecord.pages import page_from_html

GOLD = Path(__file__).with_name("dates.tsv")
_STATED = re.compile(
    rb"(?is)<script\b.*?</script>|<(?:meta|link|base)\b[^>]*>"
    rb"|\s(?:datetime|content|title|data-[\w-]+)=(?:\"[^\"]*\"|'[^']*')"
)
Finder = Callable[[bytes, str | None], str | None]


@dataclass(frozen=True, slots=True)
class GoldDate:
    """A page, and the days that count as right; none where nothing on the page states one."""

    data: bytes
    url: str | None
    days: frozenset[str]


def main() -> int:
    """Print the tables; return 0, also where the data is not there."""
    found = find_archive()
    if found is None:
        print("dates: data not there: skipped, not passed")
        return 0
    saved, shown = read_gold_pages(found)
    finders = [("onrecord", find_day), *iter_peers()]
    for title, pages, measure in (("as saved", saved, "dates"), ("words alone", shown, "dates.shown")):  # fmt: skip
        for name, find in finders:
            verdicts = Counter(judge_day(page, find(page.data, page.url)) for page in pages)
            right, wrong = verdicts["right"], verdicts["wrong"]
            print(
                f"dates {title:12} {name:12} of {len(pages)}: right {right}, wrong {wrong}, "
                f"missing {verdicts['missing']}, rightly none {verdicts['none']}"
            )
            if name == "onrecord":
                print(f"{measure}.right={(right + verdicts['none']) / len(pages):.4f}")
                print(f"{measure}.precision={right / (right + wrong or 1):.4f}")
        methods = Counter(find_method(page.data, page.url) for page in pages)
        print(f"dates {title:12} ours known by: {', '.join(f'{h} {n}' for h, n in methods.most_common())}")  # fmt: skip
    return 0


def read_gold_pages(archive: Path) -> tuple[list[GoldDate], list[GoldDate]]:
    """Return the pages with gold as they were saved, and with their words alone."""
    gold = dict(_read_gold())
    saved, shown = [], []
    for name, data, url, _ in read_bodies(archive):
        if name[:16] in gold:
            stated, seen = gold[name[:16]]
            saved.append(GoldDate(data, url or None, stated))
            shown.append(GoldDate(_STATED.sub(b"", data), None, seen))
    return saved, shown


def _read_gold() -> Iterator[tuple[str, tuple[frozenset[str], frozenset[str]]]]:
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            name, stated, seen = line.split("\t")
            yield name, (frozenset(stated.split("|")), frozenset({seen} - {"-"}))


def judge_day(page: GoldDate, day: str | None) -> str:
    """Return whether the day found is right, wrong, missing, or rightly none."""
    if not day:
        return "missing" if page.days else "none"
    return "right" if day[:10] in page.days else "wrong"


def find_day(data: bytes, url: str | None) -> str | None:
    """Return the day we find."""
    try:
        page = page_from_html(data, url=url)
    except PageError:
        return None
    return page.published.value if page.published else None


def find_method(data: bytes, url: str | None) -> str:
    """Return how we know the day: the name of the method."""
    page = page_from_html(data, url=url)
    return page.published.how if page.published else "not known"


def iter_peers() -> Iterator[tuple[str, Finder]]:
    """Yield the other finders that are installed."""
    for load in (_load_htmldate, _load_trafilatura, _load_newspaper):
        name = load.__name__.removeprefix("_load_")
        try:
            yield name, load()
        except ImportError:
            print(f"dates {name:12} peer not installed: skipped, not passed")


def _load_htmldate() -> Finder:
    import htmldate  # type: ignore[import-not-found,import-untyped,unused-ignore]

    def find(data: bytes, url: str | None) -> str | None:
        found = htmldate.find_date(data.decode("utf-8", "replace"), original_date=True, url=url)
        return str(found) if found else None

    return find


def _load_trafilatura() -> Finder:
    from trafilatura.metadata import extract_metadata  # type: ignore[import-not-found,import-untyped,unused-ignore]  # fmt: skip

    def find(data: bytes, url: str | None) -> str | None:
        found = extract_metadata(data.decode("utf-8", "replace"), default_url=url)
        return str(found.date) if found and found.date else None

    return find


def _load_newspaper() -> Finder:
    import newspaper  # type: ignore[import-not-found,import-untyped,unused-ignore]

    def find(data: bytes, url: str | None) -> str | None:
        article = newspaper.Article(url or "http://page.invalid/", fetch_images=False)
        try:
            article.download(input_html=data.decode("utf-8", "replace"))
            article.parse()
        except ImportError:  # a language that needs a package more
            return None
        day = article.publish_date
        return day.date().isoformat() if isinstance(day, date) and hasattr(day, "date") else None

    return find


if __name__ == "__main__":
    sys.exit(main())
