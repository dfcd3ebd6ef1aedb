"""Words of lines that say who wrote and when, in the languages that dates are read in: data only.

In: nothing. Out: sets of lower-case words, parts of patterns, and patterns. Out of scope: how such a line is made
(`attribution_lines`).
"""

from __future__ import annotations

import re

BY = r"(?:by|von|par|por|da|door|av|af|przez|from|de|di|від|от)"
"""Prepositions before an author's name; part of a pattern."""

POSTED = (
    r"(?:submitted|posted|written|commented|added|left|sent|comment|reply|response|review|message|geschrieben|verfasst|erstellt|kommentar|antwort|beitrag"
    r"|posté|écrit|publié|envoyé|commentaire|réponse|publicado|escrito|enviado|comentario|comentário|scritto|inviato|commento|reactie|geplaatst"
    r"|dodane|komentarz|skrevet|postet|skrivet)"
)
"""Participles and nouns before "by": "posted", "comment"; part of a pattern."""

ON = r"(?:on|at|am|le|el|il|op|em|den|vom|kl|um|dnia|the)"
"""Prepositions and articles before a day; part of a pattern."""

SAYS = (
    r"(?:(?:has |had )?(?:wrote|writes|written|said|says|commented|replied|replies|responded|posted|asked)"
    r"|(?:hat )?(?:schrieb|schreibt|geschrieben|sagte?|gesagt|meinte?|gemeint|kommentierte?|kommentiert|antwortete?|geantwortet)"
    r"|a écrit|a dit|a répondu|dit|écrit|escribió|dijo|dice|comentó|respondió|escreveu|disse|diz|ha scritto|ha detto|scrive|dice|schreef|zegt|zei"
    r"|napisał(?:\(a\)|a)?|pisze|skrev|skriver|säger|sier|siger|sanoo|kirjoitti|пишет|написала?|говорит)"
)
"""Reporting verbs after an author's name; part of a pattern."""

TRAILING_CONTROLS = re.compile(
    r"(?:\s*[|,·•–—(\[-]\s*(?:reply|permalink|link|quote|report|antwort(?:en)?|zitieren|melden|répondre|responder|rispondi|reageren|odpowiedz|#)[)\]]?\s*)+$",
    re.IGNORECASE,
)
"""Controls at the end of such a line: "| Reply | Permalink"."""

MEMBER_STATUS = re.compile(
    r"(?:(?<!\s)\s+)?[(\[](?:not verified|unverified|verified|nicht (?:überprüft|verifiziert|registriert)|non vérifié|no verificado|non verificato|não verificado"
    r"|niet gecontroleerd|ikke bekreftet|inte verifierad|niezweryfikowany|visitor|besucher|visiteur|member|mitglied|guest|gast|invité|user|anonym)[)\]]",
    re.IGNORECASE,
)
"""What systems write in brackets behind a name: "(not verified)"."""

NEVER_LAST_IN_NAME = frozenset(
    "in on at the of to and a for since until before after from by im in seit bis nach vor am der die das den en le la el de du since und et y e i og och with mit".split()
)
"""Prepositions, articles and conjunctions that no name ends with."""

DAY_ADVERBS = frozenset("yesterday today just gestern heute hier".split())
"""Words that an age may begin with and need no number after them."""

AGE_OPENERS = frozenset("vor il hace há about almost over a an one för for".split())
"""Words that an age may begin with before its number: "vor", "about"."""

TIMESTAMP_WORDS = frozenset(
    "at um uhr on am pm a p m h the of de del d le el il à a kl klo om op uur o ore alle hrs hours utc gmt cet cest est edt pst pdt mst cst ist bst z t st nd rd"
    " th den vom er em às as die dia den dnia o godz г в года year".split()
)
"""Words that may stand in a day or time, names of months and weekdays aside."""
