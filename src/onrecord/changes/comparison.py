"""Two stories compared: which pages and records one has that the other has not, and which say something else.

In: two open stories. Out: changes, kind by kind. Records are told apart by where their words stand in the same saved bytes, so that neither another
address of a page nor another id makes a change. Out of scope: links, whose number alone is compared; which of the two is right.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from onrecord.records import Record
from onrecord.story import PageHead, Story
from onrecord.story.schema import KINDS

GAINED, LOST, CHANGED = WAYS = ("gained", "lost", "changed")
_REFERENCES = frozenset(
    {
        "id", "page", "by", "bytes", "confidence", "entity", "time", "as_of", "according_to", "said_by", "event", "due",
        "parent", "steps", "embedding", "tellings", "link", "mentions",
    }
)  # fmt: skip
"""Fields that may differ without another reading: ids, versions, counts and explanations."""
_PAGE_FIELDS = ("title", "outlet", "url", "published", "updated", "authors", "language")
Place = tuple[str, int, int, int]
"""Where a record stands: the capture's SHA-256, its span, and where its trigger begins, -1 where it has none."""


@dataclass(frozen=True, slots=True)
class StoryChange:
    """One thing that two stories do not have in common.

    Attributes:
        way: one of WAYS. kind: `pages` or a kind of record.
        id: in the newer story, or in the older one of what is lost.
        text: the words.
        fields: of what changed (field, older value, newer value), as text.

    """

    way: str
    kind: str
    id: str
    text: str
    fields: tuple[tuple[str, str, str], ...] = ()

    def build_row(self) -> dict[str, Any]:
        """Return it as one JSON line."""
        fields = [{"field": name, "old": old, "new": new} for name, old, new in self.fields]
        return {
            "way": self.way,
            "kind": self.kind,
            "id": self.id,
            "text": self.text,
            "fields": fields,
        }


def compare_stories(
    old: Story, new: Story, kinds: Iterable[str] | None = None
) -> Iterator[StoryChange]:
    """Yield the changes from `old` to `new`, pages first, then kind by kind in order of text; of `kinds` alone, if given."""
    for kind in kinds if kinds is not None else ("pages", *KINDS):
        if kind == "pages":
            yield from _compare_pages(old, new)
        else:
            yield from _compare_records(old, new, kind)


def count_links(story: Story) -> dict[str, int]:
    """Return how many links of each kind a story has; candidates are left out."""
    candidate = "candidate" in {
        row["name"] for row in story.rows("SELECT name FROM pragma_table_info('links')")
    }
    sql = f"SELECT kind, count(*) AS n FROM links {'WHERE NOT candidate' if candidate else ''} GROUP BY kind"
    return {row["kind"]: row["n"] for row in story.rows(sql)}


def _compare_pages(old: Story, new: Story) -> Iterator[StoryChange]:
    before, after = _group_heads(old), _group_heads(new)
    for capture in sorted(before.keys() | after.keys()):
        olds, news = before.get(capture, []), after.get(capture, [])
        for was, head in zip(olds, news, strict=False):
            fields = tuple(_iter_page_changes(old, new, was, head))
            if fields:
                yield StoryChange(CHANGED, "pages", head.id, _name_page(head), fields)
        for head in news[len(olds) :]:
            yield StoryChange(GAINED, "pages", head.id, _name_page(head))
        for head in olds[len(news) :]:
            yield StoryChange(LOST, "pages", head.id, _name_page(head))


def _group_heads(story: Story) -> dict[str, list[PageHead]]:
    """Return the pages by capture, those of one capture in order of address."""
    found: dict[str, list[PageHead]] = defaultdict(list)
    for head in sorted(story.heads(), key=lambda head: (head.url or "", head.id)):
        found[head.capture].append(head)
    return found


def _name_page(head: PageHead) -> str:
    return head.title or head.path


def _iter_page_changes(
    old: Story, new: Story, was: PageHead, head: PageHead
) -> Iterator[tuple[str, str, str]]:
    before, after = was.to_dict(), head.to_dict()
    for name in _PAGE_FIELDS:
        if before[name] != after[name]:
            yield name, _format_value(before[name]), _format_value(after[name])
    if was.chars != head.chars or _read_text(old, was) != _read_text(new, head):
        yield "text", f"{was.chars} characters", f"{head.chars} characters"


def _read_text(story: Story, head: PageHead) -> str:
    return str(story.rows("SELECT text FROM pages WHERE id = ?", (head.id,))[0]["text"])


def _compare_records(old: Story, new: Story, kind: str) -> Iterator[StoryChange]:
    before, after = _place_records(old, kind), _place_records(new, kind)
    for place in sorted(before.keys() | after.keys()):
        olds, news = before.get(place, []), after.get(place, [])
        olds, unlike = _drop_equal(olds, news)
        for was, row in zip(olds, unlike, strict=False):
            yield StoryChange(
                CHANGED, kind, row["id"], row["text"], tuple(_iter_field_changes(was, row))
            )
        for row in unlike[len(olds) :]:
            yield StoryChange(GAINED, kind, row["id"], row["text"])
        for row in olds[len(unlike) :]:
            yield StoryChange(LOST, kind, row["id"], row["text"])


def _drop_equal(
    olds: list[dict[str, Any]], news: list[dict[str, Any]]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return the older and the newer rows of one place without those that say the same, each taken once."""
    left, unlike = list(olds), []
    for row in news:
        said = _drop_references(row)
        equal = next((one for one in left if _drop_references(one) == said), None)
        if equal is None:
            unlike.append(row)
        else:
            left.remove(equal)
    return left, unlike


def _place_records(story: Story, kind: str) -> dict[Place, list[dict[str, Any]]]:
    captures = {head.id: head.capture for head in story.heads()}
    found: dict[Place, list[dict[str, Any]]] = defaultdict(list)
    for record in story.records(kind):
        assert isinstance(record, Record)
        row, evidence = record.to_dict(), record.evidence
        trigger = (row.get("trigger") or {}).get("start", -1)
        found[captures[evidence.page], evidence.start, evidence.end, trigger].append(row)
    return found


def _iter_field_changes(was: dict[str, Any], row: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    before, after = _drop_references(was), _drop_references(row)
    for name in after:
        if before.get(name) != after[name]:
            yield name, _format_value(before.get(name)), _format_value(after[name])


def _drop_references(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            name: _drop_references(one) for name, one in value.items() if name not in _REFERENCES
        }
    if isinstance(value, list):
        return [_drop_references(one) for one in value]
    return value


def _format_value(value: Any) -> str:
    """Return a field's value in words: parts as their text."""
    if isinstance(value, dict):
        if "value" in value and set(value) == {"value", "how"}:
            return str(value["value"])
        return str(value["text"]) if "text" in value else str(value)
    if isinstance(value, list):
        return "; ".join(map(_format_value, value)) or "none"
    return "none" if value is None else str(value)
