"""What sites put around and between the parts of an article: names, menus, summaries, tails, decoration."""

import re

from pipeline.corrupt.page import Page
from pipeline.corrupt.phrases import words
from pipeline.schema import RemovalKind


def invisible(page: Page) -> None:
    """Characters that are not seen."""
    for _ in range(page.random.randint(3, 20)):
        place = page.random.randrange(page.body, len(page.text))
        page.put(place, page.random.choice("\u200b\u200c\u200d\u2060\ufeff\u00ad\u202a\x08"), "invisible", "invisible")


def symbols(page: Page) -> None:
    """A run of stars or the like before a line."""
    run = page.random.choice("★☆◆■●※→▓") * page.random.randint(4, 12)
    starts = [match.start() for match in re.finditer(r"(?<=\n)(?=\S)", page.text)]
    page.put(page.random.choice(starts), run, "boilerplate", "symbols")


def brand(page: Page) -> None:
    """The site's name around the title, at the end, and among the keywords."""
    random = page.random
    site = random.choice(words("sites", "names", page.half))
    way = random.randrange(4)
    if way == 0:
        page.put(0, f"【{site}】", "site_name", "brand")
        page.put(len(page.text), site, "site_name", "brand", before="\n")
    elif way == 1:
        page.put(len(page.title), f"_{site}", "site_name", "brand")
    elif way == 2:
        page.put(len(page.title), f"‘{site}’", "site_name", "brand")
        page.put(len(page.text), f"‘{site}’", "site_name", "brand", before="\n")
    else:
        page.put(len(page.text), site, "site_name", "brand", before="\n")
    if random.random() < 0.4:
        tags = [*random.sample(words("furniture", "tags", page.half), 3), site]
        random.shuffle(tags)
        page.put(
            len(page.title),
            "本文关键词：" + random.choice("，, ").join(tags),
            "boilerplate",
            "keyword-line",
            before="\n",
        )


def summary(page: Page) -> None:
    """The first paragraph once more as a summary."""
    first = next((line for line in page.paragraphs if len(line) > 60), None)
    if first:
        text = first if len(first) < 150 else first[:120] + "…"
        page.put(
            len(page.title),
            page.random.choice(("文章摘要：", "摘要：", "导读：")) + text,
            "boilerplate",
            "summary",
            before="\n",
        )


def head(page: Page) -> None:
    """A breadcrumb above the title."""
    random = page.random
    arrow = random.choice((" > ", " >> ", "＞", " » ", " → "))
    steps = arrow.join(random.sample(words("furniture", "channels", page.half), random.randint(1, 3)))
    label = random.choice(("当前位置：", "您的位置：", "您现在的位置:", ""))
    tail = arrow + "正文" if random.random() < 0.6 or not label else ""
    page.put(0, f"{label}首页{arrow}{steps}{tail}", "breadcrumb", "breadcrumb", after="\n")


def encyclopaedia(page: Page) -> None:
    """播报 behind headings and 编辑 below them, as encyclopaedias have it."""
    offset = 0
    for number, line in enumerate(page.text.split("\n")):
        offset += len(line)
        if number and 2 <= len(line) <= 12:
            page.put(offset, "播报", "widget", "widget", after="\n")
            page.put(offset, "编辑", "widget", "widget")
        offset += 1


def tail(page: Page) -> None:
    """What stands below articles: credits, shares, neighbours, notices, related titles, comments."""
    random = page.random
    end = len(page.text)
    titles = list(words("furniture", "titles", page.half))
    random.shuffle(titles)
    editor = random.choice(words("furniture", "editors", page.half))
    site = random.choice(words("sites", "names", page.half))
    lines: list[tuple[RemovalKind, str, str]] = [
        (
            "boilerplate",
            "credit",
            random.choice((f"责任编辑：{editor}", f"（编辑：{editor}）", f"编辑：{editor} 审核：张华")),
        ),
        ("share_bar", "share", random.choice(("分享到：", "分享到: 微信 新浪微博 QQ空间", "分享至：微博 QQ好友"))),
        ("boilerplate", "neighbour", f"上一篇：{titles[0]}"),
        ("boilerplate", "neighbour", f"下一篇：{random.choice((titles[1], '没有了'))}"),
        (
            "boilerplate",
            "copyright",
            random.choice((f"版权所有 © 2010-2023 {site}", f"Copyright © 2019 {site} All Rights Reserved.")),
        ),
        (
            "boilerplate",
            "filing",
            random.choice(
                (
                    "粤ICP备2021034567号-2",
                    "京公网安备11010802012345号",
                    "沪ICP备09012345号 增值电信业务经营许可证：沪B2-20100001",
                )
            ),
        ),
        (
            "boilerplate",
            "tags",
            "标签：" + random.choice((" ", "，", ",")).join(random.sample(words("furniture", "tags", page.half), 3)),
        ),
        (
            "boilerplate",
            "notice",
            random.choice(
                (
                    "声明：本文由网友上传，如有侵权请联系我们删除。",
                    f"转载请注明来源：{site}",
                    "免责声明：文章内容仅供参考，不构成任何建议。",
                )
            ),
        ),
        ("duplicate_title", "title-again", page.title),
        (
            "widget",
            "widget-bar",
            random.choice(("点赞 12 收藏 3 评论 0", "【打印】【关闭】", "收藏 举报", "阅读 2031")),
        ),
    ]
    related = [
        ("boilerplate", "related", text)
        for text in (random.choice(("相关阅读", "相关推荐：", "猜你喜欢", "热门文章")), *titles[2:6])
    ]
    users = words("furniture", "users", page.half)
    remarks = words("furniture", "comments", page.half)
    comments = [("boilerplate", "comments", random.choice(("网友评论", "最新评论", "评论(3)")))]
    comments += [
        ("boilerplate", "comments", f"{random.choice(users)}：{remark}") for remark in random.sample(remarks, 3)
    ]
    chosen = [[line] for line in lines if random.random() < 0.45]
    if random.random() < 0.4:
        chosen.append(related)  # type: ignore[arg-type]
    random.shuffle(chosen)
    if random.random() < 0.25:
        chosen.append(comments)  # type: ignore[arg-type]
    for block in chosen:
        for kind, way, text in block:
            page.put(end, text, kind, way, before="\n")
