"""Pages with a WordPress-like list of comments, with words of our own."""

from __future__ import annotations

from onrecord.pages import page_from_html
from onrecord.records import Comment


def read_thread(*items: str) -> tuple[Comment, ...]:
    body = "<article>" + "<p>The council met on Monday and spoke of the bridge.</p>" * 5
    html = f"<html><body>{body}</article><ol class='comments'>{''.join(items)}</ol></body></html>"
    return page_from_html(html.encode(), url="https://news.example/bridge").thread


def build_item(name: str, words: str, *, note: str = "") -> str:
    return (
        f'<li class="comment even" id="comment-{len(name)}"><cite class="fn"><a href="/readers/{name}">{name}</a></cite>'
        f'<span class="date">13 May 2016</span>{note}<div class="comment-text">{words}</div></li>'
    )
