"""Which mentions of a page name one programme.

One programme are: the same name after folding; a name and its alias given in the text; a name and
a longer one that ends in it; two spellings that differ in one place while their sentences
agree on the date. Programmes of one name that different organisers run are two, unless the name
is too long to be borne twice.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from itertools import pairwise

from pipeline.draft import Draft, Mention
from pipeline.forms import ProgramForm
from pipeline.forms.programs import (
    DISTINCTIVE,
    core,
    fold,
    outlines,
    plain,
    program_id,
    same_organiser,
    two_things,
    variants,
)
from pipeline.normalize.programs.setting import Setting
from pipeline.schema import ProgramValue

_ALIAS = re.compile(
    r"[”」』\"]?[（(][“「『\"]$|[”」』\"]?[（(，,]?(?:以下|下文|下称|又|也|亦|简称|统称|并称)[简统通]?称?(?:为|作|叫)?[：:]?[“「『‘\"]?$"
)
#: What stands between two names in a row, marks and all.
_ROW = re.compile(r"[”」』’\"]?(?:[、和与及]|以及)?[“「『‘\"]?")
#: Of the names that share an outline, each is held against this many at most.
_MOST_COMPARED = 8
_LONGEST_ROW = 4


def identify(mentions: Sequence[Mention], draft: Draft) -> list[ProgramValue]:
    """The value of each PROGRAM mention, in order; mentions of one programme share `program_id`."""
    forms = [mention.form for mention in mentions if isinstance(mention.form, ProgramForm)]
    if not forms:
        return []
    settings = [Setting(mention, draft) for mention in mentions]
    groups = Groups()
    names = [fold(form.name) for form in forms]
    for number, name in enumerate(names):
        groups.join(number, ("name", name))
    split = _split_by_organiser(names, forms, settings)
    if split:
        groups = Groups()
        for number, name in enumerate(names):
            groups.join(number, ("name", name, split.get(number)))
    _join_aliases(groups, mentions, draft.text)
    apart = _side_by_side(names, mentions, draft.text)
    _join_contained(groups, names, forms, settings, split, apart)
    _join_variants(groups, names, forms, settings, apart)
    return _values(groups, names, forms, settings, split)


class Groups:
    """Disjoint sets over numbers and keys (union–find); the least number of a set stands for it."""

    def __init__(self) -> None:
        self._parent: dict[Hashable, Hashable] = {}

    def find(self, item: Hashable) -> Hashable:
        """What stands for the set of `item`."""
        root = item
        while self._parent.setdefault(root, root) != root:
            root = self._parent[root]
        while self._parent[item] != root:
            self._parent[item], item = root, self._parent[item]
        return root

    def join(self, one: Hashable, other: Hashable) -> None:
        """Make one set of two."""
        self._parent[self.find(other)] = self.find(one)


def _split_by_organiser(
    names: Sequence[str], forms: Sequence[ProgramForm], settings: Sequence[Setting]
) -> dict[int, str]:
    """The organiser that tells a mention from others of the same name, for the names that need it."""
    by_name: dict[str, list[int]] = defaultdict(list)
    for number, name in enumerate(names):
        by_name[name].append(number)
    split: dict[int, str] = {}
    for name, members in by_name.items():
        named = [(number, who) for number in members if (who := settings[number].organiser)]
        if len(named) < 2 or len(core(name, forms[members[0]].type)) >= DISTINCTIVE:
            continue
        owners: list[tuple[str, int]] = []
        for number, who in named:
            known = next(
                (
                    owner
                    for owner, first in owners[:_MOST_COMPARED]
                    if same_organiser(owner, who)
                    or settings[first].one_sentence(settings[number])
                    or settings[first].one_day(settings[number])
                ),
                None,
            )
            if known is None:
                owners.append((who, number))
            split[number] = known or who
        if len(owners) < 2:
            for number, _ in named:
                del split[number]
            continue
        current = split[named[0][0]]
        for number in members:
            current = split.setdefault(number, current)
    return split


def _join_aliases(groups: Groups, mentions: Sequence[Mention], text: str) -> None:
    """“乡村阅读推广计划”（以下简称“阅读计划”）."""
    for number in range(1, len(mentions)):
        between = text[mentions[number - 1].end : mentions[number].start]
        if len(between) <= 12 and _ALIAS.match(between):
            groups.join(number - 1, number)


def _side_by_side(names: Sequence[str], mentions: Sequence[Mention], text: str) -> set[frozenset[str]]:
    """The pairs of names that stand in a row somewhere and so are two: “春雨计划”和“春风计划”."""
    return {
        frozenset((names[number], names[number + 1]))
        for number, (one, other) in enumerate(pairwise(mentions))
        if other.start - one.end <= _LONGEST_ROW and _ROW.fullmatch(text, one.end, other.start)
    }


def _join_contained(
    groups: Groups,
    names: Sequence[str],
    forms: Sequence[ProgramForm],
    settings: Sequence[Setting],
    split: dict[int, str],
    apart: set[frozenset[str]],
) -> None:
    """奇妙好物节 and 抖音奇妙好物节: the shorter ends exactly one of the longer ones, or they all are one."""
    by_kind: dict[str, dict[str, int]] = defaultdict(dict)
    for number, name in enumerate(names):
        if number not in split:
            by_kind[plain(forms[number].type)].setdefault(name[::-1], number)
    for kind, reverse in by_kind.items():
        ordered = sorted(reverse)
        for name in ordered:
            if len(core(name[::-1], kind)) < 2:
                continue
            place = bisect_left(ordered, name) + 1
            longer: list[str] = []
            while place < len(ordered) and ordered[place].startswith(name) and len(longer) < _MOST_COMPARED:
                longer.append(ordered[place])
                place += 1
            if longer and all(one.startswith(other) for other, one in pairwise(longer)):
                for other in longer:
                    one, two = reverse[name], reverse[other]
                    if frozenset((names[one], names[two])) not in apart and not settings[one].differs(settings[two]):
                        groups.join(one, two)


def _join_variants(
    groups: Groups,
    names: Sequence[str],
    forms: Sequence[ProgramForm],
    settings: Sequence[Setting],
    apart: set[frozenset[str]],
) -> None:
    """看见技艺计划 and 看到技艺计划 in one sentence or with one date."""
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, name in enumerate(names):
        places[name, plain(forms[number].type)].append(number)
    sharing: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for key, these in places.items():
        name, kind = key
        for outline in dict.fromkeys(outlines(name, kind)):
            alike = sharing[outline]
            for other in alike[:_MOST_COMPARED]:
                those = places[other]
                if frozenset((name, other[0])) in apart or not variants(core(name, kind), core(*other)):
                    continue
                if _agree(these, those, settings, alike=not two_things(core(name, kind), core(*other))):
                    groups.join(those[0], these[0])
            alike.append(key)


def _agree(these: Sequence[int], those: Sequence[int], settings: Sequence[Setting], *, alike: bool) -> bool:
    """Whether the places of two spellings speak for one programme: an entry or, if alike, a sentence or a month."""
    pairs = [(settings[this], settings[that]) for this in these[:_MOST_COMPARED] for that in those[:_MOST_COMPARED]]
    if alike:
        return any(one.one_sentence(other) or one.one_month(other) for one, other in pairs)
    return any(one.one_entry(other) for one, other in pairs)


def _values(
    groups: Groups,
    names: Sequence[str],
    forms: Sequence[ProgramForm],
    settings: Sequence[Setting],
    split: dict[int, str],
) -> list[ProgramValue]:
    members: dict[Hashable, list[int]] = defaultdict(list)
    for number in range(len(forms)):
        members[groups.find(number)].append(number)
    values: dict[int, ProgramValue] = {}
    for numbers in members.values():
        who = _first(split.get(number) for number in numbers) or _first(
            settings[number].organiser for number in numbers
        )
        name = canonical([(names[number], forms[number].quoted) for number in numbers])
        key = program_id(name, who if any(number in split for number in numbers) else None)
        for number in numbers:
            form = forms[number]
            values[number] = ProgramValue(
                program_id=key, name=form.name, type=form.type, organiser=who, quoted=form.quoted
            )
    return [values[number] for number in range(len(forms))]


def _first(items: Iterable[str | None]) -> str | None:
    return next((item for item in items if item), None)


def canonical(spellings: Sequence[tuple[str, bool]]) -> str:
    """Of the spellings of one programme the one that marks vouch for most often, then the most frequent."""
    counts = Counter(name for name, _ in spellings)
    vouched = Counter(name for name, quoted in spellings if quoted)
    return min(counts, key=lambda name: (-vouched[name], -counts[name], -len(name), name))
