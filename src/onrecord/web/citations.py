"""A record as a citation to copy: APA, Chicago and Markdown, each with its receipt.

In: a page's head and a record's card. Out: lines of plain text. Out of scope: markup, and what the page does not state:
an author, day or title that is not known is left out or said to be not known, never made up.

**Source**: Publication Manual of the American Psychological Association, 7th edition, 10.16 (newspaper articles, web
pages); The Chicago Manual of Style, 17th edition, 14.191 and 14.207 (notes for news and web pages).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.story import PageHead
from onrecord.web.render import format_day, is_web

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|])")


@dataclass(frozen=True, slots=True)
class Citation:
    """One citation: the name of its style, and its text."""

    style: str
    text: str


def write_citations(
    head: PageHead, words: str, record_id: str, span: tuple[int, int]
) -> tuple[Citation, ...]:
    """Return the words' citations in APA, Chicago and Markdown.

    `span` counts code points of the page's text, half-open. Authors stand as the page writes them: which part
    of a name is the family name is not known, so none is turned round or cut to initials.
    """
    quoted = " ".join(words.split())
    receipt = (
        f"onrecord {record_id}, characters {span[0]}–{span[1]} of the page’s text, "
        f"saved file SHA-256 {head.capture.removeprefix('sha256:')}"
    )
    return (
        Citation("APA", f"{_write_apa(head)} [{receipt}]"),
        Citation("Chicago", f"{_write_chicago(head)} [{receipt}]"),
        Citation(
            "Markdown",
            f"> {_escape(quoted)}\n>\n> — {_write_markdown(head)}  \n> {_escape(receipt)}",
        ),
    )


def _write_apa(head: PageHead) -> str:
    day = _find_day(head)
    year, month, day_of_month = _split_day(day)
    dated = ", ".join(
        part for part in (year, " ".join(p for p in (month, day_of_month) if p)) if part
    )
    who = _join_names(head.authors, "&") or head.outlet
    title = head.title or "[Page without a title]"
    outlet = head.outlet if head.authors else None
    start = [who, f"({dated or 'n.d.'})", title] if who else [title, f"({dated or 'n.d.'})"]
    return _end_sentences([*start, outlet, _find_address(head)])


def _write_chicago(head: PageHead) -> str:
    title = f"“{head.title}”" if head.title else "page without a title"
    year, month, day_of_month = _split_day(_find_day(head))
    month_and_day = " ".join(part for part in (month, day_of_month) if part)
    dated = ", ".join(part for part in (month_and_day, year) if part) or "n.d."
    parts = (_join_names(head.authors, "and"), title, head.outlet, dated, _find_address(head))
    text = ", ".join(part for part in parts if part)
    return text if text.endswith(".") else f"{text}."


def _write_markdown(head: PageHead) -> str:
    title, address = _escape(head.title or "page without a title"), _find_address(head)
    linked = f"[{title}](<{address}>)" if address and not set(address) & set("<>") else title
    day = _find_day(head)
    dated = format_day(day[:10]) if day else "day not known"
    who = _join_names(head.authors, "and")
    return ", ".join(
        part for part in (_escape(who), linked, _escape(head.outlet or ""), dated) if part
    )


def _find_day(head: PageHead) -> str | None:
    return head.published.value if head.published else None


def _find_address(head: PageHead) -> str | None:
    return head.url if is_web(head.url) else None


def _split_day(value: str | None) -> tuple[str, str, str]:
    """Return year, month in words and day of the month; "" for what the value does not give."""
    if not value:
        return "", "", ""
    named = format_day(value[:10]).split()
    if not named[-1].isdigit():
        return "", "", ""
    return named[-1], named[-2] if len(named) > 1 else "", named[0] if len(named) > 2 else ""


def _join_names(names: tuple[str, ...], last: str) -> str:
    if len(names) < 2:
        return "".join(names)
    comma = "," if len(names) > 2 or last == "&" else ""
    return f"{', '.join(names[:-1])}{comma} {last} {names[-1]}"


def _end_sentences(parts: list[str | None]) -> str:
    """Return the parts one after the other, each but an address ended by a full stop unless it ends in a mark."""
    kept = [part for part in parts if part]
    return " ".join(
        part if is_web(part) or part.endswith((".", "?", "!")) else f"{part}." for part in kept
    )


def _escape(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", text)
