"""Scores, size and method in, the model card that ships with the weights out."""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).parent
WEAK = """\
- Organisations are the weakest type of name, above all where they are named after places or people.
- Names in lower-cased or all-capital text, and in chat, are often missed.
- Ships, laws, events, products and works are no type here and sometimes come out as `ORG`.
- Government bodies in lower case ("the foreign ministry") are no names by the conventions learnt.
- Trained mostly on the web, Wikipedia and Wikinews of 2000 to 2020: later names are known by their looks alone."""


def write_card(target: Path, *, scores: str, size_bytes: int, settle_steps: int) -> None:
    """Write ``CARD.md`` into the packed pipeline at ``target``."""
    text = (HERE / "card.md").read_text(encoding="utf-8")
    size = f"On disk {size_bytes / 1e6:.1f} MB."
    settle = f"{settle_steps:,} batches of 1,500 words"
    for key, value in {"size": size, "settle": settle, "scores": scores, "weak": WEAK}.items():
        text = text.replace("{" + key + "}", value)
    (target / "CARD.md").write_text(text, encoding="utf-8")
