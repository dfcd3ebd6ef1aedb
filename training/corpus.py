"""Treebanks, name sets and synthetic news in; spaCy docs for training, checkpointing and measuring out.

Docs carry what their source annotates and nothing else: a doc without a parse has no heads, tags or sentence starts, and a
token whose name tag is not known is *missing*, which is not the same as outside every name.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from babel import Locale
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from onrecord.language.pipeline.onnx_encoder import OnnxEncoder
from training.conllu import Sentence, read_file
from training.name_annotations import (
    CALENDAR,
    TITLES,
    NamedText,
    join_texts,
    name_sentence,
    read_crossner,
    read_jsonl,
    read_re3d,
    read_uner,
    restore_spacing,
    tag_gum_names,
)
from training.name_replacement import replace_names
from training.synthetic import write_paragraphs
from training.word_lists import WORDS

SEED = 20261121
SENTENCES_A_DOC = 10
TEST_SHARE = 0.12
DEV_SHARE = 0.08
SYNTHETIC_TEXTS = 2600
GOLD_NAME_REPEATS = 2
PARAGRAPH_BREAKS = ("\n\n", "\n\n", "\n", None, None)
GROUPS: frozenset[str] = frozenset(WORDS["not_names"]["groups"])
RE3D_FOLDERS = (
    "Australian Department of Foreign Affairs",
    "CENTCOM",
    "UK Government",
    "US State Department",
    "Wikipedia",
)


@dataclass(slots=True)
class NameSplit:
    """One name set split by one shuffle: what trains, what picks the checkpoint, what only measures."""

    train: list[NamedText]
    dev: list[NamedText]
    test: list[NamedText]


def split_names(named: list[NamedText], *, seed: int = SEED) -> NameSplit:
    """Return ``named`` cut into train, dev and test by one shuffle with ``seed``."""
    order = list(named)
    random.Random(seed).shuffle(order)
    test, dev = int(len(order) * TEST_SHARE), int(len(order) * (TEST_SHARE + DEV_SHARE))
    return NameSplit(train=order[dev:], dev=order[test:dev], test=order[:test])


def read_name_sets(data: Path) -> dict[str, NameSplit]:
    """Return each name set's split. CrossNER keeps its own test part; its train and dev parts are shuffled together."""
    ewt_dev = read_file(data / "treebanks/en_ewt-dev.conllu")
    crossner = data / "crossner-politics/ner_data/politics"
    politics = split_names(
        read_crossner(crossner / "train.txt") + read_crossner(crossner / "dev.txt")
    )
    return {
        "wikigold": split_names(read_jsonl(data / "ner/s_wikigold.jsonl")),
        "uner-ewt-dev": split_names(
            restore_spacing(read_jsonl(data / "ner/s_uner_dev.jsonl"), ewt_dev)
        ),
        "crossner-politics": NameSplit(
            train=politics.train + politics.test,
            dev=politics.dev,
            test=read_crossner(crossner / "test.txt"),
        ),
        "re3d": split_names(
            [doc for name in RE3D_FOLDERS for doc in read_re3d(data / "re3d" / name)]
        ),
    }


def read_uner_train(data: Path) -> list[NamedText]:
    """Return the texts of EWT's train part with their names by hand (UNER), some ten sentences each."""
    rows = read_uner(data / "ner/uner_ewt_train.iob2.xz")
    texts = []
    for run in iter_runs(read_file(data / "treebanks/en_ewt-train.conllu")):
        judged = [name_sentence(sentence, rows) for sentence in run]
        known = [named for named in judged if named is not None]
        if known:
            texts.append(join_texts(known))
    return texts


def build_named_doc(nlp: Language, named: NamedText) -> Doc:
    """Return a doc with names only, in the pipeline's own tokens; a name that cuts a token leaves it missing."""
    doc = nlp.make_doc(named.text)
    names, lost = [], []
    for start, end, kind in named.names:
        span = doc.char_span(start, end, label=kind)
        if span is None:
            lost.append(doc.char_span(start, end, alignment_mode="expand"))
        else:
            names.append(span)
    unjudged = [doc.char_span(start, end, alignment_mode="expand") for start, end in named.unjudged]
    taken = {token.i for span in names for token in span}
    missing = [span for span in unjudged + lost if span is not None]
    loose = sorted({token.i for span in missing for token in span} - taken)
    doc.set_ents(names, missing=[doc[index : index + 1] for index in loose], default="outside")
    return doc


