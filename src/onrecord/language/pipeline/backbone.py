"""The language backbone: a spaCy pipeline that parses a page's reported zones.

In: a page. Out: its parse, one block a zone. Out of scope: comments, furniture, other languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from threadpoolctl import ThreadpoolController

from onrecord.errors import ConfigError
from onrecord.language.pipeline.chunking import group_into_batches, split_into_chunks
from onrecord.language.pipeline.gazetteer_features import add_gazetteer_features
from onrecord.language.pipeline.half_precision import widen_vectors
from onrecord.records import Block, Page, Parse

if TYPE_CHECKING:
    from spacy.language import Language

_BLANK = re.compile(r"\s")
SHIPPED = Path(__file__).parents[1] / "models" / "en_onrecord_sm"
ACCURATE = "accurate"
"""The model's name for the shipped pipeline with names by a small transformer."""
NEEDED = ("tagger", "parser", "ner")


@dataclass(frozen=True, slots=True)
class Backbone:
    """A loaded spaCy pipeline. `name` is `name@version`, written into what depends on it."""

    nlp: Language
    name: str

    def parse(self, page: Page) -> Parse:
        """Return the parse of `page`'s headline, standfirst, captions and body, in order of text.

        A page in a language the pipeline does not read gives a parse without blocks.
        """
        if page.language not in {None, self.nlp.lang}:
            return Parse(page.id, self.name, ())
        pieces, unread = split_into_chunks(page)
        blocks: list[Block] = []
        # A paragraph's matrices are too small to share out: threads wait for each other.
        with _thread_pools().limit(limits=1, user_api="blas"):
            for batch in group_into_batches(pieces):
                # Pipelines take a no-break space or a line's end for a word of its own.
                texts = (_BLANK.sub(" ", page.text[piece.start : piece.end]) for piece in batch)
                blocks.extend(map(Block, batch, self.nlp.pipe(texts)))
        return Parse(page.id, self.name, tuple(blocks), unread)


def load_backbone(name: str | None = None) -> Backbone:
    """Return the pipeline `name` (an installed package or a folder, or `accurate`), or the shipped one.

    Raises:
        ConfigError: if there is no such pipeline, or it lacks a tagger, parser or names.
        MissingExtra: if `accurate` is asked for and what it needs is not installed.
    """
    import spacy

    if name == ACCURATE:
        return _accurate()
    target = name or str(SHIPPED)
    try:
        with _quick_products():
            nlp = spacy.load(target)
            widen_vectors(nlp)
            add_gazetteer_features(nlp)
    except (OSError, ValueError, ImportError) as error:
        raise ConfigError(
            f"model {target!r} is no spaCy pipeline that loads here ({_first_line(error)});"
            " name an installed pipeline or its folder"
        ) from error
    lacking = [part for part in NEEDED if not _has(nlp.pipe_names, part)]
    if lacking:
        raise ConfigError(f"model {target!r} lacks {', '.join(lacking)}; name a full pipeline")
    return Backbone(nlp, f"{nlp.meta['lang']}_{nlp.meta['name']}@{nlp.meta['version']}")


@lru_cache(maxsize=1)
def _thread_pools() -> ThreadpoolController:
    """Return the process's thread pools, found once: finding them takes longer than a paragraph."""
    return ThreadpoolController()


def _quick_products() -> AbstractContextManager[object]:
    """Return a context in which pipelines load with NumPy's matrix product in place of thinc's own.

    On one core it parses 1.7 times as fast, to the same tags, heads, lemmas and names on 16,000 words. Products
    that a caller chose (a graphics card, Apple's) are left as they are.
    """
    from thinc.api import get_current_ops, use_ops

    if get_current_ops().name != "numpy":
        return nullcontext()
    return use_ops("numpy", use_blis=False)


def _accurate() -> Backbone:
    import spacy

    from onrecord.language.pipeline.onnx_ner import NAME, VERSION

    with _quick_products():
        nlp = spacy.load(SHIPPED, exclude=["ner"])
        widen_vectors(nlp)
    nlp.add_pipe(NAME)
    return Backbone(nlp, f"en_onrecord_accurate@{nlp.meta['version']}+{VERSION}")


@lru_cache(maxsize=2)
def get_backbone(name: str | None = None) -> Backbone:
    """Return the pipeline `name` as `load_backbone` does, loaded once a process.

    Raises:
        ConfigError: as `load_backbone`.
    """
    return load_backbone(name)


def _has(names: Iterable[str], part: str) -> bool:
    return any(part in name for name in names)


def _first_line(error: BaseException) -> str:
    return str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
