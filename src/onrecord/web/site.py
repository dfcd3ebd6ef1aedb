"""The reading room as files: every view that a link leads to, to be opened from a disk, without a server.

In: a story's path and a folder. Out: HTML files with relative links, the tables of the lists, what they load, and nothing of
another host. Out of scope: filters, which need the room served; what a view shows.

Each file holds the room's own Content-Security-Policy, but for `frame-ancestors`, which only a server can set.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from importlib.resources import files
from pathlib import Path, PurePosixPath
from posixpath import relpath
from urllib.parse import parse_qsl, urlencode, urlsplit

from starlette.datastructures import QueryParams
from starlette.routing import compile_path

from onrecord.errors import NotFound, StoreError
from onrecord.pages.sheets.glyphs import has_boxes
from onrecord.records import Comment, Span
from onrecord.story import Story
from onrecord.web.drawings import render_drawing
from onrecord.web.guard import POLICY
from onrecord.web.list_tables import SUFFIXES, ListTable, render_table
from onrecord.web.render import get_title
from onrecord.web.room import Room, ViewModel, Visit
from onrecord.web.thresholds import THRESHOLDS
from onrecord.web.views import DRAWINGS, LIST_TABLES, VIEWS, original

_LINK = re.compile(r'(?P<name>\b(?:href|src|action|data-open)=")(?P<address>/[^"]*)"')
"""An address of the room in its own markup: a page's words can't hold this quotation mark, they are escaped."""
SITE_POLICY = "; ".join(one for one in POLICY.split("; ") if not one.startswith("frame-ancestors"))

Address = tuple[str, str]
"""Path and query, fields in order."""


@dataclass(slots=True)
class _Anchors:
    """What files point to in one page: spans of its text, ranges of its bytes."""

    words: set[tuple[int, int]] = field(default_factory=set)
    bytes: set[tuple[int, int]] = field(default_factory=set)


def write_site(story_path: Path, folder: Path) -> Path:
    """Write the room of the story at `story_path` into `folder`, and return the file to open first.

    Raises:
        StoreError: if the folder can't be written, or holds something else.

    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        first = folder / "index.html"
        if not first.is_file() or "onrecord" not in first.read_text("utf-8", "replace")[:4000]:
            raise StoreError(f"{folder}: holds something else; name a new or empty folder")
    try:
        return _SiteWriter(story_path, folder).write()
    except OSError as error:
        raise StoreError(
            f"{folder}: can't be written ({error.strerror}); name another place"
        ) from error


