from __future__ import annotations

import pytest

from onrecord.link.pages.copies import group_families, link_copies
from onrecord.pages import page_from_text
from onrecord.records import Page

WIRE = """The last lorries of the grain convoy crossed the Aldermoor bridge at noon on Friday, two days late.

Drivers had waited at the northern gate since Wednesday while inspectors opened one sack in every ten.

The harbour board said the ships would be loaded through the night and would sail with the morning tide.

Traders in the old market expect the price of bread to fall within a week, as it did after the convoy of last autumn."""
OTHER = """Rain stopped play for a third day at the county ground, and the groundsman has taken up watercolours.

Spectators who stayed were given soup, a deck of cards and a promise of better weather that nobody believed.

The captain said his bowlers had never been so well rested, and that the umpires were learning to knit."""


def build_page(text: str, published: str | None = "2020-05-01", **given: str) -> Page:
    # The same text without an address is the same page.
    given.setdefault(
        "url", f"https://{given.get('outlet', 'none').replace(' ', '')}.example/{published}"
    )
    return page_from_text(text, published=published, **given)  # type: ignore[arg-type]


def list_kinds(*pages: Page) -> list[str]:
    return [link.kind for link in link_copies(pages)]


def test_same_words_in_two_outlets_are_a_copy() -> None:
    a, b = (
        build_page(WIRE, outlet="One"),
        build_page(f"{WIRE}\n\nThe mayor was away.", outlet="Two"),
    )
    (link,) = link_copies([a, b])
    assert (link.kind, link.a, link.b) == ("copy", a.id, b.id)
    assert link.features[0].name == "words printed by both"
    assert "five-word runs" in link.features[0].a


def test_cut_copy_is_found_by_containment() -> None:
    cut = "\n\n".join(WIRE.split("\n\n")[:2])
    assert list_kinds(build_page(WIRE, outlet="One"), build_page(cut, outlet="Two")) == ["copy"]


def test_other_words_are_no_copy() -> None:
    assert list_kinds(build_page(WIRE, outlet="One"), build_page(OTHER, outlet="Two")) == []


def test_a_shared_quote_alone_is_no_copy() -> None:
    said = "“The ships will sail with the morning tide, and with them goes the winter,” the harbour master said."
    first = f"{said}\n\n{OTHER}"
    second = (
        said
        + "\n\nHe was speaking at the opening of the new lamp room, where forty guests ate herring on toast."
    )
    assert list_kinds(build_page(first, outlet="One"), build_page(second, outlet="Two")) == []


def test_same_address_is_a_version() -> None:
    url = "https://one.example/grain"
    first, second = (
        build_page(WIRE, url=url),
        build_page(WIRE.replace("two days", "three days"), url=f"{url}?a=1"),
    )
    (link,) = link_copies([first, second])
    assert link.kind == "version"
    assert link.features[0].name == "same address"


def test_same_address_with_other_words_is_no_version() -> None:
    assert (
        list_kinds(
            build_page(WIRE, url="https://one.example/"),
            build_page(OTHER, url="https://one.example/"),
        )
        == []
    )


@pytest.mark.parametrize(("published", "expected"), [("2020-05-03", ["copy"]), ("2020-07-01", [])])
def test_rewritten_release_is_a_copy_only_within_days(published: str, expected: list[str]) -> None:
    release = build_page(WIRE, "2020-05-01", outlet="Harbour board")
    paper = build_page(
        "The last lorries of the grain convoy crossed the Aldermoor bridge at noon, our reporter writes, "
        "and the town turned out to cheer them with brass and paper flags and a dog in a hat.\n\n"
        + "\n\n".join(OTHER.split("\n\n")[:2]),
        published,
        outlet="Gazette",
    )
    assert list_kinds(release, paper) == expected


def test_families_hold_every_page_and_chains_are_one() -> None:
    pages = [build_page(WIRE, outlet=f"Outlet {n}") for n in range(30)] + [
        build_page(OTHER, outlet="Z")
    ]
    family = group_families(pages, link_copies(pages))
    assert set(family) == {one.id for one in pages}
    assert len({family[one.id] for one in pages[:30]}) == 1
    assert family[pages[-1].id] == pages[-1].id


def test_furniture_of_an_outlet_makes_no_copies() -> None:
    foot = (
        "Sign up to the Evening Bell and have our best stories at your door by six, with the tides, the trains and a "
        "recipe. All rights reserved. No part of the Bell may be reprinted, sung or read aloud without leave of its owner."
    )
    bodies = [
        WIRE,
        OTHER,
        "The lamp at Skerry Point was lit. " * 9,
        "A goat was chosen as mayor of Low Moss. " * 9,
    ]
    pages = [
        build_page(f"{body}\n\n{foot}", outlet="Bell", url=f"https://bell.example/{number}")
        for number, body in enumerate(bodies)
    ]
    assert list_kinds(*pages) == []


def test_many_copies_are_joined_by_few_links() -> None:
    pages = [build_page(WIRE, outlet=f"Outlet {n}") for n in range(60)]
    assert len(link_copies(pages)) < 3 * len(pages)
