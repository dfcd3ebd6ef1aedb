"""Words beside a date on a page that say whether it is of publication or of an update.

In English, German, French, Spanish, Portuguese, Italian, Dutch, Swedish, Norwegian, Danish, Polish, Russian and
Turkish.
"""

from __future__ import annotations

import re

_UPDATED = (
    r"updated?|last modified|modified|edited|revised|amended|corrected|last changed|aktualisiert|geändert|mis à jour|modifié|actualizado"
    r"|atualizado|aggiornato|bijgewerkt|gewijzigd|uppdaterad|oppdatert|opdateret|zaktualizowano|обновлено|güncelle\w*"
)
_PUBLISHED = (
    r"published|posted|issued|released|created|veröffentlicht|publié|publicado|erstellt|pubblicato|gepubliceerd|publicerad"
    r"|publisert|publiceret|opublikowano|опубликовано"
)
UPDATED = re.compile(rf"\b(?:{_UPDATED})\b", re.IGNORECASE)
PUBLISHED = re.compile(rf"\b(?:{_PUBLISHED}|date|on)\b", re.IGNORECASE)
CLEARLY_PUBLISHED = re.compile(rf"\b(?:{_PUBLISHED})\b", re.IGNORECASE)
"""Words that make a date one of publication even beside "updated"."""

DATE_LABEL = re.compile(
    rf"(?:\b(?:(?:first|last|originally|zuletzt|initially|story|article|page|date)\s+)*)?(?:\b|(?<=[AP]M [A-Z]{{3}}))(?:{_UPDATED}|{_PUBLISHED})\b"
    r"(?:\s*(?:/|&|and|und|et)\s*(?:last )?\w+(?=\s*:))?",
    re.IGNORECASE,
)
"""What says what a date is of, with the words before it: "first published", "last updated"."""

DATE_SEPARATOR = re.compile(r"\n(?!\d\d?[:.]\d\d)|\|| • (?=\D)")
"""Where a line with two dates is cut: a line break not before a clock time, `|`, `•`."""

BESIDE_DATE = re.compile(
    rf"\b(?:{_UPDATED}|{_PUBLISHED}|first|last|on|at|date|am|le|el|op|den|the|of|de|uhr|hrs?|pm|gmt|utc|[a-z]{{0,8}}day|mon|tues?|wed|thu(?:rs?)?"
    r"|fri|sat|sun|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|[a-z]{2,3}t)\b|[^\w]",
    re.IGNORECASE,
)
"""Words and marks that may stand beside a date in a text that says nothing else."""
