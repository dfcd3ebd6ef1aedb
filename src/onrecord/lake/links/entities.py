"""Entities over a lake: which pages name the same one, by the rules of `link.entities`, in parts.

In: the entities of a lake and the families of copies. Out: tables `same`, `who` and `entity_links`. Out of scope: the rules.

Entities that are alike in all that the rules ask stand for one another, so that the rules see each name once; twice a name that they may leave
apart from its like ("Rell", where there are several). They are run on each group of names that may be joined. A short name ("Rell", "NMI") that many things hold is ambiguous whichever they are: a few of them stand beside the group, and
are not written with it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from onrecord.lake.links.stages import LinkTask, list_own_pages, run_stage
from onrecord.lake.links.work import (
    LinkWork,
    create_batches,
    fetch_rows,
    store_groups,
    write_records,
    write_rows,
)
from onrecord.lake.spread import Cluster
from onrecord.lake.thresholds import THRESHOLDS
from onrecord.link.entities.same_entity import (
    link_entities,
    link_to_representative,
    list_name_tokens,
)
from onrecord.records import Entity
from onrecord.records.ids import build_content_id
from onrecord.story.lake.layout import list_table_columns
from onrecord.story.lake.reader import LakeStory
from onrecord.story.rows import decode_row

if TYPE_CHECKING:
    import pyarrow as pa

_KEY, _HELD, _ASKED = "key", "held", "asked"


def link_lake_entities(work: LinkWork, cluster: Cluster, shards: list[str]) -> None:
    """Write the tables `same`, `who` and `entity_links`."""
    run_stage(cluster, _write_tokens, work, shards)
    batches = _store_groups_of_names(work)
    write_rows(work.locate_part("joined", "none"), (), _make_schema(name=str, who=str, is_one=bool))
    run_stage(cluster, _join_batch, work, range(batches))
    with work.connect() as connection:
        joined = (
            "SELECT n.entity, CASE WHEN j.is_one THEN j.who ELSE n.entity END AS who"
            f" FROM {work.read('entity_names')} n JOIN {work.read('joined')} j USING (name)"
        )
        work.store(connection, "same", f"{joined} ORDER BY n.entity")
        connection.execute(
            f"CREATE OR REPLACE VIEW same AS SELECT entity, who FROM {work.read('same')}"
        )
        work.store(
            connection,
            "representatives",
            "SELECT e.*, f.family FROM entities e"
            f" JOIN {work.read('families')} f ON f.page = e.page WHERE e.id IN (SELECT who FROM same)",
        )
        work.store(connection, "who", _build_who_sql(work))
    run_stage(cluster, _link_shard, work, shards)


def _write_tokens(task: LinkTask) -> None:
    """Write the name of each of a shard's entities, and by what each name may be joined."""
    work, named, tokens = task.work, [], []
    known: set[str] = set()
    for entity, family in _iter_shard_entities(task):
        name = _identify_name(entity, family)
        named.append({"entity": entity.id, "name": name, "mentions": entity.mentions})
        if name in known:
            continue
        known.add(name)
        found = list_name_tokens(entity, family)
        for role, listed in ((_KEY, found.keys), (_HELD, found.held), (_ASKED, found.asked)):
            tokens += [{"name": name, "role": role, "token": token} for token in sorted(listed)]
    write_rows(
        work.locate_part("entity_names", task.part),
        named,
        _make_schema(entity=str, name=str, mentions=int),
    )
    write_rows(
        work.locate_part("tokens", task.part), tokens, _make_schema(name=str, role=str, token=str)
    )


def _iter_shard_entities(task: LinkTask) -> Iterator[tuple[Entity, str]]:
    """Yield a shard's entities, each with its page's family of copies."""
    with LakeStory(task.work.lake.path, shard=task.part) as story:
        own = set(list_own_pages(task, story))
        rows = story.rows(
            f"SELECT e.*, f.family FROM entities e JOIN {task.work.read('families')} f ON f.page = e.page ORDER BY e.id"
        )
        for row in rows:
            if row["page"] in own:
                yield _decode_entity(row)


