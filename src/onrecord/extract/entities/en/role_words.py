"""Words inside and beside phrases for people by their role.

In: nothing. Out: sets of lower-case words. Out of scope: the roles themselves (`onrecord.language.en.roles`).

Source: our own lists.
"""

from __future__ import annotations

EMPTY_ROLE_WORDS = frozenset(
    """
    new former current then incoming outgoing same other another first next own many several few such more most
    """.split()
)
"""Modifiers before a role that are no part of it."""

SMALL_ROLE_WORDS = frozenset({"the", "a", "an", "of", "for", "and"})
"""Words that two forms of one role may differ in."""

OTHER_OFFICE_MODIFIERS = frozenset(
    {"former", "ex", "ex-", "late", "then", "deputy", "acting", "assistant", "shadow", "vice"}
)
"""Modifiers that make another office, or a past one."""

DEFINITE_DETERMINERS = frozenset({"the", "his", "her", "their", "its"})
"""Determiners after which a bare role is that of one person."""

OVERUSED_ROLES = frozenset({"chief", "general"})
"""Roles that are adjectives as often, and so are weak evidence before a name."""
