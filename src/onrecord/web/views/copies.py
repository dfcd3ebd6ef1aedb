"""Copies: families of pages that are copies or versions of each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.records import Link
from onrecord.story import PageHead
from onrecord.story.tables import Cell
from onrecord.web.list_tables import ListTable
from onrecord.web.paging import paginate
from onrecord.web.room import ViewModel, Visit


@dataclass(frozen=True, slots=True)
class Family:
    """Pages connected by copy and version links, earliest first, with those links; `is_candidate`: for a person to check."""

    heads: list[PageHead]
    links: list[Link]
    is_candidate: bool


def show(visit: Visit) -> ViewModel:
    """Show the families, largest first."""
    all_families = visit.room.get_cached("families", lambda: find_families(visit))
    data = {"listing": paginate(all_families, visit.read_field("page")), "heads": visit.get_heads()}
    return ViewModel("copies.html", "Copies", data)


def list_table(visit: Visit) -> ListTable:
    """Return the pages of every family, each with the number of its family."""
    families = visit.room.get_cached("families", lambda: find_families(visit))
    numbered = [
        (number, family, head)
        for number, family in enumerate(families, start=1)
        for head in family.heads
    ]
    extra: list[dict[str, Cell]] = [
        {"family": number, "to_check": family.is_candidate} for number, family, _ in numbered
    ]
    return ListTable("pages", [head for _, _, head in numbered], extra)


def find_families(visit: Visit) -> list[Family]:
    """Return the families of copies and versions, largest first, then pairs that are candidates."""
    links = [*visit.story.links(kind="copy"), *visit.story.links(kind="version")]
    surely = _group_families(visit, [link for link in links if not link.candidate])
    candidates = [
        family for link in links if link.candidate for family in _group_families(visit, [link])
    ]
    return [*surely, *candidates]


def _group_families(visit: Visit, links: list[Link]) -> list[Family]:
    order = {page: index for index, page in enumerate(visit.get_heads())}
    links = [link for link in links if link.a in order and link.b in order]
    representatives = group_pairs((link.a, link.b) for link in links)
    members: dict[str, list[str]] = {}
    for page in representatives:
        members.setdefault(representatives[page], []).append(page)
    grouped = [
        Family(
            [visit.get_heads()[page] for page in sorted(pages, key=order.__getitem__)],
            [link for link in links if representatives[link.a] == first],
            is_candidate=any(link.candidate for link in links),
        )
        for first, pages in members.items()
    ]
    return sorted(grouped, key=lambda family: (-len(family.heads), order[family.heads[0].id]))


def group_pairs(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return, for each member of `pairs`, the member that represents all it is connected to, directly or not (union-find)."""
    parents: dict[str, str] = {}

    def find_root(name: str) -> str:
        while parents.setdefault(name, name) != name:
            parents[name] = parents[parents[name]]
            name = parents[name]
        return name

    for a, b in pairs:
        parents[find_root(a)] = find_root(b)
    return {name: find_root(name) for name in list(parents)}
