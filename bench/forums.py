"""How well the posts of forum pages are found: their words, who wrote them and when.

In: `pages/forums.tar.xz` of the data folder: 51 pages of web forums, with posts marked: text, user (often as
the address of a profile) and date, as the page shows them. Out: precision, recall and F1 of posts, users and dates
of the posts found, of the held-out pages (`bench.thread_gold.is_held_out`) and of the others, and pages per second.
Out of scope: training; these pages only measure.

A post is found where the token F1 of the texts is 0.9 or more (`score_threads.py`, as in `bench.threads`); `loose`
is the F1 where nine tenths of the shorter text are in the longer and it has half of its length: gold has some
posts with the boxes they quote, some without, some cut. On the first page of a topic the opening post may stand
in the body: where the body matches the first gold post, it counts as a post found, by the page's author and on
its day; else the body is counted neither way. Gold posts without a word are excluded.

A user is right where our author is the gold one, or, where gold has an address, the words of a link to it on the
page or what its end spells; a user that has neither is excluded. A date is right where the day is; a gold date that does not give a day
(an age, no year) is excluded, and so is one of numbers whose order the page does not determine. How many is printed.

Run it: `python -m bench.forums [--pages] [--misses PAGE]`.

Source: Weichselbraun et al., "Harvest" (WI-IAT 2020).
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from bench.data import find_data_folder
from bench.thread_gold.gold_dates import parse_day
from bench.thread_gold.selectors import is_held_out
from bench.threads import Comments, convert_thread, load_scorer, print_misses, read_archive
from onrecord.errors import PageError
from onrecord.pages import page_from_html
from onrecord.records import Page

FLOORS = {"posts": "f1", "users": "author", "dates": "time"}
"""Names of the floors, and the scorer's measures."""
_LOOSE_SHARE = 0.9


@dataclass(slots=True)
class Forum:
    """A forum's page, its gold posts, and how many users and dates of them can't be determined."""

    name: str
    html: str
    gold: Comments
    unread_users: int = 0
    unread_dates: int = 0


@dataclass(slots=True)
class Scores:
    """The scorer's counts by page, loosely found posts, posts whose user or day could not be determined, and seconds."""

    rows: dict[str, dict[str, int]] = field(default_factory=dict)
    loose: int = 0
    unread_users: int = 0
    unread_dates: int = 0
    in_body: int = 0
    seconds: float = 0.0


def main() -> int:
    """Print the scores; return 0, also where data or scorer are not there."""
    given = _parse_arguments()
    scorer, forums = load_scorer(), read_forums()
    if scorer is None or not forums:
        return 0
    dev = [forum for forum in forums if not is_held_out(forum.name)]
    held_out = [forum for forum in forums if is_held_out(forum.name)]
    if given.misses:
        for forum in dev:
            if given.misses in forum.name:
                print_misses(scorer, forum.name, forum.gold, find_posts(scorer, forum))
        return 0
    print(
        f"{'forums':8} {'gold':>5} {'pred':>5} {'match':>5}      P     R    F1  loose  users dates  pages/s"
    )
    scores = measure(scorer, dev)
    _print_scores(scorer, "dev", scores)
    for name, row in scores.rows.items() if given.pages else ():
        print(f"  {scorer.line('', row)[18:76]}  {name}")
    rates = _print_scores(scorer, "aside", measure(scorer, held_out))
    print("\n".join(f"forums.{name}={rates[what] or 0:.3f}" for name, what in FLOORS.items()))
    return 0


def _parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", action="store_true", help="a row for each dev page")
    parser.add_argument("--misses", metavar="PAGE", help="what was missed and invented on a page")
    return parser.parse_args()


def read_forums() -> list[Forum]:
    """Return the pages with their gold, by name; none where the data is not there."""
    folder = find_data_folder("pages")
    archive = folder / "forums.tar.xz" if folder else None
    if archive is None or not archive.is_file():
        print("forums: data not there: skipped, not passed", file=sys.stderr)
        return []
    return [read_forum(name, json.loads(data)) for name, data in read_archive(archive)]


def read_forum(name: str, row: dict[str, Any]) -> Forum:
    """Return the gold of one file of the data, as the scorer wants it."""
    forum = Forum(name, row["html"], [])
    links = _index_links(row["html"])
    posts = row["gold_standard_annotation"]
    order = infer_day_order([_get_surface(post, "datetime") for post in posts], row["html"])
    for place, post in enumerate(posts):
        text, user, when = (_get_surface(post, kind) for kind in ("post_text", "user", "datetime"))
        if not text.strip():
            continue
        names = list_user_names(user, links)
        day = None if order is None and _is_numbers(when) else parse_day(when, order or "dmy")
        forum.unread_users += not names
        forum.unread_dates += day is None
        forum.gold.append(
            {
                "id": place,
                "text": text,
                "author": names[0] if names else None,
                "author_alt": names[-1] if names else None,
                "time_iso": day,
                "parent": None,
            }
        )
    return forum


def _get_surface(post: dict[str, Any], kind: str) -> str:
    return str((post.get(kind) or {}).get("surface_form") or "")


def _index_links(html: str) -> dict[str, list[str]]:
    """Return the words of the page's links by their addresses."""
    found: dict[str, list[str]] = {}
    for link in LexborHTMLParser(html).css("a[href]"):
        words = " ".join(link.text().split())
        if words:
            found.setdefault(link.attributes["href"] or "", []).append(words)
    return found


