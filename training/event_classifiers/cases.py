"""Annotated and plain texts in, cases of the six classifiers out: features of a word, and its class where somebody marked it.

In: `training/annotations/gold.jsonl`, the free texts it marks and free texts without marks. Out: parsed documents with their gold, and the
features of their words. Out of scope: the teacher (`teacher`), fitting (`fitting`).
"""

from __future__ import annotations

import re
import tarfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.tokens import Token

from onrecord.extract import entities, quotes, times
from onrecord.extract.events.classifiers import role_features, trigger_features
from onrecord.extract.events.classifiers.decisions import EVENT, WordClassifier
from onrecord.language import Backbone
from onrecord.language.clauses.mention_index import MentionIndex, index_mentions
from onrecord.language.coreference import pronoun_features
from onrecord.language.coreference.pronouns import SAME, index_page
from onrecord.language.pipeline.event_readings import (
    AGENT,
    FIELDS,
    KIND,
    NO_PROMISE,
    NO_ROOT,
    PATIENT,
    PROMISE,
    ROLES,
    ROOT,
    STATUS,
)
from onrecord.pages import page_from_text
from onrecord.records import Block, Page, Parse, Records
from onrecord.records.event import ROOTS
from training.annotations.agreement import has_overlap
from training.annotations.gold import iter_annotated, read_rows
from training.annotations.marks import Span
from training.annotations.texts import iter_conllu_documents
from training.name_annotations import read_crossner, read_jsonl
from training.plover_records import EVENT_MARK, iter_records

RECORDS = "PLOVER_GSR_CAMEO.txt"
GROUP = 12
"""Sentences without documents of their own that make one text."""
LIKELY = 0.5
"""Probability of the teacher from which a word of a plain text is taken for an event."""
EVENT_CLASSES = ("none", EVENT)
PAIR_CLASSES = ("none", SAME)
FIELD_WEIGHTS = {STATUS: 0.2, KIND: 0.1, ROOT: 0.1, PROMISE: 0.5}
"""What the loss of each field counts beside that of the event itself, for the teacher and for the encoder that learns from it."""
PROMISE_WEIGHTS = [1.0 if name == NO_PROMISE else 2.0 for name in FIELDS[PROMISE]]
"""What each class of promises counts for: words of undertaking are one in two hundred."""

ROLE_WEIGHT = 0.2
"""What the loss of roles counts beside that of the event itself."""

RoleChances = dict[str, dict[Span, float]]
"""By role, how likely each word of the sentence has it; words that are not named do not."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the teacher says of a word.

    Attributes:
        fields: field → class → probability; "event" has one class.
        roles: who takes part, where the word may tell an event or undertake something.

    """

    fields: dict[str, dict[str, float]]
    roles: RoleChances

    def estimate_mark(self) -> float:
        """Return how likely the word tells an event or undertakes something (0–1)."""
        return max(self.fields[EVENT][EVENT], 1 - self.fields[PROMISE][NO_PROMISE])


Readings = dict[tuple[str, Span], Reading]
"""What the teacher says of each word, by its document and span."""


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its parse, and the marks of annotators if it has any.

    Attributes:
        name: id of the document.
        page: its page. parse: its parse.
        marks: what annotators marked (`events`, `promises`, `quotes`, `chains`), or None.

    """

    name: str
    page: Page
    parse: Parse
    marks: dict[str, Any] | None

    def iter_sentences(self) -> Iterator[list[tuple[Span, Token]]]:
        """Yield the words of each sentence with their spans in the page's text."""
        for block in self.parse.blocks:
            for sentence in block.doc.sents:
                yield [(locate(block, token), token) for token in sentence if not token.is_space]

    def find_event(self, span: Span) -> dict[str, Any] | None:
        """Return the marked event whose trigger shares characters with `span`, or None."""
        events = self.marks["events"] if self.marks is not None else []
        return next((event for event in events if has_overlap(span, event["trigger"])), None)

    def find_roles(self, span: Span) -> RoleChances | None:
        """Return who takes part in what the word at `span` tells or undertakes: the heads of the marked phrases; None where nothing is marked there."""
        event = self.find_event(span)
        if event is not None:
            marked = {role: event[role] for role in ROLES}
        elif (promise := self._find_promise(span)) is not None:
            marked = {role: promise["giver"] if role == AGENT else [] for role in ROLES}
        else:
            return None
        return {
            role: dict.fromkeys(map(self._find_head, spans), 1.0) for role, spans in marked.items()
        }

    def _find_head(self, span: Span) -> Span:
        """Return the word of a phrase that the others hang on; the phrase itself where no word is in it."""
        for block in self.parse.blocks:
            if block.start <= span[0] < block.zone.end:
                words = [t for t in block.doc if has_overlap(locate(block, t), span)]
                inside = {word.i for word in words}
                head = next((w for w in words if w.head.i not in inside or w.head.i == w.i), None)
                if head is not None:
                    return locate(block, head)
        return span[0], span[1]

    def _find_promise(self, span: Span) -> dict[str, Any] | None:
        promises = self.marks["promises"] if self.marks is not None else []
        return next(
            (promise for promise in promises if has_overlap(span, promise["trigger"])), None
        )

    def classify_promise(self, span: Span) -> str:
        """Return the class of the marked promise whose trigger shares characters with `span`: explicit, plan or none."""
        promise = self._find_promise(span)
        return str(promise["kind"]) if promise is not None else NO_PROMISE


