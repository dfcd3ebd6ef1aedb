"""Notices about a comment that a system writes in its place or beside it: data only.

In: nothing. Out: patterns over words that readers see. Out of scope: controls (`control_words`).
"""

from __future__ import annotations

import re

AWAITING_WORDS = re.compile(
    r"(?:your|this|the)? ?comment (?:is )?(?:currently )?(?:awaiting|waiting for|pending|held for|in) (?:moderation|approval|review)|awaiting (?:moderation|approval)"
    r"|(?:dein|ihr|dieser|der) kommentar (?:wartet|muss)[ \w]{0,60}(?:freischaltung|moderation|freigabe|freigeschaltet)|wartet auf (?:freischaltung|moderation|freigabe)"
    r"|(?:votre|ce) commentaire est en attente|en attente de modération|(?:tu|su|este) comentario (?:está )?(?:pendiente|a la espera)"
    r"|commento (?:è )?in attesa|wacht op moderatie|oczekuje na (?:moderację|akceptację)",
    re.IGNORECASE,
)
"""A comment awaits moderation; searched."""

_BY_WHOM = r"(?: (?:by|von|par|por|door)\b[^.!?\n]{0,80}| because\b[^\n]{0,120}| due to\b[^\n]{0,120}| for\b[^\n]{0,100}|,? (?:wegen|weil)\b[^\n]{0,120})?"
REMOVED_WORDS = re.compile(
    r"[\[(]?(?:(?:this|the|your) )?(?:comment|post|reply|message|content)? ?(?:(?:has been|was|is|been) )?(?:\(?(?:automatically|permanently) )?"
    rf"(?:removed|deleted|withdrawn|hidden|redacted){_BY_WHOM}[\])]?[.!]?(?:\s+(?:replies may also be deleted|for more detail see our faqs?)[.!]?)*"
    r"|[\[(]?(?:(?:dieser|der|ihr) )?(?:kommentar|beitrag|antwort)? ?(?:(?:wurde|ist|von)\b[^.!?\n]{0,40} )?"
    rf"(?:gelöscht|entfernt|gesperrt){_BY_WHOM}[\])]?[.!]?|entfernt\.[^\n]{{0,120}}die redaktion\S*"
    rf"|[\[(]?(?:ce |le )?(?:commentaire|message) (?:a été |est )?(?:supprimé|effacé|retiré|modéré){_BY_WHOM}[\])]?[.!]?"
    rf"|[\[(]?(?:este |el )?(?:comentario|mensaje) (?:ha sido |fue |foi )?(?:eliminado|borrado|retirado|removido){_BY_WHOM}[\])]?[.!]?"
    rf"|[\[(]?(?:questo |il )?commento (?:è stato )?(?:rimosso|cancellato|eliminato){_BY_WHOM}[\])]?[.!]?"
    rf"|[\[(]?(?:deze )?reactie (?:is )?verwijderd{_BY_WHOM}[\])]?[.!]?",
    re.IGNORECASE,
)
"""A comment was removed; matched whole."""

EDITED_WORDS = re.compile(r"\(?\b(?:last )?edited\b[^)\n]{0,80}\)?", re.IGNORECASE)
"""A comment was edited; matched whole."""

PINGBACK_WORDS = re.compile(
    r"(?:pingback|trackback)s?\b\s*(?:by|von|:|\W)|\[(?:…|\.{3})\].*\[(?:…|\.{3})\]\s*$",
    re.IGNORECASE | re.DOTALL,
)
"""How the words of another site's link begin."""

DEPTH_WORDS = re.compile(r"(?:level|ebene|niveau|nivel|livello) (\d{1,2})", re.IGNORECASE)
"""Words that show how deep a comment is nested: "Level 2"; matched whole."""
