"""Roles without a name ("a senior defence source"), as entities or with the person of the page who holds them.

In: a page, the names of each block, and the clusters of names. Out: clusters of roles; role mentions are added to the
clusters of people. Out of scope: roles beside a name.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from onrecord.extract.entities.clusters.name_clusters import NameCluster
from onrecord.extract.entities.clusters.occurrence import Occurrence
from onrecord.extract.entities.clusters.role_holders import find_role_holder
from onrecord.extract.entities.features.role_phrases import find_unnamed_roles
from onrecord.extract.entities.thresholds import THRESHOLDS
from onrecord.language.en.attribution_cues import SAY, TELL
from onrecord.language.names.name_span import NameSpan
from onrecord.language.syntax.token_span import TokenSpan
from onrecord.records import Block, Page


class BlockNames(NamedTuple):
    """A block and the names in it, in order."""

    block: Block
    names: list[NameSpan]


class _Holder(NamedTuple):
    """A person of the page with roles: number of the cluster, roles as written, where the first role is."""

    number: str
    roles: tuple[str, ...]
    start: int


def cluster_roles(
    page: Page, named_blocks: Sequence[BlockNames], clusters: Sequence[NameCluster]
) -> list[NameCluster]:
    """Return the roles that no person of the page holds, one cluster for each role's words.

    A role that one person of the page holds is added to the role mentions of that person's cluster.
    """
    holders = _HolderIndex(_find_holders(clusters))
    by_words: dict[str, NameCluster] = {}
    for block, names in named_blocks:
        for role in _find_roles(block, names):
            start, end = block.span_of(block.doc[role.start], block.doc[role.end - 1])
            text = " ".join(page.text[start:end].split())
            mention = Occurrence(start, end, text, "role", "pattern", None)
            definite = role.start > 0 and block.doc[role.start - 1].lower_ == "the"
            # News states an office first and its holder later; "the minister" only refers back.
            before = start if len(text.split()) == 1 else None
            number = holders.find(text, before, definite=definite)
            if number is not None:
                clusters[int(number)].role_mentions.append(mention)
            else:
                by_words.setdefault(text.lower(), NameCluster()).occurrences.append(mention)
    return list(by_words.values())


class _HolderIndex:
    """The people of a page with roles, asked once for each role's words, however often the page has them."""

    def __init__(self, holders: Iterable[_Holder]) -> None:
        self._holders = sorted(holders, key=lambda holder: holder.start)
        self._found: dict[tuple[str, int, bool], str | None] = {}

    def find(self, role: str, before: int | None, *, definite: bool) -> str | None:
        """Return the number of the cluster of the one who holds `role`, stated before a position of the page if that is given; or None."""
        count = len(self._holders)
        if before is not None:
            count = bisect_left(self._holders, before, key=lambda holder: holder.start)
        if count > THRESHOLDS.compared_names:
            return None
        key = role, count, definite
        if key not in self._found:
            people = [(holder.number, holder.roles) for holder in self._holders[:count]]
            self._found[key] = find_role_holder(role, people, definite=definite)
        return self._found[key]


def _find_holders(clusters: Sequence[NameCluster]) -> Iterator[_Holder]:
    for number, cluster in enumerate(clusters):
        if cluster.roles and cluster.type == "person":
            start = min(name.start for name in cluster.occurrences if name.roles)
            yield _Holder(str(number), cluster.roles, start)


def _find_roles(block: Block, names: Sequence[NameSpan]) -> Iterator[TokenSpan]:
    """Yield the roles of a block that are no part of a person's name, of a longer name, or beside one."""
    doc = block.doc
    named = {
        index
        for name in names
        if name.type == "person" or name.end - name.start > 1
        for index in range(name.start, name.end)
    }
    speaking = frozenset(
        token.i
        for token in doc
        if token.dep_.startswith("nsubj") and token.head.lemma_.lower() in SAY | TELL
    )
    yield from find_unnamed_roles(
        doc, frozenset(named | _find_roles_beside(block, names)), speaking
    )


def _find_roles_beside(block: Block, names: Sequence[NameSpan]) -> set[int]:
    """Return the tokens of the roles beside names."""
    doc = block.doc
    beside: set[int] = set()
    if not any(name.roles for name in names):
        return beside
    text, starts = doc.text, [token.idx for token in doc]
    for name in names:
        for role in name.roles:
            start = text.find(role, max(0, doc[name.start].idx - len(role) - 2))
            first = bisect_left(starts, start)
            beside.update(range(first, bisect_left(starts, start + len(role), first)))
    return beside
