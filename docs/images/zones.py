"""Renders how a page is read: one page of the example story, each zone a coloured box with its role.

Run it from the project's folder: `python docs/images/zones.py`; it writes `docs/images/zones.png` with
chromium, which must be installed.
"""

from __future__ import annotations

import html
import subprocess
import tempfile
from pathlib import Path

from onrecord.pages import page_from_html
from onrecord.records import Page

HERE = Path(__file__).parent
PAGE = HERE.parents[1] / "examples" / "northbridge" / "pages" / "harbour-times-2018-09-13.html"
COLOURS = {
    "headline": "#c9ddf7",
    "standfirst": "#d9e8c8",
    "byline": "#f7e3b5",
    "dateline": "#f3d3c2",
    "body": "#ffffff",
    "caption": "#e2d4f0",
    "comment": "#cfeae6",
    "furniture": "#e6e6e6",
}
LONGEST_CHARS = 100
MOST_IN_A_ROW = 2
MOST_BOXES = 18
SIZE = (800, 570)
STYLE = (
    "body{font:14px/1.35 serif;margin:14px;width:760px}"
    "div{border:1px solid #555;margin:3px 0;padding:3px 8px;display:flex;gap:12px}"
    "b{font:12px/1.6 sans-serif;width:78px;flex:none;color:#333}.furniture span{color:#777}"
)


def build_boxes(page: Page) -> list[str]:
    """Return a box for each zone; of more than two of one role in a row the rest are counted."""
    out: list[str] = []
    last, row = "", 0
    for zone in page.zones:
        row = row + 1 if zone.role == last else 1
        last = zone.role
        if row > MOST_IN_A_ROW:
            continue
        words = " ".join(page.text[zone.start : zone.end].split())
        shown = words if len(words) <= LONGEST_CHARS else words[:LONGEST_CHARS].rstrip() + " …"
        out.append(
            f'<div class="{zone.role}" style="background:{COLOURS[zone.role]}">'
            f"<b>{zone.role}</b><span>{html.escape(shown)}</span></div>"
        )
    return out


def main() -> None:
    """Write the picture."""
    page = page_from_html(PAGE.read_bytes())
    shown = f"<meta charset=utf-8><style>{STYLE}</style>{''.join(build_boxes(page)[:MOST_BOXES])}"
    with tempfile.TemporaryDirectory() as folder:
        markup = Path(folder) / "zones.html"
        markup.write_text(shown, encoding="utf-8")
        subprocess.run(
            [  # noqa: S607
                "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
                f"--user-data-dir={folder}/profile", f"--window-size={SIZE[0]},{SIZE[1]}",
                f"--screenshot={HERE / 'zones.png'}", markup.as_uri(),
            ],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip


if __name__ == "__main__":
    main()
