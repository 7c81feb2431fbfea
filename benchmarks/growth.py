"""Growth: by how much each stage's time grows when a hostile page grows to four times its length.

    python benchmarks/growth.py [--length N] [--only NAME]

Each page is one unit repeated below a title and a heading, so that the rules for both are at work. About 4 is linear,
16 is quadratic; what grows more than 8 times is shown in red, where it takes long enough to be measured at all.
HTML is repeated as markup, and mentions of programmes are joined over a run of as many pages.
"""

import argparse
import sys
from collections.abc import Callable
from functools import partial
from time import process_time
from typing import Any

from rich.console import Console
from rich.table import Table

from pipeline import ingest
from pipeline.clean import clean, gather
from pipeline.draft import Settings
from pipeline.emit.join import Named, join
from pipeline.flow import STAGES
from pipeline.forms.programs import fold, program_id
from pipeline.ingest import Page
from pipeline.ingest.markup import parse
from pipeline.schema import ProgramValue

SETTINGS = Settings()
FACTOR = 4
HEAD = "云台港三十年：从渔村码头到亿吨大港\n\n2020年4月\n\n某公司从起步到壮大，写了很长的一段话，好让页面成为页面。\n"
#: What numbers, calendars, quotes, brackets, headings, insertions, furniture and contradictions are made of.
UNITS = [
    *("1", "１", "1,", "1.", "1-", "1、", "一", "十", "0万", "亿", "从1", "%", "80万元", "增长66%", "2.2万万元"),
    *("年", "周", "上", "第一", "2020-", "3月至", "3月、", "2月30日", "2023年5月1日", "去年", "自2020年", "3月5日，"),
    *("去年同期", "“今天", "甲子年", "农历", "春节", "以来"),
    *("“", "“”", "‘", "《", "[", "[8]", "（", "“好。”", "“a”", "“甲”、", "“春雨”计划", "春雨计划", "推出", "启动春雨"),
    *("该项目", "计划", "节", "以下简称“"),
    *(
        " ",
        "\n",
        "\r\n",
        "。",
        "，",
        "的",
        "；",
        "a",
        "&a",
        "😀",
        "\u200b",
        "中\u200b",
        "★",
        "a中",
        "编辑\n",
        "播报",
        "中\n",
    ),
    *("QQ", "微信a ", "Q Q：1 2 3 ", "卡❤", "加微信", "卡盟发卡网", "网网网：", "科技公司", "他冷笑。", "登录 | "),
    *("，云台港三", "，渔村码、头到亿的", "首页 > ", "相关阅读\n标题标题标题\n", "\n分享到：微信 "),
    *("下降166%", "从3亿元下降到5亿元,", "去年3亿元今年2亿元增长50%", "其中5亿元", "营收12.6亿元。营收12.6万元。"),
    *("男50万人女60万人总1万人", "须要", "新下", "由第3位上升到第5位，", "学校有86所，其中小学52所，其余40所，"),
    *("20万人增长到80万人，增长1倍，", "从2023年3月1日到3月10日，为期20天，", "由30家增加20家，达到60家，"),
    *("2015年开工，2021年建成，历时3年，", "最高12℃，最低18℃，", "50名，每人2000元，共20万元，", "总投资5亿元。"),
]
#: Markup, each as what opens, what is repeated and what closes.
MARKUP: dict[str, Callable[[int], str]] = {
    "<div>中</div> nested": lambda n: "<div>" * n + "中" + "</div>" * n,
    "<ul><li>": lambda n: "<ul><li>" * n,
    "<table><tr><td>": lambda n: "<table><tr><td>" * n,
    "<": lambda n: "<" * n,
    '<a x="': lambda n: '<a x="' * n,
    "<!--": lambda n: "<!--" * n,
    "<style>.a{": lambda n: "<style>" + ".a{" * n,
    "<td> then </div>": lambda n: "<td>" * n + "</div>" * n,
    "hidden paragraphs": lambda n: '<p style="display:none">' * n,
    "paragraphs": lambda n: "<p>2023年，收入80万元。</p>" * n,
}


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--length", type=int, default=20_000, metavar="N", help="from N characters (default: 20000)")
    parser.add_argument("--only", metavar="TEXT", help="units that hold TEXT alone")
    options = parser.parse_args()
    names = ["ingest", "clean", *STAGES]
    table = Table(
        title=f"Seconds at {FACTOR * options.length} characters, × growth from {options.length}", title_justify="left"
    )
    for number, name in enumerate(("repeated", *names)):
        table.add_column(name, justify="right" if number else "left")
    for unit in UNITS:
        if options.only is None or options.only in unit:
            pages = (HEAD + unit * (size // len(unit)) for size in (options.length, FACTOR * options.length))
            short, long = map(stages, pages)
            table.add_row(repr(unit)[1:-1], *(grown(short[name], long[name]) for name in names))
    for name, source in MARKUP.items():
        if options.only is None or options.only in name:
            sizes = (options.length // 10, FACTOR * options.length // 10)
            short_time, long_time = (timed(partial(parse, source(n), encoding="utf-8", sha256="")) for n in sizes)
            table.add_row(name, grown(short_time, long_time))
    Console(width=None if sys.stdout.isatty() else 140).print(table)
    if options.only is None:
        short_time, long_time = (timed(partial(join, mentions(n))) for n in (options.length, FACTOR * options.length))
        print(f"joining {FACTOR * options.length} mentions: {long_time:.2f} s, ×{long_time / short_time:.1f}")
    return 0


def stages(text: str) -> dict[str, float]:
    """Seconds of every stage on a page, each on what the one before it made."""
    times = {"ingest": timed(partial(ingest.read, Page.from_text(text), SETTINGS))}
    draft = ingest.read(Page.from_text(text), SETTINGS)
    recurrence = gather([draft])
    for name, stage in (("clean", partial(clean, recurrence=recurrence)), *STAGES.items()):
        start = process_time()
        draft = stage(draft, settings=SETTINGS)
        times[name] = process_time() - start
    return times


def timed(function: Callable[[], Any]) -> float:
    """Seconds of processor time."""
    start = process_time()
    function()
    return process_time() - start


def grown(short: float, long: float) -> str:
    """A time and its growth. Below some hundredths of a second the clock says more about the machine than the code."""
    said = f"{long:.2f} ×{long / max(short, 1e-6):.1f}"
    return f"[red]{said}[/]" if long > 2 * FACTOR * short and long > 0.05 else said


def mentions(size: int) -> list[Named]:
    """Programmes of as many pages, many of them alike in all but a character or two."""
    found = []
    for number in range(size):
        name = f"乡村阅读{chr(0x4E00 + number % 3000)}{chr(0x4E00 + number // 3000)}推广计划"
        value = ProgramValue(program_id=program_id(fold(name), None), name=name, type="计划", organiser=None)
        found.append(Named(f"D{number}", "E1", value, None, "2020-01-01", "2020-01-01"))
    return found


if __name__ == "__main__":
    sys.exit(main())
