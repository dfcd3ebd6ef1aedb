"""How publishing systems mark readers' comments: a table of patterns over class and id, as data.

In: nothing. Out: `PLATFORMS`, in the order they are asked, and the words that are on comments and none of
theirs. A row tells only what all sites of a system share. Out of scope: how a comment is read (`comment`),
and systems that stand in no table (`thread_runs`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Platform:
    """How one publishing system marks a comment: patterns over class and id, attributes aside.

    `item` marks one comment, `text` its words within it, `author` and `time` who and when,
    `votes` the count. `sure`: nothing but a comment is marked like this. `own_text`: the system's own
    name for the words must be there too, as other things are marked like its items.
    """

    name: str
    item: re.Pattern[str]
    text: re.Pattern[str]
    author: re.Pattern[str]
    time: re.Pattern[str]
    votes: re.Pattern[str]
    sure: bool = True
    own_text: bool = False


def _any(*names: str) -> str:
    """Return a pattern of elements that have one of `names` (patterns) as a class or id."""
    return rf"(?:^|\s)(?:{'|'.join(names)})(?!\S)"


def _all(*names: str) -> str:
    """Return a pattern of elements that have all of `names` (patterns) as classes or id."""
    return "^" + "".join(rf"(?=(?:.*\s)?(?:{name})(?!\S))" for name in names)


_AUTHOR = (
    r"\bcomment[-_]*author(?:[-_]*name)?\b|\b(?:comment|reply|post)[-_]*(?:meta[-_]*)?"
    r"(?:author|user|username|name|by|poster)\b|\bfn\b|\bauthor(?:[-_]*name)?\b|\b(?:user|nick|display|screen)[-_]*name\b"
    r"|\bnick\b|\bposter\b|\bcommenter\b|\bcreator\b"
)
_TIME = (
    r"\bcomment-?_*meta(?:data)?\b|\bcomment-?_*(?:meta-?_*)?(?:data|date|time|timestamp|metadata|permalink|created)\b|\btimestamp\b"
    r"|\bdate\b|\btime\b|\bpost-?date\b|\bdate-?time\b|\bage\b|\bcreated\b|\bposted-?on\b|\bsubmitted\b"
)
_VOTES = (
    r"\bvotes?\b|\bscore\b|\bvote-?_?count\b|\blikes?-?_?count\b|\bpoints?\b|\bwpd-vote-result\b"
)
_TEXT = (
    r"\bcomment-?_*(?:content|text|body-?text|body|message|copy|entry)\b|\b(?:reply|post)-?_*"
    r"(?:content|text|body|message|bodytext)\b|\bmessage-?(?:body|content|text)\b|\bcontent\b|\btext\b|\bbody\b"
)


def _comments(
    name: str, item: str, *, text: str = _TEXT, author: str = _AUTHOR, sure: bool = True
) -> Platform:
    """Return a system of comments under articles."""
    return Platform(
        name,
        re.compile(item),
        re.compile(text),
        re.compile(author),
        re.compile(_TIME),
        re.compile(_VOTES),
        sure,
    )


def _board(name: str, item: str, text: str, author: str, time: str = _TIME) -> Platform:
    """Return a system whose items are named like other things: forums, and comments kept elsewhere."""
    return Platform(
        name,
        re.compile(item),
        re.compile(text),
        re.compile(author),
        re.compile(time),
        re.compile(_VOTES),
        own_text=True,
    )


PLATFORMS = (
    _comments("wpdiscuz", _any("wpd-comment", "wc-comment"), text=_any("wpd-comment-text", "wc-comment-text"),
              author=_any("wpd-comment-author", "wc-comment-author")),
    _comments("wordpress", r"(?:^|\s)comment(?:\s(?:.*\s)?)(?:byuser|even|odd|thread-even|thread-odd|depth-\d+|alt)(?:$|\s)|(?:^|\s)(?:li|div)-comment-\d+(?:$|\s)"),
    _comments("schema", r"\bschema\.org/(?:user)?comments?\b"),
    _comments("blogger", r"^comment(?:\s|$)(?=.*\bc\d{6,})", text=r"\bcomment-content\b|\bcomment-body\b"),
    _comments("discourse", _any("topic-body", "crawler-post"), text=r"\bcooked\b|\bpost\b"),
    # --- forums
    _board("phpbb", _all("post", r"p\d+"), _any("content"), _any("username(?:-coloured)?", "author", "postauthor"),
           _any("author", "postbody-date", "post-date")),
    _board("xenforo 2", _all("message", "message--post|message--article|js-post"), _any("bbwrapper"),
           _any("message-name", "username"), _any("u-dt")),
    _board("xenforo 1", _all("message", r"post-\d+"), _any("messagetext"), _any("username"), _any("datetime")),
    _board("vbulletin 4", _any("postbit(?:legacy|im)?", "postcontainer"), _any("postcontent", r"post_message_\d+"),
           _any("username", "username_container"), _any("postdate", "date", "posthead")),
    _board("vbulletin 3", _any(r"post\d{2,}"), _any(r"post_message_\d+"), _any("bigusername", r"postmenu_\d+"),
           _any("thead", "smallfont")),
    _board("vbulletin 5", _any("b-post"), _any("js-post__content-text", "b-post__content"), _any("author", "b-userinfo__username"),
           _any("b-post__timestamp")),
    _board("smf", _any("post_wrapper"), _any("inner"), _any("poster"), _any("keyinfo", "smalltext", "postinfo")),
    _board("mybb", _all("post", r"post_\d+"), _any("post_body"), _any("author_information", "post_author", "largetext"),
           _any("post_date", "post_head")),
    _board("invision 4", _any("cpost", "ipscomment"), _any("cpost_contentwrap", "ipscomment_content", "ipstype_richtext"),
           _any("cauthorpane_author", "ipscomment_author", "ipstype_break"), _any("ipstype_light", "ipscomment_meta")),
    _board("invision 3", _any("post_block"), _any("entry-content", "post_body"), _any("author", "vcard"), _any("published", "posted_info")),
    _board("vanilla", _any("itemcomment", "itemdiscussion"), _any("message", "usercontent"), _any("author", "username"),
           _any("datecreated", "mitem", "meta")),
    _board("woltlab", _any("wbbpost"), _any("messagetext"), _any("username", "messageauthor"), _any("datetime", "messagepublicationtime")),
    _board("kunena", _any("kmsg", "kblock-msg"), _any("kmsgtext", "kmsg"), _any("kpost-username", "kwho-user"), _any("kmsgdate")),
    _board("fluxbb", _all("blockpost", r"p\d+"), _any("postmsg"), _any("postleft", "user"), _any("conr", "postnumber")),
    _board("flarum", _any("commentpost", "post"), _any("post-body"), _any("postuser", "username"), _any("postmeta")),
    # --- questions, links
    _board("stack exchange", _any("answer", "question", "js-comment", r"comment-\d+"),
           _any("s-prose", "js-post-body", "post-text", "comment-copy"), _any("user-details", "comment-user"),
           _any("user-action-time", "comment-date", "relativetime(?:-clean)?")),
    _board("hacker news", _any("comtr"), _any("commtext", "comment"), _any("hnuser"), _any("age")),
    _board("reddit, old", _all("thing", r"comment|id-t1_\w+"), _any("md", "usertext-body"), _any("author"), _any("live-timestamp")),
    _board("reddit", _all("comment", r"t1_\w+"), _any("richtextjson-root", "md", "comment_body"), _any("comment_author"), _any("commenttopmeta.*")),
    _board("reddit, new", _any("shreddit-comment"), _any("md"), _any("author")),
    # --- comments kept elsewhere, as exports and saved frames have them
    _board("disqus", _any("post", "post-content"), _any("post-message"), _any("author", "publisher-anchor-color"), _any("time-ago", "post-meta")),
    _board("facebook", _any("uficomment"), _any("uficommentbody"), _any("uficommentactorname"), _any("livetimestamp")),
    _board("coral", _any("coral-comment"), _any("coral-comment-content", "coral-htmlcontent"), _any("coral-comment-username", "coral-username"),
           _any("coral-comment-timestamp", "coral-timestamp")),
    _board("livefyre", _any("fyre-comment-article"), _any("fyre-comment"), _any("fyre-comment-username"), _any("fyre-comment-date")),
    _board("intense debate", _any("idc-c"), _any("idc-c-t"), _any("idc-c-h"), _any("idc-c-h")),
    _board("isso", _any("isso-comment"), _any("isso-text", "text"), _any("isso-author", "author"), _any("isso-permalink", "permalink")),
    _board("commento", _any("commento-card"), _any("commento-body"), _any("commento-name"), _any("commento-timeago")),
    _board("utterances", _any("timeline-comment", "gsc-comment"), _any("comment-body", "gsc-comment-content"),
           _any("author", "gsc-comment-author"), _any("timestamp")),
    # --- systems of whole sites
    _board("spip", _any("forum-fil", "forum-message", "comment-fil", "comment-li", "ligne-forum"),
           _any("forum-texte", "comment-texte", "comment-content", "texte"), _any("forum-auteur", "comment-auteur", "auteur", "spip_in"),
           _any("forum-date", "comment-date", "date")),
    _board("serendipity", _any("serendipity_comment"), _any("serendipity_commentbody", "comment_content"),
           _any("comment_author", "comment_source_author"), _any("serendipity_comment_source", "comment_date")),
    _board("jcomments", _any("comments-item", "comment-box", "rbox"), _any(r"comment-body(?:-\d+)?", "comment-body"),
           _any("comment-author", "author-homepage"), _any("comment-date")),
    _board("remark", _any("comment"), _any("comment__text"), _any("comment__username"), _any("comment__time")),
    _comments("schema posts", r"\bschema\.org/(?:answer|question|discussionforumposting|socialmediaposting)\b", sure=False),
    _comments("numbered", r"(?:^|\s)[\w-]*(?:comment|reply|kommentar|commentaire|comentario|reactie)[-_]?(?:id[-_]?)?\d{2,}(?:$|\s)", sure=False),
    _comments("plain", r"(?:^|\s)(?:[a-z]+[-_]{1,2})?(?:comment|reply|(?:leser)?kommentar|commentaire|comentario|reactie|komentarz|reader-?_?comment|comment-?_?(?:item|box|entry|block|container|wrapper|wrap|holder|node|row|post|single|listitem|list-item))(?:$|\s)", sure=False),
)  # fmt: skip
"""A page's comments are read by the row that finds most of them; rows are in the order of how sure they are."""

