"""Search: words and phrases in the pages' text; results show the passage around the words."""

from __future__ import annotations

from onrecord.records.page import ROLES
from onrecord.story import Hit, search
from onrecord.web.paging import SHEET, whole
from onrecord.web.room import Sheet, Visit

_CHUNK, _DEEPEST = 400, 4000
"""Hits read at once, and at most, where a filter leaves some out."""
_WORDS = 200
"""Code points of a passage shown on each side of the words found."""


def show(visit: Visit) -> Sheet:
    """Show what `q` finds, filtered by zone and outlet."""
    query = visit.asked("q")[:500]
    number = max(1, whole(visit.asked("page"), 1))
    hits, more = _found(visit, query, min(number, _DEEPEST // SHEET)) if query else ([], False)
    data = {
        "query": query,
        "hits": [_trimmed(hit) for hit in hits],
        "number": number,
        "more": more,
        "zones": [role for role in ROLES if role != "furniture"],
        "outlets": visit.outlets(),
        "heads": visit.heads(),
    }
    return Sheet("search.html", f"Search: {query}" if query else "Search", data)


def _found(visit: Visit, query: str, number: int) -> tuple[list[Hit], bool]:
    wanted = number * SHEET + 1
    hits: list[Hit] = []
    for offset in range(0, _DEEPEST, _CHUNK):
        chunk = search(visit.story, query, limit=_CHUNK, offset=offset)
        hits += [hit for hit in chunk if _fits(visit, hit)]
        if len(chunk) < _CHUNK or len(hits) >= wanted:
            break
    return hits[wanted - 1 - SHEET : wanted - 1], len(hits) >= wanted


def _fits(visit: Visit, hit: Hit) -> bool:
    zone, outlet = visit.asked("zone"), visit.asked("outlet")
    if zone and hit.role != zone:
        return False
    return not outlet or visit.heads()[hit.page].outlet == outlet


def _trimmed(hit: Hit) -> tuple[Hit, str, str]:
    before, after = hit.before[-_WORDS:], hit.after[:_WORDS]
    if len(before) < len(hit.before):
        before = f"… {before.partition(' ')[2]}"
    if len(after) < len(hit.after):
        after = f"{after.rpartition(' ')[0]} …"
    return hit, before, after
