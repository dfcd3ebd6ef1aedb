"""Verbs by whose act their infinitive is, and verbs whose particle parsers take for a preposition.

In: nothing. Out: frozen sets of lemmas, and a dict from lemma to prepositions. Out of scope: what a governing verb states
of the event (`modals`).

Source: written for onrecord.
"""

from __future__ import annotations

from typing import Final

OVER_PARTICLE_VERBS: Final = frozenset({"hand", "take", "turn", "sign"})
"""Verbs whose particle "over" parsers take for a preposition ("hand over the camp")."""

OBJECT_CONTROL_VERBS: Final = frozenset(
    {
        "advise", "allow", "appeal", "ask", "assign", "authorise", "authorize", "beg", "call", "cause",
        "challenge", "command", "compel", "convince", "direct", "enable", "encourage", "exhort", "force",
        "get", "help", "implore", "instruct", "invite", "lead", "mandate", "oblige", "order", "permit",
        "persuade", "press", "pressure", "prompt", "push", "remind", "request", "require", "teach", "tell",
        "tempt", "train", "urge", "want", "warn",
    }
)  # fmt: skip
"""Verbs whose object is to do the infinitive, though parsers take it for a purpose of the subject ("urged them to go")."""

PREPOSITIONAL_CONTROL: Final = {
    "call": frozenset({"on", "upon", "for"}),
    "appeal": frozenset({"to", "for"}),
    "plead": frozenset({"with", "for"}),
    "press": frozenset({"for"}),
    "push": frozenset({"for"}),
    "wait": frozenset({"for"}),
    "arrange": frozenset({"for"}),
    "rely": frozenset({"on", "upon"}),
}
"""Verb → prepositions that bring in who is to do the infinitive ("called on them to go")."""

SUBJECT_CONTROL_VERBS: Final = frozenset({"promise", "pledge", "vow", "threaten", "agree", "swear"})
"""Verbs whose subject is to do the infinitive though they have an object ("promised them to go")."""
