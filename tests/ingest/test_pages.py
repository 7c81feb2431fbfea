import json
from collections.abc import Callable
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from pipeline import ingest
from pipeline.draft import Draft, Settings
from pipeline.errors import PageError

Read = Callable[..., Draft]
Rejected = Callable[..., PageError]


def line(**fields: object) -> bytes:
    return json.dumps(fields).encode() + b"\n"


@pytest.mark.parametrize("data", [b"", b" \r\n\t\n", "　\u00a0\n".encode(), b"\xef\xbb\xbf"])
def test_page_without_a_visible_character_is_rejected(rejected: Rejected, data: bytes) -> None:
    assert rejected(data).code == "empty"


def test_text_is_the_file_with_its_line_ends(page: Read) -> None:
    assert page("一。\r\n\r二。\n".encode()).raw_text == "一。\r\n\r二。\n"


def test_page_without_chinese_is_read(page: Read) -> None:
    assert page(b"No Chinese at all, 3.5%.\n").raw_text == "No Chinese at all, 3.5%.\n"


def test_five_megabytes_on_one_line_are_read(page: Read) -> None:
    text = "同比增长12%，" * 250_000
    assert page(text.encode()).raw_text == text


def test_page_beyond_the_limit_is_rejected(rejected: Rejected, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.ingest.forms.MAX_PAGE_BYTES", 100)
    assert rejected(b"x" * 101).code == "too_large"


def test_line_beyond_the_limit_is_rejected_and_the_next_is_read(
    tmp_path,
    monkeypatch: pytest.MonkeyPatch,  # type: ignore[no-untyped-def]
) -> None:
    monkeypatch.setattr("pipeline.ingest.jsonl.MAX_PAGE_BYTES", 100)
    path = tmp_path / "l.jsonl"
    path.write_bytes(line(text="x" * 1000) + line(text="好。"))
    first, second = ingest.discover([str(path)])
    assert first.failure is not None
    assert first.failure.code == "too_large"
    assert ingest.read(second, Settings()).raw_text == "好。"


def test_id_depends_on_the_content_alone(page: Read) -> None:
    data = "正文。".encode()
    first, second = page(data, "a.txt"), page(data, "b.txt")
    assert first.doc_id == second.doc_id == sha256(data).hexdigest()[:16]
    assert first.source.sha256 == sha256(data).hexdigest()


def test_line_of_json_has_the_id_of_its_text(page: Read) -> None:
    assert page(line(text="正文。", id="x"), "l.jsonl").doc_id == page("正文。".encode()).doc_id


def test_fields_of_a_line_are_taken(page: Read) -> None:
    draft = page(
        line(text="正文。", id="a-1", url="http://e.cn/x", title="题目", published="2021-03-05", spider="other"),
        "l.jsonl",
    )
    assert (draft.source.id, draft.source.uri, draft.title) == ("a-1", "http://e.cn/x", "题目")
    assert (draft.published, draft.published_from) == ("2021-03-05", "meta")


@pytest.mark.parametrize("value", ["now", "unknown", "2021-02-30", 1614902400, ["2021-03-04"]])
def test_published_that_is_no_date_counts_as_absent_with_a_warning(page: Read, value: object) -> None:
    draft = page(line(text="发布时间：2021-03-05\n正文。", published=value), "l.jsonl")
    assert (draft.published, draft.published_from) == ("2021-03-05", "text")
    assert ['"published"' in warning and "2024-03-27" in warning for warning in draft.warnings] == [True]


@pytest.mark.parametrize("value", [None, ""])
def test_published_that_says_nothing_counts_as_absent(page: Read, value: str | None) -> None:
    draft = page(line(text="发布时间：2021-03-05\n正文。", published=value), "l.jsonl")
    assert (draft.published, draft.published_from, draft.warnings) == ("2021-03-05", "text", [])


@pytest.mark.parametrize(("name", "value"), [("url", 5), ("title", ["题目"]), ("id", [1]), ("id", 1.5), ("id", True)])
def test_field_of_another_type_that_a_page_can_do_without_is_passed_over(page: Read, name: str, value: object) -> None:
    draft = page(line(text="正文。", **{name: value}), "l.jsonl")
    assert (draft.source.uri, draft.title, draft.source.id) == (None, None, None)
    assert draft.warnings == [f'"{name}" is not a string; the page is kept without it']


def test_number_is_an_id(page: Read) -> None:
    assert page(line(text="正文。", id=17), "l.jsonl").source.id == "17"


def test_html_of_a_line_is_read_as_html(page: Read) -> None:
    draft = page(line(html="<title>题目</title><p>一段<p>二段"), "l.jsonl")
    assert (draft.raw_text, draft.title, draft.source.media_type) == ("一段\n二段", "题目", "text/html")


def test_text_of_a_line_goes_before_its_html(page: Read) -> None:
    assert page(line(text="正文。", html="<p>别的"), "l.jsonl").raw_text == "正文。"


def test_line_in_gb18030_is_read(page: Read) -> None:
    data = '{"text": "武汉市今年的财政收入同比增长。"}\n'.encode("gb18030")
    draft = page(data, "l.jsonl")
    assert (draft.raw_text, draft.source.encoding) == ("武汉市今年的财政收入同比增长。", "gb18030")


def test_mark_before_the_first_line_is_none_of_its_text(page: Read) -> None:
    assert page(b"\xef\xbb\xbf" + line(text="正文。"), "l.jsonl").raw_text == "正文。"


def test_lines_in_utf_16_are_rejected_once(rejected: Rejected) -> None:
    assert rejected('{"text": "一。"}\n{"text": "二。"}\n'.encode("utf-16"), "l.jsonl").code == "encoding"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"no json\n", "json"),
        (b'{"text": "cut', "json"),
        (b"[1, 2]\n", "json"),
        (b"[" * 100_000 + b"\n", "json"),
        (b'{"text": NaN}\n', "json"),
        (b"{}\n", "fields"),
        (line(text=None), "fields"),
        (line(text=3), "fields"),
        (line(text=["a"]), "fields"),
        (line(text=""), "empty"),
        (line(html="<script>var x</script>"), "empty"),
        (b'{"text": "a\\ud800"}\n', "encoding"),
        (b'{"text": "\\udc00\\ud800"}\n', "encoding"),
        (b'{"text": "\xe4\xb8"}\n', "encoding"),
    ],
)
def test_bad_line_is_rejected(rejected: Rejected, data: bytes, code: str) -> None:
    assert rejected(data, "l.jsonl").code == code


