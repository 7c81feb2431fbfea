import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.tag.dates import find
from pipeline.tag.dates.atoms import ATOMS, START, at
from pipeline.tag.dates.heads import head
from pipeline.tag.dates.rule import THEN_DAY, THEN_MONTH, integer, never

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
    assert at("x2023年", 1, head("x2023年", 1), START)[1:] == ({"year": 2023}, 1, 6)


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


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("2023年6月20日晚", {"year": 2023, "month": 6, "day": 20}),
        ("2023年6月，", {"year": 2023, "month": 6}),
        ("2023年13月，", {"year": 2023}),
        ("2023年6月龄", {"year": 2023}),
        ("6月20日元", {"month": 6}),
        ("6月32日，", {"month": 6}),
    ],
)
def test_a_year_and_a_month_take_up_what_stands_behind_them(text, fields):
    assert at(text, 0, head(text, 0), START)[1] == fields


def one_by_one(text):
    with pytest.MonkeyPatch.context() as patch:
        for name, then in (("year", THEN_MONTH), ("month", THEN_DAY)):
            apart = re.sub(r"\(\?P<(\w+)>", r"(?P<\1>(?!)", then)
            patch.setitem(vars(atoms_of(name)), "match", re.compile(atoms_of(name).pattern.replace(then, apart)).match)
        return find(text)


PIECES = ["6月", "12月", "20日", "20", "0", "３", "月", "日", "份", "度", "初", "十", "元", "报", "，", "至", " ", "底"]


@settings(max_examples=500)
@given(st.sampled_from(["2023年", "2023年6月", "6月"]), st.lists(st.sampled_from(PIECES), max_size=5).map("".join))
def test_what_is_taken_up_is_what_the_rules_find_one_by_one(opening, tail):
    assert find(opening + tail) == one_by_one(opening + tail)


@pytest.mark.parametrize(("text", "number"), [("十二", 12), ("廿三", 23), ("１２", 12), ("一百零五", 105)])
def test_small_numbers_are_read_in_words_and_figures(text, number):
    assert integer(text) == number
