"""What crawlers leave of a page's furniture, as data: words and patterns.

English, and the few German labels of the same platforms.

In: nothing. Out: word sets and compiled patterns, all matched against one trimmed line. Out of scope:
what a match means for a line (`flat_lines`) and for the page (`flat_thread`, `flat_article`).

Every pattern is written from how the platforms (WordPress, wpDiscuz, Disqus, Blogger, news sites' own)
label their controls; none is drawn from evaluation pages.
"""

from __future__ import annotations

import re


def lines_pattern(*alternatives: str) -> re.Pattern[str]:
    """Return a pattern of whole lines that read like one of `alternatives`."""
    return re.compile(rf"(?:{'|'.join(alternatives)})", re.IGNORECASE)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SEPARATORS = " \t\u00a0|•·∙●▪◦»«›‹→←↑↓▲▼△▽▾▴–—−-/+*#=~_,.:;()[]<>^…✓✔☆★⚑♥❤👍👎"
"""Signs that stand between controls; a line of these alone says nothing."""

CONTROLS = _words(
    """
    reply replies answer quote report abuse flag share like likes liked unlike dislike dislikes
    recommend recommended recommends upvote upvotes downvote downvotes vote votes point points
    permalink link edit delete hide show collapse expand follow unfollow block ignore print email
    save copy embed view more less see translate pin spam inappropriate helpful
    facebook twitter tweet whatsapp linkedin pinterest reddit tumblr x
    cancel close up down rate loading previous next top
    antworten antwort zitieren melden teilen liken likenliken gefällt likeliked likeloading
    likengefällt répondre citer signaler partager
    """
)
"""Words that may make up a line of controls."""

CONTROL_FILLERS = _words(
    """to this as on the comment comments a for via in with from is was thread post your all click it
    and or of person people be first hidden show 0 response responses
    zum zur mir anmelden dies das person personen diesen kommentar auf à ce cette"""
)
"""Words that may stand among controls, but make none alone."""

ENDING_CONTROLS = _words(
    "reply replies answer quote report abuse flag permalink recommend upvote downvote like "
    "antworten antwort zitieren melden répondre citer signaler"
)
"""Controls that stand under one comment."""

BADGES = _words(
    """author guest member admin administrator moderator mod staff editor subscriber verified
    premium contributor supporter newbie veteran regular avatar op host
    top commenter commentator rank trusted patron pro logo
    noble reputable famed honorable estimable prominent"""
)
"""Words beside a commenter's name that are no name."""

