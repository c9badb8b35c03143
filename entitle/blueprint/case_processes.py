"""Shares blocks of work out among processes and gives what came of them in order, holding only a few at a time."""
from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from typing import TypeVar

_Block = TypeVar("_Block")
_Done = TypeVar("_Done")
_HELD_PER_PROCESS = 2


def in_order(
    work: Callable[[_Block], _Done], blocks: Callable[[], Iterator[_Block]], *, cores: int | None = None,
) -> Iterator[_Done]:
    """What `work` gives for each block, in the order of the blocks. One core: in this process.

    An interruption stops the others once they have finished the block in hand.
    """
    cores = cores or _cores()
    if cores == 1:
        yield from map(work, blocks())
        return
    # Where processes can be copied they start at once, knowing what this one knows.
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    pool = ProcessPoolExecutor(cores, mp_context=context, initializer=_begin, initargs=(os.getpid(),))
    try:
        waiting: deque[Future[_Done]] = deque()
        for block in blocks():
            waiting.append(pool.submit(work, block))
            if len(waiting) >= cores * _HELD_PER_PROCESS:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _begin(parent: int) -> None:
    """Leave Ctrl-C to the process that shares the work out, and end when it does, however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)
