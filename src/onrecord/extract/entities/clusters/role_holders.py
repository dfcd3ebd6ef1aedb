"""Who holds the office "the Defence Secretary", where the page states it.

In: a role without a name, and the people of the page with their roles. Out: the one who holds it, or None. Out of scope:
offices that nobody on the page holds, or that two people hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.extract.entities.en.role_words import OTHER_OFFICE_MODIFIERS, SMALL_ROLE_WORDS
from onrecord.language.en.roles import PERSON_ROLES, ROLE_ADJECTIVES

PersonRoles = tuple[str, Sequence[str]]
"""The key of a person, and the person's roles as written."""


def find_role_holder(role: str, people: Iterable[PersonRoles], *, definite: bool) -> str | None:
    """Return the key of the one person who holds the office `role`, or None.

    Args:
        role: the role as written ("Defence Secretary").
        people: who may hold it.
        definite: whether "the" stands before it; "a minister" may be anybody.

    """
    words = _split_role(role)
    if not definite or not words or words[-1] not in PERSON_ROLES:
        return None
    if len(words) == 1 and not role[:1].isupper():
        return _find_only_holder(words, people)
    known = not (PERSON_ROLES | ROLE_ADJECTIVES).isdisjoint(words)
    return _find_only_holder(words, people) if known else None


def _find_only_holder(words: Sequence[str], people: Iterable[PersonRoles]) -> str | None:
    """Return the person whose role has all of `words`, if there is one only.

    One word alone ("minister") must not be in the role of anybody else.
    """
    with_same_head, holders = set(), set()
    for key, roles in people:
        for role in map(_split_role, roles):
            if words[-1] in role:
                with_same_head.add(key)
                others = set(role) - set(words)
                if set(words) <= set(role) and not others & OTHER_OFFICE_MODIFIERS:
                    holders.add(key)
    if len(holders) != 1 or (len(words) == 1 and len(with_same_head) > 1):
        return None
    return holders.pop()


def _split_role(role: str) -> list[str]:
    return [word for word in role.lower().replace("-", " ").split() if word not in SMALL_ROLE_WORDS]
