"""Names by a small transformer, in place of the shipped pipeline's: more right, and slower.

In: docs as the pipeline cuts them. Out: the same docs with their names (`PER`, `ORG`, `LOC`) set. Out of
scope: tags, parse, lemmas, sentences.

The encoder reads word pieces in lower case and, beside them, how each word is written. `training/accurate.py`
trained it; its card lies beside its weights.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc, Span

from onrecord.errors import MissingExtra
from onrecord.language.names.name_span import TYPE_SCORES
from onrecord.language.pipeline.wordpiece import WordPieceVocabulary, classify_word_shape

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

NAME = "accurate_ner"
VERSION = "0.1.0"
WEIGHTS = Path(__file__).parents[1] / "models" / "en_onrecord_names"
LABELS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
WINDOW = 120
"""Pieces a window holds; as in training."""
SHORTEST = 20
"""Words from which on a window may end early."""
START, STOP, END = "[CLS]", "[SEP]", frozenset(".!?")
_NEVER = -1e9


@dataclass(frozen=True, slots=True)
class Window:
    """A run of a doc's words: their pieces and looks, marks at both ends, and where each word's first piece stands."""

    pieces: tuple[int, ...]
    looks: tuple[int, ...]
    heads: tuple[int, ...]


def iter_windows(doc: Doc, pieces: WordPieceVocabulary) -> Iterator[Window]:
    """Yield `doc`'s words in windows; a full one ends at a sentence's end where it can."""
    cut = [pieces.of(word.text) for word in doc]
    first = 0
    while first < len(doc):
        last, size = first, 2
        while last < len(doc) and size + len(cut[last]) <= WINDOW:
            size += len(cut[last])
            last += 1
        if last < len(doc):
            ends = range(last, first + SHORTEST, -1)
            last = next((at for at in ends if _ends(doc[at - 1].text)), last)
        yield _window(doc[first:last], cut[first:last], pieces)
        first = last


def _ends(word: str) -> bool:
    return word in END or word.isspace()


def _window(words: Span, cut: Sequence[tuple[int, ...]], pieces: WordPieceVocabulary) -> Window:
    row, looks, heads = [pieces.numbers[START]], [0], []
    for word, parts in zip(words, cut, strict=True):
        heads.append(len(row))
        row += parts
        looks += [classify_word_shape(word.text)] * len(parts)
    return Window((*row, pieces.numbers[STOP]), (*looks, 0), tuple(heads))


def decode_labels(scores: NDArray[np.float32]) -> list[int]:
    """Return the best row of labels for `scores` (words, labels) in which every `I-` follows its own kind."""
    best = scores[0] + _OPENING
    back = np.zeros(scores.shape, dtype=np.int64)
    for place in range(1, len(scores)):
        paths = best[:, None] + _FOLLOWS
        back[place] = paths.argmax(0)
        best = paths.max(0) + scores[place]
    label = int(best.argmax())
    labels = [label]
    for place in range(len(scores) - 1, 0, -1):
        label = int(back[place, label])
        labels.append(label)
    return labels[::-1]


_OPENING = np.array([_NEVER if label.startswith("I-") else 0.0 for label in LABELS], np.float32)
_FOLLOWS = np.array(
    [
        [_NEVER if after.startswith("I-") and before[2:] != after[2:] else 0.0 for after in LABELS]
        for before in LABELS
    ],
    np.float32,
)


def _shares(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return each word's scores as shares of one (softmax)."""
    raised = np.exp(scores - scores.max(1, keepdims=True))
    shares: NDArray[np.float32] = raised / raised.sum(1, keepdims=True)
    return shares


def _odds(shares: NDArray[np.float32], name: Span) -> dict[str, float]:
    """Return what the words of `name` say of each type, on the mean."""
    of_name = shares[name.start : name.end].mean(0)
    return {
        kind: float(sum(of_name[at] for at, label in enumerate(LABELS) if label[2:] == kind))
        for kind in ("PER", "ORG", "LOC")
    }


class AccurateNames:
    """A pipeline component that sets a doc's names."""

    def __init__(self, session: InferenceSession, pieces: WordPieceVocabulary) -> None:
        self.session = session
        self.pieces = pieces

    def __call__(self, doc: Doc) -> Doc:
        """Return `doc` with its names set."""
        return next(self.pipe((doc,)))

    def pipe(self, stream: Iterable[Doc], batch_size: int = 64) -> Iterator[Doc]:
        """Yield docs with their names set, in order.

        Each window is read alone: eight-bit weights make a result hang on what is read with it, and padding costs
        more than batches gain.
        """
        del batch_size
        for doc in stream:
            marks: list[int] = []
            shares = np.zeros((len(doc), len(LABELS)), np.float32)
            for window in iter_windows(doc, self.pieces):
                scores = self._scores(window)[list(window.heads)]
                shares[len(marks) : len(marks) + len(scores)] = _shares(scores)
                marks += decode_labels(scores)
            names = list(_spans(doc, marks))
            doc.set_ents(names)
            doc.user_data[TYPE_SCORES] = {
                (name.start, name.end): _odds(shares, name) for name in names
            }
            yield doc

    def _scores(self, window: Window) -> NDArray[np.float32]:
        given = {"pieces": np.array([window.pieces]), "looks": np.array([window.looks])}
        scores: NDArray[np.float32] = self.session.run(None, given)[0][0]
        return scores


def _spans(doc: Doc, marks: Sequence[int]) -> Iterator[Span]:
    start: int | None = None
    for place, mark in enumerate([*marks, 0]):
        if start is not None and not LABELS[mark].startswith("I-"):
            yield Span(doc, start, place, label=LABELS[marks[start]][2:])
            start = None
        if LABELS[mark].startswith("B-"):
            start = place


def load_accurate(folder: Path = WEIGHTS) -> AccurateNames:
    """Return the component with the weights in `folder`.

    Raises:
        MissingExtra: if the runtime that reads them is not installed.

    """
    try:
        import onnxruntime
    except ImportError as error:
        raise MissingExtra("accurate", "the model 'accurate'") from error
    options: Any = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(
        str(folder / "names.onnx"), options, providers=["CPUExecutionProvider"]
    )
    return AccurateNames(session, WordPieceVocabulary.read(folder / "pieces.txt"))


@Language.factory(NAME)
def _component(nlp: Language, name: str) -> AccurateNames:
    del nlp, name
    return load_accurate()
