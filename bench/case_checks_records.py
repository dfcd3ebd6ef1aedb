"""What must hold of the records drawn from the inputs of `cases/` whose fault lies in quotes, times, figures or names.

In: a `Drawn`, the page of one input and the records drawn from it. Out: by the input's folder, what is wrong with it.
Out of scope: finding the inputs and reading them, which is `bench.cases`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from bench import cases
from onrecord.records import Entity, Event, Figure, Page, Quote, Time


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page and what was drawn from it."""

    page: Page
    quotes: tuple[Quote, ...]
    times: tuple[Time, ...]
    figures: tuple[Figure, ...]
    entities: tuple[Entity, ...]
    events: tuple[Event, ...] = ()


Check = Callable[[Drawn], bool]


def find_quotes(drawn: Drawn, words: str) -> list[Quote]:
    """Return the quotes with `words` in their content."""
    return [quote for quote in drawn.quotes if any(words in part.text for part in quote.content)]


def is_said_by(drawn: Drawn, words: str, source: str, *, kind: str | None = None) -> bool:
    """Return whether `words` are in one quote alone, not negated, whose source holds `source` (and which is of `kind`)."""
    quotes = find_quotes(drawn, words)
    return (
        len(quotes) == 1
        and not quotes[0].negated
        and (quotes[0].source is not None and source in quotes[0].source.text)
        and kind in {None, quotes[0].kind}
    )


def is_said(drawn: Drawn, *pairs: tuple[str, str]) -> bool:
    """Return whether each (words, source) is one direct quote, not negated, of that source and of no other pair's words."""
    return all(
        is_said_by(drawn, words, source, kind="direct")
        and not any(
            find_quotes(drawn, other)[:1] == find_quotes(drawn, words)
            for other, whose in pairs
            if whose != source
        )
        for words, source in pairs
    )


def is_unsaid(drawn: Drawn, *words: str) -> bool:
    """Return whether none of `words` is in any content."""
    return not any(find_quotes(drawn, word) for word in words)


def is_nickname_in_source(drawn: Drawn, words: str, name: str, nickname: str) -> bool:
    """Return whether `words` are said by `name` and no content begins with or is the nickname."""
    whole = any(part.text == nickname for quote in drawn.quotes for part in quote.content)
    return not whole and is_said_by(drawn, words, name)


def has_time(drawn: Drawn, kind: str, value: str) -> bool:
    """Return whether a time of `kind` has a value that begins with `value`."""
    return any(time.type == kind and (time.value or "").startswith(value) for time in drawn.times)


def has_times(drawn: Drawn, *values: str) -> bool:
    """Return whether the times have these values, each of them once, and no others."""
    return sorted(time.value or "" for time in drawn.times) == sorted(values)


def has_whole_time(drawn: Drawn, words: Iterable[str], value: str) -> bool:
    """Return whether one time holds all of `words` and has `value`, or one that begins with it."""
    return any(
        all(word in time.evidence.text for word in words) and (time.value or "").startswith(value)
        for time in drawn.times
    )


def has_figure(drawn: Drawn, value: float, unit: str | None, hedge: str | None = None) -> bool:
    """Return whether a figure has this value, unit and hedge."""
    return any(
        figure.value == value and figure.unit == unit and figure.hedge == hedge
        for figure in drawn.figures
    )


def has_figures(drawn: Drawn, *values: float | tuple[float, float]) -> bool:
    """Return whether the figures have these values or bounds, each of them once, and no others."""
    found: list[object] = [
        (figure.low, figure.high) if figure.value is None else figure.value
        for figure in drawn.figures
    ]
    return sorted(map(str, found)) == sorted(
        str(value if isinstance(value, tuple) else float(value)) for value in values
    )


def has_ages(drawn: Drawn, *values: float) -> bool:
    """Return whether each of `values` is an age, and nothing else is."""
    ages = [figure for figure in drawn.figures if figure.kind == "age"]
    return sorted(figure.value or 0 for figure in ages) == sorted(values) and all(
        figure.unit == "year" for figure in ages
    )


