"""How well attributions are found: source, cue and content, on pages with all of them marked.

In: `polnear/polnear.tar.xz` of the data folder (see `bench.data`): American news of 2016 with every
attribution marked: words, beliefs, intentions, attitudes, knowledge. Out: precision, recall and F1 by tokens of sources, cues and
contents; of whole attributions whose three parts each share half of their tokens with gold, and of exact ones; of direct ones,
whole and with the right source whatever the cue; documents a second; textacy's direct quotations beside ours.
Out of scope: training; this set only measures.

What is counted as gold marks it: only the outermost attribution; "who" as a source where ours is its antecedent; a
paragraph that goes on with its speaker's words as part of them.

Run it: `python -m bench.quotes [dev|train] [N]`; N limits the documents.

Source: Newell, Margolin and Ruths, "An Attribution Relations Corpus for Political News" (LREC 2018).
"""

from __future__ import annotations

import os
import re
import sys
import tarfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from bench.data import find_data_folder
from bench.quote_peers import find_by_textacy, is_textacy_installed
from onrecord.extract import entities, quotes
from onrecord.language import Backbone, load_backbone
from onrecord.records import Page, Quote, Records, Zone

_TOKEN = re.compile(r"\w+")
_PINNED = ("source", "cue", "content", "whole", "exact", "direct source")
_MIN_DICE = 0.5
"""Dice overlap from which a part counts as found."""
_ANTECEDENT_REACH = 30
"""Code points before "who" in which the last word of its antecedent must begin."""

Tokens = frozenset[int]


@dataclass(frozen=True, slots=True)
class Attribution:
    """An attribution as the tokens' start offsets of its parts; `direct` where its content is in marks.

    `relative` is where its source is if that is only a relative pronoun.
    """

    source: Tokens
    cue: Tokens
    content: Tokens
    direct: bool
    relative: int = 0


@dataclass(slots=True)
class PartCounts:
    """Counts of what both have, what we have and what gold has; `found`: gold's that we have, counted apart."""

    both: int = 0
    ours: int = 0
    gold: int = 0
    found: int | None = None

    def add(self, both: int, ours: int, gold: int) -> None:
        """Count one document's."""
        self.both, self.ours, self.gold = self.both + both, self.ours + ours, self.gold + gold

    def __str__(self) -> str:
        """Precision, recall and F1."""
        return f"precision {self.precision:.3f}  recall {self.recall:.3f}  F1 {self.f1:.3f}"

    @property
    def precision(self) -> float:
        """The share of ours that gold has."""
        return self.both / max(1, self.ours)

    @property
    def recall(self) -> float:
        """The share of gold that we have."""
        return (self.both if self.found is None else self.found) / max(1, self.gold)

    @property
    def f1(self) -> float:
        """F1."""
        return 2 * self.precision * self.recall / max(1e-9, self.precision + self.recall)


@dataclass(slots=True)
class Scores:
    """Counts by part, and of whole attributions."""

    parts: dict[str, PartCounts] = field(
        default_factory=lambda: {
            name: PartCounts()
            for name in ("source", "cue", "content", "whole", "exact", "direct", "direct source")
        }
    )

    def count(self, ours: Sequence[Attribution], gold: Sequence[Attribution]) -> None:
        """Count one document."""
        for part in ("source", "cue", "content"):
            a, b = _unite_parts(ours, part), _unite_parts(gold, part)
            self.parts[part].add(len(a & b), len(a), len(b))
        self._count_whole("whole", ours, gold, _is_same)
        self._count_whole("exact", ours, gold, _is_equal)
        self._count_direct("direct", ours, gold, _is_same)
        self._count_direct("direct source", ours, gold, _is_same_source)

    def _count_direct(
        self,
        name: str,
        ours: Sequence[Attribution],
        gold: Sequence[Attribution],
        fits: Callable[[Attribution, Attribution], bool],
    ) -> None:
        """Count direct ones of each side against all of the other: where the marks end does not decide whether they are found."""
        counts = self.parts[name]
        asked, wanted = [one for one in ours if one.direct], [one for one in gold if one.direct]
        counts.add(sum(any(fits(one, other) for other in gold) for one in asked), len(asked), 0)
        counts.found = (counts.found or 0) + sum(
            any(fits(other, one) for other in ours) for one in wanted
        )
        counts.gold += len(wanted)

    def _count_whole(
        self,
        name: str,
        ours: Sequence[Attribution],
        gold: Sequence[Attribution],
        fits: Callable[[Attribution, Attribution], bool],
    ) -> None:
        free, both = list(gold), 0
        for one in ours:
            fit = next((other for other in free if fits(one, other)), None)
            if fit is not None:
                free.remove(fit)
                both += 1
        self.parts[name].add(both, len(ours), len(gold))