@dataclass(frozen=True, slots=True)
class Case:
    """A case of a classifier: its features, its class, and where in the text its word is."""

    features: list[str]
    name: str
    document: str
    span: Span


def read_annotated(backbone: Backbone, part: str) -> list[Document]:
    """Return the annotated documents of a part whose texts are on the machine."""
    return [
        _parse(backbone, marks["document"], text, marks) for marks, text in iter_annotated(part)
    ]


def read_plain(backbone: Backbone, data: Path) -> list[Document]:
    """Return free texts that nobody annotated: treebanks' train parts and name sets, without any text that is annotated."""
    marked = {row["document"] for row in read_rows()}
    texts: dict[str, str] = {}
    for bank in ("en_ewt-train.conllu", "en_gumfree-train.conllu"):
        table = (data / "treebanks" / bank).read_text(encoding="utf-8")
        for name, text in iter_conllu_documents(table):
            if f"gum/{name}" not in marked:
                texts[f"{bank}/{name}"] = text
    texts |= _group("wikigold", [named.text for named in read_jsonl(data / "ner/s_wikigold.jsonl")])
    for path in sorted((data / "crossner-politics").rglob("*.txt")):
        if re.search(r"train|dev", path.stem):
            texts |= _group(path.stem, [named.text for named in read_crossner(path)])
    return [_parse(backbone, name, text, None) for name, text in texts.items()]


def list_trigger_cases(document: Document) -> list[Case]:
    """Return the cases of the trigger classifier: every word that may denote an event."""
    return [
        Case(
            WordClassifier().list_trigger_features(token),
            EVENT_CLASSES[document.find_event(span) is not None],
            document.name,
            span,
        )
        for sentence in document.iter_sentences()
        for span, token in sentence
        if trigger_features.may_denote_event(token)
    ]


def list_event_cases(document: Document, field: str) -> list[Case]:
    """Return the cases of the status, kind or root (`field`) of the annotated events."""
    return [
        Case(features, event[field] or NO_ROOT, document.name, span)
        for span, features in _iter_features(document, field, document.find_event)
        if (event := document.find_event(span)) is not None
    ]


def list_likely_cases(document: Document, field: str, readings: Readings) -> list[Case]:
    """Return the cases of the status, kind or root (`field`) of words that the teacher takes for events; their class is not known."""

    def is_likely(span: Span) -> bool:
        reading = readings.get((document.name, span))
        return reading is not None and reading.fields[EVENT][EVENT] >= LIKELY

    found = _iter_features(document, field, is_likely)
    return [Case(features, "", document.name, span) for span, features in found]


def _iter_features(
    document: Document, field: str, is_event: Callable[[Span], object]
) -> Iterator[tuple[Span, list[str]]]:
    """Yield the spans of the words that tell an event, with their features for the classifier of `field`."""
    for sentence in document.iter_sentences():
        for span, token in sentence:
            if token.tag_[:2] in trigger_features.WORD_CLASSES and is_event(span):
                words = WordClassifier()
                is_status = field == "status"
                list_features = (
                    words.list_status_features if is_status else words.list_trigger_features
                )
                yield span, list_features(token)


