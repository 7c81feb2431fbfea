import pytest

from pipeline.tag.dates.atoms import ATOMS, first
from pipeline.tag.dates.rule import never

MATCHES = [(atom.name, text) for atom in ATOMS for text in atom.matches]
REJECTS = [(atom.name, text) for atom in ATOMS for text in atom.rejects]


def atoms_of(name):
    return next(atom for atom in ATOMS if atom.name == name)


@pytest.mark.parametrize(("name", "text"), MATCHES)
def test_atom_matches_its_example(name, text):
    atom = atoms_of(name)
    match = atom.regex.search(text)
    assert match is not None
    assert atom.read(match.groupdict()) is not None


@pytest.mark.parametrize(("name", "text"), REJECTS)
def test_atom_leaves_its_counterexample(name, text):
    atom = atoms_of(name)
    match = atom.regex.search(text)
    whole = match is not None and match.span() == (0, len(text))
    alone = match is not None and atom.read(match.groupdict()) is not None and atom.alone(text, *match.span())
    assert not whole or not alone


def test_names_of_atoms_are_unique():
    assert len({atom.name for atom in ATOMS}) == len(ATOMS)


def test_every_atom_has_examples_of_both_kinds():
    assert all(atom.rejects and (atom.matches or atom.alone is never) for atom in ATOMS)


@pytest.mark.parametrize(("name", "text"), MATCHES)
def test_example_begins_with_a_head_of_its_atom(name, text):
    atom = atoms_of(name)
    found = text[atom.regex.search(text).start() :]
    assert {found[:1], found[:2], found[:3]} & set(atom.heads)


def test_the_reader_gives_fields_and_span():
    found = first("x2023年", 1)
    assert (found.fields, found.start, found.end) == ({"year": 2023}, 1, 6)
