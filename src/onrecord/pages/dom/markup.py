"""HTML source to text runs and a skeleton of tags, in one pass.

In: the source as text. Out: a `ScannedMarkup`: the text runs between tags with their places in the source;
the attributes of start tags as written; and a skeleton for lexbor to parse, in which a mark with a number
stands for each run and a number for each tag's attributes. Out of scope: the tree, which lexbor repairs as
browsers do (`tree`).

Source: HTML Standard, tokenization (comments, raw text, attributes).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import NamedTuple

from onrecord.pages.dom.element import StartTag
from onrecord.pages.dom.raised_text import RaisedText, read_raised
from onrecord.pages.dom.selectors import (
    CODE_TAGS,
    HEAD_TAGS,
    INLINE_TAGS,
    OFTEN_UNCLOSED_TAGS,
    RAW_TEXT_TAGS,
    SCANNED_TAGS,
    SELF_CLOSED_END_TAGS,
    VOID_TAGS,
)
from onrecord.pages.dom.text_runs import TextRun, iter_text_runs, normalise_text, read_text_runs
from onrecord.pages.dom.thresholds import THRESHOLDS
from onrecord.pages.dom.unclosed_formatting import limit_reopened

RUN_MARK = "\ue000"
"""What stands before a run's number in the skeleton."""
NO_BREAK, SPACE_BREAK, LINE_BREAK, BLOCK_BREAK, PARAGRAPH_BREAK = range(5)
"""What stands before a run: nothing, white space in the source, a line break, the edge of a block, a blank line
within `<pre>`. A greater one includes the smaller ones."""
_ATTRIBUTES = (
    r"(?:\s++[a-zA-Z:-]++=\"[^\"]*+\")*+"  # the usual form first; the rest reads any form
    r"(?:[\s/]++|[^\s/>][^\s/>=]*+"
    r"(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|(?=>)|[^\s>\"'][^\s>]*+))?+)*+"
)
_MARKUP_TEXT = rf"""(?P<tag><(?:
      (?:(?=[eEiInNsStTxX])(?P<raw_name>(?i:{"|".join(sorted(RAW_TEXT_TAGS))}))(?=[\s/>])|/?[A-Za-z][^\s/>]*+)
      {_ATTRIBUTES}(?:>|\Z)
      (?P<raw_text>(?(raw_name)(?:RAW_TEXT)))
    |
      !--(?:-?>|[^-]*+(?:-(?!-!?>)[^-]*+)*+(?:--!?>|\Z))
    | [!?][^>]*>?
    | /(?![A-Za-z])[^>]*>?
    ))"""
_RAW_TEXT = r"[^<]*+(?:<(?!/(?i:(?P=raw_name))[\s/>])[^<]*+)*+"
_MARKUP = re.compile(_MARKUP_TEXT.replace("RAW_TEXT", _RAW_TEXT), re.VERBOSE)
_XML_MARKUP = re.compile(_MARKUP_TEXT.replace("RAW_TEXT", rf"(?<=/>)|{_RAW_TEXT}"), re.VERBOSE)
_PARTS_PER_TAG = 1 + _MARKUP.groups
"""Parts that splitting at tags gives for each: the text before it, and the groups of the pattern."""
_NESTING = {"table": 4, "ul": 2, "ol": 2, "dl": 2}
"""What elements add to the depth of nesting, with those inside them whose end tags may be left out; others: 1."""
_TAG_START = re.compile(r"</?[A-Za-z][^\s/>]*")
_VALID_NAME = re.compile(r"[a-z][a-z0-9:_-]*")
_DOCTYPE = re.compile(r"<!doctype[\s\w\"'./:+-]*>", re.IGNORECASE | re.ASCII)
_BLANK_LINE_END = re.compile(r"\n[^\S\n]*\n\s*\Z")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")

_TagEffect = tuple[str, int, int, str]
"""What the skeleton has for a tag, the break it leaves, what it adds to the depth, the name it is recorded by."""


