"""Pages made of a few elements, and what their zones hold."""

from __future__ import annotations

from onrecord.pages import page_from_html
from onrecord.records import Page


def build_page(body: str, head: str = "", **known: str) -> Page:
    """Return the page of an HTML body; `known` is passed on to `page_from_html`."""
    return page_from_html(f"<html><head>{head}</head><body>{body}</body></html>".encode(), **known)


def list_zone_texts(page: Page, role: str) -> list[str]:
    """Return the text of each zone of a role, in order."""
    return [page.text[zone.start : zone.end] for zone in page.zones_of((role,))]