def _decode_entity(row: Mapping[str, Any]) -> tuple[Entity, str]:
    """Return the entity of a row that holds more than its columns, with its page's family of copies."""
    columns = {name: row[name] for name, _ in list_table_columns("entities")}
    return decode_row(Entity, columns), row["family"]


def _identify_name(entity: Entity, family: str) -> str:
    """Return what stands for all entities of one type and names; a role is one in its family of copies alone."""
    inside = family if entity.type == "role" else ""
    return build_content_id("s", entity.type, entity.name, entity.names, inside)


def _store_groups_of_names(work: LinkWork) -> int:
    """Write which names are looked at together, in batches, and return how many batches there are."""
    most = THRESHOLDS.ambiguous_names
    with work.connect() as connection:
        connection.execute(f"""
        CREATE TEMP TABLE ranked AS SELECT name, entity, row_number() OVER (PARTITION BY name ORDER BY
          mentions DESC, entity) AS place FROM {work.read("entity_names")};
        CREATE TEMP TABLE names AS SELECT name, entity FROM ranked WHERE place = 1;
        CREATE TEMP TABLE seconds AS SELECT name, entity FROM ranked WHERE place = 2 AND name NOT IN
          (SELECT name FROM {work.read("tokens")} WHERE role = 'key');
        CREATE TEMP TABLE tokens AS SELECT DISTINCT name, role, token FROM {work.read("tokens")};
        """)
        chained = (
            "SELECT a, b FROM (SELECT name AS a, lead(name) OVER (PARTITION BY token ORDER BY name) AS b"
            " FROM tokens WHERE role = 'key') WHERE b IS NOT NULL"
        )
        store_groups(work, connection, "key_groups", chained)
        connection.execute(f"""
        CREATE TEMP TABLE keyed AS SELECT n.name, coalesce(g.root, n.name) AS root
          FROM names n LEFT JOIN {work.read("key_groups")} g ON g.member = n.name;
        CREATE TEMP TABLE holders AS SELECT DISTINCT t.token, k.root FROM tokens t JOIN keyed k USING (name)
          WHERE t.role = 'held' AND t.token IN (SELECT token FROM tokens WHERE role = 'asked');
        CREATE TEMP TABLE ambiguous AS SELECT token FROM holders GROUP BY token HAVING count(*) > {most};
        CREATE TEMP TABLE asked AS SELECT t.token, k.root FROM tokens t JOIN keyed k USING (name)
          WHERE t.role = 'asked';
        CREATE TEMP TABLE beside AS SELECT DISTINCT a.root AS beside, h.root FROM asked a JOIN (
          SELECT token, root, row_number() OVER (PARTITION BY token ORDER BY root) AS place FROM holders
          WHERE token IN (FROM ambiguous)) h USING (token) WHERE h.place <= {most};
        """)
        both = "SELECT token, root FROM asked UNION SELECT token, root FROM holders WHERE token NOT IN (FROM ambiguous)"
        plain = (
            "SELECT a, b FROM (SELECT root AS a, lead(root) OVER (PARTITION BY token ORDER BY root) AS b"
            f" FROM ({both}) WHERE token NOT IN (FROM ambiguous)) WHERE b IS NOT NULL"
        )
        store_groups(work, connection, "groups_of_keys", plain)
        connection.execute(f"""
        CREATE TEMP TABLE placed AS SELECT k.name, k.root, coalesce(g.root, k.root) AS grp
          FROM keyed k LEFT JOIN {work.read("groups_of_keys")} g ON g.member = k.root;
        """)
        batches = create_batches(connection, "placed", "grp")
        # Those who stand beside: one name for each group of keys is enough to make a short name ambiguous.
        work.store(
            connection,
            "grouped_names",
            "SELECT p.name, n.entity, p.grp, d.batch, true AS is_member FROM placed p JOIN"
            " (FROM names UNION ALL FROM seconds) n USING (name) JOIN batches d USING (grp)"
            " UNION ALL SELECT DISTINCT o.name, n.entity, p.grp, d.batch, false FROM beside b"
            " JOIN placed p ON p.root = b.beside JOIN batches d ON d.grp = p.grp JOIN keyed o ON o.root = b.root"
            " JOIN names n ON n.name = o.name JOIN placed q ON q.name = o.name WHERE q.grp <> p.grp",
        )
        return batches


