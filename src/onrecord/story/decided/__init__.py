"""Decisions in the story file, and the one door at which they are applied: views that stand before the tables as a story is read.

In: a connection to a story. Out: what the decisions change, and the views. Out of scope: the records as drawn, which are
never written to.
"""

from __future__ import annotations
