"""Words of bylines: what stands before, between and after authors' names.

In English, German, French, Spanish, Portuguese, Italian, Dutch, Swedish, Danish, Norwegian and Polish.
"""

from __future__ import annotations

import re

BYLINE_START = re.compile(
    r"^(?:(?:written|posted|published|submitted|story|words|report) )?(?:by|von|par|por):? (?=\S)"
    r"|^(?:authors?|autor(?:in)?|auteure?|text) ?: ?(?=\S)"
    r"|^(?:di|da|door|af|av|przez) (?-i:(?=[A-ZÀ-ÖØ-Þ]))",
    re.IGNORECASE,
)
"""The beginning of a line that is a byline: "By ", "Words by ", "Door J"."""

BYLINE_AFTER_DATE = re.compile(
    r"(?<!photo)(?<!photos)(?<!image)(?<!picture)(?<!video)(?<!edited)(?<!reviewed)(?<!checked)(?<!sponsored)(?<!presented)"
    r"(?<=[\w.,:;|)])\s+(?i:by|von|par|por|door|av|przez):?\s+(?P<names>[A-ZÀ-ÖØ-Þ][^.!?]*(?:\.[^.!?]*){0,3})$"
)
"""The name after a day: "3 May 2016 by Ann Ode"."""

PERSON_SHAPE = re.compile(
    r"[A-ZÀ-ÖØ-Þ][\w.'’-]*(?:\s+(?:(?:de|da|di|del|der|van|von|den|la|le|bin|al|el)\s+)*[A-ZÀ-ÖØ-Þ][\w.'’-]*){0,4}"
)
"""A name as persons have it: capitalised words, and particles between them."""

SIGNED_BYLINE = re.compile(
    r"(?-i:(?:By|BY|Von|Par|Por|Di|Door|Af|Av)) (?-i:[A-ZÀ-ÖØ-Þ])[^.!?]{2,100}\.?"
)
"""A whole paragraph that is a byline: "By Ann Ode, Valley Correspondent"."""

AFTER_BYLINE = re.compile(
    r"\n|\||\d|@|\s[-–—•·]\s|\b(?:updated|published|posted|last modified)\b"
    r"|,?\s(?:on )?\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
    r"|\b(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|aug|sept?|oct|nov|dec)\.?)\s\d",
    re.IGNORECASE,
)
"""Where a byline's names end and the date or an address begins."""

NAME_SEPARATOR = re.compile(
    r"(?<!\s)\s*(?:,(?! ?(?:Jr|Sr)\b)|;|&)\s*|(?<!\s)\s+(?:and|with|und|et|y|AND|WITH|And|With)\s+"
)
BEFORE_NAMES = re.compile(
    r"^\s*(?:(?:view |see |show )?(?:all )?(?:posts|articles|stories) (?:by|of)|alle (?:beiträge|artikel) von"
    r"|(?:about )?the author\b:?|about|authors?\s*:|autor(?:in)?\s*:|auteure?\s*:|text\s*:"
    r"|(?:(?:written|posted|published|submitted|story|words|report|veröffentlicht|geschrieben|publié|écrit|publicado|escrito)\s+)?"
    r"(?:by|von|par|por|di|da|av|af|door|przez))\b:?(?:\s+|$)",
    re.IGNORECASE,
)
"""What stands before the first name: "By", "View all posts by", "Veröffentlicht von"."""

AFTER_NAME = re.compile(
    r"(?<!\s)\s+(?:(?:le|el|il|am|op|em|on|at|den)|(?:[-–—(]\s*)?https?://\S*)$"
)
"""What is left after a name once its date is cut off: "le", "on", an address."""

_MONTHS = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?)"
)
_WEEKDAYS = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"

ADDRESS_TOKEN = re.compile(r"(?<![^\s,;()|/])[^\s,;()|/@]*@[^\s,;()|/]*")
"""An e-mail address or the name of an account."""

BRACKETED = re.compile(r"(?:(?<!\s)\s+)?[(\[][^()\[\]]*(?:[)\]]|$)")
"""What stands in brackets beside a name: an outlet, a nickname."""

