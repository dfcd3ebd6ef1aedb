"""Drawings: charts, networks and maps as SVG files of their own, to be taken away.

In: a template's name and the values for it. Out: SVG that needs no style and no script of the room. Out of scope: what is drawn.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import Any

from starlette.responses import Response

from onrecord._version import __version__
from onrecord.story import UNTITLED
from onrecord.web.room import Visit
from onrecord.web.thresholds import THRESHOLDS


@dataclass(frozen=True, slots=True)
class Drawing:
    """What an SVG shows: a template's name, and the values for it."""

    template: str
    data: dict[str, Any]


def render_drawing(visit: Visit, drawing: Drawing) -> Response:
    """Return the SVG: words are escaped, and it asks for nothing."""
    template = visit.room.environment.get_template(drawing.template)
    text = template.render(
        story_name=visit.story.title or UNTITLED, version=__version__, **drawing.data
    )
    return Response(text, media_type="image/svg+xml")


def wrap_words(text: str) -> list[str]:
    """Return `text` in lines that fit below a drawing; what is too much ends in "…"."""
    return textwrap.wrap(
        text,
        THRESHOLDS.drawing_line_chars,
        max_lines=THRESHOLDS.drawing_lines,
        placeholder=" …",
    )
