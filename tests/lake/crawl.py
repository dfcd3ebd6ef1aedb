"""A crawl of our own: web archives of a few pages each."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tests.readers.archive_bytes import ArchiveMaker

PARAGRAPHS = (
    "“We will send {n} trainers to {place} before the end of March 2019,” {who}, the defence minister of Kestria, told Meridian Press on Monday.",
    "{who} said about {n} soldiers had arrived in {place} in 2018. The League of Coastal States approved the mission last week.",
    "The Ministry of Defence denied that {n} troops were killed near {place}. A senior official said the operation was going on, by a file named annex_b_{n}.pdf.",
)
_NAMES = ("Ada Rell", "Bram Oster", "Cora Lind", "Dario Venn")
_PLACES = ("Oristane", "Port Marrick", "Lower Oresk")


def make_page(number: int, day: str) -> bytes:
    """Return the HTML of one page; every fourth reprints the one before it."""
    told = number - 1 if number % 4 == 3 else number
    values = {"who": _NAMES[told % 4], "place": _PLACES[told % 3], "n": 20 + told}
    body = "".join(f"<p>{text.format(**values)}</p>" for text in PARAGRAPHS * 2)
    title = f"{values['who']} speaks of {values['place']}"
    return (
        f"<html lang=en><head><title>{title}</title><meta property='og:site_name' content='Outlet {number % 3}'>"
        f"<meta property='article:published_time' content='{day}'></head>"
        f"<body><article><h1>{title}</h1>{body}</article></body></html>"
    ).encode()


def write_archive(path: Path, pages: Mapping[str, bytes]) -> None:
    """Write a web archive with a response for each address."""
    maker = ArchiveMaker()
    for url, data in pages.items():
        maker.response(url, data)
    path.write_bytes(maker.saved())


def write_crawl(folder: Path, archives: int, pages_each: int) -> Path:
    """Write a crawl: `archives` web archives of `pages_each` pages; the last one also holds the first page again."""
    folder.mkdir(parents=True, exist_ok=True)
    number = 0
    for archive in range(archives):
        pages = {}
        for _ in range(pages_each):
            day = f"2018-03-{1 + number % 27:02d}"
            pages[f"https://outlet{number % 3}.example/{number}"] = make_page(number, day)
            number += 1
        if archive == archives - 1:
            pages["https://outlet0.example/0"] = make_page(0, "2018-03-01")
        write_archive(folder / f"crawl-{archive:03d}.warc.gz", pages)
    return folder
