"""Reading the tokens of a number, from left to right: exact ones to their value, vague ones to their bounds."""

from decimal import Decimal

from pipeline.numerals.characters import BIG, DIGITS, LATIN, SMALL, TENS, VAGUE


def bounds(tokens: list[str]) -> tuple[list[str], list[str]]:
    """The tokens with each vague place replaced by its lower, and by its upper bound.

    Vague are 几 and 数, one to ten (几十万 is 100000 to 1000000, 十几 is 10 to 20), and two neighbouring
    digits that share a unit (三五万, 十六七, 五百六七十).
    """
    lower: list[str] = []
    upper: list[str] = []
    i = 0
    while i < len(tokens):
        if tokens[i] in VAGUE:
            before = tokens[i - 1] if i else ""
            after = tokens[i + 1] if i + 1 < len(tokens) else ""
            # Behind a unit and not before a smaller one 几 is what is left over: 十几 starts at ten.
            lower.append("0" if before in SMALL and after not in SMALL else "1")
            upper.append("10")
        elif _is_pair(tokens, i):
            lower.append(tokens[i])
            upper.append(tokens[i + 1])
            i += 1
        else:
            lower.append(tokens[i])
            upper.append(tokens[i])
        i += 1
    return lower, upper


def _is_pair(tokens: list[str], i: int) -> bool:
    """Whether the digits at `i` and `i + 1` are two estimates (三四, 三五), not a row of digits."""
    before = tokens[i - 1] if i else ""
    first, second, after = (*tokens[i : i + 3], "", "", "")[:3]
    a, b = DIGITS.get(first, 0), DIGITS.get(second, 0)
    if not (0 < a < b and (b - a == 1 or (a, b) == (3, 5))):
        return False
    row = {"点", *DIGITS}
    return before not in row and after not in row


class _Sum:
    """A number under construction, read from left to right."""

    def __init__(self) -> None:
        self.parts: list[tuple[Decimal, int]] = []  # what big units closed, as (value, unit); units fall
        self.section = Decimal(0)  # what is collected below the next big unit
        self.smallest = 10**4  # the last small unit in it
        self.pending: Decimal | None = None  # the number that waits for its unit

    def small(self, unit: int, last: str) -> bool:
        """Take 十, 百 or 千; whether it may stand here."""
        if (self.section and unit >= self.smallest) or (self.pending is None and last in SMALL):
            return False
        self.section += (1 if self.pending is None else self.pending) * unit
        self.smallest, self.pending = unit, None
        return True

    def big(self, unit: int, last: str) -> bool:
        """Take 万, 亿, 兆, k or w; whether it may stand here."""
        bare = self.pending is None and not self.section
        section = self.section + (self.pending or 0)
        # A larger unit multiplies all that stands before it, a bare one what it follows (万万).
        while self.parts and (self.parts[-1][1] < unit or (bare and last in BIG)):
            section, bare = section + self.parts.pop()[0], False
        if self.parts and (bare or self.parts[-1][1] <= unit):
            return False
        self.parts.append(((Decimal(1) if bare else section) * unit, unit))
        self.section, self.smallest, self.pending = Decimal(0), 10**4, None
        return True

    def total(self, tokens: list[str]) -> Decimal:
        total = sum((value for value, _ in self.parts), self.section)
        return total if self.pending is None else total + self.pending * _left_out(tokens)


def evaluate(tokens: list[str]) -> Decimal | None:
    """The number that exact tokens write, in one pass; None where they write none."""
    number, last, i = _Sum(), "", 0
    while i < len(tokens):
        word, before = tokens[i], last
        last, i = word, i + 1
        latin = LATIN.get(word.lower()) if before[-1:].isdecimal() else None
        if word in DIGITS or _is_arabic(word):
            stands = number.pending is None or before == "零"
            number.pending, i = _digits(tokens, i - 1)
            last = tokens[i - 1]
        elif word == "点":
            fraction, i = _fraction(tokens, i)
            stands = before != "" and fraction is not None and not (number.parts and i < len(tokens))
            number.pending = number.section + (number.pending or 0) + (fraction or 0)
            number.section = Decimal(0)
        elif word in TENS:
            stands = number.pending is None and not number.section
            number.section, number.smallest = Decimal(TENS[word]), 10
        elif word in SMALL:
            stands = number.small(SMALL[word], before)
        elif word in BIG or latin:
            stands = number.big(latin or BIG[word], before)
        else:
            stands = word == "个" and before != "" and tokens[i : i + 1] == ["亿"]
        if not stands:
            return None
    return number.total(tokens) if last else None


def _is_arabic(word: str) -> bool:
    return len(word) > 1 or word in "0123456789"


def _digits(tokens: list[str], i: int) -> tuple[Decimal, int]:
    """The number without unit that starts at `i`, Arabic or Han digits by place, and where it ends."""
    if tokens[i] not in DIGITS:
        return Decimal(tokens[i].replace(",", "")), i + 1
    end = next((j for j in range(i, len(tokens)) if tokens[j] not in DIGITS), len(tokens))
    return Decimal("".join(str(DIGITS[t]) for t in tokens[i:end])), end


def _fraction(tokens: list[str], i: int) -> tuple[Decimal | None, int]:
    """What stands behind 点, and where it ends."""
    end = next((j for j in range(i, len(tokens)) if tokens[j] not in DIGITS), len(tokens))
    if end == i:
        return None, i
    return Decimal("0." + "".join(str(DIGITS[t]) for t in tokens[i:end])), end


def _left_out(tokens: list[str]) -> Decimal:
    """What the last digit counts where its unit is left out: 三万五 is 35000, 一千零五 is 1005."""
    if len(tokens) < 2 or len(tokens[-1]) > 1 or tokens[-1] in "零0":
        return Decimal(1)
    unit = SMALL.get(tokens[-2]) or BIG.get(tokens[-2])
    return Decimal(unit) / 10 if unit else Decimal(1)
