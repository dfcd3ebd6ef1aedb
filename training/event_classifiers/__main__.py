"""The one command: ``python -m training.event_classifiers`` trains the classifiers of events.

A large encoder learns our annotations and reads free texts that nobody annotated; from both the small classifiers are fitted, whose weights are
written into `src/onrecord/extract/events/classifiers`. Some forty minutes on two cores; `--no-teacher` fits them to the annotations alone, in one.
The data are looked for in ``ONRECORD_BENCH_DATA``, else in ``../shared/data``. Work files go to ``--work``.
"""

from __future__ import annotations

import argparse
import os
import pickle
from collections.abc import Iterable, Sequence
from pathlib import Path

from onrecord.extract.events import classifiers
from onrecord.extract.events.classifiers.decisions import EVENT
from onrecord.language import coreference, get_backbone
from onrecord.language.classifiers.linear_classifier import LinearClassifier, pack_weights
from onrecord.language.pipeline.event_readings import (
    AGENT,
    FIELDS,
    KIND,
    PATIENT,
    ROOT,
    STATUS,
)
from training.__main__ import unpack
from training.annotations.marks import Span
from training.event_classifiers.cases import (
    EVENT_CLASSES,
    PAIR_CLASSES,
    Case,
    Document,
    Readings,
    list_event_cases,
    list_likely_cases,
    list_pronoun_cases,
    list_record_cases,
    list_role_cases,
    list_trigger_cases,
    read_annotated,
    read_plain,
)
from training.event_classifiers.fitting import Settings, TrainingCase, fit_classifier

HERE = Path(__file__).parent
TARGET = Path(classifiers.__file__).parent
TARGETS = {"pronoun": Path(coreference.__file__).parent}
"""Folders of the files of weights that are not beside those of events."""
SETS = ("treebanks", "ner", "crossner-politics")
ROLE_CLASSES = ("none", AGENT, PATIENT)
SETTINGS = {
    "trigger": Settings(strength=1.0, fewest=4, plain_weight=1.0, smallest=0.2, least=0.1),
    "status": Settings(strength=1.0, fewest=2, plain_weight=1.0, smallest=0.4, least=0.2),
    "kind": Settings(strength=1.0, fewest=4, plain_weight=1.0, smallest=0.4, least=0.2),
    "root": Settings(strength=1.0, fewest=4, plain_weight=1.0, smallest=0.3, least=0.15),
    "role": Settings(strength=0.3, fewest=2, plain_weight=0.0, smallest=0.05),
    "pronoun": Settings(strength=0.1, fewest=3, plain_weight=0.0, smallest=0.05),
}
"""Fitted on the dev part of the annotations."""
READINGS, EMBEDDINGS = "readings-2.pickle", "embeddings.pickle"
"""Files of the work folder; the number is that of the form of what they hold."""
LEAST_CHANCE = 0.02
"""Probability of the teacher below which a class of a plain word counts nothing."""
LEAST_EVENT = 0.3
"""Probability of the teacher from which a plain word is one that may denote an event."""


def main() -> None:
    """Run the steps and print the size of each file."""
    parser = argparse.ArgumentParser(
        prog="python -m training.event_classifiers", description=__doc__
    )
    parser.add_argument("--work", type=Path, default=HERE.parents[1] / "build/training/events")
    parser.add_argument("--no-teacher", action="store_true", help="annotations alone")
    options = parser.parse_args()
    work: Path = options.work
    work.mkdir(parents=True, exist_ok=True)
    backbone = get_backbone(None)
    annotated = read_annotated(backbone, "train")
    plain: list[Document] = []
    readings: Readings = {}
    source = Path(os.environ.get("ONRECORD_BENCH_DATA", "../shared/data"))
    records = list_record_cases(backbone, source / "plover-gsr/plover-gsr.tar.xz")
    if not options.no_teacher:
        plain = read_plain(backbone, unpack(source, work / "data", SETS))
        readings = _read_by_teacher(work, annotated, plain)
        _read_embeddings(work, annotated, plain, readings)
    for name, classifier in fit_all(annotated, plain, records, readings):
        path = TARGETS.get(name, TARGET) / f"{name}.tsv.zst"
        path.write_bytes(pack_weights(classifier))
        print(f"{path.name}: {path.stat().st_size} bytes, {len(classifier.weights)} features")


