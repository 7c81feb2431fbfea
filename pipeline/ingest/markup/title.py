"""The title of the article, without the names of site and channel that its <title> carries."""

import re

from pipeline.ingest.markup.visible import Visible

#: Between a title and the names behind it.
JOINT = re.compile(r"\s*[_|｜]+\s*|\s+[-–—－]+\s+|\s*--+\s*|\s*－\s*|(?<=[\u4e00-\u9fff])-(?=[\u4e00-\u9fff]{2,12}$)")

_SPACES = re.compile(r"\s+")


def choose(page: Visible) -> str | None:
    """The title: a heading that the page's <title> or og:title begins with, else the title up to its first joint."""
    whole = page.head.titles.get("title") or ""
    social = page.head.titles.get("og:title") or ""
    for line in page.lines:
        if line.tag in ("h1", "h2"):
            text = _SPACES.sub(" ", page.text[line.start : line.end]).strip()
            if len(text) >= 4 and (whole.startswith(text) or social.startswith(text)):
                return text
    first = [page.text[line.start : line.end].strip() for line in page.lines if line.tag == "h1"]
    bare = JOINT.split(social or whole, maxsplit=1)[0].strip() or whole
    if not bare and len(first) == 1:
        return first[0]
    return bare or None
