"""The story file's tables: plain, with foreign keys, and views for people.

In: nothing. Out: the DDL and the type of each table's records. Out of scope: what is written into them.
"""

from __future__ import annotations

from onrecord.records import (
    Comment,
    Commitment,
    Entity,
    Event,
    Figure,
    Mention,
    Quote,
    Record,
    Time,
)
from onrecord.story.custody_tables import CUSTODY_DDL

APPLICATION_ID = 0x6F6E7263
"""`onrc` in the SQLite header: distinguishes a story from any other database."""
SCHEMA_VERSION = 1

ADDED_COLUMNS = {
    "runs": ("libraries TEXT NOT NULL DEFAULT '{}'",),
    "pages": (
        "stated TEXT NOT NULL DEFAULT '[]'",
        "thread_stated TEXT",
        "drawn_run INTEGER",
        "kind TEXT NOT NULL DEFAULT 'unclear'",
    ),
    "comments": ("author_url TEXT", "state TEXT", "quoted TEXT NOT NULL DEFAULT '[]'"),
    "skipped": ("count INTEGER NOT NULL DEFAULT 1",),
    "figures": ("steps TEXT NOT NULL DEFAULT '[]'", "kind TEXT", "change TEXT", "basis TEXT"),
    "quotes": ("speech TEXT NOT NULL DEFAULT 'said'", "source_pattern TEXT"),
    "events": (
        "alleged_by TEXT",
        "kind TEXT",
        "steps TEXT NOT NULL DEFAULT '[]'",
        "embedding TEXT",
    ),
    "commitments": (
        "strength TEXT",
        "content TEXT",
        "receiver TEXT",
        "condition TEXT",
        "tellings TEXT NOT NULL DEFAULT '[]'",
        "candidate_state TEXT",
    ),
    "links": ("candidate INTEGER NOT NULL DEFAULT 0",),
    "outcomes": ("tellings TEXT NOT NULL DEFAULT '[]'", "candidate_state TEXT"),
    "entities": ("steps TEXT NOT NULL DEFAULT '[]'",),
    "who": ("steps TEXT NOT NULL DEFAULT '[]'",),
}
"""Columns that older stories of this version may lack; they are added when one is opened to write."""

KINDS: dict[str, type[Record]] = {
    "comments": Comment,
    "mentions": Mention,
    "entities": Entity,
    "quotes": Quote,
    "times": Time,
    "figures": Figure,
    "events": Event,
    "commitments": Commitment,
}
"""Tables of records, each with the type of its rows."""

SEALS_TABLE = """CREATE TABLE IF NOT EXISTS seals (
  number INTEGER PRIMARY KEY, run INTEGER NOT NULL, what TEXT NOT NULL, digest TEXT NOT NULL,
  rows BLOB NOT NULL, chain TEXT NOT NULL)"""
"""What each run wrote, as digests (`seals`). Older stories lack it; it is added when one is opened to write."""
DECISIONS_TABLE = """CREATE TABLE IF NOT EXISTS decisions (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, records TEXT NOT NULL, targets TEXT NOT NULL, field TEXT,
  value TEXT, reason TEXT NOT NULL, who TEXT NOT NULL, at TEXT NOT NULL)"""
"""What people decided. It refers to records without foreign keys: a decision outlives its record. Older stories lack it; it is
added when one is opened to write."""

_EVIDENCE_COLUMNS = """
  id TEXT PRIMARY KEY,
  page TEXT NOT NULL REFERENCES pages(id) ON DELETE CASCADE,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  bytes TEXT,
  text TEXT NOT NULL,
  "by" TEXT NOT NULL,
  confidence REAL"""

