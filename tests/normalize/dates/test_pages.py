"""Whole pages, and the days that each of their dates means."""

import re
from calendar import monthrange
from pathlib import Path

import pytest

PAGES = re.split(r"(?m)^@", (Path(__file__).parent / "pages.txt").read_text("utf-8"))[1:]
MARKED = re.compile(r"⟦([^|⟧]*)\|([^⟧]*)⟧")


def days(written):
    """First and last day of what is written short."""
    first, _, last = written.partition("..") if ".." in written else (written, "", written)
    if written == "-":
        return None, None
    return bound(first, "-01", "-01"), bound(last, "-12", None)


def bound(short, month, day):
    if not short:
        return None
    parts = short.split("-")
    short += month if len(parts) == 1 else ""
    year, number = (int(part) for part in short.split("-")[:2])
    return short if len(parts) == 3 else short + (day or f"-{monthrange(year, number)[1]}")


def parts_of(text):
    """Role, section and text of the sentences of a page."""
    section = []
    for line in text.rstrip("\n").split("\n"):
        if line.startswith("# "):
            section = [line[2:]]
            yield "heading", [], line[2:]
        else:
            yield from (("body", section, sentence) for sentence in re.findall(r"[^。；]+[。；]?[”」]?", line))


@pytest.mark.parametrize("page", PAGES, ids=[MARKED.sub(r"\1", page).split("\n")[1][:24] for page in PAGES])
def test_every_date_of_a_page_means_these_days(dates_of, page):
    published, _, marked = page.partition("\n")
    found = dates_of(list(parts_of(MARKED.sub(r"\1", marked))), None if published == "-" else published)
    assert [(text, start, end) for text, start, end, _ in found] == [
        (text, *days(written)) for text, written in MARKED.findall(marked)
    ]
