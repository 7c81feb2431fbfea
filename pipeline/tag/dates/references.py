"""Years, months and days by reference: 去年, 上个月, 当天, 次日.

Each is a word with what it counts and what must not stand beside it, where it would be part of another
word: 前天 is no date in 以前天气, 明年 none in 说明年报.
"""

import re
from dataclasses import dataclass

from pipeline.tag.dates.headlines import HEADLINES
from pipeline.tag.dates.heads import pairs
from pipeline.tag.dates.rule import Alone, Atom, Fields, Groups, Rank


@dataclass(frozen=True)
class Word:
    """Spellings that mean the same; characters that may not stand before them, an expression that may not behind."""

    spellings: tuple[str, ...]
    fields: Fields
    not_before: str = ""
    not_behind: str = ""
    opens: bool = False
    """Whether a clause or a preposition must open before it."""

    @property
    def pattern(self) -> str:
        """The word where it is a word."""
        words = []
        for word in self.spellings:
            before = f"(?<![{self.not_before}]{word})" if self.not_before else ""
            words.append(word + before + (f"(?!{self.not_behind})" if self.not_behind else ""))
        return "|".join(words)


OPENS = re.compile(r"(?:^|[\s，。；：、,;:（(“《—？！]|[在的和与是到从于自将至])$")


def _speech(**fields: int) -> Fields:
    return {**fields, "anchor": "speech"}


def _topic(**fields: int) -> Fields:
    return {**fields, "anchor": "topic"}


_YEAR_OF = "[级級岁歲龄齡纪紀轻輕代]"

YEAR_WORDS = (
    Word(("大前年",), _speech(year_offset=-3)),
    Word(("前年",), _speech(year_offset=-2), "以之目空提此日月天年", "度|[后後]"),
    Word(("去年度", "去年"), _speech(year_offset=-1), not_behind=_YEAR_OF),
    Word(("今年度", "今年"), _speech(year_offset=0), not_behind=f"{_YEAR_OF}|近花甲|过半百"),
    Word(("本年度", "本年"), _speech(year_offset=0), "基日成资样版", f"{_YEAR_OF}|[月报]"),
    Word(("这一年", "這一年"), _topic(year_offset=0)),
    Word(("明年度", "明年"), _speech(year_offset=1), "说證证表声聲注清透文简聪分发發光", "[报報龄纪轻]"),
    Word(("来年", "來年"), _speech(year_offset=1), "起以往从近后後", opens=True),
    Word(("下年度", "下年", "下一年度", "下一年"), _speech(year_offset=1), "以年之一", _YEAR_OF),
    Word(("大后年", "大後年"), _speech(year_offset=3)),
    Word(("后年", "後年"), _speech(year_offset=2), not_behind="度", opens=True),
    Word(("上年度", "上年", "上一年度", "上一年"), _topic(year_offset=-1), "以线之", f"{_YEAR_OF}|[中画畫货]"),
    Word(("前一年",), _topic(year_offset=-1), "以之目"),
    Word(("同年度", "同年"), _topic(year_offset=0), "合不相", _YEAR_OF),
    Word(("当年度", "當年度", "当年", "當年"), _topic(year_offset=0), "相想正忆憶遥遙", f"{_YEAR_OF}|[的那這这确確]"),
    Word(("该年度", "該年度", "该年", "該年"), _topic(year_offset=0), "应應", _YEAR_OF),
    Word(("次年", "翌年"), _topic(year_offset=1), "一这這每几幾那首此两兩数三多二"),
    Word(("后一年", "後一年"), _topic(year_offset=1), "以之最"),
    Word(("第二年",), _topic(year_offset=1), not_behind=_YEAR_OF, opens=True),
)

_MONTH_OF = "[亮球光饼餅均薪老租经牙]"

