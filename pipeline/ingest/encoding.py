"""Finds out the encoding of a page, strictly: what does not decode without damage is refused.

In this order: a byte order mark; strict UTF-8, which nothing else passes by chance; then the Chinese
encodings, judged by how many of the characters they give are common ones; then what the page
declares, if that is another known encoding. A declaration decides between encodings that fit about
equally and is otherwise only a claim: pages that say iso-8859-1 and are GBK abound.
"""

import codecs
import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.errors import PageError

#: Byte order marks and the codec that takes them off. The UTF-32 mark begins with that of UTF-16.
MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

#: Names a page may declare for the encodings that are found by evidence.
DECLARED_CHINESE: dict[str, str] = {
    **dict.fromkeys(("gb2312", "gbk", "gb18030", "cp936", "x-gbk", "gb_2312-80", "hz-gb-2312"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs", "big5hkscs", "cp950", "x-x-big5", "csbig5"), "big5"),
    **dict.fromkeys(("utf-16", "utf-16le", "utf-16-le"), "utf-16-le"),
    **dict.fromkeys(("utf-16be", "utf-16-be"), "utf-16-be"),
}

#: Other encodings, taken only when declared: nothing in the bytes tells them apart.
DECLARED_OTHER: dict[str, str] = {
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j"), "cp932"),
    **dict.fromkeys(("euc-jp", "x-euc-jp"), "euc_jp"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987", "cp949"), "cp949"),
    **dict.fromkeys(("iso-8859-1", "latin1", "windows-1252", "cp1252"), "cp1252"),
    "windows-1251": "cp1251",
    "koi8-r": "koi8_r",
}

#: Big5 has no single table: the plain one first, then Microsoft's, then Hong Kong's.
BIG5 = ("big5", "cp950", "big5hkscs")

#: A reading in which fewer of the non-ASCII characters than this are common is no Chinese text.
PLAUSIBLE = 0.6

#: How much better a reading must be to go against the page's declaration.
TRUST = 0.2

#: Bytes looked at to judge a reading: a page is in one encoding from beginning to end.
SAMPLE = 16_384


def _rows(codec: str, leads: Sequence[int], trails: Sequence[int]) -> str:
    return b"".join(bytes((lead, trail)) for lead in leads for trail in trails).decode(codec, "ignore")


_GB_TRAILS = range(0xA1, 0xFF)
_BIG5_TRAILS = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
# The first level of each character set, and its symbols.
_GB_COMMON = _rows("gb2312", (0xA1, 0xA3, *range(0xB0, 0xD8)), _GB_TRAILS)
_BIG5_COMMON = _rows("big5", range(0xA1, 0xC7), _BIG5_TRAILS)
_PUNCTUATION = "　，。、；：？！“”‘’「」『』（）《》〈〉【】…—·～％" + "".join(map(chr, range(0xFF10, 0xFF5B)))

#: The characters that make up most of running text, in both scripts, most frequent first.
FREQUENT = (
    "的一是在不了有和人这這中大为為上个個国國我以要他时時来來用们們生到作地于於出就分对對成会會可主发發年动動"
    "同工也能下过過子说說产產种種面而方后後多定行学學法所民得经經十三之进進着著等部度家电電力里裡如水化高自二"
    "理起小物现現实實加量都两兩体體制机機当當使点點从從业業本去把性好应應开開它合还還因由其些然前外天政四日那"
    "社义義事平形相全表间間样樣与與关關各重新线線内內数數正心反你明看原又么麼利比或但质質气氣第向道命此变變条"
    "條只没沒结結解问問意建月公无無系统統长長市区區县縣省万萬亿億元记記者报報企场場据據项項设設资資金"
)

_IN_GB = frozenset(_GB_COMMON + _PUNCTUATION)
_IN_BIG5 = frozenset(_BIG5_COMMON + _PUNCTUATION)
_IN_EITHER = _IN_GB | _IN_BIG5
_IS_FREQUENT = frozenset(FREQUENT + _PUNCTUATION)

_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_CONTROL_BYTES = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")

#: First bytes of files that are not text, whatever their suffix says.
MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or office file"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office file"),
    (b"\x7fELF", "a program"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x28\xb5\x2f\xfd", "zstandard data"),
    (b"\xfd7zXZ\x00", "xz data"),
    (b"SQLite format 3\x00", "a database"),
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A page's text, and the Python codec that turns its bytes into exactly this text."""

    text: str
    encoding: str


def decode(data: bytes, declared: Sequence[str] = ()) -> Decoded:
    """Decodes a page, strictly; `declared` are the encodings it claims, the strongest claim first.

    Raises PageError `binary` or `encoding`. A byte order mark is part of the encoding, not of the text.
    """
    for magic, name in MAGIC:
        if data.startswith(magic):
            raise PageError("binary", f"the page is {name}, not text")
    decoded = _decode(data, [name.strip().lower() for name in declared])
    controls = len(_CONTROL.findall(decoded.text))
    if controls * 100 > len(decoded.text):
        raise PageError("binary", f"{controls} of {len(decoded.text)} characters are control characters")
    return decoded


def _decode(data: bytes, declared: Sequence[str]) -> Decoded:
    for mark, codec in MARKS:
        if data.startswith(mark):
            return _marked(data, codec)
    damage: UnicodeDecodeError | None = None
    if not _is_wide(data):
        try:
            return Decoded(data.decode("utf-8"), "utf-8")
        except UnicodeDecodeError as error:
            damage = error
            if _is_utf8_with_damage(data, error):
                raise PageError("encoding", _where("UTF-8", error)) from error
    chinese = _by_evidence(data, declared)
    if chinese is not None:
        return chinese
    for name in declared:
        codec = DECLARED_OTHER.get(name, "")
        text = _strict(data, codec) if codec else None
        if text is not None:
            return Decoded(text, codec)
    sample = data[:SAMPLE]
    if damage is None or len(_CONTROL_BYTES.findall(sample)) * 100 > len(sample):
        raise PageError("binary", "the page is full of control bytes and is no text")
    raise PageError(
        "encoding", f"{_where('UTF-8', damage)}; nor is it GB18030, Big5 or UTF-16. Convert the page to UTF-8"
    )


def _is_wide(data: bytes) -> bool:
    """Whether there are as many NUL bytes as only UTF-16 has, where text has digits or line ends."""
    sample = data[:SAMPLE]
    return sample.count(0) * 100 > len(sample)


def _marked(data: bytes, codec: str) -> Decoded:
    try:
        return Decoded(data.decode(codec), codec)
    except UnicodeDecodeError as error:
        raise PageError("encoding", _where(codec.removesuffix("-sig").upper(), error)) from error


def _where(name: str, error: UnicodeDecodeError) -> str:
    place = f"byte {error.start} of {len(error.object)}"
    if error.reason == "unexpected end of data":
        return f"the page ends in the middle of a {name} character, at {place}"
    return f"the page is not {name} at {place}: {error.reason}"


def _is_utf8_with_damage(data: bytes, error: UnicodeDecodeError) -> bool:
    """Whether the bytes are UTF-8 that was cut or damaged, which a Chinese codec would turn to nonsense."""
    if error.reason == "unexpected end of data" and error.start >= len(data) - 3:
        return True
    sample = data[:SAMPLE].decode("utf-8", "replace")
    broken = sample.count("\ufffd")
    return len(_NOT_ASCII.findall(sample)) - broken > 4 * broken


def _strict(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None


def _by_evidence(data: bytes, declared: Sequence[str]) -> Decoded | None:
    """The Chinese reading with the most common characters, or none that is plausible."""
    claim = next((DECLARED_CHINESE[name] for name in declared if name in DECLARED_CHINESE), None)
    wide = _is_wide(data)
    readings: list[tuple[float, Decoded]] = []
    for family, codecs_, common in (
        ("gb18030", () if wide else ("gb18030",), _IN_GB),
        ("big5", () if wide else BIG5, _IN_BIG5),
        ("utf-16-le", ("utf-16-le",), _IN_EITHER),
        ("utf-16-be", ("utf-16-be",), _IN_EITHER),
    ):
        for codec in codecs_:
            text = _strict(data, codec)
            if text is None:
                continue
            share = _plausibility(text, common)
            believed = family == claim and family in ("gb18030", "big5")
            if share >= PLAUSIBLE or believed:
                readings.append((share + (TRUST if family == claim else 0.0), Decoded(text, codec)))
            break
    if not readings:
        return None
    return max(readings, key=lambda reading: reading[0])[1]


def _plausibility(text: str, common: frozenset[str]) -> float:
    """How much a reading looks like Chinese text: near 1.4 for what is, below 0.7 for what is not.

    The share of common characters among those beyond ASCII, and the share of frequent ones.
    """
    characters = _NOT_ASCII.findall(text[:SAMPLE])
    if not characters:
        # UTF-16 of ASCII alone: every other byte is NUL, and no other reading gives letters.
        printable = sum(character.isprintable() or character.isspace() for character in text[:SAMPLE])
        return printable / max(1, len(text[:SAMPLE]))
    common_share = sum(character in common for character in characters) / len(characters)
    frequent_share = sum(character in _IS_FREQUENT for character in characters) / len(characters)
    return common_share + frequent_share
