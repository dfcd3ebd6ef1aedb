"""The front page: the story's span and shape, its best days, and what needs to be checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from onrecord.records import Event, Figure, Link
from onrecord.records.commitment import STATES
from onrecord.records.event import AHEAD
from onrecord.story import UNTITLED, PageHead, Run
from onrecord.story.amounts import describe_amount
from onrecord.timeline import Entry, build_timeline, is_pinned, select_best
from onrecord.web import labels
from onrecord.web.cards import Card, build_cards
from onrecord.web.charts import build_month_strip
from onrecord.web.claims import find_unsupported_claims, list_contradictions
from onrecord.web.render import format_count
from onrecord.web.room import ViewModel, Visit
from onrecord.web.thresholds import THRESHOLDS
from onrecord.web.values import find_record
from onrecord.web.views.promises import list_commitments


def show(visit: Visit) -> ViewModel:
    """Show the front page."""
    heads = list(visit.get_heads().values())
    entries = visit.room.get_cached(
        ("timeline", None, None, None), lambda: build_timeline(visit.story)
    )
    runs, unsupported = visit.story.runs(), find_unsupported_claims(visit)
    disagreements = list_contradictions(visit)
    data = {
        "heads": visit.get_heads(),
        "description": visit.story.description,
        "span": _find_span(heads),
        "outlets": visit.list_outlets(),
        "strip": build_month_strip(_list_days(entries), _list_publication_days(heads)),
        "best": [
            (entry, more, _explain_weight(visit, entry))
            for entry, more in _select_best_days(entries)
        ],
        "ahead": sorted(
            (entry for entry in entries if entry.status in AHEAD),
            key=lambda entry: (-entry.score, entry.events),
        )[: THRESHOLDS.front_page_rows],
        "states": _count_states(visit),
        "order": STATES,
        "disagreements": [
            _compare_figures(visit, link) for link in disagreements[: THRESHOLDS.front_page_rows]
        ],
        "disagreed": len(disagreements),
        "unchecked": len(list_contradictions(visit, candidates=True)),
        "unchecked_outcomes": sum(
            promise.candidate_state is not None for promise in list_commitments(visit)
        ),
        "lone": build_cards(
            visit,
            filter(
                None, (find_record(visit, id_) for id_ in unsupported[: THRESHOLDS.front_page_rows])
            ),
        ),
        "alone": len(unsupported),
        "run": runs[-1] if runs else None,
        "new": _select_new_pages(heads, runs)[: THRESHOLDS.front_page_rows],
        "reasons": _count_reasons(visit).most_common(THRESHOLDS.front_page_rows),
    }
    return ViewModel("front.html", visit.story.title or UNTITLED, data)


def _count_reasons(visit: Visit) -> Counter[str]:
    reasons: Counter[str] = Counter()
    for one in visit.story.skipped():
        reasons[one.reason] += one.count
    return reasons


def _select_best_days(entries: Sequence[Entry]) -> list[tuple[Entry, int]]:
    """Return the best days' entries, one a day, the weightiest first, each with how many more that day has.

    Days known no better than "before publication" are left out, and so are entries that are a part
    of a sentence about other days too: the timeline has them. Those of a day that a person pinned are kept.
    """
    known = [entry for entry in entries if entry.sureness in labels.KNOWN or is_pinned(entry)]
    counts = Counter(entry.day for entry in known)
    chosen = select_best(
        (entry for entry in known if entry.told is None or is_pinned(entry)),
        THRESHOLDS.best_days,
        per_day=1,
    )
    return [(entry, counts[entry.day] - 1) for entry in chosen]


def _explain_weight(visit: Visit, entry: Entry) -> str:
    """Return in words why an entry is among the best: what its score was made of, the pin first."""
    reasons = ["somebody pinned it"] if is_pinned(entry) else []
    reasons.append(format_count(entry.reports, "independent report"))
    events = [one for id_ in entry.events if isinstance(one := find_record(visit, id_), Event)]
    named = {
        who.id: who
        for event in events
        for one in (*event.actors, *event.targets)
        if (who := visit.find_entity(one.entity)) is not None
    }
    if named:
        most = max(named.values(), key=lambda who: (who.mentions, who.id))
        reasons.append(f"it names {most.name}, named {format_count(most.mentions, 'time')}")
    return "; ".join(reasons)


def _list_days(entries: Sequence[Entry]) -> list[str]:
    return [entry.day for entry in entries if entry.day and entry.sureness in {"day", "month"}]


def _list_publication_days(heads: Sequence[PageHead]) -> list[str]:
    return [head.published.value for head in heads if head.published]


def _find_span(heads: Sequence[PageHead]) -> tuple[str, str] | None:
    published = _list_publication_days(heads)
    return (min(published)[:10], max(published)[:10]) if published else None


def _count_states(visit: Visit) -> dict[str, int]:
    sql = """SELECT COALESCE(o.state, c.state) AS state, count(*) AS n
      FROM commitments c LEFT JOIN outcomes o ON o.commitment = c.id GROUP BY 1"""
    return {row["state"]: row["n"] for row in visit.story.rows(sql)}


def _compare_figures(visit: Visit, link: Link) -> tuple[Link, list[Card], list[str], str]:
    """Return a contradiction with its figures' cards, their values, and what they count."""
    figures = [
        one for id_ in (link.a, link.b) if isinstance(one := find_record(visit, id_), Figure)
    ]
    whats = [figure.what.text for figure in figures if figure.what]
    values = [describe_amount(figure) for figure in figures]
    return link, build_cards(visit, figures), values, whats[0] if whats else ""


def _select_new_pages(heads: Sequence[PageHead], runs: Sequence[Run]) -> list[PageHead]:
    """Return the pages the last run added, unless it was the first: then everything is new."""
    if len(runs) < 2:
        return []
    return [head for head in heads if head.run == runs[-1].id]
