"""Text of pages that must stay text: no formula of a spreadsheet, no character that XML can't hold.

In: text, much of it a hostile page's. Out: the same text, guarded. Out of scope: HTML, which `html.escape` does, and
JSON, which its writer does.

Source: OWASP, "CSV Injection"; XML 1.0, production 2 (Char).
"""

from __future__ import annotations

import re

_FORMULA_SIGNS = "=+\\-@＝＋－＠"
_FORMULA = re.compile(f"((?:^|[\t\r\n;])[\\s'\"]*)(?=[{_FORMULA_SIGNS}])")
"""A sign that begins a formula: at the head of a cell, or where a spreadsheet that takes another separator begins one."""
_CONTROL_START = re.compile("^(?=[\t\r\n])")
_NOT_IN_XML = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)


def guard_formula(text: str) -> str:
    r"""Return `text` with an apostrophe wherever a spreadsheet may take what follows for a formula.

    Examples:
        >>> guard_formula("=1+1"), guard_formula("a;=1+1"), guard_formula("4 - 2")
        ("'=1+1", "a;'=1+1", '4 - 2')

    """
    return _CONTROL_START.sub("'", _FORMULA.sub(r"\1'", text))


def drop_impossible_in_xml(text: str) -> str:
    r"""Return `text` without the characters that an XML document can't hold (controls, surrogates, non-characters).

    Examples:
        >>> drop_impossible_in_xml("a\x00b\tc")
        'ab\tc'

    """
    return _NOT_IN_XML.sub("", text)
