"""Holders: whose office "the Defence Secretary" is, where the page says it.

In: roles that stand without a name, and the people of the page with their roles. Out: the one who holds each office,
or nothing. Out of scope: offices that nobody on the page is said to hold, or that two are.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.language.en.roles import PERSON_ROLES, ROLE_ADJECTIVES

_SMALL = frozenset({"the", "a", "an", "of", "for", "and"})
_PAST = frozenset(
    {"former", "ex", "ex-", "late", "then", "deputy", "acting", "assistant", "shadow", "vice"}
)
"""Words that make another office of one, or a past one."""


def holder(words: str, definite: bool, held: Iterable[tuple[str, Sequence[str]]]) -> str | None:
    """Return the key of the one person who holds the office `words`, or None.

    Args:
        words: the role as written ("Defence Secretary").
        definite: whether "the" stands before it; "a minister" is anybody.
        held: (key, roles as written) of each person who may hold it.

    """
    asked = _bare(words)
    if not definite or not asked or asked[-1] not in PERSON_ROLES:
        return None
    if len(asked) == 1 and not words[:1].isupper():
        return _only(asked, held)
    return _only(asked, held) if set(asked) & (PERSON_ROLES | ROLE_ADJECTIVES) else None


def _only(asked: Sequence[str], held: Iterable[tuple[str, Sequence[str]]]) -> str | None:
    """Return the person whose role covers `asked`, if nobody else's role has the same head."""
    heads, covering = set(), set()
    for key, roles in held:
        for role in map(_bare, roles):
            if asked[-1] in role:
                heads.add(key)
                if set(asked) <= set(role) and not (set(role) - set(asked)) & _PAST:
                    covering.add(key)
    if len(covering) != 1 or (len(asked) == 1 and len(heads) > 1):
        return None
    return covering.pop()


def _bare(role: str) -> list[str]:
    return [word for word in role.lower().replace("-", " ").split() if word not in _SMALL]
