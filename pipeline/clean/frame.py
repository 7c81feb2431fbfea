"""What frames the article, by rules, by layout, by names of sites and by the reader of lines; and the title."""

from collections.abc import Sequence

from pipeline.clean import (
    bylines,
    contact,
    controls,
    framing,
    furniture,
    headings,
    lists,
    marks,
    notices,
    sites,
    titles,
)
from pipeline.clean.ledger import Cut, View, add, lines
from pipeline.clean.recurrence import Recurrence
from pipeline.clean.rule import Book
from pipeline.draft import Draft
from pipeline.forms.traditional import simplified

_RULES = Book((*furniture.RULES, *bylines.RULES, *notices.RULES, *marks.RULES))
#: The rules for what is glued into the text; what they take is widened.
GLUED = frozenset(rule.name for rule in marks.RULES)
#: What may be all of a line amid an article: marks, and the single words that an encyclopaedia sets below a heading.
AMID = GLUED | {"invisible", "widget-single", "site-at-heading"}
#: Elements of tables and lists, in which the title is no repetition but says what the row is about.
_CELLS = frozenset({"dd", "dt", "td", "th"})
#: The title stands among so many lines at the top.
_TOP = 40
#: So probable a line above it makes furniture of all that stand there.
_LIKELY = 0.8
#: A line that is as probably the site's is no title.
_NO_TITLE = 0.95


def find(
    draft: Draft, ledger: Sequence[Cut], recurrence: Recurrence | None, least: float
) -> tuple[list[Cut], str | None, list[Cut]]:
    """The ledger with furniture and bait added, the page's title, and where it stands; `least` is the least score of a
    judgement."""
    raw, title = draft.raw_text, draft.title
    ledger = add(by_rules(raw, ledger), _hidden(draft))
    view = View(raw, seen(ledger))
    known = recurrence.names if recurrence else frozenset[str]()
    page = titles.Page(view.text, view.places)
    names = view.raw(sites.site_names(page, title or "", raw, known))
    if names:
        ledger = add(ledger, names)
        view = View(raw, seen(ledger))
        page = titles.Page(view.text, view.places)

    places = lines(raw)
    rest = framing.left(simplified(raw), places, ledger, AMID)
    readings = framing.read(rest)
    place = None
    if title is None and not draft.layout:
        ours = [start for (start, _), read in zip(places, readings, strict=True) if read.chance < _NO_TITLE]
        place = _title(page, view, ours)
        title = place and view.text[slice(*place)]
    headline: list[Cut] = []
    if title:
        kept = place[0] if place else view.text.find(title)
        if kept >= 0:
            headline = view.raw([Cut(kept, kept + len(title), "boilerplate", "title")])
        cells = {block.start for block in draft.layout if block.tag in _CELLS}
        again = view.raw(titles.repeated(view.text, title, view.places, kept))
        ledger = add(ledger, [span for span in again if span.start not in cells])
    at = headline[0].start if headline else -1
    ledger = add(ledger, _above(places, rest, [reading.chance for reading in readings], at))
    judged = [
        framing.cut((start, end), line, reading.chance)
        for (start, end), line, reading in zip(places, rest, readings, strict=True)
        if line and reading.goes and reading.chance >= least and not start <= at < end
    ]
    return add(ledger, judged), title, headline


def by_rules(raw: str, ledger: Sequence[Cut]) -> list[Cut]:
    """The ledger with what rules know added."""
    view = View(raw, ledger)
    text = view.text
    plain = simplified(text)
    found = _RULES.find(plain, view.places)
    glued = [span for span in found if span.rule in GLUED]
    ledger = add(ledger, view.raw(span for span in found if span.rule not in GLUED))
    ledger = add(ledger, view.raw(contact.widened(text, [*glued, *headings.widgets(text, glued)])))
    ledger = add(ledger, view.raw(lists.find(plain, view.places)))
    ledger = add(ledger, view.raw(controls.find(plain, view.places)))
    return add(ledger, view.raw(titles.summaries(text, view.places)))


def seen(ledger: Sequence[Cut]) -> list[Cut]:
    """What the page is looked at without: citation marks stay, because pieces of the title stand before them."""
    return [span for span in ledger if span.kind != "citation"]


def _above(
    places: Sequence[tuple[int, int]], rest: Sequence[str | None], chances: Sequence[float], title: int
) -> list[Cut]:
    """What is left of the lines above the title, where one of them at least is likely furniture.

    Where sentences stand above it, it is a heading amid a text.
    """
    lines = [line for line in zip(places[:_TOP], rest, chances, strict=False) if line[0][1] <= title]
    if not any(chance >= _LIKELY or not text for _, text, chance in lines) or any(
        text and "。" in text for _, text, _ in lines
    ):
        return []
    return [
        Cut(*place, "boilerplate", "above-title") for place, text, _ in lines if text and not text.endswith(("：", ":"))
    ]


def _hidden(draft: Draft) -> list[Cut]:
    return [
        Cut(block.start, block.end, "boilerplate", "layout")
        for block in draft.layout
        if block.region == "furniture" and block.end > block.start
    ]


def _title(page: titles.Page, view: View, ours: Sequence[int]) -> tuple[int, int] | None:
    """Where in the view the title of a page stands that is only text, with the lines that begin at `ours` in raw."""
    stays = set(ours)
    kept = [place for place in view.places if view.position(place[0]) in stays]
    return titles.likeliest(page, kept)
