"""Tags, roles and labels of an article and of what stands beside it.

In: nothing. Out: sets of tag names and of attribute values, and patterns over an element's label words
(`dom.element.split_label`). Out of scope: any one site; each pattern is a word that many publishing systems share.
"""

from __future__ import annotations

import re

ASIDE_TAGS = frozenset("nav aside footer form button menu dialog fieldset noscript".split())
"""Elements that stand beside an article, unless they hold a large part of the page."""

NEVER_BODY_TAGS = frozenset({"footer", "nav", "noscript"})
"""Elements that are never the article, however much they hold."""

ASIDE_ROLES = frozenset(
    {"navigation", "complementary", "contentinfo", "banner", "search", "dialog"}
)
"""ARIA roles of what stands beside an article."""

OTHER_STORY_TAGS = frozenset("aside nav article figure figcaption".split())
"""Elements that, beside an article's text and not around it, name others than its authors."""

WHOLE_PAGE_TAGS = frozenset({"html", "body", "main"})
PAGE_PART_TAGS = frozenset({"main", "article", "section"})
"""Elements that hold a whole page, and those whose `<header>` is not the head of a site."""

NOTICE_TAGS = frozenset({"dialog", "noscript"})
"""Elements that stay hidden, however much they hold."""

LISTING_ASIDE_TAGS = frozenset("nav footer form button menu dialog fieldset noscript".split())
LISTING_ASIDE_ROLES = frozenset({"navigation", "contentinfo", "banner", "search", "dialog"})
"""Elements and ARIA roles that are no entries of a listing."""

ARTICLE_TAGS = frozenset({"article", "main"})
PAGE_TAGS = frozenset({"body", "html", "main", "article"})
"""Elements that may hold the whole page, whatever their labels."""

MAIN_CONTENT_TAGS = frozenset({"h1", "article", "main"})
"""Elements that mark the main part of a page."""

MENU_OR_ARTICLE_TAGS = frozenset({"nav", "li", "h1", "article", "main"})
"""Elements in which a page's first words are not the name of its outlet."""

PARAGRAPH_TAGS = frozenset("p li td blockquote tr ul ol".split())
"""Elements of single paragraphs, rows and lists, too small to be the article's own."""

TABLE_CELL_TAGS = frozenset({"td", "th"})
KEPT_TAGS = frozenset({"dd", "blockquote", "pre"})
"""Elements whose text belongs to an article though it may be no sentence."""

SUBHEADING_TAGS = frozenset({"h2", "h3"})
DESCRIPTION_PROPERTIES = frozenset({"description", "abstract", "alternativeHeadline"})
"""Properties of schema.org (`itemprop`) that mark a standfirst."""

WEB_SCHEMES = frozenset({"", "http", "https"})
"""Schemes of addresses that lead to web pages; empty in relative ones."""


def _compile_labels(*words: str) -> re.Pattern[str]:
    """Return a pattern that finds any of `words`, whole, among an element's label words."""
    return re.compile(rf"(?:^| )(?:{'|'.join(words)})(?= |$)")


