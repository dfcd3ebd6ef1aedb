"""Words of controls, badges and votes as crawlers leave them, in lines of their own: data only.

English, and the few German and French labels of the same platforms. Every word is one that the platforms (WordPress, wpDiscuz,
Disqus, Blogger, news sites' own) label their controls with; none is taken from evaluation pages.

In: nothing. Out: sets of words in lower case, and patterns. Out of scope: what a match means for a line (`line_kinds`).
"""

from __future__ import annotations

import re

SEPARATOR_SIGNS = " \t\u00a0|•·∙●▪◦»«›‹→←↑↓▲▼△▽▾▴–—−-/+*#=~_,.:;()[]<>^…✓✔☆★⚑♥❤👍👎"
"""Signs that stand between controls; a line of these alone says nothing."""

CONTROL_WORDS = frozenset(
    """
    reply replies answer quote report abuse flag share like likes liked unlike dislike dislikes
    recommend recommended recommends upvote upvotes downvote downvotes vote votes point points
    permalink link edit delete hide show collapse expand follow unfollow block ignore print email
    save copy embed view more less see translate pin spam inappropriate helpful
    facebook twitter tweet whatsapp linkedin pinterest reddit tumblr x
    cancel close up down rate loading previous next top
    antworten antwort zitieren melden teilen liken likenliken gefällt likeliked likeloading
    likengefällt répondre citer signaler partager
    """.split()
)
"""Words that may make up a line of controls."""

CONTROL_FILLERS = frozenset(
    """to this as on the comment comments a for via in with from is was thread post your all click it
    and or of person people be first hidden show 0 response responses
    zum zur mir anmelden dies das person personen diesen kommentar auf à ce cette""".split()
)
"""Words that may stand among controls, but make no control alone."""

COMMENT_CONTROLS = frozenset(
    (
        "reply replies answer quote report abuse flag permalink recommend upvote downvote like "
        "antworten antwort zitieren melden répondre citer signaler"
    ).split()
)
"""Controls that stand under one comment."""

BADGE_WORDS = frozenset(
    """author guest member admin administrator moderator mod staff editor subscriber verified
    premium contributor supporter newbie veteran regular avatar op host
    top commenter commentator rank trusted patron pro logo
    noble reputable famed honorable estimable prominent""".split()
)
"""Words beside a commenter's name that are no name."""

VOTE_COUNT = re.compile(
    r"(?P<signed>[+−–-]\s?\d{1,5})|(?P<count>\d{1,5})\s*(?:likes?|points?|upvotes?|recommend(?:s|ed)?|"
    r"votes?|people like this|thumbs up)|(?:like|likes|recommend|upvote|score|votes):?\s*"
    r"(?P<after>[+-]?\d{1,5})|(?P<bare>\d{1,5})",
    re.IGNORECASE,
)
"""A line that is a count of votes, in one of its groups; matched whole."""

SHORT_AGE = re.compile(r"\b\d+\s?(?:s|m|h|d|w|mo|y|min|hrs?|yrs?)\b", re.IGNORECASE)
"""An age as short as controls are: "3h"."""
