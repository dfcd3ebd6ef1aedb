"""Words of lines that state how many comments a page has: data only.

In: nothing. Out: `COUNT_LINE`. Out of scope: which of several counts is the thread's (`stated_count`).
"""

from __future__ import annotations

import re

_COMMENTS = (
    r"(?:comments?|replies|responses|reader comments|comments? so far|thoughts|discussions?|opinions|reactions?|remarks"
    r"|(?:leser)?kommentare?|antworten|beiträge|(?:leser)?meinungen|reaktionen|gedanken|commentaires?|réponses|réactions?|comentarios?|comentários?|respuestas|respostas"
    r"|commenti|risposte|reacties|komentarz[ey]?|komentarzy|kommentarer|kommenttia|комментари\w+)"
)
_NUMBER = r"(\d{1,3}(?:[.,\u202f\xa0]\d{3}){1,2}|\d{1,6})"
COUNT_LINE = re.compile(
    rf"^[^\S\n]*(?:(?:all|alle|view all|show all|read all|see all|there are)\s+)?(?P<first>{_NUMBER}[^\S\n]+{_COMMENTS})(?!\w)"
    rf"|^[^\S\n]*(?P<last>{_COMMENTS}[^\S\n]*[:\[(][^\S\n]*{_NUMBER}\s*[\])]?)\s*$",
    re.IGNORECASE | re.MULTILINE,
)
"""A line that begins with a count of comments (group `first`), or is one with the number last (group `last`)."""
