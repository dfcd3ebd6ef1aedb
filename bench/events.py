"""Measures events: PLOVER roots on marked pairs (PLV), roots of the codebook's records, factuality.

In: archives below `ONRECORD_BENCH_DATA` (default: `../shared/data`). Out: one JSON line a measure. A measure whose
data is missing is reported as skipped, never as passed.

- `plv`: sentence, source and target are given; the root of the event extracted between them against gold,
  macro F1 over the 15 roots and accuracy. No event is a wrong answer. As the manual says, future
  cooperation counts as AGREE and future conflict as THREATEN.
- `gsr`: root of the extracted event whose trigger stands in the marked event words, accuracy.
- `factuality`: sign of UDS-IH2 (happened or ongoing, against anything else) on verbs, accuracy beside
  that of always saying "happened".
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path

from training.plover_records import EVENT_MARK, PloverRecord, iter_records

from onrecord.extract import events
from onrecord.language import Backbone, load_backbone
from onrecord.language.clauses.event_status import read_status
from onrecord.language.syntax.verb_group import is_verb
from onrecord.records import Event, Evidence, Mention, Page, Records, Zone
from onrecord.records.event import ROOTS

DATA = Path(os.environ.get("ONRECORD_BENCH_DATA", Path(__file__).parents[2] / "shared" / "data"))
FACTUAL_SAMPLE = 1200
"""Sentences of UDS-IH2 dev that are read."""

_FUTURE = frozenset({"planned", "promised"})
_COOPERATION = frozenset({"AID", "COOPERATE", "CONSULT", "SUPPORT"})
_CONFLICT = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST"})


def main() -> None:
    """Print each measure, or that its data is not there."""
    backbone = load_backbone(os.environ.get("ONRECORD_MODEL") or None)
    measures = {"plv": measure_plv, "gsr": measure_gsr, "factuality": measure_factuality}
    for name in sys.argv[1:] or measures:
        archive = DATA / _ARCHIVES[name]
        if not archive.is_file():
            print(json.dumps({"measure": name, "skipped": f"data not there: {archive.name}"}))
            continue
        print(json.dumps({"measure": name, "model": backbone.name, **measures[name](backbone)}))


_ARCHIVES = {
    "plv": "plv/plv.tar.xz",
    "gsr": "plover-gsr/plover-gsr.tar.xz",
    "factuality": "factuality/factuality.tar.xz",
}


def measure_plv(backbone: Backbone) -> dict[str, float]:
    """Return macro F1 and accuracy of roots between marked sources and targets."""
    pairs: list[tuple[str, str | None]] = []
    for row in csv.DictReader(io.StringIO(_read_member("plv", "PLV_train.tsv")), delimiter="\t"):
        marked, spans = _parse_marks(row["marked_sentence"])
        pairs.append((row["gold_root"], _find_root_between(backbone, marked, spans)))
    return {
        "pairs": len(pairs),
        "macro_f1": _compute_macro_f1(pairs),
        "accuracy": _compute_accuracy(pairs),
    }


def measure_gsr(backbone: Backbone) -> dict[str, float]:
    """Return accuracy of roots on the marked event words of the codebook's own records."""
    records = iter_records(_read_member("gsr", "PLOVER_GSR_CAMEO.txt"))
    pairs = [(record.root, _find_root_at_marks(backbone, record)) for record in records]
    return {"records": len(pairs), "accuracy": _compute_accuracy(pairs)}


def measure_factuality(backbone: Backbone) -> dict[str, float]:
    """Return agreement of status with the sign of annotated factuality, on verbs."""
    lines = _read_member("factuality", "UDS_IH2/dev.jsonl").splitlines()[:FACTUAL_SAMPLE]
    rows = [json.loads(line) for line in lines]
    right = real = total = 0
    for row, doc in zip(rows, backbone.nlp.pipe(row["text"] for row in rows), strict=True):
        starts = {start: index for index, start in enumerate(_iter_word_starts(row["text"]))}
        by_word = {starts[token.idx]: token for token in doc if token.idx in starts}
        for target in row["targets"]:
            token = by_word.get(target["span1"][0])
            if token is None or not is_verb(token) or target["label"] == 0:
                continue
            happened = read_status(token).status in {"happened", "ongoing"}
            gold = target["label"] > 0
            right, real, total = right + (happened == gold), real + gold, total + 1
    return {"verbs": total, "accuracy": right / total, "always_happened": real / total}


