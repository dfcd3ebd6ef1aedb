"""Kinds and changes of figures, and the lines that explain them."""

from __future__ import annotations

import pytest

from onrecord.extract import figures, times
from onrecord.extract.figures.explanation import UnitResolution, explain_figure
from onrecord.language import Backbone
from onrecord.records import Figure, Page, Records, Zone
from onrecord.records.figure import CHANGES, FIGURE_KINDS, UNIT_BASES


def find_figure(backbone: Backbone, text: str) -> Figure:
    page = Page("p-1", None, "case", text, (Zone("body", 0, len(text)),))
    parse = backbone.parse(page)
    found = times.extract(page, parse, Records())
    (figure,) = figures.extract(page, parse, found).figures
    return figure


KINDS = [
    ("The town has 40 buses.", "count", None),
    ("Some 40 to 50 buses were late.", "range", None),
    ("Dozens of lamps went out.", "order", None),
    ("Two thirds of voters stayed away.", "fraction", None),
    ("One in three ferries was late.", "fraction", None),
    ("Turnout was 48.5 per cent.", "percent", None),
    ("The rate is 2 percentage points above the target.", "percent", None),
    ("The bridge cost £3m.", "money", None),
    ("Tickets cost between £3 and £5.", "money", None),
    ("She paid 500 pesos.", "money", None),
    ("The bridge is 98 metres long.", "measure", None),
    ("Tens of thousands of tonnes of grain were lost.", "measure", None),
    ("They waited nine hours.", "measure", None),
    ("A 34-year-old woman drove the bus.", "age", None),
    ("His mother is 82.", "age", None),
    ("Fares rose by £3.", "money", "up"),
    ("Ticket sales fell by a third.", "fraction", "down"),
    ("Output rose 40 megawatts.", "measure", "up"),
    ("Sales outdid hopes by 12%.", "percent", "changed"),
]


@pytest.mark.parametrize(("text", "kind", "change"), KINDS)
def test_a_figure_states_its_kind(
    backbone: Backbone, text: str, kind: str, change: str | None
) -> None:
    figure = find_figure(backbone, text)
    assert (figure.kind, figure.change) == (kind, change)


def test_every_kind_and_change_has_a_sentence() -> None:
    assert {kind for _, kind, _ in KINDS} == set(FIGURE_KINDS)
    assert {change for _, _, change in KINDS} - {None} == set(CHANGES)


CHANGE_SENTENCES = [
    ("Ticket sales boomed by more than 3 million last year.", "up"),
    ("The ratio slipped 40 basis points in May.", "down"),
    ("Shares were up 9% at noon.", "up"),
    ("Yields averaged more, and costs were down by 3%.", "down"),
    ("A 5% rise is likely.", "up"),
    ("There was a fall of £3m.", "down"),
    ("The council cut the number of beds by 5%.", "down"),
    ("It costs £100 less than before.", "down"),
    ("Sales outdid hopes by 12%.", "changed"),
    ("Sales rose to 5,000.", None),
    ("Stocks have fallen below 31%.", None),
    ("She won the seat by 311 votes.", None),
    ("He was attacked by 20 men.", None),
    ("It is owned by 20% of voters.", None),
    ("He fell 10 metres.", None),
    ("He lifted 40 kilograms.", None),
    ("The crane raised 40 tonnes.", None),
    ("Output rose 40 megawatts.", "up"),
    ("She lifted the rate by 2%.", "up"),
    ("The Sabres lost eight of them.", None),
    ("Monitors at 35% off were sold.", None),
    ("It is punished by up to four years in jail.", None),
    ("It is 20% more powerful now.", None),
]


@pytest.mark.parametrize(("text", "change"), CHANGE_SENTENCES)
def test_what_something_rose_by_is_a_change(
    backbone: Backbone, text: str, change: str | None
) -> None:
    figure = find_figure(backbone, text)
    assert figure.change == change
    line = {None: (), "changed": ("a change",)}.get(change, (f"a change: {change}",))
    assert figure.steps == line


@pytest.mark.parametrize("basis", UNIT_BASES)
def test_every_basis_is_explained(basis: str) -> None:
    (line,) = explain_figure((UnitResolution("peso", None, basis, "words"),), None, "money")
    assert line.startswith("peso → open: ")


@pytest.mark.parametrize(
    ("resolution", "line"),
    [
        (
            UnitResolution("dollar", "NZD", "page statement", "prices in New Zealand dollars"),
            "dollar → NZD: the page states it: “prices in New Zealand dollars”",
        ),
        (
            UnitResolution("cent", "USD", "assumed"),
            "cent → USD: assumed: nothing on the page says whose dollar",
        ),
        (UnitResolution("krone", "NOK", "assumed"), "krone → NOK: assumed: the commonest krone"),
        (
            UnitResolution("grand", None, "unresolved"),
            "grand → open: nothing on the page says a thousand of what",
        ),
        (
            UnitResolution("litre", "litre per day", "words after"),
            "litre → litre per day: stated after what is measured",
        ),
    ],
)
def test_a_resolution_is_explained(resolution: UnitResolution, line: str) -> None:
    assert explain_figure((resolution,), None, "count") == (line,)


def test_an_age_is_explained_last() -> None:
    assert explain_figure((), None, "age") == ("an age",)
    assert explain_figure((), "changed", "count") == ("a change",)