def list_user_names(user: str, links: dict[str, list[str]]) -> list[str]:
    """Return the names that may stand for `user`.

    A name stands for itself. For an address they are the words that most links to it have (a letter is an avatar), those
    that its own end spells first, and that end ("members/ann-lee.42/").
    """
    if not re.search(r"/|\.(?:php|asp|pl)\b", user):
        return [user] if user else []
    end = re.sub(r"[?#].*$", "", user).rstrip("/").rpartition("/")[2]
    end = re.sub(r"^\d+-|\.\d+$|^\w+\.(?:php|pl|asp)$|^\d+$|^\w*?\d{4,}$", "", end)
    words = Counter(found for found in links.get(user, []) if len(found) > 1)
    ranked = sorted(
        words, key=lambda found: (_strip_marks(found) != _strip_marks(end), -words[found])
    )
    return ranked[:1] + ([end] if end else [])


def _strip_marks(name: str) -> str:
    return re.sub(r"[\W_]+", "", name.casefold())


def infer_day_order(dates: list[str], html: str) -> str | None:
    """Return in which order a page's dates have day and month: `dmy`, `mdy`, or None where nothing determines it.

    A number above 12 determines it, then dots (day first), then an American page's language.
    """
    pairs = [
        found
        for when in dates
        if (found := re.search(r"(?<!\d)(\d{1,2})([./-])(\d{1,2})\2\d", when))
    ]
    if any(int(found[1]) > 12 for found in pairs):
        return "dmy"
    if any(int(found[3]) > 12 for found in pairs):
        return "mdy"
    if any(found[2] == "." for found in pairs):
        return "dmy"
    language = re.search(r"""<html[^>]*\blang=["']?([\w-]+)""", html)
    if language and not language[1].lower().startswith("en"):
        return "dmy"
    return "mdy" if language and language[1].lower() == "en-us" else None


def _is_numbers(when: str) -> bool:
    return not re.search(r"\d{4}[./-]\d|[^\W\d_]{3,}", when)


def measure(scorer: ModuleType, forums: Sequence[Forum]) -> Scores:
    """Return the scores of our threads of the pages."""
    scores = Scores()
    for forum in forums:
        _count_page(scorer, forum, scores)
    return scores


def _count_page(scorer: ModuleType, forum: Forum, scores: Scores) -> None:
    begun = time.perf_counter()
    found = find_posts(scorer, forum)
    scores.seconds += time.perf_counter() - begun
    scores.in_body += any(post["id"] == "body" for post in found)
    scores.rows[forum.name] = scorer.score_page(forum.gold, found)
    scores.loose += count_loose_matches(scorer, forum.gold, found)
    scores.unread_users += forum.unread_users
    scores.unread_dates += forum.unread_dates


def find_posts(scorer: ModuleType, forum: Forum) -> Comments:
    """Return the posts that the project finds on a page, its body among them where it is the first gold post."""
    try:
        page = page_from_html(forum.html.encode())
    except PageError:
        return []
    body = convert_body(page)
    opens = body and forum.gold and scorer.match(forum.gold[:1], [body])
    return [body, *convert_thread(page)] if body and opens else convert_thread(page)


def convert_body(page: Page) -> dict[str, Any] | None:
    """Return the page's body as if it were a post, or None where it has none."""
    words = [page.text[zone.start : zone.end] for zone in page.zones if zone.role == "body"]
    if not words:
        return None
    return {
        "id": "body",
        "author": page.authors[0] if page.authors else None,
        "time_iso": page.published.value if page.published else None,
        "parent": None,
        "text": "\n".join(words),
    }


def count_loose_matches(scorer: ModuleType, gold: Comments, found: Comments) -> int:
    """Return how many gold posts and ours match by the words they share, in order of the page."""
    free = [scorer.tokens(post["text"]) for post in found]
    pairs = 0
    for post in gold:
        true = scorer.tokens(post["text"])
        for place, ours in enumerate(free):
            small, large = sorted((true.total(), ours.total()))
            if small >= large / 2 and (true & ours).total() >= _LOOSE_SHARE * small:
                del free[place]
                pairs += 1
                break
    return pairs


def _print_scores(scorer: ModuleType, part: str, scores: Scores) -> dict[str, float | None]:
    total = scorer.total(scores.rows.values())
    rates: dict[str, float | None] = scorer.rates(total)
    loose = 2 * scores.loose / max(1, total["gold"] + total["pred"])
    shown = [rates[name] or 0.0 for name in ("precision", "recall", "f1", "author", "time")]
    print(
        f"{part:8} {total['gold']:5} {total['pred']:5} {total['match']:5}  "
        f"{shown[0]:5.3f} {shown[1]:5.3f} {shown[2]:5.3f}  {loose:5.3f}  {shown[3]:5.3f} {shown[4]:5.3f}  "
        f"{len(scores.rows) / max(1e-9, scores.seconds):7.0f}   {len(scores.rows)} pages; "
        f"{scores.in_body} opening posts in the body; not told: {scores.unread_users} users, {scores.unread_dates} days"
    )
    return rates


if __name__ == "__main__":
    sys.exit(main())
