"""The shape of an element: what elements of one kind share.

In: an element. Out: a key made of its tag, first class and numbered id. Out of scope: what stands in it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.pages.dom.element import Element
from onrecord.pages.thread.thresholds import THRESHOLDS

_DIGITS = re.compile(r"\d+")


def describe_shape(element: Element) -> str:
    """Return what elements of one kind share: tag, first class, and a numbered id, with "#" for numbers.

    An element without class and numbered id has a shape that ends in a dot: "div.".
    """
    return _build_key(element.tag, element.get("class"), element.get("id"))


@lru_cache(maxsize=THRESHOLDS.cached_labels)
def _build_key(tag: str, classes: str, element_id: str) -> str:
    first = _DIGITS.sub("#", classes.split(maxsplit=1)[0]) if classes.strip() else ""
    numbered = _DIGITS.sub("#", element_id) if _DIGITS.search(element_id) else ""
    return f"{tag}.{first}{numbered}"
