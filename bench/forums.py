"""How well the posts of forum pages are found: their words, who wrote them and when.

In: `pages/forums.tar.xz` of the data folder: 51 pages of web forums, with posts marked: text, user (often as
the address of a profile) and date, as the page shows them. Out: precision, recall and F1 of posts, users and dates
of the posts found, of the pages put aside (`bench.thread_gold.is_aside`) and of the others, and pages per second.
Out of scope: training; these pages only measure.

A post is found where the token F1 of the texts is 0.9 or more (`score_threads.py`, as in `bench.threads`); `loose`
is the F1 where nine tenths of the shorter text are in the longer and it has half of its length: gold has some
posts with the boxes they quote, some without, some cut. On the first page of a topic the opening post may stand
in the body: where the body matches the first gold post, it counts as a post found, by the page's author and on
its day; else the body is counted neither way. Gold posts without a word are left out.

A user is right where our author is the gold one, or, where gold has an address, the words of a link to it on the
page or what its end spells; a user that neither gives is left out. A date is right where the day is; a gold date that does not give a day
(an age, no year) is left out, and so is one of numbers whose order the page does not settle. How many is printed.

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
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from bench.data import data_folder
from bench.thread_gold.files import is_aside
from bench.thread_gold.written import written_day
from bench.threads import Comments, load_scorer, print_misses, read_archive
from onrecord.errors import PageError
from onrecord.pages import page_from_html
from onrecord.records import Page

FLOORS = {"posts": "f1", "users": "author", "dates": "time"}
"""Names of the floors, and the scorer's measures."""
_LOOSE = 0.9


@dataclass(slots=True)
class Forum:
    """A forum's page, its gold posts, and how many users and dates of them can't be told."""

    name: str
    html: str
    gold: Comments
    unread_users: int = 0
    unread_dates: int = 0


@dataclass(slots=True)
class Scores:
    """The scorer's counts by page, loosely found posts, posts whose user or day could not be told, and seconds."""

    rows: dict[str, dict[str, int]] = field(default_factory=dict)
    loose: int = 0
    unread_users: int = 0
    unread_dates: int = 0
    in_body: int = 0
    seconds: float = 0.0


def main() -> int:
    """Print the scores; return 0, also where data or scorer are not there."""
    given = _arguments()
    scorer, forums = load_scorer(), read_forums()
    if scorer is None or not forums:
        return 0
    if given.misses:
        for forum in forums:
            if given.misses in forum.name and not is_aside(forum.name):
                print_misses(scorer, forum.name, forum.gold, found_posts(scorer, forum))
        return 0
    print(
        f"{'forums':8} {'gold':>5} {'pred':>5} {'match':>5}      P     R    F1  loose  users dates  pages/s"
    )
    for part in ("dev", "aside"):
        scores = Scores()
        for forum in forums:
            if is_aside(forum.name) == (part == "aside"):
                measure(scorer, forum, scores)
        rates = _print_scores(scorer, part, scores)
        if part == "dev" and given.pages:
            for name, row in scores.rows.items():
                print(f"  {scorer.line('', row)[18:76]}  {name}")
        if part == "aside":
            print(
                "\n".join(f"forums.{name}={rates[what] or 0:.3f}" for name, what in FLOORS.items())
            )
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", action="store_true", help="a row for each page not aside")
    parser.add_argument("--misses", metavar="PAGE", help="what was missed and made up on a page")
    return parser.parse_args()


def read_forums() -> list[Forum]:
    """Return the pages with their gold, by name; none where the data is not there."""
    folder = data_folder("pages")
    archive = folder / "forums.tar.xz" if folder else None
    if archive is None or not archive.is_file():
        print("forums: data not there: skipped, not passed", file=sys.stderr)
        return []
    return [forum_of(name, json.loads(data)) for name, data in read_archive(archive)]


