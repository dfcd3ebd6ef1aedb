"""Measures events, their status, promises and quotes against our own annotations of free news texts.

In: `training/annotations/gold.jsonl` and the texts, where the free sets are on the machine (`training.annotations.texts`). Out: precision, recall and F1 of
event triggers by form, F1 of each status over the triggers found, macro F1, who takes part, promises and quotes, beside a keyword baseline in the same run. Out of scope:
training. The part `dev` may be read by anybody; of `test` only these totals are printed.

A trigger is found where an event of ours overlaps it, each of ours counted once. Status is stricter in `status on gold`: an event not found has no status and counts as a miss.
A promise is found where ours is of an event whose trigger lies in its trigger or content. The baseline marks every word whose lemma is a trigger in the train part more often
than not, and gives all of them the commonest status.

Run it: `python -m bench.annotated [--part dev]`.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.util import find_spec
from typing import Any

from training.annotations.agreement import has_overlap
from training.annotations.gold import iter_annotated, read_rows
from training.annotations.marks import Span
from training.annotations.texts import load_texts

from onrecord.extract import extract
from onrecord.language import Backbone, get_backbone
from onrecord.pages import page_from_text
from onrecord.records import Commitment, Page, Parse, Records

PARTS = ("dev", "test")
MODELS = (None, "accurate")
"""The shipped pipeline, and the same with the encoder of names and events."""
HALF = 0.5
STEPS = 5
"""Steps of confidence in the table of reliability."""
Bins = dict[int, list[tuple[float, bool]]]
"""Step of confidence → each event's confidence, and whether it is right."""
WHOLLY_RIGHT = "status, agents, patients, place"
"""Events found whose status is right and of whose participants and place none is missing, wrong or too many; kind, root and time are not asked."""
WHOLLY_RIGHT_AND_TIME = f"{WHOLLY_RIGHT}, time"
"""The same, and the time too."""
WHOLLY_RIGHT_PROMISES = "promises: giver, receiver, due, half of content"
_TIME = "time"
_RECALL_ONLY = ("events told by", "explicit promises")
"""Measures of a kind that only gold distinguishes."""


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """An annotated text: its marks (`chains`, `events`, `promises`, `quotes`), page and parse."""

    marks: dict[str, Any]
    page: Page
    parse: Parse


@dataclass(frozen=True, slots=True)
class FoundEvent:
    """An event as it is compared: where its trigger is, its status and the confidence of both (None where a rule alone decided), and who takes part, by role."""

    trigger: Span
    status: str
    confidence: float | None = None
    roles: Mapping[str, Sequence[Span]] = field(default_factory=dict)


class Counts(Counter[str]):
    """Counts of what both have, what gold has and what was found, by name of a measure."""

    def add(self, name: str, *, both: int, gold: int, found: int) -> None:
        """Add to a measure's counts."""
        self.update({f"{name} both": both, f"{name} gold": gold, f"{name} found": found})

    def compute_scores(self, name: str) -> tuple[float, float, float]:
        """Return precision, recall and F1 of a measure; 0 where nothing is there."""
        both, gold, found = (self[f"{name} {part}"] for part in ("both", "gold", "found"))
        f1 = 2 * both / (gold + found) if gold + found else 0.0
        return both / found if found else 0.0, both / gold if gold else 0.0, f1