def list_record_cases(backbone: Backbone, archive: Path) -> list[Case]:
    """Return the cases of the root of the words that PLOVER's own records mark."""
    with tarfile.open(archive) as packed:
        member = next(m for m in packed.getmembers() if m.name.endswith(RECORDS))
        handle = packed.extractfile(member)
        written = handle.read().decode() if handle is not None else ""
    cases = []
    for number, record in enumerate(iter_records(written)):
        document = _parse(backbone, f"gsr/{number}", record.text, None)
        marked = [(s, e) for s, e, mark in record.spans if mark == EVENT_MARK]
        for sentence in document.iter_sentences():
            for span, token in sentence:
                is_word = token.tag_[:2] in trigger_features.WORD_CLASSES
                if is_word and record.root in ROOTS and _is_marked(span, marked):
                    features = WordClassifier().list_trigger_features(token)
                    cases.append(Case(features, record.root, document.name, span))
    return cases


def list_role_cases(document: Document) -> list[Case]:
    """Return the cases of the role classifier: phrases beside the nouns that tell annotated events."""
    found = times.extract(document.page, document.parse, Records())
    found = found.merged(entities.extract(document.page, document.parse, found))
    mentions = index_mentions(document.page, found)
    cases = []
    for block in document.parse.blocks:
        for token in block.doc:
            event = document.find_event(locate(block, token))
            if event is None or not token.tag_.startswith("NN") or token.dep_ == "compound":
                continue
            cases += list(_iter_role_cases(document, mentions, block, token, event))
    return cases


def _iter_role_cases(
    document: Document, mentions: MentionIndex, block: Block, noun: Token, event: dict[str, Any]
) -> Iterator[Case]:
    for relation, word in role_features.iter_phrases(noun):
        span = locate(block, word)
        if mentions.is_time(span[0]):
            continue
        mention = mentions.find_mention(span[0])
        kind = mention.type if mention is not None else ""
        role = next((r for r in (AGENT, PATIENT) if _is_marked(span, event[r])), "none")
        features = role_features.list_features(noun, relation, word, kind)
        yield Case(features, role, document.name, span)


def list_pronoun_cases(document: Document) -> list[Case]:
    """Return the cases of the pronoun classifier: each pronoun with each entity named shortly before it; none where chains are not annotated."""
    if document.marks is not None and not document.marks["chains"]:
        return []
    found = times.extract(document.page, document.parse, Records())
    for wing in (entities, quotes):
        found = found.merged(wing.extract(document.page, document.parse, found))
    direct = [(q.evidence.start, q.evidence.end) for q in found.quotes if q.kind == "direct"]
    index = index_page(found.entities, found.mentions, document.parse, direct)
    spans: dict[str, list[Span]] = {}
    for mention in found.mentions:
        own = spans.setdefault(mention.entity, [])
        own.append((mention.evidence.start, mention.evidence.end))
    cases = []
    for block in document.parse.blocks:
        for token in block.doc:
            kind = pronoun_features.classify_pronoun(token.text)
            if kind is None or not token.tag_.startswith("PRP"):
                continue
            place = locate(block, token)
            chain = _find_chain(document, place)
            for candidate in index.list_candidates(kind, place[0]):
                features = pronoun_features.list_features(index, block, token, candidate)
                is_same = any(_is_marked(span, chain) for span in spans[candidate.entity.id])
                cases.append(Case(features, PAIR_CLASSES[is_same], document.name, place))
    return cases


def _find_chain(document: Document, span: Span) -> list[Span]:
    """Return the mentions of the annotated chain that holds `span`; none where no chain does."""
    chains = document.marks["chains"] if document.marks is not None else []
    found = next((chain for chain in chains if _is_marked(span, chain["mentions"])), None)
    return found["mentions"] if found is not None else []


def _is_marked(span: Span, marked: list[Span]) -> bool:
    return any(has_overlap(span, other) for other in marked)


def locate(block: Block, token: Token) -> Span:
    """Return where a token is in the page's text."""
    start = block.at(token)
    return start, start + len(token.text)


def _parse(backbone: Backbone, name: str, text: str, marks: dict[str, Any] | None) -> Document:
    page = page_from_text(text)
    return Document(name, page, backbone.parse(page), marks)


def _group(name: str, sentences: list[str]) -> dict[str, str]:
    groups = range(0, len(sentences), GROUP)
    return {f"{name}/{first}": "\n".join(sentences[first : first + GROUP]) for first in groups}
