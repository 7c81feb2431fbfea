import pytest
import spacy

TEXT = "2023年6月20日,公司启动“春雨计划”,投入人民币4,800万元,同比增长66%。"
NAMES = ("taosha_programs", "taosha_dates", "taosha_money", "taosha_percents")


@pytest.fixture
def nlp():
    made = spacy.blank("zh")
    for name in NAMES:
        made.add_pipe(name)
    return made


def test_components_are_found_by_name_and_add_entities(nlp):
    assert [(span.text, span.label_) for span in nlp(TEXT).ents] == [
        ("2023年6月20日", "DATE"),
        ("春雨计划", "PROGRAM"),
        ("人民币4,800万元", "MONEY"),
        ("66%", "PERCENT"),
    ]


def test_quantities_are_there_for_those_who_want_them():
    made = spacy.blank("zh")
    made.add_pipe("taosha_quantities")
    assert [(span.text, span.label_) for span in made("观看量超100亿次。").ents] == [("100亿次", "QUANTITY")]


def test_the_mention_keeps_exact_characters_where_tokens_do_not_end_there():
    made = spacy.blank("zh", config={"nlp": {"tokenizer": {"segmenter": "jieba"}}})
    made.add_pipe("taosha_money")
    text = "他是村里第一个5万元户。"
    (span,) = made(text).ents
    mention = span._.taosha
    assert span.text == "5万元户"  # jieba's word 万元户
    assert text[mention.start : mention.end] == "5万元"


def test_entities_that_were_there_first_stay(nlp):
    doc = spacy.blank("zh")(TEXT)
    doc.set_ents([doc.char_span(0, 13, label="OTHER", alignment_mode="expand")])
    for name in NAMES:
        doc = nlp.get_pipe(name)(doc)
    assert doc.ents[0].label_ == "OTHER"


def test_a_pipeline_with_the_components_can_be_saved_and_loaded(nlp, tmp_path):
    nlp.to_disk(tmp_path)
    assert [span.text for span in spacy.load(tmp_path)(TEXT).ents] == [span.text for span in nlp(TEXT).ents]
