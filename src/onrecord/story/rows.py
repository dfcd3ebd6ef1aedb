"""Records as rows of the story and back: nested values are JSON text, the others are columns as they are.

In: a record or a page; a row. Out: column → value; the record or page. Out of scope: SQL.
"""

from __future__ import annotations

import json
from typing import Any, TypeVar

from onrecord.records import (
    Comment,
    Commitment,
    Dated,
    Entity,
    Event,
    Figure,
    Link,
    Mention,
    Page,
    Quote,
    Row,
    ThreadStated,
    Time,
    Undertaking,
    Zone,
)
from onrecord.records.page import ByteMap
from onrecord.records.record import convert_to_plain, decode_plain
from onrecord.story.figure_migration import migrate_figure_row

R = TypeVar("R", bound=Row)
_PAGE_TEXTS = ("id", "capture", "path", "text", "zones", "authors", "drawn")
_PAGE_TEXTS_OR_NONE = tuple(
    "url outlet title published published_how updated updated_how language fetched stated".split()
)
ID_LETTERS: dict[type[Row], str] = {
    Comment: "k",
    Mention: "m",
    Entity: "n",
    Quote: "q",
    Time: "t",
    Figure: "f",
    Event: "e",
    Commitment: "c",
    Link: "l",
    Undertaking: "u",
}
"""With which letter the ids of each kind of record begin."""
_FLAGS = frozenset({"negated", "cut_short", "candidate"})


def encode_row(record: Row) -> dict[str, Any]:
    """Return `record` as column → value."""
    row = record.to_dict(internal=True)
    # Decisions lie beside the records, never in them.
    return {key: _encode_value(value) for key, value in row.items() if key != "decided"}


def decode_row(cls: type[R], row: dict[str, Any]) -> R:
    """Return the record that `encode_row` wrote; a figure of an older story with its kind and change.

    Raises:
        ValueError: if the row is of a record of another kind, as where a part of the file has moved; TypeError: if a value is of another type.

    """
    _check_kind(cls, row.get("id"))
    if cls is Figure:
        row = migrate_figure_row(row)
    nested = _get_nested_columns(cls)
    return cls.from_dict(
        {
            key: json.loads(value)
            if key in nested and value is not None
            else bool(value)
            if key in _FLAGS
            else value
            for key, value in row.items()
            if not (key == "decided" and value is None)
        }
    )


def _check_kind(cls: type[Row], id_: Any) -> None:
    letter = ID_LETTERS.get(cls)
    if letter is not None and not str(id_).startswith(f"{letter}-"):
        raise ValueError(f"the id {id_!r} is that of no {cls.__name__.lower()}")


def decode_page(row: dict[str, Any], thread: tuple[Comment, ...], byte_map: ByteMap | None) -> Page:
    """Return the page of `row` with its thread and map.

    Raises:
        TypeError: if a value is of another type; ValueError: if a zone is not in the text.

    """
    _check_texts(row)
    zones = tuple(_decode_zone(zone) for zone in json.loads(row["zones"]))
    if any(not 0 <= zone.start <= zone.end <= len(row["text"]) for zone in zones):
        raise ValueError("a zone is not in the text")
    return Page(
        id=row["id"],
        capture=row["capture"],
        path=row["path"],
        text=row["text"],
        zones=zones,
        thread=thread,
        url=row["url"],
        outlet=row["outlet"],
        title=row["title"],
        authors=tuple(json.loads(row["authors"])),
        published=decode_dated(row["published"], row["published_how"]),
        updated=decode_dated(row["updated"], row["updated_how"]),
        language=row["language"],
        fetched=row["fetched"],
        byte_map=byte_map,
        stated=tuple((name, how) for name, how in json.loads(row.get("stated") or "[]")),
        thread_stated=decode_thread_stated(row.get("thread_stated")),
        kind=row.get("kind") or "unclear",
    )


def decode_thread_stated(column: str | None) -> ThreadStated | None:
    """Return how many comments the page states, and in which words; None where it states none."""
    if not column:
        return None
    return decode_plain(ThreadStated, json.loads(column))


def _check_texts(row: dict[str, Any]) -> None:
    """Raise if a column of a page that holds text holds something else.

    Raises:
        TypeError: naming the column.

    """
    for name in _PAGE_TEXTS:
        if not isinstance(row[name], str):
            raise TypeError(f"{name} is no text")
    for name in _PAGE_TEXTS_OR_NONE:
        if row.get(name) is not None and not isinstance(row[name], str):
            raise TypeError(f"{name} is no text")


def _decode_zone(values: list[Any]) -> Zone:
    role, start, end = values
    return decode_plain(Zone, {"role": role, "start": start, "end": end})


def encode_page(page: Page) -> dict[str, Any]:
    """Return `page` as column → value, without its thread and map."""
    return {
        "id": page.id,
        "capture": page.capture,
        "path": page.path,
        "url": page.url,
        "outlet": page.outlet,
        "title": page.title,
        "authors": _encode_json(page.authors),
        "published": page.published.value if page.published else None,
        "published_how": page.published.how if page.published else None,
        "updated": page.updated.value if page.updated else None,
        "updated_how": page.updated.how if page.updated else None,
        "language": page.language,
        "fetched": page.fetched,
        "text": page.text,
        "zones": _encode_json([[zone.role, zone.start, zone.end] for zone in page.zones]),
        "kind": page.kind,
        "stated": _encode_json(page.stated),
        "thread_stated": _encode_json(convert_to_plain(page.thread_stated))
        if page.thread_stated
        else None,
    }


def decode_dated(value: str | None, how: str | None) -> Dated | None:
    """Return a time of the page with how it is known, of its two columns; None where the page has no such time."""
    return Dated(value, how or "stated") if value else None


_NESTED = frozenset(
    {
        "bytes",
        "quoted",
        "content",
        "cue",
        "source",
        "via",
        "steps",
        "what",
        "trigger",
        "context",
        "actors",
        "alleged_by",
        "receiver",
        "condition",
        "tellings",
        "decided",
        "targets",
        "place",
        "names",
        "roles",
        "who",
        "to_whom",
        "evidence",
        "features",
        "parties",
        "contributions",
        "tasks",
        "phases",
        "open",
    }
)


def _get_nested_columns(cls: type[Row]) -> frozenset[str]:
    return _NESTED | {"mentions"} if cls.__name__ == "Undertaking" else _NESTED


def _encode_value(value: Any) -> Any:
    return _encode_json(value) if isinstance(value, list | dict) else value


def _encode_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