_KIND_COLUMNS = {
    "comments": """
  "order" INTEGER NOT NULL, author TEXT, author_how TEXT, time_text TEXT, time TEXT,
  edited_text TEXT, parent TEXT, parent_how TEXT, votes INTEGER, cut_short INTEGER NOT NULL,
  author_url TEXT, state TEXT, quoted TEXT NOT NULL DEFAULT '[]'""",
    "mentions": "type TEXT NOT NULL, entity TEXT NOT NULL",
    "entities": """
  type TEXT NOT NULL, name TEXT NOT NULL, names TEXT NOT NULL, roles TEXT NOT NULL,
  mentions INTEGER NOT NULL, steps TEXT NOT NULL DEFAULT '[]'""",
    "quotes": """
  kind TEXT NOT NULL, content TEXT NOT NULL, cue TEXT, source TEXT, via TEXT NOT NULL,
  zone TEXT NOT NULL, negated INTEGER NOT NULL, speech TEXT NOT NULL DEFAULT 'said',
  source_pattern TEXT""",
    "times": """
  type TEXT NOT NULL, value TEXT, anchor TEXT, waits_for TEXT, mod TEXT, steps TEXT NOT NULL""",
    "figures": """
  value REAL, low REAL, high REAL, hedge TEXT, unit TEXT, what TEXT, as_of TEXT, according_to TEXT,
  steps TEXT NOT NULL DEFAULT '[]', kind TEXT, change TEXT, basis TEXT""",
    "events": """
  "trigger" TEXT NOT NULL, type TEXT, mode TEXT, context TEXT NOT NULL, status TEXT NOT NULL,
  negated INTEGER NOT NULL, actors TEXT NOT NULL, targets TEXT NOT NULL, place TEXT, time TEXT,
  said_by TEXT, alleged_by TEXT, kind TEXT, steps TEXT NOT NULL DEFAULT '[]',
  embedding TEXT""",
    "commitments": """
  event TEXT NOT NULL, who TEXT, to_whom TEXT, due TEXT, state TEXT NOT NULL,
  evidence TEXT NOT NULL, strength TEXT, content TEXT, receiver TEXT, condition TEXT,
  tellings TEXT NOT NULL DEFAULT '[]', candidate_state TEXT""",
}

_BASE = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE runs (
  id INTEGER PRIMARY KEY, started TEXT NOT NULL, finished TEXT, version TEXT NOT NULL,
  model TEXT NOT NULL, pages_new INTEGER NOT NULL DEFAULT 0, pages_same INTEGER NOT NULL DEFAULT 0,
  skipped INTEGER NOT NULL DEFAULT 0, libraries TEXT NOT NULL DEFAULT '{}');
CREATE TABLE captures (
  sha256 TEXT PRIMARY KEY, path TEXT NOT NULL, media_type TEXT NOT NULL, charset TEXT, url TEXT,
  fetched TEXT, size INTEGER NOT NULL, data BLOB NOT NULL);
CREATE TABLE pages (
  id TEXT PRIMARY KEY, capture TEXT NOT NULL REFERENCES captures(sha256), path TEXT NOT NULL,
  url TEXT, outlet TEXT, title TEXT, authors TEXT NOT NULL, published TEXT, published_how TEXT,
  updated TEXT, updated_how TEXT, language TEXT, fetched TEXT, text TEXT NOT NULL,
  zones TEXT NOT NULL, byte_map BLOB, drawn TEXT NOT NULL, run INTEGER NOT NULL REFERENCES runs(id),
  stated TEXT NOT NULL DEFAULT '[]', thread_stated TEXT, drawn_run INTEGER,
  kind TEXT NOT NULL DEFAULT 'unclear');
CREATE INDEX pages_drawn ON pages(drawn);
CREATE INDEX pages_published ON pages(published, id);
CREATE TABLE paths (
  path TEXT PRIMARY KEY, page TEXT NOT NULL REFERENCES pages(id) ON DELETE CASCADE) WITHOUT ROWID;
CREATE TABLE skipped (
  path TEXT NOT NULL, reason TEXT NOT NULL, message TEXT NOT NULL, capture TEXT,
  count INTEGER NOT NULL DEFAULT 1, PRIMARY KEY (path, reason)) WITHOUT ROWID;
CREATE TABLE kinds (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL,
  page TEXT REFERENCES pages(id) ON DELETE CASCADE) WITHOUT ROWID;
