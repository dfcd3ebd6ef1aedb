"""Selections: which of a story's rows are wanted, said in a few fields.

In: `FIELD=VALUE` as a person writes them. Out: a `Selection`. Out of scope: reading the rows (`selected`).

Fields of different names all have to fit; of several values of one field, one is enough.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from onrecord.errors import ConfigError, NotFound
from onrecord.records import Record
from onrecord.records.commitment import STATES
from onrecord.records.event import STATUSES
from onrecord.story.entity_lookup import find_entity_named
from onrecord.story.schema import KINDS
from onrecord.story.store import Story
from onrecord.story.views import PageHead

FIELDS = ("kind", "who", "outlet", "from", "to", "page", "status", "text")
SELECTABLE_KINDS = ("pages", "skipped", *KINDS, "who", "undertakings", "links", "timeline")
_ALIASES = {"promises": "commitments"}
_ALL_STATUSES = (*STATUSES, *STATES)


@dataclass(frozen=True, slots=True)
class Selection:
    """What is wanted; an empty field wants everything.

    Attributes:
        kinds: of `SELECTABLE_KINDS`.
        who: ids of story-wide entities. outlets: names. pages: ids.
        start, end: first and last day of publication, ISO 8601, may be partial, both inclusive.
        statuses: of events, or states of commitments.
        texts: words to be found in the row's own, in any case of letters.

    """

    kinds: frozenset[str] = frozenset()
    who: frozenset[str] = frozenset()
    outlets: frozenset[str] = frozenset()
    pages: frozenset[str] = frozenset()
    statuses: frozenset[str] = frozenset()
    texts: frozenset[str] = frozenset()
    start: str | None = None
    end: str | None = None

    @property
    def has_filters(self) -> bool:
        """Whether it leaves out rows of the kinds it wants."""
        filled = (self.who, self.outlets, self.pages, self.statuses, self.texts)
        return any(filled) or self.start is not None or self.end is not None

    def has_kind(self, kind: str) -> bool:
        """Return whether rows of this kind are wanted."""
        return not self.kinds or kind in self.kinds

    def has_page(self, head: PageHead | None) -> bool:
        """Return whether a page is one of those wanted, by itself, its outlet and its day."""
        if head is None:
            return not (self.pages or self.outlets or self.start or self.end)
        if self.pages and head.id not in self.pages:
            return False
        if self.outlets and (head.outlet or "").casefold() not in self.outlets:
            return False
        return is_within(head.published.value if head.published else None, self.start, self.end)

    def has_text(self, *words: str | None) -> bool:
        """Return whether one of `words` holds one of the texts wanted."""
        if not self.texts:
            return True
        folded = [one.casefold() for one in words if one]
        return any(text in one for text in self.texts for one in folded)

    def has_status(self, record: Record | None) -> bool:
        """Return whether a record has one of the statuses wanted; what has none has not."""
        own = getattr(record, "status", getattr(record, "state", None))
        return not self.statuses or own in self.statuses


def parse_selection(story: Story, wheres: Iterable[str]) -> Selection:
    """Return the selection that `FIELD=VALUE`s say.

    Raises:
        ConfigError: if a field or a value is not one of those there are.
        NotFound: if the story has no such page or nobody of that name.

    """
    given: dict[str, list[str]] = {name: [] for name in FIELDS}
    for where in wheres:
        name, equals, value = (part.strip() for part in where.partition("="))
        if not equals or not value:
            raise ConfigError(f"--where {where!r}: write it as FIELD=VALUE, as in kind=quotes")
        if name not in given:
            raise ConfigError(f"--where {where!r}: no field {name!r}; there are {_list(FIELDS)}")
        given[name].append(value)
    kinds = frozenset(_ALIASES.get(kind, kind) for kind in given["kind"])
    _check_values("kind", kinds, SELECTABLE_KINDS)
    _check_values("status", given["status"], _ALL_STATUSES)
    return Selection(
        kinds=kinds,
        who=frozenset(find_entity_named(story, name).id for name in given["who"]),
        outlets=frozenset(find_outlet(story, name) for name in given["outlet"]),
        pages=frozenset(story.head(page).id for page in given["page"]),
        statuses=frozenset(given["status"]),
        texts=frozenset(text.casefold() for text in given["text"]),
        start=_read_day("from", given["from"]),
        end=_read_day("to", given["to"]),
    )


def is_within(day: str | None, start: str | None, end: str | None) -> bool:
    """Return whether a day, as partial as it is known, may be from `start` to `end`; an unknown one only where both are None.

    Examples:
        >>> is_within("2016-03", "2016-03-08", None), is_within("2016-04-02T10:00", None, "2016-03")
        (True, False)

    """
    if start is None and end is None:
        return True
    if not day:
        return False
    after = start is None or day[: len(start)] >= start[: len(day)]
    return after and (end is None or day[: len(end)] <= end[: len(day)])


def is_iso_day(written: str) -> bool:
    """Return whether `written` is an ISO day, month or year."""
    try:
        date.fromisoformat(written + "2000-01-01"[len(written) :])
    except ValueError:
        return False
    return len(written) in {4, 7, 10}


def _read_day(name: str, values: list[str]) -> str | None:
    if len(values) > 1:
        raise ConfigError(f"--where {name}=…: given {len(values)} times; give one day")
    for value in values:
        if not is_iso_day(value):
            message = f"--where {name}={value}: {value!r} is no ISO day"
            raise ConfigError(f"{message}; write 2019, 2019-05 or 2019-05-03")
    return values[0] if values else None


def find_outlet(story: Story, name: str) -> str:
    """Return the name of an outlet as a selection holds it.

    Raises:
        NotFound: if no page is of it; its message lists those there are.

    """
    rows = story.rows("SELECT DISTINCT outlet FROM pages WHERE outlet <> ''")
    outlets = {row["outlet"].casefold(): row["outlet"] for row in rows}
    if name.casefold() not in outlets:
        known = _list(sorted(outlets.values())) or "none that is known"
        raise NotFound(f"{story.path}: no page is of outlet {name!r}; there are {known}")
    return name.casefold()


def _check_values(name: str, values: Iterable[str], known: tuple[str, ...]) -> None:
    for value in values:
        if value not in known:
            raise ConfigError(
                f"--where {name}={value}: no {name} {value!r}; there are {_list(known)}"
            )


def _list(names: Iterable[str]) -> str:
    return ", ".join(names)
