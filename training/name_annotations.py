"""Name annotations of many sets in, :class:`NamedText` out: a text, its PER/ORG/LOC spans and the stretches not judged.

Offsets are code points of the text, half-open. A stretch *not judged* says nothing about whether it contains a name: it
is where a set marks things that we have no type for, or where a set is known to miss names.
"""

from __future__ import annotations

import json
import lzma
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from training.conllu import Sentence, Word
from training.word_lists import WORDS

TITLES: frozenset[str] = frozenset(WORDS["not_names"]["titles"])
JOINERS: frozenset[str] = frozenset(WORDS["not_names"]["joiners"])
CAPITALISED = re.compile(r"\b[^\W\d_a-z]\w*(?:[-’'.]\w+)*")
CALENDAR: frozenset[str] = frozenset(WORDS["not_names"]["calendar"])
CROSSNER_TYPES = {
    "politician": "PER",
    "person": "PER",
    "organisation": "ORG",
    "politicalparty": "ORG",
    "country": "LOC",
    "location": "LOC",
}
RE3D_TYPES = {"Person": "PER", "Organisation": "ORG", "Location": "LOC"}
GUM_TYPES = {"person": "PER", "organization": "ORG", "place": "LOC"}
MENTION_MARK = re.compile(r"\((\d+)(?:\[\d+/\d+\])?-([^()]*)(\))?|(\d+)(?:\[\d+/\d+\])?\)")

PROPER_NOUN_TAGS = frozenset({"NNP", "NNPS"})
NAME_MARKS = frozenset({"-", "'", "’"})
"""Marks that may stand inside a person's name."""
ORGANISATION_BREAKS = frozenset({"'s", "’s", "in", "on"})
"""Joiners at which the name of an organisation ends."""
NAME_BREAKS = ORGANISATION_BREAKS | {"and", "for", "the"}
"""Joiners at which the name of a person or a place ends."""

Span = tuple[int, int, str]
"""Start and end, code points of the text, half-open, and the type."""


@dataclass(frozen=True, slots=True)
class NamedText:
    """A text, its names in order and without overlap, and the stretches that are not judged."""

    text: str
    names: tuple[Span, ...]
    unjudged: tuple[tuple[int, int], ...] = ()


