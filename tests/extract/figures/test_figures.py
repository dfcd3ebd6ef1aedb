"""Figures: the table of cases, the span law, and what they take from times and quotes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.case_tables import read_cases

from onrecord.extract import figures, times
from onrecord.extract.figures.money.currency_resolution import CurrencyContext, resolve_currency
from onrecord.extract.figures.money.currency_words import look_up_currency
from onrecord.extract.figures.money.iso4217 import list_currency_codes
from onrecord.language import Backbone
from onrecord.language.numerals import read_number
from onrecord.records import Figure, Page, Part, Quote, Records, Zone
from onrecord.records.figure import CHANGES, FIGURE_KINDS, HEDGES, UNIT_BASES

CASES = read_cases("figures")


def extract_records(backbone: Backbone, text: str, role: str = "body", **known: Any) -> Records:
    page = Page("p-1", None, "case", text, (Zone(role, 0, len(text)),), **known)
    parse = backbone.parse(page)
    found = times.extract(page, parse, Records())
    return found.merged(figures.extract(page, parse, found))


def describe_figure(figure: Figure, wanted: dict[str, Any]) -> dict[str, Any]:
    row = figure.to_dict()
    row["what"] = row["what"] and row["what"]["text"]
    return {key: row[key] for key in ("text", "value", *wanted)}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['text']} ({case['why']})")
def test_cases(backbone: Backbone, case: dict[str, Any]) -> None:
    found = extract_records(backbone, case["text"]).figures
    wanted = case["expect"]
    rows = [
        describe_figure(figure, row)
        for figure, row in zip(found, [*wanted, *({} for _ in found)], strict=False)
    ]
    assert rows == [
        {**row, "value": None if row["value"] is None else pytest.approx(row["value"])}
        for row in wanted
    ]


def test_as_many_cases_yield_nothing() -> None:
    assert len(CASES) >= 500
    assert sum(not case["expect"] for case in CASES) >= len(CASES) * 0.5


def test_a_rate_after_what_is_measured_is_explained(backbone: Backbone) -> None:
    (figure,) = extract_records(backbone, "The herd gives 6,000 litres of milk a day.").figures
    assert (figure.unit, figure.evidence.text) == ("litre per day", "6,000 litres")
    assert figure.steps == ("litre → litre per day: stated after what is measured",)
    assert figure.basis == "words after"


def test_rain_in_a_day_is_no_rate(backbone: Backbone) -> None:
    (figure,) = extract_records(backbone, "The storm dropped 310 mm of rain in a day.").figures
    assert figure.unit == "millimetre"


def test_a_model_of_the_page_counts_nothing_anywhere(backbone: Backbone) -> None:
    text = "It ordered 787-9 jets. The 787 program is late, and 300 people wait."
    assert [figure.evidence.text for figure in extract_records(backbone, text).figures] == ["300"]


def test_a_figure_keeps_the_time_it_holds_for(backbone: Backbone) -> None:
    found = extract_records(backbone, "The army had 300 tanks in 2014.")
    assert found.figures[0].as_of == found.times[0].id


def test_two_times_leave_it_unsaid(backbone: Backbone) -> None:
    found = extract_records(backbone, "The army had 300 tanks in 2014, and in 2016 it fell.")
    assert found.figures[0].as_of is None


def test_a_figure_in_a_quote_is_according_to_it(backbone: Backbone) -> None:
    text = "“We sent 300 men,” he said."
    page = Page("p-1", None, "case", text, (Zone("body", 0, len(text)),))
    content = (Part(text[1:16], 1, 16),)
    evidence = page.evidence(0, len(text), "test@1")
    quote = Quote("q-1", evidence, "direct", content, None, None, (), "body")
    (figure,) = figures.extract(page, backbone.parse(page), Records(quotes=(quote,))).figures
    assert figure.according_to == "q-1"


@pytest.mark.parametrize(
    ("text", "fields", "unit", "step", "basis"),
    [
        ("It cost $5 million.", {}, "USD", "assumed", "assumed"),
        (
            "It cost $5 million.",
            {"url": "https://news.example.com.au/a"},
            "AUD",
            ".au",
            "page address",
        ),
        (
            "It cost $5 million.",
            {"url": "https://news.example.com/ca"},
            "USD",
            "assumed",
            "assumed",
        ),
        (
            "It cost $5 million.",
            {"outlet": "Canada Daily"},
            "CAD",
            "the outlet is Canada Daily",
            "outlet",
        ),
        (
            "All figures are in New Zealand dollars. It cost $5.",
            {},
            "NZD",
            "the page states it",
            "page statement",
        ),
        ("It cost US$5 million.", {"url": "https://example.com.au/"}, "USD", None, None),
        ("It fell 5 cents to €1.20.", {}, "EUR", "the euro's sign stands near", "nearby sign"),
        (
            "He paid 500 pesos in Manila, the Philippines. Philippine banks shut.",
            {},
            "PHP",
            "country",
            "page country",
        ),
        ("He paid 500 pesos.", {}, None, "open", "unresolved"),
        ("He paid ¥500, then 900 yuan.", {}, "CNY", "the page writes of yuan", "page words"),
        ("He paid ¥500.", {}, "JPY", "assumed", "assumed"),
        ("It cost five grand, or £90 a week.", {}, "GBP", "pounds", "page sums"),
        ("It cost five grand.", {}, None, "a thousand of what", "unresolved"),
    ],
)
def test_bare_names_of_money_are_resolved_by_the_page(
    backbone: Backbone,
    text: str,
    fields: dict[str, str],
    unit: str | None,
    step: str | None,
    basis: str | None,
) -> None:
    figure = extract_records(backbone, text, **fields).figures[0]
    assert figure.unit == unit
    assert (step in " ".join(figure.steps)) if step else not figure.steps
    assert figure.basis == basis
    assert basis is None or basis in UNIT_BASES


def test_a_name_with_a_number_is_one_on_all_of_the_page(backbone: Backbone) -> None:
    found = extract_records(
        backbone, "Thunderport 3 docks cost $9 now. They sell a Thunderport 3 dock, and 3 lamps."
    )
    assert [figure.evidence.text for figure in found.figures] == ["$9", "3"]


def test_a_currency_is_resolved_once_a_page(backbone: Backbone) -> None:
    place = CurrencyContext(None, None, "He paid 500 pesos in Manila.")
    first = resolve_currency("peso", "", place, "")
    assert place.resolved == {("peso", ""): first}
    assert resolve_currency("peso", "", place, "") is first


def test_comments_are_out_of_scope(backbone: Backbone) -> None:
    assert not extract_records(backbone, "I saw 300 men.", role="comment").figures


_WORDS = st.sampled_from(
    [
        "£",
        "$",
        "24",
        "bn",
        "million",
        "two",
        "hundred",
        "and",
        "a",
        "half",
        "third",
        "of",
        "one",
        "in",
        "ten",
        "1,000",
        "-",
        "to",
        "between",
        "from",
        "about",
        "at",
        "least",
        "soldiers",
        ",",
        ".",
        "(",
        ")",
        "%",
        "per",
        "cent",
        "dozens",
        "thousands",
        "USD",
        "km",
        "euros",
        "½",
        "é",
        "0.5",
        "9/11",
        "12:30",
        "1,3",
        "~",
        "6'2\"",
        "(1)",
        "-foot-10",
        "threefold",
        "401(k)",
        "m",
        "p",
    ]
)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(_WORDS, max_size=14))
def test_spans_hold_whatever_the_words(backbone: Backbone, words: list[str]) -> None:
    text = " ".join(words)
    found = extract_records(backbone, text).figures
    for figure in found:
        assert text[figure.evidence.start : figure.evidence.end] == figure.evidence.text
        assert figure.hedge is None or figure.hedge in HEDGES
        assert figure.kind in FIGURE_KINDS
        assert figure.change is None or figure.change in CHANGES
        assert figure.basis is None or figure.basis in UNIT_BASES
        assert figure.value is not None or figure.low is not None
        if figure.what:
            assert text[figure.what.start : figure.what.end] == figure.what.text
    starts = [figure.evidence.start for figure in found]
    assert all(f.evidence.end <= s for f, s in zip(found, starts[1:], strict=False))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("three million, two hundred & forty", 3_000_240),
        ("a hundred and two", 102),
        ("1,234.5", 1234.5),
        ("two dozen", 24),
        ("2½", 2.5),
        ("soldiers", None),
        ("1" * 400, None),
        ("", None),
    ],
)
def test_numbers_are_read(text: str, number: float | None) -> None:
    assert read_number(text) == number


def test_every_currency_named_is_one_of_cldr() -> None:
    named = {
        look_up_currency(word)[0] for word in ("pounds", "euro", "yen", "iraqi dinars", "rupees")
    }
    assert named <= list_currency_codes()
    assert look_up_currency("troops") == (None, 1.0)


@pytest.mark.shared
def test_seeds(backbone: Backbone, shared: Path) -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted((shared / "seeds").iterdir())]
    first = {f.evidence.text: f for f in extract_records(backbone, texts[0]).figures}
    assert first["about 500"].value == 500
    assert first["at least half"].what is not None
    assert first["at least half"].what.text == "all military units"
    second = {f.evidence.text: f for f in extract_records(backbone, texts[1]).figures}
    assert second["more than £24bn"].unit == "GBP"
    forces = second["over 120,000"].what
    assert forces is not None
    assert forces.text == "Iraqi and Kurdish security forces"