def _join_batch(task: LinkTask) -> None:
    """Run the rules on each group of names of a batch, and write which entity represents each name."""
    work = task.work
    with work.connect() as connection:
        rows = fetch_rows(
            connection,
            f"SELECT g.name AS signature, g.grp, g.is_member, f.family, e.* FROM {work.read('grouped_names')} g"
            f" JOIN entities e ON e.id = g.entity JOIN {work.read('families')} f ON f.page = e.page"
            f" WHERE g.batch = {int(task.part)} ORDER BY g.grp, e.id",
        )
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        groups[row["grp"]].append(row)
    joined = [one for group in groups.values() for one in _join_group(group)]
    write_rows(
        work.locate_part("joined", task.part), joined, _make_schema(name=str, who=str, is_one=bool)
    )


def _join_group(rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    same, _ = link_entities([_decode_entity(row) for row in rows])
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row["is_member"]:
            found[row["signature"]].add(same[row["id"]])
    for name, whos in found.items():
        yield {"name": name, "who": min(whos), "is_one": len(whos) == 1}


def _link_shard(task: LinkTask) -> None:
    """Write the links of a shard's entities to those that represent them."""
    work = task.work
    entities = {entity.id: (entity, family) for entity, family in _iter_shard_entities(task)}
    with work.connect(task.part) as connection:
        rows = fetch_rows(
            connection,
            f"SELECT s.entity AS member, r.* FROM {work.read('same')} s JOIN {work.read('representatives')} r ON r.id = s.who"
            " WHERE s.entity IN (SELECT id FROM entities) AND s.entity <> s.who",
        )
    links = [
        link_to_representative(_decode_entity(row), entities[row["member"]])
        for row in rows
        if row["member"] in entities
    ]
    write_records(work.locate_part("entity_links", task.part), "links", links)


def _build_who_sql(work: LinkWork) -> str:
    """Return the query for the story-wide entities: `story.merged_entities` as SQL, so that no group has to be in memory."""
    columns = ", ".join(
        f'w."{name}"' if name in ("names", "roles", "mentions") else f'r."{name}"'
        for name, _ in list_table_columns("who")
    )
    return f"""
    WITH members AS (SELECT s.who, e.* FROM entities e JOIN same s ON s.entity = e.id),
    named AS (SELECT who, name, sum(greatest(1, mentions - place + 1)) AS used FROM (
      SELECT who, mentions, unnest(from_json(names, '["VARCHAR"]')) AS name,
        generate_subscripts(from_json(names, '["VARCHAR"]'), 1) AS place FROM members) GROUP BY who, name),
    held AS (SELECT who, role, min((id, place)) AS first FROM (
      SELECT who, id, unnest(from_json(roles, '["VARCHAR"]')) AS role,
        generate_subscripts(from_json(roles, '["VARCHAR"]'), 1) AS place FROM members) GROUP BY who, role)
    SELECT {columns} FROM (SELECT m.who, CAST(sum(m.mentions) AS BIGINT) AS mentions,
        coalesce((SELECT CAST(to_json(list(name ORDER BY used DESC, name)) AS VARCHAR) FROM named n WHERE n.who = m.who), '[]') AS names,
        coalesce((SELECT CAST(to_json(list(role ORDER BY first)) AS VARCHAR) FROM held h WHERE h.who = m.who), '[]') AS roles
      FROM members m GROUP BY m.who) w JOIN {work.read("representatives")} r ON r.id = w.who ORDER BY w.who
    """


def _make_schema(**columns: type) -> pa.Schema:
    import pyarrow as pa

    types = {str: pa.string(), int: pa.int64(), bool: pa.bool_()}
    return pa.schema([(name, types[type_]) for name, type_ in columns.items()])