def read_jsonl(path: Path) -> list[NamedText]:
    """Return the lines of a ``{text, ents, src}`` file as named texts, in order."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [
        NamedText(row["text"], tuple((start, end, kind) for start, end, kind in row["ents"]))
        for row in rows
    ]


def restore_spacing(named: list[NamedText], sentences: list[Sentence]) -> list[NamedText]:
    """Return ``named`` in the spacing of the treebank the texts come from; what is not found there stays as it is."""
    raw = " ".join(
        "".join(word.form + " " * word.space_after for word in sentence.words).strip()
        for sentence in sentences
    )
    places = [index for index, char in enumerate(raw) if not char.isspace()]
    dense = "".join(raw[index] for index in places)
    found: list[NamedText] = []
    for item in named:
        kept = [index for index, char in enumerate(item.text) if not char.isspace()]
        at = dense.find("".join(item.text[index] for index in kept))
        if at < 0 or not kept:
            found.append(item)
            continue
        place = dict(zip(kept, places[at : at + len(kept)], strict=True))
        first = place[kept[0]]
        names = tuple(
            (place[start] - first, place[end - 1] + 1 - first, kind)
            for start, end, kind in item.names
        )
        found.append(NamedText(raw[first : place[kept[-1]] + 1], names))
    return found


def read_crossner(path: Path) -> list[NamedText]:
    """Return CrossNER sentences, put back into running text; elections, events and the like are not judged."""
    blocks = path.read_text(encoding="utf-8").strip().split("\n\n")
    return [_read_crossner_sentence(block) for block in blocks if block.strip()]


def _read_crossner_sentence(block: str) -> NamedText:
    pairs = [line.split("\t") for line in block.splitlines() if "\t" in line]
    text, offsets = join_tokens([pair[0] for pair in pairs])
    names: list[Span] = []
    unjudged: list[tuple[int, int]] = []
    index = 0
    while index < len(pairs):
        label = pairs[index][1]
        if label == "O":
            index += 1
            continue
        last = index
        while last + 1 < len(pairs) and pairs[last + 1][1] == f"I-{label[2:]}":
            last += 1
        start, end = offsets[index], offsets[last] + len(pairs[last][0])
        kind = CROSSNER_TYPES.get(label[2:])
        if kind:
            names.append((start, end, kind))
        else:
            unjudged.append((start, end))
        index = last + 1
    return NamedText(text, tuple(names), tuple(unjudged))


def join_tokens(tokens: list[str]) -> tuple[str, list[int]]:
    """Return tokens as running text and each token's start in it: no space before a comma or inside brackets.

    >>> join_tokens(["Yes", ",", "she", "did", "n't", "."])
    ("Yes, she didn't.", [0, 3, 5, 9, 12, 15])
    """
    text = ""
    offsets: list[int] = []
    quote_open = False
    glue = True
    for token in tokens:
        closes = token in {",", ".", ";", ":", "?", "!", ")", "]", "%", "''", "’"} or token in {
            "'s",
            "’s",
            "n't",
            "'",
        }
        closes = closes or (token == '"' and quote_open)
        text += "" if glue or closes else " "
        offsets.append(len(text))
        text += token
        glue = token in {"(", "[", "``", "$", "£", "€"}
        if token == '"':
            quote_open = not quote_open
            glue = quote_open
    return text, offsets


def read_uner(path: Path) -> dict[tuple[str, ...], list[str]]:
    """Return the tags of each sentence of an IOB2 file of UNER, by the words of the sentence.

    Only people, bodies and places stay: its fourth type and stray tags are no name here.
    """
    rows: dict[tuple[str, ...], list[str]] = {}
    with lzma.open(path, "rt", encoding="utf-8") as file:
        blocks = file.read().split("\n\n")
    for block in blocks:
        cells = [line.split("\t") for line in block.splitlines() if line and line[0] != "#"]
        tags = [cell[2] if cell[2][2:] in {"PER", "ORG", "LOC"} else "O" for cell in cells]
        rows[tuple(cell[1] for cell in cells)] = tags
    return rows


def name_sentence(sentence: Sentence, rows: dict[tuple[str, ...], list[str]]) -> NamedText | None:
    """Return a sentence of a treebank with its names by `read_uner`; None where no tags are known for it."""
    tags = rows.get(tuple(word.form for word in sentence.words))
    if tags is None:
        return None
    text = ""
    names: list[tuple[int, int, str]] = []
    before = "O"
    for tag, word in zip(tags, sentence.words, strict=True):
        start, text = len(text), text + word.form
        if tag.startswith("B-"):
            names.append((start, len(text), tag[2:]))
        elif tag.startswith("I-") and before[2:] == tag[2:]:
            names[-1] = (names[-1][0], len(text), tag[2:])
        before = tag if tag.startswith("B-") or before[2:] == tag[2:] else "O"
        text += " " if word.space_after else ""
    return NamedText(text.rstrip(), tuple(names), ())


def join_texts(texts: list[NamedText]) -> NamedText:
    """Return texts as one, a space between them."""
    whole = ""
    names: list[tuple[int, int, str]] = []
    for named in texts:
        at = len(whole)
        names += [(at + start, at + end, kind) for start, end, kind in named.names]
        whole += named.text + " "
    return NamedText(whole.rstrip(), tuple(names), ())


def read_re3d(folder: Path) -> list[NamedText]:
    """Return a re3d folder's documents. Unmarked capitalised words are not judged: the set misses many names."""
    documents = [json.loads(line) for line in (folder / "documents.json").open(encoding="utf-8")]
    marked: dict[str, list[dict[str, Any]]] = {}
    for line in (folder / "entities.json").open(encoding="utf-8"):
        row = json.loads(line)
        marked.setdefault(row["documentId"], []).append(row)
    return [_read_re3d_document(row["text"], marked.get(row["_id"], [])) for row in documents]


def _read_re3d_document(text: str, rows: list[dict[str, Any]]) -> NamedText:
    names: list[Span] = []
    taken: set[int] = set()
    for row in sorted(rows, key=lambda row: row["begin"] - row["end"]):
        kind = RE3D_TYPES.get(row["type"])
        trimmed = kind and trim_name(text, row["begin"], row["end"], kind)
        if kind and trimmed and taken.isdisjoint(range(*trimmed)):
            names.append((*trimmed, kind))
            taken.update(range(*trimmed))
    unjudged = [
        match.span()
        for match in CAPITALISED.finditer(text)
        if match.start() not in taken and not _is_calendar_word(match[0])
    ]
    return NamedText(text, tuple(sorted(names)), tuple(unjudged))


def _is_calendar_word(word: str) -> bool:
    return word.lower().strip(".") in CALENDAR


def trim_name(text: str, start: int, end: int, kind: str) -> tuple[int, int] | None:
    """Return the name inside a mention, without article and titles, or None where the mention is only a description."""
    words = [
        (match.start() + start, match.end() + start, match[0])
        for match in re.finditer(r"\S+", text[start:end])
    ]
    while words and words[0][2].lower() in {"the", "a", "an", "its", "his"}:
        words.pop(0)
    while kind == "PER" and words and words[0][2].lower().strip(".,") in TITLES:
        words.pop(0)
    while words and words[-1][2].lower() in {
        "'s",
        "’s",
        "forces",
        "members",
        "government",
        "troops",
    }:
        words.pop()
    proper = [word for word in words if word[2][0].isupper() or word[2][0].isdigit()]
    if not words or not proper or not words[0][2][0].isupper() or not words[-1][2][0].isalnum():
        return None
    if any(word[2][0].islower() and word[2].lower() not in JOINERS for word in words):
        return None
    last = words[-1][1]
    return words[0][0], last - 2 if text[last - 2 : last] in {"'s", "’s"} else last


