import pytest

from pipeline.draft import Draft
from pipeline.errors import DataError
from pipeline.schema import Rejection, Source
from pipeline.store import read_results, replacing, write_results

SOURCE = Source(path="a.txt", media_type="text/plain", encoding="utf-8", sha256="0" * 64)
#: Characters that other readers of lines take for line ends, or that JSON must escape.
TEXT = '甲\u2028乙\x85丙"\\\n丁\x00'


def test_pages_come_back_as_they_were_written(tmp_path):
    pages = [
        Draft(doc_id="1", source=SOURCE, raw_text=TEXT, text=TEXT),
        Rejection(source=SOURCE, error="empty", message="nothing"),
    ]
    write_results(tmp_path / "deep" / "pages.jsonl", pages)
    assert list(read_results(tmp_path / "deep" / "pages.jsonl")) == pages


def test_a_broken_line_is_named_by_file_and_number(tmp_path):
    file = tmp_path / "pages.jsonl"
    write_results(file, [Rejection(source=SOURCE, error="empty", message="nothing")])
    with file.open("a") as more:
        more.write('{"half": ')
    with pytest.raises(DataError, match=r"pages\.jsonl, line 2"):
        list(read_results(file))


def test_a_failure_while_writing_leaves_the_old_file_and_nothing_else(tmp_path):
    file = tmp_path / "out.json"
    file.write_text("old")

    def fail():
        with replacing(file) as new:
            new.write(b"half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert file.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["out.json"]
