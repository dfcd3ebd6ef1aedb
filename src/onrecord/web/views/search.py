"""Search: words and phrases in the pages' text; results show the passage around the words."""

from __future__ import annotations

from onrecord.records.page import ROLES
from onrecord.story import Hit, search
from onrecord.web.list_tables import ListTable
from onrecord.web.paging import parse_whole_number
from onrecord.web.room import ViewModel, Visit
from onrecord.web.thresholds import THRESHOLDS


def show(visit: Visit) -> ViewModel:
    """Show what `q` finds, filtered by zone and outlet."""
    query = visit.read_field("q")[: THRESHOLDS.query_chars]
    number = max(1, parse_whole_number(visit.read_field("page"), 1))
    hits, more = (
        _find_hits(visit, query, min(number, THRESHOLDS.max_hits // THRESHOLDS.rows_per_page))
        if query
        else ([], False)
    )
    data = {
        "query": query,
        "hits": [_trim_hit(hit) for hit in hits],
        "number": number,
        "more": more,
        "zones": [role for role in ROLES if role != "furniture"],
        "outlets": visit.list_outlets(),
        "heads": visit.get_heads(),
    }
    return ViewModel("search.html", f"Search: {query}" if query else "Search", data)


def list_table(visit: Visit) -> ListTable:
    """Return every hit that the filters leave, up to `max_hits`."""
    query = visit.read_field("q")[: THRESHOLDS.query_chars]
    hits = search(visit.story, query, limit=THRESHOLDS.max_hits) if query else ()
    return ListTable("search", [hit for hit in hits if _is_wanted(visit, hit)])


def _find_hits(visit: Visit, query: str, number: int) -> tuple[list[Hit], bool]:
    """Return the hits of page `number`, and whether there are more."""
    per_page, chunk_size = THRESHOLDS.rows_per_page, THRESHOLDS.hits_per_read
    wanted = number * per_page + 1
    hits: list[Hit] = []
    for offset in range(0, THRESHOLDS.max_hits, chunk_size):
        chunk = search(visit.story, query, limit=chunk_size, offset=offset)
        hits += [hit for hit in chunk if _is_wanted(visit, hit)]
        if len(chunk) < chunk_size or len(hits) >= wanted:
            break
    return hits[wanted - 1 - per_page : wanted - 1], len(hits) >= wanted


def _is_wanted(visit: Visit, hit: Hit) -> bool:
    zone, outlet = visit.read_field("zone"), visit.read_field("outlet")
    if zone and hit.role != zone:
        return False
    return not outlet or visit.get_heads()[hit.page].outlet == outlet


def _trim_hit(hit: Hit) -> tuple[Hit, str, str]:
    """Return a hit with the words before and after it, cut between words."""
    length = THRESHOLDS.hit_context_chars
    before, after = hit.before[-length:], hit.after[:length]
    if len(before) < len(hit.before):
        before = f"… {before.partition(' ')[2]}"
    if len(after) < len(hit.after):
        after = f"{after.rpartition(' ')[0]} …"
    return hit, before, after
