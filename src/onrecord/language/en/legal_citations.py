"""Legal citations: stretches of English text whose digits name a law, a decision or its page, and count and date nothing.

In: a text. Out: spans. Out of scope: journals and books, and the year in brackets that dates a decision.

Source: shapes of The Bluebook (volume, reporter, page; title, code, section) and of neutral citations ("[2009] UKSC 14"). A
reporter is known by its abbreviation's form, so that no list of reporters is needed.
"""

from __future__ import annotations

import re

_MONTHS = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
_NO_REPORTERS = rf"(?:{_MONTHS}|No|Nos|Vol|Mr|Mrs|Ms|Dr|St|Rev|Sen|Rep|Gen|Lt|Col|Capt|Sgt|Prof)\."
_SERIES = r"(?: ?(?:2d|3d|\dth))"
_ABBREVIATION = r"[A-Z][A-Za-z]{0,5}\."
_LONG_REPORTER = rf"(?:{_ABBREVIATION}(?: ?&)?(?:(?: ?{_ABBREVIATION})+{_SERIES}?|{_SERIES})|WL|USC(?:A|S)?|CFR|US)"
_SHORT_REPORTER = _ABBREVIATION
"""Of one word, as sentences may end: "14 Turks. 20 more"; a page alone must follow it."""
_SECTION = r"\d+[A-Za-z]?(?:[.:–-]\d+)*(?:\([A-Za-z0-9]{1,4}\))*"
_SECTIONS = rf"§ ?§ ?{_SECTION}(?:(?:, | and |, and | or | to |–| ?& ?){_SECTION})*|§ ?{_SECTION}"
_VOLUME = rf"(?<![\w.,$£€/–-])\d{{1,4}}(?! {_NO_REPORTERS})"
_PAGE = r"\d{1,7}(?:[.–-]\d+)*(?:\([a-z0-9]\))*"
_PINPOINTS = r"(?:, \d{1,5}(?:[–-]\d+)?(?= \(|[,;.] ?[A-Z(\d]|[;.)]))*"

_CITATIONS = tuple(
    re.compile(pattern)
    for pattern in (
        # 93 S. Ct. 705; 410 U.S. 113, 153 (1973); 42 U.S.C. § 1983; 40 C.F.R. 52.21; 563 U.S. at 340
        rf"{_VOLUME} {_LONG_REPORTER} (?:at |pts?\. ?|[Pp]arts? )?(?:{_SECTIONS}|{_PAGE}){_PINPOINTS}(?![\w%]|,\d|-[a-z])",
        rf"{_VOLUME} {_SHORT_REPORTER} (?:at |pts?\. ?|[Pp]arts? )?(?:{_SECTIONS}|{_PAGE}{_PINPOINTS}(?= \(|[;,.)](?!\d)|$))",
        _SECTIONS,
        r"\b(?:Pub(?:lic|\.) ?L(?:aw|\.)|P\.?L\.)(?: ?(?:No\.|Number))? ?\d+[–-]\d+",
        r"\[(?:1[89]|20)\d\d\] (?:\d+ )?[A-Z][A-Za-z.]*(?: [A-Z][A-Za-z.]*)* \d+",
        r"\((?:1[89]|20)\d\d\) \d+ (?:[A-Z][A-Za-z.]* ?)+ \d+",
    )
)
_YEAR_IN_BRACKETS = re.compile(r"[\[(]\d{4}[\])]")


def find_citation_spans(text: str) -> list[tuple[int, int]]:
    """Return the half-open spans of the citations in `text`; they may overlap.

    Examples:
        >>> text = "In Reed v. Holt, 352 U.S. 419 (1957), and under 42 U.S.C. § 1983."
        >>> [text[start:end] for start, end in find_citation_spans(text)]
        ['352 U.S. 419', '42 U.S.C. § 1983', '§ 1983']

    """
    if not any(map(str.isdigit, text)):
        return []
    spans = []
    for pattern in _CITATIONS:
        for match in pattern.finditer(text):
            year = _YEAR_IN_BRACKETS.match(match[0])  # dates the decision
            spans.append((match.start() + (year.end() if year else 0), match.end()))
    return spans
