from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.link import LINK_NAME, LinkInput, link
from onrecord.records import Records
from onrecord.records.link import LINK_KINDS
from tests.link.story_builder import StoryBuilder


def build_story() -> StoryBuilder:
    builder = StoryBuilder()
    for day in range(1, 6):
        builder.add_page(
            f"Orland has {day * 3 + 4} ferries on the lake.\n\nAda Rell promised that Orland will build a lighthouse.",
            f"2020-0{day}-01",
            entities={"Orland": "place", "Ada Rell": "person"},
            figures=[{"words": str(day * 3 + 4), "value": float(day * 3 + 4), "what": "ferries"}],
            events=[
                {
                    "trigger": "build",
                    "actors": ["Orland"],
                    "targets": ["a lighthouse"],
                    "status": "promised",
                    "promise": True,
                }
            ],
        )
    return builder


@settings(max_examples=15, deadline=None)
@given(st.permutations(range(5)))
def test_order_of_pages_does_not_matter(order: list[int]) -> None:
    builder = build_story()
    shuffled = LinkInput(tuple(builder.pages[place] for place in order), builder.records)
    assert link(shuffled) == builder.link()


def test_kinds_scores_and_ids() -> None:
    found = build_story().link()
    assert len({one.id for one in found.links}) == len(found.links)
    for one in found.links:
        assert one.kind in LINK_KINDS
        assert 0 < one.score <= 1
        assert one.features
        assert list(one.features) == sorted(one.features, key=lambda each: -each.weight)
    assert LINK_NAME.startswith("link@")


def test_same_holds_every_entity() -> None:
    builder = build_story()
    everyone = {entity.id for found in builder.records.values() for entity in found.entities}
    same = builder.link().same
    assert set(same) == everyone
    assert set(same.values()) <= everyone


def test_no_pages_and_pages_without_records() -> None:
    assert link(LinkInput((), {})).links == ()
    builder = build_story()
    assert link(LinkInput(tuple(builder.pages), {})).same == {}
    assert (
        link(
            LinkInput(tuple(builder.pages), {page.id: Records() for page in builder.pages})
        ).undertakings
        == ()
    )


def test_pairs_compared_grow_with_pages_not_with_their_square() -> None:
    def links(pages: int) -> int:
        builder = StoryBuilder()
        for number in range(pages):
            builder.add_page(
                f"Orland has {number % 7 + 20} ferries on the lake.",
                f"2020-{number % 12 + 1:02d}-{number % 27 + 1:02d}",
                entities={"Orland": "place"},
                figures=[
                    {"words": str(number % 7 + 20), "value": number % 7 + 20.0, "what": "ferries"}
                ],
            )
        return len(builder.link().links)

    assert links(120) < 3 * links(60)
