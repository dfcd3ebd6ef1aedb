"""The search for news: which records of new pages say what no older page can have said.

In: an open story and the first run that counts. Out: items, kind by kind. A page is new by the run that first wrote it; one that was only made again is not, nor is what a copy of an older
page tells. Each run is compared with what was there before it, so that news stay the same when more runs follow. Out of scope: links that are
candidates: these are counted, to be checked by a person.

What "sure" means, kind by kind:

- `happened`: told by no older page, with a day of its own after the last day on which an older page was published: none can have told it.
- `moved`: a figure that updates another, by a link that is no candidate. `disagrees`: two figures that contradict each other, likewise.
- `promise`: words of a new page for or against it, by links that are no candidates.
- `due`: an explicit promise whose day lies between the last older page and a new one, and of which no page says what came.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from onrecord.changes.news_items import NewsItem
from onrecord.changes.thresholds import THRESHOLDS
from onrecord.link.comparison.day_intervals import read_interval
from onrecord.link.comparison.union_find import UnionFind
from onrecord.records import Commitment, Event, Link, Time
from onrecord.records.event import REAL
from onrecord.records.shortening import cut_text
from onrecord.story import PageHead, Story
from onrecord.story.amounts import describe_amount
from onrecord.timeline import Entry, build_timeline

_CANDIDATES = {
    ("figures", "updates"): "figures that may have moved",
    ("figures", "contradicts"): "figures that may disagree",
    ("commitments", "keeps"): "words that may say a promise was kept",
    ("commitments", "breaks"): "words that may say a promise was broken",
    ("commitments", "updates"): "words that may say a promise was kept in part",
}
"""What candidates among the links may say, by what they link and how."""


class NewsSearch:
    """The look-ups over a story that items are found with.

    `new`: ids of the new pages; `copied`: those that are copies or versions of pages of earlier runs, with which of the two.
    """

    def __init__(self, story: Story, first_new: int) -> None:
        self._story = story
        self._first_new = first_new
        self._heads = {head.id: head for head in story.heads()}
        self.new = {id_ for id_, head in self._heads.items() if head.run >= first_new}
        self.copied = self._find_copied()
        self._run_of = self._find_telling_runs()
        self._days_before = self._find_days_before()

    def iter_items(self, kind: str) -> Iterator[NewsItem]:
        """Yield the news of one kind."""
        finders = {
            "page": self._iter_pages,
            "happened": self._iter_happenings,
            "moved": lambda: self._iter_figures("updates", "moved"),
            "disagrees": lambda: self._iter_figures("contradicts", "disagrees"),
            "promise": self._iter_promises,
            "due": self._iter_due,
        }
        return finders[kind]()

    def count_candidates(self) -> tuple[tuple[str, int], ...]:
        """Return what candidates among the links say of new pages, counted."""
        counts: Counter[str] = Counter()
        for kind in sorted({relation for _, relation in _CANDIDATES}):
            for link in self._story.links(kind=kind):
                said = _CANDIDATES.get((self._find_table(link.a), kind))
                if link.candidate and said is not None and self._is_new_link(link):
                    counts[said] += 1
        return tuple(sorted(counts.items()))

    # --- look-ups -----------------------------------------------------------------------------------

    def _find_copied(self) -> dict[str, str]:
        found = {}
        for kind, words in (("version", "another version of"), ("copy", "a copy of")):
            for pair in self._story.linked_pairs(kind):
                if set(pair) <= self._heads.keys():
                    early, late = sorted(pair, key=self._get_run)
                    if self._get_run(early) < self._get_run(late):
                        found[late] = words
        return found

    def _find_telling_runs(self) -> dict[str, int]:
        """Return the run that first brought what a page tells: of a copy, that of the earliest one."""
        unions = UnionFind(self._heads)
        for a, b in self._story.linked_pairs("copy"):
            if a in self._heads and b in self._heads:
                unions.join(a, b)
        first: dict[str, int] = {}
        for page, head in self._heads.items():
            family = unions.find(page)
            first[family] = min(first.get(family, head.run), head.run)
        return {page: first[unions.find(page)] for page in self._heads}

    def _find_days_before(self) -> dict[int, str]:
        """Return, for each run with pages, the last day on which a page of an earlier run was published; "" where there is none."""
        latest: dict[int, str] = {}
        for head in self._heads.values():
            latest[head.run] = max(latest.get(head.run, ""), _read_day(head) or "")
        before, last = {}, ""
        for run in sorted(latest):
            before[run] = last
            last = max(last, latest[run])
        return before

    def _find_page(self, record_id: str) -> str:
        rows = self._story.rows("SELECT page FROM kinds WHERE id = ?", (record_id,))
        return str(rows[0]["page"]) if rows else record_id

    def _find_table(self, record_id: str) -> str:
        rows = self._story.rows("SELECT kind FROM kinds WHERE id = ?", (record_id,))
        return str(rows[0]["kind"]) if rows else "pages"

    def _is_new_link(self, link: Link) -> bool:
        """Return whether both ends of a link are there, and one is on a page that is new and no copy of an older one."""
        runs = [self._run_of.get(self._find_page(end), 0) for end in (link.a, link.b)]
        return min(runs) > 0 and max(runs) >= self._first_new

    def _get_run(self, page: str) -> int:
        return self._heads[page].run

    def _describe_page(self, page: str) -> str:
        head = self._heads[page]
        return f"{head.outlet or 'outlet not known'}, {_read_day(head) or 'day not known'}"

    # --- items --------------------------------------------------------------------------------------

    def _iter_pages(self) -> Iterator[NewsItem]:
        new = [self._heads[page] for page in self.new]
        for head in sorted(new, key=lambda head: (_read_day(head) or "", head.id), reverse=True):
            copied = self.copied.get(head.id)
            note = f" ({copied} a page that was there)" if copied else ""
            text = f"{self._describe_page(head.id)}: {head.title or head.path}{note}"
            yield self._build_item("page", text, (), (head.id,), _read_day(head))

    def _iter_happenings(self) -> Iterator[NewsItem]:
        days = [day for run, day in self._days_before.items() if day and run >= self._first_new]
        if not days:
            return
        told = build_timeline(self._story, start=min(days))
        for entry in sorted(told, key=lambda entry: (-entry.score, entry.events)):
            run = min(self._run_of[page] for page in entry.pages)
            if run >= self._first_new and self._is_after_older(entry, run):
                pages = self._order_pages(entry)
                yield self._build_item("happened", entry.text, entry.events, pages, entry.day, run)

    def _is_after_older(self, entry: Entry, run: int) -> bool:
        """Return whether an entry has really happened, on a day of its own after that of every page of earlier runs."""
        before = self._days_before.get(run)
        is_dated = entry.sureness == "day" and entry.status in REAL and entry.day is not None
        return is_dated and bool(before) and (entry.day or "") > (before or "")

    def _order_pages(self, entry: Entry) -> tuple[str, ...]:
        found = [self._story.record(id_) for id_ in entry.events]
        pages = [event.evidence.page for event in found if isinstance(event, Event)]
        return tuple(dict.fromkeys(pages))

    def _iter_figures(self, relation: str, kind: str) -> Iterator[NewsItem]:
        found = []
        versions = {frozenset(pair) for pair in self._story.linked_pairs("version")}
        for link in self._story.links(kind=relation):
            if link.candidate or not self._is_new_link(link):
                continue
            # Pages and promises are linked by the same words.
            if {self._find_table(link.a), self._find_table(link.b)} == {"figures"}:
                figures = [self._story.record(id_) for id_ in (link.a, link.b)]
                found.append(self._describe_figures(link, figures, kind, versions))
        yield from sorted(found, key=lambda item: (item.day or "", item.records), reverse=True)

    def _describe_figures(
        self, link: Link, figures: list[Any], kind: str, versions: set[frozenset[str]]
    ) -> NewsItem:
        sign = " → " if kind == "moved" else " against "
        values = sign.join(
            f"{describe_amount(figure)} ({self._describe_page(figure.evidence.page)})"
            for figure in figures
        )
        what = next((figure.what.text for figure in reversed(figures) if figure.what), "")
        pages = sorted(
            (figure.evidence.page for figure in figures), key=self._get_run, reverse=True
        )
        note = " (in another version of the same page)" if frozenset(pages) in versions else ""
        text = f"{what}: {values}{note}" if what else f"{values}{note}"
        day = _read_day(self._heads[pages[0]])
        return self._build_item(kind, text, (link.id, link.a, link.b), tuple(pages), day)

    def _iter_promises(self) -> Iterator[NewsItem]:
        for promise in self._story.records("commitments"):
            if not isinstance(promise, Commitment):
                continue
            sure = [one for one in promise.outcomes if not one.candidate]
            new = [one for one in sure if self._run_of.get(one.page, 0) >= self._first_new]
            if not new:
                continue
            turned = (
                f"now {promise.state}" if len(new) == len(sure) else f"{promise.state}, more words"
            )
            words = "; ".join(f"{one.side}: “{_cut(one.text)}”" for one in new)
            text = f"{turned}: “{_cut(promise.evidence.text)}” — {words}"
            records = (promise.id, *(one.link for one in new))
            pages = (*(one.page for one in new), promise.evidence.page)
            yield self._build_item(
                "promise", text, records, pages, _read_day(self._heads[pages[0]])
            )

    def _iter_due(self) -> Iterator[NewsItem]:
        for promise in self._story.records("commitments"):
            if not isinstance(promise, Commitment) or promise.due is None:
                continue
            due = self._story.record(promise.due)
            days = read_interval(due.value) if isinstance(due, Time) else None
            is_open = promise.state == "open" and not promise.outcomes
            if days is None or not is_open or promise.strength != "explicit":
                continue
            run = self._find_run_past(days.last.isoformat())
            if run is not None and run >= self._first_new:
                text = f"due {days.shown}, and no page says what came of it: “{_cut(promise.evidence.text)}”"
                pages = (promise.evidence.page,)
                yield self._build_item("due", text, (promise.id,), pages, days.shown, run)

    def _find_run_past(self, day: str) -> int | None:
        """Return the run whose pages were the first to be published after a day; None where the first run's were, or none is."""
        waiting = [run for run, last in self._days_before.items() if last <= day]
        newest = max((_read_day(head) or "" for head in self._heads.values()), default="")
        if not waiting or newest <= day:
            return None
        run = max(waiting)
        return run if self._days_before[run] else None

    def _build_item(
        self,
        kind: str,
        text: str,
        records: tuple[str, ...],
        pages: tuple[str, ...],
        day: str | None,
        run: int | None = None,
    ) -> NewsItem:
        """Return an item; without `run` the latest run of its pages brought it."""
        brought = max(map(self._get_run, pages)) if run is None else run
        line = " ".join(text.split())
        return NewsItem(kind, line, records, pages, brought, day, self._heads[pages[0]].url)


def _read_day(head: PageHead) -> str | None:
    return head.published.value[:10] if head.published is not None else None


def _cut(words: str) -> str:
    return cut_text(" ".join(words.split()).strip('“”"'), THRESHOLDS.line_chars)
