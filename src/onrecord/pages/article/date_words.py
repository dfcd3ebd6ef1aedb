"""Words beside a date on a page that say whether it is of publication or of an update.

In English, German, French, Spanish, Portuguese, Italian, Dutch, Swedish, Norwegian, Danish, Polish, Russian and
Turkish.
"""

from __future__ import annotations

import re

UPDATED = re.compile(
    r"\b(?:updated?|last modified|modified|edited|aktualisiert|geändert|mis à jour|modifié|actualizado|atualizado"
    r"|aggiornato|bijgewerkt|gewijzigd|uppdaterad|oppdatert|opdateret|zaktualizowano|обновлено|güncelle\w*)\b",
    re.IGNORECASE,
)
PUBLISHED = re.compile(
    r"\b(?:published|posted|first published|issued|date|on|veröffentlicht|publié|publicado|erstellt|pubblicato"
    r"|gepubliceerd|publicerad|publisert|publiceret|opublikowano|опубликовано)\b",
    re.IGNORECASE,
)
CLEARLY_PUBLISHED = re.compile(r"\b(?:published|posted)\b", re.IGNORECASE)
"""Words that make a date one of publication even beside "updated"."""

DATE_SEPARATOR = re.compile(
    r"\n(?!\d\d?[:.]\d\d)|\|| • (?=\D)|(?i:(?=\bupdated\b))|(?<=[AP]M [A-Z]{3})(?=Updated)"
)
"""Where a line with two dates is cut: a line break not before a clock time, `|`, `•`, before "updated"."""
