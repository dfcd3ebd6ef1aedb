"""ECB+ in; its articles as pages with gold event mentions out.

Read are tokens, event mentions and the chains that join them across documents. Out of scope: the other markables, and
words beyond the sentences that the corpus annotates: a mention that nobody marked there is not known to be none.

Source: Cybulska & Vossen, "Using a sledgehammer to crack a nut? Lexical diversity and event coreference resolution"
(LREC 2014), CC BY 3.0.
"""

from __future__ import annotations

import re
from calendar import month_abbr
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from statistics import median_low
from xml.etree import ElementTree as ET

_EVENT_TAGS = ("ACTION_", "NEG_ACTION_")
_HEADING_SENTENCES = 4
"""So many sentences at the beginning may hold the day of publication: the address, the headline, a dateline."""
INVENTED_DAY = "2008-06-01"
"""When the articles of a story are taken to be published of which none states a day."""
_MONTH_NUMBERS = {name.casefold(): number for number, name in enumerate(month_abbr) if name}
_MONTH = rf"({'|'.join(_MONTH_NUMBERS)})[a-z]*\.?"
_YEAR_FIRST = re.compile(r"\b((?:19|20)\d\d) ?[/-] ?(\d\d?) ?[/-] ?(\d\d?)\b")
_MONTH_DAY_YEAR = re.compile(
    rf"\b{_MONTH} (\d\d?)(?:st|nd|rd|th)? ?,? ?((?:19|20)\d\d)\b", re.IGNORECASE
)
_DAY_MONTH_YEAR = re.compile(rf"\b(\d\d?) {_MONTH} ?,? ?((?:19|20)\d\d)\b", re.IGNORECASE)
_NO_SPACE_BEFORE = re.compile(r"[.,;:!?%)\]’”]|''|n't|['’](?:s|re|ve|ll|d|m)", re.IGNORECASE)
_CLITIC = re.compile(r"s|re|ve|ll|d|m|t")
_APOSTROPHES = frozenset({"'", "’"})
_NO_SPACE_AFTER = frozenset({"(", "[", "``", "$", "£", "“", "‘"})
_PLAIN_QUOTES = {"``": "“", "''": "”"}


@dataclass(frozen=True, slots=True)
class GoldMention:
    """An event mention: code points of the document's text, half-open, and its chain across documents or None."""

    start: int
    end: int
    chain: str | None


@dataclass(frozen=True, slots=True)
class EcbDocument:
    """An article of ECB+.

    Attributes:
        name: of its file. topic: its number. story: topic and part; each part reports one of two stories that look alike.
        text: sentences as paragraphs, detokenised. published: ISO day, stated or its story's.
        mentions: all event mentions, in order of text.
    """

    name: str
    topic: str
    story: str
    text: str
    published: str | None
    mentions: tuple[GoldMention, ...]


def read_ecbplus(folder: Path) -> list[EcbDocument]:
    """Return the articles below `folder`, in order of topic and name.

    An article without a day has its story's: the middle one of those its articles state, else an invented one.
    """
    paths = sorted(folder.rglob("*.xml"), key=lambda path: (int(path.parent.name), path.name))
    return list(_fill_in_days([_read_document(path) for path in paths]))


def _read_document(path: Path) -> EcbDocument:
    root = ET.parse(path).getroot()
    sentences: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for token in root.findall("token"):
        sentences[token.attrib["sentence"]].append((token.attrib["t_id"], token.text or ""))
    text, spans = join_tokens(sentences.values())
    heading = " ".join(
        " ".join(word for _, word in tokens)
        for tokens in list(sentences.values())[:_HEADING_SENTENCES]
    )
    topic = path.parent.name
    part = "plus" if path.stem.endswith("ecbplus") else "ecb"
    return EcbDocument(
        name=path.name,
        topic=topic,
        story=f"{topic}{part}",
        text=text,
        published=find_day(heading),
        mentions=tuple(sorted(_iter_mentions(root, spans), key=lambda one: (one.start, one.end))),
    )


def _iter_mentions(root: ET.Element, spans: dict[str, tuple[int, int]]) -> Iterator[GoldMention]:
    chains = {
        source.attrib["m_id"]: relation.attrib["note"]
        for relation in root.iter("CROSS_DOC_COREF")
        for source in relation.findall("source")
    }
    for markable in root.findall("Markables/*"):
        anchors = [anchor.attrib["t_id"] for anchor in markable.findall("token_anchor")]
        words = [spans[anchor] for anchor in anchors if anchor in spans]
        if markable.tag.startswith(_EVENT_TAGS) and words:
            chain = chains.get(markable.attrib["m_id"])
            yield GoldMention(min(words)[0], max(end for _, end in words), chain)


def join_tokens(
    sentences: Iterable[list[tuple[str, str]]],
) -> tuple[str, dict[str, tuple[int, int]]]:
    """Return (the text of tokenised sentences, (start, end) of each token by id); each sentence is a paragraph.

    A sentence that is an address is left out.
    """
    text = ""
    spans: dict[str, tuple[int, int]] = {}
    for tokens in sentences:
        if tokens and tokens[0][1].startswith("http"):
            continue
        text += "\n\n" if text else ""
        before = ""
        for place, (id_, word) in enumerate(tokens):
            is_close = (
                before in _NO_SPACE_AFTER
                or _NO_SPACE_BEFORE.fullmatch(word)
                or (before in _APOSTROPHES and _CLITIC.fullmatch(word))
            )
            text += "" if place == 0 or is_close else " "
            shown = _PLAIN_QUOTES.get(word, word)
            spans[id_] = len(text), len(text) + len(shown)
            text += shown
            before = word
    return text, spans


def find_day(heading: str) -> str | None:
    """Return the first day that a heading states, ISO, or None.

    Examples:
        >>> find_day("Lamp lit May 3rd , 2013 2 : 00pm"), find_day("a lamp / 2013 / 05 / 03 / lit"), find_day("Lamp lit")
        ('2013-05-03', '2013-05-03', None)
    """
    if match := _YEAR_FIRST.search(heading):
        return _make_day(int(match[1]), int(match[2]), int(match[3]))
    if match := _MONTH_DAY_YEAR.search(heading):
        return _make_day(int(match[3]), _MONTH_NUMBERS[match[1].casefold()], int(match[2]))
    if match := _DAY_MONTH_YEAR.search(heading):
        return _make_day(int(match[3]), _MONTH_NUMBERS[match[2].casefold()], int(match[1]))
    return None


def _make_day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _fill_in_days(documents: list[EcbDocument]) -> Iterator[EcbDocument]:
    """Yield the documents, each with a day."""
    stated: dict[str, list[str]] = defaultdict(list)
    for document in documents:
        if document.published:
            stated[document.story].append(document.published)
    for document in documents:
        days = stated.get(document.story)
        story_day = median_low(days) if days else INVENTED_DAY
        yield replace(document, published=document.published or story_day)
