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

_WARM = "yusuan.pipeline.workers.warm"
LOST = 255
"""The exit status that a process seems to have whose server is gone, so that nobody knows it."""

_users = 0
_lock = threading.Lock()


@contextmanager
def started() -> Iterator[BaseContext]:
    """What starts processes, until they all have ended.

    A copy of this process may hold locks of threads that it does not have, so each is a copy of another, the server,
    which has no threads; or, where libraries of the system do not bear to be copied, a fresh interpreter. The server
    ends with the last of those who use it, and is waited for: what its processes took counts as this one's.
    """
    global _users  # noqa: PLW0603
    if sys.platform != "linux":
        yield multiprocessing.get_context("spawn")
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


@contextmanager
def unheard() -> Iterator[None]:
    """Ctrl-C is for this process: one that is started meanwhile never hears of it, not even while it imports."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.ensure_running()  # else the first process starts it, and hears of it from then on
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
