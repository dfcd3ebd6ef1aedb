"""A blank English pipeline in, the same with a tokenizer closer to the treebanks' words out.

The rules become part of the saved pipeline's tokenizer file, so nothing of this module is needed to load it.

**Source**: the tokenisation of the English Web Treebank (prefixes such as *non-* stay on, runs of marks are one token),
checked against the training parts of EWT and GUM.
"""

from __future__ import annotations

import re
from typing import Any

from spacy.language import Language
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

from training.word_lists import WORDS

PREFIXES: list[str] = WORDS["tokens"]["prefixes"]
MARK_RUNS = (
    r"[!?]{2,}",
    r"\.\?+",
    r"\*{2,}",
    r"={2,}",
    r"_{2,}",
    r"~{2,}",
    r"<<+",
    r">>+",
    r"-{2,}",
    r"#{2,}",
    r"\+{2,}",
)
EMOTICONS: list[str] = WORDS["tokens"]["emoticons"]


def tune_tokenizer(nlp: Language) -> Language:
    """Return ``nlp`` with its tokenizer's rules changed in place."""
    defaults: Any = nlp.Defaults
    kept = "".join(rf"(?<!\b[{prefix[0]}{prefix[0].upper()}]{prefix[1:]})" for prefix in PREFIXES)
    infixes = []
    for infix in defaults.infixes or ():
        hyphen = "-" in infix and "–" in infix and "a-z" in infix
        infixes.append(infix.replace("(?:", kept + "(?:", 1) if hyphen else infix)
    infixes += [
        r"(?<=[0-9])[–—](?=[0-9])",
        r"(?<=[A-Za-z])-(?=[0-9])",
        r"(?<=[A-Z]\.)-(?=[A-Za-z])",
    ]
    suffixes = [
        *MARK_RUNS,
        *(defaults.suffixes or ()),
        r"(?<=[0-9]:[0-9][0-9])(?:am|pm|AM|PM)",
        r"(?<=[0-9])(?:bn|tn|mn|k)",
    ]
    prefixes = [*MARK_RUNS, *(defaults.prefixes or ())]
    tokenizer: Any = nlp.tokenizer
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    tokenizer.suffix_search = compile_suffix_regex(suffixes).search
    tokenizer.prefix_search = compile_prefix_regex(prefixes).search
    tokenizer.token_match = re.compile(r"(?:\d{3}-)?\d{3}-\d{4}$").match
    tokenizer.rules = {
        text: rule for text, rule in tokenizer.rules.items() if text not in EMOTICONS
    }
    for text in (
        "Ft.",
        "al.",
        "Capt.",
        "Lt.",
        "Col.",
        "Sgt.",
        "Maj.",
        "Brig.",
        "Gov.",
        "Hon.",
        "vs.",
    ):
        tokenizer.add_special_case(text, [{"ORTH": text}])
    for text in ("wanna", "Wanna"):
        tokenizer.add_special_case(
            text, [{"ORTH": text[:3], "NORM": "want"}, {"ORTH": text[3:], "NORM": "to"}]
        )
    return nlp
