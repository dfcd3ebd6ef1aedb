"""Markup and text runs of HTML, by one pass over the source.

In: the source as text. Out: a `ScannedMarkup`: the text runs between markup with their place in the source; the
start tags as written; and a skeleton to be parsed by lexbor, in which each run is a mark that carries
its number and each tag has its number for its only attribute. Out of scope: the tree, which lexbor
repairs as browsers do.

Source: HTML Standard, tokenization (comments, raw text, attributes).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from onrecord.config import MOST_NESTED
from onrecord.pages.dom.element import StartTag
from onrecord.pages.dom.selectors import INLINE_TAGS, OFTEN_UNCLOSED_TAGS, RAW_TEXT_TAGS, VOID_TAGS
from onrecord.pages.dom.text_runs import iter_text_runs, normalise_text
from onrecord.pages.dom.unclosed_formatting import limit_reopened

RUN_MARK = "\ue000"
"""What stands before a run's number in the skeleton."""
_ATTRIBUTES = (
    r"(?:\s++[a-zA-Z:-]++=\"[^\"]*+\")*+"  # as most are written: the rest reads any way of writing them
    r"(?:[\s/]++|[^\s/>][^\s/>=]*+"
    r"(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|(?=>)|[^\s>\"'][^\s>]*+))?+)*+"
)
_MARKUP_TEXT = rf"""(<(?:
      (?:(?=[eEiInNsStTxX])((?i:{"|".join(sorted(RAW_TEXT_TAGS))}))(?=[\s/>])|/?[A-Za-z][^\s/>]*+)
      {_ATTRIBUTES}(?:>|\Z)
      ((?(2)(?:HELD)))
    |
      !--(?:-?>|[^-]*+(?:-(?!-!?>)[^-]*+)*+(?:--!?>|\Z))
    | [!?][^>]*>?
    | /(?![A-Za-z])[^>]*>?
    ))"""
_HELD = r"[^<]*+(?:<(?!/(?i:\2)[\s/>])[^<]*+)*+"
_MARKUP = re.compile(_MARKUP_TEXT.replace("HELD", _HELD), re.VERBOSE)
_XML_MARKUP = re.compile(_MARKUP_TEXT.replace("HELD", rf"(?<=/>)|{_HELD}"), re.VERBOSE)
# Left open they would hold the rest of the page, which no browser shows: anchors and signs of fonts.
_EMPTY = frozenset({"</a>", "</i>", "</span>"})
_GROUPS = (
    4  # a text and what is caught of the markup after it: all, the name of raw text, that text
)
_DEPTHS = {"table": 4, "ul": 2, "ol": 2, "dl": 2}  # with what they hold, whose ends may be left out
_BEGIN = re.compile(r"</?[A-Za-z][^\s/>]*")
_NAME = re.compile(r"[a-z][a-z0-9:_-]*")
_DOCTYPE = re.compile(r"<!doctype[\s\w\"'./:+-]*>", re.IGNORECASE | re.ASCII)

# What stands before a run: nothing, white space in the source, a line break, a block's edge, a blank
# line within `<pre>`.
NO_BREAK, SPACE_BREAK, LINE_BREAK, BLOCK_BREAK, PARAGRAPH_BREAK = range(5)
_BLANK_END = re.compile(r"\n[^\S\n]*\n\s*\Z")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")


@dataclass(slots=True)
class ScannedMarkup:
    """The runs that are not white space, in order: what is written, from which character, after what.

    `skeleton`: the markup with marks in the runs' place and numbers in that of `attributes`; `size`: tags and runs in it; `heads`:
    every `<meta>` and `<link>`; `title`: the words of the first `<title>`; `linked`: each JSON-LD script.
    """

    texts: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)
    skeleton: str = ""
    node_count: int = 0
    attribute_texts: list[str] = field(default_factory=list)
    head_tags: list[tuple[str, StartTag]] = field(default_factory=list)
    title: str | None = None
    json_ld: list[str] = field(default_factory=list)


class _Kind(NamedTuple):
    """What tags of one name do: what the skeleton has for them, what they leave before the next run.

    `depth`: what they add to nesting; `told`: they are told of in the `ScannedMarkup`, or hold white space that
    counts; `end`: what the skeleton has for their end where they are written as empty, as in XML.
    """

    out: str
    before: int
    depth: int
    told: str
    end: str


class _Tags(dict[str, tuple[str, int, int, str]]):
    """What each tag does, as it is written, comments and the like as well.

    That is what the skeleton has for it, what it leaves before the next run, what it adds to nesting, and
    the name it is told of by, if it is.
    """

    def __init__(self, *, as_xml: bool) -> None:
        super().__init__({"": ("", NO_BREAK, 0, "")})
        self.numbers: dict[str, int] = {}  # the same attributes recur
        self._as_xml = as_xml
        self._kinds: dict[str, _Kind] = {}

    def __missing__(self, tag: str) -> tuple[str, int, int, str]:
        begin = _BEGIN.match(tag)
        if begin is None:
            found = (tag if _DOCTYPE.fullmatch(tag) else "", NO_BREAK, 0, "")
        else:
            found = self._read(begin[0], tag[begin.end() :])
        self[tag] = found
        return found

    def _read(self, name: str, attributes: str) -> tuple[str, int, int, str]:
        kind = self._kinds.get(name)
        if kind is None:
            kind = self._kinds[name] = _kind(name)
        out, before, depth, told, end = kind
        if not out:
            return "", before, 0, told
        if attributes == ">":
            return f"{out}>", before, depth, told
        number = self.numbers.setdefault(attributes, len(self.numbers))
        if (
            end
            and attributes[-2:] == "/>"
            and (self._as_xml or end in _EMPTY)
            and _is_own(attributes)
        ):
            return f"{out} {number}>{end}", before, 0, told
        return f"{out} {number}>", before, depth, told


