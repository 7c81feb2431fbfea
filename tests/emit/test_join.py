from itertools import permutations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.emit.join import Named, join
from pipeline.forms.programs import fold, program_id
from pipeline.schema import Program, ProgramValue


def named(
    doc: str,
    entity: str,
    name: str,
    *,
    kind: str = "计划",
    who: str | None = None,
    key: str | None = None,
    first: str | None = None,
    last: str | None = None,
    record: str | None = None,
    quoted: bool = False,
) -> Named:
    identity = key or program_id(fold(name), who)
    value = ProgramValue(program_id=identity, name=name, type=kind, organiser=who, quoted=quoted)
    return Named(doc, entity, value, record, first, last or first)


def names(programs: list[Program]) -> list[tuple[str, list[str]]]:
    return [(program.name, program.aliases) for program in programs]


def test_the_same_name_on_two_pages_is_one_programme() -> None:
    (program,) = join([named("A", "E1", "春蚕计划"), named("B", "E3", "春蚕计划")])
    assert [(m.doc_id, m.entity_id) for m in program.mentions] == [("A", "E1"), ("B", "E3")]
    assert (program.name, program.aliases, program.type) == ("春蚕计划", [], "计划")


def test_what_a_page_joined_stays_joined_and_the_better_attested_spelling_is_the_name() -> None:
    (program,) = join(
        [
            named("A", "E1", "听到山歌计划", key="P1"),
            named("A", "E2", "听见山歌计划", key="P1", quoted=True),
            named("B", "E1", "听到山歌计划"),
        ]
    )
    assert (program.name, program.aliases) == ("听见山歌计划", ["听到山歌计划"])
    assert len(program.mentions) == 3


def test_a_short_name_of_two_organisers_is_two_programmes() -> None:
    programs = join([named("A", "E1", "春蚕计划", who="晴川集团"), named("B", "E1", "春蚕计划", who="农业农村部")])
    assert [program.organiser for program in programs] == ["农业农村部", "晴川集团"] or len(programs) == 2
    assert len({program.program_id for program in programs}) == 2


def test_organisers_of_which_one_contains_the_other_are_one() -> None:
    assert len(join([named("A", "E1", "春蚕计划", who="晴川"), named("B", "E1", "春蚕计划", who="晴川电商")])) == 1


def test_a_long_name_is_one_programme_whoever_is_said_to_run_it() -> None:
    first = named("A", "E1", "乡村教师成长支持计划", who="教育部")
    second = named("B", "E1", "乡村教师成长支持计划", who="晴川公益")
    assert len(join([first, second])) == 1


def test_pages_that_name_no_organiser_go_with_the_only_one() -> None:
    assert len(join([named("A", "E1", "春蚕计划", who="晴川集团"), named("B", "E1", "春蚕计划")])) == 1


def test_spellings_of_two_pages_are_joined_by_a_common_date() -> None:
    first = named("A", "E1", "看见匠人计划", first="2020-10-23")
    assert len(join([first, named("B", "E1", "看到匠人计划", first="2020-10-23")])) == 1
    assert len(join([first, named("B", "E1", "看到匠人计划", first="2021-03-05")])) == 2


def test_first_and_last_date_and_records_come_from_the_mentions() -> None:
    (program,) = join(
        [
            named("B", "E10", "春蚕计划", first="2021-05-01", last="2021-05-31", record="B-90"),
            named("B", "E2", "春蚕计划", first="2020-03-07", record="B-10"),
            named("B", "E3", "春蚕计划", record="B-10"),
        ]
    )
    assert (program.first_date, program.last_date) == ("2020-03-07", "2021-05-31")
    assert program.records == ["B-10", "B-90"]
    assert [mention.entity_id for mention in program.mentions] == ["E2", "E3", "E10"]


MENTIONS = [
    named("A", "E1", "春蚕计划", who="晴川集团", first="2020-01-01"),
    named("A", "E2", "看见匠人计划", first="2020-10-23", quoted=True),
    named("B", "E1", "春蚕计划", who="农业农村部"),
    named("B", "E2", "看到匠人计划", first="2020-10-23"),
    named("C", "E1", "春蚕计划"),
    named("C", "E2", "好茶出深山", kind="项目"),
]


def test_the_order_of_the_input_does_not_matter() -> None:
    results = {repr(join(order)) for order in permutations(MENTIONS)}
    assert len(results) == 1


@settings(max_examples=50)
@given(
    st.lists(
        st.tuples(
            st.sampled_from("ABCD"),
            st.text(alphabet="春雨看见到技艺好物", min_size=1, max_size=6),
            st.sampled_from([None, "晴川", "晴川电商", "教育部", "云岭"]),
            st.sampled_from([None, "2020-01-01", "2021-01-01"]),
        ),
        max_size=25,
    ),
    st.randoms(use_true_random=False),
)
def test_every_mention_is_in_one_programme_whatever_the_order(
    items: list[tuple[str, str, str | None, str | None]], random: Random
) -> None:
    mentions = [
        named(doc, f"E{number}", f"{core}计划", who=who, first=day)
        for number, (doc, core, who, day) in enumerate(items)
    ]
    shuffled = list(mentions)
    random.shuffle(shuffled)
    programs = join(shuffled)
    assert programs == join(mentions)
    places = [(m.doc_id, m.entity_id) for program in programs for m in program.mentions]
    assert sorted(places) == sorted((item.doc_id, item.entity_id) for item in mentions)
    assert len({program.program_id for program in programs}) == len(programs)


@pytest.mark.parametrize("kind", ["distinct", "alike", "one name"])
def test_a_large_run_loses_no_mention(kind: str) -> None:
    def mention(number: int) -> Named:
        day = f"20{number % 90 + 10}-01-01"
        if kind == "one name":
            return named(f"D{number}", "E1", "春蚕计划", who=f"{chr(0x4E00 + number % 2000)}集团", first=day)
        core = "".join(chr(0x4E00 + number // 64**place % 64) for place in range(5))
        name = f"乡村{core}计划" if kind == "distinct" else f"乡村阅读{chr(0x4E00 + number % 3000)}推广计划"
        return named(f"D{number}", "E1", name, first=day)

    # Comparing each with each would take minutes here.
    programs = join([mention(number) for number in range(16_000)])
    assert sorted(m.doc_id for program in programs for m in program.mentions) == sorted(f"D{n}" for n in range(16_000))