MONTH_WORDS = (
    Word(("上上个月", "上上個月", "上上月"), _speech(month_offset=-2)),
    Word(("上个月", "上個月", "上一个月", "上一個月", "上月"), _speech(month_offset=-1), "以线晚早水之", _MONTH_OF),
    Word(("本月", "今个月", "今個月"), _speech(month_offset=0), "基日", _MONTH_OF),
    Word(("这个月", "這個月", "这月"), _speech(month_offset=0), not_behind=_MONTH_OF),
    Word(("下下个月", "下下個月", "下下月"), _speech(month_offset=2)),
    Word(("下个月", "下個月", "下一个月", "下一個月", "下月"), _speech(month_offset=1), "以之", _MONTH_OF),
    Word(("当月", "當月", "同月", "该月", "該月"), _topic(month_offset=0), "合不相应應", _MONTH_OF),
    Word(("次月", "翌月"), _topic(month_offset=1), "一这這每几幾那首此两兩数三多二", _MONTH_OF),
)

_PARTS = "[早晚晨夜]"

DAY_WORDS = (
    Word(("大前天",), _speech(day_offset=-3)),
    Word(("前天", "前儿"), _speech(day_offset=-2), "以之目空提台", "[气氣然空下津猫赋才]"),
    Word(("前日",), _speech(day_offset=-2), "以之目", "[本常军产均]", opens=True),
    Word(("昨天", "昨日", "昨儿个", "昨儿"), _speech(day_offset=-1)),
    Word(("昨",), _speech(day_offset=-1), not_behind=rf"(?!{_PARTS})|夜秋"),
    Word(("今天", "今儿个", "今儿", "即日(?=起|$)"), _speech(day_offset=0)),
    Word(("今日",), _speech(day_offset=0), "至", "头条|頭條"),
    Word(("今",), _speech(day_offset=0), "至从如当當迄古", rf"(?!{_PARTS})"),
    Word(("本日",), _speech(day_offset=0), "基日这這成资根", "[常报记益]"),
    Word(("明天", "明儿个", "明儿"), _speech(day_offset=1), "透探查证證说說表声聲注写指标阐", "系"),
    Word(("明日",), _speech(day_offset=1), "光透", "[系丽城星]"),
    Word(("明",), _speech(day_offset=1), "说證证表声聲注清透文简聪分发發光", rf"(?!{_PARTS})|晚[清期]"),
    Word(("大后天", "大後天"), _speech(day_offset=3)),
    Word(("后天", "後天", "后儿"), _speech(day_offset=2), "以之此今随隨最往先雨日", "[性气氣下然空津猫培免努形因环]"),
    Word(("大后日", "大後日"), _speech(day_offset=3)),
    Word(("后日", "後日"), _speech(day_offset=2), not_behind="[本常]", opens=True),
)

#: What is done within a day, whatever day that is: 当天放款, 当日往返.
_SAME_DAY = "(?:即可|就能|可)?(?:放款|放贷|下款|到[账帐賬帳]|发货|發貨|往返|来回|來回|见效|見效|送[达達])(?!了)"
_NEXT_BEFORE = "一这這每几幾那首此两兩数三多二"

TOPIC_DAY_WORDS = (
    Word(("当天", "當天"), _topic(day_offset=0), "应應担擔", f"[真然才天]|{_SAME_DAY}"),
    Word(("当日", "當日"), _topic(day_offset=0), "应應担擔", f"[达達]|{_SAME_DAY}"),
    Word(("当", "當"), _topic(day_offset=0), "应應担擔相适適正", "(?![晚夜])"),
    Word(("同一天", "同日"), _topic(day_offset=0), "不相合", "[志本常]|而语"),
    Word(("同",), _topic(day_offset=0), "不相合", "(?!晚)"),
    Word(("次日", "翌日"), _topic(day_offset=1), _NEXT_BEFORE, "[达達]"),
    Word(("次", "翌"), _topic(day_offset=1), _NEXT_BEFORE, "(?![晨早])"),
    Word(("隔天", "隔日", "第二天"), _topic(day_offset=1), not_behind="[达達]"),
    Word(("后一天", "後一天", "后一日", "後一日"), _topic(day_offset=1), "以之最"),
    Word(("前一天", "前一日"), _topic(day_offset=-1), "以之目"),
)


