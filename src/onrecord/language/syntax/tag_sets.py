"""Sets of Penn tags and entity labels that many rules ask for; data alone.

In: nothing. Out: frozen sets of `Token.tag_` and `Token.ent_type_`. Leaves alone: what a rule asks for alone stays beside it.
"""

from __future__ import annotations

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
PROPER = frozenset({"NNP", "NNPS"})
PEOPLE = frozenset({"PER", "PERSON"})
