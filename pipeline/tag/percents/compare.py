"""More or less than something else: 比同行低8%, 高出同行三成, 少用水四成. The figure is the difference."""

import re

from pipeline.schema import Direction
from pipeline.tag.lexicon import any_of
from pipeline.tag.modifiers import BEFORE

#: A clause of no more characters may have nothing but the difference.
_SHORTEST = 6

_ADJECTIVES: dict[str, Direction] = {
    **dict.fromkeys("高多快大好长超贵重厚宽强", "increase"),
    **dict.fromkeys([*"低少慢小差短省轻薄窄弱", "便宜"], "decrease"),
}
# 占比, 性价比 and 比例 compare nothing, and 较高 is how high it is.
_WITH = (
    r"(?:(?:(?<![占同环对不])(?<!性价)(?<!信噪)(?<!产出)比(?![例重率分值赛较亚])|(?<=[占同环对]比)比)[^，,。；]{1,24}?"
    r"|(?<![比相])较(?![大小多少高低快慢为强弱好差长短])[^，,。；]{2,24}?"
    r"|(?:[与和同跟][^，,。；]{1,16}?)?相[比较]于?[^，,。；]{0,24}?)"
)
_HEDGES = rf"(?:{any_of(BEFORE)}|了|出|整整|足足|竟|还)"
# 比上年少计提, 比漫灌少用水: what was done more or less.
_DONE = r"(?:(?<=[多少])[\u4e00-\u9fff]{1,3})?"
_THAN = re.compile(
    rf"{_WITH}(?<![最至不])(?P<adjective>(?!超(?![出过了])){any_of(_ADJECTIVES)}){_DONE}{_HEDGES}{{0,3}}$"
    rf"|(?:[同环]比|按[年月季周])(?P<plain>{any_of(_ADJECTIVES)}){_DONE}{_HEDGES}{{0,3}}$"
    # 高出同行三成; not 低于1996年的6.9%, a level.
    rf"|(?<![不得])(?P<first>[高低多少大小快慢长短]|超(?=出|过[^，,。；]{{0,4}}[年月季期]))[出于过](?=[^，,。；\d])"
    rf"[^，,。；]{{2,16}}?(?<![的比]){_HEDGES}{{0,2}}[ ]?$"
)
# 超过全国平均水平3个百分点: with points a difference, else a part (超过总股本5%).
_POINTS = re.compile(
    r"(?<![不没未得])(?:(?P<more>超过|好于|优于|强于|跑赢)|逊于|弱于|差于|不及|跑输)[^，,。；\d]{2,16}$"
)
# 与旧机相比，噪音低12%: what is compared with stands in the clause before.
_OPENED = re.compile(rf"(?<![最至不较更])(?P<adjective>(?!超){any_of(_ADJECTIVES)}){_DONE}{_HEDGES}{{0,3}}$")
# 男生不及女生，低4个百分点: the clause has nothing else.
_ALONE = re.compile(rf"(?:[约则也还又要却反]|反而|{any_of(BEFORE)})?(?P<adjective>[高低多少慢贵]){_HEDGES}{{0,2}}")
# 少用水四成, 多花三成: how much more or less is done.
_VERB = "(?:用(?![户于途地])|花(?![样色费园])|交(?![易通])|种(?![类样])|[付买卖赚挣销吃喝耗跑走拿打养做干掏]|花费)"
_DOES = re.compile(
    rf"(?<![许最众至很太差不减增缺几诸大繁])(?P<word>[多少]){_VERB}(?:了|出|掉)?[\u4e00-\u9fff]{{0,2}}?{_HEDGES}{{0,2}}$"
)
# 减糖30%, 提效15%: the verb has but one character of object.
_SHORT = re.compile(
    r"(?P<word>(?<![扣加削缩裁蠲])减(?![按持半仓免资税负排少值刑去法号震掉幅息员产速收征税弱缓轻低亏至到为了])"
    r"|(?<![升调加下])降(?![水雨雪温落生临服级到至为幅低息准价速]))(?P<object>[\u4e00-\u9fff])"
    rf"{_HEDGES}{{0,2}}$"
)


def compared(left: str, *, points: bool, opened: bool) -> tuple[Direction, str, int, str] | None:
    """Direction, word, place and, where it stands between, object of the difference that the clause tells.

    The figure may have `points` as its unit; the clause is `opened` by one that says what is compared with.
    """
    found = _OPENED.search(left) if opened else _ALONE.fullmatch(left) if len(left) < _SHORTEST else None
    if found:
        return _ADJECTIVES[found["adjective"]], found["adjective"], found.start(), ""
    if "比" in left or "较" in left or "按" in left or "于" in left or "出" in left or "过" in left:
        than = _THAN.search(left)
        if than:
            word = than["adjective"] or than["plain"] or than["first"]
            return _ADJECTIVES[word], word, than.start(), ""
    if points and (than := _POINTS.search(left)):
        return ("increase" if than["more"] else "decrease"), than[0][:2], than.start(), ""
    if "多" in left[-8:] or "少" in left[-8:]:
        does = _DOES.search(left)
        if does:
            return _ADJECTIVES[does["word"]], does["word"], does.start(), ""
    if "减" in left[-6:] or "降" in left[-6:]:
        short = _SHORT.search(left)
        if short:
            return "decrease", short["word"], short.start(), short["object"]
    return None
