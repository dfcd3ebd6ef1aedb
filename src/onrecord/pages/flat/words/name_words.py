"""Words that stand in names, beside them, or never in them: data only.

In: nothing. Out: sets of words in lower case, and patterns. Out of scope: whether a line is a name (`commenter_names`, `byline`).
"""

from __future__ import annotations

import re

SENTENCE_WORDS = frozenset(
    """
    the a an is are was were am be been being has have had do does did will would shall should can
    could may might must not no yes and or but if so as at by for from in into of off on onto out
    over to under up upon with without about after again all also any because before both each few
    how i it its it's i'm i've just me more most my now only other our ours own same she he him her
    his hers than that that's the their them then there these they this those through too very we
    us what when where which while who whom why you you're your yours here never ever always still
    """.split()
)
"""Words that a commenter's name seldom holds and a sentence nearly always does."""

OPINION_WORDS = frozenset(
    """
    agree agreed agrees disagree exactly indeed totally absolutely completely thanks thank cheers
    great good nice bad terrible awful brilliant excellent lovely amazing interesting sad shame
    shameful disgusting rubbish nonsense lol haha wow ouch oops hello hi hey sorry please correct
    wrong right true false maybe perhaps probably well said spot-on wise words mate ditto amen bravo
    hear hooray ugh meh yeah yep nope ok okay sure really seriously hopefully welcome congratulations
    congrats rip enough finally first last same here wonderful perfect fantastic awesome beautiful
    agreed! love hate hope bye goodbye quite hardly
    """.split()
)
"""Words of remarks short enough to be taken for a name."""

GREETINGS = frozenset(
    (
        "hi hello hey dear yes no well ok okay sorry thanks thank-you right indeed agreed exactly true oh "
        "and but so cheers spot-on well-said please"
    ).split()
)
"""Words before a name at the beginning of an answer."""

AGREEMENT = (
    r"(?:agree(?:d|s)?|disagree)(?: (?:fully|totally|completely|entirely))?(?: with)?|reply to|reply|"
    r"responding to|thanks|thank you|well said|spot on|please|sorry"
)
"""Words before the name of someone who is answered: "agree with"; part of a pattern."""

NAME_PARTICLES = frozenset("de van von der den al el bin ben la le di da du dos st".split())
"""Small words within a person's name."""

ROLE_WORDS = frozenset(
    """
    editor correspondent reporter writer staff bureau agency analyst columnist contributor journalist
    political defence defense foreign diplomatic chief senior deputy economics business security
    science health education environment home affairs associate assistant managing special news
    editor-at-large producer photographer freelance press network service team desk
    """.split()
)
"""Words of a byline that state what its author does."""

CALENDAR_WORDS = frozenset(
    (
        "monday tuesday wednesday thursday friday saturday sunday january february march april june july "
        "august september october november december today yesterday tomorrow"
    ).split()
)
"""Words of the calendar, which no byline's name holds."""

BYLINE_NAME = re.compile(
    r"(?:(?:words|story|report(?:ed|ing)?|written|posted|published|analysis|text)\s+)?by:?\s+(?P<by>\S.*)"
    r"|authors?:\s*(?P<author>\S.*)",
    re.IGNORECASE,
)
"""A byline: "By Ann Lee", "Author: Ann Lee"; matched whole."""

NEVER_NAME = re.compile(
    r"(?:published|updated|posted|last|first|filed|created|modified|edited|date|by|in|on|at|from|"
    r"photo|image|source|copyright|©|\d+ comments?|page|joined|member since|location|posts?|level \d+)\b"
    r"|.*\b(?:comments?|views|shares|min read)\b",
    re.IGNORECASE,
)
"""How words of the page begin that stand where a commenter's name may: "Published", "12 comments"."""