class _SiteWriter:
    """Follows every link from the front, and writes each view once."""

    def __init__(self, story_path: Path, folder: Path) -> None:
        self._room, self._folder = Room(story_path), folder
        self._room.environment.globals |= {"is_static": True, "static_policy": SITE_POLICY}
        self._views = [(compile_path(path)[0], path, name, view) for path, name, view in VIEWS]
        self._tables = [
            (compile_path(f"{path}.{suffix}")[0], name, suffix, list_table)
            for path, name, list_table in LIST_TABLES
            for suffix in SUFFIXES
        ]
        self._drawings = [(compile_path(path)[0], name, draw) for path, name, draw in DRAWINGS]
        self._listed = {path for path, _, _ in LIST_TABLES}
        self._anchors: dict[str, _Anchors] = {}
        self._comments: dict[str, tuple[Comment, ...]] = {}
        self._with_sheets: dict[str, bool] = {}
        self._seen: set[Address] = set()
        self._waiting: list[Address] = []

    def write(self) -> Path:
        """Write everything and return the front's path."""
        with self._room.open() as story:
            self._note_passages(story)
            self._find(("/", ""))
            self._find(("/search", ""))
            pointed: list[Address] = []
            while self._waiting:
                address = self._waiting.pop()
                self._write_view(story, address)
                pointed += [address] if _is_pointed_into(address) else []
            # Only now is it known which of their words the other files point to.
            for address in pointed:
                self._write_view(story, address)
            self._write_static(story)
        return self._folder / "index.html"

    def _write_view(self, story: Story, address: Address) -> None:
        name = name_file(address)
        content = self._render(story, address)
        if name.suffix == ".html":
            content = self._link_files(story, content.decode(), name).encode()
        path = self._folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)

    def _render(self, story: Story, address: Address) -> bytes:
        path, query = address
        for pattern, name, suffix, list_table in self._tables:
            if match := pattern.fullmatch(path):
                visit = Visit(self._room, story, name, path, QueryParams(query))
                visit.names.update(match.groupdict())
                return self._render_table(visit, list_table, name, suffix)
        for pattern, name, draw in self._drawings:
            if match := pattern.fullmatch(path):
                visit = Visit(self._room, story, name, path, QueryParams(query))
                visit.names.update(match.groupdict())
                return bytes(render_drawing(visit, draw(visit)).body)
        for pattern, template, name, view in self._views:
            if match := pattern.fullmatch(path):
                visit = self._make_visit(
                    story, name, address, match["id"] if "{id}" in template else ""
                )
                return self._render_view(visit, template, view)
        return bytes(self._room.render_error(path, 404, "There is no such page in this room.").body)

    def _render_table(
        self, visit: Visit, list_table: Callable[[Visit], ListTable], name: str, suffix: str
    ) -> bytes:
        return bytes(render_table(visit, list_table(visit), name, suffix).body)

    def _make_visit(self, story: Story, name: str, address: Address, id_: str) -> Visit:
        path, query = address
        anchors = self._anchors.get(id_, _Anchors())
        inside = anchors.bytes if path.endswith("/original") else anchors.words
        is_listed = path in self._listed or path.startswith("/threads/")
        return Visit(
            self._room,
            story,
            name,
            path,
            QueryParams(query),
            names={"id": id_},
            has_table=is_listed,
            anchors=tuple(sorted(inside)),
        )

    def _render_view(
        self, visit: Visit, template: str, view: Callable[[Visit], ViewModel]
    ) -> bytes:
        try:
            if template == "/search":
                model = self._show_search(visit)
            elif template == "/pages/{id}/original" and not self._has_sheets(
                visit.story, visit.names["id"]
            ):
                model = original.show_whole(visit)
            else:
                model = view(visit)
        except NotFound:
            message = "The story holds nothing under this address."
            return bytes(self._room.render_error(visit.path, 404, message).body)
        return bytes(self._room.render(visit, model).body)

    def _show_search(self, visit: Visit) -> ViewModel:
        chars = visit.story.rows("SELECT coalesce(sum(length(text)), 0) AS n FROM passages")[0]["n"]
        is_searchable = chars <= THRESHOLDS.site_search_chars
        return ViewModel("site_search.html", "Search", {"is_searchable": is_searchable})

    def _link_files(self, story: Story, text: str, name: PurePosixPath) -> str:
        """Return HTML with each address of the room as a relative path of its file, and note those to be written."""

        def replace(match: re.Match[str]) -> str:
            target = self._find_target(story, html.unescape(match["address"]))
            return f'{match["name"]}{html.escape(_make_relative(name, target))}"'

        return _LINK.sub(replace, text)

    def _find_target(self, story: Story, address: str) -> str:
        """Return the file of an address, with its fragment, as a path from the site's folder."""
        parts = urlsplit(address)
        if parts.path.startswith("/static/"):
            return parts.path.lstrip("/")
        query = dict(parse_qsl(parts.query))
        fragment = f"#{parts.fragment}" if parts.fragment else ""
        segments = PurePosixPath(parts.path).parts
        if segments[:2] == ("/", "pages") and len(segments) > 2:
            return self._find_place(
                story, segments[2], segments[3:] == ("original",), query, fragment
            )
        wanted = urlencode(sorted((name, value) for name, value in query.items() if value))
        found = parts.path, "" if parts.path == "/search" else wanted
        self._find(found)
        return f"{name_file(found)}{fragment}"

    def _find_place(
        self, story: Story, page: str, of_original: bool, query: dict[str, str], fragment: str
    ) -> str:
        """Return where in a page's file, or its original's, an address points to; and note the place."""
        anchors = self._anchors.setdefault(page, _Anchors())
        span = _read_span(query.get("start"), query.get("end"))
        if of_original and self._has_sheets(story, page):
            found: Address = (f"/pages/{page}/original", self._find_sheet(story, page, query))
            self._find(found)
            return str(name_file(found))
        found = (f"/pages/{page}/original" if of_original else f"/pages/{page}", "")
        self._find(found)
        if span is None:
            return f"{name_file(found)}{'' if fragment == '#words' else fragment}"
        if of_original:
            anchors.bytes.add(span)
            return f"{name_file(found)}#b-{span[0]}-{span[1]}"
        for comment in self._list_comments(story, page):
            if comment.evidence.start <= span[0] < comment.evidence.end:
                return f"{name_file(found)}#{comment.id}"
        anchors.words.add(span)
        return f"{name_file(found)}#w-{span[0]}-{span[1]}"

    def _find_sheet(self, story: Story, page: str, query: dict[str, str]) -> str:
        """Return the query of the sheet that an address of a PDF's original points to."""
        start, _, end = query.get("words", "").partition("-")
        span = _read_span(start, end)
        boxes = story.page(page).boxes_of(Span(*span)) if span else ()
        sheet = str(boxes[0].sheet) if boxes else query.get("sheet", "1")
        return f"sheet={sheet}" if sheet.isdecimal() and sheet != "1" else ""

    def _has_sheets(self, story: Story, page: str) -> bool:
        if page not in self._with_sheets:
            try:
                self._with_sheets[page] = has_boxes(story.page(page))
            except NotFound:
                self._with_sheets[page] = False
        return self._with_sheets[page]

    def _list_comments(self, story: Story, page: str) -> tuple[Comment, ...]:
        if page not in self._comments:
            try:
                self._comments[page] = story.page(page).thread
            except NotFound:
                self._comments[page] = ()
        return self._comments[page]

    def _find(self, address: Address) -> None:
        if address not in self._seen:
            self._seen.add(address)
            self._waiting.append(address)

    def _note_passages(self, story: Story) -> None:
        """Note every passage: the search leads to it."""
        for row in story.rows('SELECT page, start, "end" FROM passages'):
            words = self._anchors.setdefault(row["page"], _Anchors()).words
            words.add((row["start"], row["end"]))

    def _write_static(self, story: Story) -> None:
        folder = self._folder / "static"
        folder.mkdir(parents=True, exist_ok=True)
        for shipped in files("onrecord.web").joinpath("static").iterdir():
            (folder / shipped.name).write_bytes(shipped.read_bytes())
        words = [
            {
                "id": head.id,
                "title": get_title(head),
                "from": _describe_head(head),
                "passages": [],
            }
            for head in story.heads()
        ]
        by_page = {str(one["id"]): one["passages"] for one in words}
        for row in story.rows('SELECT page, start, "end", text FROM passages ORDER BY page, start'):
            passages = by_page[row["page"]]
            assert isinstance(passages, list)
            passages.append([row["start"], row["end"], row["text"]])
        text = f"const SEARCH_WORDS = {json.dumps(words)};\n"
        (folder / "search-words.js").write_text(text, encoding="ascii")


