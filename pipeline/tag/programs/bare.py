"""Names without marks: a head noun ends them, the words before it say where they begin.

The left end is the hard part. The words before a head noun are walked from right to left until one
that no name holds: a preposition, an adverb, a numeral with its measure word, a launch verb. What is
left may be a name if something says so: a launch verb right before it, a coined or foreign word, a festival
somebody runs. Everyday modifiers alone (培训计划, 重点工程) are a common noun. The ranker chooses the start and
has the last word; how probable a name must be to it depends on what the rules say.
"""

import re
from collections.abc import Iterator, Sequence

from pipeline.tag.programs.aliases import ALIAS
from pipeline.tag.programs.candidates import Span, spans
from pipeline.tag.programs.features import LEAST, MOST, setting, worth_ranking
from pipeline.tag.programs.found import HEAD, NOT_FESTIVAL, SECURITIES, SUFFIX, TENDERED, Found, alternatives, kind
from pipeline.tag.programs.lexicon import FIXED, GENERIC
from pipeline.tag.programs.named import LOOSE, begun, kind_of_festival, named, resumed
from pipeline.tag.programs.planned import planned
from pipeline.tag.programs.quotes import inside
from pipeline.tag.programs.ranker import Ranker
from pipeline.tag.programs.words import frequency, known

_PROJECTS = ("项目", "专案")
#: Posts and places that a mechanism is called by: 观察员机制.
_POST = re.compile(r"[员长官厅榜站屋室队团]$")
_LINE_START = re.compile(r"(?:^|\n)[ \t　\d.．、·•*（）()一二三四五六七八九十-]*$")
_NUMBERED = re.compile(r"[\d一二三四五六七八九十][.．、）)]\s?$")
_FIXED = re.compile(
    f"(?=[中国{''.join(sorted({word[0] for word in FIXED}))}])(?:中国|国家)?(?P<name>{alternatives(FIXED)}){SUFFIX}"
)
_SUFFIX = re.compile(SUFFIX)
#: Works that are put out to tender have a description, no name.
_TENDER = re.compile("标段|采购|招标|施工|中标")
#: A name and what it is, a common noun: 丰收计划是农业部实施的|技术推广计划.
_DEFINED = re.compile(rf"(?:{HEAD.pattern})[”」』’\"]?是[^。；\n]*的$")
_FAR = 48
#: A day of sales is none of the things that are done on it: 双11活动.
_SALES_DAY = re.compile(r"^双?[\d.]+$|^双十[一二]$")
#: The least probability at which the ranker alone makes a name, and at which it lets stand what the rules say.
ALONE, AGREEING = 0.45, 0.15
#: The same where a launch verb stands right before what may be the name.
LAUNCHED = 0.3
_ORDINAL = re.compile(r"第[一二三四五六七八九十百\d]+届?$|首届$")
#: 百县, 千企, 万村: so many of them that somebody coined a word for it.
_MANY = re.compile(r"[双百千万][\u4e00-\u9fff]{1,2}$")
#: The same where what follows is said of programmes.
VOUCHED = 0.25
_VOUCHED = re.compile(
    r"启动仪式|等(?:系列|品牌|公益|重点)?(?:计划|行动|工程|项目|活动|节会|节庆)|(?:实施|开展|启动|推出)(?:以来|[一二两三四五六七八九十\d]+[年月周])|首批|入选|面向全国|"
    r"[由于][^，。；\n]{2,20}?(?:发起|设立|提出|启动|推出|批准实施|组织实施)"
)
#: What opens a clause and is carried out as only programmes are: 家门口就业工程|继续实施.
_CARRIED_OUT = re.compile(r"(?:继续|全面|持续|深入|扎实|稳步|有序)(?:实施|推行|开展)(?!的)")
#: Works on buildings and networks, which a rare word may only describe: 供水管网改造工程.
_WORKS = ("改造", "加固", "扩建", "修缮", "建设", "修复", "整治", "绿化", "亮化", "拆迁", "迁建", "治理")
#: The same for several words that a body calls its own (机电署的|强制性能源效益标签计划) or that stopped and resumed.
OWNED = 0.2
_OWNER = re.compile(r"[\u4e00-\u9fff]{2,12}(?:署|局|委|厅|院|社|会|公司|集团|银行|学校|大学|中心|司)的$")
#: The same for several words, one of them rare, that open a clause as the subject of a verb: 共享轮椅驿站项目|覆盖….
SUBJECT = 0.25
#: The same for a mechanism that is called by a post, behind a launch verb or at the start of a clause, and for what is
#: carried out.
RARELY = 0.05
#: The binary logarithm of how often the corpus of the word list, of some 60 million words, has such a word at most.
RARE, COINED = 8, 3
#: The same for one word that no launch verb stands before (独特计划), and where its head noun
#: is one that descriptions end in (新馆工程).
RATHER, SURE = 0.6, 0.8


