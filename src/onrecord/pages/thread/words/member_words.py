"""Words that boards show of a member, and words by which posts quote each other: data only.

In: nothing. Out: patterns over the words of a block. Out of scope: names of elements (`label_words`).
"""

from __future__ import annotations

import re

MEMBER_DETAILS = re.compile(
    r"(?:posts|messages|threads|topics|comments|beiträge|themen|messages?|mensajes|temas|messaggi|mensagens|berichten|posty|inlägg|viestejä|сообщени[йя]"
    r"|join(?:ed| date)|registered|registriert(?: seit)?|member since|mitglied seit|dabei seit|inscrit(?: le)?|inscription|registrado|iscritto dal?|reputation|karma"
    r"|likes received|location|from|wohnort|localisation|ubicación|località|(?:senior|junior|new|full|active|site) member|newbie|moderator|administrator)"
    r"\s*:?\s*[\d.,k]*.{0,24}",
    re.IGNORECASE,
)
"""What boards show of a member: "Posts: 12", "Joined: May 2016", "Senior Member"; matched whole."""

QUOTED_MEMBER = re.compile(
    r"(?:originally posted by|quote from:?|quoting|zitat von|citation de|cita de|citaat van|cytat) (\S.{0,40}?)(?: on .*|:)?"
    r"|(\S.{0,40}?) (?:wrote|said|schrieb|hat geschrieben|a écrit|a dit|escribió|dijo|ha scritto|schreef|napisał\(?a?\)?|skrev)\b.{0,40}:",
    re.IGNORECASE,
)
"""The line over a quotation that names whom it quotes: "Ann wrote:"; either group is the name."""
