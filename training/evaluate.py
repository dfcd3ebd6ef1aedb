"""Pipelines and held-out gold in, one table of scores out: parse from raw text, names, speed, all in one run.

**Source** of the parse measures: the CoNLL 2018 shared task (Zeman et al. 2018): system and gold words are aligned by
the characters they cover, scores are F1 over aligned words, relations are compared without their subtype. Names are
compared as spans with a type: *exact* wants the same borders, *overlap* one shared character. The text of a document is
its sentences with single spaces between; every pipeline tokenises it itself.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from onrecord.language import load_backbone
from training.conllu import Sentence, read_file
from training.corpus import (
    build_gum_docs,
    group_by_document,
    read_name_sets,
    read_names,
    split_names,
)
from training.name_annotations import NamedText, Span, read_jsonl
from training.synthetic import write_paragraphs

PARSE_MEASURES = ("words", "XPOS", "UPOS", "lemma", "UAS", "LAS", "sentences")
NAME_TYPES = ("PER", "ORG", "LOC")
SPEED_ROUNDS = 5
PAGE_WORDS = 600
SYNTHETIC_SEED = 7


@dataclass(slots=True)
class Counts:
    """How many were right, how many the system gave, how many the gold has."""

    right: int = 0
    given: int = 0
    gold: int = 0

    def add(self, right: int, given: int, gold: int) -> None:
        """Add the counts of one more text."""
        self.right += right
        self.given += given
        self.gold += gold

    @property
    def f1(self) -> float:
        """F1 in per cent; 0 where nothing is right."""
        return 200 * self.right / (self.given + self.gold) if self.right else 0.0


@dataclass(frozen=True, slots=True)
class GoldWord:
    """A word as the measures need it; ``head`` is the place of its head in the document, or -1."""

    xpos: str
    upos: str
    lemma: str
    head: int
    deprel: str


@dataclass(slots=True)
class ParsedWords:
    """Words by the characters (without spaces) they cover, in order, and the characters at which sentences begin."""

    spans: list[tuple[int, int]] = field(default_factory=list)
    words: list[GoldWord] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)


def join_text(sentences: list[Sentence], *, breaks: bool = False) -> str:
    """Return a document's text, sentences separated by one space, or paragraphs by an empty line with ``breaks``."""
    text = ""
    for sentence in sentences:
        if text:
            text = text.rstrip(" ") + ("\n\n" if breaks and sentence.newpar else " ")
        text += "".join(word.form + " " * word.space_after for word in sentence.words)
    return text.rstrip(" ")


def convert_gold(sentences: list[Sentence]) -> ParsedWords:
    """Return the treebank's reading of one document."""
    reading, at = ParsedWords(), 0
    for sentence in sentences:
        base = len(reading.words)
        reading.starts.append(at)
        for word in sentence.words:
            length = sum(not char.isspace() for char in word.form)
            reading.spans.append((at, at + length))
            at += length
            head = base + word.head - 1 if word.head else -1
            reading.words.append(
                GoldWord(word.xpos, word.upos, word.lemma, head, word.deprel.split(":")[0])
            )
    return reading


def convert_doc(doc: Doc) -> ParsedWords:
    """Return a pipeline's reading of one document, without its whitespace tokens."""
    reading, at = ParsedWords(), 0
    kept = [token for token in doc if not token.is_space]
    place = {token.i: index for index, token in enumerate(kept)}
    is_sentence_start = True
    for token in doc:
        is_sentence_start = is_sentence_start or bool(token.is_sent_start)
        if token.is_space:
            continue
        length = sum(not char.isspace() for char in token.text)
        if is_sentence_start:
            reading.starts.append(at)
            is_sentence_start = False
        reading.spans.append((at, at + length))
        at += length
        is_root = token.head.i == token.i
        head = -1 if is_root else place.get(token.head.i, -2)
        deprel = "root" if is_root else token.dep_.split(":")[0]
        reading.words.append(GoldWord(token.tag_, token.pos_, token.lemma_, head, deprel))
    return reading


