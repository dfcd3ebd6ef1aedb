"""The fourth pass: the wider names' network begins with all that the old one knew, and the pipeline says its own scores."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("faker", reason="training/requirements.txt is not installed")

import spacy
from spacy.language import Language
from spacy.tokens import DocBin
from spacy.training import Example
from training.fit import join_names
from training.gazetteer_pass import ROWS, widen_names

from onrecord.language.pipeline.gazetteer_features import LIST_MEMBERSHIP_ATTRIBUTE

TEXTS = ("Vera Lindholm left Oresk .", "The ferry was late .")
EMBED = {
    "@architectures": "spacy.MultiHashEmbed.v2",
    "width": 8,
    "attrs": ["NORM", "SHAPE"],
    "rows": [20, 10],
    "include_static_vectors": False,
}
ENCODE = {
    "@architectures": "spacy.MaxoutWindowEncoder.v2",
    "width": 8,
    "depth": 1,
    "window_size": 1,
    "maxout_pieces": 2,
}
MODEL = {
    "@architectures": "spacy.TransitionBasedParser.v2",
    "state_type": "ner",
    "extra_state_tokens": False,
    "hidden_width": 8,
    "maxout_pieces": 2,
    "use_upper": True,
    "tok2vec": {"@architectures": "spacy.Tok2Vec.v2", "embed": EMBED, "encode": ENCODE},
}


@pytest.fixture
def old() -> Language:
    nlp: Language = spacy.blank("en")
    nlp.add_pipe("ner", config={"model": MODEL})
    gold = {"entities": [(0, 13, "PER"), (19, 24, "LOC")]}
    examples = [Example.from_dict(nlp.make_doc(TEXTS[0]), gold)]
    nlp.initialize(lambda: examples)
    return nlp


def save_pipeline(nlp: Language, folder: Path) -> Path:
    folder.mkdir(parents=True)
    nlp.to_disk(folder)
    return folder


def write_probe(nlp: Language, path: Path) -> Path:
    docs = [nlp.make_doc(text) for text in TEXTS]
    for doc in docs:
        doc.set_ents([])
    DocBin(docs=docs).to_disk(path)
    return path


def get_names_pipe(nlp: Language) -> Any:
    return nlp.get_pipe("ner")


def list_weighted_layers(nlp: Language, name: str) -> list[Any]:
    walked = get_names_pipe(nlp).model.walk()
    return [layer for layer in walked if layer.name == name and layer.param_names]


def test_the_wider_network_holds_the_old_weights(old: Language, tmp_path: Path) -> None:
    new = widen_names(
        save_pipeline(old, tmp_path / "old"), write_probe(old, tmp_path / "probe.spacy")
    )
    before, after = list_weighted_layers(old, "hashembed"), list_weighted_layers(new, "hashembed")
    assert len(after) == len(before) + 1
    for one, other in zip(before, after, strict=False):
        assert (one.get_param("E") == other.get_param("E")).all()
    assert after[-1].get_param("E").shape == (ROWS, 8)
    mixed, wider = list_weighted_layers(old, "maxout")[0], list_weighted_layers(new, "maxout")[0]
    width = mixed.get_param("W").shape[-1]
    assert wider.get_param("W").shape[-1] == width + 8
    assert (wider.get_param("W")[..., :width] == mixed.get_param("W")).all()
    assert (wider.get_param("b") == mixed.get_param("b")).all()
    assert (
        new.config["components"]["ner"]["model"]["tok2vec"]["embed"]["attrs"][-1]
        == LIST_MEMBERSHIP_ATTRIBUTE
    )


def test_the_wider_network_may_make_the_same_moves(old: Language, tmp_path: Path) -> None:
    new = widen_names(
        save_pipeline(old, tmp_path / "old"), write_probe(old, tmp_path / "probe.spacy")
    )
    assert get_names_pipe(new).move_names == get_names_pipe(old).move_names


def test_scores_of_names_are_those_of_the_names_put_in(old: Language, tmp_path: Path) -> None:
    old.meta["performance"] = {"tag_acc": 0.9, "ents_p": 0.1, "ents_r": 0.1, "ents_f": 0.1}
    checkpoint = save_pipeline(old, tmp_path / "old")
    old.meta["performance"] = {"ents_p": 0.5, "ents_r": 0.5, "ents_f": 0.5}
    save_pipeline(old, tmp_path / "out/alone/model-best")
    join_names(checkpoint, tmp_path / "out")
    scores = spacy.load(tmp_path / "out/model-best").meta["performance"]
    assert scores == {"tag_acc": 0.9, "ents_p": 0.5, "ents_r": 0.5, "ents_f": 0.5}