def bare(text: str, taken: Sequence[tuple[int, int]], model: Ranker | None) -> Iterator[Found]:
    """The names without marks, none in `taken`, which is sorted and disjoint; by the rules alone without a model."""
    fixed = {item.end: item for item in _fixed(text, taken)}
    for span in spans(text, sorted(taken)):
        found = _ranked(text, span, model) if model else by_rules(text, span)
        # 安居工程 is a name wherever it stands, but 乡村教师安居工程 is another.
        if found is not None and (found.end not in fixed or found.start < fixed[found.end].start):
            fixed.pop(found.end, None)
            yield found
    yield from fixed.values()


def by_rules(text: str, span: Span) -> Found | None:
    """What the rules alone make of a head noun."""
    if _never(text, span) or not named(text, span):
        return None
    return _found(text, span.words[0].start, span)


def _fixed(text: str, taken: Sequence[tuple[int, int]]) -> Iterator[Found]:
    """The national programmes that need no context."""
    busy = list(taken)
    for match in _FIXED.finditer(text):
        if not inside(busy, match.start()):
            yield Found(*match.span(), match[0], kind(match["name"][-2:]), quoted=False, certain=True)


def _ranked(text: str, span: Span, model: Ranker) -> Found | None:
    if _never(text, span):
        return None
    is_named = named(text, span)
    if not is_named and (span.counted or not (worth_ranking(span) or _everyday(text, span))):
        return None
    best = model.best(text, span)
    if best is None:
        return None
    start, probability = best
    opens = _opens_line(text, span)
    if probability < (_opening(text, span) if opens else _least(text, span, is_named=is_named)):
        return None
    if opens:
        start = span.first
    if is_named and span.launched:
        start = span.begin
    return _found(text, span.before[_glued(span, start)].start, span)


def _everyday(text: str, span: Span) -> bool:
    """Whether everyday words in a row may be a name because somebody launches it: 启动|光伏|扶贫|工程."""
    launched = span.launched or _carried_out(text, span)
    return launched and len(span.words) > 1 and span.head not in LOOSE and len(span.head) > 1


def _owned(text: str, span: Span) -> bool:
    start = span.words[0].start
    return _OWNER.search(text, max(0, start - 15), start) is not None


def _carried_out(text: str, span: Span) -> bool:
    return span.first == 0 and _CARRIED_OUT.match(text, span.end) is not None


def _glued(span: Span, start: int) -> int:
    """Where the name begins with what is glued to it: places, bodies, an ordinal; any noun before an ordinal."""
    ordinal = False
    while start > span.first:
        before = span.before[start - 1]
        ordinal = ordinal or _ORDINAL.match(span.before[start].text) is not None
        if not (before.tag in ("ns", "nt") or _ORDINAL.match(before.text) or (ordinal and _noun(span, start - 1))):
            break
        start -= 1
    return start


def _noun(span: Span, index: int) -> bool:
    word = span.before[index]
    return word.tag[0] in "ngjz" and span.head_start - word.start <= MOST


