"""Elements of a page's markup and blocks of words in them: what a tree is made of.

In: what the tree's maker fills in. Out: `StartTag`, `Element` and `TextBlock`, and what an element says of
itself by its attributes. Out of scope: what a class or id means (`labels`).

Source: HTML Standard, tokenization (attributes; character references in them).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from html.entities import html5
from itertools import islice

from onrecord.pages.dom.selectors import HEADING_TAGS

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_CUTS = str.maketrans("-_./:", "     ")
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"([^\s/>][^\s/>=]*+)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|(?!>)([^\s>\"'][^\s>]*+)))?+"
)
# What stands before a value in double quotes, as most are written: a name and its sign.
_BEFORE_VALUE = re.compile(r"[\s/]+([^\s/>=\"'<]+)\s*=\s*")
_LONGEST_NAME = 40
_MOST_ATTRIBUTES = 1_000  # of one tag; those that people write have some tens
_MOST_NAMES = 10_000
_REFERENCE = re.compile(r"&(?:#(?:[0-9]+|[xX][0-9a-fA-F]+);?|([A-Za-z][A-Za-z0-9]*;?)(?!=))")


class StartTag:
    """What is written in a start tag.

    `attributes`: each attribute's name and value, not to be changed; `label`: class and id as written; `words`: the same as words, classes
    parted by two spaces; `hidden`: they say that the element is not shown.
    """

    __slots__ = ("attributes", "hidden", "label", "label_words")

    def __init__(self, written: str) -> None:
        own = self.attributes = read_attributes(written)
        self.label = self.label_words = ""
        if "class" in own or "id" in own:
            self.label = label = f"{own.get('class', '')} {own.get('id', '')}".strip()
            self.label_words = split_label(label)
        self.hidden = ("style" in own or "hidden" in own) and is_hidden(own)

    def get(self, name: str) -> str:
        """Return the value of attribute `name`, empty where there is none."""
        return self.attributes.get(name, "")


class _Names(dict[str, str]):
    """The names that stand before values.

    Raises:
        KeyError: where something else stands there.

    """

    def __missing__(self, before: str) -> str:
        found = _BEFORE_VALUE.fullmatch(before)
        if found is None:
            raise KeyError
        name = found[1].lower()
        if len(before) <= _LONGEST_NAME and len(self) < _MOST_NAMES:
            self[before] = name
        return name


_name_before = _Names().__getitem__


def read_attributes(written: str) -> dict[str, str]:
    """Return each attribute's name and value in what stands after a tag's name; the first one counts."""
    parts = written.split('"')
    end = parts.pop()
    if len(parts) > 2 * _MOST_ATTRIBUTES:
        return _read_any(written)
    if end != ">" and end.strip(" />\t\n\r\f"):
        return _read_any(written)
    each = iter(parts)
    try:
        usual = dict(zip(map(_name_before, each), each, strict=True))
    except (KeyError, ValueError):
        return _read_any(written)
    if 2 * len(usual) != len(parts):
        return _read_any(written)
    if "&" in written:
        for name, value in usual.items():
            if "&" in value:
                usual[name] = _REFERENCE.sub(_read_reference, value)
    return usual


def _read_any(written: str) -> dict[str, str]:
    """Return the attributes, written in whichever way."""
    found: dict[str, str] = {}
    each: Iterable[re.Match[str]] = islice(_ATTRIBUTE.finditer(written), _MOST_ATTRIBUTES)
    for name, *values in (one.groups("") for one in each):
        value = "".join(values)
        if "&" in value:
            value = _REFERENCE.sub(_read_reference, value)
        found.setdefault(name.lower(), value)
    return found


def _read_reference(found: re.Match[str]) -> str:
    # In an attribute `&copy=1` is no reference, nor is a name that goes on after the longest known one.
    return html.unescape(found[0]) if found[1] is None else html5.get(found[1], found[0])


class Element:
    """One element: `parent` is its parent's place in the tree (-1: none).

    `first, last`: its blocks, half-open; `first_run, last_run`: its runs in the tree's order. `end`: one past the last element in it. `label`: class
    and id as written; `words`: the same as words, classes parted by two spaces. `attributes`: each attribute's name and value, not to be changed.
    """

    __slots__ = (
        "attributes",
        "block_end",
        "block_start",
        "end",
        "hidden",
        "index",
        "label",
        "label_words",
        "parent",
        "run_end",
        "run_start",
        "tag",
    )

    def __init__(
        self,
        index: int,
        tag: str,
        parent: int,
        start: StartTag,
        hidden: bool,
        first: int,
        first_run: int,
    ) -> None:
        self.index = index
        self.tag = tag
        self.parent = parent
        self.attributes = start.attributes
        self.label = start.label
        self.label_words = start.label_words
        self.hidden = hidden
        self.block_start = first
        self.run_start = first_run
        self.block_end = self.end = self.run_end = 0

    def get(self, name: str) -> str:
        """Return the value of attribute `name`, empty where there is none."""
        return self.attributes.get(name, "")


@dataclass(slots=True)
class TextBlock:
    """Words that stand together: `runs` are consecutive runs of the scan, in `element`.

    `inner` is the innermost element, inline ones too, that holds all of it.
    """

    element: int
    innermost: int
    runs: list[int] = field(default_factory=list)
    text: str = ""
    link_chars: int = 0

    @property
    def link_density(self) -> float:
        """Share of its characters that are links."""
        return self.link_chars / len(self.text) if self.text else 0.0


def is_hidden(attributes: dict[str, str]) -> bool:
    """Return whether attributes say that an element is not shown."""
    return "hidden" in attributes or (
        "style" in attributes and bool(_UNSEEN.search(attributes["style"]))
    )


@lru_cache(maxsize=32_768)
def split_label(label: str) -> str:
    """Return class and id as words: cut at signs and capitals, classes parted by two spaces."""
    return "  ".join([_words_of_token(token) for token in label.split()])


@lru_cache(maxsize=65_536)
def _words_of_token(token: str) -> str:
    if token.islower() and token.isalnum():
        return token
    parted = token if token.islower() else _HUMP.sub(" ", token).lower()
    return " ".join(parted.translate(_CUTS).split())


def is_heading(element: Element) -> bool:
    """Return whether `element` is one of h1…h6, or says so by its role."""
    return element.tag in HEADING_TAGS or element.get("role") == "heading"
