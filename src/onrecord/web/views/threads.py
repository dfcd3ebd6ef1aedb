"""Threads: pages with readers' comments, and one thread as a tree with who answers whom."""

from __future__ import annotations

from collections import Counter

from onrecord.story import PageHead
from onrecord.web.list_tables import ListTable
from onrecord.web.paging import paginate
from onrecord.web.render import get_title
from onrecord.web.room import ViewModel, Visit
from onrecord.web.trees import build_tree, count_replies


def show_list(visit: Visit) -> ViewModel:
    """Show the pages that have comments, longest thread first."""
    listing = paginate(_list_heads(visit), visit.read_field("page"))
    return ViewModel("threads.html", "Threads", {"listing": listing})


def list_table(visit: Visit) -> ListTable:
    """Return the pages that have comments."""
    return ListTable("pages", _list_heads(visit))


def list_comments(visit: Visit) -> ListTable:
    """Return one page's comments.

    Raises:
        NotFound: if there is no such page.

    """
    return ListTable("comments", visit.story.page(visit.names["id"]).thread)


def _list_heads(visit: Visit) -> list[PageHead]:
    heads = [head for head in visit.get_heads().values() if head.comments]
    return sorted(heads, key=lambda head: -head.comments)


def show_one(visit: Visit) -> ViewModel:
    """Show one page's thread.

    Raises:
        NotFound: if there is no such page.

    """
    page = visit.story.page(visit.names["id"])
    authors = Counter(comment.author for comment in page.thread)
    quotes = visit.story.records("quotes", page=page.id)
    head = visit.story.head(page.id)
    data = {
        "head": head,
        "page": page,
        "branches": build_tree(page.thread),
        "pairs": count_replies(page.thread),
        "authors": sorted(
            ((name, count) for name, count in authors.items() if name), key=lambda a: (-a[1], a[0])
        ),
        "unnamed": authors[None],
        "claims": [quote for quote in quotes if getattr(quote, "zone", "") == "comment"],
        "here": None,
        "pointed": None,
    }
    return ViewModel("thread.html", f"Thread under {get_title(head)}", data)
