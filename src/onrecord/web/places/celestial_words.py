"""Names of bodies in the sky that towns bear too: a page that writes no more than "Jupiter" does not mean the town.

Source: the planets, dwarf planets and larger moons of the International Astronomical Union.
"""

from __future__ import annotations

CELESTIAL_BODIES = frozenset(
    "sun moon mercury venus earth mars jupiter saturn uranus neptune pluto ceres eris makemake haumea phobos deimos io europa ganymede"
    " callisto titan rhea dione tethys enceladus mimas iapetus miranda ariel umbriel titania oberon triton charon".split()
)
"""In lower case."""
