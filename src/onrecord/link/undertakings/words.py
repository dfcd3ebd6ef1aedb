"""Words of undertakings: what they are called, what they are about, and what is done to and by them.

In: nothing. Out: word lists and patterns made of them. Out of scope: names.

Source: our own lists.
"""

from __future__ import annotations

KINDS: dict[str, str] = {
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
"""Head nouns, with the kind of undertaking they make."""
HEADS = (
    "|".join(sorted((head for head in KINDS if head != "training"), key=len, reverse=True))
    + "|training"
)
NAME_HEADS = "Mission|Programme|Program|Initiative|Campaign|Accord|Pact|Deal|Project|Scheme"

SUBJECTS = (
    r"training|peacekeeping|bombing|aid|relief|rescue|air|trade|peace|ceasefire|counter-\w+|vaccination|housing|"
    r"nuclear|arms|prisoner|combat|rebuilding|reconstruction"
)
PLAIN = (
    rf"(?:{SUBJECTS}|military|new|joint|own|enduring|larger|single|wider|international|multinational|national|enlarged|"
    r"expanded|crucial|professional|small-scale|humanitarian|long-running|flagship|future|enduring|defence|security)"
)
"""Lower-case words that may stand between a lead and the head noun."""

ALIKE_KINDS = frozenset({"mission", "effort", "training", "operation", "programme", "campaign"})
"""Kinds that pages use for one another; a deal is always a deal."""

GIVING = frozenset(
    "send provid contribut giv deploy suppli supply offer doubl commit lend donat fund dispatch pledg train".split()
)
"""Stems of deeds by which a party gives to an undertaking."""
SENDING = frozenset("send deploy dispatch commit".split())
"""Deeds whose object, told without a doer, is the doer's own."""
ENLARGING = frozenset("expand increas scal rais enlarg grow double".split())
"""Deeds by which a party gives more, where what it enlarges is its own share."""
OWN_SHARE = r"\b(?:contribution|commitment|part|role|share|presence|contingent|support)\b"
SUPPORTING = frozenset("support join back host lead".split())

PHASES = frozenset(
    """begin start launch open expand enlarg scal grow increas extend doubl shrink cut halv end complet conclud absorb merg
    replac establish announc suspend paus halt cancel scrap renew clos wind hand tak""".split()
)
"""Stems of deeds that make a phase of an undertaking."""

NO_TASKS = frozenset(
    "cal nam know say hav b be have cost run remain need want expect call name".split()
)
"""Stems of what an undertaking does that is no task."""
