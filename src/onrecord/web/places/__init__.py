"""Places: where the places that a story names lie, and the map they are drawn on.

In: a visit. Out: places with coordinates, or why there are none; geometry. Out of scope: which words name a place (`onrecord.extract`).
"""
