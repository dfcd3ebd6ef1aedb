"""Quotes that rest on one unnamed source: no other page supports them.

In: a story. Out: ids of quotes. Out of scope: whether a claim is true.
"""

from __future__ import annotations

from onrecord.link.comparison.union_find import UnionFind
from onrecord.story.store import Story

_SUPPORTING_LINKS = ("follows", "same_event", "same_figure", "updates")
"""Links between pages that support a claim."""
_ROLE_ONLY_QUOTES = """SELECT q.id FROM quotes q JOIN pages p ON p.id = q.page
  LEFT JOIN same s ON s.entity = json_extract(q.source, '$.entity')
  LEFT JOIN who w ON w.id = s.who
  WHERE q.source LIKE '%"kind":"role"%' AND q.zone NOT IN ('comment', 'headline')
    AND json_extract(q.source, '$.kind') = 'role' AND COALESCE(w.type, 'role') = 'role'
  ORDER BY p.published IS NULL, p.published, p.id, q.start, q.id"""


def list_unsupported_quotes(story: Story) -> list[str]:
    """Return the ids of unnamed sources' quotes that no link of theirs or of their events to another page supports, by day of publication.

    Only a person named by role counts ("a senior official"): a group may be an office that is responsible
    for its words. Readers' comments are not claims of the reporting, headlines shorten who speaks: both are left out.
    """
    supported = _find_supported(story)
    return [row["id"] for row in story.rows(_ROLE_ONLY_QUOTES) if row["id"] not in supported]


def _find_supported(story: Story) -> set[str]:
    """Return the ids of what supporting links connect to another page, and of the quotes that contain such records."""
    # A few columns of every row: reading whole records would take a hundred times as long.
    pairs = story.linked_pairs(*_SUPPORTING_LINKS)
    page_of = {row["id"]: row["page"] for row in story.rows("SELECT id, page FROM kinds")}
    same = UnionFind(sorted({end for pair in pairs for end in pair}))
    for pair in pairs:
        same.join(*pair)
    linked = {
        end
        for group in same.list_groups()
        if len({page_of.get(end) for end in group}) > 1
        for end in group
    }
    quoted: set[str] = set()
    for sql in (
        "SELECT id, said_by AS quote FROM events WHERE said_by IS NOT NULL",
        "SELECT id, according_to AS quote FROM figures WHERE according_to IS NOT NULL",
    ):
        quoted.update(row["quote"] for row in story.rows(sql) if row["id"] in linked)
    return linked | quoted
