"""The scan of markup: runs and their places, scripts, too many tags."""

from __future__ import annotations

import pytest

from onrecord.errors import PageError
from onrecord.pages import page_from_html
from onrecord.pages.dom.markup import scan_markup
from onrecord.pages.dom.tree import build_tree
from onrecord.pages.thresholds import THRESHOLDS

ONE = "Ministers agreed on Monday to send a second team of engineers to the flooded valley, officials said."


def test_more_tags_than_a_page_may_have() -> None:
    with pytest.raises(PageError) as raised:
        page_from_html(f"<p>{ONE}</p>{'<b>' * THRESHOLDS.max_nodes}".encode())
    assert raised.value.reason == "too_long"


def test_tags_that_are_never_closed_lose_no_word() -> None:
    page = page_from_html(b"<html><body><p>" + b"<b>a " * 20_000)
    assert len(page.text.split()) == 20_000


def test_scripts_leave_nothing_where_they_stood() -> None:
    assert (
        scan_markup("<script a=b>1</script>a<style>2</style>").skeleton == scan_markup("a").skeleton
    )
    tree = build_tree(
        scan_markup("<head><script>1</script><meta name=a content=b></head><body id=c>a")
    )
    assert tree.empty_elements == []
    assert tree.elements[-1].get("id") == "c"


def test_each_run_knows_where_it_began() -> None:
    written = "<p>One<br/>two<script> x </script > three<!-- -->four"
    found = scan_markup(written)
    assert [
        written[at:].startswith(text) for text, at in zip(found.texts, found.starts, strict=True)
    ] == [True] * 4
