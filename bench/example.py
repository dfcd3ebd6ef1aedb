"""The example story's record against its gold: how much of what must be there is there.

Run it: `python -m bench.example [STORY]`. Gold holds the clear cases only, so this measures recall;
what is there beyond gold is for a person to read.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from onrecord import run
from onrecord.records import Commitment, Event, Figure, Page, Quote, Record, Time
from onrecord.story import PageHead, Story, open_story

FOLDER = Path(__file__).parents[1] / "examples" / "northbridge"
_ARTICLES = re.compile(r"^(the|a|an|its|his|her|their)\s+", re.IGNORECASE)


@dataclass(slots=True)
class Score:
    """How many gold items of a kind were found, and those that were not."""

    right: int = 0
    total: int = 0
    misses: list[str] = field(default_factory=list)

    def count(self, item: Any, where: str, *, right: bool) -> None:
        """Count one gold item."""
        self.total += 1
        self.right += right
        if not right:
            self.misses.append(f"{where}: {json.dumps(item, ensure_ascii=False)}")

    @property
    def recall(self) -> float:
        """The share found."""
        return self.right / self.total if self.total else 1.0


def gold() -> dict[str, Any]:
    """Return the hand-written gold."""
    loaded: dict[str, Any] = json.loads((FOLDER / "gold.json").read_text(encoding="utf-8"))
    return loaded


def score(story: Story) -> dict[str, Score]:
    """Return the score of each kind of record."""
    scores = {kind: Score() for kind in _RIGHT}
    for path, wanted, head in pages(story):
        for kind, is_right in _RIGHT.items():
            records = story.records(kind, page=head.id)
            for item in wanted.get(kind, ()):
                right = any(is_right(item, record) for record in records)
                scores[kind].count(item, path, right=right)
    return scores


def pages(story: Story) -> Iterator[tuple[str, dict[str, Any], PageHead]]:
    """Yield each gold page's path, gold and head.

    Raises:
        KeyError: if the story lacks a page that gold has.

    """
    heads = {_relative(head.path): head for head in story.heads()}
    for path, wanted in gold()["pages"].items():
        yield path, wanted, heads[path]


def body_of(page: Page) -> str:
    """Return the body zones' words on one line."""
    return _flat(" ".join(page.text[zone.start : zone.end] for zone in page.zones_of(("body",))))


def _relative(path: str) -> str:
    return f"pages/{Path(path.partition('#')[0]).name}"


def _quote(item: dict[str, Any], record: Record) -> bool:
    if not isinstance(record, Quote) or record.kind != item["kind"]:
        return False
    content = item["content"] if isinstance(item["content"], list) else [item["content"]]
    wanted, found = _words(" ".join(content)), _words(" ".join(p.text for p in record.content))
    if _overlap(wanted, found) < 0.75:
        return False
    if item["source"] is None:
        return record.source is None
    return (
        record.source is not None
        and record.source.kind in _kinds(item["source"], item["source_kind"])
        and _names_the_same(item["source"], record.source.text)
    )


def _kinds(source: str, kind: str) -> set[str]:
    # "The ministry" is a collective by its words, and named once it stands for one that is.
    is_body = (
        kind == "named"
        and source.rsplit(maxsplit=1)[-1].islower()
        and source.lower().startswith("the ")
    )
    return {kind, "collective"} if is_body else {kind}


def _figure(item: dict[str, Any], record: Record) -> bool:
    if not isinstance(record, Figure) or _flat(item["text"]) not in _flat(record.evidence.text):
        return False
    bounds = ("value", "low", "high")
    return (
        all(_near(item.get(name), getattr(record, name)) for name in bounds if name in item)
        and record.hedge == item["hedge"]
        and _unit(record.unit) == _unit(item.get("unit"))
        and (item.get("what") is None or _what(item["what"], record))
    )


def _unit(unit: str | None) -> str | None:
    return (
        None if unit in {None, "fraction"} else {"percent": "%", "km": "kilometre"}.get(unit, unit)
    )


def _what(wanted: str, figure: Figure) -> bool:
    return figure.what is not None and _words(wanted)[-1] in _words(figure.what.text)


def _time(item: dict[str, Any], record: Record) -> bool:
    return (
        isinstance(record, Time)
        and (_flat(item["text"]) in _flat(record.evidence.text))
        and record.value == item["value"]
        and (item["value"] is not None or record.waits_for == item["waits_for"])
    )


def _event(item: dict[str, Any], record: Record) -> bool:
    if not isinstance(record, Event):
        return False
    trigger = _words(item["trigger"])
    if not set(_words(record.trigger.text)) & set(trigger[-1:] + trigger[:1]):
        return False
    if record.status not in _statuses(item["status"]) or record.negated != item["negated"]:
        return False
    actor = item.get("actor")
    return actor is None or any(_names_the_same(actor, found.text) for found in record.actors)


def _statuses(status: str) -> set[str]:
    # Whether a page's "will" is a plan or a promise hangs on whose page it is; gold can't decide it.
    return {"planned", "promised"} if status in {"planned", "promised"} else {status}


def _commitment(item: dict[str, Any], record: Record) -> bool:
    if not isinstance(record, Commitment):
        return False
    wanted, found = _words(item["text"]), _words(record.evidence.text)
    shared = len(set(wanted) & set(found))
    return shared >= 0.6 * min(len(set(wanted)), len(set(found)))


_RIGHT: dict[str, Callable[[dict[str, Any], Record], bool]] = {
    "quotes": _quote,
    "figures": _figure,
    "times": _time,
    "events": _event,
    "commitments": _commitment,
}


def _names_the_same(wanted: str, found: str) -> bool:
    a, b = _ARTICLES.sub("", _flat(wanted)), _ARTICLES.sub("", _flat(found))
    return a in b or b in a


def _near(wanted: float | None, found: float | None) -> bool:
    if wanted is None or found is None:
        return wanted is found
    return abs(wanted - found) <= 0.002 * max(1.0, abs(wanted))


def _overlap(wanted: list[str], found: list[str]) -> float:
    shared = len(set(wanted) & set(found))
    return 2 * shared / max(1, len(set(wanted)) + len(set(found)))


def _words(text: str) -> list[str]:
    return re.findall(r"[\w£%]+", text.casefold())


def _flat(text: str) -> str:
    return " ".join(text.casefold().split())


def main() -> None:
    """Print the scores and what was missed."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(folder) / "example.db"
        if not path.exists():
            run.build([FOLDER / "pages"], path, run.RunOptions(manifest=FOLDER / "manifest.csv"))
        with open_story(path) as story:
            scores = score(story)
    for kind, found in scores.items():
        for miss in found.misses:
            print(f"missed {kind[:-1]}  {miss}")
    for kind, found in scores.items():
        print(f"{kind:<12} {found.right}/{found.total} = {found.recall:.3f}")
    for kind, found in scores.items():
        print(f"example.{kind}={found.recall:.3f}")


if __name__ == "__main__":
    main()
