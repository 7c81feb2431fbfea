from pipeline.clean.insertions.shards import turns
from pipeline.clean.insertions.shards.pieces import WEIGHTS, Piece

#: Three pieces of a cycle of nine characters, round and round, the middle one twice overlooked.
FIRST, MIDDLE, LAST = (0, 3), (3, 6), (6, 9)


def row(*keys: tuple[int, int], score: float = 2.0) -> list[Piece]:
    return [Piece(20 * place, 20 * place + 3, *key, score) for place, key in enumerate(keys)]


def test_what_stands_between_the_same_two_pieces_again_and_again_is_one_of_them() -> None:
    every = row(FIRST, MIDDLE, LAST, FIRST, MIDDLE, LAST)
    chain = [piece for piece in every if turns.key(piece) != MIDDLE]
    unlikely = [piece._replace(score=-3.0) for piece in every if turns.key(piece) == MIDDLE]
    assert [piece[:4] for piece in turns.with_overlooked(chain, unlikely)] == [piece[:4] for piece in every]


def test_what_stands_once_between_two_pieces_stays() -> None:
    chain = row(FIRST, LAST, FIRST, LAST)
    once = Piece(5, 8, *MIDDLE, 2.0)
    assert turns.with_overlooked(chain, [once]) == chain


def test_a_word_cut_otherwise_than_the_pieces_stays_however_often() -> None:
    chain = row(FIRST, LAST, FIRST, LAST)
    words = [Piece(5, 8, 4, 7, 2.0), Piece(45, 48, 4, 7, 2.0)]
    assert turns.with_overlooked(chain, words) == chain


def test_steps_that_come_again_are_known_whatever_the_order_of_the_title() -> None:
    assert turns.repeated(row(LAST, FIRST, LAST, FIRST)) == {(9, 0)}
    assert turns.repeated(row(LAST, FIRST, MIDDLE)) == set()


def test_the_cycle_begins_anew_behind_its_last_piece() -> None:
    assert turns.anew(row(MIDDLE, LAST, FIRST)) == (9, 0)


def test_a_piece_is_as_long_as_at_most_of_its_places() -> None:
    text = "云台港ab云台港cd云台港ef云台xx"
    long = [Piece(start, start + 3, 0, 3, 1.0) for start in (0, 5, 10)]
    short = [Piece(start, start + 2, 0, 2, 2.0) for start in (0, 5, 10, 15)]
    assert turns.lexicon(text, short, [*long, *short]) == {(0, 2, "云台港")}


def test_where_none_was_skipped_skipping_costs_more() -> None:
    chain = row(FIRST, MIDDLE, LAST, FIRST, MIDDLE, LAST, FIRST, MIDDLE, LAST)
    assert turns.learnt(WEIGHTS, chain, {(9, 0): 1.0}).skip > WEIGHTS.skip
    assert turns.learnt(WEIGHTS, chain[:4], {(9, 0): 1.0}) == WEIGHTS
