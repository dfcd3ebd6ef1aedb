"""Questions for words and for single records: search, why, verify.

In: an open story and what is asked. Out: an `Answer`. Out of scope: how a value was read (`story.explanation`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from onrecord.assistant.answer import Answer, PageOfResults, build_answer
from onrecord.assistant.citation import UNTRUSTED, Citer, cut_label, list_some
from onrecord.assistant.cross_page_questions import describe_undertaking
from onrecord.assistant.record_questions import describe_confidence
from onrecord.assistant.thresholds import THRESHOLDS
from onrecord.errors import NotFound
from onrecord.records import Link, Record, Undertaking
from onrecord.story import Hit, Mismatch, Story, explain_record, search, verify
from onrecord.story.verify import verify_record

_ONE = PageOfResults(0, 1)


def answer_search(story: Story, query: str, wanted: PageOfResults) -> Answer:
    """Return the passages that hold all words of `query`, best first, with the records that stand in what is shown."""
    hits = search(story, query, limit=wanted.limit + 1, offset=wanted.offset)
    citer = Citer(story)
    return build_answer((_describe_hit(story, citer, hit) for hit in hits), wanted, total=None)


def answer_why(story: Story, record_id: str, *, from_character: int = 0) -> Answer:
    """Return one record: its words, the words around them, what its bytes spell, how it was read, and what it is linked with.

    Args:
        story: an open story.
        record_id: id of a record, a link, an undertaking or a page.
        from_character: so many characters of its words are left out, to read on in long ones.
    """
    citer = Citer(story)
    try:
        found = _describe_any(story, citer, record_id, from_character)
    except NotFound:
        return build_answer((), _ONE, total=0)
    return build_answer([found], _ONE, total=1)


def answer_verify(story: Story, wanted: PageOfResults, *, record_id: str | None = None) -> Answer:
    """Return whether records' words are where they say: of one record, or of all records of so many pages from `wanted.offset` on.

    A result says how many were checked, and lists what is wrong.
    """
    if record_id is not None:
        return _answer_verify_one(story, record_id)
    heads = story.heads()
    pages = [head.id for head in heads][wanted.offset : wanted.offset + THRESHOLDS.verified_pages]
    if not pages:
        return build_answer((), wanted, total=len(heads))
    wrong = list(verify(story, pages=frozenset(pages)))
    marks = ", ".join("?" * len(pages))
    sql = f"SELECT count(*) AS n FROM kinds WHERE page IN ({marks})"
    checked = {"pages": len(pages), "records": story.rows(sql, pages)[0]["n"]}
    answer = build_answer([_describe_check(wrong, checked)], replace(wanted, limit=1), total=None)
    end = wanted.offset + len(pages)
    answer["next_offset"] = end if end < len(heads) else None
    return answer


def _answer_verify_one(story: Story, record_id: str) -> Answer:
    try:
        record = story.record(record_id)
    except NotFound:
        return build_answer((), _ONE, total=0)
    if not isinstance(record, Record):
        note = "It joins pages and has no words of its own: `why` names the records it rests on; verify those."
        return build_answer([{"id": record_id, "kind": "joined"}], _ONE, total=1, note=note)
    wrong = list(verify_record(story, record))
    result = _describe_check(wrong, {"records": 1}) | {
        "id": record.id,
        "evidence": [Citer(story).cite(record)],
    }
    return build_answer([result], _ONE, total=1)


def _describe_check(wrong: list[Mismatch], checked: dict[str, int]) -> dict[str, Any]:
    listed, more = list_some(wrong)
    return {
        "kind": "check",
        "status": "wrong" if wrong else "as recorded",
        "how_sure": {"method": "words sliced again from the page's text and from the saved bytes"},
        "checked": checked,
        "wrong": [
            {
                "id": one.id,
                "page": one.page,
                "where": one.where,
                UNTRUSTED: {"expected": cut_label(one.expected), "found": cut_label(one.found)},
            }
            for one in listed
        ],
        "more_wrong": more,
    }


def _describe_hit(story: Story, citer: Citer, hit: Hit) -> dict[str, Any]:
    """Return a passage from about its first match on, and the ids of the records in what is shown."""
    match_start = hit.start + len(hit.before)
    first = max(hit.start, match_start - THRESHOLDS.label_chars)
    last = min(hit.end, first + THRESHOLDS.words_chars)
    cited = citer.cite_words(hit.page, first, last)
    return {
        "kind": "passage",
        "status": {"zone": hit.role},
        "how_sure": {"method": "these very words are on the page; nothing was read into them"},
        "records": _list_records(story, hit.page, first, last),
        "evidence": [cited],
        "passage_characters": [hit.start, hit.end],
        UNTRUSTED: {"matched": cut_label(hit.text)},
    }


def _list_records(story: Story, page: str, start: int, end: int) -> dict[str, list[str]]:
    """Return kind → ids of the records whose words lie within a stretch of a page."""
    found = {}
    for kind in ("quotes", "figures", "events", "commitments"):
        sql = (
            f'SELECT id FROM {kind} WHERE page = ? AND start >= ? AND "end" <= ?'
            " ORDER BY start, id LIMIT ?"
        )
        rows = story.rows(sql, (page, start, end, THRESHOLDS.listed))
        found[kind] = [row["id"] for row in rows]
    return {kind: ids for kind, ids in found.items() if ids}


def _describe_any(story: Story, citer: Citer, record_id: str, skip: int) -> dict[str, Any]:
    """Return what is known of a record, a link, an undertaking or a page.

    Raises:
        NotFound: if there is none of this id.

    """
    if record_id.startswith("p-"):
        return {"id": record_id, "kind": "page", "evidence": [citer.cite_page(record_id)]}
    row = story.record(record_id)
    if isinstance(row, Undertaking):
        return describe_undertaking(citer, row)
    if isinstance(row, Link):
        return _describe_link(citer, row)
    return _describe_record(story, citer, row, skip)


def _describe_record(story: Story, citer: Citer, record: Record, skip: int) -> dict[str, Any]:
    told = explain_record(story, record.id)
    original = told.original
    links, more = list_some(_iter_links(story, record.id))
    shown = None if original is None else original[skip : skip + THRESHOLDS.words_chars]
    words = {
        "before": told.before,
        "after": told.after,
        "spelled_by_the_bytes": shown,
        "how_it_was_read": [cut_label(step) for step in told.steps],
    }
    return {
        "id": record.id,
        "kind": type(record).__name__.casefold(),
        "how_sure": describe_confidence(record),
        "evidence": [citer.cite(record, skip=skip)],
        "read_on_from_character": _find_rest(record, skip),
        "links": links,
        "more_links": more,
        UNTRUSTED: words,
    }


def _find_rest(record: Record, skip: int) -> int | None:
    """Return how many characters to leave out to read on, or None where the words are at their end."""
    end = skip + THRESHOLDS.words_chars
    return end if end < record.evidence.end - record.evidence.start else None


def _iter_links(story: Story, record_id: str) -> Iterator[dict[str, Any]]:
    for link in story.links(of=record_id):
        yield {
            "id": link.id,
            "relation": link.kind,
            "with": link.b if link.a == record_id else link.a,
            "score": link.score,
            "to_check": link.candidate,
        }


def _describe_link(citer: Citer, link: Link) -> dict[str, Any]:
    ends = [(id_, citer.find_record(id_)) for id_ in (link.a, link.b)]
    evidence = [
        {"id": id_} | (citer.cite(record) if record is not None else citer.cite_page(id_))
        for id_, record in ends
    ]
    features, _ = list_some(link.features)
    return {
        "id": link.id,
        "kind": "link",
        "status": {"relation": link.kind, "to_check": link.candidate},
        "how_sure": {"score": link.score},
        "evidence": evidence,
        "because": [
            {
                "feature": one.name,
                "weight": one.weight,
                UNTRUSTED: {"a": cut_label(one.a), "b": cut_label(one.b)},
            }
            for one in features
        ],
    }
