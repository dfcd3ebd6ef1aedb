"""The front page: the story's span and shape, its best days, and what asks to be checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from onrecord.records import Commitment, Figure, Link
from onrecord.records.commitment import STATES
from onrecord.story import PageHead, Run
from onrecord.timeline import Entry, timeline
from onrecord.web.cards import Card, card_of, cards_of, figure_text, looked_up
from onrecord.web.charts import strip
from onrecord.web.claims import lone_claims
from onrecord.web.room import Sheet, Visit

BEST = 10
FEW = 5
"""Rows of a list that has a view of its own."""


def show(visit: Visit) -> Sheet:
    """Show the front page."""
    heads = list(visit.heads().values())
    best = visit.room.remember(("timeline", BEST), lambda: timeline(visit.story, length=BEST))
    everything = visit.room.remember(
        ("timeline", None, None, None), lambda: timeline(visit.story)
    )
    runs, lone = visit.story.runs(), lone_claims(visit)
    disagreements = _disagreements(visit)
    data = {
        "heads": visit.heads(),
        "span": _span(heads),
        "outlets": visit.outlets(),
        "strip": strip(_days(everything), _published(heads)),
        "best": _by_day(best),
        "states": _states(visit),
        "order": STATES,
        "disagreements": disagreements[:FEW],
        "disagreed": len(disagreements),
        "lone": cards_of(visit, lone[:FEW]),
        "alone": len(lone),
        "run": runs[-1] if runs else None,
        "new": _new(heads, runs)[:FEW],
        "reasons": Counter(one.reason for one in visit.story.skipped()).most_common(FEW),
    }
    return Sheet("front.html", visit.room.path.stem, data)


def _by_day(entries: Sequence[Entry]) -> list[tuple[Entry, int]]:
    """Return the weightiest entry of each day, with how many more that day has, in order of day."""
    days: dict[str | None, list[Entry]] = {}
    for entry in entries:
        days.setdefault(entry.day, []).append(entry)
    return [(max(told, key=lambda entry: entry.score), len(told) - 1) for told in days.values()]


def _days(entries: Sequence[Entry]) -> list[str]:
    return [entry.day for entry in entries if entry.day and entry.sureness in {"day", "month"}]


def _published(heads: Sequence[PageHead]) -> list[str]:
    return [head.published.value for head in heads if head.published]


def _span(heads: Sequence[PageHead]) -> tuple[str, str] | None:
    published = _published(heads)
    return (min(published)[:10], max(published)[:10]) if published else None


def _states(visit: Visit) -> Counter[str]:
    def count() -> Counter[str]:
        promises = visit.story.records("commitments")
        return Counter(one.state for one in promises if isinstance(one, Commitment))

    return visit.room.remember("states", count)


def _disagreements(visit: Visit) -> list[tuple[Link, Card, Card, str, str, str]]:
    found = []
    for link in visit.story.links(kind="contradicts"):
        a, b = looked_up(visit, link.a), looked_up(visit, link.b)
        if isinstance(a, Figure) and isinstance(b, Figure):
            what = a.what or b.what
            cards = card_of(visit, a), card_of(visit, b)
            read = figure_text(a), figure_text(b)
            found.append((link, *cards, *read, what.text if what else ""))
    return found


def _new(heads: Sequence[PageHead], runs: Sequence[Run]) -> list[PageHead]:
    """Return the pages the last run added, unless it was the first: then everything is new."""
    if len(runs) < 2:
        return []
    return [head for head in heads if head.run == runs[-1].id]
