"""Docs with names, documents with events and a packaged encoder in, a trained tagger out: ``python -m training accurate``.

Batches of names and of events come mixed; the learn rate climbs for a hundred and fifty batches and falls linearly to zero. Names are those of the
name sets' train shares, GUM's and EWT's, the same with other names in them, and synthetic news; some windows are read as if written all in capitals, all
in lower case or like a headline. Events are our annotations, and what their teacher said of free texts (`training.event_classifiers`, which must have run).
"""

from __future__ import annotations

import random
import re
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import spacy
import torch
from spacy.language import Language
from spacy.tokens import Doc
from torch import Tensor, nn
from torch.nn import functional

from onrecord.language.pipeline.onnx_encoder import LABELS
from onrecord.language.pipeline.wordpiece import WORD_SHAPES, WordPieceVocabulary
from training.conllu import read_file
from training.corpus import SEED, build_named_doc, read_name_sets, read_uner_train
from training.encoder import Tagger, build_tagger, read_safetensors
from training.evaluate import convert_gum
from training.event_classifiers.cases import Document, Readings
from training.event_classifiers.embeddings import Embeddings
from training.event_windows import (
    EventWindow,
    compute_event_loss,
    iter_event_batches,
    list_windows,
)
from training.name_lists import list_cities
from training.name_replacement import replace_names
from training.synthetic import write_paragraphs
from training.tokenizer import tune_tokenizer
from training.windows import UNJUDGED, Window, group_by_length, iter_batches, iter_windows

NAME_STEPS = 2600
EVENT_READINGS = 5
"""How often the windows of events are read."""
ANNOTATED_REPEATS = 2
"""How often annotated documents count beside those that the teacher read."""
RATE = 1.5e-4
FRESH_FACTOR = 10
WARM_STEPS = 150
PIECES = 14_600
TEXTS = 2600
GOLD_REPEATS = 2
NAMELESS_SHARE = 0.5
HIDDEN_PIECE = "[UNK]"
SPECIAL_PIECES = ("[PAD]", HIDDEN_PIECE, "[CLS]", "[SEP]")
CASE_SHARES = {"capitals": 0.03, "lower": 0.03, "title": 0.04}


def build_docs(nlp: Language, data: Path, *, seed: int = SEED) -> dict[str, list[Doc]]:
    """Return the docs that train the tagger, by where they come from."""
    rng = random.Random(seed)
    gum = convert_gum(read_file(data / "treebanks/en_gumfree-train.conllu"))
    gold = [named for split in read_name_sets(data).values() for named in split.train]
    again = [replace_names(named, rng) for named in gum + gold if named.names]
    ewt = read_uner_train(data)
    news = write_paragraphs(TEXTS, seed=seed)
    parts = {"gum": gum, "gold": gold, "recast": again, "news": news, "ewt": ewt}
    return {part: [build_named_doc(nlp, named) for named in texts] for part, texts in parts.items()}


def select_pieces(every: list[str], words: Iterable[str], *, count: int = PIECES) -> list[int]:
    """Return the places in ``every`` of the pieces to keep, padding first: marks, single letters, then by use in ``words``.

    What is not used is taken in its order, which is the order of use in the encoder's own texts.
    """
    whole = WordPieceVocabulary({piece: number for number, piece in enumerate(every)})
    used: Counter[int] = Counter()
    for word in words:
        used.update(whole.encode_word(word))

    def rank(place: int) -> tuple[bool, int, int]:
        single = len(every[place].removeprefix("##")) == 1 or every[place] in SPECIAL_PIECES
        return (not single, -used[place], place)

    fit = [place for place, piece in enumerate(every) if _is_latin(piece)]
    kept = sorted(sorted(fit, key=rank)[:count])
    padding = every.index("[PAD]")
    return [padding, *(place for place in kept if place != padding)]


def _is_latin(piece: str) -> bool:
    bare = piece.removeprefix("##")
    if piece in SPECIAL_PIECES:
        return True
    letter = len(bare) == 1 and (ord(bare) < 0x250 or bare in "£€¥°")
    return letter or re.fullmatch(r"[!-Z\\^-~]+", bare) is not None


def list_vocabulary_words(docs: dict[str, list[Doc]], data: Path) -> list[str]:
    """Return the words whose pieces the tagger should have: of its docs, of EWT's train part, and large cities."""
    ewt = read_file(data / "treebanks/en_ewt-train.conllu")
    words = [word.text for part in docs.values() for doc in part for word in doc]
    words += [word.form for sentence in ewt for word in sentence.words]
    return words + [part for city in list_cities()[0] for part in city.split()]


def cut_windows(
    docs: dict[str, list[Doc]], pieces: WordPieceVocabulary, rng: random.Random
) -> list[Window]:
    """Return the windows of one reading; half of GUM's without a name are skipped, gold is read twice."""
    rows: list[Window] = []
    for part, texts in docs.items():
        found = [row for doc in texts for row in iter_windows(doc, pieces)]
        if part == "gum":
            found = [
                row
                for row in found
                if any(label > 0 for label in row.labels) or rng.random() < NAMELESS_SHARE
            ]
        rows += found * (GOLD_REPEATS if part == "gold" else 1)
    return rows


