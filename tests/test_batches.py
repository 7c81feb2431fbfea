from io import BytesIO, TextIOWrapper

import pytest
import yaml

from pipeline.batches import add, listed
from pipeline.errors import DataError, UsageError


@pytest.fixture
def root(tmp_path):
    (tmp_path / "raw" / "2024-04").mkdir(parents=True)
    (tmp_path / "raw" / "batches.yaml").write_text('batches:\n  - "2024-04"\n')
    (tmp_path / "crawl" / "site").mkdir(parents=True)
    (tmp_path / "crawl" / "site" / "页面.txt").write_bytes("甲\r\n乙".encode("gbk"))
    (tmp_path / "crawl" / ".hidden").write_text("x")
    return tmp_path


def names(root):
    return listed(root / "raw" / "batches.yaml")


def test_pages_are_copied_byte_for_byte_and_the_batch_listed(root):
    assert add([str(root / "crawl")], "2024-05", root=root) == ("2024-05", 1)
    assert (root / "raw/2024-05/site/页面.txt").read_bytes() == "甲\r\n乙".encode("gbk")
    assert names(root) == ["2024-04", "2024-05"]


def test_names_that_yaml_would_take_for_dates_stay_names(root):
    add([str(root / "crawl")], "2024-01-05", root=root)
    assert yaml.safe_load((root / "raw/batches.yaml").read_text())["batches"] == ["2024-01-05", "2024-04"]


def test_a_batch_without_a_name_gets_the_next_free_one(root):
    assert add([str(root / "crawl")], None, root=root)[0] == "batch-001"
    (root / "more.txt").write_text("丙")
    assert add([str(root / "more.txt")], None, root=root)[0] == "batch-002"


@pytest.mark.parametrize(
    ("content", "suffix"),
    [("一页。", ".txt"), ('{"text": "一页。"}', ".jsonl"), ("<html><p>一页。</p></html>", ".html")],
)
def test_standard_input_becomes_a_file_that_ingest_will_know(root, monkeypatch, content, suffix):
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(content.encode())))
    assert add(["-"], "2024-05", root=root) == ("2024-05", 1)
    (file,) = (root / "raw/2024-05").iterdir()
    assert (file.suffix, file.read_text("utf-8")) == (suffix, content)


def test_the_same_pages_again_change_nothing(root):
    add([str(root / "crawl")], "2024-05", root=root)
    assert add([str(root / "crawl")], "2024-05", root=root) == ("2024-05", 0)


def test_a_page_is_never_replaced_by_another_of_its_name(root):
    (root / "raw/2024-04/a.txt").write_text("old")
    (root / "a.txt").write_text("new")
    with pytest.raises(UsageError, match=r"a\.txt is there with other content"):
        add([str(root / "a.txt")], "2024-04", root=root)
    assert (root / "raw/2024-04/a.txt").read_text() == "old"


def test_two_inputs_of_one_name_are_refused_rather_than_one_lost(root):
    for folder in ("one", "two"):
        (root / folder).mkdir()
        (root / folder / "a.txt").write_text(folder)
    with pytest.raises(UsageError, match=r"both become .*a\.txt"):
        add([str(root / "one"), str(root / "two")], "2024-05", root=root)
    assert names(root) == ["2024-04"]


@pytest.mark.parametrize("name", ["../x", "a/b", ".git", "甲", "a b", "x" * 65])
def test_a_name_that_could_leave_the_folder_or_break_dvc_is_refused(root, name):
    with pytest.raises(UsageError, match="--batch"):
        add([str(root / "crawl")], name, root=root)


def test_a_file_of_no_known_form_is_refused_before_anything_is_copied(root):
    (root / "report.pdf").write_bytes(b"%PDF")
    (root / "page.txt").write_text("正文", "utf-8")
    with pytest.raises(UsageError, match=r"report\.pdf: cannot be read; known forms are"):
        add([str(root / "page.txt"), str(root / "report.pdf")], "a", root=root)
    assert not (root / "raw/a").exists()


def test_a_folder_gives_its_files_of_a_known_form(root):
    crawl = root / "mixed"
    crawl.mkdir()
    for name in ("page.html", "news.jsonl.gz", "logo.png"):
        (crawl / name).write_bytes(b"{}")
    assert add([str(crawl)], "a", root=root) == ("a", 2)
    assert sorted(file.name for file in (root / "raw/a").iterdir()) == ["news.jsonl.gz", "page.html"]


def test_an_input_that_is_not_there_is_named(root):
    with pytest.raises(UsageError, match=r"nowhere\.txt"):
        add(["nowhere.txt"], "2024-05", root=root)
    assert names(root) == ["2024-04"]


@pytest.mark.parametrize("content", ["batches:\n  - 2024-01-05\n", "batches: x", "[]", "{", "batches:\n  - ../x\n"])
def test_a_list_that_is_no_list_of_names_is_an_error(root, content):
    (root / "raw/batches.yaml").write_text(content)
    with pytest.raises(DataError, match=r"batches\.yaml"):
        names(root)
