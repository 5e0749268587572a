"""How processes are started: as copies of one that has imported what reads, where a system lets them be made safely."""

from __future__ import annotations

import multiprocessing
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing import resource_tracker
from multiprocessing.context import BaseContext
from pathlib import Path

from yusuan.pipeline.workers.footprint import is_settled

_WARM = "yusuan.pipeline.workers.warm"
LOST = 255
"""The exit status that a process seems to have whose server is gone, so that nobody knows it."""

_users = 0
_lock = threading.Lock()


@contextmanager
def started() -> Iterator[BaseContext]:
    """What starts processes, until they all have ended.

    They are copies of this process where that is a command's own and has no other thread, so that it holds nothing
    that they could not bear. A copy of any other may hold locks of threads that it does not have, so each is a copy of
    another, the server, which has no threads; or, where libraries of the system do not bear to be copied, a fresh
    interpreter. The server ends with the last of those who use it, and is waited for: what its processes took counts as
    this one's.
    """
    global _users  # noqa: PLW0603
    if sys.platform != "linux":
        yield multiprocessing.get_context("spawn")
        return
    if _may_be_copied():
        from yusuan.pipeline.workers import warm

        assert warm  # imported once, for all copies
        if _is_alone():
            yield multiprocessing.get_context("fork")
            return
    from multiprocessing import forkserver

    with _lock:
        _users += 1
        if _users == 1:
            forkserver.set_forkserver_preload([_WARM])
    try:
        yield multiprocessing.get_context("forkserver")
    finally:
        with _lock:
            _users -= 1
            if not _users:
                with suppress(AttributeError):  # else it ends with this process
                    forkserver._forkserver._stop()  # type: ignore[attr-defined]


def _may_be_copied() -> bool:
    """Whether this process is a command's own, which has imported nothing that the command did not, and is alone."""
    return is_settled() and _is_alone()


def _is_alone() -> bool:
    """Whether this process surely has one thread, those of libraries counted."""
    try:
        return len(list(Path("/proc/self/task").iterdir())) == 1
    except OSError:  # a system that does not tell
        return False


@contextmanager
def unheard(context: BaseContext) -> Iterator[None]:
    """Ctrl-C is for this process: one that is started meanwhile never hears of it, not even while it imports."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    if context.get_start_method() != "fork":
        resource_tracker.ensure_running()  # else the first process starts it, and hears of it from then on
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
