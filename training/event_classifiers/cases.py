"""Annotated and plain texts in, cases of the four classifiers out: features of a word, and its class where somebody marked it.

In: `training/annotations/gold.jsonl`, the free texts it marks and free texts without marks. Out: parsed documents with their gold, and the
features of their words. Out of scope: the teacher (`teacher`), fitting (`fitting`).
"""

from __future__ import annotations

import json
import re
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.tokens import Token

from onrecord.extract import entities, quotes, times
from onrecord.extract.events.classifiers import role_features, status_features, trigger_features
from onrecord.extract.events.plover import code_event
from onrecord.language import Backbone
from onrecord.language.clauses.event_status import read_status
from onrecord.language.clauses.mention_index import MentionIndex, index_mentions
from onrecord.language.coreference import pronoun_features
from onrecord.language.coreference.pronouns import index_page
from onrecord.language.syntax.verb_group import is_verb
from onrecord.pages import page_from_text
from onrecord.records import Block, Page, Parse, Records
from onrecord.records.event import ROOTS
from training.annotations.agreement import has_overlap
from training.annotations.marks import Span
from training.annotations.texts import iter_conllu_documents, load_texts
from training.name_annotations import read_crossner, read_jsonl
from training.plover_records import EVENT_MARK, iter_records

GOLD = Path(__file__).parents[1] / "annotations" / "gold.jsonl"
RECORDS = "PLOVER_GSR_CAMEO.txt"
GROUP = 12
"""Sentences without documents of their own that make one text."""
LIKELY = 0.5
"""Probability of the teacher from which a word of a plain text is taken for an event."""
NO_ROOT = "none"
EVENT_CLASSES = ("none", "event")
PAIR_CLASSES = ("none", "same")


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
                yield [(_locate(block, token), token) for token in sentence if not token.is_space]

    def find_event(self, span: Span) -> dict[str, Any] | None:
        """Return the marked event whose trigger shares characters with `span`, or None."""
        events = self.marks["events"] if self.marks is not None else []
        return next((event for event in events if has_overlap(span, event["trigger"])), None)


@dataclass(frozen=True, slots=True)
class Case:
    """A case of a classifier: its features, its class, and where in the text its word is."""

    features: list[str]
    name: str
    document: str
    span: Span


def read_annotated(backbone: Backbone, part: str) -> list[Document]:
    """Return the annotated documents of a part whose texts are on the machine."""
    texts = load_texts()
    rows = (json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines())
    chosen = [row for row in rows if row["part"] == part and row["document"] in texts]
    return [_parse(backbone, row["document"], texts[row["document"]], row) for row in chosen]


def read_plain(backbone: Backbone, data: Path) -> list[Document]:
    """Return free texts that nobody annotated: treebanks' train parts and name sets, without any text that is annotated."""
    marked = {
        json.loads(line)["document"] for line in GOLD.read_text(encoding="utf-8").splitlines()
    }
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
            _list_trigger_features(token),
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
    list_features = _list_status_features if field == "status" else _list_trigger_features
    cases = []
    for sentence in document.iter_sentences():
        for span, token in sentence:
            event = document.find_event(span)
            if event is not None and token.tag_[:2] in trigger_features.WORD_CLASSES:
                name = event[field] or NO_ROOT
                cases.append(Case(list_features(token), name, document.name, span))
    return cases


def list_likely_cases(
    document: Document, field: str, readings: dict[tuple[str, Span], dict[str, dict[str, float]]]
) -> list[Case]:
    """Return the cases of the status or kind (`field`) of words that the teacher takes for events; their class is not known."""
    list_features = _list_status_features if field == "status" else _list_trigger_features
    cases = []
    for sentence in document.iter_sentences():
        for span, token in sentence:
            reading = readings.get((document.name, span))
            is_event = reading is not None and reading["event"]["event"] >= LIKELY
            if is_event and token.tag_[:2] in trigger_features.WORD_CLASSES:
                cases.append(Case(list_features(token), "", document.name, span))
    return cases


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
                    features = _list_trigger_features(token)
                    cases.append(Case(features, record.root, document.name, span))
    return cases


def _list_trigger_features(token: Token) -> list[str]:
    coding = code_event(token) if token.tag_.startswith("VB") else None
    return trigger_features.list_features(token, coding)


def _list_status_features(token: Token) -> list[str]:
    verb = token if is_verb(token) else status_features.find_verb_above(token)
    reading = read_status(verb) if verb is not None else None
    return status_features.list_features(token, verb, reading)


def list_role_cases(document: Document) -> list[Case]:
    """Return the cases of the role classifier: phrases beside the nouns that tell annotated events."""
    found = times.extract(document.page, document.parse, Records())
    found = found.merged(entities.extract(document.page, document.parse, found))
    mentions = index_mentions(document.page, found)
    cases = []
    for block in document.parse.blocks:
        for token in block.doc:
            event = document.find_event(_locate(block, token))
            if event is None or not token.tag_.startswith("NN") or token.dep_ == "compound":
                continue
            cases += list(_iter_role_cases(document, mentions, block, token, event))
    return cases


def _iter_role_cases(
    document: Document, mentions: MentionIndex, block: Block, noun: Token, event: dict[str, Any]
) -> Iterator[Case]:
    for relation, word in role_features.iter_phrases(noun):
        span = _locate(block, word)
        if mentions.is_time(span[0]):
            continue
        mention = mentions.find_mention(span[0])
        kind = mention.type if mention is not None else ""
        role = next((r for r in ("agent", "patient") if _is_marked(span, event[r])), "none")
        features = role_features.list_features(noun, relation, word, kind)
        yield Case(features, role, document.name, span)


def list_pronoun_cases(document: Document) -> list[Case]:
    """Return the cases of the pronoun classifier: each pronoun with each entity named shortly before it."""
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
            place = _locate(block, token)
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


def _locate(block: Block, token: Token) -> Span:
    start = block.at(token)
    return start, start + len(token.text)


def _parse(backbone: Backbone, name: str, text: str, marks: dict[str, Any] | None) -> Document:
    page = page_from_text(text)
    return Document(name, page, backbone.parse(page), marks)


def _group(name: str, sentences: list[str]) -> dict[str, str]:
    groups = range(0, len(sentences), GROUP)
    return {f"{name}/{first}": "\n".join(sentences[first : first + GROUP]) for first in groups}
