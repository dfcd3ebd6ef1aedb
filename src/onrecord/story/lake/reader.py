"""A lake opened to read as a story.

In: a lake's folder. Out: what `Story` returns, through DuckDB. Out of scope: decisions, seals and whatever else only a story file has.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from threading import Timer
from typing import Any

from onrecord.errors import NotFound, StoreError
from onrecord.records import Comment, Link, Page, Record, Records, Undertaking
from onrecord.story.decided.corrections import NONE
from onrecord.story.file import translate_damage
from onrecord.story.lake.layout import LakeFolder
from onrecord.story.lake.views import EVERY_SHARD, connect_lake
from onrecord.story.rows import ID_LETTERS, decode_page
from onrecord.story.schema import KINDS
from onrecord.story.store import Story
from onrecord.story.views import Hit

ONLY_IN_A_FILE = "a lake is only read: cut a story file out of it with: onrecord build --from"
_KIND_BY_PREFIX = {ID_LETTERS[cls]: kind for kind, cls in KINDS.items()}
"""How the ids of each kind of record begin."""
_NAMED = re.compile(r":([a-z_]+)\b")


class LakeStory(Story):
    """A lake opened read-only, with a story's methods.

    With `shard` only what this shard holds is read. It has no decisions, no seals, no undertakings and no outcomes of promises: these are of a story file, which `onrecord build
    --from` cuts.
    """

    def __init__(self, path: Path, *, shard: str = EVERY_SHARD) -> None:
        self._duckdb = connect_lake(LakeFolder(path), shard)
        super().__init__(path, self._duckdb, NONE)  # type: ignore[arg-type]

    def limit_time(self, seconds: float) -> None:
        """Have each question that takes longer than so many seconds end with a `StoreError`."""
        self._seconds = seconds

    def rows(self, sql: str, parameters: Any = ()) -> list[dict[str, Any]]:
        """Return the rows of a query, written for the story file, as dicts.

        Raises:
            StoreError: if the lake can't be read.

        """
        import duckdb

        timer = self._start_timer()
        try:
            cursor = self._duckdb.execute(*_translate(sql, parameters))
            names = [column[0] for column in cursor.description or ()]
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
        except duckdb.InterruptException as error:
            raise StoreError(f"{self.path}: the question takes too long; ask for less") from error
        except duckdb.Error as error:
            said = " ".join(str(error).split())
            raise StoreError(f"{self.path}: can't be read: DuckDB says: {said}") from error
        finally:
            if timer is not None:
                timer.cancel()

    def register_casefold(self) -> None:
        """Give queries the function `casefold`, Python's own, by which selections compare words."""
        self._duckdb.create_function("casefold", _fold_case, ["varchar"], "varchar")

    def load_pages(
        self, ids: Sequence[str], kinds: Iterable[str] = KINDS
    ) -> dict[str, tuple[Page, Records]]:
        """Return the pages with these ids, each with its records of `kinds`: a few questions for all of them, where `page` asks some for each."""
        from onrecord.pages.source_maps.maps import unpack_map

        found: dict[str, dict[str, list[Record]]] = {id_: {} for id_ in ids}
        for kind, cls in ((kind, KINDS[kind]) for kind in kinds):
            sql = f"SELECT * FROM {kind} WHERE page IN (SELECT unnest(?)) ORDER BY page, start, id"
            for record in self._decode_rows(cls, self.rows(sql, (list(ids),))):
                found[record.evidence.page].setdefault(kind, []).append(record)
        pages: dict[str, tuple[Page, Records]] = {}
        for row in self.rows("SELECT * FROM pages WHERE id IN (SELECT unnest(?))", (list(ids),)):
            own = found[row["id"]]
            thread = tuple(one for one in own.pop("comments", ()) if isinstance(one, Comment))
            with translate_damage(self.path, f"page {row['id']}"):
                packed = row["byte_map"]
                page = decode_page(row, thread, None if packed is None else unpack_map(packed))
            records = {kind: tuple(listed) for kind, listed in own.items()}
            pages[page.id] = page, Records(**records)  # type: ignore[arg-type]
        return pages

    def find_passages(
        self, phrases: Sequence[Sequence[str]], begins: Sequence[bool], *, limit: int, offset: int
    ) -> tuple[Hit, ...]:
        """Return the passages that hold all phrases, those with most of them first.

        Args:
            phrases: words of each phrase, in any case of letters and without regard to marks on them.
            begins: for each phrase whether its last word may go on.
            limit, offset: a slice of them.

        """
        folded = [[_fold(word) for word in phrase] for phrase in phrases]
        wheres = " AND ".join(
            "contains(lower(strip_accents(s.text)), ?)" for words in folded for _ in words
        )
        rows = self.rows(
            'SELECT s.page, p.title, s.role, s.start, s."end", s.text, p.published FROM passages s'
            f" JOIN pages p ON p.id = s.page WHERE {wheres}",
            [word for words in folded for word in words],
        )
        pattern = _build_pattern(folded, begins)
        found = [(hits, row) for row in rows if (hits := _match_all(row["text"], pattern))]
        found.sort(
            key=lambda one: (
                -len(one[0]),
                one[1]["published"] or "",
                one[1]["page"],
                one[1]["start"],
            )
        )
        return tuple(_build_hit(row, hits) for hits, row in found[offset : offset + limit])

    def copy_to(self, connection: object) -> None:
        """Refuse: a lake is no file to be copied."""
        del connection
        raise StoreError(f"{self.path}: {ONLY_IN_A_FILE} {self.path} -o STORY")

    def list_changes(self) -> list[Any]:
        """Return nothing: a lake has no seals."""
        return []

    def check_drawn(self, record: Record) -> None:
        """Do nothing: a lake has no seals to compare with."""

    def chain(self) -> str | None:
        """Return None: a lake has no seals."""
        return None

    def target(self, id: str) -> Any:  # noqa: A002
        """Refuse: decisions are taken in a story file."""
        raise StoreError(
            f"{self.path}: {id} can't be decided on here; {ONLY_IN_A_FILE} {self.path} -o STORY"
        )

    def _read_record(self, id: str, prefix: str) -> Record | Link | Undertaking:  # noqa: A002
        # The beginning of most ids says which table holds them: one is looked through, not nine.
        kind = _KIND_BY_PREFIX.get(id.partition("-")[0])
        if kind is not None:
            rows = self.rows(f"SELECT * FROM {kind} WHERE id = ?", (id,))
            if not rows:
                raise NotFound(f"{self.path}: there is no record {id!r}")
            return self._decode_rows(KINDS[kind], rows)[0]
        return super()._read_record(id, prefix)

    def _raise_if_damaged(self, error: Exception) -> None:
        """Do nothing: which file is damaged DuckDB has said."""

    def _start_timer(self) -> Timer | None:
        if self._seconds == float("inf"):
            return None
        timer = Timer(self._seconds, self._duckdb.interrupt)
        timer.daemon = True
        timer.start()
        return timer


