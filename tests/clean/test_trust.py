from pipeline.clean.ledger import Cut
from pipeline.clean.trust import weighed

RAW = "".join(map(chr, range(0x4E00, 0x4E00 + 100)))
TIMID = Cut(10, 14, "ad", "trade-phrase", 0.6)
FIRM = Cut(30, 34, "shard", "title-cycle", 0.99)
PLAIN = Cut(50, 54, "widget", "control")


def test_a_timid_judgement_alone_on_its_page_is_not_enough() -> None:
    assert weighed([TIMID, PLAIN], RAW, 0.5) == [PLAIN]


def test_a_timid_judgement_stands_where_another_is_sure() -> None:
    assert weighed([TIMID, FIRM, PLAIN], RAW, 0.5) == [TIMID, FIRM, PLAIN]


def test_two_timid_judgements_bear_each_other_out() -> None:
    other = TIMID._replace(start=70, end=74)
    assert weighed([TIMID, other], RAW, 0.5) == [TIMID, other]


def test_one_phrase_twice_is_one_judgement() -> None:
    again = Cut(14, 18, "ad", "trade-phrase", 0.6)
    assert weighed([Cut(10, 14, "ad", "trade-phrase", 0.6), again], "开放论坛" * 10, 0.5) == []


def test_a_good_judgement_alone_stays_with_a_lower_score() -> None:
    (kept,) = weighed([TIMID._replace(score=0.9)], RAW, 0.5)
    assert kept.score is not None
    assert 0.7 < kept.score < 0.8


def test_rules_and_sentences_of_novels_keep_what_they_have() -> None:
    novel = Cut(60, 80, "boilerplate", "novel", 0.6)
    assert weighed([PLAIN, novel], RAW, 0.5) == [PLAIN, novel]
