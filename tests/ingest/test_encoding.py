from collections.abc import Callable

import pytest

from pipeline.draft import Draft
from pipeline.errors import PageError
from pipeline.ingest.encoding import decode

SIMPLIFIED = "武汉协和医院2023年门诊量突破九百万人次，同比增长12%。\r\n院长说：“明年还要更好。”\n"
TRADITIONAL = "臺灣鐵路管理局今日宣布，新列車將於明年三月投入營運，預計每年可服務旅客一千二百萬人次。\n"
SHORT = "中文"
RARE = "𠮷野家在㐂多方开店，䶮先生出席。"


@pytest.mark.parametrize(
    ("text", "codec", "expected"),
    [
        (SIMPLIFIED, "utf-8", "utf-8"),
        (SIMPLIFIED, "utf-8-sig", "utf-8-sig"),
        (SIMPLIFIED, "gbk", "gb18030"),
        (SIMPLIFIED, "gb2312", "gb18030"),
        (SIMPLIFIED, "utf-16", "utf-16"),
        (SIMPLIFIED, "utf-16-le", "utf-16-le"),
        (SIMPLIFIED, "utf-16-be", "utf-16-be"),
        (SIMPLIFIED, "utf-32", "utf-32"),
        (TRADITIONAL, "utf-8", "utf-8"),
        (TRADITIONAL, "big5", "big5"),
        (TRADITIONAL, "gbk", "gb18030"),
        (TRADITIONAL, "utf-16-le", "utf-16-le"),
        (SIMPLIFIED + RARE, "gb18030", "gb18030"),
        ("★★★★★　→　评分：五星　◆◆◆", "gbk", "gb18030"),
        ("★★★★★　→　評分：五星　◆◆◆", "big5", "big5"),
        (SHORT, "gbk", "gb18030"),
        (SHORT, "big5", "big5"),
        ("ASCII only, 2023.", "ascii", "utf-8"),
        ("Plain ASCII, 2023.", "utf-16-le", "utf-16-le"),
    ],
)
def test_encoding_is_found_out(text: str, codec: str, expected: str) -> None:
    decoded = decode(text.encode(codec))
    assert (decoded.text, decoded.encoding) == (text, expected)


@pytest.mark.parametrize("codec", ["utf-16-be", "utf-16-le"])
def test_utf_16_mark_decides_the_byte_order(codec: str) -> None:
    decoded = decode(("\ufeff" + SIMPLIFIED).encode(codec))
    assert (decoded.text, decoded.encoding) == (SIMPLIFIED, "utf-16")


@pytest.mark.parametrize("codec", ["utf-8-sig", "gb18030", "utf-16"])
def test_recorded_encoding_decodes_the_file_to_the_raw_text(page: Callable[..., Draft], codec: str) -> None:
    data = SIMPLIFIED.encode(codec)
    draft = page(data)
    assert data.decode(draft.source.encoding) == draft.raw_text


@pytest.mark.parametrize(
    ("text", "codec", "declared"),
    [
        (SIMPLIFIED, "utf-8", "gb2312"),
        (SIMPLIFIED, "gbk", "iso-8859-1"),
        (SIMPLIFIED, "gbk", "utf-8"),
        (SIMPLIFIED, "gbk", "big5"),
        (TRADITIONAL, "big5", "gb2312"),
        (TRADITIONAL, "gbk", "gb2312"),
        (SIMPLIFIED, "gbk", "no-such-encoding"),
    ],
)
def test_declaration_against_the_evidence_counts_for_nothing(text: str, codec: str, declared: str) -> None:
    assert decode(text.encode(codec), [declared]).text == text


def test_declaration_decides_where_nothing_else_can() -> None:
    text = "日本語のページです。お知らせ。"
    assert decode(text.encode("cp932"), ["Shift_JIS"]).text == text


def test_declared_encoding_of_an_html_page_is_honoured(page: Callable[..., Draft]) -> None:
    source = '<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head><p>翟翊喆</p>'
    draft = page(source.encode("gbk"), "page.html")
    assert (draft.raw_text, draft.source.encoding) == ("翟翊喆", "gb18030")


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(SIMPLIFIED.strip().encode()[:-1], id="cut in the last character"),
        pytest.param("同比增长".encode()[:4], id="cut in the second character"),
        pytest.param("中".encode()[:2], id="two bytes that GB18030 would read"),
        pytest.param(SIMPLIFIED.encode()[:40] + b"\xff" + SIMPLIFIED.encode()[40:], id="one damaged byte"),
        pytest.param(b"\xef\xbb\xbf" + "中".encode()[:2], id="cut behind a mark"),
        pytest.param(("\ufeff" + SHORT).encode("utf-16-le")[:-1], id="half a UTF-16 unit"),
        pytest.param("\ufeff".encode("utf-16-le") + b"\x00\xd8a\x00", id="lone UTF-16 surrogate"),
        pytest.param(b"caf\xe9 au lait", id="Latin-1"),
        pytest.param("中文".encode() + b"\xed\xa0\x80", id="surrogate written as UTF-8"),
    ],
)
def test_damaged_text_is_refused_and_never_becomes_other_characters(
    rejected: Callable[..., PageError], data: bytes
) -> None:
    assert rejected(data).code == "encoding"


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(range(256)), id="image"),
        pytest.param(b"%PDF-1.7\n" + SIMPLIFIED.encode(), id="PDF"),
        pytest.param(b"PK\x03\x04" + SIMPLIFIED.encode(), id="archive"),
        pytest.param(bytes(1000), id="NUL bytes"),
        pytest.param(bytes(range(256)) * 8, id="every byte"),
        pytest.param(b"\x01\x02\x03abc" * 100, id="control characters"),
    ],
)
def test_binary_files_are_refused(rejected: Callable[..., PageError], data: bytes) -> None:
    assert rejected(data).code == "binary"


def test_a_stray_control_character_is_kept_for_cleaning(page: Callable[..., Draft]) -> None:
    text = SIMPLIFIED * 5 + "\x00"
    assert page(text.encode()).raw_text == text


def test_message_names_the_place(rejected: Callable[..., PageError]) -> None:
    assert "byte 3 of 5" in str(rejected("中文".encode()[:5]))
