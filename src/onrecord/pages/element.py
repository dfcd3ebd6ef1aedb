"""Elements of a page's markup and blocks of words in them: what a tree is made of.

In: what the tree's maker fills in. Out: `StartTag`, `Element` and `Block`, and what an element says of
itself by its attributes. Leaves alone: what a class or id means (`labels`).

Source: HTML Standard, tokenization (attributes; character references in them).
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from functools import lru_cache
from html.entities import html5

from onrecord.pages.selectors import HEADINGS

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_CUT = re.compile(r"[-_./:]+")
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"([^\s/>][^\s/>=]*+)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|(?!>)([^\s>\"'][^\s>]*+)))?+"
)
# Attributes, as most are written, that tell nothing of what an element is for.
_SILENT = re.compile(
    r" (?:href|src|srcset|alt|title|target|rel|width|height|content|data-[a-z-]+)=\"[^\"]*+\"(?=[\s/>])"
)
_USUAL = re.compile(r"(?:\s++[a-z:-]++=\"[^\"&]*+\")*+[\s/]*+>?")
_USUAL_ONE = re.compile(r"([a-z:-]++)=\"([^\"]*+)\"")
_REFERENCE = re.compile(r"&(?:#(?:[0-9]+|[xX][0-9a-fA-F]+);?|([A-Za-z][A-Za-z0-9]*;?)(?!=))")


class StartTag:
    """What is written in a start tag: all attributes are read when they are asked for, once.

    `lower`: all of it in small letters; `label`: class and id as written; `words`: the same as words, classes parted by two spaces.
    """

    __slots__ = ("_attributes", "_written", "hidden", "label", "lower", "words")

    def __init__(self, written: str) -> None:
        self._written = written
        self.lower = written.lower()
        self._attributes: dict[str, str] | None = None
        self.label, self.words, self.hidden = _told(_SILENT.sub("", written))

    @property
    def attributes(self) -> dict[str, str]:
        """Each attribute's name and value; not to be changed."""
        if self._attributes is None:
            self._attributes = read_attributes(self._written)
        return self._attributes

    def get(self, name: str) -> str:
        """Return the value of attribute `name`, empty where there is none."""
        if self._attributes is None:
            if name not in self.lower:
                return ""
            self._attributes = read_attributes(self._written)
        return self._attributes.get(name, "")


@lru_cache(maxsize=32_768)
def _told(written: str) -> tuple[str, str, bool]:
    """Return the label that attributes give, its words, and whether they hide the element."""
    own = read_attributes(written)
    label = f"{own.get('class', '')} {own.get('id', '')}".strip()
    return label, words_of_label(label) if label else "", is_hidden(own)


def read_attributes(written: str) -> dict[str, str]:
    """Return each attribute's name and value in what stands after a tag's name; the first one counts."""
    if _USUAL.fullmatch(written):
        pairs = _USUAL_ONE.findall(written)
        usual = dict(pairs)
        if len(usual) == len(pairs):
            return usual
    found: dict[str, str] = {}
    for name, *values in _ATTRIBUTE.findall(written):
        value = "".join(values)
        if "&" in value:
            value = _REFERENCE.sub(_read_reference, value)
        found.setdefault(name.lower(), value)
    return found


def _read_reference(found: re.Match[str]) -> str:
    # In an attribute `&copy=1` is no reference, nor is a name that goes on after the longest known one.
    return html.unescape(found[0]) if found[1] is None else html5.get(found[1], found[0])


@dataclass(slots=True)
class Element:
    """One element: `parent` is its parent's place in the tree (-1: none).

    `first, last`: its blocks, half-open; `first_run, last_run`: its runs in the tree's order. `end`: one past the last element in it. `label`: class
    and id as written; `words`: the same as words, classes parted by two spaces.
    """

    index: int
    tag: str
    parent: int
    start: StartTag
    label: str
    words: str
    hidden: bool
    first: int
    first_run: int
    last: int = 0
    end: int = 0
    last_run: int = 0

    @property
    def attributes(self) -> dict[str, str]:
        """Each attribute's name and value; not to be changed."""
        return self.start.attributes

    def get(self, name: str) -> str:
        """Return the value of attribute `name`, empty where there is none."""
        return self.start.get(name)


@dataclass(slots=True)
class Block:
    """Words that stand together: `runs` are consecutive runs of the scan, in `element`.

    `inner` is the innermost element, inline ones too, that holds all of it.
    """

    element: int
    inner: int
    runs: list[int] = field(default_factory=list)
    text: str = ""
    linked: int = 0

    @property
    def link_density(self) -> float:
        """Share of its characters that are links."""
        return self.linked / len(self.text) if self.text else 0.0


def is_hidden(attributes: dict[str, str]) -> bool:
    """Tell whether attributes say that an element is not shown."""
    return "hidden" in attributes or (
        "style" in attributes and bool(_UNSEEN.search(attributes["style"]))
    )


def words_of_label(label: str) -> str:
    """Return class and id as words: cut at signs and capitals, classes parted by two spaces."""
    return "  ".join([_words_of_token(token) for token in label.split()])


@lru_cache(maxsize=65_536)
def _words_of_token(token: str) -> str:
    if token.islower() and token.isalnum():
        return token
    return " ".join(_CUT.sub(" ", _HUMP.sub(" ", token)).lower().split())


def is_heading(element: Element) -> bool:
    """Tell whether `element` is one of h1…h6, or says so by its role."""
    return element.tag in HEADINGS or element.get("role") == "heading"
