"""How far two readers agree on a document, layer by layer.

In: two `Document`s of one text. Out: counts that add up over documents, and from them F1 and Cohen's kappa. Marks are paired where their spans overlap
(triggers, mentions) or share half of the longer one (contents). Out of scope: who is right.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from training.annotations.marks import Document, Span

Rows = Sequence[Mapping[str, Any]]
HALF = 0.5


def count_agreement(a: Document, b: Document) -> Counter[str]:
    """Return counts of marks and agreements, by layer; add them up and give them to `describe_agreement`."""
    counts: Counter[str] = Counter()
    pairs = _count_pairs(counts, "events", a.events, b.events, _is_same_trigger)
    for name in ("status", "kind", "root", "form"):
        counts.update(_iter_labels(f"event {name}", pairs, name))
    for name in ("agent", "patient", "place", "time", "by"):
        _count_spans(counts, f"event {name}", pairs, name)
    pairs = _count_pairs(counts, "promises", a.promises, b.promises, _is_same_trigger)
    counts.update(_iter_labels("promise kind", pairs, "kind"))
    for name in ("giver", "receiver", "content", "due", "condition"):
        _count_spans(counts, f"promise {name}", pairs, name)
    pairs = _count_pairs(counts, "quotes", a.quotes, b.quotes, _has_half_of_content)
    for name in ("kind", "speech"):
        counts.update(_iter_labels(f"quote {name}", pairs, name))
    for name in ("source", "cue"):
        _count_spans(counts, f"quote {name}", pairs, name)
    mentions_a, mentions_b = _list_mentions(a), _list_mentions(b)
    pairs = _count_pairs(counts, "mentions", mentions_a, mentions_b, _is_same_trigger)
    counts.update(_iter_labels("mention type", pairs, "type"))
    _count_links(counts, pairs)
    return counts


def is_same_mark(layer: str, a: Mapping[str, Any], b: Mapping[str, Any]) -> bool:
    """Return whether two marks of a layer (`events`, `promises`, `quotes`) are about the same words."""
    return _has_half_of_content(a, b) if layer == "quotes" else _is_same_trigger(a, b)


def describe_agreement(counts: Counter[str]) -> Iterator[str]:
    """Yield a line for each measure: F1 of what is marked, kappa of labels given to what both marked."""
    layers = sorted({key.split("|")[1] for key in counts if key.startswith("marks|")})
    for layer in layers:
        both, one, other = (counts[f"{part}|{layer}"] for part in ("both", "marks", "marks_b"))
        f1 = 2 * both / (one + other) if one + other else 0.0
        yield f"{layer:22} F1 {f1:.3f}   {one} and {other} marks"
    for layer in sorted({key.split("|")[1] for key in counts if key.startswith("label|")}):
        yield f"{layer:22} kappa {_compute_kappa(counts, layer):.3f}"


def _compute_kappa(counts: Counter[str], layer: str) -> float:
    """Return Cohen's kappa of the labels of `layer`; 1 where both only used one label."""
    table = {
        tuple(key.split("|")[2:]): count
        for key, count in counts.items()
        if key.startswith(f"label|{layer}|")
    }
    total = sum(table.values())
    observed = sum(count for (one, other), count in table.items() if one == other) / total
    first: Counter[str] = Counter()
    second: Counter[str] = Counter()
    for (one, other), count in table.items():
        first[one] += count
        second[other] += count
    expected = sum(first[label] * second[label] for label in first) / total**2
    return (observed - expected) / (1 - expected) if expected < 1 else 1.0


def _count_pairs(
    counts: Counter[str],
    layer: str,
    a: Rows,
    b: Rows,
    match: Callable[[Mapping[str, Any], Mapping[str, Any]], bool],
) -> list[tuple[Mapping[str, Any], Mapping[str, Any]]]:
    """Count the marks of a layer and return those that both have, each paired once."""
    pairs = []
    free = list(b)
    for row in a:
        other = next((other for other in free if match(row, other)), None)
        if other is not None:
            free.remove(other)
            pairs.append((row, other))
    counts[f"marks|{layer}"] += len(a)
    counts[f"marks_b|{layer}"] += len(b)
    counts[f"both|{layer}"] += len(pairs)
    return pairs


def _iter_labels(
    layer: str, pairs: Sequence[tuple[Mapping[str, Any], Mapping[str, Any]]], name: str
) -> Iterator[str]:
    for a, b in pairs:
        yield f"label|{layer}|{a[name]}|{b[name]}"


def _count_spans(
    counts: Counter[str],
    layer: str,
    pairs: Sequence[tuple[Mapping[str, Any], Mapping[str, Any]]],
    name: str,
) -> None:
    for a, b in pairs:
        counts[f"marks|{layer}"] += len(a[name])
        counts[f"marks_b|{layer}"] += len(b[name])
        counts[f"both|{layer}"] += sum(
            any(has_overlap(span, other) for other in b[name]) for span in a[name]
        )


def _count_links(
    counts: Counter[str], pairs: Sequence[tuple[Mapping[str, Any], Mapping[str, Any]]]
) -> None:
    """Count pairs of shared mentions that each reader, and both, have in one chain."""
    for index, (a, b) in enumerate(pairs):
        for a2, b2 in pairs[index + 1 :]:
            one, other = a["chain"] == a2["chain"], b["chain"] == b2["chain"]
            counts["marks|mention links"] += one
            counts["marks_b|mention links"] += other
            counts["both|mention links"] += one and other


def _list_mentions(document: Document) -> list[dict[str, Any]]:
    return [
        {"trigger": span, "type": chain["type"], "chain": chain["id"]}
        for chain in document.chains
        for span in chain["mentions"]
    ]


def _is_same_trigger(a: Mapping[str, Any], b: Mapping[str, Any]) -> bool:
    return has_overlap(a["trigger"], b["trigger"])


def _has_half_of_content(a: Mapping[str, Any], b: Mapping[str, Any]) -> bool:
    shared = sum(
        max(0, min(one[1], other[1]) - max(one[0], other[0]))
        for one in a["content"]
        for other in b["content"]
    )
    longest = max(sum(end - start for start, end in row["content"]) for row in (a, b))
    return bool(shared >= HALF * longest)


def has_overlap(a: Span, b: Span) -> bool:
    """Return whether two half-open spans share a character."""
    return a[0] < b[1] and b[0] < a[1]
