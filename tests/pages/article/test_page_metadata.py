"""What the markup of a page states."""

from __future__ import annotations

import pytest

from onrecord.pages.article.author_names import parse_author_names


@pytest.mark.parametrize(
    ("byline", "expect"),
    [
        ("By Ann Ode", ("Ann Ode",)), ("Ann Ode, Ben Ito and Cy Low", ("Ann Ode", "Ben Ito", "Cy Low")),
        ("Von Ann Ode", ("Ann Ode",)), ("https://n.example/ann", ()), ("", ()), ("Byron Ode", ("Byron Ode",)),
        ("View all posts by Ann Ode", ("Ann Ode",)), ("Par Anne Odet le", ("Anne Odet",)), ("Leon Ode", ("Leon Ode",)),
        ("Ben Ito - http://n.example/", ("Ben Ito",)), ("Unknown", ()), ("Von", ()),
        ("Veröffentlicht von Ann Ode", ("Ann Ode",)), ("Vonda Ode", ("Vonda Ode",)), ("By The Editor", ("The Editor",)),
    ],
)  # fmt: skip
def test_names_of_bylines(byline: str, expect: tuple[str, ...]) -> None:
    assert parse_author_names(byline) == expect
