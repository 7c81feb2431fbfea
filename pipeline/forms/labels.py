"""Lines that are a label and what it says, as in a table of facts beside an article: 成立时间：2008年6月."""

import re

#: The label of a line, up to what it says: 报名时间：, 总部地点：.
LABEL = re.compile(r"\s*[^\s，。；：:、“”《》\d]{2,10}\s?[：:]\s*")
#: The label of a day on which something began or ended for good, which tells nothing of other lines.
ORIGIN = re.compile(
    r"\s*[^\s，。；：:、“”《》\d]{0,4}(?:出生|诞生|成立|创[立建办刊]|始建|建[立成校院馆厂]|[开设]立|逝世|去世|入[职学党伍]|注册|上市)"
    r"(?:时间|日期|年[月份]?)?\s?[：:]\s*"
)