def score_parse(system: ParsedWords, gold: ParsedWords, counts: dict[str, Counts]) -> None:
    """Add one document's parse measures to ``counts``."""
    places = {span: index for index, span in enumerate(system.spans)}
    given, wanted = len(system.spans), len(gold.spans)
    right = dict.fromkeys(PARSE_MEASURES, 0)
    for index, span in enumerate(gold.spans):
        if span not in places:
            continue
        ours, theirs = system.words[places[span]], gold.words[index]
        right["words"] += 1
        right["XPOS"] += ours.xpos == theirs.xpos
        right["UPOS"] += ours.upos == theirs.upos
        right["lemma"] += theirs.lemma in ("_", ours.lemma)
        if theirs.head == -1 or ours.head < 0:
            same = theirs.head == ours.head
        else:
            same = system.spans[ours.head] == gold.spans[theirs.head]
        right["UAS"] += same
        right["LAS"] += same and ours.deprel == theirs.deprel
    for measure in PARSE_MEASURES[:-1]:
        counts[measure].add(right[measure], given, wanted)
    ours_sents = set(zip(system.starts, [*system.starts[1:], -1], strict=True))
    gold_sents = set(zip(gold.starts, [*gold.starts[1:], -1], strict=True))
    counts["sentences"].add(len(ours_sents & gold_sents), len(ours_sents), len(gold_sents))


def compute_parse_scores(
    nlp: Language, sentences: list[Sentence], *, breaks: bool = False
) -> dict[str, float]:
    """Return every parse measure in per cent over the documents of a test part."""
    counts = {measure: Counts() for measure in PARSE_MEASURES}
    documents = group_by_document(sentences)
    for document, doc in zip(
        documents, nlp.pipe(join_text(one, breaks=breaks) for one in documents), strict=True
    ):
        score_parse(convert_doc(doc), convert_gold(document), counts)
    return {measure: count.f1 for measure, count in counts.items()}


def convert_gum(sentences: list[Sentence]) -> list[NamedText]:
    """Return GUM sentences as named texts, so that names there are measured from raw text as well."""
    return [read_names(doc) for doc in build_gum_docs(spacy.blank("en").vocab, sentences)]


def score_names(
    found: Iterable[Span], named: NamedText, exact: dict[str, Counts], overlap: dict[str, Counts]
) -> None:
    """Add one text's name measures; names found in stretches that the gold does not judge are not counted."""
    free = [
        span
        for span in found
        if any(_is_overlapping(span, name) for name in named.names)
        or not any(start < span[1] and span[0] < end for start, end in named.unjudged)
    ]
    for kind in NAME_TYPES:
        ours = [span for span in free if span[2] == kind]
        gold = [span for span in named.names if span[2] == kind]
        exact[kind].add(len(set(ours) & set(gold)), len(ours), len(gold))
        open_spans, hits = list(ours), 0
        for name in gold:
            hit = next((span for span in open_spans if _is_overlapping(span, name)), None)
            if hit:
                open_spans.remove(hit)
                hits += 1
        overlap[kind].add(hits, len(ours), len(gold))


