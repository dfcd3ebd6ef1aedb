"""Copies: families of pages that are copies or versions of each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.records import Link
from onrecord.story import PageHead
from onrecord.web.paging import paged
from onrecord.web.room import Sheet, Visit


@dataclass(frozen=True, slots=True)
class Family:
    """Pages joined by copy and version links, earliest first, with those links."""

    heads: list[PageHead]
    links: list[Link]


def show(visit: Visit) -> Sheet:
    """Show the families, largest first."""
    found = visit.room.remember("families", lambda: families(visit))
    data = {"sheet": paged(found, visit.asked("page")), "heads": visit.heads()}
    return Sheet("copies.html", "Copies", data)


def families(visit: Visit) -> list[Family]:
    """Return the families of copies and versions, largest first."""
    links = [*visit.story.links(kind="copy"), *visit.story.links(kind="version")]
    order = {page: index for index, page in enumerate(visit.heads())}
    links = [link for link in links if link.a in order and link.b in order]
    leader = joined((link.a, link.b) for link in links)
    members: dict[str, list[str]] = {}
    for page in leader:
        members.setdefault(leader[page], []).append(page)
    made = [
        Family(
            [visit.heads()[page] for page in sorted(pages, key=order.__getitem__)],
            [link for link in links if leader[link.a] == first],
        )
        for first, pages in members.items()
    ]
    return sorted(made, key=lambda family: (-len(family.heads), order[family.heads[0].id]))


def joined(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return, for each member of `pairs`, one member that stands for all it is joined to."""
    parents: dict[str, str] = {}

    def root(name: str) -> str:
        while parents.setdefault(name, name) != name:
            parents[name] = parents[parents[name]]
            name = parents[name]
        return name

    for a, b in pairs:
        parents[root(a)] = root(b)
    return {name: root(name) for name in list(parents)}
