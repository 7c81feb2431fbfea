"""Join the programmes of all pages of a run.

Pages are joined by name, not with each other: mentions are put together by page, pages by the
folded names they hold, and spellings that differ in one place by their outline (the name with the
place left out), so the work grows with the number of mentions. Everything is sorted before it is
compared; the result does not depend on the order of the input.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from pipeline.forms.programs import (
    DISTINCTIVE,
    core,
    fold,
    organiser_keys,
    outlines,
    plain,
    program_id,
    same_organiser,
    two_things,
    variants,
)
from pipeline.schema import Mention, Program, ProgramValue

#: Of the spellings that share an outline, each is held against this many at most.
_MOST_COMPARED = 8


class Named(NamedTuple):
    """A place where a programme is named.

    `value` carries the page's own identity: mentions of one `doc_id` with one `program_id` are one
    programme. `record_id` is the record of its sentence, null where that is none; `first` and
    `last` are the first and last day of that record's date (ISO 8601), null where unknown.
    """

    doc_id: str
    entity_id: str
    value: ProgramValue
    record_id: str | None = None
    first: str | None = None
    last: str | None = None


class _Place(NamedTuple):
    doc_id: str
    entity_id: str
    name: str
    kind: str | None
    organiser: str | None
    record_id: str | None
    first: str | None
    last: str | None
    quoted: bool


class _Unit:
    """What one page says of one programme."""

    __slots__ = ("folded", "organiser", "places")

    def __init__(self, places: Sequence[_Place]) -> None:
        self.places = sorted(places, key=lambda place: (len(place.entity_id), place.entity_id))
        self.folded = sorted({(fold(place.name), plain(place.kind)) for place in places})
        self.organiser = next((place.organiser for place in self.places if place.organiser), None)


def join(mentions: Iterable[Named]) -> list[Program]:
    """One line for every programme of a run, sorted by name.

    Two pages name one programme if they hold a name that is the same after folding, unless both say
    who runs it, the organisers differ and the name is short enough to be borne twice; or if they
    spell a name in two ways that differ in one place, with a date in common and no different
    organisers. What a page joined stays joined.
    """
    units = _units(mentions)
    groups = _Groups(len(units))
    owners = _join_names(units, groups)
    _join_variants(units, groups)
    members: dict[int, list[int]] = defaultdict(list)
    for number in range(len(units)):
        members[groups.find(number)].append(number)
    programs = [_program([units[number] for number in group], owners) for group in members.values()]
    return sorted(_distinct(programs), key=lambda program: (program.name, program.program_id))


def _units(mentions: Iterable[Named]) -> list[_Unit]:
    pages: dict[tuple[str, str], list[_Place]] = defaultdict(list)
    for item in mentions:
        value = item.value
        pages[item.doc_id, value.program_id].append(
            _Place(
                item.doc_id, item.entity_id, value.name, value.type, value.organiser,
                item.record_id, item.first, item.last, value.quoted,
            )
        )  # fmt: skip
    return [_Unit(pages[key]) for key in sorted(pages)]


class _Groups:
    """Disjoint sets over numbers (union–find); the least number of a set stands for it."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def find(self, item: int) -> int:
        parent = self._parent
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    def join(self, one: int, other: int) -> None:
        one, other = sorted((self.find(one), self.find(other)))
        self._parent[other] = one


def _join_names(units: Sequence[_Unit], groups: _Groups) -> set[str]:
    """Join the units that share a name; give the names that more than one organiser bears."""
    by_name: dict[str, list[int]] = defaultdict(list)
    kinds: dict[str, str] = {}
    for number, unit in enumerate(units):
        for name, kind in unit.folded:
            by_name[name].append(number)
            kinds[name] = kind
    shared = set()
    for name in sorted(by_name):
        numbers = by_name[name]
        distinctive = len(core(name, kinds[name])) >= DISTINCTIVE
        clusters = [numbers] if distinctive else list(_by_organiser(units, numbers))
        if len(clusters) > 1:
            shared.add(name)
        for cluster in clusters:
            for number in cluster[1:]:
                groups.join(cluster[0], number)
    return shared


