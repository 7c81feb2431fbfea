"""Word lists as they are written in the rules of this room, and patterns made from them."""

import re
from collections.abc import Collection, Iterable
from functools import lru_cache

#: The words that begin alike, by their next character; "" where one ends.
Tree = dict[str, "Tree"]


def listed(words: str) -> list[str]:
    """The words of a list that is written with spaces and line breaks between them."""
    return words.split()


def any_of(words: Iterable[str]) -> str:
    """A regular expression for any of the words, the longest that stands there.

    It is the tree of their beginnings, which `re` descends character by character; an alternation of a thousand
    words would be tried word by word.
    """
    tree: Tree = {}
    for word in words:
        node = tree
        for character in word:
            node = node.setdefault(character, {})
        node[""] = {}
    return _pattern(tree)


def _pattern(node: Tree) -> str:
    """The expression for what may follow from a node on; as deep as the longest word is long."""
    branches = [re.escape(character) + _pattern(node[character]) for character in sorted(node.keys() - {""})]
    if not branches:
        return ""
    return f"(?:{'|'.join(branches)}){'?' if '' in node else ''}"


def first_of(words: Iterable[str]) -> str:
    """A look ahead for the first character of any of the words, which spares a search most places."""
    return f"(?=[{re.escape(''.join(sorted({word[0] for word in words})))}])"


def opening_of(words: Collection[str]) -> str:
    """A regular expression that is quick to tell where none of the words stands: by their first two characters."""
    firsts, seconds = (re.escape("".join(sorted({word[place] for word in words if len(word) > 1}))) for place in (0, 1))
    single = re.escape("".join(sorted({word for word in words if len(word) == 1})))
    return f"(?=[{single}{firsts}])(?:[{single}]|[{firsts}][{seconds}])"


# Traditional characters of the word lists, each before its simplified form.
_PAIRS = (
    "長长漲涨擴扩減减縮缩佔占較较與与達达過过進进為为會会從从將将個个幾几對对當当於于價价額额約约餘余數数倍倍產产業业銷销營营潤润資资貸贷債债費费環环續续變变"
    "總总計计預预實实際际顯显應应轉转調调滯滞緩缓銳锐劇剧驟骤暴暴飆飙攀攀躍跃跌跌虧亏損损盈盈節节間间歷历後后時时現现連连發发開开這这種种類类點点讓让據据稱称"
    "認认測测顆颗導导帶带動动沒没無无難难還还僅仅雙双單单週周開开關关並并滿满處处錄录獲获創创於于報报權权購购賣卖買买賺赚賠赔償偿簽签約约貨货貿贸財财務务戶户"
    "車车輛辆則则純纯隻只頭头張张條条項项畝亩噸吨聲声勢势穩稳強强壓压擊击闊阔寬宽蓋盖態态勁劲攤摊積积儲储餘余餘余獎奖罰罚淨净佣佣頃顷間间棟栋艘艘幀帧冊册噸吨臺台條条枚枚顆颗羣群門门輪轮組组種种筆笔盤盘箱箱劑剂個个樣样頁页對对場场座座盞盏"
)
_SIMPLIFIED = {ord(a): b for a, b in zip(_PAIRS[::2], _PAIRS[1::2], strict=True) if a != b}
_TRADITIONAL = re.compile(f"[{''.join(map(chr, _SIMPLIFIED))}]")


@lru_cache(maxsize=2)  # the finders of a page ask one after the other
def simplified(text: str) -> str:
    """The text as the word lists write it: traditional characters folded, the length the same."""
    return text.translate(_SIMPLIFIED) if _TRADITIONAL.search(text) else text
