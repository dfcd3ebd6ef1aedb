"""Commands for annotators: `python -m training.annotations show|check|compare|settle|compile` (docs/explain/annotation.md).

In: document ids and files of marks; a file is named by its document's id with `/` written `__` (`timeset__dev__health_1.txt`).
Out: numbered texts, faults, agreement, and JSON lines of offsets. Out of scope: training.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from training.annotations.agreement import count_agreement, describe_agreement
from training.annotations.marks import Document, parse_marks
from training.annotations.parts import find_part
from training.annotations.settling import draft_settlement
from training.annotations.texts import load_texts, split_lines


def main() -> int:
    """Run one command; return 1 where a file has faults."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    commands = parser.add_subparsers(required=True)
    for name, run, arguments in (
        ("show", show, ("document",)),
        ("check", check, ("files",)),
        ("compare", compare, ("a", "b")),
        ("settle", settle, ("a", "b", "output")),
        ("compile", compile_marks, ("folder", "output")),
    ):
        command = commands.add_parser(name, help=(run.__doc__ or "").splitlines()[0])
        command.set_defaults(run=run)
        for argument in arguments:
            command.add_argument(argument, nargs="+" if argument == "files" else None)
    given = vars(parser.parse_args())
    run = given.pop("run")
    status: int = run(**given)
    return status


def show(document: str) -> int:
    """Print the numbered lines of a document."""
    text = load_texts()[document]
    for number, (start, end) in enumerate(split_lines(text), start=1):
        print(f"{number}\t{text[start:end]}")
    return 0


def check(files: list[str]) -> int:
    """Print every line of the files that does not fit its text; return 1 if there is one."""
    faults = []
    for name in files:
        document, found = read_marks(Path(name))
        faults += [f"{name}: {fault}" for fault in found]
        print(
            f"{name}: {len(document.chains)} chains, {len(document.events)} events,"
            f" {len(document.promises)} promises, {len(document.quotes)} quotes"
        )
    print(*faults, sep="\n", end="\n" if faults else "")
    return int(bool(faults))


def compare(a: str, b: str) -> int:
    """Print how far two readers agree: two files, or the files of the same names in two folders."""
    counts: Counter[str] = Counter()
    for one, other in _pair_files(Path(a), Path(b)):
        counts += count_agreement(read_marks(one)[0], read_marks(other)[0])
    print(*describe_agreement(counts), sep="\n")
    return 0


def settle(a: str, b: str, output: str) -> int:
    """Write a draft for the third reader: agreed marks, and both versions of the others, begun with ?A and ?B."""
    text = load_texts()[read_document_id(Path(a))]
    one, other = (Path(name).read_text(encoding="utf-8").splitlines() for name in (a, b))
    lines = list(draft_settlement(one, other, text))
    Path(output).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    print(f"{sum(not line.startswith('?') for line in lines)} agreed of {len(lines)} lines")
    return 0


def compile_marks(folder: str, output: str) -> int:
    """Write the marks of a folder as JSON lines of offsets, by document; faulty lines are left out and printed."""
    rows = []
    for path in sorted(Path(folder).glob("*.txt")):
        document, faults = read_marks(path)
        print(*(f"{path.name}: {fault}" for fault in faults), sep="\n", end="\n" if faults else "")
        ident = read_document_id(path)
        digest = hashlib.sha256(load_texts()[ident].encode()).hexdigest()
        rows.append(
            {"document": ident, "part": find_part(ident), "sha256": digest} | asdict(document)
        )
    lines = [json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows]
    Path(output).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    print(f"{len(rows)} documents")
    return 0


def read_marks(path: Path) -> tuple[Document, list[str]]:
    """Return the marks of a file and its faults."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return parse_marks(lines, load_texts()[read_document_id(path)])


def read_document_id(path: Path) -> str:
    """Return the document that a file of marks is about."""
    return path.stem.replace("__", "/")


def _pair_files(a: Path, b: Path) -> Iterator[tuple[Path, Path]]:
    if a.is_file():
        yield a, b
        return
    for path in sorted(a.glob("*.txt")):
        if (b / path.name).is_file():
            yield path, b / path.name


if __name__ == "__main__":
    sys.exit(main())
