"""Sentences made from word lists, with and without a programme name in them."""

from collections.abc import Callable, Iterator
from importlib.resources import files
from random import Random
from typing import NamedTuple


class Example(NamedTuple):
    """A sentence and the spans of the names without marks in it."""

    text: str
    names: tuple[tuple[int, int], ...]


def made(number: int, seed: int) -> Iterator[Example]:
    """`number` made sentences, half of them with a name."""
    maker = _Maker(Random(seed))
    for index in range(number):
        yield maker.named() if index % 2 else maker.plain()


#: {n} is a name or, in the other half of the sentences, a common noun with the same head nouns.
_FRAMES = (
    "{o}{b}{n}，{t}。",
    "{o}{a}{b}{n}，{t}。",
    "{d}，{o}{b}{n}。",
    "{o}{b}了{n}，{t}。",
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
    "{o}与{o}共同{b}{n}。",
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
)


class _Maker:
    def __init__(self, random: Random) -> None:
        self._random = random
        self._words = _lists()

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
        shape = self._random.random()
        if shape < 0.2:
            return self._festival()
        head = self._pick("heads")
        if shape < 0.4:
            core = self._pick("coined") + (self._pick("purposes") if self._chance(0.6) else "")
        elif shape < 0.55:
            core = self._pick("verbs") + self._pick("objects")
        elif shape < 0.8:
            core = self._pick("targets") + self._pick("purposes")
            if self._chance(0.3):
                core = self._pick("coined") + core
        elif shape < 0.9:
            core = self._pick("targets") + self._pick("coined")
        else:
            core = self._pick("brands") + self._pick("coined") + self._pick("purposes")
        if self._chance(0.06):
            core = self._random.choice(("百", "千", "万", "十万")) + core
        return core + head

    def _festival(self) -> str:
        kind = self._pick("festivals")
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
        core = self._pick("common_plain")
        if self._chance(0.4):
            core = self._pick("common_fields") + core
        if self._chance(0.15):
            core = self._pick("places") + core
        if self._chance(0.35):
            core = self._pick("determiners") + core
        return core + self._head()

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
    "a": lambda maker: maker._pick("adverbs"),
    "b": lambda maker: maker._pick("births"),
    "p": lambda maker: maker._pick("places"),
    "t": lambda maker: maker._pick("tails"),
}


def _lists() -> dict[str, list[str]]:
    path = files("pipeline").joinpath("tag", "programs", "training", "words.txt")
    lines = (line.split() for line in path.read_text(encoding="utf-8").splitlines())
    return {line[0]: line[1:] for line in lines if line and line[0] != "#"}