def _heads(spelling: str) -> tuple[str, ...]:
    """A word of one character needs a part of the day behind it."""
    return (spelling[:2],) if len(spelling) > 1 else pairs(spelling, "早晚晨夜")


def _reference(
    name: str,
    rank: Rank,
    words: tuple[Word, ...],
    examples: tuple[str, ...],
    rejects: tuple[str, ...],
    *,
    suffix: str = "",
) -> Atom:
    """One atom for a table of words, the longest spelling first."""
    by_spelling = {re.sub(r"\(.*", "", spelling): word for word in words for spelling in word.spellings}
    ordered = sorted(
        (
            Word((spelling,), word.fields, word.not_before, word.not_behind)
            for word in words
            for spelling in word.spellings
        ),
        key=lambda word: -len(word.spellings[0]),
    )
    pattern = "|".join(word.pattern for word in ordered)

    def read(groups: Groups) -> Fields:
        return dict(by_spelling[groups["word"] or ""].fields)

    def alone(text: str, start: int, end: int) -> bool:
        word = by_spelling.get(text[start:end].removesuffix("份"))
        if word is None or end - start < 2:  # 今 and 当 need what makes a day of them: 今晚, 当夜
            return False
        return not word.opens or bool(OPENS.search(text[max(0, start - 1) : start]))

    condition: Alone = alone
    heads = tuple(sorted({head for spelling in by_spelling for head in _heads(spelling)}))
    return Atom(
        name, rank, f"(?P<word>{pattern}){suffix}", read, condition, heads=heads, matches=examples, rejects=rejects
    )


def _two_years(groups: Groups) -> Fields:
    first = "去今明".index((groups["word"] or "今")[0]) - 1
    return {"year_offset": first, "anchor": "speech", "years": 2}


def _season_year(groups: Groups) -> Fields:
    return {"year_offset": "去今明".index(groups["word"] or "今") - 1, "anchor": "speech"}


REFERENCES: tuple[Atom, ...] = (
    *HEADLINES,
    Atom(
        "two years by name",
        Rank.YEAR,
        r"(?P<word>去今|今明)(?:两|兩|二)年",
        _two_years,
        heads=("去今", "今明"),
        matches=("今明两年", "去今两年"),
        rejects=("两年",),
    ),
    Atom(
        "year by one word before a season",
        Rank.YEAR,
        r"(?P<word>[今明]|去(?<![春夏秋冬]去))(?=[春夏秋冬](?![日天雨光来]))",
        _season_year,
        alone=lambda text, start, end: False,  # noqa: ARG005 - 今 is no year
        heads=pairs("今去明", "春夏秋冬"),
        matches=("今春", "去冬"),
        rejects=("今日", "去春游"),
    ),
    _reference(
        "year by reference",
        Rank.YEAR,
        YEAR_WORDS,
        ("今年", "去年", "明年", "前年", "上年", "次年", "同年", "当年", "上年度", "第二年"),
        ("说明年报", "今年龄", "目前年产", "上年纪", "本年级", "以上年龄", "每年", "此后年年", "投产后年产值"),
    ),
    _reference(
        "month by reference",
        Rank.MONTH,
        MONTH_WORDS,
        ("上月", "上个月", "本月", "下个月", "当月", "次月", "上月份"),
        ("以上月薪", "一个月", "水上月光"),
        suffix="份?",
    ),
    _reference(
        "day by reference to now",
        Rank.DAY,
        DAY_WORDS,
        ("今天", "昨日", "明天", "大前天", "后天", "前天", "即日", "今儿"),
        ("今日头条", "光明日报", "时至今日", "这本日记", "以前天气", "目前日本", "后天性", "先天后天努力"),
    ),
    _reference(
        "day by reference to another",
        Rank.DAY,
        TOPIC_DAY_WORDS,
        ("当天", "次日", "翌日", "同日", "第二天"),
        ("次日达", "应当天天", "最后一天", "隔日达", "一次晚餐", "当晚辈"),
    ),
)