def main() -> int:
    """Print the tables and the measures as the gate takes them; return 0, also where data are not there."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--part", choices=PARTS, help="one part; both without it")
    given = parser.parse_args()
    if not _has_texts():
        print("annotated: data not there: skipped, not passed", file=sys.stderr)
        return 0
    lemmas = collect_trigger_lemmas(load_documents("train", get_backbone(None)))
    for model in MODELS:
        if model is None or find_spec("onnxruntime") is not None:
            _measure_model(model, [given.part] if given.part else PARTS, lemmas)
        else:
            print(f"annotated: no onnxruntime for the model {model}: skipped, not passed")
    return 0


def _has_texts() -> bool:
    """Return whether texts of the measured parts are there."""
    texts = load_texts()
    return any(row["document"] in texts for row in read_rows() if row["part"] in PARTS)


def _measure_model(model: str | None, parts: Sequence[str], lemmas: frozenset[str]) -> None:
    """Print the tables and measures of a model over parts of the annotations."""
    backbone = get_backbone(model)
    for part in parts:
        documents = list(load_documents(part, backbone))
        ours, baseline = Counts(), Counts()
        bins: Bins = {}
        for document in documents:
            records = extract(document.page, document.parse)
            count_events(ours, document, [*_iter_events(records)])
            count_confidence(bins, document, [*_iter_events(records)])
            count_events(baseline, document, [*mark_by_lemma(document, lemmas)])
            count_promises(ours, document, records)
            count_quotes(ours, document, records)
        _print_part(f"{part}.{model}" if model else part, len(documents), ours, baseline)
        _print_reliability(bins)


def load_documents(part: str, backbone: Backbone) -> Iterator[GoldDocument]:
    """Yield the annotated documents of a part whose texts are there and as they were."""
    for marks, text in iter_annotated(part):
        page = page_from_text(text)
        yield GoldDocument(marks, page, backbone.parse(page))


def collect_trigger_lemmas(documents: Iterator[GoldDocument]) -> frozenset[str]:
    """Return the lemmas that are triggers in these documents more often than not."""
    total: Counter[str] = Counter()
    triggers: Counter[str] = Counter()
    for document in documents:
        spans = [tuple(event["trigger"]) for event in document.marks["events"]]
        for lemma, span in _iter_words(document):
            total[lemma] += 1
            triggers[lemma] += any(has_overlap(span, other) for other in spans)
    return frozenset(lemma for lemma in total if triggers[lemma] > HALF * total[lemma])


def mark_by_lemma(document: GoldDocument, lemmas: frozenset[str]) -> Iterator[FoundEvent]:
    """Yield the events of the keyword baseline."""
    for lemma, span in _iter_words(document):
        if lemma in lemmas:
            yield FoundEvent(span, "happened")


def count_events(counts: Counts, document: GoldDocument, found: Sequence[FoundEvent]) -> None:
    """Count triggers, by form, and the status of those found."""
    free = list(found)
    for event in document.marks["events"]:
        same = next((other for other in free if has_overlap(event["trigger"], other.trigger)), None)
        form, status = event["form"], event["status"]
        counts.add("events", both=same is not None, gold=1, found=0)
        counts.add(
            f"events told by a {form}", both=same is not None, gold=1, found=same is not None
        )
        if same is None:
            counts.add(f"status on gold {status}", both=0, gold=1, found=0)
            continue
        free.remove(same)
        for name in ("status", "status on gold"):
            is_same = same.status == status
            counts.add(f"{name} {status}", both=is_same, gold=1, found=is_same)
            if not is_same:
                counts.add(f"{name} {same.status}", both=0, gold=0, found=1)
        count_roles(counts, document, event, same)
    counts.add("events", both=0, gold=0, found=len(found))


def count_roles(
    counts: Counts, document: GoldDocument, event: Mapping[str, Any], found: FoundEvent
) -> None:
    """Count who takes part in an event that was found, and whether all are right, none missing and none too many.

    Strictly, phrases must share characters; softly, another mention of the same is right too ("the mayor" for "who"). Of the rows by role each phrase counts once; whether an
    event is wholly right does not hang on whether "Houston, Texas" is marked as one place or as two.
    """
    if not found.roles:
        return
    is_right, is_dated = found.status == event["status"], True
    for role, spans in found.roles.items():
        words = [[span] for span in event[role]]
        chains = [_list_mentions(document, span) for span in event[role]]
        for name, wanted in ((f"{role}, same words", words), (role, chains)):
            matched = _match_phrases(wanted, spans)
            counts.add(name, both=matched, gold=len(wanted), found=len(spans))
        is_same = _has_same_phrases(wanted, spans)
        is_right, is_dated = (
            (is_right, is_same) if role == _TIME else (is_right and is_same, is_dated)
        )
    counts.add(WHOLLY_RIGHT, both=is_right, gold=1, found=1)
    counts.add(WHOLLY_RIGHT_AND_TIME, both=is_right and is_dated, gold=1, found=1)


def _match_phrases(wanted: Sequence[Sequence[Span]], found: Sequence[Span]) -> int:
    """Return how many wanted phrases, each in any of its mentions, share characters with a found one, each found one counted once."""
    free = list(found)
    for spans in wanted:
        same = next((one for one in free if any(has_overlap(one, span) for span in spans)), None)
        if same is not None:
            free.remove(same)
    return len(found) - len(free)


def _has_same_phrases(wanted: Sequence[Sequence[Span]], found: Sequence[Span]) -> bool:
    """Return whether none is missing and none too many: each wanted phrase, in any of its mentions, and each found one share characters; one phrase may hold two ("Houston, Texas")."""

    def is_met(one: Span, spans: Sequence[Span]) -> bool:
        return any(has_overlap(one, span) for span in spans)

    return all(any(is_met(one, spans) for spans in wanted) for one in found) and all(
        any(is_met(one, spans) for one in found) for spans in wanted
    )


def _list_mentions(document: GoldDocument, span: Span) -> list[Span]:
    """Return the span and every mention of the chain that has a mention there."""
    chains = [chain["mentions"] for chain in document.marks["chains"]]
    return [span, *next((m for m in chains if any(tuple(one) == tuple(span) for one in m)), [])]


def count_confidence(bins: Bins, document: GoldDocument, found: Sequence[FoundEvent]) -> None:
    """Count, by confidence in steps of a fifth, events and those of them that gold has with the same status."""
    for event in found:
        if event.confidence is None:
            continue
        same = next(
            (e for e in document.marks["events"] if has_overlap(event.trigger, e["trigger"])), None
        )
        step = min(int(event.confidence * STEPS), STEPS - 1)
        bins.setdefault(step, []).append(
            (event.confidence, same is not None and same["status"] == event.status)
        )


def count_promises(counts: Counts, document: GoldDocument, records: Records) -> None:
    """Count promises: those of gold that ours is about, all and the explicit ones alone."""
    triggers = {event.id: (event.trigger.start, event.trigger.end) for event in records.events}
    times = _locate_times(records)
    free = list(records.commitments)
    counts.add("promises", both=0, gold=0, found=len(free))
    for promise in document.marks["promises"]:
        spans = [promise["trigger"], *promise["content"]]
        same = next(
            (one for one in free if any(has_overlap(triggers[one.event], o) for o in spans)), None
        )
        if same is not None:
            free.remove(same)
            _count_promise_parts(counts, document, promise, same, times)
        counts.add("promises", both=same is not None, gold=1, found=0)
        if promise["kind"] == "explicit":
            counts.add("explicit promises", both=same is not None, gold=1, found=same is not None)


def _count_promise_parts(
    counts: Counts,
    document: GoldDocument,
    promise: Mapping[str, Any],
    found: Commitment,
    times: Mapping[str, Span],
) -> None:
    """Count who gives and gets a promise that was found, and its due time; wholly right is one with these and half of its content."""
    content = found.content
    parts = {
        "giver": [] if found.who is None else [(found.who.start, found.who.end)],
        "receiver": [] if found.receiver is None else [(found.receiver.start, found.receiver.end)],
        "due": [] if found.due is None else [times[found.due]],
    }
    is_right = content is not None and _has_half(
        [(content.start, content.end)], promise["content"] or [promise["trigger"]]
    )
    for name, spans in parts.items():
        wanted = [_list_mentions(document, span) for span in promise[name]]
        matched = _match_phrases(wanted, spans)
        counts.add(f"promise {name}", both=matched, gold=len(wanted), found=len(spans))
        is_right = is_right and _has_same_phrases(wanted, spans)
    counts.add(WHOLLY_RIGHT_PROMISES, both=is_right, gold=1, found=1)


def count_quotes(counts: Counts, document: GoldDocument, records: Records) -> None:
    """Count quotes whose contents share half of the longer one."""
    free = [[(part.start, part.end) for part in quote.content] for quote in records.quotes]
    counts.add("quotes", both=0, gold=0, found=len(free))
    for quote in document.marks["quotes"]:
        same = next((spans for spans in free if _has_half(spans, quote["content"])), None)
        if same is not None:
            free.remove(same)
        counts.add("quotes", both=same is not None, gold=1, found=0)


def _has_half(a: Sequence[Span], b: Sequence[Span]) -> bool:
    shared = sum(max(0, min(x[1], y[1]) - max(x[0], y[0])) for x in a for y in b)
    return shared >= HALF * max(sum(end - start for start, end in spans) for spans in (a, b))


def _locate_times(records: Records) -> dict[str, Span]:
    """Return where the words of each time are, by its id."""
    return {time.id: (time.evidence.start, time.evidence.end) for time in records.times}


def _iter_events(records: Records) -> Iterator[FoundEvent]:
    times = _locate_times(records)
    for event in records.events:
        roles = {
            "agent": [(one.start, one.end) for one in event.actors],
            "patient": [(one.start, one.end) for one in event.targets],
            "place": [] if event.place is None else [(event.place.start, event.place.end)],
            _TIME: [] if event.time is None else [times[event.time]],
        }
        yield FoundEvent(
            (event.trigger.start, event.trigger.end),
            event.status,
            event.evidence.confidence,
            roles,
        )


def _iter_words(document: GoldDocument) -> Iterator[tuple[str, Span]]:
    """Yield lemma and span of each noun, verb and adjective that was parsed."""
    for block in document.parse.blocks:
        for token in block.doc:
            if token.is_alpha and token.pos_ in {"NOUN", "VERB", "ADJ"}:
                yield token.lemma_.lower(), (block.at(token), block.at(token) + len(token.text))


def _print_part(part: str, documents: int, ours: Counts, baseline: Counts) -> None:
    print(f"annotated {part}: {documents} documents")
    for name in _list_names(ours):
        precision, recall, f1 = ours.compute_scores(name)
        shown = "P   –    " if name.startswith(_RECALL_ONLY) else f"P {precision:.3f}"
        f1_shown = "F1   –    " if name.startswith(_RECALL_ONLY) else f"F1 {f1:.3f}"
        print(f"  {name:28} {shown}  R {recall:.3f}  {f1_shown}   ({ours[f'{name} gold']} in gold)")
    precision, recall, f1 = baseline.compute_scores("events")
    print(f"  {'events, keyword baseline':28} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}")
    for name in ("status", "status on gold"):
        for label, counts in (("", ours), (", keyword baseline", baseline)):
            print(f"  {name} macro F1{label} {_average_status(counts, name):.3f}")
    measures = {
        "events.f1": ours.compute_scores("events")[2],
        "status.macro_f1": _average_status(ours, "status"),
        "status_on_gold.macro_f1": _average_status(ours, "status on gold"),
        "agent.f1": ours.compute_scores("agent")[2],
        "patient.f1": ours.compute_scores("patient")[2],
        "wholly_right": ours.compute_scores(WHOLLY_RIGHT)[1],
        "status.alleged.f1": ours.compute_scores("status alleged")[2],
        "promises.precision": ours.compute_scores("promises")[0],
        "promises.recall": ours.compute_scores("promises")[1],
        "quotes.f1": ours.compute_scores("quotes")[2],
    }
    for name, value in measures.items():
        print(f"annotated.{part}.{name}={value:.4f}")


def _print_reliability(bins: Bins) -> None:
    """Print for each step of confidence how many events have it, its mean and the share that is right in trigger and status."""
    for step, cases in sorted(bins.items()):
        mean = sum(confidence for confidence, _ in cases) / len(cases)
        right = sum(is_right for _, is_right in cases) / len(cases)
        bounds = f"{step / STEPS:.1f}–{(step + 1) / STEPS:.1f}"
        print(f"  confidence {bounds}: {len(cases)} events, mean {mean:.2f}, right {right:.2f}")


def _list_names(counts: Counts) -> list[str]:
    return sorted({name.rpartition(" ")[0] for name in counts})


def _average_status(counts: Counts, name: str) -> float:
    """Return the mean F1 over the statuses that gold has."""
    prefix = f"{name} "
    statuses = [
        measure
        for measure in _list_names(counts)
        if measure.startswith(prefix) and " on gold" not in measure.removeprefix(name)
    ]
    scores = [counts.compute_scores(s)[2] for s in statuses if counts[f"{s} gold"]]
    return sum(scores) / len(scores) if scores else 0.0


if __name__ == "__main__":
    sys.exit(main())
