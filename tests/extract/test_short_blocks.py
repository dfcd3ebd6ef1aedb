"""Blocks of one and two words: a word may stand at both edges of its block, with any tag and any label, and no extractor looks beyond them."""

from __future__ import annotations

from itertools import cycle, product

import pytest
from spacy.tokens import Doc

from onrecord.extract import EXTRACTORS, Extractor
from onrecord.language import Backbone
from onrecord.pages import page_from_text
from onrecord.records import Block, Page, Parse, Records

WORDS = (
    "of/IN that/IN that/WDT who/WP whose/WP$ when/WRB if/IN because/IN to/TO and/CC but/CC the/DT a/DT all/PDT his/PRP$ he/PRP it/PRP there/EX one/CD two/CD 300/CD 5/CD 2016/CD $/$"
    " bridge/NN people/NNS troops/NNS percent/NN promise/NN attack/NN claim/NN minister/NN spokesman/NN Monday/NNP March/NNP London/NNP Ana/NNP Pell/NNP Mr/NNP NATO/NNP British/JJ Britons/NNPS"
    " old/JJ older/JJR oldest/JJS first/JJ able/JJ likely/JJ more/RBR most/RBS not/RB n't/RB ago/RB allegedly/RB up/RP out/RP will/MD would/MD may/MD"
    " say/VB said/VBD says/VBZ saying/VBG told/VBN promise/VB promised/VBD promising/VBG promised/VBN will/VB killed/VBD killed/VBN kill/VBP denied/VBD accused/VBN be/VB is/VBZ was/VBD been/VBN being/VBG"
    " have/VBP had/VBD having/VBG rose/VBD expected/VBN believed/VBN go/VB 's/POS ,/, ./. ?/. :/: -/HYPH “/`` ”/'' (/-LRB- )/-RRB- #/# yes/UH etc./FW 1./LS @ana/ADD %/NN *//SYM"
).split()  # fmt: skip
"""Words of every tag, and those that rules ask for, each with its tag."""


@pytest.fixture(scope="module")
def labels(backbone: Backbone) -> tuple[str, ...]:
    return tuple(backbone.nlp.get_pipe("parser").labels)  # type: ignore[attr-defined]


def build_doc(backbone: Backbone, words: list[str], labels: list[str], heads: list[int]) -> Doc:
    texts, tags = zip(*(word.rpartition("/")[::2] for word in words), strict=True)
    doc = Doc(
        backbone.nlp.vocab,
        words=list(texts),
        spaces=[True] * (len(texts) - 1) + [False],
        tags=list(tags),
        deps=labels,
        heads=heads,
    )
    for token in doc:
        token.lemma_ = token.lower_
    return doc


def build_docs(backbone: Backbone, labels: tuple[str, ...]) -> list[Doc]:
    """Return a doc of each word, of each under every label beside another word, and of every two, under labels in turn."""
    docs = [build_doc(backbone, [word], ["ROOT"], [0]) for word in WORDS]
    others, turns = cycle(WORDS), cycle(labels)
    under_labels = [(word, next(others), label) for word, label in product(WORDS, labels)]
    pairs = [(one, other, next(turns)) for one, other in list(product(WORDS, repeat=2))[::2]]
    for number, (one, other, label) in enumerate((*under_labels, *pairs)):
        if number % 2:
            docs.append(build_doc(backbone, [one, other], [label, "ROOT"], [1, 1]))
        else:
            docs.append(build_doc(backbone, [other, one], ["ROOT", label], [0, 0]))
    return docs


@pytest.fixture(scope="module")
def short_blocks(backbone: Backbone, labels: tuple[str, ...]) -> tuple[Page, Parse]:
    docs = build_docs(backbone, labels)
    page = page_from_text("\n\n".join(doc.text for doc in docs), published="2016-03-08")
    zones = [zone for zone in page.zones if zone.role == "body"]
    assert len(zones) == len(docs)
    return page, Parse(page.id, "made", tuple(map(Block, zones, docs)))


@pytest.mark.parametrize(("name", "extractor"), EXTRACTORS, ids=[name for name, _ in EXTRACTORS])
def test_no_extractor_looks_beyond_a_block(
    name: str, extractor: Extractor, short_blocks: tuple[Page, Parse]
) -> None:
    page, parse = short_blocks
    found = Records()
    for earlier, work in EXTRACTORS[: [own for own, _ in EXTRACTORS].index(name)]:
        if not earlier.startswith(("events", "figures")):
            found = found.merged(work(page, parse, found))
    for record in extractor(page, parse, found):
        evidence = record.evidence
        assert page.text[evidence.start : evidence.end] == evidence.text
