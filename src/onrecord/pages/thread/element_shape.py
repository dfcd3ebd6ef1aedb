"""The shape of an element: what elements of one kind share.

In: an element. Out: a key made of its tag, first class and numbered id. Out of scope: what stands in it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.pages.dom.element import Element

_DIGITS = re.compile(r"\d+")


def describe_shape(element: Element) -> str:
    """Return what elements of one kind share: tag, first class, and a numbered id without its number."""
    return _build_key(element.tag, element.get("class"), element.get("id"))


@lru_cache(maxsize=16_384)
def _build_key(tag: str, classes: str, name: str) -> str:
    first = _DIGITS.sub("#", classes.split(maxsplit=1)[0]) if classes.strip() else ""
    numbered = _DIGITS.sub("#", name) if _DIGITS.search(name) else ""
    return f"{tag}.{first}{numbered}"