def scan_markup(source: str, *, as_xml: bool = False) -> ScannedMarkup:
    """Return the runs of `source` and its skeleton; never fails.

    Args:
        source: a page.
        as_xml: `<iframe/>` is an empty element, as in XML, and not one left open, as in HTML.

    """
    found = ScannedMarkup()
    out: list[str] = []
    tags = _Tags(as_xml=as_xml)
    before, at, depth, pre = BLOCK_BREAK, 0, 0, 0
    parts = iter([*(_XML_MARKUP if as_xml else _MARKUP).split(source), "", None, None])
    for text, tag, raw, held in zip(*[parts] * _GROUPS, strict=True):
        if text:
            if text.isspace():
                before = (
                    PARAGRAPH_BREAK if pre and _BLANK_LINE.search(text) else before or SPACE_BREAK
                )
            else:
                _note_runs(found, out, text, at, before, pre)
                before = PARAGRAPH_BREAK if pre and _BLANK_END.search(text) else NO_BREAK
            at += len(text)
        at += len(tag)
        if raw:
            tag = tag[: len(tag) - len(held)]  # noqa: PLW2901 - what it holds is none of its own
            if not as_xml and tag[-2:] == "/>" and _is_left_empty(source, raw, at - len(held)):
                return scan_markup(source, as_xml=True)
        written, leaves, nests, told = tags[tag]
        if leaves > before:  # noqa: PLR1730 - once a tag: a call costs more
            before = leaves
        if told:
            _tell(found, told, tag, held or "")
            pre = max(0, pre + nests)
        if nests:
            depth += nests
            if depth >= MOST_NESTED and nests > 0:
                continue
        if written:
            out.append(written)
    found.skeleton, found.node_count = "".join(limit_reopened(out)), len(out)
    found.attribute_texts = list(tags.numbers)
    return found


def _note_runs(
    found: ScannedMarkup, out: list[str], text: str, at: int, before: int, pre: int
) -> None:
    """Add the runs of `text` to `found` and their marks to the skeleton `out`."""
    if not pre:
        out.append(f"{RUN_MARK}{len(found.texts)}")
        found.texts.append(text)
        found.starts.append(at)
        found.breaks.append(before)
        return
    for start, stop, edge in _parted(text, before):
        _note_runs(found, out, text[start:stop], at + start, edge, 0)


@lru_cache(maxsize=4096)
def _kind(written: str) -> _Kind:
    """Return what tags do that begin as `written`: `<p`, `</P`."""
    end, name = written[1] == "/", written.strip("</").lower()
    before = LINE_BREAK if name == "br" else NO_BREAK if name in INLINE_TAGS else BLOCK_BREAK
    if name in {"script", "style"}:
        return _Kind("", before, 0, "" if end or name == "style" else name, "")
    nests = (
        _DEPTHS.get(name, 1) if name not in VOID_TAGS | OFTEN_UNCLOSED_TAGS | RAW_TEXT_TAGS else 0
    )
    # `<plaintext>` would make all that follows one text; no other element is called what it can't be.
    own = "pre" if name == "plaintext" else name if _NAME.fullmatch(name) else "x-"
    if end:
        return _Kind(f"</{own}", before, -nests, own if own == "pre" else "", "")
    told = own if own in {"title", "meta", "link", "pre"} else ""
    return _Kind(f"<{own}", before, nests, told, "" if name in VOID_TAGS else f"</{own}>")


def _tell(found: ScannedMarkup, name: str, tag: str, held: str) -> None:
    """Put in `found` what a tag tells of the page."""
    if name in {"meta", "link"}:
        found.head_tags.append((name, StartTag(tag[5:])))
    elif name == "title" and found.title is None:
        found.title = normalise_text(held).strip()
    elif name == "script" and "ld+json" in tag.lower():
        found.json_ld.append(held)


def _is_own(attributes: str) -> bool:
    """Return whether the slash at the end of `attributes` is the tag's own, and not that of an address."""
    return attributes[-3:-2] in {"", '"', "'", " ", "\n", "\t"} or "=" not in attributes


def _is_left_empty(source: str, name: str, at: int) -> bool:
    """Return whether `<iframe/>`, which ends at `at`, is left empty, as a tool that saves pages as XML does.

    It is where no end of its own follows.
    """
    closed = re.compile(rf"</{name}[\s/>]", re.IGNORECASE).search(source, at)
    opened = re.compile(rf"<{name}[\s/>]", re.IGNORECASE).search(source, at)
    return closed is None or (opened is not None and opened.start() < closed.start())


def _parted(text: str, before: int) -> Iterator[tuple[int, int, int]]:
    """Yield where the parts between the blank lines of `text`, words within `<pre>`, begin and end."""
    start = 0
    for found in [*_BLANK_LINE.finditer(text), None]:
        stop = found.start() if found else len(text)
        if text[start:stop].strip():
            yield start, stop, before
            before = PARAGRAPH_BREAK
        elif found:
            before = PARAGRAPH_BREAK
        start = found.end() if found else stop


def extract_words(source: str, *, markup: bool = True) -> str:
    """Return the words `source`, a slice of a page, reads as: tags dropped, white space collapsed."""
    if not markup:
        return " ".join("".join([p[0] for p in iter_text_runs(source, 0, markup=False)]).split())
    out: list[str] = []
    found = scan_markup(source)
    for text, before in zip(found.texts, found.breaks, strict=True):
        out.append(f" {normalise_text(text)}" if before else normalise_text(text))
    return " ".join("".join(out).split())