def test_escaped_pair_of_surrogates_is_a_character(page: Read) -> None:
    assert page(b'{"text": "\\ud83d\\ude00"}', "l.jsonl").raw_text == "😀"


def test_every_code_is_documented() -> None:
    assert {"empty", "binary", "encoding", "json", "fields", "compression", "too_large", "unreadable", "form"} == set(
        ingest.REJECTIONS
    )


def test_rejected_line_keeps_its_id_and_address() -> None:
    source = ingest.source_of(ingest.Page("a.jsonl#1", "jsonl", line(id="x", url="http://e.cn/")))
    assert (source.path, source.id, source.uri) == ("a.jsonl#1", "x", "http://e.cn/")


def test_source_of_a_line_that_is_no_json_is_its_bytes() -> None:
    source = ingest.source_of(ingest.Page("a.jsonl#1", "jsonl", b"nonsense"))
    assert (source.media_type, source.encoding, source.sha256) == (
        "application/json",
        "unknown",
        sha256(b"nonsense").hexdigest(),
    )


@pytest.mark.parametrize("form", ["text", "html", "jsonl"])
@hypothesis_settings(max_examples=60)
@given(
    data=st.one_of(
        st.binary(max_size=200), st.text(max_size=100).map(lambda text: text.encode("utf-8", "surrogatepass"))
    )
)
def test_every_page_becomes_one_draft_or_one_known_error(form: str, data: bytes) -> None:
    found = ingest.Page("x", form, data)
    assert ingest.source_of(found).path == "x"
    draft, code = outcome(found)
    if draft is None:
        assert code in ingest.REJECTIONS
    else:
        assert draft.text == draft.raw_text
        assert draft.text.strip()
        Draft.model_validate_json(draft.model_dump_json())


def outcome(page: ingest.Page) -> tuple[Draft | None, str | None]:
    try:
        return ingest.read(page, Settings()), None
    except PageError as error:
        return None, error.code
