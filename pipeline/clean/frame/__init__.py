"""What frames the article, by rules, by layout, by names of sites and by the reader of lines; and the title."""

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.clean import mirrors
from pipeline.clean.frame import (
    baits,
    behind,
    breadcrumbs,
    bylines,
    calls,
    captions,
    contact,
    counters,
    framing,
    furniture,
    headings,
    lists,
    marks,
    menus,
    notices,
    repeats,
    sites,
    titles,
)
from pipeline.clean.frame.rule import Book
from pipeline.clean.ledger import Cut, View, add, lines
from pipeline.clean.recurrence import Recurrence
from pipeline.draft import Draft
from pipeline.forms.traditional import simplified

_GLUED = (*marks.RULES, *baits.RULES)
_RULES = Book(
    (
        *(*breadcrumbs.RULES, *furniture.RULES, *counters.RULES, *captions.RULES, *bylines.RULES, *calls.RULES),
        *(*notices.RULES, *_GLUED),
    )
)
#: The rules for what is glued into the text; what they take is widened.
GLUED = frozenset(rule.name for rule in _GLUED)
#: What may be all of a line amid an article and is no sign that it is over: marks, captions, advertisements, what calls
#: to read on, and the single words that an encyclopaedia sets below a heading.
AMID = GLUED | {"invisible", "widget-single", "site-at-heading", "read-on", "ad-slot", "caption"}
#: Elements of tables and lists, in which the title is no repetition but says what the row is about.
_CELLS = frozenset({"dd", "dt", "td", "th"})
#: The title stands among so many lines at the top.
_TOP = 40
#: So probable a line above it makes furniture of all that stand there.
_LIKELY = 0.8
#: Between the steps of a breadcrumb.
_ARROWS = ">＞»›"

Place = tuple[int, int]


class Frame(NamedTuple):
    """The ledger with what frames the article added, the page's title, and where in the raw page that stands."""

    ledger: list[Cut]
    title: str | None
    headline: list[Cut]


def find(draft: Draft, ledger: Sequence[Cut], recurrence: Recurrence | None, least: float) -> Frame:
    """What frames the article of a page; `least` is the least score of a judgement."""
    raw = draft.raw_text
    ruled = add(by_rules(raw, ledger), _hidden(draft))
    view = View(raw, seen(ruled))
    page = titles.Page(view.text, view.places)
    known = recurrence.names if recurrence else frozenset[str]()
    names = view.raw(sites.site_names(page, draft.title or "", raw, known))
    named = add(ruled, names)
    if names:
        view = View(raw, seen(named))
        page = titles.Page(view.text, view.places)

    places = lines(raw)
    rest = framing.left(simplified(raw), places, named, AMID)
    readings = framing.read(rest)
    # Bylines and breadcrumbs are the frame's: the page with them says which line stands above one, or ends one.
    for name in (raw[cut.start : cut.end] for cut in names):
        if draft.title and draft.title.endswith(name) and len(draft.title) - len(name) >= titles.SHORTEST_TITLE:
            draft = draft.model_copy(update={"title": draft.title.removesuffix(name)})
    if draft.title and page.is_brand(draft.title):
        draft = draft.model_copy(update={"title": None, "layout": []})
    told = None
    if not draft.title and not draft.layout:
        told = titles.Page(raw, places, _taken(places, rest)).above_byline or _last_step(raw, places, ruled)
    title, place = _title(draft, page, view, readings, places, told)
    headline = view.raw([Cut(*place, "boilerplate", "title")] if place else [])
    at = headline[0].start if headline else -1
    again = _again(draft, view, title, place[0] if place else -1) if title else []
    judged = [
        framing.cut(line, text, reading.chance)
        for line, text, reading in zip(places, rest, readings, strict=True)
        if reading.goes and text and reading.chance >= least and not line[0] <= at < line[1]
    ]
    framed = add(named, again, _above(places, rest, readings, at, told=told is not None), judged)
    return Frame(
        add(framed, behind.find(raw, places, framed, [reading.chance for reading in readings])), title, headline
    )


