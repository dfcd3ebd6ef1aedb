"""The language of a page.

In: the page's own words and what its markup states. Out: an ISO 639-1 code, or None where there is too
little text or too much doubt. Out of scope: languages of single quotes within a page.

Source: py3langid; thresholds: below 40 characters a title's names outweigh its words.
"""

from __future__ import annotations

from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

_LEAST_CHARS = 40
_SURE_CHARS = 200
_SURE = 0.9
_READ_CHARS = 1_500
_STEPS = ((240, 0.95), (600, _SURE), (_READ_CHARS, 0.0))
"""How many characters are read, and how sure what they tell must be; more are read where they leave doubt."""


def identify_language(text: str, stated: str | None = None) -> str | None:
    """Return the ISO 639-1 code of `text`, or None where that can't be told.

    Args:
        text: the words of the body.
        stated: what the markup says (`<html lang>`): settles doubt, never overrules clear words.

    """
    text = " ".join(text[: 4 * _READ_CHARS].split())[:_READ_CHARS]
    if len(text) < _LEAST_CHARS:
        return None
    code, sureness = "", 0.0
    for size, enough in _STEPS:
        code, sureness = _identifier().classify(text[:size])
        if sureness >= enough or len(text) <= size:
            break
    if sureness >= (_SURE if len(text) >= _SURE_CHARS else 0.98):
        return str(code)
    return stated if stated == code or sureness < _SURE else None


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
