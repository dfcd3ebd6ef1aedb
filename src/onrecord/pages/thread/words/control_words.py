"""Words of links, buttons and their remains on comments: data only.

In: nothing. Out: patterns over words that readers see, matched whole. Out of scope: names of elements (`label_words`), notices
about a comment (`notice_words`).
"""

from __future__ import annotations

import re

CONTROL_WORDS = re.compile(
    r"(?:(?:reply|respond|quote|report|flag|share|like|dislike|unlike|edit|delete|permalink|link|translate"
    r"|log in to reply|reply to this(?: comment)?|show replies|hide replies|load more|back to top|top"
    r"|antworten?|zitieren|melden|gefällt mir|gefällt mir nicht|liken|teilen|löschen|bearbeiten|zum antworten anmelden"
    r"|répondre|signaler|partager|j['’]aime|citer|responder|denunciar|compartir|me gusta|rispondi|segnala"
    r"|beantwoorden|reageren|odpowiedz|svara|svar|vastaa|ответить|цитировать|返信|回复|답글)\s*[↓↑→»:|·#()0-9]*\s*)+"
    r"|[↓↑→←»«·•|/#,;:()\[\]–—-]+|\d{1,4}",
    re.IGNORECASE,
)
"""Words of links and buttons on a comment; signs and counts that stand alone."""

REPLY_WORDS = re.compile(
    r"(?:reply|quote|respond|report|antwort(?:en)?|zitat|zitieren|melden|répondre|citer|signaler|responder|citar|denunciar|rispondi|cita"
    r"|segnala|reageren|beantwoorden|citeren|odpowiedz|cytuj|ответить|цитировать|svara|citera|svar|citér|vastaa|lainaa|responde)\b.{0,24}",
    re.IGNORECASE,
)
"""Words of links to answer what a reader wrote, quote it, or report it."""

CUT_SHORT_WORDS = re.compile(
    r"(?:…|\.\.\.)?\s*(?:(?:continue reading|expand)|(?:read|show|see|view) (?:more|full|whole)|(?:mehr|weiter)\s?(?:lesen|anzeigen)|alles anzeigen"
    r"|lire (?:la suite|plus)|voir plus|leer más|ver más|mostrar más|ler mais|ver mais|leggi (?:tutto|di più)|mostra altro|lees (?:meer|verder)"
    r"|czytaj (?:więcej|dalej)|läs mer|читать (?:далее|полностью))[ \w]*\s*[»›>…]*\s*$",
    re.IGNORECASE,
)
"""Links to the rest of a comment of which the page holds only the beginning."""

SIGN_IN_WORDS = re.compile(
    r"(?:please\s+)?(?:log|sign)[ -]?in(?: or (?:register|sign up|create an account))?(?: to (?:post|leave|reply|comment|vote|respond)[ \w]*)?"
    r"|(?:bitte )?(?:anmelden|einloggen)(?: (?:oder registrieren )?um [ \w]{0,40})?|(?:se connecter|identifiez-vous|connectez-vous)[ \w]{0,50}"
    r"|(?:inicie|iniciar) sesión[ \w]{0,50}|accedi[ \w]{0,50}",
    re.IGNORECASE,
)
"""Requests to log in before answering."""

REPLY_PREFIX = re.compile(r"^(?:(?:re|aw|antw|sv|odp)(?:\^\d+|\[\d+\])?\s*:\s*)+", re.IGNORECASE)
"""What stands before the title of a reply: "Re:", "AW:"."""
