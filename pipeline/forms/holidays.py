"""Holidays and solar terms: their names, and the rule of the calendar that each follows.

`tag` knows them by name, `normalize` places them in a year. A rule is a tuple whose first item says
how the others are read:

==========  ==================================================================
fixed       month, day; "second" if that is the second of its days
lunar       month and day of the Chinese lunar calendar; day 0 is the last day of the month before
weekday     month, weekday (1 Monday … 7 Sunday), which one of the month (negative: from its end)
easter      days after Easter Sunday; with a third item "eastern", after Orthodox Easter
lent        first and last of its days, as days after Easter Sunday
term        name of the solar term
hebrew      month (Nisan is 1), day, number of days; "moved" where it keeps away from the Sabbath
islamic     month, day, number of days
moon        month and day of the Chinese lunar calendar that fall together with the Indian one, number of days
evening     month and day from which on the first new or full moon decides; new or full
==========  ==================================================================
"""

from typing import Final

Rule = tuple[str | int, ...]

#: Simplified names by key, most usual first. Traditional spellings follow from VARIANTS.
HOLIDAYS: Final[dict[str, tuple[tuple[str, ...], Rule]]] = {
    # China, solar
    "new_year": (("元旦节", "元旦", "阳历新年", "公历新年", "新历新年", "新年"), ("fixed", 1, 1)),
    "women": (("国际妇女节", "国际劳动妇女节", "三八妇女节", "妇女节", "三八节", "女神节", "女生节"), ("fixed", 3, 8)),
    "arbor": (("植树节",), ("fixed", 3, 12)),
    "consumer": (("国际消费者权益日", "消费者权益日", "三一五", "3·15", "3.15晚会当天"), ("fixed", 3, 15)),
    "fools": (("愚人节",), ("fixed", 4, 1)),
    "labour": (("五一国际劳动节", "国际劳动节", "五一劳动节", "劳动节", "五一节", "五一"), ("fixed", 5, 1)),
    "youth": (("五四青年节", "青年节"), ("fixed", 5, 4)),
    "nurses": (("护士节", "国际护士节"), ("fixed", 5, 12)),
    "children": (("六一国际儿童节", "国际儿童节", "六一儿童节", "儿童节", "六一"), ("fixed", 6, 1)),
    "party": (("建党节", "党的生日", "七一建党节"), ("fixed", 7, 1)),
    "army": (("八一建军节", "建军节"), ("fixed", 8, 1)),
    "doctors": (("中国医师节", "医师节"), ("fixed", 8, 19)),
    "teachers": (("教师节",), ("fixed", 9, 10)),
    "national": (("国庆节", "国庆", "十一国庆", "十一黄金周", "十一假期", "十一长假"), ("fixed", 10, 1)),
    "double_tenth": (("双十节", "双十国庆"), ("fixed", 10, 10)),
    "singles": (("光棍节", "双十一", "双11"), ("fixed", 11, 11)),
    "double_twelve": (("双十二", "双12"), ("fixed", 12, 12)),
    "june_18": (("618",), ("fixed", 6, 18)),
    "hong_kong": (("香港回归纪念日", "香港特别行政区成立纪念日"), ("fixed", 7, 1)),
    "macau": (("澳门回归纪念日", "澳门特别行政区成立纪念日"), ("fixed", 12, 20)),
    "memorial": (("国家公祭日",), ("fixed", 12, 13)),
    "constitution": (("国家宪法日", "宪法日"), ("fixed", 12, 4)),
    "earth": (("世界地球日", "地球日"), ("fixed", 4, 22)),
    "environment": (("世界环境日", "环境日"), ("fixed", 6, 5)),
    "reading": (("世界读书日", "读书日"), ("fixed", 4, 23)),
    "tourism": (("中国旅游日",), ("fixed", 5, 19)),
    "museum": (("国际博物馆日",), ("fixed", 5, 18)),
    # International and national days
    "wetlands": (("世界湿地日",), ("fixed", 2, 2)),
    "wildlife": (("世界野生动植物日",), ("fixed", 3, 3)),
    "ears": (("全国爱耳日", "世界听力日", "爱耳日"), ("fixed", 3, 3)),
    "forests": (("国际森林日", "世界森林日"), ("fixed", 3, 21)),
    "sleep": (("世界睡眠日",), ("fixed", 3, 21)),
    "water": (("世界水日",), ("fixed", 3, 22)),
    "weather": (("世界气象日",), ("fixed", 3, 23)),
    "tuberculosis": (("世界防治结核病日",), ("fixed", 3, 24)),
    "autism": (("世界孤独症日", "世界自闭症日", "世界孤独症关注日"), ("fixed", 4, 2)),
    "health": (("世界卫生日",), ("fixed", 4, 7)),
    "security": (("全民国家安全教育日", "国家安全教育日"), ("fixed", 4, 15)),
    "space": (("中国航天日",), ("fixed", 4, 24)),
    "intellectual_property": (("世界知识产权日",), ("fixed", 4, 26)),
    "red_cross": (("世界红十字日",), ("fixed", 5, 8)),
    "brands": (("中国品牌日",), ("fixed", 5, 10)),
    "disasters_china": (("全国防灾减灾日", "防灾减灾日"), ("fixed", 5, 12)),
    "families": (("国际家庭日",), ("fixed", 5, 15)),
    "disabled_china": (("全国助残日",), ("weekday", 5, 7, 3)),
    "telecommunications": (("世界电信日", "世界电信和信息社会日"), ("fixed", 5, 17)),
    "tea": (("国际茶日",), ("fixed", 5, 21)),
    "biodiversity": (("国际生物多样性日",), ("fixed", 5, 22)),
    "tobacco": (("世界无烟日",), ("fixed", 5, 31)),
    "eyes": (("全国爱眼日",), ("fixed", 6, 6)),
    "oceans": (("世界海洋日",), ("fixed", 6, 8)),
    "archives": (("国际档案日",), ("fixed", 6, 9)),
    "heritage": (("文化和自然遗产日",), ("weekday", 6, 6, 2)),
    "blood": (("世界献血者日", "世界献血日"), ("fixed", 6, 14)),
    "deserts": (("世界防治荒漠化与干旱日", "世界防治荒漠化和干旱日"), ("fixed", 6, 17)),
    "land": (("全国土地日",), ("fixed", 6, 25)),
    "drugs": (("国际禁毒日", "世界禁毒日"), ("fixed", 6, 26)),
    "population": (("世界人口日",), ("fixed", 7, 11)),
    "seafaring": (("中国航海日",), ("fixed", 7, 11)),
    "hepatitis": (("世界肝炎日",), ("fixed", 7, 28)),
    "fitness": (("全民健身日",), ("fixed", 8, 8)),
    "ecology": (("全国生态日",), ("fixed", 8, 15)),
    "teeth": (("全国爱牙日",), ("fixed", 9, 20)),
    "peace": (("国际和平日",), ("fixed", 9, 21)),
    "harvest": (("中国农民丰收节", "农民丰收节"), ("term", "秋分")),
    "tourism_world": (("世界旅游日",), ("fixed", 9, 27)),
    "martyrs": (("烈士纪念日",), ("fixed", 9, 30)),
    "older_persons": (("国际老年人日", "国际老人节"), ("fixed", 10, 1)),
    "mental_health": (("世界精神卫生日",), ("fixed", 10, 10)),
    "disasters": (("国际减灾日", "国际减轻自然灾害日"), ("fixed", 10, 13)),
    "white_cane": (("国际盲人节", "国际盲人日"), ("fixed", 10, 15)),
    "food": (("世界粮食日",), ("fixed", 10, 16)),
    "poverty": (("国家扶贫日", "全国扶贫日"), ("fixed", 10, 17)),
    "stroke": (("世界卒中日",), ("fixed", 10, 29)),
    "cities": (("世界城市日",), ("fixed", 10, 31)),
    "journalists": (("中国记者节", "记者节"), ("fixed", 11, 8)),
    "fire": (("全国消防日", "全国消防安全日", "全国消防宣传日"), ("fixed", 11, 9)),
    "diabetes": (("世界糖尿病日", "联合国糖尿病日"), ("fixed", 11, 14)),
    "world_children": (("世界儿童日",), ("fixed", 11, 20)),
    "aids": (("世界艾滋病日",), ("fixed", 12, 1)),
    "traffic": (("全国交通安全日",), ("fixed", 12, 2)),
    "disabled": (("国际残疾人日", "世界残疾人日"), ("fixed", 12, 3)),
    "volunteers": (("国际志愿者日",), ("fixed", 12, 5)),
    "police": (("中国人民警察节",), ("fixed", 1, 10)),
    # China, lunar
    "spring_festival_eve": (("除夕夜", "除夕", "大年夜", "年三十"), ("lunar", 1, 0)),
    "spring_festival": (("农历新年", "春节", "农历春节"), ("lunar", 1, 1)),
    "lantern": (("元宵节", "元宵佳节", "上元节"), ("lunar", 1, 15)),
    "dragon_head": (("龙抬头", "龙头节"), ("lunar", 2, 2)),
    "shangsi": (("上巳节",), ("lunar", 3, 3)),
    "dragon_boat": (("端午节", "端阳节", "端午"), ("lunar", 5, 5)),
    "qixi": (("七夕节", "七夕情人节", "七夕", "乞巧节"), ("lunar", 7, 7)),
    "ghost": (("中元节", "盂兰盆节", "鬼节"), ("lunar", 7, 15)),
    "mid_autumn": (("中秋节", "中秋佳节", "中秋"), ("lunar", 8, 15)),
    "double_ninth": (("重阳节", "重阳"), ("lunar", 9, 9)),
    "winter_clothes": (("寒衣节",), ("lunar", 10, 1)),
    "lower_yuan": (("下元节",), ("lunar", 10, 15)),
    "laba": (("腊八节", "腊八"), ("lunar", 12, 8)),
    "little_new_year": (("小年",), ("lunar", 12, 23)),
    # Western
    "valentine": (("圣瓦伦丁节", "情人节"), ("fixed", 2, 14)),
    "white_day": (("白色情人节",), ("fixed", 3, 14)),
    "patrick": (("圣帕特里克节",), ("fixed", 3, 17)),
    "halloween": (("万圣节前夜", "万圣节", "万圣夜"), ("fixed", 10, 31)),
    "all_saints": (("诸圣节", "诸圣日"), ("fixed", 11, 1)),
    "christmas_eve": (("平安夜", "圣诞夜", "圣诞前夜"), ("fixed", 12, 24)),
    "christmas": (("圣诞节", "圣诞日", "圣诞"), ("fixed", 12, 25)),
    "boxing": (("节礼日",), ("fixed", 12, 26)),
    "new_years_eve": (("跨年夜", "元旦前夜"), ("fixed", 12, 31)),
    "epiphany": (("主显节",), ("fixed", 1, 6)),
    "candlemas": (("圣烛节",), ("fixed", 2, 2)),
    "groundhog": (("土拨鼠日",), ("fixed", 2, 2)),
    "bosses": (("老板节", "老板日"), ("fixed", 10, 16)),
    "independence_us": (("美国独立日", "美国国庆日"), ("fixed", 7, 4)),
    "bastille": (("法国国庆日", "巴士底日"), ("fixed", 7, 14)),
    "mothers": (("母亲节",), ("weekday", 5, 7, 2)),
    "fathers": (("父亲节",), ("weekday", 6, 7, 3)),
    "thanksgiving": (("感恩节",), ("weekday", 11, 4, 4)),
    "black_friday": (("黑色星期五", "黑五"), ("weekday", 11, 4, 4, 1)),
    "cyber_monday": (("网络星期一",), ("weekday", 11, 4, 4, 4)),
    "mlk": (("马丁路德金日", "马丁·路德·金纪念日"), ("weekday", 1, 1, 3)),
    "memorial_us": (("阵亡将士纪念日",), ("weekday", 5, 1, -1)),
    "carnival": (("忏悔节", "忏悔火曜日", "忏悔星期二", "狂欢节星期二"), ("easter", -47)),
    "ash_wednesday": (("大斋首日", "圣灰星期三", "圣灰节", "圣灰日", "灰日", "圣灰瞻礼日"), ("easter", -46)),
    "lent": (("大斋期", "大斋节"), ("lent", -46, -1)),
    "palm_sunday": (("棕枝主日", "圣枝主日", "棕榈主日", "基督苦难主日"), ("easter", -7)),
    "maundy": (("濯足节", "濯足星期四", "圣周星期四", "圣周四", "设立圣餐日", "主的晚餐日"), ("easter", -3)),
    "good_friday": (
        ("耶稣受难日", "耶稣受难节", "主受难日", "主受难节", "受难日", "受难节", "圣周五", "圣周星期五", "沉默周五"),
        ("easter", -2),
    ),
    "holy_saturday": (("圣周六", "神圣周六", "圣周星期六", "耶稣受难日翌日", "复活节前夜"), ("easter", -1)),
    "easter_monday": (("复活节星期一", "复活节后的星期一", "复活节周一"), ("easter", 1)),
    "easter": (("复活节主日", "复活节", "主复活日"), ("easter", 0)),
    "ascension": (("耶稣升天节", "升天节", "耶稣升天日", "主升天节"), ("easter", 39)),
    "pentecost": (("圣灵降临节", "五旬节", "圣神降临节"), ("easter", 49)),
    "whit_monday": (("圣灵节庆日", "圣灵降临节星期一"), ("easter", 50)),
    "trinity": (("圣三节", "三一主日", "圣三一主日", "天主圣三节"), ("easter", 56)),
    "corpus_christi": (("基督圣体圣血节", "基督圣体节", "圣体节"), ("easter", 60)),
    "orthodox_palm": (("东正教棕枝主日", "东正教圣枝主日"), ("easter", -7, "eastern")),
    "orthodox_good_friday": (
        ("东正教耶稣受难日", "东正教主受难节", "东正教主受难日", "东正教圣周五", "东正教圣周星期五"),
        ("easter", -2, "eastern"),
    ),
    "orthodox_saturday": (
        ("东正教神圣周六", "东正教圣周六", "东正教圣周星期六"),
        ("easter", -1, "eastern"),
    ),
    "orthodox_easter": (("东正教复活节主日", "东正教复活节"), ("easter", 0, "eastern")),
    "orthodox_monday": (("东正教复活节星期一",), ("easter", 1, "eastern")),
    "orthodox_ash": (("东正教洁净星期一", "洁净星期一"), ("easter", -48, "eastern")),
    "lazarus": (("拉撒路圣周六", "拉撒路星期六"), ("easter", -8, "eastern")),
    "orthodox_ascension": (("东正教升天节",), ("easter", 39, "eastern")),
    # Jewish
    "passover": (("逾越节",), ("hebrew", 1, 15, 8)),
    "yom_haatzmaut": (("以色列独立日", "以色列国庆节"), ("hebrew", 2, 5, 1, "moved")),
    "lag_baomer": (("犹太教篝火节", "篝火节"), ("hebrew", 2, 18, 1)),
    "shavuot": (("七七节", "沙夫幼特节", "周日节", "新果实节", "收获节"), ("hebrew", 3, 6, 2)),
    "tisha_bav": (("圣殿被毁日", "禁食日", "圣殿被毁纪念日"), ("hebrew", 5, 9, 1)),
    "rosh_hashanah": (("犹太新年", "犹太教新年"), ("hebrew", 7, 1, 2)),
    "yom_kippur": (("赎罪日",), ("hebrew", 7, 10, 1)),
    "sukkot": (("住棚节", "结茅节"), ("hebrew", 7, 15, 7)),
    "shemini_atzeret": (("圣会节",), ("hebrew", 7, 22, 1)),
    "simchat_torah": (("西赫托拉节", "转经节", "妥拉节", "欢庆圣法节"), ("hebrew", 7, 23, 1)),
    "hanukkah": (("光明节", "修殿节", "献殿节", "哈努卡节"), ("hebrew", 9, 25, 8)),
    "tu_bishvat": (("犹太植树节", "图比舍巴特节", "树木新年"), ("hebrew", 11, 15, 1)),
    "purim": (("普珥节",), ("hebrew", 13, 14, 1)),
    # Islamic
    "islamic_new_year": (("伊斯兰新年", "伊斯兰教新年", "回历新年"), ("islamic", 1, 1, 1)),
    "ashura": (("阿舒拉节", "阿舒拉日"), ("islamic", 1, 10, 1)),
    "mawlid": (("圣纪节", "圣纪", "先知纪念日"), ("islamic", 3, 12, 1)),
    "miraj": (("登霄节", "夜行登霄节"), ("islamic", 7, 27, 1)),
    "ramadan": (("穆斯林斋月", "斋月", "伊斯兰教斋月", "斋戒月"), ("islamic", 9, 1, 30)),
    "qadr": (("盖德尔夜",), ("islamic", 9, 27, 1)),
    "eid_al_fitr": (("开斋节", "肉孜节", "尔代节"), ("islamic", 10, 1, 1)),
    "eid_al_adha": (("古尔邦节", "宰牲节", "忠孝节"), ("islamic", 12, 10, 1)),
    # Indian and Buddhist, by the moon
    "vesak": (("卫塞节", "威瑟节", "比萨宝蕉节"), ("moon", 4, 15, 1)),
    "buddha": (("浴佛节", "佛诞节", "佛诞"), ("lunar", 4, 8)),
    "songkran": (("泼水节", "宋干节"), ("fixed", 4, 13)),
    "holi": (("洒红节", "五彩节", "好利节", "霍利节", "侯丽节", "荷丽节", "印度洒红节"), ("evening", 2, 27, "full")),
    "raksha_bandhan": (("印度兄妹节", "拉克沙班丹节", "保护绳节"), ("evening", 8, 2, "full")),
    "navaratri": (("九夜节", "难近母节", "杜尔迦节"), ("moon", 9, 1, 10)),
    "dussehra": (("凯旋节", "圣母节", "十胜节"), ("moon", 9, 10, 1)),
    "diwali": (("排灯节", "万灯节", "印度灯节", "屠妖节", "光明灯节"), ("evening", 10, 15, "new")),
    "pongal": (("庞格尔节", "淡米尔丰收节", "泰米尔丰收节", "大宝节"), ("fixed", 1, 14, "second")),
    "onam": (("欧南节", "奥南节"), ("moon", 7, 14, 1)),
}

