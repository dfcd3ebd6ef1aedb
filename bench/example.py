"""The example story's record against its gold: the recall of its clear cases.

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


def read_gold() -> dict[str, Any]:
    """Return the hand-written gold."""
    loaded: dict[str, Any] = json.loads((FOLDER / "gold.json").read_text(encoding="utf-8"))
    return loaded


def score(story: Story) -> dict[str, Score]:
    """Return the score of each kind of record."""
    scores = {kind: Score() for kind in _MATCHERS}
    for path, wanted, head in iter_gold_pages(story):
        for kind, is_right in _MATCHERS.items():
            records = story.records(kind, page=head.id)
            for item in wanted.get(kind, ()):
                right = any(is_right(item, record) for record in records)
                scores[kind].count(item, path, right=right)
    return scores


def iter_gold_pages(story: Story) -> Iterator[tuple[str, dict[str, Any], PageHead]]:
    """Yield each gold page's path, gold and head.

    Raises:
        KeyError: if the story lacks a page that gold has.

    """
    heads = {_shorten_path(head.path): head for head in story.heads()}
    for path, wanted in read_gold()["pages"].items():
        yield path, wanted, heads[path]


def join_body(page: Page) -> str:
    """Return the body zones' words on one line."""
    return _flatten(" ".join(page.text[zone.start : zone.end] for zone in page.zones_of(("body",))))


def _shorten_path(path: str) -> str:
    return f"pages/{Path(path.partition('#')[0]).name}"


def _is_quote(item: dict[str, Any], record: Record) -> bool:
    if not isinstance(record, Quote) or record.kind != item["kind"]:
        return False
    content = item["content"] if isinstance(item["content"], list) else [item["content"]]
    wanted, found = (
        _split_words(" ".join(content)),
        _split_words(" ".join(p.text for p in record.content)),
    )
    if _compute_overlap(wanted, found) < 0.75:
        return False
    if item["source"] is None:
        return record.source is None
    return (
        record.source is not None
        and record.source.kind in _list_source_kinds(item["source"], item["source_kind"])
        and _is_same_name(item["source"], record.source.text)
    )


def _list_source_kinds(source: str, kind: str) -> set[str]:
    # "The ministry" is a collective by its words, and named once it refers to one that is.
    is_body = (
        kind == "named"
        and source.rsplit(maxsplit=1)[-1].islower()
        and source.lower().startswith("the ")
    )
    return {kind, "collective"} if is_body else {kind}


def _is_figure(item: dict[str, Any], record: Record) -> bool:
    if not isinstance(record, Figure) or _flatten(item["text"]) not in _flatten(
        record.evidence.text
    ):
        return False
    bounds = ("value", "low", "high")
    return (
        all(_is_near(item.get(name), getattr(record, name)) for name in bounds if name in item)
        and record.hedge == item["hedge"]
        and _normalise_unit(record.unit) == _normalise_unit(item.get("unit"))
        and (item.get("what") is None or _is_counted_noun(item["what"], record))
    )


def _normalise_unit(unit: str | None) -> str | None:
    return (
        None if unit in {None, "fraction"} else {"percent": "%", "km": "kilometre"}.get(unit, unit)
    )


def _is_counted_noun(wanted: str, figure: Figure) -> bool:
    return figure.what is not None and _split_words(wanted)[-1] in _split_words(figure.what.text)


def _is_time(item: dict[str, Any], record: Record) -> bool:
    return (
        isinstance(record, Time)
        and (_flatten(item["text"]) in _flatten(record.evidence.text))
        and record.value == item["value"]
        and (item["value"] is not None or record.waits_for == item["waits_for"])
    )


def _is_event(item: dict[str, Any], record: Record) -> bool:
    if not isinstance(record, Event):
        return False
    trigger = _split_words(item["trigger"])
    if not set(_split_words(record.trigger.text)) & set(trigger[-1:] + trigger[:1]):
        return False
    if record.status not in _list_statuses(item["status"]) or record.negated != item["negated"]:
        return False
    actor = item.get("actor")
    return actor is None or any(_is_same_name(actor, found.text) for found in record.actors)


def _list_statuses(status: str) -> set[str]:
    # Whether a page's "will" is a plan or a promise depends on whose page it is; gold can't decide it.
    return {"planned", "promised"} if status in {"planned", "promised"} else {status}


def _is_commitment(item: dict[str, Any], record: Record) -> bool:
    if not isinstance(record, Commitment):
        return False
    wanted, found = _split_words(item["text"]), _split_words(record.evidence.text)
    shared = len(set(wanted) & set(found))
    return shared >= 0.6 * min(len(set(wanted)), len(set(found)))


_MATCHERS: dict[str, Callable[[dict[str, Any], Record], bool]] = {
    "quotes": _is_quote,
    "figures": _is_figure,
    "times": _is_time,
    "events": _is_event,
    "commitments": _is_commitment,
}


def _is_same_name(wanted: str, found: str) -> bool:
    a, b = _ARTICLES.sub("", _flatten(wanted)), _ARTICLES.sub("", _flatten(found))
    return a in b or b in a


def _is_near(wanted: float | None, found: float | None) -> bool:
    if wanted is None or found is None:
        return wanted is found
    return abs(wanted - found) <= 0.002 * max(1.0, abs(wanted))


def _compute_overlap(wanted: list[str], found: list[str]) -> float:
    shared = len(set(wanted) & set(found))
    return 2 * shared / max(1, len(set(wanted)) + len(set(found)))


def _split_words(text: str) -> list[str]:
    return re.findall(r"[\w£%]+", text.casefold())


def _flatten(text: str) -> str:
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
