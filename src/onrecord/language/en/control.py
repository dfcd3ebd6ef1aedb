"""Verbs by who does their infinitive, and words that parsers attach wrongly beside verbs.

Source: written for onrecord.
"""

from __future__ import annotations

from typing import Final

SHARES: Final = frozenset(
    {"half", "third", "quarter", "fifth", "tenth", "dozen", "hundred", "thousand", "million"}
)
# Verbs whose "over" parsers take for a preposition ("hand over the camp").
OVER: Final = frozenset({"hand", "take", "turn", "sign"})
# Verbs whose infinitive is done by their object, though parsers take it for an aim of the subject.
OBJECT_CONTROL: Final = frozenset(
    {
        "advise", "allow", "appeal", "ask", "assign", "authorise", "authorize", "beg", "call", "cause",
        "challenge", "command", "compel", "convince", "direct", "enable", "encourage", "exhort", "force",
        "get", "help", "implore", "instruct", "invite", "lead", "mandate", "oblige", "order", "permit",
        "persuade", "press", "pressure", "prompt", "push", "remind", "request", "require", "teach", "tell",
        "tempt", "train", "urge", "want", "warn",
    }
)  # fmt: skip
# Verbs whose infinitive is done by whom a preposition brings in ("called on them to go").
CALLING: Final = {
    "call": frozenset({"on", "upon", "for"}),
    "appeal": frozenset({"to", "for"}),
    "plead": frozenset({"with", "for"}),
    "press": frozenset({"for"}),
    "push": frozenset({"for"}),
    "wait": frozenset({"for"}),
    "arrange": frozenset({"for"}),
    "rely": frozenset({"on", "upon"}),
}
# Verbs whose infinitive is done by their subject though they take an object ("promised them to go").
SUBJECT_CONTROL: Final = frozenset({"promise", "pledge", "vow", "threaten", "agree", "swear"})
