import re

from hypothesis import given
from hypothesis import strategies as st

from pipeline.sentences.boundaries import pieces

CHINESE = st.text(alphabet=st.sampled_from('中文a1 \n\t　。！？；…!?;.“”（）「」"《》[],，、：:&\u2028'), max_size=60)
LINE_BREAK = re.compile(r"[\n\r\v\f\x85\u2028\u2029]")


@given(st.one_of(st.text(), CHINESE))
def test_every_visible_character_lies_in_exactly_one_sentence(text: str) -> None:
    covered = [0] * len(text)
    for piece in pieces(text):
        for place in range(piece.start, piece.end):
            covered[place] += 1
    assert all(
        count == (not character.isspace()) or (count == 1 and character.isspace())
        for count, character in zip(covered, text, strict=True)
    )


@given(st.one_of(st.text(), CHINESE))
def test_sentences_are_ordered_not_empty_and_without_white_space_around(text: str) -> None:
    position = 0
    for piece in pieces(text):
        assert position <= piece.start < piece.end <= len(text)
        assert text[piece.start : piece.end] == text[piece.start : piece.end].strip()
        position = piece.end


@given(st.one_of(st.text(), CHINESE))
def test_no_sentence_crosses_a_line_break(text: str) -> None:
    assert not any(LINE_BREAK.search(text, piece.start, piece.end) for piece in pieces(text))
