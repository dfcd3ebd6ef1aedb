"""Threads: pages with readers' comments, and one thread as a tree with who answers whom."""

from __future__ import annotations

from collections import Counter

from onrecord.web.paging import paged
from onrecord.web.render import title_of
from onrecord.web.room import Sheet, Visit
from onrecord.web.trees import tree, who_answers_whom


def show_list(visit: Visit) -> Sheet:
    """Show the pages that have comments, longest thread first."""
    heads = [head for head in visit.heads().values() if head.comments]
    heads.sort(key=lambda head: -head.comments)
    return Sheet("threads.html", "Threads", {"sheet": paged(heads, visit.asked("page"))})


def show_one(visit: Visit) -> Sheet:
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
        "branches": tree(page.thread),
        "pairs": who_answers_whom(page.thread),
        "authors": sorted(
            ((name, count) for name, count in authors.items() if name), key=lambda a: (-a[1], a[0])
        ),
        "unnamed": authors[None],
        "claims": [quote for quote in quotes if getattr(quote, "zone", "") == "comment"],
        "here": None,
        "pointed": None,
    }
    return Sheet("thread.html", f"Thread under {title_of(head)}", data)
