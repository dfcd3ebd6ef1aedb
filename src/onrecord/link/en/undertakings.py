"""Words of undertakings (missions, operations, programmes, deals): head nouns, subjects, and verb stems by role.

In: nothing. Out: word lists, stems as `text_keys.stem` makes them, and parts of patterns. Out of scope: names.

Source: our own lists.
"""

from __future__ import annotations

import re

TRAINING = "training"

UNDERTAKING_KINDS: dict[str, str] = {
    "mission": "mission",
    "operation": "operation",
    "programme": "programme",
    "program": "programme",
    "scheme": "programme",
    "initiative": "programme",
    "project": "programme",
    "campaign": "campaign",
    "effort": "effort",
    "training": "training",
    "deal": "deal",
    "agreement": "deal",
    "accord": "deal",
    "pact": "deal",
}
"""Kind of undertaking by head noun."""
HEAD_PATTERN = (
    "|".join(
        sorted((head for head in UNDERTAKING_KINDS if head != TRAINING), key=len, reverse=True)
    )
    + f"|{TRAINING}"
)
NAME_HEAD_PATTERN = "Mission|Programme|Program|Initiative|Campaign|Accord|Pact|Deal|Project|Scheme"

SUBJECT_PATTERN = (
    r"training|peacekeeping|bombing|aid|relief|rescue|air|trade|peace|ceasefire|counter-\w+|vaccination|housing|"
    r"nuclear|arms|prisoner|combat|rebuilding|reconstruction"
)
MODIFIER_PATTERN = (
    rf"(?:{SUBJECT_PATTERN}|military|new|joint|own|enduring|larger|single|wider|international|multinational|national|enlarged|"
    r"expanded|crucial|professional|small-scale|humanitarian|long-running|flagship|future|enduring|defence|security)"
)
"""Lower-case words between the power that leads and the head noun."""

INTERCHANGEABLE_KINDS = frozenset(
    {"mission", "effort", "training", "operation", "programme", "campaign"}
)
"""Kinds that pages use for the same undertaking; a deal is always called a deal."""

CONTRIBUTION_STEMS = frozenset(
    "send provid contribut giv deploy suppli supply offer doubl commit lend donat fund dispatch pledg".split()
)
"""Stems of verbs by which a party contributes to an undertaking."""
DISPATCH_STEMS = frozenset("send deploy dispatch commit".split())
"""Stems of verbs whose object, where no actor is named, is the actor's own ("British teams could be sent")."""
INCREASE_STEMS = frozenset("expand increas scal rais enlarg grow double".split())
"""Stems of verbs by which a party contributes more, where the object is its own share."""
OWN_SHARE_PATTERN = r"\b(?:contribution|commitment|part|role|share|presence|contingent|support)\b"
SUPPORT_STEMS = frozenset("support join back host lead".split())
"""Stems of verbs by which a party takes part without giving anything countable."""
SUPPORT_TYPES = frozenset({"SUPPORT", "COOPERATE", "AID", "MOBILIZE"})
"""PLOVER roots that such a verb's event must have."""

PHASE_STEMS = frozenset(
    """begin start launch open expand enlarg scal grow increas extend doubl shrink cut halv end complet conclud absorb merg
    replac establish announc suspend paus halt cancel scrap renew clos wind hand tak""".split()
)
"""Stems of verbs that begin, change or end an undertaking."""
PHRASAL_PHASE_STEMS = frozenset({"tak", "hand", "wind"})
"""Of these, stems that do so only with a particle."""
PHASE_PARTICLES = frozenset({"over", "charge", "down", "up"})
"""Particles and nouns with which they do."""

NON_TASK_STEMS = frozenset(
    "cal nam know say hav b be have cost run remain need want expect call name".split()
)
"""Stems of verbs that an undertaking is the subject of without carrying out a task."""

NOUN_PHRASE_BEFORE_VERB = re.compile(
    r"(?:^|[,;:—–]\s|[“\"])(?:The\s|the\s)?(?P<who>[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,3}"
    r"(?:\s(?!(?:was|were|is|are|am|be|been|being|by|of|in|on|at|for|from|with|and|or|who|which|that|not)\b)[a-z][\w-]*)?)"
    r"\s(?:(?:ha[sd]|have|will|would|also|already|now|since|to)\s){0,3}$"
)
"""The noun phrase that opens a clause and ends right before an active verb; before "was sent" there is none."""

TRAINING_VERBS = ("train", "retrain", "mentor")
"""Verbs whose events are trainings."""
TRAINERS = re.compile(r"\b(?:train\w+|instructors?|advisers?|advisors?)\b", re.IGNORECASE)
"""Words for people sent to train others."""
LEADING_FUNCTION_WORD = re.compile(r"^(?:The|A|An|This|Its|In|On|For|And|But)\s+")
"""A capitalised word that opens a sentence and no name."""
RENAMING_CUES = (" called", " named", " known as", " codenamed", " as")
"""What stands between an undertaking and the name given to it."""
