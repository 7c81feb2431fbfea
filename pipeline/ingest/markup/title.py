"""The title of the article, without the names of site and channel that its <title> carries."""

import re

from pipeline.ingest.markup.visible import Visible

#: Between a title and the names behind it.
JOINT = re.compile(r"\s*[_|｜]+\s*|\s+[-–—－]+\s+|\s*--+\s*|\s*－\s*|(?<=[\u4e00-\u9fff])-(?=[\u4e00-\u9fff]{2,12}$)")

#: A heading, or another line, with fewer characters than this is not taken for the title.
LEAST_HEADING = 4
LEAST_LINE = 8

_SPACES = re.compile(r"\s+")


def choose(page: Visible) -> str | None:
    """The title of the article: a line of the page that its <title> begins with, or has as a longer part behind its
    first joint (明日股市预测--全球经济增长率降至2.3%); else <title> up to that joint."""
    whole = _SPACES.sub(" ", page.head.titles.get("title") or "")
    social = page.head.titles.get("og:title") or ""
    bare = JOINT.split(social or whole, maxsplit=1)[0].strip() or whole
    parts = JOINT.split(whole)
    best = ""
    for line in page.lines:
        if line.end - line.start > len(whole or social):
            continue
        text = _SPACES.sub(" ", page.text[line.start : line.end]).strip()
        # A heading says so itself; another line must be most of the title, not the name of a channel.
        least = LEAST_HEADING if line.tag in ("h1", "h2") else max(LEAST_LINE, len(bare) // 2)
        if len(text) < max(least, len(best) + 1):
            continue
        if whole.startswith(text) or social.startswith(text) or (len(text) > 2 * len(bare) and text in parts):
            best = text
    if best:
        return best
    headings = [page.text[line.start : line.end].strip() for line in page.lines if line.tag == "h1"]
    return bare or (headings[0] if len(headings) == 1 else None)
