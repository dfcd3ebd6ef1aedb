"""The extractors as components of your own spaCy pipeline.

In: a `Doc` of English text with tags, parse (UD or ClearNLP labels), lemmas and entities. Out: the same `Doc` with records.
`nlp.add_pipe("onrecord_quotes")` gives `doc._.onrecord_quotes`, the records, and `doc.spans["onrecord_quotes"]`, the same as
spans: the label is the record's kind or type, the span id its id. Out of scope: `doc.ents` and everything else that the Doc
already has, which stays as it is.

Paragraphs are separated by blank lines. Relative times are computed from the day on which the text was published:
`doc._.onrecord_published` (ISO 8601, or a date), or the component's setting `published`; without one they stay unresolved.

Each component runs the extractors that it needs, once per Doc, whatever the order of the components; all records are
extracted again where a later component, or the Doc by then, has the day. Results are stored as plain values, so that a Doc can
be written with `to_bytes`, and components are plain data too, so that `nlp.pipe(…, n_process=2)` works on every system.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, Protocol

from spacy.language import Language
from spacy.tokens import Doc, Span

from onrecord.extract import EXTRACTORS
from onrecord.language.names.name_span import copy_type_scores
from onrecord.language.pipeline.event_readings import copy_readings
from onrecord.language.pipeline.gazetteer_features import add_gazetteer_features
from onrecord.pages import page_from_text
from onrecord.pages.plain_text import parse_published
from onrecord.records import (
    Block,
    Commitment,
    Entity,
    Event,
    Figure,
    Mention,
    Page,
    Parse,
    Quote,
    Records,
    Time,
    Zone,
)


class _Located(Protocol):
    """Anything with a start and an end in the text: evidence, a part."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


RECORD_TYPES: dict[str, type[Any]] = {
    "times": Time,
    "entities": Entity,
    "mentions": Mention,
    "quotes": Quote,
    "figures": Figure,
    "events": Event,
    "commitments": Commitment,
}
PREREQUISITES: dict[str, tuple[str, ...]] = {
    "times": (),
    "entities": (),
    "quotes": ("entities",),
    "figures": ("times", "entities", "quotes"),
    "events": ("times", "entities", "quotes", "figures"),
    "commitments": ("times", "entities", "quotes", "figures", "events"),
}
"""Extractor → the extractors that run before it, in their order."""
_RECORDS_KEY, _PUBLISHED_KEY = "onrecord", "onrecord_published"
"""Keys of a Doc's `user_data`: its records by kind, and the day it was published."""
_REQUIRED_ANNOTATIONS = {
    "TAG": "a tagger",
    "POS": "a tagger",
    "LEMMA": "a lemmatizer",
    "DEP": "a parser",
    "ENT_IOB": "a recogniser of names",
}
_LANGUAGES = ("en", "xx")


@dataclass(frozen=True, slots=True)
class Component:
    """What `nlp.add_pipe("onrecord_…")` adds.

    Attributes:
        kind: the kind of records that it extracts, a key of `PREREQUISITES`.
        published: the day the texts were published (ISO 8601), or None.

    """

    kind: str
    published: str | None

    def __call__(self, doc: Doc) -> Doc:
        """Return `doc` with its records.

        Raises:
            ValueError: if `doc` has no tags, parse, lemmas or entities.

        """
        return _extract_into(doc, self.kind, self.published)


def _register_factory(kind: str) -> Callable[..., Component]:
    """Register the factory of `onrecord_<kind>` and return it."""

    def make(nlp: Language, name: str, published: str | None) -> Component:
        if nlp.lang not in _LANGUAGES:
            raise ValueError(f"{name} reads English; this pipeline is for {nlp.lang!r}")
        add_gazetteer_features(nlp)  # a pipeline of our own components on another vocabulary
        return Component(kind, parse_published(published))

    factory: Callable[..., Component] = Language.factory(
        f"onrecord_{kind}",
        default_config={"published": None},
        assigns=[f"doc._.onrecord_{kind}", "doc.spans"],
        requires=["token.tag", "token.pos", "token.lemma", "token.dep", "doc.ents"],
        func=make,
    )
    return factory


times = _register_factory("times")
entities = _register_factory("entities")
quotes = _register_factory("quotes")
figures = _register_factory("figures")
events = _register_factory("events")
commitments = _register_factory("commitments")


def read_records(doc: Doc) -> Records:
    """Return the records of `doc` so far; kinds that no component extracted may be empty."""
    return Records(**{kind: _read_kind(doc, kind) for kind in RECORD_TYPES})


def _read_kind(doc: Doc, kind: str) -> tuple[Any, ...]:
    """Return the records of `kind` that `doc` has so far."""
    rows = doc.user_data.get(_RECORDS_KEY, {}).get(kind, ())
    return tuple(RECORD_TYPES[kind].from_dict(row) for row in rows)


