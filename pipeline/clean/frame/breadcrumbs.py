"""Rules for breadcrumbs: where in its site a page stands, on a line of its own."""

from pipeline.clean.frame.rule import HAN, Rule

#: What stands between two steps of a breadcrumb.
_STEP = r"\s*(?:[>＞»›→/|·]{1,3}|-{1,2}>?|&gt;|::)\s*"

RULES: tuple[Rule, ...] = (
    Rule(
        name="breadcrumb-labelled",
        kind="breadcrumb",
        triggers=("位置",),
        pattern=r"(?:【[^】\n]{1,16}】\s*)?(?:(?:您|你)?(?:的|现在的?|当前|目前|所在)?(?:当前|所在)?的?位置(?:是|在)?\s*[:：])[^。\n]{0,120}",
        line=True,
        yes=(
            ("当前位置:首页 > 探索", "当前位置:首页 > 探索"),
            (
                "您现在的位置：网站首页>>新闻中心>>院内动态>>正文",
                "您现在的位置：网站首页>>新闻中心>>院内动态>>正文",
            ),
            ("您的位置： 主页 > 旅游 >", "您的位置： 主页 > 旅游 >"),
            ("【城事】 当前位置：首页>要闻", "【城事】 当前位置：首页>要闻"),
        ),
        no=("车站的位置靠近老城区。", "选址位置：江北新区，占地三百亩。"),
    ),
    Rule(
        name="breadcrumb-labelled",
        kind="breadcrumb",
        triggers=("频道", "栏目", "版块"),
        pattern=rf"(?:所[在属])?(?:频道|栏目|版块)\s*[:：]\s*[{HAN}A-Za-z]{{2,10}}(?:\s*[>＞»›/／]{{1,2}}\s*[{HAN}A-Za-z]{{2,10}}){{1,5}}",
        line=True,
        yes=(("频道：消费 / 新股", "频道：消费 / 新股"), ("所属栏目：要闻>>本地", "所属栏目：要闻>>本地")),
        no=("频道：少儿、戏曲", "栏目：要闻"),
    ),
    Rule(
        name="breadcrumb-home",
        kind="breadcrumb",
        triggers=("首页", "主页"),
        pattern=rf"(?:网站)?(?:首页|主页)(?:{_STEP}[^\s>＞»›→/|。，]{{1,24}}){{1,8}}(?:{_STEP})?",
        line=True,
        yes=(
            ("首页 > 新闻 > 国内 > 正文", "首页 > 新闻 > 国内 > 正文"),
            ("首页»医院概况»院史", "首页»医院概况»院史"),
            ("首页 >> 健康 >> 正文", "首页 >> 健康 >> 正文"),
        ),
        no=("首页改版后，访问量上升。", "首页"),
    ),
    Rule(
        name="breadcrumb-home",
        kind="breadcrumb",
        triggers=("首页", "主页"),
        # The last step is the title.
        pattern=r"(?:[^\s>＞»›→，。]{0,8})(?:首页|主页)(?:\s*[>＞»›→]{1,2}\s*[^\s>＞»›→，。]{1,24}){1,6}\s*[>＞»›→]{1,2}\s*[^>＞»›→\n]{2,80}",
        line=True,
        yes=(("首页 > 话剧 > 《渡口》昨晚首演，观众：看哭了", "首页 > 话剧 > 《渡口》昨晚首演，观众：看哭了"),),
        no=("首页 > 话剧。", "首页 > 《渡口》昨晚首演，座无虚席"),
    ),
    Rule(
        name="breadcrumb-arrows",
        kind="breadcrumb",
        triggers=(">", "＞", "»", "›"),
        pattern=rf"[{HAN}A-Za-z·]{{2,14}}(?:\s*[>＞»›]{{1,2}}\s*[{HAN}A-Za-z·、]{{2,14}}){{2,8}}(?:\s*[>＞»›]{{1,2}})?",
        line=True,
        yes=(("泠阳文化网 > 非遗名录 > 传统戏剧", "泠阳文化网 > 非遗名录 > 传统戏剧"),),
        no=("种植→采摘→加工", "甲组 > 乙组", "效率：甲 > 乙 > 丙"),
    ),
    Rule(
        name="breadcrumb-arrows",
        kind="breadcrumb",
        triggers=(">", "＞", "»", "›"),
        # One step is enough where it begins with a site.
        pattern=rf"[{HAN}A-Za-z]{{1,10}}(?:网|在线|频道|首页|主页)(?:(?:\s?(?:>>|＞＞|»)\s?|\s[>＞›]\s)[{HAN}A-Za-z·、]{{2,10}}){{1,2}}",
        line=True,
        yes=(("青岭网>>文化", "青岭网>>文化"),),
        no=("光纤网>铜缆网", "甲组>>乙组"),
    ),
    Rule(
        name="breadcrumb-arrows",
        kind="breadcrumb",
        triggers=("»", "›"),
        # The last step is the title.
        pattern=r"[^»›。\n]{2,24}(?:\s*[»›]\s*[^»›。\n]{2,24}){1,5}\s*[»›]\s*[^»›\n]{2,80}",
        line=True,
        yes=(
            (
                "青岭论坛 » 本地 » 三居能不能入手？想听听大家的意见，谢谢",
                "青岭论坛 » 本地 » 三居能不能入手？想听听大家的意见，谢谢",
            ),
        ),
        no=("他读到» Guten Tag «两个词",),
    ),
)
