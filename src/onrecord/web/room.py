"""The room: a story's path, the templates, and the lists cached between requests.

In: a visit (a request with its open story). Out: a response. Out of scope: what views choose to show.
"""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from http import HTTPStatus
from pathlib import Path
from threading import Lock, RLock
from typing import Any, TypeVar

from jinja2 import UndefinedError
from starlette.datastructures import QueryParams
from starlette.responses import HTMLResponse, Response

from onrecord._version import __version__
from onrecord.decisions import Standing
from onrecord.errors import OnRecordError
from onrecord.records import Entity, Record
from onrecord.story import UNTITLED, PageHead, Story, open_story
from onrecord.story.decided.corrections import Corrections
from onrecord.web.editing import Forms
from onrecord.web.render import build_environment
from onrecord.web.thresholds import THRESHOLDS

T = TypeVar("T")
_MISSING = object()


@dataclass(frozen=True, slots=True)
class ViewModel:
    """What a view shows: a template's name, the title of the HTML page, and the values for the template."""

    template: str
    title: str
    data: dict[str, Any]
    status: int = 200


class Room:
    """One story's reading room. Holds no story open; safe to use from many threads."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.environment = build_environment()
        self._entries: OrderedDict[Hashable, Any] = OrderedDict()
        self._answers: OrderedDict[str, bytes] = OrderedDict()
        self._answer_bytes = 0
        self._lock, self._build_lock = Lock(), RLock()

    def open(self, seconds: float = THRESHOLDS.sql_seconds) -> Story:
        """Return the story, opened read-only; a question to it may take so many seconds.

        Raises:
            StoreError: if it can't be opened.

        """
        story = open_story(self.path, corrections=self.get_cached("corrections", self._derive))
        story.limit_time(seconds)
        return story

    def build_tag(self, address: str) -> str:
        """Return what tells the answer to an address from every other that it had, or will have, as the story changes (an ETag)."""
        told = repr((__version__, self._read_file_stamps(), address))
        return f'"{sha256(told.encode()).hexdigest()[: THRESHOLDS.tag_chars]}"'

    def find_answer(self, tag: str) -> Response | None:
        """Return the kept answer with this tag, or None."""
        with self._lock:
            kept = self._answers.get(tag)
            if kept is not None:
                self._answers.move_to_end(tag)
        return None if kept is None else HTMLResponse(kept, headers={"ETag": tag})

    def keep_answer(self, tag: str, answer: Response) -> None:
        """Keep an answer that is as good as its tag; the one asked for longest ago makes room."""
        answer.headers["ETag"] = tag
        body = bytes(answer.body)
        with self._lock:
            if len(body) > THRESHOLDS.kept_answer_bytes or tag in self._answers:
                return
            self._answers[tag] = body
            self._answer_bytes += len(body)
            while self._answer_bytes > THRESHOLDS.kept_answer_bytes:
                self._answer_bytes -= len(self._answers.popitem(last=False)[1])

    def get_cached(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return the value of `key`, made by `make` if it is not cached since the story last changed."""
        stamped = (self._read_file_stamps(), key)
        cached: T
        if (cached := self._find_cached(stamped)) is not _MISSING:
            return cached
        # Two readers who ask for the same long list wait while it is made once.
        with self._build_lock:
            if (cached := self._find_cached(stamped)) is not _MISSING:
                return cached
            made = make()
        with self._lock:
            self._entries[stamped] = made
            while len(self._entries) > THRESHOLDS.cached_lists:
                self._entries.popitem(last=False)
        return made

    def render(self, visit: Visit, model: ViewModel) -> Response:
        """Return the HTML of what a view shows."""
        counts = self.get_cached("counts", visit.story.counts)
        template = self.environment.get_template(model.template)
        try:
            html = template.render(
                title=visit.search_name or model.title,
                story_name=visit.story.title or UNTITLED,
                file_name=self.path.name,
                counts=counts,
                decided=len(visit.list_in_force()),
                section=visit.name,
                visit=visit,
                forms=visit.forms,
                **model.data,
            )
        except UndefinedError as error:
            # A row that another refers to is gone: the story looks itself through.
            raise LookupError(str(error)) from error
        return HTMLResponse(html, model.status)

    def render_error(self, path: str, status: int, message: str) -> Response:
        """Return an HTML page that says why there is nothing to show."""
        template = self.environment.get_template("error.html")
        html = template.render(
            title="Not here" if status == HTTPStatus.NOT_FOUND else "Something is wrong",
            story_name=self._find_title(),
            file_name=self.path.name,
            counts={},
            decided=0,
            section="",
            forms=None,
            path=path,
            status=status,
            message=message,
        )
        return HTMLResponse(html, status)

    def _find_title(self) -> str:
        """Return the story's title; a neutral one also where the story can't be read."""
        try:
            with open_story(self.path, as_drawn=True) as story:
                return story.title or UNTITLED
        except OnRecordError:
            return UNTITLED

    def _derive(self) -> Corrections:
        with open_story(self.path) as story:
            return story.corrections

    def _find_cached(self, stamped: Hashable) -> Any:
        with self._lock:
            if stamped not in self._entries:
                return _MISSING
            self._entries.move_to_end(stamped)
            return self._entries[stamped]

    def _read_file_stamps(self) -> tuple[int, ...]:
        stamps: list[int] = []
        # While a build runs, its commits appear in the write-ahead log before they reach the file.
        parts = (self.path / "shards", self.path / "linked")  # of a lake
        for path in (self.path, self.path.with_name(f"{self.path.name}-wal"), *parts):
            try:
                status = path.stat()
            except OSError:
                continue
            stamps += (status.st_mtime_ns, status.st_size)
        return tuple(stamps)


