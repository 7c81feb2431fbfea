from pipeline.check.contradictions.names import names
from pipeline.check.reading.view import View
from pipeline.draft import Draft
from pipeline.schema import Entity, ProgramValue, Source

SOURCE = Source(path="page.txt", media_type="text/plain", encoding="utf-8", sha256="0" * 64)


def page(text: str, *programs: tuple[str, str]) -> View:
    """A page whose entities are the given (name, program_id) in their order in the text."""
    entities, position = [], 0
    for number, (name, key) in enumerate(programs, 1):
        start = text.index(name, position)
        position = start + len(name)
        entities.append(
            Entity(
                id=f"E{number}",
                label="PROGRAM",
                start=start,
                end=position,
                raw_start=start,
                raw_end=position,
                text=name,
                sentence=0,
                value=ProgramValue(program_id=key, name=name, type="计划"),
            )
        )
    return View(Draft(doc_id="D", source=SOURCE, raw_text=text, text=text, entities=entities))


def test_the_quoted_spelling_is_the_better_attested_one() -> None:
    draft = page("听到山歌计划：推出“听见山歌计划”。", ("听到山歌计划", "P1"), ("听见山歌计划", "P1"))
    (claim,) = names(draft)
    assert claim.kind == "name_variant"
    assert claim.spans[0] == (0, 6)
    assert claim.suggestion == {"name": "听见山歌计划"}


def test_the_more_frequent_spelling_is_the_better_attested_one() -> None:
    draft = page(
        "听到山歌计划，听见山歌计划，听见山歌计划。",
        ("听到山歌计划", "P1"),
        ("听见山歌计划", "P1"),
        ("听见山歌计划", "P1"),
    )
    (claim,) = names(draft)
    assert claim.spans == ((0, 6), (7, 13), (14, 20))


def test_a_shorter_name_of_the_same_programme_is_no_variant() -> None:
    assert names(page("晴川好茶计划，好茶计划。", ("晴川好茶计划", "P1"), ("好茶计划", "P1"))) == []


def test_names_of_different_programmes_are_no_variants() -> None:
    assert names(page("听到山歌计划，听见山歌计划。", ("听到山歌计划", "P1"), ("听见山歌计划", "P2"))) == []
