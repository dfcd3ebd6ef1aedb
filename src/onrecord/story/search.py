"""Full-text search of a story's passages (SQLite FTS5)."""

from __future__ import annotations

import re

from onrecord.story.store import Story
from onrecord.story.views import Hit

_OPEN, _CLOSE = "\ue000", "\ue001"


def search(story: Story, query: str, *, limit: int = 50, offset: int = 0) -> tuple[Hit, ...]:
    """Return the passages that hold all words of `query`, best first.

    Words in quote marks are a phrase; a final `*` matches beginnings; everything else is plain words.
    A query without any word finds nothing.
    """
    expression = _expression(query)
    if not expression:
        return ()
    sql = f"""
      SELECT s.page, p.title, s.role, s.start, s."end",
        highlight(words, 0, '{_OPEN}', '{_CLOSE}') AS marked
      FROM words JOIN passages s ON s.id = words.rowid JOIN pages p ON p.id = s.page
      WHERE words MATCH :query ORDER BY bm25(words), p.published, s.page, s.start
      LIMIT :limit OFFSET :offset"""
    rows = story.rows(sql, {"query": expression, "limit": limit, "offset": offset})
    return tuple(_hit(**row) for row in rows)


def _expression(query: str) -> str:
    terms = []
    for phrase, word in re.findall(r'["“]([^"“”]+)["”]|(\S+)', query):
        tokens = re.findall(r"\w+", phrase or word)
        if tokens:
            star = "*" if not phrase and word.endswith("*") else ""
            terms.append(f'"{" ".join(tokens)}"{star}')
    return " ".join(terms)


def _hit(page: str, title: str | None, role: str, start: int, end: int, marked: str) -> Hit:
    before, _, rest = marked.partition(_OPEN)
    text, _, after = rest.partition(_CLOSE)
    after = after.replace(_OPEN, "").replace(_CLOSE, "")
    return Hit(page, title, role, start, end, before, text, after)
