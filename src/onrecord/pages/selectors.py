"""What tags, classes and attributes mean: the words that zoning goes by, as data.

In: nothing. Out: sets of tag names and patterns over an element's class and id. No site's name stands
here: a pattern is a word that many publishing systems share.
"""

from __future__ import annotations

import re
from typing import NamedTuple

# --- tags (HTML Standard) -------------------------------------------------------------------------

VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
        "basefont",
        "bgsound",
        "frame",
        "keygen",
    ]
)
IMPLIED_END = frozenset(
    [
        "p",
        "li",
        "dt",
        "dd",
        "tr",
        "td",
        "th",
        "tbody",
        "thead",
        "tfoot",
        "colgroup",
        "caption",
        "option",
        "optgroup",
        "rb",
        "rp",
        "rt",
        "rtc",
        "html",
        "body",
        "head",
        "a",
        "b",
        "i",
        "em",
        "strong",
        "font",
        "u",
        "s",
        "small",
        "tt",
        "big",
        "strike",
        "nobr",
        "code",
    ]
)
"""Tags often left open: not counted when nesting is."""

RAW = frozenset(["script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes"])
UNREAD = frozenset({"script", "style"})
INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "blink",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "mark",
        "meter",
        "nobr",
        "output",
        "q",
        "rb",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "img",
        "picture",
        "source",
        "script",
        "style",
        "noscript",
        "link",
        "meta",
        "amp-img",
        "svg",
        "path",
        "use",
        "g",
    ]
)
"""Tags that do not part words from one another."""

DROPPED = frozenset(
    [
        "head",
        "script",
        "style",
        "template",
        "svg",
        "math",
        "iframe",
        "object",
        "embed",
        "select",
        "textarea",
        "title",
        "noframes",
        "noembed",
        "xmp",
        "audio",
        "video",
        "canvas",
        "map",
        "datalist",
    ]
)
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
ASIDE_TAGS = frozenset(
    {"nav", "aside", "footer", "form", "button", "menu", "dialog", "fieldset", "noscript"}
)


def _words(*words: str) -> re.Pattern[str]:
    """Return a pattern of whole words in a class or id cut at `-`, `_` and capitals."""
    return re.compile(rf"(?:^| )(?:{'|'.join(words)})(?= |$)")


# --- furniture and body ---------------------------------------------------------------------------

UNLIKELY = _words(
    "nav", "navs", "navigation", "navbar", "nav ?bar", "menu", "submenu", "breadcrumbs?", "crumbs?",
    "footer", "foot", "masthead", "site header", "page header", "global header", "topbar", "top bar",
    "toolbar", "tool bar", "tools", "sidebar", "side bar", "side", "aside", "rail", "right rail",
    "widgets?", "related\\w*", "recommend\\w*", "recirc\\w*", "more (?:from|on|stories|news|in)",
    "more", "most (?:read|popular|viewed|recent)", "popular", "trending", "trend", "also read",
    "read (?:next|more|also)", "see also", "you may (?:also )?like", "up next", "next", "prev",
    "previous", "pagination", "pager", "paging", "share\\w*", "sharing", "social\\w*", "sociable",
    "addthis", "facebook", "twitter", "whatsapp", "follow", "subscribe\\w*", "subscription\\w*",
    "newsletter\\w*", "signup", "sign up", "login", "log in", "register", "registration", "paywall",
    "promo\\w*", "promotions?", "ads?", "adv", "advert\\w*", "adsense", "ad (?:slot|unit|wrap\\w*)",
    "dfp", "sponsor\\w*", "outbrain", "taboola", "banner\\w*", "cookies?", "consent", "gdpr",
    "modal", "popup", "pop up", "overlay", "lightbox", "tooltip", "dropdown", "drop down", "tags?",
    "tag list", "tag cloud", "tagcloud", "topics?", "keywords", "categor(?:y|ies) (?:list|links)",
    "cat links", "taxonomy", "post nav", "post meta", "entry meta", "meta", "metadata", "byline",
    "dateline", "author (?:bio|box|info|card|details|profile|block)", "author", "about author",
    "bio", "biography", "contributors?", "copyright", "legal", "disclaimer", "disclosure", "credits?",
    "rating", "ratings", "votes?", "poll", "quiz", "survey", "print", "email", "skip", "skip link",
    "skiplinks?", "hidden", "visually hidden", "screen reader\\w*", "sr only", "hide", "search",
    "searchbox", "utility", "jump", "toc", "table of contents", "comments?", "comment ?list",
    "commentlist", "disqus\\w*", "livefyre", "respond", "reply", "replies", "discussion", "feedback",
    "trackbacks?", "pingbacks?", "carousel", "slider", "slideshow", "gallery", "playlist", "teasers?",
    "cards?", "listing", "headlines list", "link list", "linklist", "site info", "jp relatedposts",
    "yarpp\\w*", "wp polls", "donate", "donation", "support us", "membership", "shop", "cart",
    "buy", "product (?:list|card|grid)", "download app", "app promo", "weather", "ticker", "breaking",
    "notification\\w*", "alert", "alerts", "correction form", "report error", "zergnet", "revcontent",
    "infobox", "factbox", "fact box", "pullquote", "pull quote", "pull", "pull ?out", "soc", "nl box",
)  # fmt: skip
NEVER = _words(
    "cookies?", "cookie\\w*", "consent", "gdpr", "ccpa", "modal", "popup", "pop up", "lightbox", "newsletter\\w*",
    "subscribe\\w*", "comment form", "respond", "site footer", "global footer", "page footer", "footer",
    "sidebar", "side bar", "related\\w*", "recommend\\w*", "outbrain", "taboola", "copyright", "widget area",
)  # fmt: skip
"""Words that name something beside the article however much text it holds."""

