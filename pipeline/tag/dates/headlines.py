"""Days by one word, as headlines have them, and newspapers of Hong Kong and Taiwan: 昨闭幕, 今起, 昨（16）日."""

from pipeline.tag.dates.heads import pairs
from pipeline.tag.dates.rule import Atom, Fields, Groups, Rank

#: What begins, ends or is made known on a day that a headline tells by one word: 今开幕, 明揭晓, 今起.
_HAPPENS = (
    "(?:[开開](?:[幕赛賽馆館园園业業市通营營学學班考庭工镰鐮播拍演展售锣鑼战戰])|[闭閉落揭]幕|揭[晓曉牌]|收官|[启啟](?:程|[动動]|航|用|幕)"
    "|抵[达達]|返[回程]|上(?:映|市(?!公司|民)|[线線])|首(?:[发發]|映|演|航|[飞飛])|[发發](?:布|佈|射)|公[布佈]|宣[布佈判]|[举舉]行|召[开開]"
    "|出[炉爐]|通[车車]|竣工|封[顶頂]|[挂掛]牌|亮相|登[场場陆陸]|打[响響]|升空|截[止稿]|生效|施行|[实實]施)"
)
#: 今起 and 明起 are from that day on; 说明起源 is none.
_ON = "起(?![源初码碼因草诉訴飞飛床来來身义義点點步]|降[机機架])"
_NO_DAY_BEFORE = "说說證证表声聲注清透文简聪分发發光阐闡指写寫查探申标標黎天昆三高嵩贤賢"
#: A headline names what will be before 明; 李明宣布 is a person.
_THING = "[\\s，。：！？、》”」会會赛賽节節展园園馆館站线線片剧劇案桥橋路港城店球杯股车車机機日]"


def _named_day(groups: Groups) -> Fields:
    return {"day_offset": "昨今明".index(groups[0][0]) - 1, "anchor": "speech"}


HEADLINES: tuple[Atom, ...] = (
    Atom(
        "day by reference, with its number",
        Rank.DAY,
        r"(?P<word>[昨今明])[（(]\d{1,2}[）)](?:日|晚)",
        _named_day,
        heads=pairs("昨今明", "（("),
        matches=("昨（17）日", "今(26)日"),
        rejects=("昨（日）", "昨日（17日）"),
    ),
    Atom(
        "yesterday by one word",
        Rank.DAY,
        r"(?P<word>昨)(?<![如今是若胜勝]昨)(?=[\u4e00-\u9fff]|[（(]\d{1,2}日)(?![天日晚夜早晨儿兒年非今宵])",
        _named_day,
        heads=("昨",),
        matches=("昨闭幕", "昨公布", "昨下午"),
        rejects=("昨非", "昨年", "昨。"),
    ),
    Atom(
        "today or tomorrow by one word",
        Rank.DAY,
        rf"(?P<word>今)(?<![至从從如当當迄古现現于於方]今)(?={_HAPPENS}|{_ON})"
        rf"|(?P<next>明)(?:(?<![{_NO_DAY_BEFORE}]明)(?={_ON})|(?:(?<={_THING}明)|(?<!.明))(?={_HAPPENS}))",
        _named_day,
        heads=(*pairs("今明", "起开開闭閉落揭收启啟抵返上首发發公宣举舉召出通竣封挂掛亮登打升截生施实實"),),
        matches=("今开幕", "今起", "明起", "明揭晓"),
        rejects=("今开", "明说", "今起源"),
    ),
)
