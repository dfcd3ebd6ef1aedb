"""The front page: the story's span and shape, its best days, and what asks to be checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from onrecord.records import Figure, Link
from onrecord.records.commitment import STATES
from onrecord.records.event import AHEAD
from onrecord.story import PageHead, Run
from onrecord.story.amounts import describe_amount
from onrecord.timeline import Entry, build_timeline, select_best
from onrecord.web import labels
from onrecord.web.cards import Card, cards_of
from onrecord.web.charts import strip
from onrecord.web.claims import contradictions, lone_claims
from onrecord.web.room import Sheet, Visit
from onrecord.web.values import looked_up

BEST = 10
FEW = 5
"""Rows of a list that has a view of its own."""


def show(visit: Visit) -> Sheet:
    """Show the front page."""
    heads = list(visit.heads().values())
    entries = visit.room.remember(
        ("timeline", None, None, None), lambda: build_timeline(visit.story)
    )
    runs, lone = visit.story.runs(), lone_claims(visit)
    disagreements = contradictions(visit)
    data = {
        "heads": visit.heads(),
        "span": _span(heads),
        "outlets": visit.outlets(),
        "strip": strip(_days(entries), _published(heads)),
        "best": _best_days(entries),
        "ahead": sorted(
            (entry for entry in entries if entry.status in AHEAD),
            key=lambda entry: (-entry.score, entry.events),
        )[:FEW],
        "states": _states(visit),
        "order": STATES,
        "disagreements": [_side_by_side(visit, link) for link in disagreements[:FEW]],
        "disagreed": len(disagreements),
        "lone": cards_of(visit, filter(None, (looked_up(visit, id_) for id_ in lone[:FEW]))),
        "alone": len(lone),
        "run": runs[-1] if runs else None,
        "new": _new(heads, runs)[:FEW],
        "reasons": _reasons(visit).most_common(FEW),
    }
    return Sheet("front.html", visit.room.path.stem, data)


def _reasons(visit: Visit) -> Counter[str]:
    reasons: Counter[str] = Counter()
    for one in visit.story.skipped():
        reasons[one.reason] += one.count
    return reasons


def _best_days(entries: Sequence[Entry]) -> list[tuple[Entry, int]]:
    """Return the best days' entries, one a day, each with how many more that day has, by day.

    Days known no better than "before publication" are left out, and so are entries that are a part
    of a sentence that tells of other days too: the timeline has them.
    """
    known = [entry for entry in entries if entry.sureness in labels.KNOWN]
    counts = Counter(entry.day for entry in known)
    told = select_best((entry for entry in known if entry.told is None), BEST, per_day=1)
    return [
        (entry, counts[entry.day] - 1) for entry in sorted(told, key=lambda entry: entry.day or "")
    ]


def _days(entries: Sequence[Entry]) -> list[str]:
    return [entry.day for entry in entries if entry.day and entry.sureness in {"day", "month"}]


def _published(heads: Sequence[PageHead]) -> list[str]:
    return [head.published.value for head in heads if head.published]


def _span(heads: Sequence[PageHead]) -> tuple[str, str] | None:
    published = _published(heads)
    return (min(published)[:10], max(published)[:10]) if published else None


def _states(visit: Visit) -> dict[str, int]:
    sql = """SELECT COALESCE(o.state, c.state) AS state, count(*) AS n
      FROM commitments c LEFT JOIN outcomes o ON o.commitment = c.id GROUP BY 1"""
    return {row["state"]: row["n"] for row in visit.story.rows(sql)}


def _side_by_side(visit: Visit, link: Link) -> tuple[Link, list[Card], list[str], str]:
    """Return a contradiction with its figures' cards, their values, and what they count."""
    figures = [one for id_ in (link.a, link.b) if isinstance(one := looked_up(visit, id_), Figure)]
    whats = [figure.what.text for figure in figures if figure.what]
    read = [describe_amount(figure) for figure in figures]
    return link, cards_of(visit, figures), read, whats[0] if whats else ""


def _new(heads: Sequence[PageHead], runs: Sequence[Run]) -> list[PageHead]:
    """Return the pages the last run added, unless it was the first: then everything is new."""
    if len(runs) < 2:
        return []
    return [head for head in heads if head.run == runs[-1].id]
