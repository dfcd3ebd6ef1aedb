"""Words of classes and ids that say what an element of a thread holds: data only.

In: nothing. Out: patterns over an element's class and id as words (`Element.label_words`), and over those as written
(`Element.label`) where a comment says so. Out of scope: what publishing systems call their own comments (`platforms`), tag and
attribute names (`markup_words`), and words that readers see.
"""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.pages.thread.thresholds import THRESHOLDS


def compile_words(*words: str) -> re.Pattern[str]:
    """Return a pattern of whole words in a class or id split at `-`, `_` and capitals."""
    return re.compile(rf"(?:^| )(?:{'|'.join(words)})(?= |$)")


@lru_cache(maxsize=THRESHOLDS.cached_labels)
def is_in(pattern: re.Pattern[str], label: str) -> bool:
    """Return whether `pattern` is found in `label`; answers are cached, as a page's labels recur."""
    return bool(pattern.search(label))


# --- parts of a comment ----------------------------------------------------------------------------

CONTROL_LABELS = compile_words(
    "reply", "reply link", "replies", "comment reply\\w*", "actions?", "controls?", "buttons?", "btn",
    "report", "flag", "share", "sharing", "permalink", "avatar", "rating", "votes?", "voting", "likes?",
    "dislikes?", "edit link", "edit", "comment edit link", "toolbar", "footer", "badges?", "awaiting moderation",
    "link wrapper", "signature", "sig",
)  # fmt: skip
"""What stands on a comment and is none of its words: buttons, badges, votes, a signature."""

COMMENT_PART_LABELS = re.compile(
    r"(?:^| )(?:comments? (?:count|counter|number|form|respond|link|list|area|section|header|title|body|content"
    r"|text|meta|author|date|time|metadata|policy|nav|navigation|button|icon|avatar|info|footer|reply|actions"
    r"|wrap(?:per)?s|count wrapper|toggle)|no comments?|reply (?:link|title|form|to|button)|leave comment|respond"
    r"|pingback|trackback|post comments?|add comment|write comment)(?= |$)"
)
"""Names with "comment" in them that mark no comment: their count, their form, a part of one."""

TITLE_LABELS = re.compile(r"(?:^| )(?:titles?|subject|headline|betreff|titel|titre|asunto)(?= |$)")
"""The title of a comment."""

HEADLINE_LABELS = re.compile(
    r"(?:^| )(?:titles?|subjects?|headlines?|permalink|heading|betreff|titel|titre|asunto|oggetto)(?= |$)"
)
"""Titles and permalinks, which vary over a thread as its authors do."""

QUOTE_LABELS = compile_words(
    "quotes?", "quoted?", "quote ?(?:content|text|block|body|box|title|header|container|author)", "quote\\w*", "bb ?code ?(?:quote|block ?quote\\w*)",
    "block ?quote\\w*", "bb quote", "zitat", "zitate?", "citation", "cita", "uncited",
)  # fmt: skip
"""What holds words that someone else wrote before."""

PINGBACK_LABELS = re.compile(r"(?:^| )(?:pingback|trackback)(?= |$)")
"""What stands among comments and is another site's link."""

REPLY_LIST_LABELS = re.compile(
    r"(?:^| )(?:children|repl(?:y|ies)|indented|nested|sub ?comments?|responses|comment replies|answers?)(?= |$)"
)
"""The list of replies to a comment."""

STATED_PARENT_LABELS = re.compile(
    r"(?:^|\s)(?:parent|reply-?to|in-?reply-?to|child-?of)[-_](?:comment[-_])?(\w+)(?!\S)"
)
"""A class, as written, that ends in the number of the comment answered: `parent-12`."""

DEPTH_LABELS = re.compile(
    r"(?:^|\s)(?:[\w-]*?[-_])?(?:depth|level|lvl|indent|nesting|niveau|ebene)[-_]?(\d{1,2})(?!\S)"
)
"""A class, as written, that ends in how deep a comment is nested: `depth-2`."""

