"""The words that carry evidence: directions of change, metrics, tone. Data files hold the lists."""

import re
from importlib.resources import files
from typing import Literal, NamedTuple

Sign = Literal[1, -1]


class Change(NamedTuple):
    """A word that states a change: `sign` is 1 for a rise; `opposite` is what a table swaps it with."""

    word: str
    sign: Sign
    opposite: str


def table(name: str) -> list[list[str]]:
    """The rows of a tab-separated data file; lines that begin with # are comments."""
    lines = files("pipeline.check").joinpath("data", name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def alternation(words: list[str]) -> str:
    """A pattern of any of the words, the longest first.

    `re` skips to their first characters by itself, which a look-ahead before them would keep it from doing.
    """
    return f"(?:{'|'.join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))})"


CHANGES: dict[str, Change] = {
    word: Change(word, 1 if sign == "+" else -1, opposite) for word, sign, opposite in table("directions.tsv")
}
#: A word of change. 上升 in 上升期 and the like do no harm: it is only asked for beside a figure.
CHANGE = re.compile(alternation(list(CHANGES)))

#: Good news, and bad news, in the sentence around a change.
GOOD = re.compile(
    "创.{0,4}新高|新高|突破|亮眼|亮点|喜人|强劲|迅猛|旺盛|火爆|火热|井喷|蓬勃|高速|大幅领先|领跑|跃居|跃升|"
    "稳步|稳健|显著成效|成效显著|成果|丰硕|飞跃|翻番|受益于|得益于|带动|拉动|助力|推动|促进|实现了?|超额|优于|"
    "再创|刷新|红火|兴旺|热销|畅销|热度|向好|复苏|利好|扩张|扩充|最快|首次超过|达到?了?历史"
)
BAD = re.compile(
    "受(?!益|到欢|欢迎|理|访|众|惠|邀|聘|让)[^，,。]{1,10}(?:影响|作用|冲击|拖累|波动)|偏枯|低迷|疲软|疲弱|下行|不振|承压|压力|亏损|拖累|萎靡|不及预期|遗憾|寒冬|困难|恶化|严峻|遇冷|"
    "危机(?!管理|公关|意识)|灾害|冲击|滞销|滑坡|关停|裁员|缺口|疫情|干旱|暴雨|洪涝|停产|停工|过剩|歉收|放缓|遭遇|激烈|偏少|偏低|偏弱|不足|缩水|拖欠|流失|下架"
)
#: Words that say a measured evil or cost was dealt with: a true fall.
CURBED = re.compile(
    "有效遏制|得到控制|有效控制|明显改善|改善|缓解|减轻|节约|节省|节能|降本|严打|整治|治理|防治|压降|好转|提质"
)
