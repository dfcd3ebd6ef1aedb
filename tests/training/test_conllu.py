"""Reading CoNLL-U: words, raw spacing, documents, and names out of GUM's entity layer."""

import pytest

pytest.importorskip("spacy")

from training.conllu import Sentence, cut_surface, read_sentences
from training.name_annotations import join_tokens, tag_gum_names, trim_name

TEXT = """\
# newdoc id = own_example
# newpar
# text = Dr. Vera Lindholm can't leave Port Ansgar.
1\tDr.\tDr.\tPROPN\tNNP\t_\t6\tnsubj\t_\tEntity=(1-person-new-x
2\tVera\tVera\tPROPN\tNNP\t_\t1\tflat\t_\t_
3\tLindholm\tLindholm\tPROPN\tNNP\t_\t1\tflat\t_\tEntity=1)
4-5\tcan't\t_\t_\t_\t_\t_\t_\t_\t_
4\tca\tcan\tAUX\tMD\t_\t6\taux\t_\t_
5\tn't\tnot\tPART\tRB\t_\t6\tadvmod\t_\t_
6\tleave\tleave\tVERB\tVB\t_\t0\troot\t_\t_
6.1\tgone\tgo\tVERB\tVB\t_\t_\t_\t_\t_
7\tPort\tPort\tPROPN\tNNP\t_\t8\tcompound\t_\tEntity=(2-place-new-x
8\tAnsgar\tAnsgar\tPROPN\tNNP\t_\t6\tobj\t_\tEntity=2)|SpaceAfter=No
9\t.\t.\tPUNCT\t.\t_\t6\tpunct\t_\t_

"""


@pytest.fixture
def sentences() -> list[Sentence]:
    return list(read_sentences(TEXT.splitlines(keepends=True)))


def test_words_and_spacing_give_the_text_back(sentences: list[Sentence]) -> None:
    (sentence,) = sentences
    raw = "".join(word.form + " " * word.space_after for word in sentence.words)
    assert raw.strip() == "Dr. Vera Lindholm can't leave Port Ansgar."
    assert [word.head for word in sentence.words] == [6, 1, 1, 6, 6, 0, 8, 6, 6]
    assert sentence.newdoc == "own_example"
    assert sentence.newpar


def test_names_come_out_of_mentions_without_titles(sentences: list[Sentence]) -> None:
    assert tag_gum_names(sentences) == [
        ["O", "B-PER", "I-PER", "O", "O", "O", "B-LOC", "I-LOC", "O"]
    ]


@pytest.mark.parametrize(
    ("surface", "forms", "pieces"),
    [
        ("wanna", ["wan", "na"], ["wan", "na"]),
        ("don't", ["do", "not"], ["do", "n't"]),
        ("im", ["i", "am"], ["i", "m"]),
    ],
)
def test_a_surface_word_is_cut_into_its_words(
    surface: str, forms: list[str], pieces: list[str]
) -> None:
    assert cut_surface(surface, forms) == pieces


def test_a_line_with_too_few_columns_is_refused() -> None:
    with pytest.raises(ValueError, match="10 columns"):
        list(read_sentences(["1\tword\n"]))


def test_joined_tokens_know_their_places() -> None:
    tokens = ["Yes", ",", "she", "did", "n't", "."]
    text, offsets = join_tokens(tokens)
    assert text == "Yes, she didn't."
    assert all(
        text[at : at + len(token)] == token for at, token in zip(offsets, tokens, strict=True)
    )


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("President Ida Moll", "PER", "Ida Moll"),
        ("the Harbour Council", "ORG", "Harbour Council"),
        ("local fighters", "ORG", None),
        ("the rebels", "ORG", None),
    ],
)
def test_a_mention_is_trimmed_to_its_name(text: str, kind: str, name: str | None) -> None:
    place = trim_name(text, 0, len(text), kind)
    assert (text[place[0] : place[1]] if place else None) == name