def tag_gum_names(sentences: list[Sentence]) -> list[list[str]]:
    """Return one IOB tag a word for each sentence of one GUM document: ``B-PER`` … ``O``, or ``-`` where not judged.

    Out of every person, organisation and place mention with a proper noun for its head, the name is the run of proper
    nouns around the head, without titles. Proper nouns inside no mention at all are not judged.
    """
    words = [
        (number, place)
        for number, sentence in enumerate(sentences)
        for place in range(len(sentence.words))
    ]
    mentions = _list_gum_mentions(sentences, words)
    tags = [["O"] * len(sentence.words) for sentence in sentences]
    covered: set[int] = set()
    for first, last, _ in mentions:
        covered.update(range(first, last + 1))
    for index, (number, place) in enumerate(words):
        word = sentences[number].words[place]
        if _is_proper_noun(word) and index not in covered and not _is_calendar_word(word.form):
            tags[number][place] = "-"
    done: set[tuple[int, int]] = set()
    for first, last, etype in sorted(mentions, key=lambda mention: mention[0] - mention[1]):
        kind = GUM_TYPES.get(etype)
        (number, begin), (other, end) = words[first], words[last]
        name = kind and number == other and _find_gum_name(sentences[number], begin, end, kind)
        if not kind or not name:
            continue
        places = [(number, place) for place in range(name[0], name[1] + 1)]
        if done.isdisjoint(places):
            done.update(places)
            for number, place in places:
                tags[number][place] = f"{'B' if place == name[0] else 'I'}-{kind}"
    return tags


def _list_gum_mentions(
    sentences: list[Sentence], words: list[tuple[int, int]]
) -> list[tuple[int, int, str]]:
    opened: dict[str, list[tuple[int, str]]] = {}
    mentions: list[tuple[int, int, str]] = []
    for index, (number, place) in enumerate(words):
        for match in MENTION_MARK.finditer(sentences[number].words[place].entity):
            if match[4] is None:
                opened.setdefault(match[1], []).append((index, match[2].split("-")[0]))
            if match[4] is not None or match[3]:
                key = match[4] or match[1]
                if opened.get(key):
                    start, etype = opened[key].pop()
                    mentions.append((start, index, etype))
    return mentions


def _find_gum_name(sentence: Sentence, begin: int, end: int, kind: str) -> tuple[int, int] | None:
    """Return the first and last place of the name inside a mention, both included, or None."""
    words = sentence.words
    head = _find_head(words, begin, end)
    if head is None or not _is_proper_noun(words[head]):
        return None
    if kind == "PER" and words[head].xpos == "NNPS":
        return None
    first = _extend_left(words, head, begin, kind)
    last = _extend_right(words, head, end, kind)
    return _strip_titles(words, first, last) if kind == "PER" else (first, last)


def _find_head(words: list[Word], begin: int, end: int) -> int | None:
    """Return the first place of a mention whose word depends on one outside the mention."""
    places = range(begin, end + 1)
    return next((place for place in places if not begin <= words[place].head - 1 <= end), None)


def _is_proper_noun(word: Word) -> bool:
    return word.xpos in PROPER_NOUN_TAGS


def _is_joiner(word: Word) -> bool:
    return word.form.lower() in JOINERS and word.form != "."


def _extend_left(words: list[Word], first: int, begin: int, kind: str) -> int:
    """Return the place at which the name around `first` begins, not before `begin`."""
    while first > begin:
        step = first - 1
        while step > begin and _is_joiner(words[step]):
            step -= 1
        is_gap = first - step > 1 and kind == "PER" and words[first - 1].form not in NAME_MARKS
        if not _is_proper_noun(words[step]) or is_gap:
            break
        first = step
    return first


def _extend_right(words: list[Word], last: int, end: int, kind: str) -> int:
    """Return the place at which the name around `last` ends, not after `end`."""
    while last < end:
        step = last + 1
        while step < end and _is_joiner(words[step]):
            step += 1
        gap = {words[place].form.lower() for place in range(last + 1, step)}
        is_number = words[step].xpos in {"CD", "FW"} and step == last + 1 and kind == "ORG"
        if not _is_proper_noun(words[step]) and not is_number:
            break
        if gap & (ORGANISATION_BREAKS if kind == "ORG" else NAME_BREAKS):
            break
        last = step
    return last


def _strip_titles(words: list[Word], first: int, last: int) -> tuple[int, int] | None:
    """Return the places of a person's name without the titles before it, or None where only a title is left."""
    while first < last and _is_title(words[first]):
        first += 1
    return None if _is_title(words[first]) and first == last else (first, last)


def _is_title(word: Word) -> bool:
    return word.form.lower().strip(".") in TITLES
