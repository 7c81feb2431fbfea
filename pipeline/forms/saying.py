"""Verbs of saying and reporting, by what they do to a date that stands before them.

Each is the inside of a group of an expression: rf"(?:{SAYS})". `normalize` asks whether what follows is told on that
date, `emit` whether the date is when something was said and not when it was.
"""

#: Somebody says: 3月1日，负责人表示.
SAYS = "表示|称|稱|指出|说|說|透露|介绍|介紹|提到"
#: What is said stands in something written: 报告显示.
SHOWS = "显示|顯示|指出|称|稱|表明|认为|認為"
#: Somebody makes it public.
PUBLISHES = "发布|發佈|發布|公布|公佈|披露|宣布|宣佈|公告|通报|通報|发表|發表"
#: It has come to the writer: 昨日从粮食局获悉, 3月27日消息.
HEARD = "获悉|獲悉|了解到|消息|报道|報道|報導"
#: A report from a place: 新华社北京1月1日电.
WIRED = "[电電](?=[（(，,\\s])|[讯訊]"
#: What is made public.
REPORTS = "报告|報告|数据|數據|公报|公報|公告|白皮书|白皮書"
