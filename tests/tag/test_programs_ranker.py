from random import Random

import pytest

from pipeline.errors import DataError
from pipeline.tag.programs.bare import by_rules
from pipeline.tag.programs.candidates import Span, spans
from pipeline.tag.programs.features import features, setting, starts
from pipeline.tag.programs.ranker import SIZE, dump, parse, ranker, slot
from pipeline.tag.programs.words import frequency
from pipeline.train.programs.fit import choices, fit
from pipeline.train.programs.made import Example, Vocabulary, made

VOCABULARY = Vocabulary(["农村", "教师", "河流", "书店"], ["保护", "培训", "整理"], ["成为", "得到"])


def only_span(text: str) -> Span:
    (span,) = spans(text, [])
    return span


def test_a_model_file_gives_back_the_weights() -> None:
    weights = [0.0] * SIZE
    weights[slot("n2")] = 1.5
    assert parse(dump(weights)).score(["n2", "n2"]) == 3.0


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no model",
        b"{}\n",
        b"[]\n",
        dump([0.0] * SIZE)[:-2],
        dump([0.0] * SIZE).replace(b"programs-1", b"programs-0"),
        dump([0.0] * SIZE)[:-1] + b"\x01",
    ],
)
def test_what_is_no_model_file_is_refused(data: bytes) -> None:
    with pytest.raises(DataError, match="run `python -m"):
        parse(data)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("昨天省教育厅启动了雏鹰青训计划", "雏鹰"),
        ("一项培训计划", "培训"),
        ("公司的第三期春耕行动", "春耕"),
        ("三年来支持乡村教师支持计划", "乡村"),
        ("2023年上海购物节", "上海"),
    ],
)
def test_a_name_reaches_back_to_the_first_word_that_no_name_holds(text: str, first: str) -> None:
    span = only_span(text)
    assert span.before[span.first].text == first


def test_a_word_that_says_the_kind_is_left_out_by_the_rules() -> None:
    span = list(spans("推出社会价值项目富渔计划", []))[-1]
    assert "".join(word.text for word in span.words) == "富渔"
    assert span.launched


def test_starts_leave_two_characters_at_least_and_twenty_four_at_most() -> None:
    span = only_span("省属高校毕业生基层成长服务保障激励提升关爱培育孵化大行动")
    sizes = [span.head_start - span.before[start].start for start in starts(span)]
    assert sizes
    assert min(sizes) >= 2
    assert max(sizes) <= 24


def _features(text: str, span: Span) -> list[str]:
    return features(text, span, span.first, setting(text, span))


def test_features_do_not_depend_on_the_text_far_away() -> None:
    near = "启动雏鹰青训计划，覆盖全省"
    far = "很久以前的一天。" + near
    (one,), (other,) = list(spans(near, [])), list(spans(far, []))
    assert _features(near, one) == _features(far, other)


def test_made_examples_are_the_same_for_the_same_seed() -> None:
    assert list(made(50, 3, VOCABULARY)) == list(made(50, 3, VOCABULARY))
    assert list(made(50, 3, VOCABULARY)) != list(made(50, 4, VOCABULARY))


def test_half_of_the_made_examples_hold_a_name_at_the_given_place() -> None:
    examples = list(made(200, 3, VOCABULARY))
    named = [example for example in examples if example.names]
    assert len(named) == 100
    for text, names in named:
        for start, end in names:
            assert not set(text[start:end]) & set("，。、“”")


def test_fitting_learns_the_right_start_and_is_deterministic() -> None:
    examples = [
        Example("集团启动云岭春雨计划，覆盖全省。", ((4, 10),)),
        Example("工厂的云岭生产计划，覆盖全省。", ()),
    ]
    data = choices(examples)
    weights = fit(data, 20, 1)
    assert (weights == fit(choices(examples), 20, 1)).all()
    model = parse(dump(weights))
    (named,), (plain,) = (list(spans(text, [])) for text, _ in examples)
    start, probability = model.best(examples[0].text, named) or (0, 0.0)
    assert (named.before[start].start, probability > 0.5) == (4, True)
    assert (model.best(examples[1].text, plain) or (0, 0.0))[1] < 0.5


def test_the_trained_model_finds_what_the_rules_miss() -> None:
    text = "古茶树守护行动已为4800株古树建立档案。"
    span = only_span(text)
    assert by_rules(text, span) is None
    start, probability = ranker().best(text, span) or (0, 0.0)
    assert (span.before[start].start, probability > 0.5) == (0, True)


def test_the_trained_model_does_not_depend_on_the_order_of_calls() -> None:
    texts = ["古茶树守护行动已开始。", "一次生产活动。", "公司启动雏鹰青训计划。"]
    found = {text: [ranker().best(text, span) for span in spans(text, [])] for text in texts}
    Random(1).shuffle(texts)
    assert all(found[text] == [ranker().best(text, span) for span in spans(text, [])] for text in texts)


@pytest.mark.parametrize(
    ("text", "tag"), [("启动雏鹰青训计划覆盖全省。", "v"), ("启动雏鹰青训计划", "$"), ("启动雏鹰青训计划。", "x")]
)
def test_what_follows_a_head_noun_is_known_by_its_part_of_speech(text: str, tag: str) -> None:
    (span,) = spans(text, [])
    assert setting(text, span) == tag


def test_a_word_is_the_more_frequent_the_more_the_word_list_counted_it() -> None:
    assert frequency("零碳") == 0
    assert frequency("吹哨") < frequency("轮椅") < frequency("培训")
