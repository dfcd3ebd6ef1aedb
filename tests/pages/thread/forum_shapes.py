"""Pages of forums in the shapes that forum systems write, with words of our own.

Each shape is a frame around the posts and a form of one post; `{n}` is its number, `{who}` who wrote, `{when}`
the day as that system writes it, `{words}` its words. Only what a finder may go by is kept of a system's markup.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Post:
    """What a page must be read to say."""

    who: str
    day: str
    words: str


POSTS = (
    Post("gartenfee", "2018-03-14", "My lemon tree drops all of its leaves since I moved it indoors. The soil is damp and the window faces east. What should I change first?"),
    Post("Old Miller", "2018-03-14", "Less water. Let the top of the pot dry out before you pour anything again, and keep it away from the heater."),
    Post("tom_k", "2018-03-15", "Mine did the same two winters in a row. A cheap lamp above it for ten hours a day helped more than any feed did."),
    Post("gartenfee", "2018-03-17", "Thank you both! I have ordered a lamp and moved the pot to the stairwell, where it is much cooler at night."),
    Post("Birgit77", "2018-03-21", "Do check under the leaves for scale insects as well, they love dry rooms and nobody ever looks there."),
)  # fmt: skip

RANKS = ("Senior Member", "Moderator", "Junior Member", "Senior Member", "Member")
TOWNS = ("Leeds", "Bremen", "Ghent", "Leeds", "Graz")
COUNTS = (1204, 87, 15, 1204, 342)
_MONTHS = ("", "Jan", "Feb", "Mar", "Apr")


@dataclass(frozen=True, slots=True)
class Shape:
    """How a system writes a topic: what is around the posts, one post, and its days."""

    name: str
    post: str
    before: str = ""
    after: str = ""
    when: str = "{month} {d}, {year}, 0{n}:15 PM"
    body: str = ""
    opening: str = ""
    undated: bool = False


def build_page(shape: Shape) -> str:
    """Return a topic's page in `shape`."""
    posts = []
    for n, post in enumerate(POSTS, 1):
        year, month, day = post.day.split("-")
        when = shape.when.format(month=_MONTHS[int(month)], m=int(month), mm=month, d=int(day), dd=day, year=year, n=n, iso=post.day)  # fmt: skip
        form = shape.opening if n == 1 and shape.opening else shape.post
        posts.append(
            form.format(n=n, id=40310 + n, who=post.who, uid=7 + len(post.who), when=when, iso=post.day, words=post.words,
                        rank=RANKS[n - 1], town=TOWNS[n - 1], count=COUNTS[n - 1])
        )  # fmt: skip
    return (
        "<!DOCTYPE html><html lang=en><head><title>Lemon tree loses its leaves - Green Rooms</title></head>"
        f"<body {shape.body}>{_HEAD}{shape.before}{''.join(posts)}{shape.after}{_FOOT}</body></html>"
    )


_HEAD = (
    '<div id="header"><a href="/">Green Rooms</a> <a href="/search">Search</a> <a href="/faq">FAQ</a> <a href="/login">Log in</a></div>'
    '<div class="crumbs"><a href="/">Home</a> &gt; <a href="/indoor">Indoor plants</a></div>'
)
_FOOT = '<div id="footer">All times are GMT. <a href="/privacy">Privacy</a> <a href="/terms">Terms</a></div>'
