"""The extractors as components of a person's own spaCy pipeline."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

import onrecord
from onrecord.components import KINDS, NEEDS, records_of
from onrecord.language import Backbone

TEXT = (
    "Harbour clinic opens\n\n"
    "The clinic opened on Monday, Ruth Amari said.\n\n"
    "“About 40 nurses will be hired by June,” she added. "
    "The health ministry promised to build two more clinics by 2022."
)
DAY = "2020-03-05"


@pytest.fixture
def nlp(backbone: Backbone) -> Language:
    """The backbone's trained components in a pipeline that a test may add to."""
    own = spacy.blank("en", vocab=backbone.nlp.vocab)
    own.tokenizer = backbone.nlp.tokenizer
    for name in backbone.nlp.pipe_names:
        own.add_pipe(name, source=backbone.nlp)
    return own


@pytest.mark.parametrize("kind", sorted(NEEDS))
def test_a_component_draws_what_the_whole_house_draws(
    nlp: Language, backbone: Backbone, kind: str
) -> None:
    nlp.add_pipe(f"onrecord_{kind}", config={"published": DAY})
    doc = nlp(TEXT)
    page = onrecord.page_from_text(TEXT, published=DAY)
    whole = onrecord.extract(page, model=None)
    drawn = getattr(doc._, f"onrecord_{kind}")
    assert drawn
    assert [r.to_dict() for r in drawn] == [r.to_dict() for r in getattr(whole, kind)]
    assert doc.spans[f"onrecord_{kind}"]


def test_spans_carry_kind_and_record(nlp: Language) -> None:
    nlp.add_pipe("onrecord_quotes")
    doc = nlp(TEXT)
    quotes = doc._.onrecord_quotes
    spans = doc.spans["onrecord_quotes"]
    assert [span.label_ for span in spans] == [quote.kind for quote in quotes]
    assert [span.id_ for span in spans] == [quote.id for quote in quotes]
    sources = {span.id_: span.text for span in doc.spans["onrecord_quotes.source"]}
    assert sources[quotes[0].id] == "Ruth Amari"
    assert {span.text for span in doc.spans["onrecord_quotes.cue"]} >= {"said", "added"}


def test_entities_are_shown_by_their_mentions(nlp: Language) -> None:
    nlp.add_pipe("onrecord_entities")
    doc = nlp("Ruth Amari spoke.\n\nAmari left.")
    shown = [(span.text, span.label_, span.kb_id_) for span in doc.spans["onrecord_entities"]]
    (entity,) = doc._.onrecord_entities
    assert shown == [("Ruth Amari", "person", entity.id), ("Amari", "person", entity.id)]


def test_the_day_published_may_be_the_docs_own(nlp: Language) -> None:
    nlp.add_pipe("onrecord_times")
    unknown = nlp("It opened on Monday.")._.onrecord_times[0]
    assert (unknown.value, unknown.waits_for) == (None, "published")
    doc = nlp.make_doc("It opened on Monday.")
    doc._.onrecord_published = DAY
    assert nlp(doc)._.onrecord_times[0].value == "2020-03-02"


def test_what_is_drawn_once_is_not_drawn_again(
    nlp: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    nlp.add_pipe("onrecord_quotes")
    doc = nlp(TEXT)
    monkeypatch.setattr("onrecord.components._draw", pytest.fail)
    nlp.get_pipe("onrecord_quotes")(doc)


def test_docs_are_written_and_read(nlp: Language) -> None:
    nlp.add_pipe("onrecord_quotes")
    doc = nlp(TEXT)
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert again._.onrecord_quotes == doc._.onrecord_quotes
    assert len(again.spans["onrecord_quotes"]) == len(doc._.onrecord_quotes)


def test_own_names_and_spans_stay(nlp: Language) -> None:
    bare = nlp(TEXT)
    nlp.add_pipe("onrecord_commitments")
    doc = nlp(TEXT)
    assert [ent.text for ent in doc.ents] == [ent.text for ent in bare.ents]
    assert set(doc.spans) == {"onrecord_commitments"}


def test_a_pipeline_without_a_parser_is_told_so() -> None:
    bare = spacy.blank("en")
    bare.add_pipe("onrecord_events")
    with pytest.raises(ValueError, match="onrecord_events needs TAG"):
        bare("Something happened.")


@pytest.mark.parametrize("text", ["", " \n\n "])
def test_an_empty_doc_yields_nothing(nlp: Language, text: str) -> None:
    nlp.add_pipe("onrecord_quotes")
    doc = nlp(text)
    assert doc._.onrecord_quotes == ()
    assert tuple(records_of(doc)) == ()


def test_factories_are_found_without_an_import() -> None:
    from importlib.metadata import entry_points

    named = {point.name for point in entry_points(group="spacy_factories")}
    assert {f"onrecord_{kind}" for kind in KINDS if kind != "mentions"} <= named
