"""Marks that a reader wrote for one document, resolved to offsets in its text.

In: the lines of a file of marks (docs/explain/annotation.md gives the format) and the document's text. Out: a `Document` of chains,
events, promises and quotes with spans (code points, half-open), or `MarkError` with the line and what is wrong with it. Out of
scope: whether a mark is right.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from training.annotations.texts import split_lines

Span = tuple[int, int]

CHAIN_TYPES = frozenset(
    "person organisation group place facility role product law operation event other".split()
)
FORMS = frozenset({"verb", "noun", "adjective"})
STATUSES = frozenset("happened ongoing planned promised possible called_for denied alleged".split())
ROOTS = frozenset(
    "AGREE CONSULT SUPPORT COOPERATE AID YIELD REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE"
    " ASSAULT".split()
)
KINDS = frozenset(
    "accident disaster weather death injury crime police court election appointment resignation law vote protest"
    " strike attack battle military diplomacy deal aid business economy work sport science space health culture"
    " technology transport visit meeting statement accusation demand decision inquiry release rescue movement"
    " other".split()
)
PROMISE_KINDS = frozenset({"explicit", "plan"})
QUOTE_KINDS = frozenset({"direct", "indirect", "mixed"})
SPEECH = frozenset({"said", "asked", "judged", "believed", "wanted"})

_EVENT_FIELDS = ("agent", "patient", "place", "time", "status", "by", "root", "kind", "same")
_PROMISE_FIELDS = ("giver", "receiver", "content", "due", "condition")
_QUOTE_FIELDS = ("source", "cue", "content")
_NOTHING = "-"


class MarkError(ValueError):
    """A line of marks that does not fit the format or the text."""


@dataclass(frozen=True, slots=True)
class Document:
    """What one reader marked in a document; each list in the order of the marks."""

    chains: list[dict[str, Any]] = field(default_factory=list)
    events: list[dict[str, Any]] = field(default_factory=list)
    promises: list[dict[str, Any]] = field(default_factory=list)
    quotes: list[dict[str, Any]] = field(default_factory=list)


def parse_marks(lines: Sequence[str], text: str) -> tuple[Document, list[str]]:
    """Return the marks with offsets in `text`, and one message for each line that was not understood."""
    document, faults = Document(), []
    numbered = split_lines(text)
    known: dict[str, str] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            _add_mark(document, line.strip(), text, numbered, known)
        except MarkError as error:
            faults.append(f"line {number}: {error}: {line.strip()[:120]}")
    faults.extend(
        f"{event['id']}: same={event['same']} is no event of this file"
        for event in document.events
        if event["same"] is not None and event["same"] not in known
    )
    return document, faults


def _add_mark(
    document: Document, line: str, text: str, numbered: Sequence[Span], known: dict[str, str]
) -> None:
    head, *cells = [cell.strip() for cell in line.split(" | ")]
    letter, _, ident = head.partition(" ")
    if not ident or letter not in _READERS:
        raise MarkError("a mark begins with X, E, P or Q and an id")
    if ident in known:
        raise MarkError(f"the id {ident} is used twice")
    known[ident] = letter
    row = {"id": ident} | _READERS[letter](cells, text, numbered)
    rows = {"X": document.chains, "E": document.events, "P": document.promises}
    rows.get(letter, document.quotes).append(row)


def _read_chain(cells: Sequence[str], text: str, numbered: Sequence[Span]) -> dict[str, Any]:
    _require(cells, 2, "X id | type | mentions")
    spans = _resolve_spans(cells[1], text, numbered)
    if not spans:
        raise MarkError("a chain has at least one mention")
    return {"type": _choose(cells[0], CHAIN_TYPES, "type"), "mentions": spans}


def _read_event(cells: Sequence[str], text: str, numbered: Sequence[Span]) -> dict[str, Any]:
    _require(cells, 11, "E id | trigger | form | agent=… | … | same=…")
    given = _read_fields(cells[2:], _EVENT_FIELDS)
    row: dict[str, Any] = {
        "trigger": _resolve_one(cells[0], text, numbered),
        "form": _choose(cells[1], FORMS, "form"),
    }
    for name in ("agent", "patient", "place", "time", "by"):
        row[name] = _resolve_spans(given[name], text, numbered)
    row["status"] = _choose(given["status"], STATUSES, "status")
    row["root"] = _choose(given["root"], ROOTS, "root") if given["root"] != _NOTHING else None
    row["kind"] = _choose(given["kind"], KINDS, "kind")
    row["same"] = given["same"] if given["same"] != _NOTHING else None
    return row


def _read_promise(cells: Sequence[str], text: str, numbered: Sequence[Span]) -> dict[str, Any]:
    _require(cells, 7, "P id | trigger | explicit or plan | giver=… | … | condition=…")
    given = _read_fields(cells[2:], _PROMISE_FIELDS)
    row: dict[str, Any] = {
        "trigger": _resolve_one(cells[0], text, numbered),
        "kind": _choose(cells[1], PROMISE_KINDS, "kind"),
    }
    return row | {name: _resolve_spans(given[name], text, numbered) for name in _PROMISE_FIELDS}


def _read_quote(cells: Sequence[str], text: str, numbered: Sequence[Span]) -> dict[str, Any]:
    _require(cells, 5, "Q id | kind | speech | source=… | cue=… | content=…")
    given = _read_fields(cells[2:], _QUOTE_FIELDS)
    row: dict[str, Any] = {
        "kind": _choose(cells[0], QUOTE_KINDS, "kind"),
        "speech": _choose(cells[1], SPEECH, "speech"),
    }
    row |= {name: _resolve_spans(given[name], text, numbered) for name in _QUOTE_FIELDS}
    if not row["content"]:
        raise MarkError("a quote has content")
    return row


_READERS = {"X": _read_chain, "E": _read_event, "P": _read_promise, "Q": _read_quote}


def _require(cells: Sequence[str], count: int, form: str) -> None:
    if len(cells) != count:
        raise MarkError(f"{len(cells) + 1} fields where {count + 1} are expected ({form})")


def _read_fields(cells: Sequence[str], names: Sequence[str]) -> Mapping[str, str]:
    given = dict(cell.split("=", 1) for cell in cells if "=" in cell)
    if tuple(given) != tuple(names):
        raise MarkError(f"fields are {', '.join(names)}, in this order")
    return {name: value.strip() for name, value in given.items()}


def _choose(value: str, values: frozenset[str], name: str) -> str:
    if value not in values:
        raise MarkError(f"{name} {value!r} is none of {', '.join(sorted(values))}")
    return value


def _resolve_spans(cell: str, text: str, numbered: Sequence[Span]) -> list[Span]:
    if cell == _NOTHING:
        return []
    return [_resolve_one(part, text, numbered) for part in cell.split(" ; ")]


def _resolve_one(part: str, text: str, numbered: Sequence[Span]) -> Span:
    """Return the span of `3:words`, `3:words#2`, `3:first … last` or `3:first … 5:last`."""
    first, has_gap, last = part.strip().partition(" … ")
    start, end, line = _find_words(first, text, numbered, None, 0)
    if not has_gap:
        return start, end
    _, until, _ = _find_words(last, text, numbered, line, end)
    return start, until


def _find_words(
    part: str, text: str, numbered: Sequence[Span], line: int | None, after: int
) -> tuple[int, int, int]:
    """Return start, end and line of the words of `part`; `line` where it names none, not before `after`."""
    number, colon, words = part.partition(":")
    if colon and number.strip().isdigit():
        line = int(number)
    elif line is not None:
        words = part
    if line is None or not 0 < line <= len(numbered):
        raise MarkError(f"{part!r}: a span begins with the number of its line")
    words, hash_, nth = (
        words.strip().rpartition("#") if _has_count(words) else (words.strip(), "", "1")
    )
    start, end = numbered[line - 1]
    at = max(start, after) - 1
    for _ in range(int(nth)):
        at = _find_word_start(text, words, at + 1, end)
        if at < 0:
            raise MarkError(f"line {line} has no {words!r}{f' number {nth}' if hash_ else ''}")
    return at, at + len(words), line


def _has_count(words: str) -> bool:
    return words.strip().rpartition("#")[2].isdigit() and "#" in words


def _find_word_start(text: str, words: str, at: int, end: int) -> int:
    """Return where `words` stand as whole words in `text[at:end]`, or -1."""
    while words:
        at = text.find(words, at, end)
        if at < 0:
            return -1
        before = text[at - 1 : at] if at else ""
        after = text[at + len(words) : at + len(words) + 1]
        if not (before.isalnum() and words[0].isalnum()) and not (
            after.isalnum() and words[-1].isalnum()
        ):
            return at
        at += 1
    return -1


def iter_spans(row: Mapping[str, Any]) -> Iterator[Span]:
    """Yield every span of a mark."""
    for value in row.values():
        if isinstance(value, tuple):
            yield value
        elif isinstance(value, list):
            yield from value
