"""What the words of a sentence say of its place in the story, beside any date."""

import re

#: What went on at the time told of before, whatever the heading says.
MEANWHILE = re.compile(r"\s*(?:活动|展会|会议|展览|大会|赛事|节日|假日|假期)期间|\s*(?:其间|期间)")
#: A year that is named by the one told of before.
THAT_YEAR = re.compile(r"\s*(?:也?就?是?在?)?[那这這]一?年[，,]?(?![前后後里裡来來间間])")
#: What people come together for on a day …
EVENT = re.compile(
    "揭牌|揭幕|开幕|開幕|闭幕|閉幕|签约|簽約|仪式|儀式|大会|大會|论坛|論壇|发布|推介|启动|分析|座谈|表彰|动员|会"
)
#: … and what was done at it: 揭牌仪式上，六家单位还启动….
AT_THE_EVENT = re.compile(
    r"\s*在?(?P<event>[^，,。；“”]{0,10}(?:仪式|儀式|论坛|論壇|(?<![社都])会))上?[，,][^，,。；“”]{0,16}?"
    "(?:启动|啟動|发起|推出|签署|签订|签约|成立|揭牌|授牌|颁发|颁奖|授予|捐赠|认捐|发放)"
)
#: Below a picture: it says when that was taken.
CAPTION = re.compile(r"\s*(?:[（(]?[上下左右题組组]?[图圖][一二三四五六七八九\d]{0,2}[为為：:]|[▲△▼])")
#: An item of a digest, where the sentence before is one too, each of somebody else: 运达股份：中标….
ITEM = re.compile(r"[^\s，。；：:“”《》\d]{2,10}(?<![说称道问答示出为下注意中点面])[：:]")
#: How things stand on a day …
AS_OF = re.compile(r"\s*[^，,。；]{0,10}?(?:截至|截止到?|到)")
#: … of what is told in balances, and held against the last one …
STOCK = re.compile(
    r"(?:资产负债率|应收账款|货币资金|总资产|净资产|存货|余额|不良(?:贷款)?率|拨备覆盖率|在手订单)|[较比](?:上年末|去年末|上年底|去年底|年初|期初)"
)
#: … and what adds up over a time, which is no more of that day: 收入同比增加1.1亿元.
FLOW = re.compile(
    r"\s*[^。；：:]{0,14}?(?:收入|支出|利润|费用|投入|销量|销售额|成交额|产量|产值|吞吐量|客流量)(?!户)(?![^，,。；]{0,6}余额)"
)
