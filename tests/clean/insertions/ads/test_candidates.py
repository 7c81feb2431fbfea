import random

import pytest

from pipeline.clean.characters import fold, points
from pipeline.clean.insertions.ads.boundaries import marks
from pipeline.clean.insertions.ads.candidates import candidates
from pipeline.clean.insertions.ads.lexicon import words

PHRASE = "水果批发市场行情"


def found(text: str, title: str = "") -> dict[str, int]:
    """How often each phrase of the candidates of a text is said to come."""
    spans = candidates(text, fold(text), marks(text, points(text)), words(text), title, ())
    return {text[span.start : span.end]: span.times for span in spans}


def written(length: int) -> str:
    """So many characters in no order, a comma behind every tenth."""
    chance = random.Random(7)
    return "".join(chr(0x4E00 + chance.randrange(6000)) + ("，" if n % 10 == 9 else "") for n in range(length))


@pytest.mark.parametrize("length", [50, 5_000, 100_000])
def test_a_phrase_that_comes_again_is_found_however_long_the_page(length: int) -> None:
    text = f"{written(length)}开放{PHRASE}首日，隧道{PHRASE}贯通。"
    assert found(text)[PHRASE] == 2


def test_a_phrase_of_the_title_is_no_candidate() -> None:
    text = f"开放{PHRASE}首日，隧道{PHRASE}贯通。"
    assert PHRASE not in found(text, f"本周{PHRASE}一览")


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("昨天办理学历证书开放", "办理学历证书"),
        ("昨天办理学历证书不开放", "办理学历证书"),
    ],
)
def test_words_of_a_trade_make_a_candidate(text: str, phrase: str) -> None:
    assert phrase in found(text)


@pytest.mark.parametrize("said", ["不", "三年", "80万元", "5%"])
def test_no_candidate_takes_a_statement_along(said: str) -> None:
    assert not [phrase for phrase in found(f"办理学历证书{said}办理学历证书，") if said in phrase]
