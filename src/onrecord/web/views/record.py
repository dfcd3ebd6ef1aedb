"""A record's own address: its words in context, values, how they were read, bytes and links."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass

from onrecord.errors import NotFound
from onrecord.records import Commitment, Link, Record, Undertaking
from onrecord.story import PageHead, explain_record
from onrecord.web import labels
from onrecord.web.cards import Card, card_of
from onrecord.web.room import Sheet, Visit


@dataclass(frozen=True, slots=True)
class Side:
    """One end of a link: a record's card, or a page's head."""

    card: Card | None
    head: PageHead | None


@dataclass(frozen=True, slots=True)
class Tie:
    """A link as it looks from one of its ends: how it relates, to what, and the link with its reasons."""

    says: str
    other: Side
    link: Link


def show(visit: Visit) -> Sheet:
    """Show the record, link or undertaking with this id.

    Raises:
        NotFound: if there is none.

    """
    found = visit.story.record(visit.names["id"])
    if isinstance(found, Undertaking):
        data = {"undertaking": found, "heads": visit.heads(), "open": _open(visit, found)}
        return Sheet("undertaking.html", found.name, data)
    if isinstance(found, Link):
        return _link(visit, found)
    return _record(visit, found)


def _record(visit: Visit, record: Record) -> Sheet:
    card = card_of(visit, record)
    data = {
        "card": card,
        "why": explain_record(visit.story, record.id),
        "ties": _ties(visit, record.id),
    }
    return Sheet("record.html", f"{labels.ONE_OF[card.kind].capitalize()}: {card.line}", data)


def _link(visit: Visit, link: Link) -> Sheet:
    a, b = _side(visit, link.a), _side(visit, link.b)
    data = {"link": link, "a": a, "b": b, "changes": []}
    if a.head and b.head:
        old, new = visit.story.page(link.a).text, visit.story.page(link.b).text
        data["changes"] = changes(old, new)
    return Sheet("link.html", f"Link: {link.kind.replace('_', ' ')}", data)


def changes(old: str, new: str) -> list[tuple[str, str, str]]:
    """Return what changed between two texts, paragraph by paragraph: (`cut`|`new`|`changed`, old, new)."""
    before, after = (re.split(r"\n\s*\n", text.strip()) for text in (old, new))
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    changed = []
    for tag, left, left_end, right, right_end in matcher.get_opcodes():
        if tag == "equal":
            continue
        name = {"delete": "cut", "insert": "new", "replace": "changed"}[tag]
        changed.append(
            (name, "\n\n".join(before[left:left_end]), "\n\n".join(after[right:right_end]))
        )
    return changed


def _ties(visit: Visit, id_: str) -> list[Tie]:
    ties = []
    for link in visit.story.links(of=id_):
        back = link.b == id_
        says = (labels.LINKED_BACK if back else labels.LINKS).get(link.kind, link.kind)
        ties.append(Tie(says, _side(visit, link.a if back else link.b), link))
    return ties


def _side(visit: Visit, id_: str) -> Side:
    head = visit.heads().get(id_)
    if head is not None:
        return Side(None, head)
    try:
        record = visit.story.record(id_)
    except NotFound:
        return Side(None, None)
    return Side(card_of(visit, record) if isinstance(record, Record) else None, None)


def _open(visit: Visit, undertaking: Undertaking) -> list[Card]:
    cards = []
    for id_ in undertaking.open:
        record = visit.story.record(id_)
        if isinstance(record, Commitment):
            cards.append(card_of(visit, record))
    return cards
