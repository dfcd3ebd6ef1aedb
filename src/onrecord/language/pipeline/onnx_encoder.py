"""Named entities and events by a small transformer: more accurate than the shipped recogniser and classifiers, and slower.

In: docs with tokens and sentences. Out: the same docs with their entities (`PER`, `ORG`, `LOC`) set and with what is said of the event of each word
(`event_readings`). Out of scope: tags, parse, lemmas, sentences.

The encoder reads word pieces in lower case and, beside them, the shape of each word. `training/accurate.py` trained it;
its card is in the folder of its weights.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc, Span

from onrecord.errors import MissingExtra
from onrecord.language.en.punctuation import SENTENCE_END_MARKS
from onrecord.language.names.name_span import keep_type_scores
from onrecord.language.pipeline.event_readings import (
    WORD_OUTPUTS,
    compute_softmax,
    decode_events,
    keep_readings,
)
from onrecord.language.pipeline.wordpiece import WordPieceVocabulary, classify_word_shape
from onrecord.language.thresholds import THRESHOLDS

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

NAME = "accurate_encoder"
VERSION = "0.3.0"
WEIGHTS = Path(__file__).parents[1] / "models" / "en_onrecord_encoder"
LABELS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
"""The encoder's first outputs, in order: no entity, or the beginning or inside of one of a type. Those of events come after."""
WINDOW_START, WINDOW_END = "[CLS]", "[SEP]"


@dataclass(frozen=True, slots=True)
class EncoderWindow:
    """A run of a doc's words as the encoder reads it, with a special piece at both ends.

    Attributes:
        piece_ids: the ids of all pieces.
        word_shapes: for each piece, the place of its word's shape in `WORD_SHAPES`.
        first_pieces: for each word, the index of its first piece.

    """

    piece_ids: tuple[int, ...]
    word_shapes: tuple[int, ...]
    first_pieces: tuple[int, ...]


def iter_windows(doc: Doc, vocabulary: WordPieceVocabulary) -> Iterator[EncoderWindow]:
    """Yield the words of `doc` in windows; a full window ends with a sentence where possible."""
    pieces = [vocabulary.encode_word(word.text) for word in doc]
    first = 0
    while first < len(doc):
        last, size = first, 2
        while last < len(doc) and size + len(pieces[last]) <= THRESHOLDS.window_pieces:
            size += len(pieces[last])
            last += 1
        if last < len(doc):
            ends = range(last, first + THRESHOLDS.window_words, -1)
            last = next((end for end in ends if _is_sentence_end(doc[end - 1].text)), last)
        yield _build_window(doc[first:last], pieces[first:last], vocabulary)
        first = last


def _is_sentence_end(word: str) -> bool:
    return word in SENTENCE_END_MARKS or word.isspace()


def _build_window(
    words: Span, pieces: Sequence[tuple[int, ...]], vocabulary: WordPieceVocabulary
) -> EncoderWindow:
    piece_ids, shapes, first_pieces = [vocabulary.piece_ids[WINDOW_START]], [0], []
    for word, word_pieces in zip(words, pieces, strict=True):
        first_pieces.append(len(piece_ids))
        piece_ids += word_pieces
        shapes += [classify_word_shape(word.text)] * len(word_pieces)
    end = vocabulary.piece_ids[WINDOW_END]
    return EncoderWindow((*piece_ids, end), (*shapes, 0), tuple(first_pieces))


def decode_labels(scores: NDArray[np.float32]) -> list[int]:
    """Return the best sequence of labels for `scores` (words, labels), in which every `I-` follows its own type.

    Source: Viterbi's algorithm, with fixed scores of transitions.
    """
    best = scores[0] + _START_SCORES
    back = np.zeros(scores.shape, dtype=np.int64)
    for place in range(1, len(scores)):
        paths = best[:, None] + _TRANSITION_SCORES
        back[place] = paths.argmax(0)
        best = paths.max(0) + scores[place]
    label = int(best.argmax())
    labels = [label]
    for place in range(len(scores) - 1, 0, -1):
        label = int(back[place, label])
        labels.append(label)
    return labels[::-1]


