"""The language of a page.

In: the page's own text and what its markup states. Out: an ISO 639-1 code, or None where there is too little text or too
much doubt. Out of scope: languages of single quotes within a page.

Source: py3langid.
"""

from __future__ import annotations

from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from onrecord.pages.thresholds import THRESHOLDS

_SAMPLES = (
    (THRESHOLDS.first_language_sample, THRESHOLDS.first_language_certainty),
    (THRESHOLDS.second_language_sample, THRESHOLDS.language_certainty),
    (THRESHOLDS.max_language_sample, 0.0),
)
"""How many characters are classified, and the certainty at which no more are needed."""


def identify_language(text: str, stated: str | None = None) -> str | None:
    """Return the ISO 639-1 code of `text`, or None where it is not known.

    Args:
        text: the text of the body.
        stated: what the markup says (`<html lang>`): it ends doubt, and never overrules a clear result.

    """
    size = THRESHOLDS.max_language_sample
    text = " ".join(text[: THRESHOLDS.unread_spaces_factor * size].split())[:size]
    if len(text) < THRESHOLDS.min_language_chars:
        return None
    code, certainty = "", 0.0
    for sample_size, enough in _SAMPLES:
        code, certainty = _load_identifier().classify(text[:sample_size])
        if certainty >= enough or len(text) <= sample_size:
            break
    is_short = len(text) < THRESHOLDS.sure_language_chars
    needed = THRESHOLDS.short_language_certainty if is_short else THRESHOLDS.language_certainty
    if certainty >= needed:
        return str(code)
    return stated if stated == code or certainty < THRESHOLDS.language_certainty else None


@cache
def _load_identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
