"""Texts of the annotated documents, read from the free sets where those are on the machine.

In: the data folder (`ONRECORD_BENCH_DATA`, else `../shared/data`), and the texts written for annotation beside this module (`own_texts`). Out: the text of
each document by its id (`timeset/dev/health_1`, `gum/GUM_news_asylum`, `re3d/CENTCOM/…`, `ewt/weblog-…`, `own/…`), and its numbered lines. Out of scope:
the marks (`marks`); texts of others are never stored.
"""

from __future__ import annotations

import json
import os
import re
import tarfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

GUM_GENRES = ("news", "interview")
EWT_GENRES = ("weblog", "newsgroup")
EWT_TABLE = "en_ewt-train.conllu"
OWN_TEXTS = Path(__file__).with_name("own_texts")
RE3D_ENCODING = "utf-8-sig"

_LINE_BREAK = re.compile(r"\s*\n\s*")
_SENTENCE_BREAK = re.compile(
    r"(?:(?<=[.!?])|(?<=[.!?][\"”’)]))(?<!\b[A-Z]\.)(?<!\b[MDSJ][rst]\.)(?<!\bMrs\.)"
    r"(?<!\b(?:Gen|Col|Sgt|Gov|Sen|Rep)\.)(?<!\bLt\.)\s+(?=[\"“‘(]?[A-Z0-9])"
)


@cache
def load_texts() -> dict[str, str]:
    """Return the text of every document that may be annotated, by id; only those of our own where the data are not there."""
    folder = Path(os.environ.get("ONRECORD_BENCH_DATA", "../shared/data"))
    texts = {
        f"own/{path.stem}": path.read_text(encoding="utf-8")
        for path in sorted(OWN_TEXTS.glob("*.txt"))
    }
    for read, archive in (
        (_iter_timeset, folder / "timeset" / "timeset.tar.xz"),
        (_iter_gum, folder / "treebanks" / "treebanks.tar.xz"),
        (_iter_ewt, folder / "treebanks" / "treebanks.tar.xz"),
        (_iter_re3d, folder / "re3d" / "re3d.tar.xz"),
    ):
        if archive.is_file():
            texts.update(read(archive))
    return texts


def split_lines(text: str) -> list[tuple[int, int]]:
    """Return the half-open spans of the numbered lines of `text`: one sentence each, as far as marks and capitals show it."""
    lines = []
    for start, end in _iter_parts(text, 0, len(text), _LINE_BREAK):
        lines += list(_iter_parts(text, start, end, _SENTENCE_BREAK))
    return lines


def _iter_parts(
    text: str, start: int, end: int, separator: re.Pattern[str]
) -> Iterator[tuple[int, int]]:
    at = start
    for match in separator.finditer(text, start, end):
        if text[at : match.start()].strip():
            yield at, match.start()
        at = match.end()
    if text[at:end].strip():
        yield at, end


def _iter_members(archive: Path) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of each file of `archive`, in the order of the paths."""
    with tarfile.open(archive) as members:
        for member in sorted(members.getmembers(), key=lambda member: member.name):
            handle = members.extractfile(member) if member.isfile() else None
            if handle is not None:
                data = handle.read().decode(RE3D_ENCODING, errors="replace")
                yield member.name.removeprefix("./"), data


def _iter_timeset(archive: Path) -> Iterator[tuple[str, str]]:
    """Yield each article once; the set repeats some under another name."""
    seen: set[str] = set()
    for path, text in _iter_members(archive):
        if path.endswith(".txt") and path.startswith("brat/") and text not in seen:
            seen.add(text)
            yield f"timeset/{path.removeprefix('brat/').removesuffix('.txt')}", text


def _iter_gum(archive: Path) -> Iterator[tuple[str, str]]:
    """Yield the sentences of each document as they are spelled, in paragraphs; those of an interview begin with their speaker."""
    for path, table in _iter_members(archive):
        if "gumfree" not in path or not path.endswith(".conllu"):
            continue
        for name, text in iter_conllu_documents(table):
            if name.split("_")[1] in GUM_GENRES:
                yield f"gum/{name}", text


def _iter_ewt(archive: Path) -> Iterator[tuple[str, str]]:
    """Yield the documents of EWT's train part; its other parts measure the parser."""
    for path, table in _iter_members(archive):
        if path.rpartition("/")[2] == EWT_TABLE:
            for name, text in iter_conllu_documents(table):
                if name.split("-")[0] in EWT_GENRES:
                    yield f"ewt/{name}", text


def iter_conllu_documents(table: str) -> Iterator[tuple[str, str]]:
    """Yield the id and the text of each document of a CoNLL-U table."""
    for document in re.split(r"^# newdoc id = ", table, flags=re.MULTILINE)[1:]:
        yield document.split("\n", 1)[0].strip(), "\n".join(_iter_paragraphs(document))


def _iter_paragraphs(document: str) -> Iterator[str]:
    sentences: list[str] = []
    speaker, is_new = "", True
    for line in document.splitlines():
        if line.startswith("# newpar") and not line.startswith("# newpar_block"):
            if sentences:
                yield " ".join(sentences)
            sentences, is_new = [], True
        elif line.startswith("# speaker = "):
            speaker = line.removeprefix("# speaker = ").strip()
        elif line.startswith("# text = "):
            label = f"{speaker}: " if speaker and is_new else ""
            sentences.append(label + line.removeprefix("# text = ").strip())
            speaker, is_new = "", False
    if sentences:
        yield " ".join(sentences)


def _iter_re3d(archive: Path) -> Iterator[tuple[str, str]]:
    for path, rows in _iter_members(archive):
        if path.endswith("documents.json"):
            for row in rows.splitlines():
                document = json.loads(row)
                yield f"re3d/{path.split('/')[0]}/{document['_id']}", document["text"]
