"""The extractors as components of a person's own spaCy pipeline.

In: a `Doc` that has been tagged and parsed, with names. Out: the same `Doc` with what was drawn from it.
`nlp.add_pipe("onrecord_quotes")` gives `doc._.onrecord_quotes`, the records, and
`doc.spans["onrecord_quotes"]`, the same as spans: label = kind, id = the record's.
Leaves alone: `doc.ents` and all else that was there. Paragraphs are parted by blank lines. The day the
text was published, from which relative times are reckoned, is `doc._.onrecord_published` (ISO 8601), or
the component's setting `published`; else such times wait for it.

Each component draws what it needs of the others by itself, once a Doc, whatever their order. Results are kept as plain
values, so that a Doc can be written with `to_bytes` and `nlp.pipe(…, n_process=2)` works.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, Protocol

from spacy.language import Language
from spacy.tokens import Doc, Span

from onrecord.extract import EXTRACTORS
from onrecord.pages import page_from_text
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

Component = Callable[[Doc], Doc]


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
_STORE = "onrecord"
_ANNOTATED = ("TAG", "POS", "DEP", "ENT_IOB")


def _factory(kind: str) -> Callable[..., Component]:
    """Register the factory of `onrecord_<kind>` and return it."""

    def make(nlp: Language, name: str, published: str | None) -> Component:  # noqa: ARG001
        return lambda doc: _with(doc, kind, published)

    factory: Callable[..., Component] = Language.factory(
        f"onrecord_{kind}",
        default_config={"published": None},
        assigns=[f"doc._.onrecord_{kind}", "doc.spans"],
        requires=["token.tag", "token.dep", "doc.ents"],
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
    lacking = [layer for layer in _ANNOTATED if not doc.has_annotation(layer)]
    if lacking:
        raise ValueError(
            f"onrecord_{kind} needs {', '.join(lacking)}: add it after a tagger, a parser and names"
        )
    drawn = doc.user_data.setdefault(_STORE, {})
    missing = [name for name in (*NEEDS[kind], kind) if name not in drawn]
    if missing:
        _draw(doc, missing, doc._.onrecord_published or published)
    doc.spans[f"onrecord_{kind}"] = list(_spans(doc, kind))
    if kind == "quotes":
        for part in ("source", "cue"):
            doc.spans[f"onrecord_quotes.{part}"] = list(_parts(doc, part))
    return doc


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
        yield Block(Zone(zone.role, held.start_char, held.end_char), held.as_doc())


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


def _extend() -> None:
    """Give Docs the attributes that the components fill."""
    Doc.set_extension("onrecord_published", default=None, force=True)
    for kind in KINDS:
        Doc.set_extension(f"onrecord_{kind}", getter=partial(_drawn, kind=kind), force=True)


_extend()
