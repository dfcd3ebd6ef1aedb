"""Words of addresses that links of a thread lead to: data only.

In: nothing. Out: patterns over `href` and over the address that a page states of itself. Out of scope: which link is looked at.
"""

from __future__ import annotations

import re

PROFILE_ADDRESS = re.compile(
    r"action=profile|/(?:users?|members?|mitglied(?:er)?|membres?|profiles?|profil|authors?|people|u|personal_pages|user[-_]\w+)[/.?-]"
    r"|[?&;](?:user|showuser|member|u|uid|user_profile|userid|user_id|username)=|(?:view|show|pop_|member_?)profile|/user-?id/\d|(?:member|memberlist|profile|user_info|userinfo)\.\w{2,4}\?"
    r"|^(?:members?|users?|profiles?)/|/[~@][\w.-]+/?$|(?:^|/)(?:user|member|profile)\?",
    re.IGNORECASE,
)
"""Addresses of pages about who wrote a comment."""

LOWER_CASE_PROFILE_ADDRESS = re.compile(PROFILE_ADDRESS.pattern)
"""The same over addresses in lower case: many times faster on every link of a page."""

NON_AUTHOR_ADDRESS = re.compile(
    r"^(?:#|javascript:|mailto:|tel:)|#(?:comment|respond|c|post|p)-?\d*$|replytocom=",
    re.IGNORECASE,
)
"""Addresses that a name may link to and that are none of its bearer's: the comment itself, a form, mail."""

COMMENT_ADDRESS = re.compile(r"^(?:[^#]*#|.*/comments?/)", re.IGNORECASE)
"""Addresses of a comment itself, as its title or day links to."""

FORUM_ADDRESS = re.compile(
    r"(?:canonical|og:url).*?https?://(?:[^\"'\s]*\.)?(?:forums?|foren|foro|boards?|community|discuss)\.[\w-]+\.\w"
    r"|(?:canonical|og:url).*?https?://[^\"'\s]*/(?:forums?|foren|foro|forumdisplay|viewtopic|showthread|viewthread|showtopic|threads?|topics?|discussions?"
    r"|boards?|messageboards?|ubbthreads)(?:[/.?_-]|\.php)",
    re.IGNORECASE | re.DOTALL,
)
"""A `<link>` or `<meta>` that states that the page's own address is a forum's."""
