"""Whom a pronoun stands for: the likely one, or nobody."""

from __future__ import annotations

import pytest

from onrecord.extract import extract
from onrecord.language import Backbone
from onrecord.language.coreference.pronouns import index_page, resolve_pronoun
from onrecord.pages import page_from_text


def resolve(backbone: Backbone, text: str, pronoun: str) -> str | None:
    page = page_from_text(text)
    parse = backbone.parse(page)
    found = extract(page, parse)
    index = index_page(found.entities, found.mentions, parse, ())
    entity = resolve_pronoun(index, pronoun, text.index(f" {pronoun} ") + 1)
    return next((one.name for one in found.entities if one.id == entity), None)


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("Mayor Tom Roe met the miners. Then he promised to reopen the pit.", "he", "Tom Roe"),
        ("Tom Roe resigned on Monday. Anna Lind said she would stay.", "she", "Anna Lind"),
    ],
)
def test_the_one_who_is_meant(backbone: Backbone, text: str, pronoun: str, name: str) -> None:
    assert resolve(backbone, text, pronoun) == name


@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        ("A man struck the guards. Then he fled.", "he"),
        ("The bus left the road. Then it overturned.", "it"),
        ("Anna Lind met Maria Holm and Clara Berg. Later she resigned.", "she"),
        ("Anna Lind resigned on Monday. Then he fled.", "he"),
        ("Tom Roe resigned on Monday. We saw this coming.", "this"),
    ],
)
def test_nobody_where_it_is_not_sure(backbone: Backbone, text: str, pronoun: str) -> None:
    assert resolve(backbone, text, pronoun) is None