LIKELY = _words(
    "article", "articles", "body", "article ?body", "article ?text", "article ?content", "content",
    "contents?", "entry", "entry ?content", "hentry", "main", "main ?content", "page ?content", "post",
    "post ?body", "post ?content", "post ?text", "post ?entry", "story", "story ?body", "story ?text",
    "story ?content", "text", "copy", "body ?copy", "rich ?text", "news ?text", "detail", "single",
    "paragraphs?", "prose", "lead", "body ?text", "blog ?post", "full ?text",
)  # fmt: skip
BODY = _words(
    "article ?body", "article ?text", "article ?content", "article ?copy", "article (?:main|page)? ?body",
    "entry ?content", "post ?body", "post ?content", "post ?text", "story ?body", "story ?text",
    "story ?content", "story ?copy", "body ?copy", "content ?body", "body ?content", "news ?body",
    "news ?text", "news ?content", "body ?text", "main ?text", "blog ?content", "page ?body",
    "article ?main", "rich ?text", "full ?text", "art ?(?:txt|text|body|content)", "td post content", "field name body", "article ?detail",
)  # fmt: skip
"""Words an element that holds an article's text, and nothing else, is called by."""

CAPTION = _words(
    "captions?", "cap", "cred", "wp caption\\w*", "fig ?caption", "photo ?caption", "image ?caption", "img ?caption",
    "credits?", "photo ?credit", "image ?credit", "cutline", "picture ?text", "image ?description",
)  # fmt: skip
STANDFIRST = _words(
    "standfirst", "stand ?first", "bullets", "highlights", "key ?points", "dek", "deck", "sub ?title", "sub ?head", "subheading", "sub ?headline",
    "strap ?line", "kicker text", "intro", "introduction", "lede", "lead", "teaser ?text", "summary",
    "article ?summary", "excerpt", "abstract", "description", "article ?description", "chapo", "sapo",
)  # fmt: skip
BYLINE = _words(
    "by ?line\\w*", "authors?", "author ?name", "post ?author", "entry ?author", "article ?author",
    "vcard", "writer", "contributor", "reporter", "signature",
)  # fmt: skip
DATELINE = _words(
    "dates?", "date ?line", "post ?date", "entry ?date", "pub ?date", "publish\\w*", "published", "time",
    "times", "timestamp", "time ?stamp", "posted ?on", "updated", "date ?time", "article ?date", "created",
    "modified", "entry ?meta", "post ?meta", "article ?meta", "post ?info", "article ?info",
)  # fmt: skip


# --- threads --------------------------------------------------------------------------------------


class Platform(NamedTuple):
    """How one publishing system marks a comment: patterns over class and id, attributes aside.

    `item` marks one comment, `text` its words within it, `author` and `time` who and when,
    `votes` the count. `sure`: nothing but a comment is marked like this.
    """

    name: str
    item: re.Pattern[str]
    text: re.Pattern[str]
    author: re.Pattern[str]
    time: re.Pattern[str]
    votes: re.Pattern[str]
    sure: bool


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


def _platform(name: str, item: str, text: str = _TEXT, author: str = _AUTHOR) -> Platform:
    return Platform(
        name,
        re.compile(item),
        re.compile(text),
        re.compile(author),
        re.compile(_TIME),
        re.compile(_VOTES),
        name not in {"numbered", "plain"},
    )


