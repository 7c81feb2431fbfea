import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.spans import disjoint
from pipeline.tag.programs import find
from tests.tag.programs_corpus import corpus, judge, read, score

SETTLED = [
    # The head noun in the marks: they stay outside.
    "2022年3月，晴川集团启动“⟦春耕计划⟧”，宣布投入2亿元。",
    "县里举办「⟦石榴采摘节⟧」。",
    "平台发布“⟦抖乐818好物节⟧”活动消费数据。",
    # The head noun behind the marks: from the opening mark to the head noun.
    "去年，公司推出⟦“寻找老街坊”计划⟧。",
    "警方开展⟦“护苗”专项行动⟧。",
    "省里实施⟦“百千万”英才引育工程⟧，已有900人入选。",
    "启动2022年⟦“千亿”扶持计划二期⟧。",
    "⟦“互联网+”行动计划⟧带动了就业。",
    "县里启动⟦“千企千校”人才供需对接活动⟧。",
    "⟦“万众创新”活动周⟧在江城开幕。",
    "平台发布“⟦春雷计划2021⟧”。",
    # A modifier between a launch verb and a short quoted part is inside; organiser, place and time are not.
    "平台推出⟦工厂直销“万店”扶持计划⟧为进一步稳住就业。",
    "云南省启动全省⟦“护苗”专项行动⟧。",
    "教育局推出江城区⟦“暖冬”行动⟧。",
    # Organiser glued to a name without marks is inside.
    "平台上线首个大促活动⟦鲸选奇趣好物节⟧。",
    "⟦第九届青峰山油菜花节⟧开幕。",
    "公司推出社会价值项目⟦富渔计划⟧。",
    # Several quoted parts share a head noun.
    "平台推出“⟦富渔⟧”“⟦富林⟧”两项计划。",
    "他们发起“⟦暖阳⟧”、“⟦晨露⟧”和“⟦微光⟧”三项行动。",
    # Explained at the start of a line.
    "⟦好茶出深山⟧:该项目由云岭公益和晴川集团共同构建。",
    "⟦千村书屋计划⟧：由文化局于2021年4月推出，已建成书屋230个。",
    "⟦晚菊返乡专列⟧：由团委和铁路部门共同组织，运送学子五百人。",
    "⟦山笋直通车⟧:由鲸选于2022年6月推出，直达社区。",
    "⟦青年安家计划⟧：由住建局牵头，筹集房源三千套。",
    "2.⟦青年安家计划⟧：由住建局牵头，筹集房源三千套。",
    "⟦街巷环境红黑榜机制⟧：每月评比，结果公示。",
    "（二）⟦邻里互助银行机制⟧：居民以服务换积分。",
    # What is done to a thing belongs to the name of the thing; a word of kind before a coined name does not.
    "该县启动⟦松岩大米品牌提升行动⟧，带动农户增收。",
    "全市启动⟦云湖茶叶品牌振兴行动⟧。",
    "市商务局实施⟦海鲜品牌培育工程⟧，扶持五十家企业。",
    "启动⟦“松岩”大米品牌提升行动⟧，带动增收。",
    "海州市启动⟦渔港经济品牌打造工程⟧，总投资两亿元。",
    "推出公益品牌⟦富渔计划⟧，资助学生。",
    "⟦乡贤议事厅机制⟧：每周三开门议事。",
    "⟦牧民夜校计划⟧：由旗教育局牵头，惠及千人。",
    "⟦候鸟巴士⟧：由市总工会主办，接送务工者。",
    # The verb before a festival is outside.
    "继续办好⟦稻米节⟧，让更多人了解家乡。",
    # The context says what a quoted part without a head noun is.
    "2022年4月30日，晴川集团即将启动“⟦晴川优质作者激励⟧”。",
    "集团推出社会公益项目“⟦点亮深山⟧”，首期投入600万元。",
    # An alias given in the text.
    "基金会启动⟦“乡村校园音乐教室”计划⟧（以下简称“⟦音乐教室⟧”）。",
    "基金会实施⟦山村阅读点亮计划⟧（以下简称⟦点亮计划⟧），⟦点亮计划⟧覆盖百校。",
    "⟦西部暖阳计划⟧（简称“⟦暖阳计划⟧”）始于2006年。",
    # What somebody says holds names in marks of another kind.
    "他说：“公司发起⟦‘夜读灯火’行动⟧，投入百万元。”",
    # A launch verb is a word of its own, whatever the word list says.
    "协会与药企联合推出⟦晨曦护航计划⟧。",
    "全市深入开展⟦清河净水行动⟧。",
    # Without marks, under one head noun.
    "基金会启动⟦朝阳⟧、⟦春芽⟧两项计划。",
    "省里实施⟦春雨⟧、⟦头雁⟧和⟦青苗⟧三大行动。",
    # Marks vouch for the name whatever goes on behind the head noun.
    "⟦“健康细胞”工程⟧建设加快。",
    "⟦“书香满城”全民阅读活动⟧现场，读者踊跃。",
    "⟦“母亲邮包”项目⟧负责人介绍了进展。",
    # Numbers that are names.
    "公安部开展“⟦七三行动⟧”。",
    "市公安局启动⟦“旋风”二号行动⟧。",
    "公布了“⟦学科英才引育计划⟧”（即“⟦112计划⟧”）名单，入选⟦112计划⟧的有三所。",
    # What is glued to an ordinal is a place or a body.
    "⟦刘坪镇第一届黄桃采摘节⟧开幕。",
    "周末的⟦桃源村首届油桃采摘节⟧吸引了游客。",
    # Traditional characters.
    "基金會啟動⟦暖陽助學計劃⟧，惠及千人。",
    "平台推出「⟦富漁⟧」「⟦富林⟧」兩項計劃。",
    # Numbered lines.
    "3．⟦乡医接力项目⟧：2022年培训村医86人。",
    # What the text gives an alias is a name.
    "由省工商联发起的⟦绿电伙伴计划⟧（“⟦伙伴计划⟧”）接受报名。",
    "4亿元用于⟦新型储能容量补偿项目⟧（以下简称“⟦储能补偿项目⟧”）。",
    "会议部署为期三年的⟦县中振兴计划⟧（以下简称“⟦振兴计划⟧”）。下半年，继续推进⟦县中振兴计划⟧。",
    # Everyday words that somebody launches; a fixed name that ends a longer one.
    "县里启动⟦光伏扶贫工程⟧。",
    "⟦骑手安居工程⟧启动仪式举行。",
    "省里抓好⟦安居工程⟧。",
    # In a list behind a launch verb.
    "全市大力实施人才强市战略、⟦头雁引才工程⟧。",
    # A place glued to a known name is part of it.
    "江城警方启动“⟦护苗行动⟧”。⟦江城护苗行动⟧整治了校园周边。",
    # A name that looks like a person's, of people and of programmes.
    "⟦春芽计划⟧走进青海。",
    "⟦春芽计划⟧总投资3亿元。",
    "⟦阿尔忒弥斯计划⟧的首次任务推迟。",
    # Found with certainty once, found everywhere.
    "集团启动“⟦春蚕计划⟧”。受访者说，⟦春蚕计划⟧改变了村子。",
    # What a short quoted part is of, right behind the verb that runs it.
    "2025年推进⟦老旧管网“双百”行动⟧，每户补贴五千元。",
    # The last of a list, behind a conjunction and over a place that ends like a position.
    "市里先后实施⟦银发食堂工程⟧、⟦“健康管家”入户机制⟧和⟦祥和里微改造计划⟧。",
    "县里开展⟦银发食堂工程⟧、⟦邻里守望行动⟧和⟦祥和里微改造计划⟧。",
    # Whoever profits from it or leans on it.
    "得益于⟦退伍老兵安家工程⟧，又有两人回乡任教。",
    "有赖于⟦候鸟教师接力行动⟧，村小开足了课。",
    "师傅们依托⟦班长吹哨机制⟧调来了吊车。",
    "縣府推動⟦蚵棚再生專案⟧，協助漁民復養。",
    "他主持⟦湘西银饰抢救工程⟧，收得旧样三千件。",
    # An ordinal opens the name, whatever the name holds.
    "⟦第六届河与板栗文化节⟧在镇上举行。",
    # The day of sales vouches for any season of them.
    "开张的⟦11.11球友答谢季⟧售出票券六千张。",
    "⟦618家电嗨购月⟧启动。",
    # Rare words as the subject of a verb.
    "⟦共享雨伞驿站项目⟧覆盖全市二十个站点。",
    # What was begun on a day, held together, stopped and resumed.
    "三季度起实施的⟦冷链仓共建项目⟧带动损耗下降。",
    "剧院与三所艺校合办⟦皮影传习人项目⟧，每年招生十人。",
    "⟦启航乡村支教项目⟧在停办两年之后于今年春天恢复。",
    # A mechanism called by a post, launched or the subject of its clause.
    "⟦河堤夜巡队机制⟧自六月起试行。",
    "镇上依托⟦晚托护送员机制⟧，接送学童。",
    # A body bears the quoted name, what is new does not.
    "平台上线⟦“零门槛”新店帮扶计划⟧。",
    "⟦第十屆湖畔龍舟與粽子節⟧開幕。",
    "接送學童。⟦舊球鞋返校專案⟧募得球鞋六千雙。",
    "他们发起⟦渡口守夜人计划⟧。⟦守夜人计划⟧的补贴由工会承担。",
    # The end of a name that the page has given in full.
    "县里实施⟦湘西银饰抢救工程⟧。他说，⟦银饰抢救工程⟧不易。",
]

