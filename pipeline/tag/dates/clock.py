"""Times of day; they extend the date that they follow and are no date by themselves."""

from pipeline.tag.dates.heads import figures, han, numbers
from pipeline.tag.dates.rule import GAP, HAN, Atom, D, Rank, never

#: What makes a word with 上 that stands behind a part of the day: 晚|上演, 早|上市; not 晚上|演出.
_UP = (
    "(?:演(?![出唱员員艺藝播])|映|[线線](?![上下路])|市(?![民区區中政场場委])|[架任岗崗]"
    "|班(?![级主])|[课課](?![程堂题題])|海(?![面水边风]))"
)
_PART = (
    rf"(?:凌晨|一大早|一早(?!上)|清晨|清早|大清早|一?早上(?!{_UP})|早晨|早间|早間|上午|中午|正午|午间|午間|午后|午後|下午|傍晚|晚上(?!{_UP})|晚间|晚間|夜间|夜間|夜里|深夜|半夜|午夜|入夜|当晚|白天|盘后|盘前"
    r"|早(?!晚|就|已|在|于|期|先|前|日|年|些|有|些|餐|饭|教|市|盘|高)|晨(?!报|练|会|光|跑|曦)|晚(?!会|报|餐|饭|宴|期|年|些|于|辈|了|安|点)|夜(?!市|景|宵|色|班|校))"
)
_PART_HEADS = (*han("大", "早"), *"凌清大早晨上中正午下傍晚夜深半入当白盘")
_N = rf"(?:[{D}]{{1,2}}|[{HAN}两兩]{{1,3}})"
_ZONE = r"(?:[（(]?(?:北京时间|北京時間|当地时间|當地時間|美东时间|格林尼治时间)[）)]?)?"
_TIME = (
    rf"(?:[{D}]{{1,2}}[:：][{D}]{{2}}(?:[:：][{D}]{{2}}(?:\.[{D}]{{1,6}})?)?"
    rf"|{_N}{GAP}[点點时時](?!间|間|代|候|刻|期|常|而|评|空|报|尚|装|光|段|差|速)钟?(?:{GAP}(?:半|整|一刻|三刻|{_N}{GAP}分(?!之|[公店行部院校])(?:{_N}秒)?))?)"
)

CLOCK: tuple[Atom, ...] = (
    Atom(
        "clock time",
        Rank.CLOCK,
        rf"T?{_ZONE}(?:{_PART}{GAP})?{_TIME}(?:{GAP}[-—–~～至到]{GAP}(?:次日)?(?:{_PART}{GAP})?{_TIME})?(?:Z|[+-][{D}]{{2}}:?[{D}]{{2}})?",
        lambda groups: {},  # noqa: ARG005
        alone=never,
        follows=frozenset({Rank.DAY, Rank.WEEKDAY, Rank.WHOLE, Rank.PERIOD}),
        heads=(*numbers(*"点點时時"), *figures(":", "："), *_PART_HEADS, *"T（(北当當美格"),
        matches=("8点", "08:12", "上午10时30分", "晚上8点半", "9时至11时", "T08:12:33Z"),
        rejects=("8时代", "上午"),
    ),
    Atom(
        "part of a day",
        Rank.CLOCK,
        rf"{_PART}",
        lambda groups: {},  # noqa: ARG005
        alone=never,
        follows=frozenset({Rank.DAY, Rank.WEEKDAY, Rank.WHOLE, Rank.PERIOD}),
        heads=_PART_HEADS,
        matches=("上午", "晚", "凌晨", "早"),
        rejects=("早就", "晚会"),
    ),
)