#: Solar terms whose names say nothing else; the others (雨水, 小雪 …) need 节气 or a year beside them.
TERMS: Final[dict[str, bool]] = {
    "立春": True, "雨水": False, "惊蛰": True, "春分": True, "清明": True, "谷雨": True,
    "立夏": True, "小满": False, "芒种": True, "夏至": True, "小暑": True, "大暑": True,
    "立秋": True, "处暑": True, "白露": False, "秋分": True, "寒露": True, "霜降": True,
    "立冬": True, "小雪": False, "大雪": False, "冬至": True, "小寒": False, "大寒": False,
}  # fmt: skip

#: Other characters that the same name is written with.
VARIANTS: Final[dict[str, str]] = {
    "节": "節", "国": "國", "庆": "慶", "际": "際", "妇": "婦", "劳": "勞", "动": "動", "儿": "兒",
    "党": "黨", "军": "軍", "师": "師", "双": "雙", "归": "歸", "纪": "紀", "费": "費", "者": "者",
    "权": "權", "益": "益", "圣": "聖", "诞": "誕", "伦": "倫", "万": "萬", "复": "復", "稣": "穌", "难": "難",
    "东": "東", "犹": "猶", "树": "樹", "独": "獨", "会": "會", "转": "轉", "经": "經", "献": "獻", "图": "圖",
    "兰": "蘭", "教": "教", "阳": "陽", "历": "曆", "农": "農", "龙": "龍", "头": "頭", "亲": "親",
    "赎": "贖", "斋": "齋", "灵": "靈", "体": "體", "设": "設", "灯": "燈", "尔": "爾", "丰": "豐", "收": "收",
    "获": "穫", "实": "實", "周": "週", "洒": "灑", "红": "紅", "丽": "麗", "卫": "衛", "萨": "薩",
    "宝": "寶", "欧": "歐",
    "庞": "龐", "门": "門", "忏": "懺", "礼": "禮", "黄": "黃", "长": "長", "护": "護", "医": "醫",
    "谷": "穀", "惊": "驚", "蛰": "蟄", "种": "種", "处": "處", "满": "滿", "腊": "臘", "凯": "凱",
    "妈": "媽", "旋": "旋", "马": "馬", "亚": "亞", "开": "開", "绳": "繩", "韦": "韋", "讷": "訥", "显": "顯",
    "气": "氣", "无": "無", "烟": "煙", "湿": "濕", "爱": "愛", "残": "殘", "电": "電", "视": "視",
    "产": "產", "识": "識", "联": "聯", "听": "聽", "遗": "遺",
    "诸": "諸", "烛": "燭", "网": "網", "络": "絡", "阵": "陣", "将": "將", "显示": "顯示", "贵": "貴",
}  # fmt: skip

_FOLD = {ord(variant): plain for plain, variants in VARIANTS.items() if len(plain) == 1 for variant in variants}
_FOLD |= {ord("壇"): "坛", ord("歷"): "历", ord("悔"): "悔"}

_BY_NAME = {name: key for key, (names, _) in HOLIDAYS.items() for name in names}


def plain(name: str) -> str:
    """A name in simplified characters."""
    return name.translate(_FOLD)


def key_of(name: str) -> str | None:
    """The key of a holiday or solar term by any spelling of its name."""
    folded = plain(name)
    if folded.removesuffix("节") in TERMS:
        return folded.removesuffix("节")
    return _BY_NAME.get(folded)


def spellings() -> list[str]:
    """All names in simplified characters, longest first."""
    return sorted({*_BY_NAME, *TERMS, "清明节", "冬至节"}, key=lambda name: (-len(name), name))


def rule_of(key: str) -> Rule:
    """How the holiday or solar term with this key is placed in a year."""
    return ("term", key) if key in TERMS else HOLIDAYS[key][1]