NOT_NAMES = [
    "该计划实施以来，已有三万人受益。",
    "游客占了整个冰雪季的一成。",
    "学校把劳动课纳入教学计划。",
    "得益于成熟的运营机制，进展顺利。",
    "落实项目和资金计划。",
    "推进产业项目和民生工程。",
    "新馆进展顺利，展陈设计项目通过评审。",
    "双11销售旺季来临，双11前一周最忙。",
    "年轻主持人陶然开了新栏目“夜空”。",
    "公司宣布了一项扶持计划。",
    "工厂下达了下个月的生产计划。",
    "第十四个五年计划期间，产量翻番。",
    # 计划 is the verb.
    "松岩股份有限公司计划减少产能。",
    "有限公司计划减少产能。",
    "双方计划在明年合作建厂。",
    "松汇国际计划推出新产品。",
    "其中的临港大世界计划总投资270亿元。",
    "江岸云谷计划占地300亩，铁岭新城二期计划年内开工。",
    "刘松含计划明年退休。",
    "公司收到松华工程的通知。",
    "世界500强项目落户新区。",
    "该园引进世界500强项目12个。",
    "松鹤计划回购两亿元股份。",
    "松鹤汽车计划在华扩产。",
    "松华科技计划出售资产。",
    "控股股东计划增持。",
    "火星探测车计划于2028年发射。",
    "总裁李昭松计划6个月内增持0.6%。",
    "副董事长万孝松计划在公告日起十五个交易日后减持。",
    "特朗普计划征收关税。",
    "双11活动期间将发放消费券。",
    "市里实施水利、交通两大工程。",
    "反对“采取一切必要的行动”。",
    "‘春耕’服务是农业部于1987年组织实施的技术推广计划。",
    "签约活动现场十分热闹，项目负责人介绍了进展。",
    "各地落实增产行动措施。",
    "活动以“木棉花”命名此项公益计划，希望送去关爱。",
    "期间推出“茶王争霸”“茶园亲子采摘”等活动。",
    "“东海一号资产支持专项计划”挂牌。",
    "公司拟发行股份购买资产（以下简称“本次交易”）并实施员工持股计划（以下简称“本计划”）。",
    "公司中标城东污水管网改造工程（二标段）。",
    "承接松南工程后业绩大增。",
    "公司实施产品升级计划。",
    # The start of a line that names no programme.
    "培训计划：由人事处负责，全年四期。",
    "个人学习计划：每天读书一小时。",
    "股份回购计划：不超过两亿元。",
    "风险防范机制：建立台账。",
    "产能扩张计划：新增三条产线。",
    "资本开支计划：全年五十亿元。",
    "市场价格机制：由供求决定。",
    "山海读书会：由市图书馆发起，每周一次。",
    "星河手机：由星河公司于2022年推出。",
    "活动时间：由主办方另行通知。",
    "举办“松岩”品牌推广活动。",
    "这类面子工程必须停止。",
    "不能搞“面子工程”。",
    "会议提出了六大工程。",
    "第三届全球数字大会在杭州召开。",
    "公司发布《乡村振兴专项行动报告》。",
    "《“春风”行动计划》正式出台。",
    "当天还举行了以“童心向党”为主题的活动。",
    "“邻里一家亲”为主题的活动已举办三场。",
    "首次阐述了“兴趣消费”概念。",
    "通过“全链路防护”等风控举措，保障信息安全。",
    "他说：“我们必须完成这个计划。”",
    "春节、中秋节和国庆节期间客流增加。",
    "生产的关键环节在于节水。",
    "控股股东及一致行动人披露减持计划。",
    "该信托计划的受益人共20名。",
    "“空中巴士”飞机制造公司负责人到访。",
    "着力建设“中枢工程、人本工程、细胞工程”。",
    "“国际美食季·江城之夏”拉开帷幕。",
    "董事张晓明计划未来六个月内增持股份。",
    "“环球精选混合型信托计划”到期。",
    "不少人打算春节期间出游。",
    "计划生育工作取得成绩，工程师受到表彰。",
]


