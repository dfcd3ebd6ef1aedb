"""Words of bylines: what stands before, between and after authors' names.

In English, German, French, Spanish, Portuguese, Italian, Dutch, Swedish, Danish, Norwegian and Polish.
"""

from __future__ import annotations

import re

BYLINE_START = re.compile(
    r"^(?:(?:written|posted|story|words|report) )?(?:by|von|par|por) (?=\S)"
    r"|^(?:di|da|door|af|av|przez) (?-i:(?=[A-ZÀ-ÖØ-Þ]))",
    re.IGNORECASE,
)
"""The beginning of a line that is a byline: "By ", "Words by ", "Door J"."""

SIGNED_BYLINE = re.compile(
    r"(?-i:(?:By|BY|Von|Par|Por|Di|Door|Af|Av)) (?-i:[A-ZÀ-ÖØ-Þ])[^.!?]{2,100}\.?"
)
"""A whole paragraph that is a byline: "By Ann Ode, Valley Correspondent"."""

AFTER_BYLINE = re.compile(
    r"\n|\||\d|@|\s[-–—•·]\s|\b(?:updated|published|posted|last modified)\b"
    r"|,?\s(?:on )?\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
    r"|\b(?:january|february|march|april|june|july|august|september|october|november|december|(?:jan|feb|aug|sept?|oct|nov|dec)\.?)\s\d",
    re.IGNORECASE,
)
"""Where a byline's names end and the date or an address begins."""

NAME_SEPARATOR = re.compile(r"(?<!\s)\s*(?:,|;|\band\b|&|\bund\b|\bet\b|\by\b)\s+")
BEFORE_NAMES = re.compile(
    r"^\s*(?:(?:view |see |show )?(?:all )?(?:posts|articles|stories) (?:by|of)|alle (?:beiträge|artikel) von"
    r"|(?:(?:written|posted|story|words|report|veröffentlicht|geschrieben|publié|écrit|publicado|escrito)\s+)?"
    r"(?:by|von|par|por|di|da|av|af|door|przez))\b:?(?:\s+|$)",
    re.IGNORECASE,
)
"""What stands before the first name: "By", "View all posts by", "Veröffentlicht von"."""

AFTER_NAME = re.compile(r"\s+(?:(?:le|el|il|am|op|em|on|at|den)|[-–—(]?\s*https?://\S*)$")
"""What is left after a name once its date is cut off: "le", "on", an address."""

JOB_TITLE = re.compile(
    r"\b(?:editor|correspondent|reporter|writer|staff|contributor|analyst)s?\b", re.IGNORECASE
)
UNKNOWN_AUTHOR = "Unknown"
"""What publishing systems state where an article has no author."""

GENERIC_AUTHORS = frozenset({"admin", "editor", "staff"})
"""Accounts that publishing systems name as authors, in lower case."""
