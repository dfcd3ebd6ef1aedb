from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.link import LINK_NAME, LinkInput, link
from onrecord.link.comparison.link_features import build_feature, build_link
from onrecord.link.comparison.weights import FeatureWeight
from onrecord.records import Records
from onrecord.records.link import LINK_KINDS
from tests.link.desk import Desk


def a_desk() -> Desk:
    desk = Desk()
    for day in range(1, 6):
        desk.page(
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
    return desk


@settings(max_examples=15, deadline=None)
@given(st.permutations(range(5)))
def test_order_of_pages_does_not_matter(order: list[int]) -> None:
    desk = a_desk()
    shuffled = LinkInput(tuple(desk.pages[place] for place in order), desk.records)
    assert link(shuffled) == desk.linked()


def test_kinds_scores_and_ids() -> None:
    found = a_desk().linked()
    assert len({one.id for one in found.links}) == len(found.links)
    for one in found.links:
        assert one.kind in LINK_KINDS
        assert 0 < one.score <= 1
        assert one.features
        assert list(one.features) == sorted(one.features, key=lambda each: -each.weight)
    assert LINK_NAME.startswith("link@")


def test_same_holds_every_entity() -> None:
    desk = a_desk()
    everyone = {entity.id for found in desk.records.values() for entity in found.entities}
    same = desk.linked().same
    assert set(same) == everyone
    assert set(same.values()) <= everyone


def test_no_pages_and_pages_without_records() -> None:
    assert link(LinkInput((), {})).links == ()
    desk = a_desk()
    assert link(LinkInput(tuple(desk.pages), {})).same == {}
    assert (
        link(LinkInput(tuple(desk.pages), {page.id: Records() for page in desk.pages})).undertakings
        == ()
    )


def test_a_link_cuts_long_values() -> None:
    one = build_link(
        "copy", "p-1", "p-2", [build_feature(FeatureWeight("copy", "words", 2.0), "a " * 400, "b")]
    )
    assert one.score == 1.0
    assert len(one.features[0].a) <= 160


def test_pairs_compared_grow_with_pages_not_with_their_square() -> None:
    def links(pages: int) -> int:
        desk = Desk()
        for number in range(pages):
            desk.page(
                f"Orland has {number % 7 + 20} ferries on the lake.",
                f"2020-{number % 12 + 1:02d}-{number % 27 + 1:02d}",
                entities={"Orland": "place"},
                figures=[
                    {"words": str(number % 7 + 20), "value": number % 7 + 20.0, "what": "ferries"}
                ],
            )
        return len(desk.linked().links)

    assert links(120) < 3 * links(60)
