"""Patterns of codes: digits that are a code, a place or a clock and count nothing: data only.

Each is a regular expression over a block's text.
"""

from __future__ import annotations

TELEPHONE_NUMBERS = (
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
)
"""With a plus, in the American shape, or after a word of calling."""

CITATIONS = (
    r"\b(?:19|20)\d\d ?; ?\d+(?: ?\([\w –-]+\))?(?: ?: ?[eE]?\d+(?: ?[-–] ?\d+)?)?",
    r"\b\d+ ?\(\d+(?:[-–/]\d+)?\) ?: ?[eE]?\d+(?:[-–]\d+)?",
    r"\bpp?\. ?\d+(?: ?[-–] ?\d+)?",
    r"\b(?i:vol|iss|ed|figs?|tab|ch|chap|sec|art|para)\. ?\d+(?:[-–]\d+)?",
    r"\b(?:ISBN|ISSN|PMID|PMC|DOI|doi|OCLC)[-:]?(?:1[03])?:? ?[\dX][\dX/. -]*",
)
"""Bibliographic references: "2015; 28: 685-690", "12(3):45", "pp. 12-14", "vol. 3", "ISBN …"."""

CLOCKS_AND_RATIOS = (
    r"(?<![\w.,])\d+(?:(?::\d+){1,3}(?:[.,]\d+)?(?:[-–]\d+(?::\d+)?)?| : \d+)(?![\w:])",
)
"""Clocks of games, ratios, verses: "with 1:24 left", "2:03:11", "16:9", "verse 12:3-5"."""

FORMATS = (
    r"(?<![\w.,])\d+(?:\([a-z0-9]{1,3}\))*\([a-z]\)(?:\([a-z0-9]{1,3}\))*",
    r"\b\d\.\d(?:\.\d)?[- ](?=(?i:surround|channel|audio|dolby))",
    r"\w=[\"“”]\d+[\"”]",
)
"""Laws and plans, formats, attributes: "a 401(k)", "5.1 surround sound", an attribute in markup."""

COORDINATES_AND_VERSIONS = (
    r"(?<!\d)\d+(?:\.\d+)?° ?(?:\d+(?:\.\d+)?['′’] ?)?(?:\d+(?:\.\d+)?[\"″”] ?)?[NSEW]\b",
    r"(?<![\w.])[-−]?\d{1,3}\.\d{4,}°?,? ?[-−]?\d{1,3}\.\d{4,}",
    r"(?<![\w.])(?!\d{1,3}(?:\.\d{3})+(?![\d.]))v?\d+(?:\.\d+){2,}(?![\w%])",
)
"""Coordinates, network addresses, versions."""

IDENTIFIERS = (
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
)
"""A name of an identifier and a sign that a number follows; postal codes, "40 Under 40", "24/7"."""

LIST_MARKS = (
    r"(?:^|[.;:,] |\b(?:and|or) )\(\d{1,2}\)(?= [A-Za-z“])",
    r"(?<=[.!?”\"])\[\d{1,3}(?:[,–-] ?\d{1,3})*\]",
)
"""Marks of a list inside a paragraph, and of notes."""