def _translate(sql: str, parameters: Any) -> tuple[str, Any]:
    """Return a query and its values as DuckDB takes them: `$name` for `:name`, only those that are named, no limit as NULL."""
    if not isinstance(parameters, Mapping):
        return sql, list(parameters)
    used: dict[str, Any] = {}

    def name(match: re.Match[str]) -> str:
        value = parameters[match[1]]
        used[match[1]] = None if match[1] == "limit" and value == -1 else value
        return f"${match[1]}"

    return _NAMED.sub(name, sql), used


def _fold_case(text: str) -> str:
    return text.casefold()


def _fold(text: str) -> str:
    """Return text in lower case without marks on letters."""
    plain = "".join(
        c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c)
    )
    return plain or text.lower()


def _build_pattern(
    phrases: Sequence[Sequence[str]], begins: Sequence[bool]
) -> list[re.Pattern[str]]:
    return [
        re.compile(
            r"(?<![^\W_])"
            + r"[\W_]+".join(map(re.escape, words))
            + (r"[^\W_]*" if goes_on else r"(?![^\W_])")
        )
        for words, goes_on in zip(phrases, begins, strict=True)
    ]


def _match_all(text: str, patterns: Sequence[re.Pattern[str]]) -> list[tuple[int, int]]:
    """Return where the phrases are in a text (code points), in order; nothing unless each is there."""
    folded, places = _fold_in_place(text)
    found: list[tuple[int, int]] = []
    for pattern in patterns:
        spans = [(places[m.start()], places[m.end() - 1] + 1) for m in pattern.finditer(folded)]
        if not spans:
            return []
        found += spans
    return sorted(found)


def _fold_in_place(text: str) -> tuple[str, list[int]]:
    """Return the text folded, and for each of its characters the place in `text` it comes from."""
    folded: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for one in _iter_folded(character):
            folded.append(one)
            places.append(place)
    return "".join(folded), places


def _iter_folded(character: str) -> Iterator[str]:
    if character.isascii():
        yield character.lower()
        return
    for one in unicodedata.normalize("NFD", character.lower()):
        if not unicodedata.combining(one):
            yield one


def _build_hit(row: Mapping[str, Any], spans: Sequence[tuple[int, int]]) -> Hit:
    text, (start, end) = str(row["text"]), spans[0]
    return Hit(
        row["page"], row["title"], row["role"], row["start"], row["end"],
        text[:start], text[start:end], text[end:],
    )  # fmt: skip
