"""What the words around a figure say of its time and of its metric."""

import re

from pipeline.check.reading.figures import Age, Figure, Times
from pipeline.check.reading.view import View
from pipeline.schema import Sentence

#: Words before a figure that make it the older of two.
OLD = re.compile(
    "(?:上年|去年|上一年|前年|往年|同期|上月|上个月|上季|上一季|上期|上届|此前|先前|原来|原先|原有|原计划|年初|期初|以前|之前|年前|最初|当初|起初|改造前|开通前|实施前|"
    "比(?<![占同环]比)(?!例|重|亚|赛|武|价|率)(?!.{0,4}(?:增长|下降|增|降))|较|相比(?!之下))"
)
#: An old time and a figure of it, and not a change since then: 上年的3亿元, and not 比上年增长5%.
OLD_FIGURE = re.compile(
    rf"(?:{OLD.pattern})(?!(?:同期|同月|[年月]?[末底初])?(?:实际|名义|又|再|分别|约|均|将|则)?"
    r"[增减升降涨跌提上下回多少扩缩翻持][^\d，,。；;]{0,4}\d[\d.]*\s?(?:%|％|个百分点))[^。；;\n]{0,40}?\d"
)
#: Words that count from the year spoken of: 去年产值86亿元，上年同期为74.8亿元.
BEFORE = re.compile("同期|上年|前一年|上一年|前年|此前")
#: Words that make it the newer one; 目标 may stand behind it.
NEW = re.compile(
    "(?:今年|本年|本月|本季|本期|当年|当前|目前|如今|现在|现有|目标|力争|争取|计划|预计|预期|将达|将突破|要达到)"
)
TARGET = re.compile("[^，,。；;]{0,16}目标")
#: An old time that opens a sentence speaks for its first figure: 去年,景区接待游客80万人次.
OPENING = re.compile("(?:上年|去年|上一年|前年|上月|上季度|此前|一年前)[^，,\\d]{0,4}[，,]$")
YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年?(?!\d)")
#: How far before its clause a figure's year is looked for.
LOOK_BACK = 60
#: Pairs of characters that say nothing of the metric.
EMPTY = frozenset(
    re.findall(
        "..",
        "全年实现达到公司同比环比去年上年今年同期累计突破其中分别超过已经此前目前年度季度上半半年目标左右年的万元亿元",
    )
)


#: A sentence that names a year and at once its figure speaks of what was said before: 2022年为64亿元.
BARE = re.compile(r"(?:19|20)\d\d年[，,]?(?:这[^，,\d]{0,6})?(?:则|仅|分别)?[为是]")
#: The same within a sentence, behind a clause of the year spoken of.
OTHER_YEAR = re.compile(rf"[，,；;（(]而?{BARE.pattern}(?:约|近)?")

CLAUSE = re.compile("[^，,。；;]*")
WORDS = re.compile("[\u4e00-\u9fffA-Za-z]+")


def metric(view: View, figure: Figure, number: int) -> set[str]:
    """What a figure may measure: the pairs of characters of its clause that say something."""
    if figure.start not in view.metrics:
        view.metrics[figure.start] = _metric(view, figure, view.sentence(number))
    return view.metrics[figure.start]


def _metric(view: View, figure: Figure, sentence: Sentence) -> set[str]:
    start = view.clause_start(figure.start, max(sentence.start, figure.start - 30))
    behind = CLAUSE.match(view.text, figure.end, min(figure.end + 12, sentence.end))
    around = view.text[start : figure.start] + "，" + (behind[0] if behind else "")
    words = WORDS.findall(around.replace("营业收入", "营收"))
    return {word[i : i + 2] for word in words for i in range(len(word) - 1)} - EMPTY


def age(view: View, figure: Figure, sentence: Sentence) -> Age:
    """The time of a figure, from the words of its clause; the year also from just before the clause."""
    if figure.start not in view.ages:
        view.ages[figure.start] = _age(view, figure, sentence)
    return view.ages[figure.start]


def _age(view: View, figure: Figure, sentence: Sentence) -> Age:
    text = view.text
    start = view.clause_start(figure.start, max(sentence.start, figure.start - 30))
    years = YEAR.findall(text[start : figure.start])
    if not years and start > sentence.start:
        years = YEAR.findall(text[max(sentence.start, start - LOOK_BACK) : start])
    old = OLD.search(text, max(start, figure.start - 14), figure.start) or OPENING.match(text, sentence.start, start)
    new = NEW.search(text, start, figure.start) or TARGET.match(text, figure.end, min(figure.end + 20, sentence.end))
    before = old is not None and BEFORE.search(text, start, figure.start) is not None
    return Age(old is not None, new is not None, int(years[-1]) if years else None, before)


def year_before(old: Age, new: Age) -> bool:
    """Whether the one is of the year before the other's."""
    return old.year is not None and new.year is not None and old.year == new.year - 1


def older(old: Age, new: Age) -> bool:
    """Whether the words make the one the older of the two."""
    if old.old:
        return not new.old
    if old.year is not None and new.year is not None:
        return old.year == new.year - 1
    return new.new and not new.old and not old.new and old.year is not None


def times(view: View, number: int) -> Times:
    """The times of a sentence: most sentences name no older figure, and need no figures made."""
    if number not in view.times:
        sentence = view.sentences[number]
        span = sentence.start, sentence.end
        old = OLD_FIGURE.search(view.text, *span) is not None
        # Where there is an older figure nothing else is asked.
        new = not old and NEW.search(view.text, *span) is not None
        years = frozenset() if old else frozenset(YEAR.findall(view.text, *span))
        old = old or (bool(years) and OTHER_YEAR.search(view.text, *span) is not None)
        view.times[number] = Times(old, new, years)
    return view.times[number]


def compares(view: View, first: int, last: int) -> bool:
    """Whether the words of these sentences can make one figure the older of two."""
    years: set[str] = set()
    new = False
    for number in range(first, last + 1):
        its = times(view, number)
        if its.old:
            return True
        new = new or its.new
        years |= its.years
    if len(years) > 1 or (years and new):
        return True
    return bool(years) and any(BARE.match(view.text, view.starts[number]) for number in range(first + 1, last + 1))


def dated(view: View, number: int) -> bool:
    """Whether the words of a sentence make any figure the older or the newer one."""
    return any(times(view, number))