@pytest.mark.parametrize("line", SETTLED)
def test_settled_cases_of_the_guidelines(line: str) -> None:
    case = read(line)
    assert [case.text[m.start : m.end] for m in find(case.text, [])] == [case.text[a:b] for a, b in case.names]


@pytest.mark.parametrize("text", NOT_NAMES)
def test_common_nouns_and_other_things_are_no_names(text: str) -> None:
    assert [text[m.start : m.end] for m in find(text, [])] == []


@pytest.mark.parametrize(
    ("text", "name", "kind", "quoted"),
    [
        ("推出“寻找老街坊”计划。", "寻找老街坊计划", "计划", True),
        ("推出工厂直销“万店”扶持计划。", "工厂直销万店扶持计划", "计划", True),
        ("推出“富渔”“富林”两项计划。", "富渔计划", "计划", True),
        ("上线金穗购物节。", "金穗购物节", "节", False),
        ("公佈「春雨計劃」。", "春雨計劃", "計劃", True),
        ("平台推出「富漁」「富林」兩項計劃。", "富漁計劃", "計劃", True),
        ("启动“晴川优质作者激励”。", "晴川优质作者激励", None, True),
    ],
)
def test_form_holds_the_name_without_marks_and_its_head_noun(
    text: str, name: str, kind: str | None, quoted: bool
) -> None:
    form = find(text, [])[0].form
    assert (form.name, form.type, form.quoted) == (name, kind, quoted)


