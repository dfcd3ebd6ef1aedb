"""Start tags, elements and text blocks: the parts of a page's tree.

In: what the tree builder fills in. Out: `StartTag`, `Element`, `EmptyElement`, `TextBlock`, and what an element's own
attributes say of it. Out of scope: what a class or id means (`selectors`, `article.labels`).

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
from typing import NamedTuple

from onrecord.pages.dom.selectors import HEADING_TAGS
from onrecord.pages.dom.thresholds import THRESHOLDS

_CAMEL_CASE_EDGE = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_LABEL_SEPARATORS = str.maketrans("-_./:", "     ")
_HIDING_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"([^\s/>][^\s/>=]*+)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|(?!>)([^\s>\"'][^\s>]*+)))?+"
)
# Before a value in double quotes, the usual form: a name and an equals sign.
_NAME_BEFORE_VALUE = re.compile(r"[\s/]+([^\s/>=\"'<]+)\s*=\s*")
_REFERENCE = re.compile(r"&(?:#(?:[0-9]+|[xX][0-9a-fA-F]+);?|([A-Za-z][A-Za-z0-9]*;?)(?!=))")


class StartTag:
    """The attributes of a start tag, parsed.

    `attributes`: each attribute's name and value, read-only; `label`: class and id as written;
    `label_words`: the label in lower-case words, its tokens separated by two spaces; `hidden`: whether
    the attributes say that the element is not shown.
    """

    __slots__ = ("attributes", "hidden", "label", "label_words")

    def __init__(self, written: str) -> None:
        own = self.attributes = read_attributes(written)
        self.label = self.label_words = ""
        if "class" in own or "id" in own:
            label = f"{own.get('class', '')} {own.get('id', '')}".strip()
            if len(label) > THRESHOLDS.max_label_chars:
                label = label[: THRESHOLDS.max_label_chars].rpartition(" ")[0]
            self.label = label
            self.label_words = split_label(label)
        self.hidden = ("style" in own or "hidden" in own) and is_hidden(own)

    def get(self, name: str) -> str:
        """Return the value of attribute `name`, empty where there is none."""
        return self.attributes.get(name, "")


class _NameCache(dict[str, str]):
    """Attribute names by the source text before their values (` href=`).

    Raises:
        KeyError: where that text is not a name and an equals sign.

    """

    def __missing__(self, before: str) -> str:
        match = _NAME_BEFORE_VALUE.fullmatch(before)
        if match is None:
            raise KeyError
        name = match[1].lower()
        if (
            len(before) <= THRESHOLDS.max_cached_name_length
            and len(self) < THRESHOLDS.max_cached_names
        ):
            self[before] = name
        return name


_read_name = _NameCache().__getitem__


def read_attributes(written: str) -> dict[str, str]:
    """Return each attribute's name and value; of two with one name the first counts.

    Args:
        written: the source of a start tag after the tag's name.

    """
    parts = written.split('"')
    end = parts.pop()
    if len(parts) > 2 * THRESHOLDS.max_attributes:
        return _parse_attributes(written)
    if end != ">" and end.strip(" />\t\n\r\f"):
        return _parse_attributes(written)
    each = iter(parts)
    try:
        attributes = dict(zip(map(_read_name, each), each, strict=True))
    except (KeyError, ValueError):
        return _parse_attributes(written)
    if 2 * len(attributes) != len(parts):
        return _parse_attributes(written)
    if "&" in written:
        for name, value in attributes.items():
            if "&" in value:
                attributes[name] = _REFERENCE.sub(_read_reference, value)
    return attributes


def _parse_attributes(written: str) -> dict[str, str]:
    """Return the attributes, quoted in any way or not at all: slower than `read_attributes`."""
    attributes: dict[str, str] = {}
    matches: Iterable[re.Match[str]] = _ATTRIBUTE.finditer(written)
    for match in islice(matches, THRESHOLDS.max_attributes):
        name, *values = match.groups("")
        value = "".join(values)
        if "&" in value:
            value = _REFERENCE.sub(_read_reference, value)
        attributes.setdefault(name.lower(), value)
    return attributes


def _read_reference(match: re.Match[str]) -> str:
    # In an attribute `&copy=1` is no reference, nor is a name that goes on after the longest known one.
    return html.unescape(match[0]) if match[1] is None else html5.get(match[1], match[0])


class Element:
    """One element of a page's tree.

    `index`: its place among the tree's elements, in order of the document; `end`: one past its last
    descendant; `parent`: its parent's index, -1 for none. `block_start`, `block_end`: its blocks, and
    `run_start`, `run_end`: its runs in the tree's order, both half-open. `attributes`: each attribute's
    name and value, read-only; `label`: class and id as written; `label_words`: the label in lower-case
    words, its tokens separated by two spaces. `hidden`: it or an ancestor is not shown.
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
        block_start: int,
        run_start: int,
    ) -> None:
        self.index = index
        self.tag = tag
        self.parent = parent
        self.attributes = start.attributes
        self.label = start.label
        self.label_words = start.label_words
        self.hidden = hidden
        self.block_start = block_start
        self.run_start = run_start
        self.block_end = self.end = self.run_end = 0

    def get(self, name: str) -> str:
        """Return the value of attribute `name`, empty where there is none."""
        return self.attributes.get(name, "")


class EmptyElement(NamedTuple):
    """An `<img>`, `<meta>` or `<time>` without text: its attributes, and the index of its parent (-1: none)."""

    tag: str
    attributes: dict[str, str]
    parent: int


@dataclass(slots=True)
class TextBlock:
    """Text that stands together: a paragraph, list item, cell, heading or line.

    Attributes:
        element: index of the block-level element that holds it.
        innermost: index of the innermost element, inline ones too, that holds all of it.
        runs: consecutive text runs of the scan.
        text: its text, white space collapsed; a line break is a line feed.
        link_chars: how many of its characters are in links.
        notes: text runs between or after them that are marks of notes, and no part of its text.

    """

    element: int
    innermost: int
    runs: list[int] = field(default_factory=list)
    text: str = ""
    link_chars: int = 0
    notes: list[int] = field(default_factory=list)

    @property
    def link_density(self) -> float:
        """Share of its characters that are in links."""
        return self.link_chars / len(self.text) if self.text else 0.0


def is_hidden(attributes: dict[str, str]) -> bool:
    """Return whether attributes say that an element is not shown."""
    return "hidden" in attributes or (
        "style" in attributes and bool(_HIDING_STYLE.search(attributes["style"]))
    )


@lru_cache(maxsize=32_768)
def split_label(label: str) -> str:
    """Return class and id as words: cut at punctuation and capitals, tokens separated by two spaces.

    Examples:
        >>> split_label("articleBody main-text")
        'article body  main text'

    """
    return "  ".join([_split_token(token) for token in label.split()])


@lru_cache(maxsize=65_536)
def _split_token(token: str) -> str:
    if token.islower() and token.isalnum():
        return token
    words = token if token.islower() else _CAMEL_CASE_EDGE.sub(" ", token).lower()
    return " ".join(words.translate(_LABEL_SEPARATORS).split())


def is_heading(element: Element) -> bool:
    """Return whether `element` is one of h1…h6, or says so by its role."""
    return element.tag in HEADING_TAGS or element.get("role") == "heading"
