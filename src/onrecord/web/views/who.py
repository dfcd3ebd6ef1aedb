"""Who: people, organisations and places; one's names, roles, words, deeds and mentions."""

from __future__ import annotations

from collections import Counter
from typing import Any

from onrecord.errors import NotFound
from onrecord.records import Commitment, Event, Quote
from onrecord.web import labels
from onrecord.web.cards import cards_of
from onrecord.web.paging import SHEET, Paged, offset_of, paged, sheet_of
from onrecord.web.room import Sheet, Visit

SHOWN = 50
"""Records of a kind on one's page; the rest is in the lists, filtered by the name."""


def show_list(visit: Visit) -> Sheet:
    """Show everyone and everything named, most mentioned first, filtered by type and name."""
    people = list(visit.people().values())
    type_, name = visit.asked("type"), visit.asked("name").casefold()
    fitting = [
        who
        for who in people
        if (not type_ or who.type == type_)
        and (not name or any(name in form.casefold() for form in (who.name, *who.names)))
    ]
    data = {
        "sheet": paged(fitting, visit.asked("page")),
        "types": Counter(who.type for who in people),
        "most": max((who.mentions for who in people), default=1),
        "words": labels.ENTITY_TYPES,
    }
    return Sheet("who.html", "Who", data)


def show_one(visit: Visit) -> Sheet:
    """Show one entity: names, roles, what they said, did and promised, and where they are named.

    Raises:
        NotFound: if there is no such entity.

    """
    who = visit.who(visit.names["id"])
    if who is None:
        raise NotFound(f"there is no entity {visit.names['id']!r}")
    records = visit.story.records
    said = records("quotes", entity=who.id, limit=SHOWN)
    did = records("events", entity=who.id, limit=SHOWN)
    promised = records("commitments", entity=who.id, limit=SHOWN)
    data = {
        "who": who,
        "said": cards_of(visit, [one for one in said if isinstance(one, Quote)]),
        "did": cards_of(visit, [one for one in did if isinstance(one, Event)]),
        "promised": cards_of(visit, [one for one in promised if isinstance(one, Commitment)]),
        "sheet": _named_on(visit, who.id),
        "heads": visit.heads(),
        "shown": SHOWN,
    }
    return Sheet("one.html", who.name, data)


_NAMED_ON = """SELECT m.page, count(*) AS n, min(m.start) AS start, m."end" AS "end"
  FROM involved i JOIN mentions m ON m.id = i.record JOIN pages p ON p.id = m.page
  WHERE i.who = ? AND i.kind = 'mentions' GROUP BY m.page
  ORDER BY p.published IS NULL, p.published, p.id LIMIT ? OFFSET ?"""
_PAGES = """SELECT count(DISTINCT m.page) AS n FROM involved i JOIN mentions m ON m.id = i.record
  WHERE i.who = ? AND i.kind = 'mentions'"""


def _named_on(visit: Visit, who: str) -> Paged[dict[str, Any]]:
    """Return the pages that name `who`, with how often, and where they do first."""
    total = visit.room.remember(("named on", who), lambda: visit.story.rows(_PAGES, (who,)))[0]["n"]
    asked = visit.asked("page")
    rows = visit.story.rows(_NAMED_ON, (who, SHEET, offset_of(total, asked)))
    return sheet_of(rows, total, asked)
