"""A record's own address: its words in context, values, how they were read, bytes and links."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass

from onrecord.errors import NotFound
from onrecord.records import Commitment, Link, Record, Undertaking
from onrecord.story import PageHead, explain_record
from onrecord.web import labels
from onrecord.web.cards import Card, build_card
from onrecord.web.citations import write_citations
from onrecord.web.room import ViewModel, Visit


@dataclass(frozen=True, slots=True)
class LinkEnd:
    """One end of a link: a record's card, or a page's head."""

    card: Card | None
    head: PageHead | None


@dataclass(frozen=True, slots=True)
class LinkFromEnd:
    """A link as seen from one of its ends: the relation, the other end, and the link with its reasons."""

    relation: str
    other: LinkEnd
    link: Link


def show(visit: Visit) -> ViewModel:
    """Show the record, link or undertaking with this id.

    Raises:
        NotFound: if there is none.

    """
    row = visit.story.record(visit.names["id"])
    if isinstance(row, Undertaking):
        data = {
            "undertaking": row,
            "heads": visit.get_heads(),
            "open": _list_open_commitments(visit, row),
        }
        return ViewModel("undertaking.html", row.name, data)
    if isinstance(row, Link):
        return _show_link(visit, row)
    return _show_record(visit, row)


def _show_record(visit: Visit, record: Record) -> ViewModel:
    card = build_card(visit, record)
    why = explain_record(visit.story, record.id)
    data = {
        "card": card,
        "citations": write_citations(why.head, card.words, card.id, (card.start, card.end)),
        "wrong": visit.story.is_wrong(record.id),
        "why": why,
        "links": _list_links(visit, record.id),
    }
    return ViewModel("record.html", f"{labels.ONE_OF[card.kind].capitalize()}: {card.line}", data)


def _show_link(visit: Visit, link: Link) -> ViewModel:
    a, b = _find_end(visit, link.a), _find_end(visit, link.b)
    data = {"link": link, "a": a, "b": b, "changes": []}
    if a.head and b.head:
        old, new = visit.story.page(link.a).text, visit.story.page(link.b).text
        data["changes"] = compare_texts(old, new)
    return ViewModel("link.html", f"Link: {link.kind.replace('_', ' ')}", data)


def compare_texts(old: str, new: str) -> list[tuple[str, str, str]]:
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


def _list_links(visit: Visit, id_: str) -> list[LinkFromEnd]:
    links = []
    for link in visit.story.links(of=id_):
        back = link.b == id_
        relation = labels.describe_link(link, back=back)
        links.append(LinkFromEnd(relation, _find_end(visit, link.a if back else link.b), link))
    return links


def _find_end(visit: Visit, id_: str) -> LinkEnd:
    head = visit.get_heads().get(id_)
    if head is not None:
        return LinkEnd(None, head)
    try:
        record = visit.story.record(id_)
    except NotFound:
        return LinkEnd(None, None)
    return LinkEnd(build_card(visit, record) if isinstance(record, Record) else None, None)


def _list_open_commitments(visit: Visit, undertaking: Undertaking) -> list[Card]:
    cards = []
    for id_ in undertaking.open:
        record = visit.story.record(id_)
        if isinstance(record, Commitment):
            cards.append(build_card(visit, record))
    return cards
