from __future__ import annotations

from onrecord.link.comparison.union_find import UnionFind


def test_groups_are_sorted_and_hold_every_member() -> None:
    unions = UnionFind("dcba")
    unions.join("d", "b")
    unions.join("b", "c")
    assert unions.list_groups() == [["a"], ["b", "c", "d"]]
    assert unions.find("d") == "b"
