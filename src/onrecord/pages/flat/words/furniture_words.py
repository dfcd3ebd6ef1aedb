"""Lines of a flattened page that are furniture and headings of other sections: data only.

In: nothing. Out: patterns over one trimmed line. Out of scope: where they stand (`line_kinds`); forms (`form_words`).
"""

from __future__ import annotations

import re

from onrecord.pages.flat.words.line_patterns import compile_lines

FURNITURE_LINES = compile_lines(
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

FINE_PRINT = re.compile(
    r"©|\(c\)|copyright|cookies?|rights reserved|powered by|newsletter|subscri|inbox|terms|privacy",
    re.IGNORECASE,
)
"""Words by which a whole sentence is known as furniture; searched."""

SECTION_HEADINGS = compile_lines(
    r"related(?: (?:articles?|posts?|stories|content|news|topics?|links?|coverage|reading|pages))?",
    r"(?:read|see) (?:more|also|next)(?: (?:from|on|about) .{1,60})?|more (?:from|on|in|about) .{1,60}",
    r"more (?:stories|news|articles|posts|headlines|to read|like this|top stories)",
    r"(?:you (?:may|might) (?:also |be )?(?:like|enjoy|interested in)).{0,30}",
    r"(?:also|recommended|promoted|sponsored|suggested)(?: (?:for you|reading|stories|content|links|"
    r"articles|posts|on .{1,40}|in .{1,40}))?",
    r"(?:most|latest|top|trending|popular|recent|editor[’']?s?[’']?)(?: (?:read|viewed|popular|shared|"
    r"commented|news|stories|posts|articles|comments|now|picks?|choice|headlines|topics|videos)){1,2}",
    r"trending|newsletters?|categories|archives?|tags?|topics|blogroll|meta|navigation|menu|site map|"
    r"sitemap|follow us|contact us|about us|quick links|useful links|footer|sections|search",
    r"(?:post|posts|article) navigation",
    r"about the author(?:s)?|about (?:us|this (?:site|blog))|recent (?:posts|comments|tweets)",
    r"from (?:around )?the web|around the web|from our partners|what to read next|up next|read next",
    r"(?:sign up|subscribe)(?: (?:to|for|now|here|today)\b.{0,80})?",
    r"get (?:our|the) .{0,50}(?:newsletter|briefing|inbox|emails?|app).{0,40}",
    r"privacy(?: policy| notice| & cookies.{0,20})?|terms(?: (?:of|and|&) .{1,30})?|cookies?(?: policy)?",
)
"""Lines after which a list or box of other things stands; matched whole."""
