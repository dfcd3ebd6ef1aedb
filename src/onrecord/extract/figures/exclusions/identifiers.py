"""Coded numbers: stretches of text whose digits are a code, a place or a clock and count nothing.

In: a block's text. Out: spans of telephone numbers, citations, ratios and clocks of games, coordinates,
addresses of machines, versions, account and serial numbers, postal codes, list marks. Out of scope:
numbers in names (`named_numbers`), which the tags tell.
"""

from __future__ import annotations

import re

_CODES = tuple(
    re.compile(pattern)
    for pattern in (
        # Telephone numbers: with a plus, in the American shape, or called one.
        r"\+\d{1,3}[ .-]?(?:\(0\) ?)?\d[\d ./()-]{5,}\d",
        r"(?<![\w.,])(?:1[-. ])?(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}[-. ]\d{4}(?![\w,])(?!\.\d)",
        (
            r"(?i:\b(?:tel|telephone|phone|fax|mobile|hotline|helpline|whatsapp|call|dial|ring|text)\b)"
            r"[.:]*(?i: (?:us|him|her|them|on|at|the|police|number|or|now|free)){0,3}[.:]* ?"
            r"(?:\(?0\d|\d{3}-)[\d ()./-]{3,}\d"
        ),
        (
            r"(?i:\b(?:call(?:s|ed|ing)?|dial(?:l?ed|l?ing|s)?|phon(?:e|ed|ing)|rang|ring)) (?:911|999|112|111|101|000)\b"
            r"(?! [a-z]+s\b)"
        ),
        r"\b(?:911|999|112|111|101|000)(?=[- ](?i:(?:emergency )?(?:call|dispatch|operator|system|cent)))",
        # Citations: "2015; 28: 685-690", "12(3):45", "12:345-9", "pp. 12-14".
        r"\b(?:19|20)\d\d ?; ?\d+(?: ?\([\w –-]+\))?(?: ?: ?[eE]?\d+(?: ?[-–] ?\d+)?)?",
        r"\b\d+ ?\(\d+(?:[-–/]\d+)?\) ?: ?[eE]?\d+(?:[-–]\d+)?",
        r"\bpp?\. ?\d+(?: ?[-–] ?\d+)?",
        r"\b(?i:vol|iss|ed|figs?|tab|ch|chap|sec|art|para)\. ?\d+(?:[-–]\d+)?",
        r"\b(?:ISBN|ISSN|PMID|PMC|DOI|doi|OCLC)[-:]?(?:1[03])?:? ?[\dX][\dX/. -]*",
        # Clocks and ratios: "with 1:24 left", "2:03:11", "verse 12:3-5".
        r"(?<![\w.,])\d+(?:(?::\d+){1,3}(?:[.,]\d+)?(?:[-–]\d+(?::\d+)?)?| : \d+)(?![\w:])",
        # Laws and plans, formats, attributes: "a 401(k)", "5.1 surround sound", 'width="1"'.
        r"(?<![\w.,])\d+(?:\([a-z0-9]{1,3}\))*\([a-z]\)(?:\([a-z0-9]{1,3}\))*",
        r"\b\d\.\d(?:\.\d)?[- ](?=(?i:surround|channel|audio|dolby))",
        r"\w=[\"“”]\d+[\"”]",
        # Places, machines, versions.
        r"(?<!\d)\d+(?:\.\d+)?° ?(?:\d+(?:\.\d+)?['′’] ?)?(?:\d+(?:\.\d+)?[\"″”] ?)?[NSEW]\b",
        r"(?<![\w.])[-−]?\d{1,3}\.\d{4,}°?,? ?[-−]?\d{1,3}\.\d{4,}",
        r"(?<![\w.])(?!\d{1,3}(?:\.\d{3})+(?![\d.]))v?\d+(?:\.\d+){2,}(?![\w%])",
        # Ids: a name of one, then a sign that a number is told.
        (
            r"(?i:\b(?:id|docket|ref|reference|invoice|serial|patent|licen[cs]e|passport|permit|sku|registration)"
            r"(?: (?:no|number|code|nr)s?)?)\.?: ?#?\d[\d-]*"
        ),
        (
            r"(?i:\b(?:case|file|account|order|product|model|company|phone|tracking|id|lot|post|zip|area|charity)"
            r" (?:no|number|code|id|nr)\b)[.:]* ?#?\d[\d-]*"
        ),
        r"(?<=[a-z]), [A-Z]{2}\.? \d{5}(?:-\d{4})?(?![\d,%])",
        r"\b(\d+)[ -][Uu]nder[ -]\1\b",
        r"(?<!\w)24/7(?:/365)?\b",
        # Marks of a list inside a paragraph, and of notes.
        r"(?:^|[.;:,] |\b(?:and|or) )\(\d{1,2}\)(?= [A-Za-z“])",
        r"(?<=[.!?”\"])\[\d{1,3}(?:[,–-] ?\d{1,3})*\]",
    )
)

_MARK = re.compile(r"\((\d{1,2})\)(?= [A-Za-z“])")
"""A mark in a sentence's list, where there is a first and a second: "we must (1) listen, (2) act"."""


def find_code_spans(text: str) -> list[tuple[int, int]]:
    """Return the spans whose digits are no number of anything; they may overlap.

    Examples:
        >>> [text[a:b] for text in ("Am J. 2015; 28: 685-690.",) for a, b in find_code_spans(text)]
        ['2015; 28: 685-690']

    """
    if not any(map(str.isdigit, text)):
        return []
    found = [match.span() for pattern in _CODES for match in pattern.finditer(text)]
    marks = list(_MARK.finditer(text))
    listed = {"1", "2"} <= {mark[1] for mark in marks}
    return [*found, *(mark.span() for mark in marks if listed)]