AFTER_PERSON = re.compile(
    rf"(?:(?<!\s)\s+)?[/|]|\s[-–—•·]\s|(?<!\s)\s+(?:{_WEEKDAYS})\b|(?<!\s)\s+{_MONTHS}\s+\d|(?<!\s)\s+\d{{1,2}}(?:st|nd|rd|th)?\.?\s+{_MONTHS}\b"
    r"|(?<!\s)\s+\d{1,2}[:.]\d\d|(?<!\s)\s+\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|(?<!\s)\s+(?:19|20)\d\d\b|(?<!\s)\s+(?:an?|\d+)\s+\w+\s+ago\b"
    r"|(?<!\s)\s+(?:e-?mail|follow|contact|view (?:bio|profile)|(?:last )?updated|published|posted)\b",
    re.IGNORECASE,
)
"""Where a name ends and something else begins: a slash, a day, a clock, what readers may do."""

PREPOSITION = re.compile(
    r"(?<=\w\s\w|\S\s\S|\S\S\S)(?<=\S)(?:\s+(?i:for)|\s+(?:in|at|on|of|from|IN|AT|ON|OF|FROM|für|aus|pour|para))\s+(?=\S)"
)
"""Where a person writes, or for whom."""

PREPOSITION_AND_DATE = re.compile(rf"(?<!\s)\s+on\s+(?:{_WEEKDAYS}|{_MONTHS}|\d)", re.IGNORECASE)

ORGANISATION_WORD = re.compile(
    r"^(?:the|a)\b|^\S+$|\b(?:office|ministry|department|federation|association|bank|university|institute|council|society|committee|board"
    r"|bureau|agency|union|cent(?:re|er)|foundation|campaign|church|museum|college|school|friends|voice|doctors|reporters"
    r"|students|citizens|women|people|group|network|alliance|coalition|league|order|company|court|government|commission"
    r"|organi[sz]ation|academy|forum|fund|project|programme|program|party|movement|service|services|authority|house|parliament"
    r"|congress|senate|assembly|embassy|chamber|confederation|partnership|initiative|international|national|team|staff|desk"
    r"|editors?|daily|mail|news|times|media|press|watch)\b",
    re.IGNORECASE,
)
"""Words that make a name one of a body, whose "of" and "for" belong to it; a word alone may be the first of one."""

CALENDAR_NAME = re.compile(
    rf"(?:{_MONTHS}|{_WEEKDAYS})(?: \d{{1,2}}(?:st|nd|rd|th)?)?|\d+|updated|published|posted",
    re.IGNORECASE,
)
"""A month, a weekday, a day or a number: alone, no author."""

NOT_A_NAME = re.compile(
    r"(?:special|exclusive|exclusively|for|in|at|from|on|to|via|updated|published|posted|the|an?)\s"
    r"|.*\s(?:news|newspapers?|times|gazette|tribune|herald|press|chronicle|telegraph|magazine|tv|radio|agency|wire|media|service)$",
    re.IGNORECASE,
)
"""What stands between commas beside a name and is none: "special to the Post", "The Post", "Valley News"."""

_JOB_NOUNS = (
    r"(?:editor|correspondent|reporter|writer|staff|contributor|analyst|columnist|journalist)"
)
JOB_TITLE = re.compile(rf"\b{_JOB_NOUNS}s?\b", re.IGNORECASE)
TITLE_AFTER_NAME = re.compile(
    r"(?<=\w\s)(?P<name>\S+)\s+(?:(?:staff|senior|chief|deputy|associate|assistant|managing|contributing|special|guest|political|politics|business|economics"
    r"|sports?|crime|education|health|science|technology|tech|environment|arts|culture|world|foreign|diplomatic|defen[cs]e|security"
    r"|local|city|news|court|legal|home|religion|transport|royal|features|digital|investigations?|data|national|international"
    r"|freelance|community|government|county|state|white house|europe|africa|asia|middle east)\s+){0,3}"
    rf"(?!staff){_JOB_NOUNS}s?$",
    re.IGNORECASE,
)
"""What a person does, written after the name without a comma."""

UNKNOWN_AUTHOR = "Unknown"
"""What publishing systems state where an article has no author."""

GENERIC_AUTHORS = frozenset({"admin", "editor", "staff"})
"""Accounts that publishing systems name as authors, in lower case."""
