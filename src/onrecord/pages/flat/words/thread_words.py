"""Lines of the frame round a thread, and parts of comments' headers: data only.

English, and the German and French labels of the same platforms; written from how platforms label their threads, none taken
from evaluation pages.

In: nothing. Out: patterns over one trimmed line. Out of scope: what a match means (`line_kinds`, `comment_headers`).
"""

from __future__ import annotations

import re

from onrecord.pages.flat.words.line_patterns import compile_lines

THREAD_HEADINGS = compile_lines(
    r"(?:show |view |read |see |all |join the )?(?:\d[\d,.]*|one|two|three|four|five|six|seven|"
    r"eight|nine|ten|no)? ?(?:reader |user |readers[’'] |recent )?"
    r"(?:comments?|responses?|replies|thoughts?|reactions?|remarks|discussions?)"
    r" ?(?:\(\d[\d,]*\))?(?: so far| below)?"
    r"(?: ?[.:»–—|-]{1,2} ?(?:add yours|leave (?:a )?(?:new|comment|reply)|"
    r"(?:write|post) a comment|sorted? by.*|oldest|newest)?)?",
    r"\d[\d,]* (?:thoughts?|replies|responses|comments) (?:on|to|for|in response to) .{1,200}",
    r"(?:comments?|thoughts?|responses?|replies) (?:on|to) [“\"'‘«].{1,150}[”\"'’»]",
    r"(?:join the |start the )?(?:conversation|discussion)s?(?: \(\d+\))?",
    r"readers[’'] (?:views|letters|comments)|have your say|what (?:our )?readers say",
    r"(?:\d+ ?|ein(?:e|en)? )?(?:kommentare?|antworten|gedanken zu .{1,150})(?: ?\(\d+\))?:?",
    r"(?:\d+|eine?) (?:kommentare?|antwort(?:en)?|gedanken?|reaktion(?:en)?|meinung(?:en)?|comments?) "
    r"(?:zu|zum|zur|auf|für|on|to|bei) .{1,200}",
    r"(?:kommentare|antworten|reaktionen) (?:zu|auf) [“„\"'«].{1,150}",
    r"(?:\d+ )?(?:discussions?|comments?|responses?|replies|thoughts?) (?:to|on|about) this "
    r"(?:post|article|entry|story|page)",
    r"(?:\d+ ?|un )?(?:commentaires?|réponses?|réactions?|avis)(?: ?\(\d+\))?"
    r"(?: (?:sur|à|pour|au) .{1,200})? ?:?",
    r"\d+ (?:comment|thread) (?:threads?|replies)",
)
"""Lines that head a thread; matched whole."""

COMMENT_COUNT = re.compile(
    r"(?:^|\()\s*(\d[\d,]{0,6})(?:\s*\)|\s*(?:comments?|responses?|replies|thoughts?|reactions?|discussions?|kommentare?|"
    r"antwort(?:en)?|gedanken?|reaktion(?:en)?|commentaires?|réponses?|réactions?)\b)",
    re.IGNORECASE,
)
"""How many comments a line says there are; searched at its beginning."""

THREAD_REMAINS = compile_lines(
    r"inline feedbacks?",
    r"view all comments",
    r"notify of.{0,40}",
    r"(?:oldest|newest|most voted|best|top|hottest)(?: first| comments?)?",
    r"sort(?:ed)? by:?(?: .{1,30})?",
    r"(?:oldest|newest|most voted)(?:[ |/]+(?:oldest|newest|most voted)){1,2}",
    r"article rating",
    r"\d+(?:\.\d+)?(?: /)? \d+ votes?",
    r"\d+(?:\.\d+)? (?:out of|from|/) \d+.{0,20}votes?.{0,10}",
    r"(?:load|show|view) (?:more|all|previous|\d+) (?:comments|replies).{0,20}",
    r"comments? (?:are|is) (?:now )?(?:closed|open|disabled|moderated).{0,80}",
    r"comment navigation|comments? (?:feed|rss)|older comments.{0,5}|.{0,5}newer comments",
    r"subscribe (?:to|of) (?:this )?(?:comments?|thread).{0,40}",
    r"this (?:discussion|thread|comment section) (?:is|has been) (?:now )?closed.{0,60}",
)
"""What is left of the frame round a thread; matched whole."""

PLUGIN_REMAINS = frozenset({"inline feedbacks", "inline feedback", "view all comments"})
"""What a comment plugin leaves only where its thread begins, lower case."""

ADDRESSEE_LINE = re.compile(
    r"(?:in )?repl(?:y|ying) to:? +(?P<name>.{1,40})|@(?P<at>[\w.-]{2,40})", re.IGNORECASE
)
"""A line over a comment that says whom it answers; matched whole."""

CUT_MARK = re.compile(
    r"(?:(?:…|\.\.\.)\s*)?[\[(]?(?:read more|see more|show more|more|view more|continue reading)"
    r"[\])]?(?:\s*(?:»|›|→|…|\.\.\.))?\s*$",
    re.IGNORECASE,
)
"""The mark of a text of which only the beginning is shown; searched at a line's end."""

EDIT_STAMP = re.compile(
    r"(?:this (?:comment|post) (?:was|has been) )?(?:last )?(?:edited|modified|updated)\b"
    r"(?P<rest>.{0,90})$",
    re.IGNORECASE,
)
"""A line that says that a comment was edited; matched whole."""

EDITOR = re.compile(r"\bby\s+(?P<name>\S.{0,50}?)(?:\s*[.;])?\s*$", re.IGNORECASE)
"""Who edited, in the rest of such a line; searched."""

SAYS = re.compile(
    r"(?P<name>.{0,60}?)[\s,|•·–—-]*\b(?P<verb>says|said|wrote|writes|commented|comments|replied|sagt|schrieb|"
    r"schreibt)"
    r"(?P<sign>\s*(?::|…|\.\.\.))?",
    re.IGNORECASE,
)
"""A name and a reporting verb: "Ann says:"."""

BY_NAME = re.compile(
    r"(?:(?:comment(?:ed)?|kommentar|posted|written|submitted|left|reply|replied|review) )?"
    r"(?:by|from|von):?\s+"
    r"(?P<name>.{1,60})",
    re.IGNORECASE,
)
"""A name after "by", maybe with what was done before it: "Comment by Ann"; matched whole."""

BEFORE_TIME = re.compile(r"(?:on|posted|at|posted on|date)\s*:?\s*", re.IGNORECASE)
"""Words between a name and a time: "posted on"."""

SIGNED_BY = re.compile(
    r"(?:comment|kommentar|posted|written) (?:by|von)\b[ :]*(?P<name>[^—–|·@\d]{0,40}?)\s*(?:[—–|·@\d-].*)?",
    re.IGNORECASE,
)
"""A signature under a comment, with its name; matched whole."""

SIGNATURE_START = re.compile(
    r"(?:comment|kommentar|posted|written|left) (?:by|von)\b", re.IGNORECASE
)
"""How a signature under a comment begins."""

SPEECH = re.compile(r"\b(?:I|I['’]\w+|me|my|we|our|you|your|mate)\b|[?!]$")
"""Words by which someone speaks for himself or to someone: "I", "you", a question; searched."""