# --- authors ---------------------------------------------------------------------------------------

AUTHOR_LABELS = re.compile(
    r"\b(?:[\w-]*user-?_?(?:name|handle)?|[\w-]*author[\w-]*|[\w-]*nick(?:name)?|[\w-]*poster|name|member|profile-?name|display-?name"
    r"|pseudo|autor|auteur|autore|utente|usuario|naam|who|by|writer|commenter)\b"
)
"""Who wrote, as any system may call it; looked for in tag, class, id and itemprop together."""

AUTHOR_FIELD_LABELS = re.compile(
    r"\b(?:[\w-]*user-?_?name|[\w-]*author|[\w-]*nick|poster|name|userlink|user|member|profile-?name|display-?name)\b"
)
"""Who wrote, in blocks of no known system; looked for in class, id and itemprop together."""

USERNAME_LABELS = re.compile(
    r"\b(?:author|user|nick|display|screen) ?name\b|(?:^| )(?:fn|nick)(?= |$)"
)
"""The name alone, within an element that holds more of the author."""

MEMBER_NAME_LABELS = re.compile(
    r"(?:^| )(?:(?:user|nick|screen|display) ?name|nick|poster|post author)(?= |$)"
)
"""A member's name, anywhere on a page."""

MEMBER_LINK_LABELS = re.compile(
    r"(?:^| )(?:(?:user|nick|screen|display|member|author|poster) ?(?:name|link)|hn ?user|nick|poster|user)(?= |$)"
)
"""A link to a member's profile."""

MEMBER_PANEL_LABELS = re.compile(
    r"(?:^| )(?:user|author|profile|member|poster|byline|commenter|(?:user|author|member|post|comment|reply) ?(?:info|details|meta|head|header|profile))(?= |$)"
)
"""What forums show of a member beside each post, and the header of a comment."""

AVATAR_LABELS = re.compile(r"(?:^| )avatar(?= |$)")
"""The author's picture."""

AVATAR_SOURCES = re.compile(
    r"avatar|gravatar|userpic|user-?im(?:age|g)|profile-?(?:pic|image|photo)|author", re.IGNORECASE
)
"""The author's picture: its class as written, its address, or the class of what it stands in."""

NON_NAME_LABELS = compile_words(
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
"""What stands beside an author's name and is none: rank, group, number of posts."""

# --- what stands around a thread -------------------------------------------------------------------

READER_LABELS = compile_words(
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
"""What readers write in: threads, topics, replies, guest books."""

FORUM_LABELS = re.compile(
    r"(?:^| )(?:forums?|foren|foro|fórum|view ?topic|show ?thread|forum \w+|\w+ forum|topic ?(?:list|view|show|posts)|thread ?(?:list|view|show))(?= |$)"
)
"""A forum's page, by the name of its outermost elements."""

CHANGE_LIST_LABELS = re.compile(
    r"(?:^| )(?:change ?logs?|changes|releases?|release \w+|what ?s ?new|commits?|commit \w+|revisions?|(?:page|edit|version|revision) ?history)(?= |$)"
)
"""Lists of changes and releases, which link to those who made them."""

SIDE_CONTENT_LABELS = re.compile(
    # "No sidebar" and "with sidebar" are said of what stands beside one.
    r"(?:^| )(?:(?<!no )(?<!has )(?<!with )(?<!without )(?<!message )(?:sidebar|side bar)(?=$|  | \d| left| right| inner| content)|widgets?|related\w*|recommend\w*|teasers?|latest|recent\w*|popular|trending|most \w+|(?<!comment )(?<!post )(?<!message )(?<!reply )footer|nav"
    r"|navigation|menu|breadcrumbs?|carousel|slider|read (?:more|also|next)|see also|more (?:from|on|stories|news))(?= |$)"
)
"""What stands beside a page's own content. "No sidebar" and "with sidebar" are said of the content itself."""
