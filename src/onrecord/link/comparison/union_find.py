"""Union-find: things joined two by two, read as groups."""

from __future__ import annotations

from collections.abc import Iterable


class UnionFind:
    """Disjoint groups of ids."""

    def __init__(self, members: Iterable[str]) -> None:
        self._parent = {member: member for member in members}

    def find(self, member: str) -> str:
        """Return the id that stands for `member`'s group while joining goes on."""
        root = member
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[member] != root:
            self._parent[member], member = root, self._parent[member]
        return root

    def join(self, a: str, b: str) -> None:
        """Make the groups of `a` and `b` one; the smaller id stands for it."""
        first, second = sorted((self.find(a), self.find(b)))
        self._parent[second] = first

    def groups(self) -> list[list[str]]:
        """Return all groups, each sorted, in order of their first ids."""
        found: dict[str, list[str]] = {}
        for member in sorted(self._parent):
            found.setdefault(self.find(member), []).append(member)
        return [found[root] for root in sorted(found)]
