"""How publishing systems mark readers' comments: a table of patterns over class and id, data only.

In: nothing. Out: `PLATFORMS`, in the order they are tried; `GENERAL`, for systems in no row; `COMMENT_SIGN`, which every row's
comments have. A row states only what all sites of a system share. Out of scope: how a comment is read (`comment.reader`), and
how comments of other systems are found (`repeated_blocks`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Platform:
    """How one publishing system marks a comment: patterns over class and id in lower case.

    Attributes:
        name: the system.
        comment: the element that wraps one comment; type and custom tags are searched, too.
        text: the comment's own words within it.
        author: who wrote.
        time: when.
        votes: the count of votes.
        is_specific: nothing but a comment is marked like this.
        needs_text: `text` must be found as well, as other things are marked like the system's comments.

    """

    name: str
    comment: re.Pattern[str]
    text: re.Pattern[str]
    author: re.Pattern[str]
    time: re.Pattern[str]
    votes: re.Pattern[str]
    is_specific: bool = True
    needs_text: bool = False


def _match_any(*names: str) -> str:
    """Return a pattern of elements that have one of `names` (patterns) as a class or id."""
    return rf"(?:^|\s)(?:{'|'.join(names)})(?!\S)"


def _match_all(*names: str) -> str:
    """Return a pattern of elements that have all of `names` (patterns) as classes or id."""
    return "^" + "".join(rf"(?=(?:.*\s)?(?:{name})(?!\S))" for name in names)


_AUTHOR_LABELS = (
    r"\bcomment[-_]*author(?:[-_]*name)?\b|\b(?:comment|reply|post)[-_]*(?:meta[-_]*)?"
    r"(?:author|user|username|name|by|poster)\b|\bfn\b|\bauthor(?:[-_]*name)?\b|\b(?:user|nick|display|screen)[-_]*name\b"
    r"|\bnick\b|\bposter\b|\bcommenter\b|\bcreator\b"
)
_TIME_LABELS = (
    r"\bcomment-?_*meta(?:data)?\b|\bcomment-?_*(?:meta-?_*)?(?:data|date|time|timestamp|metadata|permalink|created)\b|\btimestamp\b"
    r"|\bdate\b|\btime\b|\bpost-?date\b|\bdate-?time\b|\bage\b|\bcreated\b|\bposted-?on\b|\bsubmitted\b"
)
_VOTE_LABELS = (
    r"\bvotes?\b|\bscore\b|\bvote-?_?count\b|\blikes?-?_?count\b|\bpoints?\b|\bwpd-vote-result\b"
)
_TEXT_LABELS = (
    r"\bcomment-?_*(?:content|text|body-?text|body|message|copy|entry)\b|\b(?:reply|post)-?_*"
    r"(?:content|text|body|message|bodytext)\b|\bmessage-?(?:body|content|text)\b|\bcontent\b|\btext\b|\bbody\b"
)


def _define_comments(
    name: str,
    comment: str,
    *,
    text: str = _TEXT_LABELS,
    author: str = _AUTHOR_LABELS,
    is_specific: bool = True,
) -> Platform:
    """Return a system of comments under articles."""
    return Platform(
        name,
        re.compile(comment),
        re.compile(text),
        re.compile(author),
        re.compile(_TIME_LABELS),
        re.compile(_VOTE_LABELS),
        is_specific,
    )


def _define_forum(
    name: str, comment: str, text: str, author: str, time: str = _TIME_LABELS
) -> Platform:
    """Return a system whose comments are named like other things: forums, and comments kept elsewhere."""
    return Platform(
        name,
        re.compile(comment),
        re.compile(text),
        re.compile(author),
        re.compile(time),
        re.compile(_VOTE_LABELS),
        needs_text=True,
    )


PLATFORMS = (
    _define_comments("wpdiscuz", _match_any("wpd-comment", "wc-comment"), text=_match_any("wpd-comment-text", "wc-comment-text"),
              author=_match_any("wpd-comment-author", "wc-comment-author")),
    _define_comments("wordpress", r"(?:^|\s)comment(?:\s(?:.*\s)?)(?:byuser|even|odd|thread-even|thread-odd|depth-\d+|alt)(?:$|\s)|(?:^|\s)(?:li|div)-comment-\d+(?:$|\s)"),
    _define_comments("schema", r"\bschema\.org/(?:user)?comments?\b"),
    _define_comments("blogger", r"^comment(?:\s|$)(?=.*\bc\d{6,})", text=r"\bcomment-content\b|\bcomment-body\b"),
    _define_comments("discourse", _match_any("topic-body", "crawler-post"), text=r"\bcooked\b|\bpost\b"),
    # --- forums
    _define_forum("phpbb", _match_all("post", r"p\d+"), _match_any("content"), _match_any("username(?:-coloured)?", "author", "postauthor"),
           _match_any("author", "postbody-date", "post-date")),
    _define_forum("xenforo 2", _match_all("message", "message--post|message--article|js-post"), _match_any("bbwrapper"),
           _match_any("message-name", "username"), _match_any("u-dt")),
    _define_forum("xenforo 1", _match_all("message", r"post-\d+"), _match_any("messagetext"), _match_any("username"), _match_any("datetime")),
    _define_forum("vbulletin 4", _match_any("postbit(?:legacy|im)?", "postcontainer"), _match_any("postcontent", r"post_message_\d+"),
           _match_any("username", "username_container"), _match_any("postdate", "date", "posthead")),
    _define_forum("vbulletin 3", _match_any(r"post\d{2,}"), _match_any(r"post_message_\d+"), _match_any("bigusername", r"postmenu_\d+"),
           _match_any("thead", "smallfont")),
    _define_forum("vbulletin 5", _match_any("b-post"), _match_any("js-post__content-text", "b-post__content"), _match_any("author", "b-userinfo__username"),
           _match_any("b-post__timestamp")),
    _define_forum("smf", _match_any("post_wrapper"), _match_any("inner"), _match_any("poster"), _match_any("keyinfo", "smalltext", "postinfo")),
    _define_forum("mybb", _match_all("post", r"post_\d+"), _match_any("post_body"), _match_any("author_information", "post_author", "largetext"),
           _match_any("post_date", "post_head")),
    _define_forum("invision 4", _match_any("cpost", "ipscomment"), _match_any("cpost_contentwrap", "ipscomment_content", "ipstype_richtext"),
           _match_any("cauthorpane_author", "ipscomment_author", "ipstype_break"), _match_any("ipstype_light", "ipscomment_meta")),
    _define_forum("invision 3", _match_any("post_block"), _match_any("entry-content", "post_body"), _match_any("author", "vcard"), _match_any("published", "posted_info")),
    _define_forum("vanilla", _match_any("itemcomment", "itemdiscussion"), _match_any("message", "usercontent"), _match_any("author", "username"),
           _match_any("datecreated", "mitem", "meta")),
    _define_forum("woltlab", _match_any("wbbpost"), _match_any("messagetext"), _match_any("username", "messageauthor"), _match_any("datetime", "messagepublicationtime")),
    _define_forum("kunena", _match_any("kmsg", "kblock-msg"), _match_any("kmsgtext", "kmsg"), _match_any("kpost-username", "kwho-user"), _match_any("kmsgdate")),
    _define_forum("fluxbb", _match_all("blockpost", r"p\d+"), _match_any("postmsg"), _match_any("postleft", "user"), _match_any("conr", "postnumber")),
    _define_forum("flarum", _match_any("commentpost", "post"), _match_any("post-body"), _match_any("postuser", "username"), _match_any("postmeta")),
    # --- questions, links
    _define_forum("stack exchange", _match_any("answer", "question", "js-comment", r"comment-\d+"),
           _match_any("s-prose", "js-post-body", "post-text", "comment-copy"), _match_any("user-details", "comment-user"),
           _match_any("user-action-time", "comment-date", "relativetime(?:-clean)?")),
    _define_forum("hacker news", _match_any("comtr"), _match_any("commtext", "comment"), _match_any("hnuser"), _match_any("age")),
    _define_forum("reddit, old", _match_all("thing", r"comment|id-t1_\w+"), _match_any("md", "usertext-body"), _match_any("author"), _match_any("live-timestamp")),
    _define_forum("reddit", _match_all("comment", r"t1_\w+"), _match_any("richtextjson-root", "md", "comment_body"), _match_any("comment_author"), _match_any("commenttopmeta.*")),
    _define_forum("reddit, new", _match_any("shreddit-comment"), _match_any("md"), _match_any("author")),
    # --- comments kept elsewhere, as exports and saved frames have them
    _define_forum("disqus", _match_any("post", "post-content"), _match_any("post-message"), _match_any("author", "publisher-anchor-color"), _match_any("time-ago", "post-meta")),
    _define_forum("facebook", _match_any("uficomment"), _match_any("uficommentbody"), _match_any("uficommentactorname"), _match_any("livetimestamp")),
    _define_forum("coral", _match_any("coral-comment"), _match_any("coral-comment-content", "coral-htmlcontent"), _match_any("coral-comment-username", "coral-username"),
           _match_any("coral-comment-timestamp", "coral-timestamp")),
    _define_forum("livefyre", _match_any("fyre-comment-article"), _match_any("fyre-comment"), _match_any("fyre-comment-username"), _match_any("fyre-comment-date")),
    _define_forum("intense debate", _match_any("idc-c"), _match_any("idc-c-t"), _match_any("idc-c-h"), _match_any("idc-c-h")),
    _define_forum("isso", _match_any("isso-comment"), _match_any("isso-text", "text"), _match_any("isso-author", "author"), _match_any("isso-permalink", "permalink")),
    _define_forum("commento", _match_any("commento-card"), _match_any("commento-body"), _match_any("commento-name"), _match_any("commento-timeago")),
    _define_forum("utterances", _match_any("timeline-comment", "gsc-comment"), _match_any("comment-body", "gsc-comment-content"),
           _match_any("author", "gsc-comment-author"), _match_any("timestamp")),
    # --- systems of whole sites
    _define_forum("spip", _match_any("forum-fil", "forum-message", "comment-fil", "comment-li", "ligne-forum"),
           _match_any("forum-texte", "comment-texte", "comment-content", "texte"), _match_any("forum-auteur", "comment-auteur", "auteur", "spip_in"),
           _match_any("forum-date", "comment-date", "date")),
    _define_forum("serendipity", _match_any("serendipity_comment"), _match_any("serendipity_commentbody", "comment_content"),
           _match_any("comment_author", "comment_source_author"), _match_any("serendipity_comment_source", "comment_date")),
    _define_forum("jcomments", _match_any("comments-item", "comment-box", "rbox"), _match_any(r"comment-body(?:-\d+)?", "comment-body"),
           _match_any("comment-author", "author-homepage"), _match_any("comment-date")),
    _define_forum("remark", _match_any("comment"), _match_any("comment__text"), _match_any("comment__username"), _match_any("comment__time")),
    _define_comments("schema posts", r"\bschema\.org/(?:answer|question|discussionforumposting|socialmediaposting)\b", is_specific=False),
    _define_comments("numbered", r"(?:^|\s)[\w-]*(?:comment|reply|kommentar|commentaire|comentario|reactie)[-_]?(?:id[-_]?)?\d{2,}(?:$|\s)", is_specific=False),
    _define_comments("plain", r"(?:^|\s)(?:[a-z]+[-_]{1,2})?(?:comment|reply|(?:leser)?kommentar|commentaire|comentario|reactie|komentarz|reader-?_?comment|comment-?_?(?:item|box|entry|block|container|wrapper|wrap|holder|node|row|post|single|listitem|list-item))(?:$|\s)", is_specific=False),
)  # fmt: skip
"""A page's comments are read by the row that finds most of them; rows stand from the most specific to the most general."""

GENERAL = _define_comments("general", r"(?!)", is_specific=False)
"""For systems in no row: words that most systems name parts of a comment by."""

# Each alternative begins with a letter: the search then skips all other places.
COMMENT_SIGN = re.compile(
    r"comment|reply|kommentar|comentario|reactie|wpd-|wc-|topic-body|crawler-post|p(?<!\Sp)\d+(?!\S)|message--|post[-_]?\d"
    r"|postbit|postcontainer|b-post(?!\S)|post_wrapper|cpost|post_block|itemdiscussion|wbbpost|kmsg|kblock-msg|blockpost|thing(?<!\Sthing)\s"
    r"|answer(?<!\Sanswer)(?!\S)|question(?<!\Squestion)(?!\S)|comtr|post-content|post-\w+|coral-|fyre-|idc-c|gsc-|forum-|ligne-|rbox(?<!\Srbox)",
)
"""What the class, id or type of every element that marks a comment holds, in lower case: nothing else is tried."""
