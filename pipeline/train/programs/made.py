"""Sentences made from word lists, with and without a programme name in them."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from importlib.resources import files
from random import Random
from typing import NamedTuple


class Example(NamedTuple):
    """A sentence and the spans of the names without marks in it."""

    text: str
    names: tuple[tuple[int, int], ...]


class Vocabulary(NamedTuple):
    """Everyday nouns, nouns of action and verbs, for variety."""

    nouns: list[str]
    actions: list[str]
    verbs: list[str]


def made(number: int, seed: int, vocabulary: Vocabulary) -> Iterator[Example]:
    """`number` made sentences, half of them with a name."""
    maker = _Maker(Random(seed), vocabulary)
    for index in range(number):
        yield maker.named() if index % 2 else maker.plain()


#: {n} is a name or, in the other half of the sentences, a common noun with the same head nouns.
_FRAMES = (
    "{o}{b}{n}，{t}。",
    "{o}{a}{b}{n}，{t}。",
    "{d}，{o}{b}{n}。",
    "{o}{b}了{n}，{t}。",
    "{o}{b}面向{g}的{n}，{t}。",
    "{o}{b}的{n}，{t}。",
    "由{o}{b}的{n}{t}。",
    "{n}{t}。",
    "{d}，{n}{t}。",
    "截至目前，{n}已惠及{p}等地的居民。",
    "{n}是{o}{b}的。",
    "通过{n}，{p}的农户增加了收入。",
    "{n}自2021年实施以来，{t}。",
    "{p}市深入推进{n}，{t}。",
    "{o}参与了{n}，{t}。",
    "{o}入选{n}，{t}。",
    "为落实{n}，{o}投入2.6亿元。",
    "{o}今年继续实施{n}，{t}。",
    "据介绍，{n}面向全国招募志愿者。",
    "{n}首批名单公布，{p}有12家单位入选。",
    "{p}作为{n}的试点，{t}。",
    "{o}负责人表示，{n}{t}。",
    "{n}期间，{o}接待游客3万人次。",
    "在{n}的带动下，{p}的面貌变了。",
    "{n}、{n}先后启动，{t}。",
    "{o}{b}社会公益项目{n}，{t}。",
    "受益于{n}，{o}的收入增长12%。",
    "{n}{v}{t}。",
    "{p}的{n}{v}{m}。",
    "{n}的{m}{t}。",
    "{n}{m}在{p}举行。",
    "随着{n}的深入，{p}{t}。",
    "{d}，{o}{v}{n}，{t}。",
    "截至{d}，{n}共投入资金2600万元。",
    "{o}作为{n}的牵头单位，{t}。",
    "他是{n}引进的第一批人才。",
    "参加{n}的{m}来自{p}。",
    "居民们正在等待{n}的{m}。",
    "经过三年努力，{n}{v}了{m}。",
    "{o}把{n}列为年度任务。",
    "在{n}上，{m}同台亮相。",
    "{p}市{n}{v}{m}。",
    "{d}以来，{n}让{m}受益。",
    "{o}决定{b}{n}。",
    "{o}、{o}加入{n}。",
    "记者从{o}获悉，{n}将于{d}{v}。",
    "{n}由{o}与{o}共同{b}。",
    "“{n}给我们带来了{m}。”{o}负责人说。",
    "{m}离不开{n}的支持。",
    "{o}的{n}{t}。",
    "{o}与{o}共同{b}{n}。",
    # Any verb may stand before a name or a common noun: where it ends, the name begins.
    "{o}{x}{n}，{t}。",
    "{m}{x}{n}，{t}。",
    "{o}{x}了{n}，{t}。",
    "{d}，{p}{x}{n}。",
    "{x}{n}{k}，{t}。",
    "{n}{x}{m}，{t}。",
    "{n}于{d}{b}，{t}。",
    "{n}由{o}于{d}提出。",
    "{n}入选者名单公布。",
    "{o}的{n}提供{m}。",
    "{n}是{o}{b}的{c}。",
    "这是{o}{b}的{n}。",
    "{n}：{o}{x}{m}，{t}。",
)
_PLAIN_ONLY = (
    "{o}披露{c}，{t}。",
    "{o}制定了{c}。",
    "{o}的{c}{t}。",
    "由{o}承建的{c}{t}。",
    "{o}中标{p}市{c}，中标金额1.2亿元。",
    "该{h}{t}。",
    "{o}建立了{c}，{t}。",
    "{o}组织{c}，{t}。",
    "{o}完善{c}，{t}。",
    "要健全{c}，把责任落到实处。",
    "{c}完工后，{p}的居民都很高兴。",
    "居民对{c}的意见很大。",
    "{o}取消了{c}。",
    "{o}按照{c}推进各项工作。",
    # Firms that are called by what they build.
    "{f}公告，{o}中标1.2亿元。",
    "{o}收到{f}的通知。",
    "{o}与{f}签订合同，{t}。",
    "{f}股价上涨3.6%。",
    "{f}的{m}由{o}{x}。",
    "{o}承接{f}后业绩大增。",
)


#: How many of the names, and of the common nouns, are listed whole.
KNOWN = 0.3


class _Maker:
    def __init__(self, random: Random, vocabulary: Vocabulary) -> None:
        self._random = random
        self._words = _lists()
        self._nouns, self._actions, self._verbs = vocabulary

    def named(self) -> Example:
        """A sentence with a name."""
        return self._fill(self._random.choice(_FRAMES), named=True)

    def plain(self) -> Example:
        """A sentence with a head noun and no name."""
        return self._fill(self._random.choice((*_FRAMES, *_PLAIN_ONLY)), named=False)

    def _fill(self, frame: str, *, named: bool) -> Example:
        text, spans = "", []
        for part in frame.replace("}", "{").split("{"):
            if part == "n" and named:
                name, start = self._name(), len(text)
                text += name
                spans.append((start, len(text)))
            elif part in _FILLERS:
                text += _FILLERS[part](self)
            else:
                text += part
        return Example(text, tuple(spans))

    def _pick(self, name: str) -> str:
        return self._random.choice(self._words[name])

    def _chance(self, share: float) -> bool:
        return self._random.random() < share

    def _name(self) -> str:
        if self._chance(KNOWN):
            return self._pick("names")
        shape = self._random.random()
        if shape < 0.2:
            return self._festival()
        head = self._pick("heads")
        if shape < 0.4:
            core = self._pick("coined") + (self._pick("purposes") if self._chance(0.6) else "")
        elif shape < 0.5:
            core = self._pick("verbs") + self._pick("objects")
        elif shape < 0.6:
            core = self._pick("brands") + self._pick("coined") + (self._pick("purposes") if self._chance(0.5) else "")
        else:
            # Descriptions are names of plans, campaigns and works; of mechanisms and activities only if coined.
            head = self._pick("firm_heads")
            core = self._object() + self._action()
            if self._chance(0.25):
                core = self._pick("coined") + core
        if self._chance(0.08):
            core = self._random.choice(("百", "千", "万", "十万", "百名", "千名", "万名", "村村", "户户")) + core
        return core + head

    def _object(self) -> str:
        if self._chance(0.5):
            return self._pick("targets")
        first = self._random.choice(self._nouns)
        return first + (self._random.choice(self._nouns) if self._chance(0.3) else "")

    def _action(self) -> str:
        return self._pick("purposes") if self._chance(0.5) else self._random.choice(self._actions)

    def _festival(self) -> str:
        kind = self._random.choice(self._nouns) + "节" if self._chance(0.1) else self._pick("festivals")
        before = self._random.choice(
            (
                self._pick("places"),
                self._pick("places") + self._pick("crops"),
                self._pick("brands") + self._random.choice(("618", "双11", "99", "818", "")),
                self._pick("crops"),
                self._pick("coined"),
            )
        )
        edition = self._random.choice(("", "", "第五届", "首届", "2023", "第二十三届"))
        return edition + before + kind

    def _common(self) -> str:
        if self._chance(KNOWN):
            before = self._pick("places") if self._chance(0.1) else ""
            return (self._pick("determiners") if self._chance(0.15) else "") + before + self._pick("commons")
        shape = self._random.random()
        head = self._head()
        if shape < 0.25:
            # Mechanisms, activities and items are described at length without being named.
            core, head = self._object() + self._action(), self._pick("loose_heads")
        elif shape < 0.35:
            built = self._object() if self._chance(0.5) else self._pick("common_fields")
            core = built + (self._pick("building") if self._chance(0.6) else "")
            head = self._random.choice(("工程", "项目"))
        else:
            core = self._pick("common_plain")
            if self._chance(0.4):
                core = self._pick("common_fields") + core
        if self._chance(0.15):
            core = self._pick("places") + core
        if self._chance(0.3):
            core = self._pick("determiners") + core
        return core + head

    def _head(self) -> str:
        return self._pick("heads").removeprefix("专项")

    def _organiser(self) -> str:
        if self._chance(0.5):
            return self._pick("brands") + self._pick("firms")
        return self._pick("places") + self._random.choice(("市", "省", "县", "区")) + self._pick("bodies")

    def _date(self) -> str:
        year, month = self._random.randint(2016, 2024), self._random.randint(1, 12)
        return self._random.choice((f"{year}年{month}月", f"{month}月{month + 3}日", "近日", "今年以来", "去年"))


_FILLERS: dict[str, Callable[[_Maker], str]] = {
    "n": _Maker._common,
    "c": _Maker._common,
    "o": _Maker._organiser,
    "d": _Maker._date,
    "h": _Maker._head,
    "f": lambda maker: maker._pick("brands") + maker._random.choice(("", "建设", "海洋", "环境")) + "工程",
    "g": lambda maker: maker._pick("targets"),
    "a": lambda maker: maker._pick("adverbs"),
    "b": lambda maker: maker._pick("births"),
    "p": lambda maker: maker._pick("places"),
    "t": lambda maker: maker._pick("tails"),
    "x": lambda maker: maker._random.choice(maker._verbs),
    "k": lambda maker: f"{maker._random.randint(2, 60)}{maker._random.choice('项处个')}",
    "v": lambda maker: maker._random.choice((maker._pick("acts"), maker._pick("acts") + "了")),
    "m": lambda maker: maker._random.choice(maker._nouns),
}


def _lists() -> dict[str, list[str]]:
    path = files("pipeline").joinpath("train", "programs", "words.txt")
    lists: dict[str, list[str]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, *words = line.split()
            lists[name].extend(words)
    return dict(lists)
