"""The language backbone: a spaCy pipeline that parses the reported zones of a page.

In: a page. Out: its parse, one block per chunk of a zone. Out of scope: comments, furniture, languages other than the
pipeline's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from threadpoolctl import ThreadpoolController

from onrecord.errors import ConfigError
from onrecord.language.pipeline.chunking import (
    group_into_batches,
    split_into_chunks,
    split_long_sentences,
)
from onrecord.language.pipeline.gazetteer_features import add_gazetteer_features
from onrecord.language.pipeline.half_precision import widen_vectors_to_float32
from onrecord.language.pipeline.marked_name_tokens import join_nickname_runs, tokenise
from onrecord.language.pipeline.numbering_tokens import join_numbering_abbreviations
from onrecord.records import Block, Page, Parse, Zone

if TYPE_CHECKING:
    from spacy.language import Language

_WHITESPACE = re.compile(r"\s")
SHIPPED_MODEL = Path(__file__).parents[1] / "models" / "en_onrecord_sm"
"""Folder of the pipeline in the package."""
SMALL_MODEL = "small"
"""Name under which a caller asks for the shipped pipeline alone, which is nearly twice as fast as `accurate`."""
ACCURATE_MODEL = "accurate"
"""Name under which a caller asks for the shipped pipeline with a small transformer for its named entities, events and promises."""
REQUIRED_COMPONENTS = ("tagger", "parser", "ner")


@dataclass(frozen=True, slots=True)
class Backbone:
    """A loaded spaCy pipeline.

    Attributes:
        nlp: the pipeline.
        name: `name@version`, stored with each parse.

    """

    nlp: Language
    name: str

    def parse(self, page: Page) -> Parse:
        """Return the parse of the headline, standfirst, captions and body of `page`, in text order.

        The parse has no blocks where the page is in a language that the pipeline does not read.
        """
        if page.language not in {None, self.nlp.lang}:
            return Parse(page.id, self.name, ())
        chunks, unread = split_into_chunks(page)
        blocks: list[Block] = []
        # The matrices of a paragraph are too small to split: threads would wait for each other.
        with _find_thread_pools().limit(limits=1, user_api="blas"):
            for batch in group_into_batches(chunks):
                for block in self._parse_chunks(page, batch):
                    pieces = split_long_sentences(block)
                    blocks.extend(self._parse_chunks(page, pieces) if pieces else [block])
        for block in blocks:
            join_nickname_runs(block.doc)
        return Parse(page.id, self.name, tuple(blocks), unread)

    def _parse_chunks(self, page: Page, chunks: tuple[Zone, ...]) -> Iterator[Block]:
        # Tokenizers make a token of its own of a no-break space or a line break.
        texts = (_WHITESPACE.sub(" ", page.text[chunk.start : chunk.end]) for chunk in chunks)
        docs = [tokenise(self.nlp, text) for text in texts]
        for doc in docs:
            join_numbering_abbreviations(doc)
        yield from map(Block, chunks, self.nlp.pipe(docs))


def choose_model(name: str | None) -> str:
    """Return `name`; where it is None the best that is installed: `accurate` if its runtime is there, else `small`."""
    if name is not None:
        return name
    return ACCURATE_MODEL if find_spec("onnxruntime") is not None else SMALL_MODEL


def load_backbone(name: str | None = None) -> Backbone:
    """Return the pipeline `name`: an installed package, a folder, `accurate` or `small`; None is `small`, the shipped one.

    Raises:
        ConfigError: if there is no such pipeline, or it has no tagger, parser or named entity recogniser.
        MissingExtra: if `accurate` is asked for and its runtime is not installed.

    """
    import spacy

    if name == ACCURATE_MODEL:
        return _load_accurate_backbone()
    target = str(SHIPPED_MODEL) if name in (None, SMALL_MODEL) else name
    try:
        with _use_numpy_matrix_products():
            nlp = spacy.load(target)
            widen_vectors_to_float32(nlp)
            add_gazetteer_features(nlp)
    except (OSError, ValueError, ImportError) as error:
        raise ConfigError(
            f"model {target!r} is no spaCy pipeline that loads here ({_get_first_line(error)});"
            " name an installed pipeline or its folder"
        ) from error
    lacking = [
        part for part in REQUIRED_COMPONENTS if not any(part in name for name in nlp.pipe_names)
    ]
    if lacking:
        raise ConfigError(f"model {target!r} lacks {', '.join(lacking)}; name a full pipeline")
    return Backbone(nlp, f"{nlp.meta['lang']}_{nlp.meta['name']}@{nlp.meta['version']}")


@lru_cache(maxsize=1)
def _find_thread_pools() -> ThreadpoolController:
    """Return the thread pools of this process, found once: the search takes longer than parsing a paragraph."""
    return ThreadpoolController()


def _use_numpy_matrix_products() -> AbstractContextManager[object]:
    """Return a context in which pipelines load with NumPy's matrix product in place of thinc's own.

    On one core they then parse 1.7 times as fast, with the same tags, heads, lemmas and names on 16,000 words. A backend
    that the caller chose (a graphics card, Apple's) is kept.
    """
    from thinc.api import get_current_ops, use_ops

    if get_current_ops().name != "numpy":
        return nullcontext()
    return use_ops("numpy", use_blis=False)


def _load_accurate_backbone() -> Backbone:
    import spacy

    from onrecord.language.pipeline.onnx_encoder import NAME, VERSION

    with _use_numpy_matrix_products():
        nlp = spacy.load(SHIPPED_MODEL, exclude=["ner"])
        widen_vectors_to_float32(nlp)
    nlp.add_pipe(NAME)
    return Backbone(nlp, f"en_onrecord_accurate@{nlp.meta['version']}+{VERSION}")


@lru_cache(maxsize=2)
def get_backbone(name: str | None = None) -> Backbone:
    """Return the pipeline `name` as `load_backbone` does, loaded once per process.

    Raises:
        ConfigError: as `load_backbone`.
    """
    return load_backbone(name)


def _get_first_line(error: BaseException) -> str:
    return str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
