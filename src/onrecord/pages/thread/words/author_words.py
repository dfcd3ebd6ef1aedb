"""Words that stand beside or around an author's name: data only.

In: nothing. Out: patterns over words that readers see. Out of scope: whole lines that say who wrote and when
(`attribution_words`).
"""

from __future__ import annotations

import re

TRAILING_SAYS = re.compile(
    r"(?:[\s,·•|–-]+(?:(?:hat )?gesagt|says?|said|wrote|writes|commented|replied|posted|schrieb|schreibt|sagte?|meint|denkt|kommentierte?"
    r"|dit|a (?:dit|écrit)|écrit|dice|dijo|escribió|escreveu|disse|ha (?:detto|scritto)|scrive|zegt|schreef|pisze"
    r"|napisał\(?a?\)?|skriver|sa|пишет|говорит|permalink)(?:\s*(?:…|\.{2,3}))?)?(?:\s+(?:on|at|am|le|el|il|op))?\s*[:,·•|#–-]*$",
    re.IGNORECASE,
)
"""How an author's line goes on after the name: "says:", "schrieb am"."""

AUTHOR_PREFIX = re.compile(
    r"^(?:(?:by|from|posted by|comment by|von|par|por)\s*:?|(?:name|user|username|author|autor|nom|pseudo|nombre|nome|naam)\s*:)\s+",
    re.IGNORECASE,
)
"""What stands before the name in an author's line: "by", "Name:"."""

ANSWERING = re.compile(
    r"(\S.*?)\s+(?:(?:in|as an?) (?:reply|response|answer) to|(?:replied|responded|replying|responding|replies|responds) to"
    r"|(?:als|in) antwort (?:auf|an)|antwortete?t?(?: auf| an)?|en réponse à|a répondu à|répond à|en respuesta a|respondió a|responde a"
    r"|(?:em|como) resposta a|respondeu (?:a|para)|in risposta a|ha risposto a|risponde a|(?:in antwoord|als reactie) op|(?:reageerde|antwoordde) op"
    r"|w odpowiedzi (?:na|do|dla)|odpowiada|som svar (?:till|til|på)|svar(?:ade|te|ede)(?: på)?|в ответ (?:на|пользователю)|ответила?"
    r"|[→➔➜➝▶►▸↪»]|[-=]>)\s+(\S.*)",
    re.IGNORECASE,
)
"""A name, words that say that its bearer answers someone, and whom; matched whole."""

BADGE_WORDS = re.compile(
    r"\(?(?:post |thread |original |article )?(?:author|poster|starter|op)\)?|(?:beitrags|themen)?(?:autor(?:in)?|starter|ersteller)|auteur|autor|autore|admin\w*|mod(?:erator\w*)?"
    r"|staff|team|editor|redaktion|rédaction|verified|pro|vip|premium|subscriber|member|mitglied|gast|guest|author|says|writes|schreibt|sagt",
    re.IGNORECASE,
)
"""What stands beside a name and says what its bearer is on the site; matched whole."""

AROUND_PICTURED_NAME = re.compile(
    r"^(?:(?:user |profile )?(?:avatar|picture|photo|image|profilbild|benutzerbild)\s*(?:of|for|von|de|:)?\s+)"
    r"|(?:['’]s)?\s+(?:user |profile )?(?:avatar|picture|photo|image|profilbild|gravatar)$",
    re.IGNORECASE,
)
"""Words around the name in the alternative text of an author's picture: "Avatar of", "'s photo"."""

NO_PICTURED_NAME = re.compile(
    r"(?:user|your|default|no|member|guest|gast|profile)?[\s'’s-]*(?:avatar|gravatar|picture|photo|image|profile|user|icon|logo|bild)"
    r"|.*\.(?:jpe?g|png|gif|svg|webp)",
    re.IGNORECASE,
)
"""Alternative texts of a picture that name no one: "User avatar", a file's name; matched whole."""
