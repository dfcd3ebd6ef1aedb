"""Scores, size and method in, the model card that ships with the weights out."""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).parent
WEAK = """\
- Organisations are the weakest type, above all where they bear the name of a place, a building or a person alone.
- Where the text is like none of the training sets, names are some five points better than the baseline's, no more: see GUM and
  Broad Twitter above, and WNUT17, where both are alike. The model `accurate` is six points better and more on all of these.
- Names in lower-cased or all-capital text and in chat are often missed or mistaken (a surname in capitals as `LOC`).
- A title may slip into a person's name ("Secretary Blinken"), a rare first name may fall out of it.
- Ships, laws, events, products and works are no type here and sometimes come out as `ORG`.
- Government bodies in lower case ("the foreign ministry") are no names by the conventions learnt.
- Sentence borders lean on paragraph breaks: where a text has lost them, headlines run into what follows.
- Trained mostly on the web, Wikipedia and Wikinews of 2000 to 2020: later names are known by their looks alone."""


def write_card(target: Path, *, scores: str, size_bytes: int, settle_steps: int) -> None:
    """Write ``CARD.md`` into the packed pipeline at ``target``."""
    text = (HERE / "card.md").read_text(encoding="utf-8")
    size = f"On disk {size_bytes / 1e6:.1f} MB."
    settle = f"{settle_steps:,} batches of 1,500 words"
    for key, value in {"size": size, "settle": settle, "scores": scores, "weak": WEAK}.items():
        text = text.replace("{" + key + "}", value)
    (target / "CARD.md").write_text(text, encoding="utf-8")


def write_names_card(target: Path, *, scores: str, size_bytes: int) -> None:
    """Write ``CARD.md`` beside the accurate names' weights: of ``scores`` the tables of names and speed."""
    text = (HERE / "card_encoder.md").read_text(encoding="utf-8")
    tables = scores[scores.index("| names |") :]
    for key, value in {"size": f"{size_bytes / 1e6:.1f} MB", "scores": tables}.items():
        text = text.replace("{" + key + "}", value)
    (target / "CARD.md").write_text(text, encoding="utf-8")
