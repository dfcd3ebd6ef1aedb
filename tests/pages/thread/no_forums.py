"""Pages that repeat blocks with names and days on them, and hold no word of a reader: lists, live reports, events, changes."""

from __future__ import annotations

from collections.abc import Callable

_STORIES = (
    ("Ann Ferris", "14 Mar 2018", "Ferry line to close for the summer", "The harbour office will close the northern line from June while the pier is rebuilt."),
    ("Joe Mandel", "13 Mar 2018", "Council votes on the new school", "Members voted nine to four for the plan after a debate that went on past midnight."),
    ("Kim Osei", "12 Mar 2018", "River level falls after a wet week", "The water stood at two metres on Sunday, down from three and a half on Thursday."),
    ("Lena Roth", "11 Mar 2018", "Market hall opens with forty stalls", "Growers from the valley sell here on three days of the week from now on."),
    ("Joe Mandel", "10 Mar 2018", "Bus drivers to strike for a day", "The union said talks about shifts at night had led to nothing since January."),
)  # fmt: skip
_ARTICLE = (
    "<article>"
    + "<p>The council met on Monday and spoke, at length, of the bridge.</p>" * 4
    + "</article>"
)


def build_page(form: str, before: str = "", after: str = "") -> str:
    posts = [
        form.format(n=n, who=who, slug=who.lower().replace(" ", "-"), when=when, title=title, words=words)
        for n, (who, when, title, words) in enumerate(_STORIES, 1)
    ]  # fmt: skip
    return f"<!DOCTYPE html><html><body>{_ARTICLE}{before}{''.join(posts)}{after}</body></html>"


PAGES: dict[str, Callable[[], str]] = {
    "a blog's index": lambda: build_page(
        '<article class="post-{n} post type-post"><h2 class="entry-title"><a href="/2018/03/{n}/">{title}</a></h2><div class="entry-meta">by <a class="author" href="/author/{slug}/">{who}</a> on <time datetime="2018-03-10">{when}</time></div><div class="entry-summary"><p>{words} <a href="/2018/03/{n}/">Continue reading</a></p></div></article>',
        '<main class="posts">',
        "</main>",
    ),
    "a live report": lambda: build_page(
        '<div class="live-entry" id="entry-{n}"><span class="live-time">{when}, 1{n}:15</span> <span class="live-by">{who}</span><h3>{title}</h3><p>{words}</p></div>',
        '<div class="live-report"><h1>Election night as it happened</h1>',
        "</div>",
    ),
    "events": lambda: build_page(
        '<div class="event"><div class="event-date">{when}</div><h3 class="event-title">{who}</h3><p>{words}</p><a href="/tickets/{n}">Tickets</a></div>',
        '<section class="events">',
        "</section>",
    ),
    "questions often asked": lambda: build_page(
        '<div itemscope itemprop="mainEntity" itemtype="https://schema.org/Question"><h3 itemprop="name">{title}?</h3><div itemscope itemprop="acceptedAnswer" itemtype="https://schema.org/Answer"><div itemprop="text"><p>{words}</p></div></div></div>',
        '<div itemscope itemtype="https://schema.org/FAQPage">',
        "</div>",
    ),
    "people who work here": lambda: build_page(
        '<div class="person"><a href="/people/{slug}"><img src="a.jpg" alt="{who}"></a><h3><a href="/people/{slug}">{who}</a></h3><p>{words}</p></div>',
        '<section class="staff-list"><h1>Our staff</h1>',
        "</section>",
    ),
    "a forum's list of topics": lambda: build_page(
        '<tr class="topic-row"><td><a href="viewtopic.php?t={n}" class="topictitle">{title}</a> by <a href="profile.php?u={n}">{who}</a></td><td>{n} replies</td><td>{when}, 1{n}:15<br>by <a href="profile.php?u=9">Kim</a></td></tr>',
        '<table class="forumline">',
        "</table>",
    ),
    "short reports": lambda: build_page(
        '<div class="brief"><p><strong>{title}</strong></p><p>{words}</p><p class="byline">{who}, {when}</p></div>',
        '<div class="briefs">',
        "</div>",
    ),
    "releases": lambda: build_page(
        '<section><h2>Version 4.{n}</h2><p class="meta">By <a href="/users/{slug}">{who}</a> on {when}</p><div><ul><li>{words}</li></ul></div></section>',
        "<main><h1>All versions</h1>",
        "</main>",
    ),
    "a version's heading before its notes": lambda: build_page(
        '<h3>v4.{n}</h3><p>by <a href="/users/{slug}">{who}</a>, {when}</p><p>{words}</p>',
        "<div><h1>What is new</h1>",
        "</div>",
    ),
    "a list of changes": lambda: build_page(
        '<li>{when}: {words} (<a href="/users/{slug}">{who}</a>)</li>', '<ul class="changelog">', "</ul>"
    ),
    "numbered changes by members, without days": lambda: build_page(
        '<div class="change"><span>#{n}</span><p>{words}</p><a class="username" href="/users/{slug}">{who}</a></div>',
        '<div class="changes">',
        "</div>",
    ),
}  # fmt: skip