def _extract_into(doc: Doc, kind: str, published: str | None) -> Doc:
    """Return `doc` with the records of `kind` and their spans, extracted unless it has them.

    Raises:
        ValueError: if `doc` has no tags, parse, lemmas or entities.

    """
    if not doc.text.strip():
        return doc
    _check_annotations(doc, kind)
    stored = doc.user_data.setdefault(_RECORDS_KEY, {})
    day = doc.user_data.get(_PUBLISHED_KEY) or published
    if day is not None and day != stored.get(_PUBLISHED_KEY):
        # Records that were extracted without the day may have times that are not resolved.
        extracted = [name for name in PREREQUISITES if f"onrecord_{name}" in doc.spans]
        stored.clear()
        stored[_PUBLISHED_KEY] = doc.user_data[_PUBLISHED_KEY] = day
        for name in extracted:
            _extract_into(doc, name, day)
    missing = [name for name in (*PREREQUISITES[kind], kind) if name not in stored]
    if missing:
        _run_extractors(doc, missing, stored.get(_PUBLISHED_KEY))
    doc.spans[f"onrecord_{kind}"] = list(_iter_record_spans(doc, kind))
    if kind == "quotes":
        for part in ("source", "cue"):
            doc.spans[f"onrecord_quotes.{part}"] = list(_iter_part_spans(doc, part))
    return doc


def _check_annotations(doc: Doc, kind: str) -> None:
    """Check that `doc` has the annotations that extractors read.

    Raises:
        ValueError: if not; the message states what is missing, and what to add.

    """
    lacking = [layer for layer in _REQUIRED_ANNOTATIONS if not doc.has_annotation(layer)]
    if lacking:
        parts = ", ".join(dict.fromkeys(_REQUIRED_ANNOTATIONS[layer] for layer in lacking))
        raise ValueError(
            f"onrecord_{kind} needs {', '.join(lacking)}: put {parts} before it in the pipeline"
        )


def _run_extractors(doc: Doc, missing: list[str], published: str | None) -> None:
    """Store the records of the `missing` kinds in `doc`."""
    page = page_from_text(doc.text, published=published)
    parse = Parse(page.id, "given", tuple(_iter_blocks(page, doc)))
    found = read_records(doc)
    for name, extractor in EXTRACTORS:
        kind = name.partition("@")[0]
        if kind not in missing:
            continue
        added = extractor(page, parse, found)
        found = found.merged(added)
        for stored in (kind, "mentions") if kind == "entities" else (kind,):
            rows = [record.to_dict() for record in getattr(added, stored)]
            doc.user_data[_RECORDS_KEY][stored] = rows


def _iter_blocks(page: Page, doc: Doc) -> Iterator[Block]:
    """Yield a block for each zone of the page, with a copy of its part of `doc`."""
    for zone in page.zones:
        span = doc.char_span(zone.start, zone.end, alignment_mode="expand")
        if span is None:
            continue
        words = [token for token in span if not token.is_space]
        if not words:
            continue
        text = doc[words[0].i : words[-1].i + 1]
        parsed = text.as_doc()
        copy_readings(doc, text.start, parsed)
        copy_type_scores(doc, text.start, parsed)
        for token in parsed:
            if token.dep_ == "root":  # as parsers of Universal Dependencies write it
                token.dep_ = "ROOT"
        yield Block(Zone(zone.role, text.start_char, text.end_char), parsed)


def _iter_record_spans(doc: Doc, kind: str) -> Iterator[Span]:
    """Yield the records of `kind` as spans; those of entities are their mentions."""
    located = "mentions" if kind == "entities" else kind
    for record in _read_kind(doc, located):
        label = getattr(record, "type", None) or getattr(record, "kind", None) or located
        entity = getattr(record, "entity", None) or ""
        yield from _iter_span(doc, record.evidence, label, record.id, entity)


def _iter_part_spans(doc: Doc, name: str) -> Iterator[Span]:
    """Yield the parts `name` ("source", "cue") of the quotes as spans."""
    for quote in _read_kind(doc, "quotes"):
        part = getattr(quote, name)
        if part is not None:
            yield from _iter_span(doc, part, name, quote.id)


def _iter_span(
    doc: Doc, located: _Located, label: str, record: str, entity: str = ""
) -> Iterator[Span]:
    """Yield the span of the tokens that `located` covers wholly or in part, if there are any."""
    span = doc.char_span(
        located.start,
        located.end,
        label=label,
        kb_id=entity,
        span_id=record,
        alignment_mode="expand",
    )
    if span is not None:
        yield span


def _get_publication_day(doc: Doc) -> str | None:
    day: str | None = doc.user_data.get(_PUBLISHED_KEY)
    return day


def _set_publication_day(doc: Doc, day: str | date | None) -> None:
    """Store the day `doc` was published.

    Raises:
        PageError: if it is not ISO 8601.

    """
    doc.user_data[_PUBLISHED_KEY] = parse_published(day)


def _add_doc_extensions() -> None:
    """Register the attributes of Docs that the components fill."""
    Doc.set_extension(
        _PUBLISHED_KEY, getter=_get_publication_day, setter=_set_publication_day, force=True
    )
    for kind in RECORD_TYPES:
        Doc.set_extension(f"onrecord_{kind}", getter=partial(_read_kind, kind=kind), force=True)


_add_doc_extensions()
