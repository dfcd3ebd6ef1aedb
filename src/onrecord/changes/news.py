"""News: what pages that are new in a story changed in it, as far as that is sure.

In: an open story, and since when. Out: a `News`. Out of scope: what is sure (`news_search`), how it is told (`news_lines`, `atom`).
"""

from __future__ import annotations

from onrecord.changes.news_items import KINDS, News
from onrecord.changes.news_search import NewsSearch
from onrecord.errors import ConfigError, NotFound
from onrecord.link.comparison.day_intervals import read_interval
from onrecord.story import Story
from onrecord.story.run_log import list_runs


def find_news(story: Story, since: str | None = None) -> News:
    """Return what is new since a run (its number; exclusive) or an ISO day (inclusive, UTC); None: what the last run brought that brought a page.

    A number of four digits is a year.

    Raises:
        ConfigError: if `since` is neither; NotFound: if there is no such run.

    """
    first_new, told = _resolve_since(story, since)
    again = sum(one.pages_again for one in list_runs(story) if one.run.id >= first_new)
    search = NewsSearch(story, first_new)
    items = tuple(item for kind in KINDS for item in search.iter_items(kind))
    copies = len(search.new & search.copied.keys())
    return News(told, len(search.new), again, copies, items, search.count_candidates())


def _resolve_since(story: Story, since: str | None) -> tuple[int, str]:
    """Return the id of the first run that counts, and since when that is in words.

    Raises:
        ConfigError: if `since` is neither a run nor a day; NotFound: if there is no such run.

    """
    if since is None:
        last = int(story.rows("SELECT max(run) AS run FROM pages")[0]["run"] or 0)
        return last, _describe_run(last - 1)
    runs, is_day = story.runs(), read_interval(since) is not None
    if is_day:
        later = [run.id for run in runs if run.started[: len(since)] >= since]
        return min(later, default=len(runs) + 1), since
    if not (since.isascii() and since.isdecimal()):
        raise ConfigError(
            f"--since {since!r} is neither the number of a run nor an ISO day; write 3 or 2019-05-03"
        )
    if int(since) not in {0, *(run.id for run in runs)}:
        raise NotFound(f"{story.path}: there is no run {since}; see: onrecord log {story.path}")
    return int(since) + 1, _describe_run(int(since))


def _describe_run(run: int) -> str:
    return f"run {run}" if run > 0 else "the beginning"
