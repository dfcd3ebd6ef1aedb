"""How well attributions are found: source, cue and content, on pages with all of them marked.

In: `polnear/polnear.tar.xz` of the data folder (see `bench.data`): American news of 2016 with every
attribution marked, beliefs and intentions too, which this project leaves alone; so recall is of more than
it wants. Out: precision, recall and F1 by tokens of sources, cues and contents, and of whole attributions
whose three parts each share half of their tokens with gold; direct ones apart, and documents a second.
Leaves alone: training; this set only measures.

Run it: `python -m bench.quotes [dev|test] [N]`; N limits the documents.

Source: Newell, Margolin and Ruths, "An Attribution Relations Corpus for Political News" (LREC 2018).
"""

from __future__ import annotations

import os
import re
import sys
import tarfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.data import data_folder
from onrecord.extract import entities, quotes
from onrecord.language import Backbone, load_backbone
from onrecord.records import Page, Quote, Records, Zone

_TOKEN = re.compile(r"\w+")
_WHOLE = 0.5
"""Dice overlap from which a part counts as found."""

Tokens = frozenset[int]


@dataclass(frozen=True, slots=True)
class Marked:
    """An attribution as the tokens' start offsets of its parts; `direct` where its content is in marks."""

    source: Tokens
    cue: Tokens
    content: Tokens
    direct: bool


@dataclass(slots=True)
class Tally:
    """Counts of what both have, what we have and what gold has."""

    both: int = 0
    ours: int = 0
    gold: int = 0

    def add(self, both: int, ours: int, gold: int) -> None:
        """Count one document's."""
        self.both, self.ours, self.gold = self.both + both, self.ours + ours, self.gold + gold

    def __str__(self) -> str:
        """Precision, recall and F1."""
        precision, recall = self.both / max(1, self.ours), self.both / max(1, self.gold)
        mean = 2 * precision * recall / max(1e-9, precision + recall)
        return f"precision {precision:.3f}  recall {recall:.3f}  F1 {mean:.3f}"


@dataclass(slots=True)
class Scores:
    """Tallies by part, and of whole attributions."""

    tallies: dict[str, Tally] = field(
        default_factory=lambda: {
            name: Tally() for name in ("source", "cue", "content", "whole", "whole direct")
        }
    )

    def count(self, ours: Sequence[Marked], gold: Sequence[Marked]) -> None:
        """Count one document."""
        for part in ("source", "cue", "content"):
            a, b = _union(ours, part), _union(gold, part)
            self.tallies[part].add(len(a & b), len(a), len(b))
        self._whole("whole", ours, gold)
        self._whole(
            "whole direct",
            [one for one in ours if one.direct],
            [one for one in gold if one.direct],
        )

    def _whole(self, name: str, ours: Sequence[Marked], gold: Sequence[Marked]) -> None:
        free, both = list(gold), 0
        for one in ours:
            fit = next((other for other in free if _same(one, other)), None)
            if fit is not None:
                free.remove(fit)
                both += 1
        self.tallies[name].add(both, len(ours), len(gold))


def main() -> int:
    """Print the scores; return 0, also where the data is not there."""
    folder = data_folder("polnear")
    if folder is None:
        return 0
    split = sys.argv[1] if len(sys.argv) > 1 else "dev"
    documents = list(read(folder / "polnear.tar.xz", split))
    documents = documents[: int(sys.argv[2])] if len(sys.argv) > 2 else documents
    backbone = load_backbone(os.environ.get("ONRECORD_MODEL") or None)
    scores, begun = Scores(), time.process_time()
    for name, text, gold in documents:
        scores.count(drawn(backbone, name, text), gold)
    seconds = time.process_time() - begun
    print(f"quotes polnear {split}: {len(documents)} documents, {backbone.name}")
    for part, tally in scores.tallies.items():
        print(f"quotes {part:12} {tally}")
    print(f"quotes {len(documents) / seconds:.1f} documents/s with the parse")
    return 0


