import numpy as np
import pytest

from pipeline.clean import characters
from pipeline.clean.reading import junctions

TEXT = "市图书馆新馆昨天开放，首日有一万八千名读者走进馆内。\n隧道长三公里，四年贯通。"
SPANS = [(0, 2), (0, 5), (3, 9), (4, 6), (20, 24), (27, 30), (len(TEXT) - 3, len(TEXT))]


def logs(text: str) -> list[float]:
    """The log-probability of each character, with two line breaks before and behind the text."""
    codes = characters.fold(f"\n\n{text}\n\n")
    return characters.load().log(codes[:-2], codes[1:-1], codes[2:]).tolist()


@pytest.mark.parametrize("number", range(len(SPANS)), ids=[f"{start}-{end}" for start, end in SPANS])
def test_a_span_reads_as_the_text_with_it_and_the_text_without_it_do(number: int) -> None:
    start, end = np.array(SPANS).T
    read = junctions(characters.fold(TEXT), start, end, characters.load())
    first, last = SPANS[number]
    whole, rest = logs(TEXT), logs(TEXT[:first] + TEXT[last:])
    assert read.with_span[number] == pytest.approx(sum(whole[last : last + 2]), abs=1e-4)
    assert read.without[number] == pytest.approx(sum(rest[first : first + 2]), abs=1e-4)
    assert read.entry[number] == pytest.approx(sum(whole[first : first + 2]), abs=1e-4)
    assert read.inside[number] == pytest.approx(sum(whole[first:last]), abs=1e-4)
