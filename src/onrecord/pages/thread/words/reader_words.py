"""Words that stand beside readers' comments: of members, of answers, and what is no name.

In: nothing. Out: patterns over the words of a page. Out of scope: names of elements and classes (`platforms`).
"""

from __future__ import annotations

import re

from onrecord.pages.thread.words.platforms import words_pattern

READERS = words_pattern(
    "comments?",
    "comment ?list",
    "komment\\w*",
    "comentarios?",
    "reacties?",
    "repl(?:y|ies)",
    "posts",
    "forum ?posts?",
    "posting",
    "posting \\w+",
    "messages?",
    "discussions?",
    "discuss",
    "threads?",
    "thread \\w+",
    "msgs?",
    "msg ?board",
    "message ?board",
    "guest ?book",
    "gaestebuch",
    "topics?",
    "topic \\w+",
    "forum\\w*",
    "forum \\w+",
    "beitrag",
    "beitraege",
    "reviews?",
    "feedback",
    "answers?",
    "opinions?",
    "diskussion",
    "leserbrief\\w*",
    "talk \\w+",
    "responses?",
    "resp ctn",
    "viewtopic",
    "showthread",
)
"""Names of what readers write in."""
REPLY_WORDS = re.compile(
    r"(?:reply|quote|respond|report|antwort(?:en)?|zitat|zitieren|melden|répondre|citer|signaler|responder|citar|denunciar|rispondi|cita"
    r"|segnala|reageren|beantwoorden|citeren|odpowiedz|cytuj|ответить|цитировать|svara|citera|svar|citér|vastaa|lainaa|responde)\b.{0,24}",
    re.IGNORECASE,
)
"""Words of links to answer what a reader wrote, quote it, or report it."""
NO_NAME = words_pattern(
    "ranks?",
    "titles?",
    "user ?title",
    "groups?",
    "locations?",
    "joined",
    "registered",
    "badges?",
    "levels?",
    "categor(?:y|ies)",
    "tags?",
    "stats?",
    "counts?",
    "counter",
    "posts? count",
    "likes?",
    "votes?",
    "signature",
    "sig",
    "subject",
    "topic ?title",
    "buttons?",
    "actions?",
    "controls?",
    "role",
)
"""Names of what stands beside an author's name and is none."""
BADGE = re.compile(
    r"\(?(?:post |thread |original |article )?(?:author|poster|starter|op)\)?|(?:beitrags|themen)?(?:autor(?:in)?|starter|ersteller)|auteur|autor|autore|admin\w*|mod(?:erator\w*)?"
    r"|staff|team|editor|redaktion|rédaction|verified|pro|vip|premium|subscriber|member|mitglied|gast|guest|author|says|writes|schreibt|sagt",
    re.IGNORECASE,
)
"""What stands beside a name and says what its bearer is on the site."""