def main() -> int:
    """Print the scores; return 0, also where the data is not there."""
    folder = find_data_folder("polnear")
    if folder is None:
        return 0
    split = sys.argv[1] if len(sys.argv) > 1 else "dev"
    documents = list(read_documents(folder / "polnear.tar.xz", split))
    documents = documents[: int(sys.argv[2])] if len(sys.argv) > 2 else documents
    backbone = load_backbone(os.environ.get("ONRECORD_MODEL") or None)
    scores, begun = Scores(), time.process_time()
    for name, text, gold in documents:
        scores.count(find_attributions(backbone, name, text), gold)
    seconds = time.process_time() - begun
    print(f"quotes polnear {split}: {len(documents)} documents, {backbone.name}")
    for part, counts in scores.parts.items():
        print(f"quotes onrecord {part:14} {counts}")
    print(f"quotes {len(documents) / seconds:.1f} documents/s with the parse")
    _print_peer(backbone, documents)
    for part in _PINNED:
        print(f"quotes.{part.replace(' ', '_')}={scores.parts[part].f1:.3f}")
    return 0


def _print_peer(
    backbone: Backbone, documents: Sequence[tuple[str, str, list[Attribution]]]
) -> None:
    """Print the same of textacy, on the same parse; it finds direct quotations only."""
    if not is_textacy_installed():
        print("quotes textacy: peer not installed: skipped, not passed")
        return
    scores = Scores()
    for name, text, gold in documents:
        parse = backbone.parse(build_page(name, text))
        found = [
            Attribution(
                _index_tokens(text, source),
                _index_tokens(text, cue),
                _index_tokens(text, content),
                direct=True,
            )
            for source, cue, content in find_by_textacy(parse)
        ]
        scores.count(found, gold)
    for part, counts in scores.parts.items():
        print(f"quotes textacy  {part:14} {counts}")


def build_page(name: str, text: str) -> Page:
    """Return `text` as a page, each line a paragraph of its body; offsets stay."""
    lines = re.finditer(r"[^\n]*\S", text)
    zones = tuple(Zone("body", match.start(), match.end()) for match in lines)
    return Page(f"p-{name}", None, "bench", text, zones)


def find_attributions(backbone: Backbone, name: str, text: str) -> list[Attribution]:
    """Return what the extractors find in a document."""
    page = build_page(name, text)
    parse = backbone.parse(page)
    found = entities.extract(page, parse, Records())
    return select_outermost(join_continuations(quotes.extract(page, parse, found).quotes, text))


def join_continuations(found: Sequence[Quote], text: str) -> list[Attribution]:
    """Return the quotes, one without a cue that continues its speaker's last as part of it, as in gold."""
    attributions: list[Attribution] = []
    sources: list[tuple[int, int] | None] = []
    for quote in found:
        one = convert_quote(quote, text)
        source = (quote.source.start, quote.source.end) if quote.source else None
        if quote.cue is None and source is not None and source in sources:
            place = len(sources) - 1 - sources[::-1].index(source)
            attributions[place] = replace(
                attributions[place], content=attributions[place].content | one.content
            )
        else:
            attributions.append(one)
            sources.append(source)
    return attributions


