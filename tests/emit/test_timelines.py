"""Whole pages of a story: every marked date has its days, every marked line the date of its fact."""

import re
from calendar import monthrange
from pathlib import Path

import pytest

from pipeline import Pipeline
from pipeline.emit.records import records

PAGES = re.split(r"(?m)^=== ", (Path(__file__).parent / "data" / "timelines.txt").read_text("utf-8"))[1:]
MARKED = re.compile(r"\{([^{}=]+)=([^{}]+)\}")


def days(text):
    if "/" in text:
        return tuple(text.split("/"))
    if len(text) == 4:
        return f"{text}-01-01", f"{text}-12-31"
    if len(text) == 7:
        year, month = map(int, text.split("-"))
        return f"{text}-01", f"{text}-{monthrange(year, month)[1]}"
    return text, text


def read(page):
    """The text of a page, its publication date, the marked dates and dates of facts by where they begin."""
    head, body = page.split("\n", 1)
    published, text, dates, facts = head.split()[0], "", {}, {}
    for line in body.splitlines():
        told, _, fact = line.partition(" » ")
        if fact:
            facts[len(text)] = days(fact)
        position = 0
        for match in MARKED.finditer(told):
            text += told[position : match.start()]
            dates[len(text), len(text) + len(match[1])] = days(match[2])
            text, position = text + match[1], match.end()
        text += told[position:] + "\n"
    return text, None if published == "-" else published, dates, facts


@pytest.fixture(scope="module")
def pipeline():
    return Pipeline()


@pytest.mark.parametrize("page", PAGES, ids=[page.split("\n")[0] for page in PAGES])
def test_dates_of_a_page_and_of_its_facts(pipeline, page):
    text, published, dates, facts = read(page)
    document = pipeline.text(text, published=published)
    found = {(e.raw_start, e.raw_end): (e.value.start, e.value.end) for e in document.entities if e.label == "DATE"}
    told = {record.start: record.date and (record.date.start, record.date.end) for record in records(document)}
    assert document.raw_text == document.text
    assert {text[slice(*span)]: found.get(span) for span in dates} == {text[slice(*s)]: d for s, d in dates.items()}
    assert {place: told.get(place) for place in facts} == facts
