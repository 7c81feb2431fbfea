import pytest

from pipeline import Pipeline
from pipeline.schema import DateValue


@pytest.mark.parametrize(
    ("published", "page", "text", "days"),
    [
        (  # the year reported on
            "2024-05-20",
            "河畔书院2024财年年报\n2024财年（2023年4月1日至2024年3月31日），书院运转平稳。\n本财年，书院收入320万元。",
            "本财年",
            ("2023-04-01", "2024-03-31"),
        ),
        (  # what is to come is of the next
            "2024-05-20",
            "河畔书院2024财年年报\n2024财年（2023年4月1日至2024年3月31日），书院运转平稳。\n本财年预计收入350万元。",
            "本财年",
            ("2024-04-01", "2025-03-31"),
        ),
        (
            "2024-03-18",
            "关于开设木工夜校的通知\n各街道：\n下半年课程每人收取材料费60元。",
            "下半年",
            ("2024-07-01", "2024-12-31"),
        ),
        (  # a report, of what has been
            "2024-03-18",
            "木工夜校财务简报\n学员有三百人。\n下半年课程收入6万元。",
            "下半年",
            ("2023-07-01", "2023-12-31"),
        ),
        (
            "2024-11-05",
            "市况简报\n三季度起实施的冷链补贴让损耗降低了一成。",
            "三季度",
            ("2024-07-01", "2024-09-30"),
        ),
        ("2023-10-20", "客流简报\n国庆七天，码头迎来八万人。", "国庆", ("2023-10-01", "2023-10-07")),
        ("2024-01-10", "客流简报\n元旦三天，码头迎来三万人。", "元旦", ("2023-12-30", "2024-01-01")),
        ("2023-10-20", "客流简报\n国庆三天，码头迎来三万人。", "国庆", ("2023-10-01", "2023-10-01")),
        ("2024-01-10", "镇志\n十九世纪末到本世纪初，镇上烧窑。", "十九世纪末到本世纪初", ("1880-01-01", "2019-12-31")),
        ("2024-11-08", "账目\n本会计年度支出已用去八成。", "本会计年度", ("2024-01-01", "2024-12-31")),
        ("2023-10-20", "客流简报\n国庆8天，码头迎来九万人。", "国庆", ("2023-09-29", "2023-10-06")),
    ],
)
def test_what_the_page_is_tells_the_time(published: str, page: str, text: str, days: tuple[str, str]) -> None:
    found = Pipeline().text(page, published=published).entities
    values = [e.value for e in found if isinstance(e.value, DateValue) and e.text == text]
    assert [(value.start, value.end) for value in values[-1:]] == [days]


@pytest.mark.parametrize(
    ("behind", "days"),
    [
        ("投资现金流出3亿元，是上年同期的两倍。", ("2023-01-01", "2023-06-30")),
        ("6月用工二百人，是上年同期的两倍。", ("2023-06-01", "2023-06-30")),
    ],
)
def test_a_paragraph_without_a_date_goes_back_to_the_title(dates_of, behind: str, days: tuple[str, str]) -> None:
    parts = [("title", [], "渡口集团上半年净利翻番"), ("body", [], "二期工程6月投产。"), ("body", [], behind)]
    assert dates_of(parts, "2024-08-20")[-1][1:3] == days