PLATFORMS = (
    _platform("wpdiscuz", r"(?:^|\s)wpd-comment(?:$|\s)|(?:^|\s)wc-comment(?:$|\s)",
              r"\bwpd-comment-text\b|\bwc-comment-text\b",
              r"\bwpd-comment-author\b|\bwc-comment-author\b"),
    _platform("wordpress", r"(?:^|\s)comment(?:\s(?:.*\s)?)(?:byuser|even|odd|thread-even|thread-odd|depth-\d+|alt)(?:$|\s)|(?:^|\s)(?:li|div)-comment-\d+(?:$|\s)"),
    _platform("schema", r"\bschema\.org/(?:User)?Comments?\b"),
    _platform("blogger", r"^comment(?:\s|$)(?=.*\bc\d{6,})",
              r"\bcomment-content\b|\bcomment-body\b"),
    _platform("discourse", r"(?:^|\s)(?:topic-body|crawler-post)(?:$|\s)", r"\bcooked\b|\bpost\b"),
    _platform("numbered", r"(?:^|\s)[\w-]*(?:comment|reply|kommentar|commentaire|comentario|reactie)[-_]?(?:id[-_]?)?\d{2,}(?:$|\s)"),
    _platform("plain", r"(?:^|\s)(?:[a-z]+[-_]{1,2})?(?:comment|reply|reader-?_?comment|comment-?_?(?:item|box|entry|block|container|wrapper|wrap|holder|node|row|post|single|listitem|list-item))(?:$|\s)"),
)  # fmt: skip

NEGATED = re.compile(
    r"(?:no|not|non|has|have|with|without|is|js|show|hide|can|single|page|post type)\b"
)
"""How a class begins that only says what else the page has: `has-sidebar`, `no-comments`."""

CONTROLS = _words(
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
    r"(?:[\s,·•|–-]+(?:says?|said|wrote|writes|commented|replied|posted|schrieb|schreibt|sagte?|meint|denkt|kommentierte?"
    r"|dit|a (?:dit|écrit)|écrit|dice|dijo|escribió|escreveu|disse|ha (?:detto|scritto)|scrive|zegt|schreef|pisze"
    r"|napisał\(?a?\)?|skriver|sa|пишет|говорит|permalink))?(?:\s+(?:on|at|am|le|el|il|op))?\s*[:,·•|#–-]*$",
    re.IGNORECASE,
)
"""How an author line goes on after the name."""

NO_READER = re.compile(r"(?:^| )(?:pingback|trackback)(?= |$)")
"""What stands among comments and is another site's link."""

SUMMARY = _words(
    "standfirst", "stand first", "dek", "deck", "sub ?title", "sub ?headline", "strap ?line", "summary", "excerpt",
    "article ?summary", "chapo", "sapo",
)  # fmt: skip
"""Words for a standfirst, even where it stands in the body's own element."""

CALLS = re.compile(
    r"(?:advertisement|sponsored|sign up\b|subscribe (?:to|now|here|today)|follow us\b|follow .{1,40} on (?:twitter|facebook|instagram)"
    r"|like us on|like this (?:story|article)|share (?:this|on)|read (?:more|also|next)\b|also read\b|see also\b|related(?: stories| articles)?:"
    r"|get .{1,40} in your inbox|more (?:from|on|stories)\b.{0,40}:?$|recommended\b.{0,30}$|don['’]t miss\b.{0,60}$|get the (?:latest|best|top)\b.{0,120}(?:inbox|newsletter|email)"
    r"|click here (?:to|for)\b|download (?:our|the) app|have a tip\?|want more\b.{0,80}\?|join (?:the conversation|our)\b|leave a (?:reply|comment)"
    r"|leggi anche\b|lees ook\b|lea también\b|lee también\b|leia (?:também|mais)\b|lire aussi\b|à lire\b|lesen sie auch\b|mehr zum thema"
    r"|weitere artikel\b|anzeige$|werbung$|publicidade?$|publicité$|читайте также|copyright\b|©)",
    re.IGNORECASE,
)
"""How lines begin that call on readers to go elsewhere or do something."""

STAMP_LINE = re.compile(
    r"(?:(?:first )?published|updated|last updated|posted|publicado|veröffentlicht|publié|pubblicato|aktualisiert)\b[^.!?]{0,160}$"
    r"|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b[^.!?]{0,140}$",
    re.IGNORECASE,
)
"""Lines that say when and by whom a page was published."""

COMMENT_SIGN = re.compile(
    r"comment|reply|kommentar|comentario|reactie|wpd-|wc-|topic-body|crawler-post", re.IGNORECASE
)
"""What the class, id or type of every element that marks a comment holds."""

PROFILE = re.compile(
    r"/(?:users?|members?|profiles?|authors?|people|u)[/.?-]|[?&](?:user|member|u|uid)=",
    re.IGNORECASE,
)
"""Addresses of pages about who wrote a comment."""

CREDIT = re.compile(
    r"\((?:image|photo|picture|pic|credit|foto|bild)s?\s?:[^()]{1,80}\)\s*$|^(?:photo|image|picture)(?: credit| by)?s?:",
    re.IGNORECASE,
)
"""How words under a picture say whose it is."""
