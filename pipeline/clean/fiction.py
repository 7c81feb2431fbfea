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
_WORD = re.compile("|".join(sorted(_WORDS.split(), key=len, reverse=True)))
_SENTENCE = re.compile(r"(?:(?<=[。！？”\n])|^)[^。！？\n\d]{9,80}[。！？]”?")
_NEGATION = re.compile(r"[不没未无非]")
_PERSON = re.compile(r"[他她我你它]|自己")


def find(text: str) -> list[Cut]:
    """Single sentences of novels in texts that are none, each with its score."""
    places = [match.start() for match in _WORD.finditer(text)]
    if not 2 <= len(places) <= _MOST:
        return []
    cuts = []
    for match in _SENTENCE.finditer(text, max(0, places[0] - 100), min(len(text), places[-1] + 100)):
        inside = len({word[0] for word in _WORD.finditer(match[0])})
        outside = sum(not match.start() <= place < match.end() for place in places)
        if inside < 2 or outside * 1000 > len(text):
            continue
        value = 1.4 * (inside - 2) + (0.8 if _PERSON.search(match[0]) else -0.8) - 0.8 * outside
        if _NEGATION.search(match[0]):
            value -= 1.0
        cuts.append(Cut(*match.span(), "boilerplate", "novel", round(1 / (1 + exp(-value)), 3)))
    return cuts


#: A page with more of these words tells a story.
_MOST = 30
