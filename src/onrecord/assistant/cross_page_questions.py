"""Questions for what joins pages: undertakings, and who is in the story.

In: an open story and what is asked. Out: an `Answer`. Out of scope: how pages are joined (`link`).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from onrecord.assistant.answer import Answer, PageOfResults, build_answer
from onrecord.assistant.citation import UNTRUSTED, Citer, cut_label, list_some
from onrecord.assistant.record_questions import drop_empty
from onrecord.assistant.selection import has_words, split_words
from onrecord.records import Cited, Entity, Undertaking
from onrecord.story import Story


def answer_undertakings(story: Story, wanted: PageOfResults, *, about: str | None = None) -> Answer:
    """Return missions, operations, programmes and deals whose names hold the words of `about`, most mentioned first."""
    words = split_words(about)
    cards = [one for one in story.undertakings() if has_words(" ".join(one.names), words)]
    citer = Citer(story)
    last = wanted.offset + wanted.limit + 1
    results = (describe_undertaking(citer, card) for card in cards[wanted.offset : last])
    return build_answer(results, wanted, total=len(cards))


def answer_who(
    story: Story, wanted: PageOfResults, *, name: str | None = None, kind: str | None = None
) -> Answer:
    """Return people, bodies, places …: those a name of whom holds the words of `name`, most mentioned first."""
    words = split_words(name)
    found = [
        one
        for one in story.who()
        if kind in {None, one.type} and any(has_words(form, words) for form in one.names)
    ]
    citer = Citer(story)
    last = wanted.offset + wanted.limit + 1
    results = (_describe_entity(story, citer, one) for one in found[wanted.offset : last])
    return build_answer(results, wanted, total=len(found))


def describe_undertaking(citer: Citer, card: Undertaking) -> dict[str, Any]:
    """Return an undertaking's card, every cell with its citation."""
    names, more_names = list_some(cut_label(name) for name in card.names)
    mentions, more_mentions = list_some(card.mentions)
    still_open, _ = list_some(card.open)
    return {
        "id": card.id,
        "kind": "undertaking",
        "status": {"kind": card.kind, "open_promises": still_open},
        "how_sure": {"confidence": "not measured", "mentions": len(card.mentions)},
        "evidence": _cite_all(citer, mentions[:1]),
        "parties": _describe_cells(
            citer, ((one.cited, {"role": one.role}, {"party": one.name}) for one in card.parties)
        ),
        "contributions": _describe_cells(
            citer,
            (
                (
                    one.cited,
                    drop_empty({"status": one.status, "event": one.event, "figure": one.figure}),
                    {"party": one.party, "what": one.what},
                )
                for one in card.contributions
            ),
        ),
        "tasks": _describe_cells(
            citer, ((one.cited, {"event": one.event}, {}) for one in card.tasks)
        ),
        "phases": _describe_cells(
            citer,
            (
                (one.cited, {"day": one.day or "not known", "event": one.event}, {})
                for one in card.phases
            ),
        ),
        "more_names": more_names,
        "more_mentions": more_mentions,
        UNTRUSTED: {"name": cut_label(card.name), "names": names},
    }


def _describe_cells(
    citer: Citer, cells: Iterable[tuple[Cited, dict[str, Any], dict[str, Any]]]
) -> dict[str, Any]:
    """Return the first cells of a card, each as citation, our reading and the page's words, and how many more there are."""
    listed, more = list_some(cells)
    shown = []
    for cited, reading, words in listed:
        citation = citer.cite_words(cited.page, cited.start, cited.end)
        labels = {name: cut_label(value) for name, value in words.items()}
        shown.append(citation | reading | {UNTRUSTED: citation[UNTRUSTED] | labels})
    return {"listed": shown, "more": more}


def _cite_all(citer: Citer, cited: Iterable[Cited]) -> list[dict[str, Any]]:
    return [citer.cite_words(one.page, one.start, one.end) for one in cited]


def _describe_entity(story: Story, citer: Citer, entity: Entity) -> dict[str, Any]:
    names, more = list_some(cut_label(name) for name in entity.names)
    roles, _ = list_some(cut_label(role) for role in entity.roles)
    sql = "SELECT kind, count(*) AS n FROM involved WHERE who = ? AND kind != 'entities' GROUP BY kind"
    counts = {row["kind"]: row["n"] for row in story.rows(sql, (entity.id,))}
    return {
        "id": entity.id,
        "kind": "entity",
        "status": {"type": entity.type, "mentions": entity.mentions, "records": counts},
        "how_sure": {"confidence": "not measured"},
        "evidence": [citer.cite(entity)],
        "more_names": more,
        UNTRUSTED: {"name": cut_label(entity.name), "names": names, "roles": roles},
    }
