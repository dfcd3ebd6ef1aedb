"""No sentence begins at the number after an abbreviation that announces one."""

from __future__ import annotations

import pytest

from onrecord.language import Backbone
from onrecord.pages import page_from_text


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("The club are the No. 1 seed for the second season in a row.", 1),
        ("The train left at approx. 5 p.m. on Tuesday.", 1),
        ("The bakery, est. 1990, will move to Marlow.", 1),
        ("Was she going? She said no. Ten people left.", 3),
        ("He said no. 10 people were hurt in the crash.", 2),
    ],
)
def test_numbers_after_abbreviations(backbone: Backbone, text: str, sentences: int) -> None:
    (block,) = backbone.parse(page_from_text(text)).blocks
    assert len(list(block.doc.sents)) == sentences
