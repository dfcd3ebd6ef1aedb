"""Sphinx settings; the site builds with warnings as errors."""

from __future__ import annotations

from onrecord import __version__

project = "onrecord"
author = "the onrecord authors"
copyright = "2026, the onrecord authors"
release = __version__

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx_click",
]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = "onrecord"
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_class_signature = "mixed"
nitpicky = False
# Two records have a field called `bytes`, which Sphinx takes for the type's name; it names no page.
suppress_warnings = ["ref.python"]