CREATE INDEX kinds_page ON kinds(page);
CREATE TABLE same (entity TEXT PRIMARY KEY, who TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX same_who ON same(who);
CREATE TABLE involved (
  who TEXT NOT NULL, kind TEXT NOT NULL, record TEXT NOT NULL, PRIMARY KEY (who, kind, record)
) WITHOUT ROWID;
CREATE TABLE links (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, a TEXT NOT NULL, b TEXT NOT NULL, score REAL NOT NULL,
  features TEXT NOT NULL, candidate INTEGER NOT NULL DEFAULT 0);
CREATE INDEX links_a ON links(a);
CREATE INDEX links_b ON links(b);
CREATE TABLE undertakings (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, names TEXT NOT NULL, kind TEXT NOT NULL,
  parties TEXT NOT NULL, contributions TEXT NOT NULL, tasks TEXT NOT NULL, phases TEXT NOT NULL,
  open TEXT NOT NULL, mentions TEXT NOT NULL);
CREATE TABLE outcomes (commitment TEXT PRIMARY KEY, state TEXT NOT NULL, evidence TEXT NOT NULL,
  tellings TEXT NOT NULL DEFAULT '[]', candidate_state TEXT) WITHOUT ROWID;
CREATE TABLE passages (
  id INTEGER PRIMARY KEY, page TEXT NOT NULL REFERENCES pages(id) ON DELETE CASCADE,
  role TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL);
CREATE INDEX passages_page ON passages(page);
CREATE VIRTUAL TABLE words USING fts5(
  text, content='passages', content_rowid='id', tokenize='unicode61 remove_diacritics 2');
CREATE TRIGGER passages_in AFTER INSERT ON passages BEGIN
  INSERT INTO words(rowid, text) VALUES (new.id, new.text); END;
CREATE TRIGGER passages_out AFTER DELETE ON passages BEGIN
  INSERT INTO words(words, rowid, text) VALUES ('delete', old.id, old.text); END;
"""

_VIEWS = """
CREATE VIEW said AS
  SELECT p.published, p.outlet, json_extract(q.source, '$.text') AS source,
    json_extract(q.source, '$.kind') AS source_kind, json_extract(q.cue, '$.text') AS cue,
    json_extract(q.via, '$[0].text') AS through, q.kind, q.text AS words, p.title, q.id, q.page
  FROM quotes q JOIN pages p ON p.id = q.page ORDER BY p.published, q.page, q.start;
CREATE VIEW happenings AS
  SELECT p.published, t.value AS day, e.status, e.negated, e.type,
    json_extract(e.actors, '$[0].text') AS actor, json_extract(e."trigger", '$.text') AS did,
    json_extract(e.targets, '$[0].text') AS target, e.text AS words, p.outlet, p.title, e.id, e.page
  FROM events e JOIN pages p ON p.id = e.page LEFT JOIN times t ON t.id = e.time
  ORDER BY p.published, e.page, e.start;
CREATE VIEW counted AS
  SELECT p.published, f.hedge, f.value, f.low, f.high, f.unit,
    json_extract(f.what, '$.text') AS what, f.text AS words, p.outlet, p.title, f.id, f.page
  FROM figures f JOIN pages p ON p.id = f.page ORDER BY p.published, f.page, f.start;
CREATE VIEW promises AS
  SELECT p.published, COALESCE(o.state, c.state) AS state, json_extract(c.who, '$.text') AS who,
    t.value AS due, c.text AS words, p.outlet, p.title, c.id, c.page
  FROM commitments c JOIN pages p ON p.id = c.page LEFT JOIN outcomes o ON o.commitment = c.id
    LEFT JOIN times t ON t.id = c.due ORDER BY p.published, c.page, c.start;
"""


FILL_INVOLVED = (
    (
        "INSERT OR IGNORE INTO involved"
        " SELECT s.who, 'entities', e.id FROM entities e JOIN same s ON s.entity = e.id"
    ),
    (
        "INSERT OR IGNORE INTO involved"
        " SELECT s.who, 'mentions', m.id FROM mentions m JOIN same s ON s.entity = m.entity"
    ),
    (
        "INSERT OR IGNORE INTO involved SELECT s.who, 'quotes', q.id FROM quotes q"
        " JOIN same s ON s.entity = json_extract(q.source, '$.entity')"
    ),
    (
        "INSERT OR IGNORE INTO involved SELECT s.who, 'events', e.id FROM events e, json_each(e.actors) j"
        " JOIN same s ON s.entity = json_extract(j.value, '$.entity')"
    ),
    (
        "INSERT OR IGNORE INTO involved SELECT s.who, 'events', e.id FROM events e, json_each(e.targets) j"
        " JOIN same s ON s.entity = json_extract(j.value, '$.entity')"
    ),
    (
        "INSERT OR IGNORE INTO involved SELECT s.who, 'commitments', c.id FROM commitments c"
        " JOIN same s ON s.entity = json_extract(c.who, '$.entity')"
    ),
)
"""Statements that fill `involved`: the records in which each story-wide entity is named, quoted or active."""


def build_ddl() -> str:
    """Return the statements that create an empty story."""
    tables = []
    for kind, columns in _KIND_COLUMNS.items():
        tables.append(f"CREATE TABLE {kind} ({_EVIDENCE_COLUMNS},\n  {columns.strip()});")
        tables.append(f"CREATE INDEX {kind}_page ON {kind}(page, start);")
    tables.append("CREATE INDEX mentions_entity ON mentions(entity);")
    tables.append(
        f"CREATE TABLE who ({_EVIDENCE_COLUMNS},\n  {_KIND_COLUMNS['entities'].strip()});"
    )
    added = "".join(
        f"{table.replace('IF NOT EXISTS ', '')};\n" for table in (SEALS_TABLE, DECISIONS_TABLE)
    )
    custody = CUSTODY_DDL.replace(" IF NOT EXISTS", "")
    return _BASE + added + "\n".join(tables) + custody + _VIEWS
