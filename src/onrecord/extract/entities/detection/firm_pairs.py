"""Firms named by two people: "Marks and Holt shares rose", "Profit at Crane and Moss fell", "Hale and Hale".

In: a page's blocks. Out: the pairs that something shows to be one firm; and where a block has them. Out of scope: pairs of which
lists or the page itself have one half alone: these are two.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from onrecord.extract.entities.en.firm_words import FIRM_AFTER, FIRM_BEFORE, LEGAL_FORM_AFTER
from onrecord.extract.entities.thresholds import THRESHOLDS
from onrecord.language.en.names import CALENDAR, NOT_NAMES
from onrecord.language.names.gazetteer import look_up_name
from onrecord.language.names.name_span import NameSpan

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from onrecord.records import Block

_SURNAME = r"[A-Z](?:[a-z]+|['’][A-Z][a-z]+|c[A-Z][a-z]+)"
_PAIR = re.compile(
    rf"(?<![\w’'.-])(?<![A-Z][a-z] )(?P<left>{_SURNAME}) (?:and|&) (?P<right>{_SURNAME})(?![\w-]|['’](?!s\b))"
)
_CAPITALISED = re.compile(r"[A-Z][\w’']+")


def find_firm_pairs(blocks: Sequence[Block]) -> frozenset[str]:
    """Return the pairs of surnames on the page that are one firm, as written."""
    texts = [block.doc.text for block in blocks]
    found = [(match, text) for text in texts for match in _PAIR.finditer(text)]
    if not found:
        return frozenset()
    inside: Counter[str] = Counter()
    for match, _ in found:
        inside.update({match["left"], match["right"]})
    everywhere = Counter(word for text in texts for word in _CAPITALISED.findall(text))
    return frozenset(
        match[0]
        for match, text in found
        if _is_firm(match, text) and not _is_named_alone(match, everywhere, inside)
    )


def find_pairs_in_block(doc: Doc, pairs: Collection[str]) -> Iterator[NameSpan]:
    """Yield each mention of one of the pairs in `doc`, with its legal form."""
    for pair in pairs:
        for match in re.finditer(rf"\b{re.escape(pair)}\b{LEGAL_FORM_AFTER}", doc.text):
            span = doc.char_span(*match.span())
            if span is not None:
                yield NameSpan(
                    span.start, span.end, span.text, "organisation", "pattern", f"pair:{pair}"
                )


def _is_firm(match: re.Match[str], text: str) -> bool:
    """Return whether the words around a pair, or its two equal halves, show a firm."""
    if match["left"] == match["right"]:
        return True
    before = text[max(0, match.start() - THRESHOLDS.firm_context_chars) : match.start()]
    return bool(FIRM_AFTER.match(text, match.end()) or FIRM_BEFORE.search(before))


def _is_named_alone(match: re.Match[str], everywhere: Counter[str], inside: Counter[str]) -> bool:
    """Return whether a half is a name of the lists or no name, or the page has it outside such pairs as well."""
    return any(
        half in CALENDAR
        or half.lower() in NOT_NAMES
        or look_up_name(half) is not None
        or everywhere[half] > inside[half] * (1 + (match["left"] == match["right"]))
        for half in (match["left"], match["right"])
    )