def change_case(row: Window, rng: random.Random) -> Window:
    """Return ``row``, sometimes as if it were written in capitals, in lower case or like a headline."""
    chance = rng.random()
    for style, share in CASE_SHARES.items():
        if chance < share:
            words = {WORD_SHAPES.index(name) for name in ("lower", "title", "capitals", "mixed")}
            look = WORD_SHAPES.index(style)
            return Window(
                row.pieces, [look if old in words else old for old in row.looks], row.labels
            )
        chance -= share
    return row


def train_tagger(
    tagger: Tagger,
    names: list[Window],
    events: list[EventWindow],
    *,
    hidden: int,
    steps: int | None = None,
) -> Tagger:
    """Return ``tagger`` after mixed batches of names and events.

    Args:
        tagger: the encoder before.
        names: windows with names. events: windows with events.
        hidden: the number of the piece that stands for hidden ones.
        steps: cuts both short.

    """
    torch.manual_seed(SEED)
    rng = random.Random(SEED)
    event_steps = EVENT_READINGS * sum(1 for _ in group_by_length(events, rng))
    plan = ["names"] * (steps or NAME_STEPS) + ["events"] * (steps or event_steps)
    rng.shuffle(plan)
    optimizer = _build_optimizer(tagger, RATE)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / WARM_STEPS) * (1 - step / len(plan))
    )
    losses = {
        "names": _iter_name_losses(tagger, names, rng),
        "events": _iter_event_losses(tagger, events, rng, hidden),
    }
    sums, begun = Counter[str](), time.monotonic()
    tagger.train()
    for step, what in enumerate(plan, 1):
        loss = next(losses[what])
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(tagger.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        sums.update({what: float(loss.detach()), f"{what} read": 1})
        if step % 300 == 0:
            means = {name: sums[name] / max(1, sums[f"{name} read"]) for name in losses}
            print(
                f"batch {step} of {len(plan)}: {means}, {time.monotonic() - begun:.0f} s",
                flush=True,
            )
            sums.clear()
    return tagger


def _iter_name_losses(tagger: Tagger, rows: list[Window], rng: random.Random) -> Iterator[Tensor]:
    while True:
        for numbers, looks, labels in iter_batches([change_case(row, rng) for row in rows], rng):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                scores = tagger(numbers, looks)[..., : len(LABELS)].float()
            yield functional.cross_entropy(
                scores.reshape(-1, len(LABELS)), labels.reshape(-1), ignore_index=UNJUDGED
            )


def _iter_event_losses(
    tagger: Tagger, rows: list[EventWindow], rng: random.Random, hidden: int
) -> Iterator[Tensor]:
    while True:
        for batch in iter_event_batches(rows, rng, hidden):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                scores = tagger(batch.pieces, batch.looks)[..., len(LABELS) :].float()
            yield compute_event_loss(scores, batch)


def _build_optimizer(tagger: Tagger, rate: float) -> torch.optim.AdamW:
    old: list[Tensor] = []
    flat: list[Tensor] = []
    fresh: list[Tensor] = []
    for name, weights in tagger.named_parameters():
        is_fresh = name.startswith(("labels.weight", "events.", "roles.", "embedding.", "looks."))
        (fresh if is_fresh else flat if weights.ndim == 1 else old).append(weights)
    return torch.optim.AdamW(
        [
            {"params": old, "lr": rate, "weight_decay": 0.01},
            {"params": flat, "lr": rate, "weight_decay": 0.0},
            {"params": fresh, "lr": rate * FRESH_FACTOR, "weight_decay": 0.0},
        ]
    )


def train_accurate(
    encoder: Path,
    data: Path,
    *,
    annotated: Sequence[Document],
    plain: Sequence[Document],
    readings: Readings,
    embeddings: Embeddings,
    steps: int | None = None,
) -> tuple[Tagger, list[str]]:
    """Return a trained tagger and its pieces.

    Args:
        encoder: the packaged encoder's folder of weights.
        data: the free sets.
        annotated: documents with the marks of annotators.
        plain: documents that the teacher of events read. readings: what it said of them.
        embeddings: of the words of both that may denote events.
        steps: cuts training short.

    """
    nlp = tune_tokenizer(spacy.blank("en"))
    docs = build_docs(nlp, data)
    every = (encoder / "vocab.txt").read_text(encoding="utf-8").split("\n")
    kept = select_pieces(every, list_vocabulary_words(docs, data))
    names = [every[place] for place in kept]
    pieces = WordPieceVocabulary({piece: number for number, piece in enumerate(names)})
    tagger = build_tagger(read_safetensors(encoder / "model.safetensors"), kept)
    events = list_windows(plain, pieces, readings, embeddings)
    events += list_windows(annotated, pieces, None, embeddings) * ANNOTATED_REPEATS
    rows = cut_windows(docs, pieces, random.Random(SEED))
    hidden = names.index(HIDDEN_PIECE)
    return train_tagger(tagger, rows, events, hidden=hidden, steps=steps), names
