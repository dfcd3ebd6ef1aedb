"""The extractors as components of a person's own spaCy pipeline.

In: a `Doc` of English that has been tagged, parsed (UD or ClearNLP labels) and given lemmas and names. Out: the
same `Doc` with what was drawn from it.
`nlp.add_pipe("onrecord_quotes")` gives `doc._.onrecord_quotes`, the records, and
`doc.spans["onrecord_quotes"]`, the same as spans: label = kind, id = the record's.
Out of scope: `doc.ents` and all else that was there. Paragraphs are parted by blank lines. The day the
text was published, from which relative times are reckoned, is `doc._.onrecord_published` (ISO 8601, or a date), or
the component's setting `published`; else such times wait for it.

Each component draws what it needs of the others by itself, once a Doc, whatever their order; all of it is drawn anew
where a later one, or the Doc by then, knows the day. Results are kept as plain values, so that a Doc can be written
with `to_bytes`, and components are plain data too, so that `nlp.pipe(…, n_process=2)` works on every system.
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


class _Held(Protocol):
    """What stands somewhere: evidence, a part."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


KINDS: dict[str, type[Any]] = {
    "times": Time,
    "entities": Entity,
    "mentions": Mention,
    "quotes": Quote,
    "figures": Figure,
    "events": Event,
    "commitments": Commitment,
}
NEEDS: dict[str, tuple[str, ...]] = {
    "times": (),
    "entities": (),
    "quotes": ("entities",),
    "figures": ("times", "entities", "quotes"),
    "events": ("times", "entities", "quotes", "figures"),
    "commitments": ("times", "entities", "quotes", "figures", "events"),
}
"""What each extractor draws on, in the order in which it is drawn."""
_STORE, _DAY = "onrecord", "onrecord_published"
"""Where a Doc's `user_data` holds what was drawn, by kind, and the day it was published."""
_ANNOTATED = {
    "TAG": "a tagger",
    "POS": "a tagger",
    "LEMMA": "a lemmatizer",
    "DEP": "a parser",
    "ENT_IOB": "a recogniser of names",
}
_LANGUAGES = frozenset({"en", "xx"})


@dataclass(frozen=True, slots=True)
class Component:
    """What `nlp.add_pipe("onrecord_…")` adds: draws `kind` from a Doc."""

    kind: str
    published: str | None

    def __call__(self, doc: Doc) -> Doc:
        """Return `doc` with what was drawn from it.

        Raises:
            ValueError: if the pipeline before it has not tagged, parsed and named.

        """
        return _with(doc, self.kind, self.published)


def _factory(kind: str) -> Callable[..., Component]:
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


times = _factory("times")
entities = _factory("entities")
quotes = _factory("quotes")
figures = _factory("figures")
events = _factory("events")
commitments = _factory("commitments")


def records_of(doc: Doc) -> Records:
    """Return what the components have drawn from `doc` so far; kinds not asked for may be empty."""
    return Records(**{kind: _drawn(doc, kind) for kind in KINDS})


def _drawn(doc: Doc, kind: str) -> tuple[Any, ...]:
    """Return the records of `kind` drawn from `doc` so far."""
    rows = doc.user_data.get(_STORE, {}).get(kind, ())
    return tuple(KINDS[kind].from_dict(row) for row in rows)


def _with(doc: Doc, kind: str, published: str | None) -> Doc:
    """Draw `kind` and what it needs from `doc`, unless it has been, and show it.

    Raises:
        ValueError: if the pipeline before it has not tagged, parsed and named.

    """
    if not doc.text.strip():
        return doc
    _check(doc, kind)
    drawn = doc.user_data.setdefault(_STORE, {})
    day = doc.user_data.get(_DAY) or published
    if day is not None and day != drawn.get(_DAY):
        # What was drawn without the day waits for it.
        shown = [name for name in NEEDS if f"onrecord_{name}" in doc.spans]
        drawn.clear()
        drawn[_DAY] = doc.user_data[_DAY] = day
        for name in shown:
            _with(doc, name, day)
    missing = [name for name in (*NEEDS[kind], kind) if name not in drawn]
    if missing:
        _draw(doc, missing, drawn.get(_DAY))
    doc.spans[f"onrecord_{kind}"] = list(_spans(doc, kind))
    if kind == "quotes":
        for part in ("source", "cue"):
            doc.spans[f"onrecord_quotes.{part}"] = list(_parts(doc, part))
    return doc