def _least(text: str, span: Span, *, is_named: bool) -> float:
    """The least probability that makes a name, given what the rules say."""
    if is_named:
        return 0.0 if len(span.head) == 1 else AGREEING
    rates = [frequency(word.text) for word in span.words if word.text not in GENERIC]
    special = len(rates)
    if span.head == "机制" and not span.counted and (span.launched or span.first == 0) and _posted(span, rates):
        return RARELY
    carried_out = span.head not in LOOSE and _carried_out(text, span)
    if not special:
        return RARELY if carried_out else SURE
    loose = span.head in LOOSE
    bounds = [SURE if loose or span.head == "工程" else RATHER]
    works = span.head in ("工程", "项目") and span.before[-1].text in _WORKS
    if span.launched or (special > 1 and not works):
        bounds.append(ALONE)
    if special > 1 and not works and _rare_subject(text, span, min(rates)):
        bounds.append(SUBJECT)
    if special and not span.counted:
        if ALIAS.match(text, span.end):
            bounds.append(0.0)
        # A longer name than that of the national programme it ends in: 乡村教师|安居工程.
        longer = _FIXED.fullmatch(text, span.words[-1].start, span.end)
        if longer or begun(text, span) or (not loose and _VOUCHED.match(text, span.end)):
            bounds.append(VOUCHED)
        if carried_out:
            bounds.append(RARELY)
        if special > 1 and (resumed(text, span) or (not loose and special > 2 and _owned(text, span))):
            bounds.append(OWNED)
        if span.launched and (not loose or (special > 1 and span.head in _PROJECTS)):
            bounds.append(LAUNCHED)
        first = span.words[0].text
        if not loose and _MANY.match(first) and not known(first):
            bounds.append(LAUNCHED)
    return min(bounds)


def _rare_subject(text: str, span: Span, rarest: int) -> bool:
    """Whether words of which one is rare open their clause and do something: 共享轮椅驿站项目|覆盖…."""
    if span.first > 0 or span.counted or span.head == "机制" or rarest > RARE:
        return False
    return setting(text, span)[0] in "vtd"


def _posted(span: Span, rates: list[int]) -> bool:
    """Whether a mechanism is called by a post: 敲门|讲解员, 夜|巡队, or 站长|吹哨, which is hardly ever written."""
    if len(span.words) < 2:
        return False
    if _POST.search(span.words[-1].text):
        return span.head_start - span.words[0].start >= 4
    return min(rates, default=RARE) <= COINED and any(_POST.search(word.text) for word in span.words)


def _opens_line(text: str, span: Span) -> bool:
    """Whether a line begins with the words and a colon follows them: 青年安居计划：…."""
    start = span.before[span.first].start
    return text.startswith((":", "："), span.end) and _LINE_START.search(text, max(0, start - 8), start) is not None


def _opening(text: str, span: Span) -> float:
    """The least probability of a name that opens a line which goes on to explain it.

    A mechanism that is called by a thing (红黑榜机制) is a name, by what is done (风险防范机制) none.
    """
    if span.head == "机制":
        last = span.before[-1]
        thing = last.tag.startswith("n") and len(last.text) > 1 and last.text not in GENERIC
        return 0.0 if thing and (len(span.before) - span.first > 2 or _POST.search(last.text)) else SURE
    start = span.before[span.first].start
    if _NUMBERED.search(text, max(0, start - 4), start):
        return VOUCHED
    return ALONE if span.head in LOOSE else LAUNCHED


def _never(text: str, span: Span) -> bool:
    """Whether the words before a head noun exclude a name: capital market, a person who plans, a holiday."""
    left = span.before[span.first].start
    if SECURITIES.search(text, left, span.head_start) or _DEFINED.search(text, max(0, left - _FAR), left):
        return True
    if span.head == "节":
        return NOT_FESTIVAL.search(text, left, span.head_start) is not None or kind_of_festival(span)
    if span.head in ("工程", "项目") and (
        _TENDER.search(text, left, span.head_start) or TENDERED.match(text, span.end)
    ):
        return True
    if _SALES_DAY.match(text[left : span.head_start]):
        return True
    return span.head == "计划" and not span.launched and planned(text, span)


def _found(text: str, start: int, span: Span) -> Found:
    # A preposition that the word list does not tell from an unknown name: 从援鄂|复苏计划.
    if text[start] in "从把被" and span.head_start - start > LEAST:
        start += 1
    suffix = _SUFFIX.match(text, span.end)
    end = suffix.end() if suffix else span.end
    return Found(start, end, text[start:end], kind(span.head), quoted=False, certain=span.launched)
