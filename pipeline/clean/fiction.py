"""Sentences of a novel put between those of a report.

A sentence full of the gestures and figures of novels, on a page that has none of them elsewhere, was put in.
A page that tells a story has them throughout, and is left alone.
"""

import re
from math import exp

from pipeline.clean.ledger import Cut

#: What people of novels are, have and do, and those of reports hardly ever.
_WORDS = """
冷笑 嘴角 眸子 眼眸 美眸 瞳孔 眼底 脸颊 脸蛋 耳尖 耳垂 唇瓣 唇角 红唇 薄唇 下巴 咽喉
眉梢 眉头 睫毛 指尖 掌心 长剑 宝剑 剑气 匕首 黑衣人 斗气 灵气 真气 丹田 修为 灵石
法宝 玉佩 师尊 师兄 师妹 掌门 宗门 魔教 少侠 皇上 陛下 娘娘 王爷 丫鬟 奴婢 奴才 小厮
老爷 少爷 掌柜 大侠 丧尸 啜泣 哽咽 抽泣 颤抖 呢喃 叹道 喝道 冷哼 嗤笑 轻笑 苦笑 怒吼
嘶吼 喘息 喘着 攥紧 握紧 捏住 捋了捋 瞪大 眯起 磕头 求饶 踮起 转过身 转身 抬眸 垂眸
回眸 心里暗暗 暗暗发誓 忽然想起 猛地 蓦地 倏地 缓缓 轻轻 狠狠 死死 落地窗 怀中 背影
身影 血腥 杀意 眼泪 泪水 滑落 滑了下来 低沉 沙哑 昏迷 吓得
"""
#: What is in novels more than elsewhere, but may be in a report too.
_MILD_WORDS = """
忽然 突然 猛然 骤然 慢慢 静静 悄悄 默默 轻声 低声 渐渐 不由得 忍不住 一怔
一愣 一颤 愣住 怔住 呆住 少女 少年 女子 男子 男人 女人 老者 公子 姑娘 丫头
妇人 师父 徒弟 侍卫 将军 太子 王妃 夫人 总裁 少主 弟子 此子 天赋 喉头 胸口
额头 肩膀 手腕 脸色 脸上 目光 眼神 眼睛 双眼 眼前 嘴唇 鲜血 血迹 呼吸 心头
心底 脑海 耳边 耳畔 身后 身旁 身子 袖口 衣袖 裙摆 发丝 月光 月色 夜色 雪地
雪光 风雪 烛火 烛光 油灯 灯笼 窗外 石阶 木门 铁门 屋檐 院子 山谷 山洞 悬崖
古井 庭院 长廊 宫殿 客栈 马车 老马 瘦马 断剑 刀光 剑光 剑尖 铁剑 银针 符咒
法阵 结界 妖兽 魔兽 妖 魔尊 仙 江湖 咬牙 叹了口气 叹气 叹息 跪 跌坐 瘫坐
踉跄 倒退 扑倒 抱着 抱住 搂住 靠在 推开 甩开 拔出 抽出 抬起头 抬头 低下头
低头 摇头 点了点头 点头 皱眉 微笑 笑道 说道 问道 冷冷 淡淡 幽幽 喃喃 苍白
煞白 惨白 通红 微红 泛红 吱呀 作响 刺骨 冰凉 冰冷 漆黑 昏暗 半晌 片刻 一瞬
那一瞬 瞬间 那年 一刻 说不出话 说不出一句话 一句话 再也 永远 仿佛 似乎 宛如
犹如 想起 记忆 逃 敌人 杀 喷 涌 摔 啄 吻 咖啡 行李箱 大雨 暴雨里 雨里
压低声音 屋子 死过人 眼圈 鼻尖 眼角 转身就跑 奏折 大殿 满殿 朝堂 圣旨
"""
_WORD = re.compile("|".join(sorted(_WORDS.split(), key=len, reverse=True)))
_MILD = re.compile("|".join(sorted(_MILD_WORDS.split(), key=len, reverse=True)))
_SENTENCE = re.compile(r"(?:(?<=[。！？”\n])|^)(?!”)[^。！？\n\d]{9,80}[。！？]”?")
_NEGATION = re.compile(r"[不没未无非]")
_PERSON = re.compile(r"[他她我你它]|自己|那[个张匹柄只双道年座屋]")
#: What reports say, and novels hardly ever.
_REPORT = re.compile(
    r"公司|企业|记者|政府|部门|单位|群众|干部|表示|介绍|工作|建设|发展|经济|市场|项目|活动|产品|价格|服务|比赛|球队|队员|医院|学校|学生|游客|作品|演员|"
    r"导演|小说|诗|歌|剧|影片|图片|广告|图书|书记|读书|展[览示]|馆|民警|警察|案件|涉案|此案|一案|法院|受灾|官兵|战士|消防|老师|教授|同志|居民|村民|朋友|观众|春节|"
    r"农民|祖国|人民|革命|时代|城市|社会|酒店|房间|宾馆|饭店"
)
_PAIR = 2
_SPEECH, _LONGEST_SPEECH = re.compile(r"(?:(?<=[。！？”\n])|\A)“[^“”\n]*”\Z"), 60

