"""How much of what frames an article the reader of lines finds, on sites it was not trained on.

    python benchmarks/framing.py                          cross-validated over the sites of pipeline/train/framing
    python benchmarks/framing.py --errors                 every line that is wrong
    python benchmarks/framing.py --gold gold              pages with gold, its paths from here, by the model as it is

Cross-validation: the frames are parted by site (frames of one kind of site, `forum_281` and `forum_282`, go together),
the articles beside them; each part is read by a model that is trained on the others. Each frame is filled twice, with
an article whose lines are easily taken for furniture (hard) and with an ordinary one. `harm` is what is taken of the
articles alone, without a frame. Rules, titles and model work together, as in `clean.frame`.

Printed are precision, recall and F1 in characters (white space aside), and recall in lines, by where a line stands and
by the kind of line; a line is found if nine tenths of it are taken. What may stay or go counts for nothing. Kinds are
told by the patterns below, the first that matches, and serve for reading the table alone.
"""

import argparse
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple, TypeVar
from unittest import mock

from pipeline.clean import clean, frame
from pipeline.clean.frame.framing.model import Model, reader
from pipeline.clean.ledger import lines
from pipeline.draft import Draft, Settings
from pipeline.evaluate.gold import load as load_gold
from pipeline.ingest import discover, read
from pipeline.schema import Source
from pipeline.train.framing import train, usual
from pipeline.train.framing.corpus import Line, Others, bodies, comments, filled, frames

DATA = Path(__file__).parent / "data"
FOLDERS = [DATA / "articles/dev", DATA / "restoration/seen"]
T = TypeVar("T")
SOURCE = Source(path="benchmark", media_type="text/plain", encoding="utf-8", sha256="0" * 64)
FOLDS = 4
#: A line of which so much is taken is found.
FOUND = 0.9

KINDS = [
    (
        "breadcrumb",
        r"(?:您|你)?(?:现在|当前|所在|目前)?的?位置|(?:网站)?(?:首页|主页|首頁)\s*[>＞»›/→-]|.+[>＞»›].+[>＞»›]?",
    ),
    (
        "copyright",
        r"(?i:.*(?:copyright|©|版权|版權|ICP|备案|许可证|著作权|轉載|转载|免责|声明|侵权|all rights|powered))",
    ),
    ("related", r".*(?:相关|相關|推荐|推薦|猜你|热门|熱門|延伸|更多|上一[篇页条]|下一[篇页条]|排行|热搜|专题|往期)"),
    ("share", r".*(?:分享|微信|微博|QQ|朋友圈|二维码|扫一扫|公众号|facebook|LINE)"),
    ("byline", r".*(?:来源|來源|作者|责任?编辑?|编辑|記者|记者|发布|發布|发表|时间|日期|浏览|阅读|点击|查看)"),
    ("comment", r".*(?:评论|評論|留言|回复|回覆|回帖|楼|跟帖|热评|点赞|举报|登录|登入|注册)"),
    ("tags", r".*(?:标签|標籤|关键词|關鍵字|Tags?)|[#＃]"),
    ("app", r"(?i:.*(?:app|客户端|下载|打开|安装|扫码))"),
    ("menu", r"(?:\S{1,6}[\s|｜·/　]+){2,}\S{1,8}$"),
    ("contact", r".*(?:电话|電話|热线|地址|邮箱|邮编|传真|客服|\d{3,4}-\d{6,8})"),
    ("control", r".{1,6}$"),
    ("date", r"[\d\s年月日:：./-]+$"),
    ("sentence", r".*[。！？!?]"),
]
_KINDS = [(name, re.compile(pattern)) for name, pattern in KINDS]


#: What is no furniture.
INSERTED = ("ad", "shard", "contact", "invisible", "citation")
#: With which articles pages are made.
PAGES = ("hard", "ordinary")


class Seen(NamedTuple):
    """A line: whose it is (None: either's), where it stands, how many characters it has, and how many of them went."""

    text: str
    site: bool | None
    part: str
    size: int
    taken: int


def kind(line: str) -> str:
    """The kind of a line, as far as its words tell."""
    return next((name for name, pattern in _KINDS if pattern.match(line)), "other")


def draft(raw: str) -> Draft:
    """A page as ingest gives it."""
    return Draft(doc_id="benchmark", source=SOURCE, raw_text=raw, text=raw)


def taken(page: Draft) -> set[int]:
    """The offsets of the characters that go with the frame."""
    ledger, _, _ = frame.find(page, [], None, Settings().min_score)
    return {
        place
        for cut in ledger
        if cut.kind != "citation"
        for place in range(cut.start, cut.end)
        if not page.raw_text[place].isspace()
    }


def seen(composed: Sequence[Line]) -> Iterator[Seen]:
    """The lines of a composed page and what became of them."""
    raw = "\n".join(text for text, _ in composed)
    gone = taken(draft(raw))
    ours = [number for number, (text, site) in enumerate(composed) if site is False and len(text) > 25]
    first, last = (ours[0], ours[-1]) if ours else (len(composed), -1)
    for number, ((start, end), (text, site)) in enumerate(zip(lines(raw), composed, strict=True)):
        part = "above" if number < first else "below" if number > last else "amid"
        places = [place for place in range(start, end) if not raw[place].isspace()]
        yield Seen(text, site, part, len(places), sum(place in gone for place in places))


