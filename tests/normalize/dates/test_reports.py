import pytest

from pipeline import Pipeline
from pipeline.schema import DateValue


@pytest.mark.parametrize(
    ("published", "page", "start"),
    [
        (
            "2023-01-19",
            "中心站2022年度工作报告\n采血量一度滑坡，库存低于警戒线。3月15日，日均采血量只有平时的三成，向邻市作了调剂。",
            "2022-03-15",
        ),
        ("2023-01-19", "2022年度总结\n一、服务\n8月推出线上预约，等候时间缩短。", "2022-08-01"),
        ("2023-04-01", "澄阳公司2022年年度报告\n公司3月15日召开董事会，审议通过了利润分配方案。", "2023-03-15"),
        ("2023-03-16", "澄阳公司发布2022年年度报告\n3月15日晚间，澄阳公司发布年度报告。", "2023-03-15"),
    ],
)
def test_a_bare_day_on_a_page_that_reports_on_a_year(published: str, page: str, start: str) -> None:
    values = [e.value for e in Pipeline().text(page, published=published).entities if isinstance(e.value, DateValue)]
    assert values[1].start == start
