import pytest

from pipeline import Pipeline
from pipeline.forms import MoneyForm, PercentForm
from pipeline.normalize import amounts
from pipeline.schema import MoneyValue, PercentValue


def test_amount_keeps_what_is_written() -> None:
    form = MoneyForm(amount="220000000", currency="CNY", modifier="about")
    assert amounts.value(form) == MoneyValue(amount="220000000", currency="CNY", modifier="about")


def test_percentage_keeps_what_is_written() -> None:
    form = PercentForm(ratio="1.77", unit="percent", direction="decrease", basis="mom", metric="销量")
    assert amounts.value(form) == PercentValue(
        ratio="1.77", unit="percent", direction="decrease", basis="mom", metric="销量"
    )


def currencies(text: str) -> list[tuple[str, str, str]]:
    document = Pipeline().text(text)
    return [
        (entity.text, entity.value.currency, entity.value.currency_from)
        for entity in document.entities
        if isinstance(entity.value, MoneyValue)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "縣府與漁會說明，收購價為新台幣32元，去年還有48元。",
            [("新台幣32元", "TWD", "text"), ("48元", "TWD", "context")],
        ),
        ("民國109年的產值為3億元，對漁民來說不多。", [("3億元", "TWD", "context")]),
        ("該會為學童發放港幣200元，另加50元。", [("港幣200元", "HKD", "text"), ("50元", "HKD", "context")]),
        (
            "這個項目耗資新台幣3億元，與人民幣5,000萬元的另一個。",
            [("新台幣3億元", "TWD", "text"), ("人民幣5,000萬元", "CNY", "text")],
        ),
        ("公司来台投资新台币3亿元，总投入5亿元。", [("新台币3亿元", "TWD", "text"), ("5亿元", "CNY", "text")]),
        (
            "該店說，這款電飯煲售$880，另收運費80港元，與US$120的進口型號相比便宜。",
            [("$880", "HKD", "context"), ("80港元", "HKD", "text"), ("US$120", "USD", "text")],
        ),
        ("该公司在港上市，售价$880，运费80港元。", [("$880", "USD", "text"), ("80港元", "HKD", "text")]),
        ("這個項目對學校來說花了5萬元。", [("5萬元", "CNY", "text")]),
        ("115年度即將開始，中央補助學校的計畫還差5億元。", [("5億元", "TWD", "context")]),
        (
            "〔記者林某／東濱報導〕縣府表示，行政院補助學校的經費為3億元，立委要求說明。",
            [("3億元", "TWD", "context")],
        ),
        ("消委會說，本港12款型號售$880，立法會議員要求說明。", [("$880", "HKD", "context")]),
        ("縣政府與縣長說，這個項目來自行政院的說法，耗資3億元。", [("3億元", "CNY", "text")]),
    ],
)
def test_yuan_alone_is_that_of_the_page(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert currencies(text) == expected