def _by_organiser(units: Sequence[_Unit], numbers: Sequence[int]) -> Iterator[list[int]]:
    """The units of one name by who runs the programme; those that do not say go with the only organiser, if so."""
    named: dict[str, list[int]] = defaultdict(list)
    silent: list[int] = []
    for number in numbers:
        who = units[number].organiser
        if who is None:
            silent.append(number)
        else:
            named[who].append(number)
    clusters: list[list[int]] = []
    owners: dict[str, int] = {}
    # The shortest first: 抖音 takes in 抖音电商 and 抖音公益, whatever order they come in.
    for who in sorted(named, key=lambda who: (len(fold(who)), fold(who), who)):
        keys = organiser_keys(who)
        home = next((owners[key] for key in keys if key in owners), None)
        if home is None:
            home = len(clusters)
            clusters.append([])
        for key in (fold(who), keys[-1]):
            owners.setdefault(key, home)
        clusters[home].extend(named[who])
    if len(clusters) == 1:
        clusters[0].extend(silent)
    elif silent:
        yield silent
    yield from clusters


def _join_variants(units: Sequence[_Unit], groups: _Groups) -> None:
    """Join spellings that differ in one place, where a date agrees and the organisers do not differ."""
    days: dict[str, dict[tuple[str, str], int]] = defaultdict(dict)
    for number, unit in enumerate(units):
        for day in {place.first for place in unit.places if place.first}:
            for key in unit.folded:
                days[day].setdefault(key, number)
    for day in sorted(days):
        sharing: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for (name, kind), number in sorted(days[day].items()):
            for outline in outlines(name, kind):
                alike = sharing[outline]
                for other, home in alike[:_MOST_COMPARED]:
                    if _misspelt(core(name, kind), core(other, kind)) and _may_be_one(units[number], units[home]):
                        groups.join(number, home)
                alike.append((name, number))


def _misspelt(one: str, other: str) -> bool:
    return variants(one, other) and not two_things(one, other)


def _may_be_one(one: _Unit, other: _Unit) -> bool:
    return one.organiser is None or other.organiser is None or same_organiser(one.organiser, other.organiser)


def _program(units: Sequence[_Unit], shared: set[str]) -> Program:
    places = [place for unit in units for place in unit.places]
    counts = Counter(place.name for place in places)
    quoted = Counter(place.name for place in places if place.quoted)
    name = min(counts, key=lambda name: (-quoted[name], -counts[name], -len(name), name))
    kinds = Counter(place.kind for place in places if place.name == name and place.kind)
    organisers = Counter(unit.organiser for unit in units if unit.organiser)
    organiser = min(organisers, key=lambda who: (-organisers[who], len(who), who), default=None)
    folded = fold(name)
    return Program(
        program_id=program_id(folded, organiser if folded in shared else None),
        name=name,
        aliases=sorted(set(counts) - {name}),
        type=min(kinds, key=lambda kind: (-kinds[kind], kind), default=None),
        organiser=organiser,
        first_date=min((place.first for place in places if place.first), default=None),
        last_date=max((place.last for place in places if place.last), default=None),
        # The same bytes at two paths are one page here.
        mentions=[
            Mention(doc_id=doc, entity_id=entity)
            for doc, entity in dict.fromkeys((place.doc_id, place.entity_id) for place in places)
        ],
        records=list(dict.fromkeys(place.record_id for place in places if place.record_id)),
    )


def _distinct(programs: Iterable[Program]) -> Iterator[Program]:
    """The programmes, with an id of its own for each even where name and organiser do not tell them apart."""
    by_id: dict[str, list[Program]] = defaultdict(list)
    for program in programs:
        by_id[program.program_id].append(program)
    for key in sorted(by_id):
        alike = sorted(by_id[key], key=lambda program: (program.mentions[0].doc_id, program.mentions[0].entity_id))
        for number, program in enumerate(alike):
            if number:
                update = {"program_id": program_id(fold(program.name), f"{program.organiser}\n{number}")}
                program = program.model_copy(update=update)  # noqa: PLW2901
            yield program