def forum_of(name: str, told: dict[str, Any]) -> Forum:
    """Return the gold of one file of the data, as the scorer wants it."""
    forum = Forum(name, told["html"], [])
    links = _links(told["html"])
    posts = told["gold_standard_annotation"]
    order = number_order([_surface(post, "datetime") for post in posts], told["html"])
    for place, post in enumerate(posts):
        text, user, when = (_surface(post, kind) for kind in ("post_text", "user", "datetime"))
        if not text.strip():
            continue
        names = user_names(user, links)
        day = None if order is None and _is_numbers(when) else written_day(when, order or "dmy")
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


def _surface(post: dict[str, Any], kind: str) -> str:
    return str((post.get(kind) or {}).get("surface_form") or "")


def _links(html: str) -> dict[str, list[str]]:
    """Return the words of the page's links by their addresses."""
    found: dict[str, list[str]] = {}
    for link in LexborHTMLParser(html).css("a[href]"):
        words = " ".join(link.text().split())
        if words:
            found.setdefault(link.attributes["href"] or "", []).append(words)
    return found


def user_names(user: str, links: dict[str, list[str]]) -> list[str]:
    """Return the names that `user` may go by.

    A name goes by itself. An address goes by the words that most links to it have (a letter is an avatar), those
    that its own end spells first, and by that end ("members/ann-lee.42/").
    """
    if not re.search(r"/|\.(?:php|asp|pl)\b", user):
        return [user] if user else []
    end = re.sub(r"[?#].*$", "", user).rstrip("/").rpartition("/")[2]
    end = re.sub(r"^\d+-|\.\d+$|^\w+\.(?:php|pl|asp)$|^\d+$|^\w*?\d{4,}$", "", end)
    words = Counter(found for found in links.get(user, []) if len(found) > 1)
    ranked = sorted(words, key=lambda found: (_bare(found) != _bare(end), -words[found]))
    return ranked[:1] + ([end] if end else [])


def _bare(name: str) -> str:
    return re.sub(r"[\W_]+", "", name.casefold())


def number_order(dates: list[str], html: str) -> str | None:
    """Return in which order a page's dates have day and month: `dmy`, `mdy`, or None where nothing settles it.

    A number above 12 settles it, then dots (day first), then an American page's language.
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


def measure(scorer: ModuleType, forum: Forum, scores: Scores) -> None:
    """Count how our thread of a page does."""
    begun = time.perf_counter()
    found = found_posts(scorer, forum)
    scores.seconds += time.perf_counter() - begun
    scores.in_body += any(post["id"] == "body" for post in found)
    scores.rows[forum.name] = scorer.score_page(forum.gold, found)
    scores.loose += loosely(scorer, forum.gold, found)
    scores.unread_users += forum.unread_users
    scores.unread_dates += forum.unread_dates


def found_posts(scorer: ModuleType, forum: Forum) -> Comments:
    """Return the posts that the project finds on a page, its body among them where it is the first gold post."""
    try:
        page = page_from_html(forum.html.encode())
    except PageError:
        return []
    body = body_post(page)
    opens = body and forum.gold and scorer.match(forum.gold[:1], [body])
    return [body, *posts_of(page)] if body and opens else posts_of(page)


def posts_of(page: Page) -> Comments:
    """Return a page's thread as the scorer wants it."""
    return [
        {
            "id": comment.id,
            "author": comment.author,
            "time_iso": comment.time,
            "parent": comment.parent,
            "text": comment.evidence.text,
        }
        for comment in page.thread
    ]


def body_post(page: Page) -> dict[str, Any] | None:
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


def loosely(scorer: ModuleType, gold: Comments, found: Comments) -> int:
    """Return how many gold posts and ours pair off by what they share, in order of the page."""
    free = [scorer.tokens(post["text"]) for post in found]
    pairs = 0
    for post in gold:
        true = scorer.tokens(post["text"])
        for place, ours in enumerate(free):
            small, large = sorted((true.total(), ours.total()))
            if small >= large / 2 and (true & ours).total() >= _LOOSE * small:
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