def _read_member(name: str, ending: str) -> str:
    with tarfile.open(DATA / _ARCHIVES[name]) as archive:
        for member in archive:
            stream = archive.extractfile(member) if member.name.endswith(ending) else None
            if stream is not None:
                return stream.read().decode("utf-8")
    raise FileNotFoundError(f"{ending} is not in {_ARCHIVES[name]}")


def _parse_marks(written: str) -> tuple[str, list[tuple[int, int, str]]]:
    """Return the sentence without marks, and (start, end, s or t) of what they enclose."""
    text = ""
    spans: list[tuple[int, int, str]] = []
    opened: dict[str, int] = {}
    for piece in re.split(r"(</?[st]>)", written):
        mark = re.fullmatch(r"<(/?)([st])>", piece)
        if mark is None:
            text += piece
        elif mark[1]:
            spans.append((opened.pop(mark[2], 0), len(text), mark[2]))
        else:
            opened[mark[2]] = len(text)
    return text, spans


def _find_root_between(
    backbone: Backbone, text: str, spans: list[tuple[int, int, str]]
) -> str | None:
    found = _extract_events(backbone, text, spans)
    best: tuple[float, str] | None = None
    for event in found:
        if event.type is None:
            continue
        ends = {p.entity for p in event.actors}, {p.entity for p in event.targets}
        score = 2.0 * ("s" in ends[0]) + 2.0 * ("t" in ends[1])
        score += 0.5 * ("s" in ends[1]) + 0.5 * ("t" in ends[0])
        inside = [s <= event.trigger.start < e for s, e, _ in spans]
        score += (
            0.3 * _is_covered(event, spans, "s")
            + 0.3 * _is_covered(event, spans, "t")
            - any(inside)
        )
        if best is None or score > best[0]:
            best = (score, _code_root(event))
    return best[1] if best is not None else None


def _is_covered(event: Event, spans: list[tuple[int, int, str]], mark: str) -> bool:
    ends = [(s, e) for s, e, m in spans if m == mark]
    return any(event.evidence.start <= s and e <= event.evidence.end for s, e in ends)


def _code_root(event: Event) -> str:
    root = event.type or ""
    if event.negated and root in _COOPERATION | {"AGREE"}:
        return "REJECT"
    if event.status in _FUTURE:
        return "AGREE" if root in _COOPERATION else "THREATEN" if root in _CONFLICT else root
    if event.status == "called_for" and root in _COOPERATION | {"YIELD", "AGREE"}:
        return "REQUEST"
    return root


def _find_root_at_marks(backbone: Backbone, record: PloverRecord) -> str | None:
    triggers = [(s, e) for s, e, mark in record.spans if mark == EVENT_MARK]
    named = [span for span in record.spans if span[2] != EVENT_MARK]
    found = _extract_events(backbone, record.text, named)
    for start, end in triggers:
        for event in found:
            if event.type and event.trigger.start < end and start < event.trigger.end:
                return _code_root(event)
    return None


def _extract_events(
    backbone: Backbone, text: str, spans: list[tuple[int, int, str]]
) -> list[Event]:
    lead = len(text) - len(text.lstrip())
    zone = Zone("body", lead, len(text.rstrip()))
    page = Page(id="p-bench", capture=None, path="", text=text, zones=(zone,), language="en")
    mentions = tuple(
        Mention(f"m-{i}", Evidence(page.id, s, e, None, text[s:e], ""), "organisation", mark)
        for i, (s, e, mark) in enumerate(spans)
        if s < e
    )
    found = events.extract(page, backbone.parse(page), Records(mentions=mentions))
    return list(found.events)


def _iter_word_starts(text: str) -> Iterator[int]:
    position = 0
    for word in text.split(" "):
        yield position
        position += len(word) + 1


def _compute_macro_f1(pairs: list[tuple[str, str | None]]) -> float:
    scores = []
    for root in ROOTS:
        hit = sum(gold == root == said for gold, said in pairs)
        wanted = sum(gold == root for gold, _ in pairs)
        given = sum(said == root for _, said in pairs)
        scores.append(2 * hit / (wanted + given) if wanted + given else 0.0)
    return sum(scores) / len(scores)


def _compute_accuracy(pairs: list[tuple[str, str | None]]) -> float:
    return sum(gold == said for gold, said in pairs) / len(pairs)


if __name__ == "__main__":
    main()
