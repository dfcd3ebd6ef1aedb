"""Words compared across pages: folded, stemmed, and the sentences they stand in.

In: a page's text or words of a record. Out: keys to compare by. Out of scope: parses, which linking
has none of: it works from records and text alone, so that it can be done again without a pipeline.

Source: the suffix rules are a small part of Porter's (1980); the irregular forms are our own list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from onrecord.records import Page

_WORD = re.compile(r"[^\W_]+(?:[.,][0-9]+)*(?:['’][^\W_]+)?")
_SENTENCE_END = re.compile(r"[.!?…][”’\"')\]]*\s+(?=[“‘\"'(\[]*[A-Z0-9])|\n\n")
_SHORTENED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Gen|Lt|Col|Capt|Sgt|Rev|Prof|Hon|No)|\b[A-Z](?:\.[A-Z])*)$"
)
"""What a full stop follows without ending a sentence: titles and initials."""

STOP = frozenset(
    """
    a an the this that these those its their his her our your my some any all of in on at to for from by with as
    and or but nor so than then into onto over under about after before between during since until while who whom
    which what when where why how it he she they we you i is are was were be been being am do does did done has
    have had having will would shall should can could may might must not no s t also more most very just only
    still already now there here up out off down again such own same other another each every both few many much
    said says say told tell
    """.split()
)

_IRREGULAR = {
    form: base
    for base, forms in {
        "send": "sent",
        "give": "gave given",
        "take": "took taken",
        "go": "went gone goes",
        "leave": "left",
        "build": "built",
        "bring": "brought",
        "keep": "kept",
        "break": "broke broken",
        "begin": "began begun",
        "come": "came",
        "hold": "held",
        "make": "made",
        "meet": "met",
        "pay": "paid",
        "put": "putting",
        "lose": "lost",
        "win": "won",
        "fall": "fell fallen",
        "fight": "fought",
        "find": "found",
        "withdraw": "withdrew withdrawn",
        "grow": "grew grown",
        "rise": "rose risen",
        "run": "ran running",
        "see": "saw seen",
        "shoot": "shot",
        "speak": "spoke spoken",
        "spend": "spent",
        "stand": "stood",
        "strike": "struck",
        "teach": "taught",
        "lead": "led",
        "cut": "cutting",
        "do": "did done does",
        "have": "has had having",
        "be": "is are was were been being am",
        "say": "said says",
        "tell": "told",
        "drive": "drove driven",
        "buy": "bought",
        "sell": "sold",
        "write": "wrote written",
        "choose": "chose chosen",
        "get": "got gotten getting",
        "forget": "forgot forgotten",
        "set": "setting",
        "shut": "shutting",
        "man": "men",
        "woman": "women",
        "child": "children",
        "person": "people persons",
        "life": "lives",
        "die": "dying died dies",
    }.items()
    for form in forms.split()
}
_DOUBLED = re.compile(r"([bdgmnprt])\1$")


def split_words(text: str) -> list[str]:
    """Return the words of `text`, case folded, typographic apostrophes made plain."""
    return [match.group().replace("’", "'").casefold() for match in _WORD.finditer(text)]


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return the part of `word` that its forms share; rough, the same for every form.

    Examples:
        >>> {stem(word) for word in ("send", "sends", "sent", "sending")}
        {'send'}
    """
    word = word.casefold().replace("’", "'").removesuffix("'s").removesuffix("'")
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    for suffix, least in (("ing", 5), ("ied", 4), ("ies", 4), ("ed", 4), ("es", 4), ("s", 3)):
        if word.endswith(suffix) and len(word) > least and not word.endswith(("ss", "us", "is")):
            if suffix in {"ied", "ies"}:
                return word[: -len(suffix)] + "y"
            base = word[: -len(suffix)]
            base = _DOUBLED.sub(r"\1", base) if suffix in {"ing", "ed"} else base
            return base.rstrip("e") or base
    return (word.rstrip("e") or word) if len(word) > 3 else word


def find_stems(text: str) -> frozenset[str]:
    """Return the stems of the words of `text` that carry meaning."""
    return frozenset(stem(word) for word in split_words(text) if word not in STOP)


def iter_sentences(page: Page, roles: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each sentence in zones with one of `roles`, in order of text."""
    for zone in page.zones:
        if zone.role in roles:
            yield from _sentences(page.text, zone.start, zone.end)


def find_zone_sentence(page: Page, position: int) -> tuple[int, int]:
    """Return (start, end) of the sentence that holds code point `position`, within its zone."""
    zone = page.zone_at(position)
    first, last = (zone.start, zone.end) if zone else (0, len(page.text))
    for start, end in _sentences(page.text, first, last):
        if position < end:
            return start, end
    return first, last


def find_sentence(text: str, position: int) -> tuple[int, int]:
    """Return (start, end) of the sentence that holds code point `position` of a page's text.

    For those who have a page's text but not its zones: a blank line ends a sentence.
    """
    before = text.rfind("\n\n", 0, position)
    first = before + 2 if before >= 0 else 0
    last = text.find("\n\n", position)
    last = len(text) if last < 0 else last
    for start, end in _sentences(text, first, last):
        if position < end:
            return start, end
    return first, last


def _sentences(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    start = first
    for match in _SENTENCE_END.finditer(text, first, last):
        if match.group()[0] == "." and _SHORTENED.search(
            text, max(start, match.start() - 8), match.start()
        ):
            continue
        end = match.start() + len(match.group().rstrip())
        if end > start:
            yield start, end
        start = match.end()
    if text[start:last].strip():
        yield start, start + len(text[start:last].rstrip())


def find_head_stem(phrase: str) -> str:
    """Return the stem of an English noun phrase's head: its last word before what follows it.

    Examples:
        >>> find_head_stem("Velmaran soldiers and police officers") == find_head_stem("an officer of the army")
        True
    """
    words = find_phrase_core(phrase)
    return stem(words[-1]) if words else ""


def find_phrase_core(phrase: str) -> list[str]:
    """Return the words of a noun phrase up to its head, as written: what follows it is left out."""
    core = _AFTER_HEAD.split(phrase, maxsplit=1)[0]
    return _WORD.findall(core)


_AFTER_HEAD = re.compile(
    r"\s+(?:of|in|on|at|to|for|from|by|with|who|which|that|where|whose|as|under|over|since|after|"
    r"before|near|across|inside|outside|into|during|between|trained|killed|needed|deployed|based)\b"
    r"|[,;:(–—]"
)
