import re

import pytest

from pipeline.tag.dates.atoms import ATOMS, first
from pipeline.tag.dates.heads import head
from pipeline.tag.dates.rule import never

MATCHES = [(atom.name, text) for atom in ATOMS for text in atom.matches]
REJECTS = [(atom.name, text) for atom in ATOMS for text in atom.rejects]


def atoms_of(name):
    return next(atom for atom in ATOMS if atom.name == name)


@pytest.mark.parametrize(("name", "text"), MATCHES)
def test_atom_matches_its_example(name, text):
    atom = atoms_of(name)
    match = re.search(atom.pattern, text)
    assert match is not None
    assert atom.read(match) is not None


@pytest.mark.parametrize(("name", "text"), REJECTS)
def test_atom_leaves_its_counterexample(name, text):
    atom = atoms_of(name)
    match = re.search(atom.pattern, text)
    whole = match is not None and match.span() == (0, len(text))
    alone = match is not None and atom.read(match) is not None and atom.alone(text, *match.span())
    assert not whole or not alone


def test_names_of_atoms_are_unique():
    assert len({atom.name for atom in ATOMS}) == len(ATOMS)


def test_every_atom_has_examples_of_both_kinds():
    assert all(atom.rejects and (atom.matches or atom.alone is never) for atom in ATOMS)


@pytest.mark.parametrize(("name", "text"), MATCHES)
def test_example_begins_with_a_head_of_its_atom(name, text):
    atom = atoms_of(name)
    own = head(text, re.search(atom.pattern, text).start())
    assert {own[:1], own[:2], own[:3]} & set(atom.heads)


def test_the_reader_gives_fields_and_span():
    assert first("x2023年", 1, head("x2023年", 1))[1:] == ({"year": 2023}, 1, 6)


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("2023年6月", "0年6"),
        ("２３ 年", "0年"),
        ("20230618，", "8，"),
        ("十二月初八", "〇月初"),
        ("二0二三年", "〇年"),
        ("去年年底", "去年年"),
        ("7", "0"),
        ("", ""),
    ],
)
def test_a_number_is_one_character_of_a_head(text, own):
    assert head(text, 0) == own


def test_the_head_of_a_long_row_of_figures_is_found_in_its_first_characters():
    assert head("1" * 100_000, 0) == "811"