GENERAL = _comments("general", r"(?!)", sure=False)
"""What is left where no row fits: words that most systems name parts of a comment by."""


def words_pattern(*words: str) -> re.Pattern[str]:
    """Return a pattern of whole words in a class or id cut at `-`, `_` and capitals."""
    return re.compile(rf"(?:^| )(?:{'|'.join(words)})(?= |$)")


CONTROLS = words_pattern(
    "reply", "reply link", "replies", "comment reply\\w*", "actions?", "controls?", "buttons?", "btn",
    "report", "flag", "share", "sharing", "permalink", "avatar", "rating", "votes?", "voting", "likes?",
    "dislikes?", "edit link", "edit", "comment edit link", "toolbar", "footer", "badges?", "awaiting moderation",
    "link wrapper", "signature", "sig",
)  # fmt: skip
"""Words for what stands on a comment and is none of its words."""

NO_COMMENT = re.compile(
    r"(?:^| )(?:comments? (?:count|counter|number|form|respond|link|list|area|section|header|title|body|content"
    r"|text|meta|author|date|time|metadata|policy|nav|navigation|button|icon|avatar|info|footer|reply|actions"
    r"|wrap(?:per)?s|count wrapper|toggle)|no comments?|reply (?:link|title|form|to|button)|leave comment|respond"
    r"|pingback|trackback|post comments?|add comment|write comment)(?= |$)"
)
"""Words over comments that mark none: their count, their form, a part of one."""