def by_rules(raw: str, ledger: Sequence[Cut]) -> list[Cut]:
    """The ledger with what rules know added."""
    view = View(raw, ledger)
    text, places = view.text, view.places
    plain = simplified(text)
    found = _RULES.find(plain, places)
    glued = [span for span in found if span.rule in GLUED]
    return add(
        ledger,
        view.raw(span for span in found if span.rule not in GLUED),
        view.raw(contact.widened(text, [*glued, *headings.widgets(text, glued)])),
        view.raw(lists.find(plain, places)),
        view.raw(menus.find(plain, places)),
        view.raw(repeats.summaries(text, places)),
        view.raw(mirrors.lines(text, places)),
    )


def seen(ledger: Sequence[Cut]) -> list[Cut]:
    """What the page is looked at without: citation marks stay, because pieces of the title stand before them."""
    return [span for span in ledger if span.kind != "citation"]


def _taken(places: Sequence[Place], rest: Sequence[str | None]) -> frozenset[int]:
    """Where the lines begin of which rules have taken all."""
    return frozenset(start for (start, _), text in zip(places, rest, strict=True) if not text)


def _above(
    places: Sequence[Place], rest: Sequence[str | None], readings: Sequence[framing.Reading], title: int, *, told: bool
) -> list[Cut]:
    """What is left of the lines above the title, where one of them at least is likely furniture or a byline told it.

    Where sentences stand above it, it is a heading amid a text.
    """
    top = None if told else _TOP
    above = [line for line in zip(places[:top], rest, readings, strict=False) if line[0][1] <= title]
    likely = told or any(reading.chance >= _LIKELY or not text for _, text, reading in above)
    if not likely or any(text and "。" in text for _, text, _ in above):
        return []
    return [
        Cut(*place, "boilerplate", "above-title") for place, text, _ in above if text and not text.endswith(("：", ":"))
    ]


def _hidden(draft: Draft) -> list[Cut]:
    return [
        Cut(block.start, block.end, "boilerplate", "layout")
        for block in draft.layout
        if block.region == "furniture" and block.end > block.start
    ]


def _title(
    draft: Draft,
    page: titles.Page,
    view: View,
    readings: Sequence[framing.Reading],
    places: Sequence[Place],
    told: Place | None,
) -> tuple[str | None, Place | None]:
    """The page's title, and where in the view it stands.

    On a page that is only text it is a line: the one at `told` in the raw page, or of those at `places` one that is
    hardly the site's.
    """
    if told is None and draft.title is None and not draft.layout:
        chances = {start: reading.chance for (start, _), reading in zip(places, readings, strict=True)}
        place = titles.likeliest(page, [chances.get(view.position(start), 1.0) for start, _ in page.places])
        return (page.text[slice(*place)], place) if place else (None, None)
    if told:
        place = _left_of(told, page, view)
        return draft.raw_text[slice(*told)] if place is None else page.text[slice(*place)], place
    at = page.text.find(draft.title) if draft.title else -1
    return draft.title, (at, at + len(draft.title)) if draft.title and at >= 0 else None


def _left_of(told: Place, page: titles.Page, view: View) -> Place | None:
    """What the view has of the line, or its end, that is at `told` in the raw page."""
    for start, end in page.places:
        if view.position(end - 1) >= told[0]:
            begin = start + max(0, told[0] - view.position(start))
            return (begin, end) if begin < end and view.position(start) < told[1] else None
    return None


def _last_step(raw: str, places: Sequence[Place], ledger: Sequence[Cut]) -> Place | None:
    """The line that a breadcrumb above it ends in: where a path leads to the page, and not to its column alone."""
    for cut in ledger:
        if cut.kind == "breadcrumb":
            step = raw[max(raw.rfind(mark, cut.start, cut.end) for mark in _ARROWS) + 1 : cut.end].strip()
            if titles.SHORTEST_TOLD <= len(step) <= titles.LONGEST_TITLE and cut.start < cut.end - len(step):
                return next((place for place in places if place[0] >= cut.end and raw[slice(*place)] == step), None)
    return None


def _again(draft: Draft, view: View, title: str, kept: int) -> list[Cut]:
    """Lines that say the title once more than at `kept` in the view, but for cells of tables."""
    cells = {block.start for block in draft.layout if block.tag in _CELLS}
    again = view.raw(repeats.repeated(view.text, title, view.places, kept))
    return [cut for cut in again if cut.start not in cells]
