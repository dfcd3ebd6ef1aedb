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

from bench.bodies import data_file, read_bodies
from onrecord.errors import PageError
from onrecord.pages import page_from_html

GOLD = Path(__file__).with_name("dates.tsv")
_STATED = re.compile(
    rb"(?is)<script\b.*?</script>|<(?:meta|link|base)\b[^>]*>"
    rb"|\s(?:datetime|content|title|data-[\w-]+)=(?:\"[^\"]*\"|'[^']*')"
)
Finder = Callable[[bytes, str | None], str | None]


@dataclass(frozen=True, slots=True)
class Dating:
    """A page, and the days that count as right; none where nothing on it tells one."""

    data: bytes
    url: str | None
    days: frozenset[str]


def main() -> int:
    """Print the tables; return 0, also where the data is not there."""
    found = data_file()
    if found is None:
        print("dates: data not there: skipped, not passed")
        return 0
    saved, shown = datings(found)
    finders = [("onrecord", ours), *peers()]
    for title, pages, measure in (("as saved", saved, "dates"), ("words alone", shown, "dates.shown")):  # fmt: skip
        for name, find in finders:
            told = Counter(verdict(page, find(page.data, page.url)) for page in pages)
            right, wrong = told["right"], told["wrong"]
            print(
                f"dates {title:12} {name:12} of {len(pages)}: right {right}, wrong {wrong}, "
                f"missing {told['missing']}, rightly none {told['none']}"
            )
            if name == "onrecord":
                print(f"{measure}.right={(right + told['none']) / len(pages):.4f}")
                print(f"{measure}.precision={right / (right + wrong or 1):.4f}")
        hows = Counter(how_known(page.data, page.url) for page in pages)
        print(f"dates {title:12} ours known by: {', '.join(f'{h} {n}' for h, n in hows.most_common())}")  # fmt: skip
    return 0


def datings(archive: Path) -> tuple[list[Dating], list[Dating]]:
    """Return the pages with gold as they were saved, and with their words alone."""
    gold = dict(_gold())
    saved, shown = [], []
    for name, data, url, _ in read_bodies(archive):
        if name[:16] in gold:
            stated, seen = gold[name[:16]]
            saved.append(Dating(data, url or None, stated))
            shown.append(Dating(_STATED.sub(b"", data), None, seen))
    return saved, shown


def _gold() -> Iterator[tuple[str, tuple[frozenset[str], frozenset[str]]]]:
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            name, stated, seen = line.split("\t")
            yield name, (frozenset(stated.split("|")), frozenset({seen} - {"-"}))


def verdict(page: Dating, day: str | None) -> str:
    """Return whether the day found is right, wrong, missing, or rightly none."""
    if not day:
        return "missing" if page.days else "none"
    return "right" if day[:10] in page.days else "wrong"


def ours(data: bytes, url: str | None) -> str | None:
    """Return the day we find."""
    try:
        page = page_from_html(data, url=url)
    except PageError:
        return None
    return page.published.value if page.published else None


def how_known(data: bytes, url: str | None) -> str:
    """Return how we know the day."""
    page = page_from_html(data, url=url)
    return page.published.how if page.published else "not known"


def peers() -> Iterator[tuple[str, Finder]]:
    """Yield the other finders that are installed."""
    for load in (_htmldate, _trafilatura, _newspaper):
        try:
            yield load.__name__[1:], load()
        except ImportError:
            print(f"dates {load.__name__[1:]:12} peer not installed: skipped, not passed")


def _htmldate() -> Finder:
    import htmldate  # type: ignore[import-not-found,import-untyped,unused-ignore]

    def find(data: bytes, url: str | None) -> str | None:
        found = htmldate.find_date(data.decode("utf-8", "replace"), original_date=True, url=url)
        return str(found) if found else None

    return find


def _trafilatura() -> Finder:
    from trafilatura.metadata import extract_metadata  # type: ignore[import-not-found,import-untyped,unused-ignore]  # fmt: skip

    def find(data: bytes, url: str | None) -> str | None:
        found = extract_metadata(data.decode("utf-8", "replace"), default_url=url)
        return str(found.date) if found and found.date else None

    return find


def _newspaper() -> Finder:
    import newspaper  # type: ignore[import-not-found,import-untyped,unused-ignore]

    def find(data: bytes, url: str | None) -> str | None:
        article = newspaper.Article(url or "http://page.invalid/", fetch_images=False)
        try:
            article.download(input_html=data.decode("utf-8", "replace"))
            article.parse()
        except ImportError:  # a language that needs a package more
            return None
        told = article.publish_date
        return told.date().isoformat() if isinstance(told, date) and hasattr(told, "date") else None

    return find


if __name__ == "__main__":
    sys.exit(main())
