"""Whether words spell the name of a site: its address, or what it calls itself.

In: a part of a title, and an address or a stated name. Out: whether the one spells the other ("The Valley Post" and
valleypost.com, "New York Times" and nytimes.com). Out of scope: where on a page names stand (`outlet`).

Source: of a host's labels the one before the public suffix names the site (RFC 1034); second-level suffixes are those of
registries that sell names below them.
"""

from __future__ import annotations

import re

from onrecord.pages.article.outlet_words import BESIDE_SITE_NAME, SECOND_LEVEL_SUFFIXES, SMALL_WORDS
from onrecord.pages.article.thresholds import THRESHOLDS
from onrecord.records.address import split_address

_WORD = re.compile(r"[^\W_]+")
_ARTICLE = "the"


def is_same_site_name(words: str, name: str) -> bool:
    """Return whether two names are one but for case, spaces, marks and an article before them.

    Examples:
        >>> is_same_site_name("The Valley Post", "ValleyPost"), is_same_site_name("Valley News", "Valley Post")
        (True, False)

    """
    return _normalise(words) == _normalise(name) != ""


def is_site_address_name(words: str, url: str | None) -> bool:
    """Return whether `words` spell the name in an address: in full, or with initials for the first of them.

    Examples:
        >>> is_site_address_name("The Valley Post", "https://www.valleypost.com/a")
        True
        >>> is_site_address_name("New York Times", "https://www.nytimes.com/")
        True
        >>> is_site_address_name("Rain in the valley", "https://www.valleypost.com/a")
        False

    """
    host = (split_address(url).hostname or "").removeprefix("www.")
    label = _find_site_label(host)
    if len(label) < THRESHOLDS.min_site_name_length:
        return False
    tokens = _WORD.findall(words.casefold())
    if "".join(tokens) in {host.replace(".", "").replace("-", ""), f"{_ARTICLE}{label}", label}:
        return True
    named = [token for token in tokens if token not in SMALL_WORDS]
    while named and len(named) > 1 and named[-1] in BESIDE_SITE_NAME and "".join(named) != label:
        if _may_normalise(named, label):
            return True
        named.pop()
    return bool(named) and _may_normalise(named, label)


def _find_site_label(host: str) -> str:
    """Return the label of a host that names the site, without hyphens and a "the" before it."""
    labels = host.split(".")[:-1]
    if len(labels) > 1 and labels[-1] in SECOND_LEVEL_SUFFIXES:
        labels.pop()
    label = labels[-1].replace("-", "") if labels else ""
    return (
        label.removeprefix(_ARTICLE)
        if len(label) > THRESHOLDS.min_site_name_length + len(_ARTICLE)
        else label
    )


def _may_normalise(tokens: list[str], label: str) -> bool:
    """Return whether `label` is made of all of `tokens` in order, each in full or by its initial."""
    ends = {0}
    for token in tokens:
        parts = (token, token[0])
        ends = {at + len(part) for at in ends for part in parts if label.startswith(part, at)}
    return len(label) in ends


def _normalise(words: str) -> str:
    tokens = _WORD.findall(words.casefold())
    return "".join(tokens[1:] if len(tokens) > 1 and tokens[0] == "the" else tokens).removeprefix(
        "the"
    )