def read_names(doc: Doc) -> NamedText:
    """Return a doc's text with its names; tokens whose name tag is missing are not judged."""
    names = tuple((span.start_char, span.end_char, span.label_) for span in doc.ents)
    missing = tuple((token.idx, token.idx + len(token)) for token in doc if token.ent_iob == 0)
    return NamedText(doc.text, names, missing)


def group_by_document(sentences: Iterable[Sentence]) -> list[list[Sentence]]:
    """Return the sentences of each document, in order."""
    documents: list[list[Sentence]] = []
    for sentence in sentences:
        if sentence.newdoc or not documents:
            documents.append([])
        documents[-1].append(sentence)
    return documents


def iter_runs(sentences: Iterable[Sentence], *, seed: int = SEED) -> Iterator[list[Sentence]]:
    """Yield runs of about ten sentences in their order; no run crosses the border of a document."""
    rng = random.Random(seed)
    run: list[Sentence] = []
    limit = SENTENCES_A_DOC
    for sentence in sentences:
        if run and (sentence.newdoc or len(run) >= limit):
            yield run
            run = []
            limit = rng.randint(SENTENCES_A_DOC - 5, SENTENCES_A_DOC + 5)
        run.append(sentence)
    if run:
        yield run


def build_parsed_doc(
    vocab: Vocab,
    sentences: list[Sentence],
    tags: list[list[str]] | None = None,
    *,
    rng: random.Random | None = None,
) -> Doc:
    """Return a doc of the gold words, with parse and, where ``tags`` are given, names (IOB, ``-`` for missing).

    With ``rng``, some paragraph borders become the line breaks they are in a page's text: one token ``_SP`` that
    hangs on the word before it.
    """
    rows: list[tuple[str, bool, str, str, str, str, int, str, str, bool]] = []
    for number, sentence in enumerate(sentences):
        if rng and rows and (sentence.newpar or sentence.newdoc):
            mark = rng.choice(PARAGRAPH_BREAKS)
            if mark:
                rows[-1] = (rows[-1][0], False, *rows[-1][2:])
                rows.append(
                    (mark, False, "_SP", "SPACE", "", mark, len(rows) - 1, "dep", "O", False)
                )
        start = len(rows)
        for place, word in enumerate(sentence.words):
            head = start + (word.head - 1 if word.head else place)
            label = word.deprel if word.head else "ROOT"
            tag = tags[number][place] if tags else "-"
            rows.append(
                (
                    word.form, word.space_after, word.xpos, word.upos, word.feats, word.lemma, head, label, tag,
                    place == 0,
                )
            )  # fmt: skip
    columns = list(zip(*rows, strict=True))
    doc = Doc(
        vocab,
        words=list(columns[0]),
        spaces=list(columns[1]),
        tags=list(columns[2]),
        pos=list(columns[3]),
        morphs=list(columns[4]),
        lemmas=list(columns[5]),
        heads=list(columns[6]),
        deps=list(columns[7]),
    )
    if tags:
        set_iob(doc, list(columns[8]))
    return doc


def set_iob(doc: Doc, tags: list[str]) -> None:
    """Write IOB ``tags`` (``-``: not judged) into ``doc`` as entities and missing stretches."""
    spans, start = [], None
    for index, tag in enumerate([*tags, "O"]):
        if start is not None and not tag.startswith("I-"):
            spans.append(Span(doc, start, index, label=tags[start][2:]))
            start = None
        if tag.startswith("B-"):
            start = index
    missing = [doc[index : index + 1] for index, tag in enumerate(tags) if tag == "-"]
    doc.set_ents(spans, missing=missing, default="outside")


def list_territories() -> frozenset[str]:
    """Return the English names of the world's countries and territories (CLDR), with the usual short forms."""
    names = set(Locale("en").territories.values())
    return frozenset(
        names
        | {"America", "England", "Scotland", "Wales", "U.S.", "US", "UK", "U.K.", "USA", "U.S.A."}
    )