def is_of_type(drawn: Drawn, name: str, kind: str) -> bool:
    """Return whether one entity is called `name`, of `kind`, and no other entity's name is part of it."""
    holders = [entity for entity in drawn.entities if name in entity.names]
    parts = [
        entity
        for entity in drawn.entities
        if entity.name != name and entity.name in name.split() and entity.type == "person"
    ]
    return [entity.type for entity in holders] == [kind] and not parts


def is_no_person(drawn: Drawn, name: str) -> bool:
    """Return whether no person is called `name`."""
    return not any(
        name in (entity.name, *entity.names) and entity.type == "person"
        for entity in drawn.entities
    )


def is_place(drawn: Drawn, name: str) -> bool:
    """Return whether `name` names a place, and neither a person nor a body."""
    return [entity.type for entity in drawn.entities if name in entity.names] == ["place"]


def has_role_without(drawn: Drawn, *verbs: str) -> bool:
    """Return whether no role of any entity holds one of `verbs`."""
    return not any(
        verb in role.split() for entity in drawn.entities for role in entity.roles for verb in verbs
    )


def has_nickname(drawn: Drawn, parts: tuple[str, str, str]) -> bool:
    """Return whether first name, nickname and surname are one person, and no entity is one of them alone."""
    holders = [
        entity
        for entity in drawn.entities
        if all(any(part in name for name in entity.names) for part in parts)
    ]
    return [entity.type for entity in holders] == ["person"] and not any(
        entity.name in parts for entity in drawn.entities
    )