CONTROL_WORDS = re.compile(
    r"(?:(?:reply|respond|quote|report|flag|share|like|dislike|unlike|edit|delete|permalink|link|translate"
    r"|log in to reply|reply to this(?: comment)?|show replies|hide replies|load more|back to top|top"
    r"|antworten?|zitieren|melden|gefällt mir|gefällt mir nicht|liken|teilen|löschen|bearbeiten|zum antworten anmelden"
    r"|répondre|signaler|partager|j['’]aime|citer|responder|denunciar|compartir|me gusta|rispondi|segnala"
    r"|beantwoorden|reageren|odpowiedz|svara|svar|vastaa|ответить|цитировать|返信|回复|답글)\s*[↓↑→»:|·#()0-9]*\s*)+"
    r"|[↓↑→←»«·•|/#,;:()\[\]–—-]+|\d{1,4}",
    re.IGNORECASE,
)
"""Words of links and buttons on a comment; signs and counts that stand alone."""

SAYS = re.compile(
    r"(?:[\s,·•|–-]+(?:(?:hat )?gesagt|says?|said|wrote|writes|commented|replied|posted|schrieb|schreibt|sagte?|meint|denkt|kommentierte?"
    r"|dit|a (?:dit|écrit)|écrit|dice|dijo|escribió|escreveu|disse|ha (?:detto|scritto)|scrive|zegt|schreef|pisze"
    r"|napisał\(?a?\)?|skriver|sa|пишет|говорит|permalink)(?:\s*(?:…|\.{2,3}))?)?(?:\s+(?:on|at|am|le|el|il|op))?\s*[:,·•|#–-]*$",
    re.IGNORECASE,
)
"""How an author line goes on after the name."""

