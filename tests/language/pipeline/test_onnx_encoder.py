"""Named entities by the small transformer: the same spans however docs are batched."""

import importlib.util
import pickle

import numpy as np
import pytest
import spacy

from onrecord.errors import MissingExtra
from onrecord.language.pipeline import onnx_encoder
from onrecord.language.pipeline.onnx_encoder import (
    LABELS,
    WEIGHTS,
    OnnxEncoder,
    decode_labels,
    iter_windows,
)
from onrecord.language.pipeline.wordpiece import WordPieceVocabulary
from onrecord.language.thresholds import THRESHOLDS

needs_runtime = pytest.mark.skipif(
    importlib.util.find_spec("onnxruntime") is None, reason="the extra `accurate` is not installed"
)
CASES = [
    (
        "Ministers in Oslo met Ingrid Halvorsen of the Nordic Council on Tuesday.",
        [("Oslo", "LOC"), ("Ingrid Halvorsen", "PER"), ("Nordic Council", "ORG")],
    ),
    ("A lawyer for AFP said the White House would not comment.", [("AFP", "ORG"), ("White House", "ORG")]),
    ("Goldman Sachs cut its forecast for Kenya.", [("Goldman Sachs", "ORG"), ("Kenya", "LOC")]),
    ("Mrs Adeyemi teaches in Leeds.", [("Adeyemi", "PER"), ("Leeds", "LOC")]),
    ("On Monday the price of bread rose again.", []),
    ("The prime minister will speak in December.", []),
    ("It rained.", []),
    ("", []),
]  # fmt: skip


@pytest.fixture(scope="module")
def names() -> OnnxEncoder:
    return onnx_encoder.load_onnx_encoder()


@needs_runtime
@pytest.mark.parametrize(("text", "expect"), CASES)
def test_names(names: OnnxEncoder, text: str, expect: list[tuple[str, str]]) -> None:
    doc = names(spacy.blank("en")(text))
    assert [(span.text, span.label_) for span in doc.ents] == expect


@needs_runtime
def test_what_is_read_beside_changes_nothing(names: OnnxEncoder) -> None:
    nlp = spacy.blank("en")
    texts = [text for text, _ in CASES] * 3 + [" ".join(text for text, _ in CASES) * 4]
    alone = [[(s.start, s.end, s.label_) for s in names(nlp(text)).ents] for text in texts]
    batched = names.pipe((nlp.make_doc(text) for text in texts), batch_size=7)
    assert [[(s.start, s.end, s.label_) for s in doc.ents] for doc in batched] == alone


def test_windows_hold_every_word_once() -> None:
    vocabulary = WordPieceVocabulary.read(WEIGHTS / "pieces.txt.zst")
    doc = spacy.blank("en")("The talks in Oresk went on. Nobody knew why they did. " * 30)
    windows = list(iter_windows(doc, vocabulary))
    assert sum(len(window.first_pieces) for window in windows) == len(doc)
    assert all(len(window.piece_ids) <= THRESHOLDS.window_pieces for window in windows)
    stop = vocabulary.encode_word(".")[0]
    assert all(window.piece_ids[-2] == stop for window in windows)


def test_no_name_goes_on_that_did_not_begin() -> None:
    scores = np.zeros((3, len(LABELS)), np.float32)
    scores[:, LABELS.index("I-ORG")] = 5
    scores[0, LABELS.index("B-LOC")] = 1
    found = [LABELS[label] for label in decode_labels(scores)]
    assert found[0] == "B-ORG"
    assert found[1:] == ["I-ORG", "I-ORG"]


def test_what_is_missing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "onnxruntime", None)
    with pytest.raises(MissingExtra, match=r"onrecord\[accurate\]"):
        onnx_encoder.load_onnx_encoder()


@needs_runtime
def test_the_model_accurate_parses_as_the_shipped_one() -> None:
    from onrecord.language import load_backbone

    text = "Mrs Adeyemi of Leeds said on Monday that Kenya had paid."
    ours, shipped = load_backbone("accurate"), load_backbone()
    assert ours.name.startswith("en_onrecord_accurate@")
    assert [(w.tag_, w.dep_, w.head.i) for w in ours.nlp(text)] == [
        (w.tag_, w.dep_, w.head.i) for w in shipped.nlp(text)
    ]
    assert "ner" not in ours.nlp.pipe_names


@needs_runtime
def test_what_it_read_is_pickled_and_written_to_bytes() -> None:
    from spacy.tokens import Doc

    from onrecord.language import get_backbone
    from onrecord.language.names.name_span import find_type_scores

    nlp = get_backbone("accurate").nlp
    doc = nlp("Mrs Adeyemi of Leeds said on Monday that Kenya had paid.")
    name = doc.ents[0]
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert find_type_scores(again, name.start, name.end) == find_type_scores(
        doc, name.start, name.end
    )
    assert find_type_scores(doc, name.start, name.end)
    encoder = pickle.loads(pickle.dumps(nlp.get_pipe(onnx_encoder.NAME)))
    assert [ent.text for ent in encoder(nlp.make_doc(doc.text)).ents] == [
        ent.text for ent in doc.ents
    ]
