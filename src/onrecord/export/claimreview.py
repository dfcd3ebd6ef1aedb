"""ClaimReview: promises with what came of them, and figures that another page disagrees with, as schema.org JSON-LD.

What is written is what the pages say, read by a program: the rating has words and no grade, and says that it is no fact
check. A promise whose outcome is only a candidate is open, "to be checked".

Source: schema.org ClaimReview, Claim, Rating; Google Search Central, "Fact check structured data" (required fields).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

from onrecord._version import __version__
from onrecord.errors import NotFound
from onrecord.export.about import describe_versions
from onrecord.export.json_text import write_json
from onrecord.records import Commitment, Figure, Record
from onrecord.records.address import is_web_address
from onrecord.story import SelectedStory
from onrecord.story.amounts import describe_amount, quote_words

_STATES = {
    "open": "Open: no later page of this story says what came of it",
    "kept": "Kept, by the words quoted",
    "partly kept": "Partly kept, by the words quoted",
    "broken": "Broken, by the words quoted",
    "superseded": "Superseded, by the words quoted",
    "unclear": "Unclear: later words speak for and against",
}


def write(selected: SelectedStory, stream: BinaryIO, report: Callable[[str], None]) -> None:
    """Write the reviews of the promises and figures wanted to `stream`, as one graph."""
    graph = [*_iter_promises(selected), *_iter_figures(selected)]
    about = {
        "@type": "SoftwareApplication",
        "@id": "urn:onrecord:program",
        "name": f"onrecord {__version__}",
        "description": f"Read by a program, no fact check. {describe_versions(selected)}",
    }
    write_json({"@context": "https://schema.org", "@graph": [about, *graph]}, stream)
    if not graph:
        report("claimreview: no promise and no disputed figure among these rows")


def _iter_promises(selected: SelectedStory) -> Iterator[dict[str, Any]]:
    if not selected.selection.has_kind("commitments"):
        return
    for promise in selected.list_records("commitments"):
        assert isinstance(promise, Commitment)
        rating = _STATES[promise.state]
        if promise.candidate_state is not None:
            rating = f"{rating}; to be checked: {promise.candidate_state}"
        evidence = [
            _cite(selected, outcome.page, f"{outcome.describe_side()}: “{outcome.text}”")
            for outcome in promise.outcomes
        ]
        who = _describe_author(
            selected,
            promise.who.text if promise.who else None,
            promise.who.entity if promise.who else None,
        )
        yield _build_review(selected, promise, promise.evidence.text, who, (rating, evidence))


def _iter_figures(selected: SelectedStory) -> Iterator[dict[str, Any]]:
    """Yield both sides of each pair of figures that disagree; pairs to be checked are left out."""
    if not selected.selection.has_kind("figures"):
        return
    wanted = {record.id for record in selected.list_records("figures")}
    for link in selected.story.links(kind="contradicts"):
        if link.candidate:
            continue
        for id_, other_id in ((link.a, link.b), (link.b, link.a)):
            one, other = _find_figure(selected, id_), _find_figure(selected, other_id)
            if one is None or other is None or id_ not in wanted:
                continue
            source = selected.index.find_source(one.according_to)
            who = _describe_author(
                selected,
                source.text if source else None,
                source.entity if source else None,
            )
            rating = f"Disputed: another page says {describe_amount(other)}; neither is judged"
            evidence = [_cite(selected, other.evidence.page, f"“{quote_words(other)}”")]
            yield _build_review(selected, one, quote_words(one), who, (rating, evidence))


def _build_review(
    selected: SelectedStory,
    record: Record,
    claim: str,
    who: dict[str, Any] | None,
    verdict: tuple[str, list[dict[str, Any]]],
) -> dict[str, Any]:
    head = selected.heads[record.evidence.page]
    rating, evidence = verdict
    runs = [run.finished for run in selected.story.runs() if run.finished]
    claimed: dict[str, Any] = {
        "@type": "Claim",
        "text": _flatten(claim),
        "appearance": _cite(selected, head.id, f"“{record.evidence.text}”"),
    }
    claimed |= {"author": who} if who else {}
    claimed |= {"datePublished": head.published.value[:10]} if head.published else {}
    review: dict[str, Any] = {
        "@type": "ClaimReview",
        "@id": f"urn:onrecord:{record.id}",
        "url": f"urn:onrecord:{record.id}",
        "author": {"@type": "Organization", "name": "onrecord (read by a program, no fact check)"},
        "claimReviewed": _flatten(claim),
        "itemReviewed": claimed,
        "reviewRating": {"@type": "Rating", "alternateName": _flatten(rating)},
    }
    review |= {"datePublished": runs[-1][:10]} if runs else {}
    return review | ({"citation": evidence} if evidence else {})


def _describe_author(
    selected: SelectedStory, words: str | None, entity: str | None
) -> dict[str, Any] | None:
    """Return whoever makes the claim, by name if one is known; None where nobody is said to."""
    if words is None:
        return None
    who = selected.index.find_entity(entity)
    kinds = {"person": "Person", "organisation": "Organization"}
    kind = kinds.get(who.type, "Thing") if who else "Thing"
    name = selected.index.find_name(entity) or words
    return {"@type": kind, "name": _flatten(name)}


def _cite(selected: SelectedStory, page: str, text: str) -> dict[str, Any]:
    head = selected.heads[page]
    cited: dict[str, Any] = {
        "@type": "CreativeWork",
        "name": _flatten(head.title or head.path),
        "text": _flatten(text),
    }
    cited |= {"url": head.url} if head.url and is_web_address(head.url) else {}
    cited |= {"publisher": {"@type": "Organization", "name": head.outlet}} if head.outlet else {}
    return cited | ({"datePublished": head.published.value[:10]} if head.published else {})


def _find_figure(selected: SelectedStory, id_: str) -> Figure | None:
    try:
        record = selected.story.record(id_)
    except NotFound:
        return None
    return record if isinstance(record, Figure) else None


def _flatten(text: str) -> str:
    return " ".join(text.split())