QUOTED = words_pattern(
    "quotes?", "quoted?", "quote ?(?:content|text|block|body|box|title|header|container|author)", "quote\\w*", "bb ?code ?(?:quote|block ?quote\\w*)",
    "block ?quote\\w*", "bb quote", "zitat", "zitate?", "citation", "cita", "uncited",
)  # fmt: skip
"""Names of what holds words that someone else wrote before."""

NO_READER = re.compile(r"(?:^| )(?:pingback|trackback)(?= |$)")
"""What stands among comments and is another site's link."""

# Each way begins with a letter: the search then passes over all others.
COMMENT_SIGN = re.compile(
    r"comment|reply|kommentar|comentario|reactie|wpd-|wc-|topic-body|crawler-post|p(?<!\Sp)\d+(?!\S)|message--|post[-_]?\d"
    r"|postbit|postcontainer|b-post(?!\S)|post_wrapper|cpost|post_block|itemdiscussion|wbbpost|kmsg|kblock-msg|blockpost|thing(?<!\Sthing)\s"
    r"|answer(?<!\Sanswer)(?!\S)|question(?<!\Squestion)(?!\S)|comtr|post-content|post-\w+|coral-|fyre-|idc-c|gsc-|forum-|ligne-|rbox(?<!\Srbox)",
)
"""What the class, id or type of every element that marks a comment holds, in small letters: all else is not looked at."""

PROFILE = re.compile(
    r"action=profile|/(?:users?|members?|mitglied(?:er)?|membres?|profiles?|profil|authors?|people|u|personal_pages|user[-_]\w+)[/.?-]"
    r"|[?&;](?:user|showuser|member|u|uid|user_profile|userid|user_id|username)=|(?:view|show|pop_|member_?)profile|/user-?id/\d|(?:member|memberlist|profile|user_info|userinfo)\.\w{2,4}\?"
    r"|^(?:members?|users?|profiles?)/|/[~@][\w.-]+/?$|(?:^|/)(?:user|member|profile)\?",
    re.IGNORECASE,
)
"""Addresses of pages about who wrote a comment."""


@lru_cache(maxsize=32_768)
def is_in(pattern: re.Pattern[str], label: str) -> bool:
    """Return whether `pattern` is found in `label`; a page's labels recur."""
    return bool(pattern.search(label))
