"""Who: people, organisations and places; the names, roles, quotes, events and mentions of one of them."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any, cast

from onrecord.errors import NotFound
from onrecord.records import Commitment, Event, Quote
from onrecord.web import labels
from onrecord.web.cards import build_cards
from onrecord.web.list_tables import ListTable
from onrecord.web.paging import ListPage, build_list_page, compute_offset, paginate
from onrecord.web.room import ViewModel, Visit
from onrecord.web.thresholds import THRESHOLDS


def show_list(visit: Visit) -> ViewModel:
    """Show everyone and everything named, most mentioned first, filtered by type and name."""
    types, most = visit.get_cached("types of who", lambda: _count_types(visit))
    listing = paginate(_list_wanted(visit), visit.read_field("page"))
    people = visit.story.whos(listing.rows)
    data = {
        "listing": replace(cast("Any", listing), rows=[people[id_] for id_ in listing.rows]),
        "types": types,
        "most": most,
        "words": labels.ENTITY_TYPES,
    }
    return ViewModel("who.html", "Who", data)


def list_table(visit: Visit) -> ListTable:
    """Return the entities that the filters leave."""
    people = {who.id: who for who in visit.story.who()}
    return ListTable("who", [people[id_] for id_ in _list_wanted(visit)])


def _count_types(visit: Visit) -> tuple[dict[str, int], int]:
    """Return how many there are of each type, and how often the one most mentioned is."""
    sql = "SELECT type, count(*) AS n, max(mentions) AS most FROM who GROUP BY type ORDER BY most DESC, type"
    rows = visit.story.rows(sql)
    return {row["type"]: row["n"] for row in rows}, max((row["most"] for row in rows), default=1)


def _list_wanted(visit: Visit) -> tuple[str, ...]:
    """Return the ids of the entities that the filters leave, most mentioned first."""
    return visit.get_list("named", ("type", "name"), lambda: _choose(visit))


def _choose(visit: Visit) -> tuple[str, ...]:
    type_, name = visit.read_field("type"), visit.read_field("name").casefold()
    names = "name, names" if name else "'' AS name, '[]' AS names"
    sql = (
        f"SELECT id, {names} FROM who WHERE ? = '' OR type = ? ORDER BY mentions DESC, who.name, id"
    )
    return tuple(
        row["id"]
        for row in visit.story.rows(sql, (type_, type_))
        if not name
        or any(name in form.casefold() for form in (row["name"], *json.loads(row["names"])))
    )


def show_one(visit: Visit) -> ViewModel:
    """Show one entity: names, roles, what they said, did and promised, and where they are named.

    Raises:
        NotFound: if there is no such entity.

    """
    who = visit.find_entity(visit.names["id"])
    if who is None:
        raise NotFound(f"there is no entity {visit.names['id']!r}")
    records = visit.story.records
    said = records("quotes", entity=who.id, limit=THRESHOLDS.records_per_entity)
    did = records("events", entity=who.id, limit=THRESHOLDS.records_per_entity)
    promised = records("commitments", entity=who.id, limit=THRESHOLDS.records_per_entity)
    members = visit.story.entities_by_who().get(who.id, []) if visit.forms else []
    order = {page: place for place, page in enumerate(visit.get_heads())}
    members.sort(key=lambda one: (order[one.evidence.page], one.name))
    data = {
        "members": members[: THRESHOLDS.members_offered],
        "who": who,
        "said": build_cards(visit, [one for one in said if isinstance(one, Quote)]),
        "did": build_cards(visit, [one for one in did if isinstance(one, Event)]),
        "promised": build_cards(visit, [one for one in promised if isinstance(one, Commitment)]),
        "listing": _paginate_naming_pages(visit, who.id),
        "heads": visit.get_heads(),
        "shown": THRESHOLDS.records_per_entity,
    }
    return ViewModel("one.html", who.name, data)


_NAMING_PAGES = """SELECT n.page, n.n, n.start, n."end" FROM (
    SELECT m.page, m.start, m."end", count(*) OVER (PARTITION BY m.page) AS n,
      row_number() OVER (PARTITION BY m.page ORDER BY m.start, m.id) AS place
    FROM involved i JOIN mentions m ON m.id = i.record
    WHERE i.who = ? AND i.kind = 'mentions') n JOIN pages p ON p.id = n.page
  WHERE n.place = 1 ORDER BY p.published IS NULL, p.published, p.id LIMIT ? OFFSET ?"""
_NAMING_PAGE_COUNT = """SELECT count(DISTINCT m.page) AS n FROM involved i JOIN mentions m ON m.id = i.record
  WHERE i.who = ? AND i.kind = 'mentions'"""


def _paginate_naming_pages(visit: Visit, who: str) -> ListPage[dict[str, Any]]:
    """Return the pages that name `who`, with how often they do, and where first."""
    total = visit.room.get_cached(
        ("named on", who), lambda: visit.story.rows(_NAMING_PAGE_COUNT, (who,))
    )[0]["n"]
    number = visit.read_field("page")
    rows = visit.story.rows(
        _NAMING_PAGES, (who, THRESHOLDS.rows_per_page, compute_offset(total, number))
    )
    return build_list_page(rows, total, number)
