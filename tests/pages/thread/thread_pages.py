"""Pages with an article and a list of comments, with words of our own."""

from __future__ import annotations

import json

from onrecord.pages import page_from_html
from onrecord.records import Page

BODY = (
    "<article>"
    + "<p>The council met on Monday and spoke, at length, of the bridge.</p>" * 4
    + "</article>"
)
NAMES = ("Ann Lee", "bob_77", "Dr. Emil Novak")
WORDS = (
    "The bridge was closed twice last winter.",
    "I cross it by bike, and it gets worse.",
    "Why not publish what the engineers wrote?",
)


def read_page(html: str, data: object = None) -> Page:
    script = f"<script type='application/ld+json'>{json.dumps(data)}</script>" if data else ""
    source = f"<html><head>{script}</head><body>{BODY}{html}</body></html>"
    return page_from_html(source.encode())


def build_list(kind: str, draw: str) -> str:
    items = "".join(
        draw.replace("NAME", name).replace("WORDS", words).replace("PLACE", str(place))
        for place, (name, words) in enumerate(zip(NAMES, WORDS, strict=True))
    )
    return f'<div class="{kind}">{items}</div>'