@dataclass(slots=True)
class ScannedMarkup:
    """The text runs of a page that are not white space, in order, and its tags.

    Attributes:
        texts: each run as written.
        starts: the character of the source where each run begins.
        breaks: what stands before each run: `NO_BREAK` to `PARAGRAPH_BREAK`.
        skeleton: the tags, with marks in the place of runs and numbers in that of attributes.
        node_count: how many tags and runs it has.
        attribute_texts: the attributes of start tags as written, by their number in the skeleton.
        head_tags: the name and attributes of every `<meta>` and `<link>`.
        title: the text of the first `<title>`, or None.
        json_ld: the content of each JSON-LD script.
        raised: the runs that are written with raised digits or as a fraction, each with the source it stands for.
        notes: the runs that are marks of notes.
        open_raised: the raised stretch in which the scan is, or was last.

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
    raised: dict[int, RaisedText] = field(default_factory=dict)
    notes: set[int] = field(default_factory=set)
    open_raised: RaisedText | None = None

    def read_run(self, run: int) -> Iterable[TextRun]:
        """Return the text runs that run `run` of the scan is made of."""
        if (raised := self.raised.get(run)) is not None:
            return [(self.texts[run], raised.start, raised.end, False)]
        return read_text_runs(self.texts[run], self.starts[run])


class _TagKind(NamedTuple):
    """What all tags of one name do.

    `skeleton`: what the skeleton has for them; `leaves`: the break they leave before the next run; `nesting`:
    what they add to the depth; `recorded`: the name they are recorded by, if they are; `end_tag`: their end tag,
    for those written as empty elements, as in XML.
    """

    skeleton: str
    leaves: int
    nesting: int
    recorded: str
    end_tag: str


class _TagEffects(dict[str, _TagEffect]):
    """What each tag does, by the tag as written; comments and declarations as well."""

    def __init__(self, *, as_xml: bool) -> None:
        super().__init__({"": ("", NO_BREAK, 0, "")})
        self.numbers: dict[str, int] = {}  # the same attributes recur
        self._as_xml = as_xml
        self._kinds: dict[str, _TagKind] = {}

    def __missing__(self, tag: str) -> _TagEffect:
        start = _TAG_START.match(tag)
        if start is None:
            effect = (tag if _DOCTYPE.fullmatch(tag) else "", NO_BREAK, 0, "")
        else:
            effect = self._read(start[0], tag[start.end() :])
        self[tag] = effect
        return effect

    def _read(self, name: str, attributes: str) -> _TagEffect:
        kind = self._kinds.get(name)
        if kind is None:
            kind = self._kinds[name] = _read_kind(name)
        skeleton, leaves, nesting, recorded, end_tag = kind
        if not skeleton:
            return "", leaves, 0, recorded
        if attributes == ">":
            return f"{skeleton}>", leaves, nesting, recorded
        number = self.numbers.setdefault(attributes, len(self.numbers))
        if (
            end_tag
            and attributes[-2:] == "/>"
            and (self._as_xml or end_tag in SELF_CLOSED_END_TAGS)
            and _is_slash_of_tag(attributes)
        ):
            return f"{skeleton} {number}>{end_tag}", leaves, 0, recorded
        return f"{skeleton} {number}>", leaves, nesting, recorded


def scan_markup(source: str, *, as_xml: bool = False) -> ScannedMarkup:
    """Return the runs of `source` and its skeleton; never fails.

    Args:
        source: a page.
        as_xml: `<iframe/>` is an empty element, as in XML, and not one left open, as in HTML.

    """
    scan, skeleton, effects = ScannedMarkup(), list[str](), _TagEffects(as_xml=as_xml)
    max_depth = THRESHOLDS.max_depth
    before, at, depth, pre_depth = BLOCK_BREAK, 0, 0, 0
    parts = iter([*(_XML_MARKUP if as_xml else _MARKUP).split(source), "", None, None])
    for text, tag, raw_name, raw_text in zip(*[parts] * _PARTS_PER_TAG, strict=True):
        if not pre_depth and text.isspace():  # most often: a call costs more
            before = before or SPACE_BREAK
        elif text:
            before = _scan_text(scan, skeleton, text, at, before, pre_depth)
        at += len(text) + len(tag)
        if raw_name:
            tag = tag[: len(tag) - len(raw_text)]  # noqa: PLW2901 - the raw text is no part of the tag
            if (
                not as_xml
                and tag[-2:] == "/>"
                and _is_left_open(source, raw_name, at - len(raw_text))
            ):
                return scan_markup(source, as_xml=True)
        written, leaves, nesting, recorded = effects[tag]
        if leaves > before:  # noqa: PLR1730 - once per tag: a call costs more
            before = leaves
        if recorded:
            _record_tag(scan, recorded, tag, raw_text or "")
            pre_depth = max(0, pre_depth + nesting * (recorded == "pre"))
            _open_raised(scan, source, at - len(tag), before)
        depth += nesting
        if nesting > 0 and depth >= max_depth:
            continue
        if written:
            skeleton.append(written)
    scan.skeleton, scan.node_count = "".join(limit_reopened(skeleton)), len(skeleton)
    scan.attribute_texts = list(effects.numbers)
    return scan


def _scan_text(
    scan: ScannedMarkup, skeleton: list[str], text: str, at: int, before: int, pre_depth: int
) -> int:
    """Add the runs of `text` and their marks; return the break that it leaves before the next run."""
    if scan.open_raised is not None:
        return _scan_raised(scan, skeleton, text, at, before, scan.open_raised)
    if text.isspace():
        is_blank_line = pre_depth and _BLANK_LINE.search(text)
        return PARAGRAPH_BREAK if is_blank_line else before or SPACE_BREAK
    if pre_depth:
        for start, end, part_break in _iter_pre_paragraphs(text, before):
            _scan_text(scan, skeleton, text[start:end], at + start, part_break, 0)
        return PARAGRAPH_BREAK if _BLANK_LINE_END.search(text) else NO_BREAK
    skeleton.append(f"{RUN_MARK}{len(scan.texts)}")
    scan.texts.append(text)
    scan.starts.append(at)
    scan.breaks.append(before)
    return NO_BREAK


def _open_raised(scan: ScannedMarkup, source: str, start: int, before: int) -> None:
    """Note what the `<sup>` element at `start` stands for, if one begins there and its words are not read as any others."""
    is_raised = source[start : start + 4].lower() == "<sup"
    if is_raised and (scan.open_raised is None or scan.open_raised.end <= start):
        words = scan.texts[-1] if scan.texts and before == NO_BREAK else ""
        scan.open_raised = read_raised(source, start, words[-THRESHOLDS.chars_before_raised :])


def _scan_raised(
    scan: ScannedMarkup, skeleton: list[str], text: str, at: int, before: int, raised: RaisedText
) -> int:
    """Add the runs of raised text, or of what follows it; return the break that they leave."""
    scan.open_raised = None
    if at >= raised.end:
        return _scan_text(scan, skeleton, text, at, before, 0)
    run = len(scan.texts)
    if raised.text is None:
        _scan_text(scan, skeleton, text, at, NO_BREAK, 0)
        scan.notes.update(range(run, len(scan.texts)))
    elif raised.text:
        _scan_text(scan, skeleton, raised.text, at, before, 0)
        scan.raised[run] = raised
    # What it stands for is written once, for all of its source; a fraction's last digits may stand before other text.
    if rest := text[raised.end - at :]:
        return _scan_text(scan, skeleton, rest, raised.end, NO_BREAK, 0)
    scan.open_raised = replace(raised, text=raised.text and "")
    return NO_BREAK


@lru_cache(maxsize=4096)
def _read_kind(written: str) -> _TagKind:
    """Return what tags do that begin as `written`: `<p`, `</P`."""
    is_end, name = written[1] == "/", written.strip("</").lower()
    leaves = LINE_BREAK if name == "br" else NO_BREAK if name in INLINE_TAGS else BLOCK_BREAK
    if name in CODE_TAGS:
        return _TagKind("", leaves, 0, "" if is_end or name == "style" else name, "")
    nests = name not in VOID_TAGS | OFTEN_UNCLOSED_TAGS | RAW_TEXT_TAGS
    nesting = _NESTING.get(name, 1) if nests else 0
    # `<plaintext>` would turn all that follows into text; names that are no valid names become `x-`.
    safe = "pre" if name == "plaintext" else name if _VALID_NAME.fullmatch(name) else "x-"
    if is_end:
        return _TagKind(f"</{safe}", leaves, -nesting, safe if safe == "pre" else "", "")
    recorded = safe if safe in SCANNED_TAGS else ""
    end_tag = "" if name in VOID_TAGS else f"</{safe}>"
    return _TagKind(f"<{safe}", leaves, nesting, recorded, end_tag)


def _record_tag(scan: ScannedMarkup, name: str, tag: str, raw_text: str) -> None:
    """Add to `scan` what a tag states of the page."""
    if name in HEAD_TAGS:
        scan.head_tags.append((name, StartTag(tag[5:])))
    elif name == "title" and scan.title is None:
        scan.title = normalise_text(raw_text).strip()
    elif name == "script" and "ld+json" in tag.lower():
        scan.json_ld.append(raw_text)


def _is_slash_of_tag(attributes: str) -> bool:
    """Return whether the slash at the end of `attributes` closes the tag, and is not that of an address."""
    return attributes[-3:-2] in "\"' \n\t" or "=" not in attributes


def _is_left_open(source: str, name: str, at: int) -> bool:
    """Return whether `<iframe/>`, which ends at `at`, has no end tag of its own.

    It is then an empty element, as tools write it that save pages as XML.
    """
    end_tag = re.compile(rf"</{name}[\s/>]", re.IGNORECASE).search(source, at)
    next_start = re.compile(rf"<{name}[\s/>]", re.IGNORECASE).search(source, at)
    return end_tag is None or (next_start is not None and next_start.start() < end_tag.start())


def _iter_pre_paragraphs(text: str, before: int) -> Iterator[tuple[int, int, int]]:
    """Yield start, end and break before of each part between the blank lines of `text`, a run in `<pre>`."""
    start = 0
    for blank_line in [*_BLANK_LINE.finditer(text), None]:
        end = blank_line.start() if blank_line else len(text)
        if text[start:end].strip():
            yield start, end, before
            before = PARAGRAPH_BREAK
        elif blank_line:
            before = PARAGRAPH_BREAK
        start = blank_line.end() if blank_line else end


def extract_words(source: str, *, markup: bool = True) -> str:
    """Return the words of `source`, a slice of a page: tags dropped, white space collapsed.

    Args:
        source: the slice.
        markup: it is HTML; False: plain text.

    """
    if not markup:
        runs = iter_text_runs(source, 0, markup=False)
        return " ".join("".join([run[0] for run in runs]).split())
    words: list[str] = []
    scan = scan_markup(source)
    for run, (text, before) in enumerate(zip(scan.texts, scan.breaks, strict=True)):
        if run in scan.notes:
            continue
        words.append(f" {normalise_text(text)}" if before else normalise_text(text))
    return " ".join("".join(words).split())
