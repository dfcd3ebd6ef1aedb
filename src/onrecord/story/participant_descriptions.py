"""Participants in words: what a list says of who acts, undergoes or promises, which never leads with a bare pronoun.

In: a participant, and its entity if one is known. Out: a short text. Out of scope: which entity a pronoun stands for (extraction decides that).
"""

from __future__ import annotations

from onrecord.records import Entity, Participant

_PRONOUNS = frozenset(
    "he him his himself she her hers herself it its itself they them their theirs themselves i me my mine we us our ours"
    " you your yours who whom whose which that this these those others".split()
)
_THINGS = frozenset("it its itself that this which these those".split())
"""Pronouns that stand for no person."""


def describe_participant(participant: Participant, entity: Entity | None) -> str:
    """Return the words of a participant; a pronoun after the name that it stands for, or after saying that this is not known.

    Examples:
        >>> describe_participant(Participant("She", 0, 3), None)
        'somebody (“She”: who is not known)'

    """
    words = participant.text
    if words.casefold() not in _PRONOUNS:
        return words
    if entity is not None and entity.type != "role":
        return f"{entity.name} (“{words}”)"
    thing, who = ("something", "what") if words.casefold() in _THINGS else ("somebody", "who")
    return f"{thing} (“{words}”: {who} is not known)"


def is_pronoun(words: str) -> bool:
    """Return whether the words of a participant are a pronoun alone."""
    return words.casefold() in _PRONOUNS