def _read_by_teacher(
    work: Path, annotated: Sequence[Document], plain: Sequence[Document]
) -> Readings:
    """Return the teacher's readings of plain texts; read from `work` if they are there."""
    stored = work / READINGS
    if not stored.exists():
        from training.event_classifiers import teacher

        folder = teacher.find_teacher(work)
        trained = teacher.train_teacher(folder, annotated)
        readings = teacher.read_documents(trained, folder, plain)
        stored.write_bytes(pickle.dumps(readings))
    return dict(pickle.loads(stored.read_bytes()))


def _read_embeddings(
    work: Path, annotated: Sequence[Document], plain: Sequence[Document], readings: Readings
) -> None:
    """Write into `work` the embeddings of words that may denote events, for the encoder that ships; what is there already is left as it is."""
    stored = work / EMBEDDINGS
    if stored.exists():
        return
    from training.event_classifiers import embeddings, teacher

    marked = {document.name: document for document in annotated}

    def may_denote(name: str, span: Span) -> bool:
        if name in marked:
            return marked[name].find_event(span) is not None
        reading = readings.get((name, span))
        return reading is not None and reading.fields[EVENT][EVENT] >= LEAST_EVENT

    folder = teacher.find_teacher(work)
    found = embeddings.read_embeddings(folder, [*annotated, *plain], may_denote)
    stored.write_bytes(pickle.dumps(found))


def fit_all(
    annotated: Sequence[Document],
    plain: Sequence[Document],
    records: Sequence[Case],
    readings: Readings,
) -> Iterable[tuple[str, LinearClassifier]]:
    """Yield the name and the weights of each classifier."""
    cases = _take(case for document in annotated for case in list_trigger_cases(document))
    for case in (case for document in plain for case in list_trigger_cases(document)):
        found = readings.get((case.document, case.span))
        if found is not None:
            chance = found.fields[EVENT][EVENT]
            chances = {EVENT: chance, "none": 1 - chance}
            cases.append(_weigh(case, chances, SETTINGS["trigger"]))
    yield "trigger", fit_classifier(cases, EVENT_CLASSES, SETTINGS["trigger"])
    for field in (STATUS, KIND, ROOT):
        marked = [case for document in annotated for case in list_event_cases(document, field)]
        cases = _take(marked)
        cases += [
            _weigh(case, readings[case.document, case.span].fields[field], SETTINGS[field])
            for document in plain
            for case in list_likely_cases(document, field, readings)
        ]
        if field == "root":
            cases += _take(records)
        yield field, fit_classifier(cases, FIELDS[field], SETTINGS[field])
    roles = [case for document in annotated for case in list_role_cases(document)]
    yield "role", fit_classifier(_take(roles), ROLE_CLASSES, SETTINGS["role"])
    pairs = [case for document in annotated for case in list_pronoun_cases(document)]
    yield "pronoun", fit_classifier(_take(pairs), PAIR_CLASSES, SETTINGS["pronoun"])


def _weigh(case: Case, chances: dict[str, float], settings: Settings) -> TrainingCase:
    """Return a plain case with the teacher's probabilities as weights; what is hardly likely is left out."""
    kept = {
        name: settings.plain_weight * chance
        for name, chance in chances.items()
        if chance >= LEAST_CHANCE
    }
    return TrainingCase(case.features, kept)


def _take(cases: Iterable[Case]) -> list[TrainingCase]:
    return [TrainingCase(case.features, {case.name: 1.0}) for case in cases]


if __name__ == "__main__":
    main()