def page_of(name: str, text: str) -> Page:
    """Return `text` as a page, each line a paragraph of its body; offsets stay."""
    lines = re.finditer(r"[^\n]*\S", text)
    zones = tuple(Zone("body", match.start(), match.end()) for match in lines)
    return Page(f"p-{name}", None, "bench", text, zones)


def drawn(backbone: Backbone, name: str, text: str) -> list[Marked]:
    """Return what the extractors find in a document."""
    page = page_of(name, text)
    parse = backbone.parse(page)
    found = entities.extract(page, parse, Records())
    return [marked(quote, text) for quote in quotes.extract(page, parse, found).quotes]


def marked(quote: Quote, text: str) -> Marked:
    """Return `quote` as tokens."""
    source = quote.source
    return Marked(
        _tokens(text, [(source.start, source.end)] if source else []),
        _tokens(text, [(quote.cue.start, quote.cue.end)] if quote.cue else []),
        _tokens(text, [(part.start, part.end) for part in quote.content]),
        quote.kind == "direct",
    )


def read(archive: Path, split: str) -> Iterator[tuple[str, str, list[Marked]]]:
    """Yield (name, text, gold) of each document, by name; of several annotators the first."""
    texts: dict[str, str] = {}
    notes: dict[str, str] = {}
    with tarfile.open(archive) as members:
        for member in members:
            parts = Path(member.name).parts
            handle = members.extractfile(member) if f"/{split}/" in f"/{member.name}" else None
            if handle is None or parts[-1].startswith("._"):
                continue
            if parts[-1].endswith(".txt"):
                texts[parts[-1].removesuffix(".txt")] = handle.read().decode()
            elif parts[-1].endswith(".ann"):
                notes[parts[-1].removesuffix(".ann")] = handle.read().decode()
    for name, text in sorted(texts.items()):
        held = [notes[key] for key in sorted(notes) if key == name or key.startswith(f"{name}_")]
        if held:
            yield name, text, list(attributions(held[0], text))


def attributions(notes: str, text: str) -> Iterator[Marked]:
    """Yield the attributions of a stand-off file."""
    spans: dict[str, tuple[str, list[tuple[int, int]]]] = {}
    events: list[list[str]] = []
    for line in notes.splitlines():
        ident, _, rest = line.partition("\t")
        if ident.startswith("T"):
            kind, _, where = rest.partition("\t")[0].partition(" ")
            edges = [tuple(map(int, piece.split()[:2])) for piece in where.split(";")]
            spans[ident] = (kind, [(edge[0], edge[1]) for edge in edges])
        elif ident.startswith("E"):
            events.append([role.partition(":")[2] for role in rest.split()])
    for held in events:
        parts: dict[str, list[tuple[int, int]]] = {"Source": [], "Cue": [], "Content": []}
        for ident in held:
            kind, edges_of = spans.get(ident, ("", []))
            if kind in parts:
                parts[kind] += edges_of
        content = sorted(parts["Content"])
        yield Marked(
            _tokens(text, parts["Source"]),
            _tokens(text, parts["Cue"]),
            _tokens(text, content),
            bool(content) and all(_in_marks(text, *edge) for edge in content),
        )


def _in_marks(text: str, start: int, end: int) -> bool:
    words = text[start:end].strip()
    return words[:1] in "“\"‘'" and words.rstrip(",. ")[-1:] in "”\"’'" if words else False


def _tokens(text: str, spans: Iterable[tuple[int, int]]) -> Tokens:
    return frozenset(
        start + token.start() for start, end in spans for token in _TOKEN.finditer(text[start:end])
    )


def _union(marked_ones: Sequence[Marked], part: str) -> Tokens:
    return frozenset().union(*(getattr(one, part) for one in marked_ones))


def _same(one: Marked, other: Marked) -> bool:
    return all(
        _dice(a, b) >= _WHOLE
        for a, b in (
            (one.source, other.source),
            (one.cue, other.cue),
            (one.content, other.content),
        )
    )


def _dice(a: Tokens, b: Tokens) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 1.0


if __name__ == "__main__":
    sys.exit(main())
