"""The example story's record, held against its gold: structure exactly, records by pinned floors."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bench.gate import load_floors

from bench import example
from onrecord.records import Page
from onrecord.story import PageHead, Story, open_story, search, verify

GOLD = example.read_gold()
PATHS = list(GOLD["pages"])


@pytest.fixture(scope="module")
def story(northbridge: Path) -> Iterator[Story]:
    with open_story(northbridge) as opened:
        yield opened


@pytest.fixture(scope="module")
def heads(story: Story) -> dict[str, PageHead]:
    return {path: head for path, _, head in example.iter_gold_pages(story)}


def get_gold_page(path: str) -> dict[str, Any]:
    found: dict[str, Any] = GOLD["pages"][path]
    return found


def normalise_spaces(text: str) -> str:
    return " ".join(text.split())


def list_zone_texts(page: Page, role: str) -> list[str]:
    return [normalise_spaces(page.text[zone.start : zone.end]) for zone in page.zones_of((role,))]


@pytest.mark.parametrize("path", PATHS)
def test_what_is_known_of_a_page(path: str, heads: dict[str, PageHead]) -> None:
    gold, head = get_gold_page(path), heads[path]
    assert normalise_spaces(head.title or "") == normalise_spaces(gold["title"] or "")
    assert head.outlet == gold["outlet"]
    assert (head.published.value if head.published else None) == gold["published"]
    assert head.language == gold["language"]
    assert list(head.authors) == gold["authors"]
    if "published_how" in gold:
        assert head.published is not None
        assert head.published.how == "manifest"


@pytest.mark.parametrize("path", PATHS)
def test_zones(path: str, heads: dict[str, PageHead], story: Story) -> None:
    zones, page = get_gold_page(path)["zones"], story.page(heads[path].id)
    if zones.get("headline"):
        assert list_zone_texts(page, "headline") == [normalise_spaces(zones["headline"])]
    for role in ("standfirst", "caption"):
        if zones.get(role):
            # A caption may end with who took the photograph.
            assert any(
                words.startswith(normalise_spaces(zones[role]))
                for words in list_zone_texts(page, role)
            )
    body = example.join_body(page)
    flat_body = " ".join(body.split())
    assert flat_body.startswith(normalise_spaces(zones["body_starts"]).casefold())
    assert flat_body.endswith(normalise_spaces(zones["body_ends"]).casefold())
    for furniture in zones["not_in_body"]:
        assert normalise_spaces(furniture).casefold() not in flat_body


@pytest.mark.parametrize("path", PATHS)
def test_threads(path: str, heads: dict[str, PageHead], story: Story) -> None:
    gold, thread = get_gold_page(path), story.page(heads[path].id).thread
    assert len(thread) == gold["comments"]
    assert [comment.author for comment in thread] == gold["comment_authors"]
    places = {comment.id: comment.order for comment in thread}
    for comment, wanted in zip(thread, gold.get("thread", ()), strict=False):
        assert normalise_spaces(comment.evidence.text).startswith(
            normalise_spaces(wanted["starts"])
        )
        assert comment.cut_short == wanted.get("cut_short", False)
        if "time" in wanted:
            assert comment.time == wanted["time"]
        if "author_how" in wanted:
            assert comment.author_how == wanted["author_how"]
        found = None if comment.parent is None else places[comment.parent]
        assert found == wanted["parent"]


def test_what_was_skipped_says_why(story: Story) -> None:
    skipped = {Path(item.path).name: f"{item.reason} {item.message}" for item in story.skipped()}
    wanted = {Path(item["path"]).name: item["reason_contains"] for item in GOLD["skipped"]}
    # Of an archive the records that are no pages are told too, by reason.
    assert {name for name in skipped if "#" not in name} == wanted.keys()
    for name, reason in wanted.items():
        assert reason in skipped[name]


def test_the_page_in_another_language_is_kept_and_searchable(
    story: Story, heads: dict[str, PageHead]
) -> None:
    path = next(path for path in PATHS if get_gold_page(path)["language"] == "fr")
    for kind in ("entities", "quotes", "times", "figures", "events", "commitments"):
        assert story.records(kind, page=heads[path].id) == ()
    assert any(hit.page == heads[path].id for hit in search(story, "Sarlange"))


@pytest.mark.parametrize("kind", ["quotes", "figures", "times", "events", "commitments"])
def test_records_hold_their_floor(kind: str, story: Story) -> None:
    found = example.score(story)[kind]
    floor = float(load_floors()[f"example.{kind}"]["floor"])
    assert found.recall >= floor, "\n".join(found.misses)


def test_copies_and_versions_are_found(story: Story, heads: dict[str, PageHead]) -> None:
    found = {(frozenset({link.a, link.b}), link.kind) for link in story.links()}
    for a, b, kind in GOLD["copies"]:
        assert (frozenset({heads[a].id, heads[b].id}), kind) in found, (a, b, kind)


def test_nothing_else_is_called_a_copy(story: Story, heads: dict[str, PageHead]) -> None:
    wanted = {frozenset({heads[a].id, heads[b].id}) for a, b, _ in GOLD["copies"]}
    found = {
        frozenset({link.a, link.b})
        for kind in ("copy", "version")
        for link in story.links(kind=kind)
    }
    assert found <= wanted


@pytest.mark.parametrize("names", GOLD["not_same_entity"], ids=" / ".join)
def test_two_things_are_two_entities(names: list[str], story: Story) -> None:
    for entity in story.who():
        assert not {strip_article(name) for name in names} <= {
            strip_article(form) for form in entity.names
        }


def strip_article(name: str) -> str:
    return name.casefold().removeprefix("the ")


def test_everything_opens_its_words(story: Story) -> None:
    assert list(verify(story)) == []