#: A page with more of these words tells a story; a sentence with fewer is of none.
_MOST, _LEAST = 30, 2
#: The share of its pairs of characters that a sentence of the page has in common with the rest, about.
_KNOWN = 0.25
#: A page with a word of novels in fewer characters than these tells a story; a milder one counts half, and
#: not at all against a sentence with so many; a few milder ones are in any report.
_SPARSE, _SURELY, _STRAY = 1200, 3, 2
#: Sentences of so much are plainly of a novel; a page of which they make up one part of so many is a story.
_PLAINLY, _PART = 2, 4


def _pairs(text: str) -> set[str]:
    return {text[place : place + _PAIR] for place in range(len(text) - 1)}


def find(text: str) -> list[Cut]:
    """Single sentences of novels in texts that are none, each with its score."""
    places = [match.start() for match in _WORD.finditer(text)]
    mild = [match.start() for match in _MILD.finditer(text)]
    if 2 * len(places) + len(mild) < _LEAST or len(places) > _MOST or len(mild) > _MOST:
        return []
    first, last = min((places or mild)[0], (mild or places)[0]), max((places or mild)[-1], (mild or places)[-1])
    suspects = []
    for match in _SENTENCE.finditer(text, max(0, first - 100), min(len(text), last + 100)):
        start, end = _with_speech(text, match.start()), match.end()
        said = text[start:end]
        strong = len({word[0] for word in _WORD.finditer(said)})
        weight = strong + len({word[0] for word in _MILD.finditer(said)}) / 2
        if 2 * weight >= _LEAST and not _REPORT.search(said):
            suspects.append((start, end, strong, weight))
    if sum(end - start for start, end, _, _ in suspects) * _PART > len(text):
        return []
    others = [(start, end) for start, end, _, weight in suspects if weight >= _PLAINLY]
    cuts = []
    for start, end, strong, weight in suspects:
        inside = {(start, end), *others}
        outside, mildly = (
            sum(not any(begin <= place < stop for begin, stop in inside) for place in found) for found in (places, mild)
        )
        stray = max(0, mildly - (_STRAY if weight >= _PLAINLY else 0))
        if (outside + (stray / 2 if strong < _SURELY else 0)) * _SPARSE > len(text):
            continue
        said = text[start:end]
        own = _pairs(said)
        known = len(own & (_pairs(text[:start]) | _pairs(text[end:]))) / len(own)
        value = 1.6 * (weight - 1.25) + (0.6 if _PERSON.search(said) else -0.6) - 0.8 * outside - 0.2 * mildly
        value += 4 * (_KNOWN - known) - (2.0 if _NEGATION.search(said) else 0)
        score = round(1 / (1 + exp(-max(-30.0, min(30.0, value)))), 3)
        cuts.append(Cut(start, end, "boilerplate", "novel", score))
    return cuts


def _with_speech(text: str, start: int) -> int:
    """Where a sentence begins that says who spoke: with what was said."""
    speech = _SPEECH.search(text, max(0, start - _LONGEST_SPEECH), start) if text[start - 1 : start] == "”" else None
    return speech.start() if speech else start
