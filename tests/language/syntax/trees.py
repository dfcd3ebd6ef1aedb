"""Trees written by hand: a token a line, with its tag, its label and the index of its head."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc

VOCAB = spacy.blank("en").vocab


def build_doc(written: str) -> Doc:
    rows = [line.split() for line in written.strip().splitlines()]
    return Doc(
        VOCAB,
        words=[row[0] for row in rows],
        tags=[row[1] for row in rows],
        deps=[row[2] for row in rows],
        heads=[int(row[3]) for row in rows],
        lemmas=[row[0].lower() for row in rows],
        pos=["VERB" if row[1].startswith("VB") else "NOUN" for row in rows],
    )