def select_outermost(found: Sequence[Attribution]) -> list[Attribution]:
    """Return what is not inside the content of another: gold marks only the outermost, by its guideline."""
    return [
        one
        for one in found
        if not any(
            other is not one and one.cue | one.source and one.cue | one.source <= other.content
            for other in found
        )
    ]


def convert_quote(quote: Quote, text: str) -> Attribution:
    """Return `quote` as tokens."""
    source = quote.source
    return Attribution(
        _index_tokens(text, [(source.start, source.end)] if source else []),
        _index_tokens(text, [(quote.cue.start, quote.cue.end)] if quote.cue else []),
        _index_tokens(text, [(part.start, part.end) for part in quote.content]),
        quote.kind == "direct",
    )


def read_documents(archive: Path, split: str) -> Iterator[tuple[str, str, list[Attribution]]]:
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
        annotations = [
            notes[key] for key in sorted(notes) if key == name or key.startswith(f"{name}_")
        ]
        if annotations:
            yield name, text, list(iter_attributions(annotations[0], text))


def iter_attributions(notes: str, text: str) -> Iterator[Attribution]:
    """Yield the attributions of a stand-off file."""
    spans: dict[str, tuple[str, list[tuple[int, int]]]] = {}
    events: list[list[str]] = []
    for line in notes.splitlines():
        ident, _, rest = line.partition("\t")
        if ident.startswith("T"):
            kind, _, where = rest.partition("\t")[0].partition(" ")
            edges = [tuple(map(int, piece.split()[:2])) for piece in where.split(";")]
            # A few annotations of the train part lack an edge.
            spans[ident] = (kind, [(edge[0], edge[1]) for edge in edges if len(edge) == 2])
        elif ident.startswith("E"):
            events.append([role.partition(":")[2] for role in rest.split()])
    for arguments in events:
        parts: dict[str, list[tuple[int, int]]] = {"Source": [], "Cue": [], "Content": []}
        for ident in arguments:
            kind, edges_of = spans.get(ident, ("", []))
            if kind in parts:
                parts[kind] += edges_of
        content = sorted(parts["Content"])
        yield Attribution(
            _index_tokens(text, parts["Source"]),
            _index_tokens(text, parts["Cue"]),
            _index_tokens(text, content),
            bool(content) and all(_is_quoted(text, *edge) for edge in content),
            _find_relative_pronoun(text, parts["Source"]),
        )


def _find_relative_pronoun(text: str, source: Sequence[tuple[int, int]]) -> int:
    alone = len(source) == 1 and text[slice(*source[0])].strip().lower() in {"who", "which", "that"}
    return source[0][0] if alone else 0


def _is_quoted(text: str, start: int, end: int) -> bool:
    words = text[start:end].strip()
    return words[:1] in "“\"‘'" and words.rstrip(",. ")[-1:] in "”\"’'" if words else False


def _index_tokens(text: str, spans: Iterable[tuple[int, int]]) -> Tokens:
    return frozenset(
        start + token.start() for start, end in spans for token in _TOKEN.finditer(text[start:end])
    )


def _unite_parts(marked_ones: Sequence[Attribution], part: str) -> Tokens:
    return frozenset().union(*(getattr(one, part) for one in marked_ones))


def _is_same(one: Attribution, other: Attribution) -> bool:
    return _is_same_source(one, other) and _compute_dice(one.cue, other.cue) >= _MIN_DICE


def _is_same_source(one: Attribution, other: Attribution) -> bool:
    source = one.source
    if (
        other.relative
        and source
        and other.relative - _ANTECEDENT_REACH < max(source) < other.relative
    ):
        source = other.source  # gold marks "who", we mark its antecedent
    return (
        _compute_dice(source, other.source) >= _MIN_DICE
        and _compute_dice(one.content, other.content) >= _MIN_DICE
    )


def _is_equal(one: Attribution, other: Attribution) -> bool:
    return (one.source, one.cue, one.content) == (other.source, other.cue, other.content)


def _compute_dice(a: Tokens, b: Tokens) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 1.0


if __name__ == "__main__":
    sys.exit(main())