def build_gum_docs(
    vocab: Vocab, sentences: list[Sentence], *, rng: random.Random | None = None
) -> list[Doc]:
    """Return GUM's docs with parse and names; a country marked as an organisation is a place here."""
    places = list_territories()
    docs = []
    tagged: dict[int, list[str]] = {}
    for whole in group_by_document(sentences):
        tagged.update(
            {id(one): tags for one, tags in zip(whole, tag_gum_names(whole), strict=True)}
        )
    for run in iter_runs(sentences):
        doc = build_parsed_doc(vocab, run, [tagged[id(sentence)] for sentence in run], rng=rng)
        moved = [span for span in doc.ents if span.label_ == "ORG" and span.text in places]
        for span in moved:
            doc.set_ents([Span(doc, span.start, span.end, label="LOC")], default="unmodified")
        docs.append(doc)
    return docs


def build_silver_docs(
    teacher: OnnxEncoder, vocab: Vocab, sentences: list[Sentence], rng: random.Random
) -> list[Doc]:
    """Return EWT's docs with parse and the teacher's names, as far as the gold tags agree with them.

    A name must hold a proper noun; a proper noun outside every name is not judged, unless it names a day or a month.
    """
    docs = []
    runs = list(iter_runs(sentences))
    plain = [build_parsed_doc(vocab, run) for run in runs]
    for run, read in zip(runs, teacher.pipe(plain), strict=True):
        words = [word for sentence in run for word in sentence.words]
        tags = [
            "O" if word.xpos not in {"NNP", "NNPS"} or _is_no_name(word.form) else "-"
            for word in words
        ]
        for span in read.ents:
            people = span.label_ == "PER" and len(span) == 1
            if people and (words[span.start].xpos == "NNPS" or span.text in GROUPS):
                tags[span.start] = "O"
            elif any(words[index].xpos in {"NNP", "NNPS"} for index in range(span.start, span.end)):
                if (
                    span.label_ == "PER"
                    and span.start
                    and words[span.start - 1].form.lower().strip(".") in TITLES
                ):
                    tags[span.start - 1] = (
                        "O" if tags[span.start - 1] == "-" else tags[span.start - 1]
                    )
                tags[span.start] = f"B-{span.label_}"
                tags[span.start + 1 : span.end] = [f"I-{span.label_}"] * (len(span) - 1)
        nested, at = [], 0
        for sentence in run:
            nested.append(tags[at : at + len(sentence.words)])
            at += len(sentence.words)
        docs.append(build_parsed_doc(vocab, run, nested, rng=rng))
    return docs


def _is_no_name(form: str) -> bool:
    return form.lower().strip(".") in CALENDAR or form in GROUPS


def build_training_docs(
    nlp: Language, teacher: OnnxEncoder, data: Path, *, seed: int = SEED
) -> list[Doc]:
    """Return every training doc, shuffled with ``seed``: EWT, GUM, the name sets' train shares, synthetic news.

    The name sets' texts come once more with other names in them.
    """
    rng = random.Random(seed)
    ewt = read_file(data / "treebanks/en_ewt-train.conllu")
    gum = read_file(data / "treebanks/en_gumfree-train.conllu")
    docs = build_silver_docs(teacher, nlp.vocab, ewt, rng) + build_gum_docs(nlp.vocab, gum, rng=rng)
    for split in read_name_sets(data).values():
        docs += [build_named_doc(nlp, named) for named in split.train] * GOLD_NAME_REPEATS
        docs += [
            build_named_doc(nlp, replace_names(named, rng)) for named in split.train if named.names
        ]
    docs += [build_named_doc(nlp, named) for named in write_paragraphs(SYNTHETIC_TEXTS, seed=seed)]
    rng.shuffle(docs)
    return docs


def build_dev_docs(nlp: Language, data: Path, *, seed: int = SEED) -> list[Doc]:
    """Return the docs that pick the checkpoint: GUM's and half of EWT's dev part, and the name sets' dev shares."""
    ewt = read_file(data / "treebanks/en_ewt-dev.conllu")
    gum = read_file(data / "treebanks/en_gumfree-dev.conllu")
    docs = [build_parsed_doc(nlp.vocab, run) for run in list(iter_runs(ewt))[::2]]
    docs += build_gum_docs(nlp.vocab, gum)
    for split in read_name_sets(data).values():
        docs += [build_named_doc(nlp, named) for named in split.dev]
    docs += [build_named_doc(nlp, named) for named in write_paragraphs(60, seed=seed + 1)]
    return docs
