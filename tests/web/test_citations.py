"""Citations: what the page states, and nothing that it does not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.records.page import Dated
from onrecord.story import PageHead
from onrecord.web.citations import write_citations

HEAD = PageHead(
    id="p-1",
    capture="ab" * 32,
    path="/saved/one.html",
    url="https://example.org/ferry",
    outlet="The Harbour Post",
    title="Night ferry to run again",
    authors=("Ann Holt", "Bo Lind"),
    published=Dated("2019-03-04T08:00:00+01:00", "meta"),
    updated=None,
    language="en",
    chars=10,
    comments=0,
    records=1,
    run=1,
)
BARE = replace(HEAD, url=None, outlet=None, title=None, authors=(), published=None)


def cite(head: PageHead, words: str = "It will run.") -> dict[str, str]:
    return {one.style: one.text for one in write_citations(head, words, "q-1", (5, 17))}


@pytest.mark.parametrize(
    ("head", "style", "expected"),
    [
        (
            HEAD,
            "APA",
            "Ann Holt, & Bo Lind. (2019, March 4). Night ferry to run again. The Harbour Post. https://example.org/ferry",
        ),
        (
            HEAD,
            "Chicago",
            "Ann Holt and Bo Lind, “Night ferry to run again”, The Harbour Post, March 4, 2019, https://example.org/ferry.",
        ),
        (
            replace(HEAD, authors=(), published=Dated("2019-03", "url")),
            "APA",
            "The Harbour Post. (2019, March). Night ferry to run again. https://example.org/ferry",
        ),
        (BARE, "APA", "[Page without a title]. (n.d.)."),
        (BARE, "Chicago", "page without a title, n.d.."),
        (BARE, "Markdown", "page without a title, day not known"),
    ],
)
def test_each_style_says_what_is_known_and_that_the_rest_is_not(
    head: PageHead, style: str, expected: str
) -> None:
    assert expected.removesuffix(".") in cite(head)[style]


def test_every_citation_holds_its_receipt_and_no_path_of_this_machine() -> None:
    for text in cite(HEAD).values():
        assert "q-1" in text
        assert HEAD.capture in text
        assert "/saved" not in text


def test_a_page_can_not_write_markup_or_a_link_into_markdown() -> None:
    hostile = replace(HEAD, title="[x](https://evil.example) <b>", url="javascript:alert(1)")
    text = cite(hostile, "a\n\n# <script> *b*")["Markdown"]
    assert text.splitlines()[0] == r"> a \# \<script\> \*b\*"
    assert r"\[x\](https" in text
    assert "javascript" not in text
