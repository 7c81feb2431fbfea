"""The local engine: this process, or a pool of processes on this machine."""

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import TypeVar

from pipeline.errors import TaoshaError

T = TypeVar("T")
R = TypeVar("R")

#: Pages a process takes at once: enough that passing them costs little, few enough that all stay busy.
CHUNK = 16
#: Chunks under way for each process, so that memory does not grow with the length of the input.
AHEAD = 3


def ordered_map(function: Callable[[T], R], items: Iterable[T], *, jobs: int = 1) -> Iterator[R]:
    """`map(function, items)` in the same order, on `jobs` processes where that is more than one.

    `function` and the items are pickled, so `function` is a module-level function or a partial of one.
    Raises TaoshaError where a process dies, for instance for want of memory.
    """
    if jobs == 1:
        yield from map(function, items)
        return
    remaining = iter(items)
    # Not fork: a forked child inherits the locks of threads that it does not have.
    context = multiprocessing.get_context("spawn")
    # An interrupt is for this process to handle: it then ends the others.
    quiet = (signal.SIGINT, signal.SIG_IGN)
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=signal.signal, initargs=quiet) as pool:
        waiting: deque[Future[list[R]]] = deque()
        try:
            while True:
                while len(waiting) < jobs * AHEAD and (chunk := list(islice(remaining, CHUNK))):
                    waiting.append(pool.submit(_apply, function, chunk))
                if not waiting:
                    return
                yield from waiting.popleft().result()
        except BrokenProcessPool as error:
            raise TaoshaError(
                f"one of {jobs} processes ended without an answer, most likely for want of memory; try fewer --jobs"
            ) from error
        finally:
            for future in waiting:
                future.cancel()


def _apply(function: Callable[[T], R], chunk: list[T]) -> list[R]:
    return [function(item) for item in chunk]