@dataclass(frozen=True, slots=True)
class Visit:
    """One request: the room, the story opened for it, the view's name, and the address in parts.

    `names` are the parameters of the address's path; `has_table` says that the view's rows can be had as a table;
    `anchors` are the spans of its page (or ranges of its bytes) that files of a static room point to; `records_by_id` are records already read in this request;
    `entities` are the story-wide entities of pages' entities already looked up; `cached` are the room's lists already read in it, which stay the same until it ends; `forms` is what forms need, None where
    whoever asks may not decide.
    """

    room: Room
    story: Story
    name: str
    path: str
    query: QueryParams
    names: dict[str, str] = field(default_factory=dict)
    has_table: bool = False
    anchors: tuple[tuple[int, int], ...] = ()
    records_by_id: dict[str, Record] = field(default_factory=dict)
    entities: dict[str, Entity | None] = field(default_factory=dict)
    cached: dict[str, Any] = field(default_factory=dict)
    forms: Forms | None = None

    def list_in_force(self) -> list[Standing]:
        """Return the decisions that hold, oldest first."""
        kept = (one for one in self.story.decisions if one.decision.kind != "undo")
        return [one for one in kept if one.is_in_force]

    def read_field(self, name: str) -> str:
        """Return a field of the address's query, without white space around it; "" if not given."""
        return self.query.get(name, "").strip()

    @property
    def search_name(self) -> str:
        """What whoever made the address calls what it shows; "" if they did not name it."""
        return self.read_field("name_it")[: THRESHOLDS.search_name_chars]

    def get_cached(self, key: str, make: Callable[[], T]) -> T:
        """Return the room's cached value of `key`, the same for the whole request."""
        if key not in self.cached:
            self.cached[key] = self.room.get_cached(key, make)
        value: T = self.cached[key]
        return value

    def get_heads(self) -> dict[str, PageHead]:
        """Return the story's pages by id, in order of publication."""

        def read() -> dict[str, PageHead]:
            # Every view needs them, so nobody gains by an end after some seconds.
            with self.room.open(math.inf) as story:
                return {head.id: head for head in story.heads()}

        return self.get_cached("heads", read)

    def get_publication_day(self, page: str) -> str | None:
        """Return when a page was published, as ISO 8601, or None."""
        dated = self.get_heads()[page].published
        return dated.value if dated else None

    def find_entity(self, entity: str | None) -> Entity | None:
        """Return the story-wide entity of a page's entity (its id), or None."""
        if entity is None:
            return None
        if entity not in self.entities:
            self.load_entities([entity])
        return self.entities[entity]

    def load_entities(self, ids: Iterable[str | None]) -> None:
        """Read which story-wide entities these pages' entities are, for `find_entity`: all at once."""
        missing = {id_ for id_ in ids if id_ is not None and id_ not in self.entities}
        if missing:
            found = self.story.whos(sorted(missing))
            self.entities.update({id_: found.get(id_) for id_ in missing})

    def list_outlets(self) -> tuple[str, ...]:
        """Return the outlets' names in alphabetical order."""

        def sort() -> tuple[str, ...]:
            named = {head.outlet for head in self.get_heads().values() if head.outlet}
            return tuple(sorted(named, key=str.casefold))

        return self.get_cached("outlets", sort)

    def get_list(self, name: str, fields: Iterable[str], make: Callable[[], T]) -> T:
        """Return the room's cached list of this name, the one for what these fields of the address ask."""
        key = (name, *(self.read_field(field) for field in fields))
        return self.room.get_cached(key, make)
