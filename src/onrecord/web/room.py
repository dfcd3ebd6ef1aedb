"""The room: a story's path, the templates, and what is remembered between requests.

In: a visit (a request with its open story). Out: a response. Out of scope: what views choose to show.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock, RLock
from typing import Any, TypeVar

from starlette.datastructures import QueryParams
from starlette.responses import HTMLResponse, Response

from onrecord.records import Entity, Record
from onrecord.story import PageHead, Story, open_story
from onrecord.story.source_identification import find_story_entity
from onrecord.web.render import environment

T = TypeVar("T")
_NOTHING = object()
_REMEMBERED = 64
"""How many lists are kept: a reader's last few filters over every view."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a view shows: a template's name, the page's title, and the values it draws."""

    template: str
    title: str
    data: dict[str, Any]
    status: int = 200


class Room:
    """One story's reading room. Holds no story open; safe to use from many threads."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.environment = environment()
        self._memory: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock, self._making = Lock(), RLock()

    def open(self) -> Story:
        """Return the story, opened read-only.

        Raises:
            StoreError: if it can't be opened.

        """
        return open_story(self.path)

    def remember(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what `make` returned for `key` since the story last changed; the last few are kept."""
        stamped = (self._stamp(), key)
        kept: T
        if (kept := self._kept(stamped)) is not _NOTHING:
            return kept
        # Two readers who ask for the same long list wait for one making of it.
        with self._making:
            if (kept := self._kept(stamped)) is not _NOTHING:
                return kept
            made = make()
        with self._lock:
            self._memory[stamped] = made
            while len(self._memory) > _REMEMBERED:
                self._memory.popitem(last=False)
        return made

    def answer(self, visit: Visit, sheet: Sheet) -> Response:
        """Return `sheet` drawn by its template."""
        counts = self.remember("counts", visit.story.counts)
        template = self.environment.get_template(sheet.template)
        html = template.render(
            title=sheet.title,
            story_name=self.path.stem,
            counts=counts,
            section=visit.name,
            visit=visit,
            **sheet.data,
        )
        return HTMLResponse(html, sheet.status)

    def apology(self, path: str, status: int, said: str) -> Response:
        """Return a page that says why there is nothing to show."""
        template = self.environment.get_template("apology.html")
        html = template.render(
            title="Not here" if status == 404 else "Something is wrong",
            story_name=self.path.stem,
            counts={},
            section="",
            path=path,
            status=status,
            said=said,
        )
        return HTMLResponse(html, status)

    def _kept(self, stamped: Hashable) -> Any:
        with self._lock:
            if stamped not in self._memory:
                return _NOTHING
            self._memory.move_to_end(stamped)
            return self._memory[stamped]

    def _stamp(self) -> tuple[int, ...]:
        stamps: list[int] = []
        # Commits of a build that goes on show in the log beside the file first.
        for path in (self.path, self.path.with_name(f"{self.path.name}-wal")):
            try:
                found = path.stat()
            except OSError:
                continue
            stamps += (found.st_mtime_ns, found.st_size)
        return tuple(stamps)


@dataclass(frozen=True, slots=True)
class Visit:
    """One request: the room, the story opened for it, the view's name, and the address in parts.

    `names` are the address's own fields; `known` records already read in this request, by id;
    `kept` the room's lists it has asked for, which are then the same for the whole request.
    """

    room: Room
    story: Story
    name: str
    path: str
    query: QueryParams
    names: dict[str, str] = field(default_factory=dict)
    known: dict[str, Record] = field(default_factory=dict)
    kept: dict[str, Any] = field(default_factory=dict)

    def asked(self, name: str) -> str:
        """Return a field of the address's query, without white space around it; "" if not given."""
        return self.query.get(name, "").strip()

    def keep(self, key: str, make: Callable[[], T]) -> T:
        """Return what the room remembers under `key`, asked of it once a request."""
        if key not in self.kept:
            self.kept[key] = self.room.remember(key, make)
        kept: T = self.kept[key]
        return kept

    def heads(self) -> dict[str, PageHead]:
        """Return the story's pages by id, in order of publication."""
        return self.keep("heads", lambda: {head.id: head for head in self.story.heads()})

    def published(self, page: str) -> str | None:
        """Return when a page was published, as ISO 8601, or None."""
        dated = self.heads()[page].published
        return dated.value if dated else None

    def people(self) -> dict[str, Entity]:
        """Return the story-wide entities by id, most mentioned first."""
        return self.keep("who", lambda: {who.id: who for who in self.story.who()})

    def who(self, entity: str | None) -> Entity | None:
        """Return the story-wide entity that a page's `entity` is, or None."""
        return find_story_entity(self.story, self.people(), entity)

    def outlets(self) -> tuple[str, ...]:
        """Return the outlets' names in order of alphabet."""
        named = {head.outlet for head in self.heads().values() if head.outlet}
        return tuple(sorted(named, key=str.casefold))
