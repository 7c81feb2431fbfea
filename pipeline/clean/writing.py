"""The words of furniture in traditional characters: rules are written in simplified ones and read both."""

import re

_PAIRS = (
    "責责編编輯辑審审關关閉闭評评論论閱阅讀读覽览點点擊击發发佈布時时間间來来聲声權权轉转載载聯联繫系體体錄录註注冊册會会員员資资訊讯"
    "專专題题條条頁页報报導导網网記记標标籤签鍵键詞词鏈链結结圖图書书館馆開开啟启頭头尋寻熱热門门薦荐檢检舉举當当個个們们歡欢"
    "請请見见詳详節节錯错誤误與与無无須须經经許许從从對对為为於于業业務务廣广電电話话傳传號号碼码內内後后進进還还類类遊游戲戏"
    "聞闻視视頻频廣广連连絡络簡简約约顯显說说討讨給给讚赞幫帮這这過过邊边種种樣样應应該该變变動动態态勢势圍围"
)
_SIMPLIFIED = {ord(a): b for a, b in zip(_PAIRS[::2], _PAIRS[1::2], strict=True) if a != b}
_TRADITIONAL = re.compile(f"[{''.join(map(chr, _SIMPLIFIED))}]")


def simplified(text: str) -> str:
    """The text with the characters of furniture's words simplified, each for one: offsets stay."""
    return text.translate(_SIMPLIFIED) if _TRADITIONAL.search(text) else text
