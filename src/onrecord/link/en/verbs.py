"""Verbs that say too little to identify an event.

Source: our own list; stems as `text_keys.stem` makes them.
"""

from __future__ import annotations

LIGHT_VERB_STEMS = frozenset(
    "be have do make take get go come say tell see want need know think help".split()
)
"""Stems of light verbs: two events are never linked because they share one."""
