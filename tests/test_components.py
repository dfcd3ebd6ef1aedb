"""The extractors as components of one's own spaCy pipeline."""

from __future__ import annotations

import os
import pickle
from datetime import date
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

import onrecord
from onrecord.components import PREREQUISITES, RECORD_TYPES, read_records
from onrecord.errors import PageError
from onrecord.language import Backbone

MODEL = os.environ.get("ONRECORD_MODEL") or "small"
"""The model of the fixture `backbone`."""
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


@pytest.mark.parametrize("kind", sorted(PREREQUISITES))
def test_a_component_extracts_what_the_whole_package_does(
    nlp: Language, backbone: Backbone, kind: str
) -> None:
    nlp.add_pipe(f"onrecord_{kind}", config={"published": DAY})
    doc = nlp(TEXT)
    page = onrecord.page_from_text(TEXT, published=DAY)
    whole = onrecord.extract(page, model=MODEL)
    extracted = getattr(doc._, f"onrecord_{kind}")
    assert extracted
    assert [r.to_dict() for r in extracted] == [r.to_dict() for r in getattr(whole, kind)]
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


def test_nothing_is_extracted_twice(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    nlp.add_pipe("onrecord_quotes")
    doc = nlp(TEXT)
    monkeypatch.setattr("onrecord.components._run_extractors", pytest.fail)
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
    bare.add_pipe("sentencizer", before="onrecord_events")
    with pytest.raises(ValueError, match=r"onrecord_events needs TAG, .*put a tagger, .* a parser"):
        bare("Something happened.")


def test_a_pipeline_without_lemmas_is_told_so(nlp: Language) -> None:
    nlp.remove_pipe("trainable_lemmatizer")
    nlp.add_pipe("onrecord_quotes")
    with pytest.raises(ValueError, match="needs LEMMA: put a lemmatizer before it"):
        nlp(TEXT)


def test_a_pipeline_for_another_language_is_refused_at_once() -> None:
    with pytest.raises(ValueError, match="reads English; this pipeline is for 'de'"):
        spacy.blank("de").add_pipe("onrecord_times")


def test_a_day_that_is_none_is_refused_at_once(nlp: Language) -> None:
    with pytest.raises(PageError, match="not an ISO 8601 day"):
        nlp.add_pipe("onrecord_times", config={"published": "5 March 2020"})
    with pytest.raises(PageError, match="not an ISO 8601 day"):
        nlp.make_doc(TEXT)._.onrecord_published = "soon"


@pytest.mark.parametrize("day", [DAY, date.fromisoformat(DAY)])
def test_the_day_may_be_set_after_the_first_reading(nlp: Language, day: str | date) -> None:
    nlp.add_pipe("onrecord_figures")
    nlp.add_pipe("onrecord_times")
    doc = nlp(TEXT)
    assert doc._.onrecord_times[0].value is None
    doc._.onrecord_published = day
    for name in ("onrecord_figures", "onrecord_times"):
        nlp.get_pipe(name)(doc)
    assert doc._.onrecord_times[0].value == "2020-03-02"
    assert Doc(nlp.vocab).from_bytes(doc.to_bytes())._.onrecord_published == DAY
    ids = {record.id for record in read_records(doc)}
    assert {span.id_ for group in doc.spans.values() for span in group} <= ids


def test_a_later_component_s_day_counts_for_all(nlp: Language) -> None:
    nlp.add_pipe("onrecord_figures")
    nlp.add_pipe("onrecord_times", config={"published": DAY})
    assert nlp(TEXT)._.onrecord_times[0].value == "2020-03-02"


def test_pipelines_are_written_read_and_pickled(nlp: Language, tmp_path: Path) -> None:
    nlp.add_pipe("onrecord_times", config={"published": DAY})
    nlp.add_pipe("onrecord_quotes")
    extracted = nlp(TEXT)
    nlp.to_disk(tmp_path / "own")
    for again in (spacy.load(tmp_path / "own"), pickle.loads(pickle.dumps(nlp))):
        doc = again(TEXT)
        assert doc._.onrecord_times == extracted._.onrecord_times
        assert doc._.onrecord_quotes == extracted._.onrecord_quotes


def test_records_survive_in_a_doc_bin(nlp: Language) -> None:
    nlp.add_pipe("onrecord_quotes")
    doc = nlp(TEXT)
    kept = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    (again,) = DocBin().from_bytes(kept).get_docs(nlp.vocab)
    assert again._.onrecord_quotes == doc._.onrecord_quotes


def test_many_docs_each_with_its_day_are_read_by_two_processes(nlp: Language) -> None:
    nlp.add_pipe("onrecord_times")
    docs = [nlp.make_doc(TEXT) for _ in range(4)]
    for year, doc in enumerate(docs, start=2020):
        doc._.onrecord_published = date(year, 3, 5)
    values = [doc._.onrecord_times[1].value for doc in nlp.pipe(docs, n_process=2, batch_size=2)]
    assert values == ["2020-06", "2021-06", "2022-06", "2023-06"]


CLEAR = {
    "indirect": (
        "Ruth/NNP/Ruth/2/compound/B-PERSON Amari/NNP/Amari/3/nsubj/I-PERSON said/VBD/say/3/ROOT that/IN/that/8/mark"
        " 40/CD/40/6/nummod nurses/NNS/nurse/8/nsubjpass were/VBD/be/8/auxpass hired/VBN/hire/3/ccomp by/IN/by/8/agent"
        " the/DT/the/12/det health/NN/health/12/compound ministry/NN/ministry/9/pobj ././././3/punct"
    ),
    "according": (
        "According/VBG/accord/9/prep to/IN/to/1/prep the/DT/the/4/det ministry/NN/ministry/2/pobj ,/,/,/9/punct"
        " the/DT/the/7/det clinic/NN/clinic/9/nsubj has/VBZ/have/9/aux treated/VBN/treat/9/ROOT about/RB/about/11/advmod"
        " 500/CD/500/12/nummod patients/NNS/patient/9/dobj from/IN/from/12/prep Orsk/NNP/Orsk/13/pobj/B-GPE"
        " ././././9/punct"
    ),
}
"""Sentences with ClearNLP labels, as most pipelines of English give them: word/tag/lemma/head/label/name."""
POS = {"NN": "NOUN", "VB": "VERB", "CD": "NUM", "IN": "ADP", "DT": "DET", "RB": "ADV"}


def build_clear_doc(sentence: str) -> Doc:
    """Return a Doc of a sentence of CLEAR."""
    rows = [word.replace("./././.", ".|.|.").split("/") for word in sentence.split()]
    rows = [[*row[0].split("|"), *row[1:]] for row in rows]
    words = [row[0] for row in rows]
    tags = [row[1] for row in rows]
    return Doc(
        spacy.blank("en").vocab,
        words=words,
        spaces=[after not in ",." for after in (*words[1:], ".")],
        tags=tags,
        pos=["PROPN" if tag == "NNP" else POS.get(tag[:2], "X") for tag in tags],
        lemmas=[row[2] for row in rows],
        heads=[int(row[3]) - 1 for row in rows],
        deps=[row[4] for row in rows],
        ents=[row[5] if len(row) > 5 else "O" for row in rows],
    )


@pytest.mark.parametrize("root", ["ROOT", "root"])
@pytest.mark.parametrize(
    ("name", "source", "figure", "actor", "target"),
    [
        ("indirect", "Ruth Amari", ("nurses", None), "the health ministry", "40 nurses"),
        ("according", "the ministry", ("patients from Orsk", "about"), "the clinic", "about 500 patients"),
    ],
)  # fmt: skip
def test_other_parsers_labels_are_read(
    name: str, source: str, figure: tuple[str, str | None], actor: str, target: str, root: str
) -> None:
    doc = build_clear_doc(CLEAR[name].replace("ROOT", root))
    for kind in ("events", "quotes", "figures", "entities"):
        doc = spacy.blank("en").add_pipe(f"onrecord_{kind}")(doc)
    (quote,) = doc._.onrecord_quotes
    assert quote.source.text == source
    (counted,) = doc._.onrecord_figures
    assert (counted.what.text, counted.hedge) == figure
    (event,) = doc._.onrecord_events
    assert [one.text for one in event.actors] == [actor]
    assert [one.text for one in event.targets] == [target]
    assert doc._.onrecord_entities


@pytest.mark.parametrize("text", ["", " \n\n "])
def test_an_empty_doc_yields_nothing(nlp: Language, text: str) -> None:
    nlp.add_pipe("onrecord_quotes")
    doc = nlp(text)
    assert doc._.onrecord_quotes == ()
    assert tuple(read_records(doc)) == ()


def test_factories_are_found_without_an_import() -> None:
    from importlib.metadata import entry_points

    named = {point.name for point in entry_points(group="spacy_factories")}
    assert {f"onrecord_{kind}" for kind in RECORD_TYPES if kind != "mentions"} <= named
