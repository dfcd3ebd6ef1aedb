"""Names in one block: by their words, by number and maker, landforms, titles of works, roles beside them, boundaries."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc, Span

from onrecord.extract.entities.detection.geographic_names import find_landform_names
from onrecord.extract.entities.detection.name_patterns import find_pattern_names
from onrecord.extract.entities.detection.person_names import find_titled_names
from onrecord.extract.entities.detection.products import find_product_names
from onrecord.extract.entities.detection.span_boundaries import split_tagged_name
from onrecord.extract.entities.detection.work_titles import find_work_titles
from onrecord.extract.entities.features.role_phrases import (
    find_role_after,
    find_role_before,
    find_unnamed_roles,
)
from onrecord.language import Backbone


def read_span(doc: Doc, words: str) -> Span:
    span = doc.char_span(doc.text.index(words), doc.text.index(words) + len(words))
    assert span is not None
    return span


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They swam in the Sule river at dawn.", ["Sule river"]),
        ("Snow fell in the Ellen Marsh valley.", ["Ellen Marsh valley"]),
        ("They climbed into the Corran range.", ["Corran range"]),
        ("Dealers sell the Corran range of cars.", []),
        ("They swam in a river near Sule.", []),
        ("The river rose.", []),
        ("On Monday the Monday river rose.", []),
    ],
)
def test_landforms(backbone: Backbone, text: str, names: list[str]) -> None:
    assert [name.name for name in find_landform_names(backbone.nlp(text))] == names


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("She sang “Night Harbour” twice.", ["Night Harbour"]),
        ("The film “The Tide of the Year” opens today.", ["The Tide of the Year"]),
        ("He wrote the novel Night Harbour.", ["Night Harbour"]),
        ("The song called “Boats” is long.", ["Boats"]),
        ("She said “we are late” and left.", []),
        ("The film was shot at night.", []),
        ("He read her book, Ann Hale said.", []),
        ("The show “goes on and on” today.", []),
    ],
)
def test_titles_of_works(backbone: Backbone, text: str, titles: list[str]) -> None:
    doc = backbone.nlp(text)
    assert [doc[title.start : title.end].text for title in find_work_titles(doc)] == titles


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Two T-72 tanks burned.", ["T-72"]),
        ("They bought the Galaxy S10 Plus.", ["Galaxy S10 Plus"]),
        ("She drives a Nissan Sentra.", ["Nissan Sentra"]),
        ("The frigate HMS Tern sailed.", ["HMS Tern"]),
        ("Crews fired a new Javelin missile there.", ["Javelin"]),
        ("Nissan Europe hired him.", []),
        ("Section 4 was read out.", []),
        ("In Q3 sales fell.", []),
        ("Some 72 people came.", []),
        ("The missile flew far.", []),
    ],
)
def test_products(backbone: Backbone, text: str, names: list[str]) -> None:
    assert [name.name for name in find_product_names(backbone.nlp(text))] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Corran Airport and the Ministry of Transport agreed.",
            ["Corran Airport", "Ministry of Transport"],
        ),
        ("Reporters told the Harbour Times so.", ["Harbour Times"]),
        ("She teaches at Corran High.", ["Corran High"]),
        ("It is a matter for the Board of Directors.", []),
        ("They went to the airport by night.", []),
        ("Anna Hill was late.", []),
    ],
)
def test_names_by_their_words(backbone: Backbone, text: str, names: list[str]) -> None:
    assert [name.name for name in find_pattern_names(backbone.nlp(text))] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mr Okafor left early.", ["Okafor"]),
        ("They met General Sir John Marsh there.", ["John Marsh"]),
        ("Dr. van Dalen was there.", ["van Dalen"]),
        ("The general left early.", []),
        ("Mr President left early.", []),
    ],
)
def test_names_after_titles(backbone: Backbone, text: str, names: list[str]) -> None:
    assert [name.name for name in find_titled_names(backbone.nlp(text))] == names


@pytest.mark.parametrize(
    ("text", "words", "type_", "names"),
    [
        ("Defence Minister Ann Hale left.", "Defence Minister Ann Hale", "person", [("Ann Hale", "person")]),
        ("Ohio Helen Marsh left.", "Ohio Helen Marsh", "person", [("Ohio", "place"), ("Helen Marsh", "person")]),
        ("Helen Marsh of Norway left.", "Helen Marsh of Norway", "person", [("Helen Marsh", "person"), ("Norway", "place")]),
        ("Governor of Ohio Helen Marsh left.", "Governor of Ohio Helen Marsh", "person", [("Ohio", "place"), ("Helen Marsh", "person")]),
        ("The Harbour Trust met.", "The Harbour Trust", "organisation", [("Harbour Trust", "organisation")]),
        ("Kim Jong-un left.", "Kim Jong", "person", [("Kim Jong-un", "person")]),
        ("On Monday they left.", "Monday", "place", []),
        ("The Defence Minister left.", "Defence Minister", "person", []),
    ],
)  # fmt: skip
def test_boundaries(
    backbone: Backbone, text: str, words: str, type_: str, names: list[tuple[str, str]]
) -> None:
    doc = backbone.nlp(text)
    span = read_span(doc, words)
    found = split_tagged_name(doc, span.start, span.end, type_)
    assert [(doc[one.start : one.end].text, one.type) for one in found] == names


@pytest.mark.parametrize(
    ("text", "name", "before", "after"),
    [
        ("Defence Secretary Maria Holt left.", "Maria Holt", "Defence Secretary", None),
        ("Former mayor Maria Holt left.", "Maria Holt", "mayor", None),
        ("Maria Holt, the new Danish prime minister, left.", "Maria Holt", None, "Danish prime minister"),
        ("Maria Holt, secretary of state for defence, left.", "Maria Holt", None, "secretary of state for defence"),
        ("Mr Holt left.", "Holt", None, None),
        ("Maria Holt, a big fan, left.", "Maria Holt", None, None),
        ("Maria Holt left.", "Maria Holt", None, None),
    ],
)  # fmt: skip
def test_roles_beside_a_name(
    backbone: Backbone, text: str, name: str, before: str | None, after: str | None
) -> None:
    doc = backbone.nlp(text)
    span = read_span(doc, name)
    assert find_role_before(doc, span.start) == before
    assert find_role_after(doc, span.end) == after


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("A senior defence source agreed.", ["senior defence source"]),
        ("The minister agreed.", ["minister"]),
        ("The secretary of state for defence agreed.", ["secretary of state for defence"]),
        ("An energy source failed.", []),
        ("The head hurt.", []),
        ("Ministers' talks failed.", []),
        ("The source of the river is dry.", []),
    ],
)
def test_roles_without_a_name(backbone: Backbone, text: str, roles: list[str]) -> None:
    doc = backbone.nlp(text)
    found = find_unnamed_roles(doc, frozenset())
    assert [doc[role.start : role.end].text for role in found] == roles