def name_file(address: Address) -> PurePosixPath:
    """Return the file of an address, from the site's folder.

    Examples:
        >>> str(name_file(("/quotes", "page=2"))), str(name_file(("/pages/p-1/original", "")))
        ('quotes-page-2.html', 'originals/p-1.html')

    """
    path, query = address
    suffixes = (*SUFFIXES, "svg")
    suffix = next((f".{one}" for one in suffixes if path.endswith(f".{one}")), ".html")
    stem = path.removesuffix(suffix).strip("/") or "index"
    if stem.startswith("pages/") and stem.endswith("/original"):
        stem = f"originals/{stem.split('/')[1]}"
    if suffix != ".html":
        folder = "drawings" if suffix == ".svg" else "tables"
        stem = f"{folder}/{stem.replace('/', '-')}"
    return PurePosixPath(f"{stem}{_name_query(query)}{suffix}")


def _name_query(query: str) -> str:
    if not query:
        return ""
    fields = dict(parse_qsl(query))
    number = fields.get("page", fields.get("sheet", ""))
    if len(fields) == 1 and number.isascii() and number.isdecimal():
        return f"-{next(iter(fields))}-{number}"
    return f"-{sha256(query.encode()).hexdigest()[: THRESHOLDS.name_hash_chars]}"


def _make_relative(name: PurePosixPath, target: str) -> str:
    path, mark, fragment = target.partition("#")
    return f"{relpath(path, str(name.parent))}{mark}{fragment}"


def _is_pointed_into(address: Address) -> bool:
    """Return whether an address is a page or its original: what other files point into."""
    return address[0].startswith("/pages/")


def _read_span(start: str | None, end: str | None) -> tuple[int, int] | None:
    if start is None or end is None or not (start.isdecimal() and end.isdecimal()):
        return None
    return (int(start), int(end)) if int(start) < int(end) else None


def _describe_head(head: object) -> str:
    outlet = getattr(head, "outlet", None) or "outlet not known"
    published = getattr(head, "published", None)
    return f"{outlet}, {published.value[:10] if published else 'no date'}"
