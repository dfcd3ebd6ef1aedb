"""Finding who is meant by a name.

In: a name or an id, as a person writes it. Out: the story-wide entity, or an error that says what to write instead.
Out of scope: which entities are the same (`onrecord.link`).
"""

from __future__ import annotations

from onrecord.errors import ConfigError, NotFound
from onrecord.records import Entity
from onrecord.story.store import Story
from onrecord.story.thresholds import THRESHOLDS


def find_entity_named(story: Story, name: str) -> Entity:
    """Return the entity with this id or name; of several, the one whose fullest name it is.

    Raises:
        NotFound: if the story has none.
        ConfigError: if several are named so; its message lists their ids.

    """
    wanted = name.casefold()
    named = [one for one in story.who() if _is_named(one, wanted)]
    if not named:
        raise NotFound(f"{story.path}: nobody is named {name!r}; see: onrecord who {story.path}")
    exact = [one for one in named if wanted in {one.id, one.name.casefold()}]
    found = exact or named
    if len(found) > 1:
        shown = found[: THRESHOLDS.namesakes_shown]
        listed = ", ".join(f"{one.id} {one.name} ({one.type})" for one in shown)
        more = f" and {len(found) - len(shown)} more" if len(found) > len(shown) else ""
        raise ConfigError(f"{name!r} is the name of {len(found)}: {listed}{more}; give an id")
    return found[0]


def _is_named(entity: Entity, wanted: str) -> bool:
    return entity.id == wanted or any(
        form.casefold() == wanted for form in (entity.name, *entity.names)
    )