OPENERS = lines_pattern(
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

COUNT = re.compile(
    r"(?:^|\()\s*(\d[\d,]{0,6})(?:\s*\)|\s*(?:comments?|responses?|replies|thoughts?|reactions?|discussions?|kommentare?|"
    r"antwort(?:en)?|gedanken?|reaktion(?:en)?|commentaires?|réponses?|réactions?)\b)",
    re.IGNORECASE,
)
"""How many comments a line says there are."""

THREAD_REMAINS = lines_pattern(
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


FURNITURE = lines_pattern(
    r"(?:share|tweet|print|email|save|send|bookmark|pin)(?: (?:this|it|on|via|to|with|by|the)\b.{0,60})?:?",
    r"share(?:s|d)?(?: \d+)?|\d+ shares?|(?:click|tap) (?:here|to) .{0,60}",
    r"advertise?ments?|ads? by .{1,30}|sponsored(?: content| by .{1,40})?|continue reading.{0,60}|"
    r"article continues (?:below|after).{0,40}|story continues.{0,40}|report this ad.{0,20}",
    r"skip to .{1,40}|toggle .{1,30}|back to (?:top|home|all).{0,20}|jump to .{1,30}|home|menu|close",
    r"(?:©|\(c\)|copyright\b).{0,200}|all rights reserved.{0,100}|.{0,100}all rights reserved\.?",
    r"powered by .{1,60}|proudly powered by .{1,60}|theme:? .{1,40}|designed by .{1,60}|built with .{1,40}",
    r"(?:we|this (?:web)?site|our site) uses? cookies.{0,300}|by continuing to (?:use|browse).{0,200}|"
    r"(?:accept|reject|manage)(?: all)?(?: cookies)?",
    r"(?:previous|next|older|newer)(?: (?:post|article|story|entry|page|entries|posts))?:? ?.{0,2}",
    r"(?:previous|next) (?:post|article|story):? .{1,120}",
    r"(?:filed|posted) (?:under|in):? .{1,120}|tagged(?: with| as)?:? .{1,120}|tags?: .{1,160}|"
    r"categor(?:y|ies): .{1,120}|topics?: .{1,160}|labels?: .{1,160}",
    r"like this:?|like loading\.*|loading\.*|rate this:?|\d+ bloggers? like this.{0,10}|report abuse",
    r"(?:\d+ )?min(?:ute)?s? read|reading time:? .{1,20}|\d+ views?|views:? \d+",
    r"(?:follow|find|join|like) (?:us|me|him|her|@?\w+)(?: on)? (?:on )?(?:twitter|facebook|instagram|x|"
    r"linkedin|youtube).{0,40}",
    r"subscribe|sign up|log ?in|log ?out|sign ?in|register|donate|support us|get the app|download the app",
    r"trackback.{0,60}|pingbacks?.{0,120}|permalink.{0,60}|bookmark the permalink.{0,10}",
    r"(?:listen|watch|play|pause|mute|video|audio)(?: to (?:this )?article)?(?: \d+:\d+)?|"
    r"media caption|image (?:source|caption|credit)|hide caption|toggle caption|enlarge(?: this)? image",
    r"(?:read more|see also|more|related|watch|listen|don[’']t miss|also read|read also|read|next)"
    r" ?[:|»] ?.{1,140}",
    r"(?:user |default )?(?:profilbild|avatar|gravatar|profile (?:picture|photo|image)|photo de profil)"
    r" (?:von|of|for|de) .{1,40}|.{1,40}[’']s (?:avatar|gravatar|profile (?:picture|photo|image))",
    r"https?://\S+|www\.\S+",
)
"""Furniture of any page; matched whole."""

BADGE_LINE = re.compile(
    r"(?:in )?repl(?:y|ying) to:? +(?P<name>.{1,40})|@(?P<at>[\w.-]{2,40})", re.IGNORECASE
)
"""A line over a comment that says whom it answers."""

CUT = re.compile(
    r"(?:(?:…|\.\.\.)\s*)?[\[(]?(?:read more|see more|show more|more|view more|continue reading)"
    r"[\])]?\s*(?:»|›|→|…|\.\.\.)?\s*$",
    re.IGNORECASE,
)
"""The mark of a text of which only the beginning is shown; searched at a line's end."""

ROLE_WORDS = _words(
    """
    editor correspondent reporter writer staff bureau agency analyst columnist contributor journalist
    political defence defense foreign diplomatic chief senior deputy economics business security
    science health education environment home affairs associate assistant managing special news
    editor-at-large producer photographer freelance press network service team desk
    """
)
"""Words of a byline that tell what its author does."""

FINITE = _words(
    """
    is are was were am be been has had will would can could may might must shall should do does did
    said says told tells announced announces agreed agrees warned warns insisted insists claims
    plans wants calls urges faces seeks begins began makes made takes took comes came goes went gets
    got gives gave says say added adds remains became becomes
    """
)
"""Verb forms that stand only in a clause of their own."""

CAPTION_CUES = lines_pattern(
    r"\b(?:photo(?:graph)?(?:er)?|image|picture|pic|credit|illustration|graphic|file photo)s? ?"
    r"(?::|by\b|/|courtesy)",
    r"\((?:[^()]{0,40}(?:photo|image|getty|reuters|afp|ap|epa|file)[^()]{0,40})\)\s*$",
    r"\b(?:getty images|shutterstock|alamy|reuters/|ap photo|afp/|file (?:photo|picture)|pictured)\b",
    r"^(?:pictured|above|below|left|right|file)\s*[:,(]",
)
"""Words of a picture's caption or credit; searched."""

FUNCTION_WORDS = _words(
    """
    the a an is are was were am be been being has have had do does did will would shall should can
    could may might must not no yes and or but if so as at by for from in into of off on onto out
    over to under up upon with without about after again all also any because before both each few
    how i it its it's i'm i've just me more most my now only other our ours own same she he him her
    his hers than that that's the their them then there these they this those through too very we
    us what when where which while who whom why you you're your yours here never ever always still
    """
)
"""Words that a commenter's name seldom holds and a sentence nearly always does."""

OPINION_WORDS = _words(
    """
    agree agreed agrees disagree exactly indeed totally absolutely completely thanks thank cheers
    great good nice bad terrible awful brilliant excellent lovely amazing interesting sad shame
    shameful disgusting rubbish nonsense lol haha wow ouch oops hello hi hey sorry please correct
    wrong right true false maybe perhaps probably well said spot-on wise words mate ditto amen bravo
    hear hooray ugh meh yeah yep nope ok okay sure really seriously hopefully welcome congratulations
    congrats rip enough finally first last same here wonderful perfect fantastic awesome beautiful
    agreed! love hate hope bye goodbye quite hardly
    """
)
"""Words of remarks short enough to be taken for a name."""

GREETINGS = _words(
    "hi hello hey dear yes no well ok okay sorry thanks thank-you right indeed agreed exactly true oh "
    "and but so cheers spot-on well-said please"
)
"""Words before a name at the beginning of an answer."""

PARTICLES = _words("de van von der den al el bin ben la le di da du dos st")
"""Small words within a person's name."""

CALENDAR = _words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july "
    "august september october november december today yesterday tomorrow"
)
"""Words of the calendar, which no byline's name holds."""

TIME_FILLERS = _words(
    "at on um uhr posted published date time am pm gmt utc bst est edt pst pdt cet th st nd rd the "
    "mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday"
)
"""Words that may stand beside a time on a line of its own."""
