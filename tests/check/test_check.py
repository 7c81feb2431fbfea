"""The stage as a whole: numbering, what entities get, and what is left alone."""

import pytest

from pipeline.check import check
from pipeline.draft import Settings
from tests.check.pages import checked, fall, kinds, money, page, rise

SPUN = (
    "过去一年，货架业务高速下降，商城成交额同比下降277%。平台须要继续投入，店家透漏，全年总成交额为2.2万万元。",
    ("277%", fall("2.77")),
    ("2.2万万元", money("220000000")),
)


def test_a_page_without_figures_is_left_as_it_is() -> None:
    draft = page("昨天下了雨，今天晴。")
    assert check(draft, Settings()) is draft


def test_findings_are_numbered_in_order_of_place() -> None:
    draft = checked(*SPUN)
    assert [finding.id for finding in draft.findings] == [f"F{n}" for n in range(1, len(draft.findings) + 1)]
    assert [min(finding.spans) for finding in draft.findings] == sorted(min(f.spans) for f in draft.findings)


def test_entities_get_the_findings_that_touch_them() -> None:
    draft = checked(*SPUN)
    for entity in draft.entities:
        touching = [f.id for f in draft.findings if any(s < entity.end and entity.start < e for s, e in f.spans)]
        assert entity.findings == touching
        assert touching


def test_nothing_that_is_written_is_changed() -> None:
    before = page(*SPUN)
    after = check(before, Settings())
    assert after.text == before.text
    for old, new in zip(before.entities, after.entities, strict=True):
        assert new.value.model_copy(update={"restored": None}) == old.value
        assert new.model_copy(update={"value": old.value, "findings": []}) == old


def test_restored_values_name_findings_of_the_page() -> None:
    draft = checked(*SPUN)
    ids = {finding.id for finding in draft.findings}
    restored = [entity.value.restored for entity in draft.entities]
    assert all(r and r.findings and set(r.findings) <= ids for r in restored)


def test_a_clean_report_has_no_findings() -> None:
    draft = checked(
        "2023年，公司实现营业收入12.6亿元，同比增长18.9%；退货率同比下降1.2个百分点。",
        ("12.6亿元", money("1260000000")),
        ("18.9%", rise("0.189")),
        ("1.2个百分点", fall("0.012", unit="percentage_point")),
    )
    assert kinds(draft) == []


def test_an_old_fashioned_style_does_not_make_a_page_spun() -> None:
    text = "这家店家登记了帐号，讲演的片断也给与保留，数目不小，先期筹建，营运良好，收入12万元。"
    assert kinds(checked(text, ("12万元", money("120000")))) == []


def test_words_that_hardly_anyone_writes_make_a_page_spun() -> None:
    text = "平台透漏，须要联接年夜家的缘故原由，已经明显。"
    assert kinds(checked(text)) == ["spin_profile"]


@pytest.mark.parametrize("word", ["须要", "联接", "店家", "精典", "片断"])
def test_one_tell_tale_word_does_not_make_a_page_spun(word: str) -> None:
    assert kinds(checked(f"我们{word}这些，收入12万元。", ("12万元", money("120000")))) == []