@pytest.mark.parametrize(
    ("name", "precision", "recall", "f1", "overlap"),
    [
        ("programs_dev.txt", 0.92, 0.95, 0.95, 0.95),
        ("programs_more.txt", 0.92, 0.92, 0.95, 0.95),
        ("programs_bare.txt", 0.95, 0.84, 0.90, 0.90),
        ("programs_third.txt", 0.95, 0.88, 0.92, 0.92),
        ("programs_aside.txt", 0.95, 0.90, 0.94, 0.94),
        ("programs_fields.txt", 0.95, 0.90, 0.93, 0.93),
        ("programs_classes.txt", 0.97, 0.92, 0.95, 0.95),
    ],
)
def test_scores_on_the_corpora(name: str, precision: float, recall: float, f1: float, overlap: float) -> None:
    result = score([judge(case, find(case.text, [])) for case in corpus(name)])
    assert result.precision >= precision
    assert result.recall >= recall
    assert result.f1 >= f1
    assert result.overlap >= overlap


PIECES = st.sampled_from(
    ["“", "”", "计划", "节", "推出", "《", "》", "\n", "，", "春雨", "的", "等", "项目", "以下简称", '"', "a", ":"]
)


@given(st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join)))
def test_mentions_are_sorted_disjoint_and_within_a_line(text: str) -> None:
    position = 0
    for mention in find(text, []):
        assert position <= mention.start < mention.end <= len(text)
        assert "\n" not in text[mention.start : mention.end]
        assert mention.form.name
        position = mention.end


@pytest.mark.parametrize(
    "unit",
    [
        "“",
        "计划",
        "“春雨”计划",
        "推出",
        "“春雨",
        "春雨计划",
        "该项目",
        "节",
        "《",
        "“a”",
        '"',
        "启动春雨",
        "中文",
        "“甲”、",
    ],
)
def test_names_in_a_long_repetition_stay_apart(unit: str) -> None:
    # A rule of quadratic time would take minutes here.
    text = unit * (100_000 // len(unit))
    mentions = find(text, [])
    assert disjoint((m.start, m.end) for m in mentions)
    assert all(0 <= m.start < m.end <= len(text) for m in mentions)