def _is_overlapping(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def compute_name_scores(nlp: Language, texts: list[NamedText]) -> dict[str, float]:
    """Return exact and overlap F1 over all types, and exact F1 a type, in per cent."""
    exact = {kind: Counts() for kind in NAME_TYPES}
    overlap = {kind: Counts() for kind in NAME_TYPES}
    for named, doc in zip(texts, nlp.pipe(named.text for named in texts), strict=True):
        found = [(span.start_char, span.end_char, span.label_) for span in doc.ents]
        score_names(found, named, exact, overlap)
    return {"exact": compute_total_f1(exact), "overlap": compute_total_f1(overlap)} | {
        kind: exact[kind].f1 for kind in NAME_TYPES
    }


def compute_total_f1(counts: dict[str, Counts]) -> float:
    """Return F1 over all types together, in per cent."""
    whole = Counts()
    for count in counts.values():
        whole.add(count.right, count.given, count.gold)
    return whole.f1


def measure_speed(
    pipelines: dict[str, Language], texts: list[str]
) -> dict[str, tuple[float, float]]:
    """Return (words a second over many pages, milliseconds for one page of 600 words) of each pipeline, CPU time.

    The pipelines take turns, so that a busy machine slows them alike; the median of the rounds is given.
    """
    rates: dict[str, list[float]] = {name: [] for name in pipelines}
    pages: dict[str, list[float]] = {name: [] for name in pipelines}
    page = " ".join(" ".join(texts).split()[:PAGE_WORDS])
    for nlp in pipelines.values():
        list(nlp.pipe(texts))
    for _ in range(SPEED_ROUNDS):
        for name, nlp in pipelines.items():
            begun = time.process_time()
            words = sum(len(doc) for doc in nlp.pipe(texts))
            rates[name].append(words / (time.process_time() - begun))
            begun = time.process_time()
            nlp(page)
            pages[name].append(1000 * (time.process_time() - begun))
    return {
        name: (statistics.median(rates[name]), statistics.median(pages[name])) for name in pipelines
    }


def load_pipeline(given: str | Path) -> Language:
    """Return the pipeline in a folder, or the one that onrecord knows by a name."""
    return load_backbone(str(given)).nlp


def evaluate(models: dict[str, str | Path], data: Path) -> str:
    """Return a Markdown report on ``models`` (label → folder or a model's name), measured side by side."""
    loaded = {name: load_pipeline(given) for name, given in models.items()}
    tables = (
        build_parse_table(loaded, data),
        build_names_table(loaded, data),
        build_speed_table(models, data),
    )
    return "\n\n".join("\n".join(table) for table in tables)


def build_parse_table(loaded: dict[str, Language], data: Path) -> list[str]:
    """Return the rows of the parse measures, with and without the breaks between paragraphs."""
    lines = [
        "| raw text | pipeline | " + " | ".join(PARSE_MEASURES) + " |",
        "|---|---" + "|---" * len(PARSE_MEASURES) + "|",
    ]
    for part, name in (("EWT test", "en_ewt-test"), ("GUM free test", "en_gumfree-test")):
        sentences = read_file(data / f"treebanks/{name}.conllu")
        for breaks in (False, True):
            label = part + (", paragraph breaks kept" if breaks else "")
            score = partial(compute_parse_scores, sentences=sentences, breaks=breaks)
            lines += _format_rows(label, loaded, score)
    return lines


def build_names_table(loaded: dict[str, Language], data: Path) -> list[str]:
    """Return the rows of the name measures."""
    texts = {name: split.test for name, split in read_name_sets(data).items()}
    texts["GUM free test"] = convert_gum(read_file(data / "treebanks/en_gumfree-test.conllu"))
    for label, name in (("Broad Twitter", "s_btc"), ("WNUT17", "s_wnut")):
        tweets = split_names(read_jsonl(data / f"ner/{name}.jsonl"))
        texts[f"{label}, a seeded 12 %"] = tweets.test
    texts["own synthetic news, another seed"] = write_paragraphs(150, seed=SYNTHETIC_SEED)
    lines = [
        "| names | pipeline | exact | overlap | PER | ORG | LOC |",
        "|---|---|---|---|---|---|---|",
    ]
    for part, named in texts.items():
        label = f"{part} ({sum(len(one.names) for one in named):,})"
        lines += _format_rows(label, loaded, partial(compute_name_scores, texts=named))
    return lines


def build_speed_table(models: dict[str, str | Path], data: Path) -> list[str]:
    """Return the rows of speed and of the time to load, loaded as onrecord loads them."""
    sentences = read_file(data / "treebanks/en_gumfree-test.conllu")
    pages = [join_text(document) for document in group_by_document(sentences)]
    lines = [
        "| speed, one core, CPU time | words/s | times the first | page of 600 words, ms | load, s |",
        "|---|---|---|---|---|",
    ]
    loaded, load_seconds = {}, {}
    for name, given in models.items():
        load_pipeline(given)
        begun = time.perf_counter()
        loaded[name] = load_pipeline(given)
        load_seconds[name] = time.perf_counter() - begun
    rates = measure_speed(loaded, pages)
    first, _ = next(iter(rates.values()))
    for name, (rate, page) in rates.items():
        load = load_seconds[name]
        lines.append(f"| {name} | {rate:,.0f} | {rate / first:.2f} | {page:.0f} | {load:.2f} |")
    return lines


def _format_rows(
    label: str, loaded: dict[str, Language], score: Callable[[Language], dict[str, float]]
) -> list[str]:
    rows = []
    for name, nlp in loaded.items():
        values = " | ".join(f"{value:.1f}" for value in score(nlp).values())
        rows.append(f"| {label} | {name} | {values} |")
    return rows
