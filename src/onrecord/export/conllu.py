"""CoNLL-U: the parse of the pages' reported paragraphs, with the records marked on their words.

Tags and heads are the pipeline's own (for the shipped one, its treebank's). `MISC` gives each word's place in its page's text
(`Start`, `End`: code points) and the records it belongs to: `Entity`, `Quote`, `Time`, `Figure`, `Event`, `Promise`. An event
has its status before its id: `Event=alleged:e-…`.

Source: CoNLL-U format, Universal Dependencies.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, BinaryIO

from onrecord.export.about import describe_export
from onrecord.export.parsed_pages import ParsedPage, iter_parsed_pages
from onrecord.records import Block, Commitment, Event, Record
from onrecord.story import PageHead, SelectedStory

if TYPE_CHECKING:
    from spacy.tokens import Token

_NAMES = {
    "mentions": "Entity",
    "quotes": "Quote",
    "times": "Time",
    "figures": "Figure",
    "events": "Event",
    "commitments": "Promise",
}


def write(selected: SelectedStory, stream: BinaryIO, report: Callable[[str], None]) -> None:
    """Write the sentences of the pages wanted to `stream`."""
    count = 0
    stream.writelines(
        f"# {_flatten(what)} = {_flatten(value)}\n".encode()
        for what, value in describe_export(selected)
    )
    for parsed in iter_parsed_pages(selected):
        for lines in _iter_sentences(parsed, selected.heads[parsed.page.id]):
            stream.write(("\n".join(lines) + "\n\n").encode("utf-8", "replace"))
            count += 1
    if not count:
        report("conllu: no page of these rows is in the pipeline's language")


def _iter_sentences(parsed: ParsedPage, head: PageHead) -> Iterator[list[str]]:
    marks = [
        (start, end, name, value)
        for kind, records in parsed.records.items()
        for record in records
        for start, end, name, value in (_mark(kind, record),)
    ]
    is_first, number = True, 0
    for block in parsed.parse.blocks:
        for sentence in block.doc.sents:
            words = [token for token in sentence if not token.is_space]
            if not words:
                continue
            number += 1
            lines = [f"# newdoc id = {head.id}", *_iter_head_lines(head)] if is_first else []
            is_first = False
            lines.append(f"# sent_id = {head.id}-{number}")
            lines.append(f"# text = {_flatten(sentence.text)}")
            yield lines + list(_iter_words(block, words, marks))


def _iter_head_lines(head: PageHead) -> Iterator[str]:
    day = head.published.value[:10] if head.published else None
    values = {"day": day, "outlet": head.outlet, "title": head.title, "address": head.url}
    for name, value in values.items():
        if value:
            yield f"# {name} = {_flatten(value)}"


def _iter_words(
    block: Block, words: list[Token], marks: list[tuple[int, int, str, str]]
) -> Iterator[str]:
    numbers = {token.i: at for at, token in enumerate(words, start=1)}
    root = next((token for token in words if token.head.i == token.i), words[0])
    for at, token in enumerate(words, start=1):
        start = block.at(token)
        end = start + len(token.text)
        head = 0 if token is root else _find_head(token, numbers, numbers[root.i])
        deprel = "root" if head == 0 else _clean_field(token.dep_.lower()) or "dep"
        misc = [f"Start={start}", f"End={end}"]
        named: dict[str, list[str]] = {}
        for first, last, name, value in marks:
            if first < end and start < last:
                named.setdefault(name, []).append(value)
        misc += [f"{name}={','.join(values)}" for name, values in sorted(named.items())]
        misc += [] if token.whitespace_ or at == len(words) else ["SpaceAfter=No"]
        yield "\t".join(
            (
                str(at),
                token.text,
                token.lemma_.strip() or "_",
                _clean_field(token.pos_),
                _clean_field(token.tag_),
                _clean_field(str(token.morph)),
                str(head),
                deprel,
                "_",
                "|".join(misc),
            )
        )


def _find_head(token: Token, numbers: dict[int, int], root: int) -> int:
    """Return the number of a word's head; heads that are only white space hand on to their own."""
    head = token.head
    while head.i not in numbers and head.head.i != head.i:
        head = head.head
    found = numbers.get(head.i, root)
    return root if found == numbers[token.i] else found


def _mark(kind: str, record: Record) -> tuple[int, int, str, str]:
    """Return which code points a record marks, under which name, and with what: of an event its trigger and status."""
    if isinstance(record, Event):
        status = f"not_{record.status}" if record.negated else record.status
        return record.trigger.start, record.trigger.end, "Event", f"{status}:{record.id}"
    if isinstance(record, Commitment):
        state = record.state.replace(" ", "_")
        return record.evidence.start, record.evidence.end, "Promise", f"{state}:{record.id}"
    return record.evidence.start, record.evidence.end, _NAMES[kind], record.id


def _clean_field(value: str) -> str:
    """Return a value that holds no blank; "_" for none."""
    return "_".join(value.split()) or "_"


def _flatten(text: str) -> str:
    return " ".join(text.split())