UNLIKELY_LABELS = _compile_labels(
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
"""Labels of what usually stands beside the article."""

NEVER_BODY_LABELS = _compile_labels(
    "cookies?", "cookie\\w*", "consent", "gdpr", "ccpa", "modal", "popup", "pop up", "lightbox", "newsletter\\w*",
    "subscribe\\w*", "comment form", "respond", "site footer", "global footer", "page footer", "footer",
    "sidebar", "side bar", "related\\w*", "recommend\\w*", "outbrain", "taboola", "copyright", "widget area",
)  # fmt: skip
"""Labels of what stands beside the article, however much text it holds."""

CONSENT_LABELS = _compile_labels(
    "cookies?", "cookie\\w*", "consent", "gdpr", "ccpa", "privacy ?\\w*", "onetrust\\w*", "cmp"
)
"""Labels of what asks for consent: never the article, also on a page that shows nothing else."""

LIKELY_LABELS = _compile_labels(
    "article", "articles", "body", "article ?body", "article ?text", "article ?content", "content",
    "contents?", "entry", "entry ?content", "hentry", "main", "main ?content", "page ?content", "post",
    "post ?body", "post ?content", "post ?text", "post ?entry", "story", "story ?body", "story ?text",
    "story ?content", "text", "copy", "body ?copy", "rich ?text", "news ?text", "detail", "single",
    "paragraphs?", "prose", "lead", "body ?text", "blog ?post", "full ?text",
)  # fmt: skip
"""Labels of elements that often hold the article, and more."""

BODY_LABELS = _compile_labels(
    "article ?body", "article ?text", "article ?content", "article ?copy", "article (?:main|page)? ?body",
    "entry ?content", "post ?body", "post ?content", "post ?text", "story ?body", "story ?text",
    "story ?content", "story ?copy", "body ?copy", "content ?body", "body ?content", "news ?body",
    "news ?text", "news ?content", "body ?text", "main ?text", "blog ?content", "page ?body",
    "article ?main", "rich ?text", "full ?text", "art ?(?:txt|text|body|content)", "td post content", "field name body", "article ?detail",
)  # fmt: skip
"""Labels of elements that hold an article's text and nothing else."""

CAPTION_LABELS = _compile_labels(
    "captions?", "cap", "cred", "wp caption\\w*", "fig ?caption", "photo ?caption", "image ?caption", "img ?caption",
    "credits?", "photo ?credit", "image ?credit", "cutline", "picture ?text", "image ?description",
)  # fmt: skip
STANDFIRST_LABELS = _compile_labels(
    "standfirst", "stand ?first", "bullets", "highlights", "key ?points", "dek", "deck", "sub ?title", "sub ?head", "subheading", "sub ?headline",
    "strap ?line", "kicker text", "intro", "introduction", "lede", "lead", "teaser ?text", "summary",
    "article ?summary", "excerpt", "abstract", "description", "article ?description", "chapo", "sapo",
)  # fmt: skip
BYLINE_LABELS = _compile_labels(
    "by ?line\\w*", "authors?", "author ?name", "post ?author", "entry ?author", "article ?author",
    "vcard", "writer", "contributor", "reporter", "signature",
)  # fmt: skip
AUTHOR_LABELS = _compile_labels(
    "by ?line(?:s| name| author)?", "authors?", "author ?name", "post ?author", "entry ?author", "article ?author", "vcard", "fn", "writer",
    "post ?by ?line", "article ?by ?line", "author ?link", "posted ?by",
)  # fmt: skip
"""Labels of elements that hold authors' names and little else."""

TEASER_LABELS = _compile_labels(
    "related\\w*", "recommend\\w*", "recirc\\w*", "more (?:from|on|stories|news|in)", "most (?:read|popular|viewed|recent)", "popular",
    "trending", "also read", "read (?:next|more|also)", "see also", "you may (?:also )?like", "up next", "teasers?", "promo\\w*",
    "sidebar", "side bar", "rail", "widgets?", "carousel", "outbrain", "taboola", "latest", "similar\\w*",
)  # fmt: skip
"""Labels of what points to other stories."""

COMMENT_LABELS = _compile_labels(
    "comments?", "comment ?\\w+", "replies", "reply", "respond", "disqus\\w*", "discussion", "pingbacks?", "trackbacks?",
)  # fmt: skip
"""Labels of readers' comments and of what stands around them."""

SITE_LABELS = _compile_labels(
    "nav", "navs", "navigation", "navbar", "nav ?bar", "menu", "submenu", "breadcrumbs?", "crumbs?", "footer", "masthead", "site header",
    "page header", "global header", "topbar", "top bar", "toolbar", "pagination", "pager", "paging", "share\\w*", "sharing", "social\\w*",
    "newsletter\\w*", "signup", "sign up", "login", "log in", "paywall", "adv", "advert\\w*", "adsense", "cookies?", "consent", "modal",
    "popup", "overlay", "lightbox", "tooltip", "dropdown", "drop down", "filters?", "sort", "sorting", "facets?", "skip", "skip link",
    "visually hidden", "screen reader\\w*", "sr only", "search ?(?:box|bar|form)", "sidebar", "side bar", "copyright", "alert", "alerts",
)  # fmt: skip
"""Labels of what surrounds the main part of every page of a site."""

DATELINE_LABELS = _compile_labels(
    "dates?", "date ?line", "post ?date", "entry ?date", "pub ?date", "publish\\w*", "published", "time",
    "times", "timestamp", "time ?stamp", "posted ?on", "updated", "date ?time", "article ?date", "created",
    "modified", "entry ?meta", "post ?meta", "article ?meta", "post ?info", "article ?info",
)  # fmt: skip

NEGATED_LABEL = re.compile(
    r"(?:no|not|non|has|have|with|without|is|js|show|hide|can|single|page|post type|cols?|column|grid|flex|overflow|field label|wy)\b"
)
"""The beginning of a class that only says what else the page has (`has-sidebar`, `no-comments`) or how it is set out."""

SUMMARY_LABELS = _compile_labels(
    "standfirst", "stand first", "dek", "deck", "sub ?title", "sub ?headline", "strap ?line", "summary", "excerpt",
    "article ?summary", "chapo", "sapo",
)  # fmt: skip
"""Labels of a standfirst, also where it stands inside the element of the body."""
