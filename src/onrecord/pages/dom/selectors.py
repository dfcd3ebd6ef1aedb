"""What tags, classes and attributes mean: the words that zoning goes by, as data.

In: nothing. Out: sets of tag names and patterns over an element's class and id. No site's name stands
here: a pattern is a word that many publishing systems share.
"""

from __future__ import annotations

import re

# --- tags (HTML Standard) -------------------------------------------------------------------------

VOID_TAGS = frozenset(
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
OFTEN_UNCLOSED_TAGS = frozenset(
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

RAW_TEXT_TAGS = frozenset(
    ["script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes"]
)
INLINE_TAGS = frozenset(
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

DROPPED_TAGS = frozenset(
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
HEADING_TAGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
ASIDE_TAGS = frozenset(
    {"nav", "aside", "footer", "form", "button", "menu", "dialog", "fieldset", "noscript"}
)


def _words(*words: str) -> re.Pattern[str]:
    """Return a pattern of whole words in a class or id cut at `-`, `_` and capitals."""
    return re.compile(rf"(?:^| )(?:{'|'.join(words)})(?= |$)")


# --- furniture and body ---------------------------------------------------------------------------

UNLIKELY_LABELS = _words(
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
    "dialog", "privacy\\w*", "infobox", "factbox", "fact box", "pullquote", "pull quote", "pull", "pull ?out", "soc", "nl box",
)  # fmt: skip
NEVER_BODY_LABELS = _words(
    "cookies?", "cookie\\w*", "consent", "gdpr", "ccpa", "modal", "popup", "pop up", "lightbox", "newsletter\\w*",
    "subscribe\\w*", "comment form", "respond", "site footer", "global footer", "page footer", "footer",
    "sidebar", "side bar", "related\\w*", "recommend\\w*", "outbrain", "taboola", "copyright", "widget area",
)  # fmt: skip
"""Words that name something beside the article however much text it holds."""

LIKELY_LABELS = _words(
    "article", "articles", "body", "article ?body", "article ?text", "article ?content", "content",
    "contents?", "entry", "entry ?content", "hentry", "main", "main ?content", "page ?content", "post",
    "post ?body", "post ?content", "post ?text", "post ?entry", "story", "story ?body", "story ?text",
    "story ?content", "text", "copy", "body ?copy", "rich ?text", "news ?text", "detail", "single",
    "paragraphs?", "prose", "lead", "body ?text", "blog ?post", "full ?text",
)  # fmt: skip
BODY_LABELS = _words(
    "article ?body", "article ?text", "article ?content", "article ?copy", "article (?:main|page)? ?body",
    "entry ?content", "post ?body", "post ?content", "post ?text", "story ?body", "story ?text",
    "story ?content", "story ?copy", "body ?copy", "content ?body", "body ?content", "news ?body",
    "news ?text", "news ?content", "body ?text", "main ?text", "blog ?content", "page ?body",
    "article ?main", "rich ?text", "full ?text", "art ?(?:txt|text|body|content)", "td post content", "field name body", "article ?detail",
)  # fmt: skip
"""Words an element that holds an article's text, and nothing else, is called by."""

CAPTION_LABELS = _words(
    "captions?", "cap", "cred", "wp caption\\w*", "fig ?caption", "photo ?caption", "image ?caption", "img ?caption",
    "credits?", "photo ?credit", "image ?credit", "cutline", "picture ?text", "image ?description",
)  # fmt: skip
STANDFIRST_LABELS = _words(
    "standfirst", "stand ?first", "bullets", "highlights", "key ?points", "dek", "deck", "sub ?title", "sub ?head", "subheading", "sub ?headline",
    "strap ?line", "kicker text", "intro", "introduction", "lede", "lead", "teaser ?text", "summary",
    "article ?summary", "excerpt", "abstract", "description", "article ?description", "chapo", "sapo",
)  # fmt: skip
BYLINE_LABELS = _words(
    "by ?line\\w*", "authors?", "author ?name", "post ?author", "entry ?author", "article ?author",
    "vcard", "writer", "contributor", "reporter", "signature",
)  # fmt: skip
DATELINE_LABELS = _words(
    "dates?", "date ?line", "post ?date", "entry ?date", "pub ?date", "publish\\w*", "published", "time",
    "times", "timestamp", "time ?stamp", "posted ?on", "updated", "date ?time", "article ?date", "created",
    "modified", "entry ?meta", "post ?meta", "article ?meta", "post ?info", "article ?info",
)  # fmt: skip

NEGATED_LABEL = re.compile(
    r"(?:no|not|non|has|have|with|without|is|js|show|hide|can|single|page|post type)\b"
)
"""How a class begins that only says what else the page has: `has-sidebar`, `no-comments`."""

SUMMARY_LABELS = _words(
    "standfirst", "stand first", "dek", "deck", "sub ?title", "sub ?headline", "strap ?line", "summary", "excerpt",
    "article ?summary", "chapo", "sapo",
)  # fmt: skip
"""Words for a standfirst, even where it stands in the body's own element."""

CALL_TO_ACTION = re.compile(
    r"(?:advertisement|sponsored|sign up\b|subscribe (?:to|now|here|today)|follow us\b|follow .{1,40} on (?:twitter|facebook|instagram)"
    r"|like us on|like this (?:story|article)|share (?:this|on)|read (?:more|also|next)\b|also read\b|see also\b|related(?: stories| articles)?:"
    r"|get .{1,40} in your inbox|more (?:from|on|stories)\b.{0,40}:?$|recommended\b.{0,30}$|don['’]t miss\b.{0,60}$|get the (?:latest|best|top)\b.{0,120}(?:inbox|newsletter|email)"
    r"|click here (?:to|for)\b|download (?:our|the) app|have a tip\?|want more\b.{0,80}\?|join (?:the conversation|our)\b|leave a (?:reply|comment)"
    r"|leggi anche\b|lees ook\b|lea también\b|lee también\b|leia (?:também|mais)\b|lire aussi\b|à lire\b|lesen sie auch\b|mehr zum thema"
    r"|weitere artikel\b|anzeige$|werbung$|publicidade?$|publicité$|читайте также|copyright\b|©)",
    re.IGNORECASE,
)
"""How lines begin that call on readers to go elsewhere or do something."""

PUBLICATION_LINE = re.compile(
    r"(?:(?:first )?published|updated|last updated|posted|publicado|veröffentlicht|publié|pubblicato|aktualisiert)\b[^.!?]{0,160}$"
    r"|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b[^.!?]{0,140}$",
    re.IGNORECASE,
)
"""Lines that say when and by whom a page was published."""

PICTURE_CREDIT = re.compile(
    r"\((?:image|photo|picture|pic|credit|foto|bild)s?\s?:[^()]{1,80}\)\s*$|^(?:photo|image|picture)(?: credit| by)?s?:",
    re.IGNORECASE,
)
"""How words under a picture say whose it is."""
