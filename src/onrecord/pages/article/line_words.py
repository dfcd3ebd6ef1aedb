"""Words of lines that are no part of an article's text: calls to action, publication lines, picture credits.

In English, German, French, Spanish, Portuguese, Italian, Dutch and Russian.
"""

from __future__ import annotations

import re

CALL_TO_ACTION = re.compile(
    r"(?:advertisement|sponsored|sign up\b|subscribe (?:to|now|here|today)|follow us\b|follow .{1,40} on (?:twitter|facebook|instagram)"
    r"|like us on|like this (?:story|article)|share (?:this|on)|read (?:more|also|next)\b|also read\b|see also\b|related(?: stories| articles)?:"
    r"|get .{1,40} in your inbox|more (?:from|on|stories)\b.{0,40}:?$|recommended\b.{0,30}$|don['’]t miss\b.{0,60}$|get the (?:latest|best|top)\b.{0,120}(?:inbox|newsletter|email)"
    r"|click here (?:to|for)\b|download (?:our|the) app|have a tip\?|want more\b.{0,80}\?|join (?:the conversation|our)\b|leave a (?:reply|comment)"
    r"|leggi anche\b|lees ook\b|lea también\b|lee también\b|leia (?:também|mais)\b|lire aussi\b|à lire\b|lesen sie auch\b|mehr zum thema"
    r"|weitere artikel\b|anzeige$|werbung$|publicidade?$|publicité$|читайте также|copyright\b|©)",
    re.IGNORECASE,
)
"""The beginning of lines that ask readers to go elsewhere or to do something."""

PUBLICATION_LINE = re.compile(
    r"(?:(?:first )?published|updated|last updated|posted|publicado|veröffentlicht|publié|pubblicato|aktualisiert)\b[^.!?]{0,160}$"
    r"|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b[^.!?]{0,140}$",
    re.IGNORECASE,
)
"""Lines that state when, and by whom, a page was published."""

PICTURE_CREDIT = re.compile(
    r"\((?:image|photo|picture|pic|credit|foto|bild)s?\s?:[^()]{1,80}\)\s*$|^(?:photo|image|picture)(?: credit| by)?s?:",
    re.IGNORECASE,
)
"""A credit in the text under a picture, or at its beginning."""

POINTER_LABEL = re.compile(
    r"(?:(?:read|watch|see|listen|related|more|video|photos?|gallery|opinion|analysis|explainer|exclusive|from the archives?|recommended|in pictures"
    r"|live|latest|also|sponsored|advertisement)\b[^:.]{0,20}|(?-i:[A-Z][A-Z' ]{3,25})) ?[:|»>–—]"
    r"|[►▶»>→]|(?i:read|see|watch|listen to) (?:also|more|next|the full)\b",
    re.IGNORECASE,
)
"""The beginning of a linked line that points elsewhere: "Read more:", "WATCH –"."""
