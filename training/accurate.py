"""Docs with names and a packaged encoder in, a trained tagger out: ``python -m training accurate``.

Two passes; in each the learn rate climbs for a hundred batches and falls linearly to zero. Texts are the name sets' train shares and
GUM's, the same with other names in them, and synthetic news; some windows are read as if written all in capitals, all
in lower case or like a headline.
"""

from __future__ import annotations

import random
import re
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import spacy
import torch
from spacy.language import Language
from spacy.tokens import Doc
from torch import Tensor, nn
from torch.nn import functional

from onrecord.language.pipeline.onnx_ner import LABELS
from onrecord.language.pipeline.wordpiece import WORD_SHAPES, WordPieceVocabulary
from training.conllu import read_file
from training.corpus import SEED, build_named_doc, read_name_sets
from training.encoder import Tagger, build_tagger, read_safetensors
from training.evaluate import convert_gum
from training.name_lists import list_cities
from training.name_replacement import replace_names
from training.synthetic import write_paragraphs
from training.tokenizer import tune_tokenizer
from training.windows import UNJUDGED, Window, iter_batches, iter_windows

FIRST_STEPS, FIRST_RATE = 700, 1.5e-4
SECOND_STEPS, SECOND_RATE = 1500, 1.2e-4
FRESH_FACTOR = 10
WARM_STEPS = 100
PIECES = 15_000
TEXTS = 2600
GOLD_REPEATS = 2
NAMELESS_SHARE = 0.5
SPECIAL_PIECES = ("[PAD]", "[UNK]", "[CLS]", "[SEP]")
CASE_SHARES = {"capitals": 0.03, "lower": 0.03, "title": 0.04}


def build_docs(nlp: Language, data: Path, *, seed: int = SEED) -> dict[str, list[Doc]]:
    """Return the docs that train the tagger, by where they come from."""
    rng = random.Random(seed)
    gum = convert_gum(read_file(data / "treebanks/en_gumfree-train.conllu"))
    gold = [named for split in read_name_sets(data).values() for named in split.train]
    again = [replace_names(named, rng) for named in gum + gold if named.names]
    parts = {"gum": gum, "gold": gold, "recast": again, "news": write_paragraphs(TEXTS, seed=seed)}
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
    tagger: Tagger, rows: list[Window], *, steps: int, rate: float, seed: int = SEED
) -> Tagger:
    """Return ``tagger`` after ``steps`` batches of ``rows``."""
    torch.manual_seed(seed)
    rng = random.Random(seed)
    optimizer = _build_optimizer(tagger, rate)
    base = [group["lr"] for group in optimizer.param_groups]
    step, loss_sum, begun = 0, 0.0, time.monotonic()
    tagger.train()
    while step < steps:
        for numbers, looks, labels in iter_batches([change_case(row, rng) for row in rows], rng):
            now = min(1.0, step / WARM_STEPS) * (1 - step / steps)
            for group, full in zip(optimizer.param_groups, base, strict=True):
                group["lr"] = full * now
            scores = tagger(numbers, looks).reshape(-1, len(LABELS))
            loss = functional.cross_entropy(scores, labels.reshape(-1), ignore_index=UNJUDGED)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(tagger.parameters(), 1.0)
            optimizer.step()
            step, loss_sum = step + 1, loss_sum + loss.item()
            if step % 100 == 0:
                seconds = time.monotonic() - begun
                print(f"batch {step}: loss {loss_sum / 100:.4f}, {seconds:.0f} s", flush=True)
                loss_sum = 0.0
            if step == steps:
                break
    return tagger


def _build_optimizer(tagger: Tagger, rate: float) -> torch.optim.AdamW:
    old: list[Tensor] = []
    flat: list[Tensor] = []
    fresh: list[Tensor] = []
    for name, weights in tagger.named_parameters():
        is_fresh = name.startswith(("labels.weight", "looks."))
        (fresh if is_fresh else flat if weights.ndim == 1 else old).append(weights)
    return torch.optim.AdamW(
        [
            {"params": old, "lr": rate, "weight_decay": 0.01},
            {"params": flat, "lr": rate, "weight_decay": 0.0},
            {"params": fresh, "lr": rate * FRESH_FACTOR, "weight_decay": 0.0},
        ]
    )


def train_accurate(
    encoder: Path, data: Path, *, steps: int | None = None
) -> tuple[Tagger, list[str]]:
    """Return a trained tagger and its pieces; ``encoder`` is the packaged encoder's folder of weights.

    The first pass reads the texts as they are, the second those with other names too; the mean of both is what did
    best on the dev shares. ``steps`` cuts both passes short.
    """
    nlp = tune_tokenizer(spacy.blank("en"))
    docs = build_docs(nlp, data)
    every = (encoder / "vocab.txt").read_text(encoding="utf-8").split("\n")
    kept = select_pieces(every, list_vocabulary_words(docs, data))
    names = [every[place] for place in kept]
    pieces = WordPieceVocabulary({piece: number for number, piece in enumerate(names)})
    tagger = build_tagger(read_safetensors(encoder / "model.safetensors"), kept)
    rng = random.Random(SEED)
    plain = {part: texts for part, texts in docs.items() if part != "recast"}
    train_tagger(
        tagger, cut_windows(plain, pieces, rng), steps=steps or FIRST_STEPS, rate=FIRST_RATE
    )
    first = {name: weights.clone() for name, weights in tagger.state_dict().items()}
    train_tagger(
        tagger, cut_windows(docs, pieces, rng), steps=steps or SECOND_STEPS, rate=SECOND_RATE
    )
    second = tagger.state_dict()
    tagger.load_state_dict({name: (first[name] + second[name]) / 2 for name in first})
    return tagger, names