class Count:
    """Characters taken rightly and wrongly, and left; lines found, and all; by any name."""

    def __init__(self) -> None:
        self.right: dict[str, int] = defaultdict(int)
        self.wrong: dict[str, int] = defaultdict(int)
        self.whole: dict[str, int] = defaultdict(int)
        self.found: dict[str, int] = defaultdict(int)
        self.lines: dict[str, int] = defaultdict(int)

    def add(self, line: Seen, *names: str) -> None:
        """Counts a line under its part and its kind, and under other names."""
        for name in ("all", *names, line.part, kind(line.text)):
            if line.site:
                self.right[name] += line.taken
                self.whole[name] += line.size
                self.found[name] += line.taken >= FOUND * line.size
                self.lines[name] += 1
            elif line.site is False:
                self.wrong[name] += line.taken

    def show(self) -> None:
        """Prints the table."""
        print(f"{'':12}{'precision':>10}{'recall':>8}{'F1':>8}{'characters':>12}{'lines found':>16}")
        for name in ("all", *PAGES, "above", "amid", "below", *(name for name, _ in KINDS), "other"):
            right, wrong, whole = self.right[name], self.wrong[name], self.whole[name]
            if whole:
                precision, recall = right / max(1, right + wrong), right / whole
                f1 = 2 * right / (right + wrong + whole)
                print(
                    f"{name:12}{precision:10.3f}{recall:8.3f}{f1:8.3f}{whole:12}"
                    f"{self.found[name]:8} of {self.lines[name]:<5}"
                )


def crossed(errors: bool) -> None:
    """Each part of the sites by a model trained on the others."""
    everything, hard, plain, said = frames(), bodies(), usual(FOLDERS), comments()
    sites = sorted({site(name) for name, _ in everything})
    fold = {name: number % FOLDS for number, name in enumerate(sites)}
    count, harm, size = Count(), dict.fromkeys(PAGES, 0), dict.fromkeys(PAGES, 0)
    for held in range(FOLDS):
        learned = [lines for name, lines in everything if fold[site(name)] != held]
        kept = dict(zip(PAGES, (hard[held::FOLDS], plain[held::FOLDS]), strict=True))
        known = reader(Model(**train(learned, _without(hard, held), _without(plain, held), _without(said, held))))
        with mock.patch("pipeline.clean.frame.framing.load", return_value=known):
            random = Random(held)
            others = Others.of(kept["hard"], said[held::FOLDS])
            for name, lines_of_frame in everything:
                if fold[site(name)] == held:
                    for sort, articles in kept.items():
                        page = list(seen(filled(lines_of_frame, *random.choice(articles), others, random)))
                        for line in page:
                            count.add(line, sort)
                        if errors:
                            _complain(f"{sort}\t{name}", page)
            for sort, articles in kept.items():
                for title, body in articles:
                    for line in seen([(title, False), *((line, False) for line in body)]):
                        harm[sort] += line.taken
                        size[sort] += line.size
                        if errors and line.taken:
                            print(f"harm\t{line.part}\t{line.text[:100]}")
    count.show()
    for sort, wrong in harm.items():
        share = 1e5 * wrong / size[sort]
        print(f"harm, {sort} articles alone: {wrong} of {size[sort]} characters, {share:.0f} of 100,000")


def site(name: str) -> str:
    """The kind of site that a frame is of, by its name."""
    return re.sub(r"_?\d+$", "", name)


def _without(everything: Sequence[T], held: int) -> list[T]:
    return [each for number, each in enumerate(everything) if number % FOLDS != held]


def _complain(name: str, page: Iterable[Seen]) -> None:
    for line in page:
        if line.site and line.taken < FOUND * line.size:
            print(f"missed\t{name}\t{line.part}\t{kind(line.text)}\t{line.text[:100]}")
        elif line.site is False and line.taken:
            print(f"wrong\t{name}\t{line.part}\t{kind(line.text)}\t{line.text[:100]}")


def golden(folder: Path, errors: bool) -> None:
    """Pages with gold: what it has as furniture, and what cleaning takes; insertions count for nothing."""
    count = Count()
    for _, gold in load_gold(folder):
        file, _, number = gold.path.partition("#")
        page = clean(read(list(discover([file]))[int(number or 1) - 1], Settings()), Settings())
        gone = {place for removal in page.removed for place in range(removal.start, removal.end)}
        want: dict[int, bool | None] = {}
        for removal in gold.removed:
            whose = None if removal.optional or removal.kind in INSERTED else True
            want.update(dict.fromkeys(range(removal.start, removal.end), whose))
        page_lines = []
        for start, end in lines(page.raw_text):
            places = [place for place in range(start, end) if not page.raw_text[place].isspace()]
            for whose in (True, False):
                own = [place for place in places if want.get(place, False) is whose]
                if own:
                    text = page.raw_text[start:end]
                    page_lines.append(Seen(text, whose, "page", len(own), sum(place in gone for place in own)))
        for line in page_lines:
            count.add(line)
        if errors:
            _complain(f"gold\t{gold.path}", page_lines)
    count.show()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, help="folder of pages with gold")
    parser.add_argument("--errors", action="store_true", help="every line that is wrong")
    options = parser.parse_args()
    if options.gold:
        golden(options.gold, options.errors)
    else:
        crossed(options.errors)
