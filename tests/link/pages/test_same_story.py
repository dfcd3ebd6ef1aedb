from __future__ import annotations

from tests.link.story_builder import StoryBuilder

NAMES = {
    "Orland": "place",
    "Ada Rell": "person",
    "Skerry Point": "place",
    "Harbour League": "organisation",
}


def is_linked(first: str, second: str) -> bool:
    builder = StoryBuilder()
    for number, text in enumerate((first, second)):
        builder.add_page(
            text,
            f"2020-05-0{number + 1}",
            outlet=str(number),
            entities={name: kind for name, kind in NAMES.items() if name in text},
        )
    for number in range(6):
        builder.add_page(
            f"In town {number} it rained on mayor Moss {number}.",
            "2020-05-01",
            entities={f"Moss {number}": "person"},
        )
    return any(link.kind == "same_story" for link in builder.link().links)


def test_same_names_in_other_words_are_one_story() -> None:
    assert is_linked(
        "Ada Rell opened the lighthouse on Skerry Point for the Harbour League.",
        "A lamp was lit at Skerry Point, and Ada Rell of the Harbour League gave a speech.",
    )


def test_one_name_in_common_is_no_story() -> None:
    assert not is_linked(
        "Ada Rell opened the lighthouse on Skerry Point.", "Ada Rell bought a goat from Orland."
    )
