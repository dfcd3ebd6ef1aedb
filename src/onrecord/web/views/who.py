"""Who: people, organisations and places; one's names, roles, words, deeds and mentions."""

from __future__ import annotations

from collections import Counter

from onrecord.errors import NotFound
from onrecord.records import Commitment, Event, Quote
from onrecord.web import labels
from onrecord.web.cards import cards_of
from onrecord.web.paging import paged
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
    mentions = records("mentions", entity=who.id, limit=2000)
    pages = Counter(mention.evidence.page for mention in mentions)
    first = {mention.evidence.page: mention for mention in reversed(mentions)}
    data = {
        "who": who,
        "said": cards_of(visit, [one for one in said if isinstance(one, Quote)]),
        "did": cards_of(visit, [one for one in did if isinstance(one, Event)]),
        "promised": cards_of(visit, [one for one in promised if isinstance(one, Commitment)]),
        "pages": [(visit.heads()[page], count, first[page]) for page, count in pages.items()],
        "heads": visit.heads(),
        "shown": SHOWN,
    }
    return Sheet("one.html", who.name, data)
