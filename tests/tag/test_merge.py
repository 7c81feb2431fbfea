import pytest

from pipeline import Pipeline
from pipeline.draft import Mention
from pipeline.forms import ProgramForm
from pipeline.schema import Sentence
from pipeline.tag import disjoint, within


def mention(start, end, label="PROGRAM"):
    return Mention(label=label, start=start, end=end, form=ProgramForm(name="x"))


def spans(mentions):
    return [(each.start, each.end) for each in mentions]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ([(0, 9)], [(2, 4)], [(0, 9)]),
        ([(2, 4)], [(0, 9)], [(2, 4)]),
        ([(0, 2)], [(2, 4)], [(0, 2), (2, 4)]),
        ([(4, 6)], [(0, 2), (5, 8), (9, 10)], [(0, 2), (4, 6), (9, 10)]),
        ([(0, 1), (4, 6), (8, 9)], [(1, 4), (6, 8)], [(0, 1), (1, 4), (4, 6), (6, 8), (8, 9)]),
        ([], [(0, 1)], [(0, 1)]),
        ([(0, 1)], [], [(0, 1)]),
    ],
)
def test_of_two_that_overlap_the_one_of_the_earlier_finder_stays(first, second, expected):
    found = [[mention(*span) for span in spans] for spans in (first, second)]
    assert spans(disjoint(found)) == expected


@pytest.mark.parametrize(
    ("text", "labels"),
    [("基督圣体节", ["DATE"]), ("西山采茶节", ["PROGRAM"]), ("2023年基督圣体节当天", ["DATE"])],
)
def test_the_name_of_a_holiday_is_no_programme(text, labels):
    assert [entity.label for entity in Pipeline().text(text, published="2024-01-01").entities] == labels


@pytest.mark.parametrize(
    ("span", "kept"),
    [((0, 3), True), ((3, 5), True), ((2, 4), False), ((5, 6), False), ((6, 8), True), ((7, 9), False)],
)
def test_a_mention_lies_in_one_sentence(span, kept):
    sentences = [Sentence(start=0, end=3, role="body"), Sentence(start=3, end=5, role="body")]
    sentences.append(Sentence(start=6, end=8, role="body"))
    assert bool(within([mention(*span)], sentences)) is kept
