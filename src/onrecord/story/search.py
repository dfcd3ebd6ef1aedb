"""Full-text search of a story's passages (SQLite FTS5; a lake's passages are looked through).

In: words, phrases and beginnings, as a person writes them. Out: passages, best first. Out of scope: SQLite's own syntax
of queries, of which nothing reaches it.
"""

from __future__ import annotations

import re

from onrecord.story.lake.reader import LakeStory
from onrecord.story.store import Story
from onrecord.story.views import Hit

_MATCH_START, _MATCH_END = "\ue000", "\ue001"
"""Private-use characters that SQLite puts around each match."""


def search(story: Story, query: str, *, limit: int = 50, offset: int = 0) -> tuple[Hit, ...]:
    """Return the passages that contain all words of `query`, best first.

    Words in quotation marks are a phrase; a final `*` matches words that begin so; everything else is plain words.
    A query without any word finds nothing.
    """
    expression = _build_match_expression(query)
    if not expression:
        return ()
    if isinstance(story, LakeStory):
        phrases, begins = zip(*_list_terms(query), strict=True)
        return story.find_passages(phrases, begins, limit=limit, offset=offset)
    sql = f"""
      SELECT s.page, p.title, s.role, s.start, s."end",
        highlight(words, 0, '{_MATCH_START}', '{_MATCH_END}') AS marked
      FROM words JOIN passages s ON s.id = words.rowid JOIN pages p ON p.id = s.page
      WHERE words MATCH :query ORDER BY bm25(words), p.published, s.page, s.start
      LIMIT :limit OFFSET :offset"""
    rows = story.rows(sql, {"query": expression, "limit": limit, "offset": offset})
    return tuple(_build_hit(**row) for row in rows)


def _list_terms(query: str) -> list[tuple[tuple[str, ...], bool]]:
    """Return the words of each phrase of a query, and whether the last one may go on."""
    terms = []
    for phrase, word in re.findall(r'["“]([^"“”]+)["”]|(\S+)', query):
        tokens = re.findall(r"[^\W_]+", phrase or word)
        if tokens:
            terms.append((tuple(tokens), not phrase and word.endswith("*")))
    # A word asked for twice finds no more and costs SQLite as much again.
    return list(dict.fromkeys(terms))


def _build_match_expression(query: str) -> str:
    terms = _list_terms(query)
    return " ".join(f'"{" ".join(tokens)}"{"*" if goes_on else ""}' for tokens, goes_on in terms)


def _build_hit(page: str, title: str | None, role: str, start: int, end: int, marked: str) -> Hit:
    before, _, rest = marked.partition(_MATCH_START)
    text, _, after = rest.partition(_MATCH_END)
    after = after.replace(_MATCH_START, "").replace(_MATCH_END, "")
    return Hit(page, title, role, start, end, before, text, after)
