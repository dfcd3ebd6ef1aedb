"""Scores, size and method in, the model card that ships with the weights out."""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).parent
WEAK = """\
- Where the text is like none of the training sets, names are about as good as the baseline's, not better: see GUM and Broad
  Twitter above, and WNUT17, where they are worse. The large gains are on the kinds of text it was trained on (CrossNER, re3d).
- Organisations are the weakest type, above all where they bear the name of a place, a building or a person: "Chatham House"
  and "the White House" come out as `LOC`, "Goldman Sachs" as `PER`, "Reuters", "The Guardian" and "Getty Images" are missed at times.
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
