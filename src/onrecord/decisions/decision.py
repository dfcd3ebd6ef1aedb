"""A decision: what somebody decided about records, when and why; frozen, checked, with a content hash as its id.

In: values given by a person or read from a file. Out: a `Decision`, or a `DecisionError` of one line. Out of scope: whether its
records are in a story.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from onrecord.decisions.thresholds import THRESHOLDS
from onrecord.errors import DecisionError
from onrecord.records.entity import ENTITY_TYPES
from onrecord.records.event import STATUSES
from onrecord.records.ids import build_content_id

KINDS = ("wrong", "right", "set", "join", "split", "note", "tag", "pin", "undo")
"""`wrong`, `right`: a verdict on a record; `set`: a field of it; `join`, `split`: of entities; `note`, `tag`: on any record; `pin`: a
day to the timeline; `undo`: of another decision."""
FIELDS: Mapping[str, tuple[str, ...]] = {
    "events": ("status", "day"),
    "pages": ("day", "outlet"),
    "entities": ("name", "type"),
}
"""What of a record may be set, by the table that holds it."""
_CHOICES = {"status": STATUSES, "type": ENTITY_TYPES}
_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?)(?:\+00:00|Z)")
_IDENT = re.compile(r"[a-z]+-[0-9A-Za-z]{1,64}")
_NAME = re.compile(r"[a-z]{1,20}")
_ALLOWED = "\n\t\u200c\u200d"
"""Characters that show nothing by themselves and are kept: line ends, tabs, and the joiners that several scripts are written with."""
_LEAST_TARGETS = {"pin": 0, "join": 2, "split": 2}
"""How many records a decision of a kind is about at least; the others are about just one."""
_VALUED = frozenset({"set", "tag", "pin"})
_NEEDS_NO_REASON = frozenset({"tag"})


@dataclass(frozen=True, slots=True)
class Target:
    """A record that a decision is about, so that it is found again in another copy of the story.

    Attributes:
        id: of the record, page, link or decision. kind: the table that holds it.
        page: id of its page; None for what spans pages. start, end: of its words (code points of the page's text, half-open).
        text: its words; of a page its title, of an undertaking its name; None where it has none.

    """

    id: str
    kind: str
    page: str | None = None
    start: int | None = None
    end: int | None = None
    text: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return the target as plain JSON values."""
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decided.

    Attributes:
        id: content hash of all the rest. kind: one of KINDS.
        targets: what it is about. The first of a `join` gives the name; the first of a `split` stays, the others leave it.
        field: of a `set`, one of FIELDS. value: of a `set`, a `tag`, or a `pin` (an ISO day); else None.
        reason: why, or a note's words. who: the name of whoever decided. at: when, ISO 8601 in UTC.

    """

    id: str
    kind: str
    targets: tuple[Target, ...]
    field: str | None
    value: str | None
    reason: str
    who: str
    at: str

    @property
    def records(self) -> tuple[str, ...]:
        """Ids of what it is about."""
        return tuple(target.id for target in self.targets)

    def to_dict(self) -> dict[str, Any]:
        """Return the decision as one JSON line: what is exported and replayed."""
        return {
            "id": self.id,
            "kind": self.kind,
            "records": list(self.records),
            "targets": [target.to_dict() for target in self.targets],
            "field": self.field,
            "value": self.value,
            "reason": self.reason,
            "who": self.who,
            "at": self.at,
        }

    @classmethod
    def from_dict(cls, row: Mapping[str, Any]) -> Decision:
        """Return the decision that `to_dict` wrote; other keys are passed over.

        Raises:
            DecisionError: if a field is missing or of another shape, or the id is not that of the rest.

        """
        targets = row.get("targets")
        if not isinstance(targets, list) or not all(isinstance(one, dict) for one in targets):
            raise DecisionError("“targets” is no list of records")
        made = make_decision(
            _take_text(row, "kind") or "",
            [_make_target(one) for one in targets],
            field=_take_text(row, "field"),
            value=_take_text(row, "value"),
            reason=_take_text(row, "reason") or "",
            who=_take_text(row, "who") or "",
            at=_take_text(row, "at"),
        )
        if row.get("id") not in {None, made.id}:
            raise DecisionError(
                "it was changed after it was written: its id is not that of its words"
            )
        return made


def make_decision(
    kind: str,
    targets: Sequence[Target],
    *,
    who: str,
    reason: str = "",
    field: str | None = None,
    value: str | None = None,
    at: str | None = None,
) -> Decision:
    """Return the decision, with `at` now if it is None.

    Raises:
        DecisionError: if it can't be taken so; the message says what to write instead.

    """
    who, reason = " ".join(who.split()), _normalise_spaces(reason).strip()
    value = None if value is None else " ".join(value.split())
    if kind not in KINDS:
        raise DecisionError(f"kind {kind!r} is not one of {', '.join(KINDS)}")
    _check_words("the name", who, THRESHOLDS.name_chars)
    _check_words("the reason", reason, THRESHOLDS.reason_chars)
    if not who:
        raise DecisionError("it is not said who decides; give a name")
    if not reason and kind not in _NEEDS_NO_REASON:
        raise DecisionError("it is not said why; give a reason")
    _check_number(kind, targets)
    _check_value(kind, targets, field, value)
    moment = _normalise_moment(at) if at is not None else _get_now()
    parts = (kind, [one.to_dict() for one in targets], field, value, reason, who, moment)
    ident = build_content_id("d", *parts)
    return Decision(ident, kind, tuple(targets), field, value, reason, who, moment)


def is_day(written: str) -> bool:
    """Return whether `written` is an ISO day, month or year of the calendar.

    Examples:
        >>> is_day("2016-03-08"), is_day("2016-03"), is_day("2016-02-30"), is_day("soon")
        (True, True, False, False)

    """
    if _DAY.fullmatch(written) is None:
        return False
    try:
        date.fromisoformat(written + "2000-01-01"[len(written) :])
    except ValueError:
        return False
    return True


def _check_number(kind: str, targets: Sequence[Target]) -> None:
    least = _LEAST_TARGETS.get(kind, 1)
    most = 0 if kind == "pin" else THRESHOLDS.targets if kind in _LEAST_TARGETS else 1
    if not least <= len(targets) <= most:
        raise DecisionError(f"a {kind} is about {least} record(s), not {len(targets)}")
    if len({target.id for target in targets}) != len(targets):
        raise DecisionError("it names a record twice")
    if kind in {"join", "split"} and any(target.kind != "entities" for target in targets):
        raise DecisionError(f"only people, bodies, places … of `onrecord who` can be {kind}ed")
    if kind == "undo" and any(target.kind != "decisions" for target in targets):
        raise DecisionError("only a decision can be undone; give its id (onrecord decisions)")
    if kind != "undo" and any(target.kind == "decisions" for target in targets):
        raise DecisionError("a decision can only be undone")
    if kind in {"wrong", "right"} and any(target.kind == "pages" for target in targets):
        raise DecisionError("a page is neither right nor wrong; mark its records, or add a note")


def _check_value(
    kind: str, targets: Sequence[Target], field: str | None, value: str | None
) -> None:
    if (value is not None) != (kind in _VALUED) or (field is not None) != (kind == "set"):
        raise DecisionError(f"a {kind} has {'a' if kind in _VALUED else 'no'} value")
    _check_words("the value", value or "", THRESHOLDS.value_chars)
    if kind in _VALUED and not value:
        raise DecisionError(f"the value of a {kind} is empty")
    if kind == "pin" and not is_day(value or ""):
        raise DecisionError(f"{value!r} is no ISO day; write 2019, 2019-05 or 2019-05-03")
    if kind != "set":
        return
    allowed = FIELDS.get(targets[0].kind, ())
    if field not in allowed:
        can = f"; what can be set is {', '.join(allowed)}" if allowed else ""
        raise DecisionError(f"{field!r} of {targets[0].kind} can't be set{can}")
    if field == "day" and not is_day(value or ""):
        raise DecisionError(f"{value!r} is no ISO day; write 2019, 2019-05 or 2019-05-03")
    choices = _CHOICES.get(field)
    if choices is not None and value not in choices:
        raise DecisionError(f"{field} {value!r} is not one of {', '.join(choices)}")


def _check_words(what: str, words: str, most: int) -> None:
    """Raise if words are too long, or hold characters that would act on a terminal or a reader instead of being read."""
    if len(words) > most:
        raise DecisionError(f"{what} is longer than {most} characters")
    if any(not char.isprintable() and char not in _ALLOWED for char in words):
        raise DecisionError(f"{what} holds characters that can't be printed")


def _normalise_spaces(words: str) -> str:
    """Return words with spaces of every kind as plain ones; line ends and tabs stay."""
    return "".join(" " if char.isspace() and char not in "\n\t" else char for char in words)


def _take_text(row: Mapping[str, Any], name: str) -> str | None:
    value = row.get(name)
    if value is not None and not isinstance(value, str):
        raise DecisionError(f"“{name}” is no text")
    return value


def _make_target(row: Mapping[str, Any]) -> Target:
    ident, kind = _take_text(row, "id") or "", _take_text(row, "kind") or ""
    page, text = _take_text(row, "page"), _take_text(row, "text")
    start, end = row.get("start"), row.get("end")
    if not _IDENT.fullmatch(ident) or not _NAME.fullmatch(kind):
        raise DecisionError("a record of “targets” has no id or no kind")
    if any(at is not None and (type(at) is not int or at < 0) for at in (start, end)):
        raise DecisionError("“start” or “end” of a record is no place in a text")
    if (page is not None and not _IDENT.fullmatch(page)) or (
        text is not None and len(text) > THRESHOLDS.words_chars
    ):
        raise DecisionError("the page or the words of a record are not of a story")
    return Target(ident, kind, page, start, end, text)


def _normalise_moment(at: str) -> str:
    match = _MOMENT.fullmatch(at)
    try:
        datetime.fromisoformat(match[1] if match else "")
    except ValueError:
        raise DecisionError(
            f"“at” {at[:40]!r} is no moment in UTC (2026-05-01T12:00:00Z)"
        ) from None
    return f"{match[1]}+00:00" if match else at


def _get_now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