def _check(doc: Doc, kind: str) -> None:
    """Raise if `doc` lacks what is read of it.

    Raises:
        ValueError: saying what, and what to add.

    """
    lacking = [layer for layer in _ANNOTATED if not doc.has_annotation(layer)]
    if lacking:
        parts = ", ".join(dict.fromkeys(_ANNOTATED[layer] for layer in lacking))
        raise ValueError(
            f"onrecord_{kind} needs {', '.join(lacking)}: put {parts} before it in the pipeline"
        )


def _draw(doc: Doc, missing: list[str], published: str | None) -> None:
    page = page_from_text(doc.text, published=published)
    parse = Parse(page.id, "given", tuple(_blocks(page, doc)))
    found = records_of(doc)
    for name, extractor in EXTRACTORS:
        kind = name.partition("@")[0]
        if kind not in missing:
            continue
        added = extractor(page, parse, found)
        found = found.merged(added)
        for held in (kind, "mentions") if kind == "entities" else (kind,):
            rows = [record.to_dict() for record in getattr(added, held)]
            doc.user_data[_STORE][held] = rows


def _blocks(page: Page, doc: Doc) -> Iterator[Block]:
    for zone in page.zones:
        span = doc.char_span(zone.start, zone.end, alignment_mode="expand")
        if span is None:
            continue
        words = [token for token in span if not token.is_space]
        if not words:
            continue
        held = doc[words[0].i : words[-1].i + 1]
        parsed = held.as_doc()
        for token in parsed:
            if token.dep_ == "root":  # as parsers of Universal Dependencies write it
                token.dep_ = "ROOT"
        yield Block(Zone(zone.role, held.start_char, held.end_char), parsed)


def _spans(doc: Doc, kind: str) -> Iterator[Span]:
    """Yield the records of `kind` as spans; entities are shown by their mentions."""
    shown = "mentions" if kind == "entities" else kind
    for record in _drawn(doc, shown):
        label = getattr(record, "type", None) or getattr(record, "kind", None) or shown
        entity = getattr(record, "entity", None) or ""
        yield from _words(doc, record.evidence, label, record.id, entity)


def _parts(doc: Doc, part: str) -> Iterator[Span]:
    for quote in _drawn(doc, "quotes"):
        held = getattr(quote, part)
        if held is not None:
            yield from _words(doc, held, part, quote.id)


def _words(doc: Doc, held: _Held, label: str, record: str, entity: str = "") -> Iterator[Span]:
    """Yield the words that `held` covers wholly or in part."""
    span = doc.char_span(
        held.start,
        held.end,
        label=label,
        kb_id=entity,
        span_id=record,
        alignment_mode="expand",
    )
    if span is not None:
        yield span


def _published(doc: Doc) -> str | None:
    day: str | None = doc.user_data.get(_DAY)
    return day


def _publish(doc: Doc, day: str | date | None) -> None:
    """Note the day `doc` was published.

    Raises:
        PageError: if it is not ISO 8601.

    """
    doc.user_data[_DAY] = parse_published(day)


def _extend() -> None:
    """Give Docs the attributes that the components fill."""
    Doc.set_extension(_DAY, getter=_published, setter=_publish, force=True)
    for kind in KINDS:
        Doc.set_extension(f"onrecord_{kind}", getter=partial(_drawn, kind=kind), force=True)


_extend()