_HELD: dict[str, Check] = {
    "001": partial(
        is_nickname_in_source,
        words="shelter was full",
        name="Maria “Mimi” Lopez",
        nickname="Mimi",
    ),
    "003": partial(
        is_nickname_in_source,
        words="he had seen nothing",
        name="Ronald ‘Ronnie’ Vance",
        nickname="Ronnie",
    ),
    "005": lambda drawn: (
        has_nickname(drawn, ("Maria", "Mimi", "Lopez"))
        and has_nickname(drawn, ("Dewan", "Ox", "Johnson"))
    ),
    "006": partial(is_said_by, words="he had sold the gun", source="Duke"),
    "008": partial(is_said_by, words="We turn people away", source="Mother Grace"),
    "010": lambda drawn: is_said(
        drawn, ("We lost everything", "Ann Bell"), ("The house, the car", "Ann Bell")
    ),
    "012": lambda drawn: is_said(
        drawn, ("Is it safe?", "Ann Bell"), ("Can we drink it?", "Ann Bell")
    ),
    "014": lambda drawn: is_said(
        drawn, ("Is it safe?", "Ann Bell"), ("Can we drink it?", "Ann Bell")
    ),
    "015": lambda drawn: is_said(drawn, ("She knows the rivers", "Marsh")),
    "017": lambda drawn: is_said(drawn, ("She knows the rivers", "Marsh")),
    "019": lambda drawn: is_said(drawn, ("The pool will close", "mayor")),
    "021": lambda drawn: is_said(drawn, ("The pool will close", "Orwick")),
    "023": partial(is_said_by, words="No entry", source="The sign", kind="direct"),
    "025": partial(is_said_by, words="No fear", source="The sticker", kind="direct"),
    "026": lambda drawn: is_said(
        drawn, ("We won't stop", "Ann Bell"), ("We will go on", "Ann Bell")
    ),
    "028": lambda drawn: is_said(drawn, ("The bridge is closed", "Alice Bell")),
    "030": lambda drawn: is_said(drawn, ("The bridge is closed", "Alice Bell")),
    "032": lambda drawn: is_said(
        drawn,
        ("It was awful", "Ann Bell"),
        ("10 of us left", "Cole Dunn"),
        ("£5 is too much", "Eve Fry"),
    ),
    "034": lambda drawn: is_said(drawn, ("We will vote", "ministers"), ("You will lose", "unions")),
    "036": lambda drawn: has_times(drawn, "2012-11-19"),
    "038": lambda drawn: has_times(drawn, "2012-11-19"),
    "040": partial(has_whole_time, words=("second week", "January"), value="2019-W"),
    "042": partial(has_whole_time, words=("first half", "March 2016"), value="2016-03"),
    "044": partial(has_time, kind="TIME", value="2016-03-10T22:00Z"),
    "046": lambda drawn: has_times(drawn, "1998"),
    "048": lambda drawn: has_times(drawn, "2004", "2008"),
    "050": lambda drawn: has_times(drawn, "PT1H20M"),
    "052": lambda drawn: has_times(drawn, "PT1H45M"),
    "054": lambda drawn: (
        has_time(drawn, "DATE", "2020-06-26")
        and has_time(drawn, "DATE", "2020-06-28")
        and all((time.value or "").startswith("2020") for time in drawn.times)
    ),
    "056": lambda drawn: (
        has_time(drawn, "DATE", "2018-02")
        and has_time(drawn, "DATE", "2018-12")
        and all((time.value or "").startswith("2018") for time in drawn.times)
    ),
    "058": partial(has_time, kind="TIME", value="2018-06-25T10:37"),
    "060": partial(has_time, kind="TIME", value="2016-05-03T16:12"),
    "061": lambda drawn: has_times(drawn, "2005-05-03"),
    "063": lambda drawn: has_times(drawn, "2005-05-03"),
    "065": lambda drawn: has_times(drawn, "2019-09-26", "2019-10-03"),
    "067": lambda drawn: has_times(drawn, "2015-12-31", "2016-01-02"),
    "069": lambda drawn: has_figures(drawn, 40, 55),
    "071": lambda drawn: has_figures(drawn, 12000, 15000),
    "073": lambda drawn: has_figures(drawn, 4) and has_figure(drawn, 4, "cubic centimetre"),
    "075": lambda drawn: has_figures(drawn, 5) and has_figure(drawn, 5, "square millimetre"),
    "077": partial(has_figure, value=100, unit="mile per hour", hedge="over"),
    "079": partial(has_figure, value=5, unit="milligram", hedge="at least"),
    "081": lambda drawn: has_ages(drawn, 12, 14, 17),
    "083": lambda drawn: has_ages(drawn, 3, 6, 10),
    "085": lambda drawn: not drawn.figures and not drawn.times,
    "087": lambda drawn: not drawn.figures and not drawn.times,
    "089": lambda drawn: not drawn.figures and has_times(drawn, "1957"),
    "122": partial(is_of_type, name="April Holt", kind="person"),
    "124": partial(is_of_type, name="August Cole", kind="person"),
    "125": partial(is_of_type, name="Ban Su-min", kind="person"),
    "127": partial(is_of_type, name="Pen Sok-ha", kind="person"),
    "129": partial(is_of_type, name="Marks and Spencer", kind="organisation"),
    "131": partial(is_of_type, name="Dolce and Gabbana", kind="organisation"),
    "133": partial(is_no_person, name="Snapchat"),
    "135": lambda drawn: has_role_without(drawn, "met"),
    "137": partial(is_place, name="Brackwell"),
    "139": partial(is_place, name="Velford"),
    "141": partial(is_place, name="Dunmarsh"),
}
"""What must hold, by the input's folder in `cases/`."""


def _convert_check(check: Check) -> cases.Check:
    """Return `check` as `bench.cases` asks it: of a case, with what is wrong as words."""

    def find_fault(case: cases.Case) -> str:
        found = cases.load_records(case)
        drawn = Drawn(
            cases.load_page(case),
            found.quotes,
            found.times,
            found.figures,
            found.entities,
            found.events,
        )
        return "" if check(drawn) else "what is asked does not hold"

    return find_fault


CHECKS: dict[str, cases.Check] = {number: _convert_check(check) for number, check in _HELD.items()}
"""By the input's folder: what is wrong with what is drawn from it, "" if nothing is."""
