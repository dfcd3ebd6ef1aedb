"""Union-find: items joined in pairs, read as disjoint groups."""

from __future__ import annotations

from collections.abc import Iterable


class UnionFind:
    """Disjoint groups of ids."""

    def __init__(self, members: Iterable[str]) -> None:
        self._parent = {member: member for member in members}

    def find(self, member: str) -> str:
        """Return the id that represents `member`'s group at present; later joins may change it."""
        root = member
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[member] != root:
            self._parent[member], member = root, self._parent[member]
        return root

    def join(self, a: str, b: str) -> None:
        """Make one group of those of `a` and `b`; the smaller of their representatives represents it."""
        first, second = sorted((self.find(a), self.find(b)))
        self._parent[second] = first

    def list_groups(self) -> list[list[str]]:
        """Return all groups, each sorted, in order of their first ids."""
        members_by_root: dict[str, list[str]] = {}
        for member in sorted(self._parent):
            members_by_root.setdefault(self.find(member), []).append(member)
        return [members_by_root[root] for root in sorted(members_by_root)]
