"""The local engine: this process, or a pool of processes on this machine."""

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import Any, TypeVar

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
    context = multiprocessing.get_context(_METHOD)
    if _METHOD == "forkserver":
        context.set_forkserver_preload([_LOADED])
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin, initargs=(function,)) as pool:
        waiting: deque[Future[list[R]]] = deque()
        try:
            while True:
                while len(waiting) < jobs * AHEAD and (chunk := list(islice(remaining, CHUNK))):
                    waiting.append(pool.submit(_apply, chunk))
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


#: Not fork: a forked child inherits the locks of threads that it does not have. A fork server has no threads, and loads
#: the stages once for all processes and all calls; where there is none, every process loads them.
_METHOD = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
_LOADED = "pipeline.flow"
#: What a process of the pool does with each item; it comes once, since it may hold much of what all pages share.
_function: Callable[[Any], Any]


def _begin(function: Callable[[Any], Any]) -> None:
    global _function  # noqa: PLW0603 - the one thing that a process of the pool knows
    _function = function
    # An interrupt is for the process that began this one to handle: it then ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _apply(chunk: list[Any]) -> list[Any]:
    return [_function(item) for item in chunk]