_EXCLUDED = THRESHOLDS.excluded_label_score
_START_SCORES = np.array(
    [_EXCLUDED if label.startswith("I-") else 0.0 for label in LABELS], np.float32
)
_TRANSITION_SCORES = np.array(
    [
        [
            _EXCLUDED if after.startswith("I-") and before[2:] != after[2:] else 0.0
            for after in LABELS
        ]
        for before in LABELS
    ],
    np.float32,
)


def _average_type_probabilities(probabilities: NDArray[np.float32], name: Span) -> dict[str, float]:
    """Return the mean probability of each type over the words of `name`."""
    mean = probabilities[name.start : name.end].mean(0)
    return {
        kind: float(sum(mean[at] for at, label in enumerate(LABELS) if label[2:] == kind))
        for kind in ("PER", "ORG", "LOC")
    }


class OnnxEncoder:
    """A pipeline component that sets the entities of a doc and keeps what the encoder says of its events."""

    def __init__(self, session: InferenceSession, vocabulary: WordPieceVocabulary) -> None:
        self.session = session
        self.vocabulary = vocabulary

    def __reduce__(self) -> tuple[Callable[[], OnnxEncoder], tuple[()]]:
        """Return how to load it anew: a session of onnxruntime can't be pickled."""
        return load_onnx_encoder, ()

    def __call__(self, doc: Doc) -> Doc:
        """Return `doc` with its entities set and its events read."""
        return next(self.pipe((doc,)))

    def pipe(self, stream: Iterable[Doc], batch_size: int = 64) -> Iterator[Doc]:
        """Yield docs with their entities set and their events read, in order.

        Each window is read alone: with eight-bit weights a result depends on what else is in the batch, and padding costs
        more than batches gain.
        """
        del batch_size
        for doc in stream:
            windows = list(iter_windows(doc, self.vocabulary))
            found = [self._score_pieces(window)[list(window.first_pieces)] for window in windows]
            every = np.concatenate([np.zeros((0, len(LABELS) + WORD_OUTPUTS), np.float32), *found])
            keep_readings(doc, decode_events(every[:, len(LABELS) :]))
            probabilities = compute_softmax(every[:, : len(LABELS)])
            labels = [label for part in found for label in decode_labels(part[:, : len(LABELS)])]
            names = list(_iter_entities(doc, labels))
            doc.set_ents(names)
            scores = (_average_type_probabilities(probabilities, name) for name in names)
            ends = ((name.start, name.end) for name in names)
            keep_type_scores(doc, ((*at, found) for at, found in zip(ends, scores, strict=True)))
            yield doc

    def _score_pieces(self, window: EncoderWindow) -> NDArray[np.float32]:
        """Return the encoder's scores of a window (pieces, outputs)."""
        inputs = {
            "pieces": np.array([window.piece_ids]),
            "looks": np.array([window.word_shapes]),  # the name that the exported graph has for it
        }
        scores: NDArray[np.float32] = self.session.run(None, inputs)[0][0]
        return scores


def _iter_entities(doc: Doc, labels: Sequence[int]) -> Iterator[Span]:
    start: int | None = None
    for place, label in enumerate([*labels, 0]):
        if start is not None and not LABELS[label].startswith("I-"):
            yield Span(doc, start, place, label=LABELS[labels[start]][2:])
            start = None
        if LABELS[label].startswith("B-"):
            start = place


def load_onnx_encoder(folder: Path = WEIGHTS) -> OnnxEncoder:
    """Return the component with the weights in `folder`.

    Raises:
        MissingExtra: if onnxruntime is not installed.

    """
    try:
        import onnxruntime
    except ImportError as error:
        raise MissingExtra("accurate", "the model 'accurate'") from error
    options: Any = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(
        str(folder / "encoder.onnx"), options, providers=["CPUExecutionProvider"]
    )
    return OnnxEncoder(session, WordPieceVocabulary.read(folder / "pieces.txt.zst"))


@Language.factory(NAME)
def _create_component(nlp: Language, name: str) -> OnnxEncoder:
    del nlp, name
    return load_onnx_encoder()
