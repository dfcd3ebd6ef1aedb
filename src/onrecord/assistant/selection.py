"""Selection: which records a question is about, as ids in order of publication.

In: filters as an assistant gives them. Out: ids, read from the story file without decoding a record. Out of scope: what is said of them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.errors import ConfigError
from onrecord.link.comparison.day_intervals import read_interval
from onrecord.story import Story

_DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_LIKE_SIGNS = re.compile(r"([%_\\])")
_TEXT_OF = {
    "quotes": "r.text || ' ' || coalesce(json_extract(r.source, '$.text'), '')",
    "figures": "r.text || ' ' || coalesce(json_extract(r.what, '$.text'), '')",
}
"""What of a record of each kind is searched for words; of other kinds the words that support it."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What all questions for records may be narrowed by; None is no filter.

    Attributes:
        about: words, or beginnings of words, all of which the record's words must hold.
        who: name or id of somebody the record must mention, quote or involve.
        published_from, published_to: ISO days, may be partial, both inclusive; undated pages fall out.
        page: only this page's.

    """

    about: str | None = None
    who: str | None = None
    published_from: str | None = None
    published_to: str | None = None
    page: str | None = None


def select_ids(
    story: Story, kind: str, filters: Filters, columns: Mapping[str, str | None] | None = None
) -> list[str]:
    """Return the ids of the records of `kind` that pass, by publication time, undated last, then in order of text.

    Args:
        story: an open story.
        kind: a key of `schema.KINDS`.
        filters: what is asked for.
        columns: column → value it must have; None is no filter.

    Raises:
        ConfigError: if a day of the filters is none.

    """
    values: dict[str, str | None] = {
        name: value for name, value in (columns or {}).items() if value is not None
    }
    wheres = [f'r."{name}" = :{name}' for name in values]
    words = split_words(filters.about)
    for number, word in enumerate(words):
        if word.isascii():  # SQLite knows no other letters' cases
            wheres.append(f"({_TEXT_OF.get(kind, 'r.text')}) LIKE :word{number} ESCAPE '\\'")
            values[f"word{number}"] = _build_pattern(word)
    if filters.who is not None:
        wheres.append(_build_who_clause(kind, find_entities(story, filters.who), values))
    if filters.page is not None:
        wheres.append("r.page = :page_id")
        values["page_id"] = filters.page
    wheres += _build_day_clauses(filters, values)
    where = f"WHERE {' AND '.join(wheres)}" if wheres else ""
    text = _TEXT_OF.get(kind, "r.text") if words else "''"
    sql = (
        f"SELECT r.id, {text} AS text FROM {kind} r JOIN pages p ON p.id = r.page {where}"
        " ORDER BY p.published IS NULL, p.published, p.id, r.start, r.id"
    )
    rows = story.rows(sql, values)
    return [row["id"] for row in rows if has_words(row["text"], words)]


def has_words(text: str, words: Sequence[str]) -> bool:
    """Return whether each of `words` begins a word of `text`.

    Examples:
        >>> has_words("He said so.", ["aid"]), has_words("Trainers left.", ["train"])
        (False, True)

    """
    return all(re.search(rf"(?<!\w){re.escape(word)}", text, re.IGNORECASE) for word in words)


def split_words(about: str | None) -> list[str]:
    """Return the words of a question.

    Examples:
        >>> split_words("the field-hospital"), split_words(None)
        (['the', 'field', 'hospital'], [])

    """
    return re.findall(r"\w+", about or "")


def find_entities(story: Story, name: str) -> list[str]:
    """Return the ids of the story-wide entities of this name or id, most mentioned first."""
    sql = (
        "SELECT id FROM who WHERE id = :name OR EXISTS"
        " (SELECT 1 FROM json_each(who.names) WHERE value = :name COLLATE NOCASE)"
        " ORDER BY mentions DESC, id"
    )
    return [row["id"] for row in story.rows(sql, {"name": name.strip()})]


def check_day(day: str | None) -> None:
    """Raise if `day` is not an ISO day, month or year.

    Raises:
        ConfigError: its message says how a day is written.

    """
    if day is not None and (not _DAY.fullmatch(day) or read_interval(day) is None):
        raise ConfigError(f"{day!r} is no ISO day; write 2019, 2019-05 or 2019-05-03")


def _build_pattern(word: str) -> str:
    """Return SQLite's pattern for text that holds `word`; what it finds is looked at again."""
    return "%" + _LIKE_SIGNS.sub(r"\\\1", word) + "%"


def _build_who_clause(kind: str, ids: list[str], values: dict[str, str | None]) -> str:
    names = []
    for number, id_ in enumerate(ids):
        values[f"who{number}"] = id_
        names.append(f":who{number}")
    within = f"(SELECT record FROM involved WHERE kind = '{kind}' AND who IN ({', '.join(names)}))"
    return f"r.id IN {within}"


def _build_day_clauses(filters: Filters, values: dict[str, str | None]) -> list[str]:
    check_day(filters.published_from)
    check_day(filters.published_to)
    clauses = []
    if filters.published_from is not None:
        # A partial day holds all its days: a page of 2016 may be of 2016-05.
        clauses.append("p.published >= substr(:first, 1, length(p.published))")
        values["first"] = filters.published_from
    if filters.published_to is not None:
        clauses.append("substr(p.published, 1, length(:last)) <= :last")
        values["last"] = filters.published_to
    return clauses
